//! Departments, people with their keys, and comparators.

use chrono::NaiveDate;
use outturn_model::agreement::SigningKey;
use outturn_model::directorate::Person;
use outturn_paper::compose::date_in_words;
use outturn_sign::PublicKey;

use super::{Source, row};
use crate::agreement::post_of;
use crate::wire::{PeopleView, SigningKeyView};

/// Departments, people with their keys, and comparators, each in order.
pub fn people(source: Source<'_>) -> PeopleView {
    let mut keys = Vec::new();
    for person in source.book.people.iter() {
        let theirs = source.book.signing_keys.under(&person.id);
        keys.extend(theirs.map(|key| signing_key(source, person, key)));
    }
    PeopleView {
        departments: source.book.departments.iter().map(row).collect(),
        people: source.book.people.iter().map(row).collect(),
        comparators: source.book.comparators.iter().map(row).collect(),
        keys,
    }
}

fn signing_key(source: Source<'_>, person: &Person, key: &SigningKey) -> SigningKeyView {
    let day = |day: Option<NaiveDate>| {
        day.map(|day| source.say(&date_in_words(day)))
            .unwrap_or_default()
    };
    let public = PublicKey::parse(&key.public);
    SigningKeyView {
        id: key.id.to_string(),
        post: post_of(person),
        fingerprint: public.map(|key| key.fingerprint()).unwrap_or_default(),
        added: day(key.added_on),
        removed: day(key.removed_on),
    }
}
