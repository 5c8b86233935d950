//! What this computer knows of a file: which of its people is at the keyboard, and what they have
//! seen of it. None of it is in the file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::copies::SharedFolder;

/// What this computer knows of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AtKeyboard {
    /// The id of the person at the keyboard.
    pub(crate) person: Option<String>,
    /// When the comments on a section were last looked at, by the section's id.
    #[serde(default)]
    pub(crate) seen: BTreeMap<String, DateTime<FixedOffset>>,
    /// The folder through which the file is shared.
    #[serde(default)]
    pub(crate) shared: Option<SharedFolder>,
}

/// What this computer knows of its files, kept in the program's own folder.
#[derive(Debug)]
pub(crate) struct Keyboard {
    kept_in: PathBuf,
}

impl Keyboard {
    /// What is kept in this folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self {
            kept_in: folder.join("people.json"),
        }
    }

    /// What is known of a file. A list that cannot be read is an empty one: the person is asked again.
    pub(crate) fn of(&self, file: &Path) -> AtKeyboard {
        self.all().remove(&key(file)).unwrap_or_default()
    }

    /// Keeps what is known of a file. Failing to is no reason to stop anybody's work.
    pub(crate) fn keep(&self, file: &Path, known: &AtKeyboard) {
        let mut all = self.all();
        all.insert(key(file), known.clone());
        let text = serde_json::to_string(&all).unwrap_or_default();
        if let Some(folder) = self.kept_in.parent() {
            let _ = fs::create_dir_all(folder);
        }
        let _ = fs::write(&self.kept_in, text);
    }

    fn all(&self) -> BTreeMap<String, AtKeyboard> {
        let bytes = fs::read(&self.kept_in).ok();
        let all = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        all.unwrap_or_default()
    }
}

fn key(file: &Path) -> String {
    let whole = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    whole.display().to_string()
}
