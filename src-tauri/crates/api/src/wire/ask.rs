//! What the window asks.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::changes::{Compared, Restore};
use super::copies::Choose;
use super::prose::WireBlock;

/// A request.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "do", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[ts(export_to = "wire.ts")]
pub enum Request {
    /// What the start screen shows.
    Start,
    /// Makes a new file from a template and opens it.
    Create {
        /// Where; it must not exist.
        path: String,
        /// The template's name, or the path of one that a user saved.
        template: TemplateChoice,
        /// The council.
        council: String,
        /// The directorate.
        directorate: String,
        /// The period of the first report, such as `2026-27-q2`.
        period: String,
    },
    /// Opens a file.
    Open {
        /// Where it is.
        path: String,
        /// Opens it to read only, which works even while someone else has it.
        read_only: bool,
        /// Its passphrase, if it is closed with one.
        passphrase: Option<String>,
    },
    /// Closes the open file to others with a passphrase, or changes the one it has.
    SetPassphrase {
        /// The new one; nothing to take it away.
        passphrase: Option<String>,
    },
    /// Makes a fresh copy of a sample and opens it.
    OpenSample {
        /// The sample's name.
        sample: String,
    },
    /// Takes a file off the list of recent ones.
    Forget {
        /// Where it is.
        path: String,
    },
    /// Closes the open file.
    Close,
    /// The open file.
    Workspace,
    /// A report and its outline.
    Report {
        /// Its id.
        report: String,
    },
    /// A section.
    Section {
        /// Its id.
        section: String,
    },
    /// A card.
    Card {
        /// The id of its entry.
        entry: String,
    },
    /// Every measure.
    Measures,
    /// A measure with all its figures.
    Measure {
        /// Its id.
        measure: String,
    },
    /// Departments, people and comparators.
    People,
    /// What the checks say of a report.
    Findings {
        /// Its id.
        report: String,
    },
    /// Sets pages: of one section, or of the whole paper.
    Preview {
        /// The report.
        report: String,
        /// The section being edited; nothing for the whole paper.
        section: Option<String>,
    },
    /// One page of the last preview of this kind.
    Page {
        /// The preview's stamp; a page of an older preview is refused.
        stamp: u32,
        /// The page, from 0.
        index: usize,
    },
    /// Writes the paper.
    Export {
        /// The report.
        report: String,
        /// Where to.
        path: String,
        /// Marked DRAFT, with what is missing; works whatever the findings are.
        draft: bool,
        /// Whether a file that is there may be replaced.
        overwrite: bool,
    },
    /// How far long work has come. Answered at once, even while it runs.
    Progress,
    /// Stops long work. Answered at once.
    Cancel,
    /// Makes changes, all or none, as one step of undo.
    Edit {
        /// The changes, in order.
        changes: Vec<Change>,
        /// Whether the person has agreed to a change of layout that ends what was agreed to: a final
        /// paper, sign-offs. Without that it is refused with the code `agreed-to`.
        #[serde(default)]
        #[ts(optional, as = "Option<bool>")]
        agreed: bool,
    },
    /// Saves the layout of a report as a template file.
    SaveTemplate {
        /// The report.
        report: String,
        /// Where; it must not exist.
        path: String,
        /// Whether its narratives come too, as a starting point.
        words: bool,
    },
    /// Reads a template file that a user saved.
    ReadTemplate {
        /// Where it is.
        path: String,
    },
    /// Adds a report to the open file.
    AddReport {
        /// What it starts from.
        template: TemplateChoice,
        /// Its period, such as `2026-27-q2`.
        period: String,
    },
    /// What starting the period after a report's would come to.
    NextPeriod {
        /// The report.
        report: String,
    },
    /// Starts the report of a period from another one, as one step of undo. The new report's id is
    /// what was added.
    StartNextPeriod {
        /// The report it follows.
        report: String,
        /// The period, such as `2026-27-q3`.
        period: String,
    },
    /// Looks for words in every report of the file: texts that have them all, the last perhaps only
    /// begun.
    Search {
        /// The words.
        text: String,
    },
    /// A measure from report to report: its figures, what was said of it, and what was promised
    /// against what happened.
    MeasureHistory {
        /// Its id.
        measure: String,
    },
    /// The figures that a report restates.
    Restated {
        /// Its id.
        report: String,
    },
    /// Takes the last step back.
    Undo,
    /// Makes the step last taken back again.
    Redo,
    /// Who is at the keyboard.
    Me,
    /// Says which person of the file is at the keyboard; nothing for none of them.
    IAm {
        /// The person.
        person: Option<String>,
    },
    /// Makes a signing key for this computer.
    MakeKey {
        /// The passphrase that it is kept under; nothing to have the system's key store keep it.
        passphrase: Option<String>,
        /// Sets the key that is there already aside.
        instead: bool,
    },
    /// Opens this computer's signing key until the program ends.
    OpenKey {
        /// Its passphrase.
        passphrase: String,
    },
    /// Where the sections of a report stand, and what still stops its final paper.
    Agreement {
        /// The report.
        report: String,
    },
    /// What waits for the person at the keyboard, in every report of the file.
    Work,
    /// What was said of a section, and where it stands.
    Discussion {
        /// The section.
        section: String,
        /// A row or field that a comment might be about, as `entity/row#field`.
        #[serde(default)]
        #[ts(optional)]
        about: Option<String>,
    },
    /// Says that the person at the keyboard has seen the comments on a section.
    Seen {
        /// The section.
        section: String,
    },
    /// What has changed in a section since it was last signed.
    Since {
        /// The section.
        section: String,
    },
    /// Says something of a section.
    Comment {
        /// The section.
        section: String,
        /// The row or field it is about, as `entity/row#field`; nothing for the section as a whole.
        about: Option<String>,
        /// The comment that it answers.
        answers: Option<String>,
        /// What it says.
        text: String,
    },
    /// Settles a comment, or opens it again.
    Resolve {
        /// The comment.
        comment: String,
        /// Whether it is settled.
        resolved: bool,
    },
    /// Takes a step with sections, all or none. Steps that sign want the key to be open.
    Take {
        /// The step.
        step: AgreementStep,
        /// The sections.
        sections: Vec<String>,
        /// For `return`, what is asked for; for `except`, the reason.
        words: String,
    },
    /// Fills in the days that lead up to a report's meeting.
    PlanDates {
        /// The report.
        report: String,
    },
    /// What in the file is not as it was written. Follows history from the first change.
    Faults,
    /// How much of its history the file keeps.
    Kept {
        /// The day before which changes would be left out, as it is typed; empty for none.
        before: String,
    },
    /// Leaves out of history what was done before a day.
    Thin {
        /// The day, as it is typed.
        before: String,
    },
    /// Writes a copy of the file that has none of its history.
    CopyWithoutHistory {
        /// Where; it must not exist.
        path: String,
    },
    /// Writes a working copy for a person.
    HandOut {
        /// The person.
        person: String,
        /// Where; it must not exist.
        path: String,
    },
    /// Writes the changes that were made in this copy to a small file.
    SaveChanges {
        /// Where; it must not exist.
        path: String,
    },
    /// What bringing a copy, or a file of changes, in would come to.
    LookAtCopy {
        /// Where it is.
        path: String,
    },
    /// Brings a copy, or a file of changes, in.
    BringIn {
        /// Where it is.
        path: String,
    },
    /// What was done apart and has to be decided.
    Conflicts,
    /// Settles a conflict.
    Settle {
        /// The conflict.
        conflict: String,
        /// How.
        choose: Choose,
    },
    /// Chooses the folder through which the file is shared.
    ShareThrough {
        /// Where it is; nothing to share it no more.
        folder: Option<String>,
    },
    /// Through which folder the file is shared, and what waits there.
    Sharing,
    /// Brings in what others wrote into the shared folder, and writes what they lack.
    Share,
    /// Reads a block pasted from a spreadsheet.
    ReadBlock {
        /// The pasted text.
        text: String,
    },
    /// Changes, the newest first, fifty at a time.
    Changes {
        /// The place they are the history of, as `entity/row#field`, with what hangs under it;
        /// nothing for the whole file.
        about: Option<String>,
        /// Only those of one person.
        person: Option<String>,
        /// Only those before this one: the last of the page before.
        before: Option<u32>,
    },
    /// One change with everything it did.
    Change {
        /// Its number.
        change: u32,
    },
    /// The difference between two moments or two reports.
    Compare {
        /// Which.
        compared: Compared,
    },
    /// What restoring would change.
    Restoring {
        /// What is to be as it was.
        restore: Restore,
    },
    /// Restores an earlier state, as one step of undo.
    Restore {
        /// What is to be as it was.
        restore: Restore,
        /// As for an edit.
        #[serde(default)]
        #[ts(optional, as = "Option<bool>")]
        agreed: bool,
    },
}

