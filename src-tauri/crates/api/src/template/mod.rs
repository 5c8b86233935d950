//! Templates and samples: those that the program carries in the text form, and a user's own.

mod graft;
mod own;
#[cfg(test)]
mod tests;

pub use graft::{Grafted, graft};
pub use own::{OWN_EXTENSION, layout_of, read_own};

use std::path::Path;

use include_dir::{Dir, include_dir};
use outturn_exchange::text_form;
use outturn_model::record::{Entity, FieldProblem, Kind, Row};
use outturn_model::{Book, Message, Period, RowId};

use crate::refusal::Stop;
use crate::wire::TemplateChoice;

/// Kinds of report that a new file can start from.
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
/// Whole files to look round in.
static SAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../tests/samples");

/// The period that stands in a template where a report's own is to stand.
const STAND_IN: &str = "2000-01-q1";

/// A template to start a report from.
#[derive(Debug, Clone, Copy)]
pub enum Template<'a> {
    /// One that the program carries, by its name.
    Carried(&'a str),
    /// One that a user saved, by the path of its file.
    Own(&'a Path),
}

impl<'a> Template<'a> {
    /// A template as a command line names it: by its name, or by the path of a file whose name ends
    /// as those of templates do.
    pub fn named(text: &'a str) -> Self {
        let path = Path::new(text);
        if path.extension().is_some_and(|end| end == OWN_EXTENSION) {
            Self::Own(path)
        } else {
            Self::Carried(text)
        }
    }

    /// The template that was asked for.
    pub fn of(choice: &'a TemplateChoice) -> Self {
        match choice {
            TemplateChoice::Carried(name) => Self::Carried(name),
            TemplateChoice::File(path) => Self::Own(Path::new(path)),
        }
    }

    /// Its content: a report of the stand-in period.
    ///
    /// # Errors
    /// If there is none of that name, or why its file cannot be used.
    pub fn book(&self) -> Result<Book, Stop> {
        match self {
            Self::Carried(name) => {
                read(&TEMPLATES, name).ok_or_else(|| Stop::new("template-not-there"))
            }
            Self::Own(path) => read_own(path),
        }
    }
}

/// The names of the templates, in order. The catalogue has `template-<name>` and
/// `template-<name>-about` for each.
pub fn templates() -> Vec<&'static str> {
    names(&TEMPLATES)
}

/// The names of the samples, in order. The catalogue has `sample-<name>` and `sample-<name>-about`
/// for each.
pub fn samples() -> Vec<&'static str> {
    names(&SAMPLES)
}

/// The content of a sample; nothing if there is none of that name.
pub fn sample(name: &str) -> Option<Book> {
    read(&SAMPLES, name)
}

/// The content of a new file: a template with the council, the directorate and the first report's
/// period in place.
///
/// # Errors
/// If the template cannot be used, or the council's or the directorate's name does not fit.
pub fn start(
    template: &Template<'_>,
    council: &str,
    directorate: &str,
    period: Period,
) -> Result<Book, Stop> {
    let template = template.book()?;
    let period = period.to_string();
    let named = |entity: Entity, row: &mut Row| {
        if entity == Entity::Directorate {
            for (field, text) in [("council", council), ("name", directorate)] {
                if let Some((at, _)) = entity.field(field) {
                    row.cells[at] = (!text.is_empty()).then(|| text.to_owned());
                }
            }
        }
    };
    let rows = |entity: Entity| {
        let mut rows = template.rows(entity);
        for row in &mut rows {
            in_period(entity, row, &period);
            named(entity, row);
        }
        rows
    };
    Book::from_rows(rows).map_err(|(entity, _, problem)| unfit(entity, &problem))
}

/// Why a row of a template does not fit: only what was typed for it can be at fault.
fn unfit(entity: Entity, FieldProblem { field, problem }: &FieldProblem) -> Stop {
    let key = match (entity, *field) {
        (Entity::Directorate, "council") => "template-council",
        (Entity::Directorate, _) => "template-directorate",
        _ => return Stop::new("template-not-there"),
    };
    Stop::Said(key, Message::new(key).with("reason", problem.message()))
}

fn names(of: &'static Dir<'_>) -> Vec<&'static str> {
    let mut names: Vec<_> = of.dirs().filter_map(|dir| dir.path().to_str()).collect();
    names.sort_unstable();
    names
}

/// Reads a folder that the program carries.
fn read(from: &'static Dir<'_>, name: &str) -> Option<Book> {
    let folder = from.get_dir(name)?;
    let mut files = Vec::new();
    let mut open = vec![folder];
    while let Some(dir) = open.pop() {
        open.extend(dir.dirs());
        files.extend(dir.files().filter_map(|file| {
            let path = file.path().strip_prefix(folder.path()).ok()?.to_str()?;
            Some((path, file.contents()))
        }));
    }
    text_form::read_files(files).ok()
}

/// Puts the report's period where the template has its stand-in: in periods, and at the start of ids
/// that are made from the report's.
fn in_period(entity: Entity, row: &mut Row, period: &str) {
    let moved = |id: &str| -> Option<String> {
        let rest = id.strip_prefix(STAND_IN)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| format!("{period}{rest}"))
    };
    if let Some(id) = moved(row.id.as_str()).and_then(|id| RowId::parse(&id).ok()) {
        row.id = id;
    }
    for (field, cell) in entity.fields().iter().zip(&mut row.cells) {
        if matches!(field.kind, Kind::Reference(_) | Kind::Period)
            && let Some(new) = cell.as_deref().and_then(moved)
        {
            *cell = Some(new);
        }
    }
}
