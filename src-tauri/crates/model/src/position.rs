//! Order keys: the place of a row among the rows of its parent.
//!
//! A key can always be made between two others, so moving a row changes one cell and two people
//! who reorder the same list apart can still be brought together.

use std::fmt;

use fractional_index::FractionalIndex;

use crate::cell::{Cell, CellType, EntryProblem};
use crate::record::Kind;

/// An order key. Keys sort as text; equal keys (made apart) are told apart by the row's id.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position(String);

impl Position {
    /// A key after `before` and before `after`; with neither, the first key of all.
    ///
    /// Where the two are equal or the wrong way round (possible after a merge), the key comes after
    /// `before`.
    pub fn between(before: Option<&Self>, after: Option<&Self>) -> Self {
        let read = |key: &Self| FractionalIndex::from_string(&key.0).ok();
        let index = match (before.and_then(read), after.and_then(read)) {
            (None, None) => FractionalIndex::default(),
            (Some(before), None) => FractionalIndex::new_after(&before),
            (None, Some(after)) => FractionalIndex::new_before(&after),
            (Some(before), Some(after)) => FractionalIndex::new_between(&before, &after)
                .unwrap_or_else(|| FractionalIndex::new_after(&before)),
        };
        Self(index.to_string())
    }

    /// The keys that a list of `count` rows written by hand gets, in order.
    pub fn sequence(count: usize) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(Self::between(None, None)), |last| {
            Some(Self::between(Some(last), None))
        })
        .take(count)
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl CellType for Position {
    const KIND: Kind = Kind::Position;
    const REQUIRED: bool = true;

    fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem> {
        let text = cell.ok_or(EntryProblem::Missing)?;
        // The decoder slices by bytes, two at a time: anything but pairs of digits is refused here.
        let paired = text.len() % 2 == 0 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let index = paired
            .then(|| FractionalIndex::from_string(text).ok())
            .flatten()
            .ok_or(EntryProblem::NotAPosition)?;
        // One text for one key: hexadecimal digits in lower case.
        Ok(Self(index.to_string()))
    }

    fn to_cell(&self) -> Cell {
        Some(self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_key_fits_between_any_two() {
        let mut keys: Vec<Position> = Position::sequence(5).collect();
        assert!(keys.is_sorted());
        for _ in 0..200 {
            let between = Position::between(Some(&keys[1]), Some(&keys[2]));
            assert!(keys[1] < between && between < keys[2]);
            keys.insert(2, between);
        }
        let first = Position::between(None, Some(&keys[0]));
        assert!(first < keys[0]);
    }

    #[test]
    fn equal_keys_still_give_a_key_after() {
        let key = Position::between(None, None);
        assert!(Position::between(Some(&key), Some(&key)) > key);
    }

    #[test]
    fn a_key_is_read_as_it_was_written() {
        for key in Position::sequence(300) {
            assert_eq!(Position::from_cell(Some(key.as_str())).unwrap(), key);
        }
        for bad in ["first", "", "a\u{e9}0", "8", "8\u{e9}80", "7f"] {
            assert!(
                Position::from_cell(Some(bad)).is_err(),
                "{bad:?} should be refused"
            );
        }
    }
}
