//! The columns and lines of a table, before a figure of it is worked out: formats, formulas, and what
//! each cell follows from.

use std::collections::HashMap;

use outturn_model::figure::{Format, Negatives, Unit};
use outturn_model::section::{Section, SectionKind};
use outturn_model::statement::{Amount, Column, ColumnKind, LineKind, StatementLine};
use outturn_model::{Book, Id};
use rust_decimal::Decimal;

use super::bind::{Bound, Names, Of, Target};
use super::{Owner, ProblemAt, is_sum};
use crate::formula::{Aggregate, Expression, Function, Name, Operator};

/// The most decimal places that a formula's column shows of itself.
const MOST_PLACES: u32 = 6;
/// How many columns a column's places are followed through.
const DEEPEST: usize = 40;

/// A table, and what follows from what in it.
pub(super) struct Table<'a> {
    pub(super) columns: Vec<Head<'a>>,
    pub(super) lines: Vec<&'a StatementLine>,
    /// The formula of each line that has one that reads well.
    pub(super) line_formulas: Vec<Option<Bound>>,
    /// The run of plain lines that each line stands in or under.
    pub(super) run_of: Vec<Option<usize>>,
    /// The lines of each run.
    pub(super) runs: Vec<Vec<usize>>,
    pub(super) problems: Vec<ProblemAt<'a>>,
    stored: HashMap<(&'a Id<StatementLine>, &'a Id<Column>), &'a Amount>,
}

/// A column, with what its figures follow from.
pub(super) struct Head<'a> {
    pub(super) column: &'a Column,
    pub(super) format: Format,
    /// For a variance: the places of the columns of the budget and of what was spent.
    pub(super) sources: Option<(usize, usize)>,
    /// Its formula, if it has one that reads well.
    pub(super) formula: Option<Bound>,
    /// Whether its figures are worked out along a line even where lines are added up.
    rate: bool,
}

/// What a cell follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Nothing: it is entered, or empty.
    Nothing,
    /// Its column's formula, along the line.
    ColumnFormula,
    /// Its line's formula, down the column.
    LineFormula,
    /// The lines above.
    Sum,
    /// The budget and what was spent, along the line; over lines, what is above too.
    Variance,
}

/// What a cell needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Cell { row: usize, column: usize },
    Total(usize),
    Group { run: usize, column: usize },
}

impl Head<'_> {
    /// Whether its figures are added up.
    pub(super) fn adds_up(&self) -> bool {
        self.column.kind.holds_figures() && !self.column.no_total.0 && !self.rate
    }
}

impl<'a> Table<'a> {
    pub(super) fn of(book: &'a Book, section: &'a Section) -> Self {
        let columns: Vec<&Column> = book.columns.under(&section.id).collect();
        let lines: Vec<&StatementLine> = book.lines.under(&section.id).collect();
        let mut stored = HashMap::new();
        for line in &lines {
            for amount in book.amounts.under(&line.id) {
                stored.insert((&amount.line, &amount.column), amount);
            }
        }
        let mut table = Self {
            columns: Vec::new(),
            line_formulas: Vec::new(),
            run_of: Vec::new(),
            runs: Vec::new(),
            problems: Vec::new(),
            lines,
            stored,
        };
        table.read_formulas(&columns);
        table.format(section);
        table.find_runs();
        table
    }

