//! History carried into another file: the same there, or refused with the line that does not follow.
#![allow(clippy::unwrap_used)]

mod made;

use std::path::Path;

use made::*;
use outturn_model::history::HistoryLine;
use outturn_model::{Entity, Place};
use outturn_store::{Change, HistoryFault, HistoryFilter, Problem, Scope, Step, Store};
use outturn_words::Words;
use proptest::prelude::*;

/// Everything that history, undo and redo are told by.
type Past = (Vec<Change>, Option<Step>, Option<Step>, Vec<HistoryLine>);

fn past(store: &Store) -> Past {
    let all = HistoryFilter {
        limit: usize::MAX,
        cells: usize::MAX,
        ..HistoryFilter::default()
    };
    (
        store.history(&all).unwrap(),
        store.can_undo().unwrap(),
        store.can_redo().unwrap(),
        store.history_lines().unwrap().unwrap(),
    )
}

fn carried(store: &Store, to: &Path) -> Store {
    let book = store.book(&Scope::Everything).unwrap();
    let lines = store.history_lines().unwrap().unwrap();
    Store::create_with_history(to, no_typing(), &book, &lines).unwrap()
}

fn write(store: &mut Store, seconds: i64, text: &str) {
    let edit = set(Entity::Entry, "q2/ni-056", "commentary", Some(text));
    store.transact(&author(seconds), &LABEL, &[edit]).unwrap();
}

/// A file with typing, steps, undos and a redo behind it.
fn worked_in(path: &Path) -> Store {
    let mut store = filled(path);
    for (seconds, text) in [(100, "O"), (101, "On"), (102, "One, “=1+1”,\nand two.")] {
        write(&mut store, seconds, text);
    }
    write(&mut store, 200, "Three.");
    store
        .transact(&author(300), &LABEL, &[remove(Entity::Report, "q2")])
        .unwrap();
    for seconds in [400, 401, 402] {
        store.undo(&author(seconds)).unwrap().unwrap();
    }
    store.redo(&author(500)).unwrap().unwrap();
    store
}

#[test]
fn what_is_carried_is_the_same_and_goes_on() {
    let (folder, path) = folder();
    let mut store = worked_in(&path);
    let mut other = carried(&store, &folder.path().join("other.outturn"));
    assert_eq!(other.verify().unwrap(), []);
    assert_eq!(past(&other), past(&store));
    for seconds in 600..610 {
        store.redo(&author(seconds)).unwrap();
        other.redo(&author(seconds)).unwrap();
        assert_eq!(past(&other), past(&store));
    }
    for seconds in 700..710 {
        store.undo(&author(seconds)).unwrap();
        other.undo(&author(seconds)).unwrap();
        assert_eq!(past(&other), past(&store));
    }
    assert_eq!(other.verify().unwrap(), []);
}

#[test]
fn an_import_is_carried_as_one() {
    let (folder, path) = folder();
    let book = filled(&path).book(&Scope::Everything).unwrap();
    let imported = folder.path().join("imported.outturn");
    let mut store = Store::create_from(&imported, options(), &author(0), &LABEL, &book).unwrap();
    write(&mut store, 100, "One.");
    let other = carried(&store, &folder.path().join("other.outturn"));
    assert_eq!(other.verify().unwrap(), []);
    assert_eq!(past(&other), past(&store));
}

/// What is done to the lines, and what is then found.
type Case = (
    &'static str,
    fn(&mut Vec<HistoryLine>),
    fn(&HistoryFault) -> bool,
);

