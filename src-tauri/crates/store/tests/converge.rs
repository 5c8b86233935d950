//! Generated histories in several copies that bring each other in, in any order and repeatedly.
//!
//! `PROPTEST_CASES` multiplies the number of histories for a longer search.
#![allow(clippy::unwrap_used)]

mod made;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use made::*;
use outturn_model::{Book, Edit, Entity, Place, Row};
use outturn_store::{
    Author, Changes, Conflict, HistoryFilter, Problem, RowChangeKind, Scope, Seal, Settlement,
    Store,
};
use proptest::prelude::*;

/// One thing that happens, in one of the copies.
#[derive(Debug, Clone)]
enum Act {
    /// Someone makes an edit.
    Edit(Seed),
    /// Someone writes one of a few cells that others write too.
    Write(u8, u8),
    /// Someone moves a section into another, or to the top.
    Move(u16, u16),
    Undo,
    Redo,
    /// The copy brings in another's changes, through a file or directly.
    BringIn(u8, bool),
    /// The copy is handed out to another place, which loses what it had.
    HandOut(u8),
    /// Someone settles a conflict.
    Settle(u8, u8),
}

fn act() -> impl Strategy<Value = Act> {
    let seed = (any::<u8>(), any::<u8>(), any::<u16>(), any::<u16>());
    prop_oneof![
        6 => seed.prop_map(|(act, table, pick, cell)| Act::Edit(Seed { act, table, pick, cell })),
        5 => (any::<u8>(), any::<u8>()).prop_map(|(cell, to)| Act::Write(cell, to)),
        2 => (any::<u16>(), any::<u16>()).prop_map(|(one, other)| Act::Move(one, other)),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        3 => (any::<u8>(), any::<bool>()).prop_map(|(from, file)| Act::BringIn(from, file)),
        1 => any::<u8>().prop_map(Act::HandOut),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(which, how)| Act::Settle(which, how)),
    ]
}

/// What happens: which copy, what, and by how much its clock jumps.
fn history() -> impl Strategy<Value = Vec<(u8, Act, i16)>> {
    proptest::collection::vec((any::<u8>(), act(), any::<i16>()), 10..60)
}

struct Copies {
    folder: tempfile::TempDir,
    stores: Vec<Store>,
    made: usize,
    clock: i64,
}

impl Copies {
    /// So many copies of the small directorate.
    fn new(count: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let first = filled(&folder.path().join("0.outturn"));
        let mut copies = Self {
            folder,
            stores: vec![first],
            made: 0,
            clock: 100,
        };
        for _ in 1..count {
            let copy = copies.copy_of(0);
            copies.stores.push(copy);
        }
        copies
    }

    fn copy_of(&mut self, which: usize) -> Store {
        self.made += 1;
        let path = self.folder.path().join(format!("{}.outturn", self.made));
        self.stores[which].save_copy(&path).unwrap();
        Store::open(&path, no_typing()).unwrap()
    }

    fn by(&mut self, which: usize, skew: i16) -> Author {
        self.clock += 1;
        Author {
            person: format!("Person {which}"),
            at: moment(self.clock + i64::from(skew)),
        }
    }

    fn act(&mut self, which: usize, act: &Act, skew: i16) {
        let by = self.by(which, skew);
        let count = self.stores.len();
        let other = |other: u8| usize::from(other) % count;
        match act {
            Act::Edit(seed) => {
                self.made += 1;
                let book = self.stores[which].book(&Scope::Everything).unwrap();
                let made = self.made;
                if let Some(edit) = edit(&book, *seed, made).filter(|edit| is_modest(edit, *seed)) {
                    // What does not fit is refused, and that is all.
                    let _ = self.stores[which].transact(&by, &LABEL, &[edit]);
                }
            }
            Act::Write(cell, to) => {
                let _ = self.stores[which].transact(&by, &LABEL, &written(*cell, *to));
            }
            Act::Move(one, other) => {
                let book = self.stores[which].book(&Scope::Everything).unwrap();
                if let Some(edit) = moved(&book, *one, *other) {
                    let _ = self.stores[which].transact(&by, &LABEL, &[edit]);
                }
            }
            Act::Undo => drop(self.stores[which].undo(&by).unwrap()),
            Act::Redo => drop(self.stores[which].redo(&by).unwrap()),
            Act::BringIn(from, file) => self.bring(which, other(*from), &by, *file),
            Act::HandOut(to) => {
                let to = other(*to);
                if to != which {
                    // Its work is not lost: it was brought in first.
                    self.bring(which, to, &by, true);
                    self.stores[to] = self.copy_of(which);
                }
            }
            Act::Settle(pick, how) => {
                let conflicts = self.stores[which].conflicts().unwrap();
                if let Some(conflict) = conflicts.get(usize::from(*pick) % conflicts.len().max(1)) {
                    settle(&mut self.stores[which], &by, conflict, *how);
                }
            }
        }
    }

