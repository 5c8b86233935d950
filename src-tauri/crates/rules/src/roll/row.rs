//! What becomes of the cells of a row that comes over.

use outturn_model::cell::{Line, Text};
use outturn_model::section::Section;
use outturn_model::statement::{Amount, ColumnKind};
use outturn_model::{Book, Entity, Record, Row, RowId};

use super::is_to_come;
use super::opening::OpeningFigure;

/// The cells of a row, by name.
pub(super) struct Cells<'r> {
    entity: Entity,
    row: &'r mut Row,
}

impl<'r> Cells<'r> {
    pub(super) fn of(entity: Entity, row: &'r mut Row) -> Self {
        Self { entity, row }
    }

    pub(super) fn get(&self, field: &str) -> Option<&str> {
        let (at, _) = self.entity.field(field)?;
        self.row.cells[at].as_deref()
    }

    pub(super) fn put(&mut self, field: &str, text: String) {
        if let Some((at, _)) = self.entity.field(field) {
            self.row.cells[at] = (!text.is_empty()).then_some(text);
        }
    }

    pub(super) fn flag(&mut self, field: &str, is: bool) {
        self.put(field, if is { "yes".to_owned() } else { String::new() });
    }

    pub(super) fn clear(&mut self, fields: &[&str]) {
        for field in fields {
            self.put(field, String::new());
        }
    }
}

/// The cells that belong to the last period and stay in it: judgements, outcomes, clearances,
/// figures, and what was stated not to be there.
pub(super) fn of_the_period(entity: Entity) -> &'static [&'static str] {
    match entity {
        Entity::Section => &["cleared_by", "cleared_on", "state"],
        Entity::Entry => &[
            "status",
            "status_reason",
            "status_words",
            "direction",
            "direction_reason",
            "no_actions",
            "no_next_actions",
            "no_risks",
        ],
        Entity::Action => &["outcome", "outcome_reason"],
        Entity::Milestone => &["progress", "done"],
        Entity::RegisterRisk => &["movement"],
        // Such as the day of the meeting that was consulted.
        Entity::Tick => &["note"],
        Entity::Tile => &["amount", "words", "status", "note"],
        _ => &[],
    }
}

/// Whether a section has words of the last period that come over: its narrative, supporting
/// commentaries, comments on lines, words in cells, what is said of tasks, or “None”.
pub(super) fn has_words(book: &Book, section: &Section) -> bool {
    let written = |text: &str| !text.trim().is_empty();
    let columns = book.columns.under(&section.id);
    let words: Vec<_> = columns
        .filter(|column| column.kind == ColumnKind::Text)
        .map(|column| &column.id)
        .collect();
    written(&section.text)
        || written(&section.comments)
        || section.none_stated.0
        || book
            .commentaries
            .under(&section.id)
            .any(|row| written(&row.text))
        || book.lines.under(&section.id).any(|line| {
            let mut cells = book.amounts.under(&line.id);
            written(&line.comment)
                || cells.any(|cell| words.contains(&&cell.column) && written(&cell.text))
        })
        || book.objectives.under(&section.id).any(|objective| {
            let mut tasks = book.tasks.under(&objective.id);
            tasks.any(|task| is_to_come(task) && written(&task.progress))
        })
        || book
            .register_risks
            .under(&section.id)
            .any(|risk| !risk.closed.0)
}

/// A cell of a table as it comes over: words, days, posts and references stay; statuses and figures
/// are the period's own and do not.
pub(super) fn amount(book: &Book, old: &Row) -> Option<Row> {
    let stored = book.amounts.find(&old.id)?;
    let kind = book.columns.get(&stored.column)?.kind;
    let mut row = old.clone();
    let mut cells = Cells::of(Entity::Amount, &mut row);
    cells.clear(&["amount", "absence", "words"]);
    if kind.holds_figures() || kind == ColumnKind::Status {
        cells.clear(&["text"]);
    }
    let says = cells.get("text").is_some();
    says.then_some(row)
}

/// A cell that holds what the table opens with.
pub(super) fn opening(figure: &OpeningFigure<'_>) -> (RowId, Row) {
    let cell = Amount {
        id: Amount::id_of(&figure.line.id, &figure.column.id),
        line: figure.line.id.clone(),
        column: figure.column.id.clone(),
        amount: Some(figure.figure),
        absence: None,
        words: Line::default(),
        text: Text::default(),
    };
    (cell.id.row().clone(), cell.to_row())
}
