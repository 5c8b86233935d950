//! Early history is left out, and the file goes on as before.
#![allow(clippy::unwrap_used)]

mod made;

use std::fs;

use made::*;
use outturn_model::Entity;
use outturn_store::{
    ChangeId, Changes, ChangesFault, HistoryFilter, Problem, Scope, Store, StoreError,
};

/// A word that is nowhere else.
const MARK: &str = "Marmalade-Quokka-7";

fn name(store: &mut Store, to: &str, seconds: i64) {
    let edits = [set(Entity::Measure, "ni-056", "name", Some(to))];
    store.transact(&author(seconds), &LABEL, &edits).unwrap();
}

fn comment(store: &mut Store, to: &str, seconds: i64) {
    let edits = [set(Entity::Entry, "q2/ni-056", "commentary", Some(to))];
    store.transact(&author(seconds), &LABEL, &edits).unwrap();
}

/// A file with changes 1 to 5, ten seconds apart.
fn worked_on(path: &std::path::Path) -> Store {
    let mut store = filled(path);
    for (number, to) in [MARK, "Second", "Third", "Fourth"].into_iter().enumerate() {
        name(&mut store, to, 10 * (number as i64 + 1));
    }
    store
}

fn ids(store: &Store) -> Vec<i64> {
    let changes = store.history(&HistoryFilter::default()).unwrap();
    changes.into_iter().map(|change| change.id.0).collect()
}

fn problem<T>(result: Result<T, StoreError>) -> Problem {
    result.err().map(|error| error.problem).unwrap()
}

