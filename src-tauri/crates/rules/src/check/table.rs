//! Checks of tables: formulas, cells in the type of their column, and lettered lines.

use std::collections::HashSet;

use outturn_model::figure::Unit;
use outturn_model::section::SectionKind;
use outturn_model::statement::{Amount, Column, ColumnKind, LineKind};
use outturn_model::{Book, Entity, Place, RowId};
use rust_decimal::Decimal;

use super::Found;
use super::ground::{Ground, cell};
use super::money::{Money, amounts_of_money};
use crate::formula::{key, parse};
use crate::outline::{Outline, OutlineItem};
use crate::statement::{CellContent, Statement, StatementRow, letter, letters};

/// The letters of lines in the sections that stand beside each other, and those that are referred to.
#[derive(Debug, Default)]
pub(super) struct Letters {
    lettered: HashSet<String>,
    referred: HashSet<String>,
    has_references: bool,
}

impl Letters {
    /// The letters of a report: for each section by place in the outline and last for the top, those
    /// of the sections that stand directly in it.
    pub(super) fn of(book: &Book, outline: &Outline<'_>) -> Vec<Self> {
        let items = outline.items();
        let mut letters: Vec<Self> = (0..=items.len()).map(|_| Self::default()).collect();
        for item in items.iter().filter(|item| is_table(item.section.kind)) {
            letters[item.parent.unwrap_or(items.len())].take(book, item);
        }
        letters
    }

    fn take(&mut self, book: &Book, item: &OutlineItem<'_>) {
        let section = item.section;
        let plain = book.lines.under(&section.id);
        let plain = plain.filter(|line| line.kind == LineKind::Line);
        if section.lettered.0 {
            self.lettered.extend((0..plain.count()).map(letter));
        }
        let columns = book.columns.under(&section.id);
        let columns: Vec<&Column> = columns
            .filter(|column| column.kind == ColumnKind::Reference && !column.hidden.0)
            .collect();
        self.has_references |= !columns.is_empty();
        for line in book
            .lines
            .under(&section.id)
            .filter(|_| !columns.is_empty())
        {
            for column in &columns {
                let id = Amount::id_of(&line.id, &column.id);
                let text = book.amounts.get(&id).map(|amount| letters(&amount.text));
                self.referred.extend(text.into_iter().flatten());
            }
        }
    }
}

fn is_table(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::Statement | SectionKind::Schedule)
}

/// A formula reads well, names what is there and does not need itself. Until then the paper has no
/// figure in its place.
pub(super) fn formula(item: &OutlineItem<'_>, statement: &Statement<'_>, found: &mut Found<'_>) {
    for problem in &statement.problems {
        found.add(problem.owner.place(), |message| {
            message
                .with("section", item.title())
                .with("name", problem.owner.name())
                .with("problem", problem.problem.message())
                .with("hint", problem.problem.hint())
        });
    }
}

/// Two columns beside each other have different headings, or stand in different groups (R5, where a
/// number and a percentage stand under each quarter).
pub(super) fn column_twice(
    item: &OutlineItem<'_>,
    statement: &Statement<'_>,
    found: &mut Found<'_>,
) {
    let mut seen = HashSet::new();
    for column in &statement.columns {
        let column = column.column;
        let heading = key(&column.heading);
        if !heading.is_empty() && !seen.insert((key(&column.group), heading)) {
            found.add(cell(column, "heading"), |message| {
                message
                    .with("section", item.title())
                    .with("column", column.heading.as_str())
            });
        }
    }
}

