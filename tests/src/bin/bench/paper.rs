//! The paper: its export, and the preview of what is being edited.

use std::path::Path;
use std::time::Instant;

use outturn_api::batch::Batch;
use outturn_api::export::Export;
use outturn_api::opening;
use outturn_api::refusal::Stop;
use outturn_api::session::Session;
use outturn_api::wire::Change;
use outturn_paper::compose::compose;
use outturn_paper::render::{Renderer, Unwatched};
use outturn_sign::SecretKey;
use outturn_tests::approval::let_through;
use outturn_tests::outside::Rehearsal;
use outturn_tests::reports::{self, REPORT};
use outturn_words::Words;

use crate::bare::Bare;
use crate::{Measured, alternately};

const CARDS: usize = 60;

/// The export of sixty cards as a person asks for it (checks, composition, setting, writing, the
/// file on the disk) against Typst by itself on the same pages. Both begin with nothing remembered.
///
/// # Errors
/// What could not be made.
pub fn export(folder: &Path) -> Result<Measured, String> {
    let file = folder.join("export.outturn");
    let mut outside = Rehearsal::new(folder);
    let words = Words::british();
    let book = reports::cards(CARDS);
    drop(opening::create(&file, &book, &outside).map_err(said)?);
    let_through(&Batch::default(), &file, None, &mut outside)?;
    let key = SecretKey::from_bytes([1; 32]);
    let bare = bare(&book, &words)?;
    let paper = folder.join("paper.pdf");
    let how = Export {
        path: &paper,
        draft: false,
        overwrite: true,
    };
    let mut failed = None;
    let times = alternately(9, || {
        let mut session = match opening::open(&file, true, None, &outside) {
            Ok(session) => session,
            Err(stop) => {
                failed = Some(said(stop));
                return Default::default();
            }
        };
        session.sit("clerk");
        comemo::evict(0);
        let began = Instant::now();
        let ours = session.export(REPORT, &how, Ok(&key), &outside, &words, &Unwatched);
        let ours_took = began.elapsed();
        comemo::evict(0);
        let began = Instant::now();
        let theirs = bare.pdf();
        let theirs_took = began.elapsed();
        if let Some(why) = ours.err().map(said).or(theirs.err()) {
            failed = Some(why);
        }
        (ours_took, theirs_took)
    });
    let what = "export of 60 cards";
    finished(what, "Typst alone, the same pages", times, 1.3, failed)
}

/// One edit of a card and the preview of its page, drawn, against setting the whole paper with
/// nothing remembered.
///
/// # Errors
/// What could not be made.
pub fn preview(folder: &Path) -> Result<Measured, String> {
    let file = folder.join("preview.outturn");
    let mut outside = Rehearsal::new(folder);
    let words = Words::british();
    drop(opening::create(&file, &reports::cards(CARDS), &outside).map_err(said)?);
    let (mut number, mut failed) = (0, None);
    let times = alternately(9, || {
        comemo::evict(0);
        let mut session = match opening::open(&file, false, None, &outside) {
            Ok(session) => session,
            Err(stop) => {
                failed = Some(said(stop));
                return Default::default();
            }
        };
        let began = Instant::now();
        let cold = session.preview(REPORT, None, &words, &Unwatched);
        let cold_took = began.elapsed();
        number += 1;
        let began = Instant::now();
        let quick = edit_and_look(&mut session, number, &mut outside, &words);
        let quick_took = began.elapsed();
        if let Some(stop) = cold.err().or(quick.err()) {
            failed = Some(said(stop));
        }
        (quick_took, cold_took)
    });
    let what = "preview after an edit, 60 cards";
    finished(what, "the whole paper, set cold", times, 0.25, failed)
}

/// Changes a card's commentary, each time of another card, and draws the page it is on.
fn edit_and_look(
    session: &mut Session,
    number: usize,
    outside: &mut Rehearsal,
    words: &Words,
) -> Result<String, Stop> {
    let card = reports::card_id(number * 7 % CARDS);
    let change = Change::Set {
        place: format!("entry/{card}#commentary"),
        text: format!(
            "Edit {number}: fewer families waited for a first visit than in the quarter before."
        ),
    };
    session.edit(&[change], false, outside, words)?;
    let preview = session.preview(REPORT, Some(&card), words, &Unwatched)?;
    session.page(preview.stamp, preview.at)
}

fn bare(book: &outturn_model::Book, words: &Words) -> Result<Bare, String> {
    let report = book
        .reports
        .iter()
        .next()
        .ok_or("The book has no report.")?;
    let mut renderer = Renderer::new();
    renderer.load(&compose(book, report, words, None));
    Bare::new(renderer.sources())
}

fn finished(
    what: &'static str,
    against: &'static str,
    times: [std::time::Duration; 2],
    aim: f64,
    failed: Option<String>,
) -> Result<Measured, String> {
    match failed {
        None => Ok(Measured {
            what,
            against,
            times,
            aim,
        }),
        Some(why) => Err(format!("{what}: {why}")),
    }
}

fn said(stop: Stop) -> String {
    stop.refusal(&Words::british()).sentence
}