#[test]
fn what_was_done_before_a_moment_is_left_out_for_good() {
    let (_folder, path) = folder();
    let mut store = worked_on(&path);
    let then = store.book_at(ChangeId(3)).unwrap();
    let (book, seal) = (
        store.book(&Scope::Everything).unwrap(),
        store.seal().unwrap(),
    );
    assert_eq!(store.thinnable(moment(25)).unwrap(), 3);
    assert_eq!(store.thin(&author(100), moment(25)).unwrap(), 3);

    assert_eq!(store.book(&Scope::Everything).unwrap(), book);
    assert_eq!(store.seal().unwrap(), seal);
    assert_eq!(ids(&store), [5, 4, 3]);
    assert_eq!(store.verify().unwrap(), []);
    assert_eq!(store.book_at(ChangeId(3)).unwrap(), then);
    let thinned = store.kept().unwrap().thinned.unwrap();
    assert_eq!((thinned.base.0, thinned.changes), (3, 3));
    assert_eq!(thinned.at, moment(100));
    assert!(store.history_lines().unwrap().is_none());

    // Undo goes back to where history begins, and work goes on.
    for to in ["Third", "Second"] {
        store.undo(&author(110)).unwrap().unwrap();
        let book = store.book(&Scope::Everything).unwrap();
        assert_eq!(
            book.measures.find(&id("ni-056")).unwrap().name.to_string(),
            to
        );
    }
    assert_eq!(store.can_undo().unwrap(), None);
    assert!(store.undo(&author(111)).unwrap().is_none());
    store.redo(&author(112)).unwrap().unwrap();
    assert_eq!(store.verify().unwrap(), []);
    drop(store);
    let bytes = fs::read(&path).unwrap();
    let told = bytes
        .windows(MARK.len())
        .any(|piece| piece == MARK.as_bytes());
    assert!(!told, "the words that were left out are still in the file");
    let store = Store::open(&path, no_typing()).unwrap();
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn it_is_done_again_later_and_nothing_is_done_where_nothing_is_left_to_do() {
    let (_folder, path) = folder();
    let mut store = worked_on(&path);
    assert_eq!(store.thin(&author(100), moment(0)).unwrap(), 0);
    assert_eq!(store.kept().unwrap().thinned, None);
    assert_eq!(store.thin(&author(100), moment(15)).unwrap(), 2);
    assert_eq!(store.thin(&author(101), moment(15)).unwrap(), 0);
    assert_eq!(store.thinnable(moment(35)).unwrap(), 2);
    assert_eq!(store.thin(&author(102), moment(35)).unwrap(), 2);
    let thinned = store.kept().unwrap().thinned.unwrap();
    assert_eq!((thinned.base.0, thinned.changes), (4, 4));
    assert_eq!(ids(&store), [5, 4]);
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn an_undo_of_what_was_left_out_cannot_be_taken_back() {
    let (_folder, path) = folder();
    let mut store = worked_on(&path);
    store.undo(&author(50)).unwrap().unwrap();
    store.undo(&author(60)).unwrap().unwrap();
    assert_eq!(store.thin(&author(100), moment(55)).unwrap(), 6);
    assert_eq!(store.can_undo().unwrap(), None);
    assert_eq!(store.can_redo().unwrap(), None);
    name(&mut store, "On", 110);
    store.undo(&author(111)).unwrap().unwrap();
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn a_copy_from_before_is_told_from_a_foreign_one_and_one_from_after_comes_in() {
    let (folder, path) = folder();
    let mut store = worked_on(&path);
    let path_of = |name: &str| folder.path().join(name);
    store.save_copy(&path_of("whole.outturn")).unwrap();
    let mut after = Store::open(&path_of("whole.outturn"), no_typing()).unwrap();
    comment(&mut after, "From a copy made after.", 70);

    // A copy of the file as it was after the first change.
    let (_other, early) = made::folder();
    let mut before = filled(&early);
    comment(&mut before, "From a copy made before.", 71);

    assert_eq!(store.thin(&author(100), moment(25)).unwrap(), 3);
    let changes = Changes::read(&after.changes_all().unwrap().to_bytes()).unwrap();
    store.bring_in(&author(101), &[changes]).unwrap();
    let said = |store: &Store| {
        let book = store.book(&Scope::Everything).unwrap();
        let entry = book.entries.find(&id("q2/ni-056")).unwrap();
        entry.commentary.to_string()
    };
    assert_eq!(said(&store), "From a copy made after.");
    assert_eq!(store.verify().unwrap(), []);

    let held = store.seal().unwrap();
    let refused = problem(store.bring_in(&author(102), &[before.changes_all().unwrap()]));
    assert!(matches!(
        refused,
        Problem::Changes {
            fault: ChangesFault::Thinned,
            ..
        }
    ));
    assert_eq!(store.seal().unwrap(), held);

    // What the thinned file did goes to the whole one.
    name(&mut store, "Fifth", 120);
    let changes = store.changes_since(&after.heads().unwrap()).unwrap();
    after.bring_in(&author(121), &[changes]).unwrap();
    assert_eq!(after.seal().unwrap(), store.seal().unwrap());
    assert_eq!(after.verify().unwrap(), []);
}

#[test]
fn a_copy_has_no_history_and_its_changes_can_be_brought_in() {
    let (folder, path) = folder();
    let mut store = worked_on(&path);
    let target = folder.path().join("without.outturn");
    store.copy_without_history(&target, &author(100)).unwrap();
    let bytes = fs::read(&target).unwrap();
    let told = bytes
        .windows(MARK.len())
        .any(|piece| piece == MARK.as_bytes());
    assert!(!told, "the history is still in the copy");
    let refused = problem(store.copy_without_history(&target, &author(101)));
    assert!(matches!(refused, Problem::Exists));
    assert_eq!(ids(&store), [5, 4, 3, 2, 1]);
    let mut copy = Store::open(&target, no_typing()).unwrap();
    assert_eq!(copy.seal().unwrap(), store.seal().unwrap());
    assert_eq!(ids(&copy), [5]);
    assert_eq!(copy.verify().unwrap(), []);
    comment(&mut copy, "Written in the copy.", 110);
    store
        .bring_in(&author(111), &[copy.changes_all().unwrap()])
        .unwrap();
    assert_eq!(copy.seal().unwrap(), store.seal().unwrap());
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn history_stays_while_something_is_to_be_decided() {
    let (folder, path) = folder();
    let mut store = worked_on(&path);
    let other = folder.path().join("other.outturn");
    store.save_copy(&other).unwrap();
    let mut other = Store::open(&other, no_typing()).unwrap();
    name(&mut other, "Theirs", 50);
    name(&mut store, "Ours", 51);
    store
        .bring_in(&author(60), &[other.changes_all().unwrap()])
        .unwrap();
    let refused = problem(store.thin(&author(100), moment(90)));
    assert!(matches!(refused, Problem::Undecided));
    assert_eq!(ids(&store).len(), 7);

    // What came from the other copy keeps what it follows from.
    let conflict = store.conflicts().unwrap().remove(0);
    let keep = outturn_store::Settlement::Take(0);
    store.settle(&author(70), &LABEL, &conflict, &keep).unwrap();
    assert_eq!(store.thin(&author(100), moment(55)).unwrap(), 5);
    assert_eq!(store.verify().unwrap(), []);
    assert_eq!(store.thin(&author(101), moment(200)).unwrap(), 4);
    assert_eq!(ids(&store), [8]);
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn a_change_of_what_stands_for_the_rest_is_found() {
    let (_folder, path) = folder();
    let mut store = worked_on(&path);
    store.thin(&author(100), moment(25)).unwrap();
    drop(store);
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute(
        r#"UPDATE "change_cell" SET "after" = 'Forged' WHERE "change" = 3 AND "after" = 'Second'"#,
        [],
    )
    .unwrap();
    drop(conn);
    let store = Store::open(&path, no_typing()).unwrap();
    assert_eq!(
        store.verify().unwrap(),
        [outturn_store::Fault::Change { change: 3 }]
    );
}
