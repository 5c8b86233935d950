//! The page that describes the text form for people names every file and every field, and says of
//! each what the list of fields says.

use std::fs;
use std::path::Path;

use outturn_model::prose::{Block, Inline, Prose};
use outturn_model::record::{Field, Kind};
use outturn_model::{Book, Entity, Row, RowId};

use super::cells::known_keys;
use super::folder::{self, Folder};
use super::problem::{Problems, TextFormProblem};
use super::{history, layout, read};

/// One line of a table of fields: name, type, whether it is needed, meaning, example.
#[derive(Debug)]
struct Line {
    name: String,
    kind: String,
    needed: String,
    meaning: String,
    example: String,
}

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/samples/README.md");
    fs::read_to_string(path).unwrap()
}

/// The table of fields under the heading that begins with the name of a table.
fn lines_of(page: &str, entity: Entity) -> Vec<Line> {
    let heading = format!("### {}:", entity.table());
    let (_, section) = page
        .split_once(&heading)
        .unwrap_or_else(|| panic!("the page has no heading “{heading} …”"));
    let section = section.split("\n#").next().unwrap_or_default();
    let (_, table) = section
        .split_once("| key | type | needed | meaning | example |\n|---|---|---|---|---|\n")
        .unwrap_or_else(|| panic!("“{heading} …” has no table of keys"));
    let rows = table.lines().take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [name, kind, needed, meaning, example] = cells[..] else {
            panic!("{} has a row without five cells: {row}", entity.table());
        };
        Line {
            name: name.trim_matches('`').to_owned(),
            kind: kind.to_owned(),
            needed: needed.to_owned(),
            meaning: meaning.to_owned(),
            example: example.to_owned(),
        }
    })
    .collect()
}

#[test]
fn the_page_names_every_field_as_it_is() {
    let page = page();
    for entity in Entity::ALL {
        let lines = lines_of(&page, *entity);
        let named: Vec<&str> = lines.iter().map(|line| line.name.as_str()).collect();
        let id = known_keys(*entity)
            .contains(&layout::ID)
            .then_some(layout::ID);
        let fields = entity.fields().iter().map(|field| field.name);
        let known: Vec<&str> = id.into_iter().chain(fields).collect();
        assert_eq!(named, known, "fields of {}", entity.table());
        for line in &lines {
            let place = format!("{} {}", entity.table(), line.name);
            assert!(!line.meaning.is_empty(), "{place} has no meaning");
            let Some((_, field)) = entity.field(&line.name) else {
                continue;
            };
            assert_eq!(line.kind, kind(field), "{place}");
            assert_eq!(line.needed, needed(*entity, field), "{place}");
            assert_eq!(example(*entity, field, &line.example), Ok(()), "{place}");
        }
    }
}

#[test]
fn the_page_names_every_file() {
    let page = page();
    let lists = layout::SECTION_LISTS.iter().map(|file| file.name);
    let tables = layout::CSV_FILES.iter().map(|file| file.name);
    let others = [
        layout::DIRECTORATE_FILE,
        layout::MEASURES_FILE,
        layout::HISTORY_FILE,
        layout::REPORT_FILE,
        layout::SECTION_FILE,
        layout::COMMENTS_FILE,
        layout::STATEMENT_FILE,
    ];
    let keys = [layout::UNPRINTED];
    for name in lists.chain(tables).chain(others).chain(keys) {
        assert!(page.contains(name), "the page does not name {name}");
    }
}

#[test]
fn the_page_names_every_column_of_a_history() {
    let page = page();
    let (_, section) = page.split_once("## History\n").unwrap();
    let (_, table) = section.split_once("|---|---|\n").unwrap();
    let rows = table.lines().take_while(|line| line.starts_with('|'));
    let named: Vec<&str> = rows.map(|row| row.split('`').nth(1).unwrap()).collect();
    assert_eq!(named, history::COLUMNS);
}

/// What the page says of narrative: each line as it is typed, and its words as they are read.
#[test]
fn narrative_is_read_as_the_page_says() {
    let heading = |level, words: &str| Block::Heading {
        level,
        inlines: vec![Inline::text(words)],
    };
    let paragraph = |words: &str| Block::Paragraph(vec![Inline::text(words)]);
    let list = |ordered, words: &str| Block::List {
        ordered,
        items: vec![vec![paragraph(words)]],
    };
    let link = |words: &str, url: &str| {
        Block::Paragraph(vec![Inline::Link {
            inlines: vec![Inline::text(words)],
            url: url.to_owned(),
        }])
    };
    for (typed, read) in [
        ("# a", heading(1, "a")),
        ("### a", heading(3, "a")),
        ("#### a", heading(3, "a")),
        ("a\n===", heading(1, "a")),
        ("a\n---", heading(2, "a")),
        ("---", paragraph("---")),
        ("a\nb", paragraph("a b")),
        ("- a", list(false, "a")),
        ("* a", list(false, "a")),
        ("+ a", list(false, "a")),
        ("1. a", list(true, "a")),
        ("1) a", list(true, "a")),
        ("2. a", paragraph("2. a")),
        ("> a", paragraph("a")),
        ("\\*a\\*", paragraph("*a*")),
        ("&pound;5 &amp; &#163;6", paragraph("£5 & £6")),
        ("`a`", paragraph("`a`")),
        ("<b>a</b>", paragraph("<b>a</b>")),
        ("![a](b.png)", paragraph("a (b.png)")),
        ("[a](https://x.example)", link("a", "https://x.example")),
        ("[a](#place)", link("a", "#place")),
        (
            "<https://x.example>",
            link("https://x.example", "https://x.example"),
        ),
        ("[a](ftp://x.example)", paragraph("a (ftp://x.example)")),
    ] {
        assert_eq!(Prose::parse(typed).blocks, [read], "{typed}");
    }
    for (typed, strong) in [
        ("**a**", true),
        ("__a__", true),
        ("*a*", false),
        ("_a_", false),
    ] {
        let marked = Inline::marked("a", strong, !strong);
        assert_eq!(
            Prose::parse(typed).blocks,
            [Block::Paragraph(vec![marked])],
            "{typed}"
        );
    }
    for typed in ["a  \nb", "a\\\nb", "| a | b |\n| c | d |", "    a\n    b"] {
        let [Block::Paragraph(inlines)] = &Prose::parse(typed).blocks[..] else {
            panic!("{typed}");
        };
        assert!(inlines.contains(&Inline::Break), "{typed}");
    }
}

