//! Checks of sections: headings, contents, rules, and who answers for them.

use outturn_model::section::{Section, SectionKind};

use super::Found;
use super::ground::{Ground, cell};
use crate::outline::OutlineItem;

/// A section has a heading, unless it is a cover or is marked as one that goes on under another
/// (PDF/UA-1 7.4: headings are how a reader finds the way).
pub(super) fn heading(_: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let section = item.section;
    let goes_on = section.unnumbered.0 && item.parent.is_some();
    if section.heading.trim().is_empty() && section.kind != SectionKind::Cover && !goes_on {
        found.add(cell(section, "heading"), |message| {
            message.with("section", item.title())
        });
    }
}

/// A section has something in it: words, rows, or sections inside it. A table with nothing to
/// report says so in a sentence (R5, key projects).
pub(super) fn empty(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let section = item.section;
    let has_words = !section.text.trim().is_empty() || !section.comments.trim().is_empty();
    // A list that the law asks for has a check of its own.
    let has_own_check = matches!(
        section.kind,
        SectionKind::Recommendations | SectionKind::BackgroundPapers
    );
    let says_something = has_words || section.none_stated.0 || has_rows(ground, section);
    if !has_own_check && !says_something && !ground.has_sections_inside(item) {
        found.add(cell(section, "text"), |message| {
            message.with("section", item.title())
        });
    }
}

/// A section of cards or a measure table says by which rule its measures get their status, unless
/// each entry does (R1, which has two rules).
pub(super) fn rule(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let section = item.section;
    let rates = matches!(section.kind, SectionKind::Cards | SectionKind::MeasureTable);
    let mut entries = ground.book.entries.under(&section.id);
    if rates && section.rule.is_none() && entries.any(|entry| entry.rule.is_none()) {
        found.add(cell(section, "rule"), |message| {
            message.with("section", item.title())
        });
    }
}

/// A key of initials has someone in it (R3).
pub(super) fn people_key(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    if item.section.kind != SectionKind::PeopleKey {
        return;
    }
    if !ground.book.people.iter().any(|person| person.in_key.0) {
        found.add(cell(item.section, "kind"), |message| {
            message.with("section", item.title())
        });
    }
}

/// Where most of the narratives beside each other end with the initials of who answers for them,
/// all do (R3, 2.4).
pub(super) fn lead(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    if ground.lacks_lead(item) {
        found.add(cell(item.section, "lead"), |message| {
            message.with("section", item.title())
        });
    }
}

/// A headline says something (R1).
pub(super) fn headline(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    if item.section.kind != SectionKind::Headlines {
        return;
    }
    for headline in ground.book.headlines.under(&item.section.id) {
        if headline.text.trim().is_empty() {
            found.add_about(headline.id.row(), cell(headline, "text"), |message| {
                message.with("section", item.title())
            });
        }
    }
}

/// Whether a section has rows of its kind, or makes its content itself.
fn has_rows(ground: &Ground<'_>, section: &Section) -> bool {
    let book = ground.book;
    match section.kind {
        SectionKind::Cover
        | SectionKind::SymbolKey
        | SectionKind::PeopleKey
        | SectionKind::Restatements => true,
        _ => crate::completeness::rows(book, section) > 0,
    }
}
