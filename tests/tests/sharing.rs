//! A team that shares a folder: everybody's changes reach everybody, whatever the folder goes through.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use outturn_api::batch::Batch;
use outturn_tests::outside::Rehearsal;
use outturn_tests::programs::{cli, sample};
use outturn_tests::seat::{REPORT, Seat, packed};
use outturn_tests::synchroniser::{arrives, two_peers};
use serde_json::{Value, json};
use tempfile::TempDir;

const TEAM: [&str; 3] = ["wr", "performance-lead", "sn"];
const COMMITTEE: &str = "report/2013-14-q2#committee";

/// Three working copies of one file, each at a computer and with a shared folder of its own.
struct Team {
    _folder: TempDir,
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
    seats: Vec<Seat>,
}

impl Team {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = packed(&folder);
        let office = Seat::at(&file);
        let (mut files, mut folders, mut seats) = (Vec::new(), Vec::new(), Vec::new());
        for person in TEAM {
            let copy = folder.path().join(format!("{person}.outturn"));
            office.ask(json!({ "do": "hand-out", "person": person, "path": text(&copy) }));
            let shared = folder.path().join(person);
            fs::create_dir(&shared).unwrap();
            let seat = Seat::at(&copy);
            seat.ask(json!({ "do": "share-through", "folder": text(&shared) }));
            files.push(copy);
            folders.push(shared);
            seats.push(seat);
        }
        Self {
            _folder: folder,
            folders,
            files,
            seats,
        }
    }

    /// What every synchroniser does: a file that is in one folder comes to be in the others.
    fn carry(&self) {
        let all: BTreeMap<String, Vec<u8>> = self
            .folders
            .iter()
            .flat_map(|folder| held(folder))
            .collect();
        for folder in &self.folders {
            for (name, bytes) in &all {
                let path = folder.join(name);
                if !path.exists() {
                    fs::write(path, bytes).unwrap();
                }
            }
        }
    }

    fn share(&self, at: usize) -> Value {
        self.seats[at].ask(json!({ "do": "share" }))
    }

    fn headings(&self, section: &str) -> Vec<String> {
        let each = self.seats.iter();
        each.map(|seat| seat.field(section, "heading")).collect()
    }
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

