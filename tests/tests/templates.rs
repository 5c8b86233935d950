//! Templates that users save: from a report to a file, and from that file to another report. What
//! cannot be used as one says so, and nothing is changed.

use std::fs;
use std::path::{Path, PathBuf};

use outturn_tests::devhost::Devhost;
use outturn_tests::programs::{cli, sample};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The real program with a copy of a sample open.
struct Desk {
    host: Devhost,
    folder: TempDir,
}

impl Desk {
    fn with(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let host = Devhost::start(folder.path(), "Performance Officer").unwrap();
        let desk = Self { host, folder };
        let file = desk.path("report.outturn");
        let packed = cli(desk.folder.path(), &[&"pack", &sample(name), &file]);
        assert_eq!(packed.code, Some(0), "{}", packed.err);
        let path = file.display().to_string();
        desk.call(json!({ "do": "open", "path": path, "readOnly": false }));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn call(&self, request: Value) -> Value {
        self.host.call(&request).unwrap()["with"].clone()
    }

    /// The sentence that refuses a request.
    fn refused(&self, request: &Value) -> String {
        let refusal = self.host.call(request).expect_err(&request.to_string());
        refusal["sentence"].as_str().unwrap().to_owned()
    }

    fn reports(&self) -> Vec<String> {
        let workspace = self.call(json!({ "do": "workspace" }));
        let reports = workspace["reports"].as_array().unwrap();
        let id = |report: &Value| report["id"].as_str().unwrap().to_owned();
        reports.iter().map(id).collect()
    }

    /// Saves the layout of the first report.
    fn save(&self, name: &str) -> PathBuf {
        let path = self.path(name);
        let report = self.reports()[0].clone();
        self.call(json!({
            "do": "save-template", "report": report, "path": path.display().to_string(),
            "words": false
        }));
        path
    }

    fn add(&self, template: &Path) -> Value {
        json!({
            "do": "add-report", "period": "2026-27-q2",
            "template": { "file": template.display().to_string() }
        })
    }
}

#[test]
fn a_command_line_starts_a_file_from_a_saved_template() {
    let desk = Desk::with("directorate-overview");
    let template = desk.save("overview.outturn-template");
    let file = desk.path("new.outturn");
    let council = "Larkfield City Council";
    let words = [
        "--period",
        "2026-27-q1",
        "--council",
        council,
        "--directorate",
        "Adults",
    ];
    let mut args: Vec<&dyn AsRef<std::ffi::OsStr>> = vec![&"new", &file, &"--template", &template];
    args.extend(words.iter().map(|word| word as &dyn AsRef<std::ffi::OsStr>));
    let made = cli(desk.folder.path(), &args);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let path = file.display().to_string();
    desk.call(json!({ "do": "open", "path": path, "readOnly": false }));
    let workspace = desk.call(json!({ "do": "workspace" }));
    assert_eq!(workspace["directorate"]["council"], council);
    assert_eq!(desk.reports(), ["2026-27-q1"]);
}

#[test]
fn what_is_no_template_says_so_and_changes_nothing() {
    let desk = Desk::with("directorate-overview");
    let template = desk.save("overview.outturn-template");
    let before = desk.reports();

    let newer = desk.path("newer.outturn-template");
    let mut bytes = fs::read(&template).unwrap();
    // Where SQLite keeps the number that says the file's format.
    bytes[60..64].copy_from_slice(&9_u32.to_be_bytes());
    fs::write(&newer, bytes).unwrap();

    let cut = desk.path("cut.outturn-template");
    let bytes = fs::read(&template).unwrap();
    fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();

    let foreign = desk.path("foreign.outturn-template");
    fs::write(&foreign, "A letter.").unwrap();

    let report = desk.path("copy.outturn-template");
    fs::copy(desk.path("report.outturn"), &report).unwrap();

    for (path, says) in [
        (&newer, "newer"),
        (&cut, "is missing"),
        (&foreign, "not an Outturn file"),
        (&report, "not a template"),
        (&desk.path("nowhere.outturn-template"), "There is no file"),
    ] {
        let bytes = fs::read(path).ok();
        let read = json!({ "do": "read-template", "path": path.display().to_string() });
        for request in [read, desk.add(path)] {
            let sentence = desk.refused(&request);
            assert!(sentence.contains(says), "{sentence}");
            let name = path.file_name().unwrap().to_str().unwrap();
            assert!(sentence.contains(name), "{sentence}");
        }
        assert_eq!(fs::read(path).ok(), bytes, "{}", path.display());
    }
    assert_eq!(desk.reports(), before);
}

#[test]
fn a_template_has_a_name_of_its_own() {
    let desk = Desk::with("directorate-overview");
    let report = desk.reports()[0].clone();
    let save = |name: &str| {
        let path = desk.path(name).display().to_string();
        json!({ "do": "save-template", "report": report, "path": path, "words": true })
    };
    assert!(
        desk.refused(&save("overview.outturn"))
            .contains(".outturn-template")
    );
    desk.call(save("overview.outturn-template"));
    let sentence = desk.refused(&save("overview.outturn-template"));
    assert!(sentence.contains("already"), "{sentence}");
}
