//! A finance statement, worked out: totals, variances, and where a supplied figure does not follow.

use std::collections::HashMap;

use outturn_model::figure::{Absence, Format, Negatives, Unit};
use outturn_model::section::{Overspend, Section};
use outturn_model::statement::{Amount, Column, ColumnKind, LineKind, StatementLine};
use outturn_model::{Book, Id, Message};
use rust_decimal::Decimal;

use crate::arithmetic;
use crate::figures;
use crate::slip::{self, Along, Expected, Slip, Tally, Term};

/// A statement section, worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement<'a> {
    /// Its columns, in order.
    pub columns: Vec<StatementColumn<'a>>,
    /// Its lines, in order.
    pub rows: Vec<StatementRow<'a>>,
}

/// A column of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementColumn<'a> {
    /// The stored column.
    pub column: &'a Column,
    /// How its figures are printed: with as many decimal places as the most exact figure in it.
    pub format: Format,
    /// For a variance: the columns, by place, of the budget and of what was spent or received.
    /// Nothing for an entered column, and for a variance that does not say which they are.
    pub sources: Option<(usize, usize)>,
}

/// A line of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow<'a> {
    /// The stored line.
    pub line: &'a StatementLine,
    /// One cell for each column; none on a heading.
    pub cells: Vec<StatementCell<'a>>,
}

/// A figure of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatementCell<'a> {
    /// What is stored: the figure itself where one is to be entered, else what someone else
    /// supplied.
    pub stored: Option<&'a Amount>,
    /// Whether the cell is one to enter a figure in, not one that is worked out.
    pub entered: bool,
    /// What follows from the printed figures around it, where the cell is worked out: a variance
    /// from its line, a total from the lines above.
    pub computed: Option<Decimal>,
    /// The figure that is printed: the stored one, else the computed one.
    pub figure: Option<Decimal>,
    /// Where a supplied figure differs from what follows: along its line, down its column, or both.
    pub slips: Vec<Slip>,
    /// Where this figure is not known: the row, by place, of the first total that so cannot be
    /// worked out and that nobody supplied.
    pub holds_up: Option<usize>,
}

impl StatementCell<'_> {
    /// Whether there is no figure and none is meant: it does not apply, or a dash stands for nil, as
    /// in R5's tables.
    fn is_nil(&self) -> bool {
        let stored = self.stored.filter(|stored| stored.amount.is_none());
        stored.is_some_and(|stored| match stored.absence {
            Some(Absence::NotApplicable) => true,
            Some(Absence::NoData) => matches!(stored.words.trim(), "-" | "–" | "—" | "−"),
            _ => false,
        })
    }

    /// The words printed in place of a figure, where those are stored.
    pub fn words(&self) -> Option<Message> {
        let stored = self.stored.filter(|amount| amount.amount.is_none())?;
        Some(figures::absent(stored.absence?, &stored.words))
    }

    /// The figure someone else supplied, kept beside the one that is computed.
    pub fn supplied(&self) -> Option<Decimal> {
        self.stored.filter(|_| !self.entered)?.amount
    }
}

/// Works out a statement section.
///
/// A subtotal sums the lines since the last subtotal or total; a total sums the subtotals above it
/// and the lines above it that no subtotal sums. Both sum what is printed, so that a reader who
/// adds the column up finds what is written. A total over a figure that is not known is not known
/// and has no variance; one that does not apply is nil. A supplied total is right where it agrees
/// with the parts printed above it, or with the lines under them added up anew: so one wrong
/// subtotal is one slip, and the right totals under it are none. A variance is budget less actual
/// where an overspend is below nil, actual less budget where it is above, and income is held below
/// nil, so one rule serves both (R3). Its percentage is of the size of the budget (R5).
pub fn statement<'a>(book: &'a Book, section: &'a Section) -> Statement<'a> {
    let columns = columns(book, section);
    let lines: Vec<&StatementLine> = book.lines.under(&section.id).collect();
    let mut stored: HashMap<(&Id<StatementLine>, &Id<Column>), &Amount> = HashMap::new();
    for line in &lines {
        for amount in book.amounts.under(&line.id) {
            stored.insert((&amount.line, &amount.column), amount);
        }
    }
    let columns = formatted(columns, section, &lines, &stored);
    let mut work = Work {
        columns: &columns,
        overspend: section.overspend.unwrap_or_default(),
        sums: vec![Sums::default(); columns.len()],
        held_up: Vec::new(),
    };
    let mut rows: Vec<StatementRow<'_>> = lines
        .into_iter()
        .enumerate()
        .map(|(row, line)| StatementRow {
            line,
            cells: work.cells(row, line, &stored),
        })
        .collect();
    for HeldUp { total, row, column } in work.held_up {
        rows[row].cells[column].holds_up = Some(total);
    }
    Statement { columns, rows }
}

/// A column, and the places of the columns its variance is of.
type Sourced<'a> = (&'a Column, Option<(usize, usize)>);

