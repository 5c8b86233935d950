//! The grid and the trend of an indicator card.

use outturn_model::measure::{Comparator, Frequency, Measure, Series, Value};
use outturn_model::period::Part;
use outturn_model::report::Report;
use outturn_model::{Book, Id, Message, Period};
use rust_decimal::Decimal;

use crate::appearance::Appearance;
use crate::direction::{Travelled, progress};
use crate::due::DueFigure;
use crate::{due, figures};

/// How many past years a card shows where its report does not say (R1).
pub const PAST_YEARS: u32 = 3;

/// The grid of an indicator card: columns of periods, rows of series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card<'a> {
    /// The past years, then the periods of the report's year.
    pub columns: Vec<CardColumn<'a>>,
    /// The comparators that have a figure in some column, in their own order.
    pub comparators: Vec<&'a Comparator>,
}

/// A column of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardColumn<'a> {
    /// Its period.
    pub period: Period,
    /// Whether it is a past year.
    pub past: bool,
    /// Whether the current figure stands in it.
    pub current: bool,
    /// A label under its heading, such as “Final, January 2009”; empty where there is none.
    pub label: &'a str,
    /// The data's own period where it differs, such as “2007 (Jan–Mar)”; empty where it does not.
    pub own_period: &'a str,
    /// The actual.
    pub actual: Option<&'a Value>,
    /// The target. Where no column of the year has one of its own, the year's stands in each.
    pub target: Option<&'a Value>,
    /// The progress of the actual on the column before.
    pub progress: Option<Travelled>,
    /// The comparators' figures, in the order of [`Card::comparators`].
    pub comparators: Vec<Option<&'a Value>>,
}

impl Card<'_> {
    /// The period of the column in which a figure that is due is entered.
    pub fn entered(&self, due: DueFigure) -> Period {
        let own = due.entered();
        let ends_with_it =
            |column: &&CardColumn<'_>| column.period.last_day() == due.column.last_day();
        let mut shown = self.columns.iter().filter(|column| !column.past);
        if shown.clone().any(|column| column.period == own) {
            return own;
        }
        shown.find(ends_with_it).map_or(own, |column| column.period)
    }
}

/// What a trend chart draws: plain figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// The periods along its foot.
    pub periods: Vec<Period>,
    /// The actual, the target and the comparators, as far as they have figures.
    pub series: Vec<TrendSeries>,
}

/// One run of figures of a trend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendSeries {
    /// Whose figures they are.
    pub series: Series,
    /// The name for the key.
    pub name: Message,
    /// One for each period; nothing is a gap.
    pub points: Vec<Option<TrendPoint>>,
}

/// One figure of a trend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendPoint {
    /// The stored figure.
    pub amount: Decimal,
    /// How it reads everywhere.
    pub shown: Message,
    /// Whether it may still change.
    pub provisional: bool,
}

/// The grid of an entry's card.
pub fn card<'a>(appearance: &Appearance<'a>) -> Card<'a> {
    let Appearance {
        book,
        report,
        measure,
        current,
        ..
    } = *appearance;
    let periods = columns(book, report, measure);
    let of_year = |period: &Period| period.whole_year() == report.period.whole_year();
    let target_of = |period| figures::in_column(book, &measure.id, &Series::Target, period);
    let year_target = target_of(report.period.whole_year());
    let profiled = periods
        .iter()
        .any(|period| of_year(period) && target_of(*period).is_some());
    let comparators: Vec<&Comparator> = book
        .comparators
        .iter()
        .filter(|comparator| {
            let series = Series::Comparator(comparator.id.clone());
            periods
                .iter()
                .any(|period| figures::in_column(book, &measure.id, &series, *period).is_some())
        })
        .collect();
    let column = |period: Period| {
        let past = !of_year(&period);
        // A value that states nothing may still label its column.
        let stored = book.value(&measure.id, &Series::Actual, period);
        let actual = figures::in_column(book, &measure.id, &Series::Actual, period);
        let labelling = actual.or(stored);
        CardColumn {
            period,
            past,
            current: current.is_some_and(|current| current.column == period),
            label: labelling.map_or("", |value| &value.label),
            own_period: labelling.map_or("", |value| &value.own_period),
            actual,
            target: target_of(period).or(year_target.filter(|_| !past && !profiled)),
            progress: progress(book, measure, report.direction_tolerance, period),
            comparators: comparators
                .iter()
                .map(|comparator| {
                    let series = Series::Comparator(comparator.id.clone());
                    figures::in_column(book, &measure.id, &series, period)
                })
                .collect(),
        }
    };
    Card {
        columns: periods.iter().copied().map(column).collect(),
        comparators,
    }
}

