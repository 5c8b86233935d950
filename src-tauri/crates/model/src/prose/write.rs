//! Writes normalised prose as canonical Markdown: blocks, lists and footnotes.

use super::sentence::{self, Start};
use super::{Block, Inline, Prose};

pub(super) fn write(prose: &Prose) -> String {
    let mut writer = Writer::default();
    writer.blocks(&prose.blocks, "", "\n\n");
    let definitions = writer.footnotes.iter().zip(1..);
    let definitions: Vec<_> = definitions
        .map(|(words, number)| {
            let words = sentence::write(words, Start::Block, "", &mut Vec::new());
            format!("[^{number}]: {words}")
        })
        .collect();
    if !definitions.is_empty() {
        writer.out.push_str("\n\n");
        writer.out.push_str(&definitions.join("\n"));
    }
    writer.out
}

#[derive(Default)]
struct Writer<'a> {
    out: String,
    /// The footnotes referred to so far, in reading order.
    footnotes: Vec<&'a [Inline]>,
}

impl<'a> Writer<'a> {
    /// Writes blocks that begin where `out` ends; lines after the first begin with `indent`.
    fn blocks(&mut self, blocks: &'a [Block], indent: &str, between: &str) {
        let mut markers = Markers::default();
        for (position, block) in blocks.iter().enumerate() {
            if position > 0 {
                self.out.push_str(between);
                self.out.push_str(indent);
            }
            markers.next(block);
            match block {
                Block::Paragraph(inlines) => {
                    self.line(inlines, Start::Block, indent);
                }
                Block::Heading { level, inlines } => {
                    let hashes = "#".repeat(usize::from(*level));
                    self.out.push_str(&hashes);
                    self.out.push(' ');
                    self.line(inlines, Start::Heading, indent);
                }
                Block::List { ordered, items } => {
                    self.list(*ordered, items, indent, markers.second);
                }
            }
        }
    }

    fn line(&mut self, inlines: &'a [Inline], start: Start, indent: &str) {
        let line = sentence::write(inlines, start, indent, &mut self.footnotes);
        self.out.push_str(&line);
    }

    fn list(&mut self, ordered: bool, items: &'a [Vec<Block>], indent: &str, second: bool) {
        let between = if items.iter().all(|item| is_tight(item)) {
            "\n"
        } else {
            "\n\n"
        };
        for (position, item) in items.iter().enumerate() {
            if position > 0 {
                self.out.push_str(between);
                self.out.push_str(indent);
            }
            let marker = match (ordered, second) {
                (true, false) => format!("{}. ", position + 1),
                (true, true) => format!("{}) ", position + 1),
                (false, false) => "- ".to_owned(),
                (false, true) => "* ".to_owned(),
            };
            self.out.push_str(&marker);
            let indent = format!("{indent}{}", " ".repeat(marker.len()));
            self.blocks(item, &indent, between);
        }
    }
}

/// Whether an item needs no empty line inside it: only lists follow its first block.
fn is_tight(item: &[Block]) -> bool {
    item.iter()
        .skip(1)
        .all(|block| matches!(block, Block::List { .. }))
}

/// Keeps two lists that follow each other apart: Markdown would join them if their markers were
/// alike.
#[derive(Default)]
struct Markers {
    last: Option<bool>,
    second: bool,
}

impl Markers {
    fn next(&mut self, block: &Block) {
        let ordered = match block {
            Block::List { ordered, .. } => Some(*ordered),
            _ => None,
        };
        self.second = ordered.is_some() && self.last == ordered && !self.second;
        self.last = ordered;
    }
}
