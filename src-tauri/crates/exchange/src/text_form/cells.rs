//! A row as it stands in a file, before it is known to be one.

use outturn_model::Entity;
use outturn_model::cell::Cell;

use super::layout;

/// What a file says about one field of a row.
#[derive(Debug, Clone, Default)]
pub(crate) enum Given {
    /// Nothing.
    #[default]
    Nothing,
    /// A cell, and the line it stands on.
    Cell { cell: Cell, line: usize },
    /// The narrative under the front matter, and the line it begins on.
    Body { cell: Cell, line: usize },
    /// A cell that has a file to itself, that file, and the line it begins on.
    InFile {
        cell: Cell,
        file: String,
        line: usize,
    },
    /// What the row's place in the folder says.
    Place(Cell),
    /// Something that could not be a cell and has been told of.
    Refused,
}

impl Given {
    /// The cell, as far as there is one.
    pub fn cell(&self) -> Cell {
        match self {
            Self::Cell { cell, .. }
            | Self::Body { cell, .. }
            | Self::InFile { cell, .. }
            | Self::Place(cell) => cell.clone(),
            Self::Nothing | Self::Refused => None,
        }
    }

    /// The line it stands on, if a file says it.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Cell { line, .. } | Self::Body { line, .. } | Self::InFile { line, .. } => {
                Some(*line)
            }
            _ => None,
        }
    }

    /// The file it has to itself, if it has one.
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::InFile { file, .. } => Some(file),
            _ => None,
        }
    }
}

/// A row as it stands in a file.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    /// The line on which it begins.
    pub line: usize,
    /// Its id, where one is given, and the line that gives it.
    pub id: Option<(String, usize)>,
    /// What is given for each field of the table, in column order.
    pub fields: Vec<Given>,
    /// The column that problems name, where it is not the field's own name.
    pub shown_as: Option<String>,
}

impl Written {
    /// A row of a table that says nothing yet.
    pub fn new(entity: Entity, line: usize) -> Self {
        Self {
            line,
            id: None,
            fields: vec![Given::Nothing; entity.fields().len()],
            shown_as: None,
        }
    }

    /// Says what the field of this name holds. Fields the table does not have are left alone.
    pub fn set(&mut self, entity: Entity, field: &str, given: Given) {
        if let Some((column, _)) = entity.field(field) {
            self.fields[column] = given;
        }
    }
}

impl Written {
    /// What is given for the field of this name.
    pub fn given(&self, entity: Entity, field: &str) -> Option<&Given> {
        entity.field(field).map(|(column, _)| &self.fields[column])
    }
}

/// The keys a row of this table may have, for telling a wrong one.
pub(crate) fn known_keys(entity: Entity) -> Vec<&'static str> {
    let id = entity.key().is_empty().then_some(layout::ID);
    let fields = layout::keys(entity).map(|(_, field)| field.name);
    id.into_iter().chain(fields).collect()
}
