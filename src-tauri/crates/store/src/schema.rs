//! The tables of a file: their migrations, and whether a file's are what they should be.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::error::{Part, Problem};
use crate::header::APPLICATION_ID;

/// What makes format 1, 2 and so on out of the one before. A migration leaves the content seal as
/// it is: it adds tables, fields that are empty, or indexes.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/001_first.sql"),
    include_str!("../migrations/002_kinds.sql"),
    include_str!("../migrations/003_agreement.sql"),
    include_str!("../migrations/004_copies.sql"),
];

/// The format that a list of migrations ends with.
pub(crate) fn format_of(migrations: &[&str]) -> u32 {
    u32::try_from(migrations.len()).unwrap_or(u32::MAX)
}

/// The format a file has.
pub(crate) fn version(conn: &Connection) -> Result<u32, Problem> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Runs the migrations a file has not had, in one transaction, and then `check`, without which
/// nothing is kept.
pub(crate) fn migrate(
    conn: &mut Connection,
    migrations: &[&str],
    check: impl FnOnce(&Connection) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let from = usize::try_from(version(conn)?).unwrap_or(usize::MAX);
    // Rebuilding a table would otherwise take the rows under it away.
    conn.execute_batch("PRAGMA foreign_keys = OFF")?;
    let done = (|| {
        let tx = conn.transaction()?;
        for sql in migrations.iter().skip(from) {
            tx.execute_batch(sql)?;
        }
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", format_of(migrations))?;
        check(&tx)?;
        tx.commit()?;
        Ok(())
    })();
    conn.execute_batch("PRAGMA foreign_keys = ON")?;
    done
}

/// Checks that a file's tables, indexes and triggers are those of its format and nothing more:
/// another program could have left a trigger there that runs when a row is written.
pub(crate) fn check(conn: &Connection, migrations: &[&str]) -> Result<(), Problem> {
    let version = usize::try_from(version(conn)?).unwrap_or(usize::MAX);
    let mut pattern = Connection::open_in_memory()?;
    let known = migrations.get(..version).unwrap_or(migrations);
    migrate(&mut pattern, known, |_| Ok(()))?;
    if objects(conn)? == objects(&pattern)? {
        Ok(())
    } else {
        Err(Problem::damaged(Part::Tables, "schema"))
    }
}

type Object = (String, String, String, Option<String>);

fn objects(conn: &Connection) -> Result<BTreeSet<Object>, Problem> {
    let mut statement =
        conn.prepare(r#"SELECT "type", "name", "tbl_name", "sql" FROM "sqlite_schema""#)?;
    let rows = statement.query_map([], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeMap;

    use outturn_model::Entity;
    use outturn_model::record::Kind;

    use super::*;

    fn fresh() -> Connection {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate(&mut conn, MIGRATIONS, |_| Ok(())).unwrap();
        conn
    }

    #[test]
    fn the_format_is_the_number_of_migrations() {
        assert_eq!(format_of(MIGRATIONS), crate::header::FORMAT);
    }

    #[test]
    fn each_table_has_the_columns_that_the_model_declares() {
        let conn = fresh();
        for entity in Entity::ALL {
            let mut statement = conn
                .prepare(r#"SELECT "name", "type", "notnull", "pk" FROM pragma_table_info(?1)"#)
                .unwrap();
            let found: Vec<(String, String, bool, u32)> = statement
                .query_map([entity.table()], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
                })
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            let mut expected = vec![("id".to_owned(), "TEXT".to_owned(), true, 1)];
            expected.extend(
                entity
                    .fields()
                    .iter()
                    .map(|field| (field.name.to_owned(), "TEXT".to_owned(), field.required, 0)),
            );
            assert_eq!(found, expected, "{}", entity.table());
        }
    }

    #[test]
    fn each_reference_is_a_foreign_key() {
        let conn = fresh();
        for entity in Entity::ALL {
            let mut statement = conn
                .prepare(
                    r#"SELECT "from", "table", "on_delete" FROM pragma_foreign_key_list(?1)
                       WHERE "to" = 'id'"#,
                )
                .unwrap();
            let found: BTreeMap<String, (String, String)> = statement
                .query_map([entity.table()], |row| {
                    Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))
                })
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            let expected: BTreeMap<String, (String, String)> = entity
                .fields()
                .iter()
                .filter_map(|field| match field.kind {
                    Kind::Reference(to) => {
                        let stands_in = (*entity, field.name) == (Entity::Section, "parent");
                        let action = if field.required || stands_in {
                            "CASCADE"
                        } else {
                            "SET NULL"
                        };
                        Some((
                            field.name.to_owned(),
                            (to.table().to_owned(), action.to_owned()),
                        ))
                    }
                    _ => None,
                })
                .collect();
            assert_eq!(found, expected, "{}", entity.table());
        }
    }

    #[test]
    fn flags_hold_yes_or_nothing() {
        let conn = fresh();
        let sql: String = conn
            .query_row(
                r#"SELECT group_concat("sql", ' ') FROM "sqlite_schema""#,
                [],
                |row| row.get(0),
            )
            .unwrap();
        for entity in Entity::ALL {
            for field in entity
                .fields()
                .iter()
                .filter(|field| field.kind == Kind::Flag)
            {
                let check = format!(r#""{0}" TEXT CHECK ("{0}" = 'yes')"#, field.name);
                assert!(sql.contains(&check), "{}", field.name);
            }
        }
    }

    #[test]
    fn a_foreign_trigger_is_found() {
        let conn = fresh();
        check(&conn, MIGRATIONS).unwrap();
        conn.execute_batch(
            r#"CREATE TRIGGER "sly" AFTER INSERT ON "measure" BEGIN DELETE FROM "value"; END"#,
        )
        .unwrap();
        assert!(matches!(
            check(&conn, MIGRATIONS),
            Err(Problem::Damaged { .. })
        ));
    }
}
