//! What each check finds, and what it lets pass.

use outturn_model::Book;
use outturn_rules::Outline;
use outturn_rules::check::{CHECKS, Finding, check};
use outturn_rules::completeness::completeness;

use crate::build::{Build, report, say};
use crate::statements::with_statement;

/// Findings as `code place`.
fn found(book: &Book) -> Vec<String> {
    let findings = check(book, report(book));
    findings
        .iter()
        .map(|finding| format!("{} {}", finding.code, finding.place))
        .collect()
}

/// A book that lacks nothing: a card with everything on it.
fn whole_card(measure: &[(&str, &str)], entry: &[(&str, &str)]) -> Build {
    let own = [
        ("commentary", "It went well."),
        ("plan_in_place", "yes"),
        ("no_actions", "yes"),
        ("no_next_actions", "yes"),
        ("no_risks", "yes"),
    ];
    let named = [("polarity", "higher-is-better")];
    Build::report("2008-09-q3", &[])
        .rule("rule", "within-percent", "", "10")
        .card(&[&named[..], measure].concat(), &[&own[..], entry].concat())
}

fn with_figures(build: Build) -> Build {
    build
        .values("m", "actual", "2008-09-q2 61, 2008-09-q3 64")
        .values("m", "target", "2008-09-q3 63")
}

#[test]
fn a_report_that_lacks_nothing_has_no_findings() {
    let book = with_figures(whole_card(&[], &[]))
        .section("n", "narrative", &[("text", "As said in section 1. (HS)")])
        .section("k", "people-key", &[("unnumbered", "yes")])
        .put(
            "person",
            "x",
            &[("initials", "XY"), ("post", "Director"), ("in_key", "yes")],
        )
        .book();
    assert_eq!(found(&book), ["initials-not-in-key section/n#text"]);
}

#[test]
fn the_report_itself_is_checked() {
    for (cells, expected) in [
        (&[("title", " ")][..], "report-title report/r#title"),
        (&[("committee", "")], "report-committee report/r#committee"),
        (&[("meeting", "")], "report-meeting report/r#meeting"),
        (
            &[("meeting", "2008-12-31")],
            "meeting-before-end report/r#meeting",
        ),
    ] {
        let book = Build::report("2008-09-q3", cells)
            .section("s", "narrative", &[("text", "Words.")])
            .book();
        assert_eq!(found(&book), [expected]);
    }
    assert_eq!(
        found(&Build::report("2008-09-q3", &[]).book()),
        ["report-empty report/r#title"]
    );

    let rules = Build::report("2008-09-q3", &[])
        .section("s", "narrative", &[("text", "Words.")])
        .rule("r1", "within-percent", "", "")
        .rule("r2", "share-of-target", "", "60")
        .rule("r3", "share-of-target", "60", "95")
        .rule("r4", "within-points", "", "-1")
        .rule("r5", "judgement", "", "")
        .rule("r6", "absolute-bands", "10", "20");
    assert_eq!(
        found(&rules.book()),
        [
            "rule-incomplete rule/r1#amber",
            "rule-incomplete rule/r2#green",
            "rule-incomplete rule/r3#amber",
            "rule-incomplete rule/r4#amber"
        ]
    );
}

#[test]
fn sections_are_checked() {
    for (kind, cells, expected) in [
        ("narrative", &[][..], &["section-empty section/s#text"][..]),
        ("narrative", &[("text", "Words.")], &[]),
        (
            "narrative",
            &[("text", "Words."), ("heading", "")],
            &["section-heading section/s#heading"],
        ),
        ("cover", &[("heading", "")], &[]),
        ("symbol-key", &[], &[]),
        ("statement", &[], &["section-empty section/s#text"]),
        ("milestones", &[("text", "There are none.")], &[]),
        ("cards", &[("text", "There are none.")], &[]),
        ("people-key", &[], &["people-key-empty section/s#kind"]),
        (
            "narrative",
            &[("text", "See 4.1, please.")],
            &["cross-reference section/s#text"],
        ),
        ("narrative", &[("text", "See 1.0, please.")], &[]),
        (
            "narrative",
            &[("text", "Words."), ("comments", "Words (AM)")],
            &["initials-unknown section/s#comments"],
        ),
        (
            "narrative",
            &[("text", "Words."), ("lead", "p")],
            &["lead-initials person/p#initials"],
        ),
        (
            "narrative",
            &[("text", "Words."), ("lead", "q")],
            &["person-post person/q#post"],
        ),
    ] {
        let book = Build::report("2008-09-q3", &[])
            .put("person", "p", &[("post", "Director")])
            .put("person", "q", &[("initials", "QQ")])
            .section("s", kind, cells)
            .book();
        assert_eq!(found(&book), expected, "{kind} {cells:?}");
    }
}

