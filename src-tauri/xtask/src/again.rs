//! Tests that drive a browser or a window: the files with a failure are run a second time.
//!
//! Such a test can lose a race with the machine that it shares. One that fails twice has failed. One
//! that fails only the first time is counted apart, and the report says which it was, so that it is
//! mended and not overlooked.

use crate::{steps::Report, tally::Tally};

/// The most failures that are taken for races. More than these have one cause, which a second run
/// does not change.
const FEW: u64 = 3;

/// Runs test files by `run`, which runs all there are when it is given none; then once more those in
/// which `failed_files` finds one of few failures. `None` when nothing was counted.
///
/// # Errors
/// What `run` says.
pub fn twice(
    files: &[String],
    run: impl Fn(&[String]) -> Result<Option<Report>, String>,
    failed_files: fn(&str) -> Vec<String>,
) -> Result<Option<Tally>, String> {
    let Some(first) = run(files)? else {
        return Ok(None);
    };
    let failed = failed_files(&first.text);
    if !(1..=FEW).contains(&first.tally.failed) || failed.is_empty() {
        return Ok(Some(first.tally));
    }
    println!("\n── run again: {}", failed.join(", "));
    let second = run(&failed)?.map_or(first.tally, |report| report.tally);
    Ok(Some(both(first.tally, second)))
}

/// The counts of all tests when those of the second run replace what failed in the first.
fn both(first: Tally, second: Tally) -> Tally {
    let run = first.passed + first.failed;
    Tally {
        passed: run.saturating_sub(second.failed),
        failed: second.failed,
        skipped: first.skipped,
        unsteady: first.failed.saturating_sub(second.failed),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::cell::RefCell;

    use super::*;

    fn tally(passed: u64, failed: u64, unsteady: u64) -> Tally {
        Tally {
            passed,
            failed,
            skipped: 1,
            unsteady,
        }
    }

    /// What comes of runs with these counts of passed and failed tests, and which files were run.
    fn counted(runs: &[(u64, u64)], broken: &str) -> (Option<Tally>, Vec<Vec<String>>) {
        let asked = RefCell::new(Vec::<Vec<String>>::new());
        let run = |files: &[String]| {
            let at = asked.borrow().len();
            asked.borrow_mut().push(files.to_vec());
            Ok(runs.get(at).map(|&(passed, failed)| Report {
                tally: tally(passed, failed, 0),
                text: broken.to_owned(),
            }))
        };
        let lines = |text: &str| text.lines().map(str::to_owned).collect();
        let sum = twice(&["a".to_owned(), "b".to_owned()], run, lines).unwrap();
        (sum, asked.into_inner())
    }

    #[test]
    fn only_the_files_with_a_failure_are_run_again_and_what_then_passes_is_unsteady() {
        let (sum, asked) = counted(&[(9, 1), (4, 0)], "b");
        assert_eq!(sum, Some(tally(10, 0, 1)));
        assert_eq!(asked, [vec!["a", "b"], vec!["b"]]);
    }

    #[test]
    fn what_fails_twice_has_failed() {
        assert_eq!(counted(&[(9, 1), (3, 1)], "b").0, Some(tally(9, 1, 0)));
        assert_eq!(counted(&[(9, 2), (3, 1)], "b").0, Some(tally(10, 1, 1)));
        // Another failure is one as well, and so is a second run that counts nothing.
        assert_eq!(counted(&[(9, 1), (2, 2)], "b").0, Some(tally(8, 2, 0)));
        assert_eq!(counted(&[(9, 1)], "b").0, Some(tally(9, 1, 0)));
    }

    #[test]
    fn what_passed_or_failed_in_numbers_or_nowhere_is_not_run_again() {
        for (runs, broken) in [((10, 0), ""), ((6, 4), "b"), ((9, 1), "")] {
            let (sum, asked) = counted(&[runs], broken);
            assert_eq!(sum, Some(tally(runs.0, runs.1, 0)));
            assert_eq!(asked.len(), 1);
        }
        assert_eq!(counted(&[], "").0, None);
    }
}
