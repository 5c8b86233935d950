//! Tables: finance statements and schedules.

use outturn_model::figure::{Format, Unit};
use outturn_model::section::{Section, SectionKind};
use outturn_model::statement::{self, ColumnKind as Kind, LineKind};
use outturn_model::{Entity, Message, Place};
use outturn_rules::slip::{Along, Slip};
use outturn_rules::statement::{
    CellContent, Statement, StatementCell, StatementColumn, StatementRow, statement,
};

use super::table::{Head, header};
use super::{Composer, date_in_words};
use crate::tree::{
    Block, BlockKind, Cell, Column, ColumnKind, Inline, Note, Row, RowKind, Table, Width,
};

/// The heading of a statement's column: its own, else the usual one for its kind and place.
pub fn column_heading(column: &statement::Column, place: usize) -> Message {
    if !column.heading.is_empty() {
        return Message::new("statement-heading").with("heading", column.heading.as_str());
    }
    Message::new(match (column.kind, place) {
        (Kind::Variance, _) => "statement-heading-variance",
        (Kind::VariancePercent, _) => "statement-heading-variance-percent",
        (Kind::Figure, 0) => "statement-heading-annual",
        (Kind::Figure, 1) => "statement-heading-budget",
        (Kind::Figure, 2) => "statement-heading-actual",
        (Kind::Figure, _) => "statement-heading-figure",
        (Kind::Formula, _) => "statement-heading-formula",
        (Kind::Text, _) => "statement-heading-text",
        (Kind::Date, _) => "statement-heading-date",
        (Kind::Status, _) => "statement-heading-status",
        (Kind::Post, _) => "statement-heading-post",
        (Kind::Reference, _) => "statement-heading-reference",
    })
}

/// What a reader is told of a supplied figure that does not follow from those printed around it.
pub fn slip_note(line: &str, column: Message, slip: &Slip, format: Format) -> Message {
    let key = match (slip.along, slip.explained_by_rounding) {
        (Along::Line, true) => "statement-slip-line-rounding",
        (Along::Line, false) => "statement-slip-line",
        (Along::Column, true) => "statement-slip-column-rounding",
        (Along::Column, false) => "statement-slip-column",
    };
    Message::new(key)
        .with("line", line)
        .with("column", column)
        .with("supplied", format.bare(slip.supplied))
        .with("computed", format.bare(slip.computed))
}

/// How wide a column of figures is where nothing is stored, and the labels beside it.
const FIGURES_WIDTH: u16 = 10;
const WORDS_WIDTH: u16 = 20;
const LABELS_WIDTH: u16 = 25;
const LETTERS_WIDTH: u16 = 5;

/// What stands before the columns of a table.
#[derive(Clone, Copy)]
struct Front {
    letters: bool,
    labels: bool,
}

impl Front {
    fn of(worked: &Statement<'_>) -> Self {
        let mut rows = worked.rows.iter();
        Self {
            letters: rows.clone().any(|row| row.letter.is_some()),
            labels: rows
                .any(|row| row.line.kind != LineKind::Heading && !row.line.label.is_empty()),
        }
    }

    fn columns(self) -> usize {
        usize::from(self.letters) + usize::from(self.labels)
    }
}

