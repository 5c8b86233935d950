//! Slips of arithmetic: a supplied figure that does not follow from the figures printed around it,
//! and whether rounding alone can explain it.

use outturn_model::section::Overspend;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::arithmetic::{half, percent};

/// A supplied figure that differs from what the printed figures make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Which figures make the other one.
    pub along: Along,
    /// What was supplied.
    pub supplied: Decimal,
    /// What follows, rounded to the unit shown.
    pub computed: Decimal,
    /// Whether rounding can be all that lies behind it: every figure printed stands for an exact
    /// one up to half a unit away, and some such exact figures are without a slip.
    pub explained_by_rounding: bool,
}

/// Which figures a slip is against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Along {
    /// The figures of its own line, such as budget less actual.
    Line,
    /// The figures above it, which a total adds up.
    Column,
}

/// A printed figure and how far from it the exact one can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) figure: Decimal,
    /// Half a unit of its column.
    pub(crate) half: Decimal,
}

/// What printed figures make, and the bounds of what the exact ones behind them can make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) figure: Decimal,
    /// The least and the most; nothing where there are no bounds.
    pub(crate) within: Option<(Decimal, Decimal)>,
}

/// What printed figures add up to so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    terms: usize,
    figure: Decimal,
    room: Decimal,
    /// Whether one of the figures is not known, or the sum is too large to be kept.
    lost: bool,
}

impl Tally {
    /// Adds a figure; nothing is one that is not known.
    pub(crate) fn add(&mut self, term: Option<Term>) {
        self.join(match term {
            Some(term) => Self {
                terms: 1,
                figure: term.figure,
                room: term.half,
                lost: false,
            },
            None => Self {
                lost: true,
                ..Self::default()
            },
        });
    }

    /// Adds all that another tally has.
    pub(crate) fn join(&mut self, other: Self) {
        let figure = self.figure.checked_add(other.figure);
        let room = self.room.checked_add(other.room);
        *self = Self {
            terms: self.terms + other.terms,
            figure: figure.unwrap_or_default(),
            room: room.unwrap_or_default(),
            lost: self.lost || other.lost || figure.is_none() || room.is_none(),
        };
    }

    /// Whether nothing was added to it.
    pub(crate) fn is_empty(self) -> bool {
        self.terms == 0 && !self.lost
    }

    /// The sum as one figure, as far from the exact one as its terms together can be. Nothing where
    /// there are no terms or one is not known: a total over a part that is not known is not known.
    pub(crate) fn term(self) -> Option<Term> {
        (self.terms > 0 && !self.lost).then_some(Term {
            figure: self.figure,
            half: self.room,
        })
    }

    /// What a total of it is expected to be.
    pub(crate) fn sum(self) -> Option<Expected> {
        let term = self.term()?;
        spread(term.figure, term.half)
    }
}

/// Budget less actual, or the other way round.
pub(crate) fn variance(budget: Term, actual: Term, overspend: Overspend) -> Option<Expected> {
    let figure = difference(budget.figure, actual.figure, overspend)?;
    spread(figure, budget.half.checked_add(actual.half)?)
}

/// The variance in per cent of the size of the budget; nothing where the budget is nil.
pub(crate) fn variance_percent(
    budget: Term,
    actual: Term,
    overspend: Overspend,
) -> Option<Expected> {
    let share =
        |budget: Decimal, actual: Decimal| percent(difference(budget, actual, overspend)?, budget);
    let figure = share(budget.figure, actual.figure)?;
    let ends = |term: Term| {
        let low = term.figure.checked_sub(term.half)?;
        Some((low, term.figure.checked_add(term.half)?))
    };
    let ((least, most), (low, high)) = (ends(budget)?, ends(actual)?);
    // A share is monotone in both figures while the budget keeps its sign, so its bounds are at the
    // ends; where the budget can be nil there are none.
    let within = (least.is_sign_negative() == most.is_sign_negative()).then(|| {
        let corners = [(least, low), (least, high), (most, low), (most, high)];
        let shares: Option<Vec<Decimal>> = corners.into_iter().map(|(b, a)| share(b, a)).collect();
        let shares = shares?;
        shares
            .iter()
            .min()
            .copied()
            .zip(shares.iter().max().copied())
    });
    Some(Expected {
        figure,
        within: within.flatten(),
    })
}

/// The slip between a supplied figure and what follows, if they differ in the unit shown. `anew` is
/// what follows from the lines under a total where `expected` follows from the parts printed over
/// them: who agrees with either is right, and the slip is elsewhere.
pub(crate) fn slip(
    along: Along,
    supplied: Decimal,
    expected: Expected,
    anew: Option<Expected>,
    unit: Decimal,
) -> Option<Slip> {
    let shown = |expected: Expected| {
        expected
            .figure
            .round_dp_with_strategy(unit.scale(), RoundingStrategy::MidpointAwayFromZero)
    };
    let computed = shown(expected);
    if supplied == computed || anew.map(shown) == Some(supplied) {
        return None;
    }
    let explained_by_rounding = match expected.within {
        None => true,
        Some((least, most)) => {
            let room = half(unit);
            let low = supplied.checked_sub(room).is_none_or(|low| low <= most);
            let high = supplied.checked_add(room).is_none_or(|high| high >= least);
            low && high
        }
    };
    Some(Slip {
        along,
        supplied,
        computed,
        explained_by_rounding,
    })
}

fn difference(budget: Decimal, actual: Decimal, overspend: Overspend) -> Option<Decimal> {
    match overspend {
        Overspend::Negative => budget.checked_sub(actual),
        Overspend::Positive => actual.checked_sub(budget),
    }
}

fn spread(figure: Decimal, room: Decimal) -> Option<Expected> {
    let least = figure.checked_sub(room)?;
    let most = figure.checked_add(room)?;
    Some(Expected {
        figure,
        within: Some((least, most)),
    })
}
