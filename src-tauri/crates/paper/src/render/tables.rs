//! Tables as data, made rectangular: every row covers every column once.

use serde_json::{Value, json};

use super::blocks::{LONG_CELL, Writer, length};
use crate::fonts::printable;
use crate::tree::{Align, Cell, Column, ColumnKind, Inline, RowKind, Scope, Table, Width, plain};

/// A table, or nothing when it has no column.
pub(super) fn table(writer: &mut Writer, table: &Table) -> Option<Value> {
    if table.columns.is_empty() {
        return None;
    }
    let hanging = hanging_columns(table);
    let header: Vec<Value> = fitted(&table.header, table.columns.len())
        .iter()
        .map(|row| cells(writer, row, &hanging, Scope::Column))
        .collect();
    let rows = body(writer, table, &hanging);
    let columns: Vec<Value> = table.columns.iter().map(column).collect();
    let notes: Vec<Value> = table
        .notes
        .iter()
        .map(|note| json!({"mark": note.mark.as_deref().map(printable), "run": writer.run(&note.text)}))
        .collect();
    Some(json!({
        "k": "table",
        "caption": table.caption.as_deref().map(printable),
        "summary": table.summary.as_deref().map(printable),
        "columns": columns,
        "header": header,
        "rows": rows,
        "notes": notes,
    }))
}

fn column(column: &Column) -> Value {
    let kind = match column.kind {
        ColumnKind::Text => "text",
        ColumnKind::Number => "number",
        ColumnKind::Status => "status",
    };
    let share = match column.width {
        Width::Fit => None,
        Width::Share(share) => Some(share.max(1)),
    };
    json!({"kind": kind, "w": share})
}

/// The rows. A cell over several rows ends where the next group begins.
fn body(writer: &mut Writer, table: &Table, hanging: &[bool]) -> Vec<Value> {
    let count = table.columns.len();
    let mut values = Vec::with_capacity(table.rows.len());
    for stretch in table
        .rows
        .chunk_by(|above, below| above.kind != RowKind::Group && below.kind != RowKind::Group)
    {
        let spread: Vec<Vec<Cell>> = stretch
            .iter()
            .map(|row| match (row.kind, row.cells.as_slice()) {
                // One cell in a group heading or a sentence means the whole width.
                (RowKind::Group | RowKind::Sentence, [only]) => {
                    vec![
                        only.clone()
                            .across(u16::try_from(count).unwrap_or(u16::MAX)),
                    ]
                }
                _ => row.cells.clone(),
            })
            .collect();
        for (row, placed) in stretch.iter().zip(fitted(&spread, count)) {
            writer.place(row.place.as_ref());
            let (kind, scope) = match row.kind {
                RowKind::Line => ("line", Scope::Data),
                RowKind::Group => ("group", Scope::Column),
                RowKind::Subtotal => ("subtotal", Scope::Data),
                RowKind::Total => ("total", Scope::Data),
                RowKind::Sentence => ("sentence", Scope::Data),
            };
            let hanging: &[bool] = if row.kind == RowKind::Sentence {
                &[]
            } else {
                hanging
            };
            values.push(json!({
                "kind": kind,
                "indent": row.indent.min(6),
                "place": row.place,
                "cells": cells(writer, &placed, hanging, scope),
            }));
        }
    }
    values
}

/// A cell and the column it starts in.
type Placed = (usize, Cell);

fn cells(writer: &mut Writer, row: &[Placed], hanging: &[bool], default: Scope) -> Value {
    row.iter()
        .map(|(at, cell)| {
            let mut value = json!({"x": at, "run": writer.run(&cell.text)});
            let scope = match (cell.scope, default) {
                (Scope::Data, Scope::Column) | (Scope::Column, _) => Some("column"),
                (Scope::Data, _) => None,
                (Scope::Row, _) => Some("row"),
                (Scope::Both, _) => Some("both"),
            };
            if let Some(scope) = scope {
                value["scope"] = json!(scope);
            }
            if let Some(align) = cell.align {
                value["align"] = json!(match align {
                    Align::Start => "start",
                    Align::Centre => "centre",
                    Align::End => "end",
                });
            }
            if let Some(shade) = cell.shade {
                value["shade"] = json!(shade.name());
            }
            if cell.columns > 1 {
                value["c"] = json!(cell.columns);
            }
            if cell.rows > 1 {
                value["r"] = json!(cell.rows);
            }
            if length(&cell.text) > LONG_CELL {
                value["long"] = json!(true);
            }
            let hang = hanging.get(*at).copied().unwrap_or(false);
            if hang && cell.columns == 1 && !cell.text.is_empty() && !ends_in_bracket(cell) {
                value["hang"] = json!(true);
            }
            value
        })
        .collect()
}

