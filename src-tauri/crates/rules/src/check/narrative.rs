//! Checks of what narratives say.

use std::collections::HashSet;

use super::Found;
use super::ground::{self, Ground, Passage};
use super::reading;
use crate::outline::OutlineItem;

/// Names that a section must have of a reference's own before it can be the one that was meant.
const LEAST_NAMES: usize = 2;

/// A reference to a section leads to one (R3: “see 2.1”, “outlined in 2.11 above”, “section 8”).
pub(super) fn cross_reference(ground: &Ground<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    for reference in reading::references(&passage.plain) {
        if ground.outline.numbered(reference).is_none() {
            found.add(passage.place.clone(), |message| {
                message
                    .with("section", passage.item.title())
                    .with("reference", reference)
            });
        }
    }
}

/// A reference leads to the section that is meant (R3: “outlined in 2.11 above”, which is 2.12).
///
/// That cannot be known, only suspected: the section named has none of the names that stand with
/// the reference, and the one before or after it has several, as when a section was put in or taken
/// out and the number stayed.
pub(super) fn neighbouring_reference(
    ground: &Ground<'_>,
    passage: &Passage<'_>,
    found: &mut Found<'_>,
) {
    for line in passage.plain.lines() {
        for reference in reading::references(line) {
            let names = reading::names(line);
            let Some(named) = ground.outline.numbered(reference) else {
                continue;
            };
            if names.len() < LEAST_NAMES || says(ground, named, &names) > 0 {
                continue;
            }
            let meant: Vec<_> = beside(ground, reference)
                .filter(|item| item.section.id != named.section.id)
                .filter(|item| says(ground, item, &names) >= LEAST_NAMES)
                .collect();
            if let [meant] = meant[..] {
                found.add(passage.place.clone(), |message| {
                    message
                        .with("section", passage.item.title())
                        .with("named", reference)
                        .with("meant", meant.title())
                });
            }
        }
    }
}

/// No words are left to be filled in (R1: “tbc”): a paper goes to committee as it stands.
pub(super) fn placeholder(ground: &Ground<'_>, passage: &Passage<'_>, found: &mut Found<'_>) {
    for words in reading::placeholders(&passage.plain) {
        if ground.initials.contains_key(words) {
            continue;
        }
        found.add(passage.place.clone(), |message| {
            message
                .with("subject", passage.subject())
                .with("words", words)
        });
    }
}

/// The sections whose number is one less or one more.
fn beside<'a>(
    ground: &'a Ground<'a>,
    reference: &str,
) -> impl Iterator<Item = &'a OutlineItem<'a>> {
    let number = reference
        .rsplit_once('.')
        .and_then(|(within, last)| Some((within.to_owned(), last.parse::<u32>().ok()?)));
    let numbers = number
        .into_iter()
        .flat_map(|(within, last)| [(within.clone(), last.saturating_sub(1)), (within, last + 1)])
        // No section is the noughth: `1.0` is another name of 1, which holds them all.
        .filter(|(_, last)| *last > 0);
    numbers.filter_map(|(within, last)| ground.outline.numbered(&format!("{within}.{last}")))
}

/// How many of these names stand in a section, its heading and the sections inside it included.
fn says(ground: &Ground<'_>, item: &OutlineItem<'_>, names: &HashSet<&str>) -> usize {
    let mut said: HashSet<&str> = HashSet::new();
    for item in ground.outline.within(&item.section.id) {
        let heading = item.section.heading.as_str().to_owned();
        let texts = ground::passages(ground, item).into_iter();
        for text in texts.map(|passage| passage.plain).chain([heading]) {
            let words = reading::words(&text);
            said.extend(names.iter().filter(|name| words.contains(*name)));
        }
    }
    said.len()
}
