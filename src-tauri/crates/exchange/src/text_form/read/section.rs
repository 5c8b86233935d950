//! A section: its own file, its lists, its statement and its entries.

use outturn_model::cell::CellType as _;
use outturn_model::section::SectionKind;
use outturn_model::{Entity, Message, RowId};

use super::super::cells::{Given, Written};
use super::super::folder::{Folder, joined};
use super::super::front_matter::{self, FenceFault, Parts};
use super::super::gather::{Siblings, Standing};
use super::super::problem::At;
use super::super::toml_in::{Item, Toml};
use super::super::{layout, statement};
use super::{Reader, number_of, numbered_id};

/// The columns of a table; nothing where they could not be read.
pub(super) type Columns = Option<Vec<statement::Head>>;

impl Reader {
    /// A section's own row, and its kind where that is known and says which files may stand there.
    pub(super) fn section(
        &mut self,
        folder: &Folder,
        path: &str,
        standing: &Standing<'_>,
        siblings: &mut Siblings,
    ) -> (RowId, Option<SectionKind>) {
        let file = joined(path, layout::SECTION_FILE);
        let text = self.needed(folder, path, layout::SECTION_FILE);
        let parts = text.and_then(|text| self.front_matter(&file, text));
        let toml = parts.as_ref().and_then(|parts| {
            Toml::parse(&file, parts.toml, 2, &mut self.gather.problems).map(|toml| (toml, parts))
        });
        let Some((toml, parts)) = toml else {
            return (self.unread(Entity::Section, &[], standing), None);
        };
        let mut row = toml.row(
            toml.top(),
            Entity::Section,
            &[layout::UNPRINTED],
            &mut self.gather.problems,
        );
        // Problems of the front matter as a whole are told of its first line.
        row.line = 1;
        set_body(&mut row, Entity::Section, parts);
        if let Some(text) = folder.files.get(layout::COMMENTS_FILE) {
            let file = joined(path, layout::COMMENTS_FILE);
            let (cell, line) = self.comments(&file, text);
            let given = Given::InFile { cell, file, line };
            row.set(Entity::Section, layout::COMMENTS, given);
        }
        let kind = match row.given(Entity::Section, "kind") {
            Some(Given::Refused) | None => None,
            _ if toml.flag(layout::UNPRINTED, &mut self.gather.problems) => None,
            Some(given) => SectionKind::from_cell(given.cell().as_deref()).ok(),
        };
        let section = self
            .gather
            .add(&file, Entity::Section, row, standing, siblings);
        (section, kind)
    }

    /// The narrative of a file of comments, and its first line.
    fn comments(&mut self, file: &str, text: &str) -> (Option<String>, usize) {
        let begins_fenced = text.lines().next().is_some_and(front_matter::is_fence);
        if !begins_fenced {
            return (front_matter::body(text).map(str::to_owned), 1);
        }
        let Some(parts) = self.front_matter(file, text) else {
            return (None, 1);
        };
        let problems = &mut self.gather.problems;
        if let Some(toml) = Toml::parse(file, parts.toml, 2, problems)
            && toml.top().says_more_than(&[])
        {
            let at = At::line(file, 2);
            problems.add(at, Message::new("form-comments-have-no-keys"));
        }
        (parts.body.map(str::to_owned), parts.body_line)
    }

    /// What stands in a section besides its own row and its sections.
    /// A file of another kind of section is not read: nobody would see it on paper.
    pub(super) fn section_files(
        &mut self,
        folder: &Folder,
        path: &str,
        section: &RowId,
        kind: Option<SectionKind>,
    ) {
        let mut known = vec![
            layout::SECTION_FILE,
            layout::COMMENTS_FILE,
            layout::STATEMENT_FILE,
        ];
        known.extend(layout::SECTION_LISTS.iter().map(|file| file.name));
        let is_entry = |name: &str| name.ends_with(".md") && number_of(name).is_some();
        self.unknown_files(folder, path, &known, is_entry);
        let held = |file: &str| {
            let prints = |kind| layout::files_of(kind).contains(&file);
            layout::is_of_any_kind(file) || kind.is_none_or(prints)
        };
        let mut columns: Columns = Some(Vec::new());
        for list in layout::SECTION_LISTS {
            if !held(list.name) {
                self.of_another_kind(folder, path, list.name, list.entities, kind);
                continue;
            }
            let rows = self.lists(folder, path, list.name, list.entities, Some(section));
            if list.entities == [Entity::Column] {
                let known = rows.filter(|_| self.gather.is_whole(Entity::Column));
                columns = known.map(|ids| {
                    let kind = |id: &RowId| self.gather.cell(Entity::Column, id, "kind");
                    let columns = ids.into_iter().map(|id| {
                        let kind = kind(&id);
                        (id, kind)
                    });
                    statement::heads(section, columns.collect())
                });
            }
        }
        if !held(layout::STATEMENT_FILE) {
            let file = layout::STATEMENT_FILE;
            self.of_another_kind(folder, path, file, &[Entity::Line], kind);
        } else if let Some(text) = folder.files.get(layout::STATEMENT_FILE) {
            self.statement(
                &joined(path, layout::STATEMENT_FILE),
                text,
                section,
                &columns,
            );
        } else if folder.has(layout::STATEMENT_FILE) {
            self.gather.leave_incomplete(Entity::Line);
        }
        let entries = folder.files.keys().filter(|name| is_entry(name));
        if !held(layout::ENTRY_FILES) {
            for name in entries {
                self.of_another_kind(folder, path, name, &[Entity::Entry], kind);
            }
            return;
        }
        let entries = entries.filter_map(|name| Some((name.as_str(), name.strip_suffix(".md")?)));
        let mut siblings = Siblings::default();
        for (name, slug) in self.numbered(path, entries) {
            let standing = Standing {
                parent: Some(section),
                id: Some(format!("{section}/{slug}")),
                ..Standing::default()
            };
            self.entry(
                &joined(path, name),
                &folder.files[name],
                &standing,
                &mut siblings,
            );
        }
    }

