//! Copies of one file that come together: what goes together does, and what does not is listed.
#![allow(clippy::unwrap_used)]

mod made;

use std::path::{Path, PathBuf};

use made::*;
use outturn_model::{Edit, Entity};
use outturn_store::{
    Author, Changes, ChangesFault, Conflict, Problem, Said, Scope, Settlement, Store,
};
use outturn_words::Words;

/// A person's copy of the small directorate, with a folder of its own.
struct Copy {
    name: &'static str,
    store: Store,
    folder: tempfile::TempDir,
    clock: i64,
}

impl Copy {
    fn first(name: &'static str) -> Self {
        let (folder, path) = folder();
        let store = filled(&path);
        Self {
            name,
            store,
            folder,
            clock: 100,
        }
    }

    fn hand_out(&self, name: &'static str) -> Self {
        let (folder, path) = folder();
        self.store.save_copy(&path).unwrap();
        Self {
            name,
            store: Store::open(&path, no_typing()).unwrap(),
            folder,
            clock: self.clock,
        }
    }

    fn by(&mut self) -> Author {
        self.clock += 10;
        Author {
            person: self.name.into(),
            at: moment(self.clock),
        }
    }

    fn make(&mut self, edits: &[Edit]) {
        let by = self.by();
        self.store.transact(&by, &LABEL, edits).unwrap();
    }

    fn set(&mut self, entity: Entity, row: &str, field: &'static str, to: Option<&str>) {
        self.make(&[set(entity, row, field, to)]);
    }

    fn get(&self, entity: Entity, row: &str, field: &str) -> Option<String> {
        let row = self.store.row(entity, &id(row)).unwrap()?;
        row.cells[entity.field(field).unwrap().0].clone()
    }

    fn has(&self, entity: Entity, row: &str) -> bool {
        self.store.row(entity, &id(row)).unwrap().is_some()
    }

    fn take(&mut self, other: &Self) -> outturn_store::BroughtIn {
        let by = self.by();
        let changes = through_a_file(&other.store.changes_all().unwrap());
        let preview = self
            .store
            .preview(&by, std::slice::from_ref(&changes))
            .unwrap();
        let done = self.store.bring_in(&by, &[changes]).unwrap();
        assert_eq!(preview, done);
        assert_eq!(self.store.verify().unwrap(), []);
        done
    }

    fn conflicts(&self) -> Vec<Conflict> {
        self.store.conflicts().unwrap()
    }

    fn settle(&mut self, conflict: &Conflict, settlement: Settlement) {
        let by = self.by();
        self.store
            .settle(&by, &LABEL, conflict, &settlement)
            .unwrap();
        assert_eq!(self.store.verify().unwrap(), []);
    }
}

fn through_a_file(changes: &Changes) -> Changes {
    Changes::read(&changes.to_bytes()).unwrap()
}

/// Both copies bring in the other, and agree.
fn exchange(one: &mut Copy, other: &mut Copy) {
    one.take(other);
    other.take(one);
    agree(one, other);
}

fn agree(one: &Copy, other: &Copy) {
    let book = |copy: &Copy| copy.store.book(&Scope::Everything).unwrap();
    assert_eq!(book(one), book(other));
    assert_eq!(one.store.seal().unwrap(), other.store.seal().unwrap());
    assert_eq!(one.conflicts(), other.conflicts());
}

fn pair() -> (Copy, Copy) {
    let ann = Copy::first("Ann");
    let bob = ann.hand_out("Bob");
    (ann, bob)
}

