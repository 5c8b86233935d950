//! The figures that a report corrects, for their editor.

use std::collections::BTreeSet;

use outturn_model::measure::Series;
use outturn_model::report::{Report, Restatement};

use super::{Source, fields};
use crate::wire::{Choice, RestatementView, SectionBody};

impl Source<'_> {
    pub(super) fn restatements(&self, report: &Report) -> SectionBody {
        let book = self.book;
        let periods: BTreeSet<_> = book.values.iter().map(|value| value.period).collect();
        let own = [
            (Series::Actual, self.word("series-actual")),
            (Series::Target, self.word("series-target")),
        ];
        let comparators = book.comparators.iter().map(|comparator| Choice {
            value: comparator.id.to_string(),
            label: comparator.name.to_string(),
        });
        let own = own.into_iter().map(|(series, label)| Choice {
            value: series.to_string(),
            label,
        });
        SectionBody::Restatements {
            rows: book
                .restatements
                .under(&report.id)
                .map(|restatement| self.restatement(restatement))
                .collect(),
            measures: book
                .measures
                .iter()
                .map(|measure| Choice {
                    value: measure.id.to_string(),
                    label: [measure.reference.as_str(), measure.name.as_str()]
                        .join(" ")
                        .trim()
                        .to_owned(),
                })
                .collect(),
            series: own.chain(comparators).collect(),
            periods: periods
                .into_iter()
                .rev()
                .map(|period| Choice {
                    value: period.to_string(),
                    label: self.say(&period.name()),
                })
                .collect(),
        }
    }

    fn restatement(&self, restatement: &Restatement) -> RestatementView {
        let book = self.book;
        let measure = book.measures.get(&restatement.measure);
        let value = book.value(
            &restatement.measure,
            &restatement.series,
            restatement.period,
        );
        let shown = measure
            .zip(value)
            .and_then(|(measure, value)| outturn_rules::figures::shown(measure, value));
        let name = measure.map(|measure| match measure.reference.as_str() {
            "" => measure.name.to_string(),
            reference => reference.to_owned(),
        });
        let period = self.say(&restatement.period.short_name());
        RestatementView {
            id: restatement.id.to_string(),
            fields: fields(restatement),
            name: [name.unwrap_or_default(), period].join(", "),
            now: shown.map(|shown| self.say(&shown)).unwrap_or_default(),
        }
    }
}
