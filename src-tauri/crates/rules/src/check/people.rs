//! Checks of people: their posts, and the initials that texts end with.

use std::collections::HashMap;

use outturn_model::prose::Prose;
use outturn_model::section::SectionKind;

use super::Found;
use super::ground::{Ground, Passage, cell, people_of};
use super::reading;
use crate::outline::OutlineItem;

/// Whoever answers for something, or stands in the key, has a post (R3, key of initials).
pub(super) fn post(ground: &Ground<'_>, found: &mut Found<'_>) {
    let people = people_of(ground);
    for person in ground.book.people.iter() {
        if people.contains(&person.id) && person.post.trim().is_empty() {
            let known = [person.name.trim(), person.initials.trim()];
            let known = known.into_iter().find(|words| !words.is_empty());
            found.add(cell(person, "post"), |message| {
                message.with("person", known.unwrap_or("?"))
            });
        }
    }
}

/// Initials lead to one person (R3, key of initials).
pub(super) fn initials_twice(ground: &Ground<'_>, found: &mut Found<'_>) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for person in ground.book.people.iter() {
        let initials = person.initials.trim();
        if initials.is_empty() {
            continue;
        }
        let count = seen.entry(initials).or_default();
        *count += 1;
        if *count == 2 {
            found.add(cell(person, "initials"), |message| {
                message.with("initials", initials)
            });
        }
    }
}

/// The lead of a section has initials to stand at its end (R3).
pub(super) fn lead_initials(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let lead = item.section.lead.as_ref();
    let person = lead.and_then(|lead| ground.book.people.get(lead));
    if let Some(person) = person.filter(|person| person.initials.trim().is_empty()) {
        found.add(cell(person, "initials"), |message| {
            message
                .with("section", item.title())
                .with("person", person.post.as_str())
        });
    }
}

/// Where a report has a key of initials, the key has those of the leads, which the paper prints (R3).
/// It is said once, where someone first leads.
pub(super) fn lead_not_in_key(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    if !ground.has_people_key || !ground.is_first_led(item.section) {
        return;
    }
    let lead = item.section.lead.as_ref();
    let person = lead.and_then(|lead| ground.book.people.get(lead));
    let missing = person.filter(|person| !person.in_key.0 && !person.initials.trim().is_empty());
    if let Some(person) = missing {
        found.add(cell(person, "in_key"), |message| {
            message
                .with("section", item.title())
                .with("initials", person.initials.trim())
        });
    }
}

/// The words of a section do not end with its lead's initials where the paper puts them there
/// itself, after the comments or, in a narrative without any, after the text (R3).
pub(super) fn lead_initials_twice(
    ground: &Ground<'_>,
    item: &OutlineItem<'_>,
    found: &mut Found<'_>,
) {
    let section = item.section;
    let lead = section.lead.as_ref();
    let Some(person) = lead.and_then(|lead| ground.book.people.get(lead)) else {
        return;
    };
    let ends_with_text =
        section.kind == SectionKind::Narrative && section.comments.trim().is_empty();
    let (field, words) = if ends_with_text {
        ("text", &section.text)
    } else {
        ("comments", &section.comments)
    };
    let plain = Prose::parse(words).plain_text();
    let initials = person.initials.trim();
    if reading::final_initials(&plain).contains(&initials) {
        found.add(cell(section, field), |message| {
            message
                .with("section", item.title())
                .with("initials", initials)
        });
    }
}

/// Initials at the end of a text are in the list of people (R3: “(AM)”, which its key does not
/// have).
pub(super) fn unknown_initials(ground: &Ground<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    for initials in reading::final_initials(&passage.plain) {
        if !ground.initials.contains_key(initials) {
            found.add(passage.place.clone(), |message| {
                message
                    .with("section", passage.item.title())
                    .with("initials", initials)
            });
        }
    }
}

/// Where a report has a key of initials, the key has those that texts end with (R3).
pub(super) fn initials_not_in_key(
    ground: &Ground<'_>,
    passage: &Passage<'_>,
    found: &mut Found<'_>,
) {
    if !ground.has_people_key {
        return;
    }
    for initials in reading::final_initials(&passage.plain) {
        let person = ground.initials.get(initials);
        if person.is_some_and(|person| !person.in_key.0) {
            found.add(passage.place.clone(), |message| {
                message
                    .with("section", passage.item.title())
                    .with("initials", initials)
            });
        }
    }
}
