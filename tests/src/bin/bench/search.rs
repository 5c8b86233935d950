//! Searching the reports of five years against searching the first of them.

use std::hint::black_box;
use std::time::Instant;

use outturn_model::{Book, Edit, Period};
use outturn_rules::roll::roll;
use outturn_rules::search::Texts;
use outturn_tests::reports;

use crate::{Measured, alternately};

/// How many reports a file of five years holds.
pub const REPORTS: usize = 20;

/// Searching twenty reports of sixty cards against searching one.
pub fn search() -> Result<Measured, String> {
    let one = reports::cards(60);
    let twenty = rolled(&one, REPORTS - 1)?;
    let [twenty, one] = [twenty, one].map(|book| Texts::of(&book));
    let time = |texts: &Texts| {
        let began = Instant::now();
        for words in ["assess", "posts in the ass", "nothing of the kind"] {
            black_box(texts.search(words, 20));
        }
        began.elapsed()
    };
    Ok(Measured {
        what: "searching 20 reports of 60 cards",
        against: "searching 1 report of 60 cards",
        times: alternately(21, || (time(&twenty), time(&one))),
        aim: 30.0,
    })
}

/// A book whose latest report is rolled forward this many times.
///
/// # Errors
/// If it cannot be rolled forward.
pub fn rolled(book: &Book, times: usize) -> Result<Book, String> {
    let mut book = book.clone();
    for _ in 0..times {
        let report = book.reports.iter().max_by_key(|report| report.period);
        let report = report.ok_or("There is no report to roll forward.")?;
        let next: Period = report.period.next();
        let rolled = roll(&book, report, next).map_err(|_| "It cannot be rolled forward.")?;
        let rows = rolled.edits.into_iter().filter_map(|edit| match edit {
            Edit::Insert { entity, row } => Some((entity, row.id.clone(), Some(row))),
            Edit::Set { .. } | Edit::Remove { .. } => None,
        });
        let rows: Vec<_> = rows.collect();
        book.update(&rows).map_err(|_| "A row does not fit.")?;
    }
    Ok(book)
}
