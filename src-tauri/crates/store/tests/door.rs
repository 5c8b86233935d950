//! The edit door: what it lets in, what it refuses, what it tells the screens.
#![allow(clippy::unwrap_used)]

mod made;

use made::*;
use outturn_model::cell::EntryProblem;
use outturn_model::{Edit, Entity, Id, Place};
use outturn_store::{ChangeKind, HistoryFilter, Problem, Reason, RowChangeKind, Scope, Store};

fn refusal(store: &mut Store, edits: &[Edit]) -> (Place, Reason) {
    let before = (
        store.book(&Scope::Everything).unwrap(),
        store.seal().unwrap(),
    );
    let history = store.history(&HistoryFilter::default()).unwrap();
    let error = store.transact(&author(9), &LABEL, edits).unwrap_err();
    let Problem::Refused(refusal) = error.problem else {
        panic!("{error}");
    };
    assert_eq!(before.0, store.book(&Scope::Everything).unwrap());
    assert_eq!(before.1, store.seal().unwrap());
    assert_eq!(history, store.history(&HistoryFilter::default()).unwrap());
    (refusal.place, refusal.reason)
}

#[test]
fn what_is_put_in_is_read_back_after_reopening() {
    let (_folder, path) = folder();
    let store = filled(&path);
    let book = store.book(&Scope::Everything).unwrap();
    assert_eq!(book.measures.len(), 2);
    assert_eq!(book.sections.len(), 4);
    let value = book.values.find(&id("ni-056/actual/2013-14-q2")).unwrap();
    assert_eq!(value.amount.unwrap().to_string(), "19.90");
    let seal = store.seal().unwrap();
    drop(store);
    let store = Store::open(&path, options()).unwrap();
    assert_eq!(store.book(&Scope::Everything).unwrap(), book);
    assert_eq!(store.seal().unwrap(), seal);
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let (_folder, path) = folder();
    let mut store = filled(&path);
    let bytes = std::fs::metadata(&path).unwrap().modified().unwrap();
    for edits in [
        vec![],
        vec![set(
            Entity::Entry,
            "q2/ni-056",
            "commentary",
            Some("Low is good."),
        )],
        vec![set(Entity::Person, "hs", "in_key", Some("no"))],
        vec![
            set(Entity::Entry, "q2/ni-056", "commentary", Some("Else.")),
            set(
                Entity::Entry,
                "q2/ni-056",
                "commentary",
                Some("Low is good."),
            ),
        ],
        vec![
            insert(Entity::Department, "x", &[("position", "80")]),
            remove(Entity::Department, "x"),
        ],
    ] {
        let done = store.transact(&author(1), &LABEL, &edits).unwrap();
        assert_eq!((done.change, done.touched), (None, vec![]));
    }
    assert_eq!(store.history(&HistoryFilter::default()).unwrap().len(), 1);
    assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), bytes);
}

