//! Every sentence this crate asks for is in the catalogue, and the catalogue has no other of its
//! area.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The words between quotation marks in the crate's sources that are keys of its area.
fn keys_asked_for(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            keys_asked_for(&path, keys);
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let strings = source.split('"').filter(|piece| piece.starts_with("form-"));
        keys.extend(strings.map(str::to_owned));
    }
}

#[test]
fn sources_and_catalogue_agree() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut asked_for = BTreeSet::new();
    keys_asked_for(&here.join("src"), &mut asked_for);
    let catalogue = here.join("../words/locales/en-GB/exchange.ftl");
    let catalogue = fs::read_to_string(catalogue).unwrap();
    let known: BTreeSet<String> = catalogue
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .collect();
    assert_eq!(asked_for, known);
}
