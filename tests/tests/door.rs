//! Edits as the window asks for them, whatever is typed: all or nothing, undone to the beginning and
//! made again to the same content.

use std::collections::BTreeMap;

use outturn_api::opening;
use outturn_api::session::Session;
use outturn_api::template;
use outturn_api::wire::{Change, WireBlock, WireInline};
use outturn_exchange::text_form;
use outturn_model::record::{Entity, Kind};
use outturn_model::section::Symbol;
use outturn_model::{Book, Place};
use outturn_store::Scope;
use outturn_tests::dice::Dice;
use outturn_tests::outside::Rehearsal;
use outturn_tests::reports;
use outturn_words::Words;
use proptest::prelude::*;

/// What people and programs put into a field, on purpose or not.
const TYPED: &[&str] = &[
    "",
    " ",
    "Two posts were filled.",
    "1,234.5",
    "£1.2m",
    "(416)",
    "12%",
    "N/A",
    "-",
    "−3.5 p",
    "1.2.3",
    "1234567890123456789012345678901234567890",
    "41.5 rolling quarterly average rate",
    "31 June 2026",
    "30/6/2026",
    "2026-27-q2",
    "yes",
    "no",
    "green",
    "lower-is-better",
    "@added/0",
    "2026-27-q3/group-0/card-1",
    "head",
    "#set page(width: 1pt)",
    "$ x $",
    "<script>alert(1)</script>",
    "'; DROP TABLE measure; --",
    "=cmd|' /C calc'!A0",
    "**bold** _it_ [a](javascript:alert(1)) [^1]",
    "\\ ` ~ | & {{ }} %s",
    "a\u{202E}b",
    "a\u{0}b",
    "a\u{7}\u{1b}[31mb",
    "\u{FEFF}a",
    "e\u{301}\u{200D}\u{1F600}",
    "line\r\nline\u{b}line\ttab",
    "\n\n- item\n  1. inner\n\n\n# heading",
];

/// What one change is made from.
pub type Seed = u64;

/// A change that may or may not fit what the book holds.
pub fn change(book: &Book, seed: Seed) -> Change {
    let mut dice = Dice::new(seed);
    let entity = |dice: &mut Dice| Entity::ALL[dice.roll(Entity::ALL.len())];
    match dice.roll(14) {
        0..=3 => {
            let of = entity(&mut dice);
            let field = of.fields()[dice.roll(of.fields().len())].name;
            Change::Set {
                place: format!("{}/{}#{field}", of.table(), id(book, of, &mut dice)),
                text: typed(&mut dice),
            }
        }
        4 => Change::SetProse {
            place: format!("entry/{}#commentary", id(book, Entity::Entry, &mut dice)),
            blocks: (0..dice.roll(4)).map(|_| block(&mut dice, 2)).collect(),
        },
        5 => Change::SetFigure {
            measure: id(book, Entity::Measure, &mut dice),
            series: series(book, &mut dice),
            period: period(&mut dice),
            text: typed(&mut dice),
        },
        6 => Change::SetFigureField {
            measure: id(book, Entity::Measure, &mut dice),
            series: series(book, &mut dice),
            period: period(&mut dice),
            field: Entity::Value.fields()[dice.roll(Entity::Value.fields().len())]
                .name
                .to_owned(),
            text: typed(&mut dice),
        },
        7 => Change::SetAmount {
            line: id(book, Entity::Line, &mut dice),
            column: id(book, Entity::Column, &mut dice),
            text: typed(&mut dice),
        },
        8 => Change::SetMeaning {
            section: id(book, Entity::Section, &mut dice),
            symbol: Symbol::WORDS[dice.roll(Symbol::WORDS.len())].to_owned(),
            field: ["for_milestones", "for_measures", "symbol", "colour"][dice.roll(4)].to_owned(),
            text: typed(&mut dice),
        },
        9..=10 => add(book, &mut dice),
        11 => {
            let of = entity(&mut dice);
            Change::Remove {
                place: format!("{}/{}", of.table(), id(book, of, &mut dice)),
            }
        }
        12 => {
            let of = entity(&mut dice);
            let after = (dice.roll(2) == 0).then(|| id(book, of, &mut dice));
            Change::Move {
                place: format!("{}/{}", of.table(), id(book, of, &mut dice)),
                after,
            }
        }
        _ => Change::MoveSection {
            section: id(book, Entity::Section, &mut dice),
            parent: (dice.roll(2) == 0).then(|| id(book, Entity::Section, &mut dice)),
            after: (dice.roll(2) == 0).then(|| id(book, Entity::Section, &mut dice)),
        },
    }
}