#[test]
fn edits_that_do_not_fit_are_refused_with_place_and_reason() {
    use Entity::*;
    let (_folder, path) = folder();
    let mut store = filled(&path);
    let good = set(Measure, "ni-059", "name", Some("Changed"));
    let choices = EntryProblem::NotAChoice {
        text: "purple".into(),
        choices: outturn_model::status::Status::WORDS,
    };
    let missing = |to, id: &str| Reason::NoSuchReference { to, id: id.into() };
    let cases: Vec<(Edit, &str, Reason)> = vec![
        (
            set(Entry, "q2/ni-056", "status", Some("purple")),
            "entry/q2/ni-056#status",
            Reason::Cell(choices),
        ),
        (
            set(Value, "ni-056/actual/2013-14-q2", "amount", Some("1.2.3")),
            "value/ni-056/actual/2013-14-q2#amount",
            Reason::Cell(EntryProblem::NotANumber {
                text: "1.2.3".into(),
            }),
        ),
        (
            set(Measure, "ni-056", "position", None),
            "measure/ni-056#position",
            Reason::Cell(EntryProblem::Missing),
        ),
        (
            set(Entry, "q2/none", "status", None),
            "entry/q2/none",
            Reason::NoSuchRow,
        ),
        (
            set(Entry, "q2/ni-056", "colour", None),
            "entry/q2/ni-056",
            Reason::NoSuchField {
                field: "colour".into(),
            },
        ),
        (remove(Entry, "q2/none"), "entry/q2/none", Reason::NoSuchRow),
        (
            insert(
                Measure,
                "ni-056",
                &[("position", "80"), ("unit", "percent")],
            ),
            "measure/ni-056",
            Reason::RowExists,
        ),
        (
            insert(Risk, "r", &[("entry", "none"), ("position", "80")]),
            "risk/r#entry",
            missing(Entry, "none"),
        ),
        (
            set(Measure, "ni-056", "owner", Some("nobody")),
            "measure/ni-056#owner",
            missing(Person, "nobody"),
        ),
        (
            insert(
                Value,
                "ni-056/regional/2013-14-q2",
                &[
                    ("measure", "ni-056"),
                    ("series", "regional"),
                    ("period", "2013-14-q2"),
                ],
            ),
            "value/ni-056/regional/2013-14-q2#series",
            missing(Comparator, "regional"),
        ),
        (
            insert(
                Value,
                "a",
                &[
                    ("measure", "ni-056"),
                    ("series", "actual"),
                    ("period", "2013-14-q3"),
                ],
            ),
            "value/a",
            Reason::IdDiffers {
                expected: id("ni-056/actual/2013-14-q3"),
            },
        ),
        (
            set(
                Value,
                "ni-056/actual/2013-14-q2",
                "period",
                Some("2013-14-q3"),
            ),
            "value/ni-056/actual/2013-14-q2",
            Reason::IdDiffers {
                expected: id("ni-056/actual/2013-14-q3"),
            },
        ),
        (
            insert(Directorate, "other", &[]),
            "directorate/other",
            Reason::IdNotAllowed,
        ),
        (
            insert(Comparator, "actual", &[("position", "80")]),
            "comparator/actual",
            Reason::IdNotAllowed,
        ),
        (
            set(Section, "q2/key", "parent", Some("q2/key")),
            "section/q2/key#parent",
            Reason::SectionInItself,
        ),
        (
            set(Section, "q2/key", "parent", Some("q2/key/health")),
            "section/q2/key#parent",
            Reason::SectionInItself,
        ),
        (
            set(Section, "q2/key", "parent", Some("q3/key")),
            "section/q2/key#parent",
            Reason::SectionOfAnotherReport,
        ),
        (
            set(Section, "q2/key", "report", Some("q3")),
            "section/q2/key#parent",
            Reason::SectionOfAnotherReport,
        ),
    ];
    for (edit, place, reason) in cases {
        let found = refusal(&mut store, &[good.clone(), edit]);
        assert_eq!((found.0.to_string().as_str(), found.1), (place, reason));
    }
    let mut long = row(Department, "long", &[("position", "80")]);
    long.cells.push(Some("x".into()));
    let edit = Edit::Insert {
        entity: Department,
        row: long,
    };
    assert_eq!(refusal(&mut store, &[edit]).1, Reason::TooManyCells);
}

#[test]
fn cells_are_put_in_canonical_text() {
    let (_folder, path) = folder();
    let mut store = filled(&path);
    store
        .transact(
            &author(1),
            &LABEL,
            &[
                set(Entity::Person, "wr", "in_key", Some("no")),
                set(Entity::Person, "wr", "name", Some("")),
                insert(
                    Entity::Headline,
                    "h",
                    &[("section", "q2/key"), ("position", "80")],
                ),
            ],
        )
        .unwrap();
    let person = store.row(Entity::Person, &id("wr")).unwrap().unwrap();
    assert_eq!(
        person.cells[Entity::Person.field("in_key").unwrap().0],
        None
    );
    let headline = store.row(Entity::Headline, &id("h")).unwrap().unwrap();
    assert_eq!(headline.cells[2].as_deref(), Some("noted"));
}

