//! Counting tests: reads the closing lines of each runner that is used here.

use std::ops::AddAssign;

/// How many tests passed, failed, and were not run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed, ran out of time or could not be started.
    pub failed: u64,
    /// Tests that the runner left out.
    pub skipped: u64,
    /// Those of `passed` that failed at first, and passed when they were run again.
    pub unsteady: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.unsteady += other.unsteady;
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        for (count, word) in [
            (self.skipped, "skipped"),
            (self.unsteady, "passed only when run again"),
        ] {
            if count > 0 {
                write!(f, ", {count} {word}")?;
            }
        }
        Ok(())
    }
}

/// Reads `cargo nextest run`:
/// `Summary [ 1.2s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 2 skipped`.
/// `None` when there is no such line.
pub fn nextest(text: &str) -> Option<Tally> {
    let lines = plain(text);
    let counts = lines
        .lines()
        .filter(|line| line.trim_start().starts_with("Summary ["))
        .find_map(|line| line.split_once(" run: "))?
        .1;
    let mut tally = Tally::default();
    for part in without_brackets(counts).split(',') {
        let Some((count, word)) = number_and_word(part) else {
            continue;
        };
        match word {
            "passed" => tally.passed += count,
            "failed" | "timed out" | "exec failed" => tally.failed += count,
            "skipped" => tally.skipped += count,
            _ => {}
        }
    }
    Some(tally)
}

/// Reads `cargo test`, all of whose `test result: ok. 3 passed; 0 failed; 1 ignored; …` lines are
/// added up. `None` when there is none.
pub fn cargo_test(text: &str) -> Option<Tally> {
    let mut sum = None;
    for line in plain(text).lines() {
        let Some(counts) = line.trim_start().strip_prefix("test result: ") else {
            continue;
        };
        let tally = sum.get_or_insert_with(Tally::default);
        let counts = counts.split_once(". ").map_or(counts, |(_, rest)| rest);
        for (count, word) in counts.split(';').filter_map(number_and_word) {
            match word {
                "passed" => tally.passed += count,
                "failed" => tally.failed += count,
                "ignored" => tally.skipped += count,
                _ => {}
            }
        }
    }
    sum
}

/// Reads Vitest: `Tests  1 failed | 10 passed | 2 skipped (13)`. `None` when there is no such line.
pub fn vitest(text: &str) -> Option<Tally> {
    let lines = plain(text);
    let counts = lines
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("Tests  "))?;
    let mut tally = Tally::default();
    for (count, word) in without_brackets(counts)
        .split('|')
        .filter_map(number_and_word)
    {
        match word {
            "passed" => tally.passed += count,
            "failed" => tally.failed += count,
            "skipped" | "todo" => tally.skipped += count,
            _ => {}
        }
    }
    Some(tally)
}

/// Reads Node's test runner, whose report closes with lines such as `ℹ pass 3` or `# pass 3`.
/// `None` when they are not there.
pub fn node(text: &str) -> Option<Tally> {
    let mut tally = Tally::default();
    let mut seen = false;
    for line in plain(text).lines() {
        let Some(counts) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) else {
            continue;
        };
        let Some((word, count)) = counts.trim().split_once(' ') else {
            continue;
        };
        let Ok(count) = count.trim().parse::<u64>() else {
            continue;
        };
        match word {
            "pass" => {
                seen = true;
                tally.passed += count;
            }
            "fail" | "cancelled" => tally.failed += count,
            "skipped" | "todo" => tally.skipped += count,
            _ => {}
        }
    }
    seen.then_some(tally)
}

/// The files that hold a failure in a report of Node's test runner, which closes with a line such as
/// `test at tests/window/opens.test.mjs:12:1` for each.
pub fn node_failed_files(text: &str) -> Vec<String> {
    let places = |line: &str| {
        let place = line.strip_prefix("test at ")?;
        let (file, _) = place.split_once(".mjs:")?;
        Some(format!("{file}.mjs"))
    };
    each_once(plain(text).lines().filter_map(places))
}

/// The files that hold a failure in a report of Vitest, which has a line such as
/// ` FAIL  grid.test.ts > a block is pasted` for each.
pub fn vitest_failed_files(text: &str) -> Vec<String> {
    let places = |line: &str| {
        let place = line.trim_start().strip_prefix("FAIL ")?;
        place.split_whitespace().next().map(str::to_owned)
    };
    each_once(plain(text).lines().filter_map(places))
}

fn each_once(files: impl Iterator<Item = String>) -> Vec<String> {
    let mut each: Vec<String> = files.collect();
    each.sort();
    each.dedup();
    each
}

/// `" 3 timed out"` as 3 and `timed out`.
fn number_and_word(part: &str) -> Option<(u64, &str)> {
    let (number, word) = part.trim().split_once(' ')?;
    Some((number.parse().ok()?, word.trim()))
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(character),
            _ => {}
        }
    }
    out
}

