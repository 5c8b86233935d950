//! Starting other programs: shown as they run, and read where something must be learnt from them.

use std::{
    ffi::OsStr,
    io::{IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// A command that runs in `folder` and reads no input.
pub fn command<A: AsRef<OsStr>>(
    program: impl AsRef<OsStr>,
    arguments: impl IntoIterator<Item = A>,
    folder: &Path,
) -> Command {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null());
    if std::io::stdout().is_terminal() {
        // What passes through a pipe on its way to a terminal keeps its colours.
        command
            .env("CARGO_TERM_COLOR", "always")
            .env("FORCE_COLOR", "1");
    }
    command
}

/// Cargo, in the same toolchain that runs this program.
pub fn cargo<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>, folder: &Path) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    command(cargo, arguments, folder)
}

/// Runs to the end with its output shown; the answer says whether it succeeded.
///
/// # Errors
/// One sentence when the program cannot be started.
pub fn shown(command: &mut Command) -> Result<bool, String> {
    let status = command
        .status()
        .map_err(|error| not_started(command, &error))?;
    Ok(status.success())
}

/// Runs to the end with its output shown, and fails unless it succeeds.
///
/// # Errors
/// One sentence when the program cannot be started or does not succeed.
pub fn carried_out(command: &mut Command) -> Result<(), String> {
    match shown(command)? {
        true => Ok(()),
        false => Err(format!("This did not succeed: {}", spelt(command))),
    }
}

/// What a program printed (both streams, in order), and whether it succeeded.
pub struct Heard {
    /// Standard output and standard error, as they came.
    pub text: String,
    /// Whether the exit code was 0.
    pub success: bool,
}

/// Runs to the end with its output both shown and kept.
///
/// # Errors
/// One sentence when the program cannot be started or read.
pub fn heard(command: &mut Command) -> Result<Heard, String> {
    let spelling = spelt(command);
    let broken = |error: std::io::Error| format!("Reading from `{spelling}` failed: {error}.");
    let (mut reader, writer) = std::io::pipe().map_err(broken)?;
    command
        .stdout(writer.try_clone().map_err(broken)?)
        .stderr(writer);
    let mut child = command
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    // The command holds the pipe's other end: until it lets go, the pipe never comes to its end.
    command.stdout(Stdio::null()).stderr(Stdio::null());

    let mut bytes = Vec::new();
    let mut piece = [0; 8192];
    loop {
        let length = reader.read(&mut piece).map_err(broken)?;
        if length == 0 {
            break;
        }
        bytes.extend_from_slice(&piece[..length]);
        let mut out = std::io::stdout().lock();
        // A reader of our own output that went away is no reason to stop testing.
        let _ = out.write_all(&piece[..length]).and_then(|()| out.flush());
    }
    let status = child.wait().map_err(broken)?;
    Ok(Heard {
        text: String::from_utf8_lossy(&bytes).into_owned(),
        success: status.success(),
    })
}

/// What a program prints on standard output; nothing is shown. `None` when it cannot be started or
/// does not succeed.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The place of a program that can be called by its bare name.
pub fn found(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path)
        .map(|folder| folder.join(&name))
        .find(|file| file.is_file())
}

/// The command as a person would type it.
pub fn spelt(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!(
        "`{}` could not be started: {error}.",
        command.get_program().to_string_lossy()
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_heard_is_both_streams_in_order() {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let good = heard(&mut command(&cargo, ["--version"], Path::new("."))).unwrap();
        assert!(
            good.success && good.text.starts_with("cargo "),
            "{}",
            good.text
        );
        let bad = heard(&mut command(&cargo, ["no-such-word"], Path::new("."))).unwrap();
        assert!(
            !bad.success && bad.text.contains("no-such-word"),
            "{}",
            bad.text
        );
    }

    #[test]
    fn a_program_that_is_not_there_is_one_sentence() {
        let mut absent = command("outturn-no-such-program", ["x"], Path::new("."));
        let sentence = shown(&mut absent).unwrap_err();
        assert!(sentence.contains("outturn-no-such-program"), "{sentence}");
        assert_eq!(found("outturn-no-such-program"), None);
    }
}
