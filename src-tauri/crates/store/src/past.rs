//! Earlier states of the content: which changes touched what, what the content was after a change,
//! and the edits that lead back to it.

use std::collections::BTreeMap;

use outturn_model::record::{Field, Kind};
use outturn_model::{Book, Edit, Entity, Row, RowId};
use rusqlite::{Connection, OptionalExtension};

use crate::changeset::RowChangeKind;
use crate::error::{Problem, StoreError};
use crate::file::Store;
use crate::history::{Change, ChangeId, HistoryFilter, damaged};
use crate::link::{self, cell_ids, row_kind_of};
use crate::seal::Seal;

/// Which changes to name, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Those that touched one of these rows; nothing for all.
    pub rows: Option<Vec<(Entity, RowId)>>,
    /// Of those rows, only what was done to this field.
    pub field: Option<&'static str>,
    /// Those of one person.
    pub person: Option<String>,
    /// Those before this one.
    pub before: Option<ChangeId>,
    /// At most so many.
    pub limit: usize,
}

/// The rows of a content, by table and id.
pub(crate) type Rows = BTreeMap<(Entity, RowId), Row>;

impl Store {
    /// The numbers of the changes that are wanted, the newest first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn changes(&self, wanted: &Wanted) -> Result<Vec<ChangeId>, StoreError> {
        self.guard(changes(&self.conn, wanted))
    }

    /// One change, with as many of its cells as `cells`; nothing if there is none of this number.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn change(&self, id: ChangeId, cells: usize) -> Result<Option<Change>, StoreError> {
        let filter = HistoryFilter {
            before: Some(ChangeId(id.0.saturating_add(1))),
            limit: 1,
            cells,
            ..HistoryFilter::default()
        };
        let found = self.history(&filter)?.into_iter().next();
        Ok(found.filter(|change| change.id == id))
    }

    /// The last change; nothing in a file that never held anything.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn last_change(&self) -> Result<Option<ChangeId>, StoreError> {
        let last = link::last(&self.conn).map(|last| last.map(|last| ChangeId(last.id)));
        self.guard(last)
    }

    /// Everyone who has changed the file, by name.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn authors(&self) -> Result<Vec<String>, StoreError> {
        self.guard(authors(&self.conn))
    }

    /// The rows that were in the file once and are no longer, each as it was when it went.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn gone(&self) -> Result<Vec<(Entity, Row)>, StoreError> {
        self.guard(gone(&self.conn))
    }

    /// The content as it was once a change was made: what is there now, with every later change
    /// taken back. It is checked against the seal that the change left.
    ///
    /// # Errors
    /// If the file cannot be read, has no such change, or its history does not lead back.
    pub fn book_at(&self, change: ChangeId) -> Result<Book, StoreError> {
        self.guard(book_at(&self.conn, change.0))
    }
}

