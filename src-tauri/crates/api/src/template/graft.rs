//! Putting a template's report into a file that holds others.

use std::collections::{HashMap, HashSet};

use outturn_model::record::{Entity, Kind, Row};
use outturn_model::{Book, Edit, Period, RowId};

use super::STAND_IN;

/// A template's report, to be put into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grafted {
    /// The rows to put in.
    pub edits: Vec<Edit>,
    /// The id of the new report.
    pub report: RowId,
}

/// The edits that put a template's report, for `period`, into a book. Comparators that the book
/// knows by name are shared; every other row gets an id that is free there. `fresh` gives ten random
/// bytes for a new id.
pub fn graft(
    template: &Book,
    into: &Book,
    period: Period,
    fresh: &mut dyn FnMut() -> [u8; 10],
) -> Grafted {
    let report = free_id(into, Entity::Report, &period.to_string());
    let mut ids: HashMap<(Entity, RowId), RowId> = HashMap::new();
    let mut shared = HashSet::new();
    for comparator in template.comparators.iter() {
        let known = into
            .comparators
            .iter()
            .find(|known| known.name.to_lowercase() == comparator.name.to_lowercase());
        let key = (Entity::Comparator, comparator.id.row().clone());
        let id = match known {
            Some(known) => {
                shared.insert(key.clone());
                known.id.row().clone()
            }
            None => free_id(into, Entity::Comparator, comparator.id.as_str()),
        };
        ids.insert(key, id);
    }
    let tables = || {
        Entity::ALL
            .iter()
            .copied()
            .filter(|table| comes_along(*table))
    };
    for entity in tables().filter(|entity| *entity != Entity::Comparator) {
        for row in template.rows(entity) {
            // Ids made of the report's say where a row stands; others only have to be free.
            let id = match row.id.as_str().strip_prefix(STAND_IN) {
                Some(rest) => RowId::parse(&format!("{report}{rest}")).ok(),
                None => None,
            };
            let free = id.filter(|id| into.row(entity, id).is_none());
            let id = free.unwrap_or_else(|| RowId::from_random(fresh()));
            ids.insert((entity, row.id), id);
        }
    }
    let mut edits = Vec::new();
    for entity in tables() {
        for mut row in pointed_to_first(entity, template.rows(entity)) {
            if shared.contains(&(entity, row.id.clone())) {
                continue;
            }
            settle(entity, &mut row, &ids, period);
            edits.push(Edit::Insert { entity, row });
        }
    }
    Grafted { edits, report }
}

/// Rows of one table, each after those of the same table that it points to, such as a section after
/// the one it stands in: edits are made in their order, and a reference has to lead somewhere.
fn pointed_to_first(entity: Entity, rows: Vec<Row>) -> Vec<Row> {
    let own: Vec<usize> = entity
        .fields()
        .iter()
        .enumerate()
        .filter(|(_, field)| field.kind == Kind::Reference(entity))
        .map(|(column, _)| column)
        .collect();
    let mut waiting = rows;
    let mut ordered: Vec<Row> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let open: HashSet<String> = waiting.iter().map(|row| row.id.to_string()).collect();
        let waits = |row: &Row| {
            let mut points = own
                .iter()
                .filter_map(|column| row.cells[*column].as_deref());
            points.any(|id| id != row.id.as_str() && open.contains(id))
        };
        let (later, now): (Vec<Row>, Vec<Row>) = waiting.into_iter().partition(waits);
        if now.is_empty() {
            // Rows that point to each other in a ring: the door says so of the first.
            ordered.extend(later);
            break;
        }
        ordered.extend(now);
        waiting = later;
    }
    ordered
}

/// Whether rows of a table come from a template: what the directorate has once stays its own.
fn comes_along(entity: Entity) -> bool {
    !matches!(
        entity,
        Entity::Directorate | Entity::Department | Entity::Person | Entity::Measure | Entity::Value
    )
}

/// Gives a row its new id, its references theirs, and the report its period. A reference to what
/// does not come along is left empty.
fn settle(entity: Entity, row: &mut Row, ids: &HashMap<(Entity, RowId), RowId>, period: Period) {
    let new = |entity: Entity, id: &str| {
        let id = RowId::parse(id).ok()?;
        ids.get(&(entity, id)).cloned()
    };
    for (field, cell) in entity.fields().iter().zip(&mut row.cells) {
        match (field.kind, cell.as_deref()) {
            (Kind::Reference(to), Some(id)) => *cell = new(to, id).map(|id| id.to_string()),
            (Kind::Period, Some(_)) if entity == Entity::Report => *cell = Some(period.to_string()),
            _ => {}
        }
    }
    if let Some(id) = new(entity, row.id.as_str()) {
        row.id = id;
    }
    // The id of a row that joins others follows from them.
    let key: Option<Vec<String>> = entity
        .key()
        .iter()
        .map(|name| row.cells[entity.field(name)?.0].clone())
        .collect();
    if let Some(key) = key.filter(|key| !key.is_empty()) {
        row.id = RowId::parse(&key.join("/")).unwrap_or_else(|_| row.id.clone());
    }
}

/// An id like the one wanted that no row of a table has.
fn free_id(book: &Book, entity: Entity, wanted: &str) -> RowId {
    let named = |number: usize| match number {
        1 => RowId::parse(wanted),
        _ => RowId::parse(&format!("{wanted}-{number}")),
    };
    (1..)
        .filter_map(|number| named(number).ok())
        .find(|id| book.row(entity, id).is_none())
        .unwrap_or_else(|| RowId::from_random([0; 10]))
}
