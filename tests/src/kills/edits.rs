//! Random edits: what is asked of the program, and what it must come to.

use outturn_api::wire::{WireBlock, WireInline};
use outturn_model::record::{Entity, Row};
use outturn_model::{Place, RowId};
use serde_json::{Value, json};

use super::content::{Content, Key};
use crate::dice::Dice;
use crate::reports::{REPORT, card_id, measure_id};

const PIECES: [&str; 8] = [
    "Two posts were filled",
    "#set page(width: 1pt)",
    "£484,444 <script>",
    "$ x $ \\ *",
    "Ymddiriedolaeth Tŷ Gŵyr",
    "'; DROP TABLE measure; --",
    "=1+1",
    "66.7% (p)",
];
const PERIODS: [&str; 4] = ["2026-27-q1", "2026-27-q2", "2026-27-q3", "2026-27-q4"];

/// One edit.
#[derive(Debug, Clone)]
pub enum Edit {
    /// A cell of plain words.
    Words { place: Place, text: String },
    /// The commentary of a card.
    Prose { row: RowId, blocks: Vec<WireBlock> },
    /// A figure of a measure.
    Figure {
        measure: String,
        period: &'static str,
        amount: String,
    },
    /// A risk or an action of a card, put first.
    Add {
        entity: Entity,
        entry: String,
        text: String,
    },
    /// A row, taken out.
    Remove { key: Key },
    /// The last edit, taken back: what there was before it.
    Undo { before: Content },
    /// The edit last taken back, made again: what there was after it.
    Redo { after: Content },
}

/// Thinks of the next edit, and remembers what undo and redo would do.
#[derive(Default)]
pub struct Hand {
    undo: Option<Content>,
    redo: Option<Content>,
}

impl Hand {
    /// An edit that can be made to this content.
    pub fn next(&self, content: &Content, dice: &mut Dice) -> Edit {
        let turn = dice.roll(12);
        if let (Some(before), 0..=2) = (&self.undo, turn) {
            return Edit::Undo {
                before: before.clone(),
            };
        }
        if let (Some(after), 0..=3) = (&self.redo, turn) {
            return Edit::Redo {
                after: after.clone(),
            };
        }
        let some = |entity: Entity, dice: &mut Dice| {
            dice.pick(&content.ids(entity)).map(|id| (*id).clone())
        };
        let added = if dice.roll(2) == 0 {
            Entity::Risk
        } else {
            Entity::Action
        };
        let key = some(added, dice).map(|id| (added, id));
        match (turn, key) {
            (0..=2, _) => self.words(content, dice),
            (3..=4, _) => Edit::Prose {
                row: some(Entity::Entry, dice).unwrap_or_else(|| RowId::joined([REPORT])),
                blocks: (0..dice.roll(6) + 1).map(|_| paragraph(dice)).collect(),
            },
            (8..=9, _) => Edit::Add {
                entity: added,
                entry: card_id(dice.roll(content.ids(Entity::Entry).len())),
                text: text(dice),
            },
            (10, Some(key)) => Edit::Remove { key },
            _ => Edit::Figure {
                measure: measure_id(dice.roll(content.ids(Entity::Measure).len())),
                period: PERIODS[dice.roll(PERIODS.len())],
                amount: format!("{}.{}", dice.roll(100), dice.roll(10)),
            },
        }
    }

    /// Hears that an edit was made, and what there was before it.
    pub fn done(&mut self, edit: &Edit, before: &Content) {
        // Edits of one cell soon after one another are one step of undo; these never are.
        let stands_alone = matches!(
            edit,
            Edit::Add { .. } | Edit::Remove { .. } | Edit::Redo { .. }
        );
        self.redo = matches!(edit, Edit::Undo { .. }).then(|| before.clone());
        self.undo = stands_alone.then(|| before.clone());
    }

    fn words(&self, content: &Content, dice: &mut Dice) -> Edit {
        const FIELDS: [(Entity, &str); 5] = [
            (Entity::Measure, "name"),
            (Entity::Measure, "definition"),
            (Entity::Risk, "text"),
            (Entity::Action, "timescale"),
            (Entity::Report, "subtitle"),
        ];
        let (entity, field) = FIELDS[dice.roll(FIELDS.len())];
        let (entity, field, row) = match dice.pick(&content.ids(entity)) {
            Some(id) => (entity, field, (*id).clone()),
            None => (Entity::Report, "subtitle", RowId::joined([REPORT])),
        };
        Edit::Words {
            place: Place::cell(entity, &row, field),
            text: text(dice),
        }
    }
}

