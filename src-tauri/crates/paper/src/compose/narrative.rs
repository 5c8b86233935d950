//! Narratives: the closed Markdown as blocks of the paper.

use outturn_model::prose::{self, Prose};
use outturn_model::report::Numbering;
use outturn_model::section::Section;

use super::Composer;
use crate::tree::{Block, BlockKind, Heading, Inline, List, ListStyle, Paragraph};

impl Composer<'_> {
    /// A narrative under a heading of `level`. Paragraphs take the numbers given, in order.
    pub(super) fn narrative(&self, text: &str, level: u8, numbers: &[String]) -> Vec<Block> {
        let mut numbers = numbers.iter();
        let mut deepest = level;
        Prose::parse(text)
            .blocks
            .iter()
            .map(|block| match block {
                prose::Block::Paragraph(inlines) => paragraph(
                    inlines_of(inlines),
                    numbers
                        .next()
                        .filter(|_| self.numbers_paragraphs())
                        .cloned(),
                ),
                prose::Block::Heading {
                    level: depth,
                    inlines,
                } => {
                    // A heading goes one level below what stands above it, never two.
                    deepest = level.saturating_add(*depth).min(deepest + 1).max(1);
                    BlockKind::Heading(Heading {
                        level: deepest,
                        number: None,
                        text: prose::Inline::plain_text(inlines),
                        anchor: None,
                    })
                    .into()
                }
                prose::Block::List { ordered, items } => list(*ordered, self.numbered_by(), items),
            })
            .collect()
    }

    /// How the items of a numbered list are marked. Under paragraphs that run on from 1 they are i), ii),
    /// so that no number stands twice (R4).
    fn numbered_by(&self) -> ListStyle {
        match self.report.numbering {
            Numbering::Run => ListStyle::Numerals,
            _ => ListStyle::Numbers,
        }
    }

    /// Puts the initials of a section's lead at the end of its words.
    pub(super) fn sign(&self, section: &Section, blocks: &mut Vec<Block>) {
        let lead = section
            .lead
            .as_ref()
            .and_then(|lead| self.book.people.get(lead));
        let Some(initials) = lead
            .map(|lead| lead.initials.as_str())
            .filter(|text| !text.is_empty())
        else {
            return;
        };
        let initials = format!("({initials})");
        match last_words(blocks) {
            Some(words) => {
                words.push(Inline::text(" "));
                words.push(Inline::strong(initials));
            }
            None => blocks.push(paragraph(vec![Inline::strong(initials)], None)),
        }
    }
}

/// A paragraph.
pub(super) fn paragraph(text: Vec<Inline>, number: Option<String>) -> Block {
    BlockKind::Paragraph(Paragraph {
        number,
        text,
        anchor: None,
    })
    .into()
}

/// Puts words before the first paragraph of some blocks, or in one of their own.
pub(super) fn lead_in(blocks: &mut Vec<Block>, label: Vec<Inline>) {
    match blocks.first_mut().map(|block| &mut block.kind) {
        Some(BlockKind::Paragraph(first)) => {
            first.text.splice(0..0, label);
        }
        _ => blocks.insert(0, paragraph(label, None)),
    }
}

/// A list; `numbered_by` is what stands before its items if they are numbered. A numbered list in it
/// is lettered.
fn list(ordered: bool, numbered_by: ListStyle, items: &[Vec<prose::Block>]) -> Block {
    let (style, inside) = if ordered {
        (numbered_by, ListStyle::Letters)
    } else {
        (ListStyle::Bullets, numbered_by)
    };
    let item = |blocks: &Vec<prose::Block>| {
        blocks
            .iter()
            .map(|block| match block {
                prose::Block::Paragraph(inlines) => paragraph(inlines_of(inlines), None),
                prose::Block::Heading { inlines, .. } => paragraph(
                    vec![Inline::strong(prose::Inline::plain_text(inlines))],
                    None,
                ),
                prose::Block::List { ordered, items } => list(*ordered, inside, items),
            })
            .collect()
    };
    BlockKind::List(List {
        style,
        items: items.iter().map(item).collect(),
    })
    .into()
}

pub(super) fn inlines_of(inlines: &[prose::Inline]) -> Vec<Inline> {
    inlines
        .iter()
        .map(|inline| match inline {
            prose::Inline::Text {
                text,
                strong,
                emphasis,
            } => Inline::Text {
                text: text.clone(),
                strong: *strong,
                emphasis: *emphasis,
            },
            prose::Inline::Link { inlines, url } => Inline::Link {
                text: inlines_of(inlines),
                url: url.clone(),
            },
            prose::Inline::Footnote(inlines) => Inline::Footnote(inlines_of(inlines)),
            prose::Inline::Break => Inline::Break,
        })
        .collect()
}

/// The last run of words of some blocks, in a list too.
fn last_words(blocks: &mut [Block]) -> Option<&mut Vec<Inline>> {
    match &mut blocks.last_mut()?.kind {
        BlockKind::Paragraph(last) => Some(&mut last.text),
        BlockKind::List(list) => last_words(list.items.last_mut()?),
        _ => None,
    }
}
