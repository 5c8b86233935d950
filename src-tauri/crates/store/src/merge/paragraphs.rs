//! Two versions of a text brought together, paragraph by paragraph.

use std::ops::Range;

use outturn_model::prose::Prose;
use outturn_model::record::Kind;

/// More comparisons of paragraphs than this are not worth the wait; a person decides then.
const MOST_WORK: usize = 4_000_000;

/// Brings two versions of a base together, if they changed different paragraphs of it. What comes out
/// does not depend on which of them is named first.
pub(crate) fn merge(kind: Kind, base: &str, one: &str, other: &str) -> Option<String> {
    let between = match kind {
        Kind::Prose => "\n\n",
        _ => "\n",
    };
    // Footnotes are numbered through the whole text, so their numbers would clash.
    if kind == Kind::Prose && [one, other].iter().any(|text| text.contains("[^")) {
        return None;
    }
    let base = parts(base, between);
    let (one, other) = (parts(one, between), parts(other, between));
    let mut hunks = hunks(&base, &one)?;
    hunks.extend(self::hunks(&base, &other)?);
    hunks.sort();
    hunks.dedup();
    let apart = |pair: &[Hunk]| {
        let [first, second] = pair else { return true };
        first.at.end <= second.at.start && first.at != second.at
    };
    if !hunks.windows(2).all(apart) {
        return None;
    }
    let mut merged: Vec<&str> = Vec::new();
    let mut from = 0;
    for hunk in &hunks {
        merged.extend(&base[from..hunk.at.start]);
        merged.extend(&hunk.to);
        from = hunk.at.end;
    }
    merged.extend(&base[from..]);
    let merged = merged.join(between);
    let canonical = kind != Kind::Prose || Prose::parse(&merged).to_markdown() == merged;
    canonical.then_some(merged)
}

fn parts<'a>(text: &'a str, between: &str) -> Vec<&'a str> {
    if text.is_empty() {
        return Vec::new();
    }
    text.split(between).collect()
}

/// What stands in the place of some paragraphs of the base.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hunk<'a> {
    at: Range<usize>,
    to: Vec<&'a str>,
}

impl Ord for Hunk<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |hunk: &Self| (hunk.at.start, hunk.at.end, hunk.to.join("\n"));
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Hunk<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// What a version changed, from the longest run of paragraphs that it has in common with the base.
fn hunks<'a>(base: &[&str], version: &[&'a str]) -> Option<Vec<Hunk<'a>>> {
    let (rows, columns) = (base.len() + 1, version.len() + 1);
    if rows * columns > MOST_WORK {
        return None;
    }
    // How many paragraphs the rests from here on have in common.
    let mut common = vec![0_u32; rows * columns];
    for row in (0..base.len()).rev() {
        for column in (0..version.len()).rev() {
            common[row * columns + column] = if base[row] == version[column] {
                common[(row + 1) * columns + column + 1] + 1
            } else {
                common[(row + 1) * columns + column].max(common[row * columns + column + 1])
            };
        }
    }
    let mut hunks = Vec::new();
    let (mut row, mut column) = (0, 0);
    while row < base.len() || column < version.len() {
        if row < base.len() && column < version.len() && base[row] == version[column] {
            (row, column) = (row + 1, column + 1);
            continue;
        }
        let (from, since) = (row, column);
        while row < base.len() || column < version.len() {
            let (left, right) = (row < base.len(), column < version.len());
            if left && right && base[row] == version[column] {
                break;
            }
            let skip_base = common[(row + usize::from(left)) * columns + column]
                >= common[row * columns + column + usize::from(right)];
            if left && (!right || skip_base) {
                row += 1;
            } else {
                column += 1;
            }
        }
        hunks.push(Hunk {
            at: from..row,
            to: version[since..column].to_vec(),
        });
    }
    Some(hunks)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn paragraphs_changed_apart_come_together() {
        for (base, one, other, merged) in [
            (
                "A.\n\nB.\n\nC.",
                "A.\n\nB.\n\nC2.",
                "A2.\n\nB.\n\nC.",
                Some("A2.\n\nB.\n\nC2."),
            ),
            // Neighbours.
            ("A.\n\nB.", "A2.\n\nB.", "A.\n\nB2.", Some("A2.\n\nB2.")),
            // One put in, one taken out.
            (
                "A.\n\nB.\n\nC.",
                "New.\n\nA.\n\nB.\n\nC.",
                "A.\n\nB.",
                Some("New.\n\nA.\n\nB."),
            ),
            // The same done on both sides.
            ("A.\n\nB.", "A.\n\nB2.", "A.\n\nB2.", Some("A.\n\nB2.")),
            ("A.\n\nB.", "A.\n\nB2.", "A.\n\nB3.", None),
            // Two new ones at one place.
            ("A.", "A.\n\nB.", "A.\n\nC.", None),
            ("", "A.", "B.", None),
            // Footnotes are numbered through the text.
            ("A.\n\nB.", "A.[^1]\n\nB.\n\n[^1]: Note.", "A.\n\nB2.", None),
            // What comes together is no longer what a person would have written.
            (
                "A.\n\n- One",
                "A.\n\n- One\n\nB.",
                "A.\n\n- One\n- Two",
                Some("A.\n\n- One\n- Two\n\nB."),
            ),
        ] {
            let come = |one, other| merge(Kind::Prose, base, one, other);
            assert_eq!(come(one, other).as_deref(), merged, "{one:?} and {other:?}");
            assert_eq!(come(other, one).as_deref(), merged, "{other:?} and {one:?}");
        }
        let lines = merge(Kind::Text, "One\nTwo", "One\nTwo!", "Zero\nOne\nTwo");
        assert_eq!(lines.as_deref(), Some("Zero\nOne\nTwo!"));
    }
}
