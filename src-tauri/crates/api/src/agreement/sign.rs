//! The steps that a section takes on its way to committee.

use outturn_model::agreement::{SignOff, SignOffKind, SigningKey};
use outturn_model::cell::{Flag, Line, Moment, Reading, Text};
use outturn_model::directorate::Person;
use outturn_model::report::Report;
use outturn_model::section::{Section, SectionKind};
use outturn_model::{Book, Edit, Entity, Id, Message, Record, RowId};
use outturn_rules::calendar;
use outturn_sign::{SecretKey, Statement, digest};
use outturn_words::Words;

use super::comment::comment;
use super::people::{may_sign, post_of, signer_of};
use super::standing::Standings;
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::wire::AgreementStep;

/// Who takes a step: the person, and the key they sign with where the step is signed.
pub(crate) struct Hand<'a> {
    /// The person.
    pub(crate) person: &'a Person,
    /// Their key.
    pub(crate) key: Option<&'a SecretKey>,
    /// The identity that the file gets from the first signature in it: the same in all of its copies,
    /// so that two of them can be the first.
    pub(crate) identity: Option<RowId>,
}

/// The edits that take a step with sections of one report.
///
/// # Errors
/// Why the step cannot be taken with one of them, named; none is taken then.
pub(crate) fn take(
    book: &Book,
    words: &Words,
    step: AgreementStep,
    sections: &[&Section],
    said: &str,
    hand: &Hand<'_>,
    outside: &mut dyn Outside,
) -> Result<Vec<Edit>, Stop> {
    let said = said.trim();
    let mut edits = Vec::new();
    match step {
        AgreementStep::Submit => {
            edits.extend(sections.iter().map(|row| state(row, Some("submitted"))));
        }
        AgreementStep::Recall => edits.extend(sections.iter().map(|row| state(row, None))),
        AgreementStep::Return => {
            if said.is_empty() {
                return Err(Stop::new("sign-return-why"));
            }
            for section in sections {
                edits.push(state(section, Some("returned")));
                edits.extend(withdrawn(book, section, |_| true));
                edits.push(comment(
                    book,
                    section,
                    None,
                    None,
                    said,
                    hand.person,
                    outside,
                )?);
            }
        }
        AgreementStep::Withdraw => {
            for section in sections {
                let own = |row: &SignOff| row.person.as_ref() == Some(&hand.person.id);
                edits.extend(withdrawn(book, section, own));
            }
        }
        AgreementStep::SignOff | AgreementStep::Except => {
            let kind = match step {
                AgreementStep::Except => SignOffKind::Exception,
                _ => SignOffKind::SignOff,
            };
            if kind == SignOffKind::Exception && said.is_empty() {
                return Err(Stop::new("sign-except-why"));
            }
            edits = signed(book, words, kind, sections, said, hand, outside)?;
        }
    }
    Ok(edits)
}

/// The edits that sign sections: first what has to be there for a signature, then the signatures over
/// what the sections say with that.
fn signed(
    book: &Book,
    words: &Words,
    kind: SignOffKind,
    sections: &[&Section],
    reason: &str,
    hand: &Hand<'_>,
    outside: &mut dyn Outside,
) -> Result<Vec<Edit>, Stop> {
    let key = hand.key.ok_or_else(|| Stop::new("sign-no-key"))?;
    let mut edits = known(book, hand, key, outside)?;
    for section in sections {
        let report = book.reports.get(&section.report).ok_or_else(gone)?;
        if !may_sign(book, report, section, kind, hand.person) {
            return Err(not_theirs(book, report, section, kind));
        }
        if kind == SignOffKind::SignOff && section.kind == SectionKind::Implication {
            edits.extend(cleared(section, hand.person, outside));
        }
    }
    let after = edited(book, &edits);
    let Some(first) = sections.first() else {
        return Ok(Vec::new());
    };
    let report = after.reports.get(&first.report).ok_or_else(gone)?;
    let standings = Standings::read(&after, report, words);
    for section in sections {
        let reading = standings.reading(section.id.row());
        let reading = reading.ok_or_else(|| Stop::new("sign-hidden"))?;
        let row = signature(
            &after,
            section,
            kind,
            reading,
            reason,
            hand.person,
            key,
            outside,
        );
        edits.extend(superseded(book, section, kind));
        if section.state.is_some() && kind == SignOffKind::SignOff {
            edits.push(state(section, None));
        }
        edits.push(Edit::Insert {
            entity: Entity::SignOff,
            row: row.to_row(),
        });
    }
    Ok(edits)
}

/// What a first signature needs: that the file can be told from others, and that the key is known as
/// its person's.
fn known(
    book: &Book,
    hand: &Hand<'_>,
    key: &SecretKey,
    outside: &mut dyn Outside,
) -> Result<Vec<Edit>, Stop> {
    let person = hand.person;
    let mut edits = Vec::new();
    let directorate = book.directorate().ok_or_else(gone)?;
    if directorate.identity.is_empty() {
        let identity = hand.identity.clone();
        let identity = identity.unwrap_or_else(|| RowId::from_random(outside.random()));
        edits.push(set(
            Entity::Directorate,
            directorate.id.row(),
            "identity",
            identity.as_str(),
        ));
    }
    let public = key.public().to_string();
    let same = book
        .signing_keys
        .iter()
        .filter(|row| row.public.as_str() == public);
    let mut there = false;
    for row in same {
        if row.removed_on.is_some() {
            return Err(Stop::new("sign-key-removed"));
        }
        if row.person != person.id {
            let other = book
                .people
                .get(&row.person)
                .map(post_of)
                .unwrap_or_default();
            let message = Message::new("sign-key-of-another").with("post", other);
            return Err(Stop::Said("sign-key-of-another", message));
        }
        there = true;
    }
    if !there {
        let row = SigningKey {
            id: Id::new(RowId::from_random(outside.random())),
            person: person.id.clone(),
            public: Line::new(public),
            added_on: Some(outside.today()),
            removed_on: None,
        };
        edits.push(Edit::Insert {
            entity: Entity::SigningKey,
            row: row.to_row(),
        });
    }
    Ok(edits)
}