/// Columns of figures where some stand in brackets: there the brackets hang, so that digits line
/// up under digits.
fn hanging_columns(table: &Table) -> Vec<bool> {
    let mut hanging = vec![false; table.columns.len()];
    let figures = |at: usize| table.columns[at].kind == ColumnKind::Number;
    for row in &table.rows {
        let mut at = 0;
        for cell in &row.cells {
            if at < hanging.len() && cell.columns == 1 && figures(at) && ends_in_bracket(cell) {
                hanging[at] = true;
            }
            at += usize::from(cell.columns.max(1));
        }
    }
    hanging
}

fn ends_in_bracket(cell: &Cell) -> bool {
    plain(&cell.text).ends_with(')')
}

/// Puts cells in their columns: spans are cut to what is free, blanks fill what is left, and words
/// for which there is no column join the last cell, so that nothing is lost.
fn fitted(rows: &[Vec<Cell>], columns: usize) -> Vec<Vec<Placed>> {
    let mut taken = vec![0usize; columns];
    let mut placed_rows = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let left = rows.len() - index;
        let mut placed: Vec<Placed> = Vec::new();
        let mut at = 0;
        let mut fresh = vec![0usize; columns];
        for cell in row {
            while at < columns && taken[at] > 0 {
                at += 1;
            }
            if at >= columns {
                if let Some((_, last)) = placed.last_mut() {
                    last.text.push(Inline::Break);
                    last.text.extend(cell.text.iter().cloned());
                }
                continue;
            }
            let free = (at..columns)
                .take_while(|column| taken[*column] == 0)
                .count();
            let across = usize::from(cell.columns.max(1)).min(free);
            let down = usize::from(cell.rows.max(1)).min(left);
            fresh[at..at + across].fill(down);
            let mut cell = cell.clone();
            cell.columns = u16::try_from(across).unwrap_or(1);
            cell.rows = u16::try_from(down).unwrap_or(1);
            placed.push((at, cell));
            at += across;
        }
        for column in 0..columns {
            if taken[column] == 0 && fresh[column] == 0 {
                fresh[column] = 1;
                placed.push((column, Cell::default()));
            }
        }
        placed.sort_by_key(|(column, _)| *column);
        for column in 0..columns {
            taken[column] = (taken[column].max(fresh[column])).saturating_sub(1);
        }
        placed_rows.push(placed);
    }
    placed_rows
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows as `text:columns x rows` with cells parted by `|`.
    fn check(rows: &[&[(&str, u16, u16)]], columns: usize, expected: &str) {
        let rows: Vec<Vec<Cell>> = rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(|(text, across, down)| Cell::words(*text).across(*across).down(*down))
                    .collect()
            })
            .collect();
        let fitted: Vec<String> = fitted(&rows, columns)
            .iter()
            .map(|row| {
                row.iter()
                    .map(|(at, cell)| {
                        format!("{at}:{}:{}x{}", plain(&cell.text), cell.columns, cell.rows)
                    })
                    .collect::<Vec<_>>()
                    .join("|")
            })
            .collect();
        assert_eq!(fitted.join(" / "), expected);
    }

    #[test]
    fn rows_are_made_whole() {
        check(&[&[("a", 1, 1)]], 3, "0:a:1x1|1::1x1|2::1x1");
        check(&[&[("a", 9, 1)]], 3, "0:a:3x1");
        check(
            &[&[("a", 1, 1), ("b", 1, 1), ("c", 1, 1)]],
            2,
            "0:a:1x1|1:b\nc:1x1",
        );
        check(
            &[&[("a", 1, 2), ("b", 1, 1)], &[("c", 1, 5)]],
            2,
            "0:a:1x2|1:b:1x1 / 1:c:1x1",
        );
        check(
            &[
                &[("a", 1, 2), ("b", 2, 1)],
                &[("c", 1, 1), ("d", 1, 1)],
                &[("e", 3, 1)],
            ],
            3,
            "0:a:1x2|1:b:2x1 / 1:c:1x1|2:d:1x1 / 0:e:3x1",
        );
    }
}
