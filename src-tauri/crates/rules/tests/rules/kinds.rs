//! Decision reports, risk registers, action plans and summary panels: what follows and what is
//! found.

use outturn_model::Book;
use outturn_model::register::Axis;
use outturn_rules::check::check;
use outturn_rules::register::{Assessment, Movement, register};
use outturn_rules::{Outline, plan, summary};

use crate::build::{Build, report, say, section};

/// Findings as `code place`.
fn found(book: &Book) -> Vec<String> {
    let findings = check(book, report(book));
    let found = findings.iter();
    found
        .map(|finding| format!("{} {}", finding.code, finding.place))
        .collect()
}

fn plain() -> Build {
    Build::report("2008-09-q3", &[("meeting", "2009-01-12")]).put(
        "person",
        "p",
        &[("post", "Head of Service")],
    )
}

#[test]
fn lists_that_the_law_asks_for_are_never_empty() {
    for (kind, cells, expected) in [
        (
            "recommendations",
            &[][..],
            &["recommendations-empty section/s#text"][..],
        ),
        ("recommendations", &[("text", "1. Note it.")], &[]),
        ("recommendations", &[("none_stated", "yes")], &[]),
        (
            "background-papers",
            &[],
            &["background-papers-empty section/s#text"],
        ),
        ("background-papers", &[("none_stated", "yes")], &[]),
        (
            "background-papers",
            &[("hidden", "yes")],
            &["report-empty report/r#title"],
        ),
        ("narrative", &[("none_stated", "yes")], &[]),
        ("risk-register", &[("none_stated", "yes")], &[]),
        ("restatements", &[], &[]),
    ] {
        let book = plain().section("s", kind, cells).book();
        assert_eq!(found(&book), expected, "{kind} {cells:?}");
    }
}

#[test]
fn implications_are_cleared_and_agree_with_the_cover() {
    let cleared = [
        ("text", "None."),
        ("cleared_by", "p"),
        ("cleared_on", "2009-01-05"),
    ];
    let stated = |heading| [&[("heading", heading)], &cleared[..]].concat();
    for (box_name, ticked, implication, expected) in [
        (
            "Financial",
            "yes",
            stated("Financial implications"),
            &[][..],
        ),
        (
            "Financial",
            "",
            stated("Financial implications"),
            &["implication-not-ticked tick/t#ticked"],
        ),
        (
            "Legal",
            "yes",
            stated("Financial implications"),
            &[
                "implication-not-stated tick/t#ticked",
                "implication-not-ticked section/s#heading",
            ],
        ),
        (
            "Legal",
            "",
            vec![("kind", "narrative"), ("text", "Words.")],
            &["implications-none tick/t#ticked"],
        ),
        (
            "Legal",
            "yes",
            vec![("kind", "narrative"), ("text", "Words.")],
            &[],
        ),
        (
            "Legal",
            "yes",
            vec![("heading", "Legal"), ("text", "None.")],
            &["implication-not-cleared section/s#cleared_by"],
        ),
        (
            "Legal",
            "yes",
            vec![("heading", "Legal"), ("text", "None."), ("cleared_by", "p")],
            &["implication-not-cleared section/s#cleared_on"],
        ),
        (
            "Legal",
            "yes",
            vec![
                ("heading", "Legal"),
                ("text", "None."),
                ("cleared_by", "p"),
                ("cleared_on", "2009-01-13"),
            ],
            &["implication-cleared-late section/s#cleared_on"],
        ),
    ] {
        let book = plain()
            .put(
                "tick",
                "t",
                &[("report", "r"), ("name", box_name), ("ticked", ticked)],
            )
            .section("s", "implication", &implication)
            .book();
        assert_eq!(
            found(&book),
            expected,
            "{box_name} {ticked} {implication:?}"
        );
    }
}

fn risk(cells: &[(&str, &str)]) -> Build {
    let whole = [
        ("section", "s"),
        ("reference", "R1"),
        ("text", "A loss"),
        ("owner", "p"),
        ("initial_impact", "3"),
        ("initial_likelihood", "2"),
        ("current_impact", "2"),
        ("current_likelihood", "1"),
    ];
    plain().section("s", "risk-register", &[]).put(
        "register_risk",
        "k",
        &[&whole[..], cells].concat(),
    )
}

