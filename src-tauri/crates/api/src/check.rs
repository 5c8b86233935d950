//! Every check of a report: those of the rules, and those that need the paper: its typeface, and what
//! can be unpacked as a picture.

use outturn_model::record::Kind;
use outturn_model::report::Report;
use outturn_model::{Book, Entity, Id, Message, Place, Row};
use outturn_paper::fonts::unprintable;
use outturn_paper::logo::is_readable;
use outturn_rules::check::{self, Finding, Severity};

/// Checks a report. What the typeface lacks comes last.
pub fn check(book: &Book, report: &Report) -> Vec<Finding> {
    let mut findings = check::check(book, report);
    // What is said of a report and who signed it is never printed.
    let unprinted = [Entity::SigningKey, Entity::Comment, Entity::SignOff];
    for entity in Entity::ALL
        .iter()
        .filter(|entity| !unprinted.contains(entity))
    {
        for row in book.rows(*entity) {
            findings.extend(without_glyph(book, report, *entity, &row));
        }
    }
    findings.extend(damaged_logo(book));
    findings
}

/// A logo that cannot be unpacked, which a paper leaves out.
fn damaged_logo(book: &Book) -> Option<Finding> {
    let directorate = book.directorate()?;
    let png = directorate.logo.png()?;
    (!is_readable(&png)).then(|| Finding {
        code: "logo-unreadable",
        severity: Severity::Warning,
        place: Place::cell(Entity::Directorate, directorate.id.row(), "logo"),
        section: None,
        part: None,
        sentence: Message::new("check-logo-unreadable"),
        mend: Message::new("mend-logo-unreadable"),
    })
}

/// The cells of a row with characters that a paper can only print as their codes. Where the row
/// hangs is asked only for those: nearly every row has none.
fn without_glyph(book: &Book, report: &Report, entity: Entity, row: &Row) -> Vec<Finding> {
    let cells = entity.fields().iter().zip(&row.cells);
    let written =
        cells.filter(|(field, _)| matches!(field.kind, Kind::Line | Kind::Text | Kind::Prose));
    let found = written.filter_map(|(field, cell)| {
        let missing = unprintable(cell.as_deref()?);
        if missing.is_empty() {
            return None;
        }
        // What hangs under no report may stand in any.
        let of = book.above(entity, &row.id, Entity::Report);
        if of.is_some_and(|of| of != *report.id.row()) {
            return None;
        }
        let characters: Vec<String> = missing.iter().map(char::to_string).collect();
        let about = |key: Message| {
            key.with("characters", characters.join(" "))
                .with("count", characters.len())
        };
        Some(Finding {
            code: "character-unprintable",
            severity: Severity::Warning,
            place: Place::cell(entity, &row.id, field.name),
            section: book.above(entity, &row.id, Entity::Section).map(Id::new),
            part: book.above(entity, &row.id, Entity::Entry),
            sentence: about(Message::new("check-character-unprintable")),
            mend: about(Message::new("mend-character-unprintable")),
        })
    });
    found.collect()
}
