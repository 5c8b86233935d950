//! The status of a measure, and the sentence that says why.

use outturn_rules::status::{projected, status};

use crate::build::{Build, appearance, say};

const QUARTER: &str = "2008-09-q3";

/// A quarterly measure with an actual and a target in the report's period.
fn rated(rule: [&str; 3], measure: &[(&str, &str)], actual: &str, target: &str) -> String {
    let [kind, green, amber] = rule;
    let build = Build::report(QUARTER, &[])
        .rule("rule", kind, green, amber)
        .card(measure, &[])
        .values("m", "actual", &format!("{QUARTER} {actual}"))
        .values("m", "target", &format!("{QUARTER} {target}"));
    let book = build.book();
    say(&status(&appearance(&book, "e")).reason)
}

const WITHIN_10: [&str; 3] = ["within-percent", "", "10"];
const SHARE: [&str; 3] = ["share-of-target", "95", "60"];
const HIGHER: &[(&str, &str)] = &[("polarity", "higher-is-better")];
const LOWER: &[(&str, &str)] = &[("polarity", "lower-is-better")];
const PERCENT: &[(&str, &str)] = &[
    ("polarity", "higher-is-better"),
    ("unit", "percent"),
    ("decimals", "1"),
];
const RANGE: &[(&str, &str)] = &[
    ("polarity", "within-range"),
    ("range_low", "40"),
    ("range_high", "60"),
];

