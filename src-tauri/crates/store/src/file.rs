//! A file: making one, opening one, and letting it go.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use outturn_model::{Book, Message};
use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, MAIN_DB, OpenFlags};

use crate::appear::{appear, beside, copy_before_migrating};
use crate::closed::{self, Passphrase};
use crate::door::{self, Author, Label};
use crate::error::{Doing, Problem, StoreError};
use crate::header;
use crate::held::Claim;
use crate::lock::{self, Holder};
use crate::schema::{self, MIGRATIONS};
use crate::snapshot::Snapshot;
use crate::structure;
use crate::undo::Typing;
use crate::verify;

/// How long another program's passing lock, such as a virus scanner's, is waited for.
const PATIENCE: Duration = Duration::from_millis(250);

/// How much of the journal's room on the disk is kept from one change to the next, in bytes.
const JOURNAL_KEPT: u32 = 1 << 20;

/// How to open a file for writing.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    holder: Holder,
    typing: Typing,
    key: Option<Passphrase>,
}

impl OpenOptions {
    /// Opens in this person's name, which others see while the file is open.
    pub fn new(holder: Holder) -> Self {
        Self {
            holder,
            typing: Typing::default(),
            key: None,
        }
    }

    /// Opens a file that is closed with a passphrase. Of one that is not closed it is not asked.
    #[must_use]
    pub fn passphrase(mut self, passphrase: Option<Passphrase>) -> Self {
        self.key = passphrase;
        self
    }

    /// Sets which edits of one cell are one step of undo.
    #[must_use]
    pub fn typing(mut self, typing: Typing) -> Self {
        self.typing = typing;
        self
    }
}

/// Whether a file can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It is this program's to write.
    ReadWrite,
    /// It is read as it stood when it was opened.
    ReadOnly(Because),
}

/// Why a file is only read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// That was asked for.
    Asked,
    /// The file may not be written.
    FileIsReadOnly,
    /// The folder may not be written, and a change needs a journal beside the file.
    FolderIsReadOnly,
}

impl Access {
    /// The sentence that says why the file is only read; nothing if it can be written.
    pub fn message(self) -> Option<Message> {
        match self {
            Self::ReadWrite => None,
            Self::ReadOnly(Because::Asked) => Some(Message::new("store-access-asked")),
            Self::ReadOnly(Because::FileIsReadOnly) => Some(Message::new("store-access-file")),
            Self::ReadOnly(Because::FolderIsReadOnly) => Some(Message::new("store-access-folder")),
        }
    }
}

/// An open file. It holds the file's lock until it is dropped.
#[derive(Debug)]
pub struct Store {
    pub(crate) conn: Connection,
    pub(crate) typing: Typing,
    /// What the file is closed with, if it is.
    pub(crate) key: Option<Passphrase>,
    path: PathBuf,
    access: Access,
    /// The private copy that a closed file is read from.
    _copy: Option<Snapshot>,
    /// The file that is held, if it can be written. Given up after the connection is closed.
    claim: Option<Claim>,
}

impl Store {
    /// Makes a new, empty file and opens it. It appears under its name once it is whole.
    ///
    /// # Errors
    /// [`Problem::Exists`] if there is a file of that name; otherwise why it cannot be written.
    pub fn create(path: &Path, options: OpenOptions) -> Result<Self, StoreError> {
        write_new(path, |_| Ok(()))
            .map_err(|problem| StoreError::new(path, Doing::Making, problem))?;
        Self::open(path, options)
    }

    /// Makes a new file that holds a book and opens it. It appears under its name once it is whole.
    ///
    /// # Errors
    /// As [`Store::create`] and [`Store::import`]; there is no file then.
    pub fn create_from(
        path: &Path,
        options: OpenOptions,
        by: &Author,
        label: &Label,
        book: &Book,
    ) -> Result<Self, StoreError> {
        write_new(path, |conn| door::import(conn, by, label, book).map(drop))
            .map_err(|problem| StoreError::new(path, Doing::Making, problem))?;
        Self::open(path, options)
    }

    /// Opens a file for writing. Where the file or its folder may only be read, it is opened for
    /// reading and [`Store::access`] says so. A file of an older format is brought up to this one
    /// after a copy is made beside it.
    ///
    /// # Errors
    /// What is wrong with the file; not a byte of it is changed then. [`Problem::Locked`] says who
    /// has it open; [`Store::open_read_only`] works all the same.
    pub fn open(path: &Path, options: OpenOptions) -> Result<Self, StoreError> {
        open(path, &options, MIGRATIONS)
            .map_err(|problem| StoreError::new(path, Doing::Opening, problem))
    }