/// A table, what was done to its rows, and to how many.
type Taken = (Entity, RowChangeKind, usize);

#[test]
fn what_a_removal_takes_with_it_is_recorded_and_undone() {
    use Entity::*;
    let cases: [(Entity, &str, &[Taken]); 5] = [
        (
            Measure,
            "ni-056",
            &[
                (Measure, RowChangeKind::Delete, 1),
                (Value, RowChangeKind::Delete, 2),
                (Entry, RowChangeKind::Delete, 1),
                (Action, RowChangeKind::Delete, 1),
                (Risk, RowChangeKind::Delete, 1),
                (Restatement, RowChangeKind::Delete, 1),
            ],
        ),
        (
            Comparator,
            "national",
            &[
                (Comparator, RowChangeKind::Delete, 1),
                (Value, RowChangeKind::Delete, 1),
                (Restatement, RowChangeKind::Delete, 1),
            ],
        ),
        (
            Person,
            "wr",
            &[
                (Person, RowChangeKind::Delete, 1),
                (Report, RowChangeKind::Update, 1),
                (Section, RowChangeKind::Update, 1),
                (Action, RowChangeKind::Update, 1),
            ],
        ),
        (
            Section,
            "q2/key",
            &[
                (Section, RowChangeKind::Delete, 2),
                (Headline, RowChangeKind::Delete, 1),
                (Meaning, RowChangeKind::Delete, 1),
                (Entry, RowChangeKind::Delete, 1),
                (Action, RowChangeKind::Delete, 1),
                (Risk, RowChangeKind::Delete, 1),
                (Milestone, RowChangeKind::Delete, 1),
                (Commentary, RowChangeKind::Delete, 1),
            ],
        ),
        (
            Column,
            "q2/budget",
            &[
                (Column, RowChangeKind::Delete, 1),
                (Column, RowChangeKind::Update, 1),
                (Amount, RowChangeKind::Delete, 1),
            ],
        ),
    ];
    for (entity, name, expected) in cases {
        let (_folder, path) = folder();
        let mut store = filled(&path);
        let book = store.book(&Scope::Everything).unwrap();
        let done = store
            .transact(&author(1), &LABEL, &[remove(entity, name)])
            .unwrap();
        for (entity, kind, count) in expected {
            let found = done
                .rows
                .iter()
                .filter(|row| row.entity == *entity && row.kind == *kind);
            assert_eq!(found.count(), *count, "{name}: {entity:?} {kind:?}");
        }
        assert_eq!(
            done.touched.len(),
            expected.iter().map(|case| case.2).sum::<usize>(),
            "{name}"
        );
        assert_eq!(store.verify().unwrap(), []);
        store.undo(&author(2)).unwrap();
        assert_eq!(store.book(&Scope::Everything).unwrap(), book, "{name}");
        assert_eq!(store.verify().unwrap(), []);
    }
}

#[test]
fn one_report_is_read_with_what_it_needs_and_no_more() {
    let (_folder, path) = folder();
    let store = filled(&path);
    let all = store.book(&Scope::Everything).unwrap();
    let q2 = store.book(&Scope::Report(Id::new(id("q2")))).unwrap();
    assert_eq!(q2.people, all.people);
    assert_eq!(q2.measures, all.measures);
    assert_eq!(q2.departments, all.departments);
    assert_eq!(q2.comparators, all.comparators);
    assert_eq!(q2.directorates, all.directorates);
    assert_eq!(
        (q2.reports.len(), q2.sections.len(), q2.rules.len()),
        (1, 3, 1)
    );
    assert_eq!(
        (q2.entries.len(), q2.actions.len(), q2.risks.len()),
        (1, 1, 1)
    );
    assert_eq!(
        (q2.values.len(), q2.amounts.len(), q2.lines.len()),
        (2, 2, 1)
    );
    assert_eq!(
        (q2.headlines.len(), q2.meanings.len(), q2.columns.len()),
        (1, 1, 3)
    );
    assert_eq!((q2.milestones.len(), q2.commentaries.len()), (1, 1));
    let q3 = store.book(&Scope::Report(Id::new(id("q3")))).unwrap();
    assert_eq!(
        (
            q3.sections.len(),
            q3.entries.len(),
            q3.values.len(),
            q3.actions.len()
        ),
        (1, 1, 1, 0)
    );
}

