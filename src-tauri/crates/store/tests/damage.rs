//! Files with random damage: refused or opened with the same content, never a panic, never changed.
#![allow(clippy::unwrap_used)]

mod made;

use std::fs;

use made::*;
use outturn_model::Entity;
use outturn_store::{Access, Fault, HistoryFilter, Scope, Store, StoreError};
use outturn_words::Words;
use rusqlite::Connection;

/// Damaged files of the normal test; `OUTTURN_DAMAGE` asks for more.
const FILES: usize = 300;

#[test]
fn a_damaged_file_is_refused_or_has_the_same_content() {
    let files = std::env::var("OUTTURN_DAMAGE")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(FILES);
    let (folder, path) = folder();
    let mut store = filled(&path);
    for number in 0..40 {
        let name = format!("m{number}");
        let edits = [
            insert(
                Entity::Measure,
                &name,
                &[
                    ("position", "80"),
                    ("unit", "percent"),
                    ("definition", &"word ".repeat(number * 30)),
                ],
            ),
            set(
                Entity::Entry,
                "q2/ni-056",
                "commentary",
                Some(&format!("Draft {number}.")),
            ),
        ];
        store
            .transact(&author(number as i64), &LABEL, &edits)
            .unwrap();
    }
    store.undo(&author(50)).unwrap();
    let content = store.book(&Scope::Everything).unwrap();
    drop(store);
    let whole = fs::read(&path).unwrap();

    let mut dice = Dice(u64::from(std::process::id()));
    println!("dice {}", dice.0);
    let (mut refused, mut same) = (0, 0);
    let damaged = folder.path().join("damaged.outturn");
    for number in 0..files {
        let mut bytes = whole.clone();
        match number % 6 {
            // The header, where each byte matters most.
            0 => flip(&mut bytes, 0..100, &mut dice),
            1 => flip(&mut bytes, 100..4096, &mut dice),
            2 => bytes.truncate(dice.roll(whole.len())),
            3 => (0..20).for_each(|_| flip(&mut bytes, 0..whole.len(), &mut dice)),
            4 => {
                let at = dice.roll(whole.len() - 600);
                bytes[at..at + 512].fill(0);
            }
            _ => flip(&mut bytes, 0..whole.len(), &mut dice),
        }
        fs::write(&damaged, &bytes).unwrap();
        match Store::open_read_only(&damaged) {
            Ok(store) => assert_eq!(
                store.book(&Scope::Everything).unwrap(),
                content,
                "file {number}"
            ),
            Err(error) => plain(&error),
        }
        assert_eq!(fs::read(&damaged).unwrap(), bytes, "file {number}");
        match Store::open(&damaged, options()) {
            Ok(store) => {
                assert_eq!(store.access(), Access::ReadWrite);
                assert_eq!(
                    store.book(&Scope::Everything).unwrap(),
                    content,
                    "file {number}"
                );
                // Whatever the check finds in history, it finds it without a panic.
                let _ = store.verify();
                same += 1;
            }
            Err(error) => {
                plain(&error);
                refused += 1;
            }
        }
        assert_eq!(fs::read(&damaged).unwrap(), bytes, "file {number}");
        assert_eq!(names(folder.path()).len(), 2, "file {number}");
    }
    println!("{files} damaged files: {refused} refused, {same} with the same content");
    assert!(refused > 0 && same > 0);
}

/// What is said of damage is for the person who opened the file, not from SQLite.
fn plain(error: &StoreError) {
    let sentence = Words::british().say(&error.message());
    assert!(is_plain(&sentence), "{sentence}");
}

