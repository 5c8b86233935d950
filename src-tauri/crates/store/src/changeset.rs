//! What a transaction did to the content, cell by cell.

use std::collections::BTreeMap;

use outturn_model::cell::Cell;
use outturn_model::{Entity, Row, RowId};
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::params_from_iter;
use rusqlite::session::{ChangesetItem, Session};
use rusqlite::{Connection, Error};

use crate::error::{Part, Problem};
use crate::read;
use crate::seal::Seal;

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowChangeKind {
    /// It was put in.
    Insert,
    /// Some of its cells changed.
    Update,
    /// It was taken out.
    Delete,
}

/// What a change did to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowChange {
    /// The table.
    pub entity: Entity,
    /// The row.
    pub row: RowId,
    /// What happened to it.
    pub kind: RowChangeKind,
    /// The cells that changed. Of a row put in or taken out: those that are not empty.
    pub cells: Vec<CellChange>,
}

/// What a change did to one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The field.
    pub field: &'static str,
    /// What the cell held.
    pub before: Cell,
    /// What it holds since.
    pub after: Cell,
}

impl RowChange {
    /// The change that takes this one back.
    pub(crate) fn inverse(&self) -> Self {
        Self {
            entity: self.entity,
            row: self.row.clone(),
            kind: match self.kind {
                RowChangeKind::Insert => RowChangeKind::Delete,
                RowChangeKind::Update => RowChangeKind::Update,
                RowChangeKind::Delete => RowChangeKind::Insert,
            },
            cells: self
                .cells
                .iter()
                .map(|cell| CellChange {
                    field: cell.field,
                    before: cell.after.clone(),
                    after: cell.before.clone(),
                })
                .collect(),
        }
    }

    /// A row put in or taken out, whole.
    pub(crate) fn whole(&self, cell: impl Fn(&CellChange) -> &Cell) -> Row {
        let of = |field: &str| self.cells.iter().find(|cell| cell.field == field);
        Row {
            id: self.row.clone(),
            cells: self
                .entity
                .fields()
                .iter()
                .map(|field| of(field.name).and_then(|change| cell(change).clone()))
                .collect(),
        }
    }
}

/// Begins to record what happens to the content, and to nothing else.
pub(crate) fn watch(conn: &Connection) -> Result<Session<'_>, Problem> {
    let mut session = Session::new(conn)?;
    for entity in Entity::ALL {
        session.attach(Some(entity.table()))?;
    }
    Ok(session)
}

/// What happened since, in order of table and row.
pub(crate) fn capture(session: &mut Session) -> Result<Vec<RowChange>, Problem> {
    if session.is_empty() {
        return Ok(Vec::new());
    }
    let changeset = session.changeset()?;
    let mut items = changeset.iter()?;
    let mut rows = BTreeMap::new();
    while let Some(item) = items.next()? {
        let change = decode(item)?;
        rows.insert((change.entity, change.row.clone()), change);
    }
    Ok(rows.into_values().collect())
}

fn decode(item: &ChangesetItem) -> Result<RowChange, Problem> {
    let operation = item.op()?;
    let unknown = || {
        Problem::damaged(
            Part::Pages,
            format!("changeset of {}", operation.table_name()),
        )
    };
    let entity = Entity::from_table(operation.table_name()).ok_or_else(unknown)?;
    let (kind, id) = match operation.code() {
        Action::SQLITE_INSERT => (RowChangeKind::Insert, item.new_value(0)?),
        Action::SQLITE_UPDATE => (RowChangeKind::Update, item.old_value(0)?),
        Action::SQLITE_DELETE => (RowChangeKind::Delete, item.old_value(0)?),
        _ => return Err(unknown()),
    };
    let row = id.as_str().ok().and_then(|id| RowId::parse(id).ok());
    let mut cells = Vec::new();
    for (index, field) in entity.fields().iter().enumerate() {
        let cell = |value: rusqlite::Result<rusqlite::types::ValueRef>| match value {
            Ok(value) => Ok(value
                .as_str_or_null()
                .map_err(|_| unknown())?
                .map(str::to_owned)),
            // The cell was left as it is.
            Err(Error::InvalidColumnIndex(_)) => Ok(None),
            Err(error) => Err(Problem::from(error)),
        };
        let before = match kind {
            RowChangeKind::Insert => None,
            _ => cell(item.old_value(index + 1))?,
        };
        let after = match kind {
            RowChangeKind::Delete => None,
            _ => cell(item.new_value(index + 1))?,
        };
        if before != after {
            cells.push(CellChange {
                field: field.name,
                before,
                after,
            });
        }
    }
    Ok(RowChange {
        entity,
        row: row.ok_or_else(unknown)?,
        kind,
        cells,
    })
}

