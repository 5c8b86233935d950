//! The content seal: one number for everything a file holds, whatever order it is read in.
//!
//! Each row gives a hash of its table, its id and those of its cells that are not empty; the seal
//! is the sum of the hashes modulo 2²⁵⁶. Putting a row in adds its hash and taking one out
//! subtracts it, so that a change costs its own rows only. A field added by a later format leaves
//! the seal alone as long as it is empty. The seal finds damage and changes made by other programs;
//! it is no proof against someone who sets out to forge it.

use outturn_model::{Entity, Row};
use std::fmt;

/// The seal of a set of rows.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Seal([u64; 4]);

impl Seal {
    /// The seal as stored: 32 bytes, the least significant first.
    pub fn to_bytes(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (place, word) in bytes.chunks_exact_mut(8).zip(self.0) {
            place.copy_from_slice(&word.to_le_bytes());
        }
        bytes
    }

    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        let mut words = [0; 4];
        for (word, piece) in words.iter_mut().zip(bytes.chunks_exact(8)) {
            *word = piece
                .iter()
                .rev()
                .fold(0, |number, byte| number << 8 | u64::from(*byte));
        }
        Self(words)
    }

    pub(crate) fn add(&mut self, entity: Entity, row: &Row) {
        let mut carry = false;
        for (word, other) in self.0.iter_mut().zip(hash(entity, row).0) {
            let (sum, first) = word.overflowing_add(other);
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            *word = sum;
            carry = first || second;
        }
    }

    pub(crate) fn subtract(&mut self, entity: Entity, row: &Row) {
        let mut borrow = false;
        for (word, other) in self.0.iter_mut().zip(hash(entity, row).0) {
            let (rest, first) = word.overflowing_sub(other);
            let (rest, second) = rest.overflowing_sub(u64::from(borrow));
            *word = rest;
            borrow = first || second;
        }
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.to_bytes() {
            write!(f, "{byte:02x}")?;
        }
        Ok(())
    }
}

fn hash(entity: Entity, row: &Row) -> Seal {
    let mut hasher = blake3::Hasher::new();
    put(&mut hasher, entity.table());
    put(&mut hasher, row.id.as_str());
    for (field, cell) in entity.fields().iter().zip(&row.cells) {
        if let Some(text) = cell {
            put(&mut hasher, field.name);
            put(&mut hasher, text);
        }
    }
    Seal::from_bytes(hasher.finalize().into())
}

/// Hashes a text with its length, so that two texts in a row are not one longer text.
pub(crate) fn put(hasher: &mut blake3::Hasher, text: &str) {
    let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
    hasher.update(&length.to_le_bytes());
    hasher.update(text.as_bytes());
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use outturn_model::RowId;

    fn row(id: &str, cells: &[Option<&str>]) -> Row {
        Row {
            id: RowId::parse(id).unwrap(),
            cells: cells.iter().map(|cell| cell.map(str::to_owned)).collect(),
        }
    }

    #[test]
    fn order_does_not_matter_and_taking_out_undoes_putting_in() {
        let rows = [
            row("a", &[Some("80"), Some("One"), None]),
            row("b", &[Some("80"), None, Some("One")]),
            row("c", &[Some("8180"), None, None]),
        ];
        let (mut up, mut down) = (Seal::default(), Seal::default());
        for row in &rows {
            up.add(Entity::Department, row);
        }
        for row in rows.iter().rev() {
            down.add(Entity::Department, row);
        }
        assert_eq!(up, down);
        assert_ne!(up, Seal::default());
        for row in &rows {
            up.subtract(Entity::Department, row);
        }
        assert_eq!(up, Seal::default());
    }

    #[test]
    fn every_part_of_a_row_counts() {
        let seal = |entity, row: &Row| {
            let mut seal = Seal::default();
            seal.add(entity, row);
            seal
        };
        let seals = [
            seal(
                Entity::Department,
                &row("a", &[Some("80"), Some("x"), None]),
            ),
            seal(
                Entity::Department,
                &row("a", &[Some("80"), None, Some("x")]),
            ),
            seal(
                Entity::Department,
                &row("b", &[Some("80"), Some("x"), None]),
            ),
            seal(Entity::Comparator, &row("a", &[Some("80"), Some("x")])),
            seal(
                Entity::Department,
                &row("a", &[Some("80"), Some("xx"), None]),
            ),
        ];
        for (index, one) in seals.iter().enumerate() {
            assert!(!seals[index + 1..].contains(one), "{index}");
            assert_eq!(Seal::from_bytes(one.to_bytes()), *one);
        }
    }
}
