//! Books made of rows: a table, an id, and the cells that matter.

use std::collections::BTreeMap;

use outturn_model::position::Position;
use outturn_model::record::{Entity, Kind};
use outturn_model::{Book, Row, RowId};

/// A row: its table, its id and its cells.
pub type Put<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// A picture of eight by four pixels with a corner that is clear, as a logo may have.
pub const LOGO: &str = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAYAAACzzX7wAAAAGUlEQVR4nGPg9g9lgOL/2DADMQqwShCtAAD6PzHFopq7qwAAAABJRU5ErkJggg==";

/// A book of these rows, each placed after the ones before.
pub fn book(rows: &[Put<'_>]) -> Book {
    let mut by_table: BTreeMap<Entity, Vec<Row>> = BTreeMap::new();
    let mut last: Option<Position> = None;
    for (table, id, cells) in rows {
        let entity = Entity::from_table(table).expect(table);
        for (name, _) in *cells {
            assert!(entity.field(name).is_some(), "{table} has no {name}");
        }
        let position = Position::between(last.as_ref(), None);
        let cell = |name: &str, kind: Kind| {
            let given = cells.iter().find(|(cell, _)| *cell == name);
            let given = given.map(|(_, text)| (*text).to_owned());
            given.or_else(|| (kind == Kind::Position).then(|| position.to_string()))
        };
        by_table.entry(entity).or_default().push(Row {
            id: RowId::parse(id).unwrap(),
            cells: entity
                .fields()
                .iter()
                .map(|field| cell(field.name, field.kind))
                .collect(),
        });
        last = Some(position);
    }
    Book::from_rows(|entity| by_table.get(&entity).cloned().unwrap_or_default()).unwrap()
}
