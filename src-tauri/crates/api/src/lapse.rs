//! What lapses when a report is changed after it was agreed to: its final paper, its sign-offs.

use std::collections::BTreeSet;

use outturn_model::record::Entity;
use outturn_model::report::Report;
use outturn_model::{Book, Edit, Message, RowId};
use outturn_paper::compose::date_in_words;
use outturn_rules::Outline;
use outturn_words::Words;

use crate::agreement::{Standings, edited};
use crate::refusal::Stop;

/// The field that keeps the day on which a report's final paper was written.
pub const EXPORTED_ON: &str = "exported_on";

/// How many sections a question names.
const NAMED: usize = 4;

/// Further edits that take the mark of a final paper off every report that `edits` change.
pub fn lapses(book: &Book, edits: &[Edit]) -> Vec<Edit> {
    let reports = touched(book, edits, |_| true);
    let exported = reports
        .into_iter()
        .filter(|report| report.exported_on.is_some());
    // A report that goes as a whole has no mark to lose.
    let goes = |id: &RowId| {
        edits
            .iter()
            .any(|edit| matches!(edit, Edit::Remove { entity: Entity::Report, row } if row == id))
    };
    let lapse = |row: RowId| Edit::Set {
        entity: Entity::Report,
        row,
        field: EXPORTED_ON,
        to: None,
    };
    let ids = exported.map(|report| report.id.row().clone());
    ids.filter(|id| !goes(id)).map(lapse).collect()
}

/// Asks before a change of layout, of sections, columns, lines, rules, keys or settings, ends what was
/// agreed to.
///
/// # Errors
/// With the code `agreed-to`, a sentence that says what lapses: the mark of a final paper, and the
/// sign-offs of sections that would read otherwise or go.
pub fn asks(book: &Book, edits: &[Edit], words: &Words) -> Result<(), Stop> {
    let reports = touched(book, edits, changes_layout);
    let Some(first) = reports.first() else {
        return Ok(());
    };
    let exported = reports
        .iter()
        .find_map(|report| Some((report, report.exported_on?)));
    let exported = exported.map(|(report, day)| {
        Message::new("report-exported")
            .with("title", report.title.as_str())
            .with("date", date_in_words(day))
    });
    let after = has_signatures(book, &reports).then(|| edited(book, edits));
    let lost: Vec<String> = match &after {
        Some(after) => reports
            .iter()
            .flat_map(|report| agreements_lost(book, after, report, words))
            .collect(),
        None => Vec::new(),
    };
    let signed = (!lost.is_empty()).then(|| {
        let named = lost.iter().take(NAMED).map(String::as_str);
        let named = named
            .collect::<Vec<_>>()
            .join(&words.word("list-separator"));
        Message::new("report-agreed")
            .with("title", first.title.as_str())
            .with("count", lost.len())
            .with("sections", named)
            .with("more", lost.len().saturating_sub(NAMED))
    });
    let message = match (exported, signed) {
        (None, None) => return Ok(()),
        (Some(message), None) | (None, Some(message)) => message,
        (Some(exported), Some(signed)) => Message::new("report-exported-agreed")
            .with("exported", exported)
            .with("agreed", signed),
    };
    Err(Stop::Said("agreed-to", message))
}

/// The sections of a report that are agreed to and would not be, in words.
fn agreements_lost(book: &Book, after: &Book, report: &Report, words: &Words) -> Vec<String> {
    let before = Standings::of(book, report, words);
    let then = after.reports.get(&report.id);
    let then = then.map(|report| Standings::of(after, report, words));
    let agreed = |standings: &Standings, id: &RowId| {
        let stands = standings.section(id);
        stands.is_some_and(|stands| stands.is_agreed())
    };
    let outline = Outline::of(book, report);
    let lost = before.order().iter().filter(|id| {
        let stays = then.as_ref().is_some_and(|then| agreed(then, id.row()));
        agreed(&before, id.row()) && !stays
    });
    lost.filter_map(|id| Some(words.say(&outline.item(id)?.title())))
        .collect()
}

fn has_signatures(book: &Book, reports: &[&Report]) -> bool {
    let mut sections = reports
        .iter()
        .flat_map(|report| book.sections.under(&report.id));
    sections.any(|section| book.sign_offs.under(&section.id).next().is_some())
}

/// The reports that such edits change, each once.
fn touched<'a>(book: &'a Book, edits: &[Edit], such: fn(&Edit) -> bool) -> Vec<&'a Report> {
    let ids = edits
        .iter()
        .filter(|edit| such(edit))
        .filter_map(|edit| report_of(book, edit));
    let ids: BTreeSet<RowId> = ids.collect();
    ids.iter().filter_map(|id| book.reports.find(id)).collect()
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
        let words = Words::british();
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
            assert!(lapses(&fresh, &edits).is_empty());
            assert!(asks(&fresh, &edits, &words).is_ok());
            let asked = asks(&exported, &edits, &words);
            assert_eq!(asked.is_err(), is_layout, "{edits:?}");
            let lapsed = lapses(&exported, &edits).len();
            assert_eq!(lapsed, usize::from(is_of_report), "{edits:?}");
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
        assert!(asks(&exported, &edits, &Words::british()).is_err());
        assert!(lapses(&exported, &edits).is_empty());
    }
}
