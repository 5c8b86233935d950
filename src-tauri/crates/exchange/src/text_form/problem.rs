//! What can be wrong with a folder, and with writing one.

use std::io;
use std::path::{Path, PathBuf};

use outturn_model::cell::EntryProblem;
use outturn_model::{Message, Place};

/// The most problems that are told at once.
pub const MOST_PROBLEMS: usize = 50;

/// Something in a folder that keeps it from being read as a directorate's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFormProblem {
    /// The file or folder, by its path inside the folder that is read, with `/`; empty for that
    /// folder itself.
    pub file: String,
    /// The line, from 1, where one line is to blame.
    pub line: Option<usize>,
    /// The key or column, where one is to blame.
    pub field: Option<String>,
    /// What is wrong, and what was expected.
    pub message: Message,
}

/// Why a folder was not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum WriteProblem {
    /// Something is there already that is not an empty folder.
    NotEmpty {
        /// The folder.
        dir: PathBuf,
    },
    /// The folder it is to stand in is not there.
    NoParent {
        /// The folder.
        dir: PathBuf,
    },
    /// The system refused.
    Disk {
        /// The folder, as it was named.
        dir: PathBuf,
        /// Why, as far as the system says.
        why: Obstacle,
    },
    /// Rows of the book that have no place in a folder, because what they hang under is not there,
    /// stands in itself or belongs to another report, because two have one id, or because an id
    /// does not follow from what it joins. A file that its own program wrote has none.
    NoPlace {
        /// The rows.
        places: Vec<Place>,
    },
}

/// Why the system refused to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// This person may not write there.
    NotAllowed,
    /// There is no room.
    Full,
    /// A name is longer than one can be.
    NameTooLong,
    /// Something else.
    Other,
}

impl WriteProblem {
    /// What an error means that came of writing a folder.
    pub(crate) fn of(dir: &Path, error: &io::Error) -> Self {
        let why = match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Obstacle::NotAllowed
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Obstacle::Full,
            io::ErrorKind::InvalidFilename => Obstacle::NameTooLong,
            _ => Obstacle::Other,
        };
        Self::Disk {
            dir: dir.to_owned(),
            why,
        }
    }

    /// The sentence to show.
    pub fn message(&self) -> Message {
        let shown = |path: &PathBuf| path.display().to_string();
        match self {
            Self::NotEmpty { dir } => {
                Message::new("form-write-not-empty").with("folder", shown(dir))
            }
            Self::NoParent { dir } => {
                Message::new("form-write-no-parent").with("folder", shown(dir))
            }
            Self::Disk { dir, why } => Message::new(match why {
                Obstacle::NotAllowed => "form-write-not-allowed",
                Obstacle::Full => "form-write-full",
                Obstacle::NameTooLong => "form-write-name-too-long",
                Obstacle::Other => "form-write-disk",
            })
            .with("folder", shown(dir)),
            Self::NoPlace { places } => {
                let rows: Vec<String> = places.iter().take(10).map(Place::to_string).collect();
                Message::new("form-write-no-place")
                    .with("count", places.len())
                    .with("rows", rows.join(", "))
            }
        }
    }
}

/// A point in a file that a problem can name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At<'a> {
    pub file: &'a str,
    pub line: Option<usize>,
    pub field: Option<&'a str>,
}

impl<'a> At<'a> {
    /// A whole file or folder.
    pub fn file(file: &'a str) -> Self {
        Self {
            file,
            line: None,
            field: None,
        }
    }

    /// A line of a file.
    pub fn line(file: &'a str, line: usize) -> Self {
        Self {
            line: Some(line),
            ..Self::file(file)
        }
    }

    /// A key or column, here.
    pub fn field(self, field: &'a str) -> Self {
        Self {
            field: Some(field),
            ..self
        }
    }
}

/// The problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<TextFormProblem>,
}

impl Problems {
    /// Takes a problem in, unless there are enough already.
    pub fn add(&mut self, at: At<'_>, message: Message) {
        if self.found.len() < MOST_PROBLEMS {
            self.found.push(TextFormProblem {
                file: at.file.to_owned(),
                line: at.line,
                field: at.field.map(str::to_owned),
                message,
            });
        }
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// What was found, in order of file and line.
    pub fn sorted(mut self) -> Vec<TextFormProblem> {
        self.found
            .sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        self.found
    }
}

/// The sentence about a cell whose text does not fit, where the text form expects something
/// narrower than a form on the screen does.
pub(crate) fn cell_message(problem: &EntryProblem) -> Message {
    match problem {
        EntryProblem::Missing => Message::new("form-cell-missing"),
        EntryProblem::NotANumber { text } => {
            Message::new("form-not-a-number").with("text", text.as_str())
        }
        EntryProblem::NotADate { text } => {
            Message::new("form-not-a-date").with("text", text.as_str())
        }
        other => other.message(),
    }
}

/// A sentence about a name that is not known, with the nearest known one where one is near:
/// `near` has the argument `nearest`, `far` the argument `known`.
pub(crate) fn unknown(
    near: &'static str,
    far: &'static str,
    name: &str,
    known: &[&str],
) -> Message {
    match nearest(name, known) {
        Some(nearest) => Message::new(near)
            .with("name", name)
            .with("nearest", nearest),
        None => Message::new(far)
            .with("name", name)
            .with("known", known.join(", ")),
    }
}

/// The known name that a wrong one was most likely meant to be.
pub(crate) fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let name: Vec<char> = name.chars().take(100).collect();
    let most = (name.len() / 3).max(1);
    let distances = known.iter().map(|known| (distance(&name, known), *known));
    let near = distances.filter(|(distance, _)| *distance <= most);
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// How many letters must be put in, taken out, changed or swapped with the next to make one word
/// of another.
fn distance(from: &[char], to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut before_last = vec![0; to.len() + 1];
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (i, &a) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &b) in to.iter().enumerate() {
            let changed = last[j] + usize::from(!a.eq_ignore_ascii_case(&b));
            let mut least = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a == to[j - 1] && from[i - 1] == b {
                least = least.min(before_last[j - 1] + 1);
            }
            row.push(least);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_if_any_is_near() {
        let known = ["heading", "kind", "lead", "new_page", "unnumbered"];
        for (name, expected) in [
            ("headng", Some("heading")),
            ("Kind", Some("kind")),
            ("idnk", None),
            ("knid", Some("kind")),
            ("new-page", Some("new_page")),
            ("un_numbered", Some("unnumbered")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(name, &known), expected, "{name:?}");
        }
    }
}
