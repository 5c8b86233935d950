//! `cargo xtask codegen`: the TypeScript of the wire types, made from their Rust declarations.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    Ending, process,
    project::{Project, SHIPPED_WINDOW},
};

/// The test that writes every wire type as TypeScript. Only one process may run it at a time.
pub const EXPORTS: &str = "export_bindings";

/// Writes `ui/src/generated`, or with `--check` says whether it is as it would be written.
///
/// # Errors
/// Which argument is unknown, or what could not be run, read or written.
pub fn codegen(project: &Project, arguments: &[String]) -> Ending {
    let check = match arguments {
        [] => false,
        [only] if only == "--check" => true,
        _ => return Err("`cargo xtask codegen` takes no more than `--check`.".to_owned()),
    };
    if check {
        return Ok(if is_current(project)? {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        });
    }
    replace(&kept(project), &export(project)?)?;
    println!("Written: {}", kept(project).display());
    Ok(ExitCode::SUCCESS)
}

/// Whether `ui/src/generated` is as it would be written; each file that differs is named.
///
/// # Errors
/// What could not be run or read, or that nothing was exported.
pub fn is_current(project: &Project) -> Result<bool, String> {
    let made = export(project)?;
    let differences = differences(&files(&kept(project))?, &made);
    for difference in &differences {
        println!("ui/src/generated/{difference}");
    }
    if !differences.is_empty() {
        println!("Write them with: cargo xtask codegen");
    }
    Ok(differences.is_empty())
}

/// Writes every wire type into a folder of its own, and reads them from there.
fn export(project: &Project) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let folder = project.own("generated");
    empty(&folder)?;
    let selection = ["--workspace", "--lib", "--features", SHIPPED_WINDOW];
    let arguments = [&["test", "--quiet"], &selection[..], &[EXPORTS]].concat();
    let mut command = process::cargo(arguments, &project.root);
    process::carried_out(command.env("TS_RS_EXPORT_DIR", &folder))?;
    let made = files(&folder)?;
    match made.is_empty() {
        false => Ok(made),
        true => Err("No wire type was exported: the test that does it found none.".to_owned()),
    }
}

fn empty(folder: &Path) -> Result<(), String> {
    let broken = |error: std::io::Error| format!("{}: {error}.", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(broken)?;
    }
    fs::create_dir_all(folder).map_err(broken)
}

fn kept(project: &Project) -> PathBuf {
    project.ui().join("src/generated")
}

/// Every file under a folder, by its path from there. None when there is no folder.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        let Ok(entries) = fs::read_dir(&next) else {
            continue;
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let bytes = fs::read(&path).map_err(|error| format!("{}: {error}.", path.display()))?;
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
            found.insert(name.replace('\\', "/"), bytes);
        }
    }
    Ok(found)
}

/// How what is kept differs from what is made, file by file.
fn differences(kept: &BTreeMap<String, Vec<u8>>, made: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut out = Vec::new();
    for (name, bytes) in made {
        match kept.get(name) {
            None => out.push(format!("{name} is missing")),
            Some(old) if old != bytes => out.push(format!("{name} is out of date")),
            Some(_) => {}
        }
    }
    let strangers = kept.keys().filter(|name| !made.contains_key(*name));
    out.extend(strangers.map(|name| format!("{name} is no longer made")));
    out
}

fn replace(kept: &Path, made: &BTreeMap<String, Vec<u8>>) -> Result<(), String> {
    empty(kept)?;
    for (name, bytes) in made {
        let file = kept.join(name);
        let broken = |error: std::io::Error| format!("{}: {error}.", file.display());
        fs::create_dir_all(file.parent().unwrap_or(kept)).map_err(broken)?;
        fs::write(&file, bytes).map_err(broken)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_is_named() {
        let set = |files: &[(&str, &str)]| -> BTreeMap<String, Vec<u8>> {
            files
                .iter()
                .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
                .collect()
        };
        let made = set(&[("A.ts", "a"), ("B.ts", "b"), ("C.ts", "c")]);
        let kept = set(&[("A.ts", "a"), ("B.ts", "old"), ("D.ts", "d")]);
        assert_eq!(
            differences(&kept, &made),
            [
                "B.ts is out of date",
                "C.ts is missing",
                "D.ts is no longer made"
            ]
        );
        assert!(differences(&made, &made).is_empty());
    }
}