#[test]
fn what_was_done_in_different_places_comes_together() {
    let (mut ann, mut bob) = pair();
    ann.set(Entity::Entry, "q2/ni-056", "commentary", Some("From Ann."));
    bob.set(Entity::Measure, "ni-056", "name", Some("From Bob"));
    bob.make(&[insert(
        Entity::Risk,
        "q2/r2",
        &[
            ("entry", "q2/ni-056"),
            ("position", "8180"),
            ("text", "Rain"),
        ],
    )]);
    let done = ann.take(&bob);
    assert_eq!(done.new.len(), 2);
    assert_eq!(done.new[0].person, "Bob");
    assert_eq!(done.conflicts, []);
    let change = done.committed.change.unwrap();
    let brought = ann.store.brought(change).unwrap();
    assert_eq!(brought[1].rows[0].row.as_str(), "q2/r2");
    assert_eq!(ann.store.can_undo().unwrap(), None);
    exchange(&mut ann, &mut bob);
    assert_eq!(ann.conflicts(), []);
    assert_eq!(
        bob.get(Entity::Entry, "q2/ni-056", "commentary").as_deref(),
        Some("From Ann.")
    );
    assert_eq!(
        ann.get(Entity::Measure, "ni-056", "name").as_deref(),
        Some("From Bob")
    );
}

#[test]
fn what_is_known_already_changes_nothing() {
    let (mut ann, mut bob) = pair();
    bob.set(Entity::Measure, "ni-056", "name", Some("From Bob"));
    assert!(ann.take(&bob).committed.change.is_some());
    for _ in 0..3 {
        let again = ann.take(&bob);
        assert_eq!(again.committed.change, None);
        assert_eq!(again.new, []);
        let back = bob.take(&ann);
        assert_eq!(back.committed.change, None);
    }
    let own = ann.store.changes_all().unwrap();
    let by = ann.by();
    assert_eq!(
        ann.store.bring_in(&by, &[own]).unwrap().committed.change,
        None
    );
}

#[test]
fn only_what_is_lacking_need_be_sent() {
    let (mut ann, mut bob) = pair();
    for number in 0..20 {
        bob.set(
            Entity::Measure,
            "ni-056",
            "name",
            Some(&format!("Name {number}")),
        );
    }
    ann.take(&bob);
    bob.set(Entity::Measure, "ni-056", "name", Some("Last"));
    let heads = ann.store.heads().unwrap();
    let lacking = bob.store.changes_since(&heads).unwrap();
    assert_eq!(lacking.len(), 1);
    let by = ann.by();
    ann.store
        .bring_in(&by, &[through_a_file(&lacking)])
        .unwrap();
    agree(&ann, &bob);
    // Ann's own work is not known to Bob, but something not long before it is.
    ann.set(Entity::Measure, "ni-059", "name", Some("By Ann"));
    bob.set(Entity::Measure, "ni-056", "name", Some("After"));
    let lacking = bob
        .store
        .changes_since(&ann.store.heads().unwrap())
        .unwrap();
    assert_eq!(lacking.len(), 1);
}

#[test]
fn a_cell_written_apart_is_asked_about_until_it_is_settled() {
    for settlement in [
        Settlement::Take(0),
        Settlement::Take(1),
        Settlement::Keep,
        Settlement::Text(Some("Agreed".to_owned())),
    ] {
        let (mut ann, mut bob) = pair();
        ann.set(Entity::Measure, "ni-056", "name", Some("By Ann"));
        bob.clock += 500;
        bob.set(Entity::Measure, "ni-056", "name", Some("By Bob"));
        let mut eve = ann.hand_out("Eve");
        let done = ann.take(&bob);
        assert_eq!(done.conflicts.len(), 1);
        let conflict = done.conflicts[0].clone();
        assert_eq!(conflict.place.to_string(), "measure/ni-056#name");
        assert_eq!(
            conflict.base,
            Some(vec![("name", Some("Obesity in year 6".to_owned()))])
        );
        let said: Vec<_> = conflict
            .sides
            .iter()
            .map(|side| (side.person.as_str(), side.said.clone()))
            .collect();
        let wrote = |text: &str| Said::Cells(vec![("name", Some(text.to_owned()))]);
        assert_eq!(said, [("Ann", wrote("By Ann")), ("Bob", wrote("By Bob"))]);
        exchange(&mut ann, &mut bob);
        assert_eq!(
            ann.get(Entity::Measure, "ni-056", "name").as_deref(),
            Some("By Bob")
        );

        let expected = match &settlement {
            Settlement::Take(0) => "By Ann",
            Settlement::Text(Some(text)) => text.as_str(),
            _ => "By Bob",
        };
        bob.settle(&conflict, settlement.clone());
        assert_eq!(bob.conflicts(), []);
        let by = bob.by();
        let again = bob.store.settle(&by, &LABEL, &conflict, &settlement);
        assert!(matches!(again.unwrap_err().problem, Problem::NotOpen));
        exchange(&mut ann, &mut bob);
        exchange(&mut eve, &mut ann);
        for copy in [&ann, &bob, &eve] {
            assert_eq!(copy.conflicts(), []);
            assert_eq!(
                copy.get(Entity::Measure, "ni-056", "name").as_deref(),
                Some(expected)
            );
        }
    }
}

