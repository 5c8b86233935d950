//! What a person who signs a section has read: it changes with what the paper shows of the section, and
//! with nothing else.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use outturn_model::cell::{CellType as _, Reading};
use outturn_model::record::{Field, Kind};
use outturn_model::report::Report;
use outturn_model::{Book, Entity, Row};
use outturn_paper::compose::{compose, readings};
use outturn_words::Words;

/// The book that a sample of the acceptance tests holds.
fn sample(name: &str) -> Book {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/samples");
    outturn_exchange::text_form::read(&samples.join(name)).unwrap()
}

fn report(book: &Book) -> &Report {
    book.reports.iter().next().unwrap()
}

/// What every section says, and what the paper shows, without the numbers that follow from the order
/// of sections and without how pages are cut.
fn said_and_shown(book: &Book, words: &Words) -> (Vec<String>, String) {
    let report = report(book);
    let said = readings(book, report, words);
    let said = said
        .into_iter()
        .map(|(section, reading)| format!("{section}\n{reading}"));
    let paper = compose(book, report, words, None);
    let about = &paper.about;
    let names = [&about.council, &about.directorate, &about.title];
    let names = (names, &about.subtitle);
    let shown = format!("{names:#?}\n{:#?}\n{:#?}", paper.cover, paper.sections);
    let beside = [
        "place:",
        "number:",
        "anchor:",
        "level:",
        "landscape:",
        "new_page:",
    ];
    let mut within = false;
    let kept = shown.lines().map(str::trim).filter(|line| {
        let ends = within && *line == "),";
        let is_beside = beside.iter().any(|name| line.starts_with(name));
        let left_out = within || is_beside;
        within = (within || is_beside && line.ends_with("Some(")) && !ends;
        !left_out
    });
    (said.collect(), kept.collect::<Vec<_>>().join("\n"))
}

/// Another text for a cell; nothing where there is none to try.
fn other(field: &Field, cell: Option<&str>) -> Option<Option<String>> {
    let text = cell.unwrap_or_default();
    match field.kind {
        Kind::Line | Kind::Text | Kind::Prose if !text.is_empty() => {
            Some(Some(format!("{text} x")))
        }
        Kind::Decimal if !text.is_empty() => Some(Some(match text.strip_prefix('-') {
            Some(plain) => plain.to_owned(),
            None => format!("7{text}"),
        })),
        Kind::Flag => Some(cell.is_none().then(|| "yes".to_owned())),
        Kind::Choice(words) if !text.is_empty() => {
            let at = words.iter().position(|word| *word == text)?;
            Some(Some(words[(at + 1) % words.len()].to_owned()))
        }
        _ => None,
    }
}

fn with(book: &Book, entity: Entity, row: &Row) -> Option<Book> {
    let mut changed = book.clone();
    let rows = [(entity, row.id.clone(), Some(row.clone()))];
    changed.update(&rows).ok().map(|()| changed)
}

/// Changes every cell of a sample, one after the other: those whose number divides by `each`.
fn changes_show(name: &str, each: usize) -> [usize; 2] {
    let words = Words::british();
    let book = sample(name);
    let (said, shown) = said_and_shown(&book, &words);
    for reading in &said {
        assert!(
            Option::is_none(&Reading::from_cell(Some(reading)).err()),
            "{reading}"
        );
    }
    let mut counts = [0, 0];
    let (mut number, mut wrong) = (0, Vec::new());
    for entity in Entity::ALL {
        for row in book.rows(*entity) {
            for (column, field) in entity.fields().iter().enumerate() {
                let Some(cell) = other(field, row.cells[column].as_deref()) else {
                    continue;
                };
                number += 1;
                if number % each != 0 {
                    continue;
                }
                let mut row = row.clone();
                row.cells[column] = cell;
                let Some(changed) = with(&book, *entity, &row) else {
                    continue;
                };
                let (says, shows) = said_and_shown(&changed, &words);
                let place = format!("{}/{}#{}", entity.table(), row.id, field.name);
                // How pages are cut is laid out by these alone; a cover has a page of its own.
                let is_cover = row.cells.contains(&Some("cover".to_owned()));
                let cuts = ["orientation", "new_page"].contains(&field.name) && !is_cover;
                if (says != said) != (shows != shown || cuts) {
                    wrong.push(place);
                }
                counts[usize::from(says != said)] += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{name}: {wrong:#?}");
    counts
}

#[test]
fn what_is_read_changes_with_what_is_shown_and_with_nothing_else() {
    for (name, each) in [
        ("decision-report", 1),
        ("action-plan-progress", 13),
        ("service-overview", 61),
        ("directorate-overview", 41),
        ("indicator-report", 101),
    ] {
        let [same, other] = changes_show(name, each);
        println!("{name}: {other} changes that show, {same} that do not");
        assert!(same > 1 && other > 10, "{name}: {same} {other}");
    }
}

#[test]
fn a_section_reads_the_same_wherever_it_stands() {
    let words = Words::british();
    let book = sample("directorate-overview");
    let before = readings(&book, report(&book), &words);
    // The first section that is not the cover goes: every number after it changes.
    let first = &before[1].0;
    let mut changed = book.clone();
    changed
        .update(&[(Entity::Section, first.row().clone(), None)])
        .unwrap();
    let after = readings(&changed, report(&changed), &words);
    for (section, reading) in after {
        let (_, read) = before.iter().find(|(other, _)| *other == section).unwrap();
        assert_eq!(reading, *read, "{section}");
    }
}
