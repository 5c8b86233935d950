//! A section, for its editor.

use outturn_model::figure::Unit;
use outturn_model::measure::Series;
use outturn_model::report::Report;
use outturn_model::section::{Section, SectionKind, Symbol};
use outturn_model::statement::Amount;
use outturn_model::{Entity, Id, Place};
use outturn_paper::compose;
use outturn_rules::statement::{StatementCell as Cell, StatementColumn, statement};
use outturn_rules::{Appearance, Outline, measure_table};

use super::figures::plain;
use super::{Located, Source, fields, row};
use crate::wire::{
    CommentaryView, MeaningView, MeasureRow, SectionBody, SectionView, StatementCell, StatementRow,
    WireBlock,
};

/// A section with everything its editor needs; nothing if its report is gone.
pub fn section(source: Source<'_>, section: &Section, located: &Located) -> Option<SectionView> {
    let report = source.book.reports.get(&section.report)?;
    let outline = Outline::of(source.book, report);
    let number = outline
        .item(&section.id)
        .and_then(|item| item.number.clone());
    Some(SectionView {
        id: section.id.to_string(),
        report: report.id.to_string(),
        number: number.unwrap_or_default(),
        fields: fields(section),
        text: WireBlock::of(&section.text),
        comments: WireBlock::of(&section.comments),
        body: source.body(section, located)?,
        findings: located.of_section(section.id.as_str()),
    })
}

impl Source<'_> {
    fn body(&self, section: &Section, located: &Located) -> Option<SectionBody> {
        let book = self.book;
        let report = book.reports.get(&section.report)?;
        Some(match section.kind {
            SectionKind::Cover => SectionBody::Cover {
                report: fields(report),
            },
            SectionKind::Narrative
            | SectionKind::Schedule
            | SectionKind::ActionPlan
            | SectionKind::RiskRegister
            | SectionKind::Summary
            | SectionKind::Recommendations
            | SectionKind::Implication
            | SectionKind::BackgroundPapers
            | SectionKind::Restatements => SectionBody::Narrative,
            SectionKind::Headlines => SectionBody::Headlines {
                rows: book.headlines.under(&section.id).map(row).collect(),
            },
            SectionKind::Cards => {
                let entries = book.entries.under(&section.id);
                SectionBody::Cards {
                    entries: entries
                        .filter_map(|entry| self.entry_head(entry, located))
                        .collect(),
                }
            }
            SectionKind::MeasureTable => self.measure_table(section)?,
            SectionKind::Milestones => SectionBody::Milestones {
                heading: self.say(&compose::progress_heading(report.period)),
                rows: book.milestones.under(&section.id).map(row).collect(),
                commentaries: book
                    .commentaries
                    .under(&section.id)
                    .map(|commentary| CommentaryView {
                        id: commentary.id.to_string(),
                        references: commentary.references.to_string(),
                        text: WireBlock::of(&commentary.text),
                    })
                    .collect(),
            },
            SectionKind::Statement => self.statement(section),
            SectionKind::SymbolKey => self.symbol_key(report, section),
            SectionKind::PeopleKey => SectionBody::PeopleKey {
                people: book
                    .people
                    .iter()
                    .filter(|person| person.in_key.0)
                    .map(row)
                    .collect(),
            },
        })
    }

    fn measure_table(&self, section: &Section) -> Option<SectionBody> {
        let book = self.book;
        let report = book.reports.get(&section.report)?;
        let rows = book.entries.under(&section.id).filter_map(|entry| {
            let appearance = Appearance::of(book, report, entry)?;
            let measure = appearance.measure;
            let table_row = measure_table::measure_row(&appearance);
            let now = table_row
                .current
                .map_or(report.period, |current| current.column);
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
                commentary: WireBlock::of(&entry.commentary),
            })
        });
        Some(SectionBody::MeasureTable {
            headings: compose::measure_table_headings(report.period)
                .map(|heading| self.say(&heading)),
            rows: rows.collect(),
        })
    }

    fn statement(&self, section: &Section) -> SectionBody {
        let worked = statement(self.book, section);
        let lines = worked.rows.iter().map(|line| StatementRow {
            id: line.line.id.to_string(),
            kind: line.line.kind.as_str().to_owned(),
            label: line.line.label.to_string(),
            comment: line.line.comment.to_string(),
            cells: line
                .cells
                .iter()
                .zip(worked.columns.iter().enumerate())
                .map(|(cell, (place, column))| {
                    let id = Amount::id_of(&line.line.id, &column.column.id);
                    self.statement_cell(&id, &line.line.label, cell, place, column)
                })
                .collect(),
        });
        SectionBody::Statement {
            unit: self.unit_name(section.unit.unwrap_or(Unit::Pounds)),
            columns: worked
                .columns
                .iter()
                .enumerate()
                .map(|(place, column)| {
                    let mut view = row(column.column);
                    if column.column.heading.is_empty() {
                        let heading = compose::column_heading(column.column, place);
                        view.fields
                            .insert("shown_heading".to_owned(), self.say(&heading));
                    }
                    view
                })
                .collect(),
            lines: lines.collect(),
        }
    }

    fn statement_cell(
        &self,
        id: &Id<Amount>,
        label: &str,
        cell: &Cell<'_>,
        place: usize,
        column: &StatementColumn<'_>,
    ) -> StatementCell {
        let shown = match (cell.words(), cell.figure) {
            (Some(words), _) => self.say(&words),
            (None, Some(figure)) => column.format.bare(figure),
            (None, None) => String::new(),
        };
        let entered = cell.stored.map(|stored| match stored.amount {
            Some(amount) => plain(amount),
            None => self.absence_as_typed(stored.absence, &stored.words),
        });
        let slips = cell.slips.iter().map(|slip| {
            let heading = compose::column_heading(column.column, place);
            self.say(&compose::slip_note(label, heading, slip, column.format))
        });
        let slips: Vec<String> = slips.collect();
        StatementCell {
            entered: entered.unwrap_or_default(),
            shown,
            computed: cell.computed.map(|computed| column.format.bare(computed)),
            slip: (!slips.is_empty()).then(|| slips.join(" ")),
            editable: true,
            place: Place::cell(Entity::Amount, id.row(), "amount").to_string(),
        }
    }

    fn symbol_key(&self, report: &Report, section: &Section) -> SectionBody {
        let basis = report.direction_basis;
        let meanings = Symbol::ALL.iter().map(|symbol| {
            let own = self
                .book
                .meanings
                .under(&section.id)
                .find(|meaning| meaning.symbol == *symbol);
            let [milestones, measures] = compose::meaning_defaults(*symbol, basis);
            MeaningView {
                symbol: symbol.as_str().to_owned(),
                word: self.say(&compose::symbol_word(*symbol)),
                for_milestones: own
                    .map(|own| own.for_milestones.to_string())
                    .unwrap_or_default(),
                for_measures: own
                    .map(|own| own.for_measures.to_string())
                    .unwrap_or_default(),
                default_milestones: milestones.map(|text| self.say(&text)).unwrap_or_default(),
                default_measures: measures.map(|text| self.say(&text)).unwrap_or_default(),
            }
        });
        SectionBody::SymbolKey {
            meanings: meanings.collect(),
        }
    }
}
