//! A report kind that no sample has, laid out from nothing by what the screens ask for, and exported;
//! and formulas that cannot be worked out.

use std::fs;
use std::process::Command;

use outturn_tests::approval::let_through_in;
use outturn_tests::devhost::Devhost;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The real program with a new file open.
struct Desk {
    host: Devhost,
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let host = Devhost::start(folder.path(), "Performance Officer").unwrap();
        let path = folder
            .path()
            .join("libraries.outturn")
            .display()
            .to_string();
        let desk = Self { host, folder };
        desk.call(json!({
            "do": "create", "path": path, "template": { "carried": "directorate-overview" },
            "council": "Westmere Borough Council", "directorate": "Libraries",
            "period": "2026-27-q2"
        }));
        desk
    }

    fn call(&self, request: Value) -> Value {
        self.host.call(&request).unwrap()["with"].clone()
    }

    /// Makes changes as one step, and gives the ids of the rows they add.
    fn edit(&self, changes: Value) -> Vec<String> {
        let committed = self.call(json!({ "do": "edit", "changes": changes, "agreed": true }));
        let added = committed["added"].as_array().unwrap();
        added
            .iter()
            .map(|id| id.as_str().unwrap().to_owned())
            .collect()
    }

    fn add(&self, entity: &str, parent: &str, after: Option<&str>, fields: Value) -> String {
        let added = self.edit(json!([{
            "change": "add", "entity": entity, "parent": parent, "after": after, "fields": fields
        }]));
        added[0].clone()
    }

    fn set(&self, place: &str, text: &str) {
        self.edit(json!([{ "change": "set", "place": place, "text": text }]));
    }

    fn report(&self) -> Value {
        let workspace = self.call(json!({ "do": "workspace" }));
        self.call(json!({ "do": "report", "report": workspace["reports"][0]["id"] }))
    }

    fn findings(&self) -> Vec<Value> {
        let report = self.report()["id"].clone();
        let view = self.call(json!({ "do": "findings", "report": report }));
        view["findings"].as_array().unwrap().clone()
    }

    /// A table with columns, each its fields, after a section; the ids of section and columns.
    fn table(&self, heading: &str, after: &str, columns: &[Value]) -> (String, Vec<String>) {
        let report = self.report()["id"].as_str().unwrap().to_owned();
        let fields = json!({ "kind": "schedule", "heading": heading });
        let section = self.add("section", &report, Some(after), fields);
        let mut ids: Vec<String> = Vec::new();
        for column in columns {
            let after = ids.last().cloned();
            ids.push(self.add("column", &section, after.as_deref(), column.clone()));
        }
        (section, ids)
    }

    fn lines(&self, section: &str, columns: &[String], lines: &[(&str, &str, &[&str])]) {
        let mut after: Option<String> = None;
        for (kind, label, cells) in lines {
            let fields = json!({ "kind": kind, "label": label });
            let line = self.add("line", section, after.as_deref(), fields);
            for (column, text) in columns.iter().zip(*cells) {
                if !text.is_empty() {
                    self.edit(json!([{
                        "change": "set-amount", "line": line, "column": column, "text": text
                    }]));
                }
            }
            after = Some(line);
        }
    }

    fn paper(&self) -> String {
        let path = self.folder.path().join("paper.pdf");
        let report = self.report()["id"].clone();
        let_through_in(&self.host, report.as_str().unwrap()).unwrap();
        self.call(json!({
            "do": "export", "report": report, "path": path.display().to_string(),
            "draft": false, "overwrite": true
        }));
        let output = Command::new("pdftotext")
            .arg("-layout")
            .arg(&path)
            .arg("-")
            .output();
        let output = output.unwrap();
        assert!(output.status.success() && fs::metadata(&path).unwrap().len() > 1000);
        String::from_utf8(output.stdout).unwrap()
    }
}

const COLUMNS: [(&str, &str); 4] = [
    ("Visits", "figure"),
    ("Opening hours", "figure"),
    ("Next review", "date"),
    ("Visits an hour", "formula"),
];

fn columns() -> Vec<Value> {
    let columns = COLUMNS.iter().map(|(heading, kind)| {
        let formula = if *kind == "formula" {
            "[Visits] / [Opening hours]"
        } else {
            ""
        };
        json!({ "heading": heading, "kind": kind, "formula": formula, "unit": "number" })
    });
    columns.collect()
}

