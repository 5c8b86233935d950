//! Puts each footnote, which Markdown defines apart, where the text refers to it.

use std::collections::HashMap;

use super::{Block, Inline};

/// How many bytes of footnotes may be copied because several references share one footnote. A
/// reference beyond it stays as it was typed, so that a small text cannot become a huge one.
const SHARED_FOOTNOTES: usize = 64 * 1024;

/// A footnote as it is defined.
pub(super) struct Definition {
    pub(super) label: String,
    pub(super) blocks: Vec<Block>,
}

/// The definitions of a text, to be put where they are referred to.
pub(super) struct Footnotes {
    definitions: Vec<(Definition, Vec<Inline>, bool)>,
    by_label: HashMap<String, usize>,
    /// Bytes that may still be copied.
    left: usize,
}

impl Footnotes {
    pub(super) fn new(definitions: Vec<Definition>) -> Self {
        let mut by_label = HashMap::new();
        let mut flattened = Vec::new();
        for mut definition in definitions {
            // A reference in a footnote stays as it was typed: footnotes do not nest.
            type_references(&mut definition.blocks);
            let mut inlines = Vec::new();
            flatten(&definition.blocks, &mut inlines);
            by_label
                .entry(definition.label.to_lowercase())
                .or_insert(flattened.len());
            flattened.push((definition, inlines, false));
        }
        Self {
            definitions: flattened,
            by_label,
            left: SHARED_FOOTNOTES,
        }
    }

    pub(super) fn place(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(inlines) | Block::Heading { inlines, .. } => {
                    self.place_in_line(inlines);
                }
                Block::List { items, .. } => items.iter_mut().for_each(|item| self.place(item)),
            }
        }
    }

    fn place_in_line(&mut self, inlines: &mut [Inline]) {
        for inline in inlines {
            match inline {
                Inline::Footnote(label) => {
                    let label = Inline::plain_text(label);
                    *inline = match self.take(&label) {
                        Some(words) => Inline::Footnote(words),
                        None => typed_reference(&label),
                    };
                }
                Inline::Link { inlines, .. } => self.place_in_line(inlines),
                Inline::Text { .. } | Inline::Break => {}
            }
        }
    }

    fn take(&mut self, label: &str) -> Option<Vec<Inline>> {
        let index = *self.by_label.get(&label.to_lowercase())?;
        let (_, words, used) = self.definitions.get_mut(index)?;
        if *used {
            self.left = self.left.checked_sub(Inline::plain_text(words).len())?;
        }
        *used = true;
        Some(words.clone())
    }

    /// Footnotes that nothing refers to, as they were typed.
    pub(super) fn unused(self) -> Vec<Block> {
        let unused = self.definitions.into_iter().filter(|(_, _, used)| !used);
        unused
            .flat_map(|(definition, _, _)| {
                let label = format!("[^{}]: ", definition.label);
                let mut blocks = definition.blocks;
                match blocks.first_mut() {
                    Some(Block::Paragraph(inlines) | Block::Heading { inlines, .. }) => {
                        inlines.insert(0, Inline::text(label));
                    }
                    _ => blocks.insert(0, Block::Paragraph(vec![Inline::text(label)])),
                }
                blocks
            })
            .collect()
    }
}

fn typed_reference(label: &str) -> Inline {
    Inline::text(format!("[^{label}]"))
}

fn type_references(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading { inlines, .. } => {
                type_references_in_line(inlines);
            }
            Block::List { items, .. } => items.iter_mut().for_each(|item| type_references(item)),
        }
    }
}

fn type_references_in_line(inlines: &mut [Inline]) {
    for inline in inlines {
        match inline {
            Inline::Footnote(label) => *inline = typed_reference(&Inline::plain_text(label)),
            Inline::Link { inlines, .. } => type_references_in_line(inlines),
            Inline::Text { .. } | Inline::Break => {}
        }
    }
}

/// A footnote is one run of text: its blocks follow each other with a space between.
fn flatten(blocks: &[Block], words: &mut Vec<Inline>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading { inlines, .. } => {
                if !words.is_empty() {
                    words.push(Inline::text(" "));
                }
                words.extend(inlines.iter().cloned());
            }
            Block::List { items, .. } => items.iter().for_each(|item| flatten(item, words)),
        }
    }
}