    /// Tells of a file, if it is there, that a section of this kind does not print.
    fn of_another_kind(
        &mut self,
        folder: &Folder,
        path: &str,
        name: &str,
        entities: &[Entity],
        kind: Option<SectionKind>,
    ) {
        let Some(kind) = kind.filter(|_| folder.has(name)) else {
            return;
        };
        self.unread_lists(entities);
        let listed = match number_of(name) {
            Some(_) => layout::ENTRY_FILES,
            None => name,
        };
        let kinds = SectionKind::ALL.iter();
        let kinds = kinds.filter(|kind| layout::files_of(**kind).contains(&listed));
        let kinds: Vec<&str> = kinds.map(|kind| kind.as_str()).collect();
        let holds = layout::files_of(kind);
        let message = match holds {
            [] => Message::new("form-file-of-no-kind"),
            _ => Message::new("form-file-of-another-kind").with("holds", holds.join(", ")),
        };
        let message = message
            .with("kind", kind.as_str())
            .with("kinds", kinds.join(", "));
        self.problem(At::file(&joined(path, name)), message);
    }

    fn entry(&mut self, file: &str, text: &str, standing: &Standing<'_>, siblings: &mut Siblings) {
        let lists = layout::ENTRY_LISTS;
        let parts = self.front_matter(file, text);
        let toml = parts.as_ref().and_then(|parts| {
            Toml::parse(file, parts.toml, 2, &mut self.gather.problems).map(|toml| (toml, parts))
        });
        let Some((toml, parts)) = toml else {
            self.unread(Entity::Entry, lists, standing);
            return;
        };
        let mut row = self.row_with_lists(&toml, Entity::Entry, lists);
        row.line = 1;
        set_body(&mut row, Entity::Entry, parts);
        let entry = self
            .gather
            .add(file, Entity::Entry, row, standing, siblings);
        self.list_rows(&toml, toml.top(), lists, Some(&entry));
    }

    /// A TOML file of lists, if it is there. Returns the ids of its rows in order, or nothing where
    /// it could not be read.
    pub(super) fn lists(
        &mut self,
        folder: &Folder,
        path: &str,
        name: &str,
        entities: &[Entity],
        parent: Option<&RowId>,
    ) -> Option<Vec<RowId>> {
        let file = joined(path, name);
        let text = match folder.files.get(name) {
            Some(text) => text,
            None if !folder.has(name) => return Some(Vec::new()),
            None => {
                self.unread_lists(entities);
                return None;
            }
        };
        let Some(toml) = Toml::parse(&file, text, 1, &mut self.gather.problems) else {
            self.unread_lists(entities);
            return None;
        };
        toml.only_lists(entities, &mut self.gather.problems);
        Some(self.list_rows(&toml, toml.top(), entities, parent))
    }

    /// Says that lists, and those in their rows, could not be read.
    fn unread_lists(&mut self, entities: &[Entity]) {
        for entity in entities {
            self.gather.leave_incomplete(*entity);
            self.unread_lists(layout::inner_lists(*entity));
        }
    }

    /// The rows of lists in a table, and the lists in each of them.
    pub(super) fn list_rows(
        &mut self,
        toml: &Toml<'_>,
        item: Item<'_>,
        entities: &[Entity],
        parent: Option<&RowId>,
    ) -> Vec<RowId> {
        let mut ids = Vec::new();
        for entity in entities {
            let mut siblings = Siblings::default();
            let items = toml.list(item, *entity, &mut self.gather.problems);
            for (index, item) in items.into_iter().enumerate() {
                let inner = layout::inner_lists(*entity);
                let also: Vec<&str> = inner.iter().map(|list| list.table()).collect();
                let row = toml.row(item, *entity, &also, &mut self.gather.problems);
                let standing = Standing {
                    parent,
                    within: None,
                    id: parent.map(|parent| numbered_id(parent, *entity, index)),
                };
                let id = self
                    .gather
                    .add(toml.file, *entity, row, &standing, &mut siblings);
                self.list_rows(toml, item, inner, Some(&id));
                ids.push(id);
            }
        }
        ids
    }

    pub(super) fn row_with_lists(
        &mut self,
        toml: &Toml<'_>,
        entity: Entity,
        lists: &[Entity],
    ) -> Written {
        let also: Vec<&str> = lists.iter().map(|list| list.table()).collect();
        toml.row(toml.top(), entity, &also, &mut self.gather.problems)
    }

    fn front_matter<'t>(&mut self, file: &str, text: &'t str) -> Option<Parts<'t>> {
        let key = match front_matter::split(text) {
            Ok(parts) => return Some(parts),
            Err(FenceFault::Missing) => "form-front-matter-missing",
            Err(FenceFault::Open) => "form-front-matter-open",
        };
        self.problem(At::line(file, 1), Message::new(key));
        None
    }
}

fn set_body(row: &mut Written, entity: Entity, parts: &Parts<'_>) {
    if let (Some(field), Some(body)) = (layout::body(entity), parts.body) {
        let given = Given::Body {
            cell: Some(body.to_owned()),
            line: parts.body_line,
        };
        row.set(entity, field, given);
    }
}
