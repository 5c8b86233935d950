//! Finance statements.

use outturn_model::figure::{Format, Unit};
use outturn_model::section::Section;
use outturn_model::statement::{self, ColumnKind as Kind, LineKind};
use outturn_model::{Entity, Message, Place};
use outturn_rules::slip::{Along, Slip};
use outturn_rules::statement::{Statement, StatementCell, StatementColumn, statement};

use super::Composer;
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

impl Composer<'_> {
    pub(super) fn statement(&self, section: &Section) -> Vec<Block> {
        let worked = statement(self.book, section);
        if worked.columns.is_empty() || worked.rows.is_empty() {
            return Vec::new();
        }
        let figures = worked.columns.iter().map(|_| Column {
            kind: ColumnKind::Number,
            width: Width::Share(2),
        });
        let label = Column {
            kind: ColumnKind::Text,
            width: Width::Share(5),
        };
        let table = Table {
            columns: std::iter::once(label).chain(figures).collect(),
            header: vec![self.statement_header(section, &worked)],
            rows: self.statement_rows(&worked),
            notes: self.statement_notes(&worked),
            ..Table::default()
        };
        vec![BlockKind::Table(table).into()]
    }

    fn statement_header(&self, section: &Section, worked: &Statement<'_>) -> Vec<Cell> {
        let unit = self.word(match section.unit.unwrap_or(Unit::Pounds) {
            Unit::Number => "unit-mark-number",
            Unit::Percent => "unit-mark-percent",
            Unit::Pounds => "unit-mark-pounds",
            Unit::ThousandPounds => "unit-mark-thousand-pounds",
            Unit::MillionPounds => "unit-mark-million-pounds",
        });
        let heads = worked.columns.iter().enumerate().map(|(place, column)| {
            let mark = if column.column.kind == Kind::VariancePercent {
                self.word("unit-mark-percent")
            } else {
                unit.clone()
            };
            let mut text = vec![Inline::text(
                self.say(&column_heading(column.column, place)),
            )];
            if !mark.is_empty() {
                text.push(Inline::Break);
                text.push(Inline::text(mark));
            }
            Cell::new(text).heads_column()
        });
        let corner = Cell::words(self.word("statement-line")).heads_column();
        std::iter::once(corner).chain(heads).collect()
    }

    fn statement_rows(&self, worked: &Statement<'_>) -> Vec<Row> {
        let across = u16::try_from(worked.columns.len() + 1).unwrap_or(u16::MAX);
        worked
            .rows
            .iter()
            .map(|row| {
                let label = Cell::words(row.line.label.as_str()).heads_row();
                let figures = row.cells.iter().zip(&worked.columns);
                Row {
                    place: Some(Place::row(Entity::Line, row.line.id.row()).to_string()),
                    kind: match row.line.kind {
                        LineKind::Line | LineKind::Formula => RowKind::Line,
                        LineKind::Heading => RowKind::Group,
                        LineKind::Subtotal => RowKind::Subtotal,
                        LineKind::Total => RowKind::Total,
                    },
                    indent: 0,
                    cells: if row.line.kind == LineKind::Heading {
                        vec![label.across(across)]
                    } else {
                        let cells = figures.map(|(cell, column)| self.amount(cell, column));
                        std::iter::once(label).chain(cells).collect()
                    },
                }
            })
            .collect()
    }

    fn amount(&self, cell: &StatementCell<'_>, column: &StatementColumn<'_>) -> Cell {
        match (cell.words(), cell.figure) {
            (Some(words), _) => Cell::words(self.say(&words)),
            (None, Some(figure)) => Cell::words(column.format.bare(figure)),
            (None, None) => Cell::default(),
        }
    }

    /// Comments on lines, and every supplied figure that does not follow.
    fn statement_notes(&self, worked: &Statement<'_>) -> Vec<Note> {
        let mut notes = Vec::new();
        for row in &worked.rows {
            if !row.line.comment.is_empty() {
                let label =
                    Message::new("table-commentary-label").with("label", row.line.label.as_str());
                notes.push(Note {
                    mark: None,
                    text: vec![
                        Inline::strong(self.say(&label)),
                        Inline::text(" "),
                        Inline::text(row.line.comment.as_str()),
                    ],
                });
            }
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
