//! What may come in from outside: cells that fit their fields, rows that fit their tables.

use std::sync::OnceLock;

use outturn_model::cell::{Cell, CellType, Line, Narrative, Text};
use outturn_model::position::Position;
use outturn_model::record::{Field, Kind};
use outturn_model::{Entity, Row, RowId};

use crate::changeset::{RowChange, RowChangeKind};
use crate::door;

/// Whether a cell is as the edit door would have written it.
pub(crate) fn is_canonical(entity: Entity, column: usize, cell: &Cell) -> bool {
    let field = &entity.fields()[column];
    let Some(text) = cell else {
        return !field.required;
    };
    // Nearly everything that is written is words, which need no other cells beside them.
    match field.kind {
        _ if field.required => {}
        Kind::Line => return !text.is_empty() && Line::from_cell(Some(text)).is_ok(),
        Kind::Text => return !text.is_empty() && Text::from_cell(Some(text)).is_ok(),
        Kind::Prose => return !text.is_empty() && Narrative::from_cell(Some(text)).is_ok(),
        _ => {}
    }
    let Some(mut row) = sample(entity) else {
        return false;
    };
    row.cells[column].clone_from(cell);
    entity
        .canonical(&row)
        .is_ok_and(|canonical| canonical.cells[column] == *cell)
}

/// Whether a change of a row is one that the edit door could have made.
pub(crate) fn fits(change: &RowChange) -> bool {
    if climbs(change.row.as_str()) || !is_once(change) {
        return false;
    }
    let entity = change.entity;
    match change.kind {
        RowChangeKind::Insert => stands(entity, &change.whole(|cell| &cell.after)),
        RowChangeKind::Delete => stands(entity, &change.whole(|cell| &cell.before)),
        RowChangeKind::Update => change.cells.iter().all(|cell| {
            let Some((column, _)) = entity.field(cell.field) else {
                return false;
            };
            // A row that is named by some of its cells keeps them.
            !entity.key().contains(&cell.field)
                && [&cell.before, &cell.after]
                    .iter()
                    .all(|cell| is_canonical(entity, column, cell))
        }),
    }
}

/// Whether a row is one that the edit door could have put in.
fn stands(entity: Entity, row: &Row) -> bool {
    door::canonical(entity, row).is_ok_and(|canonical| canonical == *row)
}

/// Whether an id tries to be a path that leads out of a folder. No row needs such an id.
fn climbs(id: &str) -> bool {
    id.split('/').any(|part| [".", ".."].contains(&part)) || id.starts_with('/')
}

/// Whether each field is named once, and the cells say what this kind of change says.
fn is_once(change: &RowChange) -> bool {
    let once = |(place, field): (usize, &str)| {
        !change.cells[..place].iter().any(|cell| cell.field == field)
    };
    let says = change.cells.iter().all(|cell| match change.kind {
        RowChangeKind::Insert => cell.before.is_none() && cell.after.is_some(),
        RowChangeKind::Delete => cell.after.is_none() && cell.before.is_some(),
        RowChangeKind::Update => true,
    });
    let mut fields = change.cells.iter().map(|cell| cell.field).enumerate();
    says && fields.all(once) && (change.kind != RowChangeKind::Update || !change.cells.is_empty())
}

/// A row of a table in which every cell fits, to try others in.
fn sample(entity: Entity) -> Option<Row> {
    static SAMPLES: OnceLock<Vec<Option<Row>>> = OnceLock::new();
    let samples =
        SAMPLES.get_or_init(|| Entity::ALL.iter().map(|entity| made_up(*entity)).collect());
    let place = Entity::ALL.iter().position(|other| *other == entity)?;
    samples.get(place).cloned().flatten()
}

fn made_up(entity: Entity) -> Option<Row> {
    let cell = |field: &Field| {
        field.required.then(|| match field.kind {
            Kind::Reference(_) => "a".to_owned(),
            Kind::Position => Position::between(None, None).to_string(),
            Kind::Choice(words) => words.first().copied().unwrap_or_default().to_owned(),
            Kind::Period => "2013-14-q1".to_owned(),
            Kind::Series => "actual".to_owned(),
            Kind::Date => "2013-09-30".to_owned(),
            Kind::Moment => "2013-09-30T09:00:00+01:00".to_owned(),
            Kind::Flag => "yes".to_owned(),
            Kind::Count { least, .. } => least.to_string(),
            Kind::Decimal => "0".to_owned(),
            Kind::Line | Kind::Text | Kind::Prose | Kind::Picture => String::new(),
        })
    };
    Some(Row {
        id: RowId::parse("a").ok()?,
        cells: entity.fields().iter().map(cell).collect(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_sample_of_each_table_fits_it() {
        for entity in Entity::ALL {
            let row = made_up(*entity).unwrap();
            assert_eq!(entity.canonical(&row).unwrap(), row, "{}", entity.table());
        }
    }

    #[test]
    fn a_cell_is_canonical_as_the_door_writes_it() {
        let column = |field| Entity::Value.field(field).unwrap().0;
        for (field, cell, fits) in [
            ("amount", Some("19.90"), true),
            ("amount", None, true),
            ("amount", Some("1,000"), false),
            ("amount", Some(""), false),
            ("provisional", Some("no"), false),
            ("series", None, false),
        ] {
            let cell = cell.map(str::to_owned);
            assert_eq!(
                is_canonical(Entity::Value, column(field), &cell),
                fits,
                "{field} {cell:?}"
            );
        }
    }
}
