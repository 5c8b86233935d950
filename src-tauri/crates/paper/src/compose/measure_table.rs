//! Measure tables: a row for each measure.

use outturn_model::entry::Entry;
use outturn_model::section::Section;
use outturn_model::{Entity, Message, Period, Place};
use outturn_rules::Appearance;
use outturn_rules::measure_table::measure_row;

use super::Composer;
use super::narrative::lead_in;
use crate::tree::{Block, BlockKind, Cell, Column, ColumnKind, Inline, Row, Table, Width};

/// Headings of the columns with last year's outturn, this year's target and this period's figure.
pub fn measure_table_headings(period: Period) -> [Message; 3] {
    let year = period.whole_year();
    [
        Message::new("table-last-actual").with("year", year.previous().short_name()),
        Message::new("table-target").with("year", year.short_name()),
        Message::new("table-figure").with("period", period.short_name()),
    ]
}

impl Composer<'_> {
    pub(super) fn measure_table(&self, section: &Section, level: u8) -> Vec<Block> {
        let entries: Vec<(&Entry, Appearance<'_>)> = self
            .book
            .entries
            .under(&section.id)
            .filter_map(|entry| Some((entry, Appearance::of(self.book, self.report, entry)?)))
            .collect();
        if entries.is_empty() {
            return Vec::new();
        }
        let rows = entries
            .iter()
            .map(|(entry, appearance)| self.measure_row(entry, appearance));
        let table = Table {
            columns: columns(),
            header: vec![self.measure_header()],
            rows: rows.collect(),
            ..Table::default()
        };
        let mut blocks = vec![BlockKind::Table(table).into()];
        let commentary: Vec<Block> = entries
            .iter()
            .flat_map(|(entry, appearance)| self.row_commentary(entry, appearance, level))
            .collect();
        if !commentary.is_empty() {
            blocks.push(self.supporting_commentary());
            blocks.extend(commentary);
        }
        blocks
    }

    /// The label over what is said of single rows.
    pub(super) fn supporting_commentary(&self) -> Block {
        super::narrative::paragraph(
            vec![Inline::strong(self.word("table-supporting-commentary"))],
            None,
        )
    }

    fn measure_header(&self) -> Vec<Cell> {
        let [last, target, figure] = measure_table_headings(self.report.period);
        let words = [
            self.word("table-reference"),
            self.word("table-measure"),
            self.say(&last),
            self.say(&target),
            self.say(&figure),
            self.word("table-progress"),
            self.word("table-direction"),
        ];
        words
            .into_iter()
            .map(|words| Cell::words(words).heads_column())
            .collect()
    }

    fn measure_row(&self, entry: &Entry, appearance: &Appearance<'_>) -> Row {
        let measure = appearance.measure;
        let row = measure_row(appearance);
        let mut reference = vec![Inline::text(measure.reference.as_str())];
        if !measure.other_reference.is_empty() {
            reference.push(Inline::Break);
            reference.push(Inline::text(measure.other_reference.as_str()));
        }
        let progress = if entry.status_words.is_empty() {
            Inline::Symbol(self.status_mark(row.status.status))
        } else {
            Inline::text(entry.status_words.as_str())
        };
        Row {
            place: Some(Place::row(Entity::Entry, entry.id.row()).to_string()),
            cells: vec![
                Cell::new(reference),
                Cell::words(measure.name.as_str()).heads_row(),
                Cell::words(self.figure(measure, row.last_actual)),
                Cell::words(self.figure(measure, row.target)),
                Cell::words(self.figure(measure, row.current.map(|current| current.value))),
                Cell::new(vec![progress]),
                Cell::new(vec![Inline::Symbol(
                    self.direction_mark(row.direction.direction),
                )]),
            ],
            ..Row::default()
        }
    }

    fn row_commentary(&self, entry: &Entry, appearance: &Appearance<'_>, level: u8) -> Vec<Block> {
        let mut blocks = self.narrative(&entry.commentary, level, &[]);
        if blocks.is_empty() {
            return blocks;
        }
        let measure = appearance.measure;
        let label = match measure.reference.as_str() {
            "" => measure.name.as_str(),
            reference => reference,
        };
        let label = self.say(&Message::new("table-commentary-label").with("label", label));
        lead_in(&mut blocks, vec![Inline::strong(label), Inline::text(" ")]);
        if let Some(first) = blocks.first_mut() {
            first.place =
                Some(Place::cell(Entity::Entry, entry.id.row(), "commentary").to_string());
        }
        blocks
    }
}

fn columns() -> Vec<Column> {
    let column = |kind, width| Column { kind, width };
    vec![
        column(ColumnKind::Text, Width::Share(9)),
        column(ColumnKind::Text, Width::Share(25)),
        column(ColumnKind::Number, Width::Share(10)),
        column(ColumnKind::Number, Width::Share(10)),
        column(ColumnKind::Number, Width::Share(9)),
        column(ColumnKind::Status, Width::Share(15)),
        column(ColumnKind::Status, Width::Share(15)),
    ]
}