impl Composer<'_> {
    pub(super) fn statement(&self, section: &Section) -> Vec<Block> {
        let worked = statement(self.book, section);
        if worked.columns.is_empty() || worked.rows.is_empty() {
            return Vec::new();
        }
        let front = Front::of(&worked);
        let mut columns = Vec::new();
        let mut column = |kind, width| {
            let width = Width::Share(width);
            columns.push(Column { kind, width });
        };
        if front.letters {
            column(ColumnKind::Text, LETTERS_WIDTH);
        }
        if front.labels {
            column(ColumnKind::Text, LABELS_WIDTH);
        }
        for each in &worked.columns {
            let (kind, usual) = match each.column.kind {
                Kind::Status => (ColumnKind::Status, FIGURES_WIDTH),
                Kind::Date | Kind::Reference => (ColumnKind::Text, FIGURES_WIDTH),
                Kind::Text | Kind::Post => (ColumnKind::Text, WORDS_WIDTH),
                _ => (ColumnKind::Number, FIGURES_WIDTH),
            };
            let own = each
                .column
                .width
                .and_then(|width| u16::try_from(width.0).ok());
            column(kind, own.unwrap_or(usual));
        }
        let table = Table {
            columns,
            header: self.statement_header(section, &worked, front),
            rows: self.statement_rows(&worked, front),
            notes: self.statement_notes(&worked),
            ..Table::default()
        };
        let mut blocks = vec![BlockKind::Table(table).into()];
        blocks.extend(self.table_charts(section, &worked));
        blocks
    }

    fn statement_header(
        &self,
        section: &Section,
        worked: &Statement<'_>,
        front: Front,
    ) -> Vec<Vec<Cell>> {
        let mut before = Vec::new();
        if front.letters {
            before.push(Cell::words(self.word("statement-letter")).heads_column());
        }
        if front.labels {
            let heading = match section.label_heading.as_str() {
                "" if section.kind == SectionKind::Schedule => self.word("statement-item"),
                "" => self.word("statement-line"),
                heading => heading.to_owned(),
            };
            before.push(Cell::words(heading).heads_column());
        }
        let heads = worked.columns.iter().enumerate().map(|(at, column)| Head {
            group: &column.column.group,
            cell: self.column_head(worked, at),
        });
        header(before, heads.collect())
    }

    fn column_head(&self, worked: &Statement<'_>, at: usize) -> Cell {
        let column = &worked.columns[at];
        let mut text = vec![Inline::text(self.say(&column_heading(column.column, at)))];
        let mark = if column.column.kind.holds_figures() {
            self.word(match column.format.unit {
                Unit::Number => "unit-mark-number",
                Unit::Percent => "unit-mark-percent",
                Unit::Pounds => "unit-mark-pounds",
                Unit::ThousandPounds => "unit-mark-thousand-pounds",
                Unit::MillionPounds => "unit-mark-million-pounds",
            })
        } else {
            String::new()
        };
        if !mark.is_empty() {
            text.push(Inline::Break);
            text.push(Inline::text(mark));
        }
        Cell::new(text).heads_column()
    }

    fn statement_rows(&self, worked: &Statement<'_>, front: Front) -> Vec<Row> {
        let across = u16::try_from(worked.columns.len() + front.columns()).unwrap_or(u16::MAX);
        worked
            .rows
            .iter()
            .map(|row| Row {
                place: Some(Place::row(Entity::Line, row.line.id.row()).to_string()),
                kind: match row.line.kind {
                    LineKind::Line | LineKind::Formula => RowKind::Line,
                    LineKind::Heading => RowKind::Group,
                    LineKind::Subtotal => RowKind::Subtotal,
                    LineKind::Total => RowKind::Total,
                },
                indent: 0,
                cells: if row.line.kind == LineKind::Heading {
                    vec![
                        Cell::words(row.line.label.as_str())
                            .heads_row()
                            .across(across),
                    ]
                } else {
                    self.statement_cells(worked, row, front)
                },
            })
            .collect()
    }

    fn statement_cells(
        &self,
        worked: &Statement<'_>,
        row: &StatementRow<'_>,
        front: Front,
    ) -> Vec<Cell> {
        let mut cells = Vec::new();
        if front.letters {
            cells.push(Cell::words(row.letter.clone().unwrap_or_default()));
        }
        if front.labels {
            cells.push(Cell::new(self.line_label(row)).heads_row());
        }
        let content = row.cells.iter().zip(&worked.columns);
        cells.extend(content.map(|(cell, column)| self.statement_cell(cell, column)));
        if front.columns() == 0
            && let Some(first) = cells.first_mut()
        {
            *first = first.clone().heads_row();
        }
        cells
    }

    /// The line's name, and where the small table that belongs to it stands.
    fn line_label(&self, row: &StatementRow<'_>) -> Vec<Inline> {
        let mut text = lines(row.line.label.as_str());
        let details = row.line.details.as_ref();
        if let Some(item) = details.and_then(|section| self.outline.item(section)) {
            let heading = item.section.heading.as_str();
            let see = match &item.number {
                Some(number) => Message::new("statement-details")
                    .with("number", number.as_str())
                    .with("heading", heading),
                None => Message::new("statement-details-below").with("heading", heading),
            };
            text.push(Inline::Break);
            text.push(Inline::text(self.say(&see)));
        }
        text
    }

    fn statement_cell(&self, cell: &StatementCell<'_>, column: &StatementColumn<'_>) -> Cell {
        match &cell.content {
            CellContent::Empty => Cell::default(),
            CellContent::Figure(figure) => Cell::words(column.format.bare(*figure)),
            CellContent::Words(words) => Cell::words(self.say(words)),
            CellContent::Text(text) => Cell::new(lines(text)),
            CellContent::Reference(text) | CellContent::Unreadable(text) => Cell::words(*text),
            CellContent::Date(day) => Cell::words(self.say(&date_in_words(*day))),
            CellContent::Status(status) => {
                Cell::new(vec![Inline::Symbol(self.status_mark(*status))])
            }
            CellContent::Post(person) => Cell::words(person.post.as_str()),
        }
    }

    /// Comments on lines, those of lettered lines under their letter, and every supplied figure that
    /// does not follow.
    fn statement_notes(&self, worked: &Statement<'_>) -> Vec<Note> {
        let mut notes = Vec::new();
        for row in &worked.rows {
            if row.line.comment.is_empty() {
                continue;
            }
            let mut text = Vec::new();
            if !row.line.label.is_empty() {
                let label =
                    Message::new("table-commentary-label").with("label", row.line.label.as_str());
                text.push(Inline::strong(self.say(&label)));
                text.push(Inline::text(" "));
            }
            text.extend(lines(row.line.comment.as_str()));
            notes.push(Note {
                mark: row.letter.clone(),
                text,
            });
        }
        for row in &worked.rows {
            for (place, (cell, column)) in row.cells.iter().zip(&worked.columns).enumerate() {
                for slip in &cell.slips {
                    let heading = column_heading(column.column, place);
                    let note = slip_note(&row.line.label, heading, slip, column.format);
                    notes.push(Note {
                        mark: None,
                        text: vec![Inline::text(self.say(&note))],
                    });
                }
            }
        }
        notes
    }
}

/// Words over one or several lines.
fn lines(text: &str) -> Vec<Inline> {
    let mut run = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            run.push(Inline::Break);
        }
        run.push(Inline::text(line));
    }
    run
}
