//! The steps of `cargo xtask test`: what each runs, and what it needs to have run before.

use crate::{
    again, codegen, install, needs, process,
    project::{Project, SHIPPED_WINDOW},
    tally::{self, Tally},
    tools, ui,
};

/// What a step came to.
pub enum Outcome {
    /// It held; it counts no tests.
    Held,
    /// It did not hold; it counts no tests.
    Broke(String),
    /// Tests were run.
    Counted(Tally),
    /// It could not be done on this machine, and nothing depends on it.
    Left(String),
}

/// One step.
pub struct Step {
    /// The name, as `--only` takes it.
    pub name: &'static str,
    /// What it does, as `--list` prints it.
    pub what: &'static str,
    /// The steps without which this one makes no sense; all stand earlier in the list.
    pub after: &'static [&'static str],
    /// Does it.
    pub act: fn(&Project) -> Result<Outcome, String>,
}

/// All steps, in the order in which they run: what is quick to fail first.
pub const STEPS: &[Step] = &[
    Step {
        name: "packages",
        what: "install what is missing (Debian and Ubuntu) or name it (elsewhere)",
        after: &[],
        act: |project| {
            install::packages(true)?;
            ui::packages(project)?;
            Ok(Outcome::Held)
        },
    },
    Step {
        name: "format",
        what: "the Rust code is formatted (rustfmt)",
        after: &[],
        act: |project| cargo(project, &["fmt", "--all", "--check"]),
    },
    Step {
        name: "ui-lint",
        what: "the TypeScript is formatted, free of lint and of type errors (Biome, tsc)",
        after: &["packages"],
        act: ui_lint,
    },
    Step {
        name: "ui-build",
        what: "the screens build (Vite)",
        after: &["packages"],
        act: |project| held(&mut ui::script(project, "build")),
    },
    Step {
        name: "ui-unit",
        what: "unit tests of the screens (Vitest)",
        after: &["packages"],
        act: |project| counted(&mut ui::script(project, "test"), tally::vitest),
    },
    Step {
        name: "ui-parts",
        what: "the parts of the screens, each by itself in Chromium (Vitest)",
        after: &["packages"],
        act: ui_parts,
    },
    Step {
        name: "build",
        what: "everything in Rust builds, tests included",
        after: &["packages", "ui-build"],
        act: |project| {
            cargo(
                project,
                &[
                    "build",
                    "--workspace",
                    "--all-targets",
                    "--features",
                    SHIPPED_WINDOW,
                ],
            )
        },
    },
    Step {
        name: "rust",
        what: "unit and integration tests in Rust",
        after: &["build"],
        act: rust,
    },
    Step {
        name: "rust-docs",
        what: "the examples in doc comments",
        after: &["build"],
        act: |project| {
            let arguments = [
                "test",
                "--doc",
                "--workspace",
                "--features",
                SHIPPED_WINDOW,
                "--no-fail-fast",
            ];
            counted(
                &mut process::cargo(arguments, &project.root),
                tally::cargo_test,
            )
        },
    },
    Step {
        name: "generated",
        what: "ui/src/generated is what the wire types say",
        after: &["build"],
        act: |project| match codegen::is_current(project)? {
            true => Ok(Outcome::Held),
            false => Ok(Outcome::Broke("out of date".to_owned())),
        },
    },
    Step {
        name: "clippy",
        what: "the Rust code is free of lint (Clippy)",
        after: &["packages", "ui-build"],
        act: |project| {
            let arguments = [
                "clippy",
                "--workspace",
                "--all-targets",
                "--features",
                SHIPPED_WINDOW,
            ];
            cargo(
                project,
                &[&arguments[..], &["--", "--deny", "warnings"]].concat(),
            )
        },
    },
    Step {
        name: "browser",
        what: "the screens in Chromium, over the dev host",
        after: &["build"],
        act: |project| node_tests(project, &["tests/browser"]),
    },
    Step {
        name: "window",
        what: "the program in its real window, through WebDriver",
        after: &["build"],
        act: |project| match needs::can_drive_window(needs::System::here()) {
            true => node_tests(project, &["tests/harness", "tests/window"]),
            false => Ok(Outcome::Left(
                "this system's web view has no WebDriver".to_owned(),
            )),
        },
    },
    Step {
        name: "licences",
        what: "every dependency is one that deny.toml lets in (cargo-deny)",
        after: &[],
        act: |project| {
            let checks = ["bans", "licenses", "sources"];
            tool(
                project,
                tools::DENY,
                &[&["--workspace", "--locked", "check"], &checks[..]].concat(),
            )
        },
    },
    Step {
        name: "advisories",
        what: "no dependency has a known weakness (cargo-deny, where its database is at hand)",
        after: &[],
        act: |project| match tools::has_advisories() {
            true => tool(
                project,
                tools::DENY,
                &["--workspace", "--offline", "check", "advisories"],
            ),
            false => Ok(Outcome::Left(
                "no database here: `cargo deny fetch db` brings it".to_owned(),
            )),
        },
    },
    Step {
        name: "unused",
        what: "no dependency is unused (cargo-machete)",
        after: &[],
        act: |project| tool(project, tools::MACHETE, &["--with-metadata", "."]),
    },
];

