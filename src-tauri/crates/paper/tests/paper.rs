//! Whole papers: they conform, repeat to the byte, hold every word, and keep text as text.

#![allow(clippy::unwrap_used)]

mod sample;

use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use outturn_paper::chart::{Chart, Picture};
use outturn_paper::render::{RenderError, Renderer, Stage, Unwatched, Watch};
use outturn_paper::tree::*;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use sample::{cards, heading, paragraph, words};

fn pdf(paper: &Paper) -> Vec<u8> {
    let mut renderer = Renderer::new();
    renderer.load(paper);
    renderer.pdf(&Unwatched).unwrap()
}

/// Writes the PDF where a person can look at it, and gives its text back.
fn text_of(name: &str, bytes: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(&path, bytes).unwrap();
    let output = Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .arg(&path)
        .arg("-")
        .output()
        .unwrap();
    // The text reads on over line ends; pages stay apart.
    let text = String::from_utf8(output.stdout).unwrap();
    let pages: Vec<String> = text
        .split('\u{c}')
        .map(|page| page.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    pages.join("\u{c}")
}

fn assert_conforms(bytes: &[u8]) {
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let report =
            validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile)).unwrap();
        // Where a stream's own last byte is a carriage return, the validator takes it for a part
        // of the line end after the stream.
        let ambiguous = bytes.windows(11).any(|window| window == b"\r\nendstream");
        let failures: Vec<_> = report
            .failures
            .iter()
            .filter(|failure| !(ambiguous && failure.rule_id == "ISO 19005-2:2011:6.1.7.1:1"))
            .collect();
        assert!(failures.is_empty(), "{profile}: {failures:#?}");
    }
}

fn of_blocks(blocks: Vec<Block>) -> Paper {
    Paper {
        about: sample::about(),
        labels: sample::labels(),
        sections: vec![Section {
            place: Some("only".into()),
            blocks,
            ..Section::default()
        }],
        ..Paper::default()
    }
}

#[test]
fn every_kind_of_block_conforms_and_repeats_to_the_byte() {
    for (name, paper) in [("final", sample::paper()), ("draft", sample::draft())] {
        let first = pdf(&paper);
        assert_conforms(&first);
        text_of(name, &first);
        assert!(first == pdf(&paper), "{name} differs when made again");
    }
}

#[test]
fn a_renderer_gives_the_same_bytes_after_edits_and_previews() {
    let paper = sample::paper();
    let mut renderer = Renderer::new();
    renderer.load(&cards::report(5));
    renderer.pdf(&Unwatched).unwrap();
    renderer.load(&paper);
    renderer
        .pages_around("statement-table", &Unwatched)
        .unwrap();
    assert!(renderer.pdf(&Unwatched).unwrap() == pdf(&paper));
}

#[test]
fn the_words_of_the_tree_are_in_the_pdf() {
    let text = text_of("words", &pdf(&sample::paper()));
    for expected in [
        "Wexmouth Borough Council",
        "Page 2 of",
        "2.3.1",
        "Team around the family",
        "Reward funding of £484,444",
        "(5,912)",
        "Net operational budget",
        "Responsible officer",
        "deferred until 2009",
        "Jan to Mar 2007",
        "Not achieved: the lease",
        "A figure once published",
        "Statistical neighbours",
        "OD-LA",
    ] {
        assert!(text.contains(expected), "{expected:?} is not in:\n{text}");
    }
    assert!(!text.to_lowercase().contains("draft"));
}

#[test]
fn a_draft_is_marked_on_every_page_and_says_what_is_open() {
    let text = text_of("draft-text", &pdf(&sample::draft()));
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!(pages.len() > 6);
    for page in &pages {
        assert!(page.contains("DRAFT"), "{page}");
    }
    assert!(pages[0].contains("Rounding does not explain the difference of 1."));
    assert!(pages[0].contains("12 more findings"));
}

