//! Which stored figure stands in which column, which is the current one, and how it reads.

use outturn_model::figure::{Absence, Unit};
use outturn_model::measure::{Frequency, Measure, Series, Value};
use outturn_model::period::Part;
use outturn_model::{Book, Id, Message, Period};
use rust_decimal::Decimal;

/// The figure a report speaks of: the latest one that was due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Current<'a> {
    /// The column it stands in: the report's own period, or an earlier or longer one for measures
    /// that have a figure less often.
    pub column: Period,
    /// The stored figure, or the stated absence of one.
    pub value: &'a Value,
}

/// The current figure of a measure for a report of `period`: what is stored for the period itself;
/// else for the last period of the measure's own frequency that ended by then, in the same year;
/// else, for an annual measure, for the year, as in the quarterly report R1.
///
/// A figure that was due and is missing is not replaced by an older one.
pub fn current<'a>(book: &'a Book, measure: &Measure, period: Period) -> Option<Current<'a>> {
    let due = last_due(measure.frequency, period);
    let year = (measure.frequency == Frequency::Annual).then(|| period.whole_year());
    [Some(period), due, year]
        .into_iter()
        .flatten()
        .find_map(|column| {
            let value = in_column(book, &measure.id, &Series::Actual, column)?;
            Some(Current { column, value })
        })
}

/// The last period of a frequency that has ended when `period` ends, if there is one in that year. For
/// school terms and years it is the quarter in which they are due ([`crate::due`]).
pub fn last_due(frequency: Frequency, period: Period) -> Option<Period> {
    let months = months_to_date(period);
    period.in_same_year(match frequency {
        Frequency::Monthly => Part::Month(months),
        Frequency::Quarterly => Part::Quarter(months / 3),
        Frequency::HalfYearly => Part::Half(months / 6),
        Frequency::Annual if months == 12 => Part::Year,
        Frequency::Termly if months >= 6 => Part::Quarter(months / 3),
        Frequency::AcademicYear if months >= 9 => Part::Quarter(3),
        Frequency::Annual | Frequency::Termly | Frequency::AcademicYear => return None,
    })
}

/// How many months of its year are over when a period ends.
pub(crate) fn months_to_date(period: Period) -> u8 {
    match period.part() {
        Part::Month(n) => n,
        Part::Quarter(n) => n * 3,
        Part::Half(n) => n * 6,
        Part::Year => 12,
    }
}

/// Whether a measure's figure grows as its year goes by: it covers the year to date and is a count
/// or an amount of money. Two such figures compare only where they cover the same part of a year,
/// and a whole year's target does not rate a part of it.
///
/// A share or a rate of the year to date does not grow (R1, where both “cumulative” percentages and
/// children in care “per 10,000 under 18” are set against the column before): that is a percentage,
/// and a measure whose words for its unit, or whose name, say so.
pub fn accumulates(measure: &Measure) -> bool {
    let words = [&*measure.unit_words, &*measure.name];
    measure.cumulative.0 && measure.unit != Unit::Percent && !words.into_iter().any(says_rate)
}

/// Whether words name a share or a rate: “per 10,000”, “% of care leavers”, “average days”; not “per
/// annum”, which is a count.
fn says_rate(words: &str) -> bool {
    const RATES: &[&str] = &[
        "average",
        "mean",
        "median",
        "percentage",
        "proportion",
        "rate",
        "ratio",
        "score",
    ];
    const SPANS: &[&str] = &["annum", "month", "quarter", "week", "year"];
    let lower = words.to_lowercase();
    let mut words = lower
        .split(|c: char| !c.is_alphanumeric() && c != '%')
        .filter(|word| !word.is_empty())
        .peekable();
    while let Some(word) = words.next() {
        let is_per = word == "per" && words.peek().is_none_or(|next| !SPANS.contains(next));
        if is_per || word.contains('%') || RATES.contains(&word) {
            return true;
        }
    }
    false
}

