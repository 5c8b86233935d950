//! The file of a history: a line for each cell that a change changed.

use outturn_model::Message;
use outturn_model::history::HistoryLine;

use super::problem::{At, Problems, unknown};
use super::{csv, layout};

/// Its columns, as they are written. Others are read in any order.
pub(crate) const COLUMNS: [&str; 15] = [
    "change", "kind", "at", "who", "label", "place", "step", "of", "under", "done", "table", "row",
    "field", "before", "after",
];

/// The columns of which no line may have an empty cell.
const NEEDED: [&str; 5] = ["change", "kind", "at", "label", "step"];

/// Writes a history.
pub(crate) fn write(lines: &[HistoryLine]) -> String {
    let mut text = String::new();
    if lines.is_empty() {
        return text;
    }
    csv::write(&mut text, COLUMNS);
    for line in lines {
        let number = |number: Option<i64>| number.map(|number| number.to_string());
        let [change, step, of, under] =
            [Some(line.change), Some(line.step), line.of, line.under].map(number);
        let cells = [
            change.as_deref(),
            Some(line.kind.as_str()),
            Some(line.at.as_str()),
            Some(line.person.as_str()),
            Some(line.label.as_str()),
            line.place.as_deref(),
            step.as_deref(),
            of.as_deref(),
            under.as_deref(),
            line.done.as_deref(),
            line.table.as_deref(),
            line.row.as_deref(),
            line.field.as_deref(),
            line.before.as_deref(),
            line.after.as_deref(),
        ];
        csv::write(&mut text, cells.map(Option::unwrap_or_default));
    }
    text
}

/// Reads a history: its lines, and the line of the file on which each begins. What is wrong with it
/// goes to `problems`.
pub(crate) fn read(text: &str, problems: &mut Problems) -> Vec<(usize, HistoryLine)> {
    let file = layout::HISTORY_FILE;
    let records = match csv::parse(text) {
        Ok(records) => records,
        Err(fault) => {
            problems.add(At::line(file, fault.line()), Message::new(fault.key()));
            return Vec::new();
        }
    };
    let mut records = records.into_iter();
    let Some(first) = records.next() else {
        problems.add(At::file(file), Message::new("form-csv-no-headings"));
        return Vec::new();
    };
    for (index, heading) in first.cells.iter().enumerate() {
        let at = At::line(file, first.line).field(heading);
        if first.cells[..index].contains(heading) {
            let message = Message::new("form-csv-column-twice").with("name", heading.as_str());
            problems.add(at, message);
        } else if !COLUMNS.contains(&heading.as_str()) {
            let (near, far) = ("form-unknown-column-near", "form-unknown-column");
            problems.add(at, unknown(near, far, heading, &COLUMNS));
        }
    }
    let lines = records.filter_map(|record| {
        if record.cells.len() != first.cells.len() {
            let message = Message::new("form-csv-cells")
                .with("found", record.cells.len())
                .with("expected", first.cells.len());
            problems.add(At::line(file, record.line), message);
            return None;
        }
        Some((record.line, line(&first.cells, &record, problems)))
    });
    lines.collect()
}

/// One record under its headings.
fn line(headings: &[String], record: &csv::Record, problems: &mut Problems) -> HistoryLine {
    let cell = |name: &str| {
        let column = headings.iter().position(|heading| heading == name)?;
        record
            .cells
            .get(column)
            .cloned()
            .filter(|cell| !cell.is_empty())
    };
    for name in NEEDED {
        if cell(name).is_none() {
            let at = At::line(layout::HISTORY_FILE, record.line).field(name);
            problems.add(at, Message::new("form-cell-missing"));
        }
    }
    let mut number = |name: &str| {
        let text = cell(name)?;
        let number = text.parse().ok();
        if number.is_none() {
            let at = At::line(layout::HISTORY_FILE, record.line).field(name);
            let shown: String = text.chars().take(40).collect();
            problems.add(at, Message::new("form-not-a-change").with("text", shown));
        }
        number
    };
    HistoryLine {
        change: number("change").unwrap_or_default(),
        step: number("step").unwrap_or_default(),
        of: number("of"),
        under: number("under"),
        kind: cell("kind").unwrap_or_default(),
        at: cell("at").unwrap_or_default(),
        person: cell("who").unwrap_or_default(),
        label: cell("label").unwrap_or_default(),
        place: cell("place"),
        done: cell("done"),
        table: cell("table"),
        row: cell("row"),
        field: cell("field"),
        before: cell("before"),
        after: cell("after"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn told(text: &str) -> Vec<(Option<usize>, Option<String>, &'static str)> {
        let mut problems = Problems::default();
        read(text, &mut problems);
        let found = problems.sorted().into_iter();
        found
            .map(|problem| (problem.line, problem.field, problem.message.key))
            .collect()
    }

    #[test]
    fn what_is_written_is_read() {
        let line = HistoryLine {
            change: 7,
            kind: "edit".into(),
            at: "2026-07-01T09:00:00+01:00".into(),
            person: String::new(),
            label: "edit-set".into(),
            place: Some("entry/a#commentary".into()),
            step: 6,
            under: Some(2),
            done: Some("update".into()),
            table: Some("entry".into()),
            row: Some("a".into()),
            field: Some("commentary".into()),
            before: Some("=1+1, “so”\n\n\"then\" ".into()),
            after: Some("'=x".into()),
            ..HistoryLine::default()
        };
        let bare = HistoryLine {
            kind: "undo".into(),
            of: Some(3),
            ..line.clone()
        };
        let lines = [line, bare];
        let text = write(&lines);
        let mut problems = Problems::default();
        let read = read(&text, &mut problems);
        assert!(problems.is_empty());
        assert_eq!(read, [(2, lines[0].clone()), (5, lines[1].clone())]);
        assert_eq!(write(&[]), "");
    }

    #[test]
    fn what_is_no_history_is_told_by_line_and_column() {
        let headings = COLUMNS.join(",");
        let bad = format!("{headings}\nx,edit,,,edit-set,,1,,y,,,,,,\n1,edit\n");
        let field = |name: &str| Some(name.to_owned());
        assert_eq!(
            told(&bad),
            [
                (Some(2), field("at"), "form-cell-missing"),
                (Some(2), field("change"), "form-not-a-change"),
                (Some(2), field("under"), "form-not-a-change"),
                (Some(3), None, "form-csv-cells"),
            ]
        );
        assert_eq!(
            told("change,change,whom\n"),
            [
                (Some(1), field("change"), "form-csv-column-twice"),
                (Some(1), field("whom"), "form-unknown-column-near"),
            ]
        );
    }
}
