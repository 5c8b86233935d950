//! The file of a statement: its lines, and its figures where lines and columns meet.

use outturn_model::figure::Absence;
use outturn_model::{Entity, Message, RowId};

use super::cells::known_keys;

/// Stands before a column's id in a heading where the id alone would mean something else.
const COLUMN_MARK: &str = "column:";

/// The headings of a statement's columns, in order.
pub(crate) fn headings(section: &RowId, columns: &[RowId]) -> Vec<String> {
    let short = |index: usize| format!("{}-{}", Entity::Column.table(), index + 1);
    let given_back = |index: usize| format!("{section}/{}", short(index));
    let is_short = |id: &str| (0..columns.len()).any(|index| short(index) == id);
    let of_lines = known_keys(Entity::Line);
    let heading = |(index, id): (usize, &RowId)| {
        let id = id.as_str();
        if id == given_back(index) {
            short(index)
        } else if is_short(id) || of_lines.contains(&id) {
            format!("{COLUMN_MARK}{id}")
        } else {
            id.to_owned()
        }
    };
    columns.iter().enumerate().map(heading).collect()
}

/// The column that a heading means: an index into `columns`.
pub(crate) fn column_of(heading: &str, headings: &[String], columns: &[RowId]) -> Option<usize> {
    let exact = headings.iter().position(|known| known == heading);
    exact.or_else(|| {
        let id = heading.strip_prefix(COLUMN_MARK).unwrap_or(heading);
        let own = heading != id || !known_keys(Entity::Line).contains(&id);
        columns
            .iter()
            .position(|column| own && column.as_str() == id)
    })
}

/// What a cell says: a figure, the reason why there is none, the words to print. Each may be empty.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct AmountCell<'a> {
    pub amount: &'a str,
    pub absence: &'a str,
    pub words: &'a str,
}

impl<'a> AmountCell<'a> {
    /// Reads a cell that is not empty: `-416`, `no-data`, `worded: Refer comment`, and together
    /// `-416 worded: Refer comment`.
    ///
    /// # Errors
    /// The sentence that says what was expected.
    pub fn parse(cell: &'a str) -> Result<Self, Message> {
        let (head, words) = cell.split_once(':').unwrap_or((cell, ""));
        let mut found = Self {
            words: words.strip_prefix(' ').unwrap_or(words),
            ..Self::default()
        };
        for piece in head.split(' ').filter(|piece| !piece.is_empty()) {
            let is_figure = piece.starts_with(|c: char| c.is_ascii_digit() || c == '-');
            if is_figure && found.amount.is_empty() && found.absence.is_empty() {
                found.amount = piece;
            } else if Absence::WORDS.contains(&piece) && found.absence.is_empty() {
                found.absence = piece;
            } else {
                let shown: String = cell.chars().take(40).collect();
                return Err(Message::new("form-not-an-amount")
                    .with("text", shown)
                    .with("choices", Absence::WORDS.join(", ")));
            }
        }
        Ok(found)
    }

    /// The cell. It is not empty even where everything in it is, so that the row comes back.
    pub fn text(&self) -> String {
        let head = match (self.amount, self.absence) {
            ("", absence) => absence.to_owned(),
            (amount, "") => amount.to_owned(),
            (amount, absence) => format!("{amount} {absence}"),
        };
        match (head.as_str(), self.words) {
            ("", "") => ":".to_owned(),
            (_, "") => head,
            (_, words) => format!("{head}: {words}"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn cells_are_read_as_they_are_written() {
        for amount in ["", "5", "-416.50"] {
            for absence in ["", "no-data", "worded"] {
                for words in [
                    "",
                    "Refer comment",
                    "a: b",
                    " spaced ",
                    ":",
                    "-5",
                    "no-data",
                ] {
                    let cell = AmountCell {
                        amount,
                        absence,
                        words,
                    };
                    let text = cell.text();
                    assert_eq!(AmountCell::parse(&text).unwrap(), cell, "{text:?}");
                }
            }
        }
        for bad in [
            "(416)",
            "N/A",
            "Refer comment",
            "1 2",
            "no-data 5",
            "deferred worded",
            "£5",
        ] {
            assert!(AmountCell::parse(bad).is_err(), "{bad:?} should be refused");
        }
    }

    #[test]
    fn headings_mean_one_column() {
        let id = |text: &str| RowId::parse(text).unwrap();
        let columns = ["s/column-1", "budget", "kind", "column-1", "s/column-2"].map(id);
        let headings = headings(&id("s"), &columns);
        assert_eq!(
            headings,
            [
                "column-1",
                "budget",
                "column:kind",
                "column:column-1",
                "s/column-2"
            ]
        );
        for (index, heading) in headings.iter().enumerate() {
            assert_eq!(column_of(heading, &headings, &columns), Some(index));
        }
        assert_eq!(column_of("column:budget", &headings, &columns), Some(1));
        assert_eq!(column_of("s/column-1", &headings, &columns), Some(0));
        assert_eq!(column_of("kind", &headings, &columns), None);
        assert_eq!(column_of("label", &headings, &columns), None);
    }
}
