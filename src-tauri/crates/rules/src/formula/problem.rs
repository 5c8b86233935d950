//! What is wrong with a formula, where, and what may be meant.

use std::ops::Range;

use outturn_model::Message;

use super::{Aggregate, Function, ROUND};

/// A formula that cannot be read, that names what is not there, or that needs itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormulaProblem {
    /// The characters it is about, counted from 0; at the end of the text an empty range.
    pub at: Range<usize>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// It is longer than a formula may be.
    TooLong {
        /// The most characters.
        limit: usize,
    },
    /// Brackets stand in brackets too deep.
    TooDeep,
    /// A character that no formula has.
    StrayCharacter(char),
    /// A name without its closing bracket.
    UnclosedName,
    /// A name with nothing in it.
    EmptyName,
    /// A number with more digits than are kept exactly, or with two points.
    BadNumber(String),
    /// Something that cannot stand there.
    Unexpected(String),
    /// It stops where a figure should follow.
    EndsEarly,
    /// A bracket that is not closed.
    UnclosedBracket,
    /// A function that there is not.
    NoSuchFunction {
        /// What was written.
        name: String,
        /// The function whose name is nearest.
        nearest: Option<&'static str>,
    },
    /// A function with too few or too many figures.
    WrongCount {
        /// The function.
        function: &'static str,
        /// How many it takes.
        takes: usize,
    },
    /// A function of a column that is given something else.
    NeedsColumn {
        /// The function.
        function: &'static str,
    },
    /// `round` with places that are not a whole number from 0 to 6.
    BadPlaces,
    /// A name that no column or line has.
    NoSuchName {
        /// What it should be the name of.
        of: Named,
        /// What was written.
        name: String,
        /// The name nearest to it.
        nearest: Option<String>,
    },
    /// A name that several have.
    SeveralNamed {
        /// What it is the name of.
        of: Named,
        /// What was written.
        name: String,
        /// How many have it.
        count: usize,
    },
    /// A column or a line without figures.
    NoFigures {
        /// What it is.
        of: Named,
        /// Its name.
        name: String,
    },
    /// It needs its own result.
    Circle {
        /// What needs what, in order, the first again at the end.
        members: Vec<Message>,
    },
}

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A column.
    Column,
    /// A line.
    Line,
}

impl Named {
    fn word(self) -> &'static str {
        match self {
            Self::Column => "column",
            Self::Line => "line",
        }
    }
}

impl FormulaProblem {
    pub(crate) fn new(at: Range<usize>, fault: Fault) -> Self {
        Self { at, fault }
    }

    /// What is wrong, in one sentence.
    pub fn message(&self) -> Message {
        match &self.fault {
            Fault::Empty => Message::new("formula-empty"),
            Fault::TooLong { limit } => Message::new("formula-too-long").with("limit", *limit),
            Fault::TooDeep => Message::new("formula-too-deep"),
            Fault::StrayCharacter(c) => {
                Message::new("formula-stray-character").with("character", c.to_string())
            }
            Fault::UnclosedName => Message::new("formula-unclosed-name"),
            Fault::EmptyName => Message::new("formula-empty-name"),
            Fault::BadNumber(number) => {
                Message::new("formula-bad-number").with("number", number.as_str())
            }
            Fault::Unexpected(text) => {
                Message::new("formula-unexpected").with("text", text.as_str())
            }
            Fault::EndsEarly => Message::new("formula-ends-early"),
            Fault::UnclosedBracket => Message::new("formula-unclosed-bracket"),
            Fault::NoSuchFunction { name, .. } => {
                Message::new("formula-no-such-function").with("name", name.as_str())
            }
            Fault::WrongCount { function, takes } => Message::new("formula-wrong-count")
                .with("function", *function)
                .with("takes", *takes),
            Fault::NeedsColumn { function } => {
                Message::new("formula-needs-column").with("function", *function)
            }
            Fault::BadPlaces => Message::new("formula-bad-places"),
            Fault::NoSuchName { of, name, .. } => Message::new("formula-no-such-name")
                .with("of", of.word())
                .with("name", name.as_str()),
            Fault::SeveralNamed { of, name, count } => Message::new("formula-several-named")
                .with("of", of.word())
                .with("name", name.as_str())
                .with("count", *count),
            Fault::NoFigures { of, name } => Message::new("formula-no-figures")
                .with("of", of.word())
                .with("name", name.as_str()),
            Fault::Circle { members } => {
                Message::new("formula-circle").with("members", members.clone())
            }
        }
    }

    /// What to do about it, in one sentence.
    pub fn hint(&self) -> Message {
        match &self.fault {
            Fault::Empty | Fault::EndsEarly => Message::new("formula-hint-example"),
            Fault::TooLong { .. } | Fault::TooDeep => Message::new("formula-hint-split"),
            Fault::StrayCharacter('=') => Message::new("formula-hint-equals"),
            Fault::StrayCharacter('%') => Message::new("formula-hint-percent"),
            Fault::StrayCharacter('£') => Message::new("formula-hint-pounds"),
            Fault::StrayCharacter(_) | Fault::Unexpected(_) => Message::new("formula-hint-signs"),
            Fault::UnclosedName | Fault::EmptyName => Message::new("formula-hint-name"),
            Fault::BadNumber(_) => Message::new("formula-hint-number"),
            Fault::UnclosedBracket => Message::new("formula-hint-bracket"),
            Fault::NoSuchFunction { nearest, .. } => match nearest {
                Some(nearest) => Message::new("formula-hint-nearest").with("nearest", *nearest),
                None => Message::new("formula-hint-functions")
                    .with("functions", words().collect::<Vec<_>>().join(", ")),
            },
            Fault::WrongCount { .. } => Message::new("formula-hint-count"),
            Fault::NeedsColumn { function } => {
                Message::new("formula-hint-column").with("function", *function)
            }
            Fault::BadPlaces => Message::new("formula-hint-places"),
            Fault::NoSuchName {
                nearest: Some(nearest),
                ..
            } => Message::new("formula-hint-nearest").with("nearest", nearest.as_str()),
            Fault::NoSuchName { of, .. } => {
                Message::new("formula-hint-no-such-name").with("of", of.word())
            }
            Fault::SeveralNamed { of, .. } => {
                Message::new("formula-hint-several-named").with("of", of.word())
            }
            Fault::NoFigures { .. } => Message::new("formula-hint-no-figures"),
            Fault::Circle { .. } => Message::new("formula-hint-circle"),
        }
    }
}

/// The words of all functions.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let of_figures = Function::ALL.into_iter().map(|(word, _)| word);
    let of_columns = Aggregate::ALL.into_iter().map(|(word, _)| word);
    of_figures.chain([ROUND]).chain(of_columns)
}
