//! A file closed with a passphrase, through the whole program: nothing of it is readable beside it.

use std::fs;
use std::path::{Path, PathBuf};

use outturn_tests::programs::cli;
use outturn_tests::seat::{Seat, packed};
use serde_json::{Value, json};

/// A heading that is nowhere else.
const MARK: &str = "Marmalade Quokka";
const WORDS: &str = "three plain words";

fn open(path: &Path, passphrase: &str) -> Value {
    json!({ "do": "open", "path": path, "readOnly": false, "passphrase": passphrase })
}

/// The files under a folder in which a text stands.
fn telling(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(telling(&path, text));
        } else if fs::read(&path)
            .unwrap_or_default()
            .windows(text.len())
            .any(|piece| piece == text.as_bytes())
        {
            found.push(path);
        }
    }
    found
}

#[test]
fn a_file_is_closed_while_it_is_open_and_nothing_of_it_lies_about() {
    let folder = tempfile::tempdir().unwrap();
    let file = packed(&folder);
    let office = Seat::at(&file);
    let section = office.led_by("wr");
    office.set(&format!("section/{section}#heading"), MARK);
    assert_eq!(telling(folder.path(), MARK), std::slice::from_ref(&file));
    let council = office.ask(json!({ "do": "workspace" }))["directorate"]["council"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(!telling(office.own.path(), &council).is_empty());

    let short = office.refused(json!({ "do": "set-passphrase", "passphrase": "short" }));
    assert_eq!(short["code"], "store-short-passphrase");
    assert_eq!(office.ask(json!({ "do": "workspace" }))["closed"], false);
    let closed = office.ask(json!({ "do": "set-passphrase", "passphrase": WORDS }));
    assert_eq!(closed["closed"], true);
    // It goes on as it was: content, undo, preview and search.
    assert_eq!(office.field(&section, "heading"), MARK);
    office.ask(json!({ "do": "undo" }));
    office.ask(json!({ "do": "redo" }));
    office.ask(json!({ "do": "preview", "report": "2013-14-q2", "section": null }));
    let nothing_lies_about = || {
        for text in [MARK, council.as_str(), WORDS] {
            assert_eq!(telling(folder.path(), text), [] as [PathBuf; 0], "{text}");
            assert_eq!(
                telling(office.own.path(), text),
                [] as [PathBuf; 0],
                "{text}"
            );
        }
    };
    nothing_lies_about();

    // Whoever has no passphrase learns that one is needed; who has another, that it is not that one.
    office.ask(json!({ "do": "close" }));
    let start = office.ask(json!({ "do": "start" }));
    assert_eq!(start["recent"][0]["about"], "");
    let plain = json!({ "do": "open", "path": file, "readOnly": true });
    assert_eq!(office.refused(plain)["code"], "store-closed");
    let refusal = office.refused(open(&file, "other plain words"));
    assert_eq!(refusal["code"], "store-wrong-passphrase");
    office.ask(open(&file, WORDS));
    assert_eq!(office.field(&section, "heading"), MARK);

    // What would lie about for everyone is not written.
    let sent = folder.path().join("sent.outturn-changes");
    let refusal = office.refused(json!({ "do": "save-changes", "path": sent }));
    assert_eq!(refusal["code"], "changes-closed");
    let refusal = office.refused(json!({ "do": "share-through", "folder": folder.path() }));
    assert_eq!(refusal["code"], "share-closed");
    nothing_lies_about();

    let open_again = office.ask(json!({ "do": "set-passphrase", "passphrase": null }));
    assert_eq!(open_again["closed"], false);
    assert_eq!(telling(folder.path(), MARK), [file]);
}

#[test]
fn a_closed_copy_goes_out_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = packed(&folder);
    let office = Seat::at(&file);
    office.ask(json!({ "do": "set-passphrase", "passphrase": WORDS }));
    let copy = folder.path().join("lead.outturn");
    office.ask(json!({ "do": "hand-out", "person": "wr", "path": copy }));

    let lead = Seat::with(&copy, WORDS);
    let section = lead.led_by("wr");
    lead.set(&format!("section/{section}#heading"), MARK);
    lead.ask(json!({ "do": "close" }));
    office.ask(json!({ "do": "bring-in", "path": copy }));
    assert_eq!(office.field(&section, "heading"), MARK);

    // Closed with another passphrase, it says so and nothing is brought in.
    office.ask(json!({ "do": "set-passphrase", "passphrase": "other plain words" }));
    let refusal = office.refused(json!({ "do": "bring-in", "path": copy }));
    assert_eq!(refusal["code"], "copy-closed");
    office.ask(json!({ "do": "set-passphrase", "passphrase": null }));
    let refusal = office.refused(json!({ "do": "bring-in", "path": copy }));
    assert_eq!(refusal["code"], "copy-closed");
}

#[test]
fn the_command_line_closes_reads_and_opens_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = packed(&folder);
    let run = |arguments: &[&dyn AsRef<std::ffi::OsStr>]| cli(folder.path(), arguments);
    let words = folder.path().join("words.txt");
    let short = folder.path().join("short.txt");
    fs::write(&words, format!("{WORDS}\n")).unwrap();
    fs::write(&short, "short\n").unwrap();

    let before = fs::read(&file).unwrap();
    let refused = run(&[&"set-passphrase", &file, &"--new-passphrase-file", &short]);
    assert_eq!(refused.code, Some(2), "{}", refused.err);
    assert_eq!(fs::read(&file).unwrap(), before);
    let closed = run(&[&"set-passphrase", &file, &"--new-passphrase-file", &words]);
    assert_eq!(closed.code, Some(0), "{}", closed.err);

    let without = run(&[&"check", &file]);
    assert_eq!(without.code, Some(2));
    assert!(
        without.err.contains("closed with a passphrase"),
        "{}",
        without.err
    );
    let wrong = run(&[&"check", &file, &"--file-passphrase-file", &short]);
    assert!(wrong.err.contains("not the passphrase"), "{}", wrong.err);
    let checked = run(&[&"check", &file, &"--file-passphrase-file", &words]);
    assert_eq!((checked.code, checked.err.as_str()), (Some(0), ""));
    let paper = folder.path().join("paper.pdf");
    let exported = run(&[
        &"--file-passphrase-file",
        &words,
        &"export",
        &file,
        &"--out",
        &paper,
        &"--draft",
    ]);
    assert_eq!(exported.code, Some(0), "{}", exported.err);

    let opened = run(&[
        &"set-passphrase",
        &file,
        &"--remove",
        &"--file-passphrase-file",
        &words,
    ]);
    assert_eq!(opened.code, Some(0), "{}", opened.err);
    assert_eq!(run(&[&"check", &file]).code, Some(0));
}