#[test]
fn risks_are_checked() {
    let place = "register_risk/k";
    for (cells, expected) in [
        (&[][..], &[][..]),
        (&[("text", " ")], &["risk-text #text"]),
        (&[("owner", "")], &["risk-owner #owner"]),
        (
            &[("current_impact", "")],
            &["risk-assessment #current_impact"],
        ),
        (
            &[("initial_likelihood", "")],
            &["risk-assessment #initial_likelihood"],
        ),
        (&[("target_impact", "4")], &["risk-level #target_impact"]),
        (
            &[("current_likelihood", "2"), ("current_impact", "4")],
            &["risk-level #current_impact"],
        ),
        (
            &[("current_impact", "3"), ("current_likelihood", "3")],
            &["risk-movement #movement"],
        ),
        (
            &[
                ("current_impact", "3"),
                ("current_likelihood", "3"),
                ("movement", "Costs rose."),
            ],
            &[],
        ),
        (
            &[("closed", "yes"), ("owner", ""), ("current_impact", "")],
            &[],
        ),
    ] {
        let book = risk(cells)
            .put(
                "control",
                "c",
                &[
                    ("risk", "k"),
                    ("text", "A watch"),
                    ("state", "in-place"),
                    ("complete", "100"),
                ],
            )
            .book();
        let expected: Vec<String> = expected
            .iter()
            .map(|found| found.replace(" #", &format!(" {place}#")))
            .collect();
        assert_eq!(found(&book), expected, "{cells:?}");
    }
    assert_eq!(
        found(&risk(&[]).book()),
        ["risk-control register_risk/k#text"]
    );
    for (cells, expected) in [
        (
            &[("state", "in-progress"), ("complete", "100")][..],
            &["control-not-in-place control/c#state"][..],
        ),
        (
            &[("state", "in-progress"), ("due", "2008-12-31")],
            &["control-overdue control/c#due"],
        ),
        (&[("state", "in-progress"), ("due", "2009-01-01")], &[]),
        (&[("state", "in-place"), ("due", "2008-12-31")], &[]),
    ] {
        let book = risk(&[])
            .put(
                "control",
                "c",
                &[&[("risk", "k"), ("text", "A watch")], cells].concat(),
            )
            .book();
        assert_eq!(found(&book), expected, "{cells:?}");
    }
}

#[test]
fn a_register_is_rated() {
    let book = risk(&[])
        .put(
            "register_risk",
            "l",
            &[
                ("section", "s"),
                ("current_impact", "1"),
                ("current_likelihood", "2"),
            ],
        )
        .put(
            "register_risk",
            "m",
            &[
                ("section", "s"),
                ("current_impact", "3"),
                ("current_likelihood", "3"),
            ],
        )
        .put(
            "register_risk",
            "n",
            &[
                ("section", "s"),
                ("current_impact", "3"),
                ("current_likelihood", "3"),
                ("closed", "yes"),
            ],
        )
        .put(
            "register_risk",
            "o",
            &[
                ("section", "s"),
                ("current_impact", "5"),
                ("current_likelihood", "3"),
            ],
        )
        .put(
            "level",
            "x",
            &[("section", "s"), ("axis", "impact"), ("name", "Slight")],
        )
        .book();
    let rated = register(&book, section(&book, "s"));
    let order: Vec<&str> = rated
        .highest()
        .iter()
        .map(|rated| rated.risk.id.as_str())
        .collect();
    assert_eq!(
        order,
        ["m", "k", "l"],
        "among equals the greater impact first"
    );
    assert_eq!(rated.unassessed(), 1, "one is above the levels");
    assert_eq!(rated.risks[0].movement(), Some(Movement::Lower));
    assert_eq!(rated.risks[1].movement(), None);
    assert_eq!(
        rated.count(Assessment {
            impact: 3,
            likelihood: 3
        }),
        1,
        "a closed risk does not count"
    );
    let names = |axis| [1, 2, 3, 4].map(|level| say(&rated.level(axis, level)));
    assert_eq!(names(Axis::Impact), ["Slight", "Medium", "High", "4"]);
    assert_eq!(names(Axis::Likelihood), ["Low", "Medium", "High", "4"]);
}

#[test]
fn a_rating_that_moved_says_from_what_and_since_when() {
    let of = |before: &[(&str, &str)], levels, now: &[(&str, &str)]| {
        let stands = [&[("section", "s"), ("follows", "b")], now].concat();
        let book = plain()
            .section("s", "risk-register", &[])
            .section("t", "risk-register", &[("levels", levels)])
            .put(
                "register_risk",
                "b",
                &[&[("section", "t")], before].concat(),
            )
            .put("register_risk", "k", &stands)
            .book();
        let rated = register(&book, section(&book, "s"));
        let moved = rated.risks[0].moved();
        moved.iter().map(say).collect::<Vec<_>>().join(" ")
    };
    let two = [("current_impact", "2"), ("current_likelihood", "1")];
    let six = [("current_impact", "2"), ("current_likelihood", "3")];
    let from_three = [
        ("initial_impact", "3"),
        ("initial_likelihood", "1"),
        ("current_impact", "3"),
        ("current_likelihood", "2"),
    ];
    for (before, levels, now, expected) in [
        (&two[..], "", &six[..], "Up from 2 in the last report to 6."),
        (&six, "", &two, "Down from 6 in the last report to 2."),
        (&six, "", &six, ""),
        (&two, "4", &six, ""),
        (&[], "", &six, ""),
        (&six, "", &from_three, "Up from 3 before any control to 6."),
        (&six, "", &[], ""),
        (
            &two,
            "",
            &from_three,
            "Up from 2 in the last report to 6. Up from 3 before any control to 6.",
        ),
    ] {
        assert_eq!(
            of(before, levels, now),
            expected,
            "{before:?} {levels} {now:?}"
        );
    }
}

