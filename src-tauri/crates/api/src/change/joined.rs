//! Rows that are named by what they join, such as a figure by its measure, series and period.

use outturn_model::{Edit, Entity, Place, Row, RowId};

use super::typed::read_cell;
use super::{ChangeProblem, Draft, not_there};

impl Draft<'_> {
    /// Sets one field, as typed, of a row that is named by what it joins.
    pub(super) fn set_in_joined_row(
        &mut self,
        entity: Entity,
        id: &RowId,
        key: &[(&str, &str)],
        field: &str,
        text: &str,
    ) -> Result<(), ChangeProblem> {
        let (_, field) = entity.field(field).ok_or_else(|| not_there(field))?;
        let text = read_cell(field, text).map_err(|problem| ChangeProblem::Entry {
            place: Place::cell(entity, id, field.name).to_string(),
            problem,
        })?;
        self.put_joined_row(entity, id, key, &[(field.name, text)])
    }

    /// Puts cells into a row that is named by what it joins: made if it is not there, taken out if
    /// nothing but its key is left.
    pub(super) fn put_joined_row(
        &mut self,
        entity: Entity,
        id: &RowId,
        key: &[(&str, &str)],
        cells: &[(&'static str, String)],
    ) -> Result<(), ChangeProblem> {
        let parent = entity.parent().map(|(_, field)| field);
        let before = self.pending_row(entity, id);
        let mut row = before.clone().unwrap_or_else(|| Row {
            id: id.clone(),
            cells: vec![None; entity.fields().len()],
        });
        for (field, text) in key
            .iter()
            .copied()
            .chain(cells.iter().map(|(f, t)| (*f, t.as_str())))
        {
            if let Some((at, _)) = entity.field(field) {
                row.cells[at] = (!text.is_empty()).then(|| text.to_owned());
            }
        }
        debug_assert!(parent.is_some());
        let says_something = entity
            .fields()
            .iter()
            .zip(&row.cells)
            .any(|(field, cell)| cell.is_some() && !entity.key().contains(&field.name));
        match (before, says_something) {
            (None, false) => {}
            (None, true) => self.edits.push(Edit::Insert { entity, row }),
            (Some(_), false) => self.edits.push(Edit::Remove {
                entity,
                row: id.clone(),
            }),
            (Some(_), true) => {
                for (field, text) in cells {
                    self.push_set(entity, id, field, text.clone());
                }
            }
        }
        Ok(())
    }
}
