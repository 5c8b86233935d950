//! Several people at computers of their own, who write, sign and bring each other's work in, in any
//! order: all come to the same report, and a signature holds exactly as long as what was read stands.
//!
//! `PROPTEST_CASES` multiplies the number of histories for a longer search.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use chrono::TimeDelta;
use outturn_api::Desk;
use outturn_api::batch::Batch;
use outturn_store::{Seal, Store};
use outturn_tests::outside::Rehearsal;
use outturn_tests::programs::sample;
use proptest::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

const REPORT: &str = "2010-11-q3";
/// Sections that are written and signed. The first shows the measure.
const SECTIONS: [&str; 4] = [
    "2010-11-q3/performance",
    "2010-11-q3/key-projects",
    "2010-11-q3/initiatives",
    "2010-11-q3/risks",
];
const MEASURE: &str = "good-schools";
const WORDS: [&str; 3] = ["As it was", "As one says", "As another says"];
const FIGURES: [&str; 3] = ["78.6", "81", "64.5"];
/// Who sits at the computers, in turn. The director may sign all, from more than one computer.
const PEOPLE: [&str; 3] = ["director", "schools-head", "director"];
/// Histories in a usual run.
const CASES: u32 = 6;

/// One thing that happens at a computer.
#[derive(Debug, Clone)]
enum Act {
    /// Somebody gives a section another heading.
    Heading(usize, usize),
    /// Somebody gives the measure another name.
    Name(usize),
    /// Somebody changes the figure, which the first section shows.
    Figure(usize),
    /// Somebody takes a section out, which is rare.
    Remove(usize),
    /// Somebody takes back what they did last, if it was no signature.
    Undo,
    Sign(usize),
    /// What another computer has is brought in.
    BringIn(usize),
}

fn act() -> impl Strategy<Value = Act> {
    let section = 0..SECTIONS.len();
    prop_oneof![
        5 => (section.clone(), 0..WORDS.len()).prop_map(|(at, to)| Act::Heading(at, to)),
        2 => (0..WORDS.len()).prop_map(Act::Name),
        3 => (0..FIGURES.len()).prop_map(Act::Figure),
        1 => section.clone().prop_map(Act::Remove),
        2 => Just(Act::Undo),
        6 => section.prop_map(Act::Sign),
        3 => (0..5_usize).prop_map(Act::BringIn),
    ]
}

/// How many computers, how wrong their clocks are in minutes, and what happens at which.
fn history() -> impl Strategy<Value = (usize, Vec<i64>, Vec<(usize, Act)>)> {
    let clocks = proptest::collection::vec(-6000..6000_i64, 5);
    let acts = proptest::collection::vec((0..5_usize, act()), 8..40);
    (3..=5_usize, clocks, acts)
}

/// A signature that was given.
#[derive(Debug, Clone)]
struct Signed {
    section: usize,
    /// What the section showed.
    shown: Vec<String>,
    /// Somebody who knew of it signed the section again.
    superseded: bool,
}

struct Computer {
    desk: Desk,
    file: PathBuf,
    /// The signatures that its file has, or had.
    knows: BTreeSet<usize>,
    /// What was done here last can be taken back without taking a signature back.
    can_undo: bool,
}

struct Office {
    folder: TempDir,
    computers: Vec<Computer>,
    signed: Vec<Signed>,
    /// Changes files that were written.
    written: usize,
}

impl Office {
    fn new(count: usize, clocks: &[i64]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let first = folder.path().join("first.outturn");
        let outside = Rehearsal::new(folder.path());
        let whole = sample("service-overview");
        Batch::default().pack(&whole, &first, &outside).unwrap();
        let computers = (0..count).map(|at| {
            let file = folder.path().join(format!("{at}.outturn"));
            fs::copy(&first, &file).unwrap();
            let mut outside = Rehearsal::new(folder.path().join(format!("own-{at}")));
            outside.now += TimeDelta::minutes(clocks[at]);
            outside.computer = u8::try_from(at + 1).unwrap();
            let computer = Computer {
                desk: Desk::new(Box::new(outside)),
                file,
                knows: BTreeSet::new(),
                can_undo: false,
            };
            computer.sit(PEOPLE[at % PEOPLE.len()]);
            computer
        });
        Self {
            computers: computers.collect(),
            folder,
            signed: Vec::new(),
            written: 0,
        }
    }

    fn act(&mut self, at: usize, act: &Act) {
        let at = at % self.computers.len();
        let computer = &mut self.computers[at];
        match act {
            Act::Heading(section, to) => {
                let place = format!("section/{}#heading", SECTIONS[*section]);
                computer.edit(json!({ "change": "set", "place": place, "text": WORDS[*to] }));
            }
            Act::Name(to) => {
                let place = format!("measure/{MEASURE}#name");
                computer.edit(json!({ "change": "set", "place": place, "text": WORDS[*to] }));
            }
            Act::Figure(to) => computer.edit(json!({
                "change": "set-figure", "measure": MEASURE, "series": "actual",
                "period": REPORT, "text": FIGURES[*to]
            })),
            Act::Remove(section) => {
                let place = format!("section/{}", SECTIONS[*section]);
                computer.edit(json!({ "change": "remove", "place": place }));
            }
            Act::Undo if computer.can_undo => {
                computer.ask(json!({ "do": "undo" })).unwrap();
                computer.can_undo = false;
            }
            Act::Undo => {}
            Act::Sign(section) => self.sign(at, *section),
            Act::BringIn(from) => {
                let from = from % self.computers.len();
                self.bring(at, from);
            }
        }
    }