/// What the trend chart of a card draws: one point for each column.
pub fn chart_points(appearance: &Appearance<'_>, card: &Card<'_>) -> Trend {
    let measure = appearance.measure;
    let series = |series: Series, name: Message, values: Vec<Option<&Value>>| {
        let points: Vec<_> = values
            .into_iter()
            .map(|value| {
                let value = value?;
                Some(TrendPoint {
                    amount: value.amount?,
                    shown: figures::shown(measure, value)?,
                    provisional: value.provisional.0,
                })
            })
            .collect();
        points.iter().any(Option::is_some).then_some(TrendSeries {
            series,
            name,
            points,
        })
    };
    let columns = &card.columns;
    let own = [
        series(
            Series::Actual,
            Message::new("series-actual"),
            columns.iter().map(|column| column.actual).collect(),
        ),
        series(
            Series::Target,
            Message::new("series-target"),
            columns.iter().map(|column| column.target).collect(),
        ),
    ];
    let others = card
        .comparators
        .iter()
        .enumerate()
        .map(|(row, comparator)| {
            series(
                Series::Comparator(comparator.id.clone()),
                Message::new("series-comparator").with("name", comparator.name.as_str()),
                columns
                    .iter()
                    .map(|column| column.comparators[row])
                    .collect(),
            )
        });
    Trend {
        periods: columns.iter().map(|column| column.period).collect(),
        series: own.into_iter().chain(others).flatten().collect(),
    }
}

/// The periods of a card: the past years, then the year's parts at the measure's frequency, with
/// months shown by quarter. A year's column stands at the end if it holds a figure of its own, and
/// an annual measure that holds figures by quarter shows them: no figure is left out.
fn columns(book: &Book, report: &Report, measure: &Measure) -> Vec<Period> {
    let year = report.period.whole_year();
    let past = report.past_years.map_or(PAST_YEARS, |years| years.0);
    let mut periods: Vec<Period> =
        std::iter::successors(Some(year.previous()), |year| Some(year.previous()))
            .take(usize::try_from(past).unwrap_or_default())
            .collect();
    periods.reverse();

    let parts = |parts: &[Part]| -> Vec<Period> {
        parts
            .iter()
            .filter_map(|part| year.in_same_year(*part))
            .collect()
    };
    let quarters = parts(&[1, 2, 3, 4].map(Part::Quarter));
    let holds = |period: &Period| has_figure(book, &measure.id, *period);
    let of_year = match measure.frequency {
        Frequency::Monthly | Frequency::Quarterly => quarters,
        Frequency::HalfYearly => parts(&[Part::Half(1), Part::Half(2)]),
        Frequency::Annual if quarters.iter().any(holds) => quarters,
        Frequency::Annual => Vec::new(),
        Frequency::Termly | Frequency::AcademicYear => {
            let due = parts(due::parts(measure.frequency));
            let elsewhere = |period: &Period| holds(period) && !due.contains(period);
            if quarters.iter().any(elsewhere) {
                quarters
            } else {
                due
            }
        }
    };
    let with_year = of_year.is_empty() || holds(&year);
    periods.extend(of_year);
    periods.extend(with_year.then_some(year));
    periods
}

/// Whether an actual is stored for exactly this period.
fn has_figure(book: &Book, measure: &Id<Measure>, period: Period) -> bool {
    book.value(measure, &Series::Actual, period)
        .is_some_and(figures::is_stated)
}
