//! Rows gathered from all files: given ids and positions, checked, and made a book.

use std::collections::{HashMap, HashSet};

use outturn_model::cell::{CellType as _, EntryProblem};
use outturn_model::position::Position;
use outturn_model::record::{Field, FieldProblem, Kind};
use outturn_model::{Book, Entity, Message, Row, RowId};

use super::cells::{Given, Written};
use super::layout;
use super::problem::{At, Problems, cell_message, nearest};

/// The rows gathered so far.
#[derive(Default)]
pub(crate) struct Gather {
    rows: HashMap<Entity, Vec<Found>>,
    /// Where each id was first met.
    ids: HashMap<(Entity, RowId), (String, usize)>,
    /// Tables of which not every id is known, so that a reference to them proves nothing.
    incomplete: HashSet<Entity>,
    nameless: HashSet<RowId>,
    /// What is wrong.
    pub problems: Problems,
}

struct Found {
    row: Row,
    file: String,
    /// The line of each field that a file says.
    lines: Vec<Option<usize>>,
}

/// Where a row stands: what its place in the folder says about it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Standing<'a> {
    /// The row it hangs under.
    pub parent: Option<&'a RowId>,
    /// The row of its own table it stands in.
    pub within: Option<&'a RowId>,
    /// The id it has if none is given.
    pub id: Option<String>,
}

/// The last row of each list of siblings, for the rows that follow.
#[derive(Default)]
pub(crate) struct Siblings(HashMap<Option<String>, (Position, RowId)>);

impl Gather {
    /// Nothing gathered yet, and what is known to be wrong already.
    pub fn new(problems: Problems) -> Self {
        Self {
            problems,
            ..Self::default()
        }
    }

    /// Takes in a row. Its id is returned; where it has none that can be used, one that no file
    /// can have, so that what hangs under the row can still be checked.
    pub fn add(
        &mut self,
        file: &str,
        entity: Entity,
        mut written: Written,
        standing: &Standing<'_>,
        siblings: &mut Siblings,
    ) -> RowId {
        place(entity, &mut written, standing);
        let (cells, faults) = self.fitted(file, entity, &written);
        if written.id.is_none() && self.stands_in_nameless(entity, standing) {
            // An id made of one that is not there says nothing to anybody.
            return self.nameless(entity);
        }
        let Some(id) = self.id_of(file, entity, &written, standing, &cells, &faults) else {
            return self.nameless(entity);
        };
        self.meet(file, entity, &written, &id);
        let mut row = Row {
            id: id.clone(),
            cells,
        };
        self.put_in_order(file, entity, &written, &mut row, siblings);
        let lines = written.fields.iter().map(Given::line).collect();
        self.rows.entry(entity).or_default().push(Found {
            row,
            file: file.to_owned(),
            lines,
        });
        id
    }

    /// A cell of a row gathered so far.
    pub fn cell(&self, entity: Entity, id: &RowId, field: &str) -> Option<String> {
        let (column, _) = entity.field(field)?;
        let mut rows = self.rows.get(&entity)?.iter();
        let found = rows.rfind(|found| found.row.id == *id)?;
        found.row.cells[column].clone()
    }

    /// Says that a table has rows that could not be gathered.
    pub fn leave_incomplete(&mut self, entity: Entity) {
        self.incomplete.insert(entity);
    }

    /// Whether every row of a table was gathered so far.
    pub fn is_whole(&self, entity: Entity) -> bool {
        !self.incomplete.contains(&entity)
    }

    /// An id that no file can have, for a row that has none.
    pub fn nameless(&mut self, entity: Entity) -> RowId {
        self.leave_incomplete(entity);
        // The longest id there can be; a file that gives it to a row gives it to one row.
        let text = format!("{:0>200}", self.nameless.len() + 1);
        let id = RowId::parse(&text).unwrap_or_else(|_| RowId::from_random([0; 10]));
        self.nameless.insert(id.clone());
        id
    }

    /// Whether a row's own id would be made of one that is not there.
    fn stands_in_nameless(&self, entity: Entity, standing: &Standing<'_>) -> bool {
        let made_of_parent = standing.id.is_some() || !entity.key().is_empty();
        made_of_parent && standing.parent.is_some_and(|id| self.nameless.contains(id))
    }

