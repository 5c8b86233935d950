//! A folder that a team shares: each computer writes there what was done on it, and reads what the
//! others wrote.
//!
//! A file of changes is named by the digest of its bytes and never written again, so whatever carries
//! the folder from computer to computer cannot make two versions of one. A file that is not what its
//! name says has not arrived yet, or is not ours: it is passed over with a note, and read when it is
//! whole.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use outturn_model::Message;
use outturn_sign::digest;
use outturn_store::{Access, Changes, Problem};
use outturn_words::Words;
use serde::{Deserialize, Serialize};

use super::CHANGES_EXTENSION;
use crate::export::write_beside;
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::session::Session;
use crate::wire::{ShareView, SharingView};

/// The largest file that is read, in bytes: far more than the changes of many years.
const LARGEST: u64 = 1 << 28;

/// How long a look into the folder is waited for: one on a network can take its time, and nobody's
/// typing waits for that.
const PATIENCE: Duration = Duration::from_millis(300);

/// What this computer knows of the folder through which it shares a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SharedFolder {
    /// Where it is.
    folder: PathBuf,
    /// The names of the files there whose changes are all known here.
    read: BTreeSet<String>,
    /// The names of those that said nothing new, while what follows from them may yet come.
    held: BTreeSet<String>,
    /// The newest changes that are in the folder, in hexadecimal digits.
    told: Vec<String>,
}

impl SharedFolder {
    fn at(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            ..Self::default()
        }
    }

    /// Those of these files that have not been read.
    fn unread(&self, names: BTreeSet<String>) -> BTreeSet<String> {
        names.difference(&self.read).cloned().collect()
    }

    fn gone(&self) -> Stop {
        let message = Message::new("share-no-folder");
        let message = message.with("folder", self.folder.display().to_string());
        Stop::Said("share-no-folder", message)
    }
}

/// The names of the files of changes in a folder.
fn names_in(folder: &Path) -> io::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        // A name that is no text is none of ours.
        let Ok(name) = entry?.file_name().into_string() else {
            continue;
        };
        let is_changes = Path::new(&name).extension() == Some(CHANGES_EXTENSION.as_ref());
        // What begins with a dot is on its way under a name that is not its own yet.
        if is_changes && !name.starts_with('.') {
            names.insert(name);
        }
    }
    Ok(names)
}

/// A look into a folder that has not come back yet.
pub(crate) struct Look {
    folder: PathBuf,
    names: Receiver<io::Result<BTreeSet<String>>>,
}

impl Look {
    fn into_folder(folder: &Path) -> Self {
        let (found, names) = channel();
        let into = folder.to_owned();
        thread::spawn(move || {
            // Whoever asked may have gone.
            let _ = found.send(names_in(&into));
        });
        Self {
            folder: folder.to_owned(),
            names,
        }
    }
}

/// A file of the folder, and what it holds.
struct Arrived {
    name: String,
    changes: Changes,
}

impl Session {
    /// Chooses the folder through which this file is shared, or none.
    ///
    /// # Errors
    /// If there is no such folder, or the file is closed with a passphrase; the one chosen before
    /// stays.
    pub(crate) fn share_through(&mut self, folder: Option<&Path>) -> Result<(), Stop> {
        let shared = folder.map(SharedFolder::at);
        if shared.is_some() && self.store().is_closed() {
            return Err(Stop::new("share-closed"));
        }
        if let Some(shared) = &shared
            && !shared.folder.is_dir()
        {
            return Err(shared.gone());
        }
        let mut known = self.known().clone();
        let folder_of =
            |shared: &Option<SharedFolder>| shared.as_ref().map(|shared| shared.folder.clone());
        // Chosen again, what is known of it stays.
        if folder_of(&known.shared) != folder_of(&shared) {
            known.shared = shared;
        }
        self.know(known);
        Ok(())
    }

    /// Which folder this file is shared through, and how many files wait there. A folder that does not
    /// answer soon counts as away until it does.
    pub(crate) fn sharing(&mut self) -> SharingView {
        let shared = self.known().shared.clone();
        let Some(shared) = shared.filter(|_| !self.store().is_closed()) else {
            return SharingView::default();
        };
        let names = self.look_into(&shared.folder);
        let unread = names.map(|names| shared.unread(names));
        SharingView {
            folder: shared.folder.display().to_string(),
            is_there: unread.is_some(),
            waiting: unread.map_or(0, |unread| unread.difference(&shared.held).count()),
        }
    }

    /// The files of changes in a folder; nothing if it cannot be reached, or not within [`PATIENCE`].
    /// A look that takes longer goes on, and the next one waits for it.
    fn look_into(&mut self, folder: &Path) -> Option<BTreeSet<String>> {
        let begun = self.look.take().filter(|look| look.folder == folder);
        let look = begun.unwrap_or_else(|| Look::into_folder(folder));
        match look.names.recv_timeout(PATIENCE) {
            Ok(names) => names.ok(),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => {
                self.look = Some(look);
                None
            }
        }
    }

