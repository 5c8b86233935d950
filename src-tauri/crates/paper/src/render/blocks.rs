//! Blocks and lines as data.

use std::collections::{BTreeSet, HashSet};

use serde_json::{Value, json};

use super::charts::{self, Shape};
use super::tables;
use crate::fonts::printable;
use crate::tree::{
    Block, BlockKind, Card, CardPart, ColumnKind, Fact, Figure, Inline, List, ListStyle, Mark,
    Rating, Tile, plain,
};

/// A paragraph with fewer characters than this may lead to a table or a list.
const LEAD_IN: usize = 400;
/// Cells with more characters than this may break over pages; shorter ones stay whole.
pub(super) const LONG_CELL: usize = 900;
/// A figure of a tile with more characters than this is set smaller: five tiles stand in a row.
const LONG_FIGURE: usize = 9;
/// A card with less text than this below its figures is kept on one page.
const WHOLE_CARD: usize = 1_100;
/// The most columns, without the row names, beside which a chart still fits.
const COLUMNS_BESIDE: usize = 4;

/// Turns blocks into data, and gathers what was met on the way.
pub(super) struct Writer<'a> {
    known: &'a HashSet<String>,
    used: HashSet<String>,
    /// The level of the last heading.
    level: u8,
    /// The pages that are being written.
    pub page: charts::Page,
    gathered: Gathered,
}

/// What some blocks hold.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub places: Vec<String>,
    pub anchors: BTreeSet<String>,
    pub references: BTreeSet<String>,
    pub footnotes: usize,
}

impl<'a> Writer<'a> {
    /// A writer for a paper with these anchors, at first for this page.
    pub fn new(known: &'a HashSet<String>, page: charts::Page) -> Self {
        Self {
            known,
            used: HashSet::new(),
            level: 0,
            page,
            gathered: Gathered::default(),
        }
    }

    /// What was gathered since this was last asked.
    pub fn take(&mut self) -> Gathered {
        std::mem::take(&mut self.gathered)
    }

    /// Notes a place.
    pub fn place(&mut self, place: Option<&String>) {
        self.gathered.places.extend(place.cloned());
    }

    /// A list of blocks.
    pub fn blocks(&mut self, blocks: &[Block]) -> Value {
        self.blocks_before(blocks, None)
    }

    /// A list of blocks that another block follows.
    pub fn blocks_before(&mut self, blocks: &[Block], next: Option<&Block>) -> Value {
        let following = blocks.iter().skip(1).map(Some).chain([next]);
        let pairs = blocks.iter().zip(following);
        pairs
            .filter_map(|(block, next)| {
                let mut value = self.block(block)?;
                if next.is_some_and(|next| leads_to(block, next)) {
                    value["lead"] = json!(true);
                }
                Some(value)
            })
            .collect()
    }

    /// A line; plain words as a string.
    pub fn run(&mut self, inlines: &[Inline]) -> Value {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &Inline) -> Value {
        match inline {
            Inline::Text {
                text,
                strong: false,
                emphasis: false,
            } => json!(printable(text)),
            Inline::Text {
                text,
                strong,
                emphasis,
            } => json!({"k": "text", "t": printable(text), "b": strong, "i": emphasis}),
            Inline::Link { text, url } if leads_out(url) => {
                json!({"k": "link", "url": url, "run": self.run(text)})
            }
            Inline::Link { text, .. } => json!({"k": "plain", "run": self.run(text)}),
            Inline::Footnote(text) => {
                self.gathered.footnotes += 1;
                json!({"k": "note", "run": self.run(text)})
            }
            Inline::Break => json!({"k": "break"}),
            Inline::Symbol(mark) => mark_value(mark),
            Inline::Reference { text, anchor } if self.known.contains(anchor) => {
                self.gathered.references.insert(anchor.clone());
                json!({"k": "ref", "to": anchor, "run": self.run(text)})
            }
            Inline::Reference { text, .. } => json!({"k": "plain", "run": self.run(text)}),
        }
    }

    /// An anchor, the first time it is met: a name can be in one place only.
    fn anchor(&mut self, anchor: Option<&String>) -> Option<String> {
        let name = anchor.filter(|name| !name.is_empty())?;
        self.used.insert(name.clone()).then(|| {
            self.gathered.anchors.insert(name.clone());
            name.clone()
        })
    }

