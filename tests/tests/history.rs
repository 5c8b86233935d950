//! The history of a file goes with its folder in the text form, and comes back from it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use outturn_store::{HistoryFilter, Store};
use outturn_tests::devhost::Devhost;
use outturn_tests::programs::{cli, sample};
use serde_json::{Value, json};
use tempfile::TempDir;

const TITLE: &str = "report/2013-14-q2#title";

/// A folder with a file that was worked in.
fn worked_in() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("overview.outturn");
    let host = Devhost::start(folder.path(), "Head of Service").unwrap();
    let packed = cli(
        folder.path(),
        &[&"pack", &sample("directorate-overview"), &file],
    );
    assert_eq!(packed.code, Some(0), "{}", packed.err);
    open(&host, &file);
    for title in ["=1+1, “so”", "Another title", "A third"] {
        host.call(&json!({ "do": "edit", "changes": [{ "change": "set", "place": TITLE, "text": title }] }))
            .unwrap();
    }
    let section = host
        .call(&json!({ "do": "edit", "changes": [{ "change": "add", "entity": "section", "parent": "2013-14-q2", "after": null, "fields": { "heading": "More" } }] }))
        .unwrap();
    let added = section["with"]["added"][0].as_str().unwrap();
    host.call(&json!({ "do": "edit", "changes": [{ "change": "remove", "place": format!("section/{added}") }] }))
        .unwrap();
    for step in ["undo", "undo", "undo", "redo"] {
        host.call(&json!({ "do": step })).unwrap();
    }
    drop(host);
    (folder, file)
}

fn open(host: &Devhost, file: &Path) -> Value {
    let path = file.display().to_string();
    let workspace = host.call(&json!({ "do": "open", "path": path, "readOnly": false }));
    workspace.unwrap()["with"].clone()
}

/// Every file of a folder.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for path in fs::read_dir(next)
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

#[test]
fn the_history_goes_with_the_folder_and_comes_back() {
    let (folder, file) = worked_in();
    let own = folder.path();
    let [form, again, second] = ["form", "again", "second.outturn"].map(|name| own.join(name));
    for said in [
        cli(own, &[&"unpack", &file, &form]),
        cli(own, &[&"pack", &form, &second]),
        cli(own, &[&"unpack", &second, &again]),
    ] {
        assert_eq!(said.code, Some(0), "{}", said.err);
    }
    assert!(form.join("history.csv").is_file());
    assert!(contents(&form) == contents(&again));

    let past = |path: &Path| {
        let store = Store::open_read_only(path).unwrap();
        assert_eq!(store.verify().unwrap(), []);
        let all = HistoryFilter {
            limit: usize::MAX,
            cells: usize::MAX,
            ..HistoryFilter::default()
        };
        store.history(&all).unwrap()
    };
    assert_eq!(past(&file), past(&second));

    // Undo and redo go on in the new file as in the old one.
    let hosts = [&file, &second].map(|file| {
        let host = Devhost::start(own, "Head of Service").unwrap();
        let workspace = open(&host, file);
        (host, workspace["undo"].clone(), workspace["redo"].clone())
    });
    let [(one, undo, redo), (two, other_undo, other_redo)] = hosts;
    assert_eq!((&undo, &redo), (&other_undo, &other_redo));
    assert!(undo.is_string() && redo.is_string(), "{undo} {redo}");
    for step in ["redo", "undo", "undo", "undo", "undo", "redo"] {
        let [said, other] = [&one, &two].map(|host| host.call(&json!({ "do": step })));
        assert_eq!(said, other, "{step}");
    }
}

#[test]
fn a_file_that_nobody_changed_has_no_history_to_carry() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path();
    let [file, form] = ["new.outturn", "form"].map(|name| own.join(name));
    let made = cli(own, &[&"new", &file, &"--period", &"2026-27-q2"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let unpacked = cli(own, &[&"unpack", &file, &form]);
    assert_eq!(unpacked.code, Some(0), "{}", unpacked.err);
    assert!(!form.join("history.csv").exists());
}

#[test]
fn a_history_that_does_not_lead_to_the_content_is_refused_by_its_line() {
    let (folder, file) = worked_in();
    let own = folder.path();
    let [form, second] = ["form", "second.outturn"].map(|name| own.join(name));
    assert_eq!(cli(own, &[&"unpack", &file, &form]).code, Some(0));
    let history = form.join("history.csv");
    let whole = fs::read_to_string(&history).unwrap();
    let title = whole
        .lines()
        .position(|line| line.contains(",title,"))
        .unwrap();
    for (from, to, words) in [
        (
            "Another title",
            "Any other title",
            "is not what the lines above lead to",
        ),
        ("redo", "edit", "is not what the lines above lead to"),
        (",title,", ",titel,", "“field”"),
    ] {
        assert!(whole.contains(from), "{from}");
        fs::write(&history, whole.replacen(from, to, 1)).unwrap();
        let said = cli(own, &[&"pack", &form, &second]);
        assert_eq!(said.code, Some(2), "{from}");
        assert!(
            said.err.starts_with("history.csv:") && said.err.contains(words),
            "{from}: {}",
            said.err
        );
        assert!(!second.exists());
    }
    assert!(title > 0);

    // The other files changed by hand: packed once the history is taken out.
    fs::write(&history, &whole).unwrap();
    let report = form.join("reports/2013-14-q2/report.toml");
    let text = fs::read_to_string(&report).unwrap();
    fs::write(
        &report,
        text.replacen("title = \"", "title = \"By hand: ", 1),
    )
    .unwrap();
    let said = cli(own, &[&"pack", &form, &second]);
    assert_eq!(said.code, Some(2));
    assert!(
        said.err.contains(TITLE) && said.err.contains("take"),
        "{}",
        said.err
    );
    fs::remove_file(&history).unwrap();
    assert_eq!(cli(own, &[&"pack", &form, &second]).code, Some(0));
}

#[test]
fn history_that_was_written_over_is_told() {
    let (folder, file) = worked_in();
    let sound = cli(folder.path(), &[&"verify", &file]);
    assert!(!sound.out.contains("cannot be relied on"), "{}", sound.out);
    // The first of the titles is in history alone by now.
    let conn = rusqlite::Connection::open(&file).unwrap();
    let sql = r#"UPDATE "change_cell" SET "after" = 'Another' WHERE "after" = 'Another title'"#;
    assert!(conn.execute(sql, []).unwrap() > 0);
    drop(conn);
    let broken = cli(folder.path(), &[&"verify", &file]);
    assert_eq!(broken.code, Some(1), "{}", broken.out);
    let told = "The history cannot be relied on from change 3 on";
    assert!(broken.out.contains(told), "{}", broken.out);
}

#[test]
fn a_page_of_history_that_was_lost_stops_the_file() {
    let (folder, file) = worked_in();
    let conn = rusqlite::Connection::open(&file).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'change_cell'";
    let page: usize = conn
        .query_row(sql, [], |row| row.get::<_, u32>(0))
        .unwrap()
        .try_into()
        .unwrap();
    drop(conn);
    let mut bytes = fs::read(&file).unwrap();
    // Past its root, the table goes on in whatever pages came next when it grew.
    bytes[(page - 1) * 4096..page * 4096].fill(0xA5);
    fs::write(&file, &bytes).unwrap();
    let refused = cli(folder.path(), &[&"check", &file]);
    assert_eq!(refused.code, Some(2), "{}", refused.out);
    assert!(refused.err.contains("damaged"), "{}", refused.err);
}
