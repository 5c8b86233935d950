//! What the window asks to change, as edits of the file.
//!
//! Text is read here as people type it: figures, dates, periods. What cannot be read is refused with
//! its sentence before anything is changed.

use std::collections::BTreeMap;

use outturn_model::cell::EntryProblem;
use outturn_model::figure::{self, Entered, Unit};
use outturn_model::measure::{Series, Value};
use outturn_model::position::Position;
use outturn_model::record::{Field, Kind};
use outturn_model::section::{Meaning, Section, Symbol};
use outturn_model::statement::Amount;
use outturn_model::{Book, Edit, Entity, Id, Message, Period, Place, Record, Row, RowId, date};

use crate::furnish;
use crate::wire::{Change, WireBlock};

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeProblem {
    /// What was typed does not fit the cell.
    Entry {
        /// The cell.
        place: String,
        /// Why.
        problem: EntryProblem,
    },
    /// The place, row or field is not there (any more).
    NotThere {
        /// The place as asked for.
        place: String,
    },
    /// The row cannot be put where it was asked to go.
    CannotMove {
        /// The row.
        place: String,
    },
}

impl ChangeProblem {
    /// The sentence to show.
    pub fn message(&self) -> Message {
        match self {
            Self::Entry { problem, .. } => problem.message(),
            Self::NotThere { .. } => Message::new("change-not-there"),
            Self::CannotMove { .. } => Message::new("change-cannot-move"),
        }
    }

    /// The place it is about.
    pub fn place(&self) -> &str {
        match self {
            Self::Entry { place, .. } | Self::NotThere { place } | Self::CannotMove { place } => {
                place
            }
        }
    }
}

/// The edits that a list of changes comes to, and the ids of the rows they add.
///
/// `fresh` gives ten random bytes for a new id.
///
/// # Errors
/// The first change that cannot be made.
pub fn edits_of(
    book: &Book,
    changes: &[Change],
    fresh: &mut dyn FnMut() -> [u8; 10],
) -> Result<(Vec<Edit>, Vec<RowId>), ChangeProblem> {
    let mut draft = Draft {
        book,
        fresh,
        edits: Vec::new(),
        added: Vec::new(),
    };
    for change in changes {
        draft.make(change)?;
    }
    Ok((draft.edits, draft.added))
}

struct Draft<'a> {
    book: &'a Book,
    fresh: &'a mut dyn FnMut() -> [u8; 10],
    edits: Vec<Edit>,
    added: Vec<RowId>,
}

