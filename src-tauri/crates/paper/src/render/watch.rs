//! How long work says where it is and is told to stop.

/// Looks on while a paper is made. Shared between threads.
pub trait Watch: Sync {
    /// A stage begins.
    fn stage(&self, _stage: Stage) {}

    /// Whether the work should stop. Asked often; must be cheap.
    fn cancelled(&self) -> bool {
        false
    }
}

/// A stage of making a paper, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Setting the pages. The longest stage.
    Setting,
    /// Writing the PDF.
    Writing,
    /// Done.
    Done,
}

/// Watches nothing and never stops.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {}
