//! The text form: everything a directorate's file holds, as a folder of TOML, CSV and Markdown.
//!
//! `tests/samples/README.md` describes the folder for people; this module reads and writes it. What
//! a table's rows look like follows from the model's list of fields; only which file holds which
//! table is said here, in `layout`. Reading and writing are pure, from and to a folder in memory;
//! the disk is touched in `folder` alone.

use std::path::Path;

use outturn_model::Book;
use outturn_model::history::HistoryLine;

mod cells;
mod csv;
mod folder;
mod front_matter;
mod gather;
mod history;
mod layout;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod page;
mod problem;
mod read;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod round_trip;
mod statement;
mod toml_in;
mod toml_out;
mod write;

pub use layout::{FORMAT, HISTORY_FILE};
pub use problem::{MOST_PROBLEMS, Obstacle, TextFormProblem, WriteProblem};

/// What a folder holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// The content.
    pub book: Book,
    /// The history that led to it; nothing where the folder has none. Whether it does lead to the
    /// content is for the file to say that takes both in.
    pub history: Vec<HistoryLine>,
    /// The line of [`HISTORY_FILE`] on which each line of history begins.
    pub lines: Vec<usize>,
}

/// Reads the folder `dir` as a book, and the history that led to it.
///
/// Nothing outside `dir` is read: a link in it is a problem, and is not followed. References are
/// checked, so every row of the book points to rows that are there.
///
/// # Errors
/// Everything that is wrong with the folder, in order of file and line, up to [`MOST_PROBLEMS`];
/// at least one problem.
pub fn read_whole(dir: &Path) -> Result<Whole, Vec<TextFormProblem>> {
    let mut problems = problem::Problems::default();
    let folder = folder::load(dir, &mut problems);
    read::whole(folder.as_ref(), problems)
}

/// Reads the folder `dir` as a book.
///
/// # Errors
/// As [`read_whole`].
pub fn read(dir: &Path) -> Result<Book, Vec<TextFormProblem>> {
    read_whole(dir).map(|whole| whole.book)
}

/// Reads a folder that is in memory, such as one the program carries: the path of each file inside
/// the folder, and its bytes.
///
/// # Errors
/// As [`read`].
pub fn read_files<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<Book, Vec<TextFormProblem>> {
    let mut problems = problem::Problems::default();
    let folder = folder::gather(files, &mut problems);
    read::whole(Some(&folder), problems).map(|whole| whole.book)
}

/// Writes a book as the folder `dir`, which must not exist yet or be empty.
///
/// The folder appears whole or not at all: it is written beside `dir` and then given its name. The
/// same book gives the same bytes. A reference to a row that is not there is written as it is;
/// reading the folder back will name it.
///
/// # Errors
/// [`WriteProblem`]; nothing is left behind then.
pub fn write(book: &Book, dir: &Path) -> Result<(), WriteProblem> {
    write_whole(book, &[], dir)
}

/// Writes a book and the history that led to it as the folder `dir`.
///
/// # Errors
/// As [`write`].
pub fn write_whole(book: &Book, history: &[HistoryLine], dir: &Path) -> Result<(), WriteProblem> {
    let mut folder = write::folder(book).map_err(|places| WriteProblem::NoPlace { places })?;
    if !history.is_empty() {
        let text = history::write(history);
        folder.files.insert(HISTORY_FILE.to_owned(), text);
    }
    folder::save(&folder, dir)
}
