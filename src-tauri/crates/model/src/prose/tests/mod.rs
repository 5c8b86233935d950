//! What the closed set promises, by example; `properties` says it of generated prose and text.
#![allow(clippy::unwrap_used)]

use super::{Block, Inline, Prose};

mod properties;

fn text(words: &str) -> Inline {
    Inline::text(words)
}

fn strong(words: &str) -> Inline {
    Inline::marked(words, true, false)
}

fn emphasis(words: &str) -> Inline {
    Inline::marked(words, false, true)
}

fn both(words: &str) -> Inline {
    Inline::marked(words, true, true)
}

fn link(words: &str, url: &str) -> Inline {
    Inline::Link {
        inlines: vec![text(words)],
        url: url.to_owned(),
    }
}

fn note(words: &str) -> Inline {
    Inline::Footnote(vec![text(words)])
}

fn paragraph(inlines: impl IntoIterator<Item = Inline>) -> Block {
    Block::Paragraph(inlines.into_iter().collect())
}

fn heading(level: u8, words: &str) -> Block {
    Block::Heading {
        level,
        inlines: vec![text(words)],
    }
}

fn list(ordered: bool, items: impl IntoIterator<Item = Vec<Block>>) -> Block {
    Block::List {
        ordered,
        items: items.into_iter().collect(),
    }
}

fn item(words: &str) -> Vec<Block> {
    vec![paragraph([text(words)])]
}

/// Canonical Markdown and its blocks, both ways.
fn check_canonical(markdown: &str, blocks: impl IntoIterator<Item = Block>) {
    let prose = Prose {
        blocks: blocks.into_iter().collect(),
    };
    assert_eq!(Prose::parse(markdown), prose, "reading {markdown:?}");
    assert_eq!(prose.to_markdown(), markdown, "writing {prose:?}");
}

/// One line of canonical Markdown and its inlines, both ways.
fn check_line(markdown: &str, inlines: impl IntoIterator<Item = Inline>) {
    check_canonical(markdown, [paragraph(inlines)]);
}

/// Markdown as people type it, and the canonical form of it.
fn check_rewritten(typed: &str, canonical: &str) {
    assert_eq!(Prose::parse(typed).to_markdown(), canonical, "{typed:?}");
    assert_eq!(
        Prose::parse(canonical).to_markdown(),
        canonical,
        "not canonical: {canonical:?}"
    );
}

#[test]
fn narrative_as_it_is_written() {
    check_canonical("", []);
    check_canonical(
        "Placements rose.\n\nCosts “fell” – by £5m.",
        [
            paragraph([text("Placements rose.")]),
            paragraph([text("Costs “fell” – by £5m.")]),
        ],
    );
    check_canonical(
        "## Key developments\n\n### Homes\n\nTwo opened.",
        [
            heading(2, "Key developments"),
            heading(3, "Homes"),
            paragraph([text("Two opened.")]),
        ],
    );
    check_canonical(
        "2.1 Visits rose.\n\n2.2 Calls fell.",
        [
            paragraph([text("2.1 Visits rose.")]),
            paragraph([text("2.2 Calls fell.")]),
        ],
    );
    check_canonical(
        "Before:\n\n- one\n- two\n\nAfter.",
        [
            paragraph([text("Before:")]),
            list(false, [item("one"), item("two")]),
            paragraph([text("After.")]),
        ],
    );
    check_canonical("1. one\n2. two", [list(true, [item("one"), item("two")])]);
}

#[test]
fn lists_in_lists() {
    let third = list(false, [item("c"), item("d")]);
    let second = list(true, [vec![paragraph([text("b")]), third]]);
    check_canonical(
        "- a\n  1. b\n     - c\n     - d\n- e",
        [list(
            false,
            [vec![paragraph([text("a")]), second], item("e")],
        )],
    );
    check_canonical(
        "- # Aim\n\n  Why.\n\n- - deep",
        [list(
            false,
            [
                vec![heading(1, "Aim"), paragraph([text("Why.")])],
                vec![list(false, [item("deep")])],
            ],
        )],
    );
    // Two lists that follow each other stay two.
    check_canonical(
        "1. a\n\n1) b\n\n1. c",
        ["a", "b", "c"].map(|words| list(true, [item(words)])),
    );
    // The fourth level is kept as paragraphs of the third, with its numbers.
    check_rewritten(
        "- a\n  - b\n    - c\n      1. d\n      2. e",
        "- a\n  - b\n    - c\n\n      1\\. d\n\n      2\\. e",
    );
    // A number that a list cannot have is kept as it was typed.
    check_rewritten("7. seven\n8. eight", "7\\. seven\n\n8\\. eight");
}