#[test]
fn an_ordinary_edit_settles_too_and_equal_work_is_no_conflict() {
    let (mut ann, mut bob) = pair();
    for copy in [&mut ann, &mut bob] {
        copy.set(Entity::Measure, "ni-056", "reference", Some("NI 56"));
    }
    ann.set(Entity::Measure, "ni-056", "name", Some("By Ann"));
    bob.set(Entity::Measure, "ni-056", "name", Some("By Bob"));
    exchange(&mut ann, &mut bob);
    assert_eq!(ann.conflicts().len(), 1);
    ann.set(Entity::Measure, "ni-056", "source", Some("Elsewhere"));
    assert_eq!(ann.conflicts().len(), 1);
    ann.set(Entity::Measure, "ni-056", "name", Some("By both"));
    assert_eq!(ann.conflicts(), []);
    assert_eq!(ann.store.verify().unwrap(), []);
    exchange(&mut ann, &mut bob);
    assert_eq!(bob.conflicts(), []);
}

#[test]
fn a_figure_is_one() {
    let (mut ann, mut bob) = pair();
    let value = "ni-056/actual/2013-14-q2";
    ann.set(Entity::Value, value, "amount", Some("20"));
    bob.clock += 500;
    bob.make(&[
        set(Entity::Value, value, "amount", None),
        set(Entity::Value, value, "words", Some("Not yet known")),
    ]);
    exchange(&mut ann, &mut bob);
    let conflict = ann.conflicts().remove(0);
    assert_eq!(conflict.place.to_string(), format!("value/{value}#amount"));
    assert_eq!(ann.get(Entity::Value, value, "amount"), None);
    ann.settle(&conflict, Settlement::Take(0));
    assert_eq!(
        ann.get(Entity::Value, value, "amount").as_deref(),
        Some("20")
    );
    assert_eq!(ann.get(Entity::Value, value, "words"), None);
    exchange(&mut ann, &mut bob);
}

#[test]
fn paragraphs_changed_apart_come_together_and_so_do_later_ones() {
    let (mut ann, mut bob) = pair();
    let text = |copy: &Copy| copy.get(Entity::Section, "q2/key", "text").unwrap();
    ann.set(
        Entity::Section,
        "q2/key",
        "text",
        Some("First, by Ann.\n\nSecond."),
    );
    bob.set(
        Entity::Section,
        "q2/key",
        "text",
        Some("First.\n\nSecond, by Bob."),
    );
    let done = ann.take(&bob);
    assert_eq!(done.merged.len(), 1);
    bob.take(&ann);
    agree(&ann, &bob);
    assert_eq!(text(&ann), "First, by Ann.\n\nSecond, by Bob.");
    // The base is now what came together, though nobody wrote it.
    ann.set(
        Entity::Section,
        "q2/key",
        "text",
        Some("First, by Ann.\n\nSecond, by Bob.\n\nThird."),
    );
    bob.set(
        Entity::Section,
        "q2/key",
        "text",
        Some("Before.\n\nFirst, by Ann.\n\nSecond, by Bob."),
    );
    exchange(&mut ann, &mut bob);
    assert_eq!(ann.conflicts(), []);
    assert_eq!(
        text(&bob),
        "Before.\n\nFirst, by Ann.\n\nSecond, by Bob.\n\nThird."
    );
}

