//! What can go wrong with a file, and the sentence for each case.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use outturn_model::cell::EntryProblem;
use outturn_model::{Entity, Message, Place, RowId};
use rusqlite::{Error, ErrorCode};

use crate::lock::Holder;

/// A file, and what is wrong with it or with what was asked of it. Nothing has been changed.
#[derive(Debug)]
pub struct StoreError {
    /// The file, as it was named.
    pub file: PathBuf,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a file, or with what was asked of it.
#[derive(Debug)]
pub enum Problem {
    /// There is no such file.
    Missing,
    /// It is a folder, a device or something else that holds no bytes of its own.
    NotAFile,
    /// The folder for a new file does not exist.
    NoFolder,
    /// A file of that name is already there; it is never overwritten.
    Exists,
    /// The operating system does not let this person read or write it.
    NotAllowed,
    /// It has no bytes.
    Empty,
    /// It is not a SQLite database.
    NotADatabase,
    /// It is a SQLite database of another program.
    OtherProgram,
    /// It was written by a newer version of the program.
    Newer {
        /// Its format.
        found: u32,
        /// The newest format this program knows.
        known: u32,
    },
    /// Its end is missing.
    Truncated {
        /// The bytes it should have.
        expected: u64,
        /// The bytes it has.
        found: u64,
    },
    /// Its structure is broken.
    Damaged {
        /// What was found, for someone who mends files.
        detail: String,
    },
    /// Its structure is sound, but its content is not what was last written by Outturn.
    Altered,
    /// Another person or program has it open.
    Locked {
        /// Who, where that is known.
        by: Option<Holder>,
    },
    /// A write-ahead log lies beside it, which is no part of it.
    Stray {
        /// The log's name.
        name: String,
    },
    /// It was being written to each time it was read.
    Unsettled,
    /// It was moved, renamed or deleted while it was open.
    Moved,
    /// It was opened for reading only.
    ReadOnly,
    /// There is no room left where it is kept.
    DiskFull,
    /// A book can be put only into a file that has nothing in it.
    NotEmpty,
    /// An edit does not fit what the file holds.
    Refused(Refusal),
    /// The operating system or SQLite failed in a way that has no sentence of its own.
    Failed {
        /// What it said.
        detail: String,
    },
}

/// An edit that was refused: where, and why. None of the edits given with it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The row or the cell.
    pub place: Place,
    /// Why.
    pub reason: Reason,
}

/// Why an edit was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The text does not fit the cell.
    Cell(EntryProblem),
    /// The row is not there, or not there any more.
    NoSuchRow,
    /// The table has no such field.
    NoSuchField {
        /// The field that was named.
        field: String,
    },
    /// The row has more cells than its table has fields.
    TooManyCells,
    /// There is already a row with this id.
    RowExists,
    /// The row that the cell points to is not there.
    NoSuchReference {
        /// The table it should be in.
        to: Entity,
        /// Its id.
        id: String,
    },
    /// The row's id is made of some of its cells, and the cells say another id.
    IdDiffers {
        /// The id that the cells say.
        expected: RowId,
    },
    /// The table has one row only, or keeps this id for a word of its own.
    IdNotAllowed,
    /// A section would stand in itself.
    SectionInItself,
    /// A section would stand in a section of another report.
    SectionOfAnotherReport,
}

impl StoreError {
    pub(crate) fn new(file: &Path, problem: impl Into<Problem>) -> Self {
        Self {
            file: file.to_owned(),
            problem: problem.into(),
        }
    }

    /// The sentence to show: what is wrong, with which file, and what to do.
    pub fn message(&self) -> Message {
        let file = self.file.display().to_string();
        let say = |key| Message::new(key).with("file", file.as_str());
        match &self.problem {
            Problem::Missing => say("store-missing"),
            Problem::NotAFile => say("store-not-a-file"),
            Problem::NoFolder => say("store-no-folder"),
            Problem::Exists => say("store-exists"),
            Problem::NotAllowed => say("store-not-allowed"),
            Problem::Empty => say("store-empty"),
            Problem::NotADatabase => say("store-not-a-database"),
            Problem::OtherProgram => say("store-other-program"),
            Problem::Newer { found, known } => say("store-newer")
                .with("found", i64::from(*found))
                .with("known", i64::from(*known)),
            Problem::Truncated { expected, found } => say("store-truncated")
                .with("expected", expected.to_string())
                .with("found", found.to_string()),
            Problem::Damaged { detail } => say("store-damaged").with("detail", detail.as_str()),
            Problem::Altered => say("store-altered"),
            Problem::Locked { by: None } => say("store-locked"),
            Problem::Locked { by: Some(holder) } => say("store-locked-by")
                .with("who", holder.who.as_str())
                .with("host", holder.host.as_str())
                .with("time", holder.since.format("%H:%M").to_string())
                .with("day", holder.since.format("%-d").to_string())
                .with("month", holder.since.format("%-m").to_string())
                .with("year", holder.since.format("%Y").to_string()),
            Problem::Stray { name } => say("store-stray").with("name", name.as_str()),
            Problem::Unsettled => say("store-unsettled"),
            Problem::Moved => say("store-moved"),
            Problem::ReadOnly => say("store-read-only"),
            Problem::DiskFull => say("store-disk-full"),
            Problem::NotEmpty => say("store-not-empty"),
            Problem::Refused(refusal) => say("store-refused")
                .with("place", refusal.place.to_string())
                .with("reason", refusal.reason.message()),
            Problem::Failed { detail } => say("store-failed").with("detail", detail.as_str()),
        }
    }
}

impl Reason {
    /// The sentence to show beside the field or the row.
    pub fn message(&self) -> Message {
        match self {
            Self::Cell(problem) => problem.message(),
            Self::NoSuchRow => Message::new("store-no-such-row"),
            Self::NoSuchField { field } => {
                Message::new("store-no-such-field").with("field", field.as_str())
            }
            Self::TooManyCells => Message::new("store-too-many-cells"),
            Self::RowExists => Message::new("store-row-exists"),
            Self::NoSuchReference { to, id } => Message::new("store-no-such-reference")
                .with("table", to.table())
                .with("id", id.as_str()),
            Self::IdDiffers { expected } => {
                Message::new("store-id-differs").with("expected", expected.as_str())
            }
            Self::IdNotAllowed => Message::new("store-id-not-allowed"),
            Self::SectionInItself => Message::new("store-section-in-itself"),
            Self::SectionOfAnotherReport => Message::new("store-section-of-another-report"),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.file.display(), self.problem)
    }
}

impl std::error::Error for StoreError {}

impl Problem {
    pub(crate) fn damaged(detail: impl Into<String>) -> Self {
        Self::Damaged {
            detail: detail.into(),
        }
    }

    pub(crate) fn refused(place: Place, reason: Reason) -> Self {
        Self::Refused(Refusal { place, reason })
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let detail = error.to_string();
        if let Error::FromSqlConversionFailure(..)
        | Error::InvalidColumnType(..)
        | Error::IntegralValueOutOfRange(..)
        | Error::Utf8Error(..) = error
        {
            // A cell holds what no edit could have put there.
            return Self::Damaged { detail };
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { detail },
            Some(ErrorCode::NotADatabase) => Self::NotADatabase,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked { by: None },
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::PermissionDenied) => Self::NotAllowed,
            _ => Self::Failed { detail },
        }
    }
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::NotAllowed,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::AlreadyExists => Self::Exists,
            io::ErrorKind::IsADirectory => Self::NotAFile,
            _ => Self::Failed {
                detail: error.to_string(),
            },
        }
    }
}