/// The time after which a browser or window test has failed: ten minutes, in milliseconds.
const TEST_LIMIT: &str = "--test-timeout=600000";

fn ui_lint(project: &Project) -> Result<Outcome, String> {
    let mut sentences = Vec::new();
    if !process::shown(&mut ui::script(project, "lint"))? {
        sentences.push("ui");
    }
    let biome = ui::installed(project, "biome");
    let arguments = ["check", "--error-on-warnings", "."];
    if !process::shown(&mut process::command(
        biome,
        arguments,
        &project.root.join("tests"),
    ))? {
        sentences.push("tests");
    }
    Ok(match sentences.is_empty() {
        true => Outcome::Held,
        false => Outcome::Broke(format!("in {}", sentences.join(" and "))),
    })
}

/// All tests but those that write the wire types, which the step `generated` runs.
fn rust(project: &Project) -> Result<Outcome, String> {
    let selection = [
        "--workspace",
        "--features",
        SHIPPED_WINDOW,
        "--no-fail-fast",
    ];
    if process::found("cargo-nextest").is_some() {
        let filter = format!("not test({})", codegen::EXPORTS);
        let words = [
            &["nextest", "run"],
            &selection[..],
            &["--filterset", &filter],
        ]
        .concat();
        return counted(&mut process::cargo(words, &project.root), tally::nextest);
    }
    let without = ["--", "--skip", codegen::EXPORTS];
    let words = [&["test", "--all-targets"], &selection[..], &without].concat();
    counted(&mut process::cargo(words, &project.root), tally::cargo_test)
}

/// Runs the tests of some folders with Node's test runner, one file after the other: each starts
/// programs that use the whole machine.
fn node_tests(project: &Project, folders: &[&str]) -> Result<Outcome, String> {
    let mut files = Vec::new();
    for folder in folders {
        let found = test_files(project, folder)?;
        if found.is_empty() {
            return Err(format!("{folder} has no file named *.test.mjs."));
        }
        files.extend(found);
    }
    let run = |files: &[String]| {
        let options = [
            "--test",
            "--test-reporter=spec",
            "--test-concurrency=1",
            TEST_LIMIT,
        ];
        let arguments = options.into_iter().chain(files.iter().map(String::as_str));
        let mut command = process::command("node", arguments, &project.root);
        command
            .env("OUTTURN_PROGRAMS", project.programs())
            .env("OUTTURN_PICTURES", &project.pictures);
        reported(&mut command, tally::node)
    };
    again::twice(&files, run, tally::node_failed_files).map(outcome)
}

