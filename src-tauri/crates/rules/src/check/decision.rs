//! Checks of decision reports: boxes, statements of implications, and lists that the law asks for
//! (R2, R4).

use outturn_model::report::{Tick, TickGroup};
use outturn_model::section::{Section, SectionKind};

use super::Found;
use super::day;
use super::ground::{Ground, cell};
use crate::implication::{is_about, statements, ticks};
use crate::outline::{OutlineItem, states_none};

/// Recommendations say what the committee is asked to decide (R4), or that there are none.
pub(super) fn recommendations(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    lists_something(SectionKind::Recommendations, ground, item, found);
}

/// Background papers are listed, or it is said that there are none: an empty list does not say
/// which (Local Government Act 1972, section 100D).
pub(super) fn background_papers(
    ground: &Ground<'_>,
    item: &OutlineItem<'_>,
    found: &mut Found<'_>,
) {
    lists_something(SectionKind::BackgroundPapers, ground, item, found);
}

fn lists_something(
    kind: SectionKind,
    ground: &Ground<'_>,
    item: &OutlineItem<'_>,
    found: &mut Found<'_>,
) {
    let section = item.section;
    let has_words = !section.text.trim().is_empty() || !section.comments.trim().is_empty();
    let says_something =
        has_words || states_none(ground.book, section) || ground.has_sections_inside(item);
    if section.kind == kind && !says_something {
        found.add(cell(section, "text"), |message| {
            message.with("section", item.title())
        });
    }
}

/// A statement of implications is cleared by a post on a day (R4).
pub(super) fn not_cleared(_: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let section = item.section;
    if section.kind != SectionKind::Implication {
        return;
    }
    let (field, gap) = match (&section.cleared_by, section.cleared_on) {
        (Some(_), Some(_)) => return,
        (None, None) => ("cleared_by", "both"),
        (None, Some(_)) => ("cleared_by", "post"),
        (Some(_), None) => ("cleared_on", "day"),
    };
    found.add(cell(section, field), |message| {
        message.with("section", item.title()).with("gap", gap)
    });
}

/// A statement of implications is cleared before the meeting that relies on it (R4).
pub(super) fn cleared_late(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let section = item.section;
    let cleared = section
        .cleared_on
        .filter(|_| section.kind == SectionKind::Implication);
    let (Some(cleared), Some(meeting)) = (cleared, ground.report.meeting) else {
        return;
    };
    if cleared > meeting {
        found.add(cell(section, "cleared_on"), |message| {
            message
                .with("section", item.title())
                .with("cleared", day(cleared))
                .with("meeting", day(meeting))
        });
    }
}

/// A box that is ticked has its statement of implications (R4).
pub(super) fn not_stated(ground: &Ground<'_>, found: &mut Found<'_>) {
    let stated = statements(&ground.outline);
    // Where nothing is stated anywhere the report holds its implications elsewhere (R2).
    if stated.is_empty() {
        return;
    }
    for tick in implications(ground).filter(|tick| tick.ticked.0) {
        if !stated.iter().any(|section| concerns(section, tick)) {
            found.add(cell(tick, "ticked"), |message| {
                message.with("box", tick.name.trim())
            });
        }
    }
}

/// A statement of implications has its box ticked on the cover (R4).
pub(super) fn not_ticked(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let section = item.section;
    let has_boxes = implications(ground).next().is_some();
    if section.kind != SectionKind::Implication || !has_boxes {
        return;
    }
    let mut own = implications(ground).filter(|tick| concerns(section, tick));
    let first = own.clone().next();
    if own.any(|tick| tick.ticked.0) {
        return;
    }
    let place = first.map_or_else(|| cell(section, "heading"), |tick| cell(tick, "ticked"));
    found.add(place, |message| {
        message
            .with("section", item.title())
            .with("has", if first.is_some() { "box" } else { "none" })
            .with("box", first.map_or("", |tick| tick.name.trim()))
    });
}

/// A decision has implications of some kind: its cover ticks one, or a section states one (R4).
pub(super) fn none_ticked(ground: &Ground<'_>, found: &mut Found<'_>) {
    let mut boxes = implications(ground);
    let Some(first) = boxes.next() else { return };
    let ticked = first.ticked.0 || boxes.any(|tick| tick.ticked.0);
    if !ticked && statements(&ground.outline).is_empty() {
        found.add(cell(first, "ticked"), |message| message);
    }
}

fn implications<'a>(ground: &Ground<'a>) -> impl Iterator<Item = &'a Tick> + Clone {
    let all: Vec<&Tick> = ticks(ground.book, ground.report, TickGroup::Implication).collect();
    all.into_iter()
}

fn concerns(section: &Section, tick: &Tick) -> bool {
    is_about(&section.heading, &tick.name)
}
