//! Generated books go out and come back. The generator works from the list of fields, so a new
//! table or field is covered when it is declared. A folder that is spoilt is read or refused.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use outturn_model::cell::CellType as _;
use outturn_model::position::Position;
use outturn_model::record::{Field, Kind};
use outturn_model::{Book, Entity, Row, RowId};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

use super::folder::{self, Folder};
use super::problem::{Problems, TextFormProblem};
use super::{layout, read, write};

/// What a generated row is made of.
#[derive(Debug, Clone)]
struct RowSeed {
    id: u8,
    cells: Vec<CellSeed>,
}

#[derive(Debug, Clone)]
struct CellSeed {
    filled: bool,
    pick: u16,
    number: i32,
    scale: u8,
    words: Vec<u8>,
}

/// Pieces of words that a careless writer or reader would lose or take for something else.
const PIECES: &[&str] = &[
    "word",
    " ",
    "  ",
    "\n",
    "\n\n",
    "+++",
    "\n+++\n",
    "+++ ",
    "\"",
    "\"\"\"",
    "'",
    "'''",
    ",",
    ";",
    "\\",
    "\\n",
    "#",
    "[[action]]",
    "=",
    "=1+1",
    "-",
    "@",
    ":",
    ": ",
    "é",
    "😀",
    "\u{a0}",
    "\u{2003}",
    "\u{200f}",
    "no-data",
    "5",
    "-5",
    "`",
    "*",
    "|",
    "id",
    "\u{301}",
    "$",
    "<script>",
    "%0a",
    "---",
    "key = \"x\"",
    "true",
    "\u{200b}",
];

const NAMES: &[&str] = &[
    "ni-056",
    "a",
    "..",
    ".hidden",
    "ends.",
    "a/b",
    "con",
    "nul.x",
    "column-1",
    "column-2",
    "kind",
    "label",
    "id",
    "column",
    "-dash",
    "01-x",
    "x.md",
    "action-1",
    "line-1",
    "rule-1",
    "_",
    "//",
    "report",
    "directorate",
    "section.md",
    "0123456789abcdef",
    "actual",
    "target",
];

fn books() -> impl Strategy<Value = Book> {
    let cell = (
        prop::bool::weighted(0.6),
        any::<u16>(),
        any::<i32>(),
        0..6_u8,
        vec(any::<u8>(), 0..5),
    )
        .prop_map(|(filled, pick, number, scale, words)| CellSeed {
            filled,
            pick,
            number,
            scale,
            words,
        });
    let widest = Entity::ALL.iter().map(|entity| entity.fields().len()).max();
    let row =
        (any::<u8>(), vec(cell, widest.unwrap_or(0))).prop_map(|(id, cells)| RowSeed { id, cells });
    let tables = vec(vec(row, 0..4), Entity::ALL.len());
    tables.prop_map(|tables| book(&tables))
}

fn book(tables: &[Vec<RowSeed>]) -> Book {
    let mut rows: BTreeMap<Entity, Vec<Row>> = BTreeMap::new();
    for (entity, seeds) in Entity::ALL.iter().zip(tables) {
        let most = if *entity == Entity::Directorate {
            1
        } else {
            seeds.len()
        };
        for seed in seeds.iter().take(most) {
            if let Some(row) = row(*entity, seed, &rows) {
                rows.entry(*entity).or_default().push(row);
            }
        }
    }
    Book::from_rows(|entity| rows.remove(&entity).unwrap_or_default()).unwrap()
}

/// A row that could be in a file, or nothing where what it must point to is not there.
fn row(entity: Entity, seed: &RowSeed, rows: &BTreeMap<Entity, Vec<Row>>) -> Option<Row> {
    let mut cells: Vec<Option<String>> = Vec::new();
    for (field, seed) in entity.fields().iter().zip(&seed.cells) {
        let among = candidates(entity, field, &cells, rows);
        let cell = cell(field, seed, &among);
        if cell.is_none() && field.required && !matches!(field.kind, Kind::Choice(_)) {
            return None;
        }
        cells.push(cell);
    }
    let id = id(entity, seed, &cells, rows)?;
    let row = Row { id, cells };
    // A required choice without a default may have been left empty.
    entity.canonical(&row).ok()
}

