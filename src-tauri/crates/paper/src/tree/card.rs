//! An indicator card: one measure on half a page or so.

use super::{Block, Fact, Figure, Mark, Table};

/// An indicator card.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Card {
    /// The measure's reference, such as `NI 117`.
    pub reference: String,
    /// The measure's name.
    pub name: String,
    /// The level of its heading.
    pub level: u8,
    /// The name that a reference points to.
    pub anchor: Option<String>,
    /// The status now and the status projected, in that order.
    pub ratings: Vec<Rating>,
    /// Short particulars: who answers for it, how often it is reported, which way is good.
    pub facts: Vec<Fact>,
    /// Past years and this year's periods. Its first column names the rows.
    pub grid: Option<Table>,
    /// The chart of the same figures.
    pub chart: Option<Figure>,
    /// Commentary, actions, risks: each under its own label.
    pub parts: Vec<CardPart>,
}

/// A status with what it is the status of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// Such as `Current status`.
    pub label: String,
    /// The status.
    pub mark: Mark,
    /// The sentence that says why, or who judged it.
    pub reason: Option<String>,
}

/// A labelled part of a card.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CardPart {
    /// An opaque id for the preview.
    pub place: Option<String>,
    /// Such as `Commentary`.
    pub label: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}
