//! Every kind of section of a decision report and of a service overview, from rows to a paper.

#![allow(clippy::unwrap_used)]

#[path = "kinds/book.rs"]
mod book;
#[path = "kinds/charts.rs"]
mod charts;
#[path = "kinds/decision.rs"]
mod decision;
#[path = "kinds/overview.rs"]
mod overview;
#[path = "kinds/read.rs"]
mod read;

use std::path::PathBuf;

use book::{Put, book};
use outturn_paper::compose::compose;
use outturn_paper::render::{Renderer, Unwatched};
use outturn_paper::tree::{Draft, PageSize, Paper};
use outturn_words::Words;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

fn paper(rows: &[Put<'_>]) -> Paper {
    let book = book(rows);
    let report = book.reports.iter().next().unwrap();
    compose(&book, report, &Words::british(), None)
}

/// The paper as a PDF that was found to conform, left where a person can look at it.
fn conforming(name: &str, paper: &Paper) -> Vec<u8> {
    let mut renderer = Renderer::new();
    renderer.load(paper);
    let bytes = renderer.pdf(&Unwatched).unwrap();
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(path, &bytes).unwrap();
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(&bytes, &options).unwrap();
        let ambiguous = bytes.windows(11).any(|window| window == b"\r\nendstream");
        let mut failures = report.failures.iter();
        let failure = failures
            .find(|failure| !(ambiguous && failure.rule_id == "ISO 19005-2:2011:6.1.7.1:1"));
        assert!(failure.is_none(), "{profile}: {failure:#?}");
    }
    bytes
}

#[test]
fn every_kind_of_section_conforms() {
    for (name, rows) in [
        ("charts", charts::ROWS),
        ("decision", decision::ROWS),
        ("overview", overview::ROWS),
    ] {
        let mut paper = paper(rows);
        conforming(name, &paper);
        paper.draft = Some(Draft {
            title: "What is still open in this draft".into(),
            ..Draft::default()
        });
        conforming(&format!("{name}-draft"), &paper);
    }
}

/// What a reader meets, in order: a kind of block, then its words.
#[test]
fn a_decision_report_reads_as_its_form_and_one_run_of_paragraphs() {
    let paper = paper(decision::ROWS);
    let read = read::paper(&paper);
    assert_eq!(read, include_str!("kinds/decision.txt"), "{read}");
    assert!(paper.cover.unwrap().form);
    assert!(paper.contents.is_none());
    assert_eq!(
        paper.accent.map(|accent| accent.hex()).as_deref(),
        Some("#7a1f4b")
    );
}

#[test]
fn an_overview_reads_tile_by_tile_and_risk_by_risk() {
    let paper = paper(overview::ROWS);
    let read = read::paper(&paper);
    assert_eq!(read, include_str!("kinds/overview.txt"), "{read}");
    let turned: Vec<bool> = paper
        .sections
        .iter()
        .map(|section| section.landscape)
        .collect();
    assert_eq!(turned, [false, false, false, false, false, true, false]);
}

#[test]
fn pages_are_as_large_as_the_report_says_and_turn_where_a_section_does() {
    let mut large = paper(overview::ROWS);
    large.size = PageSize::A3;
    let mut renderer = Renderer::new();
    renderer.load(&large);
    let pages = renderer.pages(&Unwatched).unwrap();
    let of = |place: &str| {
        let (page, _) = pages.find(place).unwrap();
        let (width, height) = pages.size(page).unwrap();
        (width.round(), height.round())
    };
    assert_eq!(of("section/risks"), (842.0, 1191.0));
    assert_eq!(of("section/table"), (1191.0, 842.0));
    assert_eq!(of("section/last"), (842.0, 1191.0));
    conforming("overview-a3", &large);
}

#[test]
fn charts_follow_their_tables_and_words_stand_on_the_page_of_the_table_they_lead_to() {
    let paper = paper(charts::ROWS);
    let read = read::paper(&paper);
    let charts: Vec<&str> = read
        .lines()
        .filter(|line| line.starts_with("chart"))
        .collect();
    assert_eq!(
        charts,
        [
            "chart: Shares of the whole, Categories. 2007/08: Neglect 75%, Other 25%. 2008/09: Neglect 52%, Other 48%.",
            "chart: Bar chart of Variances. Variance: Fostering £178k, Transport −£130k.",
        ]
    );
    let turned: Vec<bool> = paper.sections.iter().map(|part| part.landscape).collect();
    assert_eq!(turned, [true, false]);
    let mut renderer = Renderer::new();
    renderer.load(&paper);
    let pages = renderer.pages(&Unwatched).unwrap();
    assert_eq!(pages.count(), 4, "no page is left empty");
}

#[test]
fn a_logo_stands_on_the_first_page_and_a_damaged_one_is_left_out() {
    let logo = |text: &str| {
        let mut rows = charts::ROWS.to_vec();
        let cells = [("council", "Westmere"), ("logo", text)];
        rows[0] = ("directorate", "directorate", &cells);
        paper(&rows).about.logo
    };
    let whole = logo(book::LOGO).unwrap();
    assert_eq!(whole.alternative, "Logo of Westmere");
    // The first letters say that it is a picture of that size; what follows is cut off.
    let damaged = &book::LOGO[..book::LOGO.len() / 8 * 4];
    assert_eq!(logo(damaged), None);
}

/// On a card the year's own column says it; a column that is the quarter itself stays empty.
#[test]
fn where_no_figure_is_due_the_paper_says_until_when() {
    for (frequency, period, card, table) in [
        (
            "annual",
            "2010-11-q2",
            "  Actual | Not due until Quarter 4",
            "  M | Not due until Quarter 4",
        ),
        ("annual", "2010-11-q4", "  Actual | ", "  M | "),
        (
            "half-yearly",
            "2010-11-q1",
            "  Actual | Not due until Quarter 2 | ",
            "  M | Not due until Quarter 2",
        ),
        (
            "termly",
            "2010-11-q1",
            "  Actual |  |  | ",
            "  M | Not due until Quarter 2",
        ),
        ("quarterly", "2010-11-q1", "  Actual |  |  |  | ", "  M | "),
    ] {
        let rows: &[Put<'_>] = &[
            (
                "report",
                "r",
                &[("period", period), ("title", "Report"), ("past_years", "0")],
            ),
            ("measure", "m", &[("name", "M"), ("frequency", frequency)]),
            ("section", "s", &[("report", "r"), ("kind", "cards")]),
            ("entry", "a", &[("section", "s"), ("measure", "m")]),
            (
                "section",
                "t",
                &[("report", "r"), ("kind", "measure-table")],
            ),
            ("column", "n", &[("section", "t"), ("shows", "name")]),
            ("column", "o", &[("section", "t"), ("shows", "outturn")]),
            ("entry", "b", &[("section", "t"), ("measure", "m")]),
        ];
        let read = read::paper(&paper(rows));
        for expected in [card, table] {
            let found = read.lines().any(|line| line == expected);
            assert!(found, "{frequency} {period}: {expected:?} in\n{read}");
        }
    }
}
