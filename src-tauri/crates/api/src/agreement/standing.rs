//! Where each section of a report stands between its author, its lead and the committee.

use std::collections::HashMap;

use outturn_model::agreement::{SignOff, SignOffKind};
use outturn_model::directorate::Person;
use outturn_model::report::Report;
use outturn_model::section::{Section, SectionState};
use outturn_model::{Book, Id, RowId};
use outturn_paper::compose::readings;
use outturn_rules::Outline;
use outturn_sign::{PublicKey, Statement, digest};
use outturn_words::Words;

use super::people::may_sign;

/// Where a section stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stands {
    /// Its author is at work.
    Drafting,
    /// It waits for its lead.
    Submitted,
    /// Its lead asks for more.
    Returned,
    /// It is agreed to as it reads now.
    SignedOff(Id<SignOff>),
    /// The clerk lets it go to committee without a sign-off, as it reads now.
    Excepted(Id<SignOff>),
    /// It was signed, and that counts no longer.
    Lapsed(Id<SignOff>, Lapse),
    /// There is a signature that is not what it says.
    Forged(Id<SignOff>),
}

/// Why a signature counts no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lapse {
    /// The section reads otherwise.
    Changed,
    /// The key was taken away from its signer.
    KeyRemoved,
    /// Its signer is not, or no longer, the one whose signature it needs.
    NotTheirs,
}

impl Stands {
    /// Whether it may go to committee.
    pub(crate) fn is_agreed(&self) -> bool {
        matches!(self, Self::SignedOff(_) | Self::Excepted(_))
    }
}

/// Where the sections of a report stand, and what each of them says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Standings {
    order: Vec<Id<Section>>,
    stands: HashMap<RowId, Stands>,
    readings: HashMap<RowId, String>,
}

impl Standings {
    /// Where the sections of a report stand: those that its paper prints, in reading order. What they
    /// say is read only where something is signed.
    pub(crate) fn of(book: &Book, report: &Report, words: &Words) -> Self {
        let sections = book.sections.under(&report.id);
        let mut sections = sections.map(|section| book.sign_offs.under(&section.id));
        if sections.any(|mut signed| signed.next().is_some()) {
            return Self::read(book, report, words);
        }
        let outline = Outline::of(book, report);
        let items = outline.items().iter();
        let unread = items.map(|item| (item.section.id.clone(), String::new()));
        Self::from_readings(book, report, unread)
    }

    /// The same, and what each of them says.
    pub(crate) fn read(book: &Book, report: &Report, words: &Words) -> Self {
        let readings = readings(book, report, words);
        Self::from_readings(book, report, readings.into_iter())
    }

    fn from_readings(
        book: &Book,
        report: &Report,
        readings: impl Iterator<Item = (Id<Section>, String)>,
    ) -> Self {
        let mut standings = Self::default();
        for (id, reading) in readings {
            let Some(section) = book.sections.get(&id) else {
                continue;
            };
            let stands = standing(book, report, section, &reading);
            standings.stands.insert(id.row().clone(), stands);
            standings.readings.insert(id.row().clone(), reading);
            standings.order.push(id);
        }
        standings
    }

    /// Where a section stands; nothing for one that is kept out of the paper.
    pub(crate) fn section(&self, section: &RowId) -> Option<&Stands> {
        self.stands.get(section)
    }

    /// What a section says.
    pub(crate) fn reading(&self, section: &RowId) -> Option<&str> {
        self.readings.get(section).map(String::as_str)
    }

    /// The sections in reading order.
    pub(crate) fn order(&self) -> &[Id<Section>] {
        &self.order
    }

    /// How many may go to committee.
    pub(crate) fn agreed(&self) -> usize {
        self.stands
            .values()
            .filter(|stands| stands.is_agreed())
            .count()
    }
}

