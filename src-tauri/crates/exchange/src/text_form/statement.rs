//! The file of a statement: its lines, and its figures where lines and columns meet.

use outturn_model::cell::CellType as _;
use outturn_model::figure::Absence;
use outturn_model::statement::ColumnKind;
use outturn_model::{Entity, Message, RowId};

use super::cells::known_keys;

/// Stands before a column's id in a heading where the id alone would mean something else.
const COLUMN_MARK: &str = "column:";

/// A column, as the file of lines and cells needs to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    /// Its id.
    pub id: RowId,
    /// What stands over it in the file.
    pub heading: String,
    /// Whether its cells hold figures rather than words.
    pub holds_figures: bool,
}

/// The heads of a section's columns, in order, of their ids and stored kinds.
pub(crate) fn heads(section: &RowId, columns: Vec<(RowId, Option<String>)>) -> Vec<Head> {
    let ids: Vec<RowId> = columns.iter().map(|(id, _)| id.clone()).collect();
    let headings = headings(section, &ids);
    columns
        .into_iter()
        .zip(headings)
        .map(|((id, kind), heading)| Head {
            id,
            heading,
            holds_figures: ColumnKind::from_cell(kind.as_deref())
                .unwrap_or_default()
                .holds_figures(),
        })
        .collect()
}

/// The headings of columns, in order.
fn headings(section: &RowId, columns: &[RowId]) -> Vec<String> {
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
pub(crate) fn column_of(heading: &str, heads: &[Head]) -> Option<usize> {
    let exact = heads.iter().position(|known| known.heading == heading);
    exact.or_else(|| {
        let id = heading.strip_prefix(COLUMN_MARK).unwrap_or(heading);
        let own = heading != id || !known_keys(Entity::Line).contains(&id);
        heads
            .iter()
            .position(|column| own && column.id.as_str() == id)
    })
}

/// What a cell says: a figure, the reason why there is none, the words to print, and the words of a
/// column without figures. Each may be empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct AmountCell<'a> {
    pub amount: &'a str,
    pub absence: &'a str,
    pub words: &'a str,
    pub text: &'a str,
}

/// Stands at the start of a cell of words that holds a figure too, on a line of its own.
const FIGURE_MARK: char = '|';

impl<'a> AmountCell<'a> {
    /// Reads a cell that is not empty. Under a column of figures: `-416`, `no-data`, `worded: Refer
    /// comment`, and together `-416 worded: Refer comment`; words that the column does not show
    /// follow on lines of their own. Under a column of words: the words; a figure that the column does
    /// not show stands on a line before them, after `|`.
    ///
    /// # Errors
    /// The sentence that says what was expected.
    pub fn parse(cell: &'a str, holds_figures: bool) -> Result<Self, Message> {
        let (figure, text) = if holds_figures {
            cell.split_once('\n').unwrap_or((cell, ""))
        } else if let Some(both) = cell.strip_prefix(FIGURE_MARK) {
            both.split_once('\n').unwrap_or((both, ""))
        } else {
            ("", cell)
        };
        Ok(Self {
            text,
            ..Self::figure_of(figure)?
        })
    }

    fn figure_of(cell: &'a str) -> Result<Self, Message> {
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
    pub fn written(&self, holds_figures: bool) -> String {
        let figure = self.figure();
        match (holds_figures, figure.as_str()) {
            (true, figure) if self.text.is_empty() => figure.to_owned(),
            (true, figure) => format!("{figure}\n{}", self.text),
            (false, ":") if !self.text.is_empty() && !self.text.starts_with(FIGURE_MARK) => {
                self.text.to_owned()
            }
            (false, figure) if self.text.is_empty() => format!("{FIGURE_MARK}{figure}"),
            (false, figure) => format!("{FIGURE_MARK}{figure}\n{}", self.text),
        }
    }

    fn figure(&self) -> String {
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
                    for text in ["", "See A", "two\nlines", "|", "|5\nx", "5"] {
                        let cell = AmountCell {
                            amount,
                            absence,
                            words,
                            text,
                        };
                        for holds_figures in [true, false] {
                            let written = cell.written(holds_figures);
                            let read = AmountCell::parse(&written, holds_figures).unwrap();
                            assert_eq!(read, cell, "{written:?}");
                        }
                    }
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
            assert!(
                AmountCell::parse(bad, true).is_err(),
                "{bad:?} should be refused"
            );
        }
    }

    #[test]
    fn headings_mean_one_column() {
        let id = |text: &str| RowId::parse(text).unwrap();
        let columns = ["s/column-1", "budget", "kind", "column-1", "s/column-2"].map(id);
        let columns = columns.map(|column| (column, None)).to_vec();
        let heads = heads(&id("s"), columns);
        let headings: Vec<&str> = heads.iter().map(|head| head.heading.as_str()).collect();
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
            assert_eq!(column_of(heading, &heads), Some(index));
        }
        assert_eq!(column_of("column:budget", &heads), Some(1));
        assert_eq!(column_of("s/column-1", &heads), Some(0));
        assert_eq!(column_of("kind", &heads), None);
        assert_eq!(column_of("label", &heads), None);
    }
}