#[test]
fn a_section_that_goes_on_or_holds_others_needs_less() {
    let book = Build::report("2008-09-q3", &[])
        .section("a", "narrative", &[])
        .section(
            "a1",
            "narrative",
            &[
                ("parent", "a"),
                ("heading", ""),
                ("unnumbered", "yes"),
                ("text", "Words."),
            ],
        )
        .book();
    assert_eq!(found(&book), [""; 0]);
}

#[test]
fn narratives_beside_each_other_are_signed_alike() {
    let section = |build: Build, id: &str, cells: &[(&str, &str)]| {
        let own = [("parent", "a"), ("text", "Words.")];
        build.section(id, "narrative", &[&own[..], cells].concat())
    };
    let mut build = Build::report("2008-09-q3", &[])
        .put("person", "p", &[("post", "Director"), ("initials", "DD")])
        .section("a", "narrative", &[]);
    build = section(build, "a1", &[("lead", "p")]);
    build = section(build, "a2", &[]);
    assert_eq!(found(&build.book()), [""; 0]);
    build = section(build, "a3", &[("text", "Words. (DD)")]);
    assert_eq!(found(&build.book()), ["section-lead section/a2#lead"]);
}

#[test]
fn people_and_initials_are_told_apart() {
    let book = Build::report("2008-09-q3", &[("contact", "q")])
        .put("person", "p", &[("post", "Director"), ("initials", "DD")])
        .put("person", "q", &[("name", "Somebody"), ("initials", "DD")])
        .put("person", "unused", &[("name", "Nobody")])
        .section("s", "narrative", &[("text", "Words.")])
        .book();
    assert_eq!(
        found(&book),
        [
            "person-post person/q#post",
            "initials-twice person/q#initials"
        ]
    );
}

#[test]
fn cards_are_checked() {
    for (measure, entry, expected) in [
        (
            &[][..],
            &[("commentary", "")][..],
            &["card-commentary entry/e#commentary"][..],
        ),
        (
            &[],
            &[("plan_in_place", "")],
            &["plan-missing entry/e#plan_in_place"],
        ),
        (
            &[],
            &[("no_actions", "")],
            &["actions-missing entry/e#no_actions"],
        ),
        (
            &[],
            &[("no_next_actions", "")],
            &["next-actions-missing entry/e#no_next_actions"],
        ),
        (
            &[],
            &[("no_risks", "")],
            &["risks-missing entry/e#no_risks"],
        ),
        (
            &[],
            &[("commentary", "Words (ZZ).")],
            &["initials-unknown entry/e#commentary"],
        ),
        (&[("owner", "")], &[], &["owner-missing measure/m#owner"]),
        (
            &[("polarity", "")],
            &[],
            &["polarity-missing measure/m#polarity"],
        ),
        (
            &[("polarity", "within-range")],
            &[],
            &["polarity-missing measure/m#range_low"],
        ),
        (&[("name", "")], &[], &["measure-name measure/m#name"]),
        (
            &[
                ("polarity", "within-range"),
                ("range_low", "70"),
                ("range_high", "40"),
            ],
            &[],
            &["range-upside-down measure/m#range_low"],
        ),
        (&[("range_low", "70"), ("range_high", "40")], &[], &[]),
        (
            &[],
            &[("commentary", "It rose by XX%, and the rest is TBC.")],
            &[
                "placeholder entry/e#commentary",
                "placeholder entry/e#commentary",
            ],
        ),
        (
            &[],
            &[("status", "red")],
            &["status-contradicts entry/e#status_reason"],
        ),
        (
            &[],
            &[("status", "not-applicable")],
            &["status-contradicts entry/e#status_reason"],
        ),
        (
            &[],
            &[("status", "red"), ("status_reason", "Known to fall.")],
            &["status-judged entry/e#status"],
        ),
        (&[], &[("status", "green")], &[]),
        (
            &[],
            &[("direction", "worse")],
            &["direction-contradicts entry/e#direction_reason"],
        ),
        (
            &[],
            &[("direction", "worse"), ("direction_reason", "Recounted.")],
            &["direction-judged entry/e#direction"],
        ),
        (
            &[("polarity", "lower-is-better")],
            &[("status_words", "Refer comment")],
            &["status-hidden entry/e#status_words"],
        ),
    ] {
        let book = with_figures(whole_card(measure, entry)).book();
        assert_eq!(found(&book), expected, "{measure:?} {entry:?}");
    }
}

