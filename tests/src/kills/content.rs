//! What a file is expected to hold, row by row.

use std::collections::BTreeMap;

use outturn_model::record::{Entity, Kind, Row};
use outturn_model::{Book, RowId};
use serde_json::Value;

/// A row's table and id.
pub type Key = (Entity, RowId);

/// Every row. The order key of a row that was added is not known here: its cell is empty, and is
/// not compared.
#[derive(Debug, Clone, Default)]
pub struct Content(BTreeMap<Key, Row>);

impl Content {
    /// What a book holds.
    pub fn of(book: &Book) -> Self {
        let rows = Entity::ALL.iter().flat_map(|entity| {
            let rows = book.rows(*entity);
            rows.into_iter().map(|row| ((*entity, row.id.clone()), row))
        });
        Self(rows.collect())
    }

    /// The ids of a table's rows, in order.
    pub fn ids(&self, entity: Entity) -> Vec<&RowId> {
        let rows = self.0.keys().filter(|(of, _)| *of == entity);
        rows.map(|(_, id)| id).collect()
    }

    /// Puts a row in, in canonical text.
    ///
    /// # Errors
    /// If it does not fit its table.
    pub fn insert(&mut self, entity: Entity, mut row: Row) -> Result<(), String> {
        let position = entity
            .fields()
            .iter()
            .position(|field| field.kind == Kind::Position);
        if let Some(at) = position {
            row.cells[at] = Some("80".to_owned());
        }
        let mut row = entity
            .canonical(&row)
            .map_err(|problem| problem.to_string())?;
        if let Some(at) = position {
            row.cells[at] = None;
        }
        self.0.insert((entity, row.id.clone()), row);
        Ok(())
    }

    /// Takes a row out.
    pub fn remove(&mut self, key: &Key) {
        self.0.remove(key);
    }

    /// A row, to change it.
    pub fn row(&mut self, key: &Key) -> Option<&mut Row> {
        self.0.get_mut(key)
    }

    /// The one row that is here and not in `before`; nothing if there is none, or more than one.
    pub fn only_new(&self, before: &Self) -> Option<RowId> {
        let mut new = self.0.keys().filter(|key| !before.0.contains_key(*key));
        let only = new.next();
        only.filter(|_| new.next().is_none())
            .map(|(_, id)| id.clone())
    }

    /// Each row that `found` has otherwise, or not, or besides.
    pub fn differences(&self, found: &Self) -> Vec<String> {
        let mut differences = Vec::new();
        for (key, row) in &self.0 {
            match found.0.get(key) {
                Some(other) if same(key.0, row, other) => {}
                other => differences.push(format!("expected {row:?}, found {other:?}")),
            }
        }
        let besides = found.0.iter().filter(|(key, _)| !self.0.contains_key(*key));
        differences.extend(besides.map(|(_, row)| format!("found besides {row:?}")));
        differences
    }
}

fn same(entity: Entity, expected: &Row, found: &Row) -> bool {
    let cells = expected.cells.iter().zip(&found.cells);
    let mut cells = entity.fields().iter().zip(cells);
    cells.all(|(field, (expected, found))| {
        expected == found || (field.kind == Kind::Position && expected.is_none())
    })
}

/// The id of the row that a reply says was added.
pub fn added(reply: &Value) -> Option<RowId> {
    let id = reply["with"]["added"].get(0)?.as_str()?;
    RowId::parse(id).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::reports::{self, card_id};

    #[test]
    fn whatever_differs_is_found() {
        let file = Content::of(&reports::cards(1));
        assert_eq!(file.differences(&file), [""; 0]);
        let key = (
            Entity::Risk,
            RowId::parse(&format!("{}/risk", card_id(0))).unwrap(),
        );
        let (text, _) = Entity::Risk.field("text").unwrap();

        let mut changed = file.clone();
        changed.row(&key).unwrap().cells[text] = Some("Lost.".to_owned());
        let mut without = file.clone();
        without.remove(&key);
        for other in [&changed, &without] {
            assert_eq!(file.differences(other).len(), 1);
            assert_eq!(other.differences(&file).len(), 1);
        }
        assert_eq!(file.only_new(&without), Some(key.1.clone()));
        assert_eq!(without.only_new(&file), None);

        // The program gives a new row its order key, which is not known here.
        let mut again = without.clone();
        let row = file.0[&key].clone();
        again.insert(Entity::Risk, row).unwrap();
        assert_eq!(again.differences(&file), [""; 0]);
    }
}
