//! Checks of milestones and of the supporting commentary under them (R3).

use std::collections::{HashMap, HashSet};

use outturn_model::Message;
use outturn_model::milestone::{Commentary, Milestone, reference_key};
use outturn_model::section::SectionKind;
use outturn_model::status::Status;

use super::Found;
use super::card::opening;
use super::day;
use super::ground::{Ground, cell};
use crate::outline::OutlineItem;

/// A milestone says what is to be done (R3).
pub(super) fn text(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    for milestone in milestones(ground, item) {
        if milestone.text.trim().is_empty() {
            found.add_about(milestone.id.row(), cell(milestone, "text"), |message| {
                of(milestone, item, message)
            });
        }
    }
}

/// A milestone says how it is doing (R3, “Q2 progress”).
pub(super) fn progress(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    for milestone in milestones(ground, item) {
        if milestone.progress.is_none() {
            found.add_about(milestone.id.row(), cell(milestone, "progress"), |message| {
                of(milestone, item, message)
            });
        }
    }
}

/// A milestone whose day is past by the end of the period and that is not on course is overdue.
pub(super) fn overdue(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    late(ground, item, found, |status| {
        matches!(status, Status::Amber | Status::Red | Status::NotYetKnown)
    });
}

/// A milestone whose day is past and that is still shown as on course (R3, “by September 2012” in a
/// report for 2013): it is done, or its day has moved.
pub(super) fn past_due(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    late(ground, item, found, |status| status == Status::Green);
}

/// Every reference among the milestones has a commentary (R3).
pub(super) fn commentary(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let mut said: HashSet<String> = commentaries(ground, item)
        .flat_map(|commentary| commentary.reference_list())
        .map(reference_key)
        .collect();
    for milestone in milestones(ground, item) {
        let reference = milestone.reference.trim();
        if !reference.is_empty() && said.insert(reference_key(reference)) {
            found.add_about(
                milestone.id.row(),
                cell(milestone, "reference"),
                |message| of(milestone, item, message),
            );
        }
    }
}

/// A commentary says something, and of what.
pub(super) fn empty_commentary(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    for commentary in commentaries(ground, item) {
        let names_none = commentary.reference_list().next().is_none();
        let (field, gap) = match (commentary.text.trim().is_empty(), names_none) {
            (true, false) => ("text", "text"),
            (true, true) => ("text", "both"),
            (false, true) => ("references", "references"),
            (false, false) => continue,
        };
        found.add_about(commentary.id.row(), cell(commentary, field), |message| {
            message
                .with("section", item.title())
                .with("references", commentary.references.as_str())
                .with("gap", gap)
        });
    }
}

/// A commentary is about a row of its section (R3).
pub(super) fn unmatched_commentary(
    ground: &Ground<'_>,
    item: &OutlineItem<'_>,
    found: &mut Found<'_>,
) {
    let known: HashSet<String> = milestones(ground, item)
        .map(|milestone| reference_key(&milestone.reference))
        .collect();
    for commentary in commentaries(ground, item) {
        for reference in commentary.reference_list() {
            if !known.contains(&reference_key(reference)) {
                found.add_about(
                    commentary.id.row(),
                    cell(commentary, "references"),
                    |message| {
                        message
                            .with("section", item.title())
                            .with("reference", reference)
                    },
                );
            }
        }
    }
}

/// No two commentaries are about the same reference (R3, where the second EEP02 is about EEP03).
pub(super) fn commentary_twice(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let mut first: HashMap<String, &str> = HashMap::new();
    for commentary in commentaries(ground, item) {
        for reference in commentary.reference_list() {
            let before = first.insert(reference_key(reference), commentary.id.as_str());
            if before.is_some_and(|before| before != commentary.id.as_str()) {
                found.add_about(
                    commentary.id.row(),
                    cell(commentary, "references"),
                    |message| {
                        message
                            .with("section", item.title())
                            .with("reference", reference)
                    },
                );
            }
        }
    }
}

fn late(
    ground: &Ground<'_>,
    item: &OutlineItem<'_>,
    found: &mut Found<'_>,
    concerns: impl Fn(Status) -> bool,
) {
    let end = ground.report.period.last_day();
    for milestone in milestones(ground, item) {
        let Some(due) = milestone.due.filter(|due| *due <= end) else {
            continue;
        };
        if concerns(milestone.progress.unwrap_or(Status::NotYetKnown)) {
            found.add_about(milestone.id.row(), cell(milestone, "due"), |message| {
                of(milestone, item, message).with("due", day(due))
            });
        }
    }
}

fn milestones<'a>(
    ground: &Ground<'a>,
    item: &OutlineItem<'a>,
) -> impl Iterator<Item = &'a Milestone> {
    let shows = item.section.kind == SectionKind::Milestones;
    let rows = ground.book.milestones.under(&item.section.id);
    rows.filter(move |_| shows)
}

fn commentaries<'a>(
    ground: &Ground<'a>,
    item: &OutlineItem<'a>,
) -> impl Iterator<Item = &'a Commentary> {
    let shows = item.section.kind == SectionKind::Milestones;
    let rows = ground.book.commentaries.under(&item.section.id);
    rows.filter(move |_| shows)
}

/// What a milestone is called in a sentence: its reference and its first words.
fn of(milestone: &Milestone, item: &OutlineItem<'_>, message: Message) -> Message {
    message
        .with("section", item.title())
        .with("reference", milestone.reference.trim())
        .with("milestone", opening(&milestone.text))
}