#[test]
fn figures_are_checked() {
    for (measure, entry, actual, target, expected) in [
        (
            &[][..],
            &[][..],
            "2008-09-q3 64",
            "",
            &["target-missing value/m/target/2008-09-q3#amount"][..],
        ),
        (&[], &[], "2008-09-q3 64", "2008-09 =deferred", &[]),
        (&[("polarity", "data-only")], &[], "2008-09-q3 64", "", &[]),
        (
            &[],
            &[],
            "2008-09-q2 64",
            "2008-09 63",
            &["figure-missing value/m/actual/2008-09-q3#amount"],
        ),
        (&[], &[], "2008-09-q3 =deferred", "2008-09 63", &[]),
        (
            &[],
            &[("status_words", "Refer comment")],
            "",
            "2008-09 63",
            &[],
        ),
        (
            &[("frequency", "monthly")],
            &[],
            "",
            "2008-09 63",
            &["figure-missing value/m/actual/2008-09-q3#amount"],
        ),
        (
            &[("frequency", "half-yearly")],
            &[],
            "",
            "2008-09 63",
            &["figure-missing value/m/actual/2008-09-h1#amount"],
        ),
        (
            &[("frequency", "annual")],
            &[],
            "2007-08 3",
            "2008-09 63",
            &[],
        ),
        (
            &[("frequency", "annual")],
            &[("status", "amber")],
            "2008-09 =deferred",
            "2008-09 63",
            &["status-without-reason entry/e#status_reason"],
        ),
        (
            &[],
            &[("status", "not-comparable")],
            "2008-09-q3 =deferred",
            "2008-09 63",
            &[],
        ),
    ] {
        let book = whole_card(measure, entry)
            .values("m", "actual", actual)
            .values("m", "target", target)
            .book();
        assert_eq!(
            found(&book),
            expected,
            "{measure:?} {entry:?} {actual:?} {target:?}"
        );
    }
    let both = [("amount", "5"), ("absence", "no-data")];
    let book = with_figures(whole_card(&[], &[]))
        .value("m", "actual", "2008-09-q1", &both)
        .book();
    assert_eq!(
        found(&book),
        ["value-both value/m/actual/2008-09-q1#absence"]
    );
    let progress = [("amount", "60"), ("progress", "improved")];
    let book = with_figures(whole_card(&[], &[]))
        .value("m", "actual", "2007-08", &[("amount", "61")])
        .value("m", "actual", "2008-09-q1", &progress)
        .book();
    assert_eq!(
        found(&book),
        ["progress-contradicts value/m/actual/2008-09-q1#progress_reason"]
    );
}

#[test]
fn actions_are_checked() {
    let good = [
        ("text", "Recruit."),
        ("timescale", "By March"),
        ("outcome", "achieved"),
    ];
    for (action, entry, expected) in [
        (&[][..], &[("no_actions", "")][..], &[][..]),
        (
            &[("outcome", "")],
            &[("no_actions", "")],
            &["outcome-missing action/x#outcome"],
        ),
        (
            &[("outcome", "not-achieved")],
            &[("no_actions", "")],
            &["outcome-reason action/x#outcome_reason"],
        ),
        (
            &[("outcome", "not-achieved"), ("outcome_reason", "No money.")],
            &[("no_actions", "")],
            &[],
        ),
        (
            &[("timescale", "")],
            &[("no_actions", "")],
            &["timescale-missing action/x#timescale"],
        ),
        (
            &[("timescale", ""), ("due", "2009-03-31")],
            &[("no_actions", "")],
            &[],
        ),
        (
            &[("text", "")],
            &[("no_actions", "")],
            &["action-empty action/x#text"],
        ),
        (&[], &[], &["none-but-some entry/e#no_actions"]),
        (
            &[("text", "Recruit [insert number]")],
            &[("no_actions", "")],
            &["placeholder action/x#text"],
        ),
        (
            &[("stage", "next-period"), ("due", "2008-12-31")],
            &[("no_next_actions", "")],
            &["next-action-past action/x#due"],
        ),
        (
            &[("stage", "next-period"), ("due", "2009-01-01")],
            &[("no_next_actions", "")],
            &[],
        ),
        (
            &[("stage", "next-period"), ("outcome", "")],
            &[("no_next_actions", "")],
            &[],
        ),
    ] {
        let book = with_figures(whole_card(&[], entry))
            .put(
                "action",
                "x",
                &[&[("entry", "e")], &good[..], action].concat(),
            )
            .book();
        assert_eq!(found(&book), expected, "{action:?} {entry:?}");
    }
}

