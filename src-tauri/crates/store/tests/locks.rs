//! Files that someone has open: who it is, and how they can be read all the same.
#![allow(clippy::unwrap_used)]

mod made;

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};

use made::*;
use outturn_model::Entity;
use outturn_store::{Access, Because, OpenOptions, Problem, Scope, Store, StoreError, note_path};
use outturn_words::Words;

#[test]
fn a_note_left_behind_means_nothing() {
    let (_folder, path) = folder();
    drop(filled(&path));
    let note = "who: Ghost\nhost: gone\nsince: 2020-01-01T00:00:00+00:00\n";
    fs::write(note_path(&path), note).unwrap();
    let store = Store::open(&path, options()).unwrap();
    assert_eq!(store.access(), Access::ReadWrite);
    assert!(
        fs::read_to_string(note_path(&path))
            .unwrap()
            .contains("Head of Service")
    );
}

#[test]
fn the_same_process_cannot_open_a_file_twice_and_looking_loses_no_lock() {
    let (_folder, path) = folder();
    let mut store = filled(&path);
    for _ in 0..3 {
        let error = Store::open(&path, options()).unwrap_err();
        let Problem::Locked { by: Some(holder) } = error.problem else {
            panic!("{error}")
        };
        assert_eq!(
            (holder.who.as_str(), holder.since),
            ("Head of Service", moment(0))
        );
        let reader = Store::open_read_only(&path).unwrap();
        let book = store.book(&Scope::Everything).unwrap();
        assert_eq!(reader.book(&Scope::Everything).unwrap(), book);
    }
    // Another process still finds it locked.
    let said = ask_child("opens_in_a_child", &path);
    assert!(said.contains("LOCKED Head of Service laptop-7"), "{said}");
    store
        .transact(&author(1), &LABEL, &[remove(Entity::Report, "q2")])
        .unwrap();
    drop(store);
    let said = ask_child("opens_in_a_child", &path);
    assert!(said.contains("OPENED"), "{said}");
}

#[test]
fn a_file_that_another_process_has_is_locked_and_can_be_read() {
    let (_folder, path) = folder();
    let book = filled(&path).book(&Scope::Everything).unwrap();
    let child = Busy::start("holds_until_told", &path);
    let error = Store::open(&path, options()).unwrap_err();
    let sentence = Words::british().say(&error.message());
    assert!(
        matches!(error.problem, Problem::Locked { by: Some(_) }),
        "{error}"
    );
    let named = "Head of Service on laptop-7 since 09:00 on 1/7/2026";
    assert!(sentence.contains(named), "{sentence}");
    let mut reader = Store::open_read_only(&path).unwrap();
    assert_eq!(reader.access(), Access::ReadOnly(Because::Asked));
    assert_eq!(reader.book(&Scope::Everything).unwrap(), book);
    let edits = [remove(Entity::Report, "q2")];
    let error = reader.transact(&author(1), &LABEL, &edits).unwrap_err();
    assert!(matches!(error.problem, Problem::ReadOnly));
    assert_eq!(
        (reader.can_undo().unwrap(), reader.can_redo().unwrap()),
        (None, None)
    );
    child.stop();
    let store = Store::open(&path, options()).unwrap();
    assert_eq!(store.access(), Access::ReadWrite);
}

#[test]
fn a_file_is_read_whole_while_another_process_writes_it() {
    let (_folder, path) = folder();
    drop(filled(&path));
    let child = Busy::start("writes_until_told", &path);
    let mut seen = 0;
    for _ in 0..20 {
        match Store::open_read_only(&path) {
            Ok(reader) => {
                assert_eq!(reader.verify().unwrap(), []);
                seen += 1;
            }
            Err(error) => assert!(matches!(error.problem, Problem::Unsettled), "{error}"),
        }
        let error = Store::open(&path, options()).unwrap_err();
        let in_use = matches!(error.problem, Problem::Locked { .. } | Problem::Unsettled);
        assert!(in_use, "{error}");
    }
    assert!(seen > 0);
    child.stop();
    let store = Store::open(&path, options()).unwrap();
    assert_eq!(store.verify().unwrap(), []);
}

/// Another process that is busy with a file until it is told to stop.
struct Busy {
    child: Child,
    tell: ChildStdin,
    said: BufReader<std::process::ChildStdout>,
}

impl Busy {
    fn start(test: &str, path: &Path) -> Self {
        let mut child = child(test, path);
        let tell = child.stdin.take().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while !line.contains("BUSY") {
            line.clear();
            assert_ne!(
                said.read_line(&mut line).unwrap(),
                0,
                "the other process ended"
            );
        }
        Self { child, tell, said }
    }

    fn stop(mut self) {
        drop(self.tell);
        self.said.read_to_string(&mut String::new()).unwrap();
        assert!(self.child.wait().unwrap().success());
    }
}

/// Runs one of the tests below in a process of its own.
fn child(test: &str, path: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            test,
            "--exact",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env("OUTTURN_TEST_FILE", path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

fn ask_child(test: &str, path: &Path) -> String {
    let output = child(test, path).wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn given() -> (PathBuf, OpenOptions) {
    let path = std::env::var_os("OUTTURN_TEST_FILE").unwrap();
    (path.into(), options())
}

#[test]
#[ignore = "run in a process of its own by the tests above"]
fn opens_in_a_child() {
    let (path, options) = given();
    match Store::open(&path, options) {
        Ok(_) => println!("OPENED"),
        Err(StoreError {
            problem: Problem::Locked { by: Some(holder) },
            ..
        }) => println!("LOCKED {} {}", holder.who, holder.host),
        Err(error) => println!("{error}"),
    }
}

#[test]
#[ignore = "run in a process of its own by the tests above"]
fn holds_until_told() {
    let (path, options) = given();
    let _store = Store::open(&path, options).unwrap();
    println!("BUSY");
    std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
}

#[test]
#[ignore = "run in a process of its own by the tests above"]
fn writes_until_told() {
    let (path, options) = given();
    let mut store = Store::open(&path, options).unwrap();
    println!("BUSY");
    let (told, tell) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
        told.send(()).unwrap();
    });
    for number in 0.. {
        let text = format!("{number} {}", "x".repeat(number % 7 * 3000));
        let edit = set(Entity::Entry, "q2/ni-056", "commentary", Some(&text));
        store
            .transact(&author(number as i64), &LABEL, &[edit])
            .unwrap();
        // As fast as someone might paste.
        if tell
            .recv_timeout(std::time::Duration::from_millis(20))
            .is_ok()
        {
            break;
        }
    }
}
