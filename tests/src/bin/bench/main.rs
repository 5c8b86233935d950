//! Measures what people wait for, each against the least that the same work could take, in one run
//! on one machine: so the ratios can be compared between machines, and the times need not be.
//!
//! `cargo xtask bench` builds and runs it. It ends with 0 whatever it measures: a busy machine is no
//! defect.

mod bare;
mod commit;
mod copies;
mod opening;
mod paper;
mod search;

use std::path::Path;
use std::time::{Duration, Instant};

use outturn_rules::check::check;
use outturn_tests::reports;

/// One comparison.
struct Measured {
    /// What is measured.
    what: &'static str,
    /// What it is measured against.
    against: &'static str,
    /// The medians of both.
    times: [Duration; 2],
    /// The ratio is to be no more than this.
    aim: f64,
}

/// Measures in a folder for its files, or says in one sentence why it cannot.
type Measure = fn(&Path) -> Result<Measured, String>;

fn main() {
    let folder = match tempfile::tempdir() {
        Ok(folder) => folder,
        Err(error) => return eprintln!("No folder can be made for the files: {error}."),
    };
    let measures: [Measure; 7] = [
        paper::export,
        paper::preview,
        commit::edit,
        copies::bring_in,
        opening::opening,
        |_| Ok(checks()),
        |_| search::search(),
    ];
    let mut measured = Vec::new();
    for measure in measures {
        match measure(folder.path()) {
            Ok(found) => measured.push(found),
            Err(sentence) => eprintln!("{sentence}"),
        }
    }
    print(&measured);
}

/// Checking a thousand cards against checking a hundred.
fn checks() -> Measured {
    let [large, small] = [1_000, 100].map(reports::cards);
    let time = |book: &outturn_model::Book| {
        let began = Instant::now();
        let findings = book
            .reports
            .iter()
            .map(|report| check(book, report).len())
            .sum::<usize>();
        std::hint::black_box(findings);
        began.elapsed()
    };
    Measured {
        what: "checking 1,000 cards",
        against: "checking 100 cards",
        times: alternately(21, || (time(&large), time(&small))),
        aim: 12.0,
    }
}

/// The medians of two times that are taken in turn, so that whatever else the machine does falls on
/// both. A first round that fills the caches is not counted.
fn alternately(rounds: usize, mut round: impl FnMut() -> (Duration, Duration)) -> [Duration; 2] {
    round();
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let (one, other) = round();
        first.push(one);
        second.push(other);
    }
    [median(first), median(second)]
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn print(measured: &[Measured]) {
    println!(
        "{:<38} {:<38} {:>10} {:>10} {:>7} {:>6}",
        "measured", "against", "median", "median", "ratio", "aim"
    );
    for Measured {
        what,
        against,
        times: [one, other],
        aim,
    } in measured
    {
        let ratio = one.as_secs_f64() / other.as_secs_f64();
        let verdict = if ratio <= *aim { "met" } else { "not met" };
        println!(
            "{what:<38} {against:<38} {:>10} {:>10} {ratio:>7.3} {aim:>6}  {verdict}",
            clock(*one),
            clock(*other)
        );
    }
}

fn clock(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1_000.0)
}
