//! Which cells and sums of a table need which.

use outturn_model::Message;
use outturn_model::statement::LineKind;

use super::bind::Bound;
use super::order::circle;
use super::table::{Need, Table, Way};
use super::{Owner, ProblemAt, is_sum};
use crate::formula::{Fault, FormulaProblem};

/// A place of the graph of a table.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    Cell {
        row: usize,
        column: usize,
    },
    /// A column, with all that is added up down to a row.
    Down {
        row: usize,
        column: usize,
    },
    Total(usize),
    Group {
        run: usize,
        column: usize,
    },
}

impl Table<'_> {
    pub(super) fn places(&self) -> usize {
        let (rows, columns) = (self.lines.len(), self.columns.len());
        columns * (2 * rows + 1 + self.runs.len())
    }

    fn number(&self, place: Place) -> usize {
        let (rows, columns) = (self.lines.len(), self.columns.len());
        match place {
            Place::Cell { row, column } => row * columns + column,
            Place::Down { row, column } => (rows + row) * columns + column,
            Place::Total(column) => 2 * rows * columns + column,
            Place::Group { run, column } => (2 * rows + 1 + run) * columns + column,
        }
    }

    pub(super) fn place(&self, number: usize) -> Place {
        let (rows, columns) = (self.lines.len(), self.columns.len());
        let (row, column) = (number / columns, number % columns);
        if row < rows {
            Place::Cell { row, column }
        } else if row < 2 * rows {
            Place::Down {
                row: row - rows,
                column,
            }
        } else if row == 2 * rows {
            Place::Total(column)
        } else {
            Place::Group {
                run: row - 2 * rows - 1,
                column,
            }
        }
    }

    /// The formula that a cell follows from.
    pub(super) fn formula_at(&self, row: usize, column: usize) -> Option<&Bound> {
        match self.way(row, column) {
            Way::ColumnFormula => self.columns[column].formula.as_ref(),
            Way::LineFormula => self.line_formulas[row].as_ref(),
            _ => None,
        }
    }

    /// The places that a place needs.
    pub(super) fn needs(&self, number: usize, found: &mut Vec<usize>) {
        let cell = |row, column| self.number(Place::Cell { row, column });
        match self.place(number) {
            Place::Down { row, column } if self.columns[column].adds_up() => {
                if let Some(row) = row.checked_sub(1) {
                    found.push(self.number(Place::Down { row, column }));
                }
                let kind = self.lines[row].kind;
                if kind == LineKind::Line || is_sum(kind) {
                    found.push(cell(row, column));
                }
            }
            Place::Down { .. } => {}
            Place::Total(column) => {
                let rows = self.runs.iter().flatten();
                found.extend(rows.map(|row| cell(*row, column)));
            }
            Place::Group { run, column } => {
                found.extend(self.runs[run].iter().map(|row| cell(*row, column)));
            }
            Place::Cell { row, column } => {
                let way = self.way(row, column);
                if is_sum(self.lines[row].kind)
                    && self.columns[column].adds_up()
                    && let Some(above) = row.checked_sub(1)
                {
                    found.push(self.number(Place::Down { row: above, column }));
                }
                if let (Way::Variance, Some((budget, actual))) = (way, self.columns[column].sources)
                {
                    found.extend([cell(row, budget), cell(row, actual)]);
                }
                if let Some(bound) = self.formula_at(row, column) {
                    let needs = self.formula_needs(bound, row, column).into_iter();
                    found.extend(needs.map(|need| {
                        self.number(match need {
                            Need::Cell { row, column } => Place::Cell { row, column },
                            Need::Total(column) => Place::Total(column),
                            Need::Group { run, column } => Place::Group { run, column },
                        })
                    }));
                }
            }
        }
    }
}

impl<'a> Table<'a> {
    /// One formula of a circle with what needs what, and the places of all formulas in it.
    pub(super) fn circle_among(&self, members: &[usize]) -> Option<(Vec<String>, ProblemAt<'a>)> {
        let with_formula = members.iter().copied().filter(|number| {
            matches!(self.place(*number), Place::Cell { row, column }
                if self.formula_at(row, column).is_some())
        });
        let start = with_formula.min()?;
        let first = self.owner(start)?;
        let way = circle(start, members, &mut |place, found| self.needs(place, found))?;
        let mut owners: Vec<Owner<'a>> = way.iter().filter_map(|at| self.owner(*at)).collect();
        owners.dedup();
        let places = owners
            .iter()
            .map(|owner| owner.place().to_string())
            .collect();
        if owners.len() == 1 || owners.last() != Some(&first) {
            owners.push(first);
        }
        let length = match first {
            Owner::Column(column) => column.formula.chars().count(),
            Owner::Line(line) => line.formula.chars().count(),
        };
        let fault = Fault::Circle {
            members: owners.iter().map(said).collect(),
        };
        let problem = FormulaProblem {
            at: 0..length,
            fault,
        };
        Some((
            places,
            ProblemAt {
                owner: first,
                problem,
            },
        ))
    }

    /// The column or the line by which a cell is worked out.
    fn owner(&self, number: usize) -> Option<Owner<'a>> {
        let Place::Cell { row, column } = self.place(number) else {
            return None;
        };
        Some(match self.way(row, column) {
            Way::ColumnFormula | Way::Variance => Owner::Column(self.columns[column].column),
            _ => Owner::Line(self.lines[row]),
        })
    }
}

/// A member of a circle, in words.
fn said(owner: &Owner<'_>) -> Message {
    match (owner.name().trim(), owner) {
        ("", Owner::Column(_)) => Message::new("formula-member-nameless").with("of", "column"),
        ("", Owner::Line(_)) => Message::new("formula-member-nameless").with("of", "line"),
        (name, _) => Message::new("formula-member").with("name", name),
    }
}