    /// What is stored where a line and a column meet.
    pub(super) fn stored(&self, row: usize, column: usize) -> Option<&'a Amount> {
        let (line, column) = (&self.lines[row].id, &self.columns[column].column.id);
        self.stored.get(&(line, column)).copied()
    }

    fn read_formulas(&mut self, columns: &[&'a Column]) {
        let with_figures: HashMap<&Id<Column>, usize> = columns
            .iter()
            .zip(0..)
            .filter(|(column, _)| matches!(column.kind, ColumnKind::Figure | ColumnKind::Formula))
            .map(|(column, place)| (&column.id, place))
            .collect();
        let place = |id: &Option<Id<Column>>| with_figures.get(id.as_ref()?).copied();
        let has_formula = |column: &Column| match column.kind {
            ColumnKind::Formula => true,
            ColumnKind::Figure => !column.formula.trim().is_empty(),
            _ => false,
        };
        let line_has_formula = |line: &StatementLine| line.kind == LineKind::Formula;
        let any = columns.iter().any(|column| has_formula(column))
            || self.lines.iter().any(|line| line_has_formula(line));
        let names = any.then(|| Names::of(columns, &self.lines));
        let mut problems = Vec::new();
        let mut bind = |text: &str, of: Of, owner: Owner<'a>| {
            let bound = names.as_ref()?.bind(text, of);
            bound
                .map_err(|problem| problems.push(ProblemAt { owner, problem }))
                .ok()
        };
        for column in columns {
            let sources = place(&column.budget).zip(place(&column.actual));
            let is_variance = matches!(
                column.kind,
                ColumnKind::Variance | ColumnKind::VariancePercent
            );
            let formula = has_formula(column)
                .then(|| bind(&column.formula, Of::Column, Owner::Column(column)))
                .flatten();
            self.columns.push(Head {
                column,
                format: Format {
                    unit: Unit::Number,
                    decimals: None,
                    negatives: Negatives::Minus,
                },
                sources: sources.filter(|_| is_variance),
                formula,
                rate: false,
            });
        }
        self.line_formulas = self
            .lines
            .iter()
            .map(|line| {
                line_has_formula(line)
                    .then(|| bind(&line.formula, Of::Line, Owner::Line(line)))
                    .flatten()
            })
            .collect();
        self.problems = problems;
    }

    /// Gives each column its format. A column whose places are not chosen shows as many as the most
    /// exact figure in it. A variance that is worked out is as exact as what it is worked out from; a
    /// percentage has one decimal place.
    fn format(&mut self, section: &Section) {
        let most_places = |head: &Head<'_>| {
            let amounts = self
                .lines
                .iter()
                .filter_map(|line| self.stored.get(&(&line.id, &head.column.id))?.amount);
            amounts.map(|amount| amount.scale()).max()
        };
        let most: Vec<Option<u32>> = self.columns.iter().map(most_places).collect();
        let mut places = vec![None; self.columns.len()];
        for place in 0..self.columns.len() {
            self.find_places(place, &most, &mut places, DEEPEST);
        }
        let usual = match section.kind {
            SectionKind::Schedule => Unit::Number,
            _ => Unit::Pounds,
        };
        for (head, places) in self.columns.iter_mut().zip(places) {
            let percent = head.column.kind == ColumnKind::VariancePercent
                || head
                    .formula
                    .as_ref()
                    .is_some_and(|bound| bound.formula.is_percent());
            let of_kind = percent.then_some(Unit::Percent);
            head.format = Format {
                unit: head
                    .column
                    .unit
                    .or(of_kind)
                    .or(section.unit)
                    .unwrap_or(usual),
                decimals: Some(places.unwrap_or(0)),
                negatives: section.negatives.unwrap_or(Negatives::Minus),
            };
            let by_formula = head
                .formula
                .as_ref()
                .is_some_and(|bound| bound.formula.is_rate() || head.format.unit == Unit::Percent);
            head.rate = by_formula || head.column.kind == ColumnKind::VariancePercent;
        }
    }

    /// Finds how many decimal places a column shows, and those of the columns it stands on. A column
    /// that stands on itself adds none of its own.
    fn find_places(
        &self,
        place: usize,
        most: &[Option<u32>],
        found: &mut [Option<u32>],
        deepest: usize,
    ) {
        if found[place].is_some() {
            return;
        }
        let head = &self.columns[place];
        let chosen = head.column.decimals.map(|decimals| decimals.0);
        found[place] = chosen.or(most[place]).or(Some(0));
        let (None, None, Some(deeper)) = (chosen, most[place], deepest.checked_sub(1)) else {
            return;
        };
        let of_variance = head.sources.map(|(budget, actual)| vec![budget, actual]);
        let of_formula = head.formula.as_ref().map(|bound| bound.columns().collect());
        let under: Vec<usize> = of_formula.or(of_variance).unwrap_or_default();
        for other in &under {
            self.find_places(*other, most, found, deeper);
        }
        let of = |place: usize| found[place].unwrap_or(0);
        let places = match &head.formula {
            Some(bound) => expression_places(&bound.formula.root, bound, &of).min(MOST_PLACES),
            None if head.column.kind == ColumnKind::VariancePercent => 1,
            None => under.into_iter().map(of).max().unwrap_or(0),
        };
        found[place] = Some(places);
    }

    fn find_runs(&mut self) {
        let mut open = false;
        for (row, line) in self.lines.iter().enumerate() {
            match line.kind {
                LineKind::Line => {
                    if !open {
                        self.runs.push(Vec::new());
                    }
                    open = true;
                    self.runs
                        .last_mut()
                        .into_iter()
                        .for_each(|run| run.push(row));
                }
                LineKind::Formula => {}
                LineKind::Heading | LineKind::Subtotal | LineKind::Total => open = false,
            }
            self.run_of.push(self.runs.len().checked_sub(1));
        }
    }

    /// What a cell follows from.
    pub(super) fn way(&self, row: usize, column: usize) -> Way {
        let head = &self.columns[column];
        let kind = self.lines[row].kind;
        if kind == LineKind::Heading || !head.column.kind.holds_figures() {
            return Way::Nothing;
        }
        let over_lines = is_sum(kind);
        if over_lines && head.column.no_total.0 {
            return Way::Nothing;
        }
        let along = head.formula.is_some() && (kind == LineKind::Line || head.rate);
        match head.column.kind {
            ColumnKind::Variance | ColumnKind::VariancePercent if head.sources.is_some() => {
                Way::Variance
            }
            ColumnKind::VariancePercent => Way::Nothing,
            _ if along => Way::ColumnFormula,
            _ if over_lines => Way::Sum,
            _ if self.line_formulas[row].is_some() => Way::LineFormula,
            _ => Way::Nothing,
        }
    }

    /// What the formula of a cell needs.
    pub(super) fn formula_needs(&self, bound: &Bound, row: usize, column: usize) -> Vec<Need> {
        let mut needs = Vec::new();
        bound.formula.root.each(&mut |part| match part {
            Expression::Name(name) => needs.extend(self.cell_named(bound, name, row, column)),
            Expression::Of(aggregate, name) => {
                if *aggregate == Aggregate::Share {
                    needs.extend(self.cell_named(bound, name, row, column));
                }
                needs.extend(self.aggregated(*aggregate, bound, name, row));
            }
            _ => {}
        });
        needs
    }

    fn cell_named(&self, bound: &Bound, name: &Name, row: usize, column: usize) -> Option<Need> {
        let (row, column) = self.place_named(bound, name, row, column)?;
        Some(Need::Cell { row, column })
    }

    /// The row and the column of the cell that a name means.
    pub(super) fn place_named(
        &self,
        bound: &Bound,
        name: &Name,
        row: usize,
        column: usize,
    ) -> Option<(usize, usize)> {
        Some(match bound.target(name)? {
            Target::Column(column) => (row, column),
            Target::Line(row) => (row, column),
            Target::Cell { row, column } => (row, column),
        })
    }

    /// The sum of a column that a name means.
    pub(super) fn aggregated(
        &self,
        aggregate: Aggregate,
        bound: &Bound,
        name: &Name,
        row: usize,
    ) -> Option<Need> {
        let Target::Column(column) = bound.target(name)? else {
            return None;
        };
        match aggregate {
            Aggregate::Total | Aggregate::Share => Some(Need::Total(column)),
            Aggregate::Group => self.run_of[row].map(|run| Need::Group { run, column }),
            Aggregate::Previous => None,
        }
    }
}

