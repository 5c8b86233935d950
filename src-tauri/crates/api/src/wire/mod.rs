//! The wire: what the window asks and what it is told.
//!
//! These types exist at this boundary only. TypeScript is made from them by `cargo xtask codegen`.

mod agreement;
mod ask;
mod changes;
mod copies;
mod history;
mod prose;
mod roll;
mod view;

pub use agreement::*;
pub use ask::{AgreementStep, Change, Request, TemplateChoice, UsualRows};
pub use changes::*;
pub use copies::*;
pub use history::*;
pub use prose::{WireBlock, WireInline};
pub use roll::{NextPeriodView, PeriodOffer};
pub use view::*;

use serde::Serialize;
use ts_rs::TS;

/// An answer: each request has its own.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "is", content = "with", rename_all = "kebab-case")]
#[ts(export_to = "wire.ts")]
pub enum Reply {
    /// To requests that have nothing to tell.
    Done,
    /// What the start screen shows.
    Start(StartView),
    /// The open file.
    Workspace(WorkspaceView),
    /// A report and its outline.
    Report(ReportView),
    /// A section with everything its editor needs.
    Section(Box<SectionView>),
    /// A card with everything its editor needs.
    Card(Box<CardView>),
    /// Every measure.
    Measures(MeasuresView),
    /// A measure with all its figures.
    Measure(Box<MeasureView>),
    /// Departments, people and comparators.
    People(PeopleView),
    /// What the checks say.
    Findings(FindingsView),
    /// What a template file holds.
    Template(TemplateView),
    /// Pages to look at.
    Preview(PreviewView),
    /// One page, as SVG.
    Page(String),
    /// A paper was written.
    Exported(ExportedView),
    /// How far long work has come.
    Progress(ProgressView),
    /// An edit was made, undone or made again.
    Committed(CommittedView),
    /// What starting the next period would come to.
    NextPeriod(NextPeriodView),
    /// What a search found.
    Search(SearchView),
    /// A measure from report to report.
    MeasureHistory(Box<MeasureHistoryView>),
    /// The figures that a report restates.
    Restated(Vec<RestatedView>),
    /// The agreement to a report.
    Agreement(AgreementView),
    /// What was said of a section, and where it stands.
    Discussion(DiscussionView),
    /// What has changed in a section since it was signed.
    Since(SinceView),
    /// What waits for the person at the keyboard.
    Work(WorkView),
    /// Who is at the keyboard.
    Me(MeView),
    /// What bringing a copy in comes to.
    BroughtIn(BroughtInView),
    /// What has to be decided.
    Conflicts(Vec<ConflictView>),
    /// How many changes were written to a file.
    Count(usize),
    /// The folder through which the file is shared.
    Sharing(SharingView),
    /// What sharing came to.
    Shared(Box<ShareView>),
    /// Cells of a pasted block.
    Block(Vec<Vec<String>>),
    /// A page of changes.
    Changes(ChangesView),
    /// A change with everything it did.
    Change(Box<ChangeView>),
    /// How much of its history the file keeps.
    Kept(KeptView),
    /// What is not as it was written, a sentence each.
    Faults(Vec<String>),
    /// The difference between two states.
    Difference(Box<DifferenceView>),
}

/// Why a request could not be met: one sentence for the reader.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct Refusal {
    /// A stable code for programs, such as `file-locked`.
    pub code: String,
    /// What happened, to what, and what to do now.
    pub sentence: String,
    /// The place it is about, as `entity/row#field`, where there is one.
    pub place: Option<String>,
    /// Whether the same file can be opened to read only.
    pub read_only_possible: bool,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Writes every wire type as TypeScript, in one test because they share a file. The folder is
    /// the environment's, so that only `cargo xtask codegen` writes into the interface.
    #[test]
    fn export_bindings() {
        let config = ts_rs::Config::from_env();
        Request::export_all(&config).unwrap();
        Reply::export_all(&config).unwrap();
        Refusal::export_all(&config).unwrap();
    }
}