    /// The level of the next heading: never more than one below the last, as PDF/UA-1 demands.
    pub fn level(&mut self, wanted: u8) -> u8 {
        self.level = wanted.clamp(1, self.level + 1);
        self.level
    }

    fn block(&mut self, block: &Block) -> Option<Value> {
        self.place(block.place.as_ref());
        let mut value = match &block.kind {
            // A heading without words would be read out as nothing.
            BlockKind::Heading(heading) if is_blank(&heading.text) => return None,
            BlockKind::Heading(heading) => json!({
                "k": "heading",
                "level": self.level(heading.level),
                "number": heading.number.as_deref().map(printable),
                "text": printable(&heading.text),
                "anchor": self.anchor(heading.anchor.as_ref()),
            }),
            BlockKind::Paragraph(paragraph) => json!({
                "k": "paragraph",
                "number": paragraph.number.as_deref().map(printable),
                "run": self.run(&paragraph.text),
                "anchor": self.anchor(paragraph.anchor.as_ref()),
            }),
            BlockKind::List(list) => self.list(list),
            BlockKind::Headlines(headlines) => {
                let items: Vec<Value> = headlines
                    .iter()
                    .map(|headline| {
                        self.place(headline.place.as_ref());
                        json!({
                            "place": headline.place,
                            "mark": mark_value(&headline.mark),
                            "run": self.run(&headline.text),
                        })
                    })
                    .collect();
                json!({"k": "headlines", "items": items})
            }
            BlockKind::Table(table) => tables::table(self, table)?,
            BlockKind::Figure(figure) => self.figure(figure, Shape::Page)?,
            BlockKind::Card(card) => self.card(card),
            BlockKind::Facts(rows) => json!({"k": "facts", "facts": facts(self, rows)}),
            BlockKind::Tiles(tiles) => {
                let tiles: Vec<Value> = tiles.iter().map(|tile| self.tile(tile)).collect();
                json!({"k": "tiles", "tiles": tiles})
            }
            BlockKind::Columns(columns) => {
                let columns: Vec<Value> = columns.iter().map(|held| self.blocks(held)).collect();
                json!({"k": "columns", "columns": columns})
            }
            BlockKind::Callout(callout) => json!({
                "k": "callout",
                "title": callout.title.as_deref().map(printable),
                "blocks": self.blocks(&callout.blocks),
            }),
            BlockKind::PageBreak => json!({"k": "page-break"}),
        };
        value["place"] = json!(block.place);
        Some(value)
    }

    fn list(&mut self, list: &List) -> Value {
        let items: Vec<Value> = list.items.iter().map(|item| self.blocks(item)).collect();
        let style = match list.style {
            ListStyle::Bullets => None,
            ListStyle::Numbers => Some("1."),
            ListStyle::Numerals => Some("i)"),
            ListStyle::Letters => Some("a)"),
        };
        json!({"k": "list", "style": style, "items": items})
    }

    fn tile(&mut self, tile: &Tile) -> Value {
        self.place(tile.place.as_ref());
        json!({
            "place": tile.place,
            "label": printable(&tile.label),
            "figure": self.run(&tile.figure),
            "long": length(&tile.figure) > LONG_FIGURE,
            "status": tile.status.as_ref().map(mark_value),
            "note": tile.note.as_deref().map(printable),
        })
    }

    fn figure(&mut self, figure: &Figure, shape: Shape) -> Option<Value> {
        Some(json!({
            "k": "figure",
            "drawing": charts::drawing(&figure.picture, shape, self.page)?,
            "alt": printable(alternative(figure)),
            "caption": figure.caption.as_deref().map(printable),
        }))
    }

    fn card(&mut self, card: &Card) -> Value {
        let beside = card.chart.is_some()
            && card
                .grid
                .as_ref()
                .is_some_and(|grid| grid.columns.len() <= COLUMNS_BESIDE + 1 && is_narrow(grid));
        let shape = if beside { Shape::Beside } else { Shape::Under };
        let chart = card
            .chart
            .as_ref()
            .and_then(|figure| self.figure(figure, shape));
        let layout = if beside && chart.is_some() {
            "beside"
        } else {
            "under"
        };
        let titled = !is_blank(&card.reference) || !is_blank(&card.name);
        let level = titled.then(|| self.level(card.level));
        if let Some(level) = level.filter(|_| !card.parts.is_empty()) {
            // The labels of the parts are headings too, one level down.
            self.level(level + 1);
        }
        let parts: Vec<Value> = card.parts.iter().map(|part| self.part(part)).collect();
        json!({
            "k": "card",
            "reference": printable(&card.reference),
            "name": printable(&card.name),
            "level": level,
            "anchor": self.anchor(card.anchor.as_ref()),
            "ratings": card.ratings.iter().map(rating).collect::<Vec<_>>(),
            "facts": facts(self, &card.facts),
            "grid": card.grid.as_ref().and_then(|grid| tables::table(self, grid)),
            "chart": chart,
            "layout": layout,
            "parts": parts,
            "whole": card.parts.iter().map(part_length).sum::<usize>() < WHOLE_CARD,
        })
    }