#[test]
fn controls_in_place_and_tasks_completed_are_counted() {
    let controls = |states: &[&str]| {
        let mut build = risk(&[]);
        for (number, state) in states.iter().enumerate() {
            let cells = [("risk", "k"), ("state", *state)];
            build = build.put("control", &format!("c{number}"), &cells);
        }
        let book = build.book();
        let rated = register(&book, section(&book, "s"));
        say(&rated.risks[0].controlled(&book))
    };
    for (states, expected) in [
        (&[][..], "No controls"),
        (&["planned"], "0 of 1 control in place"),
        (&["in-place", "", "planned"], "1 of 3 controls in place"),
    ] {
        assert_eq!(controls(states), expected, "{states:?}");
    }
    let tasks = |states: &[&str]| {
        let mut build = plain().section("s", "action-plan", &[]);
        build = build.put("objective", "o", &[("section", "s")]);
        for (number, state) in states.iter().enumerate() {
            let cells = [("objective", "o"), ("state", *state)];
            build = build.put("task", &format!("t{number}"), &cells);
        }
        let book = build.book();
        let objective = book.objectives.iter().next().unwrap();
        say(&plan::progress(&book, objective))
    };
    for (states, expected) in [
        (&[][..], "No tasks"),
        (&["completed"], "1 of 1 task completed"),
        (&["completed", "ongoing", ""], "1 of 3 tasks completed"),
        (&["delayed"], "0 of 1 task completed, 1 delayed"),
        (
            &["delayed", "completed", "delayed"],
            "1 of 3 tasks completed, 2 delayed",
        ),
    ] {
        assert_eq!(tasks(states), expected, "{states:?}");
    }
}