#[test]
fn marks() {
    check_line(
        "**bold**, *slanted*",
        [strong("bold"), text(", "), emphasis("slanted")],
    );
    check_line(
        "un**believ**able",
        [text("un"), strong("believ"), text("able")],
    );
    check_line(
        "un*believ*able",
        [text("un"), emphasis("believ"), text("able")],
    );
    check_line("**a _b_**", [strong("a "), both("b")]);
    check_line("*a **b** c*", [emphasis("a "), both("b"), emphasis(" c")]);
    check_line("_**a**b_", [both("a"), emphasis("b")]);
    check_line("**a**_b_", [strong("a"), emphasis("b")]);
    check_line("**(416)**&#107;", [strong("(416)"), text("k")]);
    check_line("over £&#53;**(m)**", [text("over £5"), strong("(m)")]);
    check_line(
        "a\\\nb\\\n**c**",
        [
            text("a"),
            Inline::Break,
            text("b"),
            Inline::Break,
            strong("c"),
        ],
    );
}

#[test]
fn links_and_footnotes() {
    check_line(
        "See [the *plan*](https://example.org/a_(b)?x=1&y=2).",
        [
            text("See "),
            Inline::Link {
                inlines: vec![text("the "), emphasis("plan")],
                url: "https://example.org/a_(b)?x=1&y=2".to_owned(),
            },
            text("."),
        ],
    );
    check_line(
        "<https://example.org/> or [write](mailto:post@example.org) or [2.3](#homes)",
        [
            link("https://example.org/", "https://example.org/"),
            text(" or "),
            link("write", "mailto:post@example.org"),
            text(" or "),
            link("2.3", "#homes"),
        ],
    );
    check_canonical(
        "Rates[^1] and\n\n- counts[^2].\n\n[^1]: Per 10,000.\n[^2]: See [notes](#n).",
        [
            paragraph([text("Rates"), note("Per 10,000."), text(" and")]),
            list(
                false,
                [vec![paragraph([
                    text("counts"),
                    Inline::Footnote(vec![text("See "), link("notes", "#n"), text(".")]),
                    text("."),
                ])]],
            ),
        ],
    );
    check_rewritten("a[^x] b[^x]\n\n[^x]: n", "a[^1] b[^2]\n\n[^1]: n\n[^2]: n");
    check_rewritten("a[^x]\n\n[^y]: n", "a\\[^x]\n\n\\[^y\\]: n");
    check_rewritten("a[^1]\n\n[^1]: n[^1]", "a[^1]\n\n[^1]: n\\[^1]");
    check_rewritten(
        "<post@example.org>",
        "[post@example.org](mailto:post@example.org)",
    );
    check_rewritten(
        "[a](javascript:b) [c](file:///d)",
        "a (javascript:b) c (file:///d)",
    );
    check_rewritten("[a][b]\n\n[b]: https://c.d \"t\"", "[a](https://c.d) (t)");
    check_rewritten("b\n\n[y]: z\n[x]: y", "b\n\n[y\\]: z\n\n[x\\]: y");
}

#[test]
fn outside_the_closed_set_is_kept_as_text() {
    check_rewritten("a <b>c</b>", "a \\<b>c\\</b>");
    check_rewritten("<div>\n*a*\n</div>", "\\<div>\\\n\\*a\\*\\\n\\</div>");
    check_rewritten("![Chart](x.png \"Trend\")", "Chart (x.png) (Trend)");
    check_rewritten(
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "| a | b |\\\n|---|---|\\\n| 1 | 2 |",
    );
    check_rewritten("Use `a*b`.", "Use \\`a\\*b\\`.");
    check_rewritten(
        "```sql\nselect *\n  from t\n```",
        "sql\\\nselect \\*\\\nfrom t",
    );
    check_rewritten("    a\n    b", "a\\\nb");
    check_rewritten("> a\n> b\n>\n> - c", "a b\n\n- c");
    check_rewritten("a\n\n---\n\nb", "a\n\n\\---\n\nb");
    check_rewritten("#### Deep", "### Deep");
    check_rewritten("~~a~~ $x$ [ ] {b}", "~~a~~ $x$ [ ] {b}");
}

