//! Opening a file.

use std::path::Path;
use std::time::Instant;

use outturn_api::opening::{create, open};
use outturn_model::{Book, Edit, Entity, RowId};
use outturn_store::{Label, Store};
use outturn_tests::outside::Rehearsal;
use outturn_tests::reports;

use crate::search::{REPORTS, rolled};
use crate::{Measured, alternately};

const CARDS: usize = 60;
/// What is written in five years: each card of each quarter, seventeen times.
const CHANGES: usize = REPORTS * CARDS * 17;

/// Opening a file of five years that keeps every change it went through, against opening one of the
/// same content that knows of none: until it can be read, edited and shown.
///
/// # Errors
/// What could not be made.
pub fn opening(folder: &Path) -> Result<Measured, String> {
    let outside = Rehearsal::new(folder);
    let [lived, new] = ["lived.outturn", "new.outturn"].map(|name| folder.join(name));
    let book = rolled(&reports::cards(CARDS), REPORTS - 1)?;
    let book = write(&lived, &book, &outside)?;
    drop(create(&new, &book, &outside).map_err(|stop| format!("{stop:?}"))?);

    let mut failed = None;
    let times = alternately(21, || {
        [&lived, &new]
            .map(|path| {
                let began = Instant::now();
                let opened = open(path, false, None, &outside);
                let took = began.elapsed();
                if let Err(stop) = opened {
                    failed = Some(format!("opening a file: {stop:?}"));
                }
                took
            })
            .into()
    });
    match failed {
        None => Ok(Measured {
            what: "opening a file with 5 years of history",
            against: "opening one of that content with none",
            times,
            aim: 1.2,
        }),
        Some(why) => Err(why),
    }
}

/// Makes a file, and writes in it for five years.
fn write(path: &Path, book: &Book, outside: &Rehearsal) -> Result<Book, String> {
    let by = outside.author();
    let started = Label::new("edit-start");
    let mut store =
        Store::create_from(path, outside.options(), &by, &started, book).map_err(said)?;
    let cards: Vec<&RowId> = book.entries.iter().map(|card| card.id.row()).collect();
    for number in 0..CHANGES {
        let row = cards
            .get(number * 7 % cards.len())
            .ok_or("There is no card.")?;
        let words = format!("Edit {number}: fewer families waited than in the quarter before.");
        let edit = Edit::Set {
            entity: Entity::Entry,
            row: (*row).clone(),
            field: "commentary",
            to: Some(words),
        };
        let label = Label::new("edit-set");
        store.transact(&by, &label, &[edit]).map_err(said)?;
    }
    store.book(&outturn_store::Scope::Everything).map_err(said)
}

fn said(error: impl ToString) -> String {
    error.to_string()
}