    fn part(&mut self, part: &CardPart) -> Value {
        self.place(part.place.as_ref());
        json!({
            "place": part.place,
            "label": printable(&part.label),
            "blocks": self.blocks(&part.blocks),
        })
    }
}

/// Whether a block is a line or two that say what the next one shows, or a label in bold over it: it
/// stays on the next one's page.
fn leads_to(block: &Block, next: &Block) -> bool {
    let shows = matches!(
        next.kind,
        BlockKind::List(_)
            | BlockKind::Table(_)
            | BlockKind::Figure(_)
            | BlockKind::Headlines(_)
            | BlockKind::Facts(_)
            | BlockKind::Tiles(_)
    );
    match &block.kind {
        BlockKind::Paragraph(paragraph) => {
            let bold = |inline: &Inline| matches!(inline, Inline::Text { strong: true, .. });
            let label = !paragraph.text.is_empty() && paragraph.text.iter().all(bold);
            label || shows && length(&paragraph.text) <= LEAD_IN
        }
        _ => false,
    }
}

/// Names with what they stand for.
pub(super) fn facts(writer: &mut Writer, facts: &[Fact]) -> Value {
    facts
        .iter()
        .map(|fact| {
            json!({
                "name": writer.run(&fact.name),
                "value": writer.run(&fact.value),
                "long": length(&fact.value) > LONG_CELL,
            })
        })
        .collect()
}

/// The text alternative; where there is none, what is measured.
fn alternative(figure: &Figure) -> &str {
    [figure.alternative.as_str()]
        .into_iter()
        .chain(figure.picture.names())
        .find(|words| !is_blank(words))
        .unwrap_or_default()
}

/// Whether a text prints as nothing.
pub(super) fn is_blank(text: &str) -> bool {
    printable(text).trim().is_empty()
}

/// How many characters a line has.
pub(super) fn length(inlines: &[Inline]) -> usize {
    plain(inlines).chars().count()
}

fn mark_value(mark: &Mark) -> Value {
    json!({"k": "mark", "s": mark.symbol.name(), "w": printable(&mark.word)})
}

fn rating(rating: &Rating) -> Value {
    json!({
        "label": printable(&rating.label),
        "mark": mark_value(&rating.mark),
        "reason": rating.reason.as_deref().map(printable),
    })
}

/// Addresses that a reader may be led to.
fn leads_out(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:"];
    known.iter().any(|scheme| lower.starts_with(scheme)) && url.len() < 2_000
}

/// Whether a grid's figures are short enough for a chart beside them.
fn is_narrow(grid: &crate::tree::Table) -> bool {
    let cells = grid.rows.iter().flat_map(|row| row.cells.iter().skip(1));
    grid.columns
        .iter()
        .skip(1)
        .all(|column| column.kind != ColumnKind::Text)
        && cells
            .map(|cell| length(&cell.text))
            .all(|length| length <= 14)
}

/// About how much room a part takes, in characters.
fn part_length(part: &CardPart) -> usize {
    90 + part.blocks.iter().map(block_length).sum::<usize>()
}

fn block_length(block: &Block) -> usize {
    match &block.kind {
        BlockKind::Paragraph(paragraph) => 60 + length(&paragraph.text),
        BlockKind::List(list) => list.items.iter().flatten().map(block_length).sum(),
        BlockKind::Table(table) => {
            let widest = |row: &crate::tree::Row| {
                row.cells
                    .iter()
                    .map(|cell| length(&cell.text))
                    .max()
                    .unwrap_or(0)
            };
            // A column of prose holds about a third of a line.
            table
                .rows
                .iter()
                .map(|row| 60 + 3 * widest(row))
                .sum::<usize>()
                + 90
        }
        BlockKind::Facts(facts) => 60 * facts.len(),
        _ => 200,
    }
}
