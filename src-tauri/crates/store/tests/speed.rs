//! Measurements, run by hand: `cargo test -p outturn-store --test speed -- --ignored --nocapture`.
#![allow(clippy::unwrap_used)]

mod made;

use std::time::{Duration, Instant};

use made::*;
use outturn_model::{Entity, Id};
use outturn_store::{Changes, Scope, Store};
use rusqlite::Connection;

const EDITS: usize = 200;

#[test]
#[ignore = "a measurement"]
fn an_edit_against_a_bare_commit_of_the_same_row() {
    for (mode, synchronous) in [
        ("PERSIST", "FULL"),
        ("PERSIST", "EXTRA"),
        ("TRUNCATE", "FULL"),
        ("DELETE", "FULL"),
    ] {
        // Turn and turn about, so that what else the disk is doing weighs on both.
        let (folder, path) = folder();
        let mut store = filled(&path);
        let other = folder.path().join("bare.outturn");
        store.save_copy(&other).unwrap();
        let conn = Connection::open(&other).unwrap();
        conn.execute_batch(&format!("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = {mode}; PRAGMA synchronous = {synchronous}")).unwrap();
        let (mut door, mut bare) = (Vec::new(), Vec::new());
        for number in 0..EDITS {
            let text = format!(
                "{number}: {}",
                "what is said about it this period ".repeat(10)
            );
            let edit = [set(Entity::Entry, "q2/ni-056", "commentary", Some(&text))];
            let start = Instant::now();
            store
                .transact(&author(number as i64), &LABEL, &edit)
                .unwrap();
            door.push(start.elapsed());
            let start = Instant::now();
            conn.prepare_cached(r#"UPDATE "entry" SET "commentary" = ?1 WHERE "id" = 'q2/ni-056'"#)
                .unwrap()
                .execute([&text])
                .unwrap();
            bare.push(start.elapsed());
        }
        let (door, bare) = (median(door), median(bare));
        let ratio = door.as_secs_f64() / bare.as_secs_f64();
        println!("door {door:?}, bare in {mode} and {synchronous} {bare:?}, ratio {ratio:.2}");
    }
}

#[test]
#[ignore = "a measurement"]
fn a_large_file() {
    let (folder, path) = folder();
    let mut store = filled(&path);
    let mut edits = Vec::new();
    for measure in 0..1000 {
        let name = format!("m{measure}");
        edits.push(insert(
            Entity::Measure,
            &name,
            &[
                ("position", "80"),
                ("unit", "percent"),
                ("name", "Something counted each quarter"),
            ],
        ));
        for quarter in 1..=4 {
            for year in ["2010-11", "2011-12", "2012-13", "2013-14"] {
                let period = format!("{year}-q{quarter}");
                let value = format!("{name}/actual/{period}");
                edits.push(insert(
                    Entity::Value,
                    &value,
                    &[
                        ("measure", &name),
                        ("series", "actual"),
                        ("period", &period),
                        ("amount", "19.90"),
                        ("note", "Rolling"),
                    ],
                ));
            }
        }
    }
    for number in 0..60 {
        let entry = format!("e{number}");
        let measure = format!("m{number}");
        edits.push(insert(
            Entity::Entry,
            &entry,
            &[
                ("section", "q2/key"),
                ("position", "80"),
                ("measure", &measure),
                ("commentary", &"A sentence about it. ".repeat(30)),
            ],
        ));
    }
    let start = Instant::now();
    store.transact(&author(1), &LABEL, &edits).unwrap();
    println!(
        "{} edits in one transaction: {:?}",
        edits.len(),
        start.elapsed()
    );
    let book = timed("book of everything", || {
        store.book(&Scope::Everything).unwrap()
    });
    timed("book of one report", || {
        store.book(&Scope::Report(Id::new(id("q2")))).unwrap()
    });
    timed("verify", || store.verify().unwrap());
    drop(store);
    println!("{} bytes", std::fs::metadata(&path).unwrap().len());
    timed("open", || Store::open(&path, options()).unwrap());
    timed("open for reading", || Store::open_read_only(&path).unwrap());
    let copy = folder.path().join("copy.outturn");
    timed("import of the book", || {
        Store::create_from(&copy, options(), &author(1), &LABEL, &book).unwrap()
    });
}

/// Bringing in ten thousand changes of another copy, against putting as many rows into a bare table
/// of the same form in one transaction.
#[test]
#[ignore = "a measurement"]
fn ten_thousand_changes_brought_in() {
    const CHANGES: usize = 10_000;
    // One in so many puts a row in; the others write a cell.
    const EVERY: usize = 10;
    let (folder, path) = folder();
    let mut store = filled(&path);
    let copy = folder.path().join("copy.outturn");
    store.save_copy(&copy).unwrap();
    let mut other = Store::open(&copy, no_typing()).unwrap();
    for number in 0..CHANGES {
        let name = format!("made-{number}");
        let text = format!("{number}: {}", "what is said about it ".repeat(5));
        let edit = match number % EVERY {
            0 => insert(
                Entity::Risk,
                &name,
                &[("entry", "q2/ni-056"), ("position", "80"), ("text", &text)],
            ),
            _ => set(Entity::Entry, "q2/ni-056", "commentary", Some(&text)),
        };
        other
            .transact(&author(number as i64), &LABEL, &[edit])
            .unwrap();
    }
    let changes = other.changes_all().unwrap();
    let bytes = timed("writing the changes", || changes.to_bytes());
    println!("{} bytes", bytes.len());
    let changes = timed("reading the changes", || Changes::read(&bytes).unwrap());
    let mut times = Vec::new();
    for _ in 0..5 {
        let start = Instant::now();
        store
            .preview(&author(1), std::slice::from_ref(&changes))
            .unwrap();
        times.push(start.elapsed());
    }
    let preview = median(times);
    let start = Instant::now();
    store.bring_in(&author(1), &[changes]).unwrap();
    let brought = start.elapsed();
    let mut bare = Vec::new();
    for number in 0..5 {
        let conn = Connection::open(folder.path().join(format!("{number}.bare"))).unwrap();
        conn.execute_batch(
            r#"PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL;
               CREATE TABLE "change" ("id" INTEGER PRIMARY KEY, "person" TEXT, "at" TEXT, "chain" BLOB) STRICT;
               CREATE TABLE "cell" ("id" INTEGER PRIMARY KEY, "table" TEXT, "row" TEXT, "field" TEXT, "before" TEXT, "after" TEXT) STRICT;"#,
        )
        .unwrap();
        let text = "what is said about it ".repeat(5);
        let start = Instant::now();
        conn.execute_batch("BEGIN").unwrap();
        let mut cell = 0_i64;
        for number in 0..CHANGES as i64 {
            conn.prepare_cached(r#"INSERT INTO "change" VALUES (?, 'Head of Service', '2026-07-01T09:00:00+01:00', zeroblob(32))"#)
                .unwrap()
                .execute([number])
                .unwrap();
            for _ in 0..if number % EVERY as i64 == 0 { 3 } else { 1 } {
                cell += 1;
                conn.prepare_cached(
                    r#"INSERT INTO "cell" VALUES (?, 'entry', 'q2/ni-056', 'commentary', ?, ?)"#,
                )
                .unwrap()
                .execute((cell, &text, &text))
                .unwrap();
            }
        }
        conn.execute_batch("COMMIT").unwrap();
        bare.push(start.elapsed());
    }
    let bare = median(bare);
    let ratio = brought.as_secs_f64() / bare.as_secs_f64();
    println!("brought in {brought:?} (preview {preview:?}), bare {bare:?}, ratio {ratio:.2}");
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    println!("{what}: {:?}", start.elapsed());
    done
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