/// What is stored for a column: for its period or, where nothing is, for a shorter period that ends
/// with it. So a year's column shows its last quarter, which is that year's outturn; that of a measure
/// by academic years shows the quarter in which the academic year's figure is due.
pub fn in_column<'a>(
    book: &'a Book,
    measure: &Id<Measure>,
    series: &Series,
    column: Period,
) -> Option<&'a Value> {
    let shorter = match column.part() {
        Part::Year => &[Part::Quarter(4), Part::Half(2), Part::Month(12)][..],
        Part::Half(1) => &[Part::Quarter(2), Part::Month(6)],
        Part::Half(_) => &[Part::Quarter(4), Part::Month(12)],
        Part::Quarter(1) => &[Part::Month(3)],
        Part::Quarter(2) => &[Part::Month(6)],
        Part::Quarter(3) => &[Part::Month(9)],
        Part::Quarter(_) => &[Part::Month(12)],
        Part::Month(_) => &[],
    };
    let academic =
        column.part() == Part::Year && frequency_of(book, measure) == Some(Frequency::AcademicYear);
    let academic = academic.then_some(Part::Quarter(3));
    let shorter = shorter.iter().copied().chain(academic);
    let shorter = shorter.filter_map(|part| column.in_same_year(part));
    std::iter::once(column)
        .chain(shorter)
        .filter_map(|period| book.value(measure, series, period))
        .find(|value| is_stated(value))
}

/// The target that a figure in `column` is set against: the column's own, else the year's.
pub fn target<'a>(book: &'a Book, measure: &Id<Measure>, column: Period) -> Option<&'a Value> {
    in_column(book, measure, &Series::Target, column)
        .or_else(|| year_target(book, measure, column.whole_year()))
}

/// The target of a year: the one stored for the year itself (R1 and R3, annual targets) or, where
/// the year has no other, the one for the period that ends with it. Where targets step through the
/// year (R1: 75.0, 71.1, 67.2, 63.3), the last step is that period's alone, and a step that is
/// missing is missing.
fn year_target<'a>(book: &'a Book, measure: &Id<Measure>, year: Period) -> Option<&'a Value> {
    let stated = |period| {
        book.value(measure, &Series::Target, period)
            .filter(|value| is_stated(value))
    };
    let months = (1..12).map(Part::Month);
    let earlier = [
        Part::Quarter(1),
        Part::Quarter(2),
        Part::Quarter(3),
        Part::Half(1),
    ];
    let mut earlier = months
        .chain(earlier)
        .filter_map(|part| year.in_same_year(part));
    stated(year).or_else(|| {
        let alone = !earlier.any(|period| stated(period).is_some());
        alone.then(|| in_column(book, measure, &Series::Target, year))?
    })
}

fn frequency_of(book: &Book, measure: &Id<Measure>) -> Option<Frequency> {
    Some(book.measures.get(measure)?.frequency)
}

/// The actual that stands before a column: of the period before or, for the first period of a
/// year, last year's outturn. Before the summer term, which stands in quarter 2, comes the spring
/// term of quarter 4; an academic year comes before an academic year.
pub(crate) fn before<'a>(
    book: &'a Book,
    measure: &Id<Measure>,
    column: Period,
) -> (Period, Option<&'a Value>) {
    let frequency = frequency_of(book, measure);
    let earlier = match column.part() {
        Part::Quarter(2) if frequency == Some(Frequency::Termly) => column.previous().previous(),
        Part::Quarter(3) if frequency == Some(Frequency::AcademicYear) => column.same_last_year(),
        Part::Quarter(1) | Part::Half(1) | Part::Month(1) => column.whole_year().previous(),
        _ => column.previous(),
    };
    (earlier, in_column(book, measure, &Series::Actual, earlier))
}

/// Whether a value says something: a figure, or why there is none.
pub fn is_stated(value: &Value) -> bool {
    value.amount.is_some() || value.absence.is_some()
}

/// How a stored value reads wherever it is shown: the figure with its unit and note, or the words
/// in its place. Nothing where nothing is stated. Whether it is provisional is not part of it.
pub fn shown(measure: &Measure, value: &Value) -> Option<Message> {
    match (value.amount, value.absence) {
        (Some(amount), _) => Some(figure(measure, amount, &value.note)),
        (None, Some(absence)) => Some(absent(absence, &value.words)),
        (None, None) => None,
    }
}

fn figure(measure: &Measure, amount: Decimal, note: &str) -> Message {
    let figure = measure.format().with_unit(amount);
    if note.trim().is_empty() {
        Message::new("value-figure").with("figure", figure)
    } else {
        Message::new("value-figure-note")
            .with("figure", figure)
            .with("note", note.trim())
    }
}

/// The words printed where there is no figure: those stored, else the catalogue's.
pub fn absent(absence: Absence, words: &str) -> Message {
    if !words.trim().is_empty() {
        return Message::new("value-words").with("words", words.trim());
    }
    Message::new(match absence {
        Absence::NoData => "value-no-data",
        Absence::NotApplicable => "value-not-applicable",
        Absence::Deferred => "value-deferred",
        Absence::Suppressed => "value-suppressed",
        Absence::Worded => "value-worded",
    })
}