#[test]
fn a_status_follows_from_its_rule_and_says_why() {
    for (rule, measure, actual, target, expected) in [
        (
            WITHIN_10,
            HIGHER,
            "66.7",
            "67",
            "Amber: 66.7 is below the target of 67 by 0.4% of it; amber is up to 10% below",
        ),
        (
            WITHIN_10,
            PERCENT,
            "64.6",
            "63",
            "Green: 64.6% is above the target of 63.0%, and higher is better",
        ),
        (
            WITHIN_10,
            HIGHER,
            "67",
            "67",
            "Green: 67 is on the target of 67",
        ),
        (
            WITHIN_10,
            HIGHER,
            "90",
            "100",
            "Amber: 90 is below the target of 100 by 10% of it; amber is up to 10% below",
        ),
        // One decimal place would read as the bound itself.
        (
            WITHIN_10,
            HIGHER,
            "89.97",
            "100",
            "Red: 89.97 is below the target of 100 by 10.03% of it; amber is up to 10% below",
        ),
        (
            WITHIN_10,
            LOWER,
            "77.7",
            "67.2",
            "Red: 77.7 is above the target of 67.2 by 15.6% of it; amber is up to 10% above",
        ),
        (
            WITHIN_10,
            LOWER,
            "60",
            "67.2",
            "Green: 60 is below the target of 67.2, and lower is better",
        ),
        // Below nil.
        (
            WITHIN_10,
            LOWER,
            "-22.5",
            "-22",
            "Green: −22.5 is below the target of −22, and lower is better",
        ),
        (
            WITHIN_10,
            LOWER,
            "-20",
            "-22",
            "Amber: −20 is above the target of −22 by 9.1% of it; amber is up to 10% above",
        ),
        (
            WITHIN_10,
            LOWER,
            "3",
            "-22",
            "Red: 3 is above the target of −22 by 113.6% of it; amber is up to 10% above",
        ),
        // Nil.
        (WITHIN_10, LOWER, "0", "0", "Green: 0 is on the target of 0"),
        (
            WITHIN_10,
            LOWER,
            "3",
            "0",
            "Red: 3 is above the target of 0; no percentage of nothing is left for amber",
        ),
        (SHARE, LOWER, "0", "0", "Green: 0 is on the target of 0"),
        (
            SHARE,
            LOWER,
            "3",
            "0",
            "Red: 3 achieves 0% of the target of 0, where lower is better; green is from 95%, amber from 60%",
        ),
        // Shares.
        (
            SHARE,
            LOWER,
            "7.3",
            "6.9",
            "Amber: 7.3 achieves 94.5% of the target of 6.9, where lower is better; green is from 95%, amber from 60%",
        ),
        (
            SHARE,
            HIGHER,
            "57",
            "60",
            "Green: 57 achieves 95% of the target of 60; green is from 95%, amber from 60%",
        ),
        (
            SHARE,
            HIGHER,
            "35",
            "60",
            "Red: 35 achieves 58.3% of the target of 60; green is from 95%, amber from 60%",
        ),
        (
            SHARE,
            LOWER,
            "-22.5",
            "-22",
            "Green: −22.5 achieves 102.3% of the target of −22, where lower is better; green is from 95%, amber from 60%",
        ),
        (
            SHARE,
            LOWER,
            "-15",
            "-22",
            "Amber: −15 achieves 68.2% of the target of −22, where lower is better; green is from 95%, amber from 60%",
        ),
        (
            SHARE,
            LOWER,
            "3.1",
            "-22",
            "Red: 3.1 achieves 0% of the target of −22, where lower is better; green is from 95%, amber from 60%",
        ),
        (
            SHARE,
            HIGHER,
            "-105",
            "-100",
            "Green: −105 achieves 95.2% of the target of −100; green is from 95%, amber from 60%",
        ),
        (
            SHARE,
            HIGHER,
            "5",
            "-100",
            "Green: 5 is above the target of −100, and higher is better",
        ),
        // Points.
        (
            ["within-points", "", "2"],
            PERCENT,
            "65",
            "67",
            "Amber: 65.0% is below the target of 67.0% by 2 percentage points; amber is up to 2 percentage points off",
        ),
        (
            ["within-points", "", "1"],
            LOWER,
            "9",
            "7",
            "Red: 9 is above the target of 7 by 2; amber is up to 1 off",
        ),
        // Bands and ranges.
        (
            ["absolute-bands", "80", "60"],
            HIGHER,
            "79",
            "1",
            "Amber: the figure is 79; green is 80 or higher, amber 60 or higher",
        ),
        (
            ["absolute-bands", "10", "20"],
            LOWER,
            "21",
            "1",
            "Red: the figure is 21; green is 10 or lower, amber 20 or lower",
        ),
        (
            ["absolute-bands", "10", "20"],
            RANGE,
            "21",
            "1",
            "Not comparable: green and amber figures need a measure that is better when higher, or when lower",
        ),
        (
            WITHIN_10,
            RANGE,
            "60",
            "1",
            "Green: 60 is between 40 and 60, where it should be",
        ),
        (
            WITHIN_10,
            RANGE,
            "38",
            "1",
            "Amber: 38 is below the range that ends at 40 by 5% of it; amber is up to 10% below",
        ),
        (
            WITHIN_10,
            RANGE,
            "80",
            "1",
            "Red: 80 is above the range that ends at 60 by 33.3% of it; amber is up to 10% above",
        ),
        (
            SHARE,
            RANGE,
            "80",
            "1",
            "Amber: 80 achieves 75% of the near end of the range, 60, where lower is better; green is from 95%, amber from 60%",
        ),
        // Nothing follows.
        (
            WITHIN_10,
            HIGHER,
            "5",
            "=deferred",
            "Not yet known: the target is given as “To come later”",
        ),
        (
            WITHIN_10,
            HIGHER,
            "5",
            "=not-applicable",
            "Not applicable: the target is given as “N/A”",
        ),
        (
            WITHIN_10,
            HIGHER,
            "5",
            "=no-data",
            "Not comparable: the target is given as “No data”",
        ),
        (
            WITHIN_10,
            HIGHER,
            "=not-applicable",
            "5",
            "Not applicable: the figure is given as “N/A”",
        ),
        (
            WITHIN_10,
            HIGHER,
            "=suppressed",
            "5",
            "Not comparable: the figure is given as “Withheld”",
        ),
        (
            WITHIN_10,
            &[],
            "5",
            "5",
            "Not yet known: which way is good has not been set",
        ),
        (
            WITHIN_10,
            &[("polarity", "within-range")],
            "5",
            "5",
            "Not yet known: the range in which the figure should lie has not been set",
        ),
        (
            WITHIN_10,
            &[("polarity", "data-only")],
            "5",
            "5",
            "Data only: the figure is for information",
        ),
        (
            ["data-only", "", ""],
            HIGHER,
            "5",
            "5",
            "Data only: the figure is for information",
        ),
        (
            ["within-percent", "", ""],
            HIGHER,
            "5",
            "5",
            "Not yet known: the rule for the status is not complete",
        ),
        (
            ["judgement", "", ""],
            HIGHER,
            "5",
            "5",
            "Not yet known: it is a judgement that has not been made yet",
        ),
        (
            ["judgement", "", ""],
            HIGHER,
            "=not-applicable",
            "5",
            "Not applicable: the figure is given as “N/A”",
        ),
    ] {
        assert_eq!(
            rated(rule, measure, actual, target),
            expected,
            "{actual} against {target}"
        );
    }
}

