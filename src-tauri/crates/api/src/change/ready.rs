//! Tables and rows that come ready made.

use outturn_model::{Entity, RowId};

use super::{ChangeProblem, Draft, not_there};
use crate::furnish;
use crate::wire::UsualRows;

impl Draft<'_> {
    /// Adds a section with the columns and lines of a ready-made table.
    pub(super) fn add_ready_table(
        &mut self,
        name: &str,
        report: &str,
        parent: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), ChangeProblem> {
        let table = furnish::ready::TABLES
            .iter()
            .find(|table| table.name == name);
        let table = table.ok_or_else(|| not_there(name))?;
        let mut fields = table.section_fields(self.words);
        fields.extend(parent.map(|parent| ("parent".to_owned(), parent.to_owned())));
        self.add(Entity::Section.table(), Some(report), after, &fields)?;
        if let Some(section) = self.added.last().cloned() {
            let rows = table.rows(&section, report, self.words, &mut *self.fresh);
            self.edits.extend(rows);
        }
        Ok(())
    }

    pub(super) fn add_usual(&mut self, rows: UsualRows, parent: &str) -> Result<(), ChangeProblem> {
        let there = furnish::usual::parent_of(rows);
        let id = RowId::parse(parent).map_err(|_| not_there(parent))?;
        self.book.row(there, &id).ok_or_else(|| not_there(parent))?;
        let edits = furnish::usual::rows(self.book, self.words, rows, &id, &mut *self.fresh);
        self.edits.extend(edits);
        Ok(())
    }
}