/// Makes these changes to the content.
///
/// Rows are put in first and taken out last, so that no cascade takes what is about to be changed.
/// References are settled when the transaction ends.
pub(crate) fn apply(conn: &Connection, rows: &[RowChange]) -> Result<(), Problem> {
    conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let of = |kind| rows.iter().filter(move |row| row.kind == kind);
    for change in of(RowChangeKind::Insert) {
        insert(conn, change.entity, &change.whole(|cell| &cell.after))?;
    }
    for change in of(RowChangeKind::Update) {
        for cell in &change.cells {
            set(conn, change.entity, &change.row, cell.field, &cell.after)?;
        }
    }
    for change in of(RowChangeKind::Delete).rev() {
        delete(conn, change.entity, &change.row)?;
    }
    Ok(())
}

/// Puts a row in.
pub(crate) fn insert(conn: &Connection, entity: Entity, row: &Row) -> Result<(), Problem> {
    let marks = vec!["?"; entity.fields().len() + 1].join(", ");
    let sql = format!(
        r#"INSERT INTO "{}" ({}) VALUES ({marks})"#,
        entity.table(),
        read::columns(entity)
    );
    let id = Some(row.id.as_str());
    let cells = row.cells.iter().map(Option::as_deref);
    conn.prepare_cached(&sql)?
        .execute(params_from_iter(std::iter::once(id).chain(cells)))?;
    Ok(())
}

/// Sets a cell.
pub(crate) fn set(
    conn: &Connection,
    entity: Entity,
    row: &RowId,
    field: &str,
    to: &Cell,
) -> Result<(), Problem> {
    let sql = format!(
        r#"UPDATE "{}" SET "{field}" = ?2 WHERE "id" = ?1"#,
        entity.table()
    );
    conn.prepare_cached(&sql)?
        .execute((row.as_str(), to.as_deref()))?;
    Ok(())
}

/// Takes a row out.
pub(crate) fn delete(conn: &Connection, entity: Entity, row: &RowId) -> Result<(), Problem> {
    let sql = format!(r#"DELETE FROM "{}" WHERE "id" = ?1"#, entity.table());
    conn.prepare_cached(&sql)?.execute([row.as_str()])?;
    Ok(())
}

/// The seal once these changes are made, from the seal before them. They are already made in the
/// tables, where the cells that an update left alone are found.
pub(crate) fn reseal(
    conn: &Connection,
    mut seal: Seal,
    rows: &[RowChange],
) -> Result<Seal, Problem> {
    for change in rows {
        match change.kind {
            RowChangeKind::Insert => seal.add(change.entity, &change.whole(|cell| &cell.after)),
            RowChangeKind::Delete => {
                seal.subtract(change.entity, &change.whole(|cell| &cell.before));
            }
            RowChangeKind::Update => {
                let missing = || {
                    let row = format!("{}/{}", change.entity.table(), change.row);
                    Problem::damaged_row(row, "missing")
                };
                let mut row = read::row(conn, change.entity, &change.row)?.ok_or_else(missing)?;
                seal.add(change.entity, &row);
                for cell in &change.cells {
                    if let Some((column, _)) = change.entity.field(cell.field) {
                        row.cells[column].clone_from(&cell.before);
                    }
                }
                seal.subtract(change.entity, &row);
            }
        }
    }
    Ok(seal)
}
