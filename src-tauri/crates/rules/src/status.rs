//! The status of a measure in a report, and why.

use outturn_model::figure::Absence;
use outturn_model::measure::{Series, Value};
use outturn_model::status::{Direction, RuleKind, Status, StatusRule};
use outturn_model::{Message, Period};
use rust_decimal::Decimal;

use crate::appearance::{Appearance, Better, Unrated};
use crate::direction;
use crate::rule::{self, Bounds, Verdict};
use crate::{due, figures};

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
    let verdict = computed(appearance);
    let computed = match &verdict {
        Ok(verdict) => verdict.status,
        Err(unrated) => status_of(*unrated),
    };
    match entry.status.filter(|given| *given != computed) {
        Some(given) => Rated {
            status: given,
            computed: Some(computed),
            overridden: true,
            reason: overridden(appearance, given, verdict),
        },
        None => Rated {
            status: computed,
            computed: Some(computed),
            overridden: false,
            reason: verdict.map_or_else(
                |unrated| unrated_reason(appearance, unrated),
                |verdict| verdict.reason,
            ),
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
    match by_bounds(appearance, rule) {
        Err(Unrated::NoTarget | Unrated::TargetAbsent(_)) if rule.direction_without_target.0 => {
            Ok(following(&direction::direction(appearance)))
        }
        verdict => verdict,
    }
}

/// What follows from the figures under a rule with bounds.
fn by_bounds(appearance: &Appearance<'_>, rule: &StatusRule) -> Result<Verdict, Unrated> {
    let actual = actual(appearance)?;
    let last_year = last_year(appearance);
    let bounds = match rule.kind {
        RuleKind::AmberBand => Bounds::AmberBand {
            low: appearance.entry.amber_low,
            high: appearance.entry.amber_high,
        },
        RuleKind::NoWorseThanLastYear => Bounds::LastYear {
            before: last_year.and_then(|(_, value)| value.amount),
        },
        _ => Bounds::of(rule)?,
    };
    let better = appearance.better()?;
    let target = match (bounds, better) {
        (Bounds::Bands { .. }, _) | (_, Better::Within { .. }) => None,
        (Bounds::AmberBand { .. }, _) => target(appearance).ok(),
        _ => Some(target(appearance)?),
    };
    let mut verdict = rule::rate(bounds, better, actual, target, appearance.measure.format())?;
    if let (Bounds::LastYear { .. }, Some((period, _))) = (bounds, last_year) {
        verdict.reason = verdict.reason.with("period", period.name());
    }
    Ok(match target {
        Some(target) => naming_period(appearance, target, verdict),
        None => verdict,
    })
}

/// The figure of the same period last year, and that period.
fn last_year<'a>(appearance: &Appearance<'a>) -> Option<(Period, &'a Value)> {
    let period = appearance.current?.column.same_last_year();
    let measure = &appearance.measure.id;
    let value = figures::in_column(appearance.book, measure, &Series::Actual, period)?;
    Some((period, value))
}

/// Says whose target it is, where it is not that of the figure's own period.
fn naming_period(appearance: &Appearance<'_>, target: Decimal, mut verdict: Verdict) -> Verdict {
    let other = appearance.target.filter(|_| appearance.looks_ahead());
    if let Some(other) = other {
        let named = Message::new("target-of-period")
            .with("target", appearance.measure.format().with_unit(target))
            .with("period", other.period.name());
        let arg = verdict.reason.args.iter_mut();
        if let Some((_, arg)) = arg.rev().find(|(name, _)| *name == "target") {
            *arg = named.into();
        }
    }
    verdict
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
        (Some(_), _) if appearance.looks_ahead() && figures::accumulates(appearance.measure) => {
            Err(Unrated::TargetOfYear)
        }
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
        | Unrated::NoLastYear
        | Unrated::BandsOfRange
        | Unrated::OutOfBounds => Status::NotComparable,
        Unrated::NoRule
        | Unrated::IncompleteRule
        | Unrated::NoPolarity
        | Unrated::NoRange
        | Unrated::NoBand
        | Unrated::NoFigure
        | Unrated::FigureAbsent(_)
        | Unrated::NoTarget
        | Unrated::TargetAbsent(_)
        | Unrated::TargetOfYear => Status::NotYetKnown,
    }
}

fn unrated_reason(appearance: &Appearance<'_>, unrated: Unrated) -> Message {
    Message::new("status-unrated")
        .with("status", status_of(unrated).word())
        .with("why", unrated_why(appearance, unrated))
}

/// Why nothing follows from the figures, in words that follow a status.
fn unrated_why(appearance: &Appearance<'_>, unrated: Unrated) -> Message {
    if let (Unrated::NoFigure, Some(awaited)) = (unrated, due::awaited(appearance)) {
        return awaited.why_none(appearance.report.period);
    }
    let value = match unrated {
        Unrated::FigureAbsent(_) => appearance.current.map(|current| current.value),
        Unrated::TargetAbsent(_) | Unrated::TargetOfYear => appearance.target,
        _ => None,
    };
    match value.and_then(|value| figures::shown(appearance.measure, value)) {
        Some(words) => unrated.message().with("words", words),
        None => unrated.message(),
    }
}

/// A judgement stands as it is given. Where none is given, and the measure is for information, its
/// figure is not due yet or it is said why there is none, nothing is left to judge.
fn judged(appearance: &Appearance<'_>) -> Rated {
    let given = appearance.entry.status;
    let nothing_to_judge = match actual(appearance) {
        Err(absent @ Unrated::FigureAbsent(_)) => Some(absent),
        Err(none @ Unrated::NoFigure) if due::awaited(appearance).is_some() => Some(none),
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

/// That a person gives the status, and what the figures say of it.
fn overridden(
    appearance: &Appearance<'_>,
    given: Status,
    verdict: Result<Verdict, Unrated>,
) -> Message {
    let figures = match verdict {
        Ok(verdict) => Message::new("figures-say").with("computed", verdict.reason),
        Err(unrated) => {
            Message::new("figures-say-no-status").with("why", unrated_why(appearance, unrated))
        }
    };
    let message = match appearance.entry.status_reason.trim() {
        "" => Message::new("judged-without-reason"),
        reason => Message::new("judged-because").with("reason", reason),
    };
    message.with("given", given.word()).with("figures", figures)
}
