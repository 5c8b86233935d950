//! Edits made from numbers, for tests with generated histories.

use std::collections::HashMap;

use outturn_model::position::Position;
use outturn_model::record::{Field, Kind};
use outturn_model::{Book, Edit, Entity, Row, RowId};

use super::Dice;

/// A number that stands for one edit. It is made into one that fits what the file holds at that
/// moment, so that a shorter list of numbers is still a list of edits.
#[derive(Debug, Clone, Copy)]
pub struct Seed {
    pub act: u8,
    pub table: u8,
    pub pick: u16,
    pub cell: u16,
}

/// The edit a seed stands for in a book; nothing where there is none, such as a section with no
/// report to stand in.
pub fn edit(book: &Book, seed: Seed, number: usize) -> Option<Edit> {
    let mut dice = Dice(u64::from(seed.cell) << 16 | u64::from(seed.pick) | 1 << 40);
    let entity = Entity::ALL[usize::from(seed.table) % Entity::ALL.len()];
    let rows = book.rows(entity);
    let act = seed.act % 8;
    if act < 3 || rows.is_empty() {
        return new_row(book, entity, number, &mut dice).map(|row| Edit::Insert { entity, row });
    }
    let row = rows[usize::from(seed.pick) % rows.len()].id.clone();
    if act == 7 {
        return Some(Edit::Remove { entity, row });
    }
    let free: Vec<&Field> = entity
        .fields()
        .iter()
        .filter(|field| !entity.key().contains(&field.name))
        // Moving a section is refused more often than not; it has tests of its own.
        .filter(|field| (entity, field.name) != (Entity::Section, "report"))
        .collect();
    let field = free[usize::from(seed.cell) % free.len()];
    if field.name == "parent" {
        return None;
    }
    let to = cell(book, field, &mut dice);
    if field.required && to.is_none() {
        return None;
    }
    Some(Edit::Set {
        entity,
        row,
        field: field.name,
        to,
    })
}

fn new_row(book: &Book, entity: Entity, number: usize, dice: &mut Dice) -> Option<Row> {
    let mut cells = HashMap::new();
    for field in entity.fields() {
        let cell = cell(book, field, dice);
        if field.required && cell.is_none() {
            return None;
        }
        cells.insert(field.name, cell);
    }
    if entity == Entity::Section {
        // In a section of the same report, if there is one.
        let report = cells["report"].clone()?;
        let inside = book
            .rows(entity)
            .into_iter()
            .find(|row| row.cells[0].as_ref() == Some(&report));
        let parent = inside
            .filter(|_| dice.roll(2) == 0)
            .map(|row| row.id.as_str().to_owned());
        cells.insert("parent", parent);
    }
    let name = match (entity, entity.key()) {
        (Entity::Directorate, _) => "directorate".to_owned(),
        (_, []) => format!("made-{number}"),
        (_, key) => {
            let parts: Vec<String> = key
                .iter()
                .filter_map(|field| cells[field].clone())
                .collect();
            parts.join("/")
        }
    };
    let id = RowId::parse(&name).unwrap();
    if book.rows(entity).iter().any(|row| row.id == id) {
        return None;
    }
    let cells = entity
        .fields()
        .iter()
        .map(|field| cells[field.name].clone())
        .collect();
    Some(Row { id, cells })
}

/// A picture of one pixel.
const DOT: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";

fn cell(book: &Book, field: &Field, dice: &mut Dice) -> Option<String> {
    if !field.required && dice.roll(4) == 0 {
        return None;
    }
    let one = |words: &[&str], dice: &mut Dice| Some(words[dice.roll(words.len())].to_owned());
    let of = |entity, dice: &mut Dice| {
        let rows = book.rows(entity);
        (!rows.is_empty()).then(|| rows[dice.roll(rows.len())].id.as_str().to_owned())
    };
    match field.kind {
        Kind::Line => one(
            &[
                "Clubs",
                "“£1.2m” & more",
                "'; DROP TABLE value; --",
                "مثال",
                "x",
            ],
            dice,
        ),
        Kind::Text | Kind::Prose => one(
            &["One line.", "First.\n\nSecond.", "*Bold* and #hash", "🙂"],
            dice,
        ),
        Kind::Decimal => one(&["0", "-0.50", "19.90", "123456789012345678", "7"], dice),
        Kind::Count { least, most } => {
            Some((least as usize + dice.roll((most - least + 1) as usize)).to_string())
        }
        Kind::Flag => Some("yes".to_owned()),
        Kind::Picture => Some(DOT.to_owned()),
        Kind::Moment => Some("2026-07-01T09:30:05+01:00".to_owned()),
        Kind::Date => one(&["2013-09-30", "2014-02-28"], dice),
        Kind::Choice(words) => one(words, dice),
        Kind::Period => one(&["2013-14-q1", "2013-14-q2", "2012-13"], dice),
        Kind::Series => match dice.roll(3) {
            0 => of(Entity::Comparator, dice).or(Some("actual".to_owned())),
            1 => Some("target".to_owned()),
            _ => Some("actual".to_owned()),
        },
        Kind::Reference(entity) => of(entity, dice),
        Kind::Position => {
            let place = dice.roll(5) + 1;
            Position::sequence(place)
                .last()
                .map(|key| key.as_str().to_owned())
        }
    }
}
