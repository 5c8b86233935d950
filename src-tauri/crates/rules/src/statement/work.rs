//! Works a table out, cell by cell.

use std::collections::{HashMap, HashSet};

use outturn_model::Book;
use outturn_model::section::{Overspend, Section};
use outturn_model::statement::{ColumnKind, LineKind};
use rust_decimal::{Decimal, RoundingStrategy};

use super::content::content;
use super::earlier::Earlier;
use super::graph::Place;
use super::here::Here;
use super::order::order;
use super::sums::{Added, Over, Sums};
use super::table::{Table, Way, unit_of};
use super::{ProblemAt, Statement, StatementCell, StatementColumn, StatementRow, is_sum, letter};
use crate::arithmetic;
use crate::formula::{Operand, Stated, Worth};
use crate::slip::{self, Along, Expected, Term};

/// Works out a table, hidden columns and all.
pub(super) fn work_out<'a>(
    book: &'a Book,
    section: &'a Section,
    earlier: Option<&Earlier<'a>>,
) -> Statement<'a> {
    let table = Table::of(book, section);
    let mut work = Work::new(&table, section.overspend.unwrap_or_default(), earlier);
    let mut needs = |place: usize, found: &mut Vec<usize>| table.needs(place, found);
    order(table.places(), &mut needs, &mut |places| work.take(places));
    work.finish(book, section)
}

/// What follows for a cell in one direction: from the figures as they are printed, and from the
/// lines under them added up anew.
struct Follows {
    along: Along,
    printed: Option<Expected>,
    anew: Option<Expected>,
}

pub(super) struct Work<'w, 'a> {
    pub(super) table: &'w Table<'a>,
    pub(super) overspend: Overspend,
    pub(super) earlier: Option<&'w Earlier<'a>>,
    pub(super) cells: Vec<StatementCell<'a>>,
    /// For each cell: the size of all that its figure is made of, and whether it is nil where it has
    /// none.
    gross: Vec<Decimal>,
    nil: Vec<bool>,
    sums: Vec<Sums>,
    /// What the columns make over subtotals and totals, by cell.
    over: HashMap<usize, Over>,
    pub(super) totals: Vec<Operand>,
    pub(super) groups: HashMap<(usize, usize), Operand>,
    problems: Vec<ProblemAt<'a>>,
    circling: HashSet<String>,
}

impl<'w, 'a> Work<'w, 'a> {
    fn new(table: &'w Table<'a>, overspend: Overspend, earlier: Option<&'w Earlier<'a>>) -> Self {
        let (rows, columns) = (table.lines.len(), table.columns.len());
        let cells = (0..rows * columns).map(|number| {
            let (row, column) = (number / columns, number % columns);
            let head = &table.columns[column];
            let entered = head.column.kind == ColumnKind::Figure
                && head.column.formula.trim().is_empty()
                && table.lines[row].kind == LineKind::Line;
            StatementCell {
                stored: table.stored(row, column),
                entered,
                ..StatementCell::default()
            }
        });
        Self {
            table,
            overspend,
            earlier,
            cells: cells.collect(),
            gross: vec![Decimal::ZERO; rows * columns],
            nil: vec![false; rows * columns],
            sums: vec![Sums::default(); columns],
            over: HashMap::new(),
            totals: vec![Operand::Missing; columns],
            groups: HashMap::new(),
            problems: table.problems.clone(),
            circling: HashSet::new(),
        }
    }

    pub(super) fn at(&self, row: usize, column: usize) -> usize {
        row * self.table.columns.len() + column
    }

    /// Takes a place that all it needs has been worked out for, or a group that goes in circles.
    fn take(&mut self, members: &[usize]) {
        let table = self.table;
        let needs_itself = |number: usize| {
            let mut needed = Vec::new();
            if let Place::Cell { row, column } = table.place(number)
                && table.formula_at(row, column).is_some()
            {
                table.needs(number, &mut needed);
            }
            needed.contains(&number)
        };
        match members {
            [number] if !needs_itself(*number) => match table.place(*number) {
                Place::Cell { row, column } => self.settle(row, column),
                Place::Down { row, column } => self.add(row, column),
                Place::Total(column) => {
                    let rows = table.runs.iter().flatten().copied();
                    self.totals[column] = self.sum_of(rows, column);
                }
                Place::Group { run, column } => {
                    let rows = table.runs[run].iter().copied();
                    let sum = self.sum_of(rows, column);
                    self.groups.insert((run, column), sum);
                }
            },
            members => {
                self.report_circle(members);
                for number in members {
                    match table.place(*number) {
                        Place::Cell { row, column } => {
                            let at = self.at(row, column);
                            let amount = self.cells[at].stored.and_then(|stored| stored.amount);
                            self.cells[at].figure = amount.map(|amount| self.shown(column, amount));
                        }
                        Place::Down { column, .. } => self.sums[column].lose(),
                        Place::Total(_) | Place::Group { .. } => {}
                    }
                }
            }
        }
    }