/// A new row whose references lead somewhere, as a rule.
fn add(book: &Book, dice: &mut Dice) -> Change {
    let of = Entity::ALL[dice.roll(Entity::ALL.len())];
    let mut fields = BTreeMap::new();
    for field in of.fields() {
        let text = match field.kind {
            Kind::Reference(to) if field.required => id(book, to, dice),
            Kind::Choice(words) => words[dice.roll(words.len())].to_owned(),
            Kind::Period => period(dice),
            Kind::Position => continue,
            _ => typed(dice),
        };
        if field.required || dice.roll(4) == 0 {
            fields.insert(field.name.to_owned(), text);
        }
    }
    Change::Add {
        entity: of.table().to_owned(),
        parent: of.parent().map(|(parent, _)| id(book, parent, dice)),
        after: (dice.roll(2) == 0).then(|| id(book, of, dice)),
        fields,
    }
}

/// The id of a row of this table, as a rule.
fn id(book: &Book, of: Entity, dice: &mut Dice) -> String {
    let rows = book.rows(of);
    match dice.pick(&rows) {
        Some(row) if dice.roll(20) > 0 => row.id.to_string(),
        _ => ["not-there", "", "NOT AN ID", "@added/0", "actual"][dice.roll(5)].to_owned(),
    }
}

fn series(book: &Book, dice: &mut Dice) -> String {
    match dice.roll(3) {
        0 => "target".to_owned(),
        1 => id(book, Entity::Comparator, dice),
        _ => "actual".to_owned(),
    }
}

fn period(dice: &mut Dice) -> String {
    [
        "2026-27-q3",
        "2026-27-q4",
        "2025-26",
        "2026-27-m12",
        "2026-27-h1",
        "2026",
        "q2",
    ][dice.roll(7)]
    .to_owned()
}

fn typed(dice: &mut Dice) -> String {
    TYPED[dice.roll(TYPED.len())].to_owned()
}

fn block(dice: &mut Dice, depth: usize) -> WireBlock {
    match dice.roll(if depth == 0 { 2 } else { 3 }) {
        0 => WireBlock::Paragraph {
            inlines: inlines(dice, depth),
        },
        1 => WireBlock::Heading {
            level: u8::try_from(dice.roll(256)).unwrap(),
            inlines: inlines(dice, depth),
        },
        _ => WireBlock::List {
            ordered: dice.roll(2) == 0,
            items: (0..dice.roll(4))
                .map(|_| (0..dice.roll(3)).map(|_| block(dice, depth - 1)).collect())
                .collect(),
        },
    }
}

fn inlines(dice: &mut Dice, depth: usize) -> Vec<WireInline> {
    let one = |dice: &mut Dice| match dice.roll(if depth == 0 { 2 } else { 4 }) {
        0 => WireInline::Text {
            text: typed(dice),
            strong: dice.roll(2) == 0,
            emphasis: dice.roll(2) == 0,
        },
        1 => WireInline::Break,
        2 => WireInline::Link {
            inlines: inlines(dice, depth - 1),
            url: typed(dice),
        },
        _ => WireInline::Footnote {
            inlines: inlines(dice, depth - 1),
        },
    };
    (0..dice.roll(4)).map(|_| one(dice)).collect()
}

/// A session on a new file, where the disk is not what is tested.
pub fn opened(start: &Book) -> (tempfile::TempDir, Session, Rehearsal) {
    let memory = std::path::Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    };
    let outside = Rehearsal::new(folder.path());
    let session = opening::create(&folder.path().join("made.outturn"), start, &outside).unwrap();
    (folder, session, outside)
}

/// Looks at everything that a window shows of the book: none of it may fail, whatever was typed.
fn look_at_all(session: &mut Session, words: &Words) {
    session.workspace(words).unwrap();
    session.measures(words);
    session.people(words);
    let ids = |of: Entity, session: &Session| {
        session
            .book()
            .rows(of)
            .into_iter()
            .map(|row| row.id.to_string())
            .collect::<Vec<_>>()
    };
    for report in ids(Entity::Report, session) {
        session.report(&report, words).unwrap();
        let findings = session.findings(&report, words).unwrap();
        for finding in findings.findings {
            assert!(Place::parse(&finding.spot.place).is_some(), "{finding:?}");
        }
    }
    for section in ids(Entity::Section, session) {
        session.section(&section, words).unwrap();
    }
    for entry in ids(Entity::Entry, session) {
        session.card(&entry, words).unwrap();
    }
    for measure in ids(Entity::Measure, session) {
        session.measure(&measure, words).unwrap();
    }
}