#[test]
fn a_status_given_by_a_person_stands_and_says_so() {
    for (rule, entry, expected, overridden) in [
        (
            WITHIN_10,
            &[("status", "green")][..],
            "Green: a judgement, with no reason given. From the figures it would be Amber: 66.7 is below the target of 67 by 0.4% of it; amber is up to 10% below",
            true,
        ),
        (
            WITHIN_10,
            &[("status", "green"), ("status_reason", "Rounding.")],
            "Green: a judgement. Rounding. (From the figures it would be Amber: 66.7 is below the target of 67 by 0.4% of it; amber is up to 10% below)",
            true,
        ),
        (
            WITHIN_10,
            &[("status", "amber")],
            "Amber: 66.7 is below the target of 67 by 0.4% of it; amber is up to 10% below",
            false,
        ),
        (
            ["judgement", "", ""],
            &[("status", "red")],
            "Red: a judgement",
            false,
        ),
        (
            ["judgement", "", ""],
            &[("status", "red"), ("status_reason", "Staff have left.")],
            "Red: a judgement. Staff have left.",
            false,
        ),
    ] {
        let book = Build::report(QUARTER, &[])
            .rule("rule", rule[0], rule[1], rule[2])
            .card(HIGHER, entry)
            .values("m", "actual", "2008-09-q3 66.7")
            .values("m", "target", "2008-09-q3 67")
            .book();
        let rated = status(&appearance(&book, "e"));
        assert_eq!(say(&rated.reason), expected);
        assert_eq!(rated.overridden, overridden);
        assert_eq!(rated.computed.is_none(), rule[0] == "judgement");
    }
}

#[test]
fn the_entrys_own_rule_comes_before_the_sections() {
    let book = Build::report(QUARTER, &[])
        .rule("rule", "within-percent", "", "10")
        .rule("strict", "within-percent", "", "0")
        .card(HIGHER, &[("rule", "strict"), ("projected", "amber")])
        .values("m", "actual", "2008-09-q3 66.7")
        .values("m", "target", "2008-09-q3 67")
        .book();
    let appearance = appearance(&book, "e");
    assert!(say(&status(&appearance).reason).starts_with("Red: "));
    let projected = projected(&appearance).unwrap();
    assert_eq!(
        say(&projected.reason),
        "Amber: expected at the end of the year, as a judgement"
    );
}

#[test]
fn the_current_figure_is_the_latest_that_was_due() {
    for (frequency, report, actuals, expected) in [
        (
            "quarterly",
            "2008-09-q3",
            "2008-09-q2 2, 2008-09-q3 3, 2008-09-q4 4",
            "2008-09-q3 3",
        ),
        // A figure that was due and is missing is not replaced.
        (
            "quarterly",
            "2008-09-q3",
            "2008-09-q2 2, 2008-09-q4 4, 2008-09 9",
            "none",
        ),
        (
            "quarterly",
            "2008-09-q3",
            "2008-09-q2 2, 2008-09-q3 =not-applicable",
            "2008-09-q3 -",
        ),
        (
            "quarterly",
            "2008-09",
            "2008-09-q3 3, 2008-09-q4 4",
            "2008-09 4",
        ),
        (
            "quarterly",
            "2008-09-h1",
            "2008-09-q1 1, 2008-09-q2 2",
            "2008-09-h1 2",
        ),
        (
            "quarterly",
            "2008-09-m5",
            "2008-09-q1 1, 2008-09-q2 2",
            "2008-09-q1 1",
        ),
        ("annual", "2008-09-q3", "2007-08 7, 2008-09 8", "2008-09 8"),
        ("annual", "2008-09-q3", "2007-08 7", "none"),
        ("annual", "2008-09", "2008-09 8", "2008-09 8"),
        (
            "half-yearly",
            "2008-09-q3",
            "2008-09-h1 1, 2008-09-h2 2",
            "2008-09-h1 1",
        ),
        ("half-yearly", "2008-09-q1", "2007-08-h2 1", "none"),
        (
            "monthly",
            "2008-09-q3",
            "2008-09-m8 8, 2008-09-m9 9",
            "2008-09-q3 9",
        ),
        ("monthly", "2008-09-q3", "2008-09-m8 8", "none"),
    ] {
        let book = Build::report(report, &[])
            .card(&[("frequency", frequency)], &[])
            .values("m", "actual", actuals)
            .book();
        let current = appearance(&book, "e").current;
        let found = current.map_or("none".to_owned(), |current| {
            format!(
                "{} {}",
                current.column,
                crate::build::figure(Some(current.value))
            )
        });
        assert_eq!(found, expected, "{frequency} in {report} from {actuals}");
    }
}

