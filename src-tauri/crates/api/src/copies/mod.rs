//! Many hands on one report: working copies that are handed out, what comes back, and what has to be
//! decided.

mod bring_in;
mod folder;
mod theirs;

pub(crate) use folder::{Look, SharedFolder};
pub(crate) use theirs::not_theirs;

/// How the name of a file of changes ends.
pub const CHANGES_EXTENSION: &str = "outturn-changes";
