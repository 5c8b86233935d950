//! Measures, and one measure with all its figures.

use std::collections::BTreeSet;

use outturn_model::measure::{Measure, Series};
use outturn_model::{Id, Period};
use outturn_paper::compose;
use outturn_rules::{due, figures};

use super::{Source, fields};
use crate::wire::{CardRow, MeasureItem, MeasureView, MeasuresView};

/// Every measure.
pub fn measures(source: Source<'_>) -> MeasuresView {
    let latest_report = source.book.reports.iter().map(|report| report.period).max();
    MeasuresView {
        measures: source
            .book
            .measures
            .iter()
            .map(|measure| source.measure_item(measure, latest_report))
            .collect(),
    }
}

/// One measure with all its figures.
pub fn measure(source: Source<'_>, measure: &Measure) -> MeasureView {
    let periods = source.periods_of(measure);
    let latest_report = source.book.reports.iter().map(|report| report.period).max();
    let current = latest_report.and_then(|period| figures::last_due(measure.frequency, period));
    let due = latest_report.map(|period| due::due(source.book, measure, period));
    let columns = periods
        .iter()
        .map(|period| source.column(measure, *period, current == Some(*period)));
    let comparators = source.book.comparators.iter();
    let series = [
        (Series::Actual, source.word("series-actual")),
        (Series::Target, source.word("series-target")),
    ]
    .into_iter()
    .chain(comparators.map(|comparator| {
        (
            Series::Comparator(comparator.id.clone()),
            comparator.name.to_string(),
        )
    }));
    let rows = series.map(|(series, heading)| CardRow {
        cells: periods
            .iter()
            .map(|period| {
                let value = source.book.value(&measure.id, &series, *period);
                source.figure_cell(measure, &series, *period, value)
            })
            .collect(),
        series: series.to_string(),
        heading,
    });
    MeasureView {
        id: measure.id.to_string(),
        fields: fields(measure),
        columns: columns.collect(),
        rows: rows.collect(),
        due: due
            .map(|due| source.say(&due.sentence_of_measure()))
            .unwrap_or_default(),
        chart: source.chart(compose::history_chart(
            source.book,
            source.words,
            measure,
            &periods,
        )),
    }
}

impl Source<'_> {
    fn measure_item(&self, measure: &Measure, period: Option<Period>) -> MeasureItem {
        let department = measure.department.as_ref();
        let department = department.and_then(|id| self.book.departments.get(id));
        let latest = period
            .and_then(|period| figures::current(self.book, measure, period))
            .and_then(|current| figures::shown(measure, current.value));
        let reports: BTreeSet<_> = self
            .book
            .entries
            .iter()
            .filter(|entry| entry.measure == measure.id)
            .filter_map(|entry| Some(&self.book.sections.get(&entry.section)?.report))
            .map(Id::as_str)
            .collect();
        MeasureItem {
            id: measure.id.to_string(),
            reference: measure.reference.to_string(),
            name: measure.name.to_string(),
            department: department
                .map(|department| department.name.to_string())
                .unwrap_or_default(),
            latest: latest.map(|message| self.say(&message)).unwrap_or_default(),
            used: reports.len(),
        }
    }

    /// The periods of a measure's grid: every one that has a figure, and those of its frequency from
    /// three years before the latest report to the end of that report's year.
    fn periods_of(&self, measure: &Measure) -> Vec<Period> {
        let mut periods: BTreeSet<Period> = self
            .book
            .values
            .under(&measure.id)
            .map(|value| value.period)
            .collect();
        if let Some(latest) = self.book.reports.iter().map(|report| report.period).max() {
            let year = latest.whole_year();
            periods.extend(std::iter::successors(Some(year), |year| Some(year.previous())).take(4));
            let parts = due::parts(measure.frequency);
            periods.extend(parts.iter().filter_map(|part| year.in_same_year(*part)));
        }
        periods.into_iter().collect()
    }
}
