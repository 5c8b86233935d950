//! What the window is told.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::prose::WireBlock;

/// A row's stored cells by field, for forms: an empty cell is an empty string.
pub type Fields = BTreeMap<String, String>;

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

macro_rules! words {
    ($($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident),* $(,)? })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
            #[serde(rename_all = "kebab-case")]
            #[ts(export_to = "wire.ts")]
            pub enum $name { $($(#[$variant_meta])* $variant),* }
        )+
    };
}

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

    /// A template or a sample.
    Offer {
        /// What to ask for.
        name: String,
        /// What it is called.
        title: String,
        /// What it holds.
        about: String,
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

    /// A word to choose, and how it is said.
    Choice {
        /// The stored word.
        value: String,
        /// What people read.
        label: String,
    }

    /// The open file.
    WorkspaceView {
        /// Where it is.
        path: String,
        /// Its name without folder or extension.
        name: String,
        /// Why it can be read only; nothing if it can be changed.
        read_only: Option<String>,
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
        /// Cards in it, for cards sections.
        cards: Vec<EntryHead>,
    }

    /// A row with its stored cells.
    RowView {
        /// Its id.
        id: String,
        /// Its cells.
        fields: Fields,
    }

    /// A section with everything its editor needs.
    SectionView {
        /// Its id.
        id: String,
        /// Its report.
        report: String,
        /// Its number; empty if none.
        number: String,
        /// The stored cells of its row.
        fields: Fields,
        /// Its text, or what stands before its table.
        text: Vec<WireBlock>,
        /// What stands after its table.
        comments: Vec<WireBlock>,
        /// What it holds by its kind.
        body: SectionBody,
        /// What the checks say of it and what is in it.
        findings: Vec<FindingView>,
    }

    /// A measure's entry in a list.
    EntryHead {
        /// The entry's id.
        id: String,
        /// The measure's id.
        measure: String,
        /// The measure's reference.
        reference: String,
        /// The measure's name.
        name: String,
        /// Its status.
        status: RatingView,
        /// Findings on it.
        missing: usize,
        /// Whether one of them stops a final export.
        blocking: bool,
    }

    /// A status or direction, and why.
    RatingView {
        /// The stored word, such as `amber` or `improved`.
        value: String,
        /// The word shown.
        word: String,
        /// Why, in one sentence.
        reason: String,
        /// What the figures make it, where they say.
        computed: Option<String>,
        /// Whether a person gave it instead.
        overridden: bool,
    }

    /// One cell of a grid of figures.
    FigureCell {
        /// What to edit: the figure as it would be typed.
        entered: String,
        /// What is shown.
        shown: String,
        /// Whether it may still change.
        provisional: bool,
        /// Whether it can be edited.
        editable: bool,
        /// Where it is stored, as `entity/row#field`, for going to it.
        place: String,
    }

    /// A card with everything its editor needs.
    CardView {
        /// The entry's id.
        id: String,
        /// The section it stands in.
        section: String,
        /// The stored cells of its entry.
        fields: Fields,
        /// The measure.
        measure: MeasureHead,
        /// The periods shown.
        columns: Vec<CardColumn>,
        /// Actual, target and comparators.
        rows: Vec<CardRow>,
        /// Progress on the column before; nothing where there is no figure.
        progress: Vec<Option<RatingView>>,
        /// Its status.
        status: RatingView,
        /// The status expected at the end of the year.
        projected: Option<RatingView>,
        /// The chart, as SVG; nothing where there are no figures.
        chart: Option<ChartView>,
        /// What is said about it.
        commentary: Vec<WireBlock>,
        /// The polarity as the paper says it.
        polarity: String,
        /// Actions for this period.
        actions: Vec<RowView>,
        /// Actions for the next period.
        next_actions: Vec<RowView>,
        /// Current risks.
        risks: Vec<RowView>,
        /// What the checks say of it.
        findings: Vec<FindingView>,
    }

    /// A chart.
    ChartView {
        /// The drawing.
        svg: String,
        /// What it shows, in words.
        description: String,
    }

    /// A measure in a heading.
    MeasureHead {
        /// Its id.
        id: String,
        /// Its reference.
        reference: String,
        /// Its name.
        name: String,
        /// The responsible post.
        owner: String,
        /// What its figures count, in words.
        unit: String,
    }

    /// A column of a card.
    CardColumn {
        /// The period.
        period: String,
        /// Its heading.
        heading: String,
        /// The label under it.
        label: String,
        /// The data's own period.
        own_period: String,
        /// Progress as a person says it instead of the figures; empty where nobody does.
        progress: String,
        /// Why they say so.
        progress_reason: String,
        /// Whether it is the report's period.
        current: bool,
    }

    /// A row of a card.
    CardRow {
        /// `actual`, `target` or a comparator's id.
        series: String,
        /// Its heading.
        heading: String,
        /// Its cells, one a column.
        cells: Vec<FigureCell>,
    }

    /// A row of a measure table.
    MeasureRow {
        /// The entry's id.
        id: String,
        /// The stored cells of its entry.
        fields: Fields,
        /// The measure.
        measure: MeasureHead,
        /// Last year's outturn.
        last_year: FigureCell,
        /// This year's target.
        target: FigureCell,
        /// This period's figure.
        current: FigureCell,
        /// The periods of the three figures, for editing them.
        periods: [String; 3],
        /// Its status.
        status: RatingView,
        /// Its direction of travel.
        direction: RatingView,
        /// What is said about it.
        commentary: Vec<WireBlock>,
    }

    /// A supporting commentary.
    CommentaryView {
        /// Its id.
        id: String,
        /// The references it is about.
        references: String,
        /// What it says.
        text: Vec<WireBlock>,
    }

    /// A line of a statement.
    StatementRow {
        /// The line's id.
        id: String,
        /// `line`, `heading`, `subtotal` or `total`.
        kind: String,
        /// What it is called.
        label: String,
        /// A comment on it.
        comment: String,
        /// Its cells, one a column.
        cells: Vec<StatementCell>,
    }

    /// A cell of a statement.
    StatementCell {
        /// What to edit.
        entered: String,
        /// What is printed.
        shown: String,
        /// What is computed, where the cell is one that computes.
        computed: Option<String>,
        /// Whether a figure was supplied that differs from the computed one.
        slip: Option<String>,
        /// Whether it can be edited.
        editable: bool,
        /// Where it is stored.
        place: String,
    }

    /// A symbol in a key.
    MeaningView {
        /// The symbol.
        symbol: String,
        /// Its word.
        word: String,
        /// What it means beside a milestone; the report's own words, or empty.
        for_milestones: String,
        /// What it means beside a measure; the report's own words, or empty.
        for_measures: String,
        /// The catalogue's words, printed where the report has none.
        default_milestones: String,
        /// The catalogue's words, printed where the report has none.
        default_measures: String,
    }

    /// Every measure.
    MeasuresView {
        /// In order.
        measures: Vec<MeasureItem>,
    }

    /// A measure in the list.
    MeasureItem {
        /// Its id.
        id: String,
        /// Its reference.
        reference: String,
        /// Its name.
        name: String,
        /// Its department.
        department: String,
        /// Its latest figure.
        latest: String,
        /// Reports in which it appears.
        used: usize,
    }

    /// A measure with all its figures.
    MeasureView {
        /// Its id.
        id: String,
        /// The stored cells of its row.
        fields: Fields,
        /// The periods of its grid, the earliest first.
        columns: Vec<CardColumn>,
        /// Actual, target and comparators.
        rows: Vec<CardRow>,
        /// The chart of all of it.
        chart: Option<ChartView>,
    }

    /// Departments, people and comparators.
    PeopleView {
        /// In order.
        departments: Vec<RowView>,
        /// In order.
        people: Vec<RowView>,
        /// In order.
        comparators: Vec<RowView>,
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

/// What a section holds by its kind.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
#[ts(export_to = "wire.ts")]
pub enum SectionBody {
    /// The report's own cells.
    Cover {
        /// The stored cells of the report's row.
        report: Fields,
    },
    /// Nothing but the text.
    Narrative,
    /// Bullets.
    Headlines {
        /// In order.
        rows: Vec<RowView>,
    },
    /// Cards.
    Cards {
        /// In order.
        entries: Vec<EntryHead>,
    },
    /// Measures in rows.
    MeasureTable {
        /// Headings of the three columns of figures.
        headings: [String; 3],
        /// In order.
        rows: Vec<MeasureRow>,
    },
    /// Milestones and what is said of them.
    Milestones {
        /// Heading of the progress column.
        heading: String,
        /// In order.
        rows: Vec<RowView>,
        /// In order.
        commentaries: Vec<CommentaryView>,
    },
    /// A finance table.
    Statement {
        /// What the figures count, in words.
        unit: String,
        /// In order.
        columns: Vec<RowView>,
        /// In order.
        lines: Vec<StatementRow>,
    },
    /// What the symbols mean.
    SymbolKey {
        /// In order.
        meanings: Vec<MeaningView>,
    },
    /// Whose initials stand in the report.
    PeopleKey {
        /// In order.
        people: Vec<RowView>,
    },
}
