//! What one cell follows from along its line: a formula's names, and a variance's columns.

use outturn_model::statement::ColumnKind;

use super::bind::Bound;
use super::table::Need;
use super::work::Work;
use crate::formula::{Aggregate, Figures, Name, Operand, near_nil};
use crate::slip::{self, Expected, Term};

/// A formula at one cell.
pub(super) struct Here<'h, 'w, 'a> {
    pub(super) work: &'h Work<'w, 'a>,
    pub(super) bound: &'h Bound,
    pub(super) row: usize,
    pub(super) column: usize,
}

impl Figures for Here<'_, '_, '_> {
    fn named(&self, name: &Name) -> Operand {
        let table = self.work.table;
        let place = table.place_named(self.bound, name, self.row, self.column);
        place.map_or(Operand::Missing, |(row, column)| {
            self.work.operand(row, column)
        })
    }

    fn aggregate(&self, aggregate: Aggregate, name: &Name) -> Operand {
        let (work, table) = (self.work, self.work.table);
        if aggregate == Aggregate::Previous {
            let place = table.place_named(self.bound, name, self.row, self.column);
            let found = place.zip(work.earlier).map(|((row, column), earlier)| {
                earlier.figure(table.lines[row], table.columns[column].column)
            });
            return found.unwrap_or(Operand::Missing);
        }
        match table.aggregated(aggregate, self.bound, name, self.row) {
            Some(Need::Total(column)) => work.totals[column],
            Some(Need::Group { run, column }) => {
                let found = work.groups.get(&(run, column));
                found.copied().unwrap_or(Operand::Missing)
            }
            _ => Operand::Missing,
        }
    }
}

impl Work<'_, '_> {
    /// Whether a variance in per cent would be one of nearly nothing.
    pub(super) fn has_small_base(&self, row: usize, column: usize) -> bool {
        let head = &self.table.columns[column];
        let Some((budget, actual)) = head.sources else {
            return false;
        };
        let known = self.cells[self.at(row, actual)].figure.is_some();
        match self.operand(row, budget) {
            Operand::Figure(base) => {
                known && head.column.kind == ColumnKind::VariancePercent && near_nil(&base)
            }
            _ => false,
        }
    }

    /// The variance of a column's sources.
    pub(super) fn variance(
        &self,
        column: usize,
        term: impl Fn(&Self, usize) -> Option<Term>,
    ) -> Option<Expected> {
        let head = &self.table.columns[column];
        let (budget, actual) = head.sources?;
        let (budget, actual) = (term(self, budget)?, term(self, actual)?);
        match head.column.kind {
            ColumnKind::VariancePercent => slip::variance_percent(budget, actual, self.overspend),
            _ => slip::variance(budget, actual, self.overspend),
        }
    }
}
