//! What the window shows of the agreement to a report.

use chrono::{DateTime, FixedOffset, NaiveDate};
use outturn_model::agreement::{Comment, SignOff, SignOffKind};
use outturn_model::cell::Moment;
use outturn_model::directorate::Person;
use outturn_model::report::Report;
use outturn_model::section::Section;
use outturn_model::{Book, Id, Message, Place, RowId};
use outturn_paper::compose::date_in_words;
use outturn_rules::Outline;
use similar::{ChangeTag, TextDiff};

use super::keyboard::AtKeyboard;
use super::keys::Keys;
use super::people::{may_clear_exceptions, may_sign, post_of, signer_of};
use super::standing::{Lapse, Standings, Stands};
use crate::outside::Outside;
use crate::view::Source;
use crate::wire::{
    AgreementStep, AgreementView, CommentView, DiscussionView, DueView, MeView, SectionAgreement,
    SinceKind, SinceLine, SinceView, Standing, StandingView,
};

/// How many lines that did not change are shown around those that did.
const AROUND: usize = 1;

/// The days that lead up to a meeting, with the words for what is to be done.
pub(super) const DUE: [(&str, &str); 5] = [
    ("draft_due", "due-draft"),
    ("lead_due", "due-lead"),
    ("finance_due", "due-finance"),
    ("legal_due", "due-legal"),
    ("dispatch_due", "due-dispatch"),
];

/// Who is at the keyboard.
pub(crate) fn me(
    source: Source<'_>,
    person: Option<&Person>,
    keys: &Keys,
    outside: &dyn Outside,
) -> MeView {
    let role = person.and_then(|person| person.role);
    let role = role.and_then(|role| {
        source
            .words
            .named(&format!("choice-role-{}", role.as_str()))
    });
    MeView {
        person: person.map(|person| person.id.to_string()),
        name: person.map_or_else(|| outside.person(), post_of),
        role: role.unwrap_or_default(),
        key: keys.state(),
        // Asked only where it decides something: a desktop may take its time to answer.
        has_key_store: keys.has_store(outside),
        fingerprint: keys
            .public()
            .map(|key| key.fingerprint())
            .unwrap_or_default(),
    }
}

/// What is needed to say how a section stands to the person at the keyboard.
#[derive(Clone, Copy)]
pub(crate) struct Seat<'a> {
    pub(crate) person: Option<&'a Person>,
    pub(crate) known: &'a AtKeyboard,
    pub(crate) today: NaiveDate,
}

/// The agreement to a report. `unwaived` counts the findings that stop its final paper.
pub(crate) fn agreement(
    source: Source<'_>,
    report: &Report,
    standings: &Standings,
    seat: Seat<'_>,
    unwaived: usize,
) -> AgreementView {
    let outline = Outline::of(source.book, report);
    let shown = outline.items().iter().filter_map(|item| {
        let stands = standings.section(item.section.id.row())?;
        let comments = || source.book.comments.under(&item.section.id);
        Some(SectionAgreement {
            section: item.section.id.to_string(),
            title: source.say(&item.own_title()),
            depth: item.depth,
            standing: source.standing(report, item.section, stands, seat.person),
            author: source.post(item.section.author.as_ref()),
            signer: source.say(&signer_of(source.book, report, item.section).message()),
            open_comments: comments().filter(|row| is_open(row)).count(),
            unread: comments().filter(|row| is_unread(row, seat)).count(),
        })
    });
    let sections: Vec<SectionAgreement> = shown.collect();
    let can = |step: AgreementStep| -> Vec<String> {
        let can = sections
            .iter()
            .filter(|row| row.standing.steps.contains(&step));
        can.map(|row| row.section.clone()).collect()
    };
    let agreed = standings.agreed();
    AgreementView {
        agreed,
        due: DUE
            .iter()
            .map(|(field, label)| {
                source.due(report, field, label, seat.today, agreed < sections.len())
            })
            .collect(),
        to_sign: can(AgreementStep::SignOff),
        to_except: can(AgreementStep::Except),
        waits_for: source.waits_for(sections.len() - agreed, unwaived),
        sections,
    }
}