#[test]
fn findings_and_undo_say_what_to_open() {
    let words = Words::british();
    let book = template::sample("directorate-overview").unwrap();
    let report = book.reports.iter().next().unwrap().id.to_string();
    let person = book.people.iter().next().unwrap().id.to_string();
    let (folder, mut session, mut outside) = opened(&book);
    let cover = session.report(&report, &words).unwrap().outline[0]
        .id
        .clone();
    let committee = format!("report/{report}#committee");
    let post = format!("person/{person}#post");
    let mut set = |session: &mut Session, place: &str, text: &str| {
        let (place, text) = (place.to_owned(), text.to_owned());
        session
            .edit(&[Change::Set { place, text }], false, &mut outside, &words)
            .unwrap();
    };
    set(&mut session, &committee, "");
    set(&mut session, &post, "Another post");
    let findings = session.findings(&report, &words).unwrap().findings;
    let missing = findings
        .iter()
        .find(|finding| finding.code == "report-committee")
        .unwrap();
    assert_eq!(missing.spot.section.as_ref(), Some(&cover));
    let undone = |session: &mut Session| {
        session
            .undo(&Rehearsal::new(folder.path()), &words)
            .unwrap()
            .at
            .unwrap()
    };
    let of_person = undone(&mut session);
    assert_eq!((of_person.place, of_person.section), (post, None));
    let of_report = undone(&mut session);
    assert_eq!(
        (of_report.place, of_report.section),
        (committee, Some(cover))
    );
}

#[test]
fn what_the_typeface_lacks_is_found() {
    let words = Words::british();
    let book = template::sample("indicator-report").unwrap();
    let report = book.reports.iter().next().unwrap().id.to_string();
    let entry = book.entries.iter().next().unwrap().id.to_string();
    let (_folder, mut session, mut outside) = opened(&book);
    let place = format!("entry/{entry}#status_words");
    let text = "Très bien 日本 😀 日".to_owned();
    let change = Change::Set {
        place: place.clone(),
        text,
    };
    session
        .edit(&[change], false, &mut outside, &words)
        .unwrap();
    let findings = session.findings(&report, &words).unwrap().findings;
    let found: Vec<_> = findings
        .iter()
        .filter(|finding| finding.code == "character-unprintable")
        .map(|finding| (&finding.spot.place, &finding.spot.entry, &finding.sentence))
        .collect();
    let sentence = "The paper’s typeface does not have the characters “日 本 😀”, and prints their codes instead.";
    assert_eq!(found, [(&place, &Some(entry), &sentence.to_owned())]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn edits_are_undone_to_the_beginning_and_made_again(
        steps in prop::collection::vec(prop::collection::vec(any::<Seed>(), 1..4), 1..40),
        empty in any::<bool>(),
    ) {
        let words = Words::british();
        let start = if empty { Book::default() } else { reports::cards(3) };
        let (folder, mut session, mut outside) = opened(&start);
        prop_assert!(session.book() == &start);
        let mut past = vec![start.clone()];
        for seeds in &steps {
            let before = session.book().clone();
            let changes: Vec<_> = seeds.iter().map(|seed| change(&before, *seed)).collect();
            match session.edit(&changes, false, &mut outside, &words) {
                Ok(committed) => {
                    if committed.touched.is_empty() {
                        prop_assert!(session.book() == &before, "{changes:?} changed something untold");
                    }
                    past.push(session.book().clone());
                }
                Err(stop) => {
                    let refusal = stop.refusal(&words);
                    prop_assert!(session.book() == &before, "{changes:?} was refused and changed something");
                    prop_assert!(refusal.sentence != refusal.code && refusal.sentence.ends_with('.'), "{refusal:?} for {changes:?}");
                    prop_assert!(!refusal.sentence.contains("{ $"), "{refusal:?}");
                }
            }
        }
        look_at_all(&mut session, &words);
        let end = session.book().clone();
        let form = folder.path().join("form");
        text_form::write(&end, &form).unwrap();
        prop_assert!(text_form::read(&form).as_ref() == Ok(&end), "the text form lost something");

        // Edits of one cell soon after one another are one step, so a step may pass over states.
        let mut at = past.len() - 1;
        while session.undo(&outside, &words).is_ok() {
            let earlier = past[..at].iter().rposition(|book| book == session.book());
            prop_assert!(earlier.is_some(), "undo came to what never was");
            at = earlier.unwrap();
        }
        prop_assert!(session.book() == &start, "undo stopped before the beginning");

        // The file itself holds the same, and knows what to make again after it was closed.
        let path = folder.path().join("made.outturn");
        drop(session);
        let mut session = opening::open(&path, false, None, &outside).unwrap();
        prop_assert!(session.book() == &start);
        while session.redo(&outside, &words).is_ok() {
            let later = past[at..].iter().position(|book| book == session.book());
            prop_assert!(later.is_some(), "redo came to what never was");
            at += later.unwrap();
        }
        prop_assert!(session.book() == &end, "redo stopped before the end");
        drop(session);
        let store = outturn_store::Store::open_read_only(&path).unwrap();
        prop_assert_eq!(store.verify().unwrap(), []);
        prop_assert!(store.book(&Scope::Everything).unwrap() == end, "the file holds something else");
    }
}
