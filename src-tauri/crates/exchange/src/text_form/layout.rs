//! Which file holds which table, and what a row's place in the folder says about it.

use outturn_model::Entity;
use outturn_model::record::{Field, Kind};
use outturn_model::section::SectionKind;

/// The version of the text form that is written, and the newest that is read.
pub const FORMAT: i64 = 1;

/// The key in `directorate.toml` that holds the version.
pub(crate) const FORMAT_KEY: &str = "format";
/// The key of a row's id.
pub(crate) const ID: &str = "id";
/// The id of the directorate's one row.
pub(crate) const DIRECTORATE_ID: &str = "directorate";

pub(crate) const DIRECTORATE_FILE: &str = "directorate.toml";
/// The file at the top of the folder that holds the history.
pub const HISTORY_FILE: &str = "history.csv";
pub(crate) const MEASURES_FILE: &str = "measures.toml";
pub(crate) const REPORTS_FOLDER: &str = "reports";
pub(crate) const REPORT_FILE: &str = "report.toml";
pub(crate) const SECTION_FILE: &str = "section.md";
pub(crate) const COMMENTS_FILE: &str = "comments.md";
/// The file of what was said of a section and who signed it, which may stand in any section.
pub(crate) const AGREEMENT_FILE: &str = "agreement.toml";
pub(crate) const STATEMENT_FILE: &str = "statement.csv";

/// The field of a section that has the file [`COMMENTS_FILE`] to itself.
pub(crate) const COMMENTS: &str = "comments";
/// Tables whose rows stand as `[[rule]]` and so on in `report.toml`.
pub(crate) const REPORT_LISTS: &[Entity] = &[Entity::Rule, Entity::Tick, Entity::Restatement];
/// Tables whose rows stand in the front matter of an entry.
pub(crate) const ENTRY_LISTS: &[Entity] = &[Entity::Action, Entity::Risk];

/// A CSV file at the top of the folder.
pub(crate) struct CsvFile {
    pub name: &'static str,
    pub entity: Entity,
    /// Columns that are written even where they are empty in every row.
    pub core: &'static [&'static str],
}

/// The CSV files at the top of the folder.
pub(crate) const CSV_FILES: &[CsvFile] = &[
    CsvFile {
        name: "departments.csv",
        entity: Entity::Department,
        core: &["name", "short"],
    },
    CsvFile {
        name: "people.csv",
        entity: Entity::Person,
        core: &["initials", "post"],
    },
    CsvFile {
        name: "keys.csv",
        entity: Entity::SigningKey,
        core: &["person", "public"],
    },
    CsvFile {
        name: "comparators.csv",
        entity: Entity::Comparator,
        core: &["name"],
    },
    CsvFile {
        name: "values.csv",
        entity: Entity::Value,
        core: &["measure", "series", "period", "amount"],
    },
];

/// Columns of [`STATEMENT_FILE`] that are written even where they are empty in every row.
pub(crate) const STATEMENT_CORE: &[&str] = &["kind", "label"];

/// A TOML file of a section, and the tables whose rows stand in it.
pub(crate) struct ListFile {
    pub name: &'static str,
    pub entities: &'static [Entity],
}

/// The TOML files of a section.
pub(crate) const SECTION_LISTS: &[ListFile] = &[
    ListFile {
        name: "headlines.toml",
        entities: &[Entity::Headline],
    },
    ListFile {
        name: "milestones.toml",
        entities: &[Entity::Milestone, Entity::Commentary],
    },
    ListFile {
        name: "meanings.toml",
        entities: &[Entity::Meaning],
    },
    ListFile {
        name: "statement.toml",
        entities: &[Entity::Column],
    },
    ListFile {
        name: "plan.toml",
        entities: &[Entity::Objective],
    },
    ListFile {
        name: "register.toml",
        entities: &[Entity::Level, Entity::Band, Entity::RegisterRisk],
    },
    ListFile {
        name: "summary.toml",
        entities: &[Entity::Tile, Entity::Point],
    },
    ListFile {
        name: AGREEMENT_FILE,
        entities: &[Entity::Comment, Entity::SignOff],
    },
];

