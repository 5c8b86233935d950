//! A report as a paper tree.
//!
//! Every figure, status, number and sentence comes from the rules and the catalogue; this module
//! only says which goes where.

mod cards;
mod charts;
mod decision;
mod front;
mod keys;
mod measure_table;
mod milestones;
mod narrative;
mod plan;
mod register;
mod restatements;
mod statement;
mod summary;
mod table;
mod words;

pub use charts::{history_chart, trend_chart};
pub use keys::{meaning_defaults, symbol_word};
pub use measure_table::measure_heading;
pub use milestones::progress_heading;
pub use statement::{column_heading, slip_note};
pub use words::{date_in_words, polarity_sentence};

use outturn_model::prose::Prose;
use outturn_model::report::{Numbering, PaperSize, Report};
use outturn_model::section::{Orientation, Section, SectionKind};
use outturn_model::{Book, Entity, Id, Place};
use outturn_rules::accent::Accent;
use outturn_rules::outline::states_none;
use outturn_rules::{Outline, OutlineItem};
use outturn_words::Words;

use crate::chart::Colour;
use crate::reading;
use crate::tree::{
    self, About, Block, BlockKind, Contents, Draft, Headline, Inline, Labels, PageSize, Paper,
};

/// The deepest heading that the contents list.
const CONTENTS_DEPTH: u8 = 2;

/// Composes the paper of a report. With `draft` every page is marked and the first lists what is
/// open.
pub fn compose(book: &Book, report: &Report, words: &Words, draft: Option<Draft>) -> Paper {
    let outline = Outline::of(book, report);
    let composer = Composer {
        book,
        report,
        words,
        outline: &outline,
    };
    composer.paper(draft)
}

/// What each section of a report says in its paper, in reading order: what a person who signs it has
/// read. A section that is kept out of the paper says nothing.
pub fn readings(book: &Book, report: &Report, words: &Words) -> Vec<(Id<Section>, String)> {
    let outline = Outline::of(book, report);
    let composer = Composer {
        book,
        report,
        words,
        outline: &outline,
    };
    let items = outline.items().iter();
    items
        .map(|item| (item.section.id.clone(), composer.reading(item)))
        .collect()
}

/// What every part of a paper is composed from.
#[derive(Clone, Copy)]
struct Composer<'a> {
    book: &'a Book,
    report: &'a Report,
    words: &'a Words,
    outline: &'a Outline<'a>,
}

