//! Checks of every measure that a report shows, on a card or in a table.

use outturn_model::figure::{Format, Unit};
use outturn_model::measure::{Polarity, Series, Value};
use outturn_model::record::Entity;
use outturn_model::section::SectionKind;
use outturn_model::status::{Direction, RuleKind, Status};
use outturn_model::{Message, Period, Place};
use rust_decimal::{Decimal, RoundingStrategy};

use super::ground::{Ground, cell};
use super::{Found, Subject};
use crate::due::{self, DueFigure};
use crate::{arithmetic, card};

/// A figure that is due in the report, or was due earlier in its year, is there, or it is said why
/// not (R1: “deferred until 2009”; R3: “N/A”, “Refer comment”; R5: a sentence in place of figures).
pub(super) fn figure(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let appearance = &subject.appearance;
    let section = ground.book.sections.get(&subject.entry().section);
    let in_table = section.is_some_and(|section| section.kind == SectionKind::MeasureTable);
    let explained = !subject.entry().status_words.trim().is_empty()
        || (in_table && !subject.entry().sentence.trim().is_empty());
    let due = due::due(ground.book, appearance.measure, ground.report.period);
    if let (Some(missing), false) = (due.missing, explained) {
        let column = entered(ground, subject, missing);
        found.add(value_place(subject, Series::Actual, column), |message| {
            message
                .with("measure", subject.title())
                .with("due", if due.now.is_some() { "now" } else { "earlier" })
                .with("figure", missing.name())
                .with("report", missing.report.name())
        });
    }
}

/// There is a target, or it is said why not, unless the status needs none (R1, R3).
pub(super) fn target(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let appearance = &subject.appearance;
    let by_polarity = matches!(
        appearance.measure.polarity,
        Some(Polarity::DataOnly | Polarity::WithinRange)
    );
    let by_rule = appearance.rule.is_some_and(|rule| {
        let by_kind = matches!(
            rule.kind,
            RuleKind::AbsoluteBands | RuleKind::FollowsDirection | RuleKind::DataOnly
        );
        by_kind || rule.direction_without_target.0
    });
    if appearance.target.is_none() && !by_polarity && !by_rule {
        let column = match appearance.current {
            Some(current) => current.column,
            None => due::due(ground.book, appearance.measure, ground.report.period)
                .missing
                .map_or(ground.report.period.whole_year(), |missing| {
                    entered(ground, subject, missing)
                }),
        };
        found.add(value_place(subject, Series::Target, column), |message| {
            message
                .with("measure", subject.title())
                .with("period", column.name())
        });
    }
}

/// It is said which way is good: without it no status and no direction follows (R1, where each
/// commentary opens with it). A range has at least one end.
pub(super) fn polarity(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let measure = subject.appearance.measure;
    let field = match measure.polarity {
        None => "polarity",
        Some(Polarity::WithinRange)
            if measure.range_low.is_none() && measure.range_high.is_none() =>
        {
            "range_low"
        }
        Some(_) => return,
    };
    if subject.first {
        found.add(cell(measure, field), |message| {
            message.with("measure", subject.title()).with(
                "gap",
                if field == "polarity" {
                    "polarity"
                } else {
                    "range"
                },
            )
        });
    }
}

/// The range of good figures begins below where it ends.
pub(super) fn range_upside_down(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let measure = subject.appearance.measure;
    let ends = measure.range_low.zip(measure.range_high);
    let is_range = measure.polarity == Some(Polarity::WithinRange);
    if let Some((low, high)) = ends.filter(|(low, high)| is_range && subject.first && low > high) {
        let format = measure.format();
        found.add(cell(measure, "range_low"), |message| {
            message
                .with("measure", subject.title())
                .with("low", format.with_unit(low))
                .with("high", format.with_unit(high))
        });
    }
}

/// A percentage is the share of its numerator in its denominator, as far as it is printed (R1: 363
/// of 544 is 66.7%; R5: numerator and denominator beside each figure).
pub(super) fn share(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let measure = subject.appearance.measure;
    if !subject.first || measure.unit != Unit::Percent {
        return;
    }
    for value in ground.book.values.under(&measure.id) {
        let (Some(figure), Some(part), Some(whole)) =
            (value.amount, value.numerator, value.denominator)
        else {
            continue;
        };
        let places = measure.decimals.map_or(figure.scale(), |places| places.0);
        let shown = |share: Decimal| {
            share.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
        };
        let half = arithmetic::half(Decimal::new(1, places));
        let off = |share: Decimal| share.checked_sub(figure).map(|off| off.abs());
        let share = part
            .checked_mul(Decimal::ONE_HUNDRED)
            .and_then(|part| part.checked_div(whole));
        let (field, gap, share) = match share {
            None if whole.is_zero() => ("denominator", "nothing", Decimal::ZERO),
            Some(share) if off(share).is_none_or(|off| off > half) => {
                ("numerator", "differs", shown(share))
            }
            _ => continue,
        };
        let exact = Format {
            decimals: None,
            unit: Unit::Number,
            ..measure.format()
        };
        found.add(cell(value, field), |message| {
            message
                .with("measure", subject.title())
                .with("period", value.period.name())
                .with("gap", gap)
                .with("figure", measure.format().with_unit(figure))
                .with("part", exact.with_unit(part))
                .with("whole", exact.with_unit(whole))
                .with("share", measure.format().with_unit(share))
        });
    }
}

/// A measure has a name.
pub(super) fn name(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let measure = subject.appearance.measure;
    if subject.first && measure.name.trim().is_empty() {
        found.add(cell(measure, "name"), |message| {
            message.with("measure", subject.title())
        });
    }
}

