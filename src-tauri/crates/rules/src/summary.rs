//! What a tile of a summary panel shows (R5).

use outturn_model::figure::Format;
use outturn_model::summary::Tile;
use outturn_model::{Book, Message};

use crate::statement::statement;

/// The figure of a tile as it is printed: that of the statement's cell it names, through the same
/// formatter, else its own figure, else its words. Nothing where it has none of these, or where the
/// cell it names is empty or gone.
pub fn shown(book: &Book, tile: &Tile) -> Option<Message> {
    if names_a_cell(tile) {
        return of_statement(book, tile);
    }
    let figure = |figure: String| Message::new("value-figure").with("figure", figure);
    if let Some(amount) = tile.amount {
        let format = Format {
            unit: tile.unit.unwrap_or_default(),
            decimals: None,
            negatives: outturn_model::figure::Negatives::Brackets,
        };
        return Some(figure(format.with_unit(amount)));
    }
    let words = tile.words.trim();
    (!words.is_empty()).then(|| Message::new("value-words").with("words", words))
}

/// Whether a tile is to show a figure of a statement.
pub fn names_a_cell(tile: &Tile) -> bool {
    tile.line.is_some() || tile.column.is_some()
}

fn of_statement(book: &Book, tile: &Tile) -> Option<Message> {
    let (line, column) = (tile.line.as_ref()?, tile.column.as_ref()?);
    let section = &book.lines.get(line)?.section;
    let worked = statement(book, book.sections.get(section)?);
    let place = worked
        .columns
        .iter()
        .position(|worked| worked.column.id == *column)?;
    let row = worked.rows.iter().find(|row| row.line.id == *line)?;
    let cell = row.cells.get(place)?;
    cell.words().or_else(|| {
        let format = worked.columns[place].format;
        Some(Message::new("value-figure").with("figure", format.with_unit(cell.figure?)))
    })
}
