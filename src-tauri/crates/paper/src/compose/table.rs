//! What tables of several kinds share: headings over neighbouring columns.

use crate::tree::{Align, Cell};

/// The heading of a column, and the heading over it and its neighbours that say the same.
pub(super) struct Head<'a> {
    /// The heading over it; empty for none.
    pub group: &'a str,
    /// Its own.
    pub cell: Cell,
}

/// The header of a table: one row, or two where columns have a heading over them. `front` stands
/// before the columns.
pub(super) fn header(front: Vec<Cell>, heads: Vec<Head<'_>>) -> Vec<Vec<Cell>> {
    if heads.iter().all(|head| head.group.is_empty()) {
        let heads = heads.into_iter().map(|head| head.cell);
        return vec![front.into_iter().chain(heads).collect()];
    }
    let mut upper: Vec<Cell> = front.into_iter().map(|cell| cell.down(2)).collect();
    let mut lower = Vec::new();
    let mut last = "";
    for head in heads {
        if head.group.is_empty() {
            upper.push(head.cell.down(2));
        } else {
            match upper.last_mut().filter(|_| head.group == last) {
                Some(over) => over.columns += 1,
                None => upper.push(
                    Cell::words(head.group)
                        .heads_column()
                        .aligned(Align::Centre),
                ),
            }
            lower.push(head.cell);
        }
        last = head.group;
    }
    vec![upper, lower]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::plain;

    fn rows(groups: &[&str]) -> Vec<Vec<(String, u16, u16)>> {
        let heads = groups.iter().enumerate().map(|(at, group)| Head {
            group,
            cell: Cell::words(at.to_string()),
        });
        let rows = header(vec![Cell::words("front")], heads.collect());
        let shown = |cell: &Cell| (plain(&cell.text), cell.columns, cell.rows);
        rows.iter()
            .map(|row| row.iter().map(shown).collect())
            .collect()
    }

    #[test]
    fn neighbours_share_a_heading_and_others_reach_down() {
        let cell = |text: &str, columns, rows| (text.to_owned(), columns, rows);
        assert_eq!(
            rows(&["", ""]),
            [[cell("front", 1, 1), cell("0", 1, 1), cell("1", 1, 1)]]
        );
        assert_eq!(
            rows(&["a", "a", "", "a", "b"]),
            [
                vec![
                    cell("front", 1, 2),
                    cell("a", 2, 1),
                    cell("2", 1, 2),
                    cell("a", 1, 1),
                    cell("b", 1, 1)
                ],
                vec![
                    cell("0", 1, 1),
                    cell("1", 1, 1),
                    cell("3", 1, 1),
                    cell("4", 1, 1)
                ]
            ]
        );
    }
}
