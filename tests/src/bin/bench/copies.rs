//! Bringing in what another copy did.

use std::path::Path;
use std::time::{Duration, Instant};

use outturn_model::{Edit, Entity, RowId};
use outturn_store::{Author, Changes, Label, Store};
use outturn_tests::outside::Rehearsal;
use outturn_tests::reports;
use rusqlite::Connection;

use crate::{Measured, alternately};

const CARDS: usize = 60;
const CHANGES: usize = 10_000;

/// Ten thousand changes of another copy, checked, weighed and brought in, against putting as many rows
/// with as many cells into two bare tables in one transaction on the same disk. The changes file is
/// read before, as the rows of the bare import are at hand.
///
/// # Errors
/// What could not be made.
pub fn bring_in(folder: &Path) -> Result<Measured, String> {
    let outside = Rehearsal::new(folder);
    let by = outside.author();
    let [ours, theirs] = ["handed-out.outturn", "worked-on.outturn"].map(|name| folder.join(name));
    let book = reports::cards(CARDS);
    let label = Label::new("edit-start");
    let first = Store::create_from(&ours, outside.options(), &by, &label, &book).map_err(said)?;
    first.save_copy(&theirs).map_err(said)?;
    let mut other = Store::open(&theirs, outside.options()).map_err(said)?;
    for number in 0..CHANGES {
        other
            .transact(&by, &Label::new("edit-set"), &[written(number)?])
            .map_err(said)?;
    }
    let bytes = other.changes_all().map_err(said)?.to_bytes();
    let changes = Changes::read(&bytes).map_err(|fault| format!("{fault:?}"))?;

    let (mut round, mut failed) = (0, None);
    let times = alternately(5, || {
        round += 1;
        let copy = folder.join(format!("brought-{round}.outturn"));
        let bare = folder.join(format!("bare-{round}.sqlite"));
        let done = first
            .save_copy(&copy)
            .and_then(|()| Store::open(&copy, outside.options()))
            .map_err(said)
            .and_then(|mut store| through_the_file(&mut store, &by, &changes))
            .and_then(|ours| Ok((ours, by_themselves(&bare)?)));
        done.unwrap_or_else(|why| {
            failed = Some(why);
            (Duration::ZERO, Duration::ZERO)
        })
    });
    match failed {
        None => Ok(Measured {
            what: "bringing in 10,000 changes",
            against: "a bare SQLite import of as many rows",
            times,
            aim: 5.0,
        }),
        Some(why) => Err(format!("bringing in 10,000 changes: {why}")),
    }
}

fn written(number: usize) -> Result<Edit, String> {
    Ok(Edit::Set {
        entity: Entity::Entry,
        row: RowId::parse(&reports::card_id(number * 7 % CARDS)).map_err(said)?,
        field: "commentary",
        to: Some(words(number)),
    })
}

fn words(number: usize) -> String {
    format!("Edit {number}: fewer families waited for a first visit than in the quarter before.")
}

fn through_the_file(store: &mut Store, by: &Author, changes: &Changes) -> Result<Duration, String> {
    let began = Instant::now();
    let done = store
        .bring_in(by, std::slice::from_ref(changes))
        .map_err(said)?;
    let took = began.elapsed();
    match done.new.len() {
        CHANGES => Ok(took),
        other => Err(format!("{other} changes were brought in")),
    }
}

fn by_themselves(path: &Path) -> Result<Duration, String> {
    let mut conn = Connection::open(path).map_err(said)?;
    conn.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL;
         CREATE TABLE change (id INTEGER PRIMARY KEY, kind TEXT, label TEXT, person TEXT, at TEXT,
                              content BLOB, before BLOB, chain BLOB) STRICT;
         CREATE TABLE cell (id INTEGER PRIMARY KEY, change INTEGER, kind TEXT, entity TEXT, row TEXT,
                            field TEXT, before TEXT, after TEXT) STRICT;",
    )
    .map_err(said)?;
    let began = Instant::now();
    let tx = conn.transaction().map_err(said)?;
    for (id, number) in (1_i64..).zip(0..CHANGES) {
        tx.prepare_cached(
            "INSERT INTO change VALUES (?, 'edit', 'edit-set', 'Head of Service',
             '2026-07-01T09:00:00+01:00', randomblob(32), randomblob(32), randomblob(32))",
        )
        .and_then(|mut statement| statement.execute([id]))
        .map_err(said)?;
        let card = reports::card_id(number * 7 % CARDS);
        tx.prepare_cached(
            "INSERT INTO cell VALUES (?1, ?1, 'update', 'entry', ?2, 'commentary', ?3, ?4)",
        )
        .and_then(|mut statement| {
            statement.execute((id, card, words(number), words(number + CARDS)))
        })
        .map_err(said)?;
    }
    tx.commit().map_err(said)?;
    Ok(began.elapsed())
}

fn said(error: impl ToString) -> String {
    error.to_string()
}
