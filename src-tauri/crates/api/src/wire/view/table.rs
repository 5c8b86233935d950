//! Tables: statements and schedules.

use serde::Serialize;
use ts_rs::TS;

use super::{Choice, Fields};

views! {
    /// A column of a table.
    TableColumn {
        /// Its id.
        id: String,
        /// Its stored cells.
        fields: Fields,
        /// What it holds, as the file says it: `figure`, `text`, `date` and so on.
        kind: String,
        /// Its heading as the paper prints it.
        heading: String,
        /// What is wrong with its formula, where, and what to do.
        problem: Option<String>,
        /// Whether it is kept out of the paper.
        hidden: bool,
        /// Whether its cells hold figures, entered or worked out.
        figures: bool,
        /// What can stand in its cells, where that is a closed list: statuses, posts.
        options: Option<Vec<Choice>>,
    }

    /// A line of a table.
    TableLine {
        /// The line's id.
        id: String,
        /// Its stored cells.
        fields: Fields,
        /// `line`, `heading`, `subtotal`, `total` or `formula`.
        kind: String,
        /// Its letter, where the lines of its table are lettered; empty if it has none.
        letter: String,
        /// What is wrong with its formula, where, and what to do.
        problem: Option<String>,
        /// Its cells, one for each column of the table, hidden ones too; none under a heading.
        cells: Vec<TableCell>,
    }

    /// A cell of a table.
    TableCell {
        /// What to edit: a figure or a date as it is typed, words, or the chosen word or post.
        entered: String,
        /// What is printed.
        shown: String,
        /// What is computed, where the cell is one that computes.
        computed: Option<String>,
        /// Whether a figure was supplied that differs from the computed one.
        slip: Option<String>,
        /// Whether it can be edited.
        editable: bool,
        /// Where it is stored.
        place: String,
    }

    /// A table that something can be linked to: its lines and its columns.
    LinkableTable {
        /// Its section.
        section: String,
        /// What the section is called.
        title: String,
        /// Its lines that hold figures.
        lines: Vec<Choice>,
        /// Its columns that hold figures.
        columns: Vec<Choice>,
    }
}