#[test]
fn measure_tables_are_checked() {
    for (rule, entry, expected) in [
        ("within", &[][..], &[][..]),
        ("judged", &[], &["status-missing entry/t#status"]),
        (
            "judged",
            &[("status", "red")],
            &["missed-without-commentary entry/t#commentary"],
        ),
        (
            "judged",
            &[("status", "red"), ("commentary", "Because.")],
            &[],
        ),
        ("judged", &[("status_words", "Refer comment")], &[]),
        ("", &[], &["section-rule section/t#rule"]),
        ("", &[("rule", "within")], &[]),
    ] {
        let own = [("section", "t"), ("measure", "m")];
        let book = Build::report("2008-09-q3", &[])
            .rule("within", "within-percent", "", "10")
            .rule("judged", "judgement", "", "")
            .section("t", "measure-table", &[("rule", rule)])
            .put(
                "measure",
                "m",
                &[("name", "A measure"), ("polarity", "higher-is-better")],
            )
            .put("entry", "t", &[&own[..], entry].concat())
            .values("m", "actual", "2008-09-q3 64")
            .values("m", "target", "2008-09 63")
            .book();
        assert_eq!(found(&book), expected, "{rule} {entry:?}");
    }
}

#[test]
fn what_is_said_of_a_measure_is_said_once() {
    let entry = [("section", "t"), ("measure", "m")];
    let other = [("section", "t"), ("measure", "n"), ("commentary", "Words.")];
    let book = with_figures(whole_card(&[("polarity", "")], &[]))
        .section("t", "measure-table", &[("rule", "rule")])
        .put("entry", "again", &entry)
        .put(
            "measure",
            "n",
            &[
                ("reference", "ni1"),
                ("name", "Another"),
                ("polarity", "data-only"),
            ],
        )
        .put("entry", "other", &other)
        .values("n", "actual", "2008-09-q3 1")
        .book();
    assert_eq!(
        found(&book),
        [
            "polarity-missing measure/m#polarity",
            "reference-twice measure/n#reference"
        ]
    );
}

#[test]
fn milestones_are_checked() {
    let own = [
        ("section", "s"),
        ("reference", "EEP 02"),
        ("text", "Deliver the plan"),
        ("progress", "green"),
    ];
    for (cells, references, expected) in [
        (&[][..], &["EEP02"][..], &[][..]),
        (
            &[("progress", "")],
            &["EEP02"],
            &["milestone-progress milestone/x#progress"],
        ),
        (
            &[("text", "")],
            &["EEP02"],
            &["milestone-text milestone/x#text"],
        ),
        (
            &[("due", "2013-09-30"), ("progress", "amber")],
            &["EEP02"],
            &["milestone-overdue milestone/x#due"],
        ),
        (
            &[("due", "2012-09-30")],
            &["EEP02"],
            &["milestone-past-due milestone/x#due"],
        ),
        (
            &[("due", "2013-10-01"), ("progress", "red")],
            &["EEP02"],
            &[],
        ),
        (&[], &[], &["milestone-commentary milestone/x#reference"]),
        (
            &[],
            &["EEP 02", "EEP02"],
            &["commentary-twice commentary/c1#references"],
        ),
        (
            &[],
            &["EEP02, EEP 03"],
            &["commentary-unmatched commentary/c0#references"],
        ),
        (
            &[],
            &["EEP02", ""],
            &["commentary-empty commentary/c1#references"],
        ),
    ] {
        let mut build = Build::report("2013-14-q2", &[])
            .section("s", "milestones", &[])
            .put("milestone", "x", &[&own[..], cells].concat());
        for (number, references) in references.iter().enumerate() {
            let cells = [
                ("section", "s"),
                ("references", *references),
                ("text", "On course."),
            ];
            build = build.put("commentary", &format!("c{number}"), &cells);
        }
        assert_eq!(found(&build.book()), expected, "{cells:?} {references:?}");
    }
}

