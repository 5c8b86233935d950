//! Which figure a column of a measure table is about, and what its cells store.

use outturn_model::Period;
use outturn_model::measure::{Comparator, Series, Value};
use outturn_model::statement::Shows;

use super::chosen::ShownColumn;
use super::year_target;
use crate::appearance::Appearance;
use crate::due::{self, DueFigure};
use crate::figures;

/// What the cell of a column stores: what typing in it changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    /// A field of the measure.
    Measure(&'static str),
    /// A field of the entry.
    Entry(&'static str),
    /// A figure of the measure, which may not be there yet.
    Figure {
        /// Whose it is.
        series: Series,
        /// The period it stands in.
        period: Period,
    },
    /// What a period's actual was counted from.
    Fraction(Period),
    /// The data's own period of a period's actual.
    OwnPeriod(Period),
}

/// What the cell of a column stores; nothing where it is worked out, or has nothing to be kept with.
pub fn stored<'a>(appearance: &Appearance<'a>, shown: ShownColumn<'a>) -> Option<Stored> {
    let at = || figure_at(appearance, shown);
    let stated = || Some(at()?.value?.period);
    match shown.shows {
        Shows::Reference => Some(Stored::Measure("reference")),
        Shows::Name => Some(Stored::Measure("name")),
        Shows::Owner => Some(Stored::Measure("owner")),
        Shows::Status => Some(Stored::Entry("status")),
        Shows::Direction => Some(Stored::Entry("direction")),
        Shows::PeriodCovered => stated().map(Stored::OwnPeriod),
        Shows::Fraction | Shows::PreviousFraction => stated().map(Stored::Fraction),
        Shows::AmberBand | Shows::TargetVariance => None,
        Shows::LastYear
        | Shows::Previous
        | Shows::Target
        | Shows::Outturn
        | Shows::Benchmark
        | Shows::Comparator => at().map(|at| Stored::Figure {
            period: at.value.map_or(at.period, |value| value.period),
            series: at.series,
        }),
    }
}

/// The figure that a column is about.
pub(super) struct FigureAt<'a> {
    series: Series,
    /// Where it is entered while there is none.
    period: Period,
    pub(super) value: Option<&'a Value>,
}

/// The figure that a column is about; nothing for one that is about none, or about those of no
/// comparator.
pub(super) fn figure_at<'a>(
    appearance: &Appearance<'a>,
    shown: ShownColumn<'a>,
) -> Option<FigureAt<'a>> {
    let Appearance {
        book,
        report,
        measure,
        current,
        ..
    } = *appearance;
    let column = column_of(appearance);
    let actual = |period, value| FigureAt {
        series: Series::Actual,
        period,
        value,
    };
    let year = report.period.whole_year();
    Some(match shown.shows {
        Shows::Outturn | Shows::Fraction | Shows::PeriodCovered => match current {
            Some(current) => actual(column, Some(current.value)),
            None => {
                let missing = due::due(book, measure, report.period).missing;
                actual(missing.map_or(column, DueFigure::entered), None)
            }
        },
        Shows::Previous | Shows::PreviousFraction => {
            let (earlier, value) = figures::before(book, &measure.id, column);
            actual(earlier, value)
        }
        Shows::LastYear => {
            let last = year.previous();
            let value = figures::in_column(book, &measure.id, &Series::Actual, last);
            actual(last, value)
        }
        Shows::Target => FigureAt {
            series: Series::Target,
            period: year,
            value: match shown.column {
                Some(_) => appearance.target,
                None => year_target(appearance),
            },
        },
        Shows::Benchmark | Shows::Comparator => {
            let (comparator, value) = comparison(appearance, shown)?;
            FigureAt {
                series: Series::Comparator(comparator.id.clone()),
                period: column,
                value,
            }
        }
        _ => return None,
    })
}

/// The column of the outturn; where there is none, the report's period.
pub(super) fn column_of(appearance: &Appearance<'_>) -> Period {
    let current = appearance.current;
    current.map_or(appearance.report.period, |current| current.column)
}

/// The comparator that a column shows, and its figure: the one chosen, else the first that has one.
fn comparison<'a>(
    appearance: &Appearance<'a>,
    shown: ShownColumn<'a>,
) -> Option<(&'a Comparator, Option<&'a Value>)> {
    let (book, measure) = (appearance.book, appearance.measure);
    let column = column_of(appearance);
    let year = column.whole_year();
    let value_of = |comparator: &Comparator| {
        let series = Series::Comparator(comparator.id.clone());
        [column, year, year.previous()]
            .into_iter()
            .find_map(|period| figures::in_column(book, &measure.id, &series, period))
    };
    match shown.column.and_then(|column| column.comparator.as_ref()) {
        Some(chosen) => {
            let comparator = book.comparators.get(chosen)?;
            Some((comparator, value_of(comparator)))
        }
        None => book
            .comparators
            .iter()
            .find_map(|comparator| Some((comparator, Some(value_of(comparator)?)))),
    }
}
