//! Identifiers of rows.
//!
//! An id is short text. The program makes ids from random bytes, so that copies edited apart never
//! make the same one; a person writing a file by hand uses words, such as `ni-056`. Rows that are
//! named by what they join (a value: measure, series and period) have an id made of those parts.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use crate::cell::{Cell, CellType, EntryProblem};
use crate::record::{Kind, Record};

/// The id of a row of any table: 1 to 200 of `a`–`z`, `0`–`9`, `-`, `_`, `.` and `/`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowId(String);

impl RowId {
    /// The longest id, in characters.
    pub const LONGEST: usize = 200;

    /// Reads an id.
    ///
    /// # Errors
    /// [`EntryProblem::NotAnId`] if the text is empty, too long or has a character outside the set.
    pub fn parse(text: &str) -> Result<Self, EntryProblem> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_./".contains(c);
        if text.is_empty() || text.len() > Self::LONGEST || !text.chars().all(allowed) {
            return Err(EntryProblem::NotAnId {
                text: text.chars().take(40).collect(),
            });
        }
        Ok(Self(text.to_owned()))
    }

    /// An id made from ten random bytes: sixteen characters of a 32-letter alphabet.
    pub fn from_random(bytes: [u8; 10]) -> Self {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let number = bytes
            .iter()
            .fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
        let letters = (0..16).rev().map(|place| {
            let index = usize::try_from(number >> (place * 5) & 31).unwrap_or(0);
            char::from(ALPHABET[index])
        });
        Self(letters.collect())
    }

    /// An id made of the parts a row joins.
    pub fn joined<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        Self(parts.into_iter().collect::<Vec<_>>().join("/"))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The id of a row of the table that holds `T`.
pub struct Id<T> {
    row: RowId,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// Says that a row id names a `T`.
    pub fn new(row: RowId) -> Self {
        Self {
            row,
            of: PhantomData,
        }
    }

    /// The id without its type.
    pub fn row(&self) -> &RowId {
        &self.row
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        self.row.as_str()
    }
}

impl<T: Record> CellType for Id<T> {
    const KIND: Kind = Kind::Reference(T::ENTITY);
    const REQUIRED: bool = true;

    fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem> {
        let text = cell.ok_or(EntryProblem::Missing)?;
        RowId::parse(text).map(Self::new)
    }

    fn to_cell(&self) -> Cell {
        Some(self.row.0.clone())
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.row.0)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self::new(self.row.clone())
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row
    }
}

impl<T> Eq for Id<T> {}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row.hash(state);
    }
}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.row.cmp(&other.row)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn ids_are_read_and_refused() {
        for good in [
            "ni-056",
            "a",
            "ni-059/actual/2008-09-Q3".to_lowercase().as_str(),
            "x.action-1",
        ] {
            assert_eq!(RowId::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "NI 056", "a b", "é", "../x y", &"a".repeat(201)] {
            assert!(RowId::parse(bad).is_err(), "{bad:?} should be refused");
        }
    }

    #[test]
    fn random_bytes_make_distinct_readable_ids() {
        let one = RowId::from_random([0; 10]);
        let two = RowId::from_random([255; 10]);
        assert_eq!(one.as_str(), "0000000000000000");
        assert_eq!(two.as_str(), "zzzzzzzzzzzzzzzz");
    }
}
