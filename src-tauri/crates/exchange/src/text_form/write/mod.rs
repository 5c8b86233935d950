//! From a book to a folder in memory.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use outturn_model::cell::CellType as _;
use outturn_model::position::Position;
use outturn_model::record::Kind;
use outturn_model::section::SectionKind;
use outturn_model::{Book, Entity, Place, Row, RowId};

use super::folder::Folder;
use super::front_matter;
use super::layout;
use super::read::numbered_id;
use super::statement::{self, AmountCell};
use super::toml_out::{self, Beside};
use names::{Named, report_names, siblings, slug};
use table::CsvTable;

mod names;
mod table;

/// Writes a book as a folder, or names the rows that have no place in one.
pub(crate) fn folder(book: &Book) -> Result<Folder, Vec<Place>> {
    let mut writer = Writer {
        rows: HashMap::new(),
        unplaced: Vec::new(),
    };
    for entity in Entity::ALL {
        writer.take_in(book, *entity);
    }
    let folder = writer.top();
    writer.unplaced.extend(
        writer
            .rows
            .iter()
            .flat_map(|((entity, ..), rows)| rows.iter().map(|row| Place::row(*entity, &row.id))),
    );
    if writer.unplaced.is_empty() {
        Ok(folder)
    } else {
        writer.unplaced.sort();
        Err(writer.unplaced)
    }
}

/// The rows that are not written yet, by where they stand: table, row they hang under, row of
/// their own table they stand in.
struct Writer {
    rows: HashMap<(Entity, Option<String>, Option<String>), Vec<Row>>,
    unplaced: Vec<Place>,
}

/// A row in its list, and what must be said beside its cells.
struct Listed {
    row: Row,
    beside: Beside,
}

impl Writer {
    /// Takes in the rows of a table that could be read back as they are.
    fn take_in(&mut self, book: &Book, entity: Entity) {
        let mut met = BTreeSet::new();
        let cell_of = |row: &Row, field: Option<&str>| {
            let (column, _) = entity.field(field?)?;
            row.cells[column].clone()
        };
        for row in book.rows(entity) {
            let key = entity.key().iter().map(|field| cell_of(&row, Some(field)));
            let key: Option<Vec<String>> = key.collect();
            let named = entity.key().is_empty()
                || key.is_some_and(|parts| parts.join("/") == row.id.as_str());
            let sound = named
                && RowId::parse(row.id.as_str()).is_ok()
                && entity.canonical(&row).as_ref() == Ok(&row)
                && met.insert(row.id.clone());
            if sound {
                let parent = cell_of(&row, entity.parent().map(|(_, by)| by));
                let within = cell_of(&row, layout::within(entity));
                self.rows
                    .entry((entity, parent, within))
                    .or_default()
                    .push(row);
            } else {
                self.unplaced.push(Place::row(entity, &row.id));
            }
        }
    }

    /// The rows that hang under a row, in order. Each is given out once.
    fn under(
        &mut self,
        entity: Entity,
        parent: Option<&RowId>,
        within: Option<&RowId>,
    ) -> Vec<Row> {
        let text = |id: Option<&RowId>| id.map(|id| id.as_str().to_owned());
        let mut rows = self
            .rows
            .remove(&(entity, text(parent), text(within)))
            .unwrap_or_default();
        if let Some((column, field)) = layout::divided_by(entity).and_then(|by| entity.field(by))
            && let Kind::Choice(words) = field.kind
        {
            rows.sort_by_key(|row| {
                let cell = row.cells[column].as_deref();
                words.iter().position(|word| Some(*word) == cell)
            });
        }
        rows
    }

    /// The rows of a table that hang under each of these.
    fn under_each(&mut self, entity: Entity, parents: &[Row]) -> Vec<Row> {
        let of = |parent: &Row| self.under(entity, Some(&parent.id), None);
        parents.iter().flat_map(of).collect()
    }

