//! From a folder in memory to a book.

use std::collections::BTreeMap;

use outturn_model::{Entity, Message, RowId};

use super::Whole;
use super::folder::{Folder, joined};
use super::gather::{Gather, Siblings, Standing};
use super::history;
use super::layout;
use super::problem::{At, Problems, TextFormProblem, unknown};
use super::toml_in::Toml;

mod section;
mod table;

/// Reads a folder as a book and the history that led to it, or says everything that is wrong with
/// it. Without a folder there is only what the problems say already.
pub(crate) fn whole(
    folder: Option<&Folder>,
    problems: Problems,
) -> Result<Whole, Vec<TextFormProblem>> {
    let Some(folder) = folder else {
        return Err(problems.sorted());
    };
    let mut reader = Reader {
        gather: Gather::new(problems),
    };
    reader.top(folder).map_err(Problems::sorted)?;
    let text = folder.files.get(layout::HISTORY_FILE);
    let history = text.map(|text| history::read(text, &mut reader.gather.problems));
    let (lines, history) = history.unwrap_or_default().into_iter().unzip();
    let book = reader.gather.finish().map_err(Problems::sorted)?;
    Ok(Whole {
        book,
        history,
        lines,
    })
}

struct Reader {
    gather: Gather,
}

impl Reader {
    /// The whole folder. A folder of a newer format is read no further: what else seems wrong with
    /// it is not.
    fn top(&mut self, folder: &Folder) -> Result<(), Problems> {
        let mut known = vec![
            layout::DIRECTORATE_FILE,
            layout::MEASURES_FILE,
            layout::HISTORY_FILE,
        ];
        known.extend(layout::CSV_FILES.iter().map(|file| file.name));
        if !self.directorate(folder) {
            return Err(std::mem::take(&mut self.gather.problems));
        }
        self.unknown_files(folder, "", &known, |_| false);
        for file in layout::CSV_FILES {
            self.csv_file(folder, file.name, file.entity);
        }
        self.lists(folder, "", layout::MEASURES_FILE, &[Entity::Measure], None);
        for (name, inner) in &folder.folders {
            if name == layout::REPORTS_FOLDER {
                self.unknown_files(inner, name, &[], |_| false);
                for (report, folder) in &inner.folders {
                    self.report(folder, report);
                }
            } else {
                let message = unknown(
                    "form-unknown-folder-near",
                    "form-unknown-folder",
                    name,
                    &[layout::REPORTS_FOLDER],
                );
                self.problem(At::file(name), message);
            }
        }
        Ok(())
    }

    /// The directorate's own file. Returns whether its format can be read.
    fn directorate(&mut self, folder: &Folder) -> bool {
        let file = layout::DIRECTORATE_FILE;
        let Some(text) = self.needed(folder, "", file) else {
            return true;
        };
        let Some(toml) = Toml::parse(file, text, 1, &mut self.gather.problems) else {
            return true;
        };
        let problems = &mut self.gather.problems;
        if let Some((format, line)) = toml.whole_number(layout::FORMAT_KEY, problems) {
            let at = At::line(file, line).field(layout::FORMAT_KEY);
            if format > layout::FORMAT {
                let mut only = Problems::default();
                let message = Message::new("form-newer")
                    .with("format", format.to_string())
                    .with("known", layout::FORMAT.to_string());
                only.add(at, message);
                *problems = only;
                return false;
            }
            if format < 1 {
                let known = layout::FORMAT.to_string();
                problems.add(at, Message::new("form-no-format").with("known", known));
            }
        }
        let top = toml.top();
        if top.says_more_than(&[layout::FORMAT_KEY]) {
            let row = toml.row(top, Entity::Directorate, &[layout::FORMAT_KEY], problems);
            let standing = Standing {
                id: Some(layout::DIRECTORATE_ID.to_owned()),
                ..Standing::default()
            };
            let mut siblings = Siblings::default();
            self.gather
                .add(file, Entity::Directorate, row, &standing, &mut siblings);
        }
        true
    }

    fn report(&mut self, folder: &Folder, name: &str) {
        let path = joined(layout::REPORTS_FOLDER, name);
        let file = joined(&path, layout::REPORT_FILE);
        self.unknown_files(folder, &path, &[layout::REPORT_FILE], |_| false);
        let standing = Standing {
            id: Some(name.to_owned()),
            ..Standing::default()
        };
        let mut siblings = Siblings::default();
        let lists = layout::REPORT_LISTS;
        let text = self.needed(folder, &path, layout::REPORT_FILE);
        let toml = text.and_then(|text| Toml::parse(&file, text, 1, &mut self.gather.problems));
        let report = match &toml {
            Some(toml) => {
                let row = self.row_with_lists(toml, Entity::Report, lists);
                let report = self
                    .gather
                    .add(&file, Entity::Report, row, &standing, &mut siblings);
                self.list_rows(toml, toml.top(), lists, Some(&report));
                report
            }
            None => self.unread(Entity::Report, lists, &standing),
        };
        self.sections(folder, &path, &report, None);
    }

