//! Files that are wrong or cut off, and files that appear: each its own sentence, and no byte moved.
#![allow(clippy::unwrap_used)]

mod made;

use std::fs;
use std::path::{Path, PathBuf};

use made::*;
use outturn_model::Entity;
use outturn_store::{Access, Problem, Scope, Store, StoreError, note_path};
use outturn_words::Words;
use rusqlite::Connection;

/// What is done to a sound file, and the problem that is then found.
type Case = (&'static str, fn(&Path), fn(&Problem) -> bool);

const BAD: &[Case] = &[
    (
        "missing",
        |path| fs::remove_file(path).unwrap(),
        |p| matches!(p, Problem::Missing),
    ),
    ("a folder", folder_instead, |p| {
        matches!(p, Problem::NotAFile)
    }),
    (
        "empty",
        |path| fs::write(path, "").unwrap(),
        |p| matches!(p, Problem::Empty),
    ),
    (
        "a text",
        |path| fs::write(path, "Dear all, please find attached").unwrap(),
        |p| matches!(p, Problem::NotADatabase),
    ),
    (
        "a long text",
        |path| fs::write(path, "words ".repeat(9000)).unwrap(),
        |p| matches!(p, Problem::NotADatabase),
    ),
    (
        "a ZIP file of the same size",
        |path| put(path, 0, b"PK\x03\x04"),
        |p| matches!(p, Problem::NotADatabase),
    ),
    (
        "the name of the format alone",
        |path| fs::write(path, b"SQLite format 3\0").unwrap(),
        |p| matches!(p, Problem::Truncated { .. }),
    ),
    (
        "another program's",
        |path| sql(path, "PRAGMA application_id = 1196444487"),
        |p| matches!(p, Problem::OtherProgram),
    ),
    ("no program's", another_database, |p| {
        matches!(p, Problem::OtherProgram)
    }),
    (
        "newer",
        |path| sql(path, "PRAGMA user_version = 7"),
        |p| {
            matches!(
                p,
                Problem::Newer {
                    found: 7,
                    known: outturn_store::FORMAT
                }
            )
        },
    ),
    (
        "without a format",
        |path| sql(path, "PRAGMA user_version = 0"),
        |p| matches!(p, Problem::Damaged { .. }),
    ),
    (
        "of a format below nil",
        |path| sql(path, "PRAGMA user_version = -5"),
        |p| matches!(p, Problem::Damaged { .. }),
    ),
    (
        "its list of tables in a form that is not known",
        |path| put(path, 44, &[0, 0, 0, 9]),
        |p| matches!(p, Problem::Damaged { .. }),
    ),
    (
        "the words of a table overwritten",
        |path| {
            change(path, |bytes| {
                for at in 0..bytes.len() - 12 {
                    if bytes[at..].starts_with(b"CREATE TABLE") {
                        bytes[at] = b'X';
                    }
                }
            });
        },
        |p| matches!(p, Problem::Damaged { .. }),
    ),
    (
        "half",
        |path| change(path, |bytes| bytes.truncate(bytes.len() / 2)),
        |p| matches!(p, Problem::Truncated { .. }),
    ),
    (
        "one byte short",
        |path| change(path, |bytes| bytes.truncate(bytes.len() - 1)),
        |p| matches!(p, Problem::Truncated { .. }),
    ),
    ("a page of noise in the middle", noise, |p| {
        matches!(p, Problem::Damaged { .. })
    }),
    (
        "a write-ahead log asked for",
        |path| put(path, 18, &[2, 2]),
        |p| matches!(p, Problem::Damaged { .. }),
    ),
    (
        "a figure changed by another program",
        |path| {
            sql(
                path,
                r#"UPDATE "value" SET "amount" = '19.91' WHERE "amount" = '19.90'"#,
            )
        },
        |p| matches!(p, Problem::Altered),
    ),
    (
        "a row taken out by another program",
        |path| sql(path, r#"DELETE FROM "risk""#),
        |p| matches!(p, Problem::Altered),
    ),
    (
        "a trigger added by another program",
        |path| {
            sql(
                path,
                r#"CREATE TRIGGER "t" AFTER INSERT ON "risk" BEGIN DELETE FROM "value"; END"#,
            )
        },
        |p| matches!(p, Problem::Damaged { .. }),
    ),
    (
        "a column added by another program",
        |path| sql(path, r#"ALTER TABLE "risk" ADD COLUMN "colour" TEXT"#),
        |p| matches!(p, Problem::Damaged { .. }),
    ),
    ("a figure changed in the bytes", figure, |p| {
        matches!(p, Problem::Altered)
    }),
    ("another file's journal beside it", foreign_journal, |p| {
        matches!(
            p,
            Problem::Altered | Problem::Damaged { .. } | Problem::Truncated { .. }
        )
    }),
];

#[test]
fn a_bad_file_gets_its_own_sentence_and_is_left_as_it_is() {
    let words = Words::british();
    let mut sentences = Vec::new();
    for (case, spoil, expect) in BAD {
        let (folder, path) = folder();
        drop(filled(&path));
        spoil(&path);
        let before = contents(folder.path());
        let errors: [StoreError; 2] = [
            Store::open(&path, options())
                .err()
                .unwrap_or_else(|| panic!("{case} was opened")),
            Store::open_read_only(&path)
                .err()
                .unwrap_or_else(|| panic!("{case} was read")),
        ];
        assert_eq!(contents(folder.path()), before, "{case}");
        for error in errors {
            assert!(expect(&error.problem), "{case}: {error}");
            let sentence = words.say(&error.message());
            assert!(
                sentence.contains("Children and Enterprise.outturn"),
                "{case}: {sentence}"
            );
            assert!(is_plain(&sentence), "{case}: {sentence}");
            sentences.push(error.message().key);
        }
    }
    sentences.sort_unstable();
    sentences.dedup();
    assert_eq!(sentences.len(), 9);
}

#[test]
fn a_change_that_was_cut_off_is_taken_back() {
    let (folder, path) = folder();
    let mut store = filled(&path);
    many_measures(&mut store);
    let book = store.book(&Scope::Everything).unwrap();
    drop(store);
    let cut = folder.path().join("cut.outturn");
    cut_off(&path, &cut);
    assert_ne!(fs::read(&path).unwrap(), fs::read(&cut).unwrap());

    let before = contents(folder.path());
    let reader = Store::open_read_only(&cut).unwrap();
    assert_eq!(reader.book(&Scope::Everything).unwrap(), book);
    assert_eq!(contents(folder.path()), before);

    let store = Store::open(&cut, options()).unwrap();
    assert_eq!(store.book(&Scope::Everything).unwrap(), book);
    assert_eq!(store.verify().unwrap(), []);
    drop(store);
    assert_eq!(
        names(folder.path()),
        ["Children and Enterprise.outturn", "cut.outturn"]
    );
}

#[test]
fn a_log_beside_a_file_is_not_written_into_it() {
    let (folder, path) = folder();
    drop(filled(&path));
    fs::write(
        folder.path().join("Children and Enterprise.outturn-wal"),
        [7; 5000],
    )
    .unwrap();
    let before = contents(folder.path());
    let error = Store::open(&path, options()).unwrap_err();
    assert!(matches!(error.problem, Problem::Stray { .. }), "{error}");
    let sentence = Words::british().say(&error.message());
    assert!(
        sentence.contains("Move Children and Enterprise.outturn-wal to"),
        "{sentence}"
    );
    assert!(Store::open_read_only(&path).is_ok());
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_new_file_never_replaces_one() {
    let (folder, path) = folder();
    fs::write(&path, "mine").unwrap();
    let error = Store::create(&path, options()).unwrap_err();
    assert!(matches!(error.problem, Problem::Exists));
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    let nowhere = folder.path().join("none").join("a.outturn");
    let error = Store::create(&nowhere, options()).unwrap_err();
    assert!(matches!(error.problem, Problem::NoFolder));
    assert_eq!(names(folder.path()), ["Children and Enterprise.outturn"]);
}

#[test]
fn a_name_that_leaves_no_room_for_those_beside_it_is_refused_before_anything_is_made() {
    let (folder, _) = folder();
    let named = |length: usize| {
        let name = format!("{}.outturn", "a".repeat(length - ".outturn".len()));
        folder.path().join(name)
    };
    for length in [248, 255, 256, 400] {
        let error = Store::create(&named(length), options()).unwrap_err();
        assert!(matches!(error.problem, Problem::NameTooLong), "{error}");
        let sentence = Words::british().say(&error.message());
        assert!(sentence.contains("is too long"), "{sentence}");
        assert_eq!(names(folder.path()), [""; 0]);
    }
    drop(Store::create(&named(247), options()).unwrap());
    assert_eq!(names(folder.path()).len(), 1);
}

#[test]
fn a_copy_is_whole_and_replaces_nothing() {
    let (folder, path) = folder();
    let store = filled(&path);
    let copy = folder.path().join("backup.outturn");
    store.save_copy(&copy).unwrap();
    assert!(matches!(
        store.save_copy(&copy).unwrap_err().problem,
        Problem::Exists
    ));
    let second = folder.path().join("second.outturn");
    Store::open_read_only(&path)
        .unwrap()
        .save_copy(&second)
        .unwrap();
    let book = store.book(&Scope::Everything).unwrap();
    for path in [copy, second] {
        let copy = Store::open(&path, options()).unwrap();
        assert_eq!(copy.access(), Access::ReadWrite);
        assert_eq!(copy.book(&Scope::Everything).unwrap(), book);
        assert_eq!(copy.verify().unwrap(), []);
    }
}

#[test]
fn an_open_file_leaves_nothing_beside_it_when_closed() {
    let (folder, path) = folder();
    let mut store = filled(&path);
    assert!(note_path(&path).exists());
    store
        .transact(&author(1), &LABEL, &[remove(Entity::Report, "q2")])
        .unwrap();
    drop(store);
    assert_eq!(names(folder.path()), ["Children and Enterprise.outturn"]);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_moved_while_open_is_written_no_more() {
    let (folder, path) = folder();
    let mut store = filled(&path);
    let book = store.book(&Scope::Everything).unwrap();
    let elsewhere = folder.path().join("elsewhere.outturn");
    fs::rename(&path, &elsewhere).unwrap();
    let edits = [remove(Entity::Report, "q2")];
    for attempt in ["gone", "another file in its place"] {
        let error = store.transact(&author(1), &LABEL, &edits).unwrap_err();
        assert!(
            matches!(error.problem, Problem::Moved),
            "{attempt}: {error}"
        );
        assert!(matches!(
            store.undo(&author(1)).unwrap_err().problem,
            Problem::Moved
        ));
        fs::write(&path, "another").unwrap();
    }
    assert_eq!(store.book(&Scope::Everything).unwrap(), book);
    store
        .save_copy(&folder.path().join("copy.outturn"))
        .unwrap();
    fs::rename(&elsewhere, &path).unwrap();
    store.transact(&author(1), &LABEL, &edits).unwrap();
    drop(store);
    assert_eq!(
        names(folder.path()),
        ["Children and Enterprise.outturn", "copy.outturn"]
    );
    let store = Store::open(&path, options()).unwrap();
    assert_eq!(store.book(&Scope::Everything).unwrap().reports.len(), 1);
}

fn sql(path: &Path, batch: &str) {
    Connection::open(path)
        .unwrap()
        .execute_batch(batch)
        .unwrap();
}

fn change(path: &Path, with: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).unwrap();
    with(&mut bytes);
    fs::write(path, bytes).unwrap();
}

fn put(path: &Path, at: usize, piece: &[u8]) {
    change(path, |bytes| {
        bytes[at..at + piece.len()].copy_from_slice(piece)
    });
}

fn folder_instead(path: &Path) {
    fs::remove_file(path).unwrap();
    fs::create_dir(path).unwrap();
}

fn another_database(path: &Path) {
    fs::remove_file(path).unwrap();
    sql(path, "CREATE TABLE t (a)");
}

/// The bytes of the page that the tree of a table begins with.
fn root_page(path: &Path, table: &str) -> std::ops::Range<usize> {
    let conn = Connection::open(path).unwrap();
    let root: u32 = conn
        .query_row(
            r#"SELECT "rootpage" FROM "sqlite_schema" WHERE "name" = ?1"#,
            [table],
            |row| row.get(0),
        )
        .unwrap();
    let root = root as usize;
    (root - 1) * 4096..root * 4096
}

fn noise(path: &Path) {
    let page = root_page(path, "measure");
    let mut dice = Dice(5);
    change(path, |bytes| bytes[page].fill_with(|| dice.roll(256) as u8));
}

fn figure(path: &Path) {
    // In the table itself: history holds the same digits.
    let page = root_page(path, "value");
    change(path, |bytes| {
        let bytes = &mut bytes[page];
        let at = bytes
            .windows(5)
            .position(|piece| piece == b"19.90")
            .unwrap();
        bytes[at + 4] = b'1';
    });
}

fn foreign_journal(path: &Path) {
    let other = path.with_file_name("other.outturn");
    let mut store = filled(&other);
    many_measures(&mut store);
    drop(store);
    let cut = path.with_file_name("cut.outturn");
    cut_off(&other, &cut);
    fs::rename(journal(&cut), journal(path)).unwrap();
    fs::remove_file(cut).unwrap();
    fs::remove_file(other).unwrap();
}

fn many_measures(store: &mut Store) {
    for number in 0..60 {
        let name = format!("m{number}");
        let cells = [
            ("position", "80"),
            ("unit", "percent"),
            ("definition", &"y".repeat(9000)),
        ];
        let edit = insert(Entity::Measure, &name, &cells);
        store.transact(&author(number), &LABEL, &[edit]).unwrap();
    }
}

fn journal(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    name.into()
}

/// Copies a file and its journal as a power cut in the middle of a large change would leave them.
fn cut_off(path: &Path, to: &Path) {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch(
        r#"PRAGMA cache_size = 2; PRAGMA cache_spill = 1; BEGIN;
           UPDATE "measure" SET "definition" = 'cut off' || "definition";
           UPDATE "measure" SET "definition" = "definition" || "definition";"#,
    )
    .unwrap();
    fs::copy(path, to).unwrap();
    fs::copy(journal(path), journal(to)).unwrap();
    assert_ne!(fs::read(journal(to)).unwrap()[0], 0);
}
