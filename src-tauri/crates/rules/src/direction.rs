//! Direction of travel, progress on the last period, and the variance from a target.

use outturn_model::measure::{Measure, Series, Value};
use outturn_model::status::{Direction, DirectionBasis};
use outturn_model::{Book, Message, Period};
use rust_decimal::Decimal;

use crate::appearance::{Appearance, Better, Unrated};
use crate::arithmetic::{bound_text, percent, percent_text};
use crate::{due, figures};

/// A direction of travel, and why it is that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Travelled {
    /// The direction to show.
    pub direction: Direction,
    /// What follows from the figures.
    pub computed: Direction,
    /// Whether a person gives it a direction that does not follow from the figures.
    pub overridden: bool,
    /// The period it is against, where there is a figure to compare.
    pub against: Option<Period>,
    /// The change since, in per cent of the size of the earlier figure: above nil where the figure
    /// rose, whichever way is good. Nothing where the earlier figure is nil or missing.
    pub change: Option<Decimal>,
    /// Why it is that, in one sentence.
    pub reason: Message,
}

/// The direction of travel of an entry's current figure, on the report's basis.
pub fn direction(appearance: &Appearance<'_>) -> Travelled {
    let Appearance {
        book,
        report,
        entry,
        measure,
        current,
        ..
    } = *appearance;
    let travelled = match current {
        None => Err(match due::awaited(appearance) {
            Some(awaited) => awaited.why_none(report.period),
            None => Message::new("direction-no-figure"),
        }),
        Some(current) => {
            let (against, earlier) = match report.direction_basis {
                DirectionBasis::PreviousPeriod => {
                    figures::before(book, &measure.id, current.column)
                }
                DirectionBasis::SamePeriodLastYear => {
                    actual_of(book, measure, current.column.same_last_year())
                }
                DirectionBasis::LastYearOutturn => {
                    actual_of(book, measure, current.column.whole_year().previous())
                }
            };
            let tolerance = report.direction_tolerance;
            let now = (current.column, current.value);
            between(measure, tolerance, now, (against, earlier))
        }
    };
    given_by_a_person(travelled, entry.direction, &entry.direction_reason)
}

/// The progress of the actual in a column on the column before it: years follow years, quarters
/// follow quarters, and the first quarter follows last year's outturn (R1). Nothing where one of
/// the two has no figure and nobody says how it went.
pub fn progress(
    book: &Book,
    measure: &Measure,
    tolerance: Option<Decimal>,
    column: Period,
) -> Option<Travelled> {
    let actual = figures::in_column(book, &measure.id, &Series::Actual, column)?;
    let (against, earlier) = figures::before(book, &measure.id, column);
    let comparable = actual.amount.is_some() && earlier.is_some_and(|value| value.amount.is_some());
    if !comparable && actual.progress.is_none() {
        return None;
    }
    let travelled = between(measure, tolerance, (column, actual), (against, earlier));
    Some(given_by_a_person(
        travelled,
        actual.progress,
        &actual.progress_reason,
    ))
}

/// How far an outturn is from its target, in per cent of the size of the target: above nil where
/// it is higher, whichever way is good (R5, “target variance”). Nothing where the target is nil.
pub fn target_variance(actual: Decimal, target: Decimal) -> Option<Decimal> {
    percent(actual.checked_sub(target)?, target)
}

/// How `now` compares with `before`. A relative change of up to `tolerance` per cent counts as
/// unchanged; from nil there is no relative change, and any change counts.
pub fn compare(
    better: Better,
    tolerance: Option<Decimal>,
    before: Decimal,
    now: Decimal,
) -> Direction {
    let tolerance = tolerance.unwrap_or_default();
    let (Some(worse), Some(worse_before)) = (short(better, now), short(better, before)) else {
        return Direction::NotComparable;
    };
    let Some(change) = now.checked_sub(before) else {
        return Direction::NotComparable;
    };
    let small = percent(change, before).is_some_and(|change| change.abs() <= tolerance);
    match worse.cmp(&worse_before) {
        _ if small => Direction::Unchanged,
        std::cmp::Ordering::Less => Direction::Improved,
        std::cmp::Ordering::Equal => Direction::Unchanged,
        std::cmp::Ordering::Greater => Direction::Worse,
    }
}