    /// Checks every reference and makes the book.
    pub fn finish(mut self) -> Result<Book, Problems> {
        self.check_references();
        if !self.problems.is_empty() {
            return Err(self.problems);
        }
        let rows = &mut self.rows;
        Book::from_rows(|entity| {
            let found = rows.remove(&entity).unwrap_or_default();
            found.into_iter().map(|found| found.row).collect()
        })
        .map_err(|(_, id, FieldProblem { field, problem })| {
            // Every row has been read once, so none fails here; if one did, it would be told.
            let mut problems = Problems::default();
            problems.add(At::file(id.as_str()).field(field), cell_message(&problem));
            problems
        })
    }

    /// The row's cells in canonical text, and the fields that could not be read, which hold
    /// something that can. The order key of a row that gives none is filled in later.
    fn fitted(
        &mut self,
        file: &str,
        entity: Entity,
        written: &Written,
    ) -> (Vec<Option<String>>, HashSet<&'static str>) {
        let mut faults = HashSet::new();
        let mut row = Row {
            id: RowId::from_random([0; 10]),
            cells: written.fields.iter().map(Given::cell).collect(),
        };
        if let Some(column) = layout::position_column(entity)
            && row.cells[column].is_none()
        {
            row.cells[column] = Position::between(None, None).to_cell();
        }
        // Each turn finds one field and replaces it, so there are no more turns than fields.
        for _ in 0..=entity.fields().len() {
            let FieldProblem { field, problem } = match entity.canonical(&row) {
                Ok(canonical) => return (canonical.cells, faults),
                Err(fault) => fault,
            };
            let Some((column, known)) = entity.field(field) else {
                break;
            };
            faults.insert(field);
            row.cells[column] = stand_in(known);
            let given = &written.fields[column];
            if !matches!(given, Given::Refused) {
                let line = given.line().unwrap_or(written.line) + lines_before(given, &problem);
                let shown = written.shown_as.as_deref().unwrap_or(field);
                let at = At::line(given.file().unwrap_or(file), line).field(shown);
                self.problems.add(at, cell_message(&problem));
            }
        }
        (row.cells, faults)
    }

    fn id_of(
        &mut self,
        file: &str,
        entity: Entity,
        written: &Written,
        standing: &Standing<'_>,
        cells: &[Option<String>],
        faults: &HashSet<&str>,
    ) -> Option<RowId> {
        let key = entity.key();
        if key.iter().any(|field| faults.contains(field)) {
            return None;
        }
        let joined = || {
            let columns = key.iter().filter_map(|field| entity.field(field));
            let parts = columns.filter_map(|(column, _)| cells[column].as_deref());
            parts.collect::<Vec<_>>().join("/")
        };
        let (text, line, field) = match &written.id {
            _ if !key.is_empty() => (joined(), written.line, None),
            Some((id, line)) => (id.clone(), *line, Some(layout::ID)),
            None => match &standing.id {
                Some(id) => (id.clone(), written.line, None),
                None => {
                    let at = At::line(file, written.line).field(layout::ID);
                    self.problems.add(at, Message::new("form-cell-missing"));
                    return None;
                }
            },
        };
        match RowId::parse(&text) {
            Ok(id) => Some(id),
            Err(problem) => {
                let at = At {
                    field,
                    ..At::line(file, line)
                };
                let message = match field {
                    Some(_) => cell_message(&problem),
                    None => Message::new("form-place-is-no-id").with("text", text),
                };
                self.problems.add(at, message);
                None
            }
        }
    }

    /// Remembers where an id stands; a second one is a problem.
    fn meet(&mut self, file: &str, entity: Entity, written: &Written, id: &RowId) {
        let line = written.id.as_ref().map_or(written.line, |(_, line)| *line);
        let first = (file.to_owned(), line);
        if let Some((other, other_line)) = self.ids.get(&(entity, id.clone())) {
            let at = At {
                field: written.id.is_some().then_some(layout::ID),
                ..At::line(file, line)
            };
            let message = Message::new("form-duplicate-id")
                .with("id", id.as_str())
                .with("file", other.as_str())
                .with("line", other_line.to_string());
            self.problems.add(at, message);
            // The id that was meant is not known.
            self.leave_incomplete(entity);
        } else {
            self.ids.insert((entity, id.clone()), first);
        }
    }

