//! The semantic paper tree: the contract that every output renders.
//!
//! The tree says what things *are* (a total, a header cell, a status), never how they look. All
//! words are final: numbered, formatted and translated by whoever builds the tree. Text is plain
//! text; no character in it has a meaning of its own.

mod card;
mod inline;
mod page;
mod panel;
mod table;

pub use card::{Card, CardPart, Rating};
pub use inline::{Inline, Mark, Symbol, plain};
pub use page::PageSize;
pub use panel::Tile;
pub use table::{Align, Cell, Column, ColumnKind, Note, Row, RowKind, Scope, Table, Width};

use chrono::NaiveDate;

use crate::chart::{Colour, Picture};

/// A whole paper.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paper {
    /// What the paper is: its title, its body, its meeting.
    pub about: About,
    /// The few fixed words that rendering itself has to print.
    pub labels: Labels,
    /// The size of its pages.
    pub size: PageSize,
    /// The colour of its headings and rules; nothing for the usual one. It must be readable on
    /// white, and white on it.
    pub accent: Option<Colour>,
    /// Present when the paper is a draft: every page is marked, and the first lists what is open.
    pub draft: Option<Draft>,
    /// The first page. Its title and names come from [`About`].
    pub cover: Option<Cover>,
    /// The list of headings with page numbers, after the cover.
    pub contents: Option<Contents>,
    /// The top-level sections in order. Each starts on a new page where it says so.
    pub sections: Vec<Section>,
}

/// What a paper is, for its cover, its running lines and its metadata.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The title. A paper without one cannot be exported accessibly, so it must not be blank.
    pub title: String,
    /// A second line under the title.
    pub subtitle: Option<String>,
    /// The council's name.
    pub council: String,
    /// The council's logo, as a PNG that [can be read](crate::logo::is_readable).
    pub logo: Option<Logo>,
    /// The directorate's name.
    pub directorate: String,
    /// The reporting period in words, such as `Quarter 2, 2013/14`.
    pub period: String,
    /// The committee that receives the paper.
    pub committee: Option<String>,
    /// The date of the meeting in words.
    pub meeting: Option<String>,
    /// The post or body named as author in the file's metadata.
    pub author: Option<String>,
    /// The language of the whole paper as a BCP 47 tag with a region, such as `en-GB`.
    pub language: String,
    /// The date to record in the file's metadata. Never taken from a clock.
    pub date: Option<NaiveDate>,
    /// A stable name for this paper, the same on every export of the same report.
    pub identifier: String,
}

/// A council's logo.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Logo {
    /// The bytes of its PNG file.
    pub png: Vec<u8>,
    /// What it is, for a reader who cannot see it.
    pub alternative: String,
}

/// Fixed words that only rendering can place, because they repeat or hold page numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    /// The page line, with `{page}` and `{pages}` where the numbers go.
    pub page_of: String,
    /// The word that marks every page of a draft.
    pub draft: String,
}

/// A draft's mark and what is still open in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The heading over the list.
    pub title: String,
    /// One sentence under it.
    pub notice: Option<String>,
    /// What is open, most serious first.
    pub findings: Vec<OpenFinding>,
    /// A last line for what the list leaves out, such as `and 12 more`.
    pub more: Option<String>,
}

/// One open finding, as printed in a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenFinding {
    /// Where it is, in words, such as `Section 6, NI 117`.
    pub location: String,
    /// What it says.
    pub sentence: String,
}

/// A top-level part of the paper, edited and previewed as one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// An opaque id that the preview uses to find the page this section starts on.
    pub place: Option<String>,
    /// Whether it starts on a new page.
    pub new_page: bool,
    /// Whether its pages are turned, for a table too wide for an upright page.
    pub landscape: bool,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// One block of a section.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// An opaque id that the preview uses to find the page this block starts on.
    pub place: Option<String>,
    /// What the block is.
    pub kind: BlockKind,
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A heading.
    Heading(Heading),
    /// A paragraph, numbered or not.
    Paragraph(Paragraph),
    /// A list.
    List(List),
    /// Bullets that each say achieved or not.
    Headlines(Vec<Headline>),
    /// A table.
    Table(Table),
    /// A chart with its text alternative.
    Figure(Figure),
    /// An indicator card.
    Card(Box<Card>),
    /// Names with what they stand for: a key, a list of people, the particulars of a paper.
    Facts(Vec<Fact>),
    /// A few figures side by side.
    Tiles(Vec<Tile>),
    /// Blocks side by side, read from the first to the last.
    Columns(Vec<Vec<Block>>),
    /// Words set apart.
    Callout(Callout),
    /// The next block starts a new page.
    PageBreak,
}

impl BlockKind {
    /// A block of this kind, findable in the preview by `place`.
    pub fn at(self, place: impl Into<String>) -> Block {
        Block::from(self).at(place)
    }
}

impl From<BlockKind> for Block {
    fn from(kind: BlockKind) -> Self {
        Self { place: None, kind }
    }
}

impl Block {
    /// The same block, findable in the preview by `place`.
    #[must_use]
    pub fn at(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }
}

/// The cover of a paper.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cover {
    /// An opaque id for the preview.
    pub place: Option<String>,
    /// Whether it is the form at the head of a decision report, which the first section follows on
    /// the same page, rather than a page of its own.
    pub form: bool,
    /// Particulars, such as the committee, the meeting date and who reports.
    pub facts: Vec<Fact>,
    /// Anything else that belongs on the first page.
    pub blocks: Vec<Block>,
}

/// The list of headings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// An opaque id for the preview.
    pub place: Option<String>,
    /// Its heading.
    pub title: String,
    /// The deepest heading level listed, from 1.
    pub depth: u8,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading {
    /// From 1, the outermost. A level is never skipped.
    pub level: u8,
    /// Its number as printed, such as `2.1`.
    pub number: Option<String>,
    /// Its words.
    pub text: String,
    /// The name that an [`Inline::Reference`] points to.
    pub anchor: Option<String>,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// Its number as printed, such as `2.1.3`.
    pub number: Option<String>,
    /// Its text.
    pub text: Vec<Inline>,
    /// The name that an [`Inline::Reference`] points to.
    pub anchor: Option<String>,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct List {
    /// What stands before its items.
    pub style: ListStyle,
    /// The items, each a run of blocks.
    pub items: Vec<Vec<Block>>,
}

/// What stands before the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ListStyle {
    /// Bullets.
    #[default]
    Bullets,
    /// 1., 2.
    Numbers,
    /// i), ii): items of a paragraph that has a number itself.
    Numerals,
    /// a), b): items of such an item.
    Letters,
}

/// One headline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// An opaque id for the preview.
    pub place: Option<String>,
    /// Achieved, not achieved or noted.
    pub mark: Mark,
    /// The headline.
    pub text: Vec<Inline>,
}

/// A chart in the paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What is drawn. Nothing is printed when the chart has no figure to show.
    pub picture: Picture,
    /// What the chart shows, in words, for a reader who cannot see it.
    pub alternative: String,
    /// The line printed under it.
    pub caption: Option<String>,
}

/// A name and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fact {
    /// The name, which may hold a symbol.
    pub name: Vec<Inline>,
    /// What it stands for.
    pub value: Vec<Inline>,
}

/// Words set apart from the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Callout {
    /// Its heading.
    pub title: Option<String>,
    /// What it says.
    pub blocks: Vec<Block>,
}
