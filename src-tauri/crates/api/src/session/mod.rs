//! An open file, and what can be asked of it.

mod edit;
mod pages;
mod read;

use std::path::Path;
use std::sync::Arc;

use outturn_model::directorate::Person;
use outturn_model::entry::Entry;
use outturn_model::history::HistoryLine;
use outturn_model::report::Report;
use outturn_model::section::Section;
use outturn_model::{Book, Id, Message, RowId};
use outturn_paper::render::{Pages, Renderer};
use outturn_rules::check::Finding;
use outturn_rules::search::Texts;
use outturn_store::{Author, Scope, Store};
use outturn_words::Words;

use crate::agreement::{AtKeyboard, Standings, post_of};
use crate::check::check;
use crate::copies::Look;
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::view::{self, Located, Source};

/// An open file.
pub struct Session {
    store: Store,
    book: Book,
    /// What the checks said of the report looked at last, until something changes.
    checked: Option<(Id<Report>, Vec<Finding>)>,
    /// The texts to search, until something changes.
    texts: Option<Texts>,
    /// Everything that is or ever was in the file, until something changes.
    ever: Option<Arc<Book>>,
    renderer: Renderer,
    /// The report the renderer holds, if nothing has changed since.
    loaded: Option<Id<Report>>,
    preview: Option<(u32, Pages)>,
    stamp: u32,
    /// The person for whom this is a working copy.
    copy_of: Option<RowId>,
    /// What this computer knows of the file.
    known: AtKeyboard,
    /// A look into the shared folder that has not come back yet.
    pub(crate) look: Option<Look>,
    /// Where the sections of the report looked at last stand, until something changes.
    standings: Option<(Id<Report>, Arc<Standings>)>,
}

impl Session {
    /// Takes an open store.
    ///
    /// # Errors
    /// Why its content cannot be read.
    pub fn of(store: Store) -> Result<Self, Stop> {
        let book = store.book(&Scope::Everything)?;
        let copy_of = store.handed_out()?.map(|copy| copy.person);
        Ok(Self {
            copy_of,
            store,
            book,
            checked: None,
            texts: None,
            ever: None,
            renderer: Renderer::new(),
            loaded: None,
            preview: None,
            stamp: 0,
            known: AtKeyboard::default(),
            look: None,
            standings: None,
        })
    }

    /// The content.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Where the file is.
    pub(crate) fn path(&self) -> &Path {
        self.store.path()
    }

    /// What this computer knows of the file.
    pub(crate) fn known(&self) -> &AtKeyboard {
        &self.known
    }

    /// Says which person of the file is at the keyboard.
    pub fn sit(&mut self, person: &str) {
        self.known.person = Some(person.to_owned());
    }

    /// Takes over what this computer knows of the file.
    pub(crate) fn know(&mut self, known: AtKeyboard) {
        self.known = known;
        // A working copy was made for whoever opens it.
        if self.known.person.is_none() {
            self.known.person = self.copy_of.as_ref().map(ToString::to_string);
        }
    }

    /// The person at the keyboard, if one was chosen who is still in the file.
    pub(crate) fn person(&self) -> Option<&Person> {
        let id = RowId::parse(self.known.person.as_deref()?).ok()?;
        self.book.people.find(&id)
    }

    /// The file itself.
    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// The file itself, to change it otherwise than by edits.
    pub(crate) fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// For whom this is a working copy; nothing if it is none, or for nobody who is in it.
    pub(crate) fn copy_of(&self) -> Option<&Person> {
        self.book.people.find(self.copy_of.as_ref()?)
    }

    /// Who makes a change: the person at the keyboard by their post, or as the computer knows them.
    pub(crate) fn author(&self, outside: &dyn Outside) -> Author {
        Author {
            person: self.person().map_or_else(|| outside.person(), post_of),
            at: outside.now(),
        }
    }

    /// Where the sections of a report stand.
    ///
    /// # Errors
    /// If it is not there.
    pub(crate) fn standings(
        &mut self,
        report: &Id<Report>,
        words: &Words,
    ) -> Result<Arc<Standings>, Stop> {
        let known = self.standings.as_ref().filter(|(of, _)| of == report);
        if let Some((_, standings)) = known {
            return Ok(Arc::clone(standings));
        }
        let row = self.book.reports.get(report).ok_or_else(gone)?;
        let standings = Arc::new(Standings::of(&self.book, row, words));
        self.standings = Some((report.clone(), Arc::clone(&standings)));
        Ok(standings)
    }

    /// Whether this is the file at a path.
    pub fn is_at(&self, path: &Path) -> bool {
        let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        whole(self.store.path()) == whole(path)
    }

