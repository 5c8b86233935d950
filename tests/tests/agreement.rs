//! Who agreed to what: from a draft to a certificate in the real program, and what must not pass for
//! a signature.

use std::fs;
use std::path::{Path, PathBuf};

use outturn_api::batch::{Batch, Signer};
use outturn_model::{Book, Edit, Entity, Place, RowId};
use outturn_store::{Label, Scope, Store};
use outturn_tests::approval::{PASSPHRASE, let_through};
use outturn_tests::devhost::Devhost;
use outturn_tests::outside::Rehearsal;
use outturn_tests::programs::{cli, sample};
use serde_json::{Value, json};
use tempfile::TempDir;

const REPORT: &str = "2013-14-q2";

/// A person at a computer of their own, with the real program.
struct Seat {
    host: Devhost,
    _own: TempDir,
}

impl Seat {
    fn new(file: &Path) -> Self {
        let own = tempfile::tempdir().unwrap();
        let host = Devhost::start(own.path(), "someone").unwrap();
        let seat = Self { host, _own: own };
        seat.open(file);
        seat
    }

    fn open(&self, file: &Path) {
        self.ask(json!({ "do": "open", "path": file.display().to_string(), "readOnly": false }));
    }

    fn sit(&self, person: &str) {
        let me = self.ask(json!({ "do": "i-am", "person": person }));
        assert_eq!(me["person"], person);
        let me = self.ask(match me["key"].as_str() {
            Some("none") => json!({ "do": "make-key", "passphrase": PASSPHRASE, "instead": false }),
            _ => json!({ "do": "open-key", "passphrase": PASSPHRASE }),
        });
        assert_eq!(me["key"], "ready");
    }

    fn ask(&self, request: Value) -> Value {
        self.host.call(&request).unwrap()["with"].clone()
    }

    fn refused(&self, request: Value) -> String {
        let refusal = self.host.call(&request).unwrap_err().to_string();
        let refusal: Value = serde_json::from_str(&refusal).unwrap();
        refusal["code"].as_str().unwrap().to_owned()
    }

    fn take(&self, step: &str, sections: &[&str], words: &str) -> Value {
        self.ask(json!({ "do": "take", "step": step, "sections": sections, "words": words }))
    }

    fn standing(&self, section: &str) -> String {
        let view = self.ask(json!({ "do": "discussion", "section": section }));
        view["standing"].as_str().unwrap().to_owned()
    }

    fn set(&self, place: &str, text: &str) {
        let change = json!({ "change": "set", "place": place, "text": text });
        self.ask(json!({ "do": "edit", "changes": [change], "agreed": true }));
    }

    fn close(&self) {
        self.ask(json!({ "do": "close" }));
    }
}

fn packed(folder: &TempDir, name: &str) -> PathBuf {
    let file = folder.path().join("sample.outturn");
    let outside = Rehearsal::new(folder.path());
    Batch::default()
        .pack(&sample(name), &file, &outside)
        .unwrap();
    file
}