    /// Brings in what the others wrote into the shared folder, and writes what they lack.
    ///
    /// # Errors
    /// If no folder is chosen, it is not there, or the file cannot be written.
    pub(crate) fn share(
        &mut self,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<ShareView, Stop> {
        if self.store().access() != Access::ReadWrite {
            return Err(Stop::new("share-read-only"));
        }
        let mut shared = self.shared()?;
        let names = names_in(&shared.folder).map_err(|_| shared.gone())?;
        let names = shared.unread(names);
        let mut passed_over = Vec::new();
        let mut pass_over = |name: &str, why: &Message| {
            let message = Message::new("share-passed-over").with("file", name);
            passed_over.push(words.say(&message.with("why", words.say(why))));
        };
        let mut arrived = Vec::new();
        for name in names {
            match read(&shared.folder, &name) {
                Ok(changes) => arrived.push(Arrived { name, changes }),
                Err(why) => pass_over(&name, &why),
            }
        }
        let came = loop {
            let changes: Vec<Changes> = arrived.iter().map(|file| file.changes.clone()).collect();
            match self.take_in(&changes, outside, words) {
                Err(Stop::Store(error)) => match &error.problem {
                    Problem::Changes { which, fault } if *which < arrived.len() => {
                        let file = arrived.remove(*which);
                        pass_over(&file.name, &fault.message());
                    }
                    _ => return Err(Stop::Store(error)),
                },
                came => break came?,
            }
        };
        shared.held.clear();
        for Arrived { name, changes } in arrived {
            let tips = changes.tips();
            if self.store().knows(&tips)? {
                shared.told.extend(tips.into_iter().map(hex));
                shared.read.insert(name);
            } else {
                shared.held.insert(name);
            }
        }
        let mut came = came;
        if came.by.is_empty() {
            came.sentence = words.word("share-nothing");
        }
        let count = self.write_lacking(&mut shared)?;
        self.keep_shared(shared);
        Ok(ShareView {
            came,
            told: words.say(&Message::new("share-told").with("count", count)),
            passed_over,
        })
    }

    /// Writes what was done here into the shared folder, without reading what is there. Says nothing
    /// of a folder that cannot be reached: the next sharing makes good for it.
    pub(crate) fn leave_word(&mut self) {
        if let Ok(mut shared) = self.shared()
            && !shared.told.is_empty()
            && self.write_lacking(&mut shared).is_ok()
        {
            self.keep_shared(shared);
        }
    }

    /// What is known of the folder. A file that was put back from a backup has forgotten what it
    /// read, and begins again.
    fn shared(&self) -> Result<SharedFolder, Stop> {
        // What lies in the folder can be read by whoever comes by it.
        if self.store().is_closed() {
            return Err(Stop::new("share-closed"));
        }
        let shared = self.known().shared.clone();
        let shared = shared.ok_or_else(|| Stop::new("share-not-chosen"))?;
        let knows = match heads(&shared.told) {
            Some(told) => self.store().knows(&told)?,
            None => false,
        };
        Ok(match knows {
            true => shared,
            false => SharedFolder::at(&shared.folder),
        })
    }

    fn keep_shared(&mut self, shared: SharedFolder) {
        let mut known = self.known().clone();
        known.shared = Some(shared);
        self.know(known);
    }

    /// Writes what is not in the folder, if anybody did something. Gives how many changes.
    fn write_lacking(&self, shared: &mut SharedFolder) -> Result<usize, Stop> {
        let told = heads(&shared.told).unwrap_or_default();
        let lacking = self.store().changes_since(&told)?;
        // That copies were brought together is no news by itself: it goes with the next that is.
        if !lacking.are_news() {
            return Ok(0);
        }
        let text = lacking.to_bytes();
        let name = format!("{}.{CHANGES_EXTENSION}", digest(&text));
        if !shared.folder.is_dir() {
            return Err(shared.gone());
        }
        write_beside(&shared.folder.join(&name), &String::from_utf8_lossy(&text))?;
        shared.read.insert(name);
        let told: Vec<_> = lacking.tips().into_iter().chain(told).collect();
        let newest = self.store().newest(&told)?;
        shared.told = newest.into_iter().map(hex).collect();
        Ok(lacking.len())
    }
}

/// Reads a file of the folder, or says why it is passed over.
fn read(folder: &Path, name: &str) -> Result<Changes, Message> {
    let path = folder.join(name);
    let about = fs::symlink_metadata(&path).map_err(|_| Message::new("share-not-whole"))?;
    // A link could lead out of the folder.
    if !about.is_file() || about.len() > LARGEST {
        return Err(Message::new("share-not-ours"));
    }
    let stem = name.strip_suffix(CHANGES_EXTENSION);
    let stem = stem.and_then(|stem| stem.strip_suffix('.'));
    let named = stem.filter(|stem| stem.len() == 64 && stem.bytes().all(|b| b.is_ascii_hexdigit()));
    let named = named.ok_or_else(|| Message::new("share-not-ours"))?;
    let bytes = fs::read(&path).map_err(|_| Message::new("share-not-whole"))?;
    if digest(&bytes) != named {
        return Err(Message::new("share-not-whole"));
    }
    Changes::read(&bytes).map_err(|fault| fault.message())
}

fn hex(hash: [u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn heads(told: &[String]) -> Option<Vec<[u8; 32]>> {
    told.iter()
        .map(|text| {
            let mut hash = [0; 32];
            for (at, byte) in hash.iter_mut().enumerate() {
                *byte = u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()?;
            }
            Some(hash)
        })
        .collect()
}
