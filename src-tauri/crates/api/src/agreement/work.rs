//! What waits for the person at the keyboard, in every report that is not yet final.

use chrono::NaiveDate;
use outturn_model::agreement::SignOffKind;
use outturn_model::directorate::{Person, Role};
use outturn_model::report::Report;
use outturn_model::section::{Section, SectionKind};
use outturn_model::{Entity, Message, Place};
use outturn_rules::outline::states_none;

use super::people::may_sign;
use super::standing::{Standings, Stands};
use super::view::{Seat, due_day, is_unread};
use crate::view::Source;
use crate::wire::{WorkItem, WorkKind};

/// The work of the person in the seat, the most pressing first.
pub(crate) fn work(
    source: Source<'_>,
    reports: &[(&Report, &Standings)],
    seat: Seat<'_>,
) -> Vec<WorkItem> {
    let Some(person) = seat.person else {
        return Vec::new();
    };
    let mut items: Vec<(Option<NaiveDate>, WorkItem)> = Vec::new();
    for (report, standings) in reports {
        for id in standings.order() {
            let (Some(section), Some(stands)) =
                (source.book.sections.get(id), standings.section(id.row()))
            else {
                continue;
            };
            let kinds = [
                waiting(source, report, section, stands, person),
                unread(source, section, seat),
            ];
            for kind in kinds.into_iter().flatten() {
                let due = due_of(report, section, person, kind);
                items.push((due, source.item(report, section, kind, due, seat)));
            }
        }
    }
    // What has a day comes by its day, and what has none after that; the kinds as they press.
    items.sort_by_key(|(due, item)| (due.is_none(), *due, pressing(item.kind)));
    items.into_iter().map(|(_, item)| item).collect()
}

/// What a section as it stands asks of a person.
fn waiting(
    source: Source<'_>,
    report: &Report,
    section: &Section,
    stands: &Stands,
    person: &Person,
) -> Option<WorkKind> {
    let writes = section.author.as_ref() == Some(&person.id);
    let signs = may_sign(source.book, report, section, SignOffKind::SignOff, person);
    match stands {
        Stands::Returned if writes => Some(WorkKind::Returned),
        Stands::Lapsed(..) | Stands::Forged(_) if signs => Some(WorkKind::Lapsed),
        Stands::Drafting if writes && !states_none(source.book, section) => Some(WorkKind::ToWrite),
        Stands::Submitted if signs && section.kind == SectionKind::Implication => {
            Some(WorkKind::ToClear)
        }
        Stands::Submitted if signs => Some(WorkKind::ToRead),
        _ => None,
    }
}

/// Whether there is something to read for those who write or sign a section, or who spoke of it.
fn unread(source: Source<'_>, section: &Section, seat: Seat<'_>) -> Option<WorkKind> {
    let person = seat.person?;
    let report = source.book.reports.get(&section.report)?;
    let comments = || source.book.comments.under(&section.id);
    let concerned = section.author.as_ref() == Some(&person.id)
        || may_sign(source.book, report, section, SignOffKind::SignOff, person)
        || comments().any(|row| row.person.as_ref() == Some(&person.id));
    (concerned && comments().any(|row| is_unread(row, seat))).then_some(WorkKind::Unread)
}

/// The day by which a piece of work is to be done.
fn due_of(
    report: &Report,
    section: &Section,
    person: &Person,
    kind: WorkKind,
) -> Option<NaiveDate> {
    let field = match kind {
        WorkKind::Returned | WorkKind::ToWrite => "draft_due",
        WorkKind::Unread => return None,
        WorkKind::Lapsed | WorkKind::ToRead | WorkKind::ToClear => {
            match (section.kind, person.role) {
                (SectionKind::Implication, Some(Role::Finance)) => "finance_due",
                (SectionKind::Implication, _) => "legal_due",
                _ => "lead_due",
            }
        }
    };
    due_day(report, field)
}

fn pressing(kind: WorkKind) -> usize {
    match kind {
        WorkKind::Returned => 0,
        WorkKind::Lapsed => 1,
        WorkKind::ToClear => 2,
        WorkKind::ToRead => 3,
        WorkKind::ToWrite => 4,
        WorkKind::Unread => 5,
    }
}

impl Source<'_> {
    fn item(
        &self,
        report: &Report,
        section: &Section,
        kind: WorkKind,
        due: Option<NaiveDate>,
        seat: Seat<'_>,
    ) -> WorkItem {
        let key = match kind {
            WorkKind::Returned => "work-returned",
            WorkKind::Lapsed => "work-lapsed",
            WorkKind::ToWrite => "work-to-write",
            WorkKind::ToRead => "work-to-read",
            WorkKind::ToClear => "work-to-clear",
            WorkKind::Unread => "work-unread",
        };
        let unread = self.book.comments.under(&section.id);
        let unread = unread.filter(|row| is_unread(row, seat)).count();
        let place = Place::row(Entity::Section, section.id.row());
        WorkItem {
            kind,
            report: report.id.to_string(),
            period: self.say(&report.period.name()),
            title: self.title_of(section),
            sentence: self.say(&Message::new(key).with("count", unread)),
            due: due
                .map(|day| self.day_and_distance(day, seat.today))
                .unwrap_or_default(),
            overdue: due.is_some_and(|day| day < seat.today),
            spot: self.spot(&place),
        }
    }
}
