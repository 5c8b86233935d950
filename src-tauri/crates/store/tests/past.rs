//! Earlier states: the content as it was after each change, and the edits that lead back to it.
#![allow(clippy::unwrap_used)]

mod made;

use made::*;
use outturn_model::{Book, Entity};
use outturn_store::{ChangeId, Label, Scope, Seal, Store, Wanted, edits_between};
use proptest::prelude::*;

const RESTORE: Label = Label {
    key: "test-restore",
    place: None,
};

fn state(store: &Store) -> (Book, Seal) {
    (
        store.book(&Scope::Everything).unwrap(),
        store.seal().unwrap(),
    )
}

#[test]
fn changes_are_named_by_row_field_and_person() {
    let (_folder, path) = folder();
    let mut store = Store::create(&path, no_typing()).unwrap();
    store.transact(&author(0), &LABEL, &directorate()).unwrap();
    let mut other = author(1);
    other.person = "Clerk".into();
    let say = |text| set(Entity::Entry, "q2/ni-056", "commentary", Some(text));
    store.transact(&other, &LABEL, &[say("One.")]).unwrap();
    let rename = set(Entity::Person, "wr", "post", Some("Director"));
    store.transact(&author(2), &LABEL, &[rename]).unwrap();
    let entry = vec![(Entity::Entry, id("q2/ni-056"))];
    let ids = |wanted: Wanted| -> Vec<i64> {
        let wanted = Wanted {
            limit: 10,
            ..wanted
        };
        let found = store.changes(&wanted).unwrap();
        found.into_iter().map(|change| change.0).collect()
    };
    assert_eq!(ids(Wanted::default()), [3, 2, 1]);
    let rows = Some(entry);
    let of_row = Wanted {
        rows: rows.clone(),
        ..Wanted::default()
    };
    assert_eq!(ids(of_row.clone()), [2, 1]);
    assert_eq!(
        ids(Wanted {
            before: Some(ChangeId(2)),
            ..of_row.clone()
        }),
        [1]
    );
    assert_eq!(
        ids(Wanted {
            field: Some("status"),
            ..of_row
        }),
        [] as [i64; 0]
    );
    assert_eq!(
        ids(Wanted {
            person: Some("Clerk".into()),
            ..Wanted::default()
        }),
        [2]
    );
    assert_eq!(store.authors().unwrap(), ["Clerk", "Head of Service"]);
    assert_eq!(store.change(ChangeId(2), 9).unwrap().unwrap().rows.len(), 1);
    assert_eq!(store.change(ChangeId(9), 9).unwrap(), None);
    assert_eq!(store.last_change().unwrap(), Some(ChangeId(3)));
}

#[test]
fn what_is_gone_is_as_it_was_when_it_went() {
    let (_folder, path) = folder();
    let mut store = Store::create(&path, no_typing()).unwrap();
    store.transact(&author(0), &LABEL, &directorate()).unwrap();
    assert_eq!(store.gone().unwrap(), []);
    let before = store.book(&Scope::Everything).unwrap();
    let report = before.reports.iter().next().unwrap().id.row().clone();
    store
        .transact(
            &author(1),
            &LABEL,
            &[remove(Entity::Report, report.as_str())],
        )
        .unwrap();
    let gone = store.gone().unwrap();
    assert!(gone.len() > 3, "{gone:?}");
    for (entity, row) in &gone {
        assert_eq!(before.row(*entity, &row.id).as_ref(), Some(row));
    }
    store.undo(&author(2)).unwrap();
    assert_eq!(store.gone().unwrap(), []);
}

#[test]
fn a_restore_is_a_step_of_its_own_even_right_after_typing() {
    let (_folder, path) = folder();
    let mut store = Store::create(&path, options()).unwrap();
    store.transact(&author(0), &LABEL, &directorate()).unwrap();
    let say = |text| set(Entity::Entry, "q2/ni-056", "commentary", Some(text));
    store
        .transact(&author(100), &LABEL, &[say("One.")])
        .unwrap();
    let typed = state(&store);
    store
        .transact(&author(101), &RESTORE, &[say("Low is good.")])
        .unwrap();
    store.undo(&author(102)).unwrap();
    assert_eq!(state(&store), typed);
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_earlier_state_is_found_and_restored(seeds in seeds(), filled in any::<bool>()) {
        let (_folder, path) = folder();
        let mut store = Store::create(&path, no_typing()).unwrap();
        let mut states = Vec::new();
        if filled {
            store.transact(&author(0), &LABEL, &directorate()).unwrap();
            states.push(state(&store));
        }
        for (number, seed) in seeds.iter().enumerate() {
            let book = store.book(&Scope::Everything).unwrap();
            let Some(edit) = edit(&book, *seed, number) else { continue };
            let done = store.transact(&author(number as i64), &LABEL, &[edit]).unwrap();
            if done.change.is_some() {
                states.push(state(&store));
            }
            if seed.pick % 7 == 0 && store.undo(&author(number as i64)).unwrap().is_some() {
                states.push(state(&store));
            }
        }
        for (index, (book, _)) in states.iter().enumerate() {
            let change = ChangeId(i64::try_from(index + 1).unwrap());
            prop_assert_eq!(&store.book_at(change).unwrap(), book);
        }
        // From the end to each state and back again, each as one step.
        let end = state(&store);
        for (book, seal) in states.iter().rev() {
            let edits = edits_between(&end.0, book, |_, _| true);
            let done = store.transact(&author(900), &RESTORE, &edits).unwrap();
            prop_assert_eq!(store.seal().unwrap(), *seal);
            if done.change.is_some() {
                store.undo(&author(901)).unwrap();
            }
            prop_assert_eq!(store.seal().unwrap(), end.1);
        }
        prop_assert_eq!(store.verify().unwrap(), []);
    }
}
