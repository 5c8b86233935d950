//! What a cell of a table holds, in the type of its column.

use chrono::NaiveDate;
use outturn_model::cell::CellType;
use outturn_model::directorate::Person;
use outturn_model::statement::ColumnKind;
use outturn_model::status::Status;
use outturn_model::{Book, Message, RowId};
use rust_decimal::Decimal;

use super::StatementCell;

/// What a cell of a table shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum CellContent<'a> {
    /// Nothing.
    #[default]
    Empty,
    /// A figure, in its column's format.
    Figure(Decimal),
    /// Words in place of a figure: those stored, or a result that is stated, such as a percentage of
    /// too small a base.
    Words(Message),
    /// Words.
    Text(&'a str),
    /// A day.
    Date(NaiveDate),
    /// A status.
    Status(Status),
    /// A post.
    Post(&'a Person),
    /// References, as they were written; [`letters`](super::letters) says which letters they name.
    Reference(&'a str),
    /// Text that is no day, no status or nobody's id, where the column holds such.
    Unreadable(&'a str),
}

/// What a settled cell holds.
pub(super) fn content<'a>(
    book: &'a Book,
    kind: ColumnKind,
    cell: &StatementCell<'a>,
) -> CellContent<'a> {
    if kind.holds_figures() {
        return match (cell.words(), cell.figure) {
            (Some(words), _) => CellContent::Words(words),
            (None, Some(figure)) => CellContent::Figure(figure),
            (None, None) => CellContent::Empty,
        };
    }
    let text = cell.stored.map_or("", |stored| stored.text.trim());
    if text.is_empty() {
        return CellContent::Empty;
    }
    let read = match kind {
        ColumnKind::Date => Option::<NaiveDate>::from_cell(Some(text))
            .ok()
            .flatten()
            .map(CellContent::Date),
        ColumnKind::Status => Status::from_cell(Some(text)).ok().map(CellContent::Status),
        ColumnKind::Post => RowId::parse(text)
            .ok()
            .and_then(|id| book.people.find(&id))
            .map(CellContent::Post),
        ColumnKind::Reference => Some(CellContent::Reference(text)),
        _ => Some(CellContent::Text(text)),
    };
    read.unwrap_or(CellContent::Unreadable(text))
}