#[test]
fn damage_to_history_is_found_by_the_check_and_never_undone_into_the_content() {
    let (folder, path) = folder();
    let mut store = filled(&path);
    for text in ["Quite another commentary.", "A third."] {
        let edit = set(Entity::Entry, "q2/ni-056", "commentary", Some(text));
        store.transact(&author(100), &LABEL, &[edit]).unwrap();
    }
    let content = store.book(&Scope::Everything).unwrap();
    let history = store.history(&HistoryFilter::default()).unwrap();
    drop(store);
    let whole = fs::read(&path).unwrap();
    let mut found = 0;
    let places: Vec<usize> = (0..whole.len())
        .filter(|at| whole[*at..].starts_with(b"Quite another"))
        .collect();
    for at in places {
        let damaged = folder.path().join("damaged.outturn");
        let mut bytes = whole.clone();
        bytes[at] = b'q';
        fs::write(&damaged, bytes).unwrap();
        let mut store = Store::open(&damaged, options()).unwrap();
        assert_eq!(store.book(&Scope::Everything).unwrap(), content);
        let faults = store.verify().unwrap();
        if store.history(&HistoryFilter::default()).unwrap() == history {
            // The words also stand where the table's row used to be.
            assert_eq!(faults, []);
            continue;
        }
        found += 1;
        assert!(
            matches!(faults[..], [Fault::Change { change: 2 | 3 }]),
            "{faults:?}"
        );
        let before = store.seal().unwrap();
        if store.undo(&author(200)).is_err() {
            assert_eq!(store.seal().unwrap(), before);
            assert_eq!(store.book(&Scope::Everything).unwrap(), content);
        } else {
            let row = store.row(Entity::Entry, &id("q2/ni-056")).unwrap().unwrap();
            assert_eq!(row.cells[3].as_deref(), Some("Quite another commentary."));
        }
    }
    assert_eq!(
        found, 2,
        "the words stand in history as what one change left and the next found"
    );
}

#[test]
fn any_word_of_history_that_is_altered_is_found() {
    let (folder, path) = folder();
    let mut store = filled(&path);
    for text in ["Another commentary.", "A third."] {
        let edit = set(Entity::Entry, "q2/ni-056", "commentary", Some(text));
        store.transact(&author(100), &LABEL, &[edit]).unwrap();
    }
    store.undo(&author(200)).unwrap();
    store.redo(&author(300)).unwrap();
    store.undo(&author(400)).unwrap();
    drop(store);
    let altered = folder.path().join("altered.outturn");
    for sql in [
        r#"UPDATE "change" SET "kind" = 'import' WHERE "id" = 1"#,
        r#"UPDATE "change" SET "label" = 'other' WHERE "id" = 2"#,
        r#"UPDATE "change" SET "place" = 'entry/q2/ni-056' WHERE "id" = 2"#,
        r#"UPDATE "change" SET "person" = 'Someone else' WHERE "id" = 2"#,
        r#"UPDATE "change" SET "at" = '2020-01-01T00:00:00+00:00' WHERE "id" = 2"#,
        r#"UPDATE "change" SET "step" = 2 WHERE "id" = 3"#,
        r#"UPDATE "change" SET "of" = 2 WHERE "id" = 4"#,
        r#"UPDATE "change" SET "under" = NULL WHERE "id" = 3"#,
        r#"UPDATE "change" SET "content" = zeroblob(32) WHERE "id" = 2"#,
        r#"UPDATE "change" SET "chain" = zeroblob(32) WHERE "id" = 2"#,
        r#"DELETE FROM "change_cell" WHERE "change" = 2"#,
        r#"UPDATE "change_cell" SET "kind" = 'insert' WHERE "change" = 2"#,
        r#"UPDATE "change_cell" SET "row" = 'q3/ni-059' WHERE "change" = 2"#,
        r#"UPDATE "change_cell" SET "table" = 'section' WHERE "change" = 2"#,
        r#"UPDATE "change_cell" SET "table" = 'nothing' WHERE "change" = 2"#,
        r#"UPDATE "change_cell" SET "field" = 'status_reason' WHERE "change" = 2"#,
        r#"UPDATE "change_cell" SET "before" = NULL WHERE "change" = 2"#,
        r#"UPDATE "change_cell" SET "after" = 'Yet another.' WHERE "change" = 2"#,
        r#"INSERT INTO "change_cell" VALUES ((2 << 32) + 2, 2, 'update', 'entry', 'q2/ni-056', 'status', NULL, 'red')"#,
    ] {
        fs::copy(&path, &altered).unwrap();
        let conn = Connection::open(&altered).unwrap();
        assert!(conn.execute(sql, []).unwrap() > 0, "{sql}");
        drop(conn);
        let faults = Store::open(&altered, options()).unwrap().verify().unwrap();
        assert!(
            matches!(faults[..], [Fault::Change { .. }]),
            "{sql}: {faults:?}"
        );
    }
}

fn flip(bytes: &mut [u8], within: std::ops::Range<usize>, dice: &mut Dice) {
    let at = within.start + dice.roll(within.len());
    bytes[at] ^= 1 << dice.roll(8);
}
