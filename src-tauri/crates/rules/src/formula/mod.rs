//! Formulas of table columns and lines: how they are written, and what is wrong with one.
//!
//! A formula works with the figures of its own table as they are printed, so that a reader with a
//! calculator finds what is written (R1: “% change”; R5: “variation as % of revised budget”).
//!
//! | written | is |
//! |---|---|
//! | `[Budget]` | in a column's formula the figure of that column on the same line; in a line's formula the figure of that line in the same column |
//! | `[Budget @ Staff]` | the figure where that column and that line meet |
//! | `12.5` `+` `-` `*` `/` `( )` | as on a calculator; `×`, `÷` and `−` are read too |
//! | `sum(…)` `min(…)` `max(…)` `abs(x)` | of figures |
//! | `round(x, 1)` | to so many decimal places, half away from nil |
//! | `percent(part, whole)` | `part` in per cent of the size of `whole` |
//! | `change(now, before)` | the change in per cent of the size of `before` |
//! | `total([Budget])` | the column's sum over its plain lines |
//! | `group([Budget])` | its sum over the plain lines of one run: those between two headings, subtotals or totals. On a plain line its own run; on any other the run right above |
//! | `share([Budget])` | this line's figure in per cent of `total([Budget])` |
//! | `previous([Budget])` | the same figure in the section that this one follows |
//!
//! A column is named by its heading or by its group and its heading (`[Last quarter Number]`), a
//! line by its label. Names match without regard to case and spacing. In a name `]]` stands for `]`
//! and `@@` for `@`. In `total`, `group` and `share` the name is a column's, in a line's formula too.
//!
//! # Figures that are not there
//!
//! A figure that is missing makes the result missing. In sums and differences a dash or N/A is nil
//! (R5); in any other place, and with any other words, the result is missing.
//!
//! # Percentages of next to nothing
//!
//! Nothing can be divided by nil, and a percentage of nearly nil misleads: R5 prints a variation of
//! 114.8% under a Dedicated Schools Grant whose budgets and income all but cancel out. Such a result
//! is *stated* ([`Stated`]) in place of a figure. The base of `percent`, `change` and `share`, and of
//! a variance in per cent, is too small
//!
//! * below ten of the smallest units in which its money is printed: printed £9k may be anything from
//!   £8.5k to £9.5k, so that rounding alone moves the percentage by more than a twentieth of itself.
//!   A count of eight complaints is exact, and has no such bound;
//! * below one per cent of the gross size of what it is made of (the lines under a total, the terms of
//!   a difference), where it is what is left when large figures cancel out.

mod name;
mod parse;
mod problem;
mod value;

use std::fmt;
use std::ops::Range;

use rust_decimal::Decimal;

pub use parse::parse;
pub use problem::{Fault, FormulaProblem, Named};
pub use value::Stated;

pub(crate) use name::{key, nearest};
pub(crate) use value::{Figures, Operand, Worth, near_nil};

/// A formula that reads well. What its names mean, a table says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    pub(crate) root: Expression,
}

impl Formula {
    /// The names in it, in the order in which they are written.
    pub fn names(&self) -> Vec<&Name> {
        let mut names = Vec::new();
        self.root.each(&mut |part| match part {
            Expression::Name(name) | Expression::Of(_, name) => names.push(name),
            _ => {}
        });
        names
    }

    /// Whether it works out a rate: a share, a percentage, or a quotient of figures. Rates do not add
    /// up, so that a total's follows from the total's own figures.
    pub fn is_rate(&self) -> bool {
        let mut rate = false;
        self.root.each(&mut |part| {
            rate |= match part {
                Expression::Pair(Operator::Over, _, right) => right.has_names(),
                Expression::Call(Function::Percent | Function::Change, _)
                | Expression::Of(Aggregate::Share, _) => true,
                _ => false,
            };
        });
        rate
    }

    /// Whether its result is in per cent.
    pub fn is_percent(&self) -> bool {
        self.root.is_percent()
    }
}

/// A name in a formula. Two names are the same wherever they stand.
#[derive(Debug, Clone)]
pub struct Name {
    /// What it names: a column in a column's formula, a line in a line's.
    pub name: String,
    /// After an `@`: the line.
    pub line: Option<String>,
    /// Where it stands in the formula, in characters, brackets included.
    pub at: Range<usize>,
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.line) == (&other.name, &other.line)
    }
}

impl Eq for Name {}

