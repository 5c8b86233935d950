//! What the window is told of copies: what comes in with one, and what has to be decided.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::view::SpotView;

/// What bringing a copy in comes to.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct BroughtInView {
    /// In one sentence.
    pub sentence: String,
    /// Who did how much, a phrase each, such as “Head of Skills: 12 changes”.
    pub by: Vec<String>,
    /// What changes here, a place each, in words.
    pub changes: Vec<BroughtPlace>,
    /// The texts of which both versions were kept, in words.
    pub merged: Vec<BroughtPlace>,
    /// What has to be decided since.
    pub conflicts: Vec<ConflictView>,
}

/// A place that changes.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct BroughtPlace {
    /// Where to go.
    #[serde(flatten)]
    pub spot: SpotView,
    /// Where it is, in words.
    pub at: String,
}

/// Something that was done apart in several copies and does not go together.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct ConflictView {
    /// Names it in the request that settles it.
    pub id: String,
    /// Where to go.
    #[serde(flatten)]
    pub spot: SpotView,
    /// Where it is, in words.
    pub at: String,
    /// The report it belongs to; nothing for what all of them share.
    pub report: Option<String>,
    /// Whether a row was taken out on one side: it is kept or left out. Otherwise a side is taken.
    pub removed: bool,
    /// What each side did. Of a cell, the last is shown until it is settled.
    pub sides: Vec<SideView>,
    /// What they began from, as it was stored; empty where there is none.
    pub base: String,
}

/// What one person did.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct SideView {
    /// Who.
    pub by: String,
    /// When, in words.
    pub at: String,
    /// What they wrote, or that they took it out.
    pub text: String,
}

/// How a conflict is settled.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export_to = "wire.ts")]
pub enum Choose {
    /// What this side did, by its place in the list.
    Side(usize),
    /// Something else, as it is typed.
    Text(String),
    /// What is shown; a row that was taken out is put back.
    Keep,
    /// A row that was taken out stays out.
    LeaveOut,
}

/// The folder through which a file is shared.
#[derive(Debug, Clone, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct SharingView {
    /// Where it is; empty if none was chosen.
    pub folder: String,
    /// Whether it can be reached.
    pub is_there: bool,
    /// How many files of others have not been read.
    pub waiting: usize,
}

/// What sharing came to.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct ShareView {
    /// What came in.
    pub came: BroughtInView,
    /// How much was written for the others, in words.
    pub told: String,
    /// The files that were passed over, each in a sentence that says why.
    pub passed_over: Vec<String>,
}