fn columns<'a>(book: &'a Book, section: &Section) -> Vec<Sourced<'a>> {
    let columns: Vec<&Column> = book.columns.under(&section.id).collect();
    let entered: HashMap<&Id<Column>, usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.kind == ColumnKind::Figure)
        .map(|(place, column)| (&column.id, place))
        .collect();
    let place = |id: &Option<Id<Column>>| entered.get(id.as_ref()?).copied();
    columns
        .iter()
        .map(|column| {
            let sources = place(&column.budget).zip(place(&column.actual));
            let sources = sources.filter(|_| column.kind != ColumnKind::Figure);
            (*column, sources)
        })
        .collect()
}

/// Gives each column its format. A variance that is worked out is as exact as what it is worked out
/// from; a percentage has one decimal place.
fn formatted<'a>(
    columns: Vec<Sourced<'a>>,
    section: &Section,
    lines: &[&StatementLine],
    stored: &HashMap<(&Id<StatementLine>, &Id<Column>), &Amount>,
) -> Vec<StatementColumn<'a>> {
    let most_places = |column: &Column| {
        let amounts = lines
            .iter()
            .filter_map(|line| stored.get(&(&line.id, &column.id))?.amount);
        amounts.map(|amount| amount.scale()).max()
    };
    let most: Vec<Option<u32>> = columns
        .iter()
        .map(|(column, _)| most_places(column))
        .collect();
    let places = |place: usize| most[place].unwrap_or(0);
    columns
        .iter()
        .enumerate()
        .map(|(place, (column, sources))| {
            let percent = column.kind == ColumnKind::VariancePercent;
            let of_sources = || match sources {
                Some((budget, actual)) if !percent => places(*budget).max(places(*actual)),
                _ => u32::from(percent),
            };
            StatementColumn {
                column,
                format: Format {
                    unit: if percent {
                        Unit::Percent
                    } else {
                        section.unit.unwrap_or(Unit::Pounds)
                    },
                    decimals: Some(most[place].unwrap_or_else(of_sources)),
                    negatives: section.negatives.unwrap_or(Negatives::Minus),
                },
                sources: *sources,
            }
        })
        .collect()
}

/// What a column has added up so far.
#[derive(Debug, Clone, Default)]
struct Sums {
    /// The printed lines since the last subtotal or total.
    lines: Tally,
    /// The printed subtotals, and the printed lines before a total that no subtotal sums.
    parts: Tally,
    /// All printed lines so far, and the subtotals that have none.
    anew: Tally,
    /// The rows among the lines, and among the parts, whose figure is not known and that no total
    /// has been found to wait for.
    unknown_lines: Vec<usize>,
    unknown_parts: Vec<usize>,
}

/// A total that cannot be worked out, and the row whose figure it waits for.
struct HeldUp {
    total: usize,
    row: usize,
    column: usize,
}

/// What follows for a cell in one direction: from the figures as they are printed, and from the
/// lines under them added up anew.
struct Follows {
    along: Along,
    printed: Option<Expected>,
    anew: Option<Expected>,
}

struct Work<'w, 'a> {
    columns: &'w [StatementColumn<'a>],
    overspend: Overspend,
    sums: Vec<Sums>,
    held_up: Vec<HeldUp>,
}

