//! Reads Markdown into prose, and keeps as text whatever is outside the closed set.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, RefDefs, Tag, TagEnd,
};

use super::footnotes::{Definition, Footnotes};
use super::normal::aside;
use super::{Block, Inline, Prose};

pub(super) fn parse(markdown: &str) -> Prose {
    let source = clean_source(markdown);
    let mut reader = Reader::new(&source);
    let mut events = Parser::new_ext(&source, Options::ENABLE_FOOTNOTES).into_offset_iter();
    for (event, range) in events.by_ref() {
        reader.read(event, range);
    }
    reader.end_paragraph();
    reader.keep_unused_addresses(events.reference_definitions());
    reader.finish().normalised()
}

/// Line ends as the parser counts them, and no NUL or byte order mark, which it would treat apart.
fn clean_source(markdown: &str) -> String {
    markdown
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace(['\0', '\u{feff}'], "")
}

/// What has been read so far. Containers are a stack of its own, so that no depth of nesting in a
/// hostile text can exhaust the thread's.
struct Reader<'a> {
    source: &'a str,
    containers: Vec<Container>,
    lists: Vec<OpenList>,
    /// How many of `lists` are kept.
    depth: usize,
    /// The line being read.
    inlines: Vec<Inline>,
    strong: usize,
    emphasis: usize,
    /// The links and images being read.
    links: Vec<OpenLink>,
    footnotes: Vec<Definition>,
    /// The labels through which links found their address elsewhere in the text.
    labels: Vec<String>,
}

struct OpenLink {
    /// Where its words begin in the line.
    from: usize,
    address: String,
    title: String,
}

enum OpenList {
    /// It has a container of its own.
    Kept,
    /// The closed set cannot hold it, because it stands too deep or starts at another number than 1.
    /// Its items' blocks go where it stands, behind the next item's number if it has numbers.
    Unrolled(Option<u64>),
}

enum Container {
    Root(Vec<Block>),
    List {
        ordered: bool,
        items: Vec<Vec<Block>>,
    },
    Item(Vec<Block>),
    Footnote {
        label: String,
        blocks: Vec<Block>,
    },
}

