//! How far each section of a report is: what is done and what is missing.

use std::collections::{HashMap, HashSet};

use outturn_model::section::SectionKind;
use outturn_model::{Book, RowId};

use crate::check::{Finding, Severity};
use crate::outline::Outline;

/// How far a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Completeness {
    /// Its rows that no blocking finding and no warning is about; for a section without rows, 1 if
    /// there is none about the section.
    pub done: usize,
    /// Its rows that one is about, and 1 more if one is about the section itself.
    pub missing: usize,
    /// Its blocking findings.
    pub blocking: usize,
    /// Its warnings.
    pub warnings: usize,
    /// Its notes.
    pub notes: usize,
}

/// How far each section of an outline is, in the outline's order. Sections inside another are not
/// counted with it.
pub fn completeness(book: &Book, outline: &Outline<'_>, findings: &[Finding]) -> Vec<Completeness> {
    let mut by_section: HashMap<&RowId, Vec<&Finding>> = HashMap::new();
    for finding in findings {
        if let Some(section) = &finding.section {
            by_section.entry(section.row()).or_default().push(finding);
        }
    }
    outline
        .items()
        .iter()
        .map(|item| {
            let findings = by_section.get(item.section.id.row());
            let findings = findings.map_or(&[][..], Vec::as_slice);
            let count = |severity| {
                let same = findings
                    .iter()
                    .filter(|finding| finding.severity == severity);
                same.count()
            };
            let open = findings
                .iter()
                .filter(|finding| finding.severity < Severity::Note);
            let open: HashSet<Option<&RowId>> = open.map(|finding| finding.part.as_ref()).collect();
            let rows = rows(book, item.section);
            let rows_open = open.iter().filter(|part| part.is_some()).count();
            let done = match rows {
                0 => usize::from(open.is_empty()),
                rows => rows.saturating_sub(rows_open),
            };
            Completeness {
                done,
                missing: open.len(),
                blocking: count(Severity::Blocking),
                warnings: count(Severity::Warning),
                notes: count(Severity::Note),
            }
        })
        .collect()
}

/// How many rows findings of a section can be about.
pub fn rows(book: &Book, section: &outturn_model::section::Section) -> usize {
    match section.kind {
        SectionKind::Headlines => book.headlines.under(&section.id).count(),
        SectionKind::Cards | SectionKind::MeasureTable => book.entries.under(&section.id).count(),
        SectionKind::Milestones => {
            book.milestones.under(&section.id).count()
                + book.commentaries.under(&section.id).count()
        }
        SectionKind::Schedule | SectionKind::Statement => book.lines.under(&section.id).count(),
        SectionKind::ActionPlan => {
            let objectives = book.objectives.under(&section.id);
            objectives
                .map(|objective| 1 + book.tasks.under(&objective.id).count())
                .sum()
        }
        SectionKind::RiskRegister => book.register_risks.under(&section.id).count(),
        SectionKind::Summary => {
            book.tiles.under(&section.id).count() + book.points.under(&section.id).count()
        }
        SectionKind::Restatements => book.restatements.under(&section.report).count(),
        SectionKind::Cover
        | SectionKind::Narrative
        | SectionKind::Recommendations
        | SectionKind::Implication
        | SectionKind::BackgroundPapers
        | SectionKind::SymbolKey
        | SectionKind::PeopleKey => 0,
    }
}
