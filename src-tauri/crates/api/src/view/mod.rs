//! What the window shows, made from a book.
//!
//! Nothing is decided here: figures, statuses, numbers and sentences come from the rules and the
//! catalogue.

mod card;
mod figures;
mod findings;
mod measure_table;
mod measures;
mod past;
mod people;
mod plan;
mod register;
mod report;
mod restatement;
mod section;
mod summary;
mod table;
mod workspace;

pub use card::card;
pub use findings::{Located, findings, located};
pub use measures::{measure, measures};
pub use past::{measure_history, restated, search};
pub use people::people;
pub(crate) use report::report;
pub use section::section;
pub use workspace::{choices, directorate, ready_tables, report_heads, template};

use chrono::NaiveDate;
use outturn_model::record::{Field, Kind, Record, Row};
use outturn_model::section::Section;
use outturn_model::{Book, Message};
use outturn_paper::chart;
use outturn_rules::Outline;
use outturn_rules::direction::Travelled;
use outturn_rules::status::Rated;
use outturn_words::Words;

use crate::wire::{ChartView, Fields, RatingView, RowView};

/// The size of a chart in the window, in points; the window scales it.
const CHART_SIZE: chart::Size = chart::Size {
    width: 300.0,
    height: 190.0,
};

/// What every view is made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The file's content.
    pub book: &'a Book,
    /// The catalogue.
    pub words: &'a Words,
}

impl Source<'_> {
    pub(crate) fn say(&self, message: &Message) -> String {
        self.words.say(message)
    }

    pub(crate) fn word(&self, key: &'static str) -> String {
        self.words.word(key)
    }

    fn status(&self, rated: &Rated) -> RatingView {
        RatingView {
            value: rated.status.as_str().to_owned(),
            word: self.say(&rated.status.word()),
            reason: self.say(&rated.reason),
            computed: rated.computed.map(|status| self.say(&status.word())),
            overridden: rated.overridden,
        }
    }

    fn direction(&self, travelled: &Travelled) -> RatingView {
        RatingView {
            value: travelled.direction.as_str().to_owned(),
            word: self.say(&travelled.direction.word()),
            reason: self.say(&travelled.reason),
            computed: Some(self.say(&travelled.computed.word())),
            overridden: travelled.overridden,
        }
    }

    /// What a section is called in a list: its number and heading, or words for its kind.
    pub(crate) fn title_of(&self, section: &Section) -> String {
        let report = self.book.reports.get(&section.report);
        let outline = report.map(|report| Outline::of(self.book, report));
        let item = outline
            .as_ref()
            .and_then(|outline| outline.item(&section.id));
        item.map(|item| self.say(&item.own_title()))
            .unwrap_or_default()
    }

    fn chart(&self, chart: Option<chart::Chart>) -> Option<ChartView> {
        let chart = chart?;
        let description = self.say(&chart::describe(&chart)?);
        let drawing = chart::draw(&chart, CHART_SIZE)?;
        Some(ChartView {
            svg: drawing.svg(&description),
            description,
        })
    }
}

/// A record's stored cells by field.
fn fields<T: Record>(record: &T) -> Fields {
    fields_of(T::FIELDS, &record.to_row())
}

fn fields_of(fields: &[Field], row: &Row) -> Fields {
    let cells = fields.iter().zip(&row.cells);
    cells
        .map(|(field, cell)| (field.name.to_owned(), as_typed(field.kind, cell.as_deref())))
        .collect()
}

/// A stored cell as it would be typed: a date with its day first, the rest as it is stored.
fn as_typed(kind: Kind, cell: Option<&str>) -> String {
    let text = cell.unwrap_or_default();
    let date = match kind {
        Kind::Date => text.parse::<NaiveDate>().ok(),
        _ => None,
    };
    match date {
        Some(date) => date.format("%-d/%-m/%Y").to_string(),
        None => text.to_owned(),
    }
}

fn row<T: Record>(record: &T) -> RowView {
    RowView {
        id: record.row_id().to_string(),
        fields: fields(record),
    }
}
