//! Working copies: a copy of a file that is made for one person, to be brought in again.

use std::path::Path;

use outturn_model::RowId;
use rusqlite::OptionalExtension;

use crate::appear::{appear, beside};
use crate::error::{Doing, Problem, StoreError};
use crate::file::{Store, connect};
use crate::link;
use crate::lock::Moment;

/// What a working copy knows of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedOut {
    /// The id of the person it was made for.
    pub person: RowId,
    /// When.
    pub at: Moment,
    /// The hash of the last change that the file had then.
    pub head: [u8; 32],
}

impl Store {
    /// Writes a working copy for a person to a new file. Works on a file that is only read, too.
    ///
    /// # Errors
    /// About the copy: [`Problem::Exists`] if there is a file of that name; otherwise why it cannot
    /// be written. There is none then.
    pub fn hand_out(&self, path: &Path, person: &RowId, at: Moment) -> Result<(), StoreError> {
        let copy = || -> Result<(), Problem> {
            let (target, temporary) = beside(path)?;
            let name = temporary.to_str().ok_or(Problem::Failed {
                detail: path.display().to_string(),
            })?;
            self.conn.execute("VACUUM INTO ?1", [name])?;
            let head = link::last(&self.conn)?.map(|last| last.chain);
            let conn = connect(&temporary, self.key.as_ref())?;
            conn.pragma_update(None, "journal_mode", "MEMORY")?;
            conn.execute(
                r#"INSERT OR REPLACE INTO "handed_out" VALUES (1, ?1, ?2, ?3)"#,
                (person.as_str(), at.to_rfc3339(), head.unwrap_or_default()),
            )?;
            conn.close().map_err(|(_, error)| error)?;
            appear(temporary, &target)
        };
        copy().map_err(|problem| StoreError::new(path, Doing::Making, problem))
    }

    /// For whom this is a working copy; nothing if it is none.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn handed_out(&self) -> Result<Option<HandedOut>, StoreError> {
        let read = || -> Result<Option<HandedOut>, Problem> {
            let found = self
                .conn
                .query_row(
                    r#"SELECT "person", "at", "head" FROM "handed_out""#,
                    [],
                    |row| {
                        let (person, at): (String, String) = (row.get(0)?, row.get(1)?);
                        Ok((person, at, row.get(2)?))
                    },
                )
                .optional()?;
            // What cannot be read says nothing: the person is asked who they are.
            Ok(found.and_then(|(person, at, head)| {
                Some(HandedOut {
                    person: RowId::parse(&person).ok()?,
                    at: Moment::parse_from_rfc3339(&at).ok()?,
                    head,
                })
            }))
        };
        self.guard(read())
    }
}
