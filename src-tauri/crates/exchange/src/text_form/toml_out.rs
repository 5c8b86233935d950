//! Rows as TOML text, in one canonical way.

use outturn_model::record::Kind;
use outturn_model::{Entity, Row};

use super::front_matter::is_fence;
use super::layout;

/// Which parts of a row are written beside its ordinary cells.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Beside {
    /// Its id.
    pub id: bool,
    /// Its order key.
    pub position: bool,
}

/// Writes a row's keys, in field order.
pub(crate) fn keys(out: &mut String, entity: Entity, row: &Row, beside: Beside) {
    if beside.id {
        key(out, layout::ID, Kind::Line, row.id.as_str());
    }
    for (column, field) in layout::keys(entity) {
        let left_out = field.kind == Kind::Position && !beside.position;
        if let Some(cell) = row.cells[column].as_deref()
            && !left_out
        {
            key(out, field.name, field.kind, cell);
        }
    }
}

/// Writes a row as one table of a list, with a blank line before it where something stands above.
pub(crate) fn list_item(out: &mut String, entity: Entity, row: &Row, beside: Beside) {
    if !out.is_empty() {
        out.push('\n');
    }
    let outer = entity.parent().map(|(outer, _)| outer);
    match outer.filter(|outer| layout::inner_lists(*outer).contains(&entity)) {
        Some(outer) => out.push_str(&format!("[[{}.{}]]\n", outer.table(), entity.table())),
        None => out.push_str(&format!("[[{}]]\n", entity.table())),
    }
    keys(out, entity, row, beside);
}

fn key(out: &mut String, name: &str, kind: Kind, cell: &str) {
    out.push_str(name);
    out.push_str(" = ");
    match kind {
        Kind::Flag => out.push_str("true"),
        Kind::Decimal | Kind::Count { .. } => out.push_str(cell),
        // A year before year 0 cannot stand without quotation marks.
        Kind::Date if cell.starts_with(|c: char| c.is_ascii_digit()) => out.push_str(cell),
        _ if cell.contains('\n') => several_lines(out, cell),
        _ => one_line(out, cell),
    }
    out.push('\n');
}

fn one_line(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c => plain_or_code(out, c),
        }
    }
    out.push('"');
}

/// The words between triple quotation marks, each line on a line. A line that would end the front
/// matter has its first character written as a code.
fn several_lines(out: &mut String, text: &str) {
    out.push_str("\"\"\"\n");
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        if is_fence(line) {
            out.push_str("\\u002B");
            out.push_str(&line[1..]);
            continue;
        }
        let mut quotes = 0;
        let mut letters = line.chars().peekable();
        while let Some(c) = letters.next() {
            quotes = if c == '"' { quotes + 1 } else { 0 };
            match c {
                '\\' => out.push_str("\\\\"),
                '"' if quotes == 3 || letters.peek().is_none() => {
                    out.push_str("\\\"");
                    quotes = 0;
                }
                '"' => out.push('"'),
                c => plain_or_code(out, c),
            }
        }
    }
    out.push_str("\"\"\"");
}

fn plain_or_code(out: &mut String, c: char) {
    if c.is_control() {
        out.push_str(&format!("\\u{:04X}", u32::from(c)));
    } else {
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn back(text: &str) -> String {
        let mut out = String::new();
        key(&mut out, "words", Kind::Text, text);
        assert!(!out.lines().any(is_fence), "{out}");
        let table: toml::Table = out.parse().unwrap();
        table["words"].as_str().unwrap().to_owned()
    }

    #[test]
    fn hostile_words_come_back_from_toml() {
        for text in [
            "plain",
            "",
            " spaced ",
            "\"",
            "\\n",
            "a\nb",
            "\n",
            "\n\n\n",
            "\"\"\"\n\"\"\"",
            "a\"\n",
            "\n\"",
            "\n\"\"",
            "\"\"\"\"\"\"\"\nx",
            "+++\n+++ \n ++\n++++",
            "ends with \\\nand",
            "trailing  \nspace ",
            "\u{7f}\u{1}\n\u{85}",
            "# é 😀 [x] = 1",
        ] {
            assert_eq!(back(text), text, "{text:?}");
        }
    }
}
