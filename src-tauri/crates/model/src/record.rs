//! Records: the tables of a file, each declared once.
//!
//! [`record!`] turns one declaration into a typed struct and the list of its fields. The store,
//! the text form, the edit door and history work from that list, so a new field is one line here
//! and one column in a migration.

use crate::cell::{Cell, EntryProblem};
use crate::id::RowId;

/// What a cell holds, as the forms, the text form and history need to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line of plain words.
    Line,
    /// Plain words over several lines.
    Text,
    /// A narrative in the closed Markdown of [`crate::prose`].
    Prose,
    /// An exact decimal.
    Decimal,
    /// A whole number within bounds.
    Count {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// `yes`, or nothing for no.
    Flag,
    /// A date, `YYYY-MM-DD`.
    Date,
    /// A moment, `YYYY-MM-DDThh:mm:ss+hh:mm`.
    Moment,
    /// One of a closed set of words.
    Choice(&'static [&'static str]),
    /// A reporting period, such as `2008-09-q3`.
    Period,
    /// The series of a value: `actual`, `target` or a comparator's id.
    Series,
    /// The id of a row of another table.
    Reference(Entity),
    /// An order key among the rows of one parent.
    Position,
    /// A PNG picture, in base64.
    Picture,
}

/// One field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The column's name.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether a row may not exist without it.
    pub required: bool,
}

/// A row of any table: its id and its cells in the order of the table's fields.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Row {
    /// The row's id.
    pub id: RowId,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell that could not be read, and its field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {problem}")]
pub struct FieldProblem {
    /// The field's name.
    pub field: &'static str,
    /// What is wrong with its text.
    pub problem: EntryProblem,
}

/// A typed row of one table.
pub trait Record: Sized {
    /// The table.
    const ENTITY: Entity;
    /// Its fields, in column order.
    const FIELDS: &'static [Field];
    /// The table it hangs under and the field that says so, if it hangs under one.
    const PARENT: Option<(Entity, &'static str)>;
    /// The fields whose cells, joined, are the row's id; empty where the id is free.
    const KEY: &'static [&'static str];

    /// The row's id.
    fn row_id(&self) -> &RowId;
    /// The id of the row it hangs under.
    fn parent_id(&self) -> Option<&RowId>;
    /// Its place among the rows of its parent.
    fn position(&self) -> Option<&crate::position::Position>;

    /// Reads a row.
    ///
    /// # Errors
    /// The first field whose cell does not fit.
    fn from_row(row: &Row) -> Result<Self, FieldProblem>;

    /// The row, in canonical text.
    fn to_row(&self) -> Row;
}

macro_rules! entities {
    ($( $(#[$meta:meta])* $variant:ident => $table:literal, $record:path ),+ $(,)?) => {
        /// The tables of a file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Entity {
            $( $(#[$meta])* $variant ),+
        }

        impl Entity {
            /// Every table; a table comes after those its rows point to.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The table's name, as stored and as used in places.
            pub fn table(self) -> &'static str {
                match self { $(Self::$variant => $table),+ }
            }

            /// The table with this name.
            pub fn from_table(name: &str) -> Option<Self> {
                match name { $($table => Some(Self::$variant),)+ _ => None }
            }

            /// The table's fields, in column order.
            pub fn fields(self) -> &'static [Field] {
                match self { $(Self::$variant => <$record as Record>::FIELDS),+ }
            }

            /// The table its rows hang under, and the field that says so.
            pub fn parent(self) -> Option<(Self, &'static str)> {
                match self { $(Self::$variant => <$record as Record>::PARENT),+ }
            }

            /// The fields whose cells make the id; empty where the id is free.
            pub fn key(self) -> &'static [&'static str] {
                match self { $(Self::$variant => <$record as Record>::KEY),+ }
            }

            /// Reads a row as this table's record and writes it back in canonical text.
            ///
            /// # Errors
            /// The first field whose cell does not fit.
            pub fn canonical(self, row: &Row) -> Result<Row, FieldProblem> {
                match self {
                    $(Self::$variant => <$record as Record>::from_row(row).map(|record| record.to_row())),+
                }
            }

            /// The field with this name, and its column.
            pub fn field(self, name: &str) -> Option<(usize, &'static Field)> {
                self.fields().iter().enumerate().find(|(_, field)| field.name == name)
            }
        }
    };
}