#[test]
fn table_headers_repeat_on_every_page() {
    let mut long = sample::paper();
    let Some(BlockKind::Table(table)) = long.sections[2].blocks.last_mut().map(|b| &mut b.kind)
    else {
        panic!("the measures end in a table");
    };
    let rows = table.rows.clone();
    for _ in 0..4 {
        table.rows.extend(rows.iter().cloned());
    }
    long.sections = vec![long.sections.swap_remove(2)];
    let bytes = pdf(&long);
    assert_conforms(&bytes);
    let text = text_of("long-table", &bytes);
    let pages: Vec<&str> = text
        .split('\u{c}')
        .filter(|page| page.contains("CFS LI"))
        .collect();
    assert!(pages.len() >= 3, "{}", pages.len());
    for page in pages {
        assert!(page.contains("2013/14"), "{page}");
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = [
        "#let x = 1 #x $ sum_(i=0)^n $ *bold* _it_ `raw` @ref <label> \\ // note /* */ ~ -- ... \"q\" 'q'",
        "<script>alert(1)</script> &amp; &lt; ]] > {{ }} [link](https://example.org) = heading",
        "- item + item / term: #include \"paper.typ\" #json(\"/data/paper.json\") #panic()",
        "control \u{0}\u{7}\u{1b}[31m and \u{202E}reversed\u{202C} and \u{FEFF} and 😀 and \u{E000}",
    ];
    let expected = [
        hostile[0],
        hostile[1],
        hostile[2],
        "control [31m and reversed and  and [U+1F600] and [U+E000]",
    ];
    let mut paper = of_blocks(Vec::new());
    paper.about.title = hostile[0].into();
    paper.about.council = hostile[1].into();
    paper.about.period = hostile[2].into();
    let mut blocks = Vec::new();
    for text in hostile {
        blocks.push(heading(1, Some(text), text));
        blocks.push(paragraph(Some(text), words(text)));
        blocks.push(
            BlockKind::Facts(vec![Fact {
                name: words(text),
                value: vec![
                    Inline::Link {
                        text: words(text),
                        url: "javascript:alert(1)".into(),
                    },
                    Inline::Reference {
                        text: words(text),
                        anchor: text.into(),
                    },
                    Inline::Symbol(Mark::new(Symbol::Amber, text)),
                    Inline::Footnote(words(text)),
                ],
            }])
            .at(text),
        );
        let mut card = cards::card(0);
        if let BlockKind::Card(card) = &mut card.kind {
            card.reference = text.into();
            card.name = text.into();
            card.parts[0].label = text.into();
            let figure = card.chart.as_mut().unwrap();
            figure.alternative = text.into();
            if let Picture::Trend(chart) = &mut figure.picture {
                chart.series[0].name = text.into();
                chart.periods[0] = text.into();
            }
        }
        blocks.push(card);
    }
    paper.sections[0].blocks = blocks;
    let bytes = pdf(&paper);
    assert_conforms(&bytes);
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let text = squeezed(&text_of("hostile", &bytes));
    for line in expected {
        let found = text.matches(&squeezed(line)).count();
        assert!(found >= 4, "{line:?} is found {found} times");
    }
}

#[test]
fn a_megabyte_in_one_paragraph_is_set_whole() {
    let sentence = "A sentence that goes on about very little. ";
    let text = sentence.repeat(1_000_000 / sentence.len());
    let paper = of_blocks(vec![
        heading(1, None, "Long"),
        paragraph(None, words(&text)),
    ]);
    let bytes = pdf(&paper);
    let read = text_of("megabyte", &bytes);
    assert_eq!(
        read.matches("little.").count(),
        text.matches("little.").count()
    );
}

#[test]
fn odd_shapes_are_set() {
    let odd = vec![
        heading(1, None, "Odd"),
        BlockKind::Table(Table::default()).into(),
        BlockKind::Table(Table {
            columns: vec![Column::default(); 3],
            header: vec![vec![Cell::words("only one")]],
            rows: vec![
                Row {
                    cells: vec![Cell::words("too wide").across(9)],
                    ..Row::default()
                },
                Row {
                    cells: (0..7)
                        .map(|at| Cell::words(format!("extra {at}")))
                        .collect(),
                    ..Row::default()
                },
                Row {
                    cells: vec![Cell::words("tall").down(9)],
                    ..Row::default()
                },
                Row {
                    kind: RowKind::Group,
                    cells: vec![Cell::words("group")],
                    ..Row::default()
                },
                Row {
                    kind: RowKind::Group,
                    cells: vec![Cell::words("empty group")],
                    ..Row::default()
                },
                Row {
                    kind: RowKind::Total,
                    cells: Vec::new(),
                    ..Row::default()
                },
            ],
            ..Table::default()
        })
        .into(),
        BlockKind::Headlines(Vec::new()).into(),
        BlockKind::Facts(Vec::new()).into(),
        BlockKind::List(List::default()).into(),
        BlockKind::Card(Box::default()).into(),
        BlockKind::Figure(Figure {
            picture: Picture::Trend(Chart::default()),
            alternative: String::new(),
            caption: None,
        })
        .into(),
        heading(1, Some(""), ""),
        paragraph(Some("1"), Vec::new()),
    ];
    let bytes = pdf(&of_blocks(odd));
    let text = text_of("odd", &bytes);
    for at in 0..7 {
        assert!(text.contains(&format!("extra {at}")), "{text}");
    }
}

#[test]
fn a_paper_without_a_title_is_refused() {
    let mut renderer = Renderer::new();
    renderer.load(&Paper::default());
    assert_eq!(renderer.pdf(&Unwatched), Err(RenderError::NoTitle));
}

#[test]
fn places_are_found_on_their_pages() {
    let mut renderer = Renderer::new();
    renderer.load(&sample::paper());
    let pages = renderer.pages(&Unwatched).unwrap();
    assert_eq!(renderer.page_count(), Some(pages.count()));
    assert_eq!(renderer.page_of("cover"), Some(1));
    assert_eq!(renderer.page_of("contents"), Some(2));
    assert_eq!(renderer.page_of("narrative"), Some(3));
    let order = [
        "narrative",
        "measures",
        "cards",
        "statement",
        "wide",
        "keys",
        "people",
    ];
    let found: Vec<usize> = order
        .iter()
        .map(|place| renderer.page_of(place).unwrap())
        .collect();
    assert!(found.is_sorted_by(|a, b| a < b), "{found:?}");
    assert!(pages.svg(0).unwrap().starts_with("<svg"));
    assert_eq!(pages.svg(pages.count()), None);
    assert_eq!(renderer.page_of("nowhere"), None);
}

#[test]
fn a_heading_is_found_where_it_stands_and_not_in_the_contents() {
    let titled = |name: &str| {
        let heading = Heading {
            level: 1,
            text: name.to_owned(),
            ..Heading::default()
        };
        Block::from(BlockKind::Heading(heading)).at(name)
    };
    let section = |name: &str| Section {
        place: Some(format!("part of {name}")),
        new_page: true,
        blocks: vec![titled(name)],
        ..Section::default()
    };
    let mut renderer = Renderer::new();
    renderer.load(&Paper {
        sections: vec![section("first"), section("second")],
        ..sample::paper()
    });
    renderer.pages(&Unwatched).unwrap();
    let first = renderer.page_of("first").unwrap();
    assert_eq!(renderer.page_of("contents"), Some(first - 1));
    assert_eq!(renderer.page_of("second"), Some(first + 1));
    let part = renderer.pages_around("second", &Unwatched).unwrap();
    let (index, _) = part.find("second").unwrap();
    assert_eq!(part.number(index), Some(first as u64 + 1));
}

#[test]
fn a_preview_shows_the_page_that_the_paper_has() {
    let mut renderer = Renderer::new();
    renderer.load(&cards::report(20));
    let whole = renderer.pages(&Unwatched).unwrap();
    for card in ["card-0", "card-7", "card-19"] {
        let part = renderer.pages_around(card, &Unwatched).unwrap();
        let (index, y) = part.find(card).unwrap();
        let page = renderer.page_of(card).unwrap();
        assert_eq!(part.number(index), Some(page as u64), "{card}");
        let (whole_index, whole_y) = whole.find(card).unwrap();
        assert_eq!(whole_index + 1, page);
        assert!((y - whole_y).abs() < 1.0, "{card}: {y} and {whole_y}");
        assert!(part.count() < whole.count());
    }
    let part = renderer.pages_around("cover", &Unwatched).unwrap();
    assert_eq!(part.find("cover").unwrap().0, 0);
    assert!(matches!(
        renderer.pages_around("nowhere", &Unwatched),
        Err(RenderError::NoSuchPlace(_))
    ));
}

/// Stops after it was asked so many times.
struct Impatient {
    patience: usize,
    asked: AtomicUsize,
    stages: Mutex<Vec<Stage>>,
}

impl Watch for Impatient {
    fn stage(&self, stage: Stage) {
        self.stages.lock().unwrap().push(stage);
    }

    fn cancelled(&self) -> bool {
        self.asked.fetch_add(1, Ordering::Relaxed) >= self.patience
    }
}

#[test]
fn work_can_be_cancelled_and_taken_up_again() {
    let paper = sample::paper();
    let mut renderer = Renderer::new();
    renderer.load(&paper);
    for patience in [0, 1, 5] {
        let watch = Impatient {
            patience,
            asked: AtomicUsize::new(0),
            stages: Mutex::default(),
        };
        assert_eq!(renderer.pdf(&watch), Err(RenderError::Cancelled));
        assert_eq!(*watch.stages.lock().unwrap(), [Stage::Setting]);
    }
    let watch = Impatient {
        patience: usize::MAX,
        asked: AtomicUsize::new(0),
        stages: Mutex::default(),
    };
    assert!(renderer.pdf(&watch).unwrap() == pdf(&paper));
    assert_eq!(
        *watch.stages.lock().unwrap(),
        [Stage::Setting, Stage::Writing, Stage::Done]
    );
}
