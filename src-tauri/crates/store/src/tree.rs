//! Sections stand in sections: the tree they form has no circle and keeps to one report.

use std::collections::HashSet;

use outturn_model::{Entity, Place, RowId};
use rusqlite::{Connection, OptionalExtension};

use crate::changeset::{RowChange, RowChangeKind};
use crate::error::{Problem, Reason};

/// Checks the sections that a change put in or moved.
pub(crate) fn check(conn: &Connection, rows: &[RowChange]) -> Result<(), Problem> {
    let moved = rows.iter().filter(|row| {
        row.entity == Entity::Section
            && row.kind != RowChangeKind::Delete
            && row
                .cells
                .iter()
                .any(|cell| ["parent", "report"].contains(&cell.field))
    });
    let mut sound = HashSet::new();
    for change in moved {
        let refuse = |reason| {
            let place = Place::cell(Entity::Section, &change.row, "parent");
            Err(Problem::refused(place, reason))
        };
        if strays(conn, &change.row)? {
            return refuse(Reason::SectionOfAnotherReport);
        }
        let mut path = HashSet::new();
        let mut above = Some(change.row.as_str().to_owned());
        while let Some(id) = above.take_if(|id| !sound.contains(id)) {
            above = parent(conn, &id)?;
            if !path.insert(id) {
                return refuse(Reason::SectionInItself);
            }
        }
        sound.extend(path);
    }
    Ok(())
}

/// Whether a section stands in one of another report, or has one of another report in it.
fn strays(conn: &Connection, section: &RowId) -> Result<bool, Problem> {
    let found = conn
        .prepare_cached(
            r#"SELECT 1 FROM "section" AS "inner"
               JOIN "section" AS "outer" ON "outer"."id" = "inner"."parent"
               WHERE ("inner"."id" = ?1 OR "inner"."parent" = ?1)
                 AND "inner"."report" <> "outer"."report""#,
        )?
        .query_row([section.as_str()], |_| Ok(()))
        .optional()?;
    Ok(found.is_some())
}

fn parent(conn: &Connection, section: &str) -> Result<Option<String>, Problem> {
    let found = conn
        .prepare_cached(r#"SELECT "parent" FROM "section" WHERE "id" = ?1"#)?
        .query_row([section], |row| row.get(0))
        .optional()?;
    Ok(found.flatten())
}