entities! {
    /// The directorate whose file this is: one row.
    Directorate => "directorate", crate::directorate::Directorate,
    /// A department of the directorate.
    Department => "department", crate::directorate::Department,
    /// A post, and who holds it.
    Person => "person", crate::directorate::Person,
    /// A body measures are compared with.
    Comparator => "comparator", crate::measure::Comparator,
    /// A measure.
    Measure => "measure", crate::measure::Measure,
    /// A figure of a measure.
    Value => "value", crate::measure::Value,
    /// A report for one period.
    Report => "report", crate::report::Report,
    /// A status rule of one report.
    Rule => "rule", crate::status::StatusRule,
    /// A box on a report's cover.
    Tick => "tick", crate::report::Tick,
    /// A figure corrected since the last report.
    Restatement => "restatement", crate::report::Restatement,
    /// A section of a report.
    Section => "section", crate::section::Section,
    /// A bullet of the headlines.
    Headline => "headline", crate::section::Headline,
    /// What a symbol means, in the words of one report.
    Meaning => "meaning", crate::section::Meaning,
    /// A measure's appearance in a section.
    Entry => "entry", crate::entry::Entry,
    /// An action of an entry.
    Action => "action", crate::entry::Action,
    /// A risk of an entry.
    Risk => "risk", crate::entry::Risk,
    /// A milestone of a section.
    Milestone => "milestone", crate::milestone::Milestone,
    /// A supporting commentary of a section.
    Commentary => "commentary", crate::milestone::Commentary,
    /// A column of a table.
    Column => "column", crate::statement::Column,
    /// A line of a table.
    Line => "line", crate::statement::StatementLine,
    /// A cell of a table.
    Amount => "amount", crate::statement::Amount,
    /// An objective of an action plan.
    Objective => "objective", crate::plan::Objective,
    /// A task of an objective.
    Task => "task", crate::plan::Task,
    /// A risk of a register.
    RegisterRisk => "register_risk", crate::register::RegisterRisk,
    /// A control of such a risk.
    Control => "control", crate::register::Control,
    /// The name of a level of a register.
    Level => "level", crate::register::Level,
    /// A band of ratings of a register.
    Band => "band", crate::register::Band,
    /// A figure of a summary panel.
    Tile => "tile", crate::summary::Tile,
    /// A point of its lists.
    Point => "point", crate::summary::Point,
    /// A key that a person signs with.
    SigningKey => "signing_key", crate::agreement::SigningKey,
    /// A comment on a section.
    Comment => "comment", crate::agreement::Comment,
    /// A signature under a section.
    SignOff => "sign_off", crate::agreement::SignOff,
}

/// Declares a record: its struct, its fields and how it is read and written.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident in $entity:ident
        $(under $parent:ident by $by:ident)?
        $(named by $($key:ident),+)?
        $(ordered by $position:ident)?
        {
            $( $(#[$field_meta:meta])* $field:ident : $type:ty ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            /// The row's id.
            pub id: $crate::id::Id<$name>,
            $( $(#[$field_meta])* pub $field: $type ),+
        }

        impl $crate::record::Record for $name {
            const ENTITY: $crate::record::Entity = $crate::record::Entity::$entity;
            const FIELDS: &'static [$crate::record::Field] = &[
                $($crate::record::Field {
                    name: stringify!($field),
                    kind: <$type as $crate::cell::CellType>::KIND,
                    required: <$type as $crate::cell::CellType>::REQUIRED,
                }),+
            ];
            const PARENT: Option<($crate::record::Entity, &'static str)> =
                $crate::record::record!(@parent $($parent $by)?);
            const KEY: &'static [&'static str] = &[$($(stringify!($key)),+)?];

            fn row_id(&self) -> &$crate::id::RowId {
                self.id.row()
            }

            fn parent_id(&self) -> Option<&$crate::id::RowId> {
                $crate::record::record!(@parent_id self $($by)?)
            }

            fn position(&self) -> Option<&$crate::position::Position> {
                $crate::record::record!(@position self $($position)?)
            }

            fn from_row(row: &$crate::record::Row) -> Result<Self, $crate::record::FieldProblem> {
                let mut cells = row.cells.iter();
                $(
                    let $field: $type = $crate::cell::CellType::from_cell(
                        cells.next().and_then(|cell| cell.as_deref()),
                    )
                    .map_err(|problem| $crate::record::FieldProblem {
                        field: stringify!($field),
                        problem,
                    })?;
                )+
                Ok(Self { id: $crate::id::Id::new(row.id.clone()), $($field),+ })
            }

            fn to_row(&self) -> $crate::record::Row {
                $crate::record::Row {
                    id: self.id.row().clone(),
                    cells: vec![$($crate::cell::CellType::to_cell(&self.$field)),+],
                }
            }
        }
    };
    (@parent) => { None };
    (@parent $parent:ident $by:ident) => {
        Some(($crate::record::Entity::$parent, stringify!($by)))
    };
    (@position $self:ident) => { None };
    (@position $self:ident $position:ident) => { Some(&$self.$position) };
    (@parent_id $self:ident) => { None };
    (@parent_id $self:ident $by:ident) => { Some($self.$by.row()) };
}
pub(crate) use record;
