//! Words found in every report, and what became of what was promised.

use outturn_model::measure::Measure;
use outturn_model::{Id, RowId};
use outturn_rules::promise::told;
use outturn_rules::search::Texts;

use crate::build::Build;

fn written() -> Build {
    Build::report("2013-14-q2", &[("title", "Overview")])
        .rule("rule", "within-percent", "", "10")
        .card(
            &[
                ("reference", "NI 059"),
                ("name", "Initial assessments on time"),
            ],
            &[(
                "commentary",
                "The **Café** project helped; children’s workers stayed.",
            )],
        )
        .section(
            "news",
            "narrative",
            &[
                ("heading", "Key developments"),
                ("text", "Naïve plans for assessments were dropped."),
            ],
        )
        .section("money", "schedule", &[("heading", "Savings")])
        .put(
            "column",
            "who",
            &[("section", "money"), ("heading", "Lead"), ("kind", "text")],
        )
        .put(
            "line",
            "l",
            &[
                ("section", "money"),
                ("label", "Home-to-school transport"),
                ("formula", "[assessments]"),
            ],
        )
        .put(
            "amount",
            "l/who",
            &[
                ("line", "l"),
                ("column", "who"),
                ("text", "Head of Assessments"),
            ],
        )
        .put(
            "milestone",
            "ms",
            &[
                ("section", "news"),
                ("reference", "EEP 02"),
                ("text", "Open the centre"),
            ],
        )
}

#[test]
fn texts_with_all_the_words_are_found() {
    let book = written().book();
    let texts = Texts::of(&book);
    let check = |words: &str, places: &[&str]| {
        let groups = texts.search(words, 20);
        let hits = groups.iter().flat_map(|group| &group.hits);
        let found: Vec<String> = hits.map(|hit| hit.place.to_string()).collect();
        assert_eq!(found, places, "{words}");
    };
    check("cafe", &["entry/e#commentary"]);
    check("CAFÉ proj", &["entry/e#commentary"]);
    check("caf project", &[]);
    check("childrens work", &["entry/e#commentary"]);
    check("children's", &["entry/e#commentary"]);
    check("naive", &["section/news#text"]);
    check(
        "assess",
        &["section/news#text", "amount/l/who#text", "measure/m#name"],
    );
    check("ni 059", &["measure/m#name"]);
    check("059 init", &["measure/m#name"]);
    check("eep 02 cen", &["milestone/ms#text"]);
    check("school transport", &["line/l#label"]);
    check("overview", &["report/r#title"]);
    check("key", &["section/news#heading"]);
    check("  ,.! ", &[]);
    check("", &[]);
    check("nothing of the kind", &[]);
}

#[test]
fn the_words_found_are_marked_and_the_rest_is_counted() {
    let book = written().book();
    let texts = Texts::of(&book);
    let groups = texts.search("naïve assess", 20);
    let [group] = &groups[..] else {
        panic!("{groups:?}")
    };
    assert_eq!(group.report.unwrap().as_str(), "r");
    let marked: Vec<_> = group.hits[0]
        .found
        .iter()
        .map(|range| &group.hits[0].text[range.clone()])
        .collect();
    assert_eq!(marked, ["Naïve", "assessments"]);
    let groups = texts.search("assess", 1);
    let counts: Vec<_> = groups
        .iter()
        .map(|group| (group.hits.len(), group.count))
        .collect();
    assert_eq!(counts, [(1, 2), (1, 1)]);
    assert!(groups[1].report.is_none(), "a measure is in no report");
}

#[test]
fn promises_are_told_with_what_came_of_them() {
    let action =
        |build: Build, id: &str, entry: &str, stage: &str, follows: &str, outcome: &str| {
            let cells = [
                ("entry", entry),
                ("stage", stage),
                ("text", id),
                ("follows", follows),
                ("outcome", outcome),
            ];
            build.put("action", id, &cells)
        };
    let build = written()
        .put(
            "report",
            "r3",
            &[("period", "2013-14-q3"), ("title", "Overview")],
        )
        .put("section", "s3", &[("report", "r3"), ("kind", "cards")])
        .put("entry", "e3", &[("section", "s3"), ("measure", "m")])
        .put(
            "report",
            "r4",
            &[("period", "2013-14-q4"), ("title", "Overview")],
        )
        .put("section", "s4", &[("report", "r4"), ("kind", "cards")])
        .put("entry", "e4", &[("section", "s4"), ("measure", "m")]);
    let build = action(build, "first", "e", "next-period", "", "");
    let build = action(build, "lost", "e", "next-period", "", "");
    let build = action(build, "second", "e3", "this-period", "first", "in-progress");
    let build = action(build, "third", "e4", "this-period", "second", "achieved");
    let book = build.book();
    let measure: Id<Measure> = Id::new(RowId::parse("m").unwrap());
    let told = told(&book, book.measures.get(&measure).unwrap());
    let periods: Vec<_> = told
        .iter()
        .map(|told| told.report.period.to_string())
        .collect();
    assert_eq!(periods, ["2013-14-q4", "2013-14-q3", "2013-14-q2"]);
    let promises = &told[2].promises;
    let answered: Vec<_> = promises
        .iter()
        .map(|promise| {
            let by: Vec<_> = promise
                .answers
                .iter()
                .map(|(_, action)| action.id.as_str())
                .collect();
            (
                promise.action.id.as_str(),
                by,
                promise.outcome().map(|outcome| outcome.as_str()),
            )
        })
        .collect();
    assert_eq!(
        answered,
        [
            ("first", vec!["second", "third"], Some("achieved")),
            ("lost", vec![], None)
        ]
    );
}
