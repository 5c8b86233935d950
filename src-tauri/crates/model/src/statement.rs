//! Tables: statements and schedules, with their columns, lines and cells.

use rust_decimal::Decimal;

use crate::cell::{Count, Flag, Line, Text, choice};
use crate::figure::{Absence, Unit};
use crate::id::{Id, RowId};
use crate::measure::Comparator;
use crate::position::Position;
use crate::record::record;
use crate::section::Section;

choice! {
    /// What a column's figures are.
    ColumnKind {
        /// Entered figures, such as a budget.
        Figure = "figure",
        /// The difference of two columns, signed by the statement's convention.
        Variance = "variance",
        /// That difference as a share of the budget column, in per cent.
        VariancePercent = "variance-percent",
        /// Figures worked out by a formula.
        Formula = "formula",
        /// Words.
        Text = "text",
        /// Days.
        Date = "date",
        /// Statuses.
        Status = "status",
        /// Posts.
        Post = "post",
        /// References to lettered lines or to sections, such as “A, C–D”.
        Reference = "reference",
    }
    default Figure
}

impl ColumnKind {
    /// Whether its cells hold figures, entered or worked out.
    pub fn holds_figures(self) -> bool {
        matches!(
            self,
            Self::Figure | Self::Variance | Self::VariancePercent | Self::Formula
        )
    }
}

choice! {
    /// What a column of a measure table shows.
    Shows {
        /// The measure's reference.
        Reference = "reference",
        /// Its name.
        Name = "name",
        /// The responsible post.
        Owner = "owner",
        /// The period that the figure covers, such as “Sep 09–Jul 10”.
        PeriodCovered = "period-covered",
        /// What was counted, and out of what.
        Fraction = "fraction",
        /// Last year's outturn.
        LastYear = "last-year",
        /// The figure of the period before.
        Previous = "previous",
        /// What was counted in the period before, and out of what.
        PreviousFraction = "previous-fraction",
        /// The target.
        Target = "target",
        /// The band of amber.
        AmberBand = "amber-band",
        /// The outturn.
        Outturn = "outturn",
        /// How far the outturn is from the target, in per cent of the target.
        TargetVariance = "target-variance",
        /// The status.
        Status = "status",
        /// The direction of travel, and the relative change.
        Direction = "direction",
        /// A comparator's figure, and which it is.
        Benchmark = "benchmark",
        /// The first comparator's figure alone, such as the council's average.
        Comparator = "comparator",
    }
}

record! {
    /// A column of a table.
    Column in Column under Section by section ordered by position {
        /// The section.
        section: Id<Section>,
        /// Its place.
        position: Position,
        /// Its heading, such as “Budget to date”.
        heading: Line,
        /// What its figures are.
        kind: ColumnKind,
        /// For a variance: the column with the budget.
        budget: Option<Id<Column>>,
        /// For a variance: the column with what was spent or received.
        actual: Option<Id<Column>>,
        /// A heading over it and its neighbours that say the same.
        group: Line,
        /// What its figures count, where that is not what the section's do.
        unit: Option<Unit>,
        /// Decimal places shown; nothing for as many as the most exact figure has.
        decimals: Option<Count<0, 6>>,
        /// How wide it is beside the others; 10 where nothing is stored.
        width: Option<Count<1, 100>>,
        /// The formula its figures follow from. Entered figures beside it are what someone supplied.
        formula: Line,
        /// Whether each line must have something in it.
        required: Flag,
        /// Whether its figures are not to be added up.
        no_total: Flag,
        /// Keeps it in the file and out of the paper.
        hidden: Flag,
        /// In a measure table: what it shows.
        shows: Option<Shows>,
        /// In a measure table: the comparator it shows.
        comparator: Option<Id<Comparator>>,
        /// The column of the last report that it was started from.
        follows: Option<Id<Column>>,
    }
}

choice! {
    /// What a line of a statement is.
    LineKind {
        /// Entered figures.
        Line = "line",
        /// A heading over lines, without figures.
        Heading = "heading",
        /// The sum of the lines since the last subtotal.
        Subtotal = "subtotal",
        /// The sum of everything above: all subtotals, and lines that no subtotal sums.
        Total = "total",
        /// Worked out from other lines by a formula.
        Formula = "formula",
    }
    default Line
}

record! {
    /// A line of a statement.
    StatementLine in Line under Section by section ordered by position {
        /// The section.
        section: Id<Section>,
        /// Its place.
        position: Position,
        /// What it is.
        kind: LineKind,
        /// What it is called.
        label: Line,
        /// A comment on it.
        comment: Text,
        /// The formula its figures follow from, column by column.
        formula: Line,
        /// The section with the small table that belongs to it.
        details: Option<Id<Section>>,
        /// The line of the last report that it was started from.
        follows: Option<Id<StatementLine>>,
    }
}

record! {
    /// A figure of a statement. On a line under an entered column it is the figure; on a subtotal, a
    /// total or under a variance column it is what someone else supplied, kept beside the figure
    /// that is computed.
    Amount in Amount under Line by line named by line, column {
        /// The line.
        line: Id<StatementLine>,
        /// The column.
        column: Id<Column>,
        /// The figure, exactly, in the statement's unit.
        amount: Option<Decimal>,
        /// Why there is none.
        absence: Option<Absence>,
        /// The words printed where there is none.
        words: Line,
        /// Under a column without figures: its words; a date, a status or a post's id as the text
        /// form writes it.
        text: Text,
    }
}

impl Amount {
    /// The id of the figure where a line and a column meet.
    pub fn id_of(line: &Id<StatementLine>, column: &Id<Column>) -> Id<Self> {
        Id::new(RowId::joined([line.as_str(), column.as_str()]))
    }
}
