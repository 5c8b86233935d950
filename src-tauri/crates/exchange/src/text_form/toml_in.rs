//! Rows from TOML text, with the line of each key.

use std::ops::Range;

use outturn_model::record::{Field, Kind};
use outturn_model::{Entity, Message};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::cells::{Given, Written, known_keys};
use super::layout;
use super::problem::{At, Problems, unknown};

/// A TOML text that could be read.
pub(crate) struct Toml<'a> {
    /// The file it stands in.
    pub file: &'a str,
    table: Spanned<DeTable<'a>>,
    lines: Lines,
}

/// A table in it, and the line on which that begins.
#[derive(Clone, Copy)]
pub(crate) struct Item<'a> {
    table: &'a DeTable<'a>,
    line: usize,
}

impl<'a> Toml<'a> {
    /// Reads a text that begins on line `first_line` of its file; what is wrong with it goes to
    /// `problems`.
    pub fn parse(
        file: &'a str,
        text: &'a str,
        first_line: usize,
        problems: &mut Problems,
    ) -> Option<Self> {
        let lines = Lines::new(text, first_line);
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut told = 0;
        for error in &errors {
            let span = error.span().unwrap_or_default();
            let line = lines.at(span.start);
            if line > told {
                syntax_problem(file, text, span, line, problems);
                told = line;
            }
        }
        errors.is_empty().then_some(Self { file, table, lines })
    }

    /// The whole text as one table.
    pub fn top(&self) -> Item<'_> {
        Item {
            table: self.table.get_ref(),
            line: self.lines.first,
        }
    }

    /// A whole number at the top, and its line; a problem if it is something else or missing.
    pub fn whole_number(&self, name: &str, problems: &mut Problems) -> Option<(i64, usize)> {
        let Some((key, value)) = self.table.get_ref().get_key_value(name) else {
            let at = At::line(self.file, self.lines.first).field(name);
            problems.add(at, Message::new("form-cell-missing"));
            return None;
        };
        let line = self.lines.at(key.span().start);
        let number = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            _ => None,
        };
        if number.is_none() {
            let at = At::line(self.file, line).field(name);
            problems.add(at, wrong_type("form-kind-count", value.get_ref()));
        }
        number.map(|number| (number, line))
    }

    /// Whether a flag is set at the top; a problem if it is something else.
    pub fn flag(&self, name: &str, problems: &mut Problems) -> bool {
        let Some((key, value)) = self.table.get_ref().get_key_value(name) else {
            return false;
        };
        match value.get_ref() {
            DeValue::Boolean(flag) => *flag,
            other => {
                let line = self.lines.at(key.span().start);
                let at = At::line(self.file, line).field(name);
                problems.add(at, wrong_type("form-kind-flag", other));
                true
            }
        }
    }

    /// A table's keys as a row. Keys in `also` belong to someone else; any other key that the
    /// table does not have is a problem.
    pub fn row(
        &self,
        item: Item<'_>,
        entity: Entity,
        also: &[&str],
        problems: &mut Problems,
    ) -> Written {
        let mut row = Written::new(entity, item.line);
        let mut known = known_keys(entity);
        known.extend(also);
        for (key, value) in item.table {
            let name = key.get_ref().as_ref();
            let line = self.lines.at(key.span().start);
            let at = At::line(self.file, line).field(name);
            if also.contains(&name) {
                continue;
            }
            if !known.contains(&name) {
                problems.add(at, unknown_key(entity, name, &known));
            } else if name == layout::ID {
                match value.get_ref() {
                    DeValue::String(id) => row.id = Some((id.as_ref().to_owned(), line)),
                    other => problems.add(at, wrong_type("form-kind-words", other)),
                }
            } else if let Some((column, field)) = entity.field(name) {
                row.fields[column] = match cell(field, value.get_ref()) {
                    Ok(cell) => Given::Cell { cell, line },
                    Err(message) => {
                        problems.add(at, message);
                        Given::Refused
                    }
                };
            }
        }
        row
    }

    /// Tells of keys at the top that are none of these lists.
    pub fn only_lists(&self, lists: &[Entity], problems: &mut Problems) {
        let known: Vec<&str> = lists.iter().map(|list| list.table()).collect();
        for key in self.table.get_ref().keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let line = self.lines.at(key.span().start);
                let at = At::line(self.file, line).field(name);
                problems.add(
                    at,
                    unknown("form-unknown-key-near", "form-unknown-key", name, &known),
                );
            }
        }
    }

    /// The tables of the list `[[entity]]` in a table.
    pub fn list<'b>(
        &'b self,
        item: Item<'b>,
        entity: Entity,
        problems: &mut Problems,
    ) -> Vec<Item<'b>> {
        let Some((key, value)) = item.table.get_key_value(entity.table()) else {
            return Vec::new();
        };
        let line = self.lines.at(key.span().start);
        let not_a_list = |line: usize, problems: &mut Problems| {
            let at = At::line(self.file, line).field(entity.table());
            problems.add(
                at,
                Message::new("form-list-expected").with("table", entity.table()),
            );
        };
        let DeValue::Array(tables) = value.get_ref() else {
            not_a_list(line, problems);
            return Vec::new();
        };
        let mut items = Vec::new();
        for value in tables {
            let line = self.lines.at(value.span().start);
            match value.get_ref() {
                DeValue::Table(table) => items.push(Item { table, line }),
                _ => not_a_list(line, problems),
            }
        }
        items
    }
}

