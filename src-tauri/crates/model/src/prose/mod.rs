//! Narrative: the small closed set of blocks and marks that a person may write in.
//!
//! Prose is stored as Markdown text. [`Prose::parse`] reads any text without failing;
//! [`Prose::to_markdown`] writes the one canonical form. Everything that compares, prints or
//! counts prose does so on this tree, never on the Markdown.

mod escape;
mod flanking;
mod footnotes;
mod mark;
mod normal;
mod parse;
mod sentence;
#[cfg(test)]
mod tests;
mod write;

/// A piece of narrative: paragraphs, headings and lists in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The blocks, first to last.
    pub blocks: Vec<Block>,
}

/// One block of a narrative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph of running text.
    Paragraph(Vec<Inline>),
    /// A heading inside the narrative.
    Heading {
        /// 1 to 3, counted within the narrative; where it stands in the paper decides its level there.
        level: u8,
        /// The heading's words. A line break in them is read as a space.
        inlines: Vec<Inline>,
    },
    /// A list, up to [`Prose::LIST_DEPTH`] deep.
    List {
        /// Numbered from 1, or bulleted.
        ordered: bool,
        /// The items; each holds blocks of its own.
        items: Vec<Vec<Block>>,
    },
}

/// One piece of a line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words with the same marks.
    Text {
        /// The words exactly as they read, with no markup in them.
        text: String,
        /// Strong importance, printed bold.
        strong: bool,
        /// Stress emphasis, printed italic.
        emphasis: bool,
    },
    /// A link with its visible words.
    Link {
        /// The visible words: text only.
        inlines: Vec<Inline>,
        /// An `http`, `https` or `mailto` address, or `#` and the name of a place in the paper.
        url: String,
    },
    /// A footnote, kept at the place that refers to it. It holds text and links only.
    Footnote(Vec<Inline>),
    /// A line break inside a paragraph.
    Break,
}

impl Inline {
    /// Words without marks.
    pub fn text(text: impl Into<String>) -> Self {
        Self::marked(text, false, false)
    }

    /// Words with the given marks.
    pub fn marked(text: impl Into<String>, strong: bool, emphasis: bool) -> Self {
        Self::Text {
            text: text.into(),
            strong,
            emphasis,
        }
    }

    /// The words of a run of inlines: a line break reads as a space, a footnote stands in square
    /// brackets where it is referred to, and a link is its visible words.
    pub fn plain_text(inlines: &[Self]) -> String {
        let mut out = String::new();
        push_plain(inlines, &mut out);
        out
    }
}

impl Prose {
    /// How deep lists may stand in lists. What is deeper is kept as paragraphs of the deepest item.
    pub const LIST_DEPTH: usize = 3;

    /// Reads Markdown. It never fails: what is outside the closed set (HTML, images, tables, code,
    /// quotations, rules, lists that do not start at 1) is kept as text a person can read. The
    /// result is normalised.
    pub fn parse(markdown: &str) -> Self {
        parse::parse(markdown)
    }

    /// Takes text as it stands, one paragraph a line, with no character read as markup. The result
    /// is normalised.
    pub fn from_plain_text(text: &str) -> Self {
        let line = |line: &str| Block::Paragraph(vec![Inline::text(line)]);
        Self {
            blocks: text.lines().map(line).collect(),
        }
        .normalised()
    }

    /// The canonical Markdown of the normalised prose: one line a paragraph, only the escapes that
    /// are needed, footnotes numbered from 1 in reading order with their words at the end, no line
    /// end after the last line. `Prose::parse` of it is the normalised prose again.
    pub fn to_markdown(&self) -> String {
        write::write(&self.clone().normalised())
    }

    /// The one form of prose that says the same: neighbouring words with the same marks are one
    /// text, a space at the edge of a mark stands outside it, line ends in a text are spaces,
    /// paragraphs are trimmed, blocks without content are gone, control characters too, headings
    /// are at level 1 to 3, lists at most [`Self::LIST_DEPTH`] deep, and a link whose address is
    /// not allowed is plain text with the address in brackets.
    pub fn normalised(self) -> Self {
        normal::normalise(self)
    }

    /// Whether nothing would be printed.
    pub fn is_empty(&self) -> bool {
        self.plain_text().trim().is_empty()
    }

    /// The words of all blocks, one block a line, as [`Inline::plain_text`] gives them. List
    /// markers are not part of it.
    pub fn plain_text(&self) -> String {
        let mut lines = Vec::new();
        walk(&self.blocks, &mut |block| {
            if let Block::Paragraph(inlines) | Block::Heading { inlines, .. } = block {
                lines.push(Inline::plain_text(inlines));
            }
        });
        lines.join("\n")
    }

    /// The number of words that would be printed, footnotes included: runs between spaces that hold
    /// at least one letter or digit.
    pub fn word_count(&self) -> usize {
        self.plain_text()
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .count()
    }

    /// Every paragraph in reading order, those in list items included; headings are not paragraphs.
    pub fn paragraphs(&self) -> Vec<&[Inline]> {
        let mut paragraphs = Vec::new();
        walk(&self.blocks, &mut |block| {
            if let Block::Paragraph(inlines) = block {
                paragraphs.push(inlines.as_slice());
            }
        });
        paragraphs
    }
}

fn walk<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in blocks {
        visit(block);
        if let Block::List { items, .. } = block {
            for item in items {
                walk(item, visit);
            }
        }
    }
}

fn push_plain(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => out.push_str(text),
            Inline::Link { inlines, .. } => push_plain(inlines, out),
            Inline::Footnote(inlines) => {
                // The bracket stands off from the word that carries the footnote, so that a search
                // for either finds a whole word.
                if !out.is_empty() && !out.ends_with(char::is_whitespace) {
                    out.push(' ');
                }
                out.push('[');
                push_plain(inlines, out);
                out.push(']');
            }
            Inline::Break => out.push(' '),
        }
    }
}