    fn top(&mut self) -> Folder {
        let mut folder = Folder::default();
        let mut put = |name: &str, text: String| {
            if !text.is_empty() {
                folder.files.insert(name.to_owned(), text);
            }
        };
        put(layout::DIRECTORATE_FILE, self.directorate());
        let measures = self.under(Entity::Measure, None, None);
        let people = self.under(Entity::Person, None, None);
        for file in layout::CSV_FILES {
            let rows = match file.entity {
                Entity::Value => self.under_each(file.entity, &measures),
                Entity::SigningKey => self.under_each(file.entity, &people),
                Entity::Person => people.clone(),
                entity => self.under(entity, None, None),
            };
            put(file.name, csv_table(file, rows));
        }
        put(
            layout::MEASURES_FILE,
            list_text(
                Entity::Measure,
                listed(Entity::Measure, measures, |_, _| None),
            ),
        );
        let reports = self.under(Entity::Report, None, None);
        if !reports.is_empty() {
            let names = report_names(&reports);
            let mut inner = Folder::default();
            for (report, name) in reports.into_iter().zip(names) {
                let report = self.report(report, &name);
                inner.folders.insert(name, report);
            }
            folder
                .folders
                .insert(layout::REPORTS_FOLDER.to_owned(), inner);
        }
        folder
    }

    fn directorate(&mut self) -> String {
        let mut text = format!("{} = {}\n", layout::FORMAT_KEY, layout::FORMAT);
        let mut rows = self.under(Entity::Directorate, None, None).into_iter();
        if let Some(row) = rows.next() {
            let says_nothing = row.cells.iter().all(Option::is_none);
            let beside = Beside {
                id: says_nothing || row.id.as_str() != layout::DIRECTORATE_ID,
                position: false,
            };
            text.push('\n');
            toml_out::keys(&mut text, Entity::Directorate, &row, beside);
        }
        let others = rows.map(|row| Place::row(Entity::Directorate, &row.id));
        self.unplaced.extend(others);
        text
    }

    fn report(&mut self, row: Row, name: &str) -> Folder {
        let mut text = String::new();
        let beside = Beside {
            id: row.id.as_str() != name,
            position: false,
        };
        toml_out::keys(&mut text, Entity::Report, &row, beside);
        self.lists(&mut text, layout::REPORT_LISTS, &row.id);
        let mut folder = Folder::default();
        folder.files.insert(layout::REPORT_FILE.to_owned(), text);
        folder.folders = self.sections(&row.id, None);
        folder
    }

    fn sections(&mut self, report: &RowId, within: Option<&RowId>) -> BTreeMap<String, Folder> {
        let rows = self.under(Entity::Section, Some(report), within);
        let describe = |row: &Row| cell(Entity::Section, row, "heading").map(slug);
        let mut folders = BTreeMap::new();
        for Named { name, listed } in siblings(Entity::Section, report, rows, describe) {
            let (id, mut folder) = self.section(listed);
            folder.folders = self.sections(report, Some(&id));
            folders.insert(name, folder);
        }
        folders
    }

    /// A section's own files.
    fn section(&mut self, Listed { row, beside }: Listed) -> (RowId, Folder) {
        let mut folder = Folder::default();
        let mut put = |name: &str, text: String| {
            if !text.is_empty() {
                folder.files.insert(name.to_owned(), text);
            }
        };
        let mut keys = String::new();
        toml_out::keys(&mut keys, Entity::Section, &row, beside);
        let comments = cell(Entity::Section, &row, layout::COMMENTS);
        put(
            layout::COMMENTS_FILE,
            comments.map(front_matter::join_bare).unwrap_or_default(),
        );
        for list in layout::SECTION_LISTS {
            if list.entities == [Entity::Column] {
                let heads = self.heads(&row.id);
                put(layout::STATEMENT_FILE, self.statement(&row.id, &heads));
            }
            let mut text = String::new();
            self.lists(&mut text, list.entities, &row.id);
            put(list.name, text);
        }
        let entries = self.entries(&row.id);
        let kind = SectionKind::from_cell(cell(Entity::Section, &row, "kind")).unwrap_or_default();
        let printed = layout::files_of(kind);
        let unprinted = (!entries.is_empty() && !printed.contains(&layout::ENTRY_FILES))
            || folder
                .files
                .keys()
                .any(|name| !layout::is_of_any_kind(name) && !printed.contains(&name.as_str()));
        if unprinted {
            keys.push_str(&format!("{} = true\n", layout::UNPRINTED));
        }
        let body = layout::body(Entity::Section).and_then(|body| cell(Entity::Section, &row, body));
        let text = front_matter::join(&keys, body);
        folder.files.insert(layout::SECTION_FILE.to_owned(), text);
        folder.files.extend(entries);
        (row.id, folder)
    }