    /// Opens a file for reading, as it stands at this moment. Nothing is written, locked or left
    /// beside it, and others may have it open.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        Self::open_read_only_with(path, None)
    }

    /// As [`Store::open_read_only`], of a file that may be closed with a passphrase.
    ///
    /// # Errors
    /// As [`Store::open_read_only`]; [`Problem::Closed`] and [`Problem::WrongPassphrase`].
    pub fn open_read_only_with(
        path: &Path,
        passphrase: Option<&Passphrase>,
    ) -> Result<Self, StoreError> {
        read_only(path, Because::Asked, passphrase, MIGRATIONS)
            .map_err(|problem| StoreError::new(path, Doing::Opening, problem))
    }

    /// The file, as it was named.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file can be written, and if not, why.
    pub fn access(&self) -> Access {
        self.access
    }

    /// Writes a whole copy to a new file. Works on a file that is only read, too.
    ///
    /// # Errors
    /// About the copy: [`Problem::Exists`] if there is a file of that name; otherwise why it cannot
    /// be written.
    pub fn save_copy(&self, path: &Path) -> Result<(), StoreError> {
        let copy = || {
            let (target, temporary) = beside(path)?;
            let name = temporary.to_str().ok_or(Problem::Failed {
                detail: path.display().to_string(),
            })?;
            self.conn.execute("VACUUM INTO ?1", [name])?;
            appear(temporary, &target)
        };
        copy().map_err(|problem| StoreError::new(path, Doing::Making, problem))
    }

    pub(crate) fn is_read_only(&self) -> bool {
        self.claim.is_none()
    }

    pub(crate) fn writable(&mut self) -> Result<&mut Connection, Problem> {
        let claim = self.claim.as_ref().ok_or(Problem::ReadOnly)?;
        // A file that goes on under another name would be written without a journal that a later
        // opening could find.
        if !claim.stands() {
            return Err(Problem::Moved);
        }
        Ok(&mut self.conn)
    }

    /// Says which file a problem is about.
    pub(crate) fn guard<T>(&self, result: Result<T, Problem>) -> Result<T, StoreError> {
        result.map_err(|problem| StoreError::new(&self.path, Doing::Changing, problem))
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if let Some(claim) = &self.claim {
            // The note goes while the lock is still held, so that it cannot be the next holder's.
            lock::remove(claim.path());
            // The journal that is kept between changes goes with the lock. If that fails, what is
            // left is an empty journal, which is ignored.
            let _ = self.conn.execute_batch(
                r#"PRAGMA locking_mode = NORMAL; SELECT 1 FROM "change" LIMIT 1; PRAGMA journal_mode = DELETE"#,
            );
        }
    }
}

pub(crate) fn open(
    path: &Path,
    options: &OpenOptions,
    migrations: &[&str],
) -> Result<Store, Problem> {
    let real = real(path)?;
    let about = fs::metadata(&real)?;
    if !about.is_file() {
        return Err(Problem::NotAFile);
    }
    if about.permissions().readonly() {
        return read_only(
            path,
            Because::FileIsReadOnly,
            options.key.as_ref(),
            migrations,
        );
    }
    let taken = || Problem::Locked {
        by: lock::read(&real),
    };
    let claim = Claim::take(&real)?.ok_or_else(taken)?;
    let key = look_first(&real, options.key.as_ref(), migrations)?;

    let conn = connect(&real, key)?;
    if conn.is_readonly(MAIN_DB)? {
        drop((conn, claim));
        return read_only(path, Because::FileIsReadOnly, key, migrations);
    }
    if key.is_some() {
        closed::inspect(&conn, schema::format_of(migrations))?;
    }
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    conn.execute_batch("BEGIN EXCLUSIVE; COMMIT")
        .map_err(|error| match Problem::from(error) {
            Problem::Locked { .. } => taken(),
            other => other,
        })?;
    let older = sound(&conn, migrations, structure::at_rest)? < schema::format_of(migrations);
    if !older {
        verify::seal(&conn)?;
    }
    // In this mode the journal's file is kept while the lock is held, and each change blanks it.
    conn.pragma_update(None, "journal_mode", "PERSIST")?;
    conn.pragma_update(None, "journal_size_limit", JOURNAL_KEPT)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    // Anything else that stops the note leaves others without a name to read, no more.
    let noted = lock::write(&real, &options.holder).map_err(Problem::from);
    if let Err(Problem::NotAllowed | Problem::ReadOnly) = noted {
        drop((conn, claim));
        return read_only(path, Because::FolderIsReadOnly, key, migrations);
    }
    let mut store = Store {
        conn,
        typing: options.typing,
        path: path.to_owned(),
        access: Access::ReadWrite,
        key: key.cloned(),
        _copy: None,
        claim: Some(claim),
    };
    if older {
        copy_before_migrating(&real, schema::version(&store.conn)?)?;
        schema::migrate(&mut store.conn, migrations, verify::seal)?;
    }
    Ok(store)
}

