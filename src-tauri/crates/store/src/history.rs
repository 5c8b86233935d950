//! The record of every change: who did what, when, to which cells, from what to what.

use outturn_model::{Entity, Place, RowId};
use rusqlite::Connection;

use crate::changeset::{CellChange, RowChange};
use crate::error::{Part, Problem, StoreError};
use crate::file::Store;
use crate::link::{cell_ids, kind, moment, row_kind_of};
use crate::lock::Moment;

/// The number of a change: 1, 2, 3 and so on in each file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChangeId(pub i64);

/// What kind of change it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// Someone's edit.
    Edit,
    /// A whole book put into an empty file. It is where undoing ends.
    Import,
    /// An earlier edit was taken back.
    Undo,
    /// An undo was taken back.
    Redo,
    /// Changes of other copies came in. Undo does not go back beyond it. Its rows are what that did
    /// to this copy; [`Store::brought`] tells who did what.
    BringIn,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its number.
    pub id: ChangeId,
    /// What kind it was.
    pub kind: ChangeKind,
    /// The catalogue key of the words for what was done. An undo has that of what it took back.
    pub label: String,
    /// The place those words are about.
    pub place: Option<Place>,
    /// Who did it.
    pub person: String,
    /// When.
    pub at: Moment,
    /// For an undo, the last edit it took back; for a redo, the undo it took back.
    pub of: Option<ChangeId>,
    /// How many cells it changed.
    pub cells: usize,
    /// What it did, row by row: as many cells as the filter asked for.
    pub rows: Vec<RowChange>,
}

/// Which changes to tell of, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Those of one row or one cell, and of each only what was done there; nothing for all.
    pub place: Option<Place>,
    /// Those before this one: the last of the page before.
    pub before: Option<ChangeId>,
    /// At most so many changes.
    pub limit: usize,
    /// Of each change, at most so many cells.
    pub cells: usize,
}

impl Default for HistoryFilter {
    /// The newest fifty changes, of each the first hundred cells.
    fn default() -> Self {
        Self {
            place: None,
            before: None,
            limit: 50,
            cells: 100,
        }
    }
}

impl Store {
    /// The changes a filter asks for, the newest first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn history(&self, filter: &HistoryFilter) -> Result<Vec<Change>, StoreError> {
        self.guard(history(&self.conn, filter))
    }
}

fn history(conn: &Connection, filter: &HistoryFilter) -> Result<Vec<Change>, Problem> {
    const SQL: &str = r#"
        SELECT "id", "kind", "label", "place", "person", "at", "of",
               (SELECT count("field") FROM "change_cell"
                WHERE "change_cell"."id" BETWEEN "change"."id" << 32 AND "change"."id" << 32 | ?6)
        FROM "change"
        WHERE (?1 IS NULL OR "id" < ?1)
          AND (?2 IS NULL OR "id" IN (
              SELECT "change" FROM "change_cell"
              WHERE "table" = ?2 AND "row" = ?3 AND (?4 IS NULL OR "field" = ?4)))
        ORDER BY "id" DESC LIMIT ?5"#;
    let place = filter.place.as_ref();
    let mut statement = conn.prepare_cached(SQL)?;
    let mut found = statement.query((
        filter.before.map(|change| change.0),
        place.map(|place| place.entity.table()),
        place.map(|place| place.row.as_str()),
        place.and_then(|place| place.field),
        limit(filter.limit),
        u32::MAX,
    ))?;
    let mut changes = Vec::new();
    while let Some(row) = found.next()? {
        let id: i64 = row.get(0)?;
        let unreadable = || damaged(id);
        let place: Option<String> = row.get(3)?;
        let cells: i64 = row.get(7)?;
        changes.push(Change {
            id: ChangeId(id),
            kind: kind(row, 1)?,
            label: row.get(2)?,
            place: place
                .map(|text| Place::parse(&text).ok_or_else(unreadable))
                .transpose()?,
            person: row.get(4)?,
            at: moment(row, 5)?,
            of: row.get::<_, Option<i64>>(6)?.map(ChangeId),
            cells: usize::try_from(cells).unwrap_or(0),
            rows: rows(conn, id, filter.place.as_ref(), filter.cells)?,
        });
    }
    Ok(changes)
}

/// What a change did, row by row.
pub(crate) fn rows(
    conn: &Connection,
    change: i64,
    place: Option<&Place>,
    cells: usize,
) -> Result<Vec<RowChange>, Problem> {
    rows_in(conn, "change_cell", change, place, cells)
}

/// What a change did whose cells stand in this table.
pub(crate) fn rows_in(
    conn: &Connection,
    table: &str,
    change: i64,
    place: Option<&Place>,
    cells: usize,
) -> Result<Vec<RowChange>, Problem> {
    let mut statement = conn.prepare_cached(&format!(
        r#"
        SELECT "kind", "table", "row", "field", "before", "after" FROM "{table}"
        WHERE "id" BETWEEN ?1 AND ?6 AND (?2 IS NULL OR "table" = ?2 AND "row" = ?3)
          AND (?4 IS NULL OR "field" = ?4)
        ORDER BY "id" LIMIT ?5"#
    ))?;
    let ids = cell_ids(change);
    let mut found = statement.query((
        ids.start(),
        place.map(|place| place.entity.table()),
        place.map(|place| place.row.as_str()),
        place.and_then(|place| place.field),
        limit(cells),
        ids.end(),
    ))?;
    let mut rows: Vec<RowChange> = Vec::new();
    while let Some(line) = found.next()? {
        let unreadable = || damaged(change);
        let kind = line.get_ref(0)?.as_str().ok().and_then(row_kind_of);
        let kind = kind.ok_or_else(unreadable)?;
        let (table, row): (String, String) = (line.get(1)?, line.get(2)?);
        let entity = Entity::from_table(&table).ok_or_else(unreadable)?;
        let row = RowId::parse(&row).map_err(|_| unreadable())?;
        let same = |last: &RowChange| last.entity == entity && last.row == row;
        if !rows.last().is_some_and(same) {
            rows.push(RowChange {
                entity,
                row,
                kind,
                cells: Vec::new(),
            });
        }
        let field: Option<String> = line.get(3)?;
        if let (Some(name), Some(change)) = (field, rows.last_mut()) {
            change.cells.push(CellChange {
                field: entity.field(&name).ok_or_else(unreadable)?.1.name,
                before: line.get(4)?,
                after: line.get(5)?,
            });
        }
    }
    Ok(rows)
}

fn limit(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

pub(crate) fn damaged(change: i64) -> Problem {
    Problem::damaged(Part::Change { change }, "history")
}
