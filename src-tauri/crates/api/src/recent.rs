//! Files opened before.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// How many files are remembered.
const MOST: usize = 10;

/// A file opened before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// Council and directorate.
    pub about: String,
    /// When it was last opened.
    pub opened: DateTime<FixedOffset>,
}

/// The list of files opened before, kept in the program's own folder.
#[derive(Debug)]
pub struct RecentFiles {
    kept_in: PathBuf,
}

impl RecentFiles {
    /// The list in this folder.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            kept_in: folder.join("recent.json"),
        }
    }

    /// The files, the last opened first. A list that cannot be read is an empty one: it holds
    /// nothing that is not elsewhere.
    pub fn list(&self) -> Vec<Recent> {
        fs::read(&self.kept_in)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Puts a file at the top.
    pub fn add(&self, recent: Recent) {
        let mut list = self.list();
        list.retain(|other| other.path != recent.path);
        list.insert(0, recent);
        list.truncate(MOST);
        self.keep(&list);
    }

    /// Takes a file off.
    pub fn forget(&self, path: &Path) {
        let mut list = self.list();
        list.retain(|other| other.path != path);
        self.keep(&list);
    }

    /// A list that cannot be written is not worth stopping anyone's work for.
    fn keep(&self, list: &[Recent]) {
        let Ok(bytes) = serde_json::to_vec_pretty(list) else {
            return;
        };
        if let Some(folder) = self.kept_in.parent() {
            let _ = fs::create_dir_all(folder);
        }
        let _ = fs::write(&self.kept_in, bytes);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_last_opened_comes_first_and_none_twice() {
        let folder = tempfile::tempdir().unwrap();
        let recent = RecentFiles::in_folder(&folder.path().join("own"));
        let opened = DateTime::parse_from_rfc3339("2026-10-01T09:00:00+01:00").unwrap();
        let file = |name: &str| Recent {
            path: name.into(),
            about: String::new(),
            opened,
        };
        assert!(recent.list().is_empty());
        for name in ["a", "b", "a"] {
            recent.add(file(name));
        }
        assert_eq!(recent.list(), [file("a"), file("b")]);
        recent.forget(Path::new("a"));
        assert_eq!(recent.list(), [file("b")]);
        for number in 0..20 {
            recent.add(file(&number.to_string()));
        }
        assert_eq!(recent.list().len(), MOST);
    }

    #[test]
    fn a_spoilt_list_is_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("recent.json"), "not a list").unwrap();
        assert!(RecentFiles::in_folder(folder.path()).list().is_empty());
    }
}
