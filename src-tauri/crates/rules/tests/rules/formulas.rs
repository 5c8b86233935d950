//! Formulas of tables: how they read, what they make, and what is wrong with them.

use outturn_model::Book;
use outturn_model::cell::{CellType, Line};
use outturn_rules::formula::parse;
use outturn_rules::statement::{CellContent, Statement, statement, whole_statement};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::build::{Build, say, section};

/// A column: its id, then `field value` pairs.
pub type Given<'g> = (&'g str, &'g [(&'g str, &'g str)]);

/// A table `s` of these columns, and a line of text for each of its lines: `kind|label|cell|cell…`.
/// The label of a formula line is `label = formula`. A cell is a figure, `=absence words`, or under a
/// column without figures its text.
pub fn table(
    build: Build,
    id: &str,
    settings: &[(&str, &str)],
    columns: &[Given<'_>],
    lines: &str,
) -> Build {
    let mut build = build.section(id, "schedule", settings);
    for (column, cells) in columns {
        let own = [("section", id), ("heading", *column)];
        build = build.put(
            "column",
            &format!("{id}/{}", column.to_lowercase().replace(' ', "-")),
            &[&own[..], cells].concat(),
        );
    }
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    for (number, line) in lines.enumerate() {
        let mut cells = line.split('|').map(str::trim);
        let (kind, label) = (cells.next().unwrap(), cells.next().unwrap());
        let (label, formula) = label.split_once(" = ").unwrap_or((label, ""));
        let line = format!("{id}/l{number}");
        let own = [
            ("section", id),
            ("kind", kind),
            ("label", label),
            ("formula", formula),
        ];
        build = build.put("line", &line, &own);
        for ((column, given), cell) in columns.iter().zip(cells) {
            let text = given.iter().any(|(field, value)| {
                *field == "kind" && ["text", "date", "status", "post", "reference"].contains(value)
            });
            let column = format!("{id}/{}", column.to_lowercase().replace(' ', "-"));
            let cells = match cell.strip_prefix('=') {
                _ if cell.is_empty() => continue,
                _ if text => vec![("text", cell)],
                Some(absence) => {
                    let (absence, words) = absence.split_once(' ').unwrap_or((absence, ""));
                    vec![("absence", absence), ("words", words)]
                }
                None => vec![("amount", cell)],
            };
            let own = [("line", &*line), ("column", &*column)];
            build = build.put(
                "amount",
                &format!("{line}/{column}"),
                &[&own[..], &cells].concat(),
            );
        }
    }
    build
}

fn book(settings: &[(&str, &str)], columns: &[Given<'_>], lines: &str) -> Book {
    table(
        Build::report("2010-11-q3", &[]),
        "s",
        settings,
        columns,
        lines,
    )
    .book()
}

fn printed(statement: &Statement<'_>) -> Vec<String> {
    let rows = statement.rows.iter().map(|row| {
        let cells = row.cells.iter().zip(&statement.columns);
        let cells = cells.map(|(cell, column)| match &cell.content {
            CellContent::Empty => "-".to_owned(),
            CellContent::Figure(figure) => column.format.bare(*figure),
            CellContent::Words(words) => format!("“{}”", say(words)),
            CellContent::Text(text) | CellContent::Reference(text) => (*text).to_owned(),
            CellContent::Date(date) => date.to_string(),
            CellContent::Status(status) => say(&status.word()),
            CellContent::Post(person) => person.post.to_string(),
            CellContent::Unreadable(text) => format!("?{text}"),
        });
        cells.collect::<Vec<_>>().join(" ")
    });
    rows.collect()
}

fn check(settings: &[(&str, &str)], columns: &[Given<'_>], lines: &str, expected: &[&str]) {
    let book = book(settings, columns, lines);
    let worked = statement(&book, section(&book, "s"));
    let problems: Vec<String> = worked
        .problems
        .iter()
        .map(|found| say(&found.problem.message()))
        .collect();
    assert_eq!(printed(&worked), expected, "{problems:?}");
    assert!(problems.is_empty(), "{problems:?}");
}

pub const FIGURE: &[(&str, &str)] = &[("kind", "figure")];

fn formula(text: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![("kind", "formula"), ("formula", text)]
}

#[test]
fn columns_are_worked_out_line_by_line_and_added_up() {
    check(
        &[],
        &[
            ("Number", FIGURE),
            ("Cost", &[("kind", "figure"), ("no_total", "yes")]),
            ("Weekly", &formula("[number] * [Cost]")),
            ("Year", &formula("round([Weekly] × 52, 0)")),
            ("Share", &formula("share([Weekly])")),
        ],
        "
            line|Fostering|12|310.50
            line|Residential|2|2100
            total|All
            formula|Difference = [Fostering] - [Residential]
        ",
        &[
            "12 310.50 3,726.00 193,752 47.0",
            "2 2,100.00 4,200.00 218,400 53.0",
            "14 - 7,926.00 412,152 100.0",
            "10 −1,789.50 −474.00 −24,648 −6.0",
        ],
    );
}

#[test]
fn every_function_makes_what_it_says() {
    for (text, expected) in [
        ("[A] + [B] - 1", "14"),
        ("-[A] + 2 * ([B] - 1)", "-2"),
        ("sum([A], [B], 3)", "18"),
        ("min([A], [B])", "5"),
        ("MAX([A], [B])", "10"),
        ("round([A] / 3, 2)", "3.33"),
        ("abs([B] - [A])", "5"),
        ("percent([B], [A])", "50.0"),
        ("change([A], [B])", "100.0"),
        ("change([B], -[A])", "150.0"),
        ("share([A])", "25.0"),
        ("total([A])", "40"),
        ("group([A])", "10"),
        ("[ a @ last  line ]", "30"),
        ("[A] / 4", "2.5"),
        ("[A] / ([B] - 5)", "“cannot be divided by nil”"),
        ("percent([A], [B] - 5)", "“base too small for a percentage”"),
        ("previous([A])", "-"),
    ] {
        let book = book(
            &[],
            &[
                ("A", FIGURE),
                ("B", FIGURE),
                ("F", &[("kind", "formula"), ("formula", text)]),
            ],
            "line|First line|10|5\nheading|H\nline|Last line|30|5",
        );
        let worked = statement(&book, section(&book, "s"));
        let line = &printed(&worked)[0];
        assert_eq!(
            line.strip_prefix("10 5 ").unwrap().replace('−', "-"),
            expected,
            "{text}: {:?}",
            worked.problems
        );
    }
}

#[test]
fn a_figure_that_is_not_there_is_nil_or_makes_the_result_missing() {
    for (a, text, expected) in [
        ("", "[A] + [B]", "-"),
        ("=worded Refer comment", "[A] + [B]", "-"),
        ("=no-data –", "[A] + [B]", "5"),
        ("=not-applicable", "[B] - [A]", "5"),
        ("=not-applicable", "sum([A], [B])", "5"),
        ("=no-data", "sum([A], [B])", "-"),
        ("=not-applicable", "[A] * [B]", "-"),
        ("=not-applicable", "percent([A], [B])", "-"),
        ("=not-applicable", "[A] - [A]", "-"),
    ] {
        let book = book(
            &[],
            &[
                ("A", FIGURE),
                ("B", FIGURE),
                ("F", &[("kind", "formula"), ("formula", text)]),
            ],
            &format!("line|One|{a}|5"),
        );
        let worked = statement(&book, section(&book, "s"));
        assert!(
            printed(&worked)[0].ends_with(&format!("5 {expected}")),
            "{a} {text}: {:?}",
            printed(&worked)
        );
    }
}

/// R5: the budgets of a Dedicated Schools Grant and its income all but cancel out, and 114.8% of what
/// is left is printed.
#[test]
fn a_percentage_of_nearly_nothing_is_said_in_words() {
    let thousands = &[("unit", "thousand-pounds"), ("overspend", "positive")];
    let columns: &[Given<'_>] = &[
        ("Budget", FIGURE),
        ("Forecast", FIGURE),
        (
            "Variation",
            &[
                ("kind", "variance-percent"),
                ("budget", "s/budget"),
                ("actual", "s/forecast"),
            ],
        ),
        ("Change", &formula("change([Forecast], [Budget])")),
    ];
    let small = "“base too small for a percentage” “base too small for a percentage”";
    check(
        thousands,
        columns,
        "
            line|Schools|190000|190400
            line|Grant|-189500|-189300
            line|Petty cash|9|7
            total|Dedicated Schools Grant
        ",
        &[
            "190,000 190,400 0.2 0.2",
            "−189,500 −189,300 0.1 0.1",
            &format!("9 7 {small}"),
            &format!("509 1,107 {small}"),
        ],
    );
    // A count of eight is exact.
    check(
        &[],
        &[
            ("Received", FIGURE),
            ("In time", FIGURE),
            ("Rate", &formula("percent([In time], [Received])")),
        ],
        "line|Adults|8|6\nline|Children|2|1\ntotal|All",
        &["8 6 75.0", "2 1 50.0", "10 7 70.0"],
    );
}

#[test]
fn a_supplied_figure_stands_beside_the_formula() {
    let columns: &[Given<'_>] = &[
        ("A", FIGURE),
        ("B", FIGURE),
        ("Sum", &[("kind", "figure"), ("formula", "[A] + [B]")]),
    ];
    let book = book(
        &[],
        columns,
        "line|One|1|2|9\nline|Two|1|2|3\nline|Three|1|2\ntotal|All",
    );
    let worked = statement(&book, section(&book, "s"));
    assert_eq!(printed(&worked), ["1 2 9", "1 2 3", "1 2 3", "3 6 15"]);
    assert_eq!(
        crate::statements::slips(&worked),
        ["One / Sum along: 9 for 3"]
    );
    assert!(!worked.rows[0].cells[2].entered);
}

#[test]
fn hidden_columns_are_left_out_and_still_named() {
    let columns: &[Given<'_>] = &[
        ("A", &[("kind", "figure"), ("hidden", "yes")]),
        ("Twice", &formula("[A] * 2")),
        ("When", &[("kind", "date")]),
        ("How", &[("kind", "status")]),
        ("Who", &[("kind", "post")]),
        ("See", &[("kind", "reference")]),
    ];
    let build = Build::report("2010-11-q3", &[]).put("person", "p", &[("post", "Head of Finance")]);
    let lines = "line|One|4||2011-03-31|amber|p|A, C\nline|Two|5||soon|pink|q|";
    let book = table(build, "s", &[("lettered", "yes")], columns, lines).book();
    let worked = statement(&book, section(&book, "s"));
    assert_eq!(
        printed(&worked),
        [
            "8 2011-03-31 Amber Head of Finance A, C",
            "10 ?soon ?pink ?q -"
        ]
    );
    let letters: Vec<_> = worked
        .rows
        .iter()
        .filter_map(|row| row.letter.as_deref())
        .collect();
    assert_eq!(letters, ["A", "B"]);
    assert_eq!(whole_statement(&book, section(&book, "s")).columns.len(), 6);
}

#[test]
fn the_figure_before_is_that_of_the_last_report() {
    let columns: &[Given<'_>] = &[
        ("This quarter", FIGURE),
        (
            "To date",
            &[
                ("kind", "figure"),
                ("formula", "[This quarter] + previous([To date])"),
            ],
        ),
    ];
    let mut build = Build::report("2010-11-q3", &[]);
    build = table(build, "q1", &[], columns, "line|Visits|4|4");
    build = table(build, "q2", &[("follows", "q1")], columns, "line|Visits|6");
    let book = table(
        build,
        "s",
        &[("follows", "q2")],
        columns,
        "line|visits|7\nline|New|1",
    )
    .book();
    let worked = statement(&book, section(&book, "s"));
    assert_eq!(printed(&worked), ["7 17", "1 -"]);
}

#[test]
fn what_is_wrong_with_a_formula_is_said_with_its_place() {
    for (text, at, expected) in [
        ("", 0..0, "There is no formula."),
        (
            "[A] + ",
            6..6,
            "The formula stops where a figure should follow.",
        ),
        ("[A] + ]", 6..7, "“]” has no place in a formula."),
        ("=[A]", 0..1, "“=” has no place in a formula."),
        ("é [A", 2..4, "The name is not closed with “]”."),
        ("[A] [B]", 4..7, "“[B]” cannot stand here."),
        ("([A]", 0..1, "The bracket is not closed."),
        ("summ([A])", 0..4, "There is no function “summ”."),
        (
            "percent([A])",
            0..7,
            "“percent” takes 2 figures, with a comma between them.",
        ),
        ("total(2)", 0..5, "“total” takes the name of one column."),
        (
            "round([A], 1.5)",
            0..5,
            "“round” needs the number of decimal places, from 0 to 6, as its second figure.",
        ),
        ("1.2.3", 0..5, "“1.2.3” is not a number."),
        ("2 * [Bugdet]", 4..12, "No column is called “Bugdet”."),
        ("2 * [A @ Two]", 4..13, "No line is called “Two”."),
        ("[Note]", 0..6, "The column “Note” has no figures."),
        ("[Twin]", 0..6, "2 columns are called “Twin”."),
        (
            "[F] + 1",
            0..7,
            "The formula needs its own result: “F”, “F”.",
        ),
    ] {
        let columns: &[Given<'_>] = &[
            ("A", FIGURE),
            ("Budget", FIGURE),
            ("Note", &[("kind", "text")]),
            ("F", &[("kind", "formula"), ("formula", text)]),
        ];
        let mut build = table(
            Build::report("2010-11-q3", &[]),
            "s",
            &[],
            columns,
            "line|One|1|1",
        );
        for id in ["s/t1", "s/t2"] {
            let cells = [("section", "s"), ("heading", "Twin"), ("kind", "figure")];
            build = build.put("column", id, &cells);
        }
        let book = build.book();
        let worked = statement(&book, section(&book, "s"));
        let [found] = &worked.problems[..] else {
            panic!("{text}: {:?}", worked.problems)
        };
        let said = say(&found.problem.message());
        assert_eq!((&*said, found.problem.at.clone()), (expected, at), "{text}");
        assert!(!say(&found.problem.hint()).contains("formula-"));
    }
    assert!(parse(&"(".repeat(400)).is_err());
    assert!(parse(&"1+".repeat(400)).is_err());
}

#[test]
fn a_circle_names_every_member_in_order() {
    let columns: &[Given<'_>] = &[
        ("A", &formula("[B] + 1")),
        ("B", &formula("[C] + 1")),
        ("C", &formula("total([A])")),
        ("D", &formula("[A] + 1")),
        ("E", &formula("[G @ Sum]")),
        ("G", &[("kind", "figure"), ("formula", "[E] + 1")]),
    ];
    let book = book(&[], columns, "line|One\nline|Two\ntotal|Sum");
    let worked = statement(&book, section(&book, "s"));
    let said: Vec<String> = worked
        .problems
        .iter()
        .map(|found| format!("{}: {}", found.owner.place(), say(&found.problem.message())))
        .collect();
    assert_eq!(
        said,
        [
            "column/s/a#formula: The formula needs its own result: “A”, “B”, “C”, “A”.",
            "column/s/e#formula: The formula needs its own result: “E”, “Sum”, “G”, “E”.",
        ]
    );
    assert_eq!(
        printed(&worked),
        ["- - - - - -", "- - - - - -", "- - - - - -"]
    );
}

/// Ten times the lines take about ten times as long; a scan of all of them for each would take a
/// hundred times.
#[test]
fn a_long_table_is_worked_out_in_proportion() {
    let columns: &[Given<'_>] = &[
        ("A", FIGURE),
        ("Share", &formula("share([A])")),
        ("Group", &formula("percent([A], group([A]))")),
    ];
    let shortest = |count: usize| {
        let mut lines = String::new();
        for number in 0..count {
            lines.push_str(&format!("line|L{number}|{number}\n"));
            lines.push_str(&format!("formula|F{number} = [L{number}] * 2\n"));
            if number % 10 == 9 {
                lines.push_str("subtotal|S\n");
            }
        }
        let book = book(&[], columns, &lines);
        let mut times = Vec::new();
        for _ in 0..5 {
            let start = std::time::Instant::now();
            let worked = statement(&book, section(&book, "s"));
            times.push(start.elapsed());
            assert_eq!(worked.rows.len(), count * 2 + count / 10);
        }
        times.into_iter().min().unwrap()
    };
    let (short, long) = (shortest(100), shortest(1_000));
    let ratio = long.as_secs_f64() / short.as_secs_f64();
    println!("100 lines {short:?}, 1,000 lines {long:?}: {ratio:.1} times");
    assert!(
        ratio < 30.0,
        "1,000 lines took {ratio:.1} times as long as 100"
    );
}

/// Text of a formula that reads well.
fn written() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        (0_u32..10_000, 0_u32..3)
            .prop_map(|(digits, places)| Decimal::new(digits.into(), places).to_string()),
        prop_oneof![
            Just("[A]"),
            Just("[ b  c ]"),
            Just("[A @ One]"),
            Just("[x]]@@y @ z]")
        ]
        .prop_map(str::to_owned),
        prop_oneof![
            Just("total"),
            Just("SHARE"),
            Just("group"),
            Just("previous")
        ]
        .prop_map(|word| format!("{word}([A])")),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        let pair = (
            inner.clone(),
            prop_oneof![Just("+"), Just("-"), Just("*"), Just("/"), Just("÷")],
            inner.clone(),
        );
        prop_oneof![
            pair.prop_map(|(a, sign, b)| format!("{a} {sign}{b}")),
            inner.clone().prop_map(|a| format!("({a})")),
            inner.clone().prop_map(|a| format!("-({a})")),
            inner.clone().prop_map(|a| format!("round({a},2)")),
            (
                prop_oneof![Just("sum"), Just("min"), Just("max")],
                proptest::collection::vec(inner.clone(), 1..4)
            )
                .prop_map(|(word, parts)| format!("{word}({})", parts.join(", "))),
            (
                prop_oneof![Just("percent"), Just("change")],
                inner.clone(),
                inner
            )
                .prop_map(|(word, a, b)| format!("{word}({a},{b})")),
        ]
    })
}