impl Composer<'_> {
    fn paper(&self, draft: Option<Draft>) -> Paper {
        Paper {
            about: self.about(),
            labels: Labels {
                page_of: self.page_of(),
                draft: self.word("paper-draft"),
            },
            size: match self.report.paper.unwrap_or_default() {
                PaperSize::A4 => PageSize::A4,
                PaperSize::A3 => PageSize::A3,
            },
            accent: self.accent(),
            draft,
            cover: self.cover(),
            contents: self.contents(),
            sections: self.sections(),
        }
    }

    fn reading(&self, item: &OutlineItem<'_>) -> String {
        let is_cover = item.section.kind == SectionKind::Cover && item.depth == 0;
        let cover = is_cover.then(|| self.cover()).flatten();
        let lines: Vec<String> = match cover {
            Some(cover) => {
                let About {
                    title,
                    subtitle,
                    council,
                    directorate,
                    ..
                } = self.about();
                let names = [Some(council), Some(directorate), Some(title), subtitle];
                let names = names.into_iter().flatten();
                let names = names.filter(|name| !name.is_empty());
                names.chain(reading::of_cover(&cover)).collect()
            }
            // How deep a heading stands is no part of what it says.
            None => {
                let section = item.section;
                let landscape = section.orientation == Some(Orientation::Landscape);
                let turned = [("new page", section.new_page.0), ("landscape", landscape)];
                let turned = turned.into_iter().filter(|(_, is)| *is);
                let turned = turned.map(|(words, _)| format!("[{words}]"));
                turned
                    .chain(reading::of_blocks(&self.section(item, 1)))
                    .collect()
            }
        };
        lines.join("\n")
    }

    /// The directorate's own colour, dark enough to be read.
    fn accent(&self) -> Option<Colour> {
        let accent = Accent::of(&self.book.directorate()?.accent)?;
        Some(Colour(accent.printed))
    }

    /// The contents, unless there is nothing to find in them. A decision report has none: it is read
    /// from its cover on (R4).
    fn contents(&self) -> Option<Contents> {
        if self.is_decision() {
            return None;
        }
        let headed = |item: &&OutlineItem<'_>| !item.section.heading.is_empty();
        (self.outline.items().iter().filter(headed).count() > 1).then(|| Contents {
            place: None,
            title: self.word("paper-contents"),
            depth: CONTENTS_DEPTH,
        })
    }

    /// One part for each section at the top, with the sections inside it; a section whose pages are
    /// turned otherwise than those before it begins a part of its own.
    fn sections(&self) -> Vec<tree::Section> {
        let mut parts: Vec<tree::Section> = Vec::new();
        // The levels of the headings above the current one: a level is never skipped.
        let mut levels: Vec<u8> = Vec::new();
        // Which of the sections above the current one lie on their side: those inside go with them.
        let mut turned: Vec<bool> = Vec::new();
        for (at, item) in self.outline.items().iter().enumerate() {
            if item.section.kind == SectionKind::Cover && item.depth == 0 {
                continue;
            }
            levels.truncate(item.depth);
            let above = levels.last().copied().unwrap_or(0);
            let level = if item.section.heading.is_empty() {
                above
            } else {
                above + 1
            };
            levels.resize(item.depth + 1, level);
            turned.truncate(item.depth);
            let landscape = match item.section.orientation {
                Some(orientation) => orientation == Orientation::Landscape,
                None => turned.last().copied().unwrap_or(false),
            };
            turned.resize(item.depth + 1, landscape);
            let landscape = landscape || self.leads_in(at);
            let blocks = self.section(item, level);
            match parts.last_mut() {
                Some(part) if item.depth > 0 && part.landscape == landscape => {
                    if item.section.new_page.0 {
                        part.blocks.push(BlockKind::PageBreak.into());
                    }
                    part.blocks.extend(blocks);
                }
                _ => parts.push(tree::Section {
                    place: Some(place_of(item.section)),
                    new_page: item.section.new_page.0,
                    landscape,
                    blocks,
                }),
            }
        }
        parts
    }

    /// Whether a section is a heading and a few words before a section whose pages lie on their side:
    /// they stand on the first of them rather than on a page of their own.
    fn leads_in(&self, at: usize) -> bool {
        let items = self.outline.items();
        let (Some(item), Some(next)) = (items.get(at), items.get(at + 1)) else {
            return false;
        };
        let own = item.section;
        let words = |text: &str| Prose::parse(text).word_count();
        next.parent == Some(at)
            && own.kind == SectionKind::Narrative
            && words(&own.text) + words(&own.comments) <= LEAD_IN
            && next.section.orientation == Some(Orientation::Landscape)
            && !next.section.new_page.0
    }

    fn section(&self, item: &OutlineItem<'_>, level: u8) -> Vec<Block> {
        let section = item.section;
        let place = place_of(section);
        let mut blocks = Vec::new();
        if !section.heading.is_empty() {
            let heading = tree::Heading {
                level,
                number: item.number.clone(),
                text: section.heading.to_string(),
                anchor: Some(place.clone()),
            };
            blocks.push(Block::from(BlockKind::Heading(heading)).at(place));
        }
        let mut text = self.opening(section);
        text.extend(self.narrative(&section.text, level, &item.paragraphs));
        if states_none(self.book, section) {
            text.push(self.none(item.paragraphs.last()));
        }
        if self.ends_with_text(section) {
            self.sign(section, &mut text);
        }
        blocks.extend(text);
        blocks.extend(match section.kind {
            SectionKind::Cover
            | SectionKind::Narrative
            | SectionKind::Recommendations
            | SectionKind::BackgroundPapers => Vec::new(),
            SectionKind::Implication => self.clearance(section),
            SectionKind::ActionPlan => self.action_plan(section, level),
            SectionKind::RiskRegister => self.risk_register(section, level),
            SectionKind::Summary => self.summary(section),
            SectionKind::Restatements => self.restatements(section),
            SectionKind::Headlines => self.headlines(section),
            SectionKind::Cards => self.cards(section, level),
            SectionKind::MeasureTable => self.measure_table(section, level),
            SectionKind::Milestones => self.milestones(section, level),
            SectionKind::Statement | SectionKind::Schedule => self.statement(section),
            SectionKind::SymbolKey => self.symbol_key(section),
            SectionKind::PeopleKey => self.people_key(),
        });
        let mut comments = self.narrative(&section.comments, level, &[]);
        if !self.ends_with_text(section) {
            self.sign(section, &mut comments);
        }
        blocks.extend(comments);
        blocks
    }

    /// What the paper itself says before a section's words.
    fn opening(&self, section: &Section) -> Vec<Block> {
        match section.kind {
            SectionKind::BackgroundPapers => vec![self.law()],
            _ => Vec::new(),
        }
    }

    /// Whether the lead's initials belong after the text rather than after the comments.
    fn ends_with_text(&self, section: &Section) -> bool {
        section.kind == SectionKind::Narrative && section.comments.is_empty()
    }

    fn headlines(&self, section: &Section) -> Vec<Block> {
        let headlines: Vec<Headline> = self
            .book
            .headlines
            .under(&section.id)
            .map(|headline| Headline {
                place: Some(Place::row(Entity::Headline, headline.id.row()).to_string()),
                mark: self.headline_mark(headline.mark),
                text: vec![Inline::text(headline.text.as_str())],
            })
            .collect();
        if headlines.is_empty() {
            return Vec::new();
        }
        vec![BlockKind::Headlines(headlines).into()]
    }

    /// Whether paragraphs of the paper carry numbers.
    fn numbers_paragraphs(&self) -> bool {
        matches!(
            self.report.numbering,
            Numbering::Paragraphs | Numbering::Run
        )
    }
}

/// How many words may stand over a table that lies on its side without pushing it off its page.
const LEAD_IN: usize = 60;

/// The name by which the preview finds a section.
fn place_of(section: &Section) -> String {
    Place::row(Entity::Section, section.id.row()).to_string()
}
