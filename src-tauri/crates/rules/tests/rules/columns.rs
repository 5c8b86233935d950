//! Measure tables with chosen columns, and when figures are due.

use outturn_rules::due::due;
use outturn_rules::measure_table::{MeasureContent, Stored, shown_columns, shown_row, stored};

use crate::build::{Build, appearance, figure, report, say, section};

/// The cells of entry `e` under these columns: what is shown, and a comparator.
fn cells(build: Build, columns: &[(&str, &str)]) -> Vec<String> {
    let mut build = build;
    for (number, (shows, comparator)) in columns.iter().enumerate() {
        let cells = [
            ("section", "s"),
            ("shows", *shows),
            ("comparator", *comparator),
        ];
        build = build.put("column", &format!("s/c{number}"), &cells);
    }
    let book = build.book();
    let shown = shown_columns(&book, section(&book, "s"));
    let row = shown_row(&appearance(&book, "e"), &shown);
    let mut said: Vec<String> = row.cells.iter().map(said_of).collect();
    said.extend(row.sentence.map(|sentence| {
        format!(
            "{} from {} across {}",
            sentence.text, sentence.from, sentence.across
        )
    }));
    said.extend((row.indent > 0).then(|| "set in".to_owned()));
    said
}

fn said_of(content: &MeasureContent<'_>) -> String {
    match content {
        MeasureContent::Empty => "-".to_owned(),
        MeasureContent::Reference { reference, .. } => (*reference).to_owned(),
        MeasureContent::Name(name) => (*name).to_owned(),
        MeasureContent::Owner(person) => person.post.to_string(),
        MeasureContent::PeriodCovered(words)
        | MeasureContent::NotDue(words)
        | MeasureContent::AmberBand(words) => say(words),
        MeasureContent::Figure(shown) => say(&shown.shown),
        MeasureContent::Fraction {
            numerator,
            denominator,
        } => match denominator {
            Some(denominator) => format!("{numerator}/{denominator}"),
            None => numerator.to_string(),
        },
        MeasureContent::TargetVariance(relative) => say(&relative.message()),
        MeasureContent::Status { rated, .. } => say(&rated.status.word()),
        MeasureContent::Direction { travelled, change } => {
            let change = change.map(|change| format!(" {}", say(&change.message())));
            say(&travelled.direction.word()) + &change.unwrap_or_default()
        }
        MeasureContent::Benchmark {
            figure, comparator, ..
        } => format!("{} {}", say(&figure.shown), comparator.name.as_str()),
    }
}

const ALL: &[(&str, &str)] = &[
    ("reference", ""),
    ("name", ""),
    ("owner", ""),
    ("period-covered", ""),
    ("fraction", ""),
    ("last-year", ""),
    ("previous", ""),
    ("previous-fraction", ""),
    ("target", ""),
    ("amber-band", ""),
    ("outturn", ""),
    ("target-variance", ""),
    ("status", ""),
    ("direction", ""),
    ("benchmark", "b"),
    ("comparator", ""),
];

fn measured(unit: &str, actual: &str, entry: &[(&str, &str)]) -> Build {
    Build::report("2010-11-q3", &[])
        .rule("rule", "amber-band", "", "")
        .card(&[("unit", unit), ("polarity", "higher-is-better")], entry)
        .put("comparator", "a", &[("name", "Council")])
        .put("comparator", "b", &[("name", "National")])
        .value(
            "m",
            "actual",
            "2010-11-q3",
            &[
                ("amount", actual),
                ("numerator", "3"),
                ("denominator", "4"),
                ("own_period", "Sep 09–Jul 10"),
            ],
        )
        .value(
            "m",
            "actual",
            "2010-11-q2",
            &[("amount", "60"), ("numerator", "6"), ("denominator", "10")],
        )
        .values("m", "actual", "2009-10 50")
        .values("m", "target", "2010-11 80")
        .values("m", "a", "2010-11-q3 71")
        .values("m", "b", "2009-10 72")
}

