//! Narratives on the wire.

use outturn_model::prose::{Block, Inline, Prose};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A block of a narrative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export_to = "wire.ts")]
pub enum WireBlock {
    /// A paragraph.
    Paragraph {
        /// Its text.
        inlines: Vec<WireInline>,
    },
    /// A heading within a section.
    Heading {
        /// 1 to 3.
        level: u8,
        /// Its text.
        inlines: Vec<WireInline>,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// Its items.
        items: Vec<Vec<WireBlock>>,
    },
}

/// A piece of text in a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export_to = "wire.ts")]
pub enum WireInline {
    /// Words.
    Text {
        /// The words.
        text: String,
        /// Bold.
        #[serde(default)]
        strong: bool,
        /// Italic.
        #[serde(default)]
        emphasis: bool,
    },
    /// A link.
    Link {
        /// Its words.
        inlines: Vec<WireInline>,
        /// Where to.
        url: String,
    },
    /// A footnote.
    Footnote {
        /// Its words.
        inlines: Vec<WireInline>,
    },
    /// A line break within a paragraph.
    Break,
}

impl WireBlock {
    /// The blocks of a stored narrative.
    pub fn of(markdown: &str) -> Vec<Self> {
        Prose::parse(markdown)
            .blocks
            .into_iter()
            .map(Self::from)
            .collect()
    }

    /// The narrative to store.
    pub fn to_markdown(blocks: Vec<Self>) -> String {
        let blocks = blocks.into_iter().map(Block::from).collect();
        Prose { blocks }.normalised().to_markdown()
    }
}

fn each<A: Into<B>, B>(items: Vec<A>) -> Vec<B> {
    items.into_iter().map(Into::into).collect()
}

impl From<Block> for WireBlock {
    fn from(block: Block) -> Self {
        match block {
            Block::Paragraph(inlines) => Self::Paragraph {
                inlines: each(inlines),
            },
            Block::Heading { level, inlines } => Self::Heading {
                level,
                inlines: each(inlines),
            },
            Block::List { ordered, items } => Self::List {
                ordered,
                items: items.into_iter().map(each).collect(),
            },
        }
    }
}

impl From<WireBlock> for Block {
    fn from(block: WireBlock) -> Self {
        match block {
            WireBlock::Paragraph { inlines } => Self::Paragraph(each(inlines)),
            WireBlock::Heading { level, inlines } => Self::Heading {
                level: level.clamp(1, 3),
                inlines: each(inlines),
            },
            WireBlock::List { ordered, items } => Self::List {
                ordered,
                items: items.into_iter().map(each).collect(),
            },
        }
    }
}

impl From<Inline> for WireInline {
    fn from(inline: Inline) -> Self {
        match inline {
            Inline::Text {
                text,
                strong,
                emphasis,
            } => Self::Text {
                text,
                strong,
                emphasis,
            },
            Inline::Link { inlines, url } => Self::Link {
                inlines: each(inlines),
                url,
            },
            Inline::Footnote(inlines) => Self::Footnote {
                inlines: each(inlines),
            },
            Inline::Break => Self::Break,
        }
    }
}

impl From<WireInline> for Inline {
    fn from(inline: WireInline) -> Self {
        match inline {
            WireInline::Text {
                text,
                strong,
                emphasis,
            } => Self::Text {
                text,
                strong,
                emphasis,
            },
            WireInline::Link { inlines, url } => Self::Link {
                inlines: each(inlines),
                url,
            },
            WireInline::Footnote { inlines } => Self::Footnote(each(inlines)),
            WireInline::Break => Self::Break,
        }
    }
}