#[test]
fn the_target_is_the_columns_own_or_the_years() {
    for (targets, expected) in [
        ("2008-09-q3 67, 2008-09 68", "67"),
        ("2008-09-q4 68", "68"),
        ("2008-09 68", "68"),
        ("2008-09-q2 66, 2007-08 60", "-"),
        ("2008-09-h2 68", "68"),
        ("2008-09-m12 68", "68"),
        // A later step is not this one.
        ("2008-09-q2 66, 2008-09-q4 68", "-"),
        ("2008-09-h1 66, 2008-09-h2 68", "-"),
        ("2008-09-q2 66, 2008-09-q4 68, 2008-09 70", "70"),
    ] {
        let book = Build::report("2008-09-q3", &[])
            .card(HIGHER, &[])
            .values("m", "actual", "2008-09-q3 66.7")
            .values("m", "target", targets)
            .book();
        assert_eq!(
            crate::build::figure(appearance(&book, "e").target),
            expected,
            "{targets}"
        );
    }
}

#[test]
fn a_target_of_another_period_is_named() {
    for (report, measure, actual, targets, expected) in [
        (
            "2008-09-q3",
            &[][..],
            "2008-09-q3 66.7",
            "2008-09 67",
            "Amber: 66.7 is below the target of 67 for 2008/09 by 0.4% of it; amber is up to 10% below",
        ),
        (
            "2008-09-q3",
            &[],
            "2008-09-q3 66.7",
            "2008-09-q4 67",
            "Amber: 66.7 is below the target of 67 for Quarter 4, 2008/09 by 0.4% of it; amber is up to 10% below",
        ),
        (
            "2008-09-q3",
            &[],
            "2008-09-q3 66.7",
            "2008-09-q2 60, 2008-09-q4 67",
            "Not yet known: there is no target",
        ),
        (
            "2008-09-q4",
            &[],
            "2008-09-q4 68",
            "2008-09 67",
            "Green: 68 is above the target of 67, and higher is better",
        ),
        (
            "2008-09-q3",
            &[("frequency", "annual")],
            "2008-09 68",
            "2008-09-q4 67",
            "Green: 68 is above the target of 67, and higher is better",
        ),
        // A part of a year is not rated by the whole year’s target.
        (
            "2008-09-q3",
            &[("cumulative", "yes"), ("unit", "thousand-pounds")],
            "2008-09-q3 900",
            "2008-09 1300",
            "Not yet known: the target of £1,300k is for the whole year",
        ),
        (
            "2008-09-q3",
            &[("cumulative", "yes")],
            "2008-09-q3 900",
            "2008-09-q3 950, 2008-09 1300",
            "Amber: 900 is below the target of 950 by 5.3% of it; amber is up to 10% below",
        ),
        (
            "2008-09-q4",
            &[("cumulative", "yes")],
            "2008-09-q4 1400",
            "2008-09 1300",
            "Green: 1,400 is above the target of 1,300, and higher is better",
        ),
        (
            "2008-09-q3",
            &[("cumulative", "yes"), ("unit", "percent")],
            "2008-09-q3 64.6",
            "2008-09 63.0",
            "Green: 64.6% is above the target of 63.0% for 2008/09, and higher is better",
        ),
        (
            "2008-09-q3",
            &[("cumulative", "yes"), ("unit_words", "per 10,000 under 18")],
            "2008-09-q3 64",
            "2008-09 63",
            "Green: 64 is above the target of 63 for 2008/09, and higher is better",
        ),
        (
            "2008-09-q3",
            &[("cumulative", "yes")],
            "2008-09-q3 64",
            "2008-09 =deferred",
            "Not yet known: the target is given as “To come later”",
        ),
    ] {
        let book = Build::report(report, &[])
            .rule("rule", "within-percent", "", "10")
            .card(&[HIGHER, measure].concat(), &[])
            .values("m", "actual", actual)
            .values("m", "target", targets)
            .book();
        assert_eq!(
            say(&status(&appearance(&book, "e")).reason),
            expected,
            "{report} {measure:?} {targets}"
        );
    }
}