/// A part of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expression {
    Number(Decimal),
    Name(Name),
    Negative(Box<Self>),
    Pair(Operator, Box<Self>, Box<Self>),
    Call(Function, Vec<Self>),
    /// `round`, and to how many places.
    Rounded(Box<Self>, u32),
    Of(Aggregate, Name),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Plus,
    Minus,
    Times,
    Over,
}

/// A function of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Function {
    Sum,
    Min,
    Max,
    Abs,
    Percent,
    Change,
}

/// A function of a column, or of a cell of the last report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aggregate {
    Share,
    Total,
    Group,
    Previous,
}

impl Function {
    pub(crate) const ALL: [(&'static str, Self); 6] = [
        ("sum", Self::Sum),
        ("min", Self::Min),
        ("max", Self::Max),
        ("abs", Self::Abs),
        ("percent", Self::Percent),
        ("change", Self::Change),
    ];
}

impl Aggregate {
    pub(crate) const ALL: [(&'static str, Self); 4] = [
        ("share", Self::Share),
        ("total", Self::Total),
        ("group", Self::Group),
        ("previous", Self::Previous),
    ];
}

/// The word of `round`, which takes a number of places beside a figure.
pub(crate) const ROUND: &str = "round";

impl Expression {
    /// Looks at it and at every part of it, in the order in which they are written.
    pub(crate) fn each<'e>(&'e self, look: &mut impl FnMut(&'e Self)) {
        look(self);
        match self {
            Self::Number(_) | Self::Name(_) | Self::Of(..) => {}
            Self::Negative(inner) | Self::Rounded(inner, _) => inner.each(look),
            Self::Pair(_, left, right) => {
                left.each(look);
                right.each(look);
            }
            Self::Call(_, arguments) => {
                for argument in arguments {
                    argument.each(look);
                }
            }
        }
    }

    fn has_names(&self) -> bool {
        let mut has = false;
        self.each(&mut |part| has |= matches!(part, Self::Name(_) | Self::Of(..)));
        has
    }

    fn is_percent(&self) -> bool {
        match self {
            Self::Call(Function::Percent | Function::Change, _) | Self::Of(Aggregate::Share, _) => {
                true
            }
            Self::Negative(inner) | Self::Rounded(inner, _) => inner.is_percent(),
            Self::Call(_, arguments) => {
                !arguments.is_empty() && arguments.iter().all(Self::is_percent)
            }
            Self::Pair(Operator::Plus | Operator::Minus, left, right) => {
                left.is_percent() && right.is_percent()
            }
            _ => false,
        }
    }

    /// How tightly it holds its parts together.
    fn rank(&self) -> u8 {
        match self {
            Self::Pair(Operator::Plus | Operator::Minus, ..) => 0,
            Self::Pair(Operator::Times | Operator::Over, ..) => 1,
            Self::Negative(_) => 2,
            _ => 3,
        }
    }

    fn write_at(&self, rank: u8, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.rank() < rank {
            return write!(f, "({self})");
        }
        write!(f, "{self}")
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.fmt(f)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let escaped = |name: &str| name.replace(']', "]]").replace('@', "@@");
        match &self.line {
            Some(line) => write!(f, "[{} @ {}]", escaped(&self.name), escaped(line)),
            None => write!(f, "[{}]", escaped(&self.name)),
        }
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Name(name) => write!(f, "{name}"),
            Self::Negative(inner) => {
                f.write_str("-")?;
                inner.write_at(2, f)
            }
            Self::Pair(operator, left, right) => {
                let (sign, rank) = match operator {
                    Operator::Plus => ("+", 0),
                    Operator::Minus => ("-", 0),
                    Operator::Times => ("*", 1),
                    Operator::Over => ("/", 1),
                };
                left.write_at(rank, f)?;
                write!(f, " {sign} ")?;
                right.write_at(rank + 1, f)
            }
            Self::Call(function, arguments) => {
                write!(f, "{}(", word_of(Function::ALL, *function))?;
                for (place, argument) in arguments.iter().enumerate() {
                    f.write_str(if place == 0 { "" } else { ", " })?;
                    write!(f, "{argument}")?;
                }
                f.write_str(")")
            }
            Self::Rounded(inner, places) => write!(f, "{ROUND}({inner}, {places})"),
            Self::Of(aggregate, name) => {
                write!(f, "{}({name})", word_of(Aggregate::ALL, *aggregate))
            }
        }
    }
}

fn word_of<T: PartialEq, const N: usize>(words: [(&'static str, T); N], wanted: T) -> &'static str {
    let mut words = words.into_iter();
    let found = words.find(|(_, of)| *of == wanted);
    found.map_or("", |(word, _)| word)
}
