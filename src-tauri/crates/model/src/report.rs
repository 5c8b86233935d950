//! A report for one period, and how it is laid out.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::cell::{Count, Flag, Line, Text, choice};
use crate::directorate::Person;
use crate::id::Id;
use crate::measure::{Measure, Series};
use crate::period::Period;
use crate::position::Position;
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

choice! {
    /// The size of a paper's pages.
    PaperSize {
        /// A4, 210 by 297 millimetres.
        A4 = "a4",
        /// A3, 297 by 420 millimetres.
        A3 = "a3",
    }
    default A4
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
        /// The number of the item on the meeting's agenda.
        agenda_item: Line,
        /// The wards it affects, such as “All”.
        wards: Line,
        /// The lead members, where the cover names them.
        lead_members: Line,
        /// The size of its pages.
        paper: Option<PaperSize>,
        /// The report it was started from, which is the one for the period before.
        follows: Option<Id<Report>>,
        /// The day on which its final paper was written; nothing since it was changed.
        exported_on: Option<NaiveDate>,
        /// The day by which authors submit their sections.
        draft_due: Option<NaiveDate>,
        /// The day by which leads sign them off.
        lead_due: Option<NaiveDate>,
        /// The day by which finance clears its implications.
        finance_due: Option<NaiveDate>,
        /// The day by which the other implications are cleared: legal, equalities, risk.
        legal_due: Option<NaiveDate>,
        /// The day on which the paper goes out.
        dispatch_due: Option<NaiveDate>,
    }
}

choice! {
    /// What a box on a decision report's cover is about (R2, R4).
    TickGroup {
        /// What the decision has implications for.
        Implication = "implication",
        /// Who was consulted.
        Consultation = "consultation",
    }
    default Implication
}

record! {
    /// A box on a decision report's cover: ticked or not.
    Tick in Tick under Report by report ordered by position {
        /// The report.
        report: Id<Report>,
        /// Its place in its group.
        position: Position,
        /// Which grid it stands in.
        group: TickGroup,
        /// What it is called, such as “Community safety”.
        name: Line,
        /// Whether it is ticked.
        ticked: Flag,
        /// Words beside it, such as the day of the meeting that was consulted.
        note: Line,
    }
}

record! {
    /// A figure corrected since an earlier report printed it.
    Restatement in Restatement under Report by report ordered by position {
        /// The report that says so.
        report: Id<Report>,
        /// Its place in the list.
        position: Position,
        /// The measure.
        measure: Id<Measure>,
        /// Which of its figures.
        series: Series,
        /// The column it stands in.
        period: Period,
        /// What was printed before, as it was printed.
        before: Line,
        /// Why it was corrected.
        reason: Text,
    }
}
