//! Which figures a report wants, which it does not, and what it says of those that are not there.

use outturn_model::{Book, Period};
use outturn_rules::check::check;
use outturn_rules::due::{awaited, due};
use outturn_rules::measure_table::{MeasureContent, shown_columns, shown_row};
use outturn_rules::roll::roll;
use outturn_rules::status::status;

use crate::build::{Build, appearance, report, say, section};

fn with(frequency: &str, period: &str, actual: &str) -> Build {
    Build::report(period, &[])
        .rule("rule", "within-percent", "", "10")
        .card(&[("frequency", frequency)], &[])
        .values("m", "actual", actual)
}

/// What the check says of the figure, and where it leads; a dash where it wants none.
fn wanted(book: &Book) -> String {
    let findings = check(book, report(book));
    let missing = findings
        .iter()
        .find(|finding| finding.code == "figure-missing");
    missing.map_or("-".to_owned(), |finding| {
        format!("{} [{}]", say(&finding.sentence), finding.place)
    })
}

fn line(book: &Book) -> String {
    let measure = appearance(book, "e").measure;
    say(&due(book, measure, report(book).period).sentence())
}

/// When the figure comes that the report does not have; a dash where one is there or wanted.
fn comes(book: &Book) -> String {
    awaited(&appearance(book, "e")).map_or("-".to_owned(), |awaited| {
        say(&awaited.not_until(report(book).period))
    })
}

#[test]
fn each_quarter_wants_the_figures_that_fall_due_in_it() {
    let quarters = ["2010-11-q1", "2010-11-q2", "2010-11-q3", "2010-11-q4"];
    for (frequency, figures) in [
        ("annual", ["-", "-", "-", "2010/11 in 2010-11"]),
        (
            "half-yearly",
            [
                "-",
                "Half 1, 2010/11 in 2010-11-h1",
                "Half 1, 2010/11 late in 2010-11-h1",
                "Half 2, 2010/11 in 2010-11-h2",
            ],
        ),
        (
            "quarterly",
            [
                "Quarter 1, 2010/11 in 2010-11-q1",
                "Quarter 2, 2010/11 in 2010-11-q2",
                "Quarter 3, 2010/11 in 2010-11-q3",
                "Quarter 4, 2010/11 in 2010-11-q4",
            ],
        ),
        (
            "monthly",
            [
                "Quarter 1, 2010/11 in 2010-11-q1",
                "Quarter 2, 2010/11 in 2010-11-q2",
                "Quarter 3, 2010/11 in 2010-11-q3",
                "Quarter 4, 2010/11 in 2010-11-q4",
            ],
        ),
        (
            "termly",
            [
                "-",
                "Summer term 2010 in 2010-11-q2",
                "Autumn term 2010 in 2010-11-q3",
                "Spring term 2011 in 2010-11-q4",
            ],
        ),
        (
            "academic-year",
            [
                "-",
                "-",
                "Academic year 2009/10 in 2010-11-q3",
                "Academic year 2009/10 late in 2010-11-q3",
            ],
        ),
    ] {
        for (quarter, expected) in quarters.into_iter().zip(figures) {
            let book = with(frequency, quarter, "").book();
            let expected = match expected.split_once(" in ") {
                None => expected.to_owned(),
                Some((figure, column)) => {
                    let (figure, due) = match figure.strip_suffix(" late") {
                        Some(figure) if frequency == "half-yearly" => {
                            (figure, "was due in the report for Quarter 2, 2010/11")
                        }
                        Some(figure) => (figure, "was due in the report for Quarter 3, 2010/11"),
                        None => (figure, "is due in this report"),
                    };
                    format!(
                        "NI 1: the figure for {figure} {due} and is not given. \
                         [value/m/actual/{column}#amount]"
                    )
                }
            };
            assert_eq!(wanted(&book), expected, "{frequency} {quarter}");
            assert_eq!(
                comes(&book) == "-",
                wanted(&book) != "-",
                "{frequency} {quarter}"
            );
        }
    }
}

#[test]
fn a_figure_that_is_stated_or_explained_is_not_wanted() {
    for (frequency, period, actual) in [
        ("annual", "2010-11-q4", "2010-11 5"),
        ("annual", "2010-11-q4", "2010-11-q4 5"),
        ("annual", "2010-11-q4", "2010-11 =no-data"),
        ("monthly", "2010-11-q2", "2010-11-m6 5"),
        ("monthly", "2010-11-q2", "2010-11-q2 =deferred"),
        ("termly", "2010-11-q3", "2010-11-q3 5"),
        ("academic-year", "2010-11-q4", "2010-11-q3 5"),
        ("half-yearly", "2010-11-q3", "2010-11-h1 5"),
        ("half-yearly", "2010-11-q2", "2010-11-q2 5"),
    ] {
        let book = with(frequency, period, actual).book();
        assert_eq!(wanted(&book), "-", "{frequency} {period} {actual}");
        assert_eq!(comes(&book), "-", "{frequency} {period} {actual}");
    }
    // In a table a sentence can stand in place of the figures.
    for (text, wants) in [("", true), ("The survey is next made in spring.", false)] {
        let book = Build::report("2010-11-q3", &[])
            .section("t", "measure-table", &[])
            .put("measure", "m", &[("frequency", "quarterly")])
            .put(
                "entry",
                "e",
                &[("section", "t"), ("measure", "m"), ("sentence", text)],
            )
            .book();
        assert_eq!(wanted(&book) != "-", wants, "{text}");
    }
}

