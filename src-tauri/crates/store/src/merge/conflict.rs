//! What several people did apart, and a person has to decide.

use outturn_model::Place;
use outturn_model::cell::Cell;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::lineage::Hash;
use super::policy;
use crate::changeset::{RowChange, RowChangeKind};
use crate::error::{Part, Problem};
use crate::lock::Moment;

/// Something that was done apart in several copies and does not go together. Until it is settled the
/// content shows one side of it, the same in every copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What it is about: a cell (of a figure, its amount), a section's `parent` where sections were
    /// moved into each other, or a whole row that was taken out.
    pub place: Place,
    /// What was done. Of a cell, the last is shown. Of a row, those who took it out come first, and
    /// it is not shown. Where sections were moved into each other, the one that the conflict is about
    /// stands at the top.
    pub sides: Vec<Side>,
    /// Of a cell, what they all began from, if they did.
    pub base: Option<Vec<(&'static str, Cell)>>,
}

/// What one person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The hash of the change: its name in every copy.
    pub change: Hash,
    /// Who.
    pub person: String,
    /// When, by the clock of the machine it was done on.
    pub at: Moment,
    /// Where: for a row that was taken out, possibly a row under it.
    pub place: Place,
    /// What.
    pub said: Said,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// These cells were written.
    Cells(Vec<(&'static str, Cell)>),
    /// The row was taken out.
    Removed,
    /// The row, or one under it, was put in or changed, or something was made to point to it.
    Changed,
}

/// A text that was changed in several copies, in different paragraphs, and brought together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The cell.
    pub place: Place,
    /// The versions that are in it.
    pub sides: Vec<Side>,
}

/// A conflict as the file keeps it.
#[derive(Serialize, Deserialize)]
struct Written {
    sides: Vec<WrittenSide>,
    base: Option<Vec<(String, Cell)>>,
}

#[derive(Serialize, Deserialize)]
struct WrittenSide {
    change: String,
    person: String,
    at: String,
    place: String,
    cells: Option<Vec<(String, Cell)>>,
    removed: bool,
}

/// The conflicts that are open, in order of place.
pub(crate) fn open(conn: &Connection) -> Result<Vec<Conflict>, Problem> {
    let mut statement = conn.prepare_cached(
        r#"SELECT "table", "row", "field", "said" FROM "conflict" ORDER BY "id""#,
    )?;
    let mut found = statement.query([])?;
    let mut conflicts = Vec::new();
    while let Some(row) = found.next()? {
        let (table, id): (String, String) = (row.get(0)?, row.get(1)?);
        let field: Option<String> = row.get(2)?;
        let text = match field {
            Some(field) => format!("{table}/{id}#{field}"),
            None => format!("{table}/{id}"),
        };
        let said: String = row.get(3)?;
        let read = Place::parse(&text).and_then(|place| read(place, &said));
        conflicts.push(read.ok_or_else(|| Problem::damaged(Part::Pages, "conflict"))?);
    }
    Ok(conflicts)
}

/// Whether there are any.
pub(crate) fn are_open(conn: &Connection) -> Result<bool, Problem> {
    Ok(conn
        .prepare_cached(r#"SELECT EXISTS (SELECT 1 FROM "conflict")"#)?
        .query_row([], |row| row.get(0))?)
}

/// Makes these the conflicts that are open.
pub(crate) fn write(conn: &Connection, conflicts: &[Conflict]) -> Result<(), Problem> {
    if are_open(conn)? {
        conn.execute(r#"DELETE FROM "conflict""#, [])?;
    }
    let mut statement = conn.prepare_cached(
        r#"INSERT INTO "conflict" ("table", "row", "field", "said") VALUES (?, ?, ?, ?)"#,
    )?;
    for conflict in conflicts {
        let place = &conflict.place;
        let said = serde_json::to_string(&written(conflict)).map_err(|error| Problem::Failed {
            detail: error.to_string(),
        })?;
        statement.execute((place.entity.table(), place.row.as_str(), place.field, said))?;
    }
    Ok(())
}

/// Takes those conflicts away that a change of cells alone settles. Says whether the change was that
/// and no more, so that nothing else has to be weighed.
pub(crate) fn settled_by(conn: &Connection, rows: &[RowChange]) -> Result<bool, Problem> {
    let plain = |row: &RowChange| {
        let named = |name: &str| row.entity.field(name).map(|(_, field)| field);
        let points = |field| super::whole::points_to(field, Some("-")).is_some();
        row.kind == RowChangeKind::Update
            && row
                .cells
                .iter()
                .filter_map(|cell| named(cell.field))
                .all(|field| !points(field))
    };
    if !rows.iter().all(plain) {
        return Ok(false);
    }
    let mut statement = conn.prepare_cached(
        r#"DELETE FROM "conflict" WHERE "table" = ?1 AND "row" = ?2 AND "field" = ?3"#,
    )?;
    for row in rows {
        for cell in &row.cells {
            let register = policy::register_name(row.entity, cell.field);
            statement.execute((row.entity.table(), row.row.as_str(), register))?;
        }
    }
    Ok(true)
}

fn written(conflict: &Conflict) -> Written {
    let cells = |cells: &[(&str, Cell)]| -> Vec<(String, Cell)> {
        cells
            .iter()
            .map(|(field, cell)| ((*field).to_owned(), cell.clone()))
            .collect()
    };
    let side = |side: &Side| WrittenSide {
        change: to_hex(&side.change),
        person: side.person.clone(),
        at: side.at.to_rfc3339(),
        place: side.place.to_string(),
        cells: match &side.said {
            Said::Cells(said) => Some(cells(said)),
            Said::Removed | Said::Changed => None,
        },
        removed: side.said == Said::Removed,
    };
    Written {
        sides: conflict.sides.iter().map(side).collect(),
        base: conflict.base.as_deref().map(cells),
    }
}

fn read(place: Place, said: &str) -> Option<Conflict> {
    let written: Written = serde_json::from_str(said).ok()?;
    let entity = place.entity;
    let cells = |cells: Vec<(String, Cell)>| -> Option<Vec<(&'static str, Cell)>> {
        let named = |(field, cell): (String, Cell)| Some((entity.field(&field)?.1.name, cell));
        cells.into_iter().map(named).collect()
    };
    let side = |side: WrittenSide| {
        Some(Side {
            change: from_hex(&side.change)?,
            person: side.person,
            at: Moment::parse_from_rfc3339(&side.at).ok()?,
            place: Place::parse(&side.place)?,
            said: match (side.cells, side.removed) {
                (Some(said), _) => Said::Cells(cells(said)?),
                (None, true) => Said::Removed,
                (None, false) => Said::Changed,
            },
        })
    };
    Some(Conflict {
        sides: written.sides.into_iter().map(side).collect::<Option<_>>()?,
        base: match written.base {
            Some(base) => Some(cells(base)?),
            None => None,
        },
        place,
    })
}

/// A hash as people and files write it.
pub(crate) fn to_hex(hash: &Hash) -> String {
    blake3::Hash::from_bytes(*hash).to_hex().to_string()
}

/// A hash as it is written: 64 of `0`–`9` and `a`–`f`.
pub(crate) fn from_hex(text: &str) -> Option<Hash> {
    let hash = blake3::Hash::from_hex(text).ok()?;
    (hash.to_hex().as_str() == text).then(|| hash.into())
}
