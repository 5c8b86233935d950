//! An open file, and what can be asked of it.

use std::path::Path;
use std::sync::Arc;

use outturn_model::cell::Moment;
use outturn_model::directorate::Person;
use outturn_model::entry::Entry;
use outturn_model::history::HistoryLine;
use outturn_model::measure::Measure;
use outturn_model::report::Report;
use outturn_model::section::Section;
use outturn_model::{Book, Edit, Entity, Id, Message, Period, Place, RowId};
use outturn_paper::compose::compose;
use outturn_paper::render::{Pages, Renderer, Watch};
use outturn_rules::check::Finding;
use outturn_rules::search::Texts;
use outturn_sign::SecretKey;
use outturn_store::{Author, Committed, Label, RowChange, RowChangeKind, Scope, Step, Store};
use outturn_words::Words;

use crate::agreement::{AtKeyboard, Standings, certificate_path, issue, post_of};
use crate::change::{consequences, edits_of};
use crate::check::check;
use crate::copies::not_theirs;
use crate::export::{self, Export, Exported, export};
use crate::lapse::{self, EXPORTED_ON};
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::template::{OWN_EXTENSION, Template, graft, layout_of};
use crate::view::{self, Located, Source};
use crate::wire::{
    CardView, Change, CommittedView, FindingsView, MeasureHistoryView, MeasureView, MeasuresView,
    PeopleView, PreviewView, ReportView, RestatedView, SearchView, SectionView, WorkspaceView,
};

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

    /// The file as a whole.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn workspace(&self, words: &Words) -> Result<WorkspaceView, Stop> {
        let source = self.source(words);
        let path = self.store.path();
        let name = path.file_stem().unwrap_or_default();
        let (undo, redo) = self.steps(words)?;
        Ok(WorkspaceView {
            path: path.display().to_string(),
            name: name.to_string_lossy().into_owned(),
            read_only: self
                .store
                .access()
                .message()
                .map(|message| words.say(&message)),
            closed: self.store.is_closed(),
            copy: self
                .copy_of()
                .map(|person| words.say(&Message::new("copy-of").with("post", post_of(person)))),
            directorate: view::directorate(source),
            reports: view::report_heads(source),
            undo,
            redo,
            choices: view::choices(source),
            ready_tables: view::ready_tables(source),
        })
    }

    /// A report and its outline.
    ///
    /// # Errors
    /// If it is not there.
    pub fn report(&mut self, report: &str, words: &Words) -> Result<ReportView, Stop> {
        let located = self.located(report, words)?;
        let id = self.find_report(report)?.id.clone();
        let standings = self.standings(&id, words)?;
        let report = self.find_report(report)?;
        Ok(view::report(
            self.source(words),
            report,
            &located,
            &standings,
        ))
    }

    /// A section.
    ///
    /// # Errors
    /// If it is not there.
    pub fn section(&mut self, section: &str, words: &Words) -> Result<SectionView, Stop> {
        let report = self.find_section(section)?.report.to_string();
        let located = self.located(&report, words)?;
        let section = self.find_section(section)?;
        view::section(self.source(words), section, &located).ok_or_else(gone)
    }

    /// A card.
    ///
    /// # Errors
    /// If it is not there.
    pub fn card(&mut self, entry: &str, words: &Words) -> Result<CardView, Stop> {
        let section = self.find_entry(entry)?.section.to_string();
        let report = self.find_section(&section)?.report.to_string();
        let located = self.located(&report, words)?;
        let entry = self.find_entry(entry)?;
        view::card(self.source(words), entry, &located).ok_or_else(gone)
    }

    /// Every measure.
    pub fn measures(&self, words: &Words) -> MeasuresView {
        view::measures(self.source(words))
    }

    /// A measure with all its figures.
    ///
    /// # Errors
    /// If it is not there.
    pub fn measure(&self, measure: &str, words: &Words) -> Result<MeasureView, Stop> {
        let measure: &Measure = found(measure, |id| self.book.measures.find(id))?;
        Ok(view::measure(self.source(words), measure))
    }

    /// Looks for words in every report.
    pub fn search(&mut self, text: &str, words: &Words) -> SearchView {
        let book = &self.book;
        let texts = self.texts.get_or_insert_with(|| Texts::of(book));
        view::search(Source { book, words }, texts, text)
    }

    /// A measure from report to report.
    ///
    /// # Errors
    /// If it is not there.
    pub fn measure_history(
        &self,
        measure: &str,
        words: &Words,
    ) -> Result<MeasureHistoryView, Stop> {
        let measure: &Measure = found(measure, |id| self.book.measures.find(id))?;
        Ok(view::measure_history(self.source(words), measure))
    }

    /// The figures that a report restates.
    ///
    /// # Errors
    /// If the report is not there.
    pub fn restated(&self, report: &str, words: &Words) -> Result<Vec<RestatedView>, Stop> {
        let report = self.find_report(report)?;
        Ok(view::restated(self.source(words), report))
    }

    /// Departments, people and comparators.
    pub fn people(&self, words: &Words) -> PeopleView {
        view::people(self.source(words))
    }

    /// What the checks say of a report.
    ///
    /// # Errors
    /// If it is not there.
    pub fn findings(&mut self, report: &str, words: &Words) -> Result<FindingsView, Stop> {
        Ok(view::findings(&self.located(report, words)?))
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

    /// Saves the layout of a report as a template file.
    ///
    /// # Errors
    /// If the report is not there, or why the file cannot be made; there is none then.
    pub fn save_template(
        &self,
        report: &str,
        path: &Path,
        with_words: bool,
        outside: &dyn Outside,
    ) -> Result<(), Stop> {
        let report = self.find_report(report)?;
        let ends_so = path.extension().is_some_and(|end| end == OWN_EXTENSION);
        if !ends_so {
            let message =
                Message::new("template-extension").with("file", path.display().to_string());
            return Err(Stop::Said("template-extension", message));
        }
        let layout = layout_of(&self.book, report, with_words);
        crate::opening::create(path, &layout, outside).map(drop)
    }

    /// Adds a report to the file, as one step of undo.
    ///
    /// # Errors
    /// Why the template cannot be used; nothing is changed then.
    pub fn add_report(
        &mut self,
        template: &Template<'_>,
        period: Period,
        outside: &mut dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let template = template.book()?;
        let grafted = graft(&template, &self.book, period, &mut || outside.random());
        let label = Label::about("edit-add", Place::row(Entity::Report, &grafted.report));
        let committed = self
            .store
            .transact(&self.author(outside), &label, &grafted.edits)?;
        self.changed(committed.touched, vec![grafted.report], words)
    }

    /// Makes changes, all or none. What was said of a report's final paper lapses with them.
    ///
    /// # Errors
    /// The first change that cannot be made, or, unless it is `agreed`, that a change of layout would
    /// part a report from its final paper; nothing is changed then.
    pub fn edit(
        &mut self,
        changes: &[Change],
        agreed: bool,
        outside: &mut dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let by = self.author(outside);
        let (mut edits, added) = edits_of(&self.book, words, changes, &mut || outside.random())?;
        if let Some(person) = self.copy_of()
            && not_theirs(&self.book, person, &edits).is_some()
        {
            let message = Message::new("copy-not-yours").with("post", post_of(person));
            return Err(Stop::Said("copy-not-yours", message));
        }
        edits.extend(consequences(&self.book, &edits, words));
        edits.extend(lapse::lapses(&self.book, &edits, agreed)?);
        let committed = self.store.transact(&by, &label_of(&edits), &edits)?;
        self.changed(committed.touched, added, words)
    }

    /// Makes edits, all or none, as one step under a name of its own.
    ///
    /// # Errors
    /// The first edit that does not fit; nothing is changed then.
    pub(crate) fn commit(
        &mut self,
        label: &Label,
        edits: &[Edit],
        added: Vec<RowId>,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let committed = self.store.transact(&self.author(outside), label, edits)?;
        self.changed(committed.touched, added, words)
    }

    /// Takes the last step back.
    ///
    /// # Errors
    /// If there is none.
    pub fn undo(&mut self, outside: &dyn Outside, words: &Words) -> Result<CommittedView, Stop> {
        let committed = self.store.undo(&self.author(outside))?;
        let committed = committed.ok_or_else(|| Stop::new("nothing-to-undo"))?;
        self.stepped(committed, words)
    }

    /// Makes the step last taken back again.
    ///
    /// # Errors
    /// If there is none.
    pub fn redo(&mut self, outside: &dyn Outside, words: &Words) -> Result<CommittedView, Stop> {
        let committed = self.store.redo(&self.author(outside))?;
        let committed = committed.ok_or_else(|| Stop::new("nothing-to-redo"))?;
        self.stepped(committed, words)
    }

    /// What an undo or redo comes to, with the place to show: what it took away is seen where it was.
    fn stepped(&mut self, committed: Committed, words: &Words) -> Result<CommittedView, Stop> {
        // A restatement only says that a figure changed; the figure is what to show.
        let says = |row: &&RowChange| row.entity != Entity::Restatement;
        let shown = committed.rows.iter().find(says).or(committed.rows.first());
        let place = shown.map(place_of);
        let spot = |session: &Self, place: &Place| session.source(words).spot(place);
        let before = place.as_ref().map(|place| spot(self, place));
        let mut view = self.changed(committed.touched, Vec::new(), words)?;
        let is_there = |place: &Place| self.book.row(place.entity, &place.row).is_some();
        view.at = match place {
            Some(place) if is_there(&place) => Some(spot(self, &place)),
            _ => before,
        };
        Ok(view)
    }

    pub(crate) fn changed(
        &mut self,
        touched: Vec<(Entity, RowId)>,
        added: Vec<RowId>,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        if !touched.is_empty() {
            self.take_over(&touched)?;
            self.checked = None;
            self.texts = None;
            self.ever = None;
            self.loaded = None;
            self.standings = None;
        }
        let (undo, redo) = self.steps(words)?;
        let place = |(entity, row): (Entity, RowId)| Place::row(entity, &row).to_string();
        Ok(CommittedView {
            touched: touched.into_iter().map(place).collect(),
            added: added.iter().map(ToString::to_string).collect(),
            undo,
            redo,
            at: None,
        })
    }

    /// Reads again the rows that an edit touched.
    fn take_over(&mut self, touched: &[(Entity, RowId)]) -> Result<(), Stop> {
        let rows = touched.iter().map(|(entity, id)| {
            let row = self.store.row(*entity, id)?;
            Ok((*entity, id.clone(), row))
        });
        let rows = rows.collect::<Result<Vec<_>, Stop>>()?;
        if self.book.update(&rows).is_err() {
            // Reading it all says what does not fit.
            self.book = self.store.book(&Scope::Everything)?;
        }
        Ok(())
    }

    /// What undo and redo would do, in words.
    fn steps(&self, words: &Words) -> Result<(Option<String>, Option<String>), Stop> {
        let say = |step: Option<Step>| step.map(|step| step_in_words(&step, words));
        Ok((say(self.store.can_undo()?), say(self.store.can_redo()?)))
    }

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

/// Who signs for a final paper, with what and when.
struct Approval<'k> {
    person: Id<Person>,
    key: &'k SecretKey,
    at: Moment,
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

/// The place to look at after a change of a row: the cell, where one alone changed.
fn place_of(row: &RowChange) -> Place {
    // The mark of words to review goes and comes back with the words.
    let cells: Vec<_> = row
        .cells
        .iter()
        .filter(|cell| cell.field != "unreviewed")
        .collect();
    let cells = if cells.is_empty() {
        row.cells.iter().collect()
    } else {
        cells
    };
    match (row.kind, cells.as_slice()) {
        (RowChangeKind::Update, [cell]) => Place::cell(row.entity, &row.row, cell.field),
        _ => Place::row(row.entity, &row.row),
    }
}

fn gone() -> Stop {
    Stop::new("change-not-there")
}

/// What history calls a list of edits: by its first one, which the others furnish.
fn label_of(edits: &[Edit]) -> Label {
    match edits.first() {
        None => Label::new("edit-many"),
        Some(Edit::Insert { entity, row }) => {
            Label::about("edit-add", Place::row(*entity, &row.id))
        }
        Some(Edit::Remove { entity, row }) => Label::about("edit-remove", Place::row(*entity, row)),
        Some(Edit::Set {
            entity, row, field, ..
        }) => {
            let key = if matches!(*field, "position" | "parent") {
                "edit-move"
            } else {
                "edit-set"
            };
            Label::about(key, Place::cell(*entity, row, field))
        }
    }
}

fn step_in_words(step: &Step, words: &Words) -> String {
    let key = match step.label.as_str() {
        "edit-add" => "edit-add",
        "edit-remove" => "edit-remove",
        "edit-move" => "edit-move",
        "edit-set" => "edit-set",
        "edit-start" => "edit-start",
        "edit-agreement" => "edit-agreement",
        "edit-comment" => "edit-comment",
        "edit-settled" => "edit-settled",
        "edit-exported" => "edit-exported",
        "edit-roll" => "edit-roll",
        "edit-restore" => "edit-restore",
        _ => "edit-many",
    };
    let noun = |name: &str| {
        let key = format!("noun-{}", name.replace('_', "-"));
        words.named(&key).unwrap_or(key)
    };
    let what = match &step.place {
        Some(place) => match (place.field, key) {
            (Some(field), "edit-set") => noun(field),
            _ => noun(place.entity.table()),
        },
        None => String::new(),
    };
    words.say(&Message::new(key).with("what", what))
}
