//! `cargo xtask test`: runs the steps, and closes with a table and one line that counts.

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use crate::{
    Ending, pictures,
    project::Project,
    steps::{Outcome, STEPS, Step},
    tally::Tally,
};

/// Runs all steps, or those that `--only` names with what they need.
///
/// # Errors
/// Which argument or step is not known.
pub fn test(project: &Project, arguments: &[String]) -> Ending {
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => Ok(run(project, STEPS.iter().collect())),
        ["--list"] => {
            for step in STEPS {
                println!("{:<10} {}", step.name, step.what);
            }
            Ok(ExitCode::SUCCESS)
        }
        ["--only", names] => only(project, names),
        _ => Err("`cargo xtask test` takes `--only STEP[,STEP]` or `--list`.".to_owned()),
    }
}

/// Runs the steps that are named, with commas between them, and what they need.
///
/// # Errors
/// Which step is not known.
pub fn only(project: &Project, names: &str) -> Ending {
    Ok(run(project, chosen(names)?))
}

/// The named steps and those they need, in the order of the list.
fn chosen(names: &str) -> Result<Vec<&'static Step>, String> {
    let mut open: Vec<&str> = names.split(',').filter(|name| !name.is_empty()).collect();
    let mut wanted: Vec<&str> = Vec::new();
    while let Some(name) = open.pop() {
        let Some(step) = STEPS.iter().find(|step| step.name == name) else {
            return Err(format!(
                "There is no step `{name}`: see `cargo xtask test --list`."
            ));
        };
        if !wanted.contains(&name) {
            wanted.push(name);
            open.extend(step.after);
        }
    }
    Ok(STEPS
        .iter()
        .filter(|step| wanted.contains(&step.name))
        .collect())
}

/// One line of the closing table.
struct Line {
    step: &'static Step,
    result: Fate,
    time: Duration,
}

/// What became of a step.
enum Fate {
    Ended(Outcome),
    /// One sentence: it could not be carried out.
    Stopped(String),
    /// The step that had to hold first and did not.
    NotReached(&'static str),
}

fn run(project: &Project, steps: Vec<&'static Step>) -> ExitCode {
    let began = Instant::now();
    let mut lines: Vec<Line> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        println!(
            "\n── {}/{} {}: {}",
            at + 1,
            steps.len(),
            step.name,
            step.what
        );
        let start = Instant::now();
        let result = match in_the_way(step, &lines) {
            Some(earlier) => Fate::NotReached(earlier),
            None => match (step.act)(project) {
                Ok(outcome) => Fate::Ended(outcome),
                Err(sentence) => Fate::Stopped(sentence),
            },
        };
        let line = Line {
            step,
            result,
            time: start.elapsed(),
        };
        if let Fate::Stopped(sentence) = &line.result {
            println!("{sentence}");
        }
        println!(
            "── {}: {} ({})",
            step.name,
            described(&line.result),
            clock(line.time)
        );
        lines.push(line);
    }

    println!("\nin all {}", clock(began.elapsed()));
    for line in &lines {
        let (name, time) = (line.step.name, clock(line.time));
        println!("  {name:<10} {time:>6}  {}", described(&line.result));
    }
    let pictures = pictures::taken(&project.pictures).len();
    if pictures > 0 {
        println!("{pictures} pictures in {}", project.pictures.display());
    }
    let sum = sum(&lines);
    println!("\n{sum}");
    if sum.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The step among those that ran which `step` needs and which did not do its work. Failed tests
/// are no reason to leave the rest out; nor is a step that was not asked for.
fn in_the_way(step: &Step, lines: &[Line]) -> Option<&'static str> {
    let needed = lines
        .iter()
        .filter(|line| step.after.contains(&line.step.name));
    needed
        .map(|line| (line.step.name, &line.result))
        .find_map(|(name, result)| match result {
            Fate::Ended(Outcome::Held | Outcome::Counted(_) | Outcome::Left(_)) => None,
            Fate::Ended(Outcome::Broke(_)) | Fate::Stopped(_) | Fate::NotReached(_) => Some(name),
        })
}

