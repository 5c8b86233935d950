//! What the desk asks of an open file about who does what and who agreed to it.

use outturn_model::directorate::Person;
use outturn_model::report::Report;
use outturn_model::section::Section;
use outturn_model::{Entity, Id, Place, RowId};
use outturn_store::Label;
use outturn_words::Words;

use super::keys::Keys;
use super::sign::{Hand, plan_dates, take};
use super::standing::Standings;
use super::view::{self, Seat};
use super::{comment, work};
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::session::Session;
use crate::wire::{
    AgreementStep, AgreementView, CommittedView, DiscussionView, MeView, SinceView, WorkView,
};

impl Session {
    /// Who is at the keyboard.
    pub(crate) fn me(&self, keys: &Keys, outside: &dyn Outside, words: &Words) -> MeView {
        view::me(self.source(words), self.person(), keys, outside)
    }

    /// The agreement to a report.
    ///
    /// # Errors
    /// If it is not there.
    pub(crate) fn agreement(
        &mut self,
        report: &str,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<AgreementView, Stop> {
        let located = self.located(report, words)?;
        let id = self.find_report(report)?.id.clone();
        let standings = self.standings(&id, words)?;
        let unwaived = located.unwaived(&standings);
        let report = self.find_report(report)?;
        let (source, seat) = (self.source(words), self.seat(outside));
        Ok(view::agreement(source, report, &standings, seat, unwaived))
    }

    /// What was said of a section, and where it stands.
    ///
    /// # Errors
    /// If it is not there.
    pub(crate) fn discussion(
        &mut self,
        section: &str,
        about: Option<&str>,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<DiscussionView, Stop> {
        let id = self.find_section(section)?.report.clone();
        let standings = self.standings(&id, words)?;
        let section = self.find_section(section)?;
        let report = self.find_report(id.as_str())?;
        let about = about.and_then(|about| comment::place_in(self.book(), section, about).ok());
        let (source, seat) = (self.source(words), self.seat(outside));
        let stands = standings.section(section.id.row());
        Ok(view::discussion(
            source,
            report,
            section,
            stands,
            about.as_ref(),
            seat,
        ))
    }

    /// What has changed in a section since it was last signed.
    ///
    /// # Errors
    /// If it is not there, or was never signed.
    pub(crate) fn since(&mut self, section: &str, words: &Words) -> Result<SinceView, Stop> {
        let id = self.find_section(section)?.report.clone();
        let standings = self.standings(&id, words)?;
        let section = self.find_section(section)?;
        view::since(self.source(words), section, &standings)
            .ok_or_else(|| Stop::new("since-not-signed"))
    }

    /// What waits for the person at the keyboard.
    pub(crate) fn work(&mut self, keys: &Keys, outside: &dyn Outside, words: &Words) -> WorkView {
        let ids: Vec<Id<Report>> = self
            .book()
            .reports
            .iter()
            // A report whose final paper is written waits for nobody.
            .filter(|report| report.exported_on.is_none())
            .map(|report| report.id.clone())
            .collect();
        let standings: Vec<_> = ids
            .iter()
            .filter_map(|id| Some((id.clone(), self.standings(id, words).ok()?)))
            .collect();
        let reports: Vec<(&Report, &Standings)> = standings
            .iter()
            .filter_map(|(id, standings)| Some((self.book().reports.get(id)?, &**standings)))
            .collect();
        WorkView {
            items: work::work(self.source(words), &reports, self.seat(outside)),
            me: self.me(keys, outside, words),
        }
    }

    /// Takes a step with sections of one report, all or none.
    ///
    /// # Errors
    /// If nobody was chosen who is at the keyboard, or why the step cannot be taken.
    pub(crate) fn take(
        &mut self,
        step: AgreementStep,
        sections: &[String],
        said: &str,
        keys: &mut Keys,
        outside: &mut dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let sections = sections.iter().map(|id| self.find_section(id));
        let sections: Vec<&Section> = sections.collect::<Result<_, _>>()?;
        let signs = matches!(step, AgreementStep::SignOff | AgreementStep::Except);
        let key = signs.then(|| keys.ready(&*outside)).transpose()?;
        let hand = Hand {
            person: self.someone()?,
            key,
            identity: identity_of(self.store().origin()?),
        };
        let edits = take(self.book(), words, step, &sections, said, &hand, outside)?;
        let place = sections
            .first()
            .map(|row| Place::row(Entity::Section, row.id.row()));
        let label = match place {
            Some(place) => Label::about("edit-agreement", place),
            None => Label::new("edit-agreement"),
        };
        self.commit(&label, &edits, Vec::new(), outside, words)
    }

    /// Says something of a section.
    ///
    /// # Errors
    /// If nobody was chosen who is at the keyboard, nothing is said, or what it is about is not there.
    pub(crate) fn say_of(
        &mut self,
        section: &str,
        (about, answers): (Option<&str>, Option<&str>),
        text: &str,
        outside: &mut dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let row = self.find_section(section)?;
        let person = self.someone()?;
        let edit = comment::comment(self.book(), row, about, answers, text, person, outside)?;
        let label = Label::about("edit-comment", Place::row(Entity::Section, row.id.row()));
        self.commit(&label, &[edit], Vec::new(), outside, words)
    }

    /// Settles a comment, or opens it again.
    ///
    /// # Errors
    /// If it is not there.
    pub(crate) fn resolve(
        &mut self,
        id: &str,
        resolved: bool,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let edit = comment::resolve(self.book(), id, resolved)?;
        let label = Label::new("edit-comment");
        self.commit(&label, &[edit], Vec::new(), outside, words)
    }

    /// Fills in the days that lead up to a report's meeting.
    ///
    /// # Errors
    /// If the report is not there, or its meeting has no day.
    pub(crate) fn plan_dates(
        &mut self,
        report: &str,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let report = self.find_report(report)?;
        let place = Place::row(Entity::Report, report.id.row());
        let edits = plan_dates(report)?;
        self.commit(
            &Label::about("edit-set", place),
            &edits,
            Vec::new(),
            outside,
            words,
        )
    }

    fn someone(&self) -> Result<&Person, Stop> {
        self.person().ok_or_else(|| Stop::new("sign-who-are-you"))
    }

    fn seat(&self, outside: &dyn Outside) -> Seat<'_> {
        Seat {
            person: self.person(),
            known: self.known(),
            today: outside.today(),
        }
    }
}

/// The identity of a file and its copies, from what they have in common.
fn identity_of(origin: Option<[u8; 32]>) -> Option<RowId> {
    let first = origin?.first_chunk().copied()?;
    Some(RowId::from_random(first))
}
