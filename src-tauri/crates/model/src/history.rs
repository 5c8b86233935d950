//! History in plain text, as it is carried from one file to another outside of both.

use crate::cell::Cell;

/// One line of history: a cell that a change changed, with what is known of the change itself. The
/// lines of a change follow each other and say the same of it. A row that was put in or taken out
/// empty has one line without a field, and a change that came to nothing one without a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistoryLine {
    /// The number of the change: 1, 2, 3 and so on.
    pub change: i64,
    /// `edit`, `import`, `undo` or `redo`.
    pub kind: String,
    /// When, in the form of RFC 3339.
    pub at: String,
    /// Who.
    pub person: String,
    /// The catalogue key of the words for what was done.
    pub label: String,
    /// The place those words are about.
    pub place: Cell,
    /// The first of the changes that are undone together with this one.
    pub step: i64,
    /// For an undo, the last change it took back; for a redo, the undo it took back.
    pub of: Option<i64>,
    /// For an edit, the edit that is undone next after its step; for an undo, the undo redone next.
    pub under: Option<i64>,
    /// `insert`, `update` or `delete`.
    pub done: Cell,
    /// The table.
    pub table: Cell,
    /// The row.
    pub row: Cell,
    /// The field.
    pub field: Cell,
    /// What the cell held.
    pub before: Cell,
    /// What it holds since.
    pub after: Cell,
}