#[test]
fn a_section_goes_from_its_author_to_its_lead_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let seat = Seat::new(&packed(&folder, "directorate-overview"));
    let section = &led_by(&seat, "sn");
    assert_eq!(seat.standing(section), "drafting");
    // Nobody was chosen yet.
    let sign = json!({ "do": "take", "step": "sign-off", "sections": [section], "words": "" });
    assert_eq!(seat.refused(sign.clone()), "sign-no-key");
    seat.sit("wr");
    // It is the section of another lead.
    assert_eq!(seat.refused(sign), "sign-not-theirs");
    seat.take("submit", &[section], "");
    assert_eq!(seat.standing(section), "submitted");

    let file = seat.ask(json!({ "do": "workspace" }))["path"]
        .as_str()
        .unwrap()
        .to_owned();
    seat.close();
    let theirs = Seat::new(Path::new(&file));
    theirs.sit("sn");
    let work = theirs.ask(json!({ "do": "work" }));
    assert!(
        work["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|item| item["kind"] == "to-read" && item["spot"]["section"] == *section),
        "{work}"
    );
    let refused = json!({ "do": "take", "step": "return", "sections": [section], "words": " " });
    assert_eq!(theirs.refused(refused), "sign-return-why");
    theirs.take("return", &[section], "Say how many.");
    assert_eq!(theirs.standing(section), "returned");
    theirs.take("sign-off", &[section], "");
    assert_eq!(theirs.standing(section), "signed-off");
    // What it says has changed since.
    theirs.set(&format!("section/{section}#heading"), "Another heading");
    assert_eq!(theirs.standing(section), "lapsed");
    let since = theirs.ask(json!({ "do": "since", "section": section }));
    let lines = since["lines"].as_array().unwrap();
    let says = |kind: &str, text: &str| {
        let text = text.to_owned();
        lines
            .iter()
            .any(|line| line["kind"] == kind && line["text"] == text.as_str())
    };
    assert!(says("new", "Another heading"), "{since}");
    assert_eq!(since["count"], 2);
    // Taken back, it reads as it did when it was signed.
    theirs.ask(json!({ "do": "undo" }));
    assert_eq!(theirs.standing(section), "signed-off");
    theirs.take("withdraw", &[section], "");
    assert_eq!(theirs.standing(section), "drafting");
    theirs.ask(json!({ "do": "undo" }));

    let changes = json!({ "do": "changes", "about": null, "person": null, "before": null });
    let told = theirs.ask(changes)["changes"].clone();
    let told = told.as_array().unwrap().iter();
    let mut told: Vec<&str> = told
        .map(|line| line["sentence"].as_str().unwrap())
        .filter(|sentence| !sentence.contains("Heading of"))
        .collect();
    told.reverse();
    let called = told[1].strip_suffix(" submitted").unwrap();
    let steps = [
        "File begun with its first content".to_owned(),
        format!("{called} submitted"),
        format!("{called} returned"),
        format!("{called} signed off"),
        format!("Sign-off of {} withdrawn", lower(called)),
        format!("Undone: Sign-off of {} withdrawn", lower(called)),
    ];
    assert_eq!(told, steps);
}

#[test]
fn a_change_of_layout_asks_before_it_ends_what_was_agreed_to() {
    let folder = tempfile::tempdir().unwrap();
    let seat = Seat::new(&packed(&folder, "directorate-overview"));
    let section = &led_by(&seat, "sn");
    seat.sit("sn");
    seat.take("sign-off", &[section], "");
    let edit_of = |section: &str, field: &str, text: &str, agreed: bool| {
        let place = format!("section/{section}#{field}");
        let change = json!({ "change": "set", "place": place, "text": text });
        json!({ "do": "edit", "changes": [change], "agreed": agreed })
    };
    let edit = |field: &str, text: &str, agreed: bool| edit_of(section, field, text, agreed);
    // Of another section nothing was agreed to.
    let other = led_by(&seat, "wr");
    seat.ask(edit_of(&other, "heading", "Another heading", false));
    assert_eq!(seat.standing(section), "signed-off");
    for (field, text) in [("heading", "Another heading"), ("hidden", "yes")] {
        let refusal = seat.host.call(&edit(field, text, false)).unwrap_err();
        let refusal: Value = serde_json::from_str(&refusal.to_string()).unwrap();
        assert_eq!(refusal["code"], "agreed-to");
        let sentence = refusal["sentence"].as_str().unwrap();
        assert!(sentence.contains("is agreed to as it is in"), "{sentence}");
        assert_eq!(seat.standing(section), "signed-off");
    }
    seat.ask(edit("heading", "Another heading", true));
    assert_eq!(seat.standing(section), "lapsed");
    // What has lapsed is not asked about again.
    seat.ask(edit("heading", "A third heading", false));
}

fn lower(sentence: &str) -> String {
    let (first, rest) = sentence.split_at(1);
    first.to_lowercase() + rest
}

/// A section with a lead.
fn led_by(seat: &Seat, lead: &str) -> String {
    let report = seat.ask(json!({ "do": "report", "report": REPORT }));
    let outline = report["outline"].as_array().unwrap();
    let is_led = |section: &&Value| {
        let view = seat.ask(json!({ "do": "section", "section": section["id"] }));
        view["fields"]["lead"] == lead
    };
    let found = outline.iter().find(is_led).unwrap();
    found["id"].as_str().unwrap().to_owned()
}

/// A file whose only section of its own is signed by its lead; the book and the store to look into.
struct Signed {
    _folder: TempDir,
    file: PathBuf,
    batch: Batch,
    outside: Rehearsal,
}

