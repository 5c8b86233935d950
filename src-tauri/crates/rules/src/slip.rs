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
    within: Option<(Decimal, Decimal)>,
}

/// The sum of terms; nothing where there are none.
pub(crate) fn sum(terms: &[Term]) -> Option<Expected> {
    if terms.is_empty() {
        return None;
    }
    let figure = crate::arithmetic::sum(terms.iter().map(|term| term.figure))?;
    let room = crate::arithmetic::sum(terms.iter().map(|term| term.half))?;
    spread(figure, room)
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

/// The slip between a supplied figure and what follows, if they differ in the unit shown.
pub(crate) fn slip(
    along: Along,
    supplied: Decimal,
    expected: Expected,
    unit: Decimal,
) -> Option<Slip> {
    let computed = expected
        .figure
        .round_dp_with_strategy(unit.scale(), RoundingStrategy::MidpointAwayFromZero);
    if supplied == computed {
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