impl<'a> Reader<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source,
            containers: vec![Container::Root(Vec::new())],
            lists: Vec::new(),
            depth: 0,
            inlines: Vec::new(),
            strong: 0,
            emphasis: 0,
            links: Vec::new(),
            footnotes: Vec::new(),
            labels: Vec::new(),
        }
    }

    fn read(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) | Event::Html(text) => self.push_lines(&text),
            Event::InlineHtml(text) => self.push_text(&text),
            Event::Code(text) => self.push_text(&format!("`{text}`")),
            Event::FootnoteReference(label) => {
                // Resolved at the end, when all definitions are known.
                let label = Inline::text(label.into_string());
                self.inlines.push(Inline::Footnote(vec![label]));
            }
            // A table is text here; one row a line keeps it readable.
            Event::SoftBreak
                if self.source[range.end..]
                    .trim_start_matches(' ')
                    .starts_with('|') =>
            {
                self.inlines.push(Inline::Break);
            }
            Event::SoftBreak => self.push_text(" "),
            Event::HardBreak => self.inlines.push(Inline::Break),
            Event::Rule => {
                self.push_text(self.source[range].trim());
                self.end_paragraph();
            }
            // Kinds that the parser gives only when it is asked for their extensions.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push_text(&text),
            Event::TaskListMarker(_) => self.push_text(&self.source[range]),
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }
            | Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            } => {
                self.labels.push(id.into_string());
                self.links.push(OpenLink {
                    from: self.inlines.len(),
                    address: mail_address(link_type, dest_url),
                    title: title.into_string(),
                });
            }
            Tag::List(start) => {
                self.end_paragraph();
                self.open_list(start);
            }
            Tag::Item => self.open_item(),
            // In an item the number it was typed with may stand before it.
            Tag::Paragraph => {}
            Tag::FootnoteDefinition(label) => {
                self.end_paragraph();
                self.containers.push(Container::Footnote {
                    label: label.into_string(),
                    blocks: Vec::new(),
                });
            }
            Tag::CodeBlock(kind) => {
                self.end_paragraph();
                if let CodeBlockKind::Fenced(language) = kind
                    && !language.is_empty()
                {
                    self.push_text(&language);
                    self.inlines.push(Inline::Break);
                }
            }
            _ => self.end_paragraph(),
        }
    }

    fn open_list(&mut self, start: Option<u64>) {
        if self.depth < Prose::LIST_DEPTH && start.is_none_or(|start| start == 1) {
            self.depth += 1;
            self.lists.push(OpenList::Kept);
            self.containers.push(Container::List {
                ordered: start.is_some(),
                items: Vec::new(),
            });
        } else {
            self.lists.push(OpenList::Unrolled(start));
        }
    }

    fn open_item(&mut self) {
        match self.lists.last_mut() {
            Some(OpenList::Unrolled(Some(number))) => {
                let label = format!("{number}. ");
                *number += 1;
                self.push_text(&label);
            }
            Some(OpenList::Unrolled(None)) => {}
            Some(OpenList::Kept) | None => self.containers.push(Container::Item(Vec::new())),
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong -= 1,
            TagEnd::Emphasis => self.emphasis -= 1,
            TagEnd::Link => self.close_link(true),
            TagEnd::Image => self.close_link(false),
            TagEnd::Heading(level) => {
                let level = match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                };
                let inlines = std::mem::take(&mut self.inlines);
                self.push_block(Block::Heading { level, inlines });
            }
            TagEnd::Item => {
                self.end_paragraph();
                if let Some(OpenList::Kept) = self.lists.last() {
                    self.close_container();
                }
            }
            TagEnd::List(_) => {
                if let Some(OpenList::Kept) = self.lists.pop() {
                    self.depth -= 1;
                    self.close_container();
                }
            }
            TagEnd::FootnoteDefinition => {
                self.end_paragraph();
                self.close_container();
            }
            _ => self.end_paragraph(),
        }
    }

    fn close_link(&mut self, is_link: bool) {
        let Some(link) = self.links.pop() else {
            return;
        };
        if is_link {
            let inlines = self.inlines.split_off(link.from);
            let url = link.address;
            self.inlines.push(Inline::Link { inlines, url });
        } else {
            self.inlines.extend(aside(&link.address));
        }
        self.inlines.extend(aside(&link.title));
    }

    fn close_container(&mut self) {
        match self.containers.pop() {
            Some(Container::List { ordered, items }) => {
                self.push_block(Block::List { ordered, items });
            }
            Some(Container::Item(blocks)) => {
                if let Some(Container::List { items, .. }) = self.containers.last_mut() {
                    items.push(blocks);
                }
            }
            Some(Container::Footnote { label, blocks }) => {
                self.footnotes.push(Definition { label, blocks });
            }
            Some(Container::Root(_)) | None => {}
        }
    }

    fn end_paragraph(&mut self) {
        if !self.inlines.is_empty() {
            let inlines = std::mem::take(&mut self.inlines);
            self.push_block(Block::Paragraph(inlines));
        }
    }

    fn push_block(&mut self, block: Block) {
        match self.containers.last_mut() {
            Some(Container::Root(blocks) | Container::Item(blocks))
            | Some(Container::Footnote { blocks, .. }) => blocks.push(block),
            Some(Container::List { items, .. }) => items.push(vec![block]),
            None => {}
        }
    }

    /// Text that may hold line ends, which only code and HTML do; they stand as they were typed.
    fn push_lines(&mut self, text: &str) {
        for (position, line) in text.split('\n').enumerate() {
            if position > 0 {
                self.inlines.push(Inline::Break);
            }
            self.push_text(line);
        }
    }

    fn push_text(&mut self, text: &str) {
        self.inlines
            .push(Inline::marked(text, self.strong > 0, self.emphasis > 0));
    }

    /// An address that is set down for links and that no link uses is text like any other.
    fn keep_unused_addresses(&mut self, definitions: &RefDefs<'_>) {
        let used: HashSet<_> = (self.labels.iter())
            .filter_map(|label| definitions.get(label))
            .map(|definition| definition.span.start)
            .collect();
        let mut unused: Vec<_> = definitions
            .iter()
            .map(|(_, definition)| definition.span.clone())
            .filter(|span| !used.contains(&span.start))
            .collect();
        unused.sort_by_key(|span| span.start);
        for span in unused {
            self.push_lines(self.source[span].trim());
            self.end_paragraph();
        }
    }

    fn finish(mut self) -> Prose {
        let Some(Container::Root(mut blocks)) = self.containers.pop() else {
            return Prose::default();
        };
        let mut footnotes = Footnotes::new(self.footnotes);
        footnotes.place(&mut blocks);
        blocks.extend(footnotes.unused());
        Prose { blocks }
    }
}

/// The parser leaves the scheme out of `<someone@example.org>`.
fn mail_address(link_type: LinkType, url: CowStr<'_>) -> String {
    if link_type == LinkType::Email && !url.starts_with("mailto:") {
        format!("mailto:{url}")
    } else {
        url.into_string()
    }
}