/// Looks at a file without opening it, and gives the passphrase if it is closed with one. Where a
/// change was cut off, what the file will be once SQLite has put it back is looked at in a copy.
fn look_first<'k>(
    real: &Path,
    passphrase: Option<&'k Passphrase>,
    migrations: &[&str],
) -> Result<Option<&'k Passphrase>, Problem> {
    if let Some(name) = header::stray(real) {
        return Err(Problem::Stray { name });
    }
    let known = schema::format_of(migrations);
    let mut hot = header::has_hot_journal(real)?;
    if !hot {
        let looked = inspect(real, passphrase, known);
        // A change that another program has just begun can make a sound file look broken.
        hot = looked.is_err() && header::has_hot_journal(real)?;
        if !hot {
            return looked;
        }
    }
    let (copy, key) = recovered(real, passphrase, known)?;
    let conn = connect(&copy.file, key)?;
    if sound(&conn, migrations, structure::whole)? == known {
        verify::seal(&conn)?;
    }
    Ok(key)
}

/// Looks at a file that is at rest, and gives the passphrase if it is closed. Whether that is the
/// right one is only known once a key was made of it, which takes its time.
fn inspect<'k>(
    file: &Path,
    passphrase: Option<&'k Passphrase>,
    known: u32,
) -> Result<Option<&'k Passphrase>, Problem> {
    match header::inspect(file, known) {
        Err(Problem::NotADatabase) if closed::looks_closed(file)? => {
            passphrase.map(Some).ok_or(Problem::Closed)
        }
        looked => looked.map(|()| None),
    }
}

fn read_only(
    path: &Path,
    because: Because,
    passphrase: Option<&Passphrase>,
    migrations: &[&str],
) -> Result<Store, Problem> {
    let real = real(path)?;
    if !fs::metadata(&real)?.is_file() {
        return Err(Problem::NotAFile);
    }
    let known = schema::format_of(migrations);
    let (copy, key) = recovered(&real, passphrase, known)?;
    let source = connect(&copy.file, key)?;
    if key.is_some() {
        closed::inspect(&source, known)?;
    }
    sound(&source, migrations, structure::whole)?;
    // A closed file stays closed in its private copy; another is read into memory.
    let (mut conn, copy) = match key {
        Some(_) => (source, Some(copy)),
        None => {
            let mut conn = Connection::open_in_memory()?;
            Backup::new(&source, &mut conn)?.run_to_completion(4096, Duration::ZERO, None)?;
            settle(&conn)?;
            (conn, None)
        }
    };
    schema::migrate(&mut conn, migrations, verify::seal)?;
    Ok(Store {
        conn,
        key: key.cloned(),
        _copy: copy,
        typing: Typing::default(),
        path: path.to_owned(),
        access: Access::ReadOnly(because),
        claim: None,
    })
}

/// A private copy of a file in which a change that was cut off is taken back, and the passphrase if
/// it is closed.
fn recovered<'k>(
    real: &Path,
    passphrase: Option<&'k Passphrase>,
    known: u32,
) -> Result<(Snapshot, Option<&'k Passphrase>), Problem> {
    let copy = Snapshot::take(real)?;
    if header::has_hot_journal(&copy.file)? {
        let is_closed = inspect(&copy.file, passphrase, known).is_ok_and(|key| key.is_some());
        let conn = connect(&copy.file, passphrase.filter(|_| is_closed))?;
        // Whatever comes of it, the look that follows has the right word for it.
        let _ = schema::version(&conn);
    }
    let key = inspect(&copy.file, passphrase, known)?;
    Ok((copy, key))
}

/// Checks a file's tables and, so thoroughly, its pages, and gives its format.
fn sound(
    conn: &Connection,
    migrations: &[&str],
    pages: fn(&Connection) -> Result<(), Problem>,
) -> Result<u32, Problem> {
    schema::check(conn, migrations).map_err(Problem::in_structure)?;
    pages(conn).map_err(Problem::in_structure)?;
    schema::version(conn)
}

pub(crate) fn connect(path: &Path, key: Option<&Passphrase>) -> Result<Connection, Problem> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    if let Some(key) = key {
        closed::unlock(&conn, key)?;
    }
    settle(&conn)?;
    Ok(conn)
}

/// Settings that hold for every connection. None of them reads or writes the file.
fn settle(conn: &Connection) -> Result<(), Problem> {
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(256);
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
    ] {
        conn.set_db_config(setting, on)?;
    }
    conn.execute_batch("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY")?;
    Ok(())
}

/// Writes a new file under a name of its own and gives it the right one when it is whole.
pub(crate) fn write_new(
    path: &Path,
    fill: impl FnOnce(&mut Connection) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let (target, temporary) = beside(path)?;
    let mut conn = connect(&temporary, None)?;
    // Nobody can see this file yet, and it is put on the disk before anyone does.
    conn.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")?;
    schema::migrate(&mut conn, MIGRATIONS, |_| Ok(()))?;
    fill(&mut conn)?;
    conn.close().map_err(|(_, error)| error)?;
    appear(temporary, &target)
}

/// The file itself, where a path leads to it through links.
fn real(path: &Path) -> io::Result<PathBuf> {
    if cfg!(unix) {
        fs::canonicalize(path)
    } else {
        // Windows would give a form of path that not every program reads.
        fs::metadata(path)?;
        std::path::absolute(path)
    }
}

#[cfg(test)]
mod tests;
