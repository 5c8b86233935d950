//! A card, for its editor.

use outturn_model::entry::{Entry, Stage};
use outturn_model::measure::{Measure, Series};
use outturn_model::{Message, Period};
use outturn_rules::card::CardColumn as Column;
use outturn_rules::{Appearance, card as rules_card, due, status};

use super::{Located, Source, fields, row};
use crate::wire::{CardColumn, CardRow, CardView, EntryHead, MeasureHead, WireBlock};

/// The card of an entry; nothing if its report or its measure is gone.
pub fn card(source: Source<'_>, entry: &Entry, located: &Located) -> Option<CardView> {
    let book = source.book;
    let section = book.sections.get(&entry.section)?;
    let report = book.reports.get(&section.report)?;
    let appearance = Appearance::of(book, report, entry)?;
    let measure = appearance.measure;
    let grid = rules_card::card(&appearance);
    let due = due::due(book, measure, report.period);
    let current = match appearance.current {
        Some(current) => Some(current.column),
        None => due.missing.map(|missing| grid.entered(missing)),
    };
    let trend = rules_card::chart_points(&appearance, &grid);
    let actions = |stage| {
        let all = book.actions.under(&entry.id);
        all.filter(move |action| action.stage == stage)
            .map(row)
            .collect()
    };
    Some(CardView {
        id: entry.id.to_string(),
        section: section.id.to_string(),
        fields: fields(entry),
        measure: source.measure_head(measure),
        columns: grid
            .columns
            .iter()
            .map(|column| source.card_column(measure, column, current))
            .collect(),
        rows: source.card_rows(measure, &grid),
        progress: grid
            .columns
            .iter()
            .map(|column| Some(source.direction(column.progress.as_ref()?)))
            .collect(),
        status: source.status(&status::status(&appearance)),
        projected: status::projected(&appearance).map(|rated| source.status(&rated)),
        chart: source.chart(outturn_paper::compose::trend_chart(
            source.words,
            measure,
            &trend,
        )),
        commentary: WireBlock::of(&entry.commentary),
        due: source.say(&due.sentence()),
        polarity: outturn_paper::compose::polarity_sentence(measure)
            .map(|sentence| source.say(&sentence))
            .unwrap_or_default(),
        actions: actions(Stage::This),
        next_actions: actions(Stage::Next),
        risks: book.risks.under(&entry.id).map(row).collect(),
        findings: located.of_entry(entry.id.as_str()),
    })
}

/// What a list says of a card's figure that is not there: that it is due, or until when it is not.
fn due_mark(appearance: &Appearance<'_>) -> Option<Message> {
    let period = appearance.report.period;
    if let Some(awaited) = due::awaited(appearance) {
        return Some(awaited.not_until(period));
    }
    let missing = due::due(appearance.book, appearance.measure, period).missing;
    missing.map(|_| Message::new("figure-due"))
}

impl Source<'_> {
    /// An entry in a list.
    pub(super) fn entry_head(&self, entry: &Entry, located: &Located) -> Option<EntryHead> {
        let section = self.book.sections.get(&entry.section)?;
        let report = self.book.reports.get(&section.report)?;
        let appearance = Appearance::of(self.book, report, entry)?;
        let (missing, blocking) = located.count_of_entry(entry.id.as_str());
        Some(EntryHead {
            id: entry.id.to_string(),
            measure: entry.measure.to_string(),
            reference: appearance.measure.reference.to_string(),
            name: appearance.measure.name.to_string(),
            status: self.status(&status::status(&appearance)),
            due: due_mark(&appearance)
                .map(|mark| self.say(&mark))
                .unwrap_or_default(),
            missing,
            blocking,
        })
    }

    pub(super) fn measure_head(&self, measure: &Measure) -> MeasureHead {
        let owner = measure
            .owner
            .as_ref()
            .and_then(|owner| self.book.people.get(owner));
        MeasureHead {
            id: measure.id.to_string(),
            reference: measure.reference.to_string(),
            name: measure.name.to_string(),
            owner: owner
                .map(|person| person.post.to_string())
                .unwrap_or_default(),
            unit: self.unit_words(measure),
        }
    }

    /// A column; the current one is marked before its figure is there, too, so that people see where
    /// it goes.
    fn card_column(
        &self,
        measure: &Measure,
        column: &Column<'_>,
        current: Option<Period>,
    ) -> CardColumn {
        CardColumn {
            label: column.label.to_owned(),
            own_period: column.own_period.to_owned(),
            ..self.column(measure, column.period, Some(column.period) == current)
        }
    }

    /// Actual and target; then every comparator of the directorate, those without a figure too, so
    /// that one can be entered.
    fn card_rows(&self, measure: &Measure, grid: &rules_card::Card<'_>) -> Vec<CardRow> {
        let own = [
            (Series::Actual, "series-actual"),
            (Series::Target, "series-target"),
        ];
        let own = own.map(|(series, key)| (series, self.word(key)));
        let comparators = self.book.comparators.iter().map(|comparator| {
            (
                Series::Comparator(comparator.id.clone()),
                comparator.name.to_string(),
            )
        });
        own.into_iter()
            .chain(comparators)
            .map(|(series, heading)| CardRow {
                cells: grid
                    .columns
                    .iter()
                    .map(|column| {
                        let value = self.book.value(&measure.id, &series, column.period);
                        self.figure_cell(measure, &series, column.period, value)
                    })
                    .collect(),
                series: series.to_string(),
                heading,
            })
            .collect()
    }
}