/// A reference leads to one measure of the report.
pub(super) fn reference_twice(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let measure = subject.appearance.measure;
    if subject.first && !measure.reference.trim().is_empty() && ground.shares_reference(measure) {
        found.add(cell(measure, "reference"), |message| {
            message
                .with("reference", measure.reference.trim())
                .with("name", measure.name.as_str())
        });
    }
}

/// A value has a figure or says why there is none, not both: one of them would not be printed.
pub(super) fn figure_and_words(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let measure = subject.appearance.measure;
    if !subject.first {
        return;
    }
    for value in ground.book.values.under(&measure.id) {
        if value.amount.is_some() && value.absence.is_some() {
            found.add(cell(value, "absence"), |message| {
                message
                    .with("measure", subject.title())
                    .with("period", value.period.name())
            });
        }
    }
}

/// Where a person judges the status, someone has, unless words stand in place of the status or of
/// the figure (R3).
pub(super) fn status(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let judged = subject.appearance.rule.map(|rule| rule.kind) == Some(RuleKind::Judgement);
    let entry = subject.entry();
    let awaited = judged && entry.status.is_none() && subject.rated.computed.is_none();
    if awaited && entry.status_words.trim().is_empty() {
        found.add(cell(entry, "status"), |message| {
            message.with("measure", subject.title())
        });
    }
}

/// A status that contradicts the figures has a reason: without one the paper says what is not so.
pub(super) fn contradicting_status(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    if contradicts(subject) && subject.entry().status_reason.trim().is_empty() {
        found.add(cell(subject.entry(), "status_reason"), |message| {
            status_args(subject, message)
        });
    }
}

/// A status given where the figures give none has a reason.
pub(super) fn status_without_reason(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let rates = subject.rated.overridden && is_rating(subject.rated.status);
    if rates && !contradicts(subject) && subject.entry().status_reason.trim().is_empty() {
        found.add(cell(subject.entry(), "status_reason"), |message| {
            status_args(subject, message)
        });
    }
}

/// A status that contradicts the figures, with a reason, is worth a look.
pub(super) fn judged_status(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    if contradicts(subject) && !subject.entry().status_reason.trim().is_empty() {
        found.add(cell(subject.entry(), "status"), |message| {
            status_args(subject, message)
        });
    }
}

/// Words do not stand in place of an amber or red status that follows from the figures.
pub(super) fn hidden_status(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let words = subject.entry().status_words.trim();
    let computed = subject.rated.computed;
    if !words.is_empty() && matches!(computed, Some(Status::Amber | Status::Red)) {
        found.add(cell(subject.entry(), "status_words"), |message| {
            message
                .with("measure", subject.title())
                .with("words", words)
                .with("reason", subject.rated.reason.clone())
        });
    }
}

/// A direction that contradicts the figures has a reason.
pub(super) fn contradicting_direction(
    _: &Ground<'_>,
    subject: &Subject<'_>,
    found: &mut Found<'_>,
) {
    if contradicts_direction(subject) && subject.entry().direction_reason.trim().is_empty() {
        found.add(cell(subject.entry(), "direction_reason"), |message| {
            direction_args(subject, message)
        });
    }
}

/// A direction that contradicts the figures, with a reason, is worth a look.
pub(super) fn judged_direction(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    if contradicts_direction(subject) && !subject.entry().direction_reason.trim().is_empty() {
        found.add(cell(subject.entry(), "direction"), |message| {
            direction_args(subject, message)
        });
    }
}

/// A measure that is amber or red is explained (R5: “commentary under the table for missed
/// targets”).
pub(super) fn missed_without_commentary(
    _: &Ground<'_>,
    subject: &Subject<'_>,
    found: &mut Found<'_>,
) {
    let missed = matches!(subject.rated.status, Status::Amber | Status::Red);
    if missed && subject.entry().commentary.trim().is_empty() {
        found.add(cell(subject.entry(), "commentary"), |message| {
            message
                .with("measure", subject.title())
                .with("status", subject.rated.status.word())
        });
    }
}

/// The column in which a figure that is due is entered where the measure is shown.
fn entered(ground: &Ground<'_>, subject: &Subject<'_>, due: DueFigure) -> Period {
    let section = ground.book.sections.get(&subject.entry().section);
    match section.map(|section| section.kind) {
        Some(SectionKind::Cards) => card::card(&subject.appearance).entered(due),
        _ => due.entered(),
    }
}

fn value_place(subject: &Subject<'_>, series: Series, column: Period) -> Place {
    let id = Value::id_of(&subject.appearance.measure.id, &series, column);
    Place::cell(Entity::Value, id.row(), "amount")
}

fn is_rating(status: Status) -> bool {
    matches!(status, Status::Green | Status::Amber | Status::Red)
}

fn contradicts(subject: &Subject<'_>) -> bool {
    subject.rated.overridden && subject.rated.computed.is_some_and(is_rating)
}

fn contradicts_direction(subject: &Subject<'_>) -> bool {
    subject.travelled.overridden && subject.travelled.computed != Direction::NotComparable
}

fn status_args(subject: &Subject<'_>, message: Message) -> Message {
    let rated = &subject.rated;
    let computed = rated.computed.unwrap_or(rated.status);
    message
        .with("measure", subject.title())
        .with("status", rated.status.word())
        .with("computed", computed.word())
        .with("reason", rated.reason.clone())
}

fn direction_args(subject: &Subject<'_>, message: Message) -> Message {
    let travelled = &subject.travelled;
    message
        .with("measure", subject.title())
        .with("direction", travelled.direction.word())
        .with("computed", travelled.computed.word())
        .with("reason", travelled.reason.clone())
}