#[test]
fn two_commentaries_of_which_one_has_the_wrong_reference() {
    let book = Build::report("2013-14-q2", &[])
        .section("s", "milestones", &[("heading", "Key milestones")])
        .put(
            "milestone",
            "x",
            &[
                ("section", "s"),
                ("reference", "EEP 02"),
                ("text", "A plan"),
                ("progress", "green"),
            ],
        )
        .put(
            "milestone",
            "y",
            &[
                ("section", "s"),
                ("reference", "EEP 03"),
                ("text", "A programme"),
                ("progress", "amber"),
            ],
        )
        .put(
            "commentary",
            "a",
            &[
                ("section", "s"),
                ("references", "EEP02"),
                ("text", "All done."),
            ],
        )
        .put(
            "commentary",
            "b",
            &[
                ("section", "s"),
                ("references", "EEP02"),
                ("text", "Behind."),
            ],
        )
        .book();
    let said: Vec<_> = check(&book, report(&book))
        .iter()
        .map(|finding| say(&finding.sentence))
        .collect();
    assert_eq!(
        said,
        [
            "1 Key milestones: EEP 03 has no supporting commentary.",
            "1 Key milestones: two supporting commentaries are about EEP02.",
        ]
    );
}

#[test]
fn statements_are_checked() {
    let kinds = &["figure", "figure", "figure", "variance"];
    for (kinds, lines, expected) in [
        (&kinds[..], "line|A|1|2|1\nline|B|1|2|1\ntotal|T", &[][..]),
        (kinds, "line|A|1|2|1", &[]),
        (
            kinds,
            "line|A|1|2|1\nline|B|1|2|1",
            &["statement-total section/s"],
        ),
        (
            kinds,
            "line|A|1||\ntotal|T",
            &["amount-empty amount/s/l0/s/c1#amount"],
        ),
        (kinds, "line|A|1|=not-applicable|1\ntotal|T", &[]),
        (
            kinds,
            "line|A|1|=deferred|1\nsubtotal|S\ntotal|T",
            &["total-unknown amount/s/l0/s/c1#amount"],
        ),
        (kinds, "line|A|1|=deferred|1\nsubtotal|S||5\ntotal|T", &[]),
        (
            kinds,
            "line|A|1|5|1\nsubtotal|S||=deferred\ntotal|T",
            &["total-unknown amount/s/l1/s/c1#amount"],
        ),
        (
            kinds,
            "line||1|2|1\ntotal|T",
            &["line-label line/s/l0#label"],
        ),
        (
            kinds,
            "line|A|1|2|1|2\ntotal|T",
            &["statement-slip amount/s/l0/s/c3#amount"],
        ),
        // Wrong in the same way along and down: one finding.
        (
            kinds,
            "line|A|1|9|1|8\nline|B|1|9|1|8\ntotal|T|2|18|2|19",
            &["statement-slip amount/s/l2/s/c3#amount"],
        ),
        (
            &["variance"],
            "line|A",
            &[
                "statement-columns section/s",
                "variance-columns column/s/c0#actual",
            ],
        ),
    ] {
        let book = with_statement(Build::report("2013-14-q2", &[]), &[], kinds, lines).book();
        assert_eq!(found(&book), expected, "{lines}");
    }
}

#[test]
fn headlines_are_checked() {
    let book = Build::report("2013-14-q2", &[])
        .section("s", "headlines", &[])
        .put(
            "headline",
            "a",
            &[("section", "s"), ("text", "Better (QQ)")],
        )
        .put("headline", "b", &[("section", "s")])
        .book();
    assert_eq!(
        found(&book),
        [
            "initials-unknown headline/a#text",
            "headline-empty headline/b#text"
        ]
    );
}

#[test]
fn findings_come_by_section_and_the_most_severe_first() {
    let book = whole_card(&[], &[("plan_in_place", ""), ("status", "green")])
        .section("n", "narrative", &[])
        .values("m", "actual", "2007-08 2")
        .values("m", "target", "2008-09 2")
        .put(
            "rule",
            "bad",
            &[("report", "r"), ("kind", "within-percent")],
        )
        .book();
    let findings = check(&book, report(&book));
    let order: Vec<_> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(
        order,
        [
            "rule-incomplete",
            "figure-missing",
            "status-without-reason",
            "plan-missing",
            "section-empty"
        ]
    );
    let sections: Vec<_> = findings
        .iter()
        .map(|finding: &Finding| {
            finding
                .section
                .as_ref()
                .map_or("-", |section| section.as_str())
        })
        .collect();
    assert_eq!(sections, ["-", "s", "s", "s", "n"]);
}