    fn sign(&mut self, at: usize, section: usize) {
        let computer = &mut self.computers[at];
        let Some(shown) = computer.shows(section) else {
            return;
        };
        let sections = [SECTIONS[section]];
        let take = json!({ "do": "take", "step": "sign-off", "sections": sections, "words": "" });
        // Who may not sign is refused, and nothing came of it.
        if computer.ask(take).is_err() {
            return;
        }
        computer.can_undo = false;
        for known in &computer.knows {
            let known = &mut self.signed[*known];
            known.superseded |= known.section == section;
        }
        computer.knows.insert(self.signed.len());
        self.signed.push(Signed {
            section,
            shown,
            superseded: false,
        });
    }

    fn bring(&mut self, to: usize, from: usize) {
        if to == from {
            return;
        }
        self.written += 1;
        let path = self
            .folder
            .path()
            .join(format!("{}.outturn-changes", self.written));
        // Where nothing was done there is nothing to say.
        let save = json!({ "do": "save-changes", "path": path });
        if let Err(refused) = self.computers[from].ask(save) {
            assert_eq!(refused, "changes-none");
            return;
        }
        let known = self.computers[from].knows.clone();
        let computer = &mut self.computers[to];
        computer
            .ask(json!({ "do": "bring-in", "path": path }))
            .unwrap();
        computer.knows.extend(known);
        computer.can_undo = false;
    }

    /// Everybody brings everybody's work in, beginning with whoever.
    fn meet(&mut self, first: usize) {
        let count = self.computers.len();
        for step in 0..count * count {
            let (to, from) = ((first + step / count) % count, (first + step) % count);
            self.bring(to, from);
        }
    }

    fn seals(&self) -> Vec<Seal> {
        let seal = |computer: &Computer| {
            let store = Store::open_read_only(&computer.file).unwrap();
            store.seal().unwrap()
        };
        self.computers.iter().map(seal).collect()
    }

    /// Where each section stands, at each computer.
    fn standings(&self) -> Vec<Vec<Option<String>>> {
        let each = self.computers.iter();
        each.map(|computer| {
            let agreement = computer.ask(json!({ "do": "agreement", "report": REPORT }));
            let agreement = agreement.unwrap();
            let of = |section: &&str| {
                let mut all = agreement["sections"].as_array().unwrap().iter();
                let found = all.find(|each| each["section"] == **section)?;
                Some(found["standing"].as_str().unwrap().to_owned())
            };
            SECTIONS.iter().map(of).collect()
        })
        .collect()
    }
}

impl Computer {
    fn sit(&self, person: &str) {
        let open = json!({ "do": "open", "path": self.file, "readOnly": false });
        self.ask(open).unwrap();
        self.ask(json!({ "do": "i-am", "person": person })).unwrap();
        let key = json!({
            "do": "make-key", "passphrase": "three plain words", "instead": false
        });
        self.ask(key).unwrap();
    }

    fn ask(&self, request: Value) -> Result<Value, String> {
        let request = serde_json::from_value(request).unwrap();
        let answer = self.desk.call(request);
        let reply = answer.map_err(|refusal| refusal.code)?;
        Ok(serde_json::to_value(reply).unwrap()["with"].take())
    }

    /// Makes a change. What is gone, or is so already, is left alone.
    fn edit(&mut self, change: Value) {
        let edited = self.ask(json!({ "do": "edit", "changes": [change], "agreed": true }));
        if let Ok(committed) = edited {
            self.can_undo |= committed["touched"]
                .as_array()
                .is_some_and(|rows| !rows.is_empty());
        }
    }

    /// What a section shows of what is changed here; nothing if it is gone.
    fn shows(&self, section: usize) -> Option<Vec<String>> {
        let view = self.ask(json!({ "do": "section", "section": SECTIONS[section] }));
        let heading = view.ok()?["fields"]["heading"].to_string();
        let mut shown = vec![heading];
        if section == 0 {
            let measure = self
                .ask(json!({ "do": "measure", "measure": MEASURE }))
                .unwrap();
            shown.push(measure.to_string());
        }
        Some(shown)
    }
}

fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    let asked: Option<u32> = asked.and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(CASES),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_signature_holds_as_long_as_what_was_read_stands_at_every_computer(
        (count, clocks, acts) in history()
    ) {
        let mut office = Office::new(count, &clocks);
        for (at, act) in &acts {
            office.act(*at, act);
        }
        office.meet(acts.len());
        let seals = office.seals();
        prop_assert!(seals.iter().all(|seal| *seal == seals[0]), "{:?}", seals);
        let standings = office.standings();
        prop_assert!(standings.iter().all(|each| *each == standings[0]), "{:?}", standings);
        let somebody = &office.computers[0];
        prop_assert_eq!(somebody.knows.len(), office.signed.len());
        for (section, standing) in standings[0].iter().enumerate() {
            let Some(shown) = somebody.shows(section) else {
                prop_assert_eq!(standing, &None);
                continue;
            };
            let mut live = office.signed.iter().filter(|signed| {
                signed.section == section && !signed.superseded
            });
            let any = live.clone().next().is_some();
            let expected = match live.any(|signed| signed.shown == shown) {
                true => "signed-off",
                false if any => "lapsed",
                false => "drafting",
            };
            prop_assert_eq!(standing.as_deref(), Some(expected), "{}", SECTIONS[section]);
        }
    }
}