/// A column of words, days, statuses, posts or references has something in some line; a hidden one is
/// named by a formula or a variance.
pub(super) fn column_idle(
    ground: &Ground<'_>,
    item: &OutlineItem<'_>,
    statement: &Statement<'_>,
    found: &mut Found<'_>,
) {
    for (place, column) in statement.columns.iter().enumerate() {
        let plain = !column.column.kind.holds_figures() && !column.column.required.0;
        let mut cells = statement.rows.iter().filter_map(|row| row.cells.get(place));
        let empty = |cell: &crate::statement::StatementCell<'_>| cell.content == CellContent::Empty;
        if plain && cells.clone().next().is_some() && cells.all(empty) {
            found.add(cell(column.column, "hidden"), |message| {
                message
                    .with("section", item.title())
                    .with("column", column.column.heading.as_str())
                    .with("gap", "empty")
            });
        }
    }
    let columns = || ground.book.columns.under(&item.section.id);
    if !columns().any(|column| column.hidden.0) {
        return;
    }
    let lines = ground.book.lines.under(&item.section.id);
    let formulas = columns().map(|column| column.formula.as_str());
    let formulas = formulas.chain(lines.map(|line| line.formula.as_str()));
    let mut named = HashSet::new();
    for formula in formulas.filter_map(|formula| parse(formula).ok()) {
        named.extend(formula.names().into_iter().map(|name| key(&name.name)));
    }
    let of_variances: HashSet<&RowId> = columns()
        .flat_map(|column| column.budget.iter().chain(&column.actual))
        .map(|id| id.row())
        .collect();
    for column in columns().filter(|column| column.hidden.0) {
        let heading = key(&column.heading);
        let grouped = format!("{}{heading}", key(&column.group));
        let used = named.contains(&heading)
            || named.contains(&grouped)
            || of_variances.contains(column.id.row());
        if !used && column.kind.holds_figures() {
            found.add(cell(column, "hidden"), |message| {
                message
                    .with("section", item.title())
                    .with("column", column.heading.as_str())
                    .with("gap", "hidden")
            });
        }
    }
}

/// Where a column must have something in each line, each has (R1: “on-target status”, “recovery plan
/// in place”). A missing figure is found by a check of its own.
pub(super) fn required(item: &OutlineItem<'_>, statement: &Statement<'_>, found: &mut Found<'_>) {
    each_cell(statement, |row, place, content| {
        let column = statement.columns[place].column;
        let wanted = column.required.0 && !column.kind.holds_figures();
        if wanted && row.line.kind == LineKind::Line && *content == CellContent::Empty {
            found.add_about(row.line.id.row(), text_place(row, column), |message| {
                message
                    .with("section", item.title())
                    .with("line", row.line.label.as_str())
                    .with("column", column.heading.as_str())
            });
        }
    });
}

/// A cell of a column of days, statuses or posts holds one.
pub(super) fn unreadable(item: &OutlineItem<'_>, statement: &Statement<'_>, found: &mut Found<'_>) {
    each_cell(statement, |row, place, content| {
        let CellContent::Unreadable(text) = content else {
            return;
        };
        let column = statement.columns[place].column;
        found.add_about(row.line.id.row(), text_place(row, column), |message| {
            message
                .with("section", item.title())
                .with("line", row.line.label.as_str())
                .with("column", column.heading.as_str())
                .with("text", *text)
                .with("kind", column.kind.as_str())
        });
    });
}

/// A letter that is referred to is that of a line beside: in a lettered table of the same section
/// (R1: cross-references from the budget to the main variances).
pub(super) fn letter_unknown(
    ground: &Ground<'_>,
    item: &OutlineItem<'_>,
    statement: &Statement<'_>,
    found: &mut Found<'_>,
) {
    let beside = ground.letters(item);
    each_cell(statement, |row, place, content| {
        let CellContent::Reference(text) = content else {
            return;
        };
        let unknown = letters(text)
            .into_iter()
            .find(|letter| !beside.lettered.contains(letter));
        if let Some(letter) = unknown {
            let column = statement.columns[place].column;
            found.add_about(row.line.id.row(), text_place(row, column), |message| {
                message
                    .with("section", item.title())
                    .with("line", row.line.label.as_str())
                    .with("letter", letter.as_str())
            });
        }
    });
}

/// A lettered line is referred to where a table beside has references (R1).
pub(super) fn letter_unused(
    ground: &Ground<'_>,
    item: &OutlineItem<'_>,
    statement: &Statement<'_>,
    found: &mut Found<'_>,
) {
    let beside = ground.letters(item);
    if !beside.has_references {
        return;
    }
    each_lettered(statement, |row, letter| {
        if !beside.referred.contains(letter) {
            found.add_about(row.line.id.row(), cell(row.line, "label"), |message| {
                message
                    .with("section", item.title())
                    .with("line", row.line.label.as_str())
                    .with("letter", letter)
            });
        }
    });
}