/// The tables whose rows stand inside a row of a list, as `[[objective.task]]`.
pub(crate) fn inner_lists(entity: Entity) -> &'static [Entity] {
    match entity {
        Entity::Objective => &[Entity::Task],
        Entity::RegisterRisk => &[Entity::Control],
        _ => &[],
    }
}

/// The key in `section.md` that lets files stand there which its kind does not print. The program
/// keeps what a section held before its kind was changed, so unpacking may write it.
pub(crate) const UNPRINTED: &str = "unprinted";

/// What the names of entries are called where names of files are listed.
pub(crate) const ENTRY_FILES: &str = "NN-….md";

/// The files that a section of this kind prints, besides [`SECTION_FILE`] and [`COMMENTS_FILE`].
pub(crate) fn files_of(kind: SectionKind) -> &'static [&'static str] {
    match kind {
        SectionKind::Headlines => &["headlines.toml"],
        SectionKind::Cards => &[ENTRY_FILES],
        SectionKind::MeasureTable => &["statement.toml", ENTRY_FILES],
        SectionKind::Milestones => &["milestones.toml"],
        SectionKind::Statement | SectionKind::Schedule => &["statement.toml", STATEMENT_FILE],
        SectionKind::ActionPlan => &["plan.toml"],
        SectionKind::RiskRegister => &["register.toml"],
        SectionKind::Summary => &["summary.toml"],
        SectionKind::SymbolKey => &["meanings.toml"],
        SectionKind::Cover
        | SectionKind::Narrative
        | SectionKind::Recommendations
        | SectionKind::Implication
        | SectionKind::BackgroundPapers
        | SectionKind::Restatements
        | SectionKind::PeopleKey => &[],
    }
}

/// Whether a file may stand in a section of any kind.
pub(crate) fn is_of_any_kind(file: &str) -> bool {
    [SECTION_FILE, COMMENTS_FILE, AGREEMENT_FILE].contains(&file)
}

/// The field that says in which row of its own table a row stands.
pub(crate) fn within(entity: Entity) -> Option<&'static str> {
    (entity == Entity::Section).then_some("parent")
}

/// Whether a row's place in the folder says what this field holds, so that no file repeats it.
/// Values stand together in one file, so they name their measure, and keys their person; a figure of a statement stands
/// where its line and its column meet.
pub(crate) fn from_place(entity: Entity, field: &str) -> bool {
    let parent = entity.parent().map(|(_, by)| by);
    match entity {
        Entity::Value | Entity::SigningKey => false,
        Entity::Amount => entity.key().contains(&field),
        _ => parent == Some(field) || within(entity) == Some(field),
    }
}

/// The field that is the Markdown under the front matter.
pub(crate) fn body(entity: Entity) -> Option<&'static str> {
    match entity {
        Entity::Section => Some("text"),
        Entity::Entry => Some("commentary"),
        _ => None,
    }
}

/// The field whose value divides the rows of one parent into lists with an order of their own.
pub(crate) fn divided_by(entity: Entity) -> Option<&'static str> {
    match entity {
        Entity::Action => Some("stage"),
        Entity::Tick => Some("group"),
        Entity::Level => Some("axis"),
        Entity::Point => Some("list"),
        _ => None,
    }
}

/// The fields that stand as keys or columns.
pub(crate) fn keys(entity: Entity) -> impl Iterator<Item = (usize, &'static Field)> {
    let elsewhere = move |name: &str| {
        from_place(entity, name)
            || body(entity) == Some(name)
            || (entity == Entity::Section && name == COMMENTS)
    };
    let fields = entity.fields().iter().enumerate();
    fields.filter(move |(_, field)| !elsewhere(field.name))
}

/// The column of the order key, for tables that have an order.
pub(crate) fn position_column(entity: Entity) -> Option<usize> {
    let mut fields = entity.fields().iter();
    fields.position(|field| field.kind == Kind::Position)
}