    /// Says of one formula of a circle what needs what.
    fn report_circle(&mut self, members: &[usize]) {
        if let Some((owners, problem)) = self.table.circle_among(members)
            && self.circling.insert(problem.owner.place().to_string())
        {
            self.circling.extend(owners);
            self.problems.push(problem);
        }
    }

    /// The sum of some plain lines of a column.
    fn sum_of(&self, rows: impl Iterator<Item = usize>, column: usize) -> Operand {
        let figures = rows.map(|row| self.operand(row, column));
        figures.reduce(Operand::plus).unwrap_or(Operand::Missing)
    }

    /// What a cell is worth to others.
    pub(super) fn operand(&self, row: usize, column: usize) -> Operand {
        let at = self.at(row, column);
        let cell = &self.cells[at];
        match (cell.figure, cell.stated) {
            (Some(figure), _) => Operand::Figure(self.worth(column, figure, self.gross[at])),
            (None, Some(stated)) => Operand::Stated(stated),
            (None, None) if self.nil[at] => Operand::Nil,
            (None, None) => Operand::Missing,
        }
    }

    fn worth(&self, column: usize, figure: Decimal, gross: Decimal) -> Worth {
        let format = self.table.columns[column].format;
        let half = arithmetic::half(unit_of(format));
        Worth {
            figure,
            within: figure.checked_sub(half).zip(figure.checked_add(half)),
            gross: gross.max(figure.abs()),
            step: format.unit.pounds().map(|_| unit_of(format)),
        }
    }

    /// A figure as a reader sees it, where the column says how many places it shows.
    fn shown(&self, column: usize, figure: Decimal) -> Decimal {
        let head = &self.table.columns[column];
        if head.column.decimals.is_none() {
            return figure;
        }
        rounded(figure, unit_of(head.format).scale())
    }

    /// Settles what a cell prints, and compares what was supplied with each thing that follows. A
    /// variance that says what it is of is worked out along its line or not at all.
    fn settle(&mut self, row: usize, column: usize) {
        let table = self.table;
        let head = &table.columns[column];
        let kind = table.lines[row].kind;
        if kind == LineKind::Heading || !head.column.kind.holds_figures() {
            return;
        }
        let at = self.at(row, column);
        let over = (is_sum(kind) && head.adds_up()).then(|| self.sums[column].over(kind));
        if let Some(over) = over {
            self.over.insert(at, over);
            self.gross[at] = over.gross;
        }
        let mut follows = Vec::new();
        match table.way(row, column) {
            Way::Nothing => {}
            Way::Variance => {
                follows.push(self.along(row, column));
                follows.extend(over.map(|over| sum_follows(kind, over)));
            }
            Way::Sum => follows.extend(over.map(|over| sum_follows(kind, over))),
            Way::ColumnFormula => follows.extend(self.by_formula(row, column, Along::Line)),
            Way::LineFormula => follows.extend(self.by_formula(row, column, Along::Column)),
        }
        let has_sources = head.sources.is_some();
        let mut working = follows
            .iter()
            .filter(|follows| !has_sources || follows.along == Along::Line);
        let computed = working.find_map(|follows| Some(follows.printed?.figure));
        let amount = self.cells[at].stored.and_then(|stored| stored.amount);
        let amount = amount.map(|amount| self.shown(column, amount));
        let unit = unit_of(head.format);
        let cell = &mut self.cells[at];
        cell.computed = computed;
        let absent = cell.stored.is_some_and(|stored| stored.absence.is_some());
        cell.figure = amount.or(cell.computed.filter(|_| !absent));
        if let (false, Some(supplied)) = (cell.entered, amount) {
            let slip = |follows: &Follows| {
                let printed = follows.printed?;
                slip::slip(follows.along, supplied, printed, follows.anew, unit)
            };
            cell.slips = follows.iter().filter_map(slip).collect();
        }
        self.settle_nil(row, column);
        if let Some(figure) = self.cells[at].figure {
            self.gross[at] = self.gross[at].max(figure.abs());
        }
    }

