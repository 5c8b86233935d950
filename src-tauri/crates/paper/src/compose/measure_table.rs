//! Measure tables: a row for each measure.

use outturn_model::entry::Entry;
use outturn_model::figure::{Format, Negatives, Unit};
use outturn_model::section::Section;
use outturn_model::statement::Shows;
use outturn_model::{Book, Entity, Message, Period, Place};
use outturn_rules::Appearance;
use outturn_rules::measure_table::{
    MeasureContent, ShownColumn, ShownRow, shown_columns, shown_row,
};
use rust_decimal::Decimal;

use super::Composer;
use super::narrative::lead_in;
use super::table::{Head, header};
use crate::tree::{Align, Block, BlockKind, Cell, Column, ColumnKind, Inline, Row, Table, Width};

/// The heading of a column: its own, else the usual one for what it shows.
pub fn measure_heading(book: &Book, period: Period, shown: &ShownColumn<'_>) -> Message {
    let named = |name: &str| Message::new("value-words").with("words", name);
    if let Some(own) = shown.column.filter(|column| !column.heading.is_empty()) {
        return named(&own.heading);
    }
    let year = period.whole_year();
    match (shown.shows, shown.column) {
        (Shows::Reference, _) => Message::new("table-reference"),
        (Shows::Name, _) => Message::new("table-measure"),
        (Shows::LastYear, _) => {
            Message::new("table-last-actual").with("year", year.previous().short_name())
        }
        (Shows::Target, None) => Message::new("table-target").with("year", year.short_name()),
        (Shows::Outturn, None) => Message::new("table-figure").with("period", period.short_name()),
        (Shows::Status, _) => Message::new("table-progress"),
        (Shows::Direction, _) => Message::new("table-direction"),
        (Shows::Comparator, column) => {
            let comparator = column.and_then(|column| column.comparator.as_ref());
            let comparator = comparator.and_then(|id| book.comparators.get(id));
            comparator.map_or_else(
                || Message::new("choice-shows-comparator"),
                |comparator| named(&comparator.name),
            )
        }
        (Shows::Owner, _) => Message::new("choice-shows-owner"),
        (Shows::PeriodCovered, _) => Message::new("choice-shows-period-covered"),
        (Shows::Fraction, _) => Message::new("choice-shows-fraction"),
        (Shows::Previous, _) => Message::new("choice-shows-previous"),
        (Shows::PreviousFraction, _) => Message::new("choice-shows-previous-fraction"),
        (Shows::Target, _) => Message::new("choice-shows-target"),
        (Shows::AmberBand, _) => Message::new("choice-shows-amber-band"),
        (Shows::Outturn, _) => Message::new("choice-shows-outturn"),
        (Shows::TargetVariance, _) => Message::new("choice-shows-target-variance"),
        (Shows::Benchmark, _) => Message::new("choice-shows-benchmark"),
    }
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
        let shown = shown_columns(self.book, section);
        if shown.is_empty() {
            return Vec::new();
        }
        let rows = entries.iter().map(|(_, appearance)| {
            let row = shown_row(appearance, &shown);
            self.measure_row(&row, &shown)
        });
        let table = Table {
            columns: shown.iter().map(column).collect(),
            header: self.measure_header(&shown),
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

    /// One row of headings, or two where neighbouring columns share a heading over them.
    fn measure_header(&self, shown: &[ShownColumn<'_>]) -> Vec<Vec<Cell>> {
        let heads = shown
            .iter()
            .map(|shown| Head {
                group: shown.column.map_or("", |column| column.group.as_str()),
                cell: Cell::words(self.say(&measure_heading(self.book, self.report.period, shown)))
                    .heads_column(),
            })
            .collect();
        header(Vec::new(), heads)
    }

    fn measure_row(&self, row: &ShownRow<'_>, shown: &[ShownColumn<'_>]) -> Row {
        let head = shown.iter().position(|shown| shown.shows == Shows::Name);
        let mut cells = Vec::new();
        let mut at = 0;
        while at < row.cells.len() {
            match row.sentence {
                Some(sentence) if sentence.from == at => {
                    let across = u16::try_from(sentence.across).unwrap_or(u16::MAX);
                    let cell = Cell::words(sentence.text).across(across);
                    cells.push(cell.aligned(Align::Start));
                    at += sentence.across;
                }
                _ => {
                    let mut text = self.measure_cell(&row.cells[at]);
                    if Some(at) == head && !row.entry.footnote.is_empty() {
                        let note = vec![Inline::text(row.entry.footnote.as_str())];
                        text.push(Inline::Footnote(note));
                    }
                    let cell = Cell::new(text);
                    cells.push(if Some(at) == head {
                        cell.heads_row()
                    } else {
                        cell
                    });
                    at += 1;
                }
            }
        }
        Row {
            place: Some(Place::row(Entity::Entry, row.entry.id.row()).to_string()),
            indent: row.indent,
            cells,
            ..Row::default()
        }
    }

    fn measure_cell(&self, content: &MeasureContent<'_>) -> Vec<Inline> {
        let words = |words: &str| match words {
            "" => Vec::new(),
            words => vec![Inline::text(words)],
        };
        let two = |first: &str, second: &str| {
            let mut run = words(first);
            if !first.is_empty() && !second.is_empty() {
                run.push(Inline::Break);
            }
            run.extend(words(second));
            run
        };
        match content {
            MeasureContent::Empty => Vec::new(),
            MeasureContent::Reference { reference, other } => two(reference, other),
            MeasureContent::Name(name) => words(name),
            MeasureContent::Owner(person) => words(person.post.as_str()),
            MeasureContent::PeriodCovered(message)
            | MeasureContent::NotDue(message)
            | MeasureContent::AmberBand(message) => words(&self.say(message)),
            MeasureContent::Figure(figure) => words(&self.say(&figure.shown)),
            MeasureContent::Fraction {
                numerator,
                denominator,
            } => {
                let plain = |figure: Decimal| COUNTS.bare(figure);
                let of = denominator.map(|of| format!("/ {}", plain(of)));
                two(&plain(*numerator), &of.unwrap_or_default())
            }
            MeasureContent::TargetVariance(relative) => words(&self.say(&relative.message())),
            MeasureContent::Status { words: said, .. } if !said.is_empty() => words(said),
            MeasureContent::Status { rated, .. } => {
                vec![Inline::Symbol(self.status_mark(rated.status))]
            }
            MeasureContent::Direction { travelled, change } => {
                let mut run = vec![Inline::Symbol(self.direction_mark(travelled.direction))];
                if let Some(change) = change {
                    run.push(Inline::Break);
                    run.push(Inline::text(self.say(&change.message())));
                }
                run
            }
            MeasureContent::Benchmark {
                figure,
                comparator,
                label,
            } => {
                let source = match *label {
                    "" => comparator.name.to_string(),
                    label => format!("{}, {label}", comparator.name.as_str()),
                };
                two(&self.say(&figure.shown), &source)
            }
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

/// How counts are printed: with as many decimal places as they have.
const COUNTS: Format = Format {
    unit: Unit::Number,
    decimals: None,
    negatives: Negatives::Minus,
};

fn column(shown: &ShownColumn<'_>) -> Column {
    let (kind, usual) = match shown.shows {
        Shows::Reference => (ColumnKind::Text, 9),
        Shows::Name => (ColumnKind::Text, 25),
        Shows::Owner | Shows::PeriodCovered | Shows::AmberBand => (ColumnKind::Text, 12),
        Shows::Benchmark => (ColumnKind::Text, 15),
        Shows::Status | Shows::Direction => (ColumnKind::Status, 15),
        Shows::LastYear | Shows::Target => (ColumnKind::Number, 10),
        Shows::Fraction
        | Shows::PreviousFraction
        | Shows::Previous
        | Shows::Outturn
        | Shows::TargetVariance
        | Shows::Comparator => (ColumnKind::Number, 9),
    };
    let own = shown.column.and_then(|column| column.width);
    let own = own.and_then(|width| u16::try_from(width.0).ok());
    Column {
        kind,
        width: Width::Share(own.unwrap_or(usual)),
    }
}
