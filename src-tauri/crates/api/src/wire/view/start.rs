//! What the start screen and the open file show.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::{Choice, Fields};

views! {
    /// What the start screen shows.
    StartView {
        /// Files opened before, the last first.
        recent: Vec<RecentFile>,
        /// Kinds of report a new file can start from.
        templates: Vec<Offer>,
        /// Samples to look round in.
        samples: Vec<Offer>,
        /// The version of the program.
        version: String,
        /// The reporting period that the calendar suggests for a new report.
        suggested_period: String,
        /// The periods offered for a new report.
        periods: Vec<Choice>,
        /// A folder to suggest for a new file.
        folder: String,
    }

    /// A file opened before.
    RecentFile {
        /// Where it is.
        path: String,
        /// Its name without folder or extension.
        name: String,
        /// Council and directorate.
        about: String,
        /// When it was last opened, in words.
        opened: String,
        /// Whether it is still there.
        there: bool,
    }

    /// A template that a user saved.
    TemplateView {
        /// Where it is.
        path: String,
        /// The title of its report, or the name of its file.
        title: String,
        /// The headings of its sections at the top, in order.
        sections: Vec<String>,
    }

    /// A template or a sample.
    Offer {
        /// What to ask for.
        name: String,
        /// What it is called.
        title: String,
        /// What it holds.
        about: String,
    }

    /// The open file.
    WorkspaceView {
        /// Where it is.
        path: String,
        /// Its name without folder or extension.
        name: String,
        /// Why it can be read only; nothing if it can be changed.
        read_only: Option<String>,
        /// Whether it is closed to others with a passphrase.
        closed: bool,
        /// Whose working copy it is, in a sentence; nothing if it is none.
        copy: Option<String>,
        /// Cells of the directorate's row.
        directorate: Fields,
        /// Its reports, the latest period first.
        reports: Vec<ReportHead>,
        /// What undo would take back.
        undo: Option<String>,
        /// What redo would make again.
        redo: Option<String>,
        /// The words to choose from in each field that has a closed set, by `entity.field`.
        choices: BTreeMap<String, Vec<Choice>>,
        /// Ready-made tables that a report can take in.
        ready_tables: Vec<Offer>,
    }

    /// A report in a list.
    ReportHead {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Its period in words.
        period: String,
    }
}