fn standing(book: &Book, report: &Report, section: &Section, reading: &str) -> Stands {
    let mut signed: Vec<&SignOff> = book.sign_offs.under(&section.id).collect();
    signed.retain(|row| !row.withdrawn.0);
    signed.sort_by_key(|row| (row.signed_at.map(|at| at.0), row.id.clone()));
    let verdicts: Vec<_> = signed
        .iter()
        .rev()
        .map(|row| (*row, verdict(book, report, section, row, reading)))
        .collect();
    let of = |wanted: Verdict| {
        let found = verdicts.iter().find(|(_, verdict)| *verdict == wanted);
        found.map(|(row, _)| *row)
    };
    let holds = |kind: SignOffKind| {
        let held = verdicts.iter();
        let mut held = held.filter(|(row, verdict)| *verdict == Verdict::Holds && row.kind == kind);
        held.next().map(|(row, _)| row.id.clone())
    };
    if let Some(row) = of(Verdict::Forged) {
        return Stands::Forged(row.id.clone());
    }
    if let Some(id) = holds(SignOffKind::SignOff) {
        return Stands::SignedOff(id);
    }
    if let Some(id) = holds(SignOffKind::Exception) {
        return Stands::Excepted(id);
    }
    if section.state == Some(SectionState::Returned) {
        return Stands::Returned;
    }
    let lapsed = verdicts.iter().find_map(|(row, verdict)| match verdict {
        Verdict::Lapsed(why) => Some((row, *why)),
        _ => None,
    });
    match (lapsed, section.state) {
        (Some((row, why)), _) => Stands::Lapsed(row.id.clone(), why),
        (None, Some(SectionState::Submitted)) => Stands::Submitted,
        (None, _) => Stands::Drafting,
    }
}

/// What a signature is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Holds,
    Lapsed(Lapse),
    Forged,
}

fn verdict(
    book: &Book,
    report: &Report,
    section: &Section,
    row: &SignOff,
    reading: &str,
) -> Verdict {
    let Some(key) = PublicKey::parse(&row.key).filter(|key| is_signed(book, report, row, key))
    else {
        return Verdict::Forged;
    };
    let person = row.person.as_ref().and_then(|id| book.people.get(id));
    let Some(person) = person else {
        return Verdict::Forged;
    };
    match key_of(book, person, &key) {
        None => return Verdict::Forged,
        Some(Listed::Removed) => return Verdict::Lapsed(Lapse::KeyRemoved),
        Some(Listed::Counts) => {}
    }
    if row.reading.as_str() != reading {
        return Verdict::Lapsed(Lapse::Changed);
    }
    if !may_sign(book, report, section, row.kind, person) {
        return Verdict::Lapsed(Lapse::NotTheirs);
    }
    Verdict::Holds
}

/// Whether a signature is over what its row says.
fn is_signed(book: &Book, report: &Report, row: &SignOff, key: &PublicKey) -> bool {
    let identity = book.directorate().map(|row| row.identity.as_str());
    let at = row.signed_at.map(|at| at.to_string()).unwrap_or_default();
    let reading = digest(row.reading.as_bytes());
    let statement = Statement {
        file: identity.unwrap_or_default(),
        report: report.id.as_str(),
        section: row.section.as_str(),
        id: row.id.as_str(),
        kind: row.kind.as_str(),
        person: row.person.as_ref().map(Id::as_str).unwrap_or_default(),
        signed_by: &row.signed_by,
        signed_at: &at,
        reason: &row.reason,
        reading: &reading,
    };
    statement.is_signed(key, &row.signature)
}

enum Listed {
    Counts,
    Removed,
}

/// Whether a key is one of a person's.
fn key_of(book: &Book, person: &Person, key: &PublicKey) -> Option<Listed> {
    let keys = book.signing_keys.under(&person.id);
    let keys = keys.filter(|row| PublicKey::parse(&row.public).as_ref() == Some(key));
    let mut listed = None;
    for row in keys {
        match row.removed_on {
            Some(_) => listed = Some(Listed::Removed),
            None => return Some(Listed::Counts),
        }
    }
    listed
}
