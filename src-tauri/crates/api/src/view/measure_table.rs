//! A measure table, for its editor.

use outturn_model::measure::Series;
use outturn_model::section::Section;
use outturn_paper::compose;
use outturn_rules::{Appearance, due, measure_table};

use super::{Source, fields, row};
use crate::wire::{Choice, MeasureRow, SectionBody, WireBlock};

impl Source<'_> {
    pub(super) fn measure_table(&self, section: &Section) -> Option<SectionBody> {
        let book = self.book;
        let report = book.reports.get(&section.report)?;
        let rows = book.entries.under(&section.id).filter_map(|entry| {
            let appearance = Appearance::of(book, report, entry)?;
            let measure = appearance.measure;
            let table_row = measure_table::measure_row(&appearance);
            let due = due::due(book, measure, report.period);
            let now = match (table_row.current, due.missing) {
                (Some(current), _) => current.column,
                (None, Some(missing)) => missing.entered(),
                (None, None) => report.period,
            };
            let aim = table_row
                .target
                .map_or(table_row.year, |target| target.period);
            let cell = |series: Series, period| {
                self.figure_cell(
                    measure,
                    &series,
                    period,
                    book.value(&measure.id, &series, period),
                )
            };
            Some(MeasureRow {
                id: entry.id.to_string(),
                fields: fields(entry),
                measure: self.measure_head(measure),
                last_year: cell(Series::Actual, table_row.last_year),
                target: cell(Series::Target, aim),
                current: cell(Series::Actual, now),
                periods: [
                    table_row.last_year.to_string(),
                    aim.to_string(),
                    now.to_string(),
                ],
                status: self.status(&table_row.status),
                direction: self.direction(&table_row.direction),
                due: self.say(&due.sentence()),
                commentary: WireBlock::of(&entry.commentary),
            })
        });
        Some(SectionBody::MeasureTable {
            headings: compose::measure_table_headings(report.period)
                .map(|heading| self.say(&heading)),
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
}
