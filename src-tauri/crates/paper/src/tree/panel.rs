//! The panel that opens a service performance overview.

use super::{Inline, Mark};

/// A figure or a rating that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tile {
    /// An opaque id for the preview.
    pub place: Option<String>,
    /// What it is, such as `Revenue budget variance`.
    pub label: String,
    /// The figure, or the words in its place; may be nothing where the status says it all.
    pub figure: Vec<Inline>,
    /// How it is doing.
    pub status: Option<Mark>,
    /// A line under it.
    pub note: Option<String>,
}
