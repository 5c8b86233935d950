//! CSV as RFC 4180 has it, read strictly: a lost quotation mark is found where it was lost, and
//! each record knows its line.

use std::borrow::Cow;

use crate::formula;

/// A record: its cells, and the line on which it begins.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Record {
    pub line: usize,
    pub cells: Vec<String>,
}

/// A quotation mark that is not where one can be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum QuoteFault {
    /// A cell begins with one on this line, and none ends it.
    Open { line: usize },
    /// One ends a cell on this line, and the cell goes on.
    After { line: usize },
}

impl QuoteFault {
    /// The line on which it is.
    pub fn line(&self) -> usize {
        match self {
            Self::Open { line } | Self::After { line } => *line,
        }
    }

    /// The catalogue key of the sentence about it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Open { .. } => "form-csv-quote-open",
            Self::After { .. } => "form-csv-quote-after",
        }
    }
}

/// Reads a file's text. Lines with nothing on them are passed over.
pub(crate) fn parse(text: &str) -> Result<Vec<Record>, QuoteFault> {
    let mut records = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('\n') {
            rest = after;
            line += 1;
            continue;
        }
        let begins = line;
        let mut cells = Vec::new();
        loop {
            let (cell, after) = parse_cell(rest, &mut line)?;
            cells.push(formula::unguarded(&cell).to_owned());
            match after.strip_prefix(',') {
                Some(after) => rest = after,
                None => {
                    rest = after;
                    break;
                }
            }
        }
        if let Some(after) = rest.strip_prefix('\n') {
            rest = after;
            line += 1;
        }
        records.push(Record {
            line: begins,
            cells,
        });
    }
    Ok(records)
}

/// Writes a record, with its line end.
pub(crate) fn write<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    let begins = out.len();
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        let cell = formula::guarded(cell);
        let quoted = cell.contains([',', '"', '\n', '\r']) || cell.trim() != cell.as_ref();
        if quoted {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    if out.len() == begins {
        // One empty cell: without the quotation marks it would be a line with nothing on it.
        out.push_str("\"\"");
    }
    out.push('\n');
}

/// One cell from the start of `rest`, and what follows it: a comma, a line end or nothing.
fn parse_cell<'a>(rest: &'a str, line: &mut usize) -> Result<(Cow<'a, str>, &'a str), QuoteFault> {
    let Some(quoted) = rest.strip_prefix('"') else {
        let end = rest.find([',', '\n']).unwrap_or(rest.len());
        let (cell, after) = rest.split_at(end);
        return Ok((Cow::Borrowed(cell), after));
    };
    let opened = *line;
    let mut cell = String::new();
    let mut inside = quoted;
    loop {
        let end = inside.find('"').ok_or(QuoteFault::Open { line: opened })?;
        let (piece, after) = (&inside[..end], &inside[end + 1..]);
        cell.push_str(piece);
        *line += piece.matches('\n').count();
        if let Some(after) = after.strip_prefix('"') {
            cell.push('"');
            inside = after;
        } else if after.is_empty() || after.starts_with([',', '\n']) {
            return Ok((Cow::Owned(cell), after));
        } else {
            return Err(QuoteFault::After { line: *line });
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        let records = parse(text).unwrap().into_iter();
        records.map(|record| (record.line, record.cells)).collect()
    }

    fn record(line: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (line, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn records_know_their_lines() {
        assert_eq!(
            cells("a,b\n\n\"x\ny\",\"say \"\"hi\"\"\"\n,\n5\" pipe,z"),
            [
                record(1, &["a", "b"]),
                record(3, &["x\ny", "say \"hi\""]),
                record(5, &["", ""]),
                record(6, &["5\" pipe", "z"]),
            ]
        );
        assert_eq!(cells("\"\"\n"), [record(1, &[""])]);
        assert_eq!(cells(""), []);
    }

    #[test]
    fn a_lost_quotation_mark_is_found() {
        assert_eq!(
            parse("a\n\"b\n\nc").unwrap_err(),
            QuoteFault::Open { line: 2 }
        );
        assert_eq!(
            parse("a\n\"b\nc\" d,e\n").unwrap_err(),
            QuoteFault::After { line: 3 }
        );
    }

    #[test]
    fn what_is_written_is_read() {
        for row in [
            &["plain", "with, comma", "\"", "two\nlines", " spaced ", ""] as &[&str],
            &[""],
            &["", ""],
            &["=1+1", "'=x", "-", "-5"],
        ] {
            let mut text = String::new();
            write(&mut text, row.iter().copied());
            assert_eq!(cells(&text), [record(1, row)]);
        }
    }
}
