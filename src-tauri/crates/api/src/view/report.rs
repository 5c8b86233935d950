//! A report and its outline.

use outturn_model::report::Report;
use outturn_model::section::SectionKind;
use outturn_rules::{Outline, OutlineItem, completeness};

use super::{Located, Source, fields, row};
use crate::agreement::{Standings, Stands};
use crate::wire::{self, ReportView, Severity};

/// A report and its outline.
pub(crate) fn report(
    source: Source<'_>,
    report: &Report,
    located: &Located,
    standings: &Standings,
) -> ReportView {
    let outline = Outline::with_hidden(source.book, report);
    let counts = located.by_section();
    ReportView {
        id: report.id.to_string(),
        title: report.title.to_string(),
        period: source.say(&report.period.name()),
        fields: fields(report),
        outline: outline
            .items()
            .iter()
            .map(|item| {
                let count = counts.get(item.section.id.as_str());
                let count = count.copied().unwrap_or_default();
                source.outline_item(&outline, item, count, located, (report, standings))
            })
            .collect(),
        rules: source.book.rules.under(&report.id).map(row).collect(),
        ticks: source.book.ticks.under(&report.id).map(row).collect(),
        blocking: located.count(Severity::Blocking),
        warnings: located.count(Severity::Warning),
    }
}

impl Source<'_> {
    fn outline_item(
        &self,
        outline: &Outline<'_>,
        item: &OutlineItem<'_>,
        (missing, blocking): (usize, bool),
        located: &Located,
        (report, standings): (&Report, &Standings),
    ) -> wire::OutlineItem {
        let section = item.section;
        let stands = standings.section(section.id.row());
        let stands = stands.unwrap_or(&Stands::Drafting);
        let standing = self.standing(report, section, stands, None);
        let comments = self.book.comments.under(&section.id);
        let heading = if section.heading.is_empty() {
            self.say(&item.own_title())
        } else {
            section.heading.to_string()
        };
        let cards = if section.kind == SectionKind::Cards {
            let entries = self.book.entries.under(&section.id);
            entries
                .filter_map(|entry| self.entry_head(entry, located))
                .collect()
        } else {
            Vec::new()
        };
        wire::OutlineItem {
            id: section.id.to_string(),
            parent: section.parent.as_ref().map(ToString::to_string),
            depth: item.depth,
            number: item.number.clone().unwrap_or_default(),
            heading,
            kind: section.kind.as_str().to_owned(),
            missing,
            blocking,
            items: self.count_of_items(item),
            hidden: is_hidden(outline, item),
            standing: standing.standing,
            standing_words: standing.sentence,
            open_comments: comments
                .filter(|row| !row.resolved.0 && row.answers.is_none())
                .count(),
            cards,
        }
    }

    fn count_of_items(&self, item: &OutlineItem<'_>) -> usize {
        match item.section.kind {
            SectionKind::Milestones => self.book.milestones.under(&item.section.id).count(),
            _ => completeness::rows(self.book, item.section),
        }
    }
}

/// Whether a section is left out of the paper, itself or with a section it stands in.
fn is_hidden(outline: &Outline<'_>, item: &OutlineItem<'_>) -> bool {
    let above = |item: &OutlineItem<'_>| outline.items().get(item.parent?);
    std::iter::successors(Some(item), |item| above(item)).any(|item| item.section.hidden.0)
}
