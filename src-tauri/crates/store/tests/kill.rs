//! A program that is killed in the middle of its work loses nothing it has acknowledged.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

mod made;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use made::*;
use outturn_model::{Edit, Entity};
use outturn_store::{Committed, HistoryFilter, RowChange, Store};

/// Rounds of the normal test; `OUTTURN_KILLS` asks for more.
const ROUNDS: usize = 20;
/// Rounds after which a new file is begun, before its history grows long.
const ROUNDS_OF_A_FILE: usize = 5;

#[test]
fn every_acknowledged_edit_is_there_after_a_kill() {
    let asked = std::env::var("OUTTURN_KILLS").ok();
    let rounds = asked.map_or(ROUNDS, |text| text.parse().unwrap());
    let (folder, path) = folder();
    let mut dice = Dice(u64::from(std::process::id()));
    println!("dice {}", dice.0);
    let mut hot = 0;
    for round in 0..rounds {
        if round % ROUNDS_OF_A_FILE == 0 {
            let _ = std::fs::remove_file(&path);
            drop(filled(&path));
        }
        let acknowledged = work_and_be_killed(&path, &mut dice);
        let journal = folder
            .path()
            .join("Children and Enterprise.outturn-journal");
        let first = std::fs::read(journal)
            .ok()
            .and_then(|bytes| bytes.first().copied());
        hot += usize::from(first.is_some_and(|byte| byte != 0));

        let store = Store::open(&path, options()).unwrap();
        assert_eq!(store.verify().unwrap(), [], "round {round}");
        let filter = HistoryFilter {
            limit: acknowledged.len() + 2,
            cells: usize::MAX,
            ..HistoryFilter::default()
        };
        let history = store.history(&filter).unwrap();
        for (number, mark) in &acknowledged {
            let change = history.iter().find(|change| change.id.0 == *number);
            let change = change.unwrap_or_else(|| panic!("round {round}: {number} is lost"));
            assert_eq!(mark_of(&change.rows), *mark, "round {round}: {number}");
        }
        // At most the one change that was under way is there beyond those acknowledged.
        let last = acknowledged.last().unwrap().0;
        assert!([last, last + 1].contains(&history[0].id.0), "round {round}");
    }
    println!("{rounds} kills, {hot} of them in the middle of a change");
}

/// Starts another process that edits, kills it, and gives the changes it had acknowledged.
fn work_and_be_killed(path: &Path, dice: &mut Dice) -> Vec<(i64, u64)> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "edits_until_killed",
            "--exact",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env("OUTTURN_TEST_FILE", path)
        .env("OUTTURN_TEST_DICE", dice.roll(usize::MAX).to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
    let wanted = dice.roll(25) + 1;
    let mut acknowledged = Vec::new();
    // Words of the test harness, and a last line cut short, have another shape.
    let read = |line: String| {
        let words: Vec<&str> = line.strip_prefix("DONE ")?.split(' ').collect();
        let [number, mark, "."] = words[..] else {
            return None;
        };
        Some((number.parse().ok()?, mark.parse().ok()?))
    };
    while acknowledged.len() < wanted {
        let line = said.next().expect("the other process ended by itself");
        acknowledged.extend(read(line.unwrap()));
    }
    std::thread::sleep(Duration::from_micros(dice.roll(6000) as u64));
    child.kill().unwrap();
    child.wait().unwrap();
    acknowledged.extend(said.filter_map(|line| read(line.unwrap())));
    acknowledged
}

fn mark_of(rows: &[RowChange]) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{rows:?}").hash(&mut hasher);
    hasher.finish()
}

#[test]
#[ignore = "run in a process of its own by the test above"]
fn edits_until_killed() {
    let path = PathBuf::from(std::env::var_os("OUTTURN_TEST_FILE").unwrap());
    let mut dice = Dice(std::env::var("OUTTURN_TEST_DICE").unwrap().parse().unwrap());
    let mut store = Store::open(&path, no_typing()).unwrap();
    let mut out = std::io::stdout().lock();
    for turn in 0.. {
        let done = match dice.roll(6) {
            0 => store.undo(&author(turn)).unwrap(),
            1 => store.redo(&author(turn)).unwrap(),
            _ => Some(
                store
                    .transact(&author(turn), &LABEL, &edits(&store, turn, &mut dice))
                    .unwrap(),
            ),
        };
        if let Some(Committed {
            change: Some(change),
            rows,
            ..
        }) = done
        {
            writeln!(out, "DONE {} {} .", change.0, mark_of(&rows)).unwrap();
            out.flush().unwrap();
        }
    }
}

/// Small and large changes; where undo has emptied the file, the directorate again.
fn edits(store: &Store, turn: i64, dice: &mut Dice) -> Vec<Edit> {
    if store.row(Entity::Section, &id("q2/key")).unwrap().is_none() {
        return directorate();
    }
    let mut text = |most: usize| Some(format!("turn {turn} {}", "x".repeat(dice.roll(most))));
    let small = set(Entity::Department, "cfs", "name", text(50).as_deref());
    let large = set(Entity::Section, "q2/key", "text", text(100_000).as_deref());
    let other = set(
        Entity::Measure,
        "ni-059",
        "definition",
        text(10_000).as_deref(),
    );
    match dice.roll(3) {
        0 => vec![small],
        1 => vec![large],
        _ => vec![small, large, other],
    }
}