    fn bring(&mut self, which: usize, from: usize, by: &Author, file: bool) {
        let changes = match file {
            true => {
                let heads = self.stores[which].heads().unwrap();
                let changes = self.stores[from].changes_since(&heads).unwrap();
                Changes::read(&changes.to_bytes()).unwrap()
            }
            false => self.stores[from].changes_all().unwrap(),
        };
        self.stores[which].bring_in(by, &[changes]).unwrap();
    }

    /// Each copy brings in the one before it, from the first to the last and on round, until every
    /// copy has had what any of them has.
    fn exchange(&mut self) {
        let count = self.stores.len();
        for turn in 1..2 * count {
            let by = self.by(turn % count, 0);
            self.bring(turn % count, (turn - 1) % count, &by, turn % 2 == 0);
        }
    }

    /// One person settles everything in the first copy.
    fn settle_all(&mut self) -> Result<(), TestCaseError> {
        let store = &mut self.stores[0];
        let mut how = 0_u8;
        while let Some(conflict) = store.conflicts().unwrap().first().cloned() {
            how = how.wrapping_add(1);
            prop_assert!(how < 200, "{:?}", conflict);
            let by = Author {
                person: "Settler".into(),
                at: moment(200_000 + i64::from(how)),
            };
            // A side that points to what was taken out since cannot be taken; another can.
            settle(store, &by, &conflict, how);
        }
        prop_assert_eq!(store.verify().unwrap(), []);
        Ok(())
    }

    fn states(&self) -> Vec<(Seal, Vec<Conflict>)> {
        self.stores.iter().map(state).collect()
    }
}

fn state(store: &Store) -> (Seal, Vec<Conflict>) {
    (store.seal().unwrap(), store.conflicts().unwrap())
}

/// Taking out what nearly everything hangs under is rare, or little else would be seen.
fn is_modest(edit: &Edit, seed: Seed) -> bool {
    use Entity::{Measure, Report, Section};
    !matches!(
        edit,
        Edit::Remove {
            entity: Report | Measure | Section,
            ..
        }
    ) || seed.cell.is_multiple_of(8)
}

/// Writes a cell that other copies write too, or puts a row in or out that others do too.
fn written(cell: u8, to: u8) -> Vec<Edit> {
    let word = ["One", "Two", "Three", "Four"][usize::from(to) % 4];
    let figure = ["1", "2", "3", "4"][usize::from(to) % 4];
    let text = [
        "First.\n\nSecond!",
        "First!\n\nSecond.",
        "Zero.\n\nFirst.\n\nSecond.",
        "First.",
    ];
    let value = "ni-056/actual/2013-14-q2";
    let new = "ni-059/actual/2013-14-q1";
    match cell % 12 {
        0 => vec![set(Entity::Measure, "ni-056", "name", Some(word))],
        1 | 2 => vec![set(
            Entity::Section,
            "q2/key",
            "text",
            Some(text[usize::from(to) % 4]),
        )],
        3 => vec![set(Entity::Value, value, "amount", Some(figure))],
        4 => vec![
            set(Entity::Value, value, "amount", None),
            set(Entity::Value, value, "words", Some(word)),
        ],
        5 => vec![set(Entity::Measure, "ni-059", "owner", Some("wr"))],
        6 if to.is_multiple_of(4) => vec![remove(Entity::Person, "wr")],
        7 if to % 4 < 2 => vec![remove(
            Entity::Section,
            if to.is_multiple_of(2) {
                "q2/key"
            } else {
                "q2/key/health"
            },
        )],
        8 => vec![set(Entity::Entry, "q2/ni-056", "commentary", Some(word))],
        9 => vec![insert(
            Entity::Value,
            new,
            &[
                ("measure", "ni-059"),
                ("series", "actual"),
                ("period", "2013-14-q1"),
                ("amount", figure),
            ],
        )],
        10 => vec![remove(Entity::Value, new)],
        6 | 7 => vec![set(Entity::Section, "q2/key", "heading", Some(word))],
        _ => vec![set(
            Entity::Report,
            "q2",
            "exported_on",
            (to.is_multiple_of(2)).then_some("2013-10-20"),
        )],
    }
}

