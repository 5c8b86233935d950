//! The lock note beside an open file, which tells others who has it.
//!
//! The lock itself is SQLite's, held on the file; the operating system lets it go when the program
//! ends in any way. The note only says whose it is, so a note that was left behind means nothing
//! once the lock is free.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

/// A moment, with the offset of the clock it was read from.
pub type Moment = DateTime<FixedOffset>;

/// Who has a file open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The person, as they named themselves to the program.
    pub who: String,
    /// Their computer.
    pub host: String,
    /// Since when.
    pub since: Moment,
}

/// The note's path: `.~lock.NAME#` in the file's folder.
pub fn note_path(file: &Path) -> PathBuf {
    let mut name = OsString::from(".~lock.");
    name.push(file.file_name().unwrap_or_default());
    name.push("#");
    file.with_file_name(name)
}

/// Writes the note, over one that was left behind.
pub(crate) fn write(file: &Path, holder: &Holder) -> io::Result<()> {
    let plain = |text: &str| text.replace(char::is_control, " ");
    let text = format!(
        "who: {}\nhost: {}\nsince: {}\n",
        plain(&holder.who),
        plain(&holder.host),
        holder.since.to_rfc3339()
    );
    let note = note_path(file);
    fs::write(&note, text).inspect_err(|_| {
        // A note that could only be begun says nothing.
        let _ = fs::remove_file(&note);
    })
}

/// Reads the note, if there is one that can be read.
pub(crate) fn read(file: &Path) -> Option<Holder> {
    let text = fs::read_to_string(note_path(file)).ok()?;
    let field = |name: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
            .map(str::to_owned)
    };
    Some(Holder {
        who: field("who")?,
        host: field("host")?,
        since: DateTime::parse_from_rfc3339(&field("since")?).ok()?,
    })
}

/// Takes the note away. That it cannot be is no harm: a note without a lock means nothing.
pub(crate) fn remove(file: &Path) {
    let _ = fs::remove_file(note_path(file));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_note_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("Children 2013.outturn");
        assert_eq!(read(&file), None);
        let holder = Holder {
            who: "Head of\nService".into(),
            host: "laptop: 7".into(),
            since: DateTime::parse_from_rfc3339("2026-07-01T09:30:05+01:00").unwrap(),
        };
        write(&file, &holder).unwrap();
        assert!(folder.path().join(".~lock.Children 2013.outturn#").exists());
        let read_back = read(&file).unwrap();
        assert_eq!(read_back.who, "Head of Service");
        assert_eq!(
            (read_back.host, read_back.since),
            (holder.host, holder.since)
        );
        remove(&file);
        assert_eq!(read(&file), None);
        fs::write(note_path(&file), "half a no").unwrap();
        assert_eq!(read(&file), None);
    }
}
