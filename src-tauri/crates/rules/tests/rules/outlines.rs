//! The order, depth and numbers of sections.

use outturn_rules::Outline;

use crate::build::{Build, report, say, section};

/// Sections as `id parent flags`, one a line; flags: `u` unnumbered, `c` cover.
fn outlined(numbering: &str, sections: &str) -> Vec<String> {
    let mut build = Build::report("2013-14-q2", &[("numbering", numbering)]);
    for line in sections
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        let mut words = line.split(' ');
        let (id, parent) = (words.next().unwrap(), words.next().unwrap());
        let flags = words.next().unwrap_or_default();
        let kind = if flags.contains('c') {
            "cover"
        } else {
            "narrative"
        };
        let cells = [
            ("parent", parent.trim_matches('-')),
            ("unnumbered", if flags.contains('u') { "yes" } else { "" }),
            ("text", "First.\n\n- in a list\n\nSecond."),
        ];
        build = build.section(id, kind, &cells);
    }
    let book = build.book();
    let outline = Outline::of(&book, report(&book));
    let items = outline.items().iter();
    items
        .map(|item| {
            let number = item.number.clone().unwrap_or("-".to_owned());
            let paragraphs = item.paragraphs.join(" ");
            let line = format!("{} {} {number} {paragraphs}", item.section.id, item.depth);
            line.trim_end().to_owned()
        })
        .collect()
}

const SECTIONS: &str = "
    cover - c
    a -
    a1 a
    a2 a
    a2x a2
    b -
    b1 b u
    b1x b1
    b2 b
";

#[test]
fn sections_are_numbered_in_reading_order() {
    assert_eq!(
        outlined("sections", SECTIONS),
        [
            "cover 0 -",
            "a 0 1",
            "a1 1 1.1",
            "a2 1 1.2",
            "a2x 2 1.2.1",
            "b 0 2",
            "b1 1 -",
            "b1x 2 -",
            "b2 1 2.1"
        ]
    );
    assert_eq!(outlined("none", "a -\nb a"), ["a 0 -", "b 1 -"]);
}

#[test]
fn paragraphs_are_numbered_within_sections_or_in_one_run() {
    assert_eq!(
        outlined("paragraphs", "a -\na1 a\nb - u\nc -"),
        [
            "a 0 1 1.1 1.2",
            "a1 1 1.3 1.3.1 1.3.2",
            "b 0 -",
            "c 0 2 2.1 2.2"
        ]
    );
    assert_eq!(
        outlined("run", "cover - c\na -\na1 a"),
        ["cover 0 -", "a 0 - 1 2", "a1 1 - 3 4"]
    );
}

#[test]
fn sections_that_go_round_in_a_circle_are_kept() {
    assert_eq!(
        outlined("sections", "a b\nb a\nc -\nd d"),
        ["c 0 1", "a 0 2", "b 1 2.1", "d 0 3"]
    );
}

#[test]
fn a_section_is_followed_by_what_stands_in_it() {
    let sections = [
        ("a", ""),
        ("a1", "a"),
        ("a1x", "a1"),
        ("a2", "a"),
        ("b", ""),
    ];
    let mut build = Build::report("2013-14-q2", &[]);
    for (id, parent) in sections {
        build = build.section(id, "narrative", &[("parent", parent)]);
    }
    let book = build.book();
    let outline = Outline::of(&book, report(&book));
    for (id, expected) in [
        ("a", "a a1 a1x a2"),
        ("a1", "a1 a1x"),
        ("a2", "a2"),
        ("b", "b"),
    ] {
        let within = outline.within(&section(&book, id).id).iter();
        let ids: Vec<_> = within.map(|item| item.section.id.as_str()).collect();
        assert_eq!(ids.join(" "), expected);
    }
}

#[test]
fn a_reference_leads_to_its_section() {
    let book = Build::report("2013-14-q2", &[])
        .section("a", "narrative", &[("heading", "Introduction")])
        .section("b", "narrative", &[("heading", "Key developments")])
        .section("b1", "narrative", &[("parent", "b"), ("heading", "")])
        .section("c", "statement", &[("unnumbered", "yes"), ("heading", "")])
        .book();
    let outline = Outline::of(&book, report(&book));
    for (reference, expected) in [
        ("1", Some("1 Introduction")),
        ("1.0", Some("1 Introduction")),
        ("2.0.", Some("2 Key developments")),
        ("2.1", Some("Section 2.1")),
        ("2.2", None),
        ("3", None),
        ("", None),
    ] {
        let found = outline.numbered(reference).map(|item| say(&item.title()));
        assert_eq!(found.as_deref(), expected, "{reference}");
    }
    let untitled = &outline.items()[3];
    assert_eq!(say(&untitled.title()), "Statement without a heading");
}
