//! Summary panels: a few figures side by side, and the top achievements, issues and actions (R5).

use rust_decimal::Decimal;

use crate::cell::{Line, Text, choice};
use crate::figure::Unit;
use crate::id::Id;
use crate::position::Position;
use crate::record::record;
use crate::section::Section;
use crate::statement::{Column, StatementLine};
use crate::status::Status;

record! {
    /// A figure or a rating of a summary panel. One that names a cell of a statement shows that cell.
    Tile in Tile under Section by section ordered by position {
        /// The section.
        section: Id<Section>,
        /// Its place.
        position: Position,
        /// What it is, such as “Revenue budget variance”.
        label: Line,
        /// The line of the statement whose figure it shows.
        line: Option<Id<StatementLine>>,
        /// The column of that statement.
        column: Option<Id<Column>>,
        /// The figure, where it shows none of a statement.
        amount: Option<Decimal>,
        /// What the figure counts.
        unit: Option<Unit>,
        /// Words in place of a figure, such as “Satisfactory”.
        words: Line,
        /// How it is doing.
        status: Option<Status>,
        /// A line under it.
        note: Line,
    }
}

choice! {
    /// The lists of a summary panel.
    PointList {
        /// What went well.
        Achievement = "achievement",
        /// What did not.
        Issue = "issue",
        /// What is needed.
        Action = "action",
    }
    default Achievement
}

record! {
    /// A point of a summary panel's lists.
    Point in Point under Section by section ordered by position {
        /// The section.
        section: Id<Section>,
        /// Its place in its list.
        position: Position,
        /// The list.
        list: PointList,
        /// What it says.
        text: Text,
    }
}