#[test]
fn completeness_counts_rows_and_findings() {
    let card = [("section", "s"), ("measure", "m")];
    let book = with_figures(whole_card(&[], &[("no_risks", ""), ("plan_in_place", "")]))
        .put(
            "entry",
            "second",
            &[
                &card[..],
                &[
                    ("commentary", "Words."),
                    ("plan_in_place", "no"),
                    ("no_actions", "yes"),
                    ("no_next_actions", "yes"),
                    ("no_risks", "yes"),
                ],
            ]
            .concat(),
        )
        .section("n", "narrative", &[])
        .section("w", "narrative", &[("text", "Words.")])
        .book();
    let report = report(&book);
    let outline = Outline::of(&book, report);
    let counts: Vec<_> = completeness(&book, &outline, &check(&book, report))
        .iter()
        .map(|section| {
            [
                section.done,
                section.missing,
                section.blocking,
                section.warnings,
                section.notes,
            ]
        })
        .collect();
    assert_eq!(counts, [[1, 1, 0, 2, 0], [0, 1, 1, 0, 0], [1, 0, 0, 0, 0]]);
}

/// A report of so many cards, each with figures, an action and a section of narrative beside it.
fn long_report(cards: usize) -> Book {
    let mut build = Build::report("2008-09-q3", &[])
        .rule("rule", "within-percent", "", "10")
        .put("comparator", "national", &[("name", "National")])
        .section("s", "cards", &[("rule", "rule")]);
    for number in 0..cards {
        let measure = format!("m{number}");
        let entry = format!("e{number}");
        let reference = format!("NI {number}");
        let figures = "2006-07 60, 2007-08 61, 2008-09-q1 62, 2008-09-q2 61, 2008-09-q3 64";
        let cells = [
            ("reference", &*reference),
            ("name", "A measure"),
            ("polarity", "higher-is-better"),
        ];
        let text = "Better than last year (see 1.1). (ZZ)";
        build = build
            .put("measure", &measure, &cells)
            .values(&measure, "actual", figures)
            .values(&measure, "target", "2008-09-q3 63")
            .values(&measure, "national", figures)
            .put(
                "entry",
                &entry,
                &[
                    ("section", "s"),
                    ("measure", &measure),
                    ("commentary", text),
                ],
            )
            .put(
                "action",
                &format!("a{number}"),
                &[("entry", &entry), ("text", "Recruit.")],
            )
            .section(&format!("n{number}"), "narrative", &[("text", text)])
            .put(
                "person",
                &format!("p{number}"),
                &[("post", "Head of Service"), ("in_key", "yes")],
            );
    }
    build.book()
}

/// Ten times the cards take about ten times as long; a scan of all of them for each would take a
/// hundred times.
#[test]
fn checking_takes_time_in_proportion_to_the_report() {
    let shortest = |cards: usize| {
        let book = long_report(cards);
        let mut times = Vec::new();
        for _ in 0..5 {
            let start = std::time::Instant::now();
            let findings = check(&book, report(&book));
            times.push(start.elapsed());
            assert!(findings.len() > cards);
        }
        times.into_iter().min().unwrap()
    };
    let (short, long) = (shortest(100), shortest(1_000));
    let ratio = long.as_secs_f64() / short.as_secs_f64();
    println!("100 cards {short:?}, 1,000 cards {long:?}: {ratio:.1} times");
    assert!(
        ratio < 25.0,
        "1,000 cards took {ratio:.1} times as long as 100"
    );
}

