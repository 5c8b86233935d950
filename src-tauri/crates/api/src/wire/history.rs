//! What the window is told across the reports of a file: search, a measure's history, restatements.

use serde::Serialize;
use ts_rs::TS;

use super::view::{MeasureView, RatingView, SpotView};

/// What a search found.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct SearchView {
    /// By report, the latest period first; what belongs to no report last.
    pub groups: Vec<SearchGroup>,
    /// How many texts were found in all.
    pub count: usize,
}

/// What was found in one report.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct SearchGroup {
    /// The report; nothing for what belongs to the file, such as measures.
    pub report: Option<String>,
    /// Its period, or a word for what belongs to the file.
    pub title: String,
    /// The first texts found.
    pub hits: Vec<SearchHit>,
    /// How many were found in it.
    pub count: usize,
}

/// A text that was found.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct SearchHit {
    /// Where to go.
    #[serde(flatten)]
    pub spot: SpotView,
    /// What the text is, such as “commentary”.
    pub kind: String,
    /// Where it stands, in words.
    pub at: String,
    /// The words around those that were found, in order.
    pub pieces: Vec<SearchPiece>,
}

/// A stretch of a text.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct SearchPiece {
    /// Its words.
    pub text: String,
    /// Whether it is what was looked for.
    pub found: bool,
}

/// A measure from report to report.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct MeasureHistoryView {
    /// The measure with all its figures and their chart.
    pub measure: MeasureView,
    /// What each report said of it, the latest first.
    pub told: Vec<ToldView>,
}

/// What one report said of a measure.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct ToldView {
    /// The report.
    pub report: String,
    /// Its period, in words.
    pub period: String,
    /// The figure it spoke of, as it reads now; empty where there is none.
    pub figure: String,
    /// Its status.
    pub status: RatingView,
    /// The commentary, a paragraph each.
    pub commentary: Vec<String>,
    /// Whether the commentary comes from the report before and nobody has reviewed it.
    pub unreviewed: bool,
    /// Where it stands.
    pub spot: SpotView,
    /// What was promised for the next period.
    pub promises: Vec<PromiseView>,
}

/// An action that was promised, and what became of it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct PromiseView {
    /// What was promised.
    pub text: String,
    /// By when, in words.
    pub timescale: String,
    /// Where it was promised.
    pub spot: SpotView,
    /// What later reports say of it, in order.
    pub answers: Vec<AnswerView>,
}

/// What a later report says of a promised action.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct AnswerView {
    /// The report.
    pub report: String,
    /// Its period, in words.
    pub period: String,
    /// The outcome, in words; nothing while there is none.
    pub outcome: Option<String>,
    /// What was achieved, or why it was not.
    pub reason: String,
    /// Where it says so.
    pub spot: SpotView,
}

/// A figure corrected since an earlier report printed it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct RestatedView {
    /// The row's id.
    pub id: String,
    /// The measure: reference and name.
    pub measure: String,
    /// Which of its figures, and for which period, in words.
    pub figure: String,
    /// What was printed before.
    pub before: String,
    /// What it is now.
    pub now: String,
    /// Why it was corrected.
    pub reason: String,
}
