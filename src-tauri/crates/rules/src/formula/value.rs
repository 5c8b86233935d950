//! What the parts of a formula are worth, and arithmetic with it that never fails.

use outturn_model::Message;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Aggregate, Expression, Function, Name, Operator};
use crate::arithmetic;

/// A result that is said and has no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stated {
    /// A percentage of nil or of nearly nothing.
    BaseTooSmall,
    /// A division by nil.
    DividedByNil,
    /// A figure too large to be kept exactly.
    TooLarge,
}

impl Stated {
    /// The words printed in place of a figure.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::BaseTooSmall => "stated-base-too-small",
            Self::DividedByNil => "stated-divided-by-nil",
            Self::TooLarge => "stated-too-large",
        })
    }
}

/// A figure with what is known about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Worth {
    pub(crate) figure: Decimal,
    /// The least and the most that the exact figure behind the printed ones can be; nothing where
    /// there are no bounds.
    pub(crate) within: Option<(Decimal, Decimal)>,
    /// The size of all that it is made of.
    pub(crate) gross: Decimal,
    /// For money: the smallest unit printed.
    pub(crate) step: Option<Decimal>,
}

impl Worth {
    fn exact(figure: Decimal) -> Self {
        Self {
            figure,
            within: Some((figure, figure)),
            gross: figure.abs(),
            step: None,
        }
    }
}

/// What a part of a formula is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operand {
    Figure(Worth),
    /// None, and none is meant: nil in sums and differences.
    Nil,
    /// Not known.
    Missing,
    Stated(Stated),
}

/// Whether a base is too small for a percentage of it; the module page of formulas says why.
pub(crate) fn near_nil(base: &Worth) -> bool {
    let size = base.figure.abs();
    let least = base.step.and_then(|step| step.checked_mul(Decimal::TEN));
    let hundredfold = size.checked_mul(Decimal::ONE_HUNDRED);
    size.is_zero()
        || least.is_some_and(|least| size < least)
        || hundredfold.is_some_and(|hundredfold| hundredfold < base.gross)
}

/// Where a formula finds its figures.
pub(crate) trait Figures {
    /// The figure that a name means here.
    fn named(&self, name: &Name) -> Operand;
    /// A sum of a column, or the same figure in the last report.
    fn aggregate(&self, aggregate: Aggregate, name: &Name) -> Operand;
}

impl Expression {
    /// What it is worth.
    pub(crate) fn work_out(&self, figures: &impl Figures) -> Operand {
        match self {
            Self::Number(number) => Operand::Figure(Worth::exact(*number)),
            Self::Name(name) => figures.named(name),
            Self::Negative(inner) => inner.work_out(figures).each(|worth| Ok(worth.negative())),
            Self::Rounded(inner, places) => {
                let inner = inner.work_out(figures);
                inner.each(|worth| Ok(worth.through(|figure| rounded(figure, *places))))
            }
            Self::Pair(operator, left, right) => {
                let (left, right) = (left.work_out(figures), right.work_out(figures));
                match operator {
                    Operator::Plus => left.plus(right),
                    Operator::Minus => left.plus(right.each(|worth| Ok(worth.negative()))),
                    Operator::Times => left.with(right, Worth::times),
                    Operator::Over => left.with(right, Worth::over),
                }
            }
            Self::Call(function, arguments) => {
                let mut worths = arguments.iter().map(|argument| argument.work_out(figures));
                let first = worths.next().unwrap_or(Operand::Missing);
                match function {
                    Function::Sum => worths.fold(first, Operand::plus),
                    Function::Min => worths.fold(first, |a, b| {
                        a.with(b, |a, b| Ok(a.either(b, Decimal::min)))
                    }),
                    Function::Max => worths.fold(first, |a, b| {
                        a.with(b, |a, b| Ok(a.either(b, Decimal::max)))
                    }),
                    Function::Abs => first.each(|worth| Ok(worth.size())),
                    Function::Percent => {
                        first.with(worths.next().unwrap_or(Operand::Missing), Worth::percent)
                    }
                    Function::Change => {
                        let before = worths.next().unwrap_or(Operand::Missing);
                        let negative = before.each(|worth| Ok(worth.negative()));
                        match (first, before) {
                            (Operand::Nil, _) | (_, Operand::Nil) => Operand::Missing,
                            _ => first.plus(negative).with(before, Worth::percent),
                        }
                    }
                }
            }
            Self::Of(Aggregate::Share, name) => figures
                .named(name)
                .with(figures.aggregate(Aggregate::Total, name), Worth::percent),
            Self::Of(aggregate, name) => figures.aggregate(*aggregate, name),
        }
    }
}

impl Operand {
    /// The result of a change to a figure; nil stays nil.
    fn each(self, change: impl FnOnce(Worth) -> Result<Worth, Stated>) -> Self {
        match self {
            Self::Figure(worth) => change(worth).map_or_else(Self::Stated, Self::Figure),
            other => other,
        }
    }

