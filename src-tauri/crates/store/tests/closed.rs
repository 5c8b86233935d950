//! Files that are closed with a passphrase.
#![allow(clippy::unwrap_used)]

mod made;

use std::fs;
use std::path::Path;

use made::*;
use outturn_model::Entity;
use outturn_store::{OpenOptions, Passphrase, Problem, Scope, Store};
use outturn_words::Words;

/// A word that is nowhere else.
const MARK: &str = "Marmalade-Quokka-7";
const WORDS: &str = "three plain words";

fn pass(text: &str) -> Passphrase {
    Passphrase::new(text)
}

fn with(text: &str) -> OpenOptions {
    no_typing().passphrase(Some(pass(text)))
}

fn name(store: &Store) -> String {
    let book = store.book(&Scope::Everything).unwrap();
    book.measures.find(&id("ni-056")).unwrap().name.to_string()
}

fn rename(store: &mut Store, to: &str, seconds: i64) {
    let edits = [set(Entity::Measure, "ni-056", "name", Some(to))];
    store.transact(&author(seconds), &LABEL, &edits).unwrap();
}

/// The files of a folder in which a text stands.
fn telling(folder: &Path, text: &str) -> Vec<String> {
    let tells = |name: &String| {
        let bytes = fs::read(folder.join(name)).unwrap_or_default();
        bytes
            .windows(text.len())
            .any(|piece| piece == text.as_bytes())
    };
    names(folder).into_iter().filter(tells).collect()
}

#[test]
fn a_file_is_closed_opened_changed_and_left_open_again() {
    let (folder, path) = folder();
    let mut store = filled(&path);
    rename(&mut store, MARK, 5);
    drop(store);
    assert_eq!(telling(folder.path(), MARK).len(), 1);
    Store::set_passphrase(&path, options(), Some(&pass(WORDS))).unwrap();
    assert_eq!(names(folder.path()).len(), 1);
    assert!(telling(folder.path(), MARK).is_empty());
    assert!(telling(folder.path(), "SQLite").is_empty());

    let mut store = Store::open(&path, with(WORDS)).unwrap();
    assert!(store.is_closed());
    assert_eq!(name(&store), MARK);
    assert!(store.verify().unwrap().is_empty());
    rename(&mut store, "Another", 6);
    store.undo(&author(7)).unwrap();
    assert_eq!(name(&store), MARK);
    drop(store);

    // Awkward passphrases are passphrases.
    let mut last = WORDS.to_owned();
    for next in [
        "it's \"quoted\"; --",
        "naïve café 日本",
        &"long ".repeat(200),
    ] {
        Store::set_passphrase(&path, with(&last), Some(&pass(next))).unwrap();
        let old = Store::open(&path, with(&last)).unwrap_err();
        assert!(matches!(old.problem, Problem::WrongPassphrase), "{old:?}");
        assert_eq!(name(&Store::open(&path, with(next)).unwrap()), MARK);
        last = next.to_owned();
    }
    Store::set_passphrase(&path, with(&last), None).unwrap();
    let store = Store::open(&path, options()).unwrap();
    assert!(!store.is_closed());
    assert_eq!(name(&store), MARK);
    assert!(store.verify().unwrap().is_empty());
    assert!(fs::read(&path).unwrap().starts_with(b"SQLite format 3\0"));
    assert_eq!(names(folder.path()).len(), 2, "the file and its note");
}

#[test]
fn the_wrong_passphrase_says_so_and_changes_nothing() {
    let (folder, path) = folder();
    drop(filled(&path));
    Store::set_passphrase(&path, options(), Some(&pass(WORDS))).unwrap();
    let before = contents(folder.path());
    let wrong = pass("not these words");
    let says = |error: outturn_store::StoreError, part: &str| {
        let sentence = Words::british().say(&error.message());
        assert!(sentence.contains(part) && is_plain(&sentence), "{sentence}");
    };
    says(
        Store::open(&path, options()).unwrap_err(),
        "closed with a passphrase",
    );
    says(
        Store::open(&path, with("not these words")).unwrap_err(),
        "not the passphrase",
    );
    says(
        Store::open_read_only(&path).unwrap_err(),
        "closed with a passphrase",
    );
    says(
        Store::open_read_only_with(&path, Some(&wrong)).unwrap_err(),
        "not the passphrase",
    );
    says(
        Store::set_passphrase(&path, with(WORDS), Some(&pass("short"))).unwrap_err(),
        "too short",
    );
    says(
        Store::set_passphrase(&path, with("not these words"), None).unwrap_err(),
        "not the passphrase",
    );
    assert_eq!(contents(folder.path()), before);
    // Nobody is kept out by an attempt.
    Store::open(&path, with(WORDS)).unwrap();
    // Of a file that is open to all, none is wanted.
    Store::set_passphrase(&path, with(WORDS), None).unwrap();
    Store::open(&path, with("not these words")).unwrap();
}

#[test]
fn nothing_readable_lies_beside_it() {
    let (folder, path) = folder();
    drop(filled(&path));
    Store::set_passphrase(&path, options(), Some(&pass(WORDS))).unwrap();
    let mut store = Store::open(&path, with(WORDS)).unwrap();
    for seconds in 0..20 {
        rename(&mut store, &format!("{MARK} {seconds}"), seconds);
        assert!(telling(folder.path(), MARK).is_empty());
    }
    // A change that is cut off leaves a journal that is closed too, and is taken back.
    let held = name(&store);
    let (copy, whole) = (
        folder.path().join("copy.outturn"),
        folder.path().join("out.outturn"),
    );
    store.save_copy(&whole).unwrap();
    store.hand_out(&copy, &id("head"), moment(30)).unwrap();
    let reader = Store::open_read_only_with(&path, Some(&pass(WORDS))).unwrap();
    assert_eq!(name(&reader), held);
    assert!(telling(folder.path(), MARK).is_empty());
    drop((reader, store));
    for file in [&copy, &whole] {
        assert!(matches!(
            Store::open_read_only(file).unwrap_err().problem,
            Problem::Closed
        ));
        let store = Store::open(file, with(WORDS)).unwrap();
        assert_eq!(name(&store), held);
        assert_eq!(store.handed_out().unwrap().is_some(), file == &copy);
    }
    assert!(telling(folder.path(), MARK).is_empty());
}

#[test]
fn noise_and_other_files_keep_their_sentences() {
    let (_folder, path) = folder();
    let text = "Nothing of Outturn's. ".repeat(4096);
    fs::write(&path, &text.as_bytes()[..8192]).unwrap();
    let error = Store::open(&path, with(WORDS)).unwrap_err();
    assert!(matches!(error.problem, Problem::NotADatabase), "{error:?}");
    // Noise of the right length cannot be told from a closed file.
    let noise = (0..1024_u32).flat_map(|at| *blake3::hash(&at.to_le_bytes()).as_bytes());
    let noise: Vec<u8> = noise.collect();
    for (bytes, is_closed) in [(&noise[..8192], true), (&noise[..8191], false)] {
        fs::write(&path, bytes).unwrap();
        let error = Store::open(&path, options()).unwrap_err();
        assert_eq!(
            matches!(error.problem, Problem::Closed),
            is_closed,
            "{error:?}"
        );
        let error = Store::open(&path, with(WORDS)).unwrap_err();
        let wrong = matches!(error.problem, Problem::WrongPassphrase);
        assert_eq!(wrong, is_closed, "{error:?}");
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
}