    /// Council and directorate, for lists of files.
    pub fn about(&self) -> String {
        let directorate = self.book.directorate();
        let names = directorate.map(|row| [row.council.to_string(), row.name.to_string()]);
        let names = names.into_iter().flatten().filter(|name| !name.is_empty());
        names.collect::<Vec<_>>().join(" · ")
    }

    /// The history, to be carried into another file; nothing if it cannot be relied on. A file that
    /// nobody has changed since its content was put in has none to carry.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn history(&self) -> Result<Option<Vec<HistoryLine>>, Stop> {
        let lines = self.store.history_lines()?;
        let only_put_in = |lines: &Vec<HistoryLine>| {
            let of_first = |line: &HistoryLine| line.change == 1 && line.kind == "import";
            lines.iter().all(of_first)
        };
        Ok(lines.map(|lines| match only_put_in(&lines) {
            true => Vec::new(),
            false => lines,
        }))
    }

    /// The report of a period, or the only one, or the latest.
    ///
    /// # Errors
    /// If there is none.
    pub fn report_of(&self, period: Option<&str>) -> Result<&Report, Stop> {
        let reports = || self.book.reports.iter();
        let found = match period {
            Some(period) => reports()
                .find(|report| report.period.to_string() == period || report.id.as_str() == period),
            None => reports().max_by_key(|report| (report.period, report.id.clone())),
        };
        found.ok_or_else(|| match period {
            Some(period) if reports().next().is_some() => {
                let mut periods: Vec<_> = reports().map(|report| report.period).collect();
                periods.sort_unstable();
                periods.dedup();
                let periods: Vec<_> = periods.iter().map(ToString::to_string).collect();
                let message = Message::new("report-not-there")
                    .with("report", period)
                    .with("periods", periods.join(", "));
                Stop::Said("report-not-there", message)
            }
            _ => Stop::new("report-none"),
        })
    }

    /// The findings of a report, each with where it is.
    ///
    /// # Errors
    /// If the report is not there.
    pub(crate) fn located(&mut self, report: &str, words: &Words) -> Result<Located, Stop> {
        let report = self.find_report(report)?.id.clone();
        if self.checked.as_ref().is_none_or(|(of, _)| *of != report) {
            let row = self.book.reports.get(&report).ok_or_else(gone)?;
            let findings = check(&self.book, row);
            self.checked = Some((report.clone(), findings));
        }
        let row = self.book.reports.get(&report).ok_or_else(gone)?;
        let findings = self
            .checked
            .as_ref()
            .map_or(&[][..], |(_, findings)| findings);
        Ok(view::located(self.source(words), row, findings))
    }

    /// Everything that is or ever was in the file: what is gone as it was when it went.
    pub(crate) fn ever(&mut self) -> Result<Arc<Book>, Stop> {
        if let Some(ever) = &self.ever {
            return Ok(Arc::clone(ever));
        }
        let mut ever = self.book.clone();
        let gone = self.store.gone()?;
        let gone = gone
            .into_iter()
            .map(|(entity, row)| (entity, row.id.clone(), Some(row)));
        // A row that no longer fits its table has no name; the rest have theirs.
        let _ = ever.update(&gone.collect::<Vec<_>>());
        let ever = Arc::new(ever);
        self.ever = Some(Arc::clone(&ever));
        Ok(ever)
    }

    pub(crate) fn source<'a>(&'a self, words: &'a Words) -> Source<'a> {
        Source {
            book: &self.book,
            words,
        }
    }

    pub(crate) fn find_report(&self, id: &str) -> Result<&Report, Stop> {
        found(id, |id| self.book.reports.find(id))
    }

    pub(crate) fn find_section(&self, id: &str) -> Result<&Section, Stop> {
        found(id, |id| self.book.sections.find(id))
    }

    pub(crate) fn find_person(&self, id: &str) -> Result<&Person, Stop> {
        found(id, |id| self.book.people.find(id))
    }

    fn find_entry(&self, id: &str) -> Result<&Entry, Stop> {
        found(id, |id| self.book.entries.find(id))
    }
}

pub(crate) fn author(outside: &dyn Outside) -> Author {
    Author {
        person: outside.person(),
        at: outside.now(),
    }
}

fn found<'a, T>(id: &str, find: impl Fn(&RowId) -> Option<&'a T>) -> Result<&'a T, Stop> {
    let id = RowId::parse(id).ok();
    id.and_then(|id| find(&id)).ok_or_else(gone)
}

fn gone() -> Stop {
    Stop::new("change-not-there")
}
