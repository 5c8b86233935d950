//! A report: its outline, findings and pages.

use serde::Serialize;
use ts_rs::TS;

use super::{EntryHead, Fields, RowView};

words! {
    /// How grave a finding is.
    Severity {
        /// It stops a final export.
        Blocking,
        /// It should be looked at.
        Warning,
        /// Worth knowing.
        Note,
    }
}

views! {
    /// A report and its outline.
    ReportView {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Its period in words.
        period: String,
        /// The stored cells of its row.
        fields: Fields,
        /// Its sections, in order, as a flat list with depths.
        outline: Vec<OutlineItem>,
        /// Its status rules.
        rules: Vec<RowView>,
        /// The boxes of a decision report's cover, in order.
        ticks: Vec<RowView>,
        /// Findings that stop a final export.
        blocking: usize,
        /// Other findings that ask for a look.
        warnings: usize,
    }

    /// A section in the outline.
    OutlineItem {
        /// Its id.
        id: String,
        /// The section it stands in.
        parent: Option<String>,
        /// 0 at the top.
        depth: usize,
        /// Its number, such as `2.1`; empty if it has none.
        number: String,
        /// Its heading, or words for its kind where it has none.
        heading: String,
        /// What it holds.
        kind: String,
        /// Findings in it, blocking ones and warnings, not counting sections in it.
        missing: usize,
        /// Whether one of them stops a final export.
        blocking: bool,
        /// How many measures, milestones, bullets or lines it holds.
        items: usize,
        /// Whether it is left out of the paper, itself or with a section it stands in.
        hidden: bool,
        /// Where it stands between its author and its lead, and comments on it that are not settled.
        standing: super::super::Standing,
        /// The standing in words.
        standing_words: String,
        /// How many comments on it are not settled.
        open_comments: usize,
        /// Cards in it, for cards sections.
        cards: Vec<EntryHead>,
    }

    /// A place in the file, and what to open to see it.
    SpotView {
        /// As `entity/row#field`, or `entity/row` for a whole row.
        place: String,
        /// The section to open for it, where there is one.
        section: Option<String>,
        /// The card to open for it, where there is one.
        entry: Option<String>,
        /// The measure to open for it, where it is about a measure itself.
        measure: Option<String>,
    }

    /// What a check says.
    FindingView {
        /// A stable code.
        code: String,
        /// How grave it is.
        severity: Severity,
        /// What is wrong.
        sentence: String,
        /// How to mend it.
        mend: String,
        /// Where to mend it.
        #[serde(flatten)]
        spot: SpotView,
        /// Where, in words: number and heading, reference.
        at: String,
    }

    /// What the checks say of a report.
    FindingsView {
        /// By section, the gravest first.
        findings: Vec<FindingView>,
        /// Findings that stop a final export.
        blocking: usize,
        /// Findings that ask for a look.
        warnings: usize,
        /// Findings worth knowing.
        notes: usize,
    }

    /// Pages to look at.
    PreviewView {
        /// Names this preview in requests for its pages.
        stamp: u32,
        /// How many pages it has.
        pages: usize,
        /// The number printed on its first page.
        first_number: usize,
        /// How many pages the whole paper has, where that is known.
        of: Option<usize>,
        /// The page, from 0, where the section asked for begins.
        at: usize,
        /// Width and height of a page, in points.
        size: [f64; 2],
    }

    /// A paper that was written.
    ExportedView {
        /// Where it is.
        path: String,
        /// How many pages it has.
        pages: usize,
        /// Whether it is marked DRAFT.
        draft: bool,
        /// Its size in bytes.
        bytes: usize,
        /// Where its certificate is; nothing for a draft.
        certificate: Option<String>,
    }

    /// How far long work has come.
    ProgressView {
        /// What is being done, in words; empty if nothing is.
        stage: String,
        /// Steps done.
        done: usize,
        /// Steps in all.
        of: usize,
    }

    /// An edit that was made.
    CommittedView {
        /// Rows that are not what they were, as `entity/row`.
        touched: Vec<String>,
        /// Ids of rows that were added, in the order of the changes.
        added: Vec<String>,
        /// What undo would take back now.
        undo: Option<String>,
        /// What redo would make again now.
        redo: Option<String>,
        /// For undo and redo: the place that changed, to show it.
        at: Option<SpotView>,
    }
}
