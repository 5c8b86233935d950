//! The outline of a report: its sections in reading order, with their depth and number.

use std::collections::{HashMap, HashSet};

use outturn_model::prose::{Block, Prose};
use outturn_model::report::{Numbering, Report};
use outturn_model::section::{Section, SectionKind};
use outturn_model::{Book, Id, Message, RowId};

/// A report's sections in reading order. Every walk over a report is a walk over this.
#[derive(Debug, Clone)]
pub struct Outline<'a> {
    items: Vec<OutlineItem<'a>>,
    by_section: HashMap<&'a RowId, usize>,
    by_number: HashMap<String, usize>,
}

/// A section in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineItem<'a> {
    /// The section.
    pub section: &'a Section,
    /// How many sections it stands in; 0 at the top.
    pub depth: usize,
    /// Where in [`Outline::items`] the section it stands in is.
    pub parent: Option<usize>,
    /// Its number, such as `2.12`. A cover, a section marked unnumbered, the sections inside such a
    /// one, and every section of a report that does not number its sections have none.
    pub number: Option<String>,
    /// Where it has no number: how it is told from others of its heading.
    pub above: Option<Above<'a>>,
    /// The numbers of the paragraphs of its text, in order; empty where paragraphs have none. A
    /// paragraph in a list is not numbered.
    pub paragraphs: Vec<String>,
    /// Whether it, or a section it stands in, is kept out of the paper.
    pub hidden: bool,
}

/// What stands above a section without a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Above<'a> {
    /// The nearest section it stands in that has a number.
    pub numbered: &'a Section,
    /// That section's number.
    pub number: String,
    /// The nearest section with a heading between the two, if there is one.
    pub between: Option<&'a Section>,
}

impl<'a> Outline<'a> {
    /// The outline of a report.
    ///
    /// Where paragraphs are numbered within sections, a section's own paragraphs come first and the
    /// sections inside it count on from them, so that no number stands twice. A section that cannot
    /// be reached from the top, because the sections it stands in go round in a circle, comes last,
    /// at the top: nothing that was written is left out. What is hidden, and what stands in it, is no
    /// part of the paper and is left out.
    pub fn of(book: &'a Book, report: &Report) -> Self {
        Self::walked(book, report, false)
    }

    /// The outline with what is hidden in its place. Hidden sections have no numbers and take none
    /// from those after them, so that the others are numbered as in the paper.
    pub fn with_hidden(book: &'a Book, report: &Report) -> Self {
        Self::walked(book, report, true)
    }

    fn walked(book: &'a Book, report: &Report, with_hidden: bool) -> Self {
        let mut walk = Walk::new(book, report.numbering, with_hidden);
        let sections: Vec<&Section> = book.sections.under(&report.id).collect();
        let ids: HashSet<&RowId> = sections.iter().map(|section| section.id.row()).collect();
        let mut inside: HashMap<Option<&RowId>, Vec<&Section>> = HashMap::new();
        for section in &sections {
            let parent = section.parent.as_ref().map(Id::row);
            let parent = parent.filter(|parent| ids.contains(*parent));
            inside.entry(parent).or_default().push(section);
        }
        for top in inside.get(&None).into_iter().flatten() {
            walk.down(top, &inside);
        }
        for section in sections {
            walk.down(section, &inside);
        }
        walk.outline
    }

    /// Its sections in reading order.
    pub fn items(&self) -> &[OutlineItem<'a>] {
        &self.items
    }

    /// A section in its place.
    pub fn item(&self, section: &Id<Section>) -> Option<&OutlineItem<'a>> {
        self.by_section
            .get(section.row())
            .map(|index| &self.items[*index])
    }

    /// A section and all that stands in it, in reading order.
    pub fn within(&self, section: &Id<Section>) -> &[OutlineItem<'a>] {
        let Some(&from) = self.by_section.get(section.row()) else {
            return &[];
        };
        let depth = self.items[from].depth;
        let inside = self.items[from + 1..]
            .iter()
            .take_while(|item| item.depth > depth);
        &self.items[from..=from + inside.count()]
    }

    /// The section that a reference such as `2.12`, `8.0` or, where paragraphs are numbered,
    /// `2.12.3` leads to.
    pub fn numbered(&self, reference: &str) -> Option<&OutlineItem<'a>> {
        let plain = reference.trim().trim_end_matches('.');
        let plain = plain.strip_suffix(".0").unwrap_or(plain);
        self.by_number.get(plain).map(|index| &self.items[*index])
    }
}

