//! Milestones, and the supporting commentary under a table.

use chrono::NaiveDate;

use crate::cell::{Flag, Line, Narrative, Text};
use crate::id::Id;
use crate::position::Position;
use crate::record::record;
use crate::section::Section;
use crate::status::Status;

record! {
    /// A milestone: something to be done by a day, judged each period.
    Milestone in Milestone under Section by section ordered by position {
        /// The section.
        section: Id<Section>,
        /// Its place.
        position: Position,
        /// The reference of the objective it belongs to, such as “EEP 02”. Several milestones may
        /// share one.
        reference: Line,
        /// What is to be done.
        text: Text,
        /// By when, where there is a day.
        due: Option<NaiveDate>,
        /// How it is doing.
        progress: Option<Status>,
        /// Whether it is met, so that the next report does not carry it.
        done: Flag,
        /// The same milestone in the last report.
        follows: Option<Id<Milestone>>,
    }
}

record! {
    /// A supporting commentary under a table of milestones, about one or more references.
    Commentary in Commentary under Section by section ordered by position {
        /// The section.
        section: Id<Section>,
        /// Its place.
        position: Position,
        /// The references it is about, separated by commas.
        references: Line,
        /// What it says.
        text: Narrative,
    }
}

impl Commentary {
    /// The references it is about.
    pub fn reference_list(&self) -> impl Iterator<Item = &str> {
        self.references
            .split(',')
            .map(str::trim)
            .filter(|reference| !reference.is_empty())
    }
}

/// A reference without its spaces and in upper case, so that “EEP02” finds “EEP 02”.
pub fn reference_key(reference: &str) -> String {
    reference
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_uppercase)
        .collect()
}