const SPOILT: &[Case] = &[
    (
        "a day that is none",
        |lines| lines[3].at = "yesterday".into(),
        |fault| matches!(fault, HistoryFault::Differs),
    ),
    (
        "a kind that is none",
        |lines| {
            let last = lines.last_mut().unwrap();
            last.kind = "guess".into();
        },
        |fault| {
            matches!(
                fault,
                HistoryFault::Unreadable { field: "kind" } | HistoryFault::Differs
            )
        },
    ),
    (
        "a field that is none",
        |lines| lines[2].field = Some("colour".into()),
        |fault| matches!(fault, HistoryFault::Unreadable { field: "field" }),
    ),
    (
        "a line of the first change taken out",
        |lines| drop(lines.remove(0)),
        |fault| matches!(fault, HistoryFault::Content { .. }),
    ),
    (
        "a change taken out",
        |lines| lines.retain(|line| line.change != 3),
        |fault| matches!(fault, HistoryFault::NotNext),
    ),
    (
        "other words before",
        |lines| before(lines, 3, "Not this."),
        |fault| matches!(fault, HistoryFault::DoesNotFollow),
    ),
    (
        "other words at the end",
        |lines| {
            let line = lines.iter_mut().rfind(|line| line.change == 2).unwrap();
            line.after = Some("Not this.".into());
        },
        |fault| matches!(fault, HistoryFault::DoesNotFollow),
    ),
    (
        "a figure that is none",
        |lines| {
            let figure = |line: &&mut HistoryLine| line.field.as_deref() == Some("amount");
            lines.iter_mut().find(figure).unwrap().after = Some("1O5".into());
        },
        |fault| matches!(fault, HistoryFault::DoesNotFollow),
    ),
    (
        "another step taken back",
        |lines| {
            let undo = lines
                .iter()
                .find(|line| line.kind == "undo")
                .unwrap()
                .change;
            lines
                .iter_mut()
                .filter(|line| line.change == undo)
                .for_each(|line| line.of = Some(1));
        },
        |fault| matches!(fault, HistoryFault::Step),
    ),
    (
        "an undo that is called an edit",
        |lines| {
            for line in lines.iter_mut().filter(|line| line.kind == "undo") {
                line.kind = "edit".into();
            }
        },
        |fault| matches!(fault, HistoryFault::Step),
    ),
    (
        "no redo at the end",
        |lines| lines.retain(|line| line.kind != "redo"),
        |fault| matches!(fault, HistoryFault::Content { .. }),
    ),
];

fn before(lines: &mut [HistoryLine], change: i64, text: &str) {
    let line = lines.iter_mut().find(|line| line.change == change).unwrap();
    line.before = Some(text.to_owned());
}

#[test]
fn a_history_that_does_not_follow_is_refused_with_its_line() {
    let (folder, path) = folder();
    let store = worked_in(&path);
    let book = store.book(&Scope::Everything).unwrap();
    let whole = store.history_lines().unwrap().unwrap();
    let target = folder.path().join("other.outturn");
    let before = names(folder.path());
    for (case, spoil, expect) in SPOILT {
        let mut lines = whole.clone();
        spoil(&mut lines);
        let error = Store::create_with_history(&target, options(), &book, &lines).unwrap_err();
        let sentence = Words::british().say(&error.message());
        let Problem::History { line, fault } = error.problem else {
            panic!("{case}: {sentence}");
        };
        assert!(expect(&fault), "{case}: line {line}: {fault:?}");
        assert!(line < lines.len(), "{case}");
        assert_eq!(names(folder.path()), before, "{case}");
    }
}

#[test]
fn a_content_that_was_changed_by_hand_is_told_by_its_place() {
    let (folder, path) = folder();
    let mut store = worked_in(&path);
    let lines = store.history_lines().unwrap().unwrap();
    write(&mut store, 900, "By hand.");
    let book = store.book(&Scope::Everything).unwrap();
    let target = folder.path().join("other.outturn");
    let error = Store::create_with_history(&target, options(), &book, &lines).unwrap_err();
    let Problem::History { line, fault } = error.problem else {
        panic!("{error}");
    };
    let place = Place::cell(Entity::Entry, &id("q2/ni-056"), "commentary");
    assert_eq!(fault, HistoryFault::Content { place });
    assert_eq!(lines[line].field.as_deref(), Some("commentary"));
    assert!(!target.exists());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_history_is_carried(
        turns in prop::collection::vec((any::<u8>(), any::<u8>(), any::<u16>(), any::<u16>(), 0_u8..5), 1..50),
    ) {
        let (folder, path) = folder();
        let mut store = Store::create(&path, options()).unwrap();
        store.transact(&author(0), &LABEL, &directorate()).unwrap();
        for (number, (act, table, pick, cell, turn)) in turns.into_iter().enumerate() {
            let by = author(number as i64 * 2);
            match turn {
                0 => drop(store.undo(&by).unwrap()),
                1 => drop(store.redo(&by).unwrap()),
                _ => {
                    let book = store.book(&Scope::Everything).unwrap();
                    let seed = Seed { act, table, pick, cell };
                    if let Some(edit) = edit(&book, seed, number) {
                        store.transact(&by, &LABEL, &[edit]).unwrap();
                    }
                }
            }
        }
        let other = carried(&store, &folder.path().join("other.outturn"));
        prop_assert_eq!(other.verify().unwrap(), []);
        prop_assert_eq!(past(&other), past(&store));
    }
}
