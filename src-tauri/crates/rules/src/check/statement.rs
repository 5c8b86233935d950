//! Checks of statements: figures that do not follow, and figures that are missing.

use outturn_model::record::Entity;
use outturn_model::section::SectionKind;
use outturn_model::statement::{Amount, Column, ColumnKind, LineKind};
use outturn_model::{Id, Place};

use super::Found;
use super::ground::{Ground, cell};
use crate::outline::OutlineItem;
use crate::slip::{Along, Slip};
use crate::statement::{Statement, StatementCell, StatementRow};

/// A statement with lines has a column for figures.
pub(super) fn columns(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let section = item.section;
    let mut columns = ground.book.columns.under(&section.id);
    let has_lines = ground.book.lines.under(&section.id).next().is_some();
    let has_figures = columns.any(|column| column.kind == ColumnKind::Figure);
    if section.kind == SectionKind::Statement && has_lines && !has_figures {
        found.add(Place::row(Entity::Section, section.id.row()), |message| {
            message.with("section", item.title())
        });
    }
}

/// A variance says of which columns it is: entered ones, of this statement.
pub(super) fn variance_columns(
    item: &OutlineItem<'_>,
    statement: &Statement<'_>,
    found: &mut Found<'_>,
) {
    for column in &statement.columns {
        let is_variance = matches!(
            column.column.kind,
            ColumnKind::Variance | ColumnKind::VariancePercent
        );
        if is_variance && column.sources.is_none() {
            let field = match column.column.budget {
                None => "budget",
                Some(_) => "actual",
            };
            found.add(cell(column.column, field), |message| {
                message
                    .with("section", item.title())
                    .with("column", column.column.heading.as_str())
            });
        }
    }
}

/// A figure that was supplied follows from the figures printed around it, along its line and down
/// its column (R3: 63 where 1,436 less 1,374 is 62; 164 over lines that make 165).
pub(super) fn slips(item: &OutlineItem<'_>, statement: &Statement<'_>, found: &mut Found<'_>) {
    for row in &statement.rows {
        for (cell, column) in row.cells.iter().zip(&statement.columns) {
            for slip in &cell.slips {
                let place = amount_place(row, &column.column.id);
                let says_the_same = |other: &&Slip| other.computed == slip.computed;
                // One figure, wrong in the same way along its line and down its column, is one slip.
                if cell.slips.iter().find(says_the_same) != Some(slip) {
                    continue;
                }
                found.add_about(row.line.id.row(), place, |message| {
                    message
                        .with("section", item.title())
                        .with("line", row.line.label.as_str())
                        .with("column", column.column.heading.as_str())
                        .with("supplied", column.format.bare(slip.supplied))
                        .with("computed", column.format.bare(slip.computed))
                        .with(
                            "along",
                            match slip.along {
                                Along::Line => "line",
                                Along::Column => "column",
                            },
                        )
                        .with(
                            "rounding",
                            if slip.explained_by_rounding {
                                "yes"
                            } else {
                                "no"
                            },
                        )
                });
            }
        }
    }
}

/// Every entered column of a line has a figure, or says why not; in a schedule, where the column is
/// required or a total waits for it.
pub(super) fn empty_amounts(
    item: &OutlineItem<'_>,
    statement: &Statement<'_>,
    found: &mut Found<'_>,
) {
    for row in &statement.rows {
        let cells = row.cells.iter().zip(&statement.columns);
        let is_finance = item.section.kind == SectionKind::Statement;
        let mut empty = cells.filter(|(cell, column)| {
            let wanted = is_finance || column.column.required.0 || cell.holds_up.is_some();
            wanted && is_blank(cell)
        });
        if let Some((_, first)) = empty.next() {
            let mut blank = row.cells.iter().filter(|cell| is_blank(cell));
            let total = blank.find_map(|cell| cell.holds_up);
            let total = total.map(|total| statement.rows[total].line.label.as_str());
            let count = empty.count() + 1;
            let place = amount_place(row, &first.column.id);
            found.add_about(row.line.id.row(), place, |message| {
                message
                    .with("section", item.title())
                    .with("line", row.line.label.as_str())
                    .with("column", first.column.heading.as_str())
                    .with("count", count)
                    .with("held", if total.is_some() { "yes" } else { "no" })
                    .with("total", total.unwrap_or_default())
            });
        }
    }
}

/// A total over a line that is said to have no figure is not known: it is supplied, or it stays
/// empty (R5, where a dash is nil and other words are not).
pub(super) fn unknown_totals(
    item: &OutlineItem<'_>,
    statement: &Statement<'_>,
    found: &mut Found<'_>,
) {
    for row in &statement.rows {
        let mut cells = row.cells.iter().zip(&statement.columns);
        let held_up = cells.find_map(|(cell, column)| {
            let words = cell.stored_words()?;
            Some((column, words, cell.holds_up?))
        });
        if let Some((column, words, total)) = held_up {
            let total = &statement.rows[total];
            let place = amount_place(row, &column.column.id);
            found.add_about(row.line.id.row(), place, |message| {
                message
                    .with("section", item.title())
                    .with("line", row.line.label.as_str())
                    .with("column", column.column.heading.as_str())
                    .with("words", words.clone())
                    .with("total", total.line.label.as_str())
            });
        }
    }
}

/// A cell has a figure or says why there is none, not both.
pub(super) fn figure_and_words(
    item: &OutlineItem<'_>,
    statement: &Statement<'_>,
    found: &mut Found<'_>,
) {
    for row in &statement.rows {
        for (stored, column) in row.cells.iter().zip(&statement.columns) {
            let both = stored
                .stored
                .filter(|stored| stored.amount.is_some() && stored.absence.is_some());
            if let Some(stored) = both {
                found.add_about(row.line.id.row(), cell(stored, "absence"), |message| {
                    message
                        .with("section", item.title())
                        .with("line", row.line.label.as_str())
                        .with("column", column.column.heading.as_str())
                });
            }
        }
    }
}

/// Every line says what it is: a screen reader reads it before each figure (PDF/UA-1 7.5).
pub(super) fn label(item: &OutlineItem<'_>, statement: &Statement<'_>, found: &mut Found<'_>) {
    for (row, number) in statement.rows.iter().zip(1_usize..) {
        if row.line.label.trim().is_empty() {
            found.add_about(row.line.id.row(), cell(row.line, "label"), |message| {
                message.with("section", item.title()).with("number", number)
            });
        }
    }
}

/// A finance statement of several lines has a total (R1, R3, R5).
pub(super) fn total(item: &OutlineItem<'_>, statement: &Statement<'_>, found: &mut Found<'_>) {
    let count = |kinds: &[LineKind]| {
        let rows = statement.rows.iter();
        rows.filter(|row| kinds.contains(&row.line.kind)).count()
    };
    let is_finance = item.section.kind == SectionKind::Statement;
    if is_finance
        && count(&[LineKind::Line]) > 1
        && count(&[LineKind::Subtotal, LineKind::Total]) == 0
    {
        found.add(
            Place::row(Entity::Section, item.section.id.row()),
            |message| message.with("section", item.title()),
        );
    }
}

/// Whether a cell to enter a figure in has neither a figure nor words.
fn is_blank(cell: &StatementCell<'_>) -> bool {
    let says_nothing = |stored: &Amount| stored.amount.is_none() && stored.absence.is_none();
    cell.entered && cell.stored.is_none_or(says_nothing)
}

fn amount_place(row: &StatementRow<'_>, column: &Id<Column>) -> Place {
    let id = Amount::id_of(&row.line.id, column);
    Place::cell(Entity::Amount, id.row(), "amount")
}
