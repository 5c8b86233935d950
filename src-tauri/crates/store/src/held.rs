//! The files this process has open, and how to look at one without losing its lock.
//!
//! On Unix a process loses all its locks on a file when it closes any handle to it. A handle opened
//! only to look at bytes is therefore kept until the store that holds the file is closed.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What tells one file from another, by whatever path it is reached.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key(#[cfg(unix)] (u64, u64), #[cfg(not(unix))] PathBuf);

static HELD: Mutex<BTreeMap<Key, Vec<File>>> = Mutex::new(BTreeMap::new());

/// That this process holds a file. Dropped after the connection to it.
#[derive(Debug)]
pub(crate) struct Claim {
    key: Key,
    path: PathBuf,
}

impl Claim {
    /// Claims a file, unless this process holds it already.
    pub(crate) fn take(path: &Path) -> io::Result<Option<Self>> {
        let key = key(path)?;
        let mut held = held();
        if held.contains_key(&key) {
            return Ok(None);
        }
        held.insert(key.clone(), Vec::new());
        let path = path.to_owned();
        Ok(Some(Self { key, path }))
    }

    /// The file's path when it was claimed.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file is still there under its name.
    pub(crate) fn stands(&self) -> bool {
        key(&self.path).is_ok_and(|key| key == self.key)
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        held().remove(&self.key);
    }
}

/// Opens a file for reading, shows it to `look`, and closes it once that loses no lock.
pub(crate) fn look<T>(path: &Path, look: impl FnOnce(&mut File) -> io::Result<T>) -> io::Result<T> {
    let key = key(path)?;
    let mut file = File::open(path)?;
    let seen = look(&mut file);
    let mut held = held();
    match held.get_mut(&key) {
        Some(kept) if cfg!(unix) => kept.push(file),
        // Closed while no claim can be taken.
        _ => drop(file),
    }
    seen
}

fn held() -> MutexGuard<'static, BTreeMap<Key, Vec<File>>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(unix)]
fn key(path: &Path) -> io::Result<Key> {
    use std::os::unix::fs::MetadataExt;
    let about = fs::metadata(path)?;
    Ok(Key((about.dev(), about.ino())))
}

#[cfg(not(unix))]
fn key(path: &Path) -> io::Result<Key> {
    fs::canonicalize(path).map(Key)
}
