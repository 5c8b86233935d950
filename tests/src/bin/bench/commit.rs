//! One edit in the file.

use std::path::Path;
use std::time::Instant;

use outturn_model::{Edit, Entity, Place, RowId};
use outturn_store::{Author, Label, Store};
use outturn_tests::outside::Rehearsal;
use outturn_tests::reports;
use rusqlite::Connection;

use crate::{Measured, alternately};

const CARDS: usize = 60;

/// One edit of a commentary through the store's door, with its history and its seal, against a bare
/// SQLite commit of the same cell of the same row: in the same journal mode, with the same lock and
/// the same care, on the same disk.
///
/// # Errors
/// What could not be made.
pub fn edit(folder: &Path) -> Result<Measured, String> {
    let [ours, theirs] = ["door.outturn", "bare.outturn"].map(|name| folder.join(name));
    let outside = Rehearsal::new(folder);
    let by = outside.author();
    let book = reports::cards(CARDS);
    let create = |path| {
        Store::create_from(
            path,
            outside.options(),
            &by,
            &Label::new("edit-start"),
            &book,
        )
    };
    let mut store = create(&ours).map_err(said)?;
    drop(create(&theirs).map_err(said)?);
    let bare = Connection::open(&theirs).map_err(said)?;
    bare.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = PERSIST; PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;",
    )
    .map_err(said)?;

    let (mut number, mut failed) = (0, None);
    let times = alternately(201, || {
        number += 1;
        let card = reports::card_id(number * 7 % CARDS);
        let text = format!(
            "Edit {number}: fewer families waited for a first visit than in the quarter before."
        );
        let began = Instant::now();
        let done = through_the_door(&mut store, &by, &card, &text);
        let ours_took = began.elapsed();
        let began = Instant::now();
        let bare_done = by_itself(&bare, &card, &text);
        let theirs_took = began.elapsed();
        if let Some(why) = done.err().or(bare_done.err()) {
            failed = Some(why);
        }
        (ours_took, theirs_took)
    });
    match failed {
        None => Ok(Measured {
            what: "one committed edit",
            against: "a bare SQLite commit of the cell",
            times,
            aim: 2.0,
        }),
        Some(why) => Err(format!("one committed edit: {why}")),
    }
}

fn through_the_door(store: &mut Store, by: &Author, card: &str, text: &str) -> Result<(), String> {
    let row = RowId::parse(card).map_err(said)?;
    let label = Label::about("edit-set", Place::cell(Entity::Entry, &row, "commentary"));
    let edit = Edit::Set {
        entity: Entity::Entry,
        row,
        field: "commentary",
        to: Some(text.to_owned()),
    };
    let done = store.transact(by, &label, &[edit]).map_err(said)?;
    done.change
        .map(drop)
        .ok_or_else(|| "nothing was changed".to_owned())
}

fn by_itself(conn: &Connection, card: &str, text: &str) -> Result<(), String> {
    let mut update = conn
        .prepare_cached("UPDATE entry SET commentary = ?2 WHERE id = ?1")
        .map_err(said)?;
    match update.execute([card, text]).map_err(said)? {
        1 => Ok(()),
        rows => Err(format!("{rows} rows were changed")),
    }
}

fn said(error: impl ToString) -> String {
    error.to_string()
}
