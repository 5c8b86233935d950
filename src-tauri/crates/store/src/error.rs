//! What can go wrong with a file, and the sentence for each case.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use outturn_model::cell::EntryProblem;
use outturn_model::{Entity, Message, Place, RowId};
use rusqlite::{Error, ErrorCode};

use crate::carry::HistoryFault;
use crate::lock::Holder;
use crate::merge::ChangesFault;

/// A file, and what is wrong with it or with what was asked of it. Nothing has been changed.
#[derive(Debug)]
pub struct StoreError {
    /// The file, as it was named.
    pub file: PathBuf,
    /// What was being done.
    pub doing: Doing,
    /// What is wrong.
    pub problem: Problem,
}

/// What was being done to a file when something was found to be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// It was to be made.
    Making,
    /// It was to be opened.
    Opening,
    /// It is open, and was read or changed.
    Changing,
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
    /// The name is longer than a file's can be, or those of the files that lie beside it while it is
    /// open would be.
    NameTooLong,
    /// The operating system does not let this person read or write it.
    NotAllowed,
    /// It has no bytes.
    Empty,
    /// It is not a SQLite database.
    NotADatabase,
    /// It is closed with a passphrase, or is noise.
    Closed,
    /// It is closed with another passphrase, or is noise.
    WrongPassphrase,
    /// The passphrase is too short to keep anybody out.
    ShortPassphrase,
    /// Its history cannot be thinned while conflicts are open.
    Undecided,
    /// What people did apart, before its history was to begin, still decides what it holds.
    CannotThin,
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
    /// A part of it is not what Outturn writes.
    Damaged {
        /// Which part.
        part: Part,
        /// What was found, for someone who mends files. It is in no sentence.
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
    /// A history that was to be carried into a new file cannot be taken.
    History {
        /// The line, by place in the list that was given.
        line: usize,
        /// Why.
        fault: HistoryFault,
    },
    /// Changes of another copy cannot be brought in.
    Changes {
        /// Which of those given.
        which: usize,
        /// Why.
        fault: ChangesFault,
    },
    /// A conflict is no longer open as it was listed, or cannot be settled as was asked.
    NotOpen,
    /// A book can be put only into a file that has nothing in it.
    NotEmpty,
    /// An edit does not fit what the file holds.
    Refused(Box<Refusal>),
    /// The operating system or SQLite failed in a way that has no sentence of its own.
    Failed {
        /// What it said, for someone who mends programs. It is in no sentence.
        detail: String,
    },
}

