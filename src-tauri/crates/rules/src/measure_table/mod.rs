//! A row of a measure table: last year, this year's target, now, and where it is going (R3), or what the
//! columns that its section chooses show (R5).

mod chosen;
mod stored;

use outturn_model::Period;
use outturn_model::measure::{Series, Value};

use crate::appearance::Appearance;
use crate::direction::{Travelled, direction};
use crate::figures::{self, Current};
use crate::status::{Rated, status};

pub use chosen::{
    MeasureContent, RELATIVE, Relative, ShownColumn, ShownFigure, ShownRow, Spanning, USUAL,
    content, shown_columns, shown_row,
};
pub use stored::{Stored, stored};

/// A row of a measure table. Its columns are headed by the periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureRow<'a> {
    /// Last year.
    pub last_year: Period,
    /// Last year's outturn.
    pub last_actual: Option<&'a Value>,
    /// This year.
    pub year: Period,
    /// This year's target; where only the report's period has one, that.
    pub target: Option<&'a Value>,
    /// The current figure, or the stated absence of one.
    pub current: Option<Current<'a>>,
    /// The current progress.
    pub status: Rated,
    /// The direction of travel.
    pub direction: Travelled,
}

/// The row of an entry in a measure table.
pub fn measure_row<'a>(appearance: &Appearance<'a>) -> MeasureRow<'a> {
    let Appearance {
        book,
        report,
        measure,
        current,
        ..
    } = *appearance;
    let year = report.period.whole_year();
    let last_year = year.previous();
    let find = |series, period| figures::in_column(book, &measure.id, series, period);
    MeasureRow {
        last_year,
        last_actual: find(&Series::Actual, last_year),
        year,
        target: year_target(appearance),
        current,
        status: status(appearance),
        direction: direction(appearance),
    }
}

/// This year's target; where only the report's period has one, that.
fn year_target<'a>(appearance: &Appearance<'a>) -> Option<&'a Value> {
    let Appearance {
        book,
        report,
        measure,
        ..
    } = *appearance;
    let find = |period| figures::in_column(book, &measure.id, &Series::Target, period);
    find(report.period.whole_year()).or_else(|| find(report.period))
}