    /// Gives the row the order key that follows its elder sibling's, or checks the one it has.
    fn put_in_order(
        &mut self,
        file: &str,
        entity: Entity,
        written: &Written,
        row: &mut Row,
        siblings: &mut Siblings,
    ) {
        let Some(column) = layout::position_column(entity) else {
            return;
        };
        let list = layout::divided_by(entity)
            .and_then(|field| entity.field(field))
            .and_then(|(column, _)| row.cells[column].clone());
        let elder = siblings.0.get(&list);
        let given = Position::from_cell(written.fields[column].cell().as_deref()).ok();
        let position = match given {
            Some(position) => {
                if elder.is_some_and(|(before, id)| (&position, &row.id) < (before, id)) {
                    let line = written.fields[column].line().unwrap_or(written.line);
                    let at = At::line(file, line).field(entity.fields()[column].name);
                    self.problems.add(at, Message::new("form-position-order"));
                }
                position
            }
            None => Position::between(elder.map(|(before, _)| before), None),
        };
        row.cells[column] = position.to_cell();
        siblings.0.insert(list, (position, row.id.clone()));
    }

    fn check_references(&mut self) {
        let mut names: HashMap<Entity, Vec<&str>> = HashMap::new();
        for (entity, id) in self.ids.keys() {
            names.entry(*entity).or_default().push(id.as_str());
        }
        for entity in Entity::ALL {
            for found in self.rows.get(entity).into_iter().flatten() {
                let cells = entity.fields().iter().zip(&found.row.cells);
                for ((field, cell), line) in cells.zip(&found.lines) {
                    let Some((target, id)) = reference(field, cell.as_deref()) else {
                        continue;
                    };
                    let Some(line) = *line else { continue };
                    let known = names.entry(target).or_default();
                    let is_known =
                        RowId::parse(id).is_ok_and(|id| self.ids.contains_key(&(target, id)));
                    if is_known || self.incomplete.contains(&target) {
                        continue;
                    }
                    known.sort_unstable();
                    let message = match nearest(id, known) {
                        Some(nearest) => {
                            Message::new("form-no-such-row-near").with("nearest", nearest)
                        }
                        None => Message::new("form-no-such-row"),
                    };
                    let message = message.with("id", id).with("table", target.table());
                    self.problems
                        .add(At::line(&found.file, line).field(field.name), message);
                }
            }
        }
    }
}

/// Fills in what the row's place says.
fn place(entity: Entity, written: &mut Written, standing: &Standing<'_>) {
    let mut fill = |field: Option<&str>, id: Option<&RowId>| {
        if let (Some(field), Some(id)) = (field, id) {
            let cell = Some(id.as_str().to_owned());
            written.set(entity, field, Given::Place(cell));
        }
    };
    fill(entity.parent().map(|(_, by)| by), standing.parent);
    fill(layout::within(entity), standing.within);
}

/// How many lines of a narrative stand before the character that is wrong with it.
fn lines_before(given: &Given, problem: &EntryProblem) -> usize {
    let (Given::Body { cell, .. } | Given::InFile { cell, .. }) = given else {
        return 0;
    };
    let EntryProblem::HiddenCharacter { code, .. } = problem else {
        return 0;
    };
    let hidden = |c: char| format!("U+{:04X}", u32::from(c)) == *code;
    let before = cell
        .iter()
        .flat_map(|text| text.chars())
        .take_while(|c| !hidden(*c));
    before.filter(|c| *c == '\n').count()
}

/// Something a field can hold, to go on with after its own text was refused.
fn stand_in(field: &Field) -> Option<String> {
    match field.kind {
        _ if !field.required => None,
        Kind::Choice(words) => words.first().map(ToString::to_string),
        Kind::Period => Some("2000-01".to_owned()),
        Kind::Series => Some("actual".to_owned()),
        Kind::Position => Position::between(None, None).to_cell(),
        _ => Some("0".to_owned()),
    }
}

/// The row a cell points to, if it points to one.
fn reference<'a>(field: &Field, cell: Option<&'a str>) -> Option<(Entity, &'a str)> {
    match (field.kind, cell?) {
        (Kind::Reference(target), id) => Some((target, id)),
        (Kind::Series, "actual" | "target") => None,
        (Kind::Series, id) => Some((Entity::Comparator, id)),
        _ => None,
    }
}
