//! Blocks of cells through the clipboard, as Excel, LibreOffice and browsers put them there: one
//! row on a line, tabs between cells, and quotation marks around a cell that has a tab or a line
//! end in it.

use crate::formula;

/// Reads a block that was copied from a spreadsheet or from a table on a page.
///
/// Each row has as many cells as it was given, so a ragged block stays ragged and a paste touches
/// no cell that was not copied. The one line end that programs put after the last row is no row.
/// White space around a cell is dropped; spaces that do not break and tabs become plain spaces, and
/// marks without width are dropped. Quotation marks that do not enclose a whole cell belong to its
/// words. Nothing is refused: what the words mean is for the cell they are put in.
pub fn read_block(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    while !rest.is_empty() {
        let mut row = Vec::new();
        loop {
            let (cell, after) = next_cell(rest);
            row.push(cell);
            match after.strip_prefix('\t') {
                Some(after) => rest = after,
                None => {
                    rest = without_line_end(after);
                    break;
                }
            }
        }
        rows.push(row);
    }
    rows
}

/// Writes a block so that a spreadsheet takes it up cell by cell, and [`read_block`] too.
///
/// Words that a spreadsheet would take for a formula get its mark for words, an apostrophe, before
/// them; `read_block` takes it off.
pub fn write_block(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                text.push('\t');
            }
            let cell = formula::guarded(cell);
            if cell.contains(['\t', '\n', '\r']) || cell.starts_with('"') {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(&cell);
            }
        }
        text.push('\n');
    }
    text
}

/// The first cell of a text, and what follows it: a tab, a line end or nothing.
fn next_cell(text: &str) -> (String, &str) {
    let (words, after) = quoted_cell(text).unwrap_or_else(|| {
        let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
        let (words, after) = text.split_at(end);
        (words.to_owned(), after)
    });
    (tidied(&words), after)
}

/// A cell that quotation marks enclose from end to end; nothing if these do not.
fn quoted_cell(text: &str) -> Option<(String, &str)> {
    let mut inside = text.strip_prefix('"')?;
    let mut words = String::new();
    loop {
        let (piece, after) = inside.split_once('"')?;
        words.push_str(piece);
        if let Some(after) = after.strip_prefix('"') {
            words.push('"');
            inside = after;
        } else {
            let ends = after.is_empty() || after.starts_with(['\t', '\n', '\r']);
            return ends.then_some((words, after));
        }
    }
}

fn without_line_end(text: &str) -> &str {
    let ends = ["\r\n", "\n", "\r"];
    ends.iter()
        .find_map(|end| text.strip_prefix(end))
        .unwrap_or(text)
}

/// The words as a person would have typed them.
fn tidied(words: &str) -> String {
    let one_line_end = words.replace("\r\n", "\n");
    let visible = one_line_end.chars().filter_map(|c| match c {
        '\r' => Some('\n'),
        '\t' | '\u{a0}' | '\u{2007}' | '\u{202f}' => Some(' '),
        '\u{200b}' | '\u{2060}' | '\u{feff}' => None,
        c => Some(c),
    });
    let plain: String = visible.collect();
    formula::unguarded(plain.trim()).to_owned()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn blocks_are_read_cell_by_cell() {
        for (name, text, expected) in [
            ("nothing", "", &[] as &[&[&str]]),
            ("one cell", "66.7", &[&["66.7"]]),
            (
                "Excel on Windows",
                "a\tb\r\n1\t2\r\n",
                &[&["a", "b"], &["1", "2"]],
            ),
            (
                "no last line end",
                "a\tb\n1\t2",
                &[&["a", "b"], &["1", "2"]],
            ),
            ("line ends of old", "a\rb\r", &[&["a"], &["b"]]),
            (
                "empty cells",
                "\t\t\n\t1\t\n",
                &[&["", "", ""], &["", "1", ""]],
            ),
            ("an empty row inside", "a\n\nb\n", &[&["a"], &[""], &["b"]]),
            ("ragged", "a\tb\tc\nd\n", &[&["a", "b", "c"], &["d"]]),
            (
                "lines in a cell",
                "\"two\r\nlines\"\tb\n",
                &[&["two\nlines", "b"]],
            ),
            ("a tab in a cell", "\"a\tb\"\tc\n", &[&["a b", "c"]]),
            (
                "doubled marks",
                "\"say \"\"hi\"\"\"\tb\n",
                &[&["say \"hi\"", "b"]],
            ),
            (
                "quoted though plain",
                "\"1,234\"\t\"\"\n",
                &[&["1,234", ""]],
            ),
            ("an inch", "5\" pipe\t6\"\n", &[&["5\" pipe", "6\""]]),
            (
                "words after a mark",
                "\"Yes\" they said\tb\n",
                &[&["\"Yes\" they said", "b"]],
            ),
            (
                "a mark never closed",
                "\"a\tb\nc\n",
                &[&["\"a", "b"], &["c"]],
            ),
            (
                "a web table",
                "\u{feff}\u{a0}1\u{a0}234 \t\u{200b}(416)\u{a0}\n",
                &[&["1 234", "(416)"]],
            ),
            (
                "a guarded formula",
                "'=1+1\t'-x\t-5\t'tis\n",
                &[&["=1+1", "-x", "-5", "'tis"]],
            ),
        ] {
            assert_eq!(read_block(text), expected, "{name}");
        }
    }

    #[test]
    fn a_block_leaves_without_formulas() {
        let rows = [vec!["=cmd".to_owned(), "-5".to_owned(), "-".to_owned()]];
        assert_eq!(write_block(&rows), "'=cmd\t-5\t-\n");
    }

    #[test]
    fn a_megabyte_is_read_at_once_whatever_its_quotation_marks() {
        let patterns = [
            "12.5\t",
            "\"a\t",
            "\"a\"\"b\t",
            "\"\"\"\t",
            "\"a\n\"\"b\t",
            "\"",
        ];
        for pattern in patterns {
            let text = pattern.repeat((1 << 20) / pattern.len());
            let begun = Instant::now();
            let cells: usize = read_block(&text).iter().map(Vec::len).sum();
            assert!(cells > 0);
            // A debug build takes a tenth of a second; reading back again for each mark takes hours.
            assert!(begun.elapsed() < Duration::from_secs(10), "{pattern:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_written_is_read(
            rows in prop::collection::vec(
                prop::collection::vec("([a\"'=+@\\-0-9,é😀]([a \n\"'=0-9]{0,6}[a\"'=.])?)?", 1..4),
                0..4,
            )
        ) {
            prop_assert_eq!(read_block(&write_block(&rows)), rows);
        }

        #[test]
        fn nothing_makes_the_reader_stumble(text in "[a\"\t\n\r'=\u{a0}é]{0,40}") {
            let rows = read_block(&text);
            prop_assert!(rows.iter().all(|row| !row.is_empty()));
            prop_assert_eq!(read_block(&write_block(&rows)), rows);
        }
    }
}