/// What was said of a section, where it stands, and what a place in it is called.
pub(crate) fn discussion(
    source: Source<'_>,
    report: &Report,
    section: &Section,
    stands: Option<&Stands>,
    about: Option<&Place>,
    seat: Seat<'_>,
) -> DiscussionView {
    let stands = stands.unwrap_or(&Stands::Drafting);
    let mut rows: Vec<&Comment> = source.book.comments.under(&section.id).collect();
    rows.sort_by_key(|row| (row.said_at.map(|at| at.0), row.id.clone()));
    let heads = rows.iter().filter(|row| {
        // An answer to a comment that is gone stands by itself.
        row.answers
            .as_ref()
            .is_none_or(|id| source.book.comments.get(id).is_none())
    });
    let mut comments: Vec<CommentView> =
        heads.map(|row| source.comment(row, &rows, seat)).collect();
    comments.sort_by_key(|comment| comment.resolved);
    DiscussionView {
        section: section.id.to_string(),
        standing: source.standing(report, section, stands, seat.person),
        signer: source.say(&signer_of(source.book, report, section).message()),
        about_words: about
            .map(|place| source.place_words(place))
            .unwrap_or_default(),
        comments,
    }
}

/// What has changed in a section since it was last signed; nothing if it never was.
pub(crate) fn since(
    source: Source<'_>,
    section: &Section,
    standings: &Standings,
) -> Option<SinceView> {
    let signed = last_signed(source.book, section)?;
    let now = standings.reading(section.id.row()).unwrap_or_default();
    let diff = TextDiff::from_lines(signed.reading.as_str(), now);
    let all: Vec<SinceLine> = diff
        .iter_all_changes()
        .map(|change| SinceLine {
            kind: match change.tag() {
                ChangeTag::Equal => SinceKind::Same,
                ChangeTag::Delete => SinceKind::Gone,
                ChangeTag::Insert => SinceKind::New,
            },
            text: change.value().trim_end_matches('\n').to_owned(),
        })
        .collect();
    let changed = |line: &SinceLine| line.kind != SinceKind::Same;
    Some(SinceView {
        signed: source.signed_words(signed),
        count: all.iter().filter(|line| changed(line)).count(),
        lines: around(all),
    })
}

/// When every comment on a section was said at the latest: what is seen once they were looked at.
pub(crate) fn seen_all(book: &Book, section: &Id<Section>) -> Option<DateTime<FixedOffset>> {
    let said = book.comments.under(section).filter_map(|row| row.said_at);
    said.map(|at| at.0).max()
}

/// The lines that changed with those beside them; a mark where others are left out.
fn around(all: Vec<SinceLine>) -> Vec<SinceLine> {
    let near = |at: usize| {
        let from = at.saturating_sub(AROUND);
        let to = (at + AROUND + 1).min(all.len());
        all[from..to]
            .iter()
            .any(|line| line.kind != SinceKind::Same)
    };
    let kept: Vec<bool> = (0..all.len()).map(near).collect();
    let mut lines: Vec<SinceLine> = Vec::new();
    for (line, kept) in all.into_iter().zip(kept) {
        let skips = lines
            .last()
            .is_some_and(|last| last.kind == SinceKind::Skipped);
        match (kept, skips) {
            (true, _) => lines.push(line),
            (false, true) => {}
            (false, false) => lines.push(SinceLine {
                kind: SinceKind::Skipped,
                text: String::new(),
            }),
        }
    }
    lines
}

fn last_signed<'a>(book: &'a Book, section: &Section) -> Option<&'a SignOff> {
    let rows = book.sign_offs.under(&section.id);
    rows.max_by_key(|row| (row.signed_at.map(|at| at.0), row.id.clone()))
}

fn is_open(comment: &Comment) -> bool {
    !comment.resolved.0 && comment.answers.is_none()
}

/// Whether somebody else said it since the person at the keyboard last looked.
pub(super) fn is_unread(comment: &Comment, seat: Seat<'_>) -> bool {
    let Some(person) = seat.person else {
        return false;
    };
    let seen = seat.known.seen.get(comment.section.as_str());
    let later = comment
        .said_at
        .is_some_and(|at| seen.is_none_or(|seen| at.0 > *seen));
    comment.person.as_ref() != Some(&person.id) && !comment.resolved.0 && later
}

