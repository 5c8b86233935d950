//! The npm package of the screens: Node's version, its packages, its scripts.

use std::{fs, path::Path, process::Command};

use serde_json::Value;

use crate::{process, project::Project};

/// Installs the packages that the lock names, unless they stand there already.
///
/// # Errors
/// What to install when Node is missing or too old; otherwise what npm could not do.
pub fn packages(project: &Project) -> Result<(), String> {
    let folder = project.ui();
    let manifest = json(&folder.join("package.json"))?;
    let needed = manifest["engines"]["node"].as_str().unwrap_or(">=20");
    has_node(needed)?;

    let lock = json(&folder.join("package-lock.json"))?;
    let installed = json(&folder.join("node_modules/.package-lock.json")).unwrap_or(Value::Null);
    if agrees(&lock, &installed) {
        return Ok(());
    }
    process::carried_out(&mut npm(project, &["ci", "--no-audit", "--no-fund"]))
}

/// A script of the package.
pub fn script(project: &Project, name: &str) -> Command {
    npm(project, &["run", "--silent", name])
}

/// A program that one of the installed packages brings.
pub fn installed(project: &Project, name: &str) -> std::path::PathBuf {
    let suffix = if cfg!(windows) { ".cmd" } else { "" };
    project
        .ui()
        .join("node_modules/.bin")
        .join(format!("{name}{suffix}"))
}

fn npm(project: &Project, arguments: &[&str]) -> Command {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    process::command(npm, arguments, &project.ui())
}

fn has_node(needed: &str) -> Result<(), String> {
    let answer = process::answer(&mut process::command("node", ["--version"], Path::new(".")));
    let version = answer.as_deref().map(str::trim).unwrap_or_default();
    match at_least(version, needed) {
        true => Ok(()),
        false => {
            let found = if version.is_empty() {
                "none is here"
            } else {
                version
            };
            Err(format!(
                "Building the screens needs Node {needed} with npm, and {found}. \
                 Install it from your system's packages or from nodejs.org."
            ))
        }
    }
}

/// Whether `v20.20.2` satisfies `>=20.19`.
fn at_least(version: &str, needed: &str) -> bool {
    let numbers = |text: &str| -> Vec<u64> {
        let text = text.trim_start_matches(|c: char| !c.is_ascii_digit());
        text.split('.')
            .map_while(|part| part.parse().ok())
            .collect()
    };
    let version = numbers(version);
    !version.is_empty() && version >= numbers(needed)
}

/// Whether what npm says it installed is what the lock asks for. Packages for other systems are
/// optional and not installed.
fn agrees(lock: &Value, installed: &Value) -> bool {
    let (Some(lock), Some(installed)) = (
        lock["packages"].as_object(),
        installed["packages"].as_object(),
    ) else {
        return false;
    };
    let wanted = lock.iter().filter(|(path, _)| !path.is_empty());
    let all_there = wanted
        .clone()
        .all(|(path, package)| match installed.get(path) {
            Some(there) => {
                there["version"] == package["version"] && there["integrity"] == package["integrity"]
            }
            None => package["optional"] == true,
        });
    all_there && installed.keys().all(|path| lock.contains_key(path))
}

fn json(file: &Path) -> Result<Value, String> {
    let text = fs::read_to_string(file)
        .map_err(|error| format!("{} could not be read: {error}.", file.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{} is not JSON: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn versions_are_compared_as_numbers() {
        for (version, needed, enough) in [
            ("v20.20.2", ">=20.19", true),
            ("v20.9.0", ">=20.19", false),
            ("v22.0.0", ">=20.19", true),
            ("v18.20.4", ">=20", false),
            ("", ">=20", false),
        ] {
            assert_eq!(at_least(version, needed), enough, "{version} {needed}");
        }
    }

    #[test]
    fn packages_are_installed_again_when_the_lock_has_changed() {
        let lock = json!({"packages": {
            "": {"name": "outturn-ui"},
            "node_modules/a": {"version": "1.0.0", "integrity": "x"},
            "node_modules/a-win32": {"version": "1.0.0", "integrity": "y", "optional": true},
        }});
        let there = json!({"packages": {"node_modules/a": {"version": "1.0.0", "integrity": "x"}}});
        assert!(agrees(&lock, &there));

        let older = json!({"packages": {"node_modules/a": {"version": "0.9.0", "integrity": "x"}}});
        let fewer = json!({"packages": {}});
        let more = json!({"packages": {
            "node_modules/a": {"version": "1.0.0", "integrity": "x"},
            "node_modules/b": {"version": "1.0.0", "integrity": "z"},
        }});
        for other in [older, fewer, more, Value::Null] {
            assert!(!agrees(&lock, &other), "{other}");
        }
    }
}
