//! Direction of travel and the variance from a target.

use outturn_model::status::Direction;
use outturn_rules::appearance::Better;
use outturn_rules::direction::{compare, direction, target_variance};
use rust_decimal::Decimal;

use crate::build::{Build, appearance, say};

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_direction_is_on_the_reports_basis() {
    let actuals = "2012-13-q1 10, 2012-13-q2 20, 2012-13 40, 2013-14-q1 12, 2013-14-q2 18";
    for (report, basis, expected) in [
        (
            "2013-14-q2",
            "previous-period",
            "Improved: 18, against 12 in Quarter 1, 2013/14",
        ),
        (
            "2013-14-q2",
            "same-period-last-year",
            "Worse: 18, against 20 in Quarter 2, 2012/13",
        ),
        (
            "2013-14-q2",
            "last-year-outturn",
            "Worse: 18, against 40 in 2012/13",
        ),
        (
            "2013-14-q1",
            "previous-period",
            "Worse: 12, against 40 in 2012/13",
        ),
        (
            "2012-13-q1",
            "same-period-last-year",
            "Not comparable: there is no figure for Quarter 1, 2011/12",
        ),
        (
            "2013-14-q3",
            "previous-period",
            "Not comparable: there is no figure for the period",
        ),
    ] {
        let book = Build::report(report, &[("direction_basis", basis)])
            .card(&[("polarity", "higher-is-better")], &[])
            .values("m", "actual", actuals)
            .book();
        assert_eq!(
            say(&direction(&appearance(&book, "e")).reason),
            expected,
            "{report} {basis}"
        );
    }
}

#[test]
fn a_direction_given_by_a_person_stands_and_says_so() {
    for (polarity, tolerance, given, expected) in [
        (
            "lower-is-better",
            "",
            &[][..],
            "Worse: 12.1, against 12 in Quarter 1, 2013/14",
        ),
        (
            "lower-is-better",
            "1",
            &[],
            "Unchanged: 12.1, against 12 in Quarter 1, 2013/14; a change of 0.8% is within the 1% that counts as none",
        ),
        (
            "data-only",
            "",
            &[],
            "Not comparable: the figure is for information",
        ),
        (
            "",
            "",
            &[],
            "Not comparable: which way is good has not been set",
        ),
        (
            "lower-is-better",
            "",
            &[("direction", "improved")],
            "Improved: a judgement, with no reason given. From the figures it would be Worse: 12.1, against 12 in Quarter 1, 2013/14",
        ),
        (
            "lower-is-better",
            "",
            &[("direction", "worse")],
            "Worse: 12.1, against 12 in Quarter 1, 2013/14",
        ),
        (
            "",
            "",
            &[
                ("direction", "improved"),
                ("direction_reason", "By the old count."),
            ],
            "Improved: a judgement. By the old count. (The figures give no direction: which way is good has not been set)",
        ),
    ] {
        let book = Build::report("2013-14-q2", &[("direction_tolerance", tolerance)])
            .card(&[("polarity", polarity)], given)
            .values("m", "actual", "2013-14-q1 12, 2013-14-q2 12.1")
            .book();
        assert_eq!(say(&direction(&appearance(&book, "e")).reason), expected);
    }
}

#[test]
fn figures_are_compared_by_which_way_is_good() {
    use Direction::{Improved, Unchanged, Worse};
    let range = Better::Within {
        low: Some(number("40")),
        high: Some(number("60")),
    };
    for (better, tolerance, before, now, expected) in [
        (Better::Higher, None, "1", "2", Improved),
        (Better::Lower, None, "1", "2", Worse),
        (Better::Lower, None, "-19.5", "-37.4", Improved),
        (Better::Lower, None, "-37.4", "-30.4", Worse),
        (Better::Higher, None, "2", "2.00", Unchanged),
        (Better::Higher, Some("5"), "100", "95", Unchanged),
        (Better::Higher, Some("5"), "100", "94.9", Worse),
        // From nil there is no relative change.
        (Better::Lower, Some("5"), "0", "1", Worse),
        (Better::Lower, Some("5"), "0", "0", Unchanged),
        (range, None, "45", "55", Unchanged),
        (range, None, "30", "38", Improved),
        (range, None, "62", "38", Unchanged),
        (range, None, "61", "38", Worse),
    ] {
        let found = compare(better, tolerance.map(number), number(before), number(now));
        assert_eq!(found, expected, "{better:?} from {before} to {now}");
    }
}

#[test]
fn a_target_variance_is_relative_and_signed_by_the_figure() {
    let check = |actual: &str, target: &str, expected: Option<&str>| {
        let found = target_variance(number(actual), number(target));
        assert_eq!(found, expected.map(number), "{actual} against {target}");
    };
    check("95", "100", Some("-5"));
    check("-25", "-20", Some("-25"));
    check("3", "0", None);
}

#[test]
fn a_count_of_the_year_to_date_compares_with_the_same_part_of_a_year() {
    let actuals = "2011-12 38, 2012-13-q1 10, 2012-13-q2 20, 2012-13 40, 2013-14-q1 12, 2013-14-q2 18, 2013-14 44";
    let not_with = |period: &str| {
        format!(
            "Not comparable: the figure counts from the start of the year, so it can be compared with the same period last year, not with {period}"
        )
    };
    let better = |reason: &str| reason.to_owned();
    for (report, basis, measure, expected) in [
        (
            "2013-14-q1",
            "previous-period",
            &[][..],
            not_with("2012/13"),
        ),
        (
            "2013-14-q2",
            "previous-period",
            &[],
            not_with("Quarter 1, 2013/14"),
        ),
        ("2013-14-q2", "last-year-outturn", &[], not_with("2012/13")),
        (
            "2013-14-q2",
            "same-period-last-year",
            &[],
            better("Worse: 18, against 20 in Quarter 2, 2012/13"),
        ),
        (
            "2013-14",
            "previous-period",
            &[],
            better("Improved: 44, against 40 in 2012/13"),
        ),
        (
            "2013-14-q2",
            "previous-period",
            &[("unit", "thousand-pounds")],
            not_with("Quarter 1, 2013/14"),
        ),
        (
            "2013-14-q2",
            "previous-period",
            &[("name", "Enquiries per annum")],
            not_with("Quarter 1, 2013/14"),
        ),
        // Shares and rates go on as they are.
        (
            "2013-14-q2",
            "previous-period",
            &[("unit", "percent")],
            better("Improved: 18%, against 12% in Quarter 1, 2013/14"),
        ),
        (
            "2013-14-q2",
            "previous-period",
            &[("unit_words", "per 10,000 under 18")],
            better("Improved: 18, against 12 in Quarter 1, 2013/14"),
        ),
        (
            "2013-14-q1",
            "previous-period",
            &[("name", "Average days lost")],
            better("Worse: 12, against 40 in 2012/13"),
        ),
        (
            "2013-14-q2",
            "previous-period",
            &[("cumulative", "")],
            better("Improved: 18, against 12 in Quarter 1, 2013/14"),
        ),
    ] {
        let own = [("polarity", "higher-is-better"), ("cumulative", "yes")];
        let book = Build::report(report, &[("direction_basis", basis)])
            .card(&[&own[..], measure].concat(), &[])
            .values("m", "actual", actuals)
            .book();
        assert_eq!(
            say(&direction(&appearance(&book, "e")).reason),
            expected,
            "{report} {basis} {measure:?}"
        );
    }
}