/// The ids a reference may hold, given the cells before it.
fn candidates(
    entity: Entity,
    field: &Field,
    cells: &[Option<String>],
    rows: &BTreeMap<Entity, Vec<Row>>,
) -> Vec<String> {
    let ids = |target: Entity, keep: &dyn Fn(&Row) -> bool| {
        let rows = rows.get(&target).into_iter().flatten();
        rows.filter(|row| keep(row))
            .map(|row| row.id.as_str().to_owned())
            .collect()
    };
    match field.kind {
        // A section stands in one of the same report.
        Kind::Reference(target) if target == entity && entity == Entity::Section => {
            ids(target, &|row| row.cells[0] == cells[0])
        }
        // A figure stands under a column of the same statement.
        Kind::Reference(Entity::Column) if entity == Entity::Amount => {
            let lines = rows.get(&Entity::Line).into_iter().flatten();
            let mut line = lines.filter(|line| Some(line.id.as_str()) == cells[0].as_deref());
            let section = line.next().and_then(|line| line.cells[0].clone());
            ids(Entity::Column, &|row| row.cells[0] == section)
        }
        Kind::Reference(target) => ids(target, &|_| true),
        Kind::Series => {
            let mut all: Vec<String> = ids(Entity::Comparator, &|_| true);
            all.extend(["actual".to_owned(), "target".to_owned()]);
            all
        }
        _ => Vec::new(),
    }
}

/// A picture of one pixel.
const DOT: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";

fn cell(field: &Field, seed: &CellSeed, among: &[String]) -> Option<String> {
    if !seed.filled && !field.required {
        return None;
    }
    let pick = usize::from(seed.pick);
    let one_of = |words: &[&str]| {
        words
            .get(pick % words.len().max(1))
            .map(ToString::to_string)
    };
    let words = || -> String {
        let pieces = seed
            .words
            .iter()
            .map(|at| PIECES[usize::from(*at) % PIECES.len()]);
        pieces.collect()
    };
    let text = match field.kind {
        Kind::Line => Some(words().replace('\n', " ")),
        Kind::Text | Kind::Prose => Some(words()),
        Kind::Decimal => {
            let sign = if seed.number < 0 { "-" } else { "" };
            let digits = format!("{:07}", seed.number.unsigned_abs());
            let (whole, fraction) = digits.split_at(digits.len() - usize::from(seed.scale));
            let point = if fraction.is_empty() { "" } else { "." };
            Some(format!("{sign}{whole}{point}{fraction}"))
        }
        Kind::Count { least, most } => {
            Some((least + u32::from(seed.pick) % (most - least + 1)).to_string())
        }
        Kind::Flag => Some("yes".to_owned()),
        Kind::Picture => Some(DOT.to_owned()),
        Kind::Date => Some(format!(
            "{:04}-{:02}-{:02}",
            pick % 3000,
            pick % 12 + 1,
            pick % 28 + 1
        )),
        Kind::Moment => Some(format!(
            "{:04}-{:02}-{:02}T{:02}:30:05{}",
            pick % 3000 + 1,
            pick % 12 + 1,
            pick % 28 + 1,
            pick % 24,
            ["+00:00", "+01:00", "-05:30"][pick % 3]
        )),
        Kind::Choice(words) => one_of(words),
        Kind::Period => one_of(&["2008-09", "2008-09-q3", "2013-14-m12", "1999-00-h1"]),
        Kind::Series | Kind::Reference(_) => among.get(pick % among.len().max(1)).cloned(),
        Kind::Position => {
            let keys: Vec<Position> = Position::sequence(4).collect();
            let between = Position::between(Some(&keys[0]), Some(&keys[1]));
            let first = Position::between(None, Some(&keys[0]));
            keys.iter()
                .chain([&between, &first])
                .nth(pick % 6)?
                .to_cell()
        }
    };
    text.filter(|text| !text.is_empty())
}

/// An id that no row of the table has yet: joined, given back by its place, or any other.
fn id(
    entity: Entity,
    seed: &RowSeed,
    cells: &[Option<String>],
    rows: &BTreeMap<Entity, Vec<Row>>,
) -> Option<RowId> {
    let taken: BTreeSet<&str> = rows
        .get(&entity)
        .into_iter()
        .flatten()
        .map(|row| row.id.as_str())
        .collect();
    let of = |field: &str| {
        entity
            .field(field)
            .and_then(|(column, _)| cells[column].as_deref())
    };
    let text = if entity.key().is_empty() {
        let name = NAMES[usize::from(seed.id / 3) % NAMES.len()];
        let parent = entity.parent().and_then(|(_, by)| of(by));
        match (seed.id % 3, parent) {
            (0, Some(parent)) if parent.len() < 60 => {
                format!("{parent}/{}-{}", entity.table(), taken.len() + 1)
            }
            (1, Some(parent)) if parent.len() < 60 => format!("{parent}/{name}"),
            _ => name.to_owned(),
        }
    } else {
        let parts: Option<Vec<&str>> = entity.key().iter().map(|field| of(field)).collect();
        parts?.join("/")
    };
    // A comparator cannot have the name of another series.
    let is_word = entity == Entity::Comparator && ["actual", "target"].contains(&text.as_str());
    if is_word || taken.contains(text.as_str()) {
        return None;
    }
    RowId::parse(&text).ok()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 512,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_book_comes_back_as_it_went_out(book in books()) {
        let folder = write::folder(&book).unwrap();
        let back = read_book(Some(&folder), Problems::default());
        prop_assert!(back.is_ok(), "{:#?}\n{:#?}", back.unwrap_err(), folder);
        for entity in Entity::ALL {
            prop_assert_eq!(back.as_ref().unwrap().rows(*entity), book.rows(*entity));
        }
        prop_assert_eq!(back.as_ref(), Ok(&book));
        // What is written is canonical: writing it again changes nothing.
        prop_assert_eq!(write::folder(&back.unwrap()).unwrap(), folder);
    }
}

