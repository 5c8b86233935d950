//! Edits: the only way a file changes.

use std::fmt;

use crate::cell::Cell;
use crate::id::RowId;
use crate::record::{Entity, Row};

/// The address of a cell, or of a whole row: what edits change, findings point at, and history
/// tells of. Written `entry/ni-056#commentary`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The table.
    pub entity: Entity,
    /// The row.
    pub row: RowId,
    /// The field; nothing for the row as a whole.
    pub field: Option<&'static str>,
}

impl Place {
    /// A cell.
    pub fn cell(entity: Entity, row: &RowId, field: &'static str) -> Self {
        Self {
            entity,
            row: row.clone(),
            field: Some(field),
        }
    }

    /// A row.
    pub fn row(entity: Entity, row: &RowId) -> Self {
        Self {
            entity,
            row: row.clone(),
            field: None,
        }
    }

    /// Reads a place as it is written.
    pub fn parse(text: &str) -> Option<Self> {
        let (table, rest) = text.split_once('/')?;
        let entity = Entity::from_table(table)?;
        let (row, field) = match rest.split_once('#') {
            Some((row, field)) => (row, Some(entity.field(field)?.1.name)),
            None => (rest, None),
        };
        Some(Self {
            entity,
            row: RowId::parse(row).ok()?,
            field,
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.entity.table(), self.row)?;
        match self.field {
            Some(field) => write!(f, "#{field}"),
            None => Ok(()),
        }
    }
}

/// One change to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Puts a new row in.
    Insert {
        /// The table.
        entity: Entity,
        /// The row.
        row: Row,
    },
    /// Changes one cell.
    Set {
        /// The table.
        entity: Entity,
        /// The row.
        row: RowId,
        /// The field.
        field: &'static str,
        /// What it is to hold.
        to: Cell,
    },
    /// Takes a row out, and the rows that hang under it.
    Remove {
        /// The table.
        entity: Entity,
        /// The row.
        row: RowId,
    },
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        for text in [
            "entry/ni-056#commentary",
            "value/ni-056/actual/2008-09-q3#amount",
            "section/a",
        ] {
            assert_eq!(Place::parse(text).unwrap().to_string(), text);
        }
        for bad in ["entry", "nothing/x", "entry/ni-056#colour", "entry/NI"] {
            assert!(Place::parse(bad).is_none(), "{bad}");
        }
    }
}
