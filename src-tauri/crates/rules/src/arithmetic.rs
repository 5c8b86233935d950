//! Arithmetic that never fails: a share of nil, or a number too large to be kept, is no number.

use rust_decimal::{Decimal, RoundingStrategy};

/// `part` as a percentage of the size of `whole`; nothing where `whole` is nil.
pub(crate) fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(whole.abs())
}

/// A percentage for a sentence: one decimal place, and more where a reader could otherwise take it
/// for nil or for one of the bounds it is set against.
pub(crate) fn percent_text(amount: Decimal, bounds: &[Decimal]) -> String {
    let looks_like = |rounded: Decimal, other: Decimal| rounded == other && amount != other;
    let places = (1..6).find(|places| {
        let rounded = rounded(amount, *places);
        let mut taken_for = bounds.iter().copied().chain([Decimal::ZERO]);
        !taken_for.any(|other| looks_like(rounded, other))
    });
    format!("{}%", rounded(amount, places.unwrap_or(6)).normalize())
}

/// A bound of a rule for a sentence: as it was entered, with a per cent sign.
pub(crate) fn bound_text(bound: Decimal) -> String {
    format!("{}%", bound.normalize())
}

fn rounded(amount: Decimal, places: u32) -> Decimal {
    amount.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// Half of a unit.
pub(crate) fn half(unit: Decimal) -> Decimal {
    unit.checked_div(Decimal::TWO).unwrap_or_default()
}
