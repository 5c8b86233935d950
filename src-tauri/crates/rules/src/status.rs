//! The status of a measure in a report, and why.

use outturn_model::Message;
use outturn_model::figure::Absence;
use outturn_model::status::{Direction, RuleKind, Status};
use rust_decimal::Decimal;

use crate::appearance::{Appearance, Better, Unrated};
use crate::direction;
use crate::figures;
use crate::rule::{self, Bounds, Verdict};

/// A status, and why it is that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// The status to show.
    pub status: Status,
    /// What follows from the figures; nothing where a person judges it.
    pub computed: Option<Status>,
    /// Whether a person gives it a status that does not follow from the figures.
    pub overridden: bool,
    /// Why it is that, in one sentence.
    pub reason: Message,
}

/// The status of an entry for its report's period.
///
/// A status a person gives stands. Under [`RuleKind::Judgement`] that is the rule; under any other
/// it is an override where it differs from what follows from the figures.
pub fn status(appearance: &Appearance<'_>) -> Rated {
    let entry = appearance.entry;
    if appearance.rule.map(|rule| rule.kind) == Some(RuleKind::Judgement) {
        return judged(appearance);
    }
    let (computed, reason) = match computed(appearance) {
        Ok(verdict) => (verdict.status, verdict.reason),
        Err(unrated) => (status_of(unrated), unrated_reason(appearance, unrated)),
    };
    match entry.status {
        Some(given) if given != computed => Rated {
            status: given,
            computed: Some(computed),
            overridden: true,
            reason: overridden(given, &entry.status_reason, reason),
        },
        _ => Rated {
            status: computed,
            computed: Some(computed),
            overridden: false,
            reason,
        },
    }
}

/// The status expected at the end of the year. It is always a judgement: nothing where nobody has
/// given one.
pub fn projected(appearance: &Appearance<'_>) -> Option<Rated> {
    let status = appearance.entry.projected?;
    Some(Rated {
        status,
        computed: None,
        overridden: false,
        reason: Message::new("status-projected").with("status", status.word()),
    })
}

/// What follows from the figures, or why nothing does.
fn computed(appearance: &Appearance<'_>) -> Result<Verdict, Unrated> {
    let rule = appearance.rule.ok_or(Unrated::NoRule)?;
    if rule.kind == RuleKind::DataOnly {
        return Err(Unrated::DataOnly);
    }
    let better = appearance.better();
    if better == Err(Unrated::DataOnly) {
        return Err(Unrated::DataOnly);
    }
    if rule.kind == RuleKind::FollowsDirection {
        actual(appearance)?;
        return Ok(following(&direction::direction(appearance)));
    }
    let actual = actual(appearance)?;
    let bounds = Bounds::of(rule)?;
    let better = better?;
    let target = match (bounds, better) {
        (Bounds::Bands { .. }, _) | (_, Better::Within { .. }) => None,
        _ => Some(target(appearance)?),
    };
    rule::rate(bounds, better, actual, target, appearance.measure.format())
}

fn actual(appearance: &Appearance<'_>) -> Result<Decimal, Unrated> {
    let value = appearance.current.ok_or(Unrated::NoFigure)?.value;
    match (value.amount, value.absence) {
        (Some(amount), _) => Ok(amount),
        (None, Some(absence)) => Err(Unrated::FigureAbsent(absence)),
        (None, None) => Err(Unrated::NoFigure),
    }
}

fn target(appearance: &Appearance<'_>) -> Result<Decimal, Unrated> {
    let value = appearance.target.ok_or(Unrated::NoTarget)?;
    match (value.amount, value.absence) {
        (Some(amount), _) => Ok(amount),
        (None, Some(absence)) => Err(Unrated::TargetAbsent(absence)),
        (None, None) => Err(Unrated::NoTarget),
    }
}

/// R5: “where no target is available status follows direction of travel”.
fn following(travelled: &direction::Travelled) -> Verdict {
    let status = match travelled.direction {
        Direction::Improved => Status::Green,
        Direction::Unchanged => Status::Amber,
        Direction::Worse => Status::Red,
        Direction::NotComparable => Status::NotComparable,
    };
    Verdict {
        status,
        reason: Message::new("status-follows-direction")
            .with("status", status.word())
            .with("direction", travelled.reason.clone()),
    }
}

/// The status of what cannot be rated.
fn status_of(unrated: Unrated) -> Status {
    match unrated {
        Unrated::DataOnly => Status::DataOnly,
        Unrated::FigureAbsent(Absence::NotApplicable)
        | Unrated::TargetAbsent(Absence::NotApplicable) => Status::NotApplicable,
        Unrated::FigureAbsent(Absence::Suppressed)
        | Unrated::TargetAbsent(Absence::NoData | Absence::Suppressed | Absence::Worded)
        | Unrated::BandsOfRange
        | Unrated::OutOfBounds => Status::NotComparable,
        Unrated::NoRule
        | Unrated::IncompleteRule
        | Unrated::NoPolarity
        | Unrated::NoRange
        | Unrated::NoFigure
        | Unrated::FigureAbsent(_)
        | Unrated::NoTarget
        | Unrated::TargetAbsent(_) => Status::NotYetKnown,
    }
}

fn unrated_reason(appearance: &Appearance<'_>, unrated: Unrated) -> Message {
    let words = match unrated {
        Unrated::FigureAbsent(_) => appearance.current.map(|current| current.value),
        Unrated::TargetAbsent(_) => appearance.target,
        _ => None,
    };
    let words = words.and_then(|value| figures::shown(appearance.measure, value));
    let message = unrated.message().with("status", status_of(unrated).word());
    match words {
        Some(words) => message.with("words", words),
        None => message,
    }
}

/// A judgement stands as it is given. Where none is given, and the measure is for information or it
/// is said why there is no figure, nothing is left to judge.
fn judged(appearance: &Appearance<'_>) -> Rated {
    let given = appearance.entry.status;
    let nothing_to_judge = match actual(appearance) {
        Err(absent @ Unrated::FigureAbsent(_)) => Some(absent),
        _ => appearance
            .better()
            .err()
            .filter(|unrated| *unrated == Unrated::DataOnly),
    };
    if let (None, Some(unrated)) = (given, nothing_to_judge) {
        return Rated {
            status: status_of(unrated),
            computed: Some(status_of(unrated)),
            overridden: false,
            reason: unrated_reason(appearance, unrated),
        };
    }
    let status = given.unwrap_or(Status::NotYetKnown);
    let message = match (given, appearance.entry.status_reason.trim()) {
        (None, _) => Message::new("status-judgement-awaited"),
        (Some(_), "") => Message::new("status-judgement"),
        (Some(_), reason) => Message::new("status-judgement-because").with("reason", reason),
    };
    Rated {
        status,
        computed: None,
        overridden: false,
        reason: message.with("status", status.word()),
    }
}

fn overridden(given: Status, reason: &str, computed: Message) -> Message {
    let message = match reason.trim() {
        "" => Message::new("status-overridden"),
        reason => Message::new("status-overridden-because").with("reason", reason),
    };
    message
        .with("status", given.word())
        .with("computed", computed)
}