impl Signed {
    /// The decision report, with every section that the corporate director may sign signed.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = packed(&folder, "decision-report");
        let (batch, mut outside) = (Batch::default(), Rehearsal::new(folder.path().join("own")));
        batch
            .make_key(Some(PASSPHRASE), false, &mut outside)
            .unwrap();
        let signer = Signer {
            person: Some("corporate-director"),
            passphrase: Some(PASSPHRASE),
        };
        let signed = batch
            .sign(&file, None, &[], None, &signer, &mut outside)
            .unwrap();
        assert!(signed > 5, "{signed}");
        Self {
            _folder: folder,
            file,
            batch,
            outside,
        }
    }

    /// How the sections stand: signed off, lapsed, forged.
    fn counts(&self) -> [usize; 3] {
        use outturn_api::wire::Standing;
        let view = self
            .batch
            .standings(&self.file, None, &self.outside)
            .unwrap();
        let count = |wanted| {
            let rows = view.sections.iter();
            rows.filter(|row| row.standing.standing == wanted).count()
        };
        [Standing::SignedOff, Standing::Lapsed, Standing::Forged].map(count)
    }

    fn store(&self) -> Store {
        Store::open(&self.file, self.outside.options()).unwrap()
    }

    fn edit(&self, edits: &[Edit]) {
        self.store()
            .transact(&self.outside.author(), &Label::new("edit-many"), edits)
            .unwrap();
    }

    fn book(&self) -> Book {
        Store::open_read_only(&self.file)
            .unwrap()
            .book(&Scope::Everything)
            .unwrap()
    }

    fn set(&self, place: &str, to: Option<&str>) {
        let Place { entity, row, field } = Place::parse(place).unwrap();
        self.edit(&[Edit::Set {
            entity,
            row,
            field: field.unwrap(),
            to: to.map(str::to_owned),
        }]);
    }
}

/// A cell that a section shows, or does not, and how many sign-offs lapse when it changes.
const CHANGES: [(&str, &str, bool); 6] = [
    // Its own words.
    ("section/{own}#text", "Other words.", true),
    ("section/{own}#heading", "Other heading", true),
    // What nobody reads in it.
    ("section/{own}#state", "submitted", false),
    ("report/{report}#draft_due", "2026-01-05", false),
    ("person/contact-officer#role", "author", false),
    ("section/{own}#author", "contact-officer", false),
];

#[test]
fn a_signature_lapses_when_what_was_read_changes_and_only_then() {
    let signed = Signed::new();
    let [all, lapsed, forged] = signed.counts();
    assert_eq!((lapsed, forged), (0, 0));
    let book = signed.book();
    let own = book.sign_offs.iter().find(|row| {
        let section = book.sections.get(&row.section).unwrap();
        section.parent.is_none() && !section.text.is_empty()
    });
    let own = own.unwrap().section.clone();
    let report = book.reports.iter().next().unwrap().id.clone();
    for (place, text, lapses) in CHANGES {
        let place = place
            .replace("{own}", own.as_str())
            .replace("{report}", report.as_str());
        let Place { entity, row, field } = Place::parse(&place).unwrap();
        let (column, _) = entity.field(field.unwrap()).unwrap();
        let before = signed.book().row(entity, &row).unwrap().cells[column].clone();
        signed.set(&place, Some(text));
        assert_eq!(
            signed.counts(),
            [all - usize::from(lapses), usize::from(lapses), 0],
            "{place}"
        );
        signed.set(&place, before.as_deref());
        assert_eq!(signed.counts(), [all, 0, 0], "{place}");
    }
}