#[test]
fn a_section_taken_out_here_and_changed_there_is_put_back_whole_or_left_out() {
    for settlement in [Settlement::Keep, Settlement::LeaveOut] {
        let (mut ann, mut bob) = pair();
        let before = ann.store.book(&Scope::Everything).unwrap();
        ann.make(&[remove(Entity::Section, "q2/key")]);
        bob.set(
            Entity::Entry,
            "q2/ni-056",
            "commentary",
            Some("Still wanted."),
        );
        bob.make(&[insert(
            Entity::Risk,
            "q2/r2",
            &[
                ("entry", "q2/ni-056"),
                ("position", "8180"),
                ("text", "Rain"),
            ],
        )]);
        exchange(&mut ann, &mut bob);
        assert!(!bob.has(Entity::Section, "q2/key"));
        assert!(!bob.has(Entity::Risk, "q2/r2"));
        let conflicts = bob.conflicts();
        assert_eq!(conflicts.len(), 1, "{conflicts:#?}");
        assert_eq!(conflicts[0].place.to_string(), "section/q2/key");
        let said: Vec<&Said> = conflicts[0].sides.iter().map(|side| &side.said).collect();
        assert_eq!(said, [&Said::Removed, &Said::Changed, &Said::Changed]);
        bob.settle(&conflicts[0], settlement.clone());
        exchange(&mut ann, &mut bob);
        assert_eq!(ann.conflicts(), []);
        let kept = settlement == Settlement::Keep;
        assert_eq!(ann.has(Entity::Section, "q2/key/health"), kept);
        assert_eq!(ann.has(Entity::Risk, "q2/r2"), kept);
        if kept {
            let mut after = ann.store.book(&Scope::Everything).unwrap();
            assert_eq!(
                ann.get(Entity::Entry, "q2/ni-056", "commentary").as_deref(),
                Some("Still wanted.")
            );
            after.risks = before.risks.clone();
            after.entries = before.entries.clone();
            assert_eq!(after, before);
        } else {
            let by = bob.by();
            bob.store.undo(&by).unwrap().unwrap();
            assert!(bob.has(Entity::Risk, "q2/r2"));
        }
    }
}

#[test]
fn what_both_took_out_is_out() {
    let (mut ann, mut bob) = pair();
    ann.make(&[remove(Entity::Section, "q2/key/health")]);
    bob.make(&[remove(Entity::Section, "q2/key")]);
    exchange(&mut ann, &mut bob);
    assert_eq!(ann.conflicts(), []);
    assert!(!ann.has(Entity::Section, "q2/key"));
}

#[test]
fn a_reference_to_someone_taken_out_shows_nothing_until_it_is_settled() {
    for settlement in [Settlement::Keep, Settlement::LeaveOut] {
        let (mut ann, mut bob) = pair();
        ann.make(&[remove(Entity::Person, "wr")]);
        bob.set(Entity::Measure, "ni-059", "owner", Some("wr"));
        exchange(&mut ann, &mut bob);
        assert_eq!(ann.get(Entity::Measure, "ni-059", "owner"), None);
        let conflict = ann.conflicts().remove(0);
        assert_eq!(conflict.place.to_string(), "person/wr");
        ann.settle(&conflict, settlement.clone());
        exchange(&mut ann, &mut bob);
        assert_eq!(bob.conflicts(), []);
        let owner = (settlement == Settlement::Keep).then(|| "wr".to_owned());
        assert_eq!(bob.get(Entity::Measure, "ni-059", "owner"), owner);
    }
}

