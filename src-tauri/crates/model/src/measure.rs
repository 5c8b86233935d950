//! Measures and their figures.

use std::fmt;

use rust_decimal::Decimal;

use crate::cell::{Cell, CellType, Count, EntryProblem, Flag, Line, Text, choice};
use crate::directorate::{Department, Person};
use crate::figure::{Absence, Format, Negatives, Unit};
use crate::id::{Id, RowId};
use crate::period::Period;
use crate::position::Position;
use crate::record::{Kind, record};
use crate::status::Direction;

choice! {
    /// Which way is good.
    Polarity {
        /// A higher figure is better.
        HigherIsBetter = "higher-is-better",
        /// A lower figure is better.
        LowerIsBetter = "lower-is-better",
        /// A figure between two bounds is good.
        WithinRange = "within-range",
        /// Neither: the figure is for information.
        DataOnly = "data-only",
    }
}

choice! {
    /// How often a measure has a figure.
    Frequency {
        /// Every month.
        Monthly = "monthly",
        /// Every quarter.
        Quarterly = "quarterly",
        /// Twice a year.
        HalfYearly = "half-yearly",
        /// Once a year.
        Annual = "annual",
        /// Every school term. A term's figure stands in the quarter in which the term ends.
        Termly = "termly",
        /// Once for each academic year, which ends in August. Its figure stands in quarter 3.
        AcademicYear = "academic-year",
    }
    default Quarterly
}

record! {
    /// A body that measures are compared with, such as “Statistical neighbours”.
    Comparator in Comparator ordered by position {
        /// Its place in lists and under a measure's own figures.
        position: Position,
        /// Its name.
        name: Line,
    }
}

record! {
    /// A measure: something counted, period after period, against a target.
    Measure in Measure ordered by position {
        /// Its place in lists.
        position: Position,
        /// Its reference, such as “NI 059”. May be empty.
        reference: Line,
        /// A second reference it is also known by.
        other_reference: Line,
        /// What it is called.
        name: Line,
        /// What exactly is counted.
        definition: Text,
        /// The department that answers for it.
        department: Option<Id<Department>>,
        /// The responsible post.
        owner: Option<Id<Person>>,
        /// What its figures count.
        unit: Unit,
        /// Words for the unit, such as “per 10,000 under 18”.
        unit_words: Line,
        /// Decimal places shown; nothing shows each figure as it was entered.
        decimals: Option<Count<0, 6>>,
        /// Which way is good. Nothing means that nobody has said yet.
        polarity: Option<Polarity>,
        /// With [`Polarity::WithinRange`], the lowest good figure.
        range_low: Option<Decimal>,
        /// With [`Polarity::WithinRange`], the highest good figure.
        range_high: Option<Decimal>,
        /// How often it has a figure.
        frequency: Frequency,
        /// Whether a quarter's figure covers the year to date.
        cumulative: Flag,
        /// Where the figures come from.
        source: Line,
    }
}

impl Measure {
    /// How its figures are printed.
    pub fn format(&self) -> Format {
        Format {
            unit: self.unit,
            decimals: self.decimals.map(|count| count.0),
            negatives: Negatives::Minus,
        }
    }
}

/// Which figures of a measure a value belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Series {
    /// What happened.
    Actual,
    /// What was aimed for.
    Target,
    /// What happened elsewhere.
    Comparator(Id<Comparator>),
}

impl Series {
    /// The stored word: `actual`, `target` or the comparator's id.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Actual => "actual",
            Self::Target => "target",
            Self::Comparator(id) => id.as_str(),
        }
    }
}

impl fmt::Display for Series {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl CellType for Series {
    const KIND: Kind = Kind::Series;
    const REQUIRED: bool = true;

    fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem> {
        match cell.ok_or(EntryProblem::Missing)? {
            "actual" => Ok(Self::Actual),
            "target" => Ok(Self::Target),
            id => RowId::parse(id).map(|id| Self::Comparator(Id::new(id))),
        }
    }

    fn to_cell(&self) -> Cell {
        Some(self.as_str().to_owned())
    }
}

record! {
    /// A figure of a measure, or the stated absence of one.
    Value in Value under Measure by measure named by measure, series, period {
        /// The measure.
        measure: Id<Measure>,
        /// Whether it is the actual, the target or a comparator's figure.
        series: Series,
        /// The column it stands in.
        period: Period,
        /// The figure, exactly, in the measure's unit.
        amount: Option<Decimal>,
        /// Why there is no figure. A value has a figure or an absence, not both.
        absence: Option<Absence>,
        /// The words printed where there is no figure, such as “deferred until 2009”.
        words: Line,
        /// Words printed after the figure, such as “Rolling quarterly average rate”.
        note: Line,
        /// Whether the figure may still change.
        provisional: Flag,
        /// What was counted, where the figure is a share.
        numerator: Option<Decimal>,
        /// What it was counted out of.
        denominator: Option<Decimal>,
        /// The data's own period where it differs from the column's, such as “2007 (Jan–Mar)”.
        own_period: Line,
        /// A label under the column's heading, such as “Final, January 2009”.
        label: Line,
        /// Progress on the period before, where a person says it instead of the figures.
        progress: Option<Direction>,
        /// Why they say so.
        progress_reason: Line,
    }
}

impl Value {
    /// The id of the value that joins these.
    pub fn id_of(measure: &Id<Measure>, series: &Series, period: Period) -> Id<Self> {
        Id::new(RowId::joined([
            measure.as_str(),
            series.as_str(),
            &period.to_string(),
        ]))
    }
}