impl Item<'_> {
    /// Whether it has keys besides these.
    pub fn says_more_than(&self, names: &[&str]) -> bool {
        self.table
            .keys()
            .any(|key| !names.contains(&key.get_ref().as_ref()))
    }
}

/// A value as the text of a cell of this field.
fn cell(field: &Field, value: &DeValue<'_>) -> Result<Option<String>, Message> {
    let text = match (field.kind, value) {
        (_, DeValue::String(text)) => text.as_ref().to_owned(),
        (Kind::Flag, DeValue::Boolean(flag)) => if *flag { "yes" } else { "no" }.to_owned(),
        (Kind::Decimal | Kind::Count { .. }, DeValue::Integer(number)) if number.radix() == 10 => {
            number.as_str().to_owned()
        }
        (Kind::Decimal, DeValue::Float(number)) => number.as_str().to_owned(),
        (Kind::Date, DeValue::Datetime(date)) => date.to_string(),
        (kind, other) => return Err(wrong_type(kind_key(kind), other)),
    };
    Ok((!text.is_empty()).then_some(text))
}

/// The catalogue key of the words for what a field takes in TOML.
fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Decimal => "form-kind-number",
        Kind::Count { .. } => "form-kind-count",
        Kind::Flag => "form-kind-flag",
        Kind::Date => "form-kind-date",
        _ => "form-kind-words",
    }
}

fn wrong_type(expected: &'static str, found: &DeValue<'_>) -> Message {
    let found = match found {
        DeValue::String(_) => "form-found-words",
        DeValue::Integer(_) | DeValue::Float(_) => "form-found-number",
        DeValue::Boolean(_) => "form-found-flag",
        DeValue::Datetime(_) => "form-found-date",
        DeValue::Array(_) => "form-found-list",
        DeValue::Table(_) => "form-found-table",
    };
    Message::new("form-wrong-type")
        .with("expected", Message::new(expected))
        .with("found", Message::new(found))
}

fn unknown_key(entity: Entity, name: &str, known: &[&str]) -> Message {
    let is_field = entity.field(name).is_some();
    if is_field && layout::body(entity) == Some(name) {
        Message::new("form-key-is-narrative").with("name", name)
    } else if is_field && layout::from_place(entity, name) {
        Message::new("form-key-from-place").with("name", name)
    } else if is_field {
        Message::new("form-key-has-file")
            .with("name", name)
            .with("file", layout::COMMENTS_FILE)
    } else {
        unknown("form-unknown-key-near", "form-unknown-key", name, known)
    }
}

/// Says what is most likely wrong where the TOML cannot be read.
fn syntax_problem(
    file: &str,
    text: &str,
    span: Range<usize>,
    line: usize,
    problems: &mut Problems,
) {
    let before = &text.as_bytes()[..span.start.min(text.len())];
    let ends = before.iter().rposition(|byte| *byte == b'\n');
    let begins = ends.map_or(0, |end| end + 1);
    let source = text[begins..].lines().next().unwrap_or_default();
    let at = At::line(file, line);
    let Some((key, value)) = source.split_once('=') else {
        problems.add(at, Message::new("form-toml-syntax"));
        return;
    };
    let (key, value) = (key.trim(), value.trim());
    let is_key = |text: &str| {
        let allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        !text.is_empty() && text.chars().all(allowed)
    };
    let shown: String = value.chars().take(40).collect();
    let looks_like_date = value.len() >= 10
        && value.bytes().zip(b"dddd-dd-dd").all(|(found, form)| {
            if *form == b'd' {
                found.is_ascii_digit()
            } else {
                found == b'-'
            }
        });
    let message = if text.get(span).is_some_and(|blamed| blamed.trim() == key) && is_key(key) {
        Message::new("form-key-twice").with("name", key)
    } else if looks_like_date {
        Message::new("form-not-a-date").with("text", shown)
    } else if value.starts_with(['"', '\'', '[', '{']) {
        Message::new("form-toml-syntax")
    } else {
        Message::new("form-toml-value").with("text", shown)
    };
    problems.add(if is_key(key) { at.field(key) } else { at }, message);
}

/// Where each line of a text begins.
struct Lines {
    first: usize,
    starts: Vec<usize>,
}

impl Lines {
    fn new(text: &str, first: usize) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            first,
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// The line of a byte, counted as the file's lines are.
    fn at(&self, byte: usize) -> usize {
        let before = self.starts.partition_point(|start| *start <= byte);
        self.first + before.saturating_sub(1)
    }
}
