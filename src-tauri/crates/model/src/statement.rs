//! Statements: finance tables with subtotals, totals and variances.

use rust_decimal::Decimal;

use crate::cell::{Line, Text, choice};
use crate::figure::Absence;
use crate::id::{Id, RowId};
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
    }
    default Figure
}

record! {
    /// A column of a statement.
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
    }
}

impl Amount {
    /// The id of the figure where a line and a column meet.
    pub fn id_of(line: &Id<StatementLine>, column: &Id<Column>) -> Id<Self> {
        Id::new(RowId::joined([line.as_str(), column.as_str()]))
    }
}