/// A cut in a file, and what is put there instead.
#[derive(Debug, Clone)]
struct Cut {
    file: prop::sample::Index,
    at: prop::sample::Index,
    length: usize,
    instead: usize,
}

fn cuts() -> impl Strategy<Value = Vec<Cut>> {
    let cut = (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        0..30_usize,
        0..PIECES.len(),
    );
    vec(
        cut.prop_map(|(file, at, length, instead)| Cut {
            file,
            at,
            length,
            instead,
        }),
        1..4,
    )
}

/// Every file of a folder, to be spoilt.
fn files_of(folder: &mut Folder) -> Vec<&mut String> {
    let mut files: Vec<&mut String> = folder.files.values_mut().collect();
    files.extend(folder.folders.values_mut().flat_map(files_of));
    files
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_spoilt_folder_is_read_or_refused_with_reasons(cuts in cuts()) {
        let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole");
        let mut folder = folder::load(&whole, &mut Problems::default()).unwrap();
        for cut in &cuts {
            let mut files = files_of(&mut folder);
            let count = files.len();
            let text = &mut *files[cut.file.index(count)];
            let letters: Vec<char> = text.chars().collect();
            let at = cut.at.index(letters.len() + 1);
            let end = (at + cut.length).min(letters.len());
            let (before, after) = (&letters[..at], &letters[end..]);
            *text = before.iter().collect::<String>() + PIECES[cut.instead] + &after.iter().collect::<String>();
        }
        match read_book(Some(&folder), Problems::default()) {
            // What is read can be written, and is then read as the same.
            Ok(book) => {
                let written = write::folder(&book).unwrap();
                prop_assert_eq!(read_book(Some(&written), Problems::default()), Ok(book));
            }
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}

#[test]
fn generated_books_have_rows_of_every_table() {
    let mut met = BTreeSet::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..200 {
        let book = books().new_tree(&mut runner).unwrap().current();
        met.extend(
            Entity::ALL
                .iter()
                .filter(|entity| !book.rows(**entity).is_empty()),
        );
    }
    let all: BTreeSet<&Entity> = Entity::ALL.iter().collect();
    assert_eq!(met, all);
}

#[test]
fn more_than_ninety_nine_siblings_get_three_digits() {
    let id = |text: &str| RowId::parse(text).unwrap();
    let report = Row {
        id: id("r"),
        cells: Entity::Report
            .fields()
            .iter()
            .map(|field| (field.kind == Kind::Period).then(|| "2008-09".to_owned()))
            .collect(),
    };
    let sections = Position::sequence(101)
        .enumerate()
        .map(|(number, position)| {
            let cells = Entity::Section
                .fields()
                .iter()
                .map(|field| match field.name {
                    "report" => Some("r".to_owned()),
                    "position" => position.to_cell(),
                    _ => None,
                });
            let row = Row {
                id: id(&format!("r/part-{number}")),
                cells: cells.collect(),
            };
            Entity::Section.canonical(&row).unwrap()
        });
    let mut rows = BTreeMap::from([
        (
            Entity::Report,
            vec![Entity::Report.canonical(&report).unwrap()],
        ),
        (Entity::Section, sections.collect()),
    ]);
    let book = Book::from_rows(|entity| rows.remove(&entity).unwrap_or_default()).unwrap();
    let folder = write::folder(&book).unwrap();
    let report = &folder.folders[layout::REPORTS_FOLDER].folders["r"];
    let names: Vec<&str> = report.folders.keys().map(String::as_str).collect();
    assert_eq!((names[0], names[100]), ("001-part-0", "101-part-100"));
    assert_eq!(read_book(Some(&folder), Problems::default()), Ok(book));
}

fn read_book(folder: Option<&Folder>, problems: Problems) -> Result<Book, Vec<TextFormProblem>> {
    read::whole(folder, problems).map(|whole| whole.book)
}