#[test]
fn sections_moved_into_each_other_stand_at_the_top() {
    let (mut ann, mut bob) = pair();
    for name in ["q2/a", "q2/b"] {
        ann.make(&[insert(
            Entity::Section,
            name,
            &[("report", "q2"), ("position", "80"), ("kind", "narrative")],
        )]);
    }
    bob.take(&ann);
    ann.set(Entity::Section, "q2/a", "parent", Some("q2/b"));
    bob.clock += 500;
    bob.set(Entity::Section, "q2/b", "parent", Some("q2/a"));
    exchange(&mut ann, &mut bob);
    assert_eq!(
        ann.get(Entity::Section, "q2/a", "parent").as_deref(),
        Some("q2/b")
    );
    assert_eq!(ann.get(Entity::Section, "q2/b", "parent"), None);
    let conflict = ann.conflicts().remove(0);
    assert_eq!(conflict.place.to_string(), "section/q2/b#parent");
    let mut eve = ann.hand_out("Eve");
    ann.settle(&conflict, Settlement::Keep);
    exchange(&mut ann, &mut bob);
    assert_eq!(bob.conflicts(), []);
    // Moving the other out of the way settles it too, and then both moves that stand are made.
    eve.set(Entity::Section, "q2/a", "parent", Some("q2/key"));
    assert_eq!(eve.conflicts(), []);
    assert_eq!(
        eve.get(Entity::Section, "q2/b", "parent").as_deref(),
        Some("q2/a")
    );
    assert_eq!(eve.store.verify().unwrap(), []);
}

#[test]
fn reviewed_exported_and_ordered_need_no_question() {
    let (mut ann, mut bob) = pair();
    ann.set(Entity::Section, "q2/key", "unreviewed", Some("yes"));
    ann.set(Entity::Report, "q2", "exported_on", Some("2013-10-20"));
    bob.take(&ann);
    ann.set(Entity::Section, "q2/key", "unreviewed", None);
    ann.set(Entity::Report, "q2", "exported_on", Some("2013-10-21"));
    ann.set(Entity::Headline, "q2/h1", "position", Some("8280"));
    bob.clock += 500;
    bob.make(&[
        set(Entity::Section, "q2/key", "unreviewed", None),
        set(Entity::Report, "q2", "exported_on", None),
    ]);
    bob.set(Entity::Headline, "q2/h1", "position", Some("8380"));
    bob.set(Entity::Section, "q2/key", "unreviewed", Some("yes"));
    exchange(&mut ann, &mut bob);
    assert_eq!(ann.conflicts(), []);
    assert_eq!(ann.get(Entity::Section, "q2/key", "unreviewed"), None);
    assert_eq!(ann.get(Entity::Report, "q2", "exported_on"), None);
    assert_eq!(
        ann.get(Entity::Headline, "q2/h1", "position").as_deref(),
        Some("8380")
    );
}

#[test]
fn one_value_put_in_twice_is_one() {
    let (mut ann, mut bob) = pair();
    let value = "ni-059/actual/2013-14-q2";
    let keys = [
        ("measure", "ni-059"),
        ("series", "actual"),
        ("period", "2013-14-q2"),
    ];
    let with = |more: &[(&'static str, &'static str)]| {
        insert(Entity::Value, value, &[&keys[..], more].concat())
    };
    ann.make(&[with(&[("amount", "81"), ("note", "From the survey")])]);
    bob.make(&[with(&[("amount", "81")])]);
    exchange(&mut ann, &mut bob);
    assert_eq!(ann.conflicts(), []);
    assert_eq!(
        bob.get(Entity::Value, value, "note").as_deref(),
        Some("From the survey")
    );
}

#[test]
fn a_whole_copy_can_be_read_for_its_changes() {
    let (mut ann, mut bob) = pair();
    bob.set(Entity::Measure, "ni-056", "name", Some("From Bob"));
    let path: PathBuf = bob.folder.path().join("Children and Enterprise.outturn");
    let changes = Store::open_read_only(Path::new(&path))
        .unwrap()
        .changes_all()
        .unwrap();
    let by = ann.by();
    ann.store.bring_in(&by, &[changes]).unwrap();
    agree(&ann, &bob);
    let earlier = Copy::first("Other");
    assert!(earlier.store.heads().unwrap().len() == 1);
}

/// What a fault in a changes file gives, and that the file is as it was.
fn refused(ann: &mut Copy, bytes: &[u8]) -> ChangesFault {
    let seal = ann.store.seal().unwrap();
    let heads = ann.store.heads().unwrap();
    let fault = match Changes::read(bytes) {
        Err(fault) => fault,
        Ok(changes) => {
            let by = ann.by();
            let error = ann.store.bring_in(&by, &[changes]).unwrap_err();
            let message = Words::british().say(&error.message());
            assert!(is_plain(&message), "{message}");
            match error.problem {
                Problem::Changes { fault, .. } => fault,
                other => panic!("{other:?}"),
            }
        }
    };
    assert_eq!(ann.store.seal().unwrap(), seal);
    assert_eq!(ann.store.heads().unwrap(), heads);
    assert_eq!(ann.store.verify().unwrap(), []);
    fault
}

