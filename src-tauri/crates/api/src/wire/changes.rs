//! What the window asks and is told of changes: history, differences, restoring.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::view::SpotView;

/// A state of the file, or a report of it, to compare.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "at", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[ts(export_to = "wire.ts")]
pub enum Compared {
    /// Two moments.
    Moments {
        /// The change after which the earlier state was.
        from: u32,
        /// The change after which the later state was; nothing for now.
        to: Option<u32>,
        /// One report alone, with the figures of its measures; nothing for the whole file.
        report: Option<String>,
    },
    /// Two reports as they are now.
    Reports {
        /// The earlier one.
        from: String,
        /// The later one.
        to: String,
    },
}

/// What is to be as it was.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(
    tag = "what",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
#[ts(export_to = "wire.ts")]
pub enum Restore {
    /// What one change changed, as it was before it.
    Change {
        /// The change.
        change: u32,
    },
    /// The whole file, as it was after a change.
    File {
        /// The change.
        change: u32,
    },
    /// A field, or a row with what hangs under it, as it was after a change.
    Place {
        /// The place, as `entity/row#field`.
        place: String,
        /// The change.
        change: u32,
    },
}

/// What was done to a piece of text, or to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export_to = "wire.ts")]
pub enum Done {
    /// It stayed.
    Kept,
    /// It went.
    Removed,
    /// It came.
    Added,
    /// It stands elsewhere.
    Moved,
}

macro_rules! views {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident : $type:ty),* $(,)? })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Serialize, TS)]
            #[serde(rename_all = "camelCase")]
            #[ts(export_to = "wire.ts")]
            pub struct $name { $($(#[$field_meta])* pub $field: $type),* }
        )+
    };
}

views! {
    /// Changes, the newest first.
    ChangesView {
        /// What they are the history of; nothing for the whole file.
        about: Option<String>,
        /// The place it is the history of, where it is still there to be gone to.
        spot: Option<SpotView>,
        /// Everyone who has changed the file.
        people: Vec<String>,
        /// A page of them.
        changes: Vec<ChangeLine>,
        /// Whether there are earlier ones.
        more: bool,
    }

    /// A change in a list.
    ChangeLine {
        /// Its number.
        id: u32,
        /// The day, in words.
        day: String,
        /// The time, as `14:05`.
        time: String,
        /// Who.
        person: String,
        /// What was done.
        sentence: String,
        /// How many further rows it touched, in words; empty for none.
        more: String,
        /// Where, in words; empty for the file as a whole.
        at: String,
    }

    /// A change with everything it did.
    ChangeView {
        /// The change.
        line: ChangeLine,
        /// What it did, row by row, in the order of the paper as far as it has one.
        rows: Vec<RowDiffView>,
        /// What is not shown, in words; empty for nothing.
        left_out: String,
        /// Whether it put the first content into the file: nothing was before it.
        is_first: bool,
        /// Whether the file is as it was after this change.
        is_last: bool,
    }

    /// What became of a row.
    RowDiffView {
        /// What it is called.
        title: String,
        /// Where it stands, in words.
        at: String,
        /// What was done to it as a whole.
        done: Done,
        /// That, in a word.
        word: String,
        /// What became of its fields.
        fields: Vec<FieldDiffView>,
        /// Where to go, if it is there; the report it is in, if it is in one.
        spot: Option<SpotView>,
        /// The report it is in.
        report: Option<String>,
    }

    /// What became of a field.
    FieldDiffView {
        /// What it is called.
        name: String,
        /// Whether it holds running words; else a value, such as a figure or a choice.
        is_text: bool,
        /// Its words, in reading order.
        pieces: Vec<PieceView>,
    }

    /// A stretch of text in a difference.
    PieceView {
        /// Its words.
        text: String,
        /// What was done to it.
        done: Done,
    }

    /// The difference between two states.
    DifferenceView {
        /// The earlier state, in words.
        from: String,
        /// The later state, in words.
        to: String,
        /// How much differs, in one sentence.
        sentence: String,
        /// What differs, in the reading order of the paper.
        groups: Vec<DiffGroupView>,
        /// What is not shown, in words; empty for nothing.
        left_out: String,
    }

    /// What differs in one section.
    DiffGroupView {
        /// The section, or what it is about where that stands in none.
        title: String,
        /// How much differs, in words.
        count: String,
        /// Row by row.
        rows: Vec<RowDiffView>,
    }
}

/// How much of its history a file keeps.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct KeptView {
    /// What is kept, and what was left out before, in sentences.
    pub told: String,
    /// How much would be left out, or why the day is none, in a sentence; empty without a day.
    pub would: String,
    /// How many changes would be left out.
    pub thinnable: usize,
}