    /// A sum, in which nil adds nothing.
    pub(crate) fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nil, other) | (other, Self::Nil) => other,
            (one, other) => one.with(other, Worth::plus),
        }
    }

    /// The result of two figures; missing where one is missing or nil.
    fn with(self, other: Self, work: impl FnOnce(Worth, Worth) -> Result<Worth, Stated>) -> Self {
        match (self, other) {
            (Self::Figure(one), Self::Figure(other)) => {
                work(one, other).map_or_else(Self::Stated, Self::Figure)
            }
            (Self::Missing | Self::Nil, _) | (_, Self::Missing | Self::Nil) => Self::Missing,
            (Self::Stated(stated), _) | (_, Self::Stated(stated)) => Self::Stated(stated),
        }
    }
}

impl Worth {
    /// The same with its figure and its bounds put through a function that keeps their order.
    fn through(self, function: impl Fn(Decimal) -> Decimal) -> Self {
        Self {
            figure: function(self.figure),
            within: self
                .within
                .map(|(low, high)| (function(low), function(high))),
            ..self
        }
    }

    fn negative(self) -> Self {
        Self {
            figure: -self.figure,
            within: self.within.map(|(low, high)| (-high, -low)),
            ..self
        }
    }

    fn size(self) -> Self {
        let within = self.within.map(|(low, high)| {
            let (a, b) = (low.abs(), high.abs());
            let across = low.is_sign_negative() != high.is_sign_negative();
            (if across { Decimal::ZERO } else { a.min(b) }, a.max(b))
        });
        Self {
            figure: self.figure.abs(),
            within,
            ..self
        }
    }

    fn plus(self, other: Self) -> Result<Self, Stated> {
        let sum = |a: Decimal, b: Decimal| a.checked_add(b);
        Ok(Self {
            figure: sum(self.figure, other.figure).ok_or(Stated::TooLarge)?,
            within: self
                .within
                .zip(other.within)
                .and_then(|(a, b)| Some((sum(a.0, b.0)?, sum(a.1, b.1)?))),
            gross: sum(self.gross, other.gross).ok_or(Stated::TooLarge)?,
            step: self.step.max(other.step),
        })
    }

    fn either(self, other: Self, choose: fn(Decimal, Decimal) -> Decimal) -> Self {
        let figure = choose(self.figure, other.figure);
        let chosen = if figure == self.figure { self } else { other };
        Self {
            within: self
                .within
                .zip(other.within)
                .map(|(a, b)| (choose(a.0, b.0), choose(a.1, b.1))),
            ..chosen
        }
    }

    fn times(self, other: Self) -> Result<Self, Stated> {
        let product = |a: Decimal, b: Decimal| a.checked_mul(b);
        Ok(Self {
            figure: product(self.figure, other.figure).ok_or(Stated::TooLarge)?,
            within: corners(self.within, other.within, product),
            gross: product(self.gross, other.gross).ok_or(Stated::TooLarge)?,
            step: None,
        })
    }

    fn over(self, other: Self) -> Result<Self, Stated> {
        if other.figure.is_zero() {
            return Err(Stated::DividedByNil);
        }
        let quotient = |a: Decimal, b: Decimal| a.checked_div(b);
        let figure = quotient(self.figure, other.figure).ok_or(Stated::TooLarge)?;
        let divides = other.within.filter(|(low, high)| !spans_nil(*low, *high));
        Ok(Self {
            figure,
            within: corners(self.within, divides, quotient),
            gross: figure.abs(),
            step: None,
        })
    }

    fn percent(self, base: Self) -> Result<Self, Stated> {
        if near_nil(&base) {
            return Err(Stated::BaseTooSmall);
        }
        let figure = arithmetic::percent(self.figure, base.figure).ok_or(Stated::TooLarge)?;
        let divides = base.within.filter(|(low, high)| !spans_nil(*low, *high));
        Ok(Self {
            figure,
            within: corners(self.within, divides, arithmetic::percent),
            gross: figure.abs(),
            step: None,
        })
    }
}

fn spans_nil(low: Decimal, high: Decimal) -> bool {
    low <= Decimal::ZERO && high >= Decimal::ZERO
}

/// The bounds of what two figures make, where it is monotone in each.
fn corners(
    one: Option<(Decimal, Decimal)>,
    other: Option<(Decimal, Decimal)>,
    make: impl Fn(Decimal, Decimal) -> Option<Decimal>,
) -> Option<(Decimal, Decimal)> {
    let (one, other) = one.zip(other)?;
    let made = [
        make(one.0, other.0)?,
        make(one.0, other.1)?,
        make(one.1, other.0)?,
        make(one.1, other.1)?,
    ];
    made.iter().min().copied().zip(made.iter().max().copied())
}

fn rounded(figure: Decimal, places: u32) -> Decimal {
    figure.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}
