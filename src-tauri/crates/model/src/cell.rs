//! What one cell of a table may hold, and the sentences for what it may not.
//!
//! Every cell is stored as text or as nothing: exact, readable with any SQLite tool, and the same
//! in history, in the text form and in a merge. [`CellType`] is how a Rust type is read from such a
//! cell and written to it.

use std::fmt;
use std::ops::Deref;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rust_decimal::Decimal;

use crate::message::Message;
use crate::picture::Picture;
use crate::record::Kind;

/// A stored cell: text, or nothing. Never the empty text.
pub type Cell = Option<String>;

/// A type that a cell can hold.
pub trait CellType: Sized {
    /// What kind of cell this is, for forms, the text form and history.
    const KIND: Kind;
    /// Whether a row may not exist without this cell.
    const REQUIRED: bool = false;

    /// Reads a stored cell.
    ///
    /// # Errors
    /// The [`EntryProblem`] that says why the text does not fit.
    fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem>;

    /// The one canonical text of this value, or nothing.
    fn to_cell(&self) -> Cell;
}

/// Why a text does not fit its cell. Its [`EntryProblem::message`] is the sentence to show.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum EntryProblem {
    /// The cell may not be empty.
    Missing,
    /// Longer than the cell may be, in characters.
    TooLong {
        /// The most characters it may have.
        limit: usize,
        /// The characters it has.
        length: usize,
    },
    /// A control character, or a character that hides the direction of text.
    HiddenCharacter {
        /// Its code point, such as `U+0007`.
        code: String,
        /// The words just before it.
        after: String,
    },
    /// A line end in a single-line cell.
    LineEnd,
    /// Not a number.
    NotANumber {
        /// What was entered, shortened.
        text: String,
    },
    /// Not a number, where no words can stand in its place.
    NotAPlainNumber {
        /// What was entered, shortened.
        text: String,
    },
    /// A number with more digits than can be kept exactly.
    TooManyDigits {
        /// The most digits.
        limit: usize,
    },
    /// A per cent sign where the unit is not per cent.
    NotPercent,
    /// A pound sign, `k` or `m` where the unit is not money.
    NotMoney,
    /// A figure that is not whole once put in the column's unit.
    NotWholeUnits {
        /// The column's unit, such as `£'000`.
        unit: String,
    },
    /// Not a date that exists, in a form that can be read.
    NotADate {
        /// What was entered, shortened.
        text: String,
    },
    /// A day that its month does not have.
    NoSuchDay {
        /// What was entered, shortened.
        text: String,
        /// The month, 1 to 12.
        month: u32,
        /// Its year, which matters to February.
        year: i32,
        /// How many days it has.
        days: u32,
    },
    /// Not a moment, as `2026-07-01T09:30:05+01:00`.
    NotAMoment {
        /// What was entered, shortened.
        text: String,
    },
    /// Not a reporting period.
    NotAPeriod {
        /// What was entered, shortened.
        text: String,
    },
    /// Not a whole number within bounds.
    NotACount {
        /// What was entered, shortened.
        text: String,
        /// The least it may be.
        least: u32,
        /// The most it may be.
        most: u32,
    },
    /// Not one of the words allowed.
    NotAChoice {
        /// What was entered, shortened.
        text: String,
        /// The words allowed.
        choices: &'static [&'static str],
    },
    /// Not an id.
    NotAnId {
        /// What was entered, shortened.
        text: String,
    },
    /// Not an order key.
    NotAPosition,
    /// Not a PNG picture within the bounds of [`crate::picture::Picture`].
    NotAPicture,
}

