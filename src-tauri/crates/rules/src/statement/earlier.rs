//! The table of the last report that a table was started from.

use std::collections::HashMap;

use outturn_model::Book;
use outturn_model::section::Section;
use outturn_model::statement::{Column, StatementLine};

use super::{Statement, StatementCell};
use crate::formula::{Operand, Worth, key};

/// Whether a formula of a table asks for the figure before.
pub(super) fn looks_back(book: &Book, section: &Section) -> bool {
    let asks = |formula: &str| formula.to_lowercase().contains("previous");
    book.columns
        .under(&section.id)
        .any(|column| asks(&column.formula))
        || book
            .lines
            .under(&section.id)
            .any(|line| asks(&line.formula))
}

/// A table of the last report, worked out.
pub(super) struct Earlier<'a> {
    statement: Statement<'a>,
    columns: HashMap<String, Option<usize>>,
    lines: HashMap<String, Option<usize>>,
    columns_by_id: HashMap<&'a str, usize>,
    lines_by_id: HashMap<&'a str, usize>,
}

impl<'a> Earlier<'a> {
    pub(super) fn of(statement: Statement<'a>) -> Self {
        let columns = || statement.columns.iter().map(|column| column.column);
        let lines = || statement.rows.iter().map(|row| row.line);
        Self {
            columns: only(columns().map(column_key)),
            lines: only(lines().map(|line| key(&line.label))),
            columns_by_id: columns()
                .map(|column| column.id.as_str())
                .zip(0..)
                .collect(),
            lines_by_id: lines().map(|line| line.id.as_str()).zip(0..).collect(),
            statement,
        }
    }

    /// The figure that stood where a line and a column meet: of the line and the column that they
    /// follow, else of those that are called the same.
    pub(super) fn figure(&self, line: &StatementLine, column: &Column) -> Operand {
        let followed = line.follows.as_ref();
        let row = followed.and_then(|id| self.lines_by_id.get(id.as_str()).copied());
        let row = row.or_else(|| self.lines.get(&key(&line.label)).copied().flatten());
        let followed = column.follows.as_ref();
        let place = followed.and_then(|id| self.columns_by_id.get(id.as_str()).copied());
        let place = place.or_else(|| self.columns.get(&column_key(column)).copied().flatten());
        let cell = row.zip(place).and_then(|(row, place)| {
            let cell = self.statement.rows[row].cells.get(place)?;
            Some((cell, &self.statement.columns[place]))
        });
        match cell {
            None => Operand::Missing,
            Some((cell, column)) => worth(cell, column.format.unit.pounds().is_some(), || {
                super::table::unit_of(column.format)
            }),
        }
    }
}

fn worth(
    cell: &StatementCell<'_>,
    money: bool,
    unit: impl Fn() -> rust_decimal::Decimal,
) -> Operand {
    match (cell.figure, cell.stated) {
        (Some(figure), _) => {
            let half = crate::arithmetic::half(unit());
            Operand::Figure(Worth {
                figure,
                within: figure.checked_sub(half).zip(figure.checked_add(half)),
                gross: figure.abs(),
                step: money.then(unit),
            })
        }
        (None, Some(stated)) => Operand::Stated(stated),
        (None, None) if cell.is_nil() => Operand::Nil,
        (None, None) => Operand::Missing,
    }
}

fn column_key(column: &Column) -> String {
    format!("{}{}", key(&column.group), key(&column.heading))
}

/// The place of each key that stands once.
fn only(keys: impl Iterator<Item = String>) -> HashMap<String, Option<usize>> {
    let mut places = HashMap::new();
    for (place, key) in keys.enumerate() {
        places
            .entry(key)
            .and_modify(|found| *found = None)
            .or_insert(Some(place));
    }
    places
}
