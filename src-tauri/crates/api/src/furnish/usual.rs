//! Rows that usually stand somewhere, so that nobody has to type them.

use outturn_model::position::Position;
use outturn_model::register::Axis;
use outturn_model::report::{Report, TickGroup};
use outturn_model::section::Section;
use outturn_model::statement::Shows;
use outturn_model::{Book, Edit, Entity, Id, RowId};
use outturn_rules::measure_table::USUAL;
use outturn_rules::register::{levels_of, usual_bands, usual_level};
use outturn_words::Words;

use super::row_with;
use crate::wire::UsualRows;

/// The boxes of a decision report's cover (R2, R4).
const TICKS: &[(TickGroup, &str)] = &[
    (TickGroup::Implication, "usual-tick-legal"),
    (TickGroup::Implication, "usual-tick-staffing"),
    (TickGroup::Implication, "usual-tick-equalities"),
    (TickGroup::Implication, "usual-tick-community-safety"),
    (TickGroup::Implication, "usual-tick-financial"),
    (TickGroup::Implication, "usual-tick-risks"),
    (TickGroup::Implication, "usual-tick-other"),
    (TickGroup::Consultation, "usual-tick-councillors"),
    (TickGroup::Consultation, "usual-tick-scrutiny"),
    (TickGroup::Consultation, "usual-tick-stakeholders"),
    (TickGroup::Consultation, "usual-tick-others"),
];

/// The table of the row that such rows hang under.
pub fn parent_of(rows: UsualRows) -> Entity {
    match rows {
        UsualRows::Ticks => Entity::Report,
        UsualRows::MeasureColumns | UsualRows::Levels => Entity::Section,
    }
}

/// The edits that add those of the rows that are not there yet, after those that are.
pub fn rows(
    book: &Book,
    words: &Words,
    rows: UsualRows,
    parent: &RowId,
    fresh: &mut dyn FnMut() -> [u8; 10],
) -> Vec<Edit> {
    match rows {
        UsualRows::Ticks => ticks(book, words, parent, fresh),
        UsualRows::MeasureColumns => measure_columns(book, parent, fresh),
        UsualRows::Levels => levels(book, words, parent, fresh),
    }
}

fn ticks(
    book: &Book,
    words: &Words,
    report: &RowId,
    fresh: &mut dyn FnMut() -> [u8; 10],
) -> Vec<Edit> {
    let id: Id<Report> = Id::new(report.clone());
    let there = |group: TickGroup, name: &str| {
        let mut ticks = book.ticks.under(&id);
        ticks.any(|tick| tick.group == group && tick.name.eq_ignore_ascii_case(name))
    };
    let wanted: Vec<_> = TICKS
        .iter()
        .map(|(group, key)| (*group, words.word(key)))
        .filter(|(group, name)| !there(*group, name))
        .collect();
    let positions = positions(book, Entity::Tick, report, wanted.len());
    let ticks = wanted.into_iter().zip(positions);
    ticks
        .map(|((group, name), position)| {
            row_with(
                Entity::Tick,
                RowId::from_random(fresh()),
                |field| match field {
                    "report" => Some(report.to_string()),
                    "position" => Some(position.to_string()),
                    "group" => Some(group.as_str().to_owned()),
                    "name" => Some(name.clone()),
                    _ => None,
                },
            )
        })
        .collect()
}

fn measure_columns(book: &Book, section: &RowId, fresh: &mut dyn FnMut() -> [u8; 10]) -> Vec<Edit> {
    let id: Id<Section> = Id::new(section.clone());
    let wanted: Vec<Shows> = USUAL
        .into_iter()
        .filter(|shows| {
            let mut columns = book.columns.under(&id);
            !columns.any(|column| column.shows == Some(*shows))
        })
        .collect();
    let positions = positions(book, Entity::Column, section, wanted.len());
    let columns = wanted.into_iter().zip(positions);
    columns
        .map(|(shows, position)| {
            row_with(
                Entity::Column,
                RowId::from_random(fresh()),
                |field| match field {
                    "section" => Some(section.to_string()),
                    "position" => Some(position.to_string()),
                    "kind" => Some("figure".to_owned()),
                    "shows" => Some(shows.as_str().to_owned()),
                    _ => None,
                },
            )
        })
        .collect()
}

/// Names for the levels that have none, and the bands where there is none.
fn levels(
    book: &Book,
    words: &Words,
    section: &RowId,
    fresh: &mut dyn FnMut() -> [u8; 10],
) -> Vec<Edit> {
    let id: Id<Section> = Id::new(section.clone());
    let Some(register) = book.sections.get(&id) else {
        return Vec::new();
    };
    let count = levels_of(register);
    let mut wanted = Vec::new();
    for axis in [Axis::Impact, Axis::Likelihood] {
        let there = book.levels.under(&id).filter(|level| level.axis == axis);
        let rest = (1..=count).skip(there.count());
        wanted.extend(rest.map(|level| (axis, words.word(usual_level(axis, level, count)))));
    }
    let at = positions(book, Entity::Level, section, wanted.len());
    let mut edits: Vec<Edit> = wanted
        .into_iter()
        .zip(at)
        .map(|((axis, name), position)| {
            row_with(
                Entity::Level,
                RowId::from_random(fresh()),
                |field| match field {
                    "section" => Some(section.to_string()),
                    "position" => Some(position.to_string()),
                    "axis" => Some(axis.as_str().to_owned()),
                    "name" => Some(name.clone()),
                    _ => None,
                },
            )
        })
        .collect();
    if book.bands.under(&id).next().is_none() {
        let bands = usual_bands(count).into_iter();
        let bands = bands.zip(Position::sequence(usual_bands(count).len()));
        edits.extend(bands.map(|(band, position)| {
            row_with(
                Entity::Band,
                RowId::from_random(fresh()),
                |field| match field {
                    "section" => Some(section.to_string()),
                    "position" => Some(position.to_string()),
                    "name" => Some(words.say(&band.name)),
                    "least" => Some(band.least.to_string()),
                    "status" => Some(band.status.as_str().to_owned()),
                    _ => None,
                },
            )
        }));
    }
    edits
}

/// Places after the last row that hangs under another.
fn positions(book: &Book, entity: Entity, parent: &RowId, count: usize) -> Vec<Position> {
    let siblings = book.siblings(entity, Some(parent));
    let mut last = siblings.last().and_then(|(_, position)| position.cloned());
    (0..count)
        .map(|_| {
            let next = Position::between(last.as_ref(), None);
            last = Some(next.clone());
            next
        })
        .collect()
}