fn moved(book: &Book, one: u16, other: u16) -> Option<Edit> {
    let rows = book.rows(Entity::Section);
    let row = rows.get(usize::from(one) % rows.len().max(1))?;
    let to = rows.get(usize::from(other) % (rows.len() + 1));
    Some(set(
        Entity::Section,
        row.id.as_str(),
        "parent",
        to.map(|to| to.id.as_str()),
    ))
}

/// Settles a conflict in one of the ways it can be, if that way can be gone.
fn settle(store: &mut Store, by: &Author, conflict: &Conflict, how: u8) {
    let settlement = match (conflict.place.field, how % 3) {
        (None, 0) => Settlement::LeaveOut,
        (None, _) => Settlement::Keep,
        (Some("parent"), _) => Settlement::Keep,
        (Some(_), 0) => Settlement::Keep,
        (Some(_), _) => Settlement::Take(usize::from(how) % conflict.sides.len()),
    };
    let _ = store.settle(by, &LABEL, conflict, &settlement);
}

/// What every person in every copy wrote, by place, each with the hashes of its change.
type Written = BTreeMap<String, Vec<Option<String>>>;

/// Everything that was acknowledged in a file: of each cell, what was ever written into it.
fn acknowledged(store: &Store) -> Written {
    let mut written = Written::new();
    let own = HistoryFilter {
        limit: usize::MAX,
        cells: usize::MAX,
        ..HistoryFilter::default()
    };
    let mut changes = Vec::new();
    for change in store.history(&own).unwrap() {
        if change.kind == outturn_store::ChangeKind::BringIn {
            changes.extend(store.brought(change.id).unwrap());
        } else {
            changes.push(change);
        }
    }
    for change in changes {
        if change.kind == outturn_store::ChangeKind::BringIn {
            continue;
        }
        for row in change.rows {
            for cell in row
                .cells
                .iter()
                .filter(|_| row.kind != RowChangeKind::Delete)
            {
                let place = format!("{}/{}#{}", row.entity.table(), row.row, cell.field);
                written.entry(place).or_default().push(cell.after.clone());
            }
        }
    }
    written.values_mut().for_each(|values| values.sort());
    written
}