impl<'a> OutlineItem<'a> {
    /// What the section is called in a sentence that may stand far from it: its number and heading,
    /// as far as it has them. One without a number is told from others of its heading by the
    /// numbered section it stands in, and by the nearest heading between: “6 Performance overview,
    /// Integrated commissioning, Key milestones” (R3, which has four of these).
    pub fn title(&self) -> Message {
        let Some(above) = &self.above else {
            return self.own_title();
        };
        let numbered = title_of(Some(&above.number), above.numbered);
        let within = |above: Message, title: Message| {
            Message::new("section-title-within")
                .with("above", above)
                .with("title", title)
        };
        let above = match above.between {
            Some(between) => within(numbered, title_of(None, between)),
            None => numbered,
        };
        within(above, self.own_title())
    }

    /// What the section is called where the section it stands in is in sight.
    pub fn own_title(&self) -> Message {
        title_of(self.number.as_deref(), self.section)
    }

    /// What it is to a section without a number that stands in it; nothing where neither it nor a
    /// section above it has a number.
    fn stands_above(&self) -> Option<Above<'a>> {
        if let Some(number) = &self.number {
            return Some(Above {
                numbered: self.section,
                number: number.clone(),
                between: None,
            });
        }
        let above = self.above.as_ref()?;
        let headed = (!self.section.heading.trim().is_empty()).then_some(self.section);
        Some(Above {
            between: headed.or(above.between),
            ..above.clone()
        })
    }
}

fn title_of(number: Option<&str>, section: &Section) -> Message {
    match (number, section.heading.trim()) {
        (Some(number), "") => Message::new("section-title-number").with("number", number),
        (Some(number), heading) => Message::new("section-title")
            .with("number", number)
            .with("heading", heading),
        (None, "") => Message::new("section-title-kind").with(
            "kind",
            Message::new(match section.kind {
                SectionKind::Cover => "section-kind-cover",
                SectionKind::Narrative => "section-kind-narrative",
                SectionKind::Headlines => "section-kind-headlines",
                SectionKind::Cards => "section-kind-cards",
                SectionKind::MeasureTable => "section-kind-measure-table",
                SectionKind::Milestones => "section-kind-milestones",
                SectionKind::Statement => "section-kind-statement",
                SectionKind::Schedule => "section-kind-schedule",
                SectionKind::ActionPlan => "section-kind-action-plan",
                SectionKind::RiskRegister => "section-kind-risk-register",
                SectionKind::Summary => "section-kind-summary",
                SectionKind::Recommendations => "section-kind-recommendations",
                SectionKind::Implication => "section-kind-implication",
                SectionKind::BackgroundPapers => "section-kind-background-papers",
                SectionKind::Restatements => "section-kind-restatements",
                SectionKind::SymbolKey => "section-kind-symbol-key",
                SectionKind::PeopleKey => "section-kind-people-key",
            }),
        ),
        (None, heading) => Message::new("section-title-heading").with("heading", heading),
    }
}

/// Whether a section says that there is nothing to say, and nothing is said in it: the paper then
/// prints “None.”
pub fn states_none(book: &Book, section: &Section) -> bool {
    let has_words = !section.text.trim().is_empty() || !section.comments.trim().is_empty();
    section.none_stated.0 && !has_words && crate::completeness::rows(book, section) == 0
}

/// The walk that makes an outline. It keeps a stack of its own, so that no depth of sections can
/// exhaust the thread's.
struct Walk<'a> {
    book: &'a Book,
    numbering: Numbering,
    with_hidden: bool,
    outline: Outline<'a>,
    /// The last number given at the top, and inside each section so far.
    last_at_top: u32,
    last_inside: Vec<u32>,
    /// What was left out with a hidden section.
    left_out: HashSet<&'a RowId>,
    /// The last number of the run of paragraphs.
    last_in_run: u32,
}