fn changes(conn: &Connection, wanted: &Wanted) -> Result<Vec<ChangeId>, Problem> {
    const SQL: &str = r#"
        SELECT "id" FROM "change"
        WHERE (?1 IS NULL OR "id" < ?1) AND (?2 IS NULL OR "person" = ?2)
          AND (?3 IS NULL OR "id" IN (
              SELECT "change" FROM "change_cell"
              WHERE "table" || '/' || "row" IN (SELECT "value" FROM json_each(?3))
                AND (?4 IS NULL OR "field" = ?4)))
        ORDER BY "id" DESC LIMIT ?5"#;
    // An id holds no character that JSON would have escaped.
    let quoted = |(entity, row): &(Entity, RowId)| format!("\"{}/{row}\"", entity.table());
    let rows = wanted.rows.as_ref().map(|rows| {
        let list: Vec<String> = rows.iter().map(quoted).collect();
        format!("[{}]", list.join(","))
    });
    let mut statement = conn.prepare_cached(SQL)?;
    let found = statement.query_map(
        (
            wanted.before.map(|change| change.0),
            &wanted.person,
            rows,
            wanted.field,
            i64::try_from(wanted.limit).unwrap_or(i64::MAX),
        ),
        |row| row.get(0).map(ChangeId),
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn authors(conn: &Connection) -> Result<Vec<String>, Problem> {
    const SQL: &str = r#"SELECT DISTINCT "person" FROM "change" ORDER BY "person""#;
    let mut statement = conn.prepare_cached(SQL)?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn gone(conn: &Connection) -> Result<Vec<(Entity, Row)>, Problem> {
    const SQL: &str = r#"
        SELECT "change", "table", "row", "field", "before" FROM "change_cell"
        WHERE "kind" = 'delete' ORDER BY "id""#;
    let mut rows: BTreeMap<(Entity, RowId), (i64, Row)> = BTreeMap::new();
    let mut statement = conn.prepare_cached(SQL)?;
    let mut found = statement.query([])?;
    while let Some(line) = found.next()? {
        let change: i64 = line.get(0)?;
        let (entity, id) = address(line, change)?;
        let key = (entity, id.clone());
        let held = rows
            .entry(key)
            .or_insert_with(|| (change, empty(entity, id.clone())));
        if held.0 < change {
            *held = (change, empty(entity, id));
        }
        put(entity, &mut held.1, line.get(3)?, line.get(4)?, change)?;
    }
    let mut gone = Vec::new();
    for ((entity, id), (_, row)) in rows {
        if !crate::read::exists(conn, entity, id.as_str())? {
            gone.push((entity, row));
        }
    }
    Ok(gone)
}

fn book_at(conn: &Connection, change: i64) -> Result<Book, Problem> {
    let content = conn
        .prepare_cached(r#"SELECT "content" FROM "change" WHERE "id" = ?1"#)?
        .query_row([change], |row| row.get(0))
        .optional()?
        .map(Seal::from_bytes)
        .ok_or_else(|| damaged(change))?;
    let rows = rows_at(conn, change, content)?;
    let mut tables: BTreeMap<Entity, Vec<Row>> = BTreeMap::new();
    for ((entity, _), row) in rows {
        tables.entry(entity).or_default().push(row);
    }
    Book::from_rows(|entity| tables.remove(&entity).unwrap_or_default())
        .map_err(|_| damaged(change))
}

/// The rows as a change left them, checked against the seal it left.
pub(crate) fn rows_at(conn: &Connection, change: i64, content: Seal) -> Result<Rows, Problem> {
    let mut rows = Rows::new();
    for entity in Entity::ALL {
        for row in crate::read::rows(conn, *entity, "", [])? {
            rows.insert((*entity, row.id.clone()), row);
        }
    }
    take_back(conn, &mut rows, change)?;
    let mut seal = Seal::default();
    for ((entity, _), row) in &rows {
        seal.add(*entity, row);
    }
    if seal != content {
        return Err(damaged(change));
    }
    Ok(rows)
}

/// Takes every change after one back, the last first, cell by cell. A change touches a row once, so
/// that the order within it does not matter.
fn take_back(conn: &Connection, rows: &mut Rows, change: i64) -> Result<(), Problem> {
    const SQL: &str = r#"
        SELECT "change", "table", "row", "field", "before", "kind" FROM "change_cell"
        WHERE "id" > ?1 ORDER BY "id" DESC"#;
    let mut statement = conn.prepare_cached(SQL)?;
    let mut found = statement.query([*cell_ids(change).end()])?;
    while let Some(line) = found.next()? {
        let later: i64 = line.get(0)?;
        let (entity, id) = address(line, later)?;
        let kind = line.get_ref(5)?.as_str().ok().and_then(row_kind_of);
        let key = (entity, id.clone());
        match kind.ok_or_else(|| damaged(later))? {
            RowChangeKind::Insert => drop(rows.remove(&key)),
            RowChangeKind::Delete => {
                let row = rows.entry(key).or_insert_with(|| empty(entity, id));
                put(entity, row, line.get(3)?, line.get(4)?, later)?;
            }
            RowChangeKind::Update => {
                let row = rows.get_mut(&key).ok_or_else(|| damaged(later))?;
                put(entity, row, line.get(3)?, line.get(4)?, later)?;
            }
        }
    }
    Ok(())
}

fn address(line: &rusqlite::Row, change: i64) -> Result<(Entity, RowId), Problem> {
    let (table, row): (String, String) = (line.get(1)?, line.get(2)?);
    let entity = Entity::from_table(&table).ok_or_else(|| damaged(change))?;
    let row = RowId::parse(&row).map_err(|_| damaged(change))?;
    Ok((entity, row))
}

fn empty(entity: Entity, id: RowId) -> Row {
    let cells = vec![None; entity.fields().len()];
    Row { id, cells }
}

fn put(
    entity: Entity,
    row: &mut Row,
    field: Option<String>,
    to: Option<String>,
    change: i64,
) -> Result<(), Problem> {
    let Some(field) = field else { return Ok(()) };
    let (column, _) = entity.field(&field).ok_or_else(|| damaged(change))?;
    row.cells[column] = to;
    Ok(())
}

/// The edits that lead from one book to another, in an order in which the edit door takes them, for
/// the rows that are `within`.
///
/// A row is put in after those it points to; what points within its own table is set once all of
/// them are there. Rows are taken out last, those that hang under others first, so that nothing goes
/// along with another.
pub fn edits_between(
    now: &Book,
    then: &Book,
    within: impl Fn(Entity, &RowId) -> bool,
) -> Vec<Edit> {
    let (mut inserts, mut sets, mut removes) = (Vec::new(), Vec::new(), Vec::new());
    for entity in Entity::ALL.iter().copied() {
        for row in then.rows(entity) {
            if !within(entity, &row.id) {
                continue;
            }
            match now.row(entity, &row.id) {
                Some(held) => sets.extend(differing(entity, &held, &row)),
                None => {
                    let first = without_own(entity, &row);
                    sets.extend(differing(entity, &first, &row));
                    inserts.push(Edit::Insert { entity, row: first });
                }
            }
        }
        let mut lost = now.rows(entity);
        lost.retain(|row| within(entity, &row.id) && then.row(entity, &row.id).is_none());
        if entity == Entity::Section {
            lost.sort_by_key(|row| depth(now, &row.id));
        }
        removes.extend(lost.into_iter().map(|row| (entity, row.id)));
    }
    let removes = removes
        .into_iter()
        .rev()
        .map(|(entity, row)| Edit::Remove { entity, row });
    inserts.into_iter().chain(sets).chain(removes).collect()
}

/// The edits of a row's cells.
fn differing(entity: Entity, from: &Row, to: &Row) -> Vec<Edit> {
    let cells = from.cells.iter().zip(&to.cells).zip(entity.fields());
    cells
        .filter(|((from, to), _)| from != to)
        .map(|((_, to), field)| Edit::Set {
            entity,
            row: from.id.clone(),
            field: field.name,
            to: to.clone(),
        })
        .collect()
}

/// A row without what it points to in its own table, unless it cannot be without.
fn without_own(entity: Entity, row: &Row) -> Row {
    let own = |field: &Field| field.kind == Kind::Reference(entity) && !field.required;
    let cells = row.cells.iter().zip(entity.fields());
    Row {
        id: row.id.clone(),
        cells: cells
            .map(|(cell, field)| cell.clone().filter(|_| !own(field)))
            .collect(),
    }
}

/// How many sections a section stands in.
fn depth(book: &Book, section: &RowId) -> usize {
    let above = |id: &RowId| {
        let section = book.sections.find(id)?;
        section.parent.as_ref().map(|parent| parent.row().clone())
    };
    // A circle of sections is as deep as there are sections.
    std::iter::successors(Some(section.clone()), above)
        .take(book.sections.len() + 1)
        .count()
}
