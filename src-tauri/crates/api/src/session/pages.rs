//! The pages of an open file: previews, and the paper itself.

use outturn_model::cell::Moment;
use outturn_model::directorate::Person;
use outturn_model::report::Report;
use outturn_model::{Edit, Entity, Id, Message, Place};
use outturn_paper::compose::compose;
use outturn_paper::render::Watch;
use outturn_sign::SecretKey;
use outturn_store::Label;
use outturn_words::Words;

use super::{Session, gone};
use crate::agreement::{Standings, certificate_path, issue};
use crate::export::{self, Export, Exported, export};
use crate::lapse::EXPORTED_ON;
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::view::Located;
use crate::wire::PreviewView;

impl Session {
    /// Sets the pages of one section, or of the whole paper.
    ///
    /// # Errors
    /// If the report or section is not there, or the pages cannot be set.
    pub fn preview(
        &mut self,
        report: &str,
        section: Option<&str>,
        words: &Words,
        watch: &dyn Watch,
    ) -> Result<PreviewView, Stop> {
        let report = self.find_report(report)?;
        if self.loaded.as_ref() != Some(&report.id) {
            let id = report.id.clone();
            self.renderer
                .load(&compose(&self.book, report, words, None));
            self.loaded = Some(id);
        }
        let place = section.map(|id| {
            let entity = if self.book.sections.iter().any(|row| row.id.as_str() == id) {
                Entity::Section
            } else {
                Entity::Entry
            };
            format!("{}/{id}", entity.table())
        });
        if self.renderer.page_count().is_none() {
            // Page numbers of a part are those the whole paper had.
            self.renderer.pages(watch)?;
        }
        let pages = match &place {
            Some(place) => self.renderer.pages_around(place, watch)?,
            None => self.renderer.pages(watch)?,
        };
        let at = place
            .and_then(|place| pages.find(&place))
            .map_or(0, |(page, _)| page);
        let (width, height) = pages.size(0).unwrap_or((595.0, 842.0));
        self.stamp = self.stamp.wrapping_add(1);
        let view = PreviewView {
            stamp: self.stamp,
            pages: pages.count(),
            first_number: pages
                .number(0)
                .and_then(|n| usize::try_from(n).ok())
                .unwrap_or(1),
            of: self.renderer.page_count(),
            at,
            size: [width, height],
        };
        self.preview = Some((self.stamp, pages));
        Ok(view)
    }

    /// One page of the last preview, as SVG.
    ///
    /// # Errors
    /// If there has been a newer preview, or it has no such page.
    pub fn page(&self, stamp: u32, index: usize) -> Result<String, Stop> {
        let pages = self.preview.as_ref().filter(|(of, _)| *of == stamp);
        pages
            .and_then(|(_, pages)| pages.svg(index))
            .ok_or_else(|| Stop::new("preview-old"))
    }

    /// Writes the paper of a report, and beside a final one its certificate, which wants a `key`. Of a
    /// draft nobody asks why there is none.
    ///
    /// # Errors
    /// Why it could not be; nothing is written then.
    pub fn export(
        &mut self,
        report: &str,
        how: &Export<'_>,
        key: Result<&SecretKey, Stop>,
        outside: &dyn Outside,
        words: &Words,
        watch: &dyn Watch,
    ) -> Result<Exported, Stop> {
        let located = self.located(report, words)?;
        let id = self.find_report(report)?.id.clone();
        let standings = self.standings(&id, words)?;
        let approval = match how.draft {
            true => None,
            false => Some(self.approval(&standings, &located, key, outside)?),
        };
        // The preview's renderer holds the paper without a draft's mark.
        self.loaded = None;
        let (book, renderer) = (&self.book, &mut self.renderer);
        let report = book.reports.get(&id).ok_or_else(gone)?;
        let found = located.all();
        let mut exported = export(book, report, words, found, how, renderer, watch)?;
        if let Some(Approval { person, key, at }) = approval {
            let paper = exported.particulars();
            let person = book.people.get(&person).ok_or_else(gone)?;
            let hand = (person, key);
            let certificate = issue(book, report, words, &standings, paper, hand, at);
            let path = certificate_path(how.path);
            export::write_beside(&path, &certificate.to_text())?;
            exported.certificate = Some(path);
            if self.store.access().message().is_none() {
                self.mark_exported(&id, outside, words)?;
            }
        }
        Ok(exported)
    }

    /// What a final paper needs besides its content: that every section is agreed to, that the
    /// findings that stop it lie in sections the clerk let through, and somebody who signs for it.
    fn approval<'k>(
        &self,
        standings: &Standings,
        located: &Located,
        key: Result<&'k SecretKey, Stop>,
        outside: &dyn Outside,
    ) -> Result<Approval<'k>, Stop> {
        let blocking = located.unwaived(standings);
        if blocking > 0 {
            let message = Message::new("export-blocked").with("count", blocking);
            return Err(Stop::Said("export-blocked", message));
        }
        let open = standings.order().len() - standings.agreed();
        if open > 0 {
            let message = Message::new("export-not-signed").with("count", open);
            return Err(Stop::Said("export-not-signed", message));
        }
        let undecided = self.store.conflicts()?.len();
        if undecided > 0 {
            let message = Message::new("export-undecided").with("count", undecided);
            return Err(Stop::Said("export-undecided", message));
        }
        let person = self.person().ok_or_else(|| Stop::new("sign-who-are-you"))?;
        Ok(Approval {
            person: person.id.clone(),
            key: key?,
            at: Moment(outside.now()),
        })
    }

    /// Keeps the day on which a final paper was written.
    fn mark_exported(
        &mut self,
        report: &Id<Report>,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<(), Stop> {
        let label = Label::about("edit-exported", Place::row(Entity::Report, report.row()));
        let edit = Edit::Set {
            entity: Entity::Report,
            row: report.row().clone(),
            field: EXPORTED_ON,
            to: Some(outside.today().to_string()),
        };
        let committed = self
            .store
            .transact(&self.author(outside), &label, &[edit])?;
        self.changed(committed.touched, Vec::new(), words).map(drop)
    }
}

/// Who signs for a final paper, with what and when.
struct Approval<'k> {
    person: Id<Person>,
    key: &'k SecretKey,
    at: Moment,
}
