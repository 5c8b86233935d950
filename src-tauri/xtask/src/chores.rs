//! The builds that several words need.

use crate::{
    install, process,
    project::{Project, SHIPPED_WINDOW},
    ui,
};

/// Builds the screens into `ui/dist`, with everything that needs to be there first.
///
/// # Errors
/// What is missing, or which command did not succeed.
pub fn screens(project: &Project, with_tests: bool) -> Result<(), String> {
    install::packages(with_tests)?;
    ui::packages(project)?;
    process::carried_out(&mut ui::script(project, "build"))
}

/// Builds programs of the workspace, each named by its package.
///
/// # Errors
/// Which command did not succeed.
pub fn programs(project: &Project, packages: &[&str]) -> Result<(), String> {
    let mut arguments = vec!["build"];
    for package in packages {
        arguments.extend(["--package", package]);
    }
    if packages.contains(&"outturn") {
        arguments.extend(["--features", SHIPPED_WINDOW]);
    }
    process::carried_out(&mut process::cargo(arguments, &project.root))
}

/// Builds all there is, with the selection of the tests, so that nothing is compiled twice.
///
/// # Errors
/// That it did not succeed.
pub fn everything(project: &Project) -> Result<(), String> {
    let words = [
        "build",
        "--workspace",
        "--all-targets",
        "--features",
        SHIPPED_WINDOW,
    ];
    process::carried_out(&mut process::cargo(words, &project.root))
}