/// A part of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Its first hundred bytes.
    Header,
    /// The list of its tables.
    Tables,
    /// The pages in which the rows are kept.
    Pages,
    /// A row, or where its id is not known its table.
    Row {
        /// Such as `measure/ni-056`.
        row: String,
    },
    /// A change in history.
    Change {
        /// Its number.
        change: i64,
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
    pub(crate) fn new(file: &Path, doing: Doing, problem: impl Into<Problem>) -> Self {
        Self {
            file: file.to_owned(),
            doing,
            problem: problem.into(),
        }
    }

    /// The sentence to show: what is wrong, with which file, and what to do.
    pub fn message(&self) -> Message {
        let file = self.file.display().to_string();
        let say = |key| Message::new(key).with("file", file.as_str());
        match &self.problem {
            // A file that is about to be made is not there yet: its place is what is at fault.
            Problem::Missing if self.doing == Doing::Making => say("store-make-failed"),
            Problem::Missing => say("store-missing"),
            Problem::NotAFile => say("store-not-a-file"),
            Problem::NoFolder => say("store-no-folder"),
            Problem::Exists => say("store-exists"),
            Problem::NameTooLong => say("store-name-too-long"),
            Problem::NotAllowed | Problem::ReadOnly if self.doing == Doing::Making => {
                say("store-make-not-allowed")
            }
            Problem::NotAllowed => say("store-not-allowed"),
            Problem::Empty => say("store-empty"),
            Problem::NotADatabase => say("store-not-a-database"),
            Problem::Closed => say("store-closed"),
            Problem::WrongPassphrase => say("store-wrong-passphrase"),
            Problem::ShortPassphrase => say("store-short-passphrase"),
            Problem::Undecided => say("store-undecided"),
            Problem::CannotThin => say("store-cannot-thin"),
            Problem::OtherProgram => say("store-other-program"),
            Problem::Newer { found, known } => say("store-newer")
                .with("found", i64::from(*found))
                .with("known", i64::from(*known)),
            Problem::Truncated { expected, found } => say("store-truncated")
                .with("expected", expected.to_string())
                .with("found", found.to_string()),
            Problem::Damaged { part, .. } => say("store-damaged").with("part", part.message()),
            Problem::Altered => say("store-altered"),
            Problem::Locked { by: None } => say("store-locked"),
            Problem::Locked { by: Some(holder) } => say(holder.key())
                .with("who", holder.who.trim())
                .with("host", holder.host.trim())
                .with("time", holder.since.format("%H:%M").to_string())
                .with("day", holder.since.format("%-d").to_string())
                .with("month", holder.since.format("%-m").to_string())
                .with("year", holder.since.format("%Y").to_string()),
            Problem::Stray { name } => say("store-stray").with("name", name.as_str()),
            Problem::Unsettled => say("store-unsettled"),
            Problem::Moved => say("store-moved"),
            Problem::ReadOnly => say("store-read-only"),
            Problem::DiskFull => say(match self.doing {
                Doing::Making => "store-make-disk-full",
                Doing::Opening => "store-open-disk-full",
                Doing::Changing => "store-disk-full",
            }),
            Problem::NotEmpty => say("store-not-empty"),
            Problem::History { fault, .. } => fault.message(),
            Problem::Changes { fault, .. } => fault.message(),
            Problem::NotOpen => say("store-not-open"),
            Problem::Refused(refusal) => say("store-refused")
                .with("place", refusal.place.to_string())
                .with("reason", refusal.reason.message()),
            Problem::Failed { .. } => say(match self.doing {
                Doing::Making => "store-make-failed",
                Doing::Opening => "store-open-failed",
                Doing::Changing => "store-failed",
            }),
        }
    }
}

impl Part {
    /// The words for what is wrong with it.
    fn message(&self) -> Message {
        match self {
            Self::Header => Message::new("store-part-header"),
            Self::Tables => Message::new("store-part-tables"),
            Self::Pages => Message::new("store-part-pages"),
            Self::Row { row } => Message::new("store-part-row").with("row", row.as_str()),
            Self::Change { change } => {
                Message::new("store-part-change").with("change", change.to_string())
            }
        }
    }
}

impl Holder {
    /// The key of the sentence that says who has a file, as far as that is known.
    fn key(&self) -> &'static str {
        let blank = |text: &str| text.trim().is_empty();
        match (blank(&self.who), blank(&self.host)) {
            (false, false) => "store-locked-by",
            (false, true) => "store-locked-by-person",
            (true, false) => "store-locked-on",
            (true, true) => "store-locked",
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
    pub(crate) fn damaged(part: Part, detail: impl Into<String>) -> Self {
        Self::Damaged {
            part,
            detail: detail.into(),
        }
    }

    pub(crate) fn damaged_row(row: String, detail: impl Into<String>) -> Self {
        Self::damaged(Part::Row { row }, detail)
    }

    /// The same of a file whose structure is being looked at: what SQLite cannot make sense of there
    /// is damage.
    pub(crate) fn in_structure(self) -> Self {
        match self {
            Self::Failed { detail } => Self::damaged(Part::Tables, detail),
            other => other,
        }
    }

    pub(crate) fn refused(place: Place, reason: Reason) -> Self {
        Self::Refused(Box::new(Refusal { place, reason }))
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
            return Self::damaged(Part::Pages, detail);
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt) => Self::damaged(Part::Pages, detail),
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
            // Elsewhere this is also said of letters that no name can have.
            io::ErrorKind::InvalidFilename if cfg!(unix) => Self::NameTooLong,
            _ => Self::Failed {
                detail: error.to_string(),
            },
        }
    }
}