    fn entries(&mut self, section: &RowId) -> Vec<(String, String)> {
        let rows = self.under(Entity::Entry, Some(section), None);
        let describe = |row: &Row| cell(Entity::Entry, row, "measure").map(slug);
        let mut files = Vec::new();
        for Named { name, listed } in siblings(Entity::Entry, section, rows, describe) {
            let Listed { row, beside } = listed;
            let mut keys = String::new();
            toml_out::keys(&mut keys, Entity::Entry, &row, beside);
            self.lists(&mut keys, layout::ENTRY_LISTS, &row.id);
            let body = layout::body(Entity::Entry).and_then(|body| cell(Entity::Entry, &row, body));
            files.push((format!("{name}.md"), front_matter::join(&keys, body)));
        }
        files
    }

    /// Writes the lists that hang under a row, and those in their rows.
    fn lists(&mut self, text: &mut String, entities: &[Entity], parent: &RowId) {
        for entity in entities {
            let rows = self.under(*entity, Some(parent), None);
            let given_back = |_: &Row, index| Some(numbered_id(parent, *entity, index));
            for Listed { row, beside } in listed(*entity, rows, given_back) {
                toml_out::list_item(text, *entity, &row, beside);
                self.lists(text, layout::inner_lists(*entity), &row.id);
            }
        }
    }

    /// The columns of a table, which are still to be written.
    fn heads(&self, section: &RowId) -> Vec<statement::Head> {
        let key = (Entity::Column, Some(section.as_str().to_owned()), None);
        let columns = self.rows.get(&key).into_iter().flatten();
        let kind = |row: &Row| cell(Entity::Column, row, "kind").map(str::to_owned);
        statement::heads(
            section,
            columns.map(|row| (row.id.clone(), kind(row))).collect(),
        )
    }

    fn statement(&mut self, section: &RowId, columns: &[statement::Head]) -> String {
        let rows = self.under(Entity::Line, Some(section), None);
        if rows.is_empty() {
            return String::new();
        }
        let given_back = |_: &Row, index| Some(numbered_id(section, Entity::Line, index));
        let lines = listed(Entity::Line, rows, given_back);
        let mut table = CsvTable::new(Entity::Line, layout::STATEMENT_CORE, &lines);
        let mut amounts = Vec::new();
        for Listed { row, .. } in &lines {
            let mut cells = vec![String::new(); columns.len()];
            for amount in self.under(Entity::Amount, Some(&row.id), None) {
                let field = |name| cell(Entity::Amount, &amount, name).unwrap_or_default();
                let column = columns
                    .iter()
                    .position(|head| head.id.as_str() == field("column"));
                match column {
                    Some(column) => {
                        cells[column] = AmountCell {
                            amount: field("amount"),
                            absence: field("absence"),
                            words: field("words"),
                            text: field("text"),
                        }
                        .written(columns[column].holds_figures);
                    }
                    None => self.unplaced.push(Place::row(Entity::Amount, &amount.id)),
                }
            }
            amounts.push(cells);
        }
        let headings = columns.iter().map(|head| head.heading.clone());
        table.more_headings = headings.collect();
        table.text(&lines, &amounts)
    }
}

/// Says for rows in their order which ids and positions reading would give back. `given_back` is
/// the id that a row at an index would get.
fn listed(
    entity: Entity,
    rows: Vec<Row>,
    given_back: impl Fn(&Row, usize) -> Option<String>,
) -> Vec<Listed> {
    let position_column = layout::position_column(entity);
    let divided = layout::divided_by(entity).and_then(|by| entity.field(by));
    let mut elders: HashMap<Option<String>, Position> = HashMap::new();
    let mut listed = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        let id =
            entity.key().is_empty() && given_back(&row, index).as_deref() != Some(row.id.as_str());
        let list = divided.and_then(|(column, _)| row.cells[column].clone());
        let own = position_column
            .and_then(|column| Position::from_cell(row.cells[column].as_deref()).ok());
        let position = own.is_some_and(|own| {
            let implied = Position::between(elders.get(&list), None);
            let differs = implied != own;
            elders.insert(list, own);
            differs
        });
        listed.push(Listed {
            row,
            beside: Beside { id, position },
        });
    }
    listed
}

fn list_text(entity: Entity, rows: Vec<Listed>) -> String {
    let mut text = String::new();
    for Listed { row, beside } in rows {
        toml_out::list_item(&mut text, entity, &row, beside);
    }
    text
}

fn csv_table(file: &layout::CsvFile, rows: Vec<Row>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let rows = listed(file.entity, rows, |_, _| None);
    CsvTable::new(file.entity, file.core, &rows).text(&rows, &[])
}

fn cell<'a>(entity: Entity, row: &'a Row, field: &str) -> Option<&'a str> {
    let (column, _) = entity.field(field)?;
    row.cells[column].as_deref()
}
