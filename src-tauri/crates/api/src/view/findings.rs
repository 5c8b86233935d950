//! Findings, and where each is to be mended.

use std::collections::BTreeMap;

use outturn_model::report::Report;
use outturn_model::section::SectionKind;
use outturn_model::{Entity, Id, Place, RowId};
use outturn_rules::Outline;
use outturn_rules::check::{Finding, Severity as Gravity};

use super::Source;
use crate::agreement::{Standings, Stands};
use crate::wire::{FindingView, FindingsView, Severity, SpotView};

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

    /// How many findings stop a final paper: those that the clerk has not let through with the section
    /// they are in. One that is in no section goes with the first.
    pub(crate) fn unwaived(&self, standings: &Standings) -> usize {
        let first = standings.order().first();
        let waived = |finding: &&FindingView| {
            let section = finding.spot.section.as_deref();
            let section = section.and_then(|id| RowId::parse(id).ok());
            let section = section.as_ref().or(first.map(Id::row));
            section.is_some_and(|id| matches!(standings.section(id), Some(Stands::Excepted(_))))
        };
        let blocking = self.findings.iter();
        let blocking = blocking.filter(|finding| finding.severity == Severity::Blocking);
        blocking.filter(|finding| !waived(finding)).count()
    }

    /// The findings in a section, cards included.
    pub fn of_section(&self, section: &str) -> Vec<FindingView> {
        self.kept(|finding| finding.spot.section.as_deref() == Some(section))
    }

    /// The findings of a card or a row of a measure table.
    pub fn of_entry(&self, entry: &str) -> Vec<FindingView> {
        self.kept(|finding| finding.spot.entry.as_deref() == Some(entry))
    }

    /// For each section: findings that ask for something, and whether one blocks.
    pub fn by_section(&self) -> BTreeMap<&str, (usize, bool)> {
        let mut counts: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
        for finding in &self.findings {
            if let Some(section) = &finding.spot.section {
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
            all.filter(move |finding| finding.spot.entry.as_deref() == Some(entry))
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

/// The cells of a report that its cover shows, and is the place to fill in.
const ON_COVER: [&str; 9] = [
    "title",
    "subtitle",
    "committee",
    "meeting",
    "report_by",
    "contact",
    "agenda_item",
    "wards",
    "lead_members",
];

impl Source<'_> {
    /// A place, with the section, the card and the measure that it is in.
    pub fn spot(&self, place: &Place) -> SpotView {
        self.holder(place, None, None).spot(place)
    }

    fn finding(&self, outline: &Outline<'_>, finding: &Finding) -> FindingView {
        let section = finding.section.as_ref().map(Id::row);
        let holder = self.holder(&finding.place, section, finding.part.as_ref());
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
            spot: holder.spot(&finding.place),
            at: if words.is_empty() {
                self.word("finding-report")
            } else {
                words.join(" · ")
            },
        }
    }

    /// The section, entry and measure that a place is in, as far as the place itself tells. `section`
    /// and `part` (a row of the section) say more.
    fn holder(&self, place: &Place, section: Option<&RowId>, part: Option<&RowId>) -> Holder {
        let above = |table| self.book.above(place.entity, &place.row, table);
        let entry = part
            .filter(|part| self.book.entries.find(part).is_some())
            .cloned()
            .or_else(|| above(Entity::Entry));
        let of_entry = entry
            .as_ref()
            .and_then(|entry| self.book.entries.find(entry));
        Holder {
            section: section
                .cloned()
                .or_else(|| above(Entity::Section))
                .or_else(|| self.section_that_shows(place)),
            measure: of_entry
                .map(|entry| entry.measure.row().clone())
                .or_else(|| above(Entity::Measure)),
            entry,
        }
    }

    /// The section that shows what is the report's own: its cells and its boxes are on the cover,
    /// and the figures it corrects in their list.
    fn section_that_shows(&self, place: &Place) -> Option<RowId> {
        let on_cover = place.field.is_some_and(|field| ON_COVER.contains(&field));
        let kind = match place.entity {
            Entity::Report if on_cover => SectionKind::Cover,
            Entity::Tick => SectionKind::Cover,
            Entity::Restatement => SectionKind::Restatements,
            _ => return None,
        };
        let report: Id<Report> = Id::new(match place.entity {
            Entity::Report => place.row.clone(),
            entity => self.book.above(entity, &place.row, Entity::Report)?,
        });
        let mut sections = self.book.sections.under(&report);
        let shows = sections.find(|section| section.kind == kind)?;
        Some(shows.id.row().clone())
    }
}

struct Holder {
    section: Option<RowId>,
    entry: Option<RowId>,
    measure: Option<RowId>,
}

impl Holder {
    fn spot(&self, place: &Place) -> SpotView {
        let said = |id: &Option<RowId>| id.as_ref().map(ToString::to_string);
        SpotView {
            place: place.to_string(),
            section: said(&self.section),
            entry: said(&self.entry),
            measure: said(&self.measure),
        }
    }
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
