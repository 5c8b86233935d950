//! Figures in cells of grids.

use outturn_model::figure::{Absence, Format, Negatives, Unit};
use outturn_model::measure::{Measure, Series, Value};
use outturn_model::status::Direction;
use outturn_model::{Entity, Id, Period, Place};
use rust_decimal::Decimal;

use super::Source;
use crate::wire::{CardColumn, FigureCell};

impl Source<'_> {
    /// The cell where a measure's figure of a series and period stands.
    pub(super) fn figure_cell(
        &self,
        measure: &Measure,
        series: &Series,
        period: Period,
        value: Option<&Value>,
    ) -> FigureCell {
        let id = Value::id_of(&measure.id, series, period);
        let shown = value.and_then(|value| outturn_rules::figures::shown(measure, value));
        FigureCell {
            entered: value.map(|value| self.as_typed(value)).unwrap_or_default(),
            shown: shown.map(|message| self.say(&message)).unwrap_or_default(),
            provisional: value.is_some_and(|value| value.provisional.0),
            editable: true,
            place: place_of(&id),
        }
    }

    /// The column of a period over a measure's figures, with what is said of its actual.
    pub(super) fn column(&self, measure: &Measure, period: Period, current: bool) -> CardColumn {
        let stored = self.book.value(&measure.id, &Series::Actual, period);
        let said = |pick: fn(&Value) -> &str| stored.map(pick).unwrap_or_default().to_owned();
        CardColumn {
            period: period.to_string(),
            heading: self.say(&period.short_name()),
            label: said(|value| &value.label),
            own_period: said(|value| &value.own_period),
            progress: said(|value| value.progress.map_or("", Direction::as_str)),
            progress_reason: said(|value| &value.progress_reason),
            current,
        }
    }

    /// A figure as it would be typed: reading it back gives the same figure.
    fn as_typed(&self, value: &Value) -> String {
        let Some(amount) = value.amount else {
            return self.absence_as_typed(value.absence, &value.words);
        };
        let mut text = amount.to_string();
        if value.provisional.0 {
            text.push('p');
        }
        if !value.note.is_empty() {
            text.push(' ');
            text.push_str(&value.note);
        }
        text
    }

    /// The absence of a figure as it would be typed.
    pub(super) fn absence_as_typed(&self, absence: Option<Absence>, words: &str) -> String {
        match absence {
            None => String::new(),
            Some(_) if !words.is_empty() => words.to_owned(),
            Some(absence) => self.say(&outturn_rules::figures::absent(absence, "")),
        }
    }

    /// What a measure's figures count, in words.
    pub(super) fn unit_words(&self, measure: &Measure) -> String {
        if !measure.unit_words.is_empty() {
            return measure.unit_words.to_string();
        }
        self.unit_name(measure.unit)
    }

    pub(super) fn unit_name(&self, unit: Unit) -> String {
        self.word(match unit {
            Unit::Number => "choice-unit-number",
            Unit::Percent => "choice-unit-percent",
            Unit::Pounds => "choice-unit-pounds",
            Unit::ThousandPounds => "choice-unit-thousand-pounds",
            Unit::MillionPounds => "choice-unit-million-pounds",
        })
    }
}

pub(super) fn place_of(id: &Id<Value>) -> String {
    Place::cell(Entity::Value, id.row(), "amount").to_string()
}

/// A figure by itself, as it would be typed.
pub(super) fn plain(amount: Decimal) -> String {
    let format = Format {
        unit: Unit::Number,
        decimals: None,
        negatives: Negatives::Minus,
    };
    format.bare(amount).replace('\u{2212}', "-")
}