/// The smallest step a reader sees in a column of this format.
pub(super) fn unit_of(format: Format) -> Decimal {
    let places = format.decimals.unwrap_or(0);
    Decimal::new(1, places.min(Decimal::MAX_SCALE))
}

/// How many decimal places the result of a formula has.
fn expression_places(part: &Expression, bound: &Bound, of: &impl Fn(usize) -> u32) -> u32 {
    let inner = |part: &Expression| expression_places(part, bound, of);
    let most = |parts: &[Expression]| parts.iter().map(inner).max().unwrap_or(0);
    match part {
        Expression::Number(number) => number.scale(),
        Expression::Name(name) | Expression::Of(Aggregate::Total | Aggregate::Group, name) => {
            match bound.target(name) {
                Some(Target::Column(column) | Target::Cell { column, .. }) => of(column),
                _ => 0,
            }
        }
        Expression::Of(Aggregate::Previous, name) => match bound.target(name) {
            Some(Target::Column(column) | Target::Cell { column, .. }) => of(column),
            _ => 0,
        },
        Expression::Rounded(_, places) => *places,
        Expression::Negative(part) => inner(part),
        Expression::Call(Function::Percent | Function::Change, _)
        | Expression::Of(Aggregate::Share, _) => 1,
        Expression::Call(_, parts) => most(parts),
        Expression::Pair(Operator::Plus | Operator::Minus, left, right) => {
            inner(left).max(inner(right))
        }
        Expression::Pair(Operator::Times, left, right) => inner(left).saturating_add(inner(right)),
        Expression::Pair(Operator::Over, left, _) => inner(left).max(1),
    }
}
