//! What the window asks.

use std::collections::BTreeMap;

use serde::Deserialize;
use ts_rs::TS;

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
        /// Whether the person has agreed to a change of layout of a report whose final paper is
        /// written. Without that it is refused with the code `report-exported`.
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
    /// Reads a block pasted from a spreadsheet.
    ReadBlock {
        /// The pasted text.
        text: String,
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
