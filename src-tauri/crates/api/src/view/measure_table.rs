//! A measure table, for its editor: the columns that the paper prints, and what each cell stores.

use outturn_model::measure::{Measure, Series, Value};
use outturn_model::section::Section;
use outturn_model::statement::Shows;
use outturn_model::{Entity, Period, Place};
use outturn_paper::compose;
use outturn_rules::measure_table::{
    MeasureContent, ShownColumn, Stored, content, shown_columns, shown_row, stored,
};
use outturn_rules::{Appearance, direction, due, status};

use super::figures::{place_of, plain};
use super::{Source, fields, row};
use crate::wire::{
    Choice, MeasureCell, MeasureColumn, MeasureRow, SectionBody, StoredCell, WireBlock,
};

impl Source<'_> {
    pub(super) fn measure_table(&self, section: &Section) -> Option<SectionBody> {
        let book = self.book;
        let report = book.reports.get(&section.report)?;
        let shown = shown_columns(book, section);
        let rows = book.entries.under(&section.id).filter_map(|entry| {
            let appearance = Appearance::of(book, report, entry)?;
            Some(self.measure_row(&appearance, &shown))
        });
        Some(SectionBody::MeasureTable {
            shown: shown
                .iter()
                .map(|shown| self.measure_column(report.period, shown))
                .collect(),
            columns: book.columns.under(&section.id).map(row).collect(),
            comparators: book
                .comparators
                .iter()
                .map(|comparator| Choice {
                    value: comparator.id.to_string(),
                    label: comparator.name.to_string(),
                })
                .collect(),
            rows: rows.collect(),
        })
    }

    fn measure_column(&self, period: Period, shown: &ShownColumn<'_>) -> MeasureColumn {
        let stored = shown.column;
        MeasureColumn {
            id: stored.map_or_else(
                || shown.shows.as_str().to_owned(),
                |column| column.id.to_string(),
            ),
            shows: shown.shows.as_str().to_owned(),
            heading: self.say(&compose::measure_heading(self.book, period, shown)),
            group: stored.map_or_else(String::new, |column| column.group.to_string()),
            figures: matches!(
                shown.shows,
                Shows::Fraction
                    | Shows::PreviousFraction
                    | Shows::LastYear
                    | Shows::Previous
                    | Shows::Target
                    | Shows::Outturn
                    | Shows::TargetVariance
                    | Shows::Comparator
            ),
        }
    }

    fn measure_row(&self, appearance: &Appearance<'_>, shown: &[ShownColumn<'_>]) -> MeasureRow {
        let entry = appearance.entry;
        let sentence = shown_row(appearance, shown).sentence;
        let covered = |at: usize| {
            sentence.is_some_and(|sentence| {
                (sentence.from..sentence.from + sentence.across).contains(&at)
            })
        };
        let cells = shown.iter().enumerate().map(|(at, column)| MeasureCell {
            covered: covered(at),
            ..self.measure_cell(appearance, *column)
        });
        MeasureRow {
            id: entry.id.to_string(),
            fields: fields(entry),
            measure: self.measure_head(appearance.measure),
            cells: cells.collect(),
            status: self.status(&status::status(appearance)),
            direction: self.direction(&direction::direction(appearance)),
            due: self
                .say(&due::due(self.book, appearance.measure, appearance.report.period).sentence()),
            commentary: WireBlock::of(&entry.commentary),
        }
    }

    fn measure_cell(&self, appearance: &Appearance<'_>, column: ShownColumn<'_>) -> MeasureCell {
        let measure = appearance.measure;
        let stored = stored(appearance, column);
        let value = |period| self.book.value(&measure.id, &Series::Actual, period);
        let at = |series: &Series, period| place_of(&Value::id_of(&measure.id, series, period));
        let field_of = |name, period| {
            let id = Value::id_of(&measure.id, &Series::Actual, period);
            Place::cell(Entity::Value, id.row(), name).to_string()
        };
        let (entered, place) = match &stored {
            None => (String::new(), String::new()),
            Some(Stored::Measure(field)) => (
                fields(measure).remove(*field).unwrap_or_default(),
                Place::cell(Entity::Measure, measure.id.row(), field).to_string(),
            ),
            Some(Stored::Entry(field)) => (
                fields(appearance.entry).remove(*field).unwrap_or_default(),
                Place::cell(Entity::Entry, appearance.entry.id.row(), field).to_string(),
            ),
            Some(Stored::Figure { series, period }) => {
                let value = self.book.value(&measure.id, series, *period);
                let cell = self.figure_cell(measure, series, *period, value);
                (cell.entered, at(series, *period))
            }
            Some(Stored::Fraction(period)) => (
                value(*period).map(counted).unwrap_or_default(),
                field_of("numerator", *period),
            ),
            Some(Stored::OwnPeriod(period)) => (
                value(*period).map_or_else(String::new, |value| value.own_period.to_string()),
                field_of("own_period", *period),
            ),
        };
        MeasureCell {
            shown: self.measure_words(&content(appearance, column)),
            entered,
            covered: false,
            stored: stored.map(|stored| stored_cell(measure, stored, &place)),
            place,
        }
    }

    /// What a cell says, in one line. A status and a direction are marks, and only what is said
    /// beside them is here.
    fn measure_words(&self, content: &MeasureContent<'_>) -> String {
        let two = |first: &str, second: &str| {
            let both = [first, second]
                .into_iter()
                .filter(|words| !words.is_empty());
            both.collect::<Vec<_>>().join(" ")
        };
        match content {
            MeasureContent::Empty => String::new(),
            MeasureContent::Reference { reference, other } => two(reference, other),
            MeasureContent::Name(name) => (*name).to_owned(),
            MeasureContent::Owner(person) => person.post.to_string(),
            MeasureContent::PeriodCovered(message)
            | MeasureContent::NotDue(message)
            | MeasureContent::AmberBand(message) => self.say(message),
            MeasureContent::Figure(figure) => self.say(&figure.shown),
            MeasureContent::Fraction {
                numerator,
                denominator,
            } => match denominator {
                Some(denominator) => format!("{} / {}", plain(*numerator), plain(*denominator)),
                None => plain(*numerator),
            },
            MeasureContent::TargetVariance(relative) => self.say(&relative.message()),
            MeasureContent::Status { words, .. } => (*words).to_owned(),
            MeasureContent::Direction { change, .. } => change
                .map(|change| self.say(&change.message()))
                .unwrap_or_default(),
            MeasureContent::Benchmark {
                figure,
                comparator,
                label,
            } => {
                let source = two(&comparator.name, label);
                two(&self.say(&figure.shown), &source)
            }
        }
    }
}

/// What a figure was counted from, as it would be typed.
fn counted(value: &Value) -> String {
    match (value.numerator, value.denominator) {
        (Some(numerator), Some(denominator)) => format!("{numerator} / {denominator}"),
        (Some(numerator), None) => numerator.to_string(),
        (None, _) => String::new(),
    }
}

fn stored_cell(measure: &Measure, stored: Stored, place: &str) -> StoredCell {
    let measure = measure.id.to_string();
    match stored {
        Stored::Measure(_) | Stored::Entry(_) => StoredCell::Cell {
            place: place.to_owned(),
        },
        Stored::Figure { series, period } => StoredCell::Figure {
            measure,
            series: series.as_str().to_owned(),
            period: period.to_string(),
        },
        Stored::Fraction(period) => StoredCell::Fraction {
            measure,
            period: period.to_string(),
        },
        Stored::OwnPeriod(period) => StoredCell::OwnPeriod {
            measure,
            period: period.to_string(),
        },
    }
}
