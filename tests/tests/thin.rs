//! Early history is left out, and what was agreed to still holds.

use outturn_api::batch::Batch;
use outturn_tests::approval::let_through;
use outturn_tests::outside::Rehearsal;
use outturn_tests::programs::cli;
use outturn_tests::seat::{REPORT, Seat, packed};
use serde_json::json;

/// A heading that is nowhere else.
const MARK: &str = "Marmalade Quokka";

#[test]
fn sign_offs_hold_in_a_file_without_its_early_history() {
    let folder = tempfile::tempdir().unwrap();
    let file = packed(&folder);
    let office = Seat::at(&file);
    let section = office.led_by("wr");
    let heading = format!("section/{section}#heading");
    let before = office.field(&section, "heading");
    office.set(&heading, MARK);
    office.set(&heading, &before);
    office.ask(json!({ "do": "close" }));
    let mut outside = Rehearsal::new(folder.path());
    let_through(&Batch::default(), &file, None, &mut outside).unwrap();
    let verify = |file: &std::path::Path| cli(folder.path(), &[&"verify", &file]);
    let held = verify(&file);
    assert_eq!(held.code, Some(0), "{}{}", held.out, held.err);

    // A day that is none, and one before which nothing was done.
    let thin = |day: &str| cli(folder.path(), &[&"thin", &file, &"--before", &day]);
    for day in ["31 June 2027", "1 January 1950"] {
        let refused = thin(day);
        assert_eq!(refused.code, Some(2), "{}", refused.out);
        assert_eq!(refused.err.lines().count(), 1, "{}", refused.err);
    }

    // The window asks first, and says how much there is.
    office.open(&file);
    let kept = office.ask(json!({ "do": "kept", "before": "1 January 2199" }));
    let count = kept["thinnable"].as_u64().unwrap();
    assert!(count > 3, "{kept}");
    assert!(
        kept["told"]
            .as_str()
            .unwrap()
            .contains(&format!("{count} changes")),
        "{kept}"
    );
    let done = office.ask(json!({ "do": "thin", "before": "1 January 2199" }));
    assert_eq!(done.as_u64(), Some(count));
    let changes = office.ask(json!({
        "do": "changes", "about": null, "person": null, "before": null
    }));
    assert_eq!(changes["changes"].as_array().unwrap().len(), 1, "{changes}");
    office.set(&heading, "Another heading");
    office.ask(json!({ "do": "undo" }));
    let agreement = office.ask(json!({ "do": "agreement", "report": REPORT }));
    assert_eq!(
        agreement["toExcept"].as_array().unwrap().len(),
        0,
        "{agreement}"
    );
    office.ask(json!({ "do": "close" }));

    let held = verify(&file);
    assert_eq!(held.code, Some(0), "{}{}", held.out, held.err);
    let bytes = std::fs::read(&file).unwrap();
    assert!(
        !bytes
            .windows(MARK.len())
            .any(|piece| piece == MARK.as_bytes())
    );
}

#[test]
fn a_copy_without_history_has_its_sign_offs_and_none_of_what_was_written_before() {
    let folder = tempfile::tempdir().unwrap();
    let file = packed(&folder);
    let office = Seat::at(&file);
    let section = office.led_by("wr");
    let heading = format!("section/{section}#heading");
    let before = office.field(&section, "heading");
    office.set(&heading, MARK);
    office.set(&heading, &before);
    office.ask(json!({ "do": "close" }));
    let mut outside = Rehearsal::new(folder.path());
    let_through(&Batch::default(), &file, None, &mut outside).unwrap();

    let copy = folder.path().join("for the auditor.outturn");
    let make = || {
        let arguments: &[&dyn AsRef<std::ffi::OsStr>] =
            &[&"copy-without-history", &file, &"--out", &copy];
        cli(folder.path(), arguments)
    };
    let made = make();
    assert_eq!(made.code, Some(0), "{}", made.err);
    assert_eq!(make().code, Some(2), "it is not written over");
    let bytes = std::fs::read(&copy).unwrap();
    assert!(
        !bytes
            .windows(MARK.len())
            .any(|piece| piece == MARK.as_bytes())
    );
    let held = cli(folder.path(), &[&"verify", &copy]);
    assert_eq!(held.code, Some(0), "{}{}", held.out, held.err);

    // What is changed in it comes back.
    let auditor = Seat::at(&copy);
    auditor.set(&heading, MARK);
    auditor.ask(json!({ "do": "close" }));
    office.open(&file);
    office.ask(json!({ "do": "bring-in", "path": copy }));
    assert_eq!(office.field(&section, "heading"), MARK);
}
