//! Measures and their figures: cards, rows and lists.

use serde::Serialize;
use ts_rs::TS;

use super::super::prose::WireBlock;
use super::{Fields, FindingView, RowView};

views! {
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
        /// That its figure is due, or until when it is not; empty where the report has one.
        due: String,
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
        /// Which figure is due in the report, and when the next one is.
        due: String,
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
        /// One for each column that is shown.
        cells: Vec<MeasureCell>,
        /// Its status.
        status: RatingView,
        /// Its direction of travel.
        direction: RatingView,
        /// Which figure is due in the report, and when the next one is.
        due: String,
        /// What is said about it.
        commentary: Vec<WireBlock>,
    }

    /// A column of a measure table, as the paper prints it.
    MeasureColumn {
        /// The stored column's id; the word for what it shows where none is laid out.
        id: String,
        /// What it shows, such as `outturn`.
        shows: String,
        /// Its heading.
        heading: String,
        /// The heading over it and its neighbours; may be empty.
        group: String,
        /// Whether figures stand in it.
        figures: bool,
    }

    /// A cell of a measure table.
    MeasureCell {
        /// What it says; of a status or a direction, what is said instead or beside it.
        shown: String,
        /// What to edit, as it would be typed.
        entered: String,
        /// Whether a sentence is printed in its place.
        covered: bool,
        /// What typing in it changes; nothing where it is worked out.
        stored: Option<StoredCell>,
        /// Where it is stored, as `entity/row#field`; empty where it is not.
        place: String,
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
        /// Which figure is due in the latest report, and when the next one is; empty where there is
        /// no report.
        due: String,
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
        /// The keys that people sign with, person by person.
        keys: Vec<SigningKeyView>,
    }

    /// A key that somebody signs with.
    SigningKeyView {
        /// Its id.
        id: String,
        /// The post whose it is.
        post: String,
        /// Five groups of digits that name it, for two people to compare; empty if it is no key.
        fingerprint: String,
        /// The day from which it counts, in words; empty if that is not noted.
        added: String,
        /// The day on which it was taken away, in words; empty while it counts.
        removed: String,
    }
}

/// What typing in a cell of a measure table changes.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "in", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[ts(export_to = "wire.ts")]
pub enum StoredCell {
    /// A cell.
    Cell {
        /// Its address.
        place: String,
    },
    /// A figure.
    Figure {
        /// The measure.
        measure: String,
        /// `actual`, `target` or a comparator's id.
        series: String,
        /// The period.
        period: String,
    },
    /// What an actual was counted from, and out of what.
    Fraction {
        /// The measure.
        measure: String,
        /// The period.
        period: String,
    },
    /// The data's own period of an actual.
    OwnPeriod {
        /// The measure.
        measure: String,
        /// The period.
        period: String,
    },
}