#[test]
fn a_book_is_imported_whole_into_an_empty_file_only() {
    let (folder, path) = folder();
    let book = filled(&path).book(&Scope::Everything).unwrap();
    let copy = folder.path().join("copy.outturn");
    let mut store = Store::create_from(&copy, options(), &author(1), &LABEL, &book).unwrap();
    assert_eq!(store.book(&Scope::Everything).unwrap(), book);
    assert_eq!(store.verify().unwrap(), []);
    let history = store.history(&HistoryFilter::default()).unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!(history[0].kind, ChangeKind::Import);
    assert_eq!(store.can_undo().unwrap(), None);
    assert_eq!(store.undo(&author(2)).unwrap(), None);
    let error = store.import(&author(2), &LABEL, &book).unwrap_err();
    assert!(matches!(error.problem, Problem::NotEmpty));

    let mut broken = book.clone();
    broken.people = outturn_model::book::Table::default();
    let third = folder.path().join("third.outturn");
    let error = Store::create_from(&third, options(), &author(1), &LABEL, &broken).unwrap_err();
    let Problem::Refused(refusal) = error.problem else {
        panic!("{error}")
    };
    assert_eq!(refusal.place.to_string(), "measure/ni-056#owner");
    assert!(
        !names(folder.path())
            .iter()
            .any(|name| name.contains("third") || name.contains(".part"))
    );
}

#[test]
fn history_tells_who_when_what_and_pages() {
    let (_folder, path) = folder();
    let mut store = filled(&path);
    for number in 1..=5 {
        let edits = [
            set(
                Entity::Entry,
                "q2/ni-056",
                "commentary",
                Some(&format!("Draft {number}.")),
            ),
            set(
                Entity::Measure,
                "ni-059",
                "name",
                Some(&format!("Name {number}")),
            ),
        ];
        let label = outturn_store::Label::about(
            "test-write",
            Place::cell(Entity::Entry, &id("q2/ni-056"), "commentary"),
        );
        store
            .transact(&author(number * 60), &label, &edits)
            .unwrap();
    }
    let place = Place::cell(Entity::Entry, &id("q2/ni-056"), "commentary");
    let filter = HistoryFilter {
        place: Some(place.clone()),
        limit: 2,
        ..HistoryFilter::default()
    };
    let page = store.history(&filter).unwrap();
    assert_eq!(
        page.iter().map(|change| change.id.0).collect::<Vec<_>>(),
        [6, 5]
    );
    assert_eq!(page[0].person, "Head of Service");
    assert_eq!(page[0].at, moment(300));
    assert_eq!(page[0].label, "test-write");
    assert_eq!(page[0].place, Some(place));
    assert_eq!((page[0].cells, page[0].rows.len()), (2, 1));
    let cell = &page[0].rows[0].cells[0];
    assert_eq!(
        (cell.before.as_deref(), cell.after.as_deref()),
        (Some("Draft 4."), Some("Draft 5."))
    );
    let next = store
        .history(&HistoryFilter {
            before: Some(page[1].id),
            limit: 10,
            ..filter
        })
        .unwrap();
    assert_eq!(
        next.iter().map(|change| change.id.0).collect::<Vec<_>>(),
        [4, 3, 2, 1]
    );
    let all = store
        .history(&HistoryFilter {
            cells: 3,
            ..HistoryFilter::default()
        })
        .unwrap();
    assert_eq!(all.len(), 6);
    assert!(all[5].cells > 100);
    assert_eq!(
        all[5].rows.iter().map(|row| row.cells.len()).sum::<usize>(),
        3
    );
    let row = Place::row(Entity::Measure, &id("ni-059"));
    let filter = HistoryFilter {
        place: Some(row),
        ..HistoryFilter::default()
    };
    assert_eq!(store.history(&filter).unwrap().len(), 6);
}