#[test]
fn a_judgement_says_that_the_figures_give_no_status() {
    for (reason, expected) in [
        (
            "",
            "Green: a judgement, with no reason given. The figures give no status: the figure is given as “deferred until 2009”",
        ),
        (
            "On course.",
            "Green: a judgement. On course. (The figures give no status: the figure is given as “deferred until 2009”)",
        ),
    ] {
        let words = [("absence", "deferred"), ("words", "deferred until 2009")];
        let book = Build::report(QUARTER, &[])
            .rule("rule", "within-percent", "", "10")
            .card(HIGHER, &[("status", "green"), ("status_reason", reason)])
            .value("m", "actual", QUARTER, &words)
            .values("m", "target", "2008-09-q3 67")
            .book();
        assert_eq!(say(&status(&appearance(&book, "e")).reason), expected);
    }
}

#[test]
fn amber_can_be_a_band_a_floor_or_no_worse_than_last_year() {
    let check =
        |rule: [&str; 3], flag: &str, measure, entry: &[(&str, &str)], targets, expected| {
            let [kind, green, amber] = rule;
            let cells = [
                ("report", "r"),
                ("kind", kind),
                ("green", green),
                ("amber", amber),
                ("direction_without_target", flag),
            ];
            for (actual, said) in expected {
                let book = Build::report(QUARTER, &[])
                    .put("rule", "rule", &cells)
                    .card(measure, entry)
                    .values("m", "actual", &format!("{QUARTER} {actual}, 2007-08-q3 60"))
                    .values("m", "actual", "2008-09-q2 70")
                    .values("m", "target", targets)
                    .book();
                let found = say(&status(&appearance(&book, "e")).reason);
                assert_eq!(found, said, "{kind} {actual}");
            }
        };
    let band = ["amber-band", "", ""];
    let target = "2008-09-q3 90";
    check(
        band,
        "",
        PERCENT,
        &[("amber_low", "80"), ("amber_high", "89")],
        target,
        vec![
            (
                "95",
                "Green: 95.0% is above the target of 90.0%, and higher is better",
            ),
            ("80", "Amber: the figure is 80.0%; amber is 80.0%–89.0%"),
            ("79.9", "Red: the figure is 79.9%; amber is 80.0%–89.0%"),
        ],
    );
    check(
        band,
        "",
        HIGHER,
        &[("amber_low", "80")],
        target,
        vec![
            ("85", "Amber: the figure is 85; amber is 80 or more"),
            ("70", "Red: the figure is 70; amber is 80 or more"),
        ],
    );
    check(
        band,
        "",
        LOWER,
        &[("amber_low", "21"), ("amber_high", "30")],
        "",
        vec![
            ("20", "Green: the figure is 20; amber is 21–30"),
            ("30", "Amber: the figure is 30; amber is 21–30"),
            ("31", "Red: the figure is 31; amber is 21–30"),
        ],
    );
    check(
        band,
        "",
        HIGHER,
        &[],
        target,
        vec![("80", "Not yet known: the band of amber has not been set")],
    );
    check(
        band,
        "yes",
        HIGHER,
        &[],
        "2008-09-q3 =worded",
        vec![(
            "80",
            "Green, because it follows the direction of travel. Improved: 80, against 70 in \
             Quarter 2, 2008/09",
        )],
    );
    check(
        ["floor-and-target", "", "80"],
        "",
        HIGHER,
        &[],
        target,
        vec![
            ("90", "Green: 90 is on the target of 90"),
            (
                "80",
                "Amber: 80 is off the target of 90; amber is 80 or higher",
            ),
            (
                "79",
                "Red: 79 is off the target of 90; amber is 80 or higher",
            ),
        ],
    );
    check(
        ["no-worse-than-last-year", "", ""],
        "",
        HIGHER,
        &[],
        target,
        vec![
            (
                "60",
                "Amber: 60 is off the target of 90 and no worse than 60 in Quarter 3, 2007/08",
            ),
            (
                "59",
                "Red: 59 is off the target of 90 and worse than 60 in Quarter 3, 2007/08",
            ),
        ],
    );
}
