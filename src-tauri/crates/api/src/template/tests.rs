//! Templates and samples.
#![allow(clippy::unwrap_used)]
use super::*;

#[test]
fn every_template_starts_a_report_of_the_period_asked_for() {
    let period = Period::quarter(2026, 2);
    assert!(!templates().is_empty());
    for name in templates() {
        let book = start(
            &Template::Carried(name),
            "Westmere Borough Council",
            "Children",
            period,
        );
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
        let refused = start(&Template::Carried(name), council, directorate, period);
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

/// Ten bytes that differ each time.
fn bytes() -> impl FnMut() -> [u8; 10] {
    let mut count = 0_u8;
    move || {
        count += 1;
        [count; 10]
    }
}

fn inserted(book: &Book, edits: &[outturn_model::Edit]) -> Book {
    Book::from_rows(|entity| {
        let mut rows = book.rows(entity);
        rows.extend(edits.iter().filter_map(|edit| match edit {
            outturn_model::Edit::Insert { entity: of, row } if *of == entity => Some(row.clone()),
            _ => None,
        }));
        rows
    })
    .unwrap()
}

#[test]
fn a_layout_holds_sections_and_columns_and_nothing_of_the_period() {
    for name in samples() {
        let book = sample(name).unwrap();
        let report = book.reports.iter().next().unwrap();
        let layout = layout_of(&book, report, false);
        let kept = layout.reports.iter().next().unwrap();
        assert_eq!(kept.id.as_str(), STAND_IN, "{name}");
        assert_eq!(
            layout.sections.under(&kept.id).count(),
            book.sections.under(&report.id).count(),
            "{name}"
        );
        assert_eq!(layout.columns.len(), book.columns.len(), "{name}");
        assert_eq!(layout.rules.len(), book.rules.len(), "{name}");
        assert!(
            layout.values.is_empty() && layout.people.is_empty(),
            "{name}"
        );
        assert!(
            layout.entries.is_empty() && layout.amounts.is_empty(),
            "{name}"
        );
        assert!(
            layout
                .sections
                .iter()
                .all(|section| section.text.is_empty())
        );
        for entity in Entity::ALL {
            for row in layout.rows(*entity) {
                for (field, cell) in entity.fields().iter().zip(&row.cells) {
                    if let (Kind::Reference(to), Some(id)) = (field.kind, cell) {
                        let id = RowId::parse(id).unwrap();
                        assert!(
                            layout.row(to, &id).is_some(),
                            "{name}: {} of {}",
                            field.name,
                            row.id
                        );
                    }
                }
            }
        }
        let with_words = layout_of(&book, report, true);
        assert!(
            with_words
                .sections
                .iter()
                .any(|section| !section.text.is_empty())
        );
    }
}

#[test]
fn a_layout_is_put_beside_the_report_it_came_from() {
    for name in samples() {
        let book = sample(name).unwrap();
        let report = book.reports.iter().next().unwrap();
        let layout = layout_of(&book, report, true);
        let grafted = graft(&layout, &book, report.period, &mut bytes());
        assert_ne!(grafted.report, *report.id.row());
        let both = inserted(&book, &grafted.edits);
        let new = both.reports.find(&grafted.report).unwrap();
        assert_eq!(new.period, report.period);
        let headings = |of: &outturn_model::report::Report| {
            let sections = both.sections.under(&of.id);
            sections
                .map(|section| section.heading.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(headings(new), headings(report), "{name}");
        assert_eq!(both.comparators.len(), book.comparators.len(), "{name}");
        let again = graft(&layout, &both, report.period, &mut bytes());
        assert_ne!(again.report, grafted.report);
    }
}