/// The text without the escape sequences that colour it.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\u{1b}' {
            out.push(character);
            continue;
        }
        if characters.next() == Some('[') {
            // Parameters follow, and one letter ends the sequence.
            for following in characters.by_ref() {
                if ('\u{40}'..='\u{7e}').contains(&following) {
                    break;
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(passed: u64, failed: u64, skipped: u64) -> Option<Tally> {
        Some(Tally {
            passed,
            failed,
            skipped,
            unsteady: 0,
        })
    }

    #[test]
    fn nextest_counts_are_read() {
        for (text, tally) in [
            (
                "     Summary [   0.021s] 3 tests run: 3 passed, 0 skipped\n",
                counted(3, 0, 0),
            ),
            (
                "────────────\n     Summary [  61.9s] 12 tests run: 8 passed (2 slow, 1 flaky), 2 failed, \
                 1 timed out, 1 exec failed, 4 skipped\n        FAIL [   0.004s] a::b c\n",
                counted(8, 4, 4),
            ),
            (
                "     Summary [   0.002s] 1 test run: 0 passed, 1 failed, 0 skipped\n",
                counted(0, 1, 0),
            ),
            (
                "\u{1b}[32;1m     Summary\u{1b}[0m [   0.021s] \u{1b}[1m2\u{1b}[0m tests run: \
                 \u{1b}[1m2\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, \u{1b}[1m0\u{1b}[0m skipped\n",
                counted(2, 0, 0),
            ),
            // With a stop at the first failure, the tests not reached stand in the first number.
            (
                "     Summary [ 0.1s] 2/9 tests run: 1 passed, 1 failed, 0 skipped\n",
                counted(1, 1, 0),
            ),
            ("error: could not compile `outturn-model`\n", None),
        ] {
            assert_eq!(nextest(text), tally, "{text}");
        }
    }

    #[test]
    fn cargo_counts_are_added_up() {
        let text = "running 2 tests\ntest a ... ok\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\n\
            test result: FAILED. 1 passed; 3 failed; 1 ignored; 0 measured; 5 filtered out; finished in 0.10s\n";
        assert_eq!(cargo_test(text), counted(3, 3, 1));
        assert_eq!(cargo_test("error[E0432]: unresolved import\n"), None);
    }

    #[test]
    fn vitest_counts_are_read() {
        for (text, tally) in [
            (
                " Test Files  2 passed (2)\n      Tests  14 passed (14)\n",
                counted(14, 0, 0),
            ),
            (
                " Test Files  1 failed | 1 passed (2)\n      Tests  3 failed | 10 passed | 1 skipped | 2 todo (16)\n",
                counted(10, 3, 3),
            ),
            ("      Tests  no tests\n", counted(0, 0, 0)),
            (
                "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m2 passed\u{1b}[39m\u{1b}[22m (2)\n",
                counted(2, 0, 0),
            ),
            ("Error: Cannot find module\n", None),
        ] {
            assert_eq!(vitest(text), tally, "{text}");
        }
    }

    #[test]
    fn node_counts_are_read() {
        let spec = "✔ opens (3ms)\nℹ tests 6\nℹ suites 0\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\nℹ duration_ms 50.1\n";
        assert_eq!(node(spec), counted(3, 2, 1));
        let tap = "ok 1 - opens\n1..1\n# tests 1\n# suites 0\n# pass 1\n# fail 0\n# cancelled 0\n# skipped 0\n# todo 0\n";
        assert_eq!(node(tap), counted(1, 0, 0));
        assert_eq!(node("SyntaxError: Unexpected token\n"), None);
    }

    #[test]
    fn files_with_a_failure_are_found_once_each() {
        let spec = "✖ opens (3ms)\n\n✖ failing tests:\n\ntest at tests/window/opens.test.mjs:12:1\n\
            ✖ opens (3ms)\n\ntest at tests/browser/job.test.mjs:5:3\n\n\
            test at tests/window/opens.test.mjs:40:1\n";
        assert_eq!(
            node_failed_files(spec),
            ["tests/browser/job.test.mjs", "tests/window/opens.test.mjs"]
        );
        assert!(node_failed_files("✔ opens (3ms)\n").is_empty());

        let report = " ✓ looks.test.ts (9 tests) 8ms\n\u{1b}[31m FAIL \u{1b}[39m grid.test.ts > a block\n\
            AssertionError: x\n FAIL  grid.test.ts > a cell\n";
        assert_eq!(vitest_failed_files(report), ["grid.test.ts"]);
        assert!(vitest_failed_files(" ✓ grid.test.ts (9 tests) 8ms\n").is_empty());
    }

    #[test]
    fn a_tally_is_written_as_the_closing_line() {
        let mut sum = Tally {
            passed: 2,
            ..Tally::default()
        };
        assert_eq!(sum.to_string(), "2 passed, 0 failed");
        sum += Tally {
            passed: 1,
            failed: 1,
            skipped: 3,
            unsteady: 1,
        };
        assert_eq!(
            sum.to_string(),
            "3 passed, 1 failed, 3 skipped, 1 passed only when run again"
        );
    }
}