/// The files of a folder, by name.
fn held(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    files
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn what_each_does_reaches_all_and_nothing_is_written_twice() {
    let team = Team::new();
    let (own, others) = (team.seats[0].led_by("wr"), team.seats[2].led_by("sn"));
    team.seats[0].set(&format!("section/{own}#heading"), "As its lead says");
    team.seats[2].set(&format!("section/{others}#heading"), "As the other says");
    team.seats[1].set(COMMITTEE, "Executive Board");
    for round in 0..3 {
        for at in 0..3 {
            let shared = team.share(at);
            assert_eq!(shared["passedOver"], json!([]), "{round} {shared}");
            team.carry();
        }
    }
    assert_eq!(team.headings(&own), ["As its lead says"; 3]);
    assert_eq!(team.headings(&others), ["As the other says"; 3]);
    // All of it is known to all: there is nothing left to say.
    let before = held(&team.folders[0]);
    assert!((3..=6).contains(&before.len()), "{:?}", before.keys());
    for at in [0, 1, 2, 1, 0] {
        let shared = team.share(at);
        assert_eq!(shared["came"]["by"], json!([]), "{shared}");
        assert_eq!(shared["told"], "Nothing of yours was new to the others.");
        team.carry();
    }
    assert_eq!(held(&team.folders[0]), before);

    // An edit goes out when the file is closed, and waits for the others.
    team.seats[1].set(&format!("section/{own}#heading"), "As the team says");
    team.seats[1].ask(json!({ "do": "close" }));
    team.carry();
    let waits = team.seats[0].ask(json!({ "do": "sharing" }));
    assert_eq!(
        (&waits["waiting"], &waits["isThere"]),
        (&json!(1), &json!(true))
    );
    team.share(0);
    assert_eq!(team.seats[0].field(&own, "heading"), "As the team says");
    let after = held(&team.folders[0]);
    assert!(
        before
            .iter()
            .all(|(name, bytes)| after.get(name) == Some(bytes))
    );
}

#[test]
fn a_file_that_is_not_what_its_name_says_is_passed_over_until_it_is() {
    let team = Team::new();
    let own = team.seats[0].led_by("wr");
    team.seats[0].set(&format!("section/{own}#heading"), "From afar");
    team.share(0);
    let (name, bytes) = held(&team.folders[0]).pop_first().unwrap();
    let shared = &team.folders[1];

    let elsewhere = tempfile::tempdir().unwrap();
    let foreign = foreign_changes(&elsewhere);
    for (file, bytes) in [
        (name.as_str(), &bytes[..bytes.len() / 2]),
        ("copy of it.outturn-changes", &bytes),
        (".~tmp.outturn-changes", b"{".as_slice()),
        ("notes.txt", b"Please ring."),
        (&foreign.0, &foreign.1),
    ] {
        fs::write(shared.join(file), bytes).unwrap();
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(
        team.folders[0].join(&name),
        shared.join(format!("{}.outturn-changes", "a".repeat(64))),
    )
    .unwrap();
    let before = team.seats[1].field(&own, "heading");
    let passed = team.share(1)["passedOver"].clone();
    let passed: Vec<&str> = passed
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let says = |part: &str, why: &str| {
        let found = passed
            .iter()
            .any(|said| said.contains(part) && said.contains(why));
        assert!(found, "{part}: {passed:?}");
    };
    says(&name, "not arrived whole");
    says("copy of it", "Outturn did not write it");
    says(&foreign.0, "come from another file");
    if cfg!(unix) {
        says("aaaa", "Outturn did not write it");
    }
    assert_eq!(passed.len(), if cfg!(unix) { 4 } else { 3 }, "{passed:?}");
    assert_eq!(team.seats[1].field(&own, "heading"), before);

    // It is whole now.
    fs::write(shared.join(&name), &bytes).unwrap();
    let came = team.share(1);
    assert!(!came["passedOver"].to_string().contains(&name), "{came}");
    assert_eq!(team.seats[1].field(&own, "heading"), "From afar");
}

/// A file of changes of another directorate, under its right name.
fn foreign_changes(folder: &TempDir) -> (String, Vec<u8>) {
    let file = folder.path().join("other.outturn");
    let outside = Rehearsal::new(folder.path());
    let made = Batch::default().pack(&sample("decision-report"), &file, &outside);
    made.unwrap();
    let shared = folder.path().join("shared");
    fs::create_dir(&shared).unwrap();
    let said = cli(folder.path(), &[&"share", &file, &"--folder", &shared]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    held(&shared).pop_first().unwrap()
}

#[test]
fn a_copy_from_a_backup_reads_again_and_a_folder_that_is_away_says_so() {
    let team = Team::new();
    let own = team.seats[0].led_by("wr");
    let backup = fs::read(&team.files[1]).unwrap();
    for heading in ["One", "Two"] {
        team.seats[0].set(&format!("section/{own}#heading"), heading);
        team.share(0);
        team.carry();
        team.share(1);
        team.carry();
    }
    assert_eq!(team.seats[1].field(&own, "heading"), "Two");
    team.seats[1].ask(json!({ "do": "close" }));
    fs::write(&team.files[1], backup).unwrap();
    team.seats[1].open(&team.files[1]);
    assert_ne!(team.seats[1].field(&own, "heading"), "Two");
    team.share(1);
    assert_eq!(team.seats[1].field(&own, "heading"), "Two");

    let away = team.folders[1].with_extension("away");
    fs::rename(&team.folders[1], &away).unwrap();
    assert_eq!(
        team.seats[1].ask(json!({ "do": "sharing" }))["isThere"],
        false
    );
    let refusal = team.seats[1].refused(json!({ "do": "share" }));
    assert_eq!(refusal["code"], "share-no-folder");
    // What is done meanwhile goes out when the folder is back.
    team.seats[1].set(COMMITTEE, "Cabinet");
    team.seats[1].ask(json!({ "do": "close" }));
    fs::rename(&away, &team.folders[1]).unwrap();
    team.seats[1].open(&team.files[1]);
    team.share(1);
    team.carry();
    team.share(0);
    let report = team.seats[0].ask(json!({ "do": "report", "report": REPORT }));
    assert_eq!(report["fields"]["committee"], "Cabinet", "{report}");
    team.seats[1].ask(json!({ "do": "share-through", "folder": null }));
    assert_eq!(team.seats[1].ask(json!({ "do": "sharing" }))["folder"], "");
    let refusal = team.seats[1].refused(json!({ "do": "share" }));
    assert_eq!(refusal["code"], "share-not-chosen");
}

#[test]
fn a_real_synchroniser_carries_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = packed(&folder);
    let copy = folder.path().join("copy.outturn");
    let office = Seat::at(&file);
    office.ask(json!({ "do": "hand-out", "person": "wr", "path": text(&copy) }));
    let lead = Seat::at(&copy);
    let [here, there] = two_peers().unwrap();
    office.ask(json!({ "do": "share-through", "folder": text(&here.folder) }));
    lead.ask(json!({ "do": "share-through", "folder": text(&there.folder) }));
    let section = lead.led_by("wr");
    let heading = format!("section/{section}#heading");
    let names = |folder: &Path| -> Vec<String> {
        let all = held(folder).into_keys();
        all.filter(|name| name.ends_with(".outturn-changes"))
            .collect()
    };
    for round in 0..4 {
        let said = format!("Round {round}");
        let (from, to, into) = match round % 2 {
            0 => ((&lead, &there), &office, &here),
            _ => ((&office, &here), &lead, &there),
        };
        from.0.set(&heading, &said);
        from.0.ask(json!({ "do": "share" }));
        for name in names(&from.1.folder) {
            arrives(&into.folder.join(name)).unwrap();
        }
        let came = to.ask(json!({ "do": "share" }));
        assert_eq!(came["passedOver"], json!([]), "{came}");
        assert_eq!(to.field(&section, "heading"), said);
    }
    assert_eq!(names(&here.folder), names(&there.folder));
}
