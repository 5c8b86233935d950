//! Statements: totals, variances, and slips.

use outturn_rules::slip::Along;
use outturn_rules::statement::{Statement, statement};

use crate::build::{Build, section};

/// A statement `s` from one line of text for each of its lines: `kind|label|figure|figure…`. A
/// figure can be left out, or be words such as `=not-applicable`.
pub fn with_statement(
    build: Build,
    settings: &[(&str, &str)],
    kinds: &[&str],
    lines: &str,
) -> Build {
    let mut build = build.section("s", "statement", settings);
    for (number, kind) in kinds.iter().enumerate() {
        let (budget, actual) = match *kind {
            "figure" => ("", ""),
            _ => ("s/c1", "s/c2"),
        };
        let id = format!("s/c{number}");
        let heading = format!("Column {number}");
        let cells = [
            ("section", "s"),
            ("heading", &heading),
            ("kind", kind),
            ("budget", budget),
            ("actual", actual),
        ];
        build = build.put("column", &id, &cells);
    }
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    for (number, line) in lines.enumerate() {
        let mut cells = line.split('|').map(str::trim);
        let (kind, label) = (cells.next().unwrap(), cells.next().unwrap());
        let id = format!("s/l{number}");
        build = build.put(
            "line",
            &id,
            &[("section", "s"), ("kind", kind), ("label", label)],
        );
        for (column, figure) in cells.enumerate().filter(|(_, figure)| !figure.is_empty()) {
            let (field, figure) = match figure.strip_prefix('=') {
                Some(absence) => ("absence", absence),
                None => ("amount", figure),
            };
            let column = format!("s/c{column}");
            let cells = [("line", &*id), ("column", &column), (field, figure)];
            build = build.put("amount", &format!("{id}/{column}"), &cells);
        }
    }
    build
}

const COLUMNS: &[&str] = &["figure", "figure", "figure", "variance"];

/// The printed figures, line by line, and the slips as `line column supplied computed rounding`.
fn worked(settings: &[(&str, &str)], kinds: &[&str], lines: &str) -> (Vec<String>, Vec<String>) {
    let book = with_statement(Build::report("2013-14-q2", &[]), settings, kinds, lines).book();
    let statement = statement(&book, section(&book, "s"));
    (printed(&statement), slips(&statement))
}

fn printed(statement: &Statement<'_>) -> Vec<String> {
    let rows = statement.rows.iter().map(|row| {
        let cells = row
            .cells
            .iter()
            .zip(&statement.columns)
            .map(|(cell, column)| match (cell.figure, cell.words()) {
                (Some(figure), _) => column.format.bare(figure),
                (None, Some(words)) => crate::build::say(&words),
                (None, None) => "-".to_owned(),
            });
        cells.collect::<Vec<_>>().join(" ")
    });
    rows.collect()
}

pub fn slips(statement: &Statement<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for row in &statement.rows {
        for (cell, column) in row.cells.iter().zip(&statement.columns) {
            for slip in &cell.slips {
                found.push(format!(
                    "{} / {} {}: {} for {}{}",
                    row.line.label.as_str(),
                    column.column.heading.as_str(),
                    match slip.along {
                        Along::Line => "along",
                        Along::Column => "down",
                    },
                    slip.supplied,
                    slip.computed,
                    if slip.explained_by_rounding {
                        ", rounding"
                    } else {
                        ""
                    }
                ));
            }
        }
    }
    found
}

#[test]
fn subtotals_totals_and_variances_are_worked_out() {
    let lines = "
        heading|Expenditure
        line|Employees|8016|4089|4100
        line|Premises|418|201|206
        subtotal|Total expenditure
        heading|Income
        line|Fees|-113|-56|-62
        line|Grants|-20|=not-applicable|-5
        subtotal|Total income
        total|Net budget
        line|Recharges|347|174|174
        total|Net expenditure
    ";
    let (printed, slips) = worked(&[("negatives", "brackets")], COLUMNS, lines);
    assert_eq!(
        printed,
        [
            "",
            "8,016 4,089 4,100 (11)",
            "418 201 206 (5)",
            "8,434 4,290 4,306 (16)",
            "",
            "(113) (56) (62) 6",
            "(20) N/A (5) -",
            "(133) (56) (67) 11",
            "8,301 4,234 4,239 (5)",
            "347 174 174 0",
            "8,648 4,408 4,413 (5)",
        ]
    );
    assert!(slips.is_empty(), "{slips:?}");
}

#[test]
fn an_overspend_can_be_above_nil() {
    let lines = "
        line|School improvement||4315|4108
        line|Family services||24562|24861
        total|All
    ";
    let kinds = &["figure", "figure", "figure", "variance", "variance-percent"];
    let (printed, _) = worked(&[("overspend", "positive")], kinds, lines);
    assert_eq!(
        printed,
        [
            "- 4,315 4,108 −207 −4.8",
            "- 24,562 24,861 299 1.2",
            "- 28,877 28,969 92 0.3"
        ]
    );
}

#[test]
fn a_share_of_nothing_is_not_worked_out() {
    let kinds = &["figure", "figure", "figure", "variance", "variance-percent"];
    let (printed, slips) = worked(&[], kinds, "line|Contingency|1|0|5||12.5");
    assert_eq!(printed, ["1 0 5 −5 12.5"]);
    assert!(slips.is_empty());
    let (printed, slips) = worked(&[], kinds, "line|Income|1|-50|-40||20.0");
    // Income below budget is an overspend: budget less actual is below nil.
    assert_eq!(printed, ["1 −50 −40 −10 20.0"]);
    assert_eq!(slips, ["Income / Column 4 along: 20.0 for -20"]);
}

#[test]
fn a_supplied_figure_is_kept_beside_what_follows() {
    for (lines, expected) in [
        (
            "line|A|1|1436|1374|63",
            &["A / Column 3 along: 63 for 62, rounding"][..],
        ),
        ("line|A|1|1436|1374|64", &["A / Column 3 along: 64 for 62"]),
        ("line|A|1|1436|1374|62.0", &[]),
        // Two figures to the unit cannot be a tenth out, three to the tenth can.
        (
            "line|A|1|10.5|4.2|6.4",
            &["A / Column 3 along: 6.4 for 6.3, rounding"],
        ),
        (
            "line|A|1|10|4|6.4",
            &["A / Column 3 along: 6.4 for 6, rounding"],
        ),
        (
            "line|A|1|2|1\nline|B|1|2|1\ntotal|T|3|4|2|2",
            &["T / Column 0 down: 3 for 2, rounding"],
        ),
        (
            "line|A|1|2|1\nline|B|1|2|1\ntotal|T|4|4|2|2",
            &["T / Column 0 down: 4 for 2"],
        ),
        // A total wrong both ways.
        (
            "line|A|1|9|1|8\nline|B|1|9|1|8\ntotal|T|2|18|2|19",
            &[
                "T / Column 3 along: 19 for 16",
                "T / Column 3 down: 19 for 16",
            ],
        ),
        // Totals are checked against what is printed above them.
        (
            "line|A|1|9|1|8\nline|B|1|9|1|7\ntotal|T|2|18|2|16",
            &[
                "B / Column 3 along: 7 for 8, rounding",
                "T / Column 3 down: 16 for 15, rounding",
            ],
        ),
    ] {
        let (_, slips) = worked(&[], COLUMNS, lines);
        assert_eq!(slips, expected, "{lines}");
    }
}
