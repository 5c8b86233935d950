//! Templates that users save: the layout of a report of theirs, as a file of its own.
//!
//! Such a file is an `.outturn` file with a report of the stand-in period and nothing in it that
//! was written about a period, so that everything the program knows about files that are newer,
//! damaged or foreign holds for templates too.

use std::path::Path;

use outturn_model::cell::Cell;
use outturn_model::record::{Entity, Kind, Row};
use outturn_model::report::Report;
use outturn_model::{Book, RowId};
use outturn_rules::check::{Severity, check};
use outturn_store::{Scope, Store};

use super::STAND_IN;
use crate::refusal::Stop;

/// How the names of such files end.
pub const OWN_EXTENSION: &str = "outturn-template";

/// The checks whose findings make a template unusable: what a formula cannot be worked out from
/// is wrong before any figure is there.
const FORMULA_CODES: &str = "formula-";

/// What of a report's rows is layout, and goes into a template.
enum Part {
    /// Its rows are.
    Layout,
    /// They are, without what these fields hold.
    Without(&'static [&'static str]),
    /// None are: they belong to a period, a person or a measure.
    Nothing,
}

fn part(entity: Entity, words: bool) -> Part {
    match entity {
        Entity::Comparator
        | Entity::Rule
        | Entity::Meaning
        | Entity::Column
        | Entity::Level
        | Entity::Band => Part::Layout,
        Entity::Directorate => Part::Without(&["council", "name", "identity"]),
        Entity::Report => Part::Without(&[
            "meeting",
            "agenda_item",
            "exported_on",
            "draft_due",
            "lead_due",
            "finance_due",
            "legal_due",
            "dispatch_due",
        ]),
        Entity::Tick => Part::Without(&["ticked", "note"]),
        Entity::Section if words => {
            Part::Without(&["cleared_on", "none_stated", "unreviewed", "state"])
        }
        Entity::Section => Part::Without(&[
            "text",
            "comments",
            "cleared_on",
            "none_stated",
            "unreviewed",
            "state",
        ]),
        Entity::Line => Part::Without(&["comment"]),
        Entity::Tile => Part::Without(&["amount", "words", "status", "note"]),
        Entity::Department
        | Entity::Person
        | Entity::Measure
        | Entity::Value
        | Entity::Restatement
        | Entity::Headline
        | Entity::Entry
        | Entity::Action
        | Entity::Risk
        | Entity::Milestone
        | Entity::Commentary
        | Entity::Amount
        | Entity::Objective
        | Entity::Task
        | Entity::RegisterRisk
        | Entity::Control
        | Entity::Point
        | Entity::SigningKey
        | Entity::Comment
        | Entity::SignOff => Part::Nothing,
    }
}

/// The layout of a report as the content of a template's file: sections, tables with their columns
/// and lines, status rules, keys, levels and bands. With `words`, narratives come too. People,
/// measures, figures and everything else that was written about a period stay behind.
pub fn layout_of(book: &Book, report: &Report, words: bool) -> Book {
    let stays = |entity: Entity, row: &Row| {
        entity.parent().is_none()
            || book.above(entity, &row.id, Entity::Report).as_ref() == Some(report.id.row())
    };
    let rows = |entity: Entity| {
        let without = match part(entity, words) {
            Part::Nothing => return Vec::new(),
            Part::Layout => &[][..],
            Part::Without(fields) => fields,
        };
        let kept = book.rows(entity).into_iter().filter(|row| match entity {
            Entity::Report => row.id == *report.id.row(),
            _ => stays(entity, row),
        });
        kept.map(|mut row| {
            for (field, cell) in entity.fields().iter().zip(&mut row.cells) {
                if without.contains(&field.name) || left_behind(entity, field.kind, field.name) {
                    *cell = None;
                }
            }
            stand_in(entity, &mut row, report);
            row
        })
        .collect()
    };
    // Rows that were read from a book and lose what they may do without still fit their tables.
    Book::from_rows(rows).unwrap_or_default()
}

/// Whether a field points to something that does not come along.
fn left_behind(entity: Entity, kind: Kind, name: &str) -> bool {
    match kind {
        Kind::Reference(to) => {
            name == "follows" || (to != entity && matches!(part(to, false), Part::Nothing))
        }
        _ => false,
    }
}

/// Puts the stand-in period in the place of the report's own, in ids and references.
fn stand_in(entity: Entity, row: &mut Row, report: &Report) {
    let own = report.id.as_str();
    let moved = |id: &str| -> Option<String> {
        let rest = id.strip_prefix(own)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| format!("{STAND_IN}{rest}"))
    };
    let within_report = entity == Entity::Report || entity.parent().is_some();
    if within_report && let Some(id) = moved(row.id.as_str()).and_then(|id| RowId::parse(&id).ok())
    {
        row.id = id;
    }
    for (field, cell) in entity.fields().iter().zip(&mut row.cells) {
        let new: Option<Cell> = match (field.kind, cell.as_deref()) {
            (Kind::Period, Some(_)) if entity == Entity::Report => Some(Some(STAND_IN.to_owned())),
            (Kind::Reference(_), Some(id)) => moved(id).map(Some),
            _ => None,
        };
        if let Some(new) = new {
            *cell = new;
        }
    }
}

/// Reads a template that a user saved.
///
/// # Errors
/// Why its file cannot be read, that it holds no report, or which formula in it cannot be worked
/// out. Nothing is changed.
pub fn read_own(path: &Path) -> Result<Book, Stop> {
    let said = |key: &'static str| {
        let message = outturn_model::Message::new(key).with("file", path.display().to_string());
        Stop::Said(key, message)
    };
    let book = Store::open_read_only(path)?.book(&Scope::Everything)?;
    let mut reports = book.reports.iter();
    let (Some(report), None) = (reports.next(), reports.next()) else {
        return Err(said("template-not-one-report"));
    };
    if report.id.as_str() != STAND_IN {
        return Err(said("template-is-a-report"));
    }
    let broken = check(&book, report).into_iter().find(|finding| {
        finding.severity == Severity::Blocking && finding.code.starts_with(FORMULA_CODES)
    });
    match broken {
        None => Ok(book),
        Some(finding) => {
            let message = outturn_model::Message::new("template-formula")
                .with("file", path.display().to_string())
                .with("finding", finding.sentence);
            Err(Stop::Said("template-formula", message))
        }
    }
}