    /// The sections in a folder, in the order of their numbers.
    fn sections(&mut self, folder: &Folder, path: &str, report: &RowId, within: Option<&RowId>) {
        let mut siblings = Siblings::default();
        let names = folder.folders.keys();
        for (name, slug) in self.numbered(path, names.map(|name| (name.as_str(), name.as_str()))) {
            let standing = Standing {
                parent: Some(report),
                within,
                id: Some(format!("{report}/{slug}")),
            };
            let inside = joined(path, name);
            let folder = &folder.folders[name];
            let (section, kind) = self.section(folder, &inside, &standing, &mut siblings);
            self.section_files(folder, &inside, &section, kind);
            self.sections(folder, &inside, report, Some(&section));
        }
    }

    /// Tells of files that nothing would read.
    pub(super) fn unknown_files(
        &mut self,
        folder: &Folder,
        path: &str,
        known: &[&str],
        also: impl Fn(&str) -> bool,
    ) {
        let unknown_names = folder
            .files
            .keys()
            .filter(|name| !known.contains(&name.as_str()) && !also(name));
        for name in unknown_names {
            let message = if known.is_empty() {
                Message::new("form-no-files-here")
            } else {
                unknown("form-unknown-file-near", "form-unknown-file", name, known)
            };
            self.problem(At::file(&joined(path, name)), message);
        }
    }

    /// Names and what follows their numbers, in the order of the numbers. A name without one, or
    /// with the same as another, is a problem.
    pub(super) fn numbered<'n>(
        &mut self,
        path: &str,
        names: impl Iterator<Item = (&'n str, &'n str)>,
    ) -> Vec<(&'n str, &'n str)> {
        let mut found: BTreeMap<(u32, &str), &str> = BTreeMap::new();
        for (name, stem) in names {
            match number_of(stem) {
                Some((number, slug)) => {
                    found.insert((number, name), slug);
                }
                None => {
                    let at = joined(path, name);
                    self.problem(At::file(&at), Message::new("form-folder-without-number"));
                }
            }
        }
        let mut last: Option<(u32, &str)> = None;
        for (number, name) in found.keys() {
            if let Some((before, other)) = last
                && before == *number
            {
                let message = Message::new("form-same-number").with("other", other);
                self.problem(At::file(&joined(path, name)), message);
            }
            last = Some((*number, name));
        }
        found
            .into_iter()
            .map(|((_, name), slug)| (name, slug))
            .collect()
    }

    /// The text of a file that must be there.
    pub(super) fn needed<'f>(
        &mut self,
        folder: &'f Folder,
        path: &str,
        name: &str,
    ) -> Option<&'f str> {
        if !folder.has(name) {
            let file = joined(path, name);
            let key = match name {
                layout::DIRECTORATE_FILE => "form-directorate-missing",
                _ => "form-file-missing",
            };
            self.problem(At::file(&file), Message::new(key));
        }
        folder.files.get(name).map(String::as_str)
    }

    /// The id of a row whose file could not be read, so that what hangs under it can be checked.
    pub(super) fn unread(
        &mut self,
        entity: Entity,
        lists: &[Entity],
        standing: &Standing<'_>,
    ) -> RowId {
        for list in lists {
            self.gather.leave_incomplete(*list);
        }
        let unnamed = self.gather.nameless(entity);
        let own = standing.id.as_deref().and_then(|id| RowId::parse(id).ok());
        own.unwrap_or(unnamed)
    }

    pub(super) fn problem(&mut self, at: At<'_>, message: Message) {
        self.gather.problems.add(at, message);
    }
}

/// The number at the start of a name, of two digits or more, and what follows it.
fn number_of(name: &str) -> Option<(u32, &str)> {
    let (digits, slug) = name.split_once('-')?;
    let is_number = digits.len() >= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| digits.parse().ok()).flatten()?;
    (!slug.is_empty()).then_some((number, slug))
}

/// The id of a row of a list that gives none.
pub(crate) fn numbered_id(parent: &RowId, entity: Entity, index: usize) -> String {
    format!("{parent}/{}-{}", entity.table(), index + 1)
}
