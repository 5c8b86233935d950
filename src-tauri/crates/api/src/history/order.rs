//! Two lists of rows as one.

use std::collections::HashSet;
use std::hash::Hash;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The keys of both lists in one order; one that stands in both stands where the second has it.
pub(super) fn in_one_order<Key: Copy + Eq + Ord + Hash>(old: &[Key], new: &[Key]) -> Vec<Key> {
    let here: HashSet<Key> = new.iter().copied().collect();
    let mut merged = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let (gone, come) = match op {
            DiffOp::Equal { new_index, len, .. } => (&[][..], &new[new_index..new_index + len]),
            DiffOp::Delete {
                old_index, old_len, ..
            } => (&old[old_index..old_index + old_len], &[][..]),
            DiffOp::Insert {
                new_index, new_len, ..
            } => (&[][..], &new[new_index..new_index + new_len]),
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => (
                &old[old_index..old_index + old_len],
                &new[new_index..new_index + new_len],
            ),
        };
        merged.extend(gone.iter().filter(|key| !here.contains(*key)));
        merged.extend(come);
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_orders_become_one() {
        let merged = |old: &str, new: &str| {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            in_one_order(&letters(old), &letters(new))
                .into_iter()
                .collect::<String>()
        };
        assert_eq!(merged("abc", "abc"), "abc");
        assert_eq!(merged("abc", "ac"), "abc");
        assert_eq!(merged("ac", "abc"), "abc");
        assert_eq!(merged("abc", "cab"), "cab");
        assert_eq!(merged("abx", "bya"), "byax");
        assert_eq!(merged("", "a"), "a");
    }
}
