//! Checks of tables.

use outturn_rules::check::check;

use crate::build::{Build, report, say};
use crate::formulas::{FIGURE, Given, table};

const MONEY: &[(&str, &str)] = &[("unit", "thousand-pounds")];

fn found(build: &Build) -> Vec<String> {
    let book = build.book();
    let findings = check(&book, report(&book)).into_iter();
    findings
        .map(|finding| format!("{} {}", finding.place, say(&finding.sentence)))
        .collect()
}

fn of(columns: &[Given<'_>], lines: &str) -> Vec<String> {
    let build = Build::report("2010-11-q3", &[]).put("person", "p", &[("post", "Head of Finance")]);
    found(&table(build, "s", MONEY, columns, lines))
}

#[test]
fn columns_and_cells_are_checked() {
    let columns: &[Given<'_>] = &[
        ("Budget", FIGURE),
        ("Plan", &[("kind", "status"), ("required", "yes")]),
        ("When", &[("kind", "date")]),
        ("Who", &[("kind", "post")]),
    ];
    assert_eq!(
        of(columns, "line|One|1|green|2011-03-31|p\nline|Two|2|amber||"),
        Vec::<String>::new()
    );
    assert_eq!(
        of(columns, "line|One|1|||q\nline|Two|2|green|soon|p"),
        [
            "amount/s/l0/s/plan#text 1 Heading: One has nothing for Plan.",
            "amount/s/l0/s/who#text 1 Heading: One, Who holds “q”, which is nobody in the list of people.",
            "amount/s/l1/s/when#text 1 Heading: Two, When holds “soon”, which is not a day.",
        ]
    );
    assert_eq!(
        of(
            &[
                ("Budget", FIGURE),
                ("budget", &[("kind", "text")]),
                ("Spare", &[("kind", "figure"), ("hidden", "yes")]),
                ("F", &[("kind", "formula"), ("formula", "[Bugdet] * 2")]),
            ],
            "line|One|1"
        ),
        [
            "column/s/f#formula 1 Heading: the formula of “F” cannot be worked out. No column is called “Bugdet”.",
            "column/s/budget#heading 1 Heading: two columns are called “budget”.",
            "column/s/budget#hidden 1 Heading: the column “budget” has nothing in it.",
            "column/s/spare#hidden 1 Heading: the hidden column “Spare” is used by no formula.",
        ]
    );
}

#[test]
fn lettered_variances_are_checked() {
    let check = |references: [&str; 2], comments: [&str; 2], expected: &[&str]| {
        let budget: &[Given<'_>] = &[("Variation", FIGURE), ("See", &[("kind", "reference")])];
        let lines = format!(
            "line|Fostering|5|{}\nline|Adoption|6|{}",
            references[0], references[1]
        );
        let mut build = table(Build::report("2010-11-q3", &[]), "s", MONEY, budget, &lines);
        build = table(
            build,
            "v",
            &[("unit", "thousand-pounds"), ("lettered", "yes")],
            &[("Amount", FIGURE)],
            "",
        );
        for (number, (amount, comment)) in ["135", "-40"].into_iter().zip(comments).enumerate() {
            let line = format!("v/l{number}");
            let cells = [
                ("section", "v"),
                ("label", "Placements"),
                ("comment", comment),
            ];
            build = build.put("line", &line, &cells);
            let cells = [("line", &*line), ("column", "v/amount"), ("amount", amount)];
            build = build.put("amount", &format!("{line}/v/amount"), &cells);
        }
        assert_eq!(found(&build), expected);
    };
    let right = [
        "Placements cost £135k more, of which £90k is new.",
        "Vacancies saved £40,000.",
    ];
    check(["A", "B"], right, &[]);
    check(["A–B", ""], right, &[]);
    check(
        ["A, C", ""],
        ["Placements cost £153k more.", ""],
        &[
            "amount/s/l0/s/see#text 1 Heading: Fostering refers to C, and no line beside it has that letter.",
            "line/v/l1#label 2 Heading: nothing refers to B, Placements.",
            "line/v/l1#comment 2 Heading: B, Placements is not explained.",
            "line/v/l0#comment 2 Heading: the comment on A, Placements speaks of £153k, and the table has £135k.",
        ],
    );
    check(["A", "B"], ["More children.", "Fewer staff."], &[]);
}

#[test]
fn a_supplied_percentage_of_nearly_nothing_is_found() {
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
    ];
    assert_eq!(
        of(
            columns,
            "line|Schools|190000|190400\nline|Grant|-189500|-189300\ntotal|All|||114.8"
        ),
        [
            "amount/s/l2/s/variation#amount 1 Heading: All, Variation is supplied as 114.8%, a percentage of almost nothing."
        ]
    );
}
