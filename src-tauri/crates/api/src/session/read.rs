//! What an open file shows.

use outturn_model::Message;
use outturn_model::measure::Measure;
use outturn_rules::search::Texts;
use outturn_words::Words;

use super::{Session, found, gone};
use crate::agreement::post_of;
use crate::refusal::Stop;
use crate::view::{self, Source};
use crate::wire::{
    CardView, FindingsView, MeasureHistoryView, MeasureView, MeasuresView, PeopleView, ReportView,
    RestatedView, SearchView, SectionView, WorkspaceView,
};

impl Session {
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
}
