//! The crates depend on one another, and on the large libraries, only as ARCHITECTURE.md draws it.
#![allow(clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    process::Command,
};

use serde_json::Value;

/// What each shipped crate may use of the others. A new arrow is a change of the architecture: draw
/// it in ARCHITECTURE.md first.
const ARROWS: &[(&str, &[&str])] = &[
    ("outturn-model", &[]),
    ("outturn-rules", &["outturn-model"]),
    ("outturn-words", &["outturn-model"]),
    ("outturn-store", &["outturn-model"]),
    ("outturn-exchange", &["outturn-model"]),
    ("outturn-sign", &["outturn-model"]),
    (
        "outturn-paper",
        &["outturn-model", "outturn-rules", "outturn-words"],
    ),
    (
        "outturn-api",
        &[
            "outturn-model",
            "outturn-rules",
            "outturn-words",
            "outturn-store",
            "outturn-exchange",
            "outturn-paper",
            "outturn-sign",
        ],
    ),
    ("outturn-cli", &["outturn-api"]),
    ("outturn-devhost", &["outturn-api"]),
    ("outturn", &["outturn-api"]),
];

/// Libraries that one crate alone may use, by the start of their names, so that the rest of the
/// program does not depend on how that crate does its work.
const HOMES: &[(&str, &str)] = &[
    ("tauri", "outturn"),
    ("rusqlite", "outturn-store"),
    ("libsqlite3", "outturn-store"),
    ("typst", "outturn-paper"),
    ("comemo", "outturn-paper"),
    ("ed25519", "outturn-sign"),
    ("clap", "outturn-cli"),
    ("axum", "outturn-devhost"),
];

/// Never shipped: they may use what they test or build.
const UNSHIPPED: &[&str] = &["outturn-tests", "xtask"];

/// A crate of the workspace.
#[derive(Debug)]
struct Crate {
    name: String,
    /// The folder of its manifest, by its last part.
    folder: String,
    /// What it uses in what is shipped, tests apart.
    uses: BTreeSet<String>,
    /// What its tests use besides.
    uses_in_tests: BTreeSet<String>,
}

#[test]
fn the_crates_are_as_drawn() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .unwrap();
    let map = std::fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap_or_default();
    let faults = faults(&workspace(root), &map);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn a_library_away_from_its_home_is_found() {
    let crates = [
        shipped("outturn-api", &["outturn-store", "rusqlite"]),
        shipped("outturn-store", &["rusqlite"]),
    ];
    assert_eq!(
        homes(&crates),
        ["outturn-api uses rusqlite, which only outturn-store may."]
    );
    let below = [shipped("outturn-paper", &["tauri-utils", "typst-pdf"])];
    assert_eq!(
        homes(&below),
        ["outturn-paper uses tauri-utils, which only outturn may."]
    );
    let tests = [shipped("outturn-tests", &["rusqlite", "typst"])];
    assert!(homes(&tests).is_empty());
}

#[test]
fn an_arrow_that_is_not_drawn_is_found() {
    let crates = [
        shipped("outturn-model", &[]),
        shipped("outturn-rules", &["outturn-model", "outturn-store"]),
    ];
    assert_eq!(
        arrows(&crates),
        ["outturn-rules uses outturn-store, and no such arrow is drawn."]
    );
    assert_eq!(
        arrows(&[shipped("outturn-new", &[])]),
        ["outturn-new is not drawn at all."]
    );
}

#[test]
fn a_cycle_is_found_even_through_tests() {
    let mut model = shipped("outturn-model", &[]);
    model.uses_in_tests.insert("outturn-words".to_owned());
    let crates = [
        model,
        shipped("outturn-words", &["outturn-model"]),
        shipped("outturn-rules", &["outturn-model"]),
    ];
    assert_eq!(
        cycles(&crates),
        ["These use one another in a circle: outturn-model, outturn-words."]
    );
    assert!(cycles(&crates[1..]).is_empty());
}

#[test]
fn a_crate_that_the_map_leaves_out_is_found() {
    let crates = [shipped("outturn-model", &[]), shipped("outturn-words", &[])];
    let map = "`crates/model` holds the types; the sentence has words in it.";
    assert_eq!(
        unmapped(&crates, map),
        ["ARCHITECTURE.md does not name `words`."]
    );
}

fn faults(crates: &[Crate], map: &str) -> Vec<String> {
    [
        homes(crates),
        arrows(crates),
        cycles(crates),
        unmapped(crates, map),
    ]
    .concat()
}

