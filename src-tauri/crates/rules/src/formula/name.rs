//! How names match, and which is nearest to one that matches none.

/// A name without regard to case and spacing: “Budget to  date” and “budget todate” are one.
pub(crate) fn key(name: &str) -> String {
    let shown = name.chars().filter(|c| !c.is_whitespace());
    shown.flat_map(char::to_lowercase).collect()
}

/// Which of some keys is nearest to another: the one that the fewest letters must be changed in,
/// and no more than half of them.
pub(crate) fn nearest<'k>(wanted: &str, keys: impl Iterator<Item = &'k str>) -> Option<usize> {
    let wanted: Vec<char> = wanted.chars().collect();
    let distances = keys.enumerate().map(|(place, key)| {
        let key: Vec<char> = key.chars().collect();
        (distance(&wanted, &key), key.len(), place)
    });
    let (distance, length, place) = distances.min()?;
    (distance * 2 <= length.max(wanted.len())).then_some(place)
}

/// How many letters must be put in, taken out or changed to make one word the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut before = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = before + usize::from(x != y);
            before = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(before + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_the_one_with_a_slip_of_the_hand() {
        let keys = ["budget", "budgettodate", "spendtodate"];
        for (wanted, expected) in [
            ("budgte", Some(0)),
            ("bugettodate", Some(1)),
            ("variance", None),
        ] {
            let found = nearest(wanted, keys.into_iter());
            assert_eq!(found, expected, "{wanted}");
        }
    }
}