fn cases(number: u32) -> ProptestConfig {
    let asked: Option<u32> = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|text| text.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(number),
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn copies_that_know_the_same_are_the_same(count in 3..=5_usize, history in history()) {
        let mut copies = Copies::new(count);
        for (which, act, skew) in &history {
            let which = usize::from(*which) % count;
            copies.act(which, act, *skew);
        }
        for store in &copies.stores {
            prop_assert_eq!(store.verify().unwrap(), []);
        }
        // Brought in all at once, one by one, and the other way round, into copies of each.
        let all: Vec<Changes> = copies.stores.iter().map(|store| store.changes_all().unwrap()).collect();
        let mut outcomes = Vec::new();
        for order in 0..3 {
            // Making a copy is what takes time here.
            let which = order % count;
            let mut copy = copies.copy_of(which);
            let by = copies.by(which, 0);
            let mut bring = |one: &Changes| drop(copy.bring_in(&by, std::slice::from_ref(one)).unwrap());
            match order {
                0 => all.iter().for_each(bring),
                1 => all.iter().rev().for_each(&mut bring),
                _ => drop(copy.bring_in(&by, &all).unwrap()),
            }
            let before = state(&copy);
            let preview = copy.preview(&by, &all).unwrap();
            prop_assert_eq!(preview.committed.change, None);
            prop_assert_eq!(copy.bring_in(&by, &all).unwrap().committed.change, None);
            prop_assert_eq!(&state(&copy), &before);
            prop_assert_eq!(copy.verify().unwrap(), []);
            outcomes.push(before);
        }
        copies.exchange();
        outcomes.extend(copies.states());
        for outcome in &outcomes {
            prop_assert_eq!(outcome, &outcomes[0]);
        }
        let written: Vec<Written> = copies.stores.iter().map(acknowledged).collect();
        for other in &written {
            prop_assert_eq!(other, &written[0]);
        }
        check_nothing_is_lost(&copies.stores[0])?;

        // One person settles everything, and all others learn of it.
        copies.settle_all()?;
        copies.exchange();
        let states = copies.states();
        for state in &states {
            prop_assert_eq!(state, &states[0]);
            prop_assert_eq!(&state.1, &[]);
        }
        // Undo goes back to the last bring-in and no further, and the file is sound.
        for which in 0..count {
            let by = copies.by(which, 0);
            let store = &mut copies.stores[which];
            for number in 0..3 {
                let _ = store.transact(&by, &LABEL, &written_text(number));
            }
            let steps = store.history(&HistoryFilter::default()).unwrap().len();
            for _ in 0..steps {
                if store.undo(&by).unwrap().is_none() {
                    break;
                }
            }
            prop_assert_eq!(store.can_undo().unwrap(), None);
            prop_assert_eq!(store.verify().unwrap(), []);
        }
    }
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn copies_whose_early_history_was_left_out_go_on_with_the_others(
        count in 2..=4_usize,
        early in history(),
        late in history(),
        whose in any::<u8>(),
        since in 0..200_i64,
    ) {
        let mut copies = Copies::new(count);
        for (which, act, skew) in &early {
            copies.act(usize::from(*which) % count, act, *skew);
        }
        copies.exchange();
        copies.settle_all()?;
        copies.exchange();

        let which = usize::from(whose) % count;
        let by = copies.by(which, 0);
        let store = &mut copies.stores[which];
        let before = state(store);
        let changes = store.history(&HistoryFilter { limit: usize::MAX, ..HistoryFilter::default() });
        let changes = changes.unwrap().len() as u64;
        let at = moment(since);
        let most = store.thinnable(at).unwrap();
        match store.thin(&by, at) {
            Ok(left_out) => {
                prop_assert_eq!(left_out, most);
                let thinned = store.kept().unwrap().thinned.map_or(0, |thinned| thinned.changes);
                prop_assert_eq!(thinned, left_out);
                let left = store.history(&HistoryFilter { limit: usize::MAX, ..HistoryFilter::default() });
                prop_assert!(left.unwrap().len() as u64 + left_out >= changes);
            }
            Err(error) => prop_assert!(matches!(error.problem, Problem::CannotThin), "{error:?}"),
        }
        prop_assert_eq!(&state(store), &before);
        prop_assert_eq!(store.verify().unwrap(), []);

        for (which, act, skew) in &late {
            copies.act(usize::from(*which) % count, act, *skew);
        }
        copies.exchange();
        // Who did what before history begins is not told of the sides of a conflict any more; all
        // else is the same.
        let states: Vec<(Seal, Vec<Place>)> = copies
            .states()
            .into_iter()
            .map(|(seal, conflicts)| (seal, conflicts.into_iter().map(|one| one.place).collect()))
            .collect();
        for state in &states {
            prop_assert_eq!(state, &states[0]);
        }
        for which in 0..count {
            let by = copies.by(which, 0);
            let store = &mut copies.stores[which];
            prop_assert_eq!(store.verify().unwrap(), []);
            while store.undo(&by).unwrap().is_some() {}
            while store.redo(&by).unwrap().is_some() {}
            prop_assert_eq!(store.verify().unwrap(), []);
        }
    }
}

fn written_text(number: u8) -> Vec<Edit> {
    let text = format!("Text {number}");
    vec![set(Entity::Measure, "ni-059", "name", Some(&text))]
}

/// Whatever was written, and nobody who knew of it wrote over, is in the content or in a conflict.
/// It is worked out anew here, from the changes as they travel, by following every path there is.
fn check_nothing_is_lost(store: &Store) -> Result<(), TestCaseError> {
    let bytes = store.changes_all().unwrap().to_bytes();
    let graph = Graph::read(std::str::from_utf8(&bytes).unwrap());
    let rows: HashMap<(String, String), Row> = Entity::ALL
        .iter()
        .flat_map(|entity| {
            let rows = store.book(&Scope::Everything).unwrap().rows(*entity);
            rows.into_iter()
                .map(|row| ((entity.table().to_owned(), row.id.as_str().to_owned()), row))
        })
        .collect();
    let conflicts = store.conflicts().unwrap();
    let listed: BTreeSet<String> = conflicts
        .iter()
        .flat_map(|conflict| &conflict.sides)
        .map(|side| {
            side.change
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect()
        })
        .collect();
    let places: BTreeSet<String> = conflicts
        .iter()
        .flat_map(|conflict| {
            std::iter::once(conflict.place.clone())
                .chain(conflict.sides.iter().map(|side| side.place.clone()))
        })
        .map(|place| place.to_string())
        .collect();
    let merged_texts = ["text", "comments", "commentary"];
    for (at, cell) in &graph.latest {
        let (table, row, field) = at;
        let entity = Entity::from_table(table).unwrap();
        let silent = ["position", "exported_on", "unreviewed"].contains(&field.as_str());
        let figure = ["value", "amount"].contains(&table.as_str())
            && ["amount", "absence", "words"].contains(&field.as_str());
        for (change, value, with_row) in cell {
            if silent || (*with_row && value.is_none()) {
                continue;
            }
            let shown = rows.get(&(table.clone(), row.clone())).map(|row| {
                let (column, _) = entity.field(field).unwrap();
                row.cells[column].clone()
            });
            let place = format!("{table}/{row}#{}", if figure { "amount" } else { field });
            let visible = shown.as_ref() == Some(value);
            let in_text = merged_texts.contains(&field.as_str())
                || matches!(
                    entity.field(field).unwrap().1.kind,
                    outturn_model::record::Kind::Text | outturn_model::record::Kind::Prose
                );
            let merged = in_text && cell.len() > 1 && shown.is_some();
            let asked = listed.contains(change)
                || places.contains(&place)
                || places.contains(&format!("{table}/{row}"));
            let out = shown.is_none() && graph.is_removed_knowing(table, row, change);
            prop_assert!(
                visible || merged || asked || out,
                "{at:?} {value:?} of {change} is lost; shown {shown:?}"
            );
        }
    }
    Ok(())
}