impl Source<'_> {
    pub(crate) fn standing(
        &self,
        report: &Report,
        section: &Section,
        stands: &Stands,
        person: Option<&Person>,
    ) -> StandingView {
        let signed = |id: &Id<SignOff>| {
            let row = self.book.sign_offs.get(id);
            row.map(|row| self.signed_words(row)).unwrap_or_default()
        };
        let with = |key: &'static str, id: &Id<SignOff>| {
            self.say(&Message::new(key).with("signed", signed(id)))
        };
        let (standing, sentence, detail) = match stands {
            Stands::Drafting => (Standing::Drafting, self.word("standing-drafting"), None),
            Stands::Submitted => (Standing::Submitted, self.word("standing-submitted"), None),
            Stands::Returned => (Standing::Returned, self.word("standing-returned"), None),
            Stands::SignedOff(id) => (Standing::SignedOff, with("standing-signed-off", id), None),
            Stands::Excepted(id) => {
                let reason = self
                    .book
                    .sign_offs
                    .get(id)
                    .map(|row| row.reason.to_string());
                (Standing::Excepted, with("standing-excepted", id), reason)
            }
            Stands::Lapsed(id, why) => {
                let why = match why {
                    Lapse::Changed => "lapse-changed",
                    Lapse::KeyRemoved => "lapse-key-removed",
                    Lapse::NotTheirs => "lapse-not-theirs",
                };
                (
                    Standing::Lapsed,
                    with("standing-lapsed", id),
                    Some(self.word(why)),
                )
            }
            Stands::Forged(id) => {
                let why = Some(self.word("lapse-forged"));
                (Standing::Forged, with("standing-forged", id), why)
            }
        };
        StandingView {
            standing,
            sentence,
            detail: detail.unwrap_or_default(),
            steps: self.steps(report, section, stands, person),
            was_signed: last_signed(self.book, section).is_some(),
        }
    }

    /// What a person can do with a section as it stands.
    fn steps(
        &self,
        report: &Report,
        section: &Section,
        stands: &Stands,
        person: Option<&Person>,
    ) -> Vec<AgreementStep> {
        let Some(person) = person else {
            return Vec::new();
        };
        let may = |kind| may_sign(self.book, report, section, kind, person);
        let leads = may(SignOffKind::SignOff);
        let writes = section
            .author
            .as_ref()
            .is_none_or(|author| *author == person.id);
        let signed = |id: &Id<SignOff>| {
            let row = self.book.sign_offs.get(id);
            row.is_some_and(|row| row.person.as_ref() == Some(&person.id))
        };
        let mut steps = Vec::new();
        let agreed = stands.is_agreed();
        if leads && !matches!(stands, Stands::SignedOff(_)) {
            steps.push(AgreementStep::SignOff);
        }
        if leads && !matches!(stands, Stands::Drafting | Stands::Returned) {
            steps.push(AgreementStep::Return);
        }
        if writes && matches!(stands, Stands::Drafting | Stands::Returned) {
            steps.push(AgreementStep::Submit);
        }
        if writes && matches!(stands, Stands::Submitted) {
            steps.push(AgreementStep::Recall);
        }
        if let Stands::SignedOff(id) | Stands::Excepted(id) = stands
            && signed(id)
        {
            steps.push(AgreementStep::Withdraw);
        }
        if !agreed && may_clear_exceptions(person) {
            steps.push(AgreementStep::Except);
        }
        steps
    }

    /// Who signed, and when.
    fn signed_words(&self, row: &SignOff) -> String {
        let at = row.signed_at.map(|at| self.moment(at)).unwrap_or_default();
        let message = Message::new("signed-by-at").with("post", row.signed_by.as_str());
        self.say(&message.with("at", at))
    }

    /// A moment in words, by the clock of whoever noted it.
    pub(crate) fn moment(&self, at: Moment) -> String {
        let message = Message::new("moment-in-words")
            .with("date", date_in_words(at.0.date_naive()))
            .with("time", at.0.format("%H:%M").to_string());
        self.say(&message)
    }

    pub(crate) fn post(&self, person: Option<&Id<Person>>) -> String {
        let person = person.and_then(|id| self.book.people.get(id));
        person.map(post_of).unwrap_or_default()
    }

    fn comment(&self, row: &Comment, all: &[&Comment], seat: Seat<'_>) -> CommentView {
        let about = Place::parse(&row.about);
        let there = |place: &Place| self.book.row(place.entity, &place.row).is_some();
        let place = about.as_ref().filter(|place| there(place));
        let answers = all
            .iter()
            .filter(|other| other.answers.as_ref() == Some(&row.id));
        CommentView {
            id: row.id.to_string(),
            about: place.map(|place| self.spot(place)),
            about_words: match (row.about.is_empty(), place) {
                (true, _) => String::new(),
                (false, Some(place)) => self.place_words(place),
                (false, None) => self.word("comment-about-gone"),
            },
            by: row.said_by.to_string(),
            at: row.said_at.map(|at| self.moment(at)).unwrap_or_default(),
            text: row.text.to_string(),
            resolved: row.resolved.0,
            own: row.person.is_some() && row.person.as_ref() == seat.person.map(|me| &me.id),
            unread: is_unread(row, seat),
            answers: answers
                .map(|answer| self.comment(answer, all, seat))
                .collect(),
        }
    }

    /// What a field or a row is called beside a comment.
    pub(crate) fn place_words(&self, place: &Place) -> String {
        let name = place.field.unwrap_or_else(|| place.entity.table());
        let key = format!("noun-{}", name.replace('_', "-"));
        let noun = self.words.named(&key).unwrap_or_else(|| name.to_owned());
        let holder = self.called(place.entity, &place.row);
        match holder.is_empty() {
            true => noun,
            false => format!("{holder}: {noun}"),
        }
    }

    /// What a row is called, where it is a card.
    fn called(&self, entity: outturn_model::Entity, row: &RowId) -> String {
        let entry = self.book.above(entity, row, outturn_model::Entity::Entry);
        let entry = entry.and_then(|id| self.book.entries.find(&id));
        let measure = entry.and_then(|entry| self.book.measures.get(&entry.measure));
        measure
            .map(|measure| match measure.reference.as_str() {
                "" => measure.name.to_string(),
                reference => reference.to_owned(),
            })
            .unwrap_or_default()
    }

    fn due(
        &self,
        report: &Report,
        field: &'static str,
        label: &str,
        today: NaiveDate,
        waits: bool,
    ) -> DueView {
        let day = due_day(report, field);
        DueView {
            field: field.to_owned(),
            label: self.words.named(label).unwrap_or_default(),
            typed: day
                .map(|day| day.format("%-d/%-m/%Y").to_string())
                .unwrap_or_default(),
            words: day
                .map(|day| self.day_and_distance(day, today))
                .unwrap_or_default(),
            overdue: waits && day.is_some_and(|day| day < today),
        }
    }

    /// A day, and how far off it is.
    pub(super) fn day_and_distance(&self, day: NaiveDate, today: NaiveDate) -> String {
        let days = day.signed_duration_since(today).num_days();
        let key = match days {
            0 => "due-today",
            1.. => "due-in-days",
            _ => "due-days-ago",
        };
        let message = Message::new(key)
            .with("date", date_in_words(day))
            .with("days", days.abs());
        self.say(&message)
    }

    fn waits_for(&self, unsigned: usize, unwaived: usize) -> String {
        let key = match (unsigned, unwaived) {
            (0, 0) => return String::new(),
            (_, 0) => "waits-for-sign-off",
            (0, _) => "waits-for-findings",
            _ => "waits-for-both",
        };
        let message = Message::new(key)
            .with("sections", unsigned)
            .with("findings", unwaived);
        self.say(&message)
    }
}

/// The day of one of [`DUE`].
pub(super) fn due_day(report: &Report, field: &str) -> Option<NaiveDate> {
    match field {
        "draft_due" => report.draft_due,
        "lead_due" => report.lead_due,
        "finance_due" => report.finance_due,
        "legal_due" => report.legal_due,
        "dispatch_due" => report.dispatch_due,
        _ => None,
    }
}