impl EntryProblem {
    /// The sentence to show: what is wrong and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing => Message::new("entry-missing"),
            Self::TooLong { limit, length } => Message::new("entry-too-long")
                .with("limit", *limit)
                .with("length", *length),
            Self::HiddenCharacter { code, after } => Message::new("entry-hidden-character")
                .with("code", code.as_str())
                .with("after", after.as_str()),
            Self::LineEnd => Message::new("entry-line-end"),
            Self::NotANumber { text } => {
                Message::new("entry-not-a-number").with("text", text.as_str())
            }
            Self::NotAPlainNumber { text } => {
                Message::new("entry-not-a-plain-number").with("text", text.as_str())
            }
            Self::TooManyDigits { limit } => {
                Message::new("entry-too-many-digits").with("limit", *limit)
            }
            Self::NotPercent => Message::new("entry-not-percent"),
            Self::NotMoney => Message::new("entry-not-money"),
            Self::NotWholeUnits { unit } => {
                Message::new("entry-not-whole-units").with("unit", unit.as_str())
            }
            Self::NotADate { text } => Message::new("entry-not-a-date").with("text", text.as_str()),
            Self::NoSuchDay {
                text,
                month,
                year,
                days,
            } => Message::new("entry-no-such-day")
                .with("text", text.as_str())
                .with("month", i64::from(*month))
                .with("year", year.to_string())
                .with("days", i64::from(*days)),
            Self::NotAMoment { text } => {
                Message::new("entry-not-a-moment").with("text", text.as_str())
            }
            Self::NotAPeriod { text } => {
                Message::new("entry-not-a-period").with("text", text.as_str())
            }
            Self::NotACount { text, least, most } => Message::new("entry-not-a-count")
                .with("text", text.as_str())
                .with("least", i64::from(*least))
                .with("most", i64::from(*most)),
            Self::NotAChoice { text, choices } => Message::new("entry-not-a-choice")
                .with("text", text.as_str())
                .with("choices", choices.join(", ")),
            Self::NotAnId { text } => Message::new("entry-not-an-id").with("text", text.as_str()),
            Self::NotAPosition => Message::new("entry-not-a-position"),
            Self::NotAPicture => Message::new("entry-not-a-picture")
                .with("kilobytes", Picture::LARGEST / 1024)
                .with("side", i64::from(Picture::LONGEST_SIDE)),
        }
    }
}

/// The first forty characters of what was entered, for a sentence about it.
pub(crate) fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

/// Refuses characters that a reader could not see: controls other than the line end, and those
/// that turn the direction of text round. Marks that only state a direction are kept.
fn visible(text: &str) -> Result<(), EntryProblem> {
    let hidden = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' | '\u{2028}' | '\u{2029}')
    };
    match text.char_indices().find(|(_, c)| hidden(*c)) {
        None => Ok(()),
        Some((at, c)) => Err(EntryProblem::HiddenCharacter {
            code: format!("U+{:04X}", u32::from(c)),
            after: {
                let before: Vec<char> = text[..at].chars().collect();
                before[before.len().saturating_sub(20)..].iter().collect()
            },
        }),
    }
}

fn checked(cell: Option<&str>, limit: usize) -> Result<String, EntryProblem> {
    let text = cell.unwrap_or_default();
    let length = text.chars().count();
    if length > limit {
        return Err(EntryProblem::TooLong { limit, length });
    }
    visible(text)?;
    Ok(text.to_owned())
}

fn text_cell(text: &str) -> Cell {
    (!text.is_empty()).then(|| text.to_owned())
}

macro_rules! text_type {
    ($(#[$meta:meta])* $name:ident, $kind:expr, $limit:literal, lines: $lines:literal) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The most characters it may have.
            pub const LONGEST: usize = $limit;

            /// Wraps text that is known to fit, such as a constant.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl CellType for $name {
            const KIND: Kind = $kind;

            fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem> {
                let text = checked(cell, $limit)?;
                if !$lines && text.contains('\n') {
                    return Err(EntryProblem::LineEnd);
                }
                Ok(Self(text))
            }

            fn to_cell(&self) -> Cell {
                text_cell(&self.0)
            }
        }
    };
}

text_type!(
    /// One line of plain words, up to 500 characters.
    Line, Kind::Line, 500, lines: false
);
text_type!(
    /// Plain words that may run over several lines, up to 20,000 characters.
    Text, Kind::Text, 20_000, lines: true
);
text_type!(
    /// A narrative in the closed Markdown of [`crate::prose`], up to 200,000 characters.
    Narrative, Kind::Prose, 200_000, lines: true
);

text_type!(
    /// What a section said when it was signed, as lines of plain words, up to 2,000,000 characters.
    Reading, Kind::Text, 2_000_000, lines: true
);

/// A moment, with the offset of the clock it was read from, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(pub DateTime<FixedOffset>);

impl CellType for Option<Moment> {
    const KIND: Kind = Kind::Moment;

    fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem> {
        let Some(text) = cell else { return Ok(None) };
        // One text for one moment: 2026-07-01T09:30:05+01:00.
        let moment = DateTime::parse_from_rfc3339(text).ok().map(Moment);
        moment
            .filter(|moment| moment.to_string() == text)
            .map(Some)
            .ok_or(EntryProblem::NotAMoment {
                text: shortened(text),
            })
    }

    fn to_cell(&self) -> Cell {
        self.map(|moment| moment.to_string())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%S%:z"))
    }
}

/// Yes or no; nothing stored means no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Flag(pub bool);