#[test]
fn a_missing_figure_leads_to_the_column_that_shows_it() {
    // A year's figure stands under its last quarter where the card shows quarters.
    let book = with("annual", "2010-11-q4", "2010-11-q2 5, 2010-11-q3 6").book();
    assert!(
        wanted(&book).ends_with("[value/m/actual/2010-11-q4#amount]"),
        "{}",
        wanted(&book)
    );
    let book = with("monthly", "2010-11-m8", "").book();
    assert!(
        wanted(&book).starts_with("NI 1: the figure for November 2010 is due"),
        "{}",
        wanted(&book)
    );
}

#[test]
fn what_is_due_and_what_comes_next_is_one_line() {
    for (frequency, period, expected) in [
        (
            "quarterly",
            "2010-11-q3",
            "Due now: Quarter 3, 2010/11. Next due: Quarter 4, 2010/11.",
        ),
        (
            "monthly",
            "2010-11-q4",
            "Due now: Quarter 4, 2010/11. Next due: Quarter 1, 2011/12.",
        ),
        (
            "annual",
            "2010-11-q1",
            "Not due this quarter. Next due: 2010/11, in the report for Quarter 4, 2010/11.",
        ),
        ("annual", "2010-11", "Due now: 2010/11. Next due: 2011/12."),
        (
            "termly",
            "2010-11-q4",
            "Due now: Spring term 2011. Next due: Summer term 2011, in the report for Quarter 2, 2011/12.",
        ),
        (
            "termly",
            "2011-12-q1",
            "Not due this quarter. Next due: Summer term 2011, in the report for Quarter 2, 2011/12.",
        ),
        (
            "academic-year",
            "2010-11-q4",
            "Due in the report for Quarter 3, 2010/11 and not given yet: Academic year 2009/10. \
             Next due: Academic year 2010/11, in the report for Quarter 3, 2011/12.",
        ),
        (
            "half-yearly",
            "2010-11-m5",
            "Not due this month. Next due: Half 1, 2010/11, in the report for September 2010.",
        ),
    ] {
        assert_eq!(
            line(&with(frequency, period, "").book()),
            expected,
            "{frequency} {period}"
        );
    }
    // A year's figure that is known early is not asked for again.
    assert_eq!(
        line(&with("annual", "2010-11-q3", "2010-11 5").book()),
        "Given already: 2010/11. Next due: 2011/12, in the report for Quarter 4, 2011/12."
    );
    // Beside the figures of all months the month is named.
    let book = with("monthly", "2010-11-q3", "").book();
    let found = due(&book, appearance(&book, "e").measure, report(&book).period);
    assert_eq!(
        say(&found.sentence_of_measure()),
        "Due now: December 2010. Next due: January 2011, in the report for Quarter 4, 2010/11."
    );
}

#[test]
fn a_report_says_until_when_a_figure_is_not_due() {
    for (frequency, period, expected) in [
        ("annual", "2010-11-q1", "Not due until Quarter 4"),
        ("annual", "2010-11-h1", "Not due until Half 2"),
        ("termly", "2010-11-q1", "Not due until Quarter 2"),
        ("academic-year", "2010-11-q2", "Not due until Quarter 3"),
        ("half-yearly", "2010-11-m2", "Not due until September 2010"),
        ("quarterly", "2010-11-q1", "-"),
        ("monthly", "2010-11-q1", "-"),
    ] {
        let book = with(frequency, period, "").book();
        assert_eq!(comes(&book), expected, "{frequency} {period}");
    }
    let book = with("annual", "2010-11-q1", "").book();
    assert_eq!(
        say(&status(&appearance(&book, "e")).reason),
        "Not yet known: no figure is due until Quarter 4"
    );
}

#[test]
fn a_measure_table_says_so_in_place_of_the_figure() {
    for (words, expected) in [("", "Not due until Quarter 4"), ("Refer comment", "")] {
        let book = Build::report("2010-11-q2", &[])
            .section("t", "measure-table", &[])
            .put("measure", "m", &[("frequency", "annual")])
            .put(
                "entry",
                "e",
                &[("section", "t"), ("measure", "m"), ("status_words", words)],
            )
            .book();
        let columns = shown_columns(&book, section(&book, "t"));
        let row = shown_row(&appearance(&book, "e"), &columns);
        let said: String = row
            .cells
            .iter()
            .filter_map(|cell| match cell {
                MeasureContent::NotDue(message) => Some(say(message)),
                _ => None,
            })
            .collect();
        assert_eq!(said, expected, "{words}");
    }
}

#[test]
fn a_measure_comes_over_whether_or_not_its_figure_is_due() {
    let book = with("annual", "2010-11-q2", "2009-10 5")
        .put("measure", "q", &[("frequency", "quarterly")])
        .put("entry", "x", &[("section", "s"), ("measure", "q")])
        .book();
    for (period, not_due) in [("2010-11-q3", 1), ("2010-11-q4", 0), ("2011-12-q1", 1)] {
        let to = Period::parse(period).unwrap();
        let carried = roll(&book, report(&book), to).unwrap().carried;
        assert_eq!(
            (carried.measures, carried.not_due),
            (2, not_due),
            "{period}"
        );
    }
}