/// A changes file with something else in it, and a digest that fits.
fn forged(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.contains(from), "{from}");
    let text = text.replace(from, to);
    let (rest, _) = text.trim_end().rsplit_once('\n').unwrap();
    let rest = format!("{rest}\n");
    let digest = blake3::hash(rest.as_bytes()).to_hex();
    format!("{rest}{{\"digest\":\"{digest}\"}}\n").into_bytes()
}

#[test]
fn a_changes_file_that_is_not_what_was_written_changes_nothing() {
    let (mut ann, mut bob) = pair();
    bob.set(Entity::Measure, "ni-056", "name", Some("From Bob"));
    bob.set(Entity::Measure, "ni-056", "name", Some("Again"));
    let bytes = bob.store.changes_all().unwrap().to_bytes();
    for (fault, bytes) in [
        (ChangesFault::NotChanges, b"".to_vec()),
        (ChangesFault::NotChanges, b"SQLite format 3\0".to_vec()),
        (ChangesFault::NotChanges, b"{\"name\":1}\n".to_vec()),
        (
            ChangesFault::Tampered,
            forged(&bytes, "From Bob", "From Eve"),
        ),
        (
            ChangesFault::Tampered,
            forged(&bytes, "\"person\":\"Bob\"", "\"person\":\"Eve\""),
        ),
        (
            ChangesFault::Tampered,
            forged(&bytes, "\"measure\",\"ni-056\"", "\"../x\",\"ni-056\""),
        ),
        (
            ChangesFault::Tampered,
            forged(&bytes, "\"name\",\"Obesity", "\"colour\",\"Obesity"),
        ),
        (
            ChangesFault::Tampered,
            forged(&bytes, "\"kind\":\"edit\"", "\"kind\":\"spell\""),
        ),
        (
            ChangesFault::Tampered,
            forged(&bytes, "\"number\":3", "\"number\":4"),
        ),
        (
            ChangesFault::Tampered,
            forged(&bytes, "\"step\":3", "\"step\":3,\"more\":1"),
        ),
    ] {
        assert_eq!(refused(&mut ann, &bytes), fault);
    }
    let mut flipped = bytes.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    assert_eq!(refused(&mut ann, &flipped), ChangesFault::Tampered);
    for length in [bytes.len() - 1, bytes.len() - 80, bytes.len() / 2, 100] {
        assert_eq!(
            refused(&mut ann, &bytes[..length]),
            ChangesFault::Truncated,
            "{length}"
        );
    }
    let newer = refused(
        &mut ann,
        &forged(&bytes, "\"outturn_changes\":4", "\"outturn_changes\":99"),
    );
    assert_eq!(
        newer,
        ChangesFault::Newer {
            found: 99,
            known: outturn_store::FORMAT
        }
    );
    // The one between is missing.
    let heads = bob.store.heads().unwrap();
    let last = bob.store.changes_since(&heads[1..2]).unwrap();
    assert_eq!(
        refused(&mut ann, &last.to_bytes()),
        ChangesFault::EarlierMissing
    );

    let mut other = Copy::first("Eve");
    other.set(Entity::Measure, "ni-056", "name", Some("Elsewhere"));
    let (_folder, path) = folder();
    let mut stranger = Store::create(&path, no_typing()).unwrap();
    stranger
        .transact(&author(1), &LABEL, &directorate())
        .unwrap();
    let strange = stranger.changes_all().unwrap().to_bytes();
    assert_eq!(refused(&mut ann, &strange), ChangesFault::OtherDirectorate);
    // It can still be brought in as it is.
    let by = ann.by();
    ann.store
        .bring_in(&by, &[Changes::read(&bytes).unwrap()])
        .unwrap();
    agree(&ann, &bob);
}
