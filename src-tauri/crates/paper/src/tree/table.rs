//! A table: typed columns, header rows that repeat, and rows that say what they are.

use super::{Inline, Symbol};

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The line over it.
    pub caption: Option<String>,
    /// How to read it, for a reader who hears it; only where the shape needs explaining.
    pub summary: Option<String>,
    /// The columns, at least one.
    pub columns: Vec<Column>,
    /// The header rows, repeated on every page. At least one, so that cells have headers.
    pub header: Vec<Vec<Cell>>,
    /// The body.
    pub rows: Vec<Row>,
    /// Notes under it.
    pub notes: Vec<Note>,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Column {
    /// What its cells are.
    pub kind: ColumnKind,
    /// How wide it is.
    pub width: Width,
}

/// What the cells of a column are, which decides how they line up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColumnKind {
    /// Words.
    #[default]
    Text,
    /// Figures, lined up on the right.
    Number,
    /// Symbols with their words.
    Status,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// As wide as its longest cell.
    Fit,
    /// A share of what is left, in proportion to the other shares.
    Share(u16),
}

impl Default for Width {
    fn default() -> Self {
        Self::Share(1)
    }
}

/// A row of the body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// An opaque id for the preview.
    pub place: Option<String>,
    /// What the row is.
    pub kind: RowKind,
    /// How far its first cell is set in: 1 for the child of the row above.
    pub indent: u8,
    /// The cells. Their spans add up to the number of columns.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowKind {
    /// A line of data.
    #[default]
    Line,
    /// The heading of the rows that follow it.
    Group,
    /// A sum of some rows above.
    Subtotal,
    /// The sum of the table or of a block of it.
    Total,
    /// A sentence in place of figures.
    Sentence,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it says; empty for a blank cell.
    pub text: Vec<Inline>,
    /// What it is a header of.
    pub scope: Scope,
    /// Where it differs from its column.
    pub align: Option<Align>,
    /// The status whose colour it stands on. Its words say the same: the colour is never alone.
    pub shade: Option<Symbol>,
    /// How many columns it covers, from 1.
    pub columns: u16,
    /// How many rows it covers, from 1.
    pub rows: u16,
}

impl Default for Cell {
    fn default() -> Self {
        Self {
            text: Vec::new(),
            scope: Scope::Data,
            align: None,
            shade: None,
            columns: 1,
            rows: 1,
        }
    }
}

impl Cell {
    /// A data cell.
    pub fn new(text: Vec<Inline>) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }

    /// A data cell of plain words; blank when there are none.
    pub fn words(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::default()
        } else {
            Self::new(vec![Inline::text(text)])
        }
    }

    /// The header of its column.
    #[must_use]
    pub fn heads_column(self) -> Self {
        Self {
            scope: Scope::Column,
            ..self
        }
    }

    /// The header of its row.
    #[must_use]
    pub fn heads_row(self) -> Self {
        Self {
            scope: Scope::Row,
            ..self
        }
    }

    /// The same cell on the colour of a status.
    #[must_use]
    pub fn shaded(self, status: Symbol) -> Self {
        Self {
            shade: Some(status),
            ..self
        }
    }

    /// The same cell over several columns.
    #[must_use]
    pub fn across(self, columns: u16) -> Self {
        Self { columns, ..self }
    }

    /// The same cell over several rows.
    #[must_use]
    pub fn down(self, rows: u16) -> Self {
        Self { rows, ..self }
    }

    /// The same cell, lined up in its own way.
    #[must_use]
    pub fn aligned(self, align: Align) -> Self {
        Self {
            align: Some(align),
            ..self
        }
    }
}

/// What a cell is a header of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// Nothing: it holds data.
    #[default]
    Data,
    /// The cells below it.
    Column,
    /// The cells beside it.
    Row,
    /// Both.
    Both,
}

/// How a cell lines up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// On the left.
    Start,
    /// In the middle.
    Centre,
    /// On the right.
    End,
}

/// A note under a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its mark, as printed in the cell it belongs to, such as `a` or `1`.
    pub mark: Option<String>,
    /// What it says.
    pub text: Vec<Inline>,
}