impl CellType for Flag {
    const KIND: Kind = Kind::Flag;

    fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem> {
        match cell {
            None | Some("no") => Ok(Self(false)),
            Some("yes") => Ok(Self(true)),
            Some(other) => Err(EntryProblem::NotAChoice {
                text: shortened(other),
                choices: &["yes", "no"],
            }),
        }
    }

    fn to_cell(&self) -> Cell {
        self.0.then(|| "yes".to_owned())
    }
}

/// A whole number from `LEAST` to `MOST`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Count<const LEAST: u32, const MOST: u32>(pub u32);

impl<const LEAST: u32, const MOST: u32> CellType for Option<Count<LEAST, MOST>> {
    const KIND: Kind = Kind::Count {
        least: LEAST,
        most: MOST,
    };

    fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem> {
        let Some(text) = cell else { return Ok(None) };
        text.parse()
            .ok()
            .filter(|number| (LEAST..=MOST).contains(number))
            .map(|number| Some(Count(number)))
            .ok_or(EntryProblem::NotACount {
                text: shortened(text),
                least: LEAST,
                most: MOST,
            })
    }

    fn to_cell(&self) -> Cell {
        self.map(|count| count.0.to_string())
    }
}

/// The most digits of a stored number: every sum of a directorate's figures stays exact.
pub const MOST_DIGITS: usize = 18;

impl CellType for Option<Decimal> {
    const KIND: Kind = Kind::Decimal;

    fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem> {
        let Some(text) = cell else { return Ok(None) };
        let digits = text.chars().filter(char::is_ascii_digit).count();
        if digits > MOST_DIGITS {
            return Err(EntryProblem::TooManyDigits { limit: MOST_DIGITS });
        }
        let plain = text.strip_prefix('-').unwrap_or(text);
        let well_formed = plain.starts_with(|c: char| c.is_ascii_digit())
            && plain.ends_with(|c: char| c.is_ascii_digit())
            && plain.chars().all(|c| c.is_ascii_digit() || c == '.');
        well_formed
            .then(|| text.parse::<Decimal>().ok())
            .flatten()
            .map(Some)
            .ok_or(EntryProblem::NotANumber {
                text: shortened(text),
            })
    }

    fn to_cell(&self) -> Cell {
        self.map(|number| number.to_string())
    }
}

impl CellType for Option<NaiveDate> {
    const KIND: Kind = Kind::Date;

    fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem> {
        let Some(text) = cell else { return Ok(None) };
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        date.filter(|_| text.len() == 10)
            .map(Some)
            .ok_or(EntryProblem::NotADate {
                text: shortened(text),
            })
    }

    fn to_cell(&self) -> Cell {
        self.map(|date| date.format("%Y-%m-%d").to_string())
    }
}

/// An optional cell of a type that is otherwise required: a reference or a choice.
impl<T: OptionalCell> CellType for Option<T> {
    const KIND: Kind = T::KIND;

    fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem> {
        cell.map(|text| T::from_cell(Some(text))).transpose()
    }

    fn to_cell(&self) -> Cell {
        self.as_ref().and_then(T::to_cell)
    }
}

/// Types whose `Option` is a cell that may be empty.
pub trait OptionalCell: CellType {}

impl<T: crate::record::Record> OptionalCell for crate::id::Id<T> {}

/// Declares a closed set of words that a cell may hold.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $word:literal ),+ $(,)?
        }
        $(default $default:ident)?
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant ),+
        }

        impl $name {
            /// Every word, in the order shown to people.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The stored words, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The stored word.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        $(impl Default for $name {
            fn default() -> Self {
                Self::$default
            }
        })?

        impl $crate::cell::CellType for $name {
            const KIND: $crate::record::Kind = $crate::record::Kind::Choice(Self::WORDS);
            const REQUIRED: bool = true;

            fn from_cell(cell: Option<&str>) -> Result<Self, $crate::cell::EntryProblem> {
                match cell {
                    $(Some($word) => Ok(Self::$variant),)+
                    $(None => Ok(Self::$default),)?
                    #[allow(unreachable_patterns)]
                    None => Err($crate::cell::EntryProblem::Missing),
                    Some(other) => Err($crate::cell::EntryProblem::NotAChoice {
                        text: $crate::cell::shortened(other),
                        choices: Self::WORDS,
                    }),
                }
            }

            fn to_cell(&self) -> $crate::cell::Cell {
                Some(self.as_str().to_owned())
            }
        }

        impl $crate::cell::OptionalCell for $name {}
    };
}
pub(crate) use choice;
