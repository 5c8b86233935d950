//! What comes with a new row, so that it is of use at once.

pub mod ready;
pub mod usual;

use outturn_model::position::Position;
use outturn_model::section::SectionKind;
use outturn_model::{Book, Edit, Entity, Row, RowId};

/// Further edits that furnish a row just added: a statement gets the four usual columns; cards and a
/// measure table get the report's first rule.
pub fn new_row(
    book: &Book,
    entity: Entity,
    row: &Row,
    fresh: &mut dyn FnMut() -> [u8; 10],
) -> Vec<Edit> {
    if entity != Entity::Section {
        return Vec::new();
    }
    let cell = |name: &str| {
        let (at, _) = entity.field(name)?;
        row.cells[at].as_deref()
    };
    match cell("kind") {
        Some(kind) if kind == SectionKind::Statement.as_str() => statement_columns(row, fresh),
        Some(kind)
            if cell("rule").is_none()
                && (kind == SectionKind::Cards.as_str()
                    || kind == SectionKind::MeasureTable.as_str()) =>
        {
            first_rule(book, row, cell("report")).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn first_rule(book: &Book, row: &Row, report: Option<&str>) -> Option<Edit> {
    let report = RowId::parse(report?).ok()?;
    let (rule, _) = *book.siblings(Entity::Rule, Some(&report)).first()?;
    Some(Edit::Set {
        entity: Entity::Section,
        row: row.id.clone(),
        field: "rule",
        to: Some(rule.to_string()),
    })
}

/// Annual budget, budget to date, actual to date and their variance; headings are the catalogue's
/// until someone writes their own.
fn statement_columns(row: &Row, fresh: &mut dyn FnMut() -> [u8; 10]) -> Vec<Edit> {
    let ids: Vec<RowId> = (0..4).map(|_| RowId::from_random(fresh())).collect();
    let kinds = ["figure", "figure", "figure", "variance"];
    let cells = |at: usize, position: &Position, name: &str| match name {
        "section" => Some(row.id.to_string()),
        "position" => Some(position.to_string()),
        "kind" => Some(kinds[at].to_owned()),
        "budget" if at == 3 => Some(ids[1].to_string()),
        "actual" if at == 3 => Some(ids[2].to_string()),
        _ => None,
    };
    Position::sequence(4)
        .enumerate()
        .map(|(at, position)| Edit::Insert {
            entity: Entity::Column,
            row: Row {
                id: ids[at].clone(),
                cells: Entity::Column
                    .fields()
                    .iter()
                    .map(|field| cells(at, &position, field.name))
                    .collect(),
            },
        })
        .collect()
}

/// A row of a table, with these of its cells.
fn row_with(entity: Entity, id: RowId, cell: impl Fn(&str) -> Option<String>) -> Edit {
    let cells = entity.fields().iter().map(|field| cell(field.name));
    Edit::Insert {
        entity,
        row: Row {
            id,
            cells: cells.collect(),
        },
    }
}