/// The text as one line of a file can hold it: the model refuses what a reader could not see.
fn storable(text: String) -> String {
    let fits = |c: &char| Line::from_cell(Some(&c.to_string())).is_ok();
    text.chars().filter(fits).take(Line::LONGEST).collect()
}

proptest! {
    #[test]
    fn a_formula_reads_as_it_is_printed(text in written()) {
        if let Ok(formula) = parse(&text) {
            let again = parse(&formula.to_string());
            prop_assert_eq!(again.as_ref().ok(), Some(&formula), "{} {}", text, formula);
        } else {
            prop_assert!(text.chars().count() > 250 || text.matches('(').count() > 30, "{}", text);
        }
    }

    #[test]
    fn no_text_is_too_much_for_a_formula(
        text in prop_oneof![
            any::<String>(),
            "[-+*/(),. 0-9a-c\\[\\]@=%£é]{0,60}",
            written(),
            proptest::collection::vec(prop_oneof![Just("["), Just("A"), Just("]"), Just("@"), Just("sum("), Just(")"), Just(","), Just("-"), Just("1e9"), Just("999999999999999999"), Just("*"), Just("[A]"), Just("/0")], 0..30).prop_map(|parts| parts.concat()),
        ].prop_map(storable),
        a in any::<i64>(), places in 0_u32..18,
    ) {
        let cell = Decimal::new(a % 1_000_000_000_000_000_000, places).to_string();
        if let Err(problem) = parse(&text) {
            let length = text.chars().count();
            prop_assert!(problem.at.start <= problem.at.end && problem.at.end <= length);
            prop_assert!(!say(&problem.message()).contains("formula-"));
            prop_assert!(!say(&problem.hint()).contains("formula-"));
        }
        let columns: &[Given<'_>] = &[
            ("A", FIGURE),
            ("F", &[("kind", "formula"), ("formula", &text)]),
        ];
        let lines = format!("line|One|{cell}\nline|Two|0\ntotal|All\nformula|L = {}", text.replace(['|', '\n'], " "));
        let book = book(&[], columns, &lines);
        statement(&book, section(&book, "s"));
    }

    #[test]
    fn sums_are_what_they_are_by_hand(figures in proptest::collection::vec((-9_999_i64..9_999, 0_u32..3), 1..12)) {
        let figures: Vec<Decimal> = figures.into_iter().map(|(digits, places)| Decimal::new(digits, places)).collect();
        let mut lines: String = figures.iter().map(|figure| format!("line|L|{figure}\n")).collect();
        lines.push_str("total|T");
        let columns: &[Given<'_>] = &[
            ("A", FIGURE),
            ("Twice", &formula("sum([A], [A])")),
            ("All", &formula("total([A])")),
        ];
        let book = book(&[], columns, &lines);
        let worked = statement(&book, section(&book, "s"));
        let sum: Decimal = figures.iter().sum();
        let last = worked.rows.last().unwrap();
        prop_assert_eq!(last.cells[0].figure, Some(sum));
        prop_assert_eq!(last.cells[1].figure, Some(sum + sum));
        prop_assert_eq!(worked.rows[0].cells[2].figure, Some(sum));
    }
}