/// A lettered variance is explained (R1: the lettered narrative under the main variances).
pub(super) fn letter_comment(
    item: &OutlineItem<'_>,
    statement: &Statement<'_>,
    found: &mut Found<'_>,
) {
    each_lettered(statement, |row, letter| {
        if row.line.comment.trim().is_empty() {
            found.add_about(row.line.id.row(), cell(row.line, "comment"), |message| {
                message
                    .with("section", item.title())
                    .with("line", row.line.label.as_str())
                    .with("letter", letter)
            });
        }
    });
}

/// The comment on a lettered variance repeats an amount of its line (R1: “£135k”). One that names
/// amounts of money, of which none is the line's, has one that differs.
pub(super) fn letter_amount(
    item: &OutlineItem<'_>,
    statement: &Statement<'_>,
    found: &mut Found<'_>,
) {
    each_lettered(statement, |row, letter| {
        let figures = row.cells.iter().zip(&statement.columns);
        let figures = figures.filter_map(|(cell, column)| {
            let pounds = column.format.unit.pounds()?;
            let unit = Decimal::new(1, column.format.decimals?.min(Decimal::MAX_SCALE));
            let figure = cell.figure?;
            let in_pounds = figure.abs().checked_mul(pounds)?;
            Some((
                in_pounds,
                unit.checked_mul(pounds)?,
                column.format.with_unit(figure.abs()),
            ))
        });
        let figures: Vec<(Decimal, Decimal, String)> = figures.collect();
        let amounts = amounts_of_money(&row.line.comment);
        let repeats = |amount: &Money| {
            figures.iter().any(|(figure, unit, _)| {
                let rounding = amount.unit.max(*unit);
                let apart = figure.checked_sub(amount.pounds).map(|apart| apart.abs());
                apart.is_some_and(|apart| apart.saturating_mul(Decimal::TWO) <= rounding)
            })
        };
        let nearest = |amount: &Money| {
            let apart = |figure: &Decimal| figure.saturating_sub(amount.pounds).abs();
            figures.iter().min_by_key(|(figure, ..)| apart(figure))
        };
        let Some((first, (_, _, figure))) = amounts
            .first()
            .and_then(|first| Some((first, nearest(first)?)))
        else {
            return;
        };
        if !amounts.iter().any(repeats) {
            found.add_about(row.line.id.row(), cell(row.line, "comment"), |message| {
                message
                    .with("section", item.title())
                    .with("line", row.line.label.as_str())
                    .with("letter", letter)
                    .with("amount", first.text.as_str())
                    .with("figure", figure.as_str())
            });
        }
    });
}

/// A percentage that was supplied is not one of nearly nothing (R5: 114.8% of what is left of the
/// Dedicated Schools Grant).
pub(super) fn base_too_small(
    item: &OutlineItem<'_>,
    statement: &Statement<'_>,
    found: &mut Found<'_>,
) {
    for row in &statement.rows {
        for (cell, column) in row.cells.iter().zip(&statement.columns) {
            let percent = column.format.unit == Unit::Percent && cell.stated.is_some();
            if let Some(supplied) = cell.supplied().filter(|_| percent) {
                let id = Amount::id_of(&row.line.id, &column.column.id);
                let place = Place::cell(Entity::Amount, id.row(), "amount");
                found.add_about(row.line.id.row(), place, |message| {
                    message
                        .with("section", item.title())
                        .with("line", row.line.label.as_str())
                        .with("column", column.column.heading.as_str())
                        .with("supplied", column.format.with_unit(supplied))
                });
            }
        }
    }
}

fn each_cell<'s, 'a>(
    statement: &'s Statement<'a>,
    mut look: impl FnMut(&'s StatementRow<'a>, usize, &'s CellContent<'a>),
) {
    for row in &statement.rows {
        for (place, cell) in row.cells.iter().enumerate() {
            look(row, place, &cell.content);
        }
    }
}

fn each_lettered<'s, 'a>(
    statement: &'s Statement<'a>,
    mut look: impl FnMut(&'s StatementRow<'a>, &'s str),
) {
    for row in &statement.rows {
        if let Some(letter) = &row.letter {
            look(row, letter);
        }
    }
}

fn text_place(row: &StatementRow<'_>, column: &Column) -> Place {
    let id = Amount::id_of(&row.line.id, &column.id);
    Place::cell(Entity::Amount, id.row(), "text")
}