#[test]
fn a_report_of_another_kind_is_laid_out_and_exported() {
    let desk = Desk::new();
    let report = desk.report();
    let id = report["id"].as_str().unwrap().to_owned();
    // All but the cover go.
    let sections = report["outline"].as_array().unwrap();
    let cover = sections[0]["id"].as_str().unwrap().to_owned();
    for section in sections
        .iter()
        .skip(1)
        .filter(|section| section["parent"].is_null())
    {
        let place = format!("section/{}", section["id"].as_str().unwrap());
        desk.edit(json!([{ "change": "remove", "place": place }]));
    }
    for (field, text) in [
        ("title", "Libraries: half-year review"),
        ("committee", "Culture Committee"),
        ("meeting", "4 November 2026"),
        ("paper", "a4"),
    ] {
        desk.set(&format!("report/{id}#{field}"), text);
    }
    desk.set("directorate/directorate#accent", "#7a2e0e");

    let (branches, ids) = desk.table("Branches", &cover, &columns());
    desk.set(&format!("section/{branches}#orientation"), "landscape");
    desk.set(&format!("section/{branches}#label_heading"), "Branch");
    desk.set(&format!("column/{}#decimals", ids[3]), "1");
    desk.set(&format!("column/{}#group", ids[0]), "April to September");
    desk.set(&format!("column/{}#group", ids[1]), "April to September");
    desk.lines(
        &branches,
        &ids,
        &[
            ("heading", "Towns", &[]),
            ("line", "Central", &["48,250", "1,040", "1 March 2027"]),
            ("line", "Riverside", &["12,480", "624", "1/6/2027"]),
            ("subtotal", "All towns", &[]),
            ("heading", "Villages", &[]),
            ("line", "Ashby", &["1,260", "120", "1 September 2027"]),
            ("total", "All branches", &[]),
        ],
    );
    let (notes, _) = desk.table("Not for the paper", &branches, &columns());
    desk.set(&format!("section/{notes}#hidden"), "yes");

    let blocking: Vec<Value> = desk
        .findings()
        .into_iter()
        .filter(|finding| finding["severity"] == "blocking")
        .collect();
    assert!(blocking.is_empty(), "{blocking:#?}");
    let paper = desk.paper();
    for words in [
        "Libraries: half-year review",
        "April to September",
        "Branch",
        "60,730",
        "61,990",
        "46.4",
        "20.0",
        "10.5",
        "1 March 2027",
    ] {
        assert!(paper.contains(words), "{words}\n{paper}");
    }
    assert!(!paper.contains("Not for the paper"));

    // A column that is taken out keeps what it holds, and comes back with it.
    desk.set(&format!("column/{}#hidden", ids[1]), "yes");
    assert!(!desk.paper().contains("1,040"));
    desk.set(&format!("column/{}#hidden", ids[1]), "");
    assert!(desk.paper().contains("1,040"));
}

#[test]
fn formulas_that_cannot_be_worked_out_are_named_and_make_no_template() {
    let desk = Desk::new();
    let report = desk.report();
    let cover = report["outline"][0]["id"].as_str().unwrap().to_owned();
    let formula = |heading: &str, formula: &str| json!({ "heading": heading, "kind": "formula", "formula": formula });
    let (section, ids) = desk.table(
        "Sums",
        &cover,
        &[formula("One", "[Two] + 1"), formula("Two", "[One] * 2")],
    );
    desk.lines(&section, &[], &[("line", "A", &[])]);
    let wrong = || {
        let findings = desk.findings();
        let of_formulas = findings
            .iter()
            .filter(|finding| finding["code"] == "formula-wrong");
        let said = of_formulas.map(|finding| finding["sentence"].as_str().unwrap().to_owned());
        said.collect::<Vec<_>>().join(" ")
    };
    assert!(
        wrong().contains("“One”") && wrong().contains("“Two”"),
        "{}",
        wrong()
    );

    let template = desk
        .folder
        .path()
        .join("sums.outturn-template")
        .display()
        .to_string();
    desk.call(json!({
        "do": "save-template", "report": report["id"], "path": template, "words": false
    }));
    let read = json!({ "do": "read-template", "path": template });
    let refused = desk.host.call(&read).unwrap_err();
    let sentence = refused["sentence"].as_str().unwrap();
    assert!(
        sentence.contains("“One”") && sentence.contains("cannot be used"),
        "{sentence}"
    );

    desk.set(&format!("column/{}#formula", ids[1]), "[Budgett] * 2");
    assert!(wrong().contains("“Budgett”"), "{}", wrong());
    desk.set(&format!("column/{}#formula", ids[1]), "2 * (3 + 4");
    assert!(wrong().contains("bracket"), "{}", wrong());
    desk.set(&format!("column/{}#formula", ids[1]), "2 * (3 + 4)");
    assert_eq!(wrong(), "");
}