fn homes(crates: &[Crate]) -> Vec<String> {
    let mut faults = Vec::new();
    for one in crates
        .iter()
        .filter(|one| !UNSHIPPED.contains(&one.name.as_str()))
    {
        for used in one.uses.union(&one.uses_in_tests) {
            let home = HOMES.iter().find(|(library, _)| used.starts_with(library));
            if let Some((_, home)) = home.filter(|(_, home)| *home != one.name) {
                faults.push(format!("{} uses {used}, which only {home} may.", one.name));
            }
        }
    }
    faults
}

fn arrows(crates: &[Crate]) -> Vec<String> {
    let mut faults = Vec::new();
    for one in crates
        .iter()
        .filter(|one| !UNSHIPPED.contains(&one.name.as_str()))
    {
        let Some((_, drawn)) = ARROWS.iter().find(|(name, _)| *name == one.name) else {
            faults.push(format!("{} is not drawn at all.", one.name));
            continue;
        };
        for used in one
            .uses
            .iter()
            .filter(|used| is_ours(used) && !drawn.contains(&used.as_str()))
        {
            faults.push(format!(
                "{} uses {used}, and no such arrow is drawn.",
                one.name
            ));
        }
    }
    faults
}

/// Takes away whatever uses nothing that is left, until nothing more can be taken away: what stays
/// is in a circle, or uses one; of that, whatever nothing uses is taken away in the same manner.
fn cycles(crates: &[Crate]) -> Vec<String> {
    let mut left: BTreeMap<&str, BTreeSet<&str>> = crates
        .iter()
        .map(|one| {
            let used = one.uses.union(&one.uses_in_tests).map(String::as_str);
            (
                one.name.as_str(),
                used.filter(|used| is_ours(used)).collect(),
            )
        })
        .collect();
    loop {
        let names: BTreeSet<&str> = left.keys().copied().collect();
        let used: BTreeSet<&str> = left.values().flatten().copied().collect();
        let before = left.len();
        left.retain(|name, uses| {
            used.contains(name) && uses.iter().any(|used| names.contains(used))
        });
        if left.is_empty() {
            return Vec::new();
        }
        if left.len() == before {
            let circle: Vec<&str> = left.keys().copied().collect();
            return vec![format!(
                "These use one another in a circle: {}.",
                circle.join(", ")
            )];
        }
    }
}

/// A crate is named by its folder: as a path (`crates/model`, `tests/`), between backticks, or as
/// the first word of a line, as in a drawing of folders.
fn unmapped(crates: &[Crate], map: &str) -> Vec<String> {
    let quoted = map.split('`').skip(1).step_by(2);
    let words = map.split(|c: char| c.is_whitespace() || "`(),".contains(c));
    let paths = words.filter(|word| word.contains('/'));
    let drawn = map
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    let all = quoted.chain(paths).chain(drawn);
    let named: BTreeSet<&str> = all
        .filter_map(|name| name.trim_end_matches('/').rsplit('/').next())
        .collect();
    let missing = crates
        .iter()
        .filter(|one| !named.contains(one.folder.as_str()));
    missing
        .map(|one| format!("ARCHITECTURE.md does not name `{}`.", one.folder))
        .collect()
}

fn is_ours(name: &str) -> bool {
    name == "xtask" || name.starts_with("outturn")
}

/// Reads the workspace's manifests by way of cargo.
fn workspace(root: &Path) -> Vec<Crate> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = ["metadata", "--no-deps", "--format-version", "1"];
    let output = Command::new(cargo)
        .args(arguments)
        .current_dir(root)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let crates: Vec<Crate> = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(read)
        .collect();
    assert!(
        crates.len() > UNSHIPPED.len(),
        "cargo names no crates of ours"
    );
    crates
}

fn read(package: &Value) -> Crate {
    let name = package["name"].as_str().unwrap().to_owned();
    let manifest = Path::new(package["manifest_path"].as_str().unwrap());
    let folder = manifest
        .parent()
        .and_then(Path::file_name)
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let (mut uses, mut uses_in_tests) = (BTreeSet::new(), BTreeSet::new());
    for dependency in package["dependencies"].as_array().unwrap() {
        let used = dependency["name"].as_str().unwrap().to_owned();
        match dependency["kind"].as_str() {
            Some("dev") => uses_in_tests.insert(used),
            _ => uses.insert(used),
        };
    }
    Crate {
        name,
        folder,
        uses,
        uses_in_tests,
    }
}

fn shipped(name: &str, uses: &[&str]) -> Crate {
    Crate {
        name: name.to_owned(),
        folder: name.trim_start_matches("outturn-").to_owned(),
        uses: uses.iter().map(|used| (*used).to_owned()).collect(),
        uses_in_tests: BTreeSet::new(),
    }
}