#[test]
fn a_reference_to_the_section_beside_the_one_that_is_meant_is_suspected() {
    let number = |text: &str| {
        let of_programme = "The Estuary Programme (ERDF 4.2) goes on.";
        Build::report("2013-14-q2", &[])
            .section("a", "narrative", &[("text", "Words about schools.")])
            .section(
                "b",
                "narrative",
                &[("parent", "a"), ("text", "Pupils did well.")],
            )
            .section("c", "narrative", &[("parent", "a"), ("text", of_programme)])
            .section("d", "narrative", &[("text", text)])
            .book()
    };
    let suspected = ["cross-reference-beside section/d#text"];
    for (text, expected) in [
        (
            "It follows the Estuary Programme (outlined in 1.1 above).",
            &suspected[..],
        ),
        (
            "It follows the Estuary Programme (outlined in 1.2 above).",
            &[],
        ),
        // One name may be there by chance, and none tells nothing.
        (
            "It follows the Estuary scheme (outlined in 1.1 above).",
            &[],
        ),
        ("It follows the programme outlined in 1.1 above.", &[]),
        // The whole of 1 has them, in 1.2.
        ("It follows the Estuary Programme (see section 1).", &[]),
    ] {
        assert_eq!(found(&number(text)), expected, "{text}");
    }
    let book = number("It follows the Estuary Programme (outlined in 1.1 above).");
    assert_eq!(
        say(&check(&book, report(&book))[0].sentence),
        "2 Heading: the text refers to 1.1, but what it names there stands in “1.2 Heading”."
    );
}

#[test]
fn the_table_of_checks_in_the_crates_page_is_true() {
    let page = include_str!("../../src/lib.rs");
    let rows: Vec<(&str, &str)> = page
        .lines()
        .filter_map(|line| {
            let mut cells = line.strip_prefix("//! | `")?.split('|').map(str::trim);
            Some((cells.next()?.trim_end_matches('`'), cells.next()?))
        })
        .collect();
    let checks: Vec<(&str, String)> = CHECKS
        .iter()
        .map(|check| (check.code, format!("{:?}", check.severity).to_lowercase()))
        .collect();
    let checks: Vec<(&str, &str)> = checks
        .iter()
        .map(|(code, severity)| (*code, &**severity))
        .collect();
    assert_eq!(rows, checks);
}

#[test]
fn a_lead_stands_in_the_key_and_once_at_the_end() {
    let not_in_key = "lead-not-in-key person/p#in_key";
    for (key, person, sections, expected) in [
        (true, &[("in_key", "yes")][..], &[&[][..], &[]][..], &[][..]),
        // Said once, where there is a key.
        (true, &[], &[&[], &[]], &[not_in_key]),
        (false, &[], &[&[], &[]], &[]),
        (
            false,
            &[],
            &[&[("text", "Words. (DD)")], &[]],
            &["lead-initials-twice section/s0#text"],
        ),
        (
            false,
            &[],
            &[&[("text", "Words. (QQ/DD)")], &[]],
            &["lead-initials-twice section/s0#text"],
        ),
        (false, &[], &[&[("text", "Words. (QQ)")], &[]], &[]),
        (
            false,
            &[],
            &[&[("text", "Words. (DD)"), ("comments", "More.")]],
            &[],
        ),
        (
            false,
            &[],
            &[&[("comments", "More. (DD)")]],
            &["lead-initials-twice section/s0#comments"],
        ),
        (false, &[], &[&[("text", "Words. (DD)"), ("lead", "")]], &[]),
    ] {
        let own = [("post", "Director"), ("initials", "DD")];
        let other = [("post", "Head"), ("initials", "QQ"), ("in_key", "yes")];
        let mut build = Build::report("2008-09-q3", &[])
            .put("person", "p", &[&own[..], person].concat())
            .put("person", "q", &other);
        for (number, cells) in sections.iter().enumerate() {
            let own = [("text", "Words."), ("lead", "p")];
            let id = format!("s{number}");
            build = build.section(&id, "narrative", &[&own[..], cells].concat());
        }
        if key {
            build = build.section("k", "people-key", &[]);
        }
        assert_eq!(
            found(&build.book()),
            expected,
            "{key} {person:?} {sections:?}"
        );
    }
}

#[test]
fn a_percentage_is_its_numerators_share() {
    for (measure, figure, part, whole, expected) in [
        (&[][..], "66.7", "363", "544", None),
        (&[], "66.8", "363", "544", Some("numerator")),
        (&[], "67", "363", "544", None),
        (&[("decimals", "1")], "67", "363", "544", Some("numerator")),
        (&[("decimals", "0")], "66.7", "363", "544", None),
        (&[], "66.65", "1333", "2000", None),
        (&[], "0", "0", "0", Some("denominator")),
        (&[], "66.8", "363", "", None),
        (&[("unit", "number")], "5", "363", "544", None),
    ] {
        let own = [("unit", "percent")];
        let book = with_figures(whole_card(&[&own[..], measure].concat(), &[]))
            .value(
                "m",
                "actual",
                "2007-08",
                &[
                    ("amount", figure),
                    ("numerator", part),
                    ("denominator", whole),
                ],
            )
            .book();
        let expected: Vec<_> = expected
            .map(|field| format!("share-differs value/m/actual/2007-08#{field}"))
            .into_iter()
            .collect();
        assert_eq!(
            found(&book),
            expected,
            "{measure:?} {figure} {part} {whole}"
        );
    }
}