#[test]
fn bands_are_the_usual_ones_or_the_registers_own() {
    let bands = |build: Build| {
        let book = build.book();
        let rated = register(&book, section(&book, "s"));
        let all = (1..=rated.levels * rated.levels).map(|rating| say(&rated.band(rating).name));
        let mut starts: Vec<(u32, String)> = Vec::new();
        for (rating, name) in (1..).zip(all) {
            if starts.last().is_none_or(|(_, last)| *last != name) {
                starts.push((rating, name));
            }
        }
        starts
            .iter()
            .map(|(from, name)| format!("{from} {name}"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let of = |levels| plain().section("s", "risk-register", &[("levels", levels)]);
    assert_eq!(bands(of("")), "1 Low, 3 Medium, 6 High");
    assert_eq!(bands(of("4")), "1 Low, 4 Medium, 9 High");
    assert_eq!(bands(of("5")), "1 Low, 5 Medium, 15 High");
    let own = of("4")
        .put(
            "band",
            "b",
            &[
                ("section", "s"),
                ("name", "Severe"),
                ("least", "12"),
                ("status", "red"),
            ],
        )
        .put(
            "band",
            "a",
            &[
                ("section", "s"),
                ("name", "Tolerable"),
                ("least", "2"),
                ("status", "green"),
            ],
        );
    assert_eq!(bands(own), "1 Tolerable, 12 Severe");
}

#[test]
fn plans_are_checked() {
    let task = [
        ("objective", "o"),
        ("text", "Do it"),
        ("owner", "p"),
        ("progress", "Half done."),
    ];
    let plan = || {
        plain().section("s", "action-plan", &[]).put(
            "objective",
            "o",
            &[("section", "s"), ("reference", "1.1"), ("text", "Better")],
        )
    };
    assert_eq!(found(&plan().book()), ["objective-tasks objective/o#text"]);
    for (cells, expected) in [
        (&[][..], &[][..]),
        (&[("text", "")], &["task-text task/t#text"]),
        (&[("progress", "")], &["task-progress task/t#progress"]),
        (&[("owner", "")], &["task-owner task/t#owner"]),
        (
            &[("due", "2008-12-31"), ("state", "in-progress")],
            &["task-overdue task/t#due"],
        ),
        (&[("due", "2008-12-31"), ("state", "completed")], &[]),
        (&[("due", "2009-03-31")], &[]),
        (&[("progress", "tbc")], &["placeholder task/t#progress"]),
    ] {
        let book = plan().put("task", "t", &[&task[..], cells].concat()).book();
        assert_eq!(found(&book), expected, "{cells:?}");
    }
}

#[test]
fn panels_are_checked_and_show_the_statements_figures() {
    let panel = || {
        plain()
            .section(
                "f",
                "statement",
                &[("unit", "thousand-pounds"), ("negatives", "brackets")],
            )
            .put("column", "b", &[("section", "f"), ("kind", "figure")])
            .put("column", "a", &[("section", "f"), ("kind", "figure")])
            .put(
                "column",
                "v",
                &[
                    ("section", "f"),
                    ("kind", "variance"),
                    ("budget", "b"),
                    ("actual", "a"),
                ],
            )
            .put("line", "l", &[("section", "f"), ("label", "Care")])
            .put(
                "amount",
                "l/b",
                &[("line", "l"), ("column", "b"), ("amount", "1200")],
            )
            .put(
                "amount",
                "l/a",
                &[("line", "l"), ("column", "a"), ("amount", "1450")],
            )
            .section("s", "summary", &[])
    };
    for (cells, shown, expected) in [
        (
            &[("label", "Variance"), ("line", "l"), ("column", "v")][..],
            "(£250k)",
            &[][..],
        ),
        (
            &[("label", "Variance"), ("line", "l")],
            "",
            &["tile-empty tile/t#line"],
        ),
        (
            &[
                ("label", "Capital"),
                ("amount", "-3.5"),
                ("unit", "million-pounds"),
            ],
            "(£3.5m)",
            &[],
        ),
        (
            &[("label", "Plan"), ("words", "Satisfactory")],
            "Satisfactory",
            &[],
        ),
        (&[("label", "Projects"), ("status", "green")], "", &[]),
        (&[("label", "Projects")], "", &["tile-empty tile/t#words"]),
        (&[("words", "Good")], "Good", &["tile-empty tile/t#label"]),
    ] {
        let book = panel()
            .put("tile", "t", &[&[("section", "s")], cells].concat())
            .book();
        let tile = book.tiles.iter().next().unwrap();
        let figure = summary::shown(&book, tile).map(|shown| say(&shown));
        assert_eq!(figure.unwrap_or_default(), shown, "{cells:?}");
        assert_eq!(found(&book), expected, "{cells:?}");
    }
    let book = panel()
        .put(
            "point",
            "x",
            &[("section", "s"), ("list", "achievement"), ("text", "Good.")],
        )
        .put(
            "point",
            "y",
            &[("section", "s"), ("list", "issue"), ("text", " ")],
        )
        .book();
    assert_eq!(
        found(&book),
        [
            "summary-list-empty section/s#kind",
            "point-empty point/y#text"
        ]
    );
}

#[test]
fn the_papers_colour_is_checked() {
    for (accent, expected) in [
        ("", &[][..]),
        ("#0b4f55", &[]),
        ("#ffcc00", &["accent-light directorate/directorate#accent"]),
        ("yellow", &["accent-unknown directorate/directorate#accent"]),
    ] {
        let book = plain()
            .put(
                "directorate",
                "directorate",
                &[("council", "C"), ("name", "D"), ("accent", accent)],
            )
            .section("s", "narrative", &[("text", "Words.")])
            .book();
        assert_eq!(found(&book), expected, "{accent}");
    }
}

#[test]
fn what_is_hidden_takes_no_number_and_is_not_checked() {
    let book = plain()
        .section("a", "narrative", &[("text", "Words.")])
        .section("b", "narrative", &[("hidden", "yes")])
        .section("c", "narrative", &[("parent", "b")])
        .section("d", "narrative", &[("text", "Words.")])
        .book();
    let listed = |outline: &Outline<'_>| {
        let items = outline.items().iter();
        let items = items.map(|item| {
            let number = item.number.as_deref().unwrap_or("-");
            format!("{} {number}", item.section.id)
        });
        items.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(listed(&Outline::of(&book, report(&book))), "a 1, d 2");
    assert_eq!(
        listed(&Outline::with_hidden(&book, report(&book))),
        "a 1, b -, c -, d 2"
    );
    assert_eq!(found(&book), [""; 0]);
}

#[test]
fn one_run_of_numbers_goes_through_every_kind_and_through_none() {
    let book = Build::report("2008-09-q3", &[("numbering", "run")])
        .section(
            "a",
            "recommendations",
            &[("text", "It is asked to:\n\n1. note, and\n2. agree.")],
        )
        .section("b", "implication", &[("text", "One.\n\nTwo.")])
        .section("c", "background-papers", &[("none_stated", "yes")])
        .section(
            "d",
            "narrative",
            &[("text", "Last."), ("none_stated", "yes")],
        )
        .book();
    let outline = Outline::of(&book, report(&book));
    let numbers: Vec<String> = outline
        .items()
        .iter()
        .map(|item| item.paragraphs.join(" "))
        .collect();
    assert_eq!(numbers, ["1", "2 3", "4", "5"]);
}
