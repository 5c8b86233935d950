//! A folder in memory, and the only code of the text form that touches the disk.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use outturn_model::Message;

use super::layout;
use super::problem::{At, Problems, WriteProblem};

/// The largest file that is read, in bytes: far above what a directorate writes.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// The same for a history, which keeps all that was ever written.
const LARGEST_HISTORY: u64 = 1024 * 1024 * 1024;

/// A folder: its files' texts, without byte order marks and with `\n` for every line end, and the
/// folders in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Folder {
    pub files: BTreeMap<String, String>,
    pub folders: BTreeMap<String, Folder>,
    /// Names of files that are there and could not be read: not missing, and told of already.
    pub unread: Vec<String>,
}

impl Folder {
    /// Whether a file of this name is there, readable or not.
    pub fn has(&self, name: &str) -> bool {
        self.files.contains_key(name) || self.unread.iter().any(|unread| unread == name)
    }
}

/// Reads a folder from disk. Links are not followed, except that `dir` itself may be one.
pub(crate) fn load(dir: &Path, problems: &mut Problems) -> Option<Folder> {
    match fs::metadata(dir) {
        Ok(metadata) if metadata.is_dir() => Some(load_folder(dir, "", problems)),
        Ok(_) => {
            let message = Message::new("form-not-a-folder").with("folder", shown(dir));
            problems.add(At::file(""), message);
            None
        }
        Err(error) => {
            let message = match error.kind() {
                io::ErrorKind::PermissionDenied => Message::new("form-folder-not-allowed"),
                _ => Message::new("form-folder-not-there"),
            };
            problems.add(At::file(""), message.with("folder", shown(dir)));
            None
        }
    }
}

/// Makes a folder of files that are in memory already. Names are parted by `/` or `\`.
pub(crate) fn gather<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    problems: &mut Problems,
) -> Folder {
    let mut top = Folder::default();
    for (path, bytes) in files {
        let path = path.replace('\\', "/");
        if path.split('/').any(|name| name.starts_with('.')) {
            continue;
        }
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", &path));
        let mut folder = &mut top;
        for name in folders.split('/').filter(|name| !name.is_empty()) {
            folder = folder.folders.entry(name.to_owned()).or_default();
        }
        match text_of(bytes) {
            Ok(text) => {
                folder.files.insert(name.to_owned(), text);
            }
            Err(line) => {
                problems.add(At::line(&path, line), Message::new("form-not-utf8"));
                folder.unread.push(name.to_owned());
            }
        }
    }
    top
}

/// Writes a folder to disk: beside `dir` first, then under its name.
pub(crate) fn save(folder: &Folder, dir: &Path) -> Result<(), WriteProblem> {
    // A link to an empty folder is fine: the folder it names is the one that is replaced.
    let target = match fs::canonicalize(dir) {
        Ok(target) => {
            let empty = fs::read_dir(&target).is_ok_and(|mut entries| entries.next().is_none());
            if !empty {
                return Err(WriteProblem::NotEmpty {
                    dir: dir.to_owned(),
                });
            }
            target
        }
        Err(_) if dir.symlink_metadata().is_ok() => {
            return Err(WriteProblem::NotEmpty {
                dir: dir.to_owned(),
            });
        }
        Err(_) => new_target(dir)?,
    };
    let refused = |error| WriteProblem::of(dir, &error);
    let partial = partial_beside(&target).map_err(refused)?;
    let written = save_folder(folder, &partial).and_then(|()| take_name(&partial, &target));
    if written.is_err() {
        // What could not be finished is taken away; the first reason is the one to tell.
        let _ = fs::remove_dir_all(&partial);
    }
    written.map_err(refused)
}