#[test]
fn figures_that_differ_in_one_digit_are_suspected() {
    let nearly = ["figures-nearly-same entry/e#commentary"];
    for (headline, commentary, expected) in [
        ("A reward of £484,444.", "Worth £486,444.", &nearly[..]),
        ("A reward of £484,444.", "Worth £844,444.", &nearly),
        // Once for each pair.
        (
            "A reward of £484,444. A reward of £484,444.",
            "Worth £486,444; worth £486,444.",
            &nearly,
        ),
        ("A reward of £484,444.", "Worth £484,444.", &[]),
        ("A reward of £484,444.", "Worth 486,444.", &[]),
        ("A reward of £484,444.", "Worth £486,445.", &[]),
        ("A reward of £484,444.", "Worth £4,864,444.", &[]),
        ("A reward of £450,000.", "Worth £460,000.", &[]),
        // Told apart where they stand together.
        (
            "A reward of £484,444.",
            "It rose from £484,444 to £486,444.",
            &[],
        ),
    ] {
        let book = with_figures(Build::report("2008-09-q3", &[]))
            .rule("rule", "within-percent", "", "10")
            .section("h", "headlines", &[("heading", "Headlines")])
            .put("headline", "x", &[("section", "h"), ("text", headline)])
            .card(
                &[("polarity", "higher-is-better")],
                &[
                    ("commentary", commentary),
                    ("plan_in_place", "yes"),
                    ("no_actions", "yes"),
                    ("no_next_actions", "yes"),
                    ("no_risks", "yes"),
                ],
            )
            .book();
        assert_eq!(found(&book), expected, "{headline} {commentary}");
        if let [finding] = &check(&book, report(&book))[..] {
            assert_eq!(
                say(&finding.sentence),
                format!(
                    "NI 1: the text says {}, and 1 Headlines says £484,444; {}.",
                    if commentary.contains('6') {
                        "£486,444"
                    } else {
                        "£844,444"
                    },
                    if commentary.contains('6') {
                        "one digit is different"
                    } else {
                        "two digits are swapped"
                    },
                )
            );
        }
    }
}

#[test]
fn a_section_without_a_number_is_named_with_the_one_above_it() {
    let book = Build::report("2013-14-q2", &[])
        .section("a", "narrative", &[("heading", "Overview")])
        .section(
            "b",
            "narrative",
            &[("parent", "a"), ("heading", "Children")],
        )
        .section(
            "c",
            "narrative",
            &[
                ("parent", "b"),
                ("heading", "Progress"),
                ("unnumbered", "yes"),
            ],
        )
        .section(
            "d",
            "narrative",
            &[
                ("parent", "c"),
                ("heading", "Key milestones"),
                ("text", "See 4.1."),
            ],
        )
        .section(
            "e",
            "narrative",
            &[
                ("heading", "Annex"),
                ("unnumbered", "yes"),
                ("text", "See 4.1."),
            ],
        )
        .book();
    let said: Vec<_> = check(&book, report(&book))
        .iter()
        .map(|finding| say(&finding.sentence))
        .collect();
    assert_eq!(
        said,
        [
            "1.1 Children, Progress, Key milestones: the text refers to 4.1, and no section has that number.",
            "Annex: the text refers to 4.1, and no section has that number.",
        ]
    );
}

#[test]
fn a_figure_that_holds_up_a_total_says_so() {
    let lines = "line|A|1||1\nline|B|1|=deferred|1\nsubtotal|All spending";
    let kinds = &["figure", "figure", "figure", "variance"];
    let book = with_statement(Build::report("2013-14-q2", &[]), &[], kinds, lines).book();
    let said: Vec<_> = check(&book, report(&book))
        .iter()
        .map(|finding| say(&finding.sentence))
        .collect();
    assert_eq!(
        said,
        [
            "1 Heading: A has no figure for Column 1, so “All spending” cannot be worked out.",
            "1 Heading: B says “To come later” for Column 1, so “All spending” cannot be worked out.",
        ]
    );
}
