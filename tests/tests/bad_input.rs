//! What people type, paste and write by hand that does not fit: refused in words of its own, beside
//! its place, and nothing changed.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use outturn_tests::devhost::Devhost;
use outturn_tests::programs::{Said, cli, program, sample};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The real program with a copy of the indicator report open.
struct Desk {
    host: Devhost,
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let host = Devhost::start(folder.path(), "Head of Families").unwrap();
        let desk = Self { host, folder };
        let packed = cli(
            desk.folder.path(),
            &[&"pack", &sample("indicator-report"), &desk.file()],
        );
        assert_eq!(packed.code, Some(0), "{}", packed.err);
        let path = desk.file().display().to_string();
        desk.host
            .call(&json!({ "do": "open", "path": path, "readOnly": false }))
            .unwrap();
        desk
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("report.outturn")
    }

    fn edit(&self, change: Value) -> Result<Value, Value> {
        self.host
            .call(&json!({ "do": "edit", "changes": [change] }))
    }

    /// Makes a change that must be refused, and gives the refusal. Nothing of the file may change.
    fn refused(&self, change: Value) -> Value {
        let before = fs::read(self.file()).unwrap();
        let refusal = self.edit(change.clone()).expect_err(&change.to_string());
        assert!(
            fs::read(self.file()).unwrap() == before,
            "{change} changed the file"
        );
        let sentence = refusal["sentence"].as_str().unwrap();
        assert!(
            sentence.ends_with('.') && !sentence.contains("{ $"),
            "{sentence}"
        );
        assert!(refusal["place"].is_string(), "{refusal}");
        refusal
    }

    fn cell(&self, measure: &str, series: &str, period: &str) -> Value {
        let reply = self
            .host
            .call(&json!({ "do": "measure", "measure": measure }))
            .unwrap();
        let view = &reply["with"];
        let column = view["columns"]
            .as_array()
            .unwrap()
            .iter()
            .position(|column| column["period"] == period);
        let rows = view["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["series"] == series).unwrap();
        row["cells"][column.unwrap()].clone()
    }

    fn report_fields(&self) -> Value {
        self.host
            .call(&json!({ "do": "report", "report": REPORT }))
            .unwrap()["with"]["fields"]
            .clone()
    }
}

const REPORT: &str = "2008-09-q3";
const CARD: &str = "2008-09-q3/local-area-agreement-2/ni-056";

fn figure(measure: &str, text: &str) -> Value {
    json!({ "change": "set-figure", "measure": measure, "series": "actual", "period": REPORT, "text": text })
}

fn set(place: &str, text: &str) -> Value {
    json!({ "change": "set", "place": place, "text": text })
}

