//! Undo and redo: forward changes that lead back, across restarts, with any edits.
#![allow(clippy::unwrap_used)]

mod made;

use made::*;
use outturn_model::{Book, Entity};
use outturn_store::{Author, ChangeKind, HistoryFilter, Scope, Seal, Store};
use proptest::prelude::*;

fn state(store: &Store) -> (Book, Seal) {
    (
        store.book(&Scope::Everything).unwrap(),
        store.seal().unwrap(),
    )
}

fn commentary(store: &Store) -> Option<String> {
    let row = store.row(Entity::Entry, &id("q2/ni-056")).unwrap().unwrap();
    row.cells[Entity::Entry.field("commentary").unwrap().0].clone()
}

fn write(store: &mut Store, by: &Author, text: &str) {
    let edit = set(Entity::Entry, "q2/ni-056", "commentary", Some(text));
    store.transact(by, &LABEL, &[edit]).unwrap();
}

#[test]
fn undo_and_redo_survive_a_restart() {
    let (_folder, path) = folder();
    let mut store = filled(&path);
    let start = state(&store);
    write(&mut store, &author(100), "One.");
    write(&mut store, &author(200), "Two.");
    let end = state(&store);
    store.undo(&author(300)).unwrap().unwrap();
    assert_eq!(commentary(&store).as_deref(), Some("One."));
    drop(store);

    let mut store = Store::open(&path, options()).unwrap();
    assert_eq!(store.can_redo().unwrap().unwrap().change.0, 3);
    assert_eq!(store.can_undo().unwrap().unwrap().change.0, 2);
    store.undo(&author(400)).unwrap().unwrap();
    assert_eq!(state(&store), start);
    drop(store);

    let mut store = Store::open(&path, options()).unwrap();
    store.redo(&author(500)).unwrap().unwrap();
    store.redo(&author(501)).unwrap().unwrap();
    assert_eq!(state(&store), end);
    assert_eq!(store.can_redo().unwrap(), None);
    assert_eq!(store.redo(&author(502)).unwrap(), None);
    let kinds: Vec<ChangeKind> = store
        .history(&HistoryFilter::default())
        .unwrap()
        .iter()
        .map(|change| change.kind)
        .collect();
    use ChangeKind::*;
    assert_eq!(kinds, [Redo, Redo, Undo, Undo, Edit, Edit, Edit]);
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn a_new_edit_after_an_undo_ends_redo() {
    let (_folder, path) = folder();
    let mut store = filled(&path);
    write(&mut store, &author(100), "One.");
    write(&mut store, &author(200), "Two.");
    store.undo(&author(300)).unwrap();
    write(&mut store, &author(400), "Three.");
    assert_eq!(store.can_redo().unwrap(), None);
    assert_eq!(store.redo(&author(401)).unwrap(), None);
    store.undo(&author(500)).unwrap();
    assert_eq!(commentary(&store).as_deref(), Some("One."));
    store.undo(&author(600)).unwrap();
    assert_eq!(commentary(&store).as_deref(), Some("Low is good."));
    store.undo(&author(700)).unwrap();
    assert_eq!(store.book(&Scope::Everything).unwrap(), Book::default());
    assert_eq!(store.seal().unwrap(), Seal::default());
    assert_eq!(store.can_undo().unwrap(), None);
    assert_eq!(store.undo(&author(701)).unwrap(), None);
}

#[test]
fn a_burst_of_typing_is_one_step_and_history_keeps_each_edit() {
    let (_folder, path) = folder();
    drop(filled(&path));
    let mut store = Store::open(&path, options()).unwrap();
    for (second, text) in [
        (10, "W"),
        (11, "We"),
        (13, "We w"),
        (20, "We wrote"),
        (21, "We wrote."),
    ] {
        write(&mut store, &author(second), text);
    }
    assert_eq!(store.history(&HistoryFilter::default()).unwrap().len(), 6);
    store.undo(&author(30)).unwrap();
    assert_eq!(commentary(&store).as_deref(), Some("We w"));
    store.undo(&author(31)).unwrap();
    assert_eq!(commentary(&store).as_deref(), Some("Low is good."));
    store.redo(&author(32)).unwrap();
    assert_eq!(commentary(&store).as_deref(), Some("We w"));
    store.redo(&author(33)).unwrap();
    assert_eq!(commentary(&store).as_deref(), Some("We wrote."));
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn what_is_not_one_burst_of_typing_is_steps_of_its_own() {
    let other = Author {
        person: "Someone else".into(),
        ..author(1001)
    };
    let commentary = |text: &str| set(Entity::Entry, "q2/ni-056", "commentary", Some(text));
    let cases = [
        (
            "another cell",
            vec![
                (author(1000), commentary("A")),
                (
                    author(1001),
                    set(Entity::Entry, "q2/ni-056", "status_reason", Some("B")),
                ),
            ],
        ),
        (
            "another row",
            vec![
                (author(1000), commentary("A")),
                (
                    author(1001),
                    set(Entity::Entry, "q3/ni-059", "commentary", Some("B")),
                ),
            ],
        ),
        (
            "another person",
            vec![(author(1000), commentary("A")), (other, commentary("B"))],
        ),
        (
            "a pause",
            vec![
                (author(1000), commentary("A")),
                (author(1004), commentary("B")),
            ],
        ),
        (
            "the clock set back",
            vec![
                (author(1000), commentary("A")),
                (author(990), commentary("B")),
            ],
        ),
        (
            "a choice",
            vec![
                (
                    author(1000),
                    set(Entity::Entry, "q2/ni-056", "status", Some("red")),
                ),
                (
                    author(1001),
                    set(Entity::Entry, "q2/ni-056", "status", Some("amber")),
                ),
            ],
        ),
    ];
    for (case, edits) in cases {
        let (_folder, path) = folder();
        drop(filled(&path));
        let mut store = Store::open(&path, options()).unwrap();
        let mut states = Vec::new();
        for (by, edit) in edits {
            states.push(state(&store));
            store.transact(&by, &LABEL, &[edit]).unwrap();
        }
        for before in states.iter().rev() {
            store.undo(&author(2000)).unwrap();
            assert_eq!(state(&store), *before, "{case}");
        }
    }
}

#[test]
fn typing_without_a_pause_is_cut_into_steps() {
    let (_folder, path) = folder();
    drop(filled(&path));
    let mut store = Store::open(&path, options()).unwrap();
    for second in 0..60 {
        write(
            &mut store,
            &author(100 + second),
            &"x".repeat(1 + second as usize),
        );
    }
    let mut steps = 0;
    while commentary(&store).as_deref() != Some("Low is good.") {
        store.undo(&author(200)).unwrap();
        steps += 1;
    }
    assert_eq!(steps, 3);
}

#[test]
fn a_step_that_came_to_nothing_is_passed_over() {
    let (_folder, path) = folder();
    drop(filled(&path));
    let mut store = Store::open(&path, options()).unwrap();
    write(&mut store, &author(100), "One.");
    for (second, text) in [(200, "One. T"), (201, "One.")] {
        write(&mut store, &author(second), text);
    }
    let end = state(&store);
    store.undo(&author(300)).unwrap();
    assert_eq!(commentary(&store).as_deref(), Some("Low is good."));
    let done = store.redo(&author(301)).unwrap().unwrap();
    assert_eq!(done.touched.len(), 1);
    assert_eq!(state(&store), end);
    assert_eq!(store.can_redo().unwrap(), None);
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn undo_after_typing_does_not_join_what_is_typed_next() {
    let (_folder, path) = folder();
    drop(filled(&path));
    let mut store = Store::open(&path, options()).unwrap();
    write(&mut store, &author(100), "One.");
    write(&mut store, &author(110), "Two.");
    store.undo(&author(111)).unwrap();
    store.redo(&author(111)).unwrap();
    write(&mut store, &author(112), "Three.");
    store.undo(&author(120)).unwrap();
    assert_eq!(commentary(&store).as_deref(), Some("Two."));
}

fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    let seed = (any::<u8>(), any::<u8>(), any::<u16>(), any::<u16>()).prop_map(
        |(act, table, pick, cell)| Seed {
            act,
            table,
            pick,
            cell,
        },
    );
    prop::collection::vec(seed, 1..60)
}

/// A store in memory-backed storage, where the disk is not what is tested.
fn quick() -> (tempfile::TempDir, std::path::PathBuf) {
    let memory = std::path::Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    };
    let path = folder.path().join("made.outturn");
    (folder, path)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_are_undone_to_empty_and_redone_to_the_same_content(seeds in seeds(), filled in any::<bool>()) {
        let (_folder, path) = quick();
        let mut store = Store::create(&path, no_typing()).unwrap();
        if filled {
            store.transact(&author(0), &LABEL, &directorate()).unwrap();
        }
        let mut states = vec![(Book::default(), Seal::default())];
        if filled {
            states.push(state(&store));
        }
        for (number, seed) in seeds.iter().enumerate() {
            let book = store.book(&Scope::Everything).unwrap();
            let Some(edit) = edit(&book, *seed, number) else { continue };
            let done = store.transact(&author(number as i64), &LABEL, &[edit]).unwrap();
            if done.change.is_some() {
                states.push(state(&store));
            }
        }
        prop_assert_eq!(store.verify().unwrap(), []);
        // Back to empty, with a restart half way, forward to the end, back again.
        for before in states.iter().rev().skip(1) {
            prop_assert!(store.undo(&author(900)).unwrap().is_some());
            prop_assert_eq!(&state(&store), before);
        }
        prop_assert!(store.can_undo().unwrap().is_none());
        drop(store);
        let mut store = Store::open(&path, no_typing()).unwrap();
        for after in states.iter().skip(1) {
            prop_assert!(store.redo(&author(901)).unwrap().is_some());
            prop_assert_eq!(&state(&store), after);
        }
        prop_assert!(store.can_redo().unwrap().is_none());
        for before in states.iter().rev().skip(1) {
            store.undo(&author(902)).unwrap();
            prop_assert_eq!(&state(&store), before);
        }
        prop_assert_eq!(store.verify().unwrap(), []);
    }

    #[test]
    fn edits_undos_and_redos_in_any_order_follow_a_stack(seeds in seeds(), turns in prop::collection::vec(0_u8..4, 60)) {
        let (_folder, path) = quick();
        let mut store = Store::create(&path, no_typing()).unwrap();
        store.transact(&author(0), &LABEL, &directorate()).unwrap();
        let (mut past, mut future) = (vec![(Book::default(), Seal::default())], Vec::new());
        let mut now = state(&store);
        for (number, (seed, turn)) in seeds.iter().zip(turns).enumerate() {
            match turn {
                0 => match past.pop() {
                    Some(before) => {
                        prop_assert!(store.undo(&author(5)).unwrap().is_some());
                        future.push(std::mem::replace(&mut now, before));
                    }
                    None => prop_assert!(store.undo(&author(5)).unwrap().is_none()),
                },
                1 => match future.pop() {
                    Some(after) => {
                        prop_assert!(store.redo(&author(5)).unwrap().is_some());
                        past.push(std::mem::replace(&mut now, after));
                    }
                    None => prop_assert!(store.redo(&author(5)).unwrap().is_none()),
                },
                _ => {
                    let Some(edit) = edit(&now.0, *seed, number) else { continue };
                    if store.transact(&author(5), &LABEL, &[edit]).unwrap().change.is_some() {
                        future.clear();
                        let after = state(&store);
                        past.push(std::mem::replace(&mut now, after));
                    }
                }
            }
            prop_assert_eq!(&state(&store), &now);
        }
        prop_assert_eq!(store.verify().unwrap(), []);
    }
}
