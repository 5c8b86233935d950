//! The edit door: the one function through which a file's content changes.

use std::collections::{BTreeSet, HashMap, HashSet};

use outturn_model::record::{Field, Kind};
use outturn_model::{Book, Edit, Entity, Place, Row, RowId};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::changeset::{self, RowChange};
use crate::error::{Problem, Reason, StoreError};
use crate::file::Store;
use crate::history::{ChangeId, ChangeKind};
use crate::link::{self, Draft, Link};
use crate::lock::Moment;
use crate::merge;
use crate::read;
use crate::seal::Seal;
use crate::tree;
use crate::undo::{self, Typing};

/// Who makes a change, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The person, as they named themselves to the program.
    pub person: String,
    /// The moment, read from the clock by the caller.
    pub at: Moment,
}

/// What is being done, for history and for the words beside undo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The catalogue key of the words, such as `edit-commentary`.
    pub key: &'static str,
    /// The place they are about.
    pub place: Option<Place>,
}

impl Label {
    /// A label about no place in particular.
    pub fn new(key: &'static str) -> Self {
        Self { key, place: None }
    }

    /// A label about a place.
    pub fn about(key: &'static str, place: Place) -> Self {
        Self {
            key,
            place: Some(place),
        }
    }
}

/// What a change did: what the screens must read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// The change in history; nothing if the edits changed nothing.
    pub change: Option<ChangeId>,
    /// Every row that was put in, changed or taken out, by table and id.
    pub touched: Vec<(Entity, RowId)>,
    /// The same rows, with what was done to their cells.
    pub rows: Vec<RowChange>,
}

impl Committed {
    pub(crate) fn of(link: &Link, rows: Vec<RowChange>) -> Self {
        Self {
            change: Some(ChangeId(link.id)),
            touched: rows
                .iter()
                .map(|row| (row.entity, row.row.clone()))
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect(),
            rows,
        }
    }

    pub(crate) fn nothing() -> Self {
        Self {
            change: None,
            touched: Vec::new(),
            rows: Vec::new(),
        }
    }
}

impl Store {
    /// Makes edits, all of them or none, in the order given. Each row they touch is checked and put
    /// in canonical text; narratives are taken to be canonical. When this returns, the change is in
    /// the file and survives a power cut.
    ///
    /// # Errors
    /// [`Problem::Refused`] with the place and the reason if an edit does not fit; otherwise why the
    /// file could not be written. Nothing is changed then.
    pub fn transact(
        &mut self,
        by: &Author,
        label: &Label,
        edits: &[Edit],
    ) -> Result<Committed, StoreError> {
        let typing = self.typing;
        let done = self
            .writable()
            .and_then(|conn| transact(conn, typing, by, label, edits));
        self.guard(done)
    }

    /// Puts a whole book into a file that has nothing in it, as one change. Undo does not go back
    /// beyond it.
    ///
    /// # Errors
    /// [`Problem::NotEmpty`] if the file has content; [`Problem::Refused`] with the place and the
    /// reason if a row does not fit. Nothing is changed then.
    pub fn import(
        &mut self,
        by: &Author,
        label: &Label,
        book: &Book,
    ) -> Result<Committed, StoreError> {
        let done = self
            .writable()
            .and_then(|conn| import(conn, by, label, book));
        self.guard(done)
    }
}

fn transact(
    conn: &mut Connection,
    typing: Typing,
    by: &Author,
    label: &Label,
    edits: &[Edit],
) -> Result<Committed, Problem> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let rows = watched(&tx, |tx| edits.iter().try_for_each(|edit| make(tx, edit)))?;
    if rows.is_empty() {
        return Ok(Committed::nothing());
    }
    tree::check(&tx, &rows)?;
    let last = link::last(&tx)?;
    let (under, step) = undo::stacked(&tx, last.as_ref(), by, label.key, &rows, typing)?;
    let draft = Draft {
        under,
        step,
        ..Draft::new(ChangeKind::Edit, label, by)
    };
    finish(tx, last.as_ref(), draft, rows)
}

pub(crate) fn import(
    conn: &mut Connection,
    by: &Author,
    label: &Label,
    book: &Book,
) -> Result<Committed, Problem> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let last = link::last(&tx)?;
    if last
        .as_ref()
        .is_some_and(|last| last.content != Seal::default())
    {
        return Err(Problem::NotEmpty);
    }
    let rows = put_in(&tx, book)?;
    if rows.is_empty() {
        return Ok(Committed::nothing());
    }
    let draft = Draft::new(ChangeKind::Import, label, by);
    finish(tx, last.as_ref(), draft, rows)
}

/// Puts the rows of a book into tables that are empty.
pub(crate) fn put_in(tx: &Transaction, book: &Book) -> Result<Vec<RowChange>, Problem> {
    let tables = checked(book)?;
    let rows = watched(tx, |tx| {
        // A section may stand in one that comes after it.
        tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        for (entity, rows) in &tables {
            for row in rows {
                changeset::insert(tx, *entity, row)?;
            }
        }
        Ok(())
    })?;
    tree::check(tx, &rows)?;
    Ok(rows)
}

/// Does work on the content and says what it came to.
pub(crate) fn watched(
    tx: &Transaction,
    work: impl FnOnce(&Connection) -> Result<(), Problem>,
) -> Result<Vec<RowChange>, Problem> {
    let mut session = changeset::watch(tx)?;
    work(tx)?;
    changeset::capture(&mut session)
}

/// Seals what was done, writes it into history and commits.
fn finish(
    tx: Transaction,
    last: Option<&Link>,
    draft: Draft,
    rows: Vec<RowChange>,
) -> Result<Committed, Problem> {
    let (link, rows) = record(&tx, last, draft, rows)?;
    tx.commit()?;
    Ok(Committed::of(&link, rows))
}

