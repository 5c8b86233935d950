//! A file that is closed with a passphrase, with SQLCipher.
//!
//! All of such a file is encrypted, its header and its journal too, and every page is authenticated.
//! The key is made from the passphrase with 256,000 rounds of PBKDF2, SQLCipher's own measure, so a
//! guess costs a good tenth of a second. Nothing tells such a file from noise; the page size is what is
//! known of it.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use zeroize::Zeroizing;

use crate::appear::temporary_beside;
use crate::error::{Doing, Problem, StoreError};
use crate::file::{OpenOptions, Store, connect};
use crate::header::{APPLICATION_ID, FORMAT};
use crate::{held, schema};

/// The size of a page of a closed file, in bytes.
const PAGE: u64 = 4096;

/// How many different bytes the first page of a closed file has at least. Of noise, 256 are expected,
/// and fewer than this never happen; text and most other files have far fewer.
const NOISE: usize = 200;

/// The fewest characters of a passphrase that keeps anybody out.
const SHORTEST: usize = 8;

/// What a file is closed with. It is not shown, and wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// A passphrase, as it was typed.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// Whether it is too short to keep anybody out.
    pub fn is_short(&self) -> bool {
        self.0.chars().count() < SHORTEST
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        form.write_str("Passphrase")
    }
}

/// Gives a connection its key: the first thing that is done with one.
pub(crate) fn unlock(conn: &Connection, passphrase: &Passphrase) -> Result<(), Problem> {
    // What SQLCipher would write to standard error is for its own makers.
    conn.pragma_update(None, "cipher_log_level", "NONE")?;
    conn.pragma_update(None, "key", passphrase.0.as_str())?;
    Ok(())
}

/// Whether a file at rest looks like one that is closed.
pub(crate) fn looks_closed(path: &Path) -> io::Result<bool> {
    held::look(path, |file| {
        let length = file.metadata()?.len();
        if length == 0 || !length.is_multiple_of(PAGE) {
            return Ok(false);
        }
        let mut seen = [false; 256];
        let mut page = Vec::new();
        file.take(PAGE).read_to_end(&mut page)?;
        for byte in page {
            seen[usize::from(byte)] = true;
        }
        Ok(seen.iter().filter(|seen| **seen).count() >= NOISE)
    })
}

/// Looks at a closed file through a connection that has its key, as the header of another is looked
/// at by its bytes.
///
/// # Errors
/// [`Problem::WrongPassphrase`], or why it is no file of this program's.
pub(crate) fn inspect(conn: &Connection, known: u32) -> Result<(), Problem> {
    let number = |name: &str| -> Result<i64, Problem> {
        let read = conn.pragma_query_value(None, name, |row| row.get(0));
        read.map_err(|error| match Problem::from(error) {
            Problem::NotADatabase | Problem::Damaged { .. } => Problem::WrongPassphrase,
            other => other,
        })
    };
    let found = number("user_version")?;
    if number("application_id")? != i64::from(APPLICATION_ID) {
        return Err(Problem::OtherProgram);
    }
    match u32::try_from(found) {
        Ok(found) if found > known => Err(Problem::Newer { found, known }),
        _ => Ok(()),
    }
}

impl Store {
    /// Whether the file is closed with a passphrase.
    pub fn is_closed(&self) -> bool {
        self.key.is_some()
    }

    /// The passphrase that the file was opened with.
    pub fn passphrase(&self) -> Option<&Passphrase> {
        self.key.as_ref()
    }

    /// Closes a file with a passphrase, changes it, or takes it away again. The file is written anew
    /// beside itself and put in its own place when it is whole, so at every moment it is one or the
    /// other. What the disk held before may be on it still, as with every file that is deleted.
    ///
    /// # Errors
    /// [`Problem::ShortPassphrase`]; otherwise why the file cannot be opened or written. It is as it
    /// was then.
    pub fn set_passphrase(
        path: &Path,
        options: OpenOptions,
        passphrase: Option<&Passphrase>,
    ) -> Result<(), StoreError> {
        if passphrase.is_some_and(Passphrase::is_short) {
            return Err(StoreError::new(
                path,
                Doing::Changing,
                Problem::ShortPassphrase,
            ));
        }
        let mut store = Self::open(path, options)?;
        let rewritten = store.rewrite(passphrase);
        let (real, temporary) = store.guard(rewritten)?;
        let put = || -> Result<(), Problem> {
            // Where an open file keeps its name, it is let go of first.
            #[cfg(not(unix))]
            drop(store);
            temporary.persist(&real).map_err(|refused| refused.error)?;
            #[cfg(unix)]
            {
                drop(store);
                if let Some(folder) = real.parent() {
                    File::open(folder)?.sync_all()?;
                }
            }
            Ok(())
        };
        put().map_err(|problem| StoreError::new(path, Doing::Changing, problem))
    }

    /// Writes the file anew, to one beside it. The connection has no journal any more, which the new
    /// file could take for its own.
    fn rewrite(
        &mut self,
        passphrase: Option<&Passphrase>,
    ) -> Result<(std::path::PathBuf, tempfile::TempPath), Problem> {
        let conn = self.writable()?;
        let real = conn.path().map(std::path::PathBuf::from);
        let real = real.ok_or(Problem::Moved)?;
        let temporary = temporary_beside(&real)?;
        let name = temporary.to_str().ok_or_else(|| Problem::Failed {
            detail: real.display().to_string(),
        })?;
        conn.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA journal_mode = MEMORY")?;
        let key = passphrase.map_or("", |passphrase| passphrase.0.as_str());
        conn.execute(r#"ATTACH ?1 AS "anew" KEY ?2"#, [name, key])?;
        // The list of tables is copied as it is.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
        let export = conn.query_row("SELECT sqlcipher_export('anew')", [], |_| Ok(()));
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        export?;
        let version = schema::version(conn)?;
        conn.pragma_update(Some("anew"), "application_id", APPLICATION_ID)?;
        conn.pragma_update(Some("anew"), "user_version", version)?;
        conn.execute_batch(r#"DETACH "anew""#)?;
        // It is what it should be before it takes the other's place.
        let anew = connect(&temporary, passphrase)?;
        inspect(&anew, FORMAT)?;
        crate::verify::seal(&anew)?;
        anew.close().map_err(|(_, error)| error)?;
        File::options().write(true).open(&temporary)?.sync_all()?;
        #[cfg(unix)]
        fs::set_permissions(&temporary, fs::metadata(&real)?.permissions())?;
        Ok((real, temporary))
    }
}
