//! Measures a report of sixty cards: the cold setting, the export, and the preview after an edit.
//!
//! With a folder as its argument it also writes the PDF and the files that a bare typesetter needs
//! to set the same pages.

#![allow(clippy::unwrap_used)]

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::path::PathBuf;
use std::time::Instant;

use outturn_paper::render::{Renderer, Unwatched};
use outturn_paper::tree::{BlockKind, Inline, Paper};

fn main() {
    let mut paper = sample::cards::report(60);
    let mut renderer = Renderer::new();

    let start = Instant::now();
    renderer.load(&paper);
    let load = start.elapsed();
    let start = Instant::now();
    let pages = renderer.pages(&Unwatched).unwrap();
    let cold = start.elapsed();
    println!(
        "load {load:?}, cold setting of {} pages {cold:?}",
        pages.count()
    );

    let start = Instant::now();
    let pdf = renderer.pdf(&Unwatched).unwrap();
    println!(
        "export of a set paper {:?}, {} bytes",
        start.elapsed(),
        pdf.len()
    );

    let mut ratios = Vec::new();
    for (nth, card) in [30, 3, 59, 30, 30].into_iter().enumerate() {
        edit(&mut paper, card, nth);
        let start = Instant::now();
        renderer.load(&paper);
        let pages = renderer
            .pages_around(&format!("card-{card}"), &Unwatched)
            .unwrap();
        let (index, _) = pages.find(&format!("card-{card}")).unwrap();
        let svg = pages.svg(index).unwrap();
        let quick = start.elapsed();
        let start = Instant::now();
        renderer.pages(&Unwatched).unwrap();
        let whole = start.elapsed();
        let ratio = |time: std::time::Duration| time.as_secs_f64() / cold.as_secs_f64();
        println!(
            "edit of card {card}: page of {} bytes in {quick:?} ({:.2} of cold); whole again {whole:?} ({:.2})",
            svg.len(),
            ratio(quick),
            ratio(whole),
        );
        ratios.push(ratio(quick));
    }
    println!(
        "worst preview ratio {:.2}",
        ratios.into_iter().fold(0.0, f64::max)
    );

    if let Some(folder) = std::env::args().nth(1).map(PathBuf::from) {
        for (path, bytes) in renderer.sources() {
            let path = folder.join(path.trim_start_matches('/'));
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        std::fs::write(folder.join("paper.pdf"), pdf).unwrap();
    }
}

/// Adds a few words to a card's commentary.
fn edit(paper: &mut Paper, card: usize, nth: usize) {
    let block = &mut paper.sections[0].blocks[card + 1];
    let BlockKind::Card(card) = &mut block.kind else {
        return;
    };
    let BlockKind::Paragraph(paragraph) = &mut card.parts[0].blocks[0].kind else {
        return;
    };
    paragraph.text.push(Inline::text(format!(" Edit {nth}.")));
}
