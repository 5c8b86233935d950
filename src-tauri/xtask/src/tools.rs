//! The tools that look at the dependencies: those on this machine, or ones built beside the program.

use std::path::PathBuf;

use crate::{process, project::Project};

/// A tool of cargo's registry, and the version that is built where none is installed.
#[derive(Clone, Copy)]
pub struct Tool {
    name: &'static str,
    version: &'static str,
}

/// Licences, sources, bans and advisories.
pub const DENY: Tool = Tool {
    name: "cargo-deny",
    version: "0.20.2",
};
/// Unused dependencies.
pub const MACHETE: Tool = Tool {
    name: "cargo-machete",
    version: "0.9.2",
};

/// The tool's program. One that is not installed is built once, into the build folder, without
/// optimisation: it then takes one to two minutes.
///
/// # Errors
/// One sentence when it cannot be built here.
pub fn at_hand(project: &Project, tool: Tool) -> Result<PathBuf, String> {
    if let Some(program) = process::found(tool.name) {
        return Ok(program);
    }
    let root = project.own("tools");
    let built = root
        .join("bin")
        .join(format!("{}{}", tool.name, std::env::consts::EXE_SUFFIX));
    if built.is_file() {
        return Ok(built);
    }
    let mut install = process::cargo(["install", "--quiet", "--locked", "--debug"], &project.root);
    install
        .args([tool.name, "--version", tool.version, "--root"])
        .arg(&root);
    install.env("CARGO_TARGET_DIR", project.own("tools-build"));
    match process::shown(&mut install)? {
        true => Ok(built),
        false => Err(format!(
            "{} is not installed and could not be built",
            tool.name
        )),
    }
}

/// Whether the database of advisories was fetched: the tests themselves fetch nothing that can
/// change between two runs.
pub fn has_advisories() -> bool {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let databases = home.map(|home| home.join("advisory-dbs"));
    databases.is_some_and(|folder| {
        folder
            .read_dir()
            .is_ok_and(|mut entries| entries.next().is_some())
    })
}
