//! What the tests share: a file to work in, authors, and edits made from numbers.

// Each test binary uses a part of this.
#![allow(dead_code, unused_imports, clippy::unwrap_used)]

mod seeds;

use std::fs;
use std::path::{Path, PathBuf};

use outturn_model::{Edit, Entity, Row, RowId};
use outturn_store::{Author, Holder, Label, Moment, OpenOptions, Store, Typing};
pub use seeds::{Seed, edit};

pub const LABEL: Label = Label {
    key: "test-edit",
    place: None,
};

pub fn id(text: &str) -> RowId {
    RowId::parse(text).unwrap()
}

/// A moment, so many seconds after a fixed one.
pub fn moment(seconds: i64) -> Moment {
    let start = Moment::parse_from_rfc3339("2026-07-01T09:00:00+01:00").unwrap();
    start + chrono::TimeDelta::seconds(seconds)
}

pub fn author(seconds: i64) -> Author {
    Author {
        person: "Head of Service".into(),
        at: moment(seconds),
    }
}

pub fn options() -> OpenOptions {
    OpenOptions::new(Holder {
        who: "Head of Service".into(),
        host: "laptop-7".into(),
        since: moment(0),
    })
}

/// Every edit is a step of its own.
pub fn no_typing() -> OpenOptions {
    options().typing(Typing {
        pause: chrono::TimeDelta::seconds(-1),
        longest: chrono::TimeDelta::zero(),
    })
}

/// A folder that goes when the test ends, and a file's path in it.
pub fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Children and Enterprise.outturn");
    (folder, path)
}

/// Whether a sentence is one line in the program's own words, with nothing of SQLite's in it.
pub fn is_plain(sentence: &str) -> bool {
    let foreign = ["***", "malformed", "constraint", "database", "os error"];
    let own = sentence.replace("is a database of another program", "");
    !own.contains('\n') && !foreign.iter().any(|word| own.contains(word))
}

/// The names in a folder, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

pub fn row(entity: Entity, name: &str, cells: &[(&str, &str)]) -> Row {
    let mut row = Row {
        id: id(name),
        cells: vec![None; entity.fields().len()],
    };
    for (field, text) in cells {
        row.cells[entity.field(field).unwrap().0] = Some((*text).to_owned());
    }
    row
}

pub fn insert(entity: Entity, name: &str, cells: &[(&str, &str)]) -> Edit {
    Edit::Insert {
        entity,
        row: row(entity, name, cells),
    }
}

pub fn set(entity: Entity, name: &str, field: &'static str, to: Option<&str>) -> Edit {
    Edit::Set {
        entity,
        row: id(name),
        field,
        to: to.map(str::to_owned),
    }
}

pub fn remove(entity: Entity, name: &str) -> Edit {
    Edit::Remove {
        entity,
        row: id(name),
    }
}

