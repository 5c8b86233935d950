//! What is shown where several people wrote the same thing apart.

use outturn_model::Entity;
use outturn_model::record::{Field, Kind};

/// What is done with several values of one register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Policy {
    /// The latest is shown and a person decides.
    Ask,
    /// What changed different paragraphs is brought together; otherwise a person decides.
    Paragraphs,
    /// The latest, and nobody is asked.
    Latest,
    /// Empty if one of them is, else the latest, and nobody is asked.
    Empty,
}

/// The policy for a field.
pub(crate) fn of(entity: Entity, field: &Field) -> Policy {
    match (entity, field.name, field.kind) {
        // A report that was exported here and changed there is no longer what was exported.
        (Entity::Report, "exported_on", _) => Policy::Empty,
        // Words are reviewed once somebody has reviewed them.
        (_, "unreviewed", _) => Policy::Empty,
        // Either order is a good one, and it is seen at a glance.
        (_, _, Kind::Position) => Policy::Latest,
        (_, _, Kind::Text | Kind::Prose) => Policy::Paragraphs,
        _ => Policy::Ask,
    }
}

/// The fields that make a figure: an amount, or why there is none, or words in its place. They are
/// written as one, so that no copy's amount stands beside another's reason for having none.
const FIGURE: &[&str] = &["amount", "absence", "words"];

/// The columns that are written as one with a column, itself among them, in order. The first names
/// the register they form.
pub(crate) fn register(entity: Entity, column: usize) -> Vec<usize> {
    let is_figure = |field: &Field| {
        matches!(entity, Entity::Value | Entity::Amount) && FIGURE.contains(&field.name)
    };
    let fields = entity.fields();
    if !is_figure(&fields[column]) {
        return vec![column];
    }
    (0..fields.len())
        .filter(|column| is_figure(&fields[*column]))
        .collect()
}

/// The register that a field belongs to, by the name of its first field.
pub(crate) fn register_name(entity: Entity, field: &str) -> Option<&'static str> {
    let (column, _) = entity.field(field)?;
    let first = register(entity, column).first().copied()?;
    entity.fields().get(first).map(|field| field.name)
}
