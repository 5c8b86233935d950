//! `cargo xtask bench` and `cargo xtask soak`: the measurements and the long trials, which are no part
//! of the tests.

use std::{path::Path, process::ExitCode};

use crate::{Ending, chores, install, no_arguments, process, project::Project};

const PACKAGE: &str = "outturn-tests";

/// Measures what people wait for, each against the least that the work could take. What is measured
/// is no reason to fail.
///
/// # Errors
/// What is missing on this machine, or that nothing could be measured.
pub fn bench(project: &Project, arguments: &[String]) -> Ending {
    no_arguments("bench", arguments)?;
    install::packages(false)?;
    let words = [
        "run",
        "--profile",
        "bench",
        "--package",
        PACKAGE,
        "--bin",
        "bench",
    ];
    process::carried_out(&mut process::cargo(words, &project.root))?;
    Ok(ExitCode::SUCCESS)
}

/// Ends the real program at random moments, and looks at its file each time.
///
/// # Errors
/// What is missing on this machine, which argument is not known, or what was lost.
pub fn soak(project: &Project, arguments: &[String]) -> Ending {
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["kills"] => {}
        ["kills", rounds] if rounds.parse::<u64>().is_ok() => {}
        _ => {
            return Err(
                "`cargo xtask soak` takes `kills` and how often, such as `kills 200`.".to_owned(),
            );
        }
    }
    chores::screens(project, false)?;
    chores::everything(project)?;
    let soak = project.program("soak");
    process::carried_out(&mut process::command(
        soak,
        arguments,
        Path::new(&project.root),
    ))?;
    Ok(ExitCode::SUCCESS)
}
