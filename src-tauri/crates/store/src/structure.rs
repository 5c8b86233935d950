//! Whether the pages of a file are whole.

use rusqlite::Connection;

use crate::error::{Part, Problem};

/// The tables that only ever grow: what was done, here and in other copies.
const HISTORY: [&str; 4] = ["change", "change_cell", "brought", "brought_cell"];

/// Checks every page, as after a change that was cut off: what was put back may be of another file.
pub(crate) fn whole(conn: &Connection) -> Result<(), Problem> {
    look(conn, "PRAGMA quick_check(1)")
}

/// Checks the pages of a file that was closed in good order: those of its content, value by value,
/// with the list of free pages; those of its history, for their shape alone. After some years history
/// is many times the content, and its values are bound by hashes that are followed when the file is
/// verified.
pub(crate) fn at_rest(conn: &Connection) -> Result<(), Problem> {
    let mut tables = conn.prepare(
        r#"SELECT "name" FROM "sqlite_schema" WHERE "type" = 'table'
           UNION ALL VALUES ('sqlite_schema')"#,
    )?;
    for table in tables.query_map([], |row| row.get::<_, String>(0))? {
        let table = table?;
        if HISTORY.contains(&table.as_str()) {
            // Counting goes through every page of a table, and SQLite looks at each that it reads.
            let count = format!(r#"SELECT count(*) FROM "{table}""#);
            conn.query_row(&count, [], |row| row.get::<_, i64>(0))?;
        } else {
            look(conn, &format!(r#"PRAGMA quick_check("{table}")"#))?;
        }
    }
    Ok(())
}

fn look(conn: &Connection, check: &str) -> Result<(), Problem> {
    let said: String = conn.query_row(check, [], |row| row.get(0))?;
    match said.as_str() {
        "ok" => Ok(()),
        _ => Err(Problem::damaged(Part::Pages, said)),
    }
}