impl Edit {
    /// What to ask of the program.
    pub fn request(&self) -> Value {
        let change = match self {
            Self::Words { place, text } => {
                json!({ "change": "set", "place": place.to_string(), "text": text })
            }
            Self::Prose { row, blocks } => json!({
                "change": "set-prose",
                "place": Place::cell(Entity::Entry, row, "commentary").to_string(),
                "blocks": blocks,
            }),
            Self::Figure {
                measure,
                period,
                amount,
            } => json!({
                "change": "set-figure",
                "measure": measure,
                "series": "actual",
                "period": period,
                "text": amount,
            }),
            Self::Add {
                entity,
                entry,
                text,
            } => json!({
                "change": "add",
                "entity": entity.table(),
                "parent": entry,
                "after": null,
                "fields": { "text": text },
            }),
            Self::Remove { key: (entity, row) } => {
                json!({ "change": "remove", "place": Place::row(*entity, row).to_string() })
            }
            Self::Undo { .. } => return json!({ "do": "undo" }),
            Self::Redo { .. } => return json!({ "do": "redo" }),
        };
        json!({ "do": "edit", "changes": [change] })
    }

    /// Makes the edit here. `added` is the id that the program gave to a new row.
    ///
    /// # Errors
    /// If the edit does not fit the content.
    pub fn make(&self, content: &mut Content, added: Option<&RowId>) -> Result<(), String> {
        match self {
            Self::Words { place, text } => set(
                content,
                place.entity,
                &place.row,
                &[(place.field.unwrap_or_default(), text)],
            ),
            Self::Prose { row, blocks } => {
                let markdown = WireBlock::to_markdown(blocks.clone());
                set(content, Entity::Entry, row, &[("commentary", &markdown)])
            }
            Self::Figure {
                measure,
                period,
                amount,
            } => {
                let id = RowId::joined([measure.as_str(), "actual", period]);
                let key = (Entity::Value, id.clone());
                let cells = [
                    ("amount", amount.as_str()),
                    ("absence", ""),
                    ("words", ""),
                    ("note", ""),
                    ("provisional", ""),
                ];
                if content.row(&key).is_some() {
                    return set(content, Entity::Value, &id, &cells);
                }
                let own = [
                    ("measure", measure.as_str()),
                    ("series", "actual"),
                    ("period", period),
                ];
                content.insert(
                    Entity::Value,
                    row(Entity::Value, id, &[&own[..], &cells].concat()),
                )
            }
            Self::Add {
                entity,
                entry,
                text,
            } => {
                // Without a new row there is nothing to compare: the caller finds the difference.
                let Some(id) = added else { return Ok(()) };
                let cells = [("entry", entry.as_str()), ("text", text)];
                content.insert(*entity, row(*entity, id.clone(), &cells))
            }
            Self::Remove { key } => {
                content.remove(key);
                Ok(())
            }
            Self::Undo { before: then } | Self::Redo { after: then } => {
                *content = then.clone();
                Ok(())
            }
        }
    }
}

fn set(
    content: &mut Content,
    entity: Entity,
    id: &RowId,
    cells: &[(&str, &str)],
) -> Result<(), String> {
    let key = (entity, id.clone());
    let row = content
        .row(&key)
        .ok_or_else(|| format!("there is no {id}"))?;
    for (name, text) in cells {
        let (at, _) = entity
            .field(name)
            .ok_or_else(|| format!("there is no field {name}"))?;
        row.cells[at] = (!text.is_empty()).then(|| (*text).to_owned());
    }
    Ok(())
}

fn row(entity: Entity, id: RowId, cells: &[(&str, &str)]) -> Row {
    let cell = |name: &str| {
        let given = cells.iter().find(|(cell, _)| *cell == name);
        given
            .map(|(_, text)| (*text).to_owned())
            .filter(|text| !text.is_empty())
    };
    Row {
        id,
        cells: entity
            .fields()
            .iter()
            .map(|field| cell(field.name))
            .collect(),
    }
}

fn paragraph(dice: &mut Dice) -> WireBlock {
    let text = text(dice);
    let inline = WireInline::Text {
        text,
        strong: dice.roll(4) == 0,
        emphasis: false,
    };
    WireBlock::Paragraph {
        inlines: vec![inline],
    }
}

/// Words that nothing before them was, a few to a few hundred.
fn text(dice: &mut Dice) -> String {
    let mut words: Vec<String> = (0..dice.roll(8))
        .filter_map(|_| dice.pick(&PIECES).map(|piece| (*piece).to_owned()))
        .collect();
    words.push(format!("number {}.", dice.number()));
    words.join(" ")
}