/// A small directorate: two reports, sections in sections, cards with actions, a statement.
pub fn directorate() -> Vec<Edit> {
    use Entity::*;
    vec![
        insert(
            Directorate,
            "directorate",
            &[
                ("council", "Westmere Borough Council"),
                ("name", "Children and Enterprise"),
            ],
        ),
        insert(
            Department,
            "cfs",
            &[
                ("position", "80"),
                ("name", "Children and Families"),
                ("short", "CFS"),
            ],
        ),
        insert(
            Department,
            "eep",
            &[
                ("position", "8180"),
                ("name", "Economy, Enterprise and Property"),
            ],
        ),
        insert(
            Person,
            "wr",
            &[
                ("position", "80"),
                ("initials", "WR"),
                ("post", "Operational Director"),
                ("department", "cfs"),
                ("in_key", "yes"),
            ],
        ),
        insert(
            Person,
            "hs",
            &[
                ("position", "8180"),
                ("post", "Head of Service"),
                ("department", "eep"),
            ],
        ),
        insert(
            Comparator,
            "national",
            &[("position", "80"), ("name", "National")],
        ),
        insert(
            Measure,
            "ni-056",
            &[
                ("position", "80"),
                ("reference", "NI 056"),
                ("name", "Obesity in year 6"),
                ("unit", "percent"),
                ("owner", "hs"),
                ("polarity", "lower-is-better"),
                ("department", "cfs"),
            ],
        ),
        insert(
            Measure,
            "ni-059",
            &[
                ("position", "8180"),
                ("reference", "NI 059"),
                ("name", "Initial assessments in time"),
                ("unit", "percent"),
            ],
        ),
        insert(
            Value,
            "ni-056/actual/2013-14-q2",
            &[
                ("measure", "ni-056"),
                ("series", "actual"),
                ("period", "2013-14-q2"),
                ("amount", "19.90"),
            ],
        ),
        insert(
            Value,
            "ni-056/national/2013-14-q2",
            &[
                ("measure", "ni-056"),
                ("series", "national"),
                ("period", "2013-14-q2"),
                ("amount", "18.3"),
                ("provisional", "yes"),
            ],
        ),
        insert(
            Value,
            "ni-059/target/2013-14-q2",
            &[
                ("measure", "ni-059"),
                ("series", "target"),
                ("period", "2013-14-q2"),
                ("amount", "85"),
            ],
        ),
        insert(
            Report,
            "q2",
            &[
                ("period", "2013-14-q2"),
                ("title", "Performance overview"),
                ("report_by", "wr"),
            ],
        ),
        insert(
            Report,
            "q3",
            &[("period", "2013-14-q3"), ("title", "Performance overview")],
        ),
        insert(
            Rule,
            "q2/within",
            &[
                ("report", "q2"),
                ("position", "80"),
                ("kind", "within-percent"),
                ("amber", "10"),
            ],
        ),
        insert(
            Restatement,
            "q2/corrected",
            &[
                ("report", "q2"),
                ("position", "80"),
                ("measure", "ni-056"),
                ("series", "national"),
                ("period", "2013-14-q2"),
                ("before", "18.4"),
                ("reason", "The final national figure came in."),
            ],
        ),
        insert(
            Section,
            "q2/key",
            &[
                ("report", "q2"),
                ("position", "80"),
                ("kind", "narrative"),
                ("heading", "Key developments"),
                ("text", "First.\n\nSecond."),
            ],
        ),
        insert(
            Section,
            "q2/key/health",
            &[
                ("report", "q2"),
                ("parent", "q2/key"),
                ("position", "80"),
                ("kind", "cards"),
                ("heading", "Health"),
                ("lead", "wr"),
                ("rule", "q2/within"),
            ],
        ),
        insert(
            Section,
            "q2/money",
            &[
                ("report", "q2"),
                ("position", "8180"),
                ("kind", "statement"),
                ("heading", "Financial summary"),
            ],
        ),
        insert(
            Section,
            "q3/key",
            &[
                ("report", "q3"),
                ("position", "80"),
                ("kind", "cards"),
                ("heading", "Key developments"),
            ],
        ),
        insert(
            Headline,
            "q2/h1",
            &[
                ("section", "q2/key"),
                ("position", "80"),
                ("mark", "achieved"),
                ("text", "Fewer children wait."),
            ],
        ),
        insert(
            Meaning,
            "q2/key/green",
            &[
                ("section", "q2/key"),
                ("symbol", "green"),
                ("for_measures", "On target"),
            ],
        ),
        insert(
            Entry,
            "q2/ni-056",
            &[
                ("section", "q2/key/health"),
                ("position", "80"),
                ("measure", "ni-056"),
                ("commentary", "Low is good."),
                ("rule", "q2/within"),
            ],
        ),
        insert(
            Entry,
            "q3/ni-059",
            &[
                ("section", "q3/key"),
                ("position", "80"),
                ("measure", "ni-059"),
                ("commentary", "High is good."),
            ],
        ),
        insert(
            Action,
            "q2/a1",
            &[
                ("entry", "q2/ni-056"),
                ("position", "80"),
                ("stage", "this-period"),
                ("text", "Open two clubs"),
                ("owner", "wr"),
                ("due", "2013-09-30"),
            ],
        ),
        insert(
            Risk,
            "q2/r1",
            &[
                ("entry", "q2/ni-056"),
                ("position", "80"),
                ("text", "Clubs may close"),
            ],
        ),
        insert(
            Milestone,
            "q2/m1",
            &[
                ("section", "q2/key"),
                ("position", "80"),
                ("reference", "EEP 02"),
                ("text", "Open the hub"),
                ("progress", "green"),
            ],
        ),
        insert(
            Commentary,
            "q2/c1",
            &[
                ("section", "q2/key"),
                ("position", "80"),
                ("references", "EEP 02"),
                ("text", "It opened."),
            ],
        ),
        insert(
            Column,
            "q2/budget",
            &[
                ("section", "q2/money"),
                ("position", "80"),
                ("heading", "Budget to date"),
            ],
        ),
        insert(
            Column,
            "q2/actual",
            &[
                ("section", "q2/money"),
                ("position", "8180"),
                ("heading", "Actual to date"),
            ],
        ),
        insert(
            Column,
            "q2/variance",
            &[
                ("section", "q2/money"),
                ("position", "818180"),
                ("kind", "variance"),
                ("budget", "q2/budget"),
                ("actual", "q2/actual"),
            ],
        ),
        insert(
            Line,
            "q2/staff",
            &[
                ("section", "q2/money"),
                ("position", "80"),
                ("label", "Employees"),
            ],
        ),
        insert(
            Amount,
            "q2/staff/q2/budget",
            &[
                ("line", "q2/staff"),
                ("column", "q2/budget"),
                ("amount", "2166"),
            ],
        ),
        insert(
            Amount,
            "q2/staff/q2/variance",
            &[
                ("line", "q2/staff"),
                ("column", "q2/variance"),
                ("amount", "63"),
            ],
        ),
    ]
}

/// A new file with the small directorate in it.
pub fn filled(path: &Path) -> Store {
    let mut store = Store::create(path, no_typing()).unwrap();
    store.transact(&author(0), &LABEL, &directorate()).unwrap();
    store
}

/// Everything in a folder: names and bytes.
pub fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    names(folder)
        .into_iter()
        .map(|name| {
            let bytes = fs::read(folder.join(&name)).unwrap_or_default();
            (name, bytes)
        })
        .collect()
}

/// Numbers that follow from a seed.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        // The step of the SplitMix64 generator.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }
}