/// What the paper says of an implication that is cleared: by whom, and today.
fn cleared(section: &Section, person: &Person, outside: &dyn Outside) -> [Edit; 2] {
    let today = outside.today().to_string();
    let row = section.id.row();
    [
        set(Entity::Section, row, "cleared_by", person.id.as_str()),
        set(Entity::Section, row, "cleared_on", &today),
    ]
}

#[expect(
    clippy::too_many_arguments,
    reason = "each is a word of what is signed"
)]
fn signature(
    book: &Book,
    section: &Section,
    kind: SignOffKind,
    reading: &str,
    reason: &str,
    person: &Person,
    key: &SecretKey,
    outside: &mut dyn Outside,
) -> SignOff {
    let id = RowId::from_random(outside.random());
    let at = Moment(outside.now());
    let (signed_by, signed_at) = (post_of(person), at.to_string());
    let identity = book.directorate().map(|row| row.identity.to_string());
    let statement = Statement {
        file: identity.as_deref().unwrap_or_default(),
        report: section.report.as_str(),
        section: section.id.as_str(),
        id: id.as_str(),
        kind: kind.as_str(),
        person: person.id.as_str(),
        signed_by: &signed_by,
        signed_at: &signed_at,
        reason,
        reading: &digest(reading.as_bytes()),
    };
    let signature = statement.signed(key);
    SignOff {
        id: Id::new(id),
        section: section.id.clone(),
        kind,
        person: Some(person.id.clone()),
        signed_by: Line::new(signed_by),
        signed_at: Some(at),
        reason: Text::new(reason),
        reading: Reading::new(reading),
        key: Line::new(key.public().to_string()),
        signature: Line::new(signature),
        withdrawn: Flag(false),
    }
}

/// Signatures of the same kind that a new one takes the place of. History keeps them.
fn superseded(book: &Book, section: &Section, kind: SignOffKind) -> Vec<Edit> {
    let rows = book.sign_offs.under(&section.id);
    let same = rows.filter(|row| row.kind == kind);
    same.map(|row| Edit::Remove {
        entity: Entity::SignOff,
        row: row.id.row().clone(),
    })
    .collect()
}

fn withdrawn(book: &Book, section: &Section, which: impl Fn(&SignOff) -> bool) -> Vec<Edit> {
    let rows = book.sign_offs.under(&section.id);
    let rows = rows.filter(|row| !row.withdrawn.0 && which(row));
    rows.map(|row| set(Entity::SignOff, row.id.row(), "withdrawn", "yes"))
        .collect()
}

fn state(section: &Section, to: Option<&str>) -> Edit {
    Edit::Set {
        entity: Entity::Section,
        row: section.id.row().clone(),
        field: "state",
        to: to.map(str::to_owned),
    }
}

fn set(entity: Entity, row: &RowId, field: &'static str, to: &str) -> Edit {
    Edit::Set {
        entity,
        row: row.clone(),
        field,
        to: Some(to.to_owned()),
    }
}

/// The book as it is once these edits are made.
pub(crate) fn edited(book: &Book, edits: &[Edit]) -> Book {
    let mut after = book.clone();
    for edit in edits {
        let (entity, id, row) = match edit {
            Edit::Insert { entity, row } => (*entity, row.id.clone(), Some(row.clone())),
            Edit::Remove { entity, row } => (*entity, row.clone(), None),
            Edit::Set {
                entity,
                row,
                field,
                to,
            } => {
                let mut now = after.row(*entity, row);
                if let (Some(now), Some((column, _))) = (&mut now, entity.field(field)) {
                    now.cells[column].clone_from(to);
                }
                (*entity, row.clone(), now)
            }
        };
        // Cells that do not fit are refused by the edit door, which sees the same edits.
        let _ = after.update(&[(entity, id, row)]);
    }
    after
}

fn not_theirs(book: &Book, report: &Report, section: &Section, kind: SignOffKind) -> Stop {
    match kind {
        SignOffKind::Exception => Stop::new("sign-not-clerk"),
        SignOffKind::SignOff => {
            let signer = signer_of(book, report, section).message();
            let message = Message::new("sign-not-theirs")
                .with("section", section.heading.as_str())
                .with("signer", signer);
            Stop::Said("sign-not-theirs", message)
        }
    }
}

/// The edits that fill in the days that lead up to a report's meeting.
///
/// # Errors
/// If the meeting has no day.
pub(crate) fn plan_dates(report: &Report) -> Result<Vec<Edit>, Stop> {
    let meeting = report.meeting.ok_or_else(|| Stop::new("plan-no-meeting"))?;
    let lead = calendar::leading_up_to(meeting);
    let days = [
        ("draft_due", lead.draft),
        ("lead_due", lead.lead),
        ("finance_due", lead.clearance),
        ("legal_due", lead.clearance),
        ("dispatch_due", lead.dispatch),
    ];
    let days =
        days.map(|(field, day)| set(Entity::Report, report.id.row(), field, &day.to_string()));
    Ok(days.into())
}

fn gone() -> Stop {
    Stop::new("change-not-there")
}
