//! A table, worked out: totals, variances, formulas, and where a supplied figure does not follow.
//!
//! Sections of kind statement and schedule hold tables. Every cell that is worked out follows from
//! other cells of the table, so the cells are put in an order in which each comes after what it needs;
//! those that need themselves are found on the way. The time is in proportion to the table's size.

mod bind;
mod content;
mod earlier;
mod graph;
mod here;
mod letter;
mod order;
mod sums;
mod table;
mod work;

use outturn_model::figure::{Absence, Format};
use outturn_model::section::Section;
use outturn_model::statement::{Amount, Column, LineKind, StatementLine};
use outturn_model::{Book, Message, Place, Record};
use rust_decimal::Decimal;

use crate::figures;
use crate::formula::{FormulaProblem, Stated};
use crate::slip::Slip;

pub use content::CellContent;
pub use letter::{letter, letters};

/// A table, worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement<'a> {
    /// Its columns, in order.
    pub columns: Vec<StatementColumn<'a>>,
    /// Its lines, in order.
    pub rows: Vec<StatementRow<'a>>,
    /// Formulas that cannot be read, name what is not there or go round in circles; also those of
    /// columns that are hidden.
    pub problems: Vec<ProblemAt<'a>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementColumn<'a> {
    /// The stored column.
    pub column: &'a Column,
    /// How its figures are printed: in the column's unit, else the section's, with the column's
    /// decimal places, else as many as the most exact figure in it has.
    pub format: Format,
    /// For a variance: the columns of the budget and of what was spent or received. Nothing for any
    /// other column, and for a variance that does not say which they are.
    pub sources: Option<(&'a Column, &'a Column)>,
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow<'a> {
    /// The stored line.
    pub line: &'a StatementLine,
    /// Its letter, where the section's plain lines are lettered.
    pub letter: Option<String>,
    /// One cell for each column; none on a heading.
    pub cells: Vec<StatementCell<'a>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatementCell<'a> {
    /// What is stored: the figure itself where one is to be entered, else what someone else
    /// supplied; or the text of a column without figures.
    pub stored: Option<&'a Amount>,
    /// Whether the cell is one to enter a figure in, not one that is worked out.
    pub entered: bool,
    /// What follows from the printed figures around it, where the cell is worked out: a variance
    /// from its line, a total from the lines above, a formula's result.
    pub computed: Option<Decimal>,
    /// The figure that is printed: the stored one, else the computed one.
    pub figure: Option<Decimal>,
    /// A result that is said in place of a figure, such as a percentage of too small a base. It
    /// stands beside a supplied figure, which is printed then.
    pub stated: Option<Stated>,
    /// Where a supplied figure differs from what follows: along its line, down its column, or both.
    pub slips: Vec<Slip>,
    /// Where this figure is not known: the row, by place, of the first total that so cannot be
    /// worked out and that nobody supplied.
    pub holds_up: Option<usize>,
    /// What it shows, in the type of its column.
    pub content: CellContent<'a>,
}

/// A formula with a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemAt<'a> {
    /// Whose formula it is.
    pub owner: Owner<'a>,
    /// What is wrong with it.
    pub problem: FormulaProblem,
}

/// Whose formula it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner<'a> {
    /// A column's.
    Column(&'a Column),
    /// A line's.
    Line(&'a StatementLine),
}

impl Owner<'_> {
    /// The cell that holds the formula.
    pub fn place(self) -> Place {
        match self {
            Self::Column(column) => Place::cell(Column::ENTITY, column.id.row(), "formula"),
            Self::Line(line) => Place::cell(StatementLine::ENTITY, line.id.row(), "formula"),
        }
    }

    /// What the column or the line is called.
    pub fn name(&self) -> &str {
        match self {
            Self::Column(column) => &column.heading,
            Self::Line(line) => &line.label,
        }
    }
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

    /// The words printed in place of a figure: those stored, else a result that is stated.
    pub fn words(&self) -> Option<Message> {
        let stated = || self.stated.filter(|_| self.figure.is_none());
        self.stored_words()
            .or_else(|| stated().map(Stated::message))
    }

    /// The words stored in place of a figure.
    pub fn stored_words(&self) -> Option<Message> {
        let stored = self.stored.filter(|amount| amount.amount.is_none())?;
        Some(figures::absent(stored.absence?, &stored.words))
    }

    /// The figure someone else supplied, kept beside the one that is computed.
    pub fn supplied(&self) -> Option<Decimal> {
        self.stored.filter(|_| !self.entered)?.amount
    }
}

/// Works out a table as the paper shows it: without its hidden columns, which formulas may use.
///
/// A subtotal sums the lines since the last subtotal or total; a total sums the subtotals above it
/// and the lines above it that no subtotal sums. Both sum what is printed, so that a reader who
/// adds the column up finds what is written. A total over a figure that is not known is not known
/// and has no variance; one that does not apply is nil. A supplied total is right where it agrees
/// with the parts printed above it, or with the lines under them added up anew: so one wrong
/// subtotal is one slip, and the right totals under it are none. A variance is budget less actual
/// where an overspend is below nil, actual less budget where it is above, and income is held below
/// nil, so one rule serves both (R3). Its percentage is of the size of the budget (R5).
///
/// A column with a formula is worked out line by line. Over subtotals and totals it adds up, unless
/// it is a rate ([`is_rate`](crate::formula::Formula::is_rate)): then, as a variance in per cent does,
/// it follows from the total's own figures. A column marked `no_total` has nothing there. A line with
/// a formula is worked out column by column, except that variances and rates follow along it; no
/// total adds it.
pub fn statement<'a>(book: &'a Book, section: &'a Section) -> Statement<'a> {
    let mut statement = whole_statement(book, section);
    let shown: Vec<bool> = statement
        .columns
        .iter()
        .map(|column| !column.column.hidden.0)
        .collect();
    if shown.contains(&false) {
        for row in &mut statement.rows {
            let mut shown = shown.iter();
            row.cells.retain(|_| shown.next().copied().unwrap_or(true));
        }
        statement.columns.retain(|column| !column.column.hidden.0);
    }
    statement
}

/// Works out a table with its hidden columns, as the one who edits it sees it.
pub fn whole_statement<'a>(book: &'a Book, section: &'a Section) -> Statement<'a> {
    let mut sections = vec![section];
    let mut last = section;
    // The oldest first: each may look back at the one before.
    while earlier::looks_back(book, last)
        && let Some(before) = last.follows.as_ref().and_then(|id| book.sections.get(id))
        && !sections.iter().any(|seen| seen.id == before.id)
    {
        sections.push(before);
        last = before;
    }
    let mut before = None;
    while let Some(section) = sections.pop() {
        let worked = work::work_out(book, section, before.as_ref());
        if sections.is_empty() {
            return worked;
        }
        before = Some(earlier::Earlier::of(worked));
    }
    work::work_out(book, section, None)
}

/// Whether a line's figures are worked out from other lines.
fn is_sum(kind: LineKind) -> bool {
    matches!(kind, LineKind::Subtotal | LineKind::Total)
}