#[test]
fn text_is_never_markup() {
    let lines = [
        ("# one", "\\# one"),
        ("#one", "#one"),
        ("$x$ $", "$x$ $"),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        ("a < b > c", "a < b > c"),
        ("> a", "\\> a"),
        ("*", "\\*"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("*a* **b**", "\\*a\\* \\*\\*b\\*\\*"),
        ("_a_ snake_case", "\\_a\\_ snake_case"),
        ("1. a", "1\\. a"),
        ("1.5 a", "1.5 a"),
        ("12) a", "12\\) a"),
        ("2013.", "2013\\."),
        ("+ a", "\\+ a"),
        ("+3%", "+3%"),
        ("- a", "\\- a"),
        ("-3", "-3"),
        ("-", "\\-"),
        ("- - -", "\\- - -"),
        ("===", "\\==="),
        ("| a |", "| a |"),
        ("C:\\temp\\", "C:\\temp\\\\"),
        ("\\*", "\\\\\\*"),
        ("&amp; R&D; & &#35;", "\\&amp; R\\&D; & \\&#35;"),
        ("R&D", "R&D"),
        ("[^1]", "\\[^1]"),
        ("[^1]: a", "\\[^1\\]: a"),
        ("[a]: b", "[a\\]: b"),
        ("[a](b)", "[a\\](b)"),
        ("]( ", "\\]("),
        ("![a](b)", "![a\\](b)"),
        ("[x] [ ]", "[x] [ ]"),
        ("`a`", "\\`a\\`"),
        ("~~~", "\\~~~"),
        ("<https://a.b>", "\\<https://a.b>"),
        ("https://a.b/c_d?e=f", "https://a.b/c_d?e=f"),
        ("“It’s” -- ... 'so'", "“It’s” -- ... 'so'"),
        ("\u{202e}right to left", "\u{202e}right to left"),
    ];
    for (typed, markdown) in lines {
        let prose = Prose::from_plain_text(typed);
        assert_eq!(prose.plain_text(), typed.trim(), "text of {typed:?}");
        assert_eq!(prose.to_markdown(), markdown, "markdown of {typed:?}");
        assert_eq!(Prose::parse(markdown), prose, "reading {markdown:?}");
    }
}

#[test]
fn normal_form() {
    let one = |inlines: Vec<Inline>| {
        Prose {
            blocks: vec![Block::Paragraph(inlines)],
        }
        .normalised()
    };
    let cases = [
        (vec![text("a"), text(" b")], "a b"),
        (vec![text("a"), strong(" b "), text("c")], "a **b** c"),
        (vec![strong("a"), text(" "), strong("b")], "**a b**"),
        (vec![strong("a "), both("b")], "**a _b_**"),
        (vec![text(" a\n  b\r\nc\u{2028}d\te ")], "a b c d e"),
        (vec![text("a\u{0}\u{7}b\u{feff}")], "ab"),
        (
            vec![
                Inline::Break,
                text("a "),
                Inline::Break,
                text(" b"),
                Inline::Break,
            ],
            "a\\\nb",
        ),
        (
            vec![link(" a ", "https://b.c"), text("d")],
            "[a](https://b.c) d",
        ),
        (vec![link("", "https://b.c")], "<https://b.c>"),
        (vec![link("a", "HTTPS://b.c/d e")], "[a](HTTPS://b.c/d%20e)"),
        (vec![link("a", "data:b")], "a (data:b)"),
        (vec![link("a", "java\nscript:b")], "a (javascript:b)"),
        (vec![text("a"), Inline::Footnote(vec![text(" ")])], "a"),
        (
            vec![text("a"), note("b"), link("c", "#d")],
            "a[^1] [c](#d)\n\n[^1]: b",
        ),
        (
            vec![Inline::Footnote(vec![
                text("a"),
                note("b"),
                Inline::Break,
                text("c"),
            ])],
            "[^1]\n\n[^1]: a (b) c",
        ),
    ];
    for (inlines, markdown) in cases {
        assert_eq!(one(inlines.clone()).to_markdown(), markdown, "{inlines:?}");
    }
    let hollow = Prose {
        blocks: vec![
            paragraph([]),
            paragraph([text(" \u{a0}")]),
            list(false, [vec![], vec![paragraph([Inline::Break])]]),
            heading(9, "a"),
        ],
    };
    assert_eq!(hollow.normalised().blocks, [heading(3, "a")]);
}

#[test]
fn questions_of_prose() {
    let prose = Prose::parse(
        "# Homes\n\nTwo **new** homes[^1] – [see](#x).\n\n- one\\\n  line\n\n[^1]: Both in Q2.",
    );
    assert_eq!(
        prose.plain_text(),
        "Homes\nTwo new homes [Both in Q2.] – see.\none line"
    );
    assert_eq!(prose.word_count(), 10);
    assert_eq!(prose.paragraphs().len(), 2);
    assert_eq!(Inline::plain_text(prose.paragraphs()[1]), "one line");
    assert!(!prose.is_empty());
    assert!(Prose::default().is_empty());
    assert!(Prose::parse(" \n\n").is_empty());
    assert_eq!(Prose::from_plain_text("a\n\n b").paragraphs().len(), 2);
}

/// Text that would exhaust a reader that recursed or copied without bound.
#[test]
fn hostile_size() {
    let nested = [
        ">", "- ", "1. ", "[", "*", "![", "\\", "<", "`", "&", "_a", "*_", "#",
    ];
    for piece in nested {
        let typed = piece.repeat(20_000);
        let canonical = Prose::parse(&typed).to_markdown();
        assert_eq!(
            Prose::parse(&canonical).to_markdown(),
            canonical,
            "{piece:?}"
        );
    }
    let shared = format!(
        "{}\n\n[^1]: {}",
        "[^1]".repeat(5_000),
        "long ".repeat(5_000)
    );
    let canonical = Prose::parse(&shared).to_markdown();
    assert!(canonical.len() < 4 * shared.len(), "{}", canonical.len());
    assert_eq!(Prose::parse(&canonical).to_markdown(), canonical);
}