    /// What a formula makes of a cell, in the places that its column shows.
    fn by_formula(&mut self, row: usize, column: usize, along: Along) -> Option<Follows> {
        let bound = self.table.formula_at(row, column)?;
        let here = Here {
            work: self,
            bound,
            row,
            column,
        };
        let result = bound.formula.root.work_out(&here);
        let at = self.at(row, column);
        match result {
            Operand::Missing => None,
            Operand::Nil => {
                self.nil[at] = true;
                None
            }
            Operand::Stated(stated) => {
                self.cells[at].stated = Some(stated);
                None
            }
            Operand::Figure(worth) => {
                self.gross[at] = self.gross[at].max(worth.gross);
                let places = unit_of(self.table.columns[column].format).scale();
                Some(Follows {
                    along,
                    printed: Some(Expected {
                        figure: rounded(worth.figure, places),
                        within: worth.within,
                    }),
                    anew: None,
                })
            }
        }
    }

    /// What the line's own figures make, under a variance.
    fn along(&mut self, row: usize, column: usize) -> Follows {
        let kind = self.table.lines[row].kind;
        let printed = self.variance(column, |work, place| {
            let figure = work.cells[work.at(row, place)].figure?;
            Some(work.term(place, figure))
        });
        let anew = self.variance(column, |work, place| {
            let over = work.over.get(&work.at(row, place))?;
            is_sum(kind).then(|| over.anew.term()).flatten()
        });
        let too_small = self.has_small_base(row, column);
        if too_small {
            let at = self.at(row, column);
            self.cells[at].stated = Some(Stated::BaseTooSmall);
        }
        Follows {
            along: Along::Line,
            printed: printed.filter(|_| !too_small),
            anew: anew.filter(|_| !too_small),
        }
    }

    /// Whether a cell without a figure is nil: it says so or, under a variance, what it is of does.
    fn settle_nil(&mut self, row: usize, column: usize) {
        let at = self.at(row, column);
        let of_nothing = self.table.columns[column]
            .sources
            .is_some_and(|(budget, actual)| {
                let nil = |place: usize| {
                    let at = self.at(row, place);
                    self.cells[at].figure.is_none() && self.nil[at]
                };
                nil(budget) && nil(actual)
            });
        let says_why = self.cells[at]
            .stored
            .is_some_and(|stored| stored.absence.is_some());
        let by_formula = self.nil[at] && !says_why;
        self.nil[at] = self.cells[at].is_nil() || of_nothing || by_formula;
    }

    /// Adds a row to what its column adds up.
    fn add(&mut self, row: usize, column: usize) {
        let head = &self.table.columns[column];
        if !head.adds_up() {
            return;
        }
        let kind = self.table.lines[row].kind;
        let at = self.at(row, column);
        let cell = &self.cells[at];
        let added = Added {
            term: cell.figure.map(|figure| self.term(column, figure)),
            gross: self.gross[at],
            nil: cell.figure.is_none() && self.nil[at],
            stated: cell.stored.is_some_and(|stored| stored.absence.is_some()),
        };
        for waiting in self.sums[column].add(row, kind, added) {
            let at = self.at(waiting, column);
            self.cells[at].holds_up = Some(row);
        }
    }

    fn term(&self, column: usize, figure: Decimal) -> Term {
        Term {
            figure,
            half: arithmetic::half(unit_of(self.table.columns[column].format)),
        }
    }

    fn finish(self, book: &'a Book, section: &Section) -> Statement<'a> {
        let table = self.table;
        let columns: Vec<StatementColumn<'a>> = table
            .columns
            .iter()
            .map(|head| StatementColumn {
                column: head.column,
                format: head.format,
                sources: head.sources.map(|(budget, actual)| {
                    (table.columns[budget].column, table.columns[actual].column)
                }),
            })
            .collect();
        let mut cells = self.cells.into_iter();
        let mut lettered = 0;
        let rows = table.lines.iter().map(|line| {
            let mut row: Vec<StatementCell<'a>> = cells.by_ref().take(columns.len()).collect();
            if line.kind == LineKind::Heading {
                row.clear();
            }
            for (cell, column) in row.iter_mut().zip(&columns) {
                cell.content = content(book, column.column.kind, cell);
            }
            let has_letter = section.lettered.0 && line.kind == LineKind::Line;
            lettered += usize::from(has_letter);
            StatementRow {
                line,
                letter: has_letter.then(|| letter(lettered - 1)),
                cells: row,
            }
        });
        Statement {
            rows: rows.collect(),
            columns,
            problems: self.problems,
        }
    }
}

/// What the lines above make, on a subtotal or a total.
fn sum_follows(kind: LineKind, over: Over) -> Follows {
    Follows {
        along: Along::Column,
        printed: over.printed.sum(),
        anew: over.anew.sum().filter(|_| kind == LineKind::Total),
    }
}

fn rounded(figure: Decimal, places: u32) -> Decimal {
    figure.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}
