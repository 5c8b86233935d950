//! CSV files: the tables at the top of the folder, and statements.

use outturn_model::{Entity, Message, RowId};

use super::super::cells::{Given, Written, known_keys};
use super::super::folder::Folder;
use super::super::gather::{Siblings, Standing};
use super::super::problem::{At, unknown};
use super::super::statement::{self, AmountCell, Head};
use super::super::{csv, layout};
use super::section::Columns;
use super::{Reader, numbered_id};

impl Reader {
    /// A CSV file at the top, if it is there.
    pub(super) fn csv_file(&mut self, folder: &Folder, file: &str, entity: Entity) {
        let Some(text) = folder.files.get(file) else {
            if folder.has(file) {
                self.gather.leave_incomplete(entity);
            }
            return;
        };
        let columns = |heading: &str| {
            let known = known_keys(entity).contains(&heading);
            known.then(|| CsvColumn::Key(heading.to_owned()))
        };
        let known = known_keys(entity);
        let Some((columns, records)) = self.table(file, text, &known, columns) else {
            self.gather.leave_incomplete(entity);
            return;
        };
        let mut siblings = Siblings::default();
        for record in records {
            let (row, _) = csv_row(entity, &columns, record);
            self.gather
                .add(file, entity, row, &Standing::default(), &mut siblings);
        }
    }

    /// The lines and figures of a statement.
    pub(super) fn statement(&mut self, file: &str, text: &str, section: &RowId, columns: &Columns) {
        let known_to_lines = known_keys(Entity::Line);
        let heads = columns.as_deref().unwrap_or_default();
        let meaning = |heading: &str| {
            if known_to_lines.contains(&heading) {
                Some(CsvColumn::Key(heading.to_owned()))
            } else if let Some(index) = statement::column_of(heading, heads) {
                Some(CsvColumn::Amount(index))
            } else {
                // Columns that could not be read are no reason to doubt this file.
                columns.is_none().then_some(CsvColumn::Skipped)
            }
        };
        let mut known = known_to_lines.clone();
        known.extend(heads.iter().map(|head| head.heading.as_str()));
        let Some((csv_columns, records)) = self.table(file, text, &known, meaning) else {
            self.gather.leave_incomplete(Entity::Line);
            return;
        };
        let mut siblings = Siblings::default();
        for (index, record) in records.into_iter().enumerate() {
            let begins = record.line;
            let (row, amounts) = csv_row(Entity::Line, &csv_columns, record);
            let standing = Standing {
                parent: Some(section),
                within: None,
                id: Some(numbered_id(section, Entity::Line, index)),
            };
            let line = self
                .gather
                .add(file, Entity::Line, row, &standing, &mut siblings);
            for (column, cell) in amounts {
                self.amount(file, begins, &heads[column], &cell, &line);
            }
        }
    }

    fn amount(&mut self, file: &str, line_number: usize, head: &Head, cell: &str, line: &RowId) {
        let found = match AmountCell::parse(cell, head.holds_figures) {
            Ok(found) => found,
            Err(message) => {
                self.problem(At::line(file, line_number).field(&head.heading), message);
                return;
            }
        };
        let entity = Entity::Amount;
        let mut row = Written::new(entity, line_number);
        row.shown_as = Some(head.heading.clone());
        let given = |text: &str| Given::Place((!text.is_empty()).then(|| text.to_owned()));
        row.set(entity, "column", given(head.id.as_str()));
        row.set(entity, "amount", given(found.amount));
        row.set(entity, "absence", given(found.absence));
        row.set(entity, "words", given(found.words));
        row.set(entity, "text", given(found.text));
        let standing = Standing {
            parent: Some(line),
            ..Standing::default()
        };
        self.gather
            .add(file, entity, row, &standing, &mut Siblings::default());
    }

    /// A CSV file's columns and its records of the right length.
    fn table(
        &mut self,
        file: &str,
        text: &str,
        known: &[&str],
        meaning: impl Fn(&str) -> Option<CsvColumn>,
    ) -> Option<(Vec<CsvColumn>, Vec<csv::Record>)> {
        let records = match csv::parse(text) {
            Ok(records) => records,
            Err(fault) => {
                self.problem(At::line(file, fault.line()), Message::new(fault.key()));
                return None;
            }
        };
        let mut records = records.into_iter();
        let Some(first) = records.next() else {
            self.problem(At::file(file), Message::new("form-csv-no-headings"));
            return None;
        };
        let mut columns = Vec::new();
        let mut sound = true;
        for (index, heading) in first.cells.iter().enumerate() {
            let at = At::line(file, first.line).field(heading);
            let column = meaning(heading);
            if first.cells[..index].contains(heading)
                || column
                    .as_ref()
                    .is_some_and(|column| columns.contains(column) && *column != CsvColumn::Skipped)
            {
                let message = Message::new("form-csv-column-twice").with("name", heading.as_str());
                self.problem(at, message);
                sound = false;
            } else if column.is_none() {
                let message = unknown(
                    "form-unknown-column-near",
                    "form-unknown-column",
                    heading,
                    known,
                );
                self.problem(at, message);
            }
            columns.push(column.unwrap_or(CsvColumn::Skipped));
        }
        if !sound {
            return None;
        }
        let mut whole = Vec::new();
        for record in records {
            if record.cells.len() == columns.len() {
                whole.push(record);
            } else {
                let message = Message::new("form-csv-cells")
                    .with("found", record.cells.len())
                    .with("expected", columns.len());
                self.problem(At::line(file, record.line), message);
                sound = false;
            }
        }
        sound.then_some((columns, whole))
    }
}

/// What a column of a CSV file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum CsvColumn {
    /// A field of the file's table, or the id.
    Key(String),
    /// A column of the statement, by its index.
    Amount(usize),
    /// Something that has been told of.
    Skipped,
}

/// A record as a row, and its cells under statement columns that are not empty.
fn csv_row(
    entity: Entity,
    columns: &[CsvColumn],
    record: csv::Record,
) -> (Written, Vec<(usize, String)>) {
    let line = record.line;
    let mut row = Written::new(entity, line);
    let mut amounts = Vec::new();
    for (column, cell) in columns.iter().zip(record.cells) {
        if cell.is_empty() {
            continue;
        }
        match column {
            CsvColumn::Key(name) if name == layout::ID => row.id = Some((cell, line)),
            CsvColumn::Key(name) => {
                let cell = Some(cell);
                row.set(entity, name, Given::Cell { cell, line });
            }
            CsvColumn::Amount(index) => amounts.push((*index, cell)),
            CsvColumn::Skipped => {}
        }
    }
    (row, amounts)
}
