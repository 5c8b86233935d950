//! Figures corrected since the last report.

use outturn_model::measure::{Measure, Series, Value};
use outturn_model::report::Restatement;
use outturn_model::section::Section;
use outturn_model::{Entity, Id, Message, Place};

use super::Composer;
use super::narrative::paragraph;
use crate::tree::{Block, BlockKind, Cell, Column, ColumnKind, Inline, Row, Table, Width};

impl Composer<'_> {
    pub(super) fn restatements(&self, section: &Section) -> Vec<Block> {
        let corrected: Vec<&Restatement> = self.book.restatements.under(&self.report.id).collect();
        if corrected.is_empty() {
            let says_nothing = section.text.trim().is_empty() && !section.none_stated.0;
            let none = || paragraph(vec![Inline::text(self.word("restatements-none"))], None);
            return says_nothing.then(none).into_iter().collect();
        }
        let column = |kind, share| Column {
            kind,
            width: Width::Share(share),
        };
        let words = [
            "table-measure",
            "restatement-period",
            "restatement-before",
            "restatement-now",
            "restatement-reason",
        ];
        let table = Table {
            columns: vec![
                column(ColumnKind::Text, 30),
                column(ColumnKind::Text, 14),
                column(ColumnKind::Number, 13),
                column(ColumnKind::Number, 13),
                column(ColumnKind::Text, 34),
            ],
            header: vec![
                words
                    .into_iter()
                    .map(|word| Cell::words(self.word(word)).heads_column())
                    .collect(),
            ],
            rows: corrected
                .into_iter()
                .filter_map(|restated| self.restated(restated))
                .collect(),
            ..Table::default()
        };
        vec![BlockKind::Table(table).into()]
    }

    fn restated(&self, restated: &Restatement) -> Option<Row> {
        let measure = self.book.measures.get(&restated.measure)?;
        let id: Id<Value> = Value::id_of(&restated.measure, &restated.series, restated.period);
        let now = self.figure(measure, self.book.values.get(&id));
        Some(Row {
            place: Some(Place::row(Entity::Restatement, restated.id.row()).to_string()),
            cells: vec![
                Cell::words(self.restated_name(measure, &restated.series)).heads_row(),
                Cell::words(self.say(&restated.period.short_name())),
                Cell::words(restated.before.as_str()),
                Cell::words(now),
                Cell::words(restated.reason.as_str()),
            ],
            ..Row::default()
        })
    }

    /// The measure, and which of its figures where that is not the actual one.
    fn restated_name(&self, measure: &Measure, series: &Series) -> String {
        let name = [measure.reference.as_str(), measure.name.as_str()];
        let name = name.join(" ").trim().to_owned();
        let series = match series {
            Series::Actual => return name,
            Series::Target => self.word("series-target"),
            Series::Comparator(id) => {
                let comparator = self.book.comparators.get(id);
                comparator.map_or_else(String::new, |comparator| comparator.name.to_string())
            }
        };
        let named = Message::new("restatement-of-series")
            .with("measure", name)
            .with("series", series);
        self.say(&named)
    }
}