/// The hash of a change, what it wrote into a cell, and whether that came with the whole row.
type Latest = (String, Option<String>, bool);

/// The changes of a changes file, and for each cell those writes that no other write of it knew of.
struct Graph {
    past: HashMap<String, BTreeSet<String>>,
    latest: BTreeMap<(String, String, String), Vec<Latest>>,
    deletes: HashMap<(String, String), Vec<String>>,
}

impl Graph {
    fn read(text: &str) -> Self {
        let mut graph = Self {
            past: HashMap::new(),
            latest: BTreeMap::new(),
            deletes: HashMap::new(),
        };
        let lines: Vec<serde_json::Value> = text
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        for line in &lines[1..lines.len() - 1] {
            let hash = line["hash"].as_str().unwrap().to_owned();
            let joined = line["joined"].as_array().cloned().unwrap_or_default();
            let mut past = BTreeSet::new();
            for parent in joined
                .iter()
                .chain([&line["before"]])
                .filter_map(|parent| parent.as_str())
            {
                past.extend(graph.past[parent].iter().cloned());
                past.insert(parent.to_owned());
            }
            if line["kind"] != "bring-in" {
                graph.add(&hash, &past, &line["rows"]);
            }
            graph.past.insert(hash, past);
        }
        graph
    }

    fn add(&mut self, hash: &str, past: &BTreeSet<String>, rows: &serde_json::Value) {
        for row in rows.as_array().unwrap() {
            let text = |place: usize| row[place].as_str().unwrap().to_owned();
            let (kind, table, id) = (text(0), text(1), text(2));
            if kind == "delete" {
                self.deletes
                    .entry((table, id))
                    .or_default()
                    .push(hash.to_owned());
                continue;
            }
            let entity = Entity::from_table(&table).unwrap();
            let mut wrote: BTreeMap<String, Option<String>> = BTreeMap::new();
            if kind == "insert" {
                wrote.extend(
                    entity
                        .fields()
                        .iter()
                        .map(|field| (field.name.to_owned(), None)),
                );
            }
            for cell in row[3].as_array().unwrap() {
                let after = cell[2].as_str().map(str::to_owned);
                wrote.insert(cell[0].as_str().unwrap().to_owned(), after);
            }
            // A figure is written as one.
            if ["value", "amount"].contains(&table.as_str()) {
                let figure = ["amount", "absence", "words"];
                if figure.iter().any(|field| wrote.contains_key(*field)) {
                    for field in figure {
                        let at = (table.clone(), id.clone(), field.to_owned());
                        if let (false, Some(latest)) =
                            (wrote.contains_key(field), self.latest.get_mut(&at))
                        {
                            latest.retain(|(other, _, _)| !past.contains(other));
                        }
                    }
                }
            }
            for (field, value) in wrote {
                let latest = self
                    .latest
                    .entry((table.clone(), id.clone(), field))
                    .or_default();
                latest.retain(|(other, _, _)| !past.contains(other));
                latest.push((hash.to_owned(), value, kind == "insert"));
            }
        }
    }

    fn is_removed_knowing(&self, table: &str, row: &str, change: &str) -> bool {
        let deletes = self.deletes.get(&(table.to_owned(), row.to_owned()));
        deletes
            .into_iter()
            .flatten()
            .any(|delete| self.past[delete].contains(change))
    }
}