/// A number that is larger the worse a figure is.
fn short(better: Better, figure: Decimal) -> Option<Decimal> {
    match better {
        Better::Higher => Some(-figure),
        Better::Lower => Some(figure),
        Better::Within { low, high } => {
            let under = low.map_or(Some(Decimal::ZERO), |low| low.checked_sub(figure))?;
            let over = high.map_or(Some(Decimal::ZERO), |high| figure.checked_sub(high))?;
            Some(under.max(over).max(Decimal::ZERO))
        }
    }
}

fn actual_of<'a>(book: &'a Book, measure: &Measure, column: Period) -> (Period, Option<&'a Value>) {
    let value = figures::in_column(book, &measure.id, &Series::Actual, column);
    (column, value)
}

/// What follows from two stored figures, each in its column, or why nothing does.
fn between(
    measure: &Measure,
    tolerance: Option<Decimal>,
    (column, now): (Period, &Value),
    (against, earlier): (Period, Option<&Value>),
) -> Result<Travelled, Message> {
    let Some(now) = now.amount else {
        return Err(Message::new("direction-no-figure"));
    };
    let Some(before) = earlier.and_then(|value| value.amount) else {
        let reason = Message::new("direction-no-earlier-figure").with("period", against.name());
        return Err(reason);
    };
    let better = match Better::of(measure) {
        Ok(better) => better,
        Err(Unrated::DataOnly) => return Err(Message::new("direction-data-only")),
        Err(_) => return Err(Message::new("direction-no-polarity")),
    };
    let spans = [column, against].map(figures::months_to_date);
    if figures::accumulates(measure) && spans[0] != spans[1] {
        let reason = Message::new("direction-other-span").with("period", against.name());
        return Err(reason);
    }
    let direction = compare(better, tolerance, before, now);
    let change = now
        .checked_sub(before)
        .and_then(|change| percent(change, before));
    let format = measure.format();
    let reason = Message::new("direction-why")
        .with("direction", direction.word())
        .with("now", format.with_unit(now))
        .with("before", format.with_unit(before))
        .with("period", against.name());
    let within = tolerance.filter(|_| direction == Direction::Unchanged && now != before);
    let reason = match (within, change) {
        (Some(tolerance), Some(change)) => Message::new("direction-within-tolerance")
            .with("reason", reason)
            .with("change", percent_text(change.abs(), &[tolerance]))
            .with("tolerance", bound_text(tolerance)),
        _ => reason,
    };
    Ok(Travelled {
        direction,
        computed: direction,
        overridden: false,
        against: Some(against),
        change,
        reason,
    })
}

/// Nothing can be said of the direction, and why not.
fn incomparable(why: Message) -> Travelled {
    Travelled {
        direction: Direction::NotComparable,
        computed: Direction::NotComparable,
        overridden: false,
        against: None,
        change: None,
        reason: Message::new("direction-incomparable")
            .with("direction", Direction::NotComparable.word())
            .with("why", why),
    }
}

/// The direction a person gives, if it is another than follows from the figures.
fn given_by_a_person(
    compared: Result<Travelled, Message>,
    given: Option<Direction>,
    reason: &str,
) -> Travelled {
    let figures = match &compared {
        Ok(travelled) => Message::new("figures-say").with("computed", travelled.reason.clone()),
        Err(why) => Message::new("figures-say-no-direction").with("why", why.clone()),
    };
    let computed = compared.unwrap_or_else(incomparable);
    let Some(given) = given.filter(|given| *given != computed.computed) else {
        return computed;
    };
    let message = match reason.trim() {
        "" => Message::new("judged-without-reason"),
        reason => Message::new("judged-because").with("reason", reason),
    };
    Travelled {
        direction: given,
        overridden: true,
        reason: message.with("given", given.word()).with("figures", figures),
        ..computed
    }
}
