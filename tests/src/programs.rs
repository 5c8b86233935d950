//! The built programs, run as a person or a script runs them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program of the workspace, from the same build as the one that is running.
///
/// # Panics
/// If it has not been built.
pub fn program(name: &str) -> PathBuf {
    let own = std::env::current_exe().expect("a running program has a file");
    // Tests stand in `deps` below the programs.
    let found = own
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
        .find(|file| file.is_file());
    found
        .unwrap_or_else(|| panic!("{name} has not been built: `cargo build --workspace` builds it"))
}

/// The text form of a sample.
pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("samples")
        .join(name)
}

/// What a program said, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its exit code; nothing if it was ended from outside.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Runs `outturn-cli` to its end. It keeps its own files, if it makes any, in `own`.
///
/// # Panics
/// If it cannot be started.
pub fn cli(own: &Path, arguments: &[&dyn AsRef<OsStr>]) -> Said {
    let mut command = Command::new(program("outturn-cli"));
    for argument in arguments {
        command.arg(argument.as_ref());
    }
    let output = command
        .env("OUTTURN_FOLDER", own)
        .stdin(Stdio::null())
        .output()
        .expect("outturn-cli can be started");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Said {
        code: output.status.code(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}
