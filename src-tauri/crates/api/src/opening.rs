//! Opening and making files, and closing them to others with a passphrase.

use std::path::Path;

use outturn_model::Book;
use outturn_model::history::HistoryLine;
use outturn_store::{Holder, Label, OpenOptions, Passphrase, Store};

use crate::outside::Outside;
use crate::refusal::Stop;
use crate::session::{Session, author};

/// Opens a file, to write or to read only. The passphrase is asked of no file that is open to all.
///
/// # Errors
/// What is wrong with it; nothing is changed then.
pub fn open(
    path: &Path,
    read_only: bool,
    passphrase: Option<&Passphrase>,
    outside: &dyn Outside,
) -> Result<Session, Stop> {
    let store = if read_only {
        Store::open_read_only_with(path, passphrase)?
    } else {
        Store::open(path, options(outside).passphrase(passphrase.cloned()))?
    };
    Session::of(store)
}

/// Makes a new file that holds a book, and opens it.
///
/// # Errors
/// Why it cannot be made; there is no file then.
pub fn create(path: &Path, book: &Book, outside: &dyn Outside) -> Result<Session, Stop> {
    let label = Label::new("edit-start");
    let by = author(outside);
    Session::of(Store::create_from(
        path,
        options(outside),
        &by,
        &label,
        book,
    )?)
}

/// Makes a new file that holds a book and the history that led to it, and opens it.
///
/// # Errors
/// Why it cannot be made; there is no file then.
pub fn create_with_history(
    path: &Path,
    book: &Book,
    history: &[HistoryLine],
    outside: &dyn Outside,
) -> Result<Session, Stop> {
    let options = options(outside);
    Session::of(Store::create_with_history(path, options, book, history)?)
}

/// Gives a file that nobody has open another passphrase, its first one, or none any more.
///
/// # Errors
/// If the file cannot be opened or written, or the new passphrase is too short; the file is as it was.
pub(crate) fn set_passphrase(
    path: &Path,
    now: Option<&Passphrase>,
    then: Option<&Passphrase>,
    outside: &dyn Outside,
) -> Result<(), Stop> {
    let options = options(outside).passphrase(now.cloned());
    Ok(Store::set_passphrase(path, options, then)?)
}

fn options(outside: &dyn Outside) -> OpenOptions {
    OpenOptions::new(Holder {
        who: outside.person(),
        host: outside.host(),
        since: outside.now(),
    })
}
