//! The paper: what a committee receives.
//!
//! A report becomes one [`tree::Paper`], and every output is a rendering of that tree. Nothing
//! here reads a clock, a file, a locale or the network, so the same tree always gives the same
//! bytes. The crate holds no words of its own: every fixed word arrives in the tree.
//!
//! - [`tree`]: headings, paragraphs, tables with header cells, figures with text alternatives.
//! - [`chart`]: a trend chart, drawn once; the window and the paper show the same drawing.
//! - [`fonts`]: the embedded typeface and what it can print.
//! - [`render`]: the tree as PDF and as SVG pages. The only place that knows Typst.

pub mod chart;
pub mod compose;
pub mod fonts;
pub mod logo;
mod reading;
pub mod render;
pub mod tree;
