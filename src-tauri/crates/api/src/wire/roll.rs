//! What the window is told of rolling a report forward.

use serde::Serialize;
use ts_rs::TS;

use super::view::Choice;

/// What starting the next period would come to.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct NextPeriodView {
    /// The report it would follow.
    pub report: String,
    /// That report's period, in words.
    pub from: String,
    /// The period suggested.
    pub suggested: String,
    /// The periods to choose from, and what would come over into each.
    pub periods: Vec<PeriodOffer>,
}

/// A period that a report can be started for.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct PeriodOffer {
    /// The period.
    #[serde(flatten)]
    pub period: Choice,
    /// What comes over, a phrase each, such as “3 actions promised for this period”.
    pub carried: Vec<String>,
}