#[test]
fn each_column_shows_its_part_of_a_measure() {
    let band = &[("amber_low", "70"), ("amber_high", "79"), ("child", "yes")];
    assert_eq!(
        cells(measured("percent", "75", band), ALL),
        [
            "NI 1",
            "A measure",
            "Head of Service",
            "Sep 09–Jul 10",
            "3/4",
            "50%",
            "60%",
            "6/10",
            "80%",
            "70%–79%",
            "75%",
            "−6.3%",
            "Amber",
            "Improved 25.0%",
            "72% National",
            "71%",
            "set in",
        ]
    );
}

/// What the cells of entry `e` under these columns store.
fn stored_in(build: Build, columns: &[(&str, &str)]) -> Vec<String> {
    let mut build = build;
    for (number, (shows, comparator)) in columns.iter().enumerate() {
        let cells = [
            ("section", "s"),
            ("shows", *shows),
            ("comparator", *comparator),
        ];
        build = build.put("column", &format!("s/c{number}"), &cells);
    }
    let book = build.book();
    let appearance = appearance(&book, "e");
    let shown = shown_columns(&book, section(&book, "s"));
    let said = shown
        .iter()
        .map(|column| match stored(&appearance, *column) {
            None => "-".to_owned(),
            Some(Stored::Measure(field)) => format!("measure {field}"),
            Some(Stored::Entry(field)) => format!("entry {field}"),
            Some(Stored::Figure { series, period }) => format!("{} {period}", series.as_str()),
            Some(Stored::Fraction(period)) => format!("fraction {period}"),
            Some(Stored::OwnPeriod(period)) => format!("own period {period}"),
        });
    said.collect()
}

#[test]
fn each_column_knows_what_it_stores() {
    let whole = [
        "measure reference",
        "measure name",
        "measure owner",
        "own period 2010-11-q3",
        "fraction 2010-11-q3",
        "actual 2009-10",
        "actual 2010-11-q2",
        "fraction 2010-11-q2",
        "target 2010-11",
        "-",
        "actual 2010-11-q3",
        "-",
        "entry status",
        "entry direction",
        "b 2009-10",
        "a 2010-11-q3",
    ];
    assert_eq!(stored_in(measured("percent", "75", &[]), ALL), whole);

    let bare = Build::report("2010-11-q3", &[])
        .card(&[("unit", "percent")], &[])
        .put("comparator", "b", &[("name", "National")])
        .values("m", "actual", "2009-10-q4 50");
    let columns = &[
        ("period-covered", ""),
        ("fraction", ""),
        ("last-year", ""),
        ("previous", ""),
        ("target", ""),
        ("outturn", ""),
        ("comparator", ""),
        ("comparator", "b"),
    ];
    assert_eq!(
        stored_in(bare, columns),
        [
            "-",
            "-",
            "actual 2009-10-q4",
            "actual 2010-11-q2",
            "target 2010-11",
            "actual 2010-11-q3",
            "-",
            "b 2010-11-q3",
        ],
        "where there is no figure, it is where one would be entered"
    );
}

#[test]
fn a_sentence_stands_across_the_figures() {
    let entry = &[("sentence", "Reported with 4a and 4b.")];
    let columns = &[
        ("reference", ""),
        ("target", ""),
        ("outturn", ""),
        ("owner", ""),
    ];
    assert_eq!(
        cells(measured("percent", "75", entry), columns),
        [
            "NI 1",
            "-",
            "-",
            "Head of Service",
            "Reported with 4a and 4b. from 1 across 2"
        ]
    );
    // Without chosen columns the usual ones.
    assert_eq!(
        cells(measured("percent", "75", &[]), &[]),
        [
            "NI 1",
            "A measure",
            "50%",
            "80%",
            "75%",
            "Not yet known",
            "Improved 25.0%"
        ]
    );
}

