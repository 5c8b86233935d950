//! What lapses when a report is changed after its final paper was written.

use std::collections::BTreeSet;

use outturn_model::record::Entity;
use outturn_model::{Book, Edit, Message, RowId};
use outturn_paper::compose::date_in_words;

use crate::refusal::Stop;

/// The field that keeps the day on which a report's final paper was written.
pub const EXPORTED_ON: &str = "exported_on";

/// Further edits that take the mark of a final paper off every report that `edits` change.
///
/// # Errors
/// `report-exported`, unless it is `agreed`, where an edit changes the layout of such a report: its
/// sections, columns, lines, rules, keys or settings. The sentence says what lapses.
pub fn lapses(book: &Book, edits: &[Edit], agreed: bool) -> Result<Vec<Edit>, Stop> {
    let mut touched: BTreeSet<RowId> = BTreeSet::new();
    for edit in edits {
        let Some(id) = report_of(book, edit) else {
            continue;
        };
        let Some(report) = book.reports.find(&id) else {
            continue;
        };
        let Some(day) = report.exported_on else {
            continue;
        };
        if !agreed && changes_layout(edit) {
            let message = Message::new("report-exported")
                .with("title", report.title.as_str())
                .with("date", date_in_words(day));
            return Err(Stop::Said("report-exported", message));
        }
        touched.insert(id);
    }
    let lapse = |row: RowId| Edit::Set {
        entity: Entity::Report,
        row,
        field: EXPORTED_ON,
        to: None,
    };
    // A report that goes as a whole has no mark to lose.
    let goes = |id: &RowId| {
        edits
            .iter()
            .any(|edit| matches!(edit, Edit::Remove { entity: Entity::Report, row } if row == id))
    };
    touched.retain(|id| !goes(id));
    Ok(touched.into_iter().map(lapse).collect())
}

/// The report that an edit changes, where it changes one alone. What was said of it and who signed it
/// is no part of its paper.
fn report_of(book: &Book, edit: &Edit) -> Option<RowId> {
    if is_agreement(edit) {
        return None;
    }
    match edit {
        Edit::Insert { entity, row } => {
            let (parent, field) = entity.parent()?;
            let (column, _) = entity.field(field)?;
            let id = RowId::parse(row.cells[column].as_deref()?).ok()?;
            book.above(parent, &id, Entity::Report)
        }
        Edit::Set { entity, row, .. } | Edit::Remove { entity, row } => {
            book.above(*entity, row, Entity::Report)
        }
    }
}

/// Whether an edit is about the work on a report rather than about what stands in it.
pub(crate) fn is_agreement(edit: &Edit) -> bool {
    match edit {
        Edit::Insert { entity, .. } | Edit::Remove { entity, .. } => {
            matches!(entity, Entity::Comment | Entity::SignOff)
        }
        Edit::Set { entity, field, .. } => match entity {
            Entity::Comment | Entity::SignOff => true,
            Entity::Section => matches!(*field, "author" | "state"),
            Entity::Report => field.ends_with("_due"),
            _ => false,
        },
    }
}

/// Whether an edit changes how a report is laid out rather than what stands in it.
fn changes_layout(edit: &Edit) -> bool {
    match edit {
        Edit::Insert { entity, .. } | Edit::Remove { entity, .. } => matches!(
            entity,
            Entity::Section
                | Entity::Column
                | Entity::Line
                | Entity::Entry
                | Entity::Rule
                | Entity::Level
                | Entity::Band
                | Entity::Tick
                | Entity::Tile
                | Entity::Report
        ),
        Edit::Set { entity, field, .. } => match entity {
            Entity::Section => !matches!(
                *field,
                "text" | "comments" | "unreviewed" | "cleared_by" | "cleared_on" | "none_stated"
            ),
            Entity::Line => matches!(*field, "kind" | "formula" | "position"),
            Entity::Entry => matches!(*field, "position" | "rule" | "child"),
            Entity::Column | Entity::Rule | Entity::Level | Entity::Band | Entity::Meaning => true,
            Entity::Report => true,
            _ => false,
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::template;

    fn set(entity: Entity, row: &RowId, field: &'static str) -> Edit {
        Edit::Set {
            entity,
            row: row.clone(),
            field,
            to: None,
        }
    }

    /// A sample whose report was exported, or not.
    fn book(exported: bool) -> Book {
        let sample = template::sample("directorate-overview").unwrap();
        Book::from_rows(|entity| {
            let mut rows = sample.rows(entity);
            if exported && entity == Entity::Report {
                let (column, _) = entity.field(EXPORTED_ON).unwrap();
                rows[0].cells[column] = Some("2013-11-04".to_owned());
            }
            rows
        })
        .unwrap()
    }

    #[test]
    fn a_change_of_layout_asks_and_any_change_takes_the_mark_off() {
        let (fresh, exported) = (book(false), book(true));
        let section = exported.sections.iter().next().unwrap().id.row().clone();
        let column = exported.columns.iter().next().unwrap().id.row().clone();
        let person = exported.people.iter().next().unwrap().id.row().clone();
        for (edit, is_layout, is_of_report) in [
            (set(Entity::Section, &section, "heading"), true, true),
            (set(Entity::Section, &section, "text"), false, true),
            (set(Entity::Column, &column, "formula"), true, true),
            (set(Entity::Person, &person, "post"), false, false),
        ] {
            let edits = [edit];
            assert!(lapses(&fresh, &edits, false).unwrap().is_empty());
            let asked = lapses(&exported, &edits, false);
            assert_eq!(asked.is_err(), is_layout, "{edits:?}");
            let agreed = lapses(&exported, &edits, true).unwrap();
            assert_eq!(agreed.len(), usize::from(is_of_report), "{edits:?}");
        }
    }

    #[test]
    fn a_report_that_goes_has_no_mark_to_lose() {
        let exported = book(true);
        let row = exported.reports.iter().next().unwrap().id.row().clone();
        let edits = [Edit::Remove {
            entity: Entity::Report,
            row,
        }];
        assert!(lapses(&exported, &edits, false).is_err());
        assert!(lapses(&exported, &edits, true).unwrap().is_empty());
    }
}
