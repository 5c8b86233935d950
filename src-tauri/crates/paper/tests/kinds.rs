//! Every kind of section of a decision report and of a service overview, from rows to a paper.

#![allow(clippy::unwrap_used)]

#[path = "kinds/book.rs"]
mod book;
#[path = "kinds/decision.rs"]
mod decision;
#[path = "kinds/overview.rs"]
mod overview;

use std::path::PathBuf;

use book::{Put, book};
use outturn_paper::compose::compose;
use outturn_paper::render::{Renderer, Unwatched};
use outturn_paper::tree::Paper;
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
    for (name, rows) in [("decision", decision::ROWS), ("overview", overview::ROWS)] {
        conforming(name, &paper(rows));
    }
}