#[test]
fn figures_are_read_as_people_type_them_or_refused() {
    let desk = Desk::new();
    let add = |unit: &str| {
        let fields = json!({ "name": unit, "unit": unit });
        let reply = desk.edit(json!({ "change": "add", "entity": "measure", "parent": null, "after": null, "fields": fields }));
        reply.unwrap()["with"]["added"][0]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let [number, percent, pounds, thousands] =
        ["number", "percent", "pounds", "thousand-pounds"].map(add);
    for (measure, typed, shown) in [
        (&number, "1,234.5", "1,234.5"),
        (&number, "(416)", "−416"),
        (&number, "−3", "−3"),
        (&number, "N/A", "N/A"),
        (&number, "-", "-"),
        (&percent, "12%", "12%"),
        (&pounds, "£1.2m", "£1,200,000"),
        (&thousands, "£1.2m", "£1,200k"),
    ] {
        desk.edit(figure(measure, typed))
            .unwrap_or_else(|refusal| panic!("{typed}: {refusal}"));
        let cell = desk.cell(measure, "actual", REPORT);
        assert_eq!(cell["shown"], shown, "{typed}");
        // What is offered for editing reads as the same figure again.
        let entered = cell["entered"].as_str().unwrap();
        desk.edit(figure(measure, entered))
            .unwrap_or_else(|refusal| panic!("{entered}: {refusal}"));
        assert_eq!(desk.cell(measure, "actual", REPORT), cell, "{typed}");
    }
    let digits = "1234567890123456789012345678901234567890";
    for (measure, typed, code) in [
        (&number, "1.2.3", "entry-not-a-number"),
        (&number, "12,34", "entry-not-a-number"),
        (&number, "£1.2m", "entry-not-money"),
        (&number, "12%", "entry-not-percent"),
        (&number, digits, "entry-too-many-digits"),
        (&pounds, digits, "entry-too-many-digits"),
    ] {
        let before = desk.cell(measure, "actual", REPORT);
        let refusal = desk.refused(figure(measure, typed));
        assert_eq!(refusal["code"], code, "{typed}: {refusal}");
        assert_eq!(
            refusal["place"],
            format!("value/{measure}/actual/{REPORT}#amount")
        );
        assert_eq!(desk.cell(measure, "actual", REPORT), before, "{typed}");
    }
}

#[test]
fn days_that_do_not_exist_are_refused() {
    let desk = Desk::new();
    let place = format!("report/{REPORT}#meeting");
    for (typed, code) in [
        ("31 June 2026", "entry-no-such-day"),
        ("31/06/2027", "entry-no-such-day"),
        ("29/2/2027", "entry-no-such-day"),
        ("next Tuesday", "entry-not-a-date"),
        ("2026-13-01", "entry-not-a-date"),
    ] {
        let refusal = desk.refused(set(&place, typed));
        assert_eq!(refusal["code"], code, "{typed}");
        assert!(
            refusal["sentence"].as_str().unwrap().contains(typed),
            "{refusal}"
        );
        assert_eq!(refusal["place"], place);
    }
    let refusal = desk.refused(set(&place, "31/06/2027"));
    assert!(
        refusal["sentence"]
            .as_str()
            .unwrap()
            .contains("June 2027 has 30 days"),
        "{refusal}"
    );
    desk.edit(set(&place, "4th November 2027")).unwrap();
    assert_eq!(desk.report_fields()["meeting"], "4/11/2027");
    desk.edit(set(&place, "30 June 2026")).unwrap();
    assert_eq!(desk.report_fields()["meeting"], "30/6/2026");
}

#[test]
fn a_field_that_takes_only_a_number_asks_for_no_words() {
    let desk = Desk::new();
    for typed in ["N/A", "some", "12 or so"] {
        let refusal = desk.refused(set("measure/ni-056#range_low", typed));
        assert_eq!(refusal["code"], "entry-not-a-plain-number", "{typed}");
        assert!(
            !refusal["sentence"].as_str().unwrap().contains("or words"),
            "{refusal}"
        );
    }
}

#[test]
fn text_that_hides_something_or_never_ends_is_refused() {
    let desk = Desk::new();
    let title = format!("report/{REPORT}#title");
    let commentary = format!("entry/{CARD}#commentary");
    let before = desk.report_fields();
    for (place, typed, code) in [
        (
            &title,
            "Perform\u{0}ance".to_owned(),
            "entry-hidden-character",
        ),
        (
            &title,
            "Perform\u{1b}[31mance".to_owned(),
            "entry-hidden-character",
        ),
        (
            &title,
            "gnp.\u{202E}Performance".to_owned(),
            "entry-hidden-character",
        ),
        (
            &commentary,
            "Fine \u{2066}words".to_owned(),
            "entry-hidden-character",
        ),
        (&title, "a".repeat(1 << 20), "entry-too-long"),
        (&commentary, "Pasted. ".repeat(1 << 17), "entry-too-long"),
    ] {
        let refusal = desk.refused(set(place, &typed));
        assert_eq!(refusal["code"], code, "{refusal}");
        assert_eq!(refusal["place"], **place);
        assert!(
            refusal["sentence"].as_str().unwrap().len() < 300,
            "{refusal}"
        );
    }
    assert_eq!(desk.report_fields(), before);
}

#[test]
fn marks_of_other_languages_are_printed_as_they_were_typed() {
    let desk = Desk::new();
    let hostile = [
        "#set page(width: 1pt) #panic()",
        "$ integral_0^1 x $ costs $5",
        "<script>alert(1)</script> & <b>bold</b>",
        "'; DROP TABLE measure; --",
        "=HYPERLINK(\"http://a.example\")",
        "\\ *stars* _lines_ [a](b) `code` @ref ~ // /* */",
        "{{ name }} { $count } %s",
    ];
    desk.edit(set(&format!("report/{REPORT}#title"), hostile[0]))
        .unwrap();
    desk.edit(set("measure/ni-056#name", hostile[1])).unwrap();
    let blocks: Vec<Value> = hostile
        .iter()
        .map(|text| json!({ "kind": "paragraph", "inlines": [{ "kind": "text", "text": text }] }))
        .collect();
    let place = format!("entry/{CARD}#commentary");
    desk.edit(json!({ "change": "set-prose", "place": place, "blocks": blocks }))
        .unwrap();
    assert_eq!(desk.report_fields()["title"], hostile[0]);

    let paper = desk.folder.path().join("paper.pdf");
    let export = json!({ "do": "export", "report": REPORT, "path": paper.display().to_string(), "draft": true, "overwrite": false });
    desk.host.call(&export).unwrap();
    let text = words_of(&paper);
    for typed in hostile {
        assert!(text.contains(&words(typed)), "{typed}");
    }
}

fn words_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(pdf)
        .arg("-")
        .output()
        .unwrap();
    words(&String::from_utf8(output.stdout).unwrap())
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

type Spoil = fn(&Path);

#[test]
fn the_command_line_says_what_it_was_given_and_what_it_takes() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path();
    let file = own.join("report.outturn");
    let form = sample("indicator-report");
    let refused = |said: Said, words: &[&str]| {
        assert_eq!(
            (said.code, said.out.as_str()),
            (Some(2), ""),
            "{}",
            said.err
        );
        for words in words {
            assert!(said.err.contains(words), "{words} is not in {}", said.err);
        }
    };
    let long = "a".repeat(600);
    for (option, typed, name) in [
        ("--council", long.as_str(), "The council’s name"),
        ("--council", "West\tmere", "The council’s name"),
        ("--directorate", long.as_str(), "The directorate’s name"),
    ] {
        let said = cli(
            own,
            &[&"new", &file, &"--period", &"2026-27-q2", &option, &typed],
        );
        refused(said, &[name, "cannot be used"]);
    }
    refused(
        cli(own, &[&"pack", &own.join("no such folder"), &file]),
        &["There is no folder", "no such folder"],
    );
    let period = [&"--period" as &dyn AsRef<OsStr>, &"2026-27-q2"];
    for wrong in ["q.pdf", "q.outtrun", "q.v2"] {
        let path = own.join(wrong);
        refused(cli(own, &[&"pack", &form, &path]), &[wrong, ".outturn"]);
        let new: [&dyn AsRef<OsStr>; 2] = [&"new", &path];
        refused(
            cli(own, &[&new[..], &period].concat()),
            &[wrong, ".outturn"],
        );
    }
    for length in [240, 300] {
        let path = own.join(format!("{}.outturn", "a".repeat(length)));
        refused(cli(own, &[&"pack", &form, &path]), &["is too long"]);
        let new: [&dyn AsRef<OsStr>; 2] = [&"new", &path];
        refused(cli(own, &[&new[..], &period].concat()), &["is too long"]);
    }
    assert_eq!(fs::read_dir(own).unwrap().count(), 0);

    let said = cli(own, &[&"pack", &form, &own.join("report")]);
    assert_eq!(
        said.out,
        format!("Made {}\n", file.display()),
        "{}",
        said.err
    );
    for command in ["check", "export"] {
        let out = own.join("paper.pdf");
        let mut words: Vec<&dyn AsRef<OsStr>> = vec![&command, &file, &"--report", &"Q3"];
        if command == "export" {
            words.extend([&"--out" as &dyn AsRef<OsStr>, &out]);
        }
        refused(cli(own, &words), &["no report for “Q3”", REPORT]);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.outturn");
    let packed = cli(
        folder.path(),
        &[&"pack", &sample("indicator-report"), &file],
    );
    assert_eq!(packed.code, Some(0), "{}", packed.err);
    for more in [&[][..], &["--json"]] {
        let mut check = Command::new(program("outturn-cli"))
            .arg("check")
            .arg(&file)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(check.stdout.take());
        let ended = check.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
        assert!(matches!(ended.status.code(), Some(0 | 1)), "{ended:?}");
    }
    // So with what is said of a mistake.
    let mut refused = Command::new(program("outturn-cli"))
        .args(["check", "nowhere.outturn"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(refused.stderr.take());
    assert_eq!(refused.wait().unwrap().code(), Some(2));
}

/// A text form, what is wrong with it, where the message says it is, and words of its sentence.
const BAD_FORMS: &[(Spoil, &str, &str)] = &[
    (
        |dir| fs::remove_file(dir.join("directorate.toml")).unwrap(),
        "directorate.toml: ",
        "This file is missing,",
    ),
    (
        |dir| change(dir, "measures.toml", "polarity = ", "polarrity = "),
        "measures.toml:",
        "Did you mean “polarity”?",
    ),
    (
        |dir| {
            change(
                dir,
                "reports/2008-09-q3/report.toml",
                "past_years = 3",
                "past_years = true",
            )
        },
        "report.toml:",
        "Expected a whole number, such as 2; found true or false.",
    ),
    (
        |dir| change(dir, "measures.toml", "id = \"ni-063\"", "id = \"ni-056\""),
        "measures.toml:",
        "The id “ni-056” is used already, in measures.toml on line ",
    ),
    (
        |dir| {
            change(
                dir,
                "reports/2008-09-q3/report.toml",
                "2009-02-24",
                "2009-06-31",
            )
        },
        "report.toml:",
        "2009-06-31",
    ),
    (
        |dir| change(dir, "values.csv", "2005-06,272.6", "2005-06,\"1,234.5\""),
        "values.csv:2: amount: ",
        "“1,234.5” is not a number as it is written here.",
    ),
    (
        |dir| change(dir, "values.csv", "2005-06,272.6", "2005-06,£1.2m"),
        "values.csv:2: amount: ",
        "“£1.2m” is not a number as it is written here.",
    ),
    (
        |dir| change(dir, "values.csv", "2005-06,272.6", "2005-06,(416)"),
        "values.csv:2: amount: ",
        "“(416)” is not a number as it is written here.",
    ),
    (
        |dir| change(dir, "values.csv", "2005-06,272.6", "2005-06,1.2.3"),
        "values.csv:2: amount: ",
        "“1.2.3” is not a number as it is written here.",
    ),
    (
        |dir| {
            change(
                dir,
                "values.csv",
                "2005-06,272.6",
                "2005-06,1234567890123456789012345678901234567890",
            )
        },
        "values.csv:2: amount: ",
        "This number has too many digits;",
    ),
    (
        |dir| change(dir, "directorate.toml", "name = \"", "name = \"\u{202E}"),
        "directorate.toml:",
        "There is a hidden character (U+202E)",
    ),
    (
        |dir| {
            change(
                dir,
                "people.csv",
                "\n",
                &format!("\nlong,,{},,\n", "a".repeat(1 << 20)),
            )
        },
        "people.csv:2: post: ",
        "This has 1048576 characters; it can have 500.",
    ),
];

fn change(dir: &Path, file: &str, from: &str, to: &str) {
    let path = dir.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_bad_text_form_is_refused_with_file_line_and_field() {
    for (spoil, at, words) in BAD_FORMS {
        let folder = tempfile::tempdir().unwrap();
        let (form, file) = (
            folder.path().join("form"),
            folder.path().join("new.outturn"),
        );
        copy(&sample("indicator-report"), &form);
        spoil(&form);
        let said = cli(folder.path(), &[&"pack", &form, &file]);
        assert_eq!(
            (said.code, said.out.as_str()),
            (Some(2), ""),
            "{words}: {}",
            said.err
        );
        let told = said
            .err
            .lines()
            .any(|line| line.contains(at) && line.contains(words));
        assert!(told, "{at} … {words} is not in\n{}", said.err);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{words}");
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