/// What a report starts from.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export_to = "wire.ts")]
pub enum TemplateChoice {
    /// A template that the program carries, by its name.
    Carried(String),
    /// One that a user saved, by its path.
    File(String),
}

/// A step on a section's way to committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export_to = "wire.ts")]
pub enum AgreementStep {
    /// Ask for it to be read.
    Submit,
    /// Take it back from its lead.
    Recall,
    /// Give it back to its author with a comment.
    Return,
    /// Sign it off.
    SignOff,
    /// Take one's signature back.
    Withdraw,
    /// Let it go to committee without a sign-off, for a reason.
    Except,
}

/// Rows that usually stand somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export_to = "wire.ts")]
pub enum UsualRows {
    /// The boxes of a decision report's cover.
    Ticks,
    /// The columns that a measure table shows where none is laid out.
    MeasureColumns,
    /// Names for the levels of a risk register, and its bands of ratings.
    Levels,
}

/// One change.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(
    tag = "change",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
#[ts(export_to = "wire.ts")]
pub enum Change {
    /// Puts what was typed into a cell. Dates and figures are read as people type them.
    Set {
        /// The cell, as `entity/row#field`.
        place: String,
        /// What was typed; empty clears the cell.
        text: String,
    },
    /// Puts a narrative into a cell.
    SetProse {
        /// The cell.
        place: String,
        /// The narrative.
        blocks: Vec<WireBlock>,
    },
    /// Enters a figure of a measure.
    SetFigure {
        /// The measure.
        measure: String,
        /// `actual`, `target` or a comparator's id.
        series: String,
        /// The period.
        period: String,
        /// What was typed.
        text: String,
    },
    /// Changes one field of a measure's figure, such as its label, making the figure's row if need be.
    SetFigureField {
        /// The measure.
        measure: String,
        /// `actual`, `target` or a comparator's id.
        series: String,
        /// The period.
        period: String,
        /// The field.
        field: String,
        /// What was typed.
        text: String,
    },
    /// Enters a figure of a statement.
    SetAmount {
        /// The line.
        line: String,
        /// The column.
        column: String,
        /// What was typed.
        text: String,
    },
    /// Puts what a symbol means into a key.
    SetMeaning {
        /// The key's section.
        section: String,
        /// The symbol.
        symbol: String,
        /// `for_milestones` or `for_measures`.
        field: String,
        /// What was typed.
        text: String,
    },
    /// Adds a row. Later changes of the same request name it `@added/0`, the next `@added/1` and
    /// so on, where they would name a row by its id.
    Add {
        /// The table.
        entity: String,
        /// The row it hangs under; for a section, its report.
        parent: Option<String>,
        /// The row it comes after; first if nothing.
        after: Option<String>,
        /// First cells, as typed.
        fields: BTreeMap<String, String>,
    },
    /// Adds a ready-made table: a section with its columns and lines.
    AddReadyTable {
        /// The table's name, as the workspace offers it.
        name: String,
        /// The report.
        report: String,
        /// The section it is to stand in; nothing for the top.
        parent: Option<String>,
        /// The section it comes after; first if nothing.
        after: Option<String>,
    },
    /// Adds the rows that usually stand somewhere: those of them that are not there yet.
    AddUsual {
        /// Which rows.
        rows: UsualRows,
        /// The report or the section they hang under.
        parent: String,
    },
    /// Takes a row out, with what hangs under it.
    Remove {
        /// The row, as `entity/row`.
        place: String,
    },
    /// Moves a row among the rows of its parent.
    Move {
        /// The row, as `entity/row`.
        place: String,
        /// The row it is to come after; first if nothing.
        after: Option<String>,
    },
    /// Moves a section into another section, or to the top.
    MoveSection {
        /// The section.
        section: String,
        /// The section it is to stand in; nothing for the top.
        parent: Option<String>,
        /// The section it is to come after; first if nothing.
        after: Option<String>,
    },
}