#[test]
fn what_is_no_signature_does_not_pass_for_one() {
    let signed = Signed::new();
    let [all, ..] = signed.counts();
    let book = signed.book();
    let row = book.sign_offs.iter().next().unwrap().clone();
    let sign_off = |field: &str| format!("sign_off/{}#{field}", row.id);

    // A section that was changed by hand, with what was read changed to fit.
    let section = book.sections.get(&row.section).unwrap();
    let place = format!("section/{}#heading", section.id);
    let heading = section.heading.to_string();
    let other = row.reading.replace(&heading, "By hand");
    signed.set(&place, Some("By hand"));
    signed.set(&sign_off("reading"), Some(&other));
    assert_eq!(signed.counts(), [all - 1, 0, 1]);
    signed.set(&place, Some(&heading));
    signed.set(&sign_off("reading"), Some(&row.reading));
    assert_eq!(signed.counts(), [all, 0, 0]);

    // A signature that was copied: under another id, and to another section.
    let copy = |section: &str| {
        let mut copied = outturn_model::Record::to_row(&row);
        copied.id = RowId::parse("copied").unwrap();
        let (column, _) = Entity::SignOff.field("section").unwrap();
        copied.cells[column] = Some(section.to_owned());
        signed.edit(&[Edit::Insert {
            entity: Entity::SignOff,
            row: copied,
        }]);
        let counts = signed.counts();
        signed.edit(&[Edit::Remove {
            entity: Entity::SignOff,
            row: RowId::parse("copied").unwrap(),
        }]);
        counts
    };
    assert_eq!(copy(row.section.as_str()), [all - 1, 0, 1]);
    let elsewhere = book
        .sign_offs
        .iter()
        .find(|other| other.section != row.section);
    assert_eq!(copy(elsewhere.unwrap().section.as_str()), [all - 1, 0, 1]);

    // One in another file, one in another's name, one at another time, one for another thing.
    for (place, to) in [
        (
            "directorate/directorate#identity".to_owned(),
            "another-file",
        ),
        (sign_off("person"), "finance-manager"),
        (sign_off("signed_by"), "Somebody Else"),
        (sign_off("signed_at"), "2026-06-01T09:00:00+01:00"),
        (sign_off("kind"), "exception"),
        (sign_off("signature"), "AAAA"),
    ] {
        let Place {
            entity,
            row: id,
            field,
        } = Place::parse(&place).unwrap();
        let (column, _) = entity.field(field.unwrap()).unwrap();
        let before = signed.book().row(entity, &id).unwrap().cells[column].clone();
        signed.set(&place, Some(to));
        let [held, _, forged] = signed.counts();
        assert!(held < all && forged >= 1, "{place}");
        signed.set(&place, before.as_deref());
        assert_eq!(signed.counts(), [all, 0, 0], "{place}");
    }

    // A key that was taken away, and one that is nobody's.
    let key = signed.book().signing_keys.iter().next().unwrap().id.clone();
    signed.set(&format!("signing_key/{key}#removed_on"), Some("2026-07-02"));
    assert_eq!(signed.counts(), [0, all, 0]);
    signed.set(&format!("signing_key/{key}#removed_on"), None);
    signed.edit(&[Edit::Remove {
        entity: Entity::SigningKey,
        row: key.row().clone(),
    }]);
    assert_eq!(signed.counts(), [0, 0, all]);
}

#[test]
fn a_final_paper_has_a_certificate_that_can_be_checked() {
    let folder = tempfile::tempdir().unwrap();
    let file = packed(&folder, "decision-report");
    let (batch, mut outside) = (Batch::default(), Rehearsal::new(folder.path().join("own")));
    let paper = folder.path().join("paper.pdf");
    let out = paper.display().to_string();
    let run = |arguments: &[&dyn AsRef<std::ffi::OsStr>]| cli(folder.path(), arguments);
    let export = run(&[&"export", &file, &"--out", &out]);
    assert_eq!(export.code, Some(1), "{}", export.err);
    assert!(export.err.contains("not signed off"), "{}", export.err);

    let_through(&batch, &file, None, &mut outside).unwrap();
    let how = outturn_api::export::Export {
        path: &paper,
        draft: false,
        overwrite: false,
    };
    let signer = Signer {
        person: Some("clerk"),
        passphrase: Some(PASSPHRASE),
    };
    // The passphrase was mistyped: nothing is written.
    let mistyped = Signer {
        passphrase: Some("three plain word"),
        ..signer
    };
    let refused = batch
        .export(&file, None, &how, &mistyped, &outside)
        .unwrap_err();
    assert_eq!(refused.0[0].code, "sign-wrong-passphrase");
    assert!(!paper.exists());
    batch.export(&file, None, &how, &signer, &outside).unwrap();

    let certificate = folder.path().join("paper.certificate.json");
    let held = run(&[&"verify", &certificate]);
    assert_eq!(held.code, Some(0), "{}", held.out);
    assert!(held.out.contains("A rehearsal.") && held.out.contains("Every signature holds."));
    let whole = run(&[&"verify", &file]);
    assert_eq!(whole.code, Some(0), "{}", whole.out);

    // The paper was changed, and then the certificate.
    let mut bytes = fs::read(&paper).unwrap();
    bytes.push(b'\n');
    fs::write(&paper, bytes).unwrap();
    let other = run(&[&"verify", &certificate]);
    assert_eq!(other.code, Some(1));
    assert!(other.out.contains("not the one"), "{}", other.out);
    let text = fs::read_to_string(&certificate).unwrap();
    fs::write(&certificate, text.replacen("A rehearsal.", "A holiday.", 1)).unwrap();
    let altered = run(&[&"verify", &certificate]);
    assert_eq!(altered.code, Some(1));
    assert!(altered.out.contains("was changed"), "{}", altered.out);

    // Any edit takes the clerk's word back.
    let report = batch.standings(&file, None, &outside).unwrap();
    assert_eq!(report.agreed, report.sections.len());
}
