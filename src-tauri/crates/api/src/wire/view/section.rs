//! A section, for its editor.

use serde::Serialize;
use ts_rs::TS;

use super::super::prose::WireBlock;
use super::{
    Choice, EntryHead, Fields, FindingView, LinkableTable, MeasureColumn, MeasureRow, RowView,
    TableColumn, TableLine,
};

views! {
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

    /// A supporting commentary.
    CommentaryView {
        /// Its id.
        id: String,
        /// The references it is about.
        references: String,
        /// What it says.
        text: Vec<WireBlock>,
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

    /// An objective of an action plan.
    ObjectiveView {
        /// Its id.
        id: String,
        /// Its stored cells.
        fields: Fields,
        /// Its tasks, in order.
        tasks: Vec<RowView>,
        /// How many of them are completed, in words.
        done: String,
    }

    /// A risk of a register.
    RiskView {
        /// Its id.
        id: String,
        /// Its stored cells.
        fields: Fields,
        /// What is done about it, in order.
        controls: Vec<RowView>,
        /// How much of that is in place, in words.
        controlled: String,
        /// Its rating before any control.
        initial: Option<RiskRating>,
        /// Its rating now.
        current: Option<RiskRating>,
        /// The rating aimed for.
        target: Option<RiskRating>,
        /// How its rating moved, in words; empty where it did not.
        moved: String,
    }

    /// The rating of an assessment.
    RiskRating {
        /// The rating and its band, in words.
        words: String,
        /// The status in whose colour the band is shown.
        status: String,
    }

    /// A risk matrix: the open risks by impact and likelihood.
    MatrixView {
        /// The levels of likelihood, the least first.
        columns: Vec<String>,
        /// One for each level of impact, the greatest first.
        rows: Vec<MatrixRow>,
        /// How many risks are not in it, in words; empty where all are.
        note: String,
    }

    /// A row of a risk matrix.
    MatrixRow {
        /// The level of impact.
        heading: String,
        /// One for each level of likelihood.
        cells: Vec<MatrixCell>,
    }

    /// A cell of a risk matrix.
    MatrixCell {
        /// The band of its rating.
        band: String,
        /// The status in whose colour the band is shown.
        status: String,
        /// The risks that stand there now.
        risks: Vec<RiskMark>,
    }

    /// A risk by its reference.
    RiskMark {
        /// Its id.
        id: String,
        /// Its reference, else its place in the register.
        name: String,
    }

    /// A tile of a summary panel.
    TileView {
        /// Its id.
        id: String,
        /// Its stored cells.
        fields: Fields,
        /// The section with the table whose cell it shows; nothing where it shows none.
        table: Option<String>,
        /// The figure of that cell, as the table prints it.
        shown: String,
    }

    /// One of the lists of a summary panel.
    PointListView {
        /// Its word, such as `achievement`.
        list: String,
        /// What it is called.
        title: String,
        /// Its points, in order.
        points: Vec<RowView>,
    }

    /// A figure corrected since an earlier report printed it.
    RestatementView {
        /// Its id.
        id: String,
        /// Its stored cells.
        fields: Fields,
        /// What is corrected, in words: the measure, the series and the period.
        name: String,
        /// The figure as it stands now.
        now: String,
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
        /// The columns that the paper prints, in order.
        shown: Vec<MeasureColumn>,
        /// The columns that were laid out for the paper; none for the usual ones.
        columns: Vec<RowView>,
        /// The comparators that a column can show.
        comparators: Vec<Choice>,
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
    /// A statement or a schedule.
    Table {
        /// What the figures count, in words, where no column says otherwise.
        unit: String,
        /// In order, hidden ones too.
        columns: Vec<TableColumn>,
        /// In order.
        lines: Vec<TableLine>,
        /// Sections of the same report that can hold a line's own small table.
        details: Vec<Choice>,
    },
    /// Objectives and their tasks.
    ActionPlan {
        /// In order.
        objectives: Vec<ObjectiveView>,
    },
    /// Risks, their controls, and what the levels and the ratings are called.
    RiskRegister {
        /// In order.
        risks: Vec<RiskView>,
        /// Where the open ones stand now.
        matrix: MatrixView,
        /// The levels of impact to choose from, the least first.
        impacts: Vec<Choice>,
        /// The levels of likelihood to choose from, the least first.
        likelihoods: Vec<Choice>,
        /// Names of the levels of impact, the least first.
        impact_names: Vec<RowView>,
        /// Names of the levels of likelihood, the least first.
        likelihood_names: Vec<RowView>,
        /// The bands of ratings, in order.
        bands: Vec<RowView>,
    },
    /// A few figures side by side, and the top points.
    Summary {
        /// In order.
        tiles: Vec<TileView>,
        /// Points of the three lists, in the order of the lists.
        lists: Vec<PointListView>,
        /// Tables whose cells a tile can show.
        tables: Vec<LinkableTable>,
    },
    /// What the committee is asked to decide: nothing but the text.
    Recommendations,
    /// What a decision means in one respect: the text, and who cleared it.
    Implication,
    /// What the report relied on: the text, or that there is nothing.
    BackgroundPapers,
    /// Figures corrected since the last report.
    Restatements {
        /// In order.
        rows: Vec<RestatementView>,
        /// The measures to choose from.
        measures: Vec<Choice>,
        /// The series to choose from.
        series: Vec<Choice>,
        /// The periods to choose from, the latest first.
        periods: Vec<Choice>,
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
