//! A look at a file's first bytes, before SQLite sees them.
//!
//! SQLite changes some files merely by opening them (a header that asks for a write-ahead log, a
//! journal that does not belong to it). What is not sound, and not ours, goes no further than here.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::error::{Part, Problem};
use crate::held;

/// What SQLite calls the application id: the letters `Outt`, at offset 68 of the file.
pub const APPLICATION_ID: u32 = 0x4F75_7474;

/// The newest format this program writes and reads.
///
/// A program opens files of its own format and of older ones, which it brings up to its own after
/// making a copy beside the file. It refuses newer ones. So every change to what may stand in a
/// file, a new table, field or word of a choice, is a new format.
pub const FORMAT: u32 = 4;

const LENGTH: usize = 100;
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// Format version 1 of SQLite for writing and reading (a rollback journal), no reserved bytes, and
/// the three payload fractions, which have only ever had these values.
const FIXED: [u8; 6] = [1, 1, 0, 64, 32, 32];
const UTF_8: u32 = 1;
/// The form in which SQLite keeps the list of tables, the same since 2006.
const SCHEMA_FORMAT: u32 = 4;

/// Looks at a file that is at rest.
///
/// # Errors
/// Why it is not a whole `.outturn` file of a format this program knows.
pub(crate) fn inspect(path: &Path, known: u32) -> Result<(), Problem> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(Problem::NotAFile);
    }
    let (bytes, length) = held::look(path, |file| {
        let mut bytes = Vec::with_capacity(LENGTH);
        file.take(LENGTH as u64).read_to_end(&mut bytes)?;
        Ok((bytes, file.metadata()?.len()))
    })?;
    if bytes.is_empty() {
        return Err(Problem::Empty);
    }
    if !bytes.starts_with(MAGIC) {
        return Err(Problem::NotADatabase);
    }
    let Ok(header) = <&[u8; LENGTH]>::try_from(bytes.as_slice()) else {
        return Err(Problem::Truncated {
            expected: 512,
            found: length,
        });
    };
    judge(header, length, known)
}

fn judge(header: &[u8; LENGTH], length: u64, known: u32) -> Result<(), Problem> {
    if number(header, 68) != APPLICATION_ID {
        return Err(Problem::OtherProgram);
    }
    let found = number(header, 60);
    // The number is signed, and no program of ours ever wrote one below nil.
    if found > known && found <= i32::MAX.cast_unsigned() {
        return Err(Problem::Newer { found, known });
    }
    let page = match u64::from(number(header, 16) >> 16) {
        1 => 65_536,
        size => size,
    };
    let sound = (512..=65_536).contains(&page)
        && page.is_power_of_two()
        && header[18..24] == FIXED
        && number(header, 24) == number(header, 92)
        && number(header, 44) == SCHEMA_FORMAT
        && number(header, 52) == 0
        && number(header, 56) == UTF_8
        && number(header, 64) == 0
        && header[72..92].iter().all(|byte| *byte == 0)
        && (1..=known).contains(&found);
    if !sound {
        return Err(Problem::damaged(Part::Header, "header"));
    }
    let expected = page * u64::from(number(header, 28));
    if length < expected {
        return Err(Problem::Truncated {
            expected,
            found: length,
        });
    }
    Ok(())
}

/// The big-endian number at a place in the header.
fn number(header: &[u8; LENGTH], at: usize) -> u32 {
    header[at..at + 4]
        .iter()
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// Whether a journal lies beside the file that SQLite would play back into it: a change was being
/// written when the program that wrote it ended, or one is being written now.
pub(crate) fn has_hot_journal(path: &Path) -> io::Result<bool> {
    let mut first = Vec::new();
    match held::look(&journal_path(path), |file| {
        file.take(1).read_to_end(&mut first)
    }) {
        Ok(_) => Ok(first.first().is_some_and(|byte| *byte != 0)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Where SQLite keeps a file's rollback journal.
pub(crate) fn journal_path(path: &Path) -> PathBuf {
    with_suffix(path, "-journal")
}

/// The name of a write-ahead log beside a file, which SQLite would write into it. Outturn makes
/// none.
pub(crate) fn stray(path: &Path) -> Option<String> {
    let log = with_suffix(path, "-wal");
    fs::symlink_metadata(&log).ok()?;
    Some(log.file_name()?.to_string_lossy().into_owned())
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
