//! Whose sign-off a section needs.

use outturn_model::agreement::SignOffKind;
use outturn_model::directorate::{Person, Role};
use outturn_model::report::Report;
use outturn_model::section::{Section, SectionKind};
use outturn_model::{Book, Id, Message};

/// Who may sign a section off.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Signer<'a> {
    /// One person.
    Post(&'a Person),
    /// Anyone who leads.
    AnyLead,
    /// Anyone who clears what decisions mean.
    AnyClearance,
}

/// Whose sign-off a section needs: an implication's is that of the post that clears it; any other's is
/// that of its lead, of the lead of the section it stands in, or of whose report it is.
pub(crate) fn signer_of<'a>(book: &'a Book, report: &'a Report, section: &Section) -> Signer<'a> {
    let person = |id: &Option<Id<Person>>| id.as_ref().and_then(|id| book.people.get(id));
    if section.kind == SectionKind::Implication {
        return person(&section.cleared_by).map_or(Signer::AnyClearance, Signer::Post);
    }
    let mut at = Some(section.id.clone());
    let mut steps = book.sections.len();
    while let Some(here) = at.take().and_then(|id| book.sections.get(&id)) {
        if let Some(lead) = person(&here.lead) {
            return Signer::Post(lead);
        }
        // Sections that go round in a circle have no top.
        steps = steps.saturating_sub(1);
        at = here.parent.clone().filter(|_| steps > 0);
    }
    person(&report.report_by).map_or(Signer::AnyLead, Signer::Post)
}

impl Signer<'_> {
    /// Whether a person is one who may.
    pub(crate) fn is(&self, person: &Person) -> bool {
        match self {
            Self::Post(post) => post.id == person.id,
            Self::AnyLead => person.role == Some(Role::Lead),
            Self::AnyClearance => person.role.is_some_and(clears),
        }
    }

    /// Who that is, in words.
    pub(crate) fn message(&self) -> Message {
        match self {
            Self::Post(post) => Message::new("signer-post").with("post", post_of(post)),
            Self::AnyLead => Message::new("signer-any-lead"),
            Self::AnyClearance => Message::new("signer-any-clearance"),
        }
    }
}

/// Whether what a person signs of a section counts: a sign-off of whose it needs, an exception of a
/// clerk.
pub(crate) fn may_sign(
    book: &Book,
    report: &Report,
    section: &Section,
    kind: SignOffKind,
    person: &Person,
) -> bool {
    match kind {
        SignOffKind::SignOff => signer_of(book, report, section).is(person),
        SignOffKind::Exception => may_clear_exceptions(person),
    }
}

/// Whether a person may let a section go to committee without a sign-off.
pub(crate) fn may_clear_exceptions(person: &Person) -> bool {
    person.role == Some(Role::Clerk)
}

fn clears(role: Role) -> bool {
    matches!(
        role,
        Role::Finance | Role::Legal | Role::Equalities | Role::Risk
    )
}

/// What a person is called: their post, or their name or initials where that is all there is.
pub(crate) fn post_of(person: &Person) -> String {
    let called = [&person.post, &person.name, &person.initials];
    let called = called.into_iter().find(|text| !text.is_empty());
    called.map_or_else(|| person.id.to_string(), ToString::to_string)
}
