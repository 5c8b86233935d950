//! A step of sign-off in one sentence: what became of which sections.

use outturn_model::record::Entity;
use outturn_model::{Message, RowId};
use outturn_store::{Change, ChangeKind, RowChange, RowChangeKind};

use super::names::Names;
use super::told::About;

/// What was done with sections, the weightiest first: a signature also takes back the one before it,
/// and a return the signature that was there.
const STEPS: [&str; 6] = [
    "history-signed-off",
    "history-let-through",
    "history-handed-back",
    "history-withdrawn",
    "history-handed-in",
    "history-recalled",
];

impl Names<'_> {
    /// What a change did as a step of sign-off; nothing if it was none.
    pub(super) fn step_sentence(&self, change: &Change, about: &About) -> Option<String> {
        if change.label != "edit-agreement" || about.field.is_some() {
            return None;
        }
        // What is taken back is told as it was done.
        let backwards = change.kind == ChangeKind::Undo;
        let rows = change.rows.iter();
        let rows = rows.filter(|row| about.holds(row.entity, &row.row));
        let steps: Vec<(&'static str, RowId)> = rows
            .filter_map(|row| self.step_of(row, backwards))
            .collect();
        let key = STEPS
            .into_iter()
            .find(|key| steps.iter().any(|(step, _)| step == key))?;
        let mut sections: Vec<&RowId> = steps
            .iter()
            .filter(|(step, _)| *step == key)
            .map(|(_, section)| section)
            .collect();
        sections.sort();
        sections.dedup();
        let cells: usize = change.rows.iter().map(|row| row.cells.len()).sum();
        // Where not all that it did is at hand, nobody counts.
        let count = if cells < change.cells {
            0
        } else {
            sections.len()
        };
        let what = sections
            .first()
            .map(|section| self.called(Entity::Section, section));
        Some(
            self.say(
                &Message::new(key)
                    .with("count", count)
                    .with("what", what.unwrap_or_default()),
            ),
        )
    }

    /// The step that a row tells of, and the section that it was taken with.
    fn step_of(&self, row: &RowChange, backwards: bool) -> Option<(&'static str, RowId)> {
        let cell = |field: &str| {
            let cell = row.cells.iter().find(|cell| cell.field == field)?;
            Some(if backwards { &cell.before } else { &cell.after }.as_deref())
        };
        let came = match backwards {
            true => RowChangeKind::Delete,
            false => RowChangeKind::Insert,
        };
        match row.entity {
            Entity::Section => {
                let key = match cell("state")? {
                    Some("submitted") => "history-handed-in",
                    Some("returned") => "history-handed-back",
                    _ => "history-recalled",
                };
                Some((key, row.row.clone()))
            }
            Entity::SignOff if row.kind == came => {
                let section = RowId::parse(cell("section")??).ok()?;
                let key = match cell("kind").flatten() {
                    Some("exception") => "history-let-through",
                    _ => "history-signed-off",
                };
                Some((key, section))
            }
            Entity::SignOff => {
                cell("withdrawn")??;
                let sign_off = self.book.sign_offs.find(&row.row)?;
                Some(("history-withdrawn", sign_off.section.row().clone()))
            }
            _ => None,
        }
    }
}