#[test]
fn the_smallest_folder_on_the_page_is_read() {
    let page = page();
    let (_, section) = page.split_once("## The smallest folder\n").unwrap();
    let section = section.split("\n## ").next().unwrap();
    let mut folder = Folder::default();
    let pieces: Vec<&str> = section.split("\n```").collect();
    for said_and_shown in pieces.chunks_exact(2) {
        let path = said_and_shown[0].split('`').nth(1).unwrap();
        let (_, text) = said_and_shown[1].split_once('\n').unwrap();
        put(&mut folder, path, &format!("{text}\n"));
    }
    let book = read_book(Some(&folder), Problems::default()).unwrap();
    assert_eq!(book.sections.len(), 1);
}

#[test]
fn the_examples_on_the_page_fit_a_whole_folder() {
    let page = page();
    let under = |heading: &str| fenced(page.split_once(heading).unwrap().1);
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole");
    let mut folder = folder::load(&whole, &mut Problems::default()).unwrap();
    let report = "reports/2013-14-q2";
    put(&mut folder, "values.csv", under("### value:"));
    put(
        &mut folder,
        &format!("{report}/02-indicators/01-ni-117.md"),
        under("### entry:"),
    );
    put(
        &mut folder,
        &format!("{report}/04-finance/statement.csv"),
        under("### line:"),
    );
    let book = read_book(Some(&folder), Problems::default()).unwrap();
    assert_eq!((book.values.len(), book.amounts.len()), (4, 9));
}

/// The first text between two fences.
fn fenced(text: &str) -> &str {
    let (_, fenced) = text.split_once("\n```").unwrap();
    let (_, fenced) = fenced.split_once('\n').unwrap();
    fenced.split("```").next().unwrap()
}

fn put(folder: &mut Folder, path: &str, text: &str) {
    match path.split_once('/') {
        Some((name, rest)) => put(
            folder.folders.entry(name.to_owned()).or_default(),
            rest,
            text,
        ),
        None => {
            folder.files.insert(path.to_owned(), text.to_owned());
        }
    }
}

fn kind(field: &Field) -> String {
    match field.kind {
        Kind::Line => "line".to_owned(),
        Kind::Text => "text".to_owned(),
        Kind::Prose => "narrative".to_owned(),
        Kind::Decimal => "number".to_owned(),
        Kind::Count { least, most } => format!("whole number, {least} to {most}"),
        Kind::Flag => "flag".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::Moment => "moment".to_owned(),
        Kind::Choice(words) => format!("choice: `{}`", words.join("`, `")),
        Kind::Period => "period".to_owned(),
        Kind::Series => "series".to_owned(),
        Kind::Reference(target) => format!("id: `{}`", target.table()),
        Kind::Position => "order key".to_owned(),
        Kind::Picture => "picture".to_owned(),
    }
}

fn needed(entity: Entity, field: &Field) -> String {
    if layout::from_place(entity, field.name) {
        return "place".to_owned();
    }
    match (field.kind, with_cell(entity, field, None)) {
        (Kind::Position, _) => "no".to_owned(),
        (_, Err(_)) => "yes".to_owned(),
        (_, Ok(None)) => "no".to_owned(),
        (_, Ok(Some(default))) => format!("no: `{default}`"),
    }
}

/// Whether the example, as TOML, is a cell of this field.
fn example(entity: Entity, field: &Field, example: &str) -> Result<(), String> {
    let toml = format!("x = {}", example.trim_matches('`'));
    let table: toml::Table = toml.parse().map_err(|_| format!("{toml} is not TOML"))?;
    let cell = match &table["x"] {
        toml::Value::String(text) => text.clone(),
        toml::Value::Boolean(true) => "yes".to_owned(),
        other => other.to_string(),
    };
    let read = with_cell(entity, field, Some(cell.clone()));
    match read {
        Ok(Some(read)) if read == cell => Ok(()),
        other => Err(format!("{cell:?} is read as {other:?}")),
    }
}

/// What a cell becomes in a row whose other cells are sound.
fn with_cell(
    entity: Entity,
    field: &Field,
    cell: Option<String>,
) -> Result<Option<String>, outturn_model::record::FieldProblem> {
    let cells = entity.fields().iter().map(|other| match other.kind {
        _ if other.name == field.name => cell.clone(),
        _ if !other.required => None,
        Kind::Choice(words) => Some(words[0].to_owned()),
        Kind::Period => Some("2008-09".to_owned()),
        Kind::Position => Some("80".to_owned()),
        _ => Some("x".to_owned()),
    });
    let row = Row {
        id: RowId::parse("x").unwrap(),
        cells: cells.collect(),
    };
    let (column, _) = entity.field(field.name).unwrap();
    entity.canonical(&row).map(|row| row.cells[column].clone())
}

fn read_book(folder: Option<&Folder>, problems: Problems) -> Result<Book, Vec<TextFormProblem>> {
    read::whole(folder, problems).map(|whole| whole.book)
}