impl Work<'_, '_> {
    fn cells<'a>(
        &mut self,
        row: usize,
        line: &StatementLine,
        stored: &HashMap<(&Id<StatementLine>, &Id<Column>), &'a Amount>,
    ) -> Vec<StatementCell<'a>> {
        if line.kind == LineKind::Heading {
            return Vec::new();
        }
        if line.kind == LineKind::Total {
            for sums in &mut self.sums {
                sums.parts.join(std::mem::take(&mut sums.lines));
                sums.unknown_parts.append(&mut sums.unknown_lines);
            }
        }
        let mut cells: Vec<StatementCell<'a>> = self
            .columns
            .iter()
            .map(|column| StatementCell {
                stored: stored.get(&(&line.id, &column.column.id)).copied(),
                ..StatementCell::default()
            })
            .collect();
        // Entered columns first: variances stand on what these print.
        for (place, cell) in cells.iter_mut().enumerate() {
            if self.columns[place].column.kind == ColumnKind::Figure {
                let sum = self.sum(place, line.kind);
                cell.entered = line.kind == LineKind::Line;
                self.settle(cell, place, &[sum]);
            }
        }
        for place in 0..cells.len() {
            let along = self.along(place, line.kind, &cells);
            let follows = match self.columns[place].column.kind {
                ColumnKind::Figure => continue,
                ColumnKind::Variance => &[along, self.sum(place, line.kind)][..],
                ColumnKind::VariancePercent => &[along][..],
                _ => continue,
            };
            self.settle(&mut cells[place], place, follows);
        }
        for place in 0..cells.len() {
            self.add(row, place, line.kind, &cells);
        }
        cells
    }

    /// What the lines above make, on a subtotal or a total.
    fn sum(&self, place: usize, kind: LineKind) -> Follows {
        let sums = &self.sums[place];
        let (printed, anew) = match kind {
            LineKind::Subtotal => (sums.lines.sum(), None),
            LineKind::Total => (sums.parts.sum(), sums.anew.sum()),
            LineKind::Line | LineKind::Heading | LineKind::Formula => (None, None),
        };
        Follows {
            along: Along::Column,
            printed,
            anew,
        }
    }

    /// What the line's own figures make, under a variance.
    fn along(&self, place: usize, kind: LineKind, cells: &[StatementCell<'_>]) -> Follows {
        let printed = |place: usize| Some(self.term(place, cells[place].figure?));
        let anew = |place: usize| match kind {
            LineKind::Subtotal => self.sums[place].lines.term(),
            LineKind::Total => self.sums[place].anew.term(),
            LineKind::Line | LineKind::Heading | LineKind::Formula => None,
        };
        Follows {
            along: Along::Line,
            printed: self.variance(place, printed),
            anew: self.variance(place, anew),
        }
    }

    /// The variance of a column's sources.
    fn variance(&self, place: usize, term: impl Fn(usize) -> Option<Term>) -> Option<Expected> {
        let (budget, actual) = self.columns[place].sources?;
        let (budget, actual) = (term(budget)?, term(actual)?);
        match self.columns[place].column.kind {
            ColumnKind::VariancePercent => slip::variance_percent(budget, actual, self.overspend),
            _ => slip::variance(budget, actual, self.overspend),
        }
    }

    /// Settles what a cell prints, and compares what was supplied with each thing that follows. A
    /// variance that says what it is of is worked out along its line or not at all.
    fn settle(&self, cell: &mut StatementCell<'_>, place: usize, follows: &[Follows]) {
        let shown = self.unit_of(place);
        let has_sources = self.columns[place].sources.is_some();
        let mut working = follows
            .iter()
            .filter(|follows| !has_sources || follows.along == Along::Line);
        cell.computed = working.find_map(|follows| Some(follows.printed?.figure));
        let amount = cell.stored.and_then(|stored| stored.amount);
        let absent = cell.stored.is_some_and(|stored| stored.absence.is_some());
        cell.figure = amount.or(cell.computed.filter(|_| !absent));
        if let Some(supplied) = cell.supplied() {
            cell.slips = follows
                .iter()
                .filter_map(|follows| {
                    slip::slip(
                        follows.along,
                        supplied,
                        follows.printed?,
                        follows.anew,
                        shown,
                    )
                })
                .collect();
        }
    }

    fn add(&mut self, row: usize, place: usize, kind: LineKind, cells: &[StatementCell<'_>]) {
        let cell = &cells[place];
        let term = cell.figure.map(|figure| self.term(place, figure));
        let nil = term.is_none() && self.is_nil(place, cells);
        let stated = cell.stored.is_some_and(|stored| stored.absence.is_some());
        let unknown = term.is_none() && !nil;
        let sums = &mut self.sums[place];
        match kind {
            LineKind::Line if !nil => {
                sums.lines.add(term);
                sums.anew.add(term);
                sums.unknown_lines.extend(unknown.then_some(row));
            }
            LineKind::Subtotal => {
                let lines = std::mem::take(&mut sums.lines);
                let waiting = std::mem::take(&mut sums.unknown_lines);
                if unknown && stated {
                    sums.unknown_parts.push(row);
                } else if unknown {
                    self.held_up.extend(held_up(row, place, waiting));
                }
                // A subtotal over nothing, which nobody supplied, has nothing to add.
                let beside_no_lines = unknown && !stated && lines.is_empty();
                if !nil && !beside_no_lines {
                    sums.parts.add(term);
                }
                if !nil && lines.is_empty() && (term.is_some() || stated) {
                    sums.anew.add(term);
                }
            }
            LineKind::Total if unknown && !stated => {
                let waiting = std::mem::take(&mut sums.unknown_parts);
                self.held_up.extend(held_up(row, place, waiting));
            }
            LineKind::Line | LineKind::Total | LineKind::Heading | LineKind::Formula => {}
        }
    }

    /// Whether a cell without a figure is nil: it says so or, under a variance, what it is of does.
    fn is_nil(&self, place: usize, cells: &[StatementCell<'_>]) -> bool {
        let of_nothing = self.columns[place].sources.is_some_and(|(budget, actual)| {
            let nil = |place: usize| cells[place].figure.is_none() && cells[place].is_nil();
            nil(budget) && nil(actual)
        });
        cells[place].is_nil() || of_nothing
    }

    fn term(&self, place: usize, figure: Decimal) -> Term {
        Term {
            figure,
            half: arithmetic::half(self.unit_of(place)),
        }
    }

    /// The smallest step a reader sees in a column.
    fn unit_of(&self, place: usize) -> Decimal {
        let places = self.columns[place].format.decimals.unwrap_or(0);
        Decimal::new(1, places.min(Decimal::MAX_SCALE))
    }
}

/// The rows that a total waits for.
fn held_up(total: usize, column: usize, rows: Vec<usize>) -> impl Iterator<Item = HeldUp> {
    rows.into_iter()
        .map(move |row| HeldUp { total, row, column })
}