/// Seals what was done and writes it into history. Gives all that came of it.
pub(crate) fn record(
    tx: &Transaction,
    last: Option<&Link>,
    draft: Draft,
    rows: Vec<RowChange>,
) -> Result<(Link, Vec<RowChange>), Problem> {
    let before = last.map(|last| last.content).unwrap_or_default();
    let content = changeset::reseal(tx, before, &rows)?;
    let by = draft.by;
    let link = link::write(tx, last, draft, &rows, content)?;
    let rows = merge::after(tx, by, rows)?;
    Ok((link, rows))
}

pub(crate) fn make(conn: &Connection, edit: &Edit) -> Result<(), Problem> {
    match edit {
        Edit::Insert { entity, row } => {
            let row = canonical(*entity, row)?;
            if read::exists(conn, *entity, row.id.as_str())? {
                return Err(refused(*entity, &row.id, Reason::RowExists));
            }
            for (field, cell) in entity.fields().iter().zip(&row.cells) {
                refers(*entity, &row.id, field, cell.as_deref(), |to, id| {
                    read::exists(conn, to, id)
                })?;
            }
            changeset::insert(conn, *entity, &row)
        }
        Edit::Set {
            entity,
            row,
            field,
            to,
        } => {
            let Some((column, declared)) = entity.field(field) else {
                let field = (*field).to_owned();
                return Err(refused(*entity, row, Reason::NoSuchField { field }));
            };
            let before = read::row(conn, *entity, row)?
                .ok_or_else(|| refused(*entity, row, Reason::NoSuchRow))?;
            let mut after = before.clone();
            after.cells[column].clone_from(to);
            let after = canonical(*entity, &after)?;
            refers(
                *entity,
                row,
                declared,
                after.cells[column].as_deref(),
                |to, id| read::exists(conn, to, id),
            )?;
            for (index, field) in entity.fields().iter().enumerate() {
                if before.cells[index] != after.cells[index] {
                    changeset::set(conn, *entity, row, field.name, &after.cells[index])?;
                }
            }
            Ok(())
        }
        Edit::Remove { entity, row } => {
            if !read::exists(conn, *entity, row.as_str())? {
                return Err(refused(*entity, row, Reason::NoSuchRow));
            }
            changeset::delete(conn, *entity, row)
        }
    }
}

/// The rows of a book, table by table, each in canonical text and with every reference met.
fn checked(book: &Book) -> Result<Vec<(Entity, Vec<Row>)>, Problem> {
    let mut tables = Vec::new();
    let mut ids: HashMap<Entity, HashSet<RowId>> = HashMap::new();
    for entity in Entity::ALL {
        let mut rows = Vec::new();
        let known = ids.entry(*entity).or_default();
        for row in book.rows(*entity) {
            let row = canonical(*entity, &row)?;
            if !known.insert(row.id.clone()) {
                return Err(refused(*entity, &row.id, Reason::RowExists));
            }
            rows.push(row);
        }
        tables.push((*entity, rows));
    }
    let met = |to: Entity, id: &str| {
        let id = RowId::parse(id).ok();
        Ok(id.is_some_and(|id| ids.get(&to).is_some_and(|known| known.contains(&id))))
    };
    for (entity, rows) in &tables {
        for row in rows {
            for (field, cell) in entity.fields().iter().zip(&row.cells) {
                refers(*entity, &row.id, field, cell.as_deref(), met)?;
            }
        }
    }
    Ok(tables)
}

/// The row in canonical text, if its cells and its id fit its table.
pub(crate) fn canonical(entity: Entity, row: &Row) -> Result<Row, Problem> {
    if row.cells.len() > entity.fields().len() {
        return Err(refused(entity, &row.id, Reason::TooManyCells));
    }
    let filled = Row {
        id: row.id.clone(),
        cells: row
            .cells
            .iter()
            .map(|cell| cell.clone().filter(|text| !text.is_empty()))
            .collect(),
    };
    let row = entity.canonical(&filled).map_err(|wrong| {
        let place = Place::cell(entity, &row.id, wrong.field);
        Problem::refused(place, Reason::Cell(wrong.problem))
    })?;
    let allowed = match entity {
        Entity::Directorate => row.id.as_str() == "directorate",
        Entity::Comparator => !["actual", "target"].contains(&row.id.as_str()),
        _ => true,
    };
    if !allowed {
        return Err(refused(entity, &row.id, Reason::IdNotAllowed));
    }
    if !entity.key().is_empty() {
        let cell = |name: &&str| row.cells[entity.field(name)?.0].as_deref();
        let expected = RowId::joined(entity.key().iter().filter_map(cell));
        if row.id != expected {
            return Err(refused(entity, &row.id, Reason::IdDiffers { expected }));
        }
    }
    Ok(row)
}

/// Checks that what a cell points to is there.
pub(crate) fn refers(
    entity: Entity,
    row: &RowId,
    field: &Field,
    cell: Option<&str>,
    exists: impl FnOnce(Entity, &str) -> Result<bool, Problem>,
) -> Result<(), Problem> {
    let Some(id) = cell else { return Ok(()) };
    let to = match field.kind {
        Kind::Reference(to) => to,
        Kind::Series if !["actual", "target"].contains(&id) => Entity::Comparator,
        _ => return Ok(()),
    };
    if exists(to, id)? {
        return Ok(());
    }
    let place = Place::cell(entity, row, field.name);
    let id = id.to_owned();
    Err(Problem::refused(place, Reason::NoSuchReference { to, id }))
}

fn refused(entity: Entity, row: &RowId, reason: Reason) -> Problem {
    Problem::refused(Place::row(entity, row), reason)
}