/// Runs the tests of the parts, all of which share one Chromium and one page.
fn ui_parts(project: &Project) -> Result<Outcome, String> {
    let run = |files: &[String]| {
        let mut command = ui::script(project, "test:parts");
        command.arg("--").args(files);
        reported(&mut command, tally::vitest)
    };
    again::twice(&[], run, tally::vitest_failed_files).map(outcome)
}

fn test_files(project: &Project, folder: &str) -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir(project.root.join(folder))
        .map_err(|error| format!("{folder} could not be read: {error}."))?;
    let names = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let tests = names.filter(|name| name.ends_with(".test.mjs"));
    let mut files: Vec<String> = tests.map(|name| format!("{folder}/{name}")).collect();
    files.sort();
    Ok(files)
}

fn cargo(project: &Project, arguments: &[&str]) -> Result<Outcome, String> {
    held(&mut process::cargo(arguments, &project.root))
}

/// Runs a tool on the dependencies. That it cannot be had says nothing about the program, and so
/// is no failure.
fn tool(project: &Project, tool: tools::Tool, arguments: &[&str]) -> Result<Outcome, String> {
    match tools::at_hand(project, tool) {
        Ok(program) => held(&mut process::command(program, arguments, &project.root)),
        Err(sentence) => Ok(Outcome::Left(sentence)),
    }
}

fn held(command: &mut std::process::Command) -> Result<Outcome, String> {
    Ok(match process::shown(command)? {
        true => Outcome::Held,
        false => Outcome::Broke(String::new()),
    })
}

fn counted(
    command: &mut std::process::Command,
    read: fn(&str) -> Option<Tally>,
) -> Result<Outcome, String> {
    Ok(outcome(reported(command, read)?.map(|report| report.tally)))
}

fn outcome(tally: Option<Tally>) -> Outcome {
    tally.map_or_else(
        || Outcome::Broke("no test was run".to_owned()),
        Outcome::Counted,
    )
}

/// What a run of tests came to.
pub struct Report {
    /// Its counts.
    pub tally: Tally,
    /// All that the runner printed.
    pub text: String,
}

/// Runs tests and reads their number; `None` when there is none to read. A runner that failed
/// without a failed test counts as one, so that the number never looks better than the exit code.
fn reported(
    command: &mut std::process::Command,
    read: fn(&str) -> Option<Tally>,
) -> Result<Option<Report>, String> {
    let process::Heard { text, success } = process::heard(command)?;
    Ok(read(&text).map(|mut tally| {
        if !success && tally.failed == 0 {
            tally.failed = 1;
        }
        Report { tally, text }
    }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_step_comes_after_those_it_needs() {
        for (at, step) in STEPS.iter().enumerate() {
            for earlier in step.after {
                let place = STEPS.iter().position(|other| other.name == *earlier);
                assert!(
                    place.is_some_and(|place| place < at),
                    "{} after {earlier}",
                    step.name
                );
            }
        }
    }

    #[test]
    fn a_runner_that_fails_counts_at_least_one_failure() {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let here = std::path::Path::new(".");
        let run =
            |argument: &str, read| counted(&mut process::command(&cargo, [argument], here), read);

        let all_passed: fn(&str) -> Option<Tally> = |_| {
            Some(Tally {
                passed: 2,
                ..Tally::default()
            })
        };
        let Outcome::Counted(failed) = run("no-such-word", all_passed).unwrap() else {
            panic!()
        };
        assert_eq!(
            failed,
            Tally {
                passed: 2,
                failed: 1,
                ..Tally::default()
            }
        );
        let Outcome::Counted(passed) = run("--version", all_passed).unwrap() else {
            panic!()
        };
        assert_eq!(passed.failed, 0);
        assert!(
            matches!(run("--version", |_| None).unwrap(), Outcome::Broke(_)),
            "no test is no pass"
        );
    }
}
