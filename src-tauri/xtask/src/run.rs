//! `cargo xtask run`: the window on a sample directorate; without a display, the main job.

use std::{fs, path::Path, process::Command, process::ExitCode};

use crate::{Ending, chores, no_arguments, process, project::Project};

/// The exit code by which `outturn-cli check` says that there are blocking findings.
const BLOCKING_FINDINGS: i32 = 1;

/// Builds what is needed and opens the window on a fresh copy of the sample, or does the main job
/// without a window where there is no display.
///
/// # Errors
/// What is missing on this machine, or which command did not succeed.
pub fn run(project: &Project, arguments: &[String]) -> Ending {
    no_arguments("run", arguments)?;
    let display = has_display(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    chores::screens(project, false)?;
    chores::programs(project, &["outturn", "outturn-cli"])?;

    let folder = fresh_folder()?;
    let file = folder.join("directorate-overview.outturn");
    process::carried_out(cli(project, "pack").arg(project.sample()).arg(&file))?;
    match display {
        true => open_window(project, &file),
        false => without_window(project, &file),
    }
}

fn open_window(project: &Project, file: &Path) -> Ending {
    println!("Opening {}", file.display());
    let mut window = process::command(project.program("outturn"), [file], &project.root);
    process::carried_out(&mut window)?;
    Ok(ExitCode::SUCCESS)
}

/// Checks the sample and exports its paper: as a draft, because nobody has signed it off.
fn without_window(project: &Project, file: &Path) -> Ending {
    println!(
        "There is no display (DISPLAY and WAYLAND_DISPLAY are not set), so no window is opened."
    );
    println!("Checking {}", file.display());
    let mut check = cli(project, "check");
    let status = check.arg(file).status().map_err(|error| {
        format!(
            "`{}` could not be started: {error}.",
            process::spelt(&check)
        )
    })?;
    if !matches!(status.code(), Some(0 | BLOCKING_FINDINGS)) {
        return Err(format!("This did not succeed: {}", process::spelt(&check)));
    }

    let paper = file.with_extension("pdf");
    let mut export = cli(project, "export");
    export.arg(file).arg("--out").arg(&paper).arg("--draft");
    println!("Nobody has signed the sample off: its paper is exported as a draft.");
    process::carried_out(&mut export)?;
    println!(
        "The file:  {}\nThe paper: {}",
        file.display(),
        paper.display()
    );
    Ok(ExitCode::SUCCESS)
}

fn cli(project: &Project, word: &str) -> Command {
    process::command(project.program("outturn-cli"), [word], &project.root)
}

/// Whether a window can be shown: other systems than Linux always have a display.
fn has_display(is_set: impl Fn(&str) -> bool) -> bool {
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// A new folder for a copy of the sample, so that what was typed into an earlier one stays.
fn fresh_folder() -> Result<std::path::PathBuf, String> {
    let folder = std::env::temp_dir().join(format!("outturn-sample-{}", std::process::id()));
    fs::create_dir_all(&folder)
        .map_err(|error| format!("{} could not be made: {error}.", folder.display()))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_kind_of_display_will_do() {
        assert!(has_display(|name| name == "DISPLAY"));
        assert!(has_display(|name| name == "WAYLAND_DISPLAY"));
        assert_eq!(has_display(|_| false), !cfg!(target_os = "linux"));
    }
}
