//! The text form: everything a directorate's file holds, as a folder of TOML, CSV and Markdown.
//!
//! `tests/samples/README.md` describes the folder for people; this module reads and writes it. What
//! a table's rows look like follows from the model's list of fields; only which file holds which
//! table is said here, in `layout`. Reading and writing are pure, from and to a folder in memory;
//! the disk is touched in `folder` alone.

use std::path::Path;

use outturn_model::Book;

mod cells;
mod csv;
mod folder;
mod front_matter;
mod gather;
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

pub use layout::FORMAT;
pub use problem::{MOST_PROBLEMS, TextFormProblem, WriteProblem};

/// Reads the folder `dir` as a book.
///
/// Nothing outside `dir` is read: a link in it is a problem, and is not followed. References are
/// checked, so every row of the book points to rows that are there.
///
/// # Errors
/// Everything that is wrong with the folder, in order of file and line, up to [`MOST_PROBLEMS`];
/// at least one problem.
pub fn read(dir: &Path) -> Result<Book, Vec<TextFormProblem>> {
    let mut problems = problem::Problems::default();
    let folder = folder::load(dir, &mut problems);
    read::book(folder.as_ref(), problems)
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
    read::book(Some(&folder), problems)
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
    let folder = write::folder(book).map_err(|places| WriteProblem::NoPlace { places })?;
    folder::save(&folder, dir)
}
