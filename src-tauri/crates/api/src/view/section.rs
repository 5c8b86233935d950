//! A section, for its editor.

use outturn_model::report::Report;
use outturn_model::section::{Section, SectionKind, Symbol};
use outturn_paper::compose;
use outturn_rules::Outline;

use super::{Located, Source, fields, row};
use crate::wire::{CommentaryView, MeaningView, SectionBody, SectionView, WireBlock};

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
            SectionKind::Narrative => SectionBody::Narrative,
            SectionKind::Recommendations => SectionBody::Recommendations,
            SectionKind::Implication => SectionBody::Implication,
            SectionKind::BackgroundPapers => SectionBody::BackgroundPapers,
            SectionKind::ActionPlan => self.action_plan(section),
            SectionKind::RiskRegister => self.risk_register(section),
            SectionKind::Summary => self.summary(section),
            SectionKind::Restatements => self.restatements(report),
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
            SectionKind::Statement | SectionKind::Schedule => self.table(section),
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
