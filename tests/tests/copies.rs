//! Many hands on one report: three programs at once, each with a copy of its own, brought together,
//! signed off and exported.

use std::fs;
use std::path::Path;

use outturn_api::batch::Batch;
use outturn_tests::approval::let_through_in;
use outturn_tests::outside::Rehearsal;
use outturn_tests::programs::{cli, sample};
use outturn_tests::seat::{REPORT, Seat, packed};
use serde_json::json;

#[test]
fn two_copies_are_handed_out_and_come_together() {
    let folder = tempfile::tempdir().unwrap();
    let file = packed(&folder);
    let office = Seat::at(&file);
    let (one, two) = (
        folder.path().join("one.outturn"),
        folder.path().join("two.outturn"),
    );
    for (person, copy) in [("wr", &one), ("performance-lead", &two)] {
        let path = copy.display().to_string();
        office.ask(json!({ "do": "hand-out", "person": person, "path": path }));
    }
    let (lead, team) = (Seat::at(&one), Seat::at(&two));
    assert_eq!(lead.ask(json!({ "do": "me" }))["person"], "wr");

    // Each edits: apart, and in one place both.
    let (own, others) = (lead.led_by("wr"), lead.led_by("amc"));
    let before = office.field(&own, "heading");
    let heading = |section: &str| format!("section/{section}#heading");
    let foreign = json!({ "change": "set", "place": heading(&others), "text": "Not mine" });
    let refusal = lead.refused(json!({ "do": "edit", "changes": [foreign], "agreed": true }));
    assert_eq!(refusal["code"], "copy-not-yours");
    lead.set(&heading(&own), "As the lead says");
    team.set(&heading(&own), "As the team says");
    team.set(&heading(&others), "Another heading");
    office.set("report/2013-14-q2#committee", "Executive Board");

    // The lead sends changes alone; the other copy comes back whole.
    let sent = lead.own.path().join("lead.outturn-changes");
    lead.ask(json!({ "do": "save-changes", "path": sent.display().to_string() }));
    let path = |path: &Path| path.display().to_string();
    let look = office.ask(json!({ "do": "look-at-copy", "path": path(&sent) }));
    assert_eq!(look["by"].as_array().unwrap().len(), 1, "{look}");
    assert_eq!(office.field(&own, "heading"), before);
    office.ask(json!({ "do": "bring-in", "path": path(&sent) }));
    assert_eq!(office.field(&own, "heading"), "As the lead says");
    let came = office.ask(json!({ "do": "bring-in", "path": path(&two) }));
    assert_eq!(office.field(&others, "heading"), "Another heading");
    let conflicts = came["conflicts"].as_array().unwrap();
    assert_eq!(conflicts.len(), 1, "{came}");
    assert_eq!(conflicts[0]["place"], heading(&own));
    // Again changes nothing.
    let again = office.ask(json!({ "do": "bring-in", "path": path(&two) }));
    assert!(again["by"].as_array().unwrap().is_empty(), "{again}");

    let open = office.ask(json!({ "do": "conflicts" }));
    let said: Vec<&str> = open[0]["sides"]
        .as_array()
        .unwrap()
        .iter()
        .map(|side| side["text"].as_str().unwrap())
        .collect();
    assert!(
        said.contains(&"As the lead says") && said.contains(&"As the team says"),
        "{open}"
    );
    let choose = json!({ "text": "As both say" });
    office.ask(json!({ "do": "settle", "conflict": open[0]["id"], "choose": choose }));
    assert!(
        office
            .ask(json!({ "do": "conflicts" }))
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert_eq!(office.field(&own, "heading"), "As both say");

    // A copy that learns of it has nothing to decide either.
    let back = folder.path().join("back.outturn-changes");
    office.ask(json!({ "do": "save-changes", "path": path(&back) }));
    team.ask(json!({ "do": "bring-in", "path": path(&back) }));
    assert!(
        team.ask(json!({ "do": "conflicts" }))
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert_eq!(team.field(&own, "heading"), "As both say");

    // Signed off, exported, verified.
    let_through_in(&office.host, REPORT).unwrap();
    let paper = folder.path().join("paper.pdf");
    office.ask(json!({
        "do": "export", "report": REPORT, "path": path(&paper), "draft": false, "overwrite": false
    }));
    let held = cli(
        office.own.path(),
        &[&"verify", &folder.path().join("paper.certificate.json")],
    );
    assert_eq!(held.code, Some(0), "{}{}", held.out, held.err);
}

#[test]
fn the_command_line_does_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let file = packed(&folder);
    let run = |arguments: &[&dyn AsRef<std::ffi::OsStr>]| cli(folder.path(), arguments);
    let copy = folder.path().join("copy.outturn");
    assert_eq!(
        run(&[&"hand-out", &file, &"--to", &"wr", &"--out", &copy]).code,
        Some(0)
    );
    let none = run(&[
        &"changes",
        &copy,
        &"--out",
        &folder.path().join("a.outturn-changes"),
    ]);
    assert_eq!(
        (none.code, none.err.contains("Nothing has been changed")),
        (Some(2), true)
    );
    {
        let (office, lead) = (Seat::at(&file), Seat::at(&copy));
        let section = lead.led_by("wr");
        lead.set(&format!("section/{section}#heading"), "One");
        office.set(&format!("section/{section}#heading"), "Two");
    }
    let changes = folder.path().join("copy.outturn-changes");
    assert_eq!(run(&[&"changes", &copy, &"--out", &changes]).code, Some(0));
    let came = run(&[&"bring-in", &file, &changes, &copy]);
    assert_eq!(came.code, Some(0), "{}", came.err);
    let open = run(&[&"conflicts", &file]);
    assert_eq!(open.code, Some(1));
    assert!(
        open.out.contains("One") && open.out.contains("Two"),
        "{}",
        open.out
    );
    let settled = run(&[&"settle", &file, &"1", &"--keep"]);
    assert_eq!(settled.code, Some(0), "{}", settled.err);
    assert_eq!(run(&[&"conflicts", &file]).code, Some(0));
}

#[test]
fn what_is_no_copy_of_the_file_is_refused_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = packed(&folder);
    let copy = folder.path().join("copy.outturn");
    let sent = folder.path().join("sent.outturn-changes");
    let run = |arguments: &[&dyn AsRef<std::ffi::OsStr>]| cli(folder.path(), arguments);
    run(&[&"hand-out", &file, &"--to", &"wr", &"--out", &copy]);
    {
        let lead = Seat::at(&copy);
        let section = lead.led_by("wr");
        lead.prose(
            &format!("section/{section}#text"),
            &["What was done.", "What comes."],
        );
    }
    run(&[&"changes", &copy, &"--out", &sent]);
    let text = fs::read_to_string(&sent).unwrap();
    let other = folder.path().join("other.outturn");
    let outside = Rehearsal::new(folder.path());
    Batch::default()
        .pack(&sample("decision-report"), &other, &outside)
        .unwrap();
    let before = fs::read(&file).unwrap();
    let cases: [(&str, String, &str); 5] = [
        (
            "altered",
            text.replacen("What was done.", "What was not done.", 1),
            "not what Outturn wrote",
        ),
        (
            "cut",
            text[..text.len() - 40].to_owned(),
            "end of this changes file is missing",
        ),
        (
            "newer",
            text.replacen("\"outturn_changes\":4", "\"outturn_changes\":9", 1),
            "newer version",
        ),
        (
            "path",
            text.replacen("\"section\",", "\"../../etc\",", 1),
            "not what Outturn wrote",
        ),
        ("none", "Hello".to_owned(), "not a changes file"),
    ];
    for (name, spoilt, words) in cases {
        let path = folder.path().join(format!("{name}.outturn-changes"));
        fs::write(&path, spoilt).unwrap();
        let said = run(&[&"bring-in", &file, &path]);
        assert_eq!(said.code, Some(2), "{name}");
        assert!(said.err.contains(words), "{name}: {}", said.err);
        assert_eq!(fs::read(&file).unwrap(), before, "{name}");
    }
    let said = run(&[&"bring-in", &file, &other]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("come from another file"), "{}", said.err);
    assert_eq!(run(&[&"bring-in", &file, &sent]).code, Some(0));
}
