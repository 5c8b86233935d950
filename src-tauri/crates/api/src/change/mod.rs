//! What the window asks to change, as edits of the file.
//!
//! Text is read here as people type it: figures, dates, periods. What cannot be read is refused with
//! its sentence before anything is changed.

mod amount;
mod follow;
mod joined;
mod order;
mod ready;
#[cfg(test)]
mod table_tests;
#[cfg(test)]
mod tests;
mod typed;

use std::collections::BTreeMap;

use outturn_model::cell::EntryProblem;
use outturn_model::figure;
use outturn_model::section::{Meaning, Symbol};
use outturn_model::{Book, Edit, Entity, Message, Place, Record, Row, RowId};
use outturn_words::Words;

use crate::furnish;
use crate::wire::{Change, WireBlock};

use order::place_after;
pub(crate) use typed::typed;
use typed::{figure_cells, read_cell, value_key};

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
    /// What was typed is none of what can stand in the cell.
    NotOneOf {
        /// The cell.
        place: String,
        /// The sentence that says what can stand there.
        key: &'static str,
        /// What was typed, shortened.
        text: String,
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
            Self::NotOneOf { key, text, .. } => Message::new(key).with("text", text.as_str()),
            Self::CannotMove { .. } => Message::new("change-cannot-move"),
        }
    }

    /// The place it is about.
    pub fn place(&self) -> &str {
        match self {
            Self::Entry { place, .. }
            | Self::NotThere { place }
            | Self::NotOneOf { place, .. }
            | Self::CannotMove { place } => place,
        }
    }
}

/// The edits that a list of changes comes to, and the ids of the rows they add.
///
/// `words` names what is furnished, and the statuses that are typed by their word. `fresh` gives ten random bytes for a new id.
///
/// # Errors
/// The first change that cannot be made.
pub fn edits_of(
    book: &Book,
    words: &Words,
    changes: &[Change],
    fresh: &mut dyn FnMut() -> [u8; 10],
) -> Result<(Vec<Edit>, Vec<RowId>), ChangeProblem> {
    let mut draft = Draft {
        book,
        words,
        fresh,
        edits: Vec::new(),
        added: Vec::new(),
    };
    for change in changes {
        draft.make(change)?;
    }
    Ok((draft.edits, draft.added))
}

/// Further edits that belong to these, in the same step: see [`follow`].
pub(crate) fn consequences(book: &Book, edits: &[Edit], words: &Words) -> Vec<Edit> {
    follow::consequences(book, edits, words)
}

struct Draft<'a> {
    book: &'a Book,
    words: &'a Words,
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
            Change::AddReadyTable {
                name,
                report,
                parent,
                after,
            } => self.add_ready_table(name, report, parent.as_deref(), after.as_deref()),
            Change::AddUsual { rows, parent } => self.add_usual(*rows, parent),
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
        let (place, text) = (&self.resolved_place(place), &self.resolved(text));
        let cell = Place::parse(place).ok_or_else(|| not_there(place))?;
        let name = cell.field.ok_or_else(|| not_there(place))?;
        let (_, field) = cell.entity.field(name).ok_or_else(|| not_there(place))?;
        let text = read_cell(field, text).map_err(|problem| ChangeProblem::Entry {
            place: place.to_owned(),
            problem,
        })?;
        if (cell.entity, name) == (Entity::Directorate, "accent") && !is_colour(&text) {
            return Err(ChangeProblem::NotOneOf {
                place: place.to_owned(),
                key: "change-not-a-colour",
                text: shortened(&text),
            });
        }
        self.set_cell(place, text)
    }

    /// Puts canonical text into a cell of a row that is there, or was added in the same step.
    fn set_cell(&mut self, place: &str, text: String) -> Result<(), ChangeProblem> {
        let cell = Place::parse(place).ok_or_else(|| not_there(place))?;
        let field = cell.field.ok_or_else(|| not_there(place))?;
        if self.pending_row(cell.entity, &cell.row).is_none() {
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

    /// The same for the row of a cell, as `line/@added/0#label`.
    fn resolved_place(&self, place: &str) -> String {
        let parts = place.split_once('/').and_then(|(entity, rest)| {
            let (row, field) = rest.split_once('#')?;
            Some(format!("{entity}/{}#{field}", self.resolved(row)))
        });
        parts.unwrap_or_else(|| place.to_owned())
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
            for (entity, row) in self.said_of_comparator(&gone.row) {
                self.push_remove(entity, row);
            }
        }
        self.push_remove(gone.entity, gone.row);
        Ok(())
    }

    /// A comparator's figures, and what reports say of their correction.
    fn said_of_comparator(&self, comparator: &RowId) -> Vec<(Entity, RowId)> {
        let values = self.book.values.iter();
        let values = values
            .filter(|value| value.series.as_str() == comparator.as_str())
            .map(|value| (Entity::Value, value.row_id().clone()));
        let restatements = self.book.restatements.iter();
        let restatements = restatements
            .filter(|restatement| restatement.series.as_str() == comparator.as_str())
            .map(|restatement| (Entity::Restatement, restatement.row_id().clone()));
        values.chain(restatements).collect()
    }

    fn push_remove(&mut self, entity: Entity, row: RowId) {
        self.edits.push(Edit::Remove { entity, row });
    }

    fn new_id(&mut self) -> RowId {
        RowId::from_random((self.fresh)())
    }
}

fn put(entity: Entity, row: &mut Row, field: &str, text: String) {
    if let Some((at, _)) = entity.field(field) {
        row.cells[at] = (!text.is_empty()).then_some(text);
    }
}

/// Whether a text is a colour as `#rrggbb`, or nothing.
fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#');
    text.is_empty()
        || digits.is_some_and(|digits| {
            digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        })
}

/// The beginning of what was typed, for a sentence about it.
fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

fn not_there(place: &str) -> ChangeProblem {
    ChangeProblem::NotThere {
        place: place.to_owned(),
    }
}
