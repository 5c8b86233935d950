//! Templates and samples, which the program carries in the text form.

use include_dir::{Dir, include_dir};
use outturn_exchange::text_form;
use outturn_model::record::{Entity, FieldProblem, Kind, Row};
use outturn_model::{Book, Message, Period, RowId};

use crate::refusal::Stop;

/// Kinds of report that a new file can start from.
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
/// Whole files to look round in.
static SAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../tests/samples");

/// The period that stands in a template where a report's own is to stand.
const STAND_IN: &str = "2000-01-q1";

/// The names of the templates, in order. The catalogue has `template-<name>` and
/// `template-<name>-about` for each.
pub fn templates() -> Vec<&'static str> {
    names(&TEMPLATES)
}

/// The names of the samples, in order. The catalogue has `sample-<name>` and `sample-<name>-about`
/// for each.
pub fn samples() -> Vec<&'static str> {
    names(&SAMPLES)
}

/// The content of a sample; nothing if there is none of that name.
pub fn sample(name: &str) -> Option<Book> {
    read(&SAMPLES, name)
}

/// The content of a new file: a template with the council, the directorate and the first report's
/// period in place.
///
/// # Errors
/// If there is no template of that name, or the council's or the directorate's name does not fit.
pub fn start(name: &str, council: &str, directorate: &str, period: Period) -> Result<Book, Stop> {
    let template = read(&TEMPLATES, name).ok_or_else(|| Stop::new("template-not-there"))?;
    let period = period.to_string();
    let named = |entity: Entity, row: &mut Row| {
        if entity == Entity::Directorate {
            for (field, text) in [("council", council), ("name", directorate)] {
                if let Some((at, _)) = entity.field(field) {
                    row.cells[at] = (!text.is_empty()).then(|| text.to_owned());
                }
            }
        }
    };
    let rows = |entity: Entity| {
        let mut rows = template.rows(entity);
        for row in &mut rows {
            in_period(entity, row, &period);
            named(entity, row);
        }
        rows
    };
    Book::from_rows(rows).map_err(|(entity, _, problem)| unfit(entity, &problem))
}

/// Why a row of a template does not fit: only what was typed for it can be at fault.
fn unfit(entity: Entity, FieldProblem { field, problem }: &FieldProblem) -> Stop {
    let key = match (entity, *field) {
        (Entity::Directorate, "council") => "template-council",
        (Entity::Directorate, _) => "template-directorate",
        _ => return Stop::new("template-not-there"),
    };
    Stop::Said(key, Message::new(key).with("reason", problem.message()))
}

fn names(of: &'static Dir<'_>) -> Vec<&'static str> {
    let mut names: Vec<_> = of.dirs().filter_map(|dir| dir.path().to_str()).collect();
    names.sort_unstable();
    names
}

/// Reads a folder that the program carries.
fn read(from: &'static Dir<'_>, name: &str) -> Option<Book> {
    let folder = from.get_dir(name)?;
    let mut files = Vec::new();
    let mut open = vec![folder];
    while let Some(dir) = open.pop() {
        open.extend(dir.dirs());
        files.extend(dir.files().filter_map(|file| {
            let path = file.path().strip_prefix(folder.path()).ok()?.to_str()?;
            Some((path, file.contents()))
        }));
    }
    text_form::read_files(files).ok()
}

/// Puts the report's period where the template has its stand-in: in periods, and at the start of ids
/// that are made from the report's.
fn in_period(entity: Entity, row: &mut Row, period: &str) {
    let moved = |id: &str| -> Option<String> {
        let rest = id.strip_prefix(STAND_IN)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| format!("{period}{rest}"))
    };
    if let Some(id) = moved(row.id.as_str()).and_then(|id| RowId::parse(&id).ok()) {
        row.id = id;
    }
    for (field, cell) in entity.fields().iter().zip(&mut row.cells) {
        if matches!(field.kind, Kind::Reference(_) | Kind::Period)
            && let Some(new) = cell.as_deref().and_then(moved)
        {
            *cell = Some(new);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_template_starts_a_report_of_the_period_asked_for() {
        let period = Period::quarter(2026, 2);
        assert!(!templates().is_empty());
        for name in templates() {
            let book = start(name, "Westmere Borough Council", "Children", period);
            let book = book.unwrap_or_else(|_| panic!("{name} should be read"));
            assert_eq!(
                book.directorate().unwrap().council.as_str(),
                "Westmere Borough Council"
            );
            let report = book.reports.iter().next().unwrap();
            assert_eq!(report.period, period, "{name}");
            assert!(book.sections.under(&report.id).count() > 2, "{name}");
            assert!(
                book.sections
                    .iter()
                    .all(|section| section.report == report.id)
            );
            for entity in Entity::ALL {
                for row in book.rows(*entity) {
                    assert!(!row.id.as_str().contains(STAND_IN), "{name}: {}", row.id);
                }
            }
        }
    }

    #[test]
    fn names_that_do_not_fit_are_told_from_templates_that_are_not_there() {
        let period = Period::quarter(2026, 2);
        let long = "a".repeat(600);
        for (name, council, directorate, key) in [
            ("no-such-template", "Westmere", "", "template-not-there"),
            (templates()[0], &long, "", "template-council"),
            (templates()[0], "West\tmere", "", "template-council"),
            (templates()[0], "Westmere", &long, "template-directorate"),
        ] {
            let refused = start(name, council, directorate, period);
            assert!(
                matches!(refused, Err(Stop::Said(said, _)) if said == key),
                "{key}"
            );
        }
    }

    #[test]
    fn every_sample_is_read() {
        let kinds = [
            "action-plan-progress",
            "decision-report",
            "directorate-overview",
            "indicator-report",
            "service-overview",
        ];
        assert_eq!(samples(), kinds);
        assert_eq!(templates(), kinds);
        for name in samples() {
            assert!(sample(name).is_some(), "{name}");
        }
        assert!(sample("no-such-sample").is_none());
    }

    #[test]
    fn records_are_moved_by_reference_and_not_by_their_words() {
        let mut row = Row {
            id: RowId::parse("2000-01-q1/introduction").unwrap(),
            cells: vec![None; Entity::Section.fields().len()],
        };
        let put = |row: &mut Row, field: &str, text: &str| {
            let (at, _) = Entity::Section.field(field).unwrap();
            row.cells[at] = Some(text.to_owned());
        };
        put(&mut row, "report", STAND_IN);
        put(&mut row, "heading", STAND_IN);
        in_period(Entity::Section, &mut row, "2026-27-q2");
        assert_eq!(row.id.as_str(), "2026-27-q2/introduction");
        let cell = |field: &str| {
            row.cells[Entity::Section.field(field).unwrap().0]
                .clone()
                .unwrap()
        };
        assert_eq!(cell("report"), "2026-27-q2");
        assert_eq!(cell("heading"), STAND_IN);
    }
}