impl<'a> Walk<'a> {
    fn new(book: &'a Book, numbering: Numbering, with_hidden: bool) -> Self {
        Self {
            book,
            numbering,
            with_hidden,
            left_out: HashSet::new(),
            outline: Outline {
                items: Vec::new(),
                by_section: HashMap::new(),
                by_number: HashMap::new(),
            },
            last_at_top: 0,
            last_inside: Vec::new(),
            last_in_run: 0,
        }
    }

    /// Takes a section and all that stands in it, unless it was taken before.
    fn down(&mut self, top: &'a Section, inside: &HashMap<Option<&'a RowId>, Vec<&'a Section>>) {
        let mut waiting = vec![(top, None, false)];
        while let Some((section, parent, in_hidden)) = waiting.pop() {
            let id = section.id.row();
            if self.outline.by_section.contains_key(id) || self.left_out.contains(id) {
                continue;
            }
            let hidden = in_hidden || section.hidden.0;
            let index = if hidden && !self.with_hidden {
                self.left_out.insert(id);
                None
            } else {
                Some(self.take(section, parent, hidden))
            };
            let children = inside.get(&Some(id)).into_iter().flatten();
            waiting.extend(children.rev().map(|child| (*child, index, hidden)));
        }
    }

    fn take(&mut self, section: &'a Section, parent: Option<usize>, hidden: bool) -> usize {
        let index = self.outline.items.len();
        let (number, paragraphs) = if hidden {
            (None, Vec::new())
        } else {
            let number = self.number(section, parent);
            let paragraphs = self.paragraphs(section, number.as_deref());
            (number, paragraphs)
        };
        let inside = match self.numbering {
            Numbering::Paragraphs => u32::try_from(paragraphs.len()).unwrap_or(u32::MAX),
            _ => 0,
        };
        self.last_inside.push(inside);
        self.outline.by_section.insert(section.id.row(), index);
        for number in number.iter().chain(&paragraphs) {
            self.outline.by_number.insert(number.clone(), index);
        }
        let above = parent.filter(|_| number.is_none());
        let above = above.and_then(|parent| self.outline.items[parent].stands_above());
        let depth = parent.map_or(0, |parent| self.outline.items[parent].depth + 1);
        self.outline.items.push(OutlineItem {
            section,
            depth,
            parent,
            number,
            above,
            paragraphs,
            hidden,
        });
        index
    }

    fn number(&mut self, section: &Section, parent: Option<usize>) -> Option<String> {
        let numbers_sections =
            matches!(self.numbering, Numbering::Sections | Numbering::Paragraphs);
        if !numbers_sections || section.unnumbered.0 || section.kind == SectionKind::Cover {
            return None;
        }
        match parent {
            None => {
                self.last_at_top += 1;
                Some(self.last_at_top.to_string())
            }
            Some(parent) => {
                let above = self.outline.items[parent].number.as_ref()?;
                let last = &mut self.last_inside[parent];
                *last = last.saturating_add(1);
                Some(format!("{above}.{last}"))
            }
        }
    }

    fn paragraphs(&mut self, section: &Section, number: Option<&str>) -> Vec<String> {
        let count = || {
            let blocks = Prose::parse(&section.text).blocks;
            let paragraphs = blocks
                .iter()
                .filter(|block| matches!(block, Block::Paragraph(_)));
            // “None” is a paragraph too.
            paragraphs.count() + usize::from(states_none(self.book, section))
        };
        let count = count();
        match (self.numbering, number) {
            (Numbering::Paragraphs, Some(number)) => {
                (1..=count).map(|n| format!("{number}.{n}")).collect()
            }
            (Numbering::Run, _) if section.kind != SectionKind::Cover => (0..count)
                .map(|_| {
                    self.last_in_run += 1;
                    self.last_in_run.to_string()
                })
                .collect(),
            _ => Vec::new(),
        }
    }
}
