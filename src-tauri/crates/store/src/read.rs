//! Reading rows, and the book made of them.

use std::collections::HashMap;
use std::fmt::Write;

use outturn_model::report::Report;
use outturn_model::{Book, Entity, Id, Row, RowId};
use rusqlite::{Connection, OptionalExtension, Params};

use crate::error::{Problem, StoreError};
use crate::file::Store;

/// How much of a file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    Everything,
    /// What one report needs: the report itself, its rules, its sections and what stands in them,
    /// the values of the measures they show, and all people, departments, comparators and measures.
    Report(Id<Report>),
}

impl Store {
    /// Reads the file's content, or the part of it that is asked for. A report that is not there
    /// gives a book without one.
    ///
    /// # Errors
    /// If the file cannot be read or holds a row that does not fit its table.
    pub fn book(&self, scope: &Scope) -> Result<Book, StoreError> {
        self.guard(book(&self.conn, scope))
    }

    /// Reads one row.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn row(&self, entity: Entity, id: &RowId) -> Result<Option<Row>, StoreError> {
        self.guard(row(&self.conn, entity, id))
    }
}

pub(crate) fn book(conn: &Connection, scope: &Scope) -> Result<Book, Problem> {
    let mut tables = HashMap::new();
    for entity in Entity::ALL {
        let found = match scope {
            Scope::Everything => rows(conn, *entity, "", [])?,
            Scope::Report(id) => match within_report(*entity) {
                None => rows(conn, *entity, "", [])?,
                Some(filter) => rows(conn, *entity, filter, [id.as_str()])?,
            },
        };
        tables.insert(*entity, found);
    }
    Book::from_rows(|entity| tables.remove(&entity).unwrap_or_default()).map_err(
        |(entity, id, problem)| {
            Problem::damaged_row(format!("{}/{id}", entity.table()), problem.to_string())
        },
    )
}

/// Which rows of a table one report needs; nothing for all.
fn within_report(entity: Entity) -> Option<&'static str> {
    Some(match entity {
        Entity::Directorate
        | Entity::Department
        | Entity::Person
        | Entity::SigningKey
        | Entity::Comparator
        | Entity::Measure => return None,
        Entity::Report => r#"WHERE "id" = ?1"#,
        Entity::Rule | Entity::Section | Entity::Tick | Entity::Restatement => {
            r#"WHERE "report" = ?1"#
        }
        Entity::Headline
        | Entity::Meaning
        | Entity::Entry
        | Entity::Milestone
        | Entity::Commentary
        | Entity::Column
        | Entity::Line
        | Entity::Objective
        | Entity::RegisterRisk
        | Entity::Level
        | Entity::Band
        | Entity::Tile
        | Entity::Point
        | Entity::Comment
        | Entity::SignOff => {
            r#"WHERE "section" IN (SELECT "id" FROM "section" WHERE "report" = ?1)"#
        }
        Entity::Action | Entity::Risk => {
            r#"WHERE "entry" IN (SELECT "entry"."id" FROM "section"
               JOIN "entry" ON "entry"."section" = "section"."id" WHERE "report" = ?1)"#
        }
        Entity::Amount => {
            r#"WHERE "line" IN (SELECT "line"."id" FROM "section"
               JOIN "line" ON "line"."section" = "section"."id" WHERE "report" = ?1)"#
        }
        Entity::Task => {
            r#"WHERE "objective" IN (SELECT "objective"."id" FROM "section"
               JOIN "objective" ON "objective"."section" = "section"."id" WHERE "report" = ?1)"#
        }
        Entity::Control => {
            r#"WHERE "risk" IN (SELECT "register_risk"."id" FROM "section"
               JOIN "register_risk" ON "register_risk"."section" = "section"."id"
               WHERE "report" = ?1)"#
        }
        Entity::Value => {
            r#"WHERE "measure" IN (SELECT "entry"."measure" FROM "section"
               JOIN "entry" ON "entry"."section" = "section"."id" WHERE "report" = ?1)"#
        }
    })
}

/// The columns of a table, the id first, as SQL names them.
pub(crate) fn columns(entity: Entity) -> String {
    let mut list = String::from("\"id\"");
    for field in entity.fields() {
        // Writing to a string does not fail.
        let _ = write!(list, ", \"{}\"", field.name);
    }
    list
}

/// The rows of a table.
pub(crate) fn rows(
    conn: &Connection,
    entity: Entity,
    filter: &str,
    params: impl Params,
) -> Result<Vec<Row>, Problem> {
    let sql = format!(
        r#"SELECT {} FROM "{}" {filter}"#,
        columns(entity),
        entity.table()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut found = statement.query(params)?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        rows.push(read(entity, row)?);
    }
    Ok(rows)
}

/// One row of a table.
pub(crate) fn row(conn: &Connection, entity: Entity, id: &RowId) -> Result<Option<Row>, Problem> {
    let found = rows(conn, entity, r#"WHERE "id" = ?1"#, [id.as_str()])?;
    Ok(found.into_iter().next())
}

/// Whether a table has a row with this id.
pub(crate) fn exists(conn: &Connection, entity: Entity, id: &str) -> Result<bool, Problem> {
    let sql = format!(r#"SELECT 1 FROM "{}" WHERE "id" = ?1"#, entity.table());
    let found = conn
        .prepare_cached(&sql)?
        .query_row([id], |_| Ok(()))
        .optional()?;
    Ok(found.is_some())
}

fn read(entity: Entity, row: &rusqlite::Row) -> Result<Row, Problem> {
    let id: String = row.get(0)?;
    let id = RowId::parse(&id)
        .map_err(|_| Problem::damaged_row(entity.table().to_owned(), format!("id {id:?}")))?;
    let cells = (1..=entity.fields().len())
        .map(|column| row.get(column))
        .collect::<Result<_, _>>()?;
    Ok(Row { id, cells })
}
