//! Findings, and where each is to be mended.

use std::collections::BTreeMap;

use outturn_model::report::Report;
use outturn_model::{Entity, Id, Place, RowId};
use outturn_rules::Outline;
use outturn_rules::check::{Finding, Severity as Gravity};

use super::Source;
use crate::wire::{FindingView, FindingsView, Severity};

/// The findings of a report, each with the section and the card it is to be mended in.
pub struct Located {
    findings: Vec<FindingView>,
}

/// Locates findings.
pub fn located(source: Source<'_>, report: &Report, findings: &[Finding]) -> Located {
    let outline = Outline::of(source.book, report);
    Located {
        findings: findings
            .iter()
            .map(|finding| source.finding(&outline, finding))
            .collect(),
    }
}

/// What the checks say, with counts.
pub fn findings(located: &Located) -> FindingsView {
    FindingsView {
        blocking: located.count(Severity::Blocking),
        warnings: located.count(Severity::Warning),
        notes: located.count(Severity::Note),
        findings: located.findings.clone(),
    }
}

impl Located {
    /// Every finding, in order.
    pub fn all(&self) -> &[FindingView] {
        &self.findings
    }

    /// How many findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// The findings in a section, cards included.
    pub fn of_section(&self, section: &str) -> Vec<FindingView> {
        self.kept(|finding| finding.section.as_deref() == Some(section))
    }

    /// The findings of a card or a row of a measure table.
    pub fn of_entry(&self, entry: &str) -> Vec<FindingView> {
        self.kept(|finding| finding.entry.as_deref() == Some(entry))
    }

    /// For each section: findings that ask for something, and whether one blocks.
    pub fn by_section(&self) -> BTreeMap<&str, (usize, bool)> {
        let mut counts: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
        for finding in &self.findings {
            if let Some(section) = &finding.section {
                let (missing, blocking) = counts.entry(section).or_default();
                *missing += usize::from(finding.severity != Severity::Note);
                *blocking |= finding.severity == Severity::Blocking;
            }
        }
        counts
    }

    /// The same for one entry.
    pub fn count_of_entry(&self, entry: &str) -> (usize, bool) {
        let of_entry = || {
            let all = self.findings.iter();
            all.filter(move |finding| finding.entry.as_deref() == Some(entry))
        };
        (
            of_entry()
                .filter(|finding| finding.severity != Severity::Note)
                .count(),
            of_entry().any(|finding| finding.severity == Severity::Blocking),
        )
    }

    fn kept(&self, keep: impl Fn(&FindingView) -> bool) -> Vec<FindingView> {
        self.findings
            .iter()
            .filter(|finding| keep(finding))
            .cloned()
            .collect()
    }
}

impl Source<'_> {
    fn finding(&self, outline: &Outline<'_>, finding: &Finding) -> FindingView {
        let holder = self.holder(finding);
        let at_section = holder
            .section
            .as_ref()
            .and_then(|id| outline.item(&Id::new(id.clone())));
        let at_measure = holder
            .measure
            .as_ref()
            .and_then(|id| self.book.measures.find(id));
        let words = [
            at_section.map(|item| self.say(&item.title())),
            at_measure.map(|measure| match measure.reference.as_str() {
                "" => measure.name.to_string(),
                reference => reference.to_owned(),
            }),
        ];
        let words: Vec<String> = words.into_iter().flatten().collect();
        FindingView {
            code: finding.code.to_owned(),
            severity: match finding.severity {
                Gravity::Blocking => Severity::Blocking,
                Gravity::Warning => Severity::Warning,
                Gravity::Note => Severity::Note,
            },
            sentence: without_place(self.say(&finding.sentence), words.last()),
            mend: self.say(&finding.mend),
            place: finding.place.to_string(),
            at: if words.is_empty() {
                self.word("finding-report")
            } else {
                words.join(" · ")
            },
            section: holder.section.map(|id| id.to_string()),
            entry: holder.entry.map(|id| id.to_string()),
            measure: holder.measure.map(|id| id.to_string()),
        }
    }

    /// The section, entry and measure that a finding is to be mended in.
    fn holder(&self, finding: &Finding) -> Holder {
        let place = &finding.place;
        let part = finding.part.as_ref();
        let entry = part
            .filter(|part| self.book.entries.find(part).is_some())
            .cloned()
            .or_else(|| self.above(place, Entity::Entry));
        let of_entry = entry
            .as_ref()
            .and_then(|entry| self.book.entries.find(entry));
        Holder {
            section: finding
                .section
                .as_ref()
                .map(|section| section.row().clone())
                .or_else(|| self.above(place, Entity::Section)),
            measure: of_entry
                .map(|entry| entry.measure.row().clone())
                .or_else(|| self.above(place, Entity::Measure)),
            entry,
        }
    }

    /// The row of a table that a place is in or hangs under.
    fn above(&self, place: &Place, entity: Entity) -> Option<RowId> {
        let (mut at, mut row) = (place.entity, place.row.clone());
        while at != entity {
            (at, row) = self.parent(at, &row)?;
        }
        Some(row)
    }

    fn parent(&self, entity: Entity, row: &RowId) -> Option<(Entity, RowId)> {
        let (parent, field) = entity.parent()?;
        let (at, _) = entity.field(field)?;
        let cell = self.book.row(entity, row)?.cells[at].clone()?;
        Some((parent, RowId::parse(&cell).ok()?))
    }
}

struct Holder {
    section: Option<RowId>,
    entry: Option<RowId>,
    measure: Option<RowId>,
}

/// The sentence alone: where it begins by naming the place that is shown beside it, without that.
fn without_place(sentence: String, place: Option<&String>) -> String {
    let rest = place
        .and_then(|place| sentence.strip_prefix(place.as_str()))
        .and_then(|rest| rest.strip_prefix(": "));
    let Some(rest) = rest else { return sentence };
    let mut letters = rest.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => sentence,
    }
}
