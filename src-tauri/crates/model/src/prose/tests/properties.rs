//! Laws that hold for every prose and every text, tried on generated ones.

use proptest::prelude::*;

use super::link;
use crate::prose::{Block, Inline, Prose};

/// Words from characters that Markdown cares about, letters and the wider world's characters.
fn hostile_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => prop::sample::select(vec![
            "a", "b", "Z", "word", "é", "日", "1", "10", " ", " ", "  ", ".", ",",
        ]),
        6 => prop::sample::select(vec![
            "#", "# ", "$", "<script>", "<", ">", "> ", "*", "**", "***", "_", "__", "1. ", "2) ",
            "+ ", "- ", "-", "---", "=", "===", "|", "\\", "\\\\", "&amp;", "&", "&#35;", ";", "[",
            "]", "[^1]", "[^1]: ", "](", "](x)", "]( ", "[a](b)", "![", "!", "(", ")", ":", "`",
            "```", "~~~", "~", "^", "<https://a.b>", "<a@b.c>", "</p>", "<!--", "\"", "'", "{", "}",
        ]),
        2 => prop::sample::select(vec![
            "“", "”", "’", "–", "…", "£", "€", "°", "\u{a0}", "\u{301}", "\u{200b}", "\u{202e}",
            "Ⓐ", "😀", "№", "½", "¿", "\t", "\n", "\r\n", "\u{2028}", "\u{0}", "\u{1}", "\u{feff}",
            "\u{85}", "\u{fffe}", "\u{ffff}",
        ]),
        1 => Just(""),
    ];
    prop_oneof![
        8 => prop::collection::vec(word, 0..6).prop_map(|words| words.concat()),
        1 => any::<String>(),
    ]
}

fn marked_text() -> impl Strategy<Value = Inline> {
    (hostile_text(), any::<bool>(), any::<bool>())
        .prop_map(|(words, strong, emphasis)| Inline::marked(words, strong, emphasis))
}

fn any_url() -> impl Strategy<Value = String> {
    let start = prop::sample::select(vec![
        "http://",
        "https://",
        "mailto:",
        "#",
        "HTTP://",
        "javascript:",
        "file:///",
        "",
        " https://",
    ]);
    (start, hostile_text()).prop_map(|(start, rest)| start.to_owned() + &rest)
}

fn any_link(words: impl Strategy<Value = Inline>) -> impl Strategy<Value = Inline> {
    prop_oneof![
        (prop::collection::vec(words, 0..3), any_url())
            .prop_map(|(inlines, url)| Inline::Link { inlines, url }),
        any_url().prop_map(|url| link(&url.clone(), &url)),
    ]
}

fn any_inline() -> impl Strategy<Value = Inline> {
    let words = prop_oneof![8 => marked_text(), 1 => Just(Inline::Break)];
    let inner = prop_oneof![
        6 => marked_text(),
        1 => any_link(words.clone()),
        1 => Just(Inline::Break),
    ];
    let footnote = prop::collection::vec(inner, 0..4).prop_map(Inline::Footnote);
    prop_oneof![
        8 => marked_text(),
        1 => any_link(prop_oneof![6 => words, 1 => footnote.clone()]),
        1 => footnote.clone(),
        1 => prop::collection::vec(footnote, 0..2).prop_map(Inline::Footnote),
        1 => Just(Inline::Break),
    ]
}

fn any_block() -> impl Strategy<Value = Block> {
    let inlines = || prop::collection::vec(any_inline(), 0..6);
    let leaf = prop_oneof![
        4 => inlines().prop_map(Block::Paragraph),
        1 => (any::<u8>(), inlines())
            .prop_map(|(level, inlines)| Block::Heading { level, inlines }),
    ];
    leaf.prop_recursive(5, 24, 3, |block| {
        let items = prop::collection::vec(prop::collection::vec(block, 0..3), 0..4);
        (any::<bool>(), items).prop_map(|(ordered, items)| Block::List { ordered, items })
    })
}

fn any_prose() -> impl Strategy<Value = Prose> {
    prop::collection::vec(any_block(), 0..4).prop_map(|blocks| Prose { blocks })
}

/// Lines as hostile as words can make them, with the indents and empty lines that shape blocks.
fn any_markdown() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        6 => hostile_text(),
        1 => (0..9usize, hostile_text()).prop_map(|(indent, words)| " ".repeat(indent) + &words),
        1 => Just(String::new()),
        1 => hostile_text().prop_map(|words| words + "  "),
        1 => hostile_text().prop_map(|words| words + "\\"),
    ];
    prop_oneof![
        8 => prop::collection::vec(line, 0..8).prop_map(|lines| lines.join("\n")),
        1 => any::<String>(),
    ]
}

/// `PROPTEST_CASES` raises the number for a longer search.
fn cases(number: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: asked.and_then(|asked| asked.parse().ok()).unwrap_or(number),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn what_is_written_is_read_back(prose in any_prose()) {
        let normal = prose.normalised();
        prop_assert_eq!(normal.clone().normalised(), normal.clone(), "normalised twice");
        let markdown = normal.to_markdown();
        prop_assert_eq!(Prose::parse(&markdown), normal, "{}", markdown);
    }

    #[test]
    fn one_line_is_read_back(inlines in prop::collection::vec(any_inline(), 0..8)) {
        let normal = Prose { blocks: vec![Block::Paragraph(inlines)] }.normalised();
        let markdown = normal.to_markdown();
        prop_assert_eq!(Prose::parse(&markdown), normal, "{}", markdown);
    }

    #[test]
    fn canonical_markdown_is_a_fixed_point(typed in any_markdown()) {
        let prose = Prose::parse(&typed);
        prop_assert_eq!(prose.clone().normalised(), prose.clone(), "parsed is normal");
        let canonical = prose.to_markdown();
        prop_assert_eq!(Prose::parse(&canonical), prose, "{}", canonical);
    }

    #[test]
    fn typed_text_survives(typed in any_markdown()) {
        let prose = Prose::from_plain_text(&typed);
        let read = Prose::parse(&prose.to_markdown());
        prop_assert_eq!(read.plain_text(), prose.plain_text());
        let kept = |text: &str| -> String {
            text.chars().filter(|c| !c.is_whitespace() && !is_unprintable(*c)).collect()
        };
        prop_assert_eq!(kept(&read.plain_text()), kept(&typed));
    }

    /// Whatever is typed as Markdown, no letter of it is lost.
    #[test]
    fn no_word_is_lost(typed in any_markdown()) {
        // Labels and entities are markup with letters in it.
        let typed = typed.replace(['[', '&'], "");
        let letters = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphabetic()).collect()
        };
        let prose = Prose::parse(&typed);
        prop_assert_eq!(letters(&prose.plain_text()), letters(&typed));
    }
}

fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
        || character as u32 & 0xfffe == 0xfffe
}