impl Draft<'_> {
    fn make(&mut self, change: &Change) -> Result<(), ChangeProblem> {
        match change {
            Change::Set { place, text } => self.set(place, text),
            Change::SetProse { place, blocks } => {
                self.set_cell(place, WireBlock::to_markdown(blocks.clone()))
            }
            Change::SetFigure {
                measure,
                series,
                period,
                text,
            } => self.set_figure(measure, series, period, text),
            Change::SetFigureField {
                measure,
                series,
                period,
                field,
                text,
            } => {
                let (id, key) = value_key(measure, series, period)?;
                self.set_in_joined_row(Entity::Value, id.row(), &key, field, text)
            }
            Change::SetAmount { line, column, text } => self.set_amount(line, column, text),
            Change::SetMeaning {
                section,
                symbol,
                field,
                text,
            } => {
                let known = Symbol::WORDS.contains(&symbol.as_str());
                let section_id = known.then(|| RowId::parse(section).ok()).flatten();
                let id = section_id.map(|id| RowId::joined([id.as_str(), symbol]));
                let id = id.ok_or_else(|| not_there(section))?;
                let key = [("section", section.as_str()), ("symbol", symbol.as_str())];
                self.set_in_joined_row(Meaning::ENTITY, &id, &key, field, text)
            }
            Change::Add {
                entity,
                parent,
                after,
                fields,
            } => self.add(entity, parent.as_deref(), after.as_deref(), fields),
            Change::Remove { place } => self.remove(place),
            Change::Move { place, after } => self.move_row(place, after.as_deref()),
            Change::MoveSection {
                section,
                parent,
                after,
            } => self.move_section(section, parent.as_deref(), after.as_deref()),
        }
    }

    fn set(&mut self, place: &str, text: &str) -> Result<(), ChangeProblem> {
        let cell = Place::parse(place).ok_or_else(|| not_there(place))?;
        let name = cell.field.ok_or_else(|| not_there(place))?;
        let (_, field) = cell.entity.field(name).ok_or_else(|| not_there(place))?;
        let text = read_cell(field, text).map_err(|problem| ChangeProblem::Entry {
            place: place.to_owned(),
            problem,
        })?;
        self.set_cell(place, text)
    }

    /// Puts canonical text into a cell of a row that is there.
    fn set_cell(&mut self, place: &str, text: String) -> Result<(), ChangeProblem> {
        let cell = Place::parse(place).ok_or_else(|| not_there(place))?;
        let field = cell.field.ok_or_else(|| not_there(place))?;
        if self.book.row(cell.entity, &cell.row).is_none() {
            return Err(not_there(place));
        }
        self.push_set(cell.entity, &cell.row, field, text);
        Ok(())
    }

    fn push_set(&mut self, entity: Entity, row: &RowId, field: &'static str, text: String) {
        self.edits.push(Edit::Set {
            entity,
            row: row.clone(),
            field,
            to: (!text.is_empty()).then_some(text),
        });
    }

    fn set_figure(
        &mut self,
        measure: &str,
        series: &str,
        period: &str,
        text: &str,
    ) -> Result<(), ChangeProblem> {
        let (id, key) = value_key(measure, series, period)?;
        let measure = RowId::parse(measure).ok();
        let measure = measure.and_then(|id| self.book.measures.find(&id));
        let unit = measure.ok_or_else(|| not_there(id.as_str()))?.unit;
        let place = Place::cell(Entity::Value, id.row(), "amount").to_string();
        let entered =
            figure::read(text, unit).map_err(|problem| ChangeProblem::Entry { place, problem })?;
        let cells = figure_cells(entered);
        self.put_joined_row(Entity::Value, id.row(), &key, &cells)
    }

    fn set_amount(&mut self, line: &str, column: &str, text: &str) -> Result<(), ChangeProblem> {
        let (line, column) = (&self.resolved(line), &self.resolved(column));
        let ids = RowId::parse(line).ok().zip(RowId::parse(column).ok());
        let (line_id, column_id) = ids.ok_or_else(|| not_there(line))?;
        let id = Amount::id_of(&Id::new(line_id.clone()), &Id::new(column_id));
        let place = Place::cell(Entity::Amount, id.row(), "amount").to_string();
        let line_row = self
            .pending_row(Entity::Line, &line_id)
            .ok_or_else(|| not_there(&place))?;
        let unit = self.unit_of(&line_row);
        let entered = figure::read(text, unit).and_then(|entered| match entered {
            Entered::Figure { ref note, .. } if !note.is_empty() => Err(EntryProblem::NotANumber {
                text: text.chars().take(40).collect(),
            }),
            other => Ok(other),
        });
        let entered = entered.map_err(|problem| ChangeProblem::Entry { place, problem })?;
        let cells: Vec<_> = figure_cells(entered)
            .into_iter()
            .filter(|(field, _)| Entity::Amount.field(field).is_some())
            .collect();
        self.put_joined_row(
            Entity::Amount,
            id.row(),
            &[("line", line.as_str()), ("column", column.as_str())],
            &cells,
        )
    }

    /// What the figures of a line's statement count.
    fn unit_of(&self, line: &Row) -> Unit {
        let section = Entity::Line
            .field("section")
            .and_then(|(at, _)| line.cells[at].as_deref())
            .and_then(|id| RowId::parse(id).ok());
        section
            .and_then(|id| self.book.sections.find(&id)?.unit)
            .unwrap_or(Unit::Pounds)
    }

    /// Sets one field, as typed, of a row that is named by what it joins.
    fn set_in_joined_row(
        &mut self,
        entity: Entity,
        id: &RowId,
        key: &[(&str, &str)],
        field: &str,
        text: &str,
    ) -> Result<(), ChangeProblem> {
        let (_, field) = entity.field(field).ok_or_else(|| not_there(field))?;
        let text = read_cell(field, text).map_err(|problem| ChangeProblem::Entry {
            place: Place::cell(entity, id, field.name).to_string(),
            problem,
        })?;
        self.put_joined_row(entity, id, key, &[(field.name, text)])
    }

    /// Puts cells into a row that is named by what it joins: made if it is not there, taken out if
    /// nothing but its key is left.
    fn put_joined_row(
        &mut self,
        entity: Entity,
        id: &RowId,
        key: &[(&str, &str)],
        cells: &[(&'static str, String)],
    ) -> Result<(), ChangeProblem> {
        let parent = entity.parent().map(|(_, field)| field);
        let before = self.pending_row(entity, id);
        let mut row = before.clone().unwrap_or_else(|| Row {
            id: id.clone(),
            cells: vec![None; entity.fields().len()],
        });
        for (field, text) in key
            .iter()
            .copied()
            .chain(cells.iter().map(|(f, t)| (*f, t.as_str())))
        {
            if let Some((at, _)) = entity.field(field) {
                row.cells[at] = (!text.is_empty()).then(|| text.to_owned());
            }
        }
        debug_assert!(parent.is_some());
        let says_something = entity
            .fields()
            .iter()
            .zip(&row.cells)
            .any(|(field, cell)| cell.is_some() && !entity.key().contains(&field.name));
        match (before, says_something) {
            (None, false) => {}
            (None, true) => self.edits.push(Edit::Insert { entity, row }),
            (Some(_), false) => self.edits.push(Edit::Remove {
                entity,
                row: id.clone(),
            }),
            (Some(_), true) => {
                for (field, text) in cells {
                    self.push_set(entity, id, field, text.clone());
                }
            }
        }
        Ok(())
    }

    /// The row as it will be after the edits so far: a paste may touch one row twice.
    fn pending_row(&self, entity: Entity, id: &RowId) -> Option<Row> {
        let mut row = self.book.row(entity, id);
        for edit in &self.edits {
            match edit {
                Edit::Insert {
                    entity: of,
                    row: new,
                } if *of == entity && new.id == *id => {
                    row = Some(new.clone());
                }
                Edit::Remove {
                    entity: of,
                    row: gone,
                } if *of == entity && gone == id => row = None,
                Edit::Set {
                    entity: of,
                    row: changed,
                    field,
                    to,
                } if *of == entity && changed == id => {
                    if let (Some(row), Some((at, _))) = (row.as_mut(), entity.field(field)) {
                        row.cells[at] = to.clone();
                    }
                }
                _ => {}
            }
        }
        row
    }

    fn add(
        &mut self,
        entity: &str,
        parent: Option<&str>,
        after: Option<&str>,
        fields: &BTreeMap<String, String>,
    ) -> Result<(), ChangeProblem> {
        let table = Entity::from_table(entity).filter(|entity| entity.key().is_empty());
        let table = table.ok_or_else(|| not_there(entity))?;
        let id = self.new_id();
        let mut row = Row {
            id: id.clone(),
            cells: vec![None; table.fields().len()],
        };
        let mut parent_id = None;
        if let Some((_, field)) = table.parent() {
            let text = self.resolved(parent.ok_or_else(|| not_there(entity))?);
            parent_id = Some(RowId::parse(&text).map_err(|_| not_there(&text))?);
            put(table, &mut row, field, text);
        }
        for (name, text) in fields {
            let (_, field) = table.field(name).ok_or_else(|| not_there(name))?;
            let text =
                read_cell(field, &self.resolved(text)).map_err(|problem| ChangeProblem::Entry {
                    place: Place::cell(table, &id, field.name).to_string(),
                    problem,
                })?;
            put(table, &mut row, field.name, text);
        }
        if table.field("position").is_some() {
            let within = fields.get("parent").map(String::as_str);
            let siblings = self.order(table, parent_id.as_ref(), within);
            let position = place_after(&siblings, after);
            put(table, &mut row, "position", position.to_string());
        }
        self.edits.push(Edit::Insert {
            entity: table,
            row: row.clone(),
        });
        self.added.push(id);
        for edit in furnish::new_row(self.book, table, &row, &mut *self.fresh) {
            self.edits.push(edit);
        }
        Ok(())
    }

    /// The text, or the id of a row added earlier in the same step where it says `@added/N`.
    fn resolved(&self, text: &str) -> String {
        let number = text
            .strip_prefix("@added/")
            .and_then(|n| n.parse::<usize>().ok());
        match number.and_then(|number| self.added.get(number)) {
            Some(id) => id.to_string(),
            None => text.to_owned(),
        }
    }

    fn remove(&mut self, place: &str) -> Result<(), ChangeProblem> {
        let gone = Place::parse(place).ok_or_else(|| not_there(place))?;
        if self.book.row(gone.entity, &gone.row).is_none() {
            return Err(not_there(place));
        }
        if gone.entity == Entity::Section {
            for section in self.sections_inside(&gone.row) {
                self.push_remove(Entity::Section, section);
            }
        }
        if gone.entity == Entity::Comparator {
            let figures = self
                .book
                .values
                .iter()
                .filter(|value| value.series.as_str() == gone.row.as_str());
            for value in figures
                .map(|value| value.row_id().clone())
                .collect::<Vec<_>>()
            {
                self.push_remove(Entity::Value, value);
            }
        }
        self.push_remove(gone.entity, gone.row);
        Ok(())
    }

    fn push_remove(&mut self, entity: Entity, row: RowId) {
        self.edits.push(Edit::Remove { entity, row });
    }

    /// The sections that stand in one, at any depth, the innermost first.
    fn sections_inside(&self, section: &RowId) -> Vec<RowId> {
        let inside = |of: &RowId| -> Vec<&Section> {
            let all = self.book.sections.iter();
            all.filter(|section| {
                section
                    .parent
                    .as_ref()
                    .is_some_and(|parent| parent.row() == of)
            })
            .collect()
        };
        let mut found: Vec<RowId> = Vec::new();
        let mut open = vec![section.clone()];
        while let Some(next) = open.pop() {
            for child in inside(&next) {
                if !found.contains(child.row_id()) {
                    found.insert(0, child.row_id().clone());
                    open.push(child.row_id().clone());
                }
            }
        }
        found
    }

    fn move_row(&mut self, place: &str, after: Option<&str>) -> Result<(), ChangeProblem> {
        let moved = Place::parse(place).ok_or_else(|| not_there(place))?;
        let row = self
            .book
            .row(moved.entity, &moved.row)
            .ok_or_else(|| not_there(place))?;
        let cell = |name: &str| {
            let (at, _) = moved.entity.field(name)?;
            row.cells[at].clone()
        };
        if moved.entity.field("position").is_none() {
            return Err(ChangeProblem::CannotMove {
                place: place.to_owned(),
            });
        }
        let parent = moved.entity.parent().and_then(|(_, field)| cell(field));
        let parent = parent.and_then(|id| RowId::parse(&id).ok());
        let within = cell("parent");
        let mut siblings = self.order(moved.entity, parent.as_ref(), within.as_deref());
        siblings.retain(|(id, _)| *id != moved.row);
        let position = place_after(&siblings, after);
        self.push_set(moved.entity, &moved.row, "position", position.to_string());
        Ok(())
    }

    fn move_section(
        &mut self,
        section: &str,
        parent: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), ChangeProblem> {
        let id = RowId::parse(section).map_err(|_| not_there(section))?;
        let row = self
            .book
            .sections
            .find(&id)
            .ok_or_else(|| not_there(section))?;
        let inside = self.sections_inside(&id);
        let into_itself = parent.is_some_and(|parent| {
            parent == section || inside.iter().any(|inner| inner.as_str() == parent)
        });
        let missing = parent.is_some_and(|parent| {
            let parent = RowId::parse(parent)
                .ok()
                .and_then(|id| self.book.sections.find(&id));
            parent.is_none_or(|parent| parent.report != row.report)
        });
        if into_itself || missing {
            return Err(ChangeProblem::CannotMove {
                place: Place::row(Entity::Section, &id).to_string(),
            });
        }
        let report = row.report.row().clone();
        let mut siblings = self.order(Entity::Section, Some(&report), parent);
        siblings.retain(|(other, _)| *other != id);
        let position = place_after(&siblings, after);
        self.push_set(
            Entity::Section,
            &id,
            "parent",
            parent.unwrap_or_default().to_owned(),
        );
        self.push_set(Entity::Section, &id, "position", position.to_string());
        Ok(())
    }

    /// The rows among which a row of this table has its place, those added in this step included.
    fn order(
        &self,
        entity: Entity,
        parent: Option<&RowId>,
        within: Option<&str>,
    ) -> Vec<(RowId, Option<Position>)> {
        let in_same_section = |id: &RowId| {
            entity != Entity::Section
                || self.book.sections.find(id).is_none_or(|section| {
                    section.parent.as_ref().map(Id::as_str) == within.filter(|w| !w.is_empty())
                })
        };
        let mut rows: Vec<_> = self
            .book
            .siblings(entity, parent)
            .into_iter()
            .filter(|(id, _)| in_same_section(id))
            .map(|(id, position)| (id.clone(), position.cloned()))
            .collect();
        for edit in &self.edits {
            if let Edit::Insert { entity: of, row } = edit
                && *of == entity
                && hangs_under(entity, row, parent)
            {
                let position = entity
                    .field("position")
                    .and_then(|(at, _)| row.cells[at].as_deref());
                let position = outturn_model::cell::CellType::from_cell(position).ok();
                rows.push((row.id.clone(), position));
            }
        }
        rows.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
        rows
    }

    fn new_id(&mut self) -> RowId {
        RowId::from_random((self.fresh)())
    }
}

fn hangs_under(entity: Entity, row: &Row, parent: Option<&RowId>) -> bool {
    let cell = entity
        .parent()
        .and_then(|(_, field)| entity.field(field))
        .and_then(|(at, _)| row.cells[at].as_deref());
    cell == parent.map(RowId::as_str)
}

fn put(entity: Entity, row: &mut Row, field: &str, text: String) {
    if let Some((at, _)) = entity.field(field) {
        row.cells[at] = (!text.is_empty()).then_some(text);
    }
}

/// A key after the row named, or before all others.
fn place_after(siblings: &[(RowId, Option<Position>)], after: Option<&str>) -> Position {
    let after = after.and_then(|id| siblings.iter().position(|(row, _)| row.as_str() == id));
    let next = after.map_or(0, |at| at + 1);
    let key = |at: Option<usize>| at.and_then(|at| siblings.get(at)?.1.as_ref());
    Position::between(key(after), key(Some(next)))
}

type ValueKey<'a> = [(&'static str, &'a str); 3];

fn value_key<'a>(
    measure: &'a str,
    series: &'a str,
    period: &'a str,
) -> Result<(Id<Value>, ValueKey<'a>), ChangeProblem> {
    let parts = (|| {
        let measure = Id::new(RowId::parse(measure).ok()?);
        let series_of = match series {
            "actual" => Series::Actual,
            "target" => Series::Target,
            id => Series::Comparator(Id::new(RowId::parse(id).ok()?)),
        };
        let period = Period::parse(period).ok()?;
        Some(Value::id_of(&measure, &series_of, period))
    })();
    let id = parts.ok_or_else(|| not_there(measure))?;
    Ok((
        id,
        [("measure", measure), ("series", series), ("period", period)],
    ))
}

