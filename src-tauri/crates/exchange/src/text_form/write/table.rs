//! CSV files: which columns they get, and their text.

use outturn_model::Entity;
use outturn_model::record::Kind;

use super::super::{csv, layout};
use super::Listed;

/// Which columns a CSV file gets.
pub(super) struct CsvTable {
    id: bool,
    /// Name, column, and whether it is the order key.
    fields: Vec<(&'static str, usize, bool)>,
    /// Headings after those of the fields.
    pub more_headings: Vec<String>,
}

impl CsvTable {
    pub(super) fn new(entity: Entity, core: &[&str], rows: &[Listed]) -> Self {
        let fields = layout::keys(entity).filter_map(|(column, field)| {
            let is_position = field.kind == Kind::Position;
            let used = rows.iter().any(|Listed { row, beside }| {
                row.cells[column].is_some() && (!is_position || beside.position)
            });
            (used || core.contains(&field.name)).then_some((field.name, column, is_position))
        });
        Self {
            id: rows.iter().any(|row| row.beside.id),
            fields: fields.collect(),
            more_headings: Vec::new(),
        }
    }

    /// The file: a line of headings, then a line for each row with `more` cells at its end.
    pub(super) fn text(&self, rows: &[Listed], more: &[Vec<String>]) -> String {
        let mut text = String::new();
        let id = self.id.then_some(layout::ID);
        let headings = self.fields.iter().map(|(name, ..)| *name);
        let more_headings = self.more_headings.iter().map(String::as_str);
        csv::write(
            &mut text,
            id.into_iter().chain(headings).chain(more_headings),
        );
        for (index, Listed { row, beside }) in rows.iter().enumerate() {
            let own_id = if beside.id { row.id.as_str() } else { "" };
            let cells = self.fields.iter().map(|(_, column, is_position)| {
                let left_out = *is_position && !beside.position;
                let cell = row.cells[*column].as_deref().filter(|_| !left_out);
                cell.unwrap_or_default()
            });
            let more = more.get(index).into_iter().flatten().map(String::as_str);
            csv::write(
                &mut text,
                id.map(|_| own_id).into_iter().chain(cells).chain(more),
            );
        }
        text
    }
}