/// All tests of all runners, and each step that failed without counting tests as one failure. What
/// was not reached is not counted: the step in its way is.
fn sum(lines: &[Line]) -> Tally {
    let mut sum = Tally::default();
    for line in lines {
        match &line.result {
            Fate::Ended(Outcome::Counted(tally)) => sum += *tally,
            Fate::Ended(Outcome::Broke(_)) | Fate::Stopped(_) => sum.failed += 1,
            Fate::Ended(Outcome::Held | Outcome::Left(_)) | Fate::NotReached(_) => {}
        }
    }
    sum
}

fn described(result: &Fate) -> String {
    match result {
        Fate::Ended(Outcome::Held) => "held".to_owned(),
        Fate::Ended(Outcome::Broke(why)) if why.is_empty() => "FAILED".to_owned(),
        Fate::Ended(Outcome::Broke(why)) => format!("FAILED: {why}"),
        Fate::Ended(Outcome::Counted(tally)) if tally.failed > 0 => format!("FAILED: {tally}"),
        Fate::Ended(Outcome::Counted(tally)) => tally.to_string(),
        Fate::Ended(Outcome::Left(why)) => format!("left out: {why}"),
        Fate::Stopped(sentence) => {
            format!("FAILED: {}", sentence.lines().next().unwrap_or_default())
        }
        Fate::NotReached(earlier) => format!("not run: {earlier} did not succeed"),
    }
}

/// Minutes and seconds.
fn clock(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn step(name: &str) -> &'static Step {
        STEPS.iter().find(|step| step.name == name).unwrap()
    }

    fn line(name: &str, result: Fate) -> Line {
        Line {
            step: step(name),
            result,
            time: Duration::ZERO,
        }
    }

    #[test]
    fn a_chosen_step_brings_what_it_needs_and_keeps_the_order() {
        let names =
            |text| chosen(text).map(|steps| steps.iter().map(|s| s.name).collect::<Vec<_>>());
        assert_eq!(names("format").unwrap(), ["format"]);
        assert_eq!(
            names("window,format").unwrap(),
            ["packages", "format", "ui-build", "build", "window"]
        );
        assert!(names("windows").unwrap_err().contains("`windows`"));
    }

    #[test]
    fn a_failed_step_counts_once_and_what_it_hides_not_at_all() {
        let tally = Tally {
            passed: 5,
            failed: 1,
            skipped: 2,
            unsteady: 1,
        };
        let lines = [
            line("format", Fate::Ended(Outcome::Held)),
            line("clippy", Fate::Ended(Outcome::Broke(String::new()))),
            line("ui-unit", Fate::Ended(Outcome::Counted(tally))),
            line("build", Fate::Stopped("No compiler.".to_owned())),
            line("rust", Fate::NotReached("build")),
            line(
                "licences",
                Fate::Ended(Outcome::Left("not installed".to_owned())),
            ),
        ];
        assert_eq!(
            sum(&lines),
            Tally {
                passed: 5,
                failed: 3,
                skipped: 2,
                unsteady: 1
            }
        );
    }

    #[test]
    fn only_a_step_that_did_no_work_is_in_the_way() {
        let broke = || Fate::Ended(Outcome::Broke(String::new()));
        let failed = Tally {
            failed: 1,
            ..Tally::default()
        };
        let tested = Fate::Ended(Outcome::Counted(failed));
        assert_eq!(
            in_the_way(step("rust"), &[line("build", broke())]),
            Some("build")
        );
        assert_eq!(in_the_way(step("rust"), &[line("format", broke())]), None);
        assert_eq!(in_the_way(step("window"), &[line("build", tested)]), None);
        let unreached = Fate::NotReached("ui-build");
        assert_eq!(
            in_the_way(step("window"), &[line("build", unreached)]),
            Some("build")
        );
    }

    #[test]
    fn time_is_written_in_minutes_and_seconds() {
        assert_eq!(clock(Duration::from_millis(61_900)), "1:01");
        assert_eq!(clock(Duration::from_secs(3_600)), "60:00");
    }
}
