//! A report for one period, and how it is laid out.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::cell::{Count, Line, choice};
use crate::directorate::Person;
use crate::id::Id;
use crate::period::Period;
use crate::record::record;
use crate::status::DirectionBasis;

choice! {
    /// How sections are numbered.
    Numbering {
        /// 1, 2, 2.1.
        Sections = "sections",
        /// Sections as above and paragraphs within them, 2.1.3.
        Paragraphs = "paragraphs",
        /// Headings without numbers and one run of paragraph numbers through the report.
        Run = "run",
        /// No numbers.
        None = "none",
    }
    default Sections
}

record! {
    /// The report of one period: the paper a committee receives is made of it.
    Report in Report {
        /// The period it reports on.
        period: Period,
        /// Its title.
        title: Line,
        /// A line under the title.
        subtitle: Line,
        /// The committee that receives it.
        committee: Line,
        /// The day of the meeting.
        meeting: Option<NaiveDate>,
        /// The post whose report it is.
        report_by: Option<Id<Person>>,
        /// The post to ask about it.
        contact: Option<Id<Person>>,
        /// How sections are numbered.
        numbering: Numbering,
        /// Which earlier figure directions of travel are against.
        direction_basis: DirectionBasis,
        /// The relative change, in per cent, up to which a figure counts as unchanged.
        direction_tolerance: Option<Decimal>,
        /// How many past years a card shows; three where nothing is stored.
        past_years: Option<Count<0, 6>>,
    }
}