/// The cells of a figure's row that say what was entered.
fn figure_cells(entered: Entered) -> Vec<(&'static str, String)> {
    let (amount, absence, words, note, provisional) = match entered {
        Entered::Nothing => Default::default(),
        Entered::Figure {
            amount,
            note,
            provisional,
        } => (
            amount.to_string(),
            String::new(),
            String::new(),
            note,
            if provisional { "yes" } else { "" },
        ),
        Entered::Absent { absence, words } => (
            String::new(),
            absence.as_str().to_owned(),
            words,
            String::new(),
            "",
        ),
    };
    vec![
        ("amount", amount),
        ("absence", absence),
        ("words", words),
        ("note", note),
        ("provisional", provisional.to_owned()),
    ]
}

/// The canonical text of what was typed into a cell.
fn read_cell(field: &Field, text: &str) -> Result<String, EntryProblem> {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{b}'], "\n")
        .replace('\t', " ");
    let text = text.trim();
    if text.is_empty() {
        return if field.required {
            Err(EntryProblem::Missing)
        } else {
            Ok(String::new())
        };
    }
    match field.kind {
        Kind::Line => Ok(text
            .split('\n')
            .map(str::trim)
            .collect::<Vec<_>>()
            .join(" ")),
        Kind::Date => date::read(text).map(|date| date.format("%Y-%m-%d").to_string()),
        Kind::Decimal => match figure::read(text, Unit::Percent)? {
            Entered::Figure { amount, note, .. } if note.is_empty() => Ok(amount.to_string()),
            _ => Err(EntryProblem::NotANumber {
                text: text.chars().take(40).collect(),
            }),
        },
        Kind::Flag if text == "no" => Ok(String::new()),
        Kind::Period => Period::parse(text).map(|period| period.to_string()),
        _ => Ok(text.to_owned()),
    }
}

fn not_there(place: &str) -> ChangeProblem {
    ChangeProblem::NotThere {
        place: place.to_owned(),
    }
}
