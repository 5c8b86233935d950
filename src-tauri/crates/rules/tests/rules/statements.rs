//! Statements: totals, variances, and slips.

use outturn_rules::slip::Along;
use outturn_rules::statement::{Statement, statement};

use crate::build::{Build, section};

/// A statement `s` from one line of text for each of its lines: `kind|label|figure|figure…`. A
/// figure can be left out, or be why there is none, and its words, such as `=no-data None`.
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
            let (figure, words) = figure.split_once(' ').unwrap_or((figure, ""));
            let column = format!("s/c{column}");
            let cells = [
                ("line", &*id),
                ("column", &column),
                (field, figure),
                ("words", words),
            ];
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

/// A law of sums: a total over a part that is not known is not known (R3, R5).
#[test]
fn a_total_over_a_figure_that_is_not_known_is_not_worked_out() {
    for (lines, expected) in [
        // Blank, and said not to be known.
        ("line|A|1|9|1\nline|B|1||1\ntotal|T", "2 - 2 -"),
        ("line|A|1|9|1\nline|B|1|=no-data|1\ntotal|T", "2 - 2 -"),
        ("line|A|1|9|1\nline|B|1|=deferred|1\ntotal|T", "2 - 2 -"),
        ("line|A|1|9|1\nline|B|1|=suppressed|1\ntotal|T", "2 - 2 -"),
        ("line|A|1|9|1\nline|B|1|=worded|1\ntotal|T", "2 - 2 -"),
        // What does not apply is nil, and so is a dash.
        (
            "line|A|1|9|1\nline|B|1|=not-applicable|1\ntotal|T",
            "2 9 2 7",
        ),
        ("line|A|1|9|1\nline|B|1|=no-data -|1\ntotal|T", "2 9 2 7"),
        // Supplied where it cannot be worked out.
        ("line|A|1|9|1\nline|B|1||1\ntotal|T||18", "2 18 2 16"),
        // A variance that someone supplied cannot stand for one that is not known.
        ("line|A|1|9|1|8\nline|B|1||1|8\ntotal|T", "2 - 2 -"),
        // Through a subtotal, to every total below.
        (
            "line|A|1||1\nsubtotal|S\nline|B|1|2|1\nsubtotal|R\ntotal|T",
            "2 - 2 -",
        ),
        (
            "line|A|1||1\nsubtotal|S||5\nline|B|1|2|1\nsubtotal|R\ntotal|T",
            "2 7 2 5",
        ),
        (
            "line|A|1|3|1\nsubtotal|S||=deferred\nline|B|1|2|1\nsubtotal|R\ntotal|T",
            "2 - 2 -",
        ),
        // A subtotal over nothing adds nothing.
        ("subtotal|S\nline|B|1|2|1\nsubtotal|R\ntotal|T", "1 2 1 1"),
    ] {
        let (printed, slips) = worked(&[], COLUMNS, lines);
        assert_eq!(
            printed.last().map(String::as_str),
            Some(expected),
            "{lines}"
        );
        assert!(slips.is_empty(), "{lines}: {slips:?}");
    }
}

#[test]
fn one_wrong_subtotal_is_one_slip() {
    for (lines, expected) in [
        // The totals under it agree with the lines.
        (
            "line|A|10\nline|B|20\nsubtotal|S|40\nline|C|5\nsubtotal|R|5\ntotal|T|35\n\
             line|D|1\ntotal|U|36",
            &["S / Column 0 down: 40 for 30"][..],
        ),
        // Or with the parts as they are printed.
        (
            "line|A|10\nline|B|20\nsubtotal|S|40\nline|C|5\nsubtotal|R|5\ntotal|T|45",
            &["S / Column 0 down: 40 for 30"],
        ),
        // Or with neither.
        (
            "line|A|10\nline|B|20\nsubtotal|S|40\nline|C|5\nsubtotal|R|5\ntotal|T|99",
            &[
                "S / Column 0 down: 40 for 30",
                "T / Column 0 down: 99 for 45",
            ],
        ),
        // A subtotal without lines is a figure of its own.
        ("subtotal|S|40\nline|C|5\nsubtotal|R|5\ntotal|T|45", &[]),
    ] {
        let (_, slips) = worked(&[], &["figure"], lines);
        assert_eq!(slips, expected, "{lines}");
    }
    // A variance that follows from the right budget is right beside the wrong one.
    let lines = "line|A|1|10|4|6\nline|B|1|20|4|16\nsubtotal|S|2|40|8|22\ntotal|T|2|30|8|22";
    let (_, slips) = worked(&[], COLUMNS, lines);
    assert_eq!(slips, ["S / Column 1 down: 40 for 30"]);
}
