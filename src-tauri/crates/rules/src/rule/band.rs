//! Bands of figures: fixed ones of a rule, and the band of amber of an entry.

use outturn_model::Message;
use outturn_model::figure::Format;
use outturn_model::status::Status;
use rust_decimal::Decimal;

use super::{Aim, Verdict, Way};
use crate::appearance::{Better, Unrated};

pub(super) fn banded(
    better: Better,
    actual: Decimal,
    green: Decimal,
    amber: Decimal,
    format: Format,
) -> Result<Verdict, Unrated> {
    let (way, reaches): (&str, fn(&Decimal, &Decimal) -> bool) = match better {
        Better::Higher => ("up", Decimal::ge),
        Better::Lower => ("down", Decimal::le),
        Better::Within { .. } => return Err(Unrated::BandsOfRange),
    };
    let status = if reaches(&actual, &green) {
        Status::Green
    } else if reaches(&actual, &amber) {
        Status::Amber
    } else {
        Status::Red
    };
    Ok(Verdict {
        status,
        reason: Message::new("status-bands")
            .with("status", status.word())
            .with("way", way)
            .with("actual", format.with_unit(actual))
            .with("green", format.with_unit(green))
            .with("amber", format.with_unit(amber)),
    })
}

/// The band of amber in words; nothing where it has no end.
pub fn amber_band(low: Option<Decimal>, high: Option<Decimal>, format: Format) -> Option<Message> {
    let written = |bound: Decimal| format.with_unit(bound);
    Some(match (low, high) {
        (Some(low), Some(high)) => Message::new("amber-band-between")
            .with("low", written(low))
            .with("high", written(high)),
        (Some(low), None) => Message::new("amber-band-from").with("low", written(low)),
        (None, Some(high)) => Message::new("amber-band-to").with("high", written(high)),
        (None, None) => return None,
    })
}

pub(super) fn in_amber_band(
    better: Better,
    actual: Decimal,
    target: Option<Decimal>,
    (low, high): (Option<Decimal>, Option<Decimal>),
    format: Format,
) -> Result<Verdict, Unrated> {
    let aim = |way| target.map(|target| Aim::new(actual, target, way));
    let (aim, good, bad) = match better {
        Better::Higher => (
            aim(Way::Up),
            high.map(|high| actual > high),
            low.is_some_and(|low| actual < low),
        ),
        Better::Lower => (
            aim(Way::Down),
            low.map(|low| actual < low),
            high.is_some_and(|high| actual > high),
        ),
        Better::Within { .. } => return Err(Unrated::BandsOfRange),
    };
    if let Some(aim) = aim.filter(Aim::reached) {
        return Ok(aim.on_target(format));
    }
    let lacks = target.map_or(Unrated::NoTarget, |_| Unrated::NoBand);
    let band = amber_band(low, high, format).ok_or(lacks)?;
    let status = match good {
        _ if bad => Status::Red,
        Some(true) => Status::Green,
        Some(false) => Status::Amber,
        // The band runs to the target: without one nobody knows where green begins.
        None if target.is_none() => return Err(Unrated::NoTarget),
        None => Status::Amber,
    };
    Ok(Verdict {
        status,
        reason: Message::new("status-amber-band")
            .with("status", status.word())
            .with("actual", format.with_unit(actual))
            .with("band", band),
    })
}