fn load_folder(dir: &Path, path: &str, problems: &mut Problems) -> Folder {
    let mut folder = Folder::default();
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => {
            problems.add(At::file(path), unreadable(&error));
            return folder;
        }
    };
    let mut names = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) => names.push(entry.file_name()),
            Err(error) => problems.add(At::file(path), unreadable(&error)),
        }
    }
    names.sort();
    for name in names {
        let Some(known) = name.to_str() else {
            let shown = joined(path, &name.to_string_lossy());
            problems.add(At::file(&shown), Message::new("form-name-not-utf8"));
            continue;
        };
        if known.starts_with('.') {
            continue;
        }
        let inside = joined(path, known);
        let on_disk = dir.join(&name);
        let kind = match fs::symlink_metadata(&on_disk) {
            Ok(metadata) => metadata,
            Err(error) => {
                problems.add(At::file(&inside), unreadable(&error));
                folder.unread.push(known.to_owned());
                continue;
            }
        };
        if kind.is_dir() {
            let sub = load_folder(&on_disk, &inside, problems);
            folder.folders.insert(known.to_owned(), sub);
        } else {
            match load_file(&on_disk, &kind) {
                Ok(text) => {
                    folder.files.insert(known.to_owned(), text);
                }
                Err((line, message)) => {
                    let at = At {
                        line,
                        ..At::file(&inside)
                    };
                    problems.add(at, message);
                    folder.unread.push(known.to_owned());
                }
            }
        }
    }
    folder
}

fn load_file(path: &Path, metadata: &fs::Metadata) -> Result<String, (Option<usize>, Message)> {
    if metadata.is_symlink() {
        return Err((None, Message::new("form-link")));
    }
    if !metadata.is_file() {
        return Err((None, Message::new("form-not-a-file")));
    }
    let most = match path.file_name() == Some(layout::HISTORY_FILE.as_ref()) {
        true => LARGEST_HISTORY,
        false => LARGEST_FILE,
    };
    if metadata.len() > most {
        let limit = i64::try_from(most >> 20).unwrap_or(i64::MAX);
        return Err((None, Message::new("form-too-large").with("limit", limit)));
    }
    let bytes = fs::read(path).map_err(|error| (None, unreadable(&error)))?;
    text_of(&bytes).map_err(|line| (Some(line), Message::new("form-not-utf8")))
}

/// The text of a file, or the line that is not UTF-8.
fn text_of(bytes: &[u8]) -> Result<String, usize> {
    let text = str::from_utf8(bytes).map_err(|error| {
        let valid = &bytes[..error.valid_up_to()];
        1 + lines(&String::from_utf8_lossy(valid)).matches('\n').count()
    })?;
    Ok(lines(text.strip_prefix('\u{feff}').unwrap_or(text)))
}

/// A text with `\n` for the line ends of any system.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The path of a name in a folder, as problems show it.
pub(crate) fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}

fn unreadable(error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::NotFound => Message::new("form-not-there"),
        io::ErrorKind::PermissionDenied => Message::new("form-not-allowed"),
        _ => Message::new("form-unreadable"),
    }
}

fn shown(dir: &Path) -> String {
    dir.display().to_string()
}

/// The path of a folder that is not there yet, in a folder that is.
fn new_target(dir: &Path) -> Result<PathBuf, WriteProblem> {
    let no_parent = || WriteProblem::NoParent {
        dir: dir.to_owned(),
    };
    let name = dir.file_name().ok_or_else(no_parent)?;
    let parent = match dir.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let parent = fs::canonicalize(parent).map_err(|_| no_parent())?;
    Ok(parent.join(name))
}

/// A new, empty folder beside the one to be written.
fn partial_beside(target: &Path) -> io::Result<PathBuf> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let mut number = 0_u32;
    loop {
        let partial = target.with_file_name(format!(".{name}.partial-{number}"));
        match fs::create_dir(&partial) {
            Ok(()) => return Ok(partial),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 1000 => {
                number += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

fn save_folder(folder: &Folder, dir: &Path) -> io::Result<()> {
    for (name, text) in &folder.files {
        let mut file = fs::File::create_new(dir.join(name))?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
    }
    for (name, inner) in &folder.folders {
        let path = dir.join(name);
        fs::create_dir(&path)?;
        save_folder(inner, &path)?;
    }
    Ok(())
}

/// Gives the finished folder its name. An empty folder of that name goes first: not every system
/// renames over one, and none removes a folder that has been filled meanwhile.
fn take_name(partial: &Path, target: &Path) -> io::Result<()> {
    if let Err(error) = fs::remove_dir(target)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error);
    }
    fs::rename(partial, target)
}