#[test]
fn a_variance_from_a_target_of_nearly_nothing_is_said_in_words() {
    for (unit, target, expected) in [
        ("thousand-pounds", "8", "base too small for a percentage"),
        ("thousand-pounds", "80", "−6.3%"),
        ("number", "8", "837.5%"),
        ("number", "0", "base too small for a percentage"),
    ] {
        let build =
            measured(unit, "75", &[]).values("m", "target", &format!("2010-11-q3 {target}"));
        assert_eq!(
            cells(build, &[("target-variance", "")]),
            [expected],
            "{unit} {target}"
        );
    }
}

#[test]
fn figures_of_terms_and_academic_years_are_due_in_quarters() {
    for (frequency, period, now, next) in [
        (
            "termly",
            "2026-27-q1",
            "-",
            "Summer term 2026 in 2026-27-q2",
        ),
        (
            "termly",
            "2026-27-q2",
            "Summer term 2026 in 2026-27-q2",
            "Autumn term 2026 in 2026-27-q3",
        ),
        (
            "termly",
            "2026-27-q4",
            "Spring term 2027 in 2026-27-q4",
            "Summer term 2027 in 2027-28-q2",
        ),
        (
            "academic-year",
            "2010-11-q3",
            "Academic year 2009/10 in 2010-11-q3",
            "Academic year 2010/11 in 2011-12-q3",
        ),
        (
            "academic-year",
            "2010-11-q2",
            "-",
            "Academic year 2009/10 in 2010-11-q3",
        ),
        (
            "academic-year",
            "2010-11",
            "Academic year 2009/10 in 2010-11-q3",
            "Academic year 2010/11 in 2011-12-q3",
        ),
        (
            "monthly",
            "2010-11-q3",
            "December 2010 in 2010-11-m9",
            "January 2011 in 2010-11-m10",
        ),
        ("annual", "2010-11-q3", "-", "2010/11 in 2010-11"),
        (
            "annual",
            "2010-11-q4",
            "2010/11 in 2010-11",
            "2011/12 in 2011-12",
        ),
        (
            "half-yearly",
            "2010-11-q1",
            "-",
            "Half 1, 2010/11 in 2010-11-h1",
        ),
    ] {
        let book = Build::report(period, &[])
            .card(&[("frequency", frequency)], &[])
            .book();
        let found = due(&book, appearance(&book, "e").measure, report(&book).period);
        let said = |figure: outturn_rules::due::DueFigure| {
            format!("{} in {}", say(&figure.covers.name()), figure.column)
        };
        assert_eq!(
            found.now.map_or("-".to_owned(), said),
            now,
            "{frequency} {period}"
        );
        assert_eq!(said(found.next), next, "{frequency} {period}");
        assert_eq!(found.missing, found.now, "{frequency} {period}");
    }
}

#[test]
fn the_term_before_is_what_a_term_is_compared_with() {
    for (frequency, period, expected) in [
        (
            "termly",
            "2010-11-q2",
            "Improved: 9, against 8 in Quarter 4, 2009/10",
        ),
        (
            "academic-year",
            "2010-11-q3",
            "Improved: 9, against 8 in Quarter 3, 2009/10",
        ),
        (
            "academic-year",
            "2010-11-q4",
            "Improved: 9, against 8 in Quarter 3, 2009/10",
        ),
    ] {
        let stored = if frequency == "termly" {
            "2010-11-q2 9, 2009-10-q4 8"
        } else {
            "2010-11-q3 9, 2009-10-q3 8"
        };
        let measure = &[("frequency", frequency), ("polarity", "higher-is-better")];
        let book = Build::report(period, &[])
            .rule("rule", "data-only", "", "")
            .card(measure, &[])
            .values("m", "actual", stored)
            .book();
        let found = outturn_rules::direction::direction(&appearance(&book, "e"));
        assert_eq!(say(&found.reason), expected, "{frequency} {period}");
        let row = outturn_rules::measure_table::measure_row(&appearance(&book, "e"));
        assert_eq!(figure(row.last_actual), "8");
    }
}
