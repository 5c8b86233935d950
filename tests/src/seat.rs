//! A person at a computer of their own, with the real program and a file open in it.

use std::path::{Path, PathBuf};

use outturn_api::batch::Batch;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::devhost::Devhost;
use crate::outside::Rehearsal;
use crate::programs::sample;

/// The period of the report that seats work on, which names it too.
pub const REPORT: &str = "2013-14-q2";

/// A person at a computer of their own, with the real program.
#[derive(Debug)]
pub struct Seat {
    /// The program.
    pub host: Devhost,
    /// Where it keeps its own files.
    pub own: TempDir,
}

/// Makes the file of a directorate in a folder.
///
/// # Panics
/// If it cannot be made, which is a fault to mend.
pub fn packed(folder: &TempDir) -> PathBuf {
    let file = folder.path().join("directorate.outturn");
    let outside = Rehearsal::new(folder.path());
    let whole = sample("directorate-overview");
    let made = Batch::default().pack(&whole, &file, &outside);
    made.expect("the sample is sound");
    file
}

impl Seat {
    /// Opens a file at a new computer.
    ///
    /// # Panics
    /// If the program cannot be started, or does not open it.
    pub fn at(file: &Path) -> Self {
        let seat = Self::new();
        seat.open(file);
        seat
    }

    /// Opens a file that is closed with a passphrase at a new computer.
    ///
    /// # Panics
    /// As [`Seat::at`].
    pub fn with(file: &Path, passphrase: &str) -> Self {
        let seat = Self::new();
        seat.ask(json!({
            "do": "open", "path": file, "readOnly": false, "passphrase": passphrase
        }));
        seat
    }

    fn new() -> Self {
        let own = tempfile::tempdir().expect("there is room for a folder");
        let host = Devhost::start(own.path(), "someone").expect("the program starts");
        Self { host, own }
    }

    /// Opens a file.
    ///
    /// # Panics
    /// If the program does not.
    pub fn open(&self, file: &Path) {
        self.ask(json!({ "do": "open", "path": file.display().to_string(), "readOnly": false }));
    }

    /// Asks for something: what the answer holds.
    ///
    /// # Panics
    /// If it is refused.
    pub fn ask(&self, request: Value) -> Value {
        let answer = self.host.call(&request);
        answer.unwrap_or_else(|refusal| panic!("{request}: {refusal}"))["with"].take()
    }

    /// Asks for something that is refused: the refusal.
    ///
    /// # Panics
    /// If it is not.
    pub fn refused(&self, request: Value) -> Value {
        let answer = self.host.call(&request);
        answer.expect_err("this is refused")
    }

    /// Sets a cell.
    ///
    /// # Panics
    /// If that is refused.
    pub fn set(&self, place: &str, text: &str) {
        let change = json!({ "change": "set", "place": place, "text": text });
        self.ask(json!({ "do": "edit", "changes": [change], "agreed": true }));
    }

    /// Sets a prose cell to some paragraphs.
    ///
    /// # Panics
    /// If that is refused.
    pub fn prose(&self, place: &str, paragraphs: &[&str]) {
        let blocks: Vec<Value> = paragraphs
            .iter()
            .map(|text| json!({ "kind": "paragraph", "inlines": [{ "kind": "text", "text": text, "bold": false, "italic": false }] }))
            .collect();
        let change = json!({ "change": "set-prose", "place": place, "blocks": blocks });
        self.ask(json!({ "do": "edit", "changes": [change], "agreed": true }));
    }

    /// A text field of a section; empty if it has none.
    ///
    /// # Panics
    /// If the section is not there.
    pub fn field(&self, section: &str, field: &str) -> String {
        let view = self.ask(json!({ "do": "section", "section": section }));
        view["fields"][field]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The first narrative section whose lead is this one.
    ///
    /// # Panics
    /// If there is none.
    pub fn led_by(&self, lead: &str) -> String {
        let report = self.ask(json!({ "do": "report", "report": REPORT }));
        let outline = report["outline"].as_array().cloned().unwrap_or_default();
        let mut ids = outline
            .iter()
            .filter(|item| item["kind"] == "narrative")
            .filter_map(|item| item["id"].as_str());
        let found = ids.find(|id| self.field(id, "lead") == lead);
        found.expect("the lead has a section").to_owned()
    }
}
