//! Writes the inlines of one block as Markdown: words, marks, links and references to footnotes.

use super::Inline;
use super::escape::escape;
use super::flanking::{choose_delimiters, encode_neighbours};
use super::mark::{Mark, Marks, Nesting};

/// What stands before a run of inlines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// At the beginning of a block, where a `#` or `1.` would be read as a marker.
    Block,
    /// Behind a heading's marker.
    Heading,
    /// In the square brackets of a link.
    Link,
}

/// Writes `inlines`, which are normalised, and adds the footnotes they refer to. Lines after the
/// first begin with `indent`.
pub(super) fn write<'a>(
    inlines: &'a [Inline],
    start: Start,
    indent: &str,
    footnotes: &mut Vec<&'a [Inline]>,
) -> String {
    let mut pieces = pieces(inlines, footnotes);
    choose_delimiters(&mut pieces);
    encode_neighbours(&mut pieces);
    escape(&mut pieces, start);
    spell(&pieces, indent)
}

/// The smallest part of a line that is written as one.
pub(super) enum Piece {
    Character {
        character: char,
        form: Form,
    },
    Delimiter {
        mark: Mark,
        opens: bool,
        text: &'static str,
    },
    /// A link, written out.
    Link(String),
    /// A reference to the footnote of this number.
    Reference(usize),
    Break,
}

/// How a character is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    /// With a backslash before it.
    Escaped,
    /// As a numeric entity.
    Entity,
}

impl Piece {
    pub(super) fn character(&self) -> Option<char> {
        match self {
            Self::Character { character, .. } => Some(*character),
            _ => None,
        }
    }

    /// Writes a character in another form, unless it already has one.
    pub(super) fn write_as(&mut self, wanted: Form) {
        if let Self::Character { form, .. } = self
            && *form == Form::Plain
        {
            *form = wanted;
        }
    }
}

/// The piece before a position.
pub(super) fn before(pieces: &[Piece], position: usize) -> Option<&Piece> {
    pieces.get(position.checked_sub(1)?)
}

fn pieces<'a>(inlines: &'a [Inline], footnotes: &mut Vec<&'a [Inline]>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut nesting = Nesting::default();
    for (position, inline) in inlines.iter().enumerate() {
        let closed = nesting.close(marks(inline));
        pieces.extend(closed.into_iter().map(|mark| delimiter(mark, false)));
        let opened = nesting.open(inlines[position..].iter().map(marks));
        pieces.extend(opened.into_iter().map(|mark| delimiter(mark, true)));
        match inline {
            Inline::Text { text, .. } => {
                pieces.extend(text.chars().map(|character| Piece::Character {
                    character,
                    form: Form::Plain,
                }));
            }
            Inline::Link { inlines, url } => pieces.push(Piece::Link(link(inlines, url))),
            Inline::Footnote(words) => {
                footnotes.push(words);
                pieces.push(Piece::Reference(footnotes.len()));
            }
            Inline::Break => pieces.push(Piece::Break),
        }
    }
    let closed = nesting.close(Marks::default());
    pieces.extend(closed.into_iter().map(|mark| delimiter(mark, false)));
    pieces
}

fn marks(inline: &Inline) -> Marks {
    match *inline {
        Inline::Text {
            strong, emphasis, ..
        } => Marks { strong, emphasis },
        _ => Marks::default(),
    }
}

fn delimiter(mark: Mark, opens: bool) -> Piece {
    let text = match mark {
        Mark::Strong => "**",
        Mark::Emphasis => "*",
    };
    Piece::Delimiter { mark, opens, text }
}

fn link(inlines: &[Inline], url: &str) -> String {
    if let [
        Inline::Text {
            text,
            strong: false,
            emphasis: false,
        },
    ] = inlines
        && text == url
        && !url.starts_with('#')
        && !url.contains('&')
    {
        return format!("<{url}>");
    }
    let words = write(inlines, Start::Link, "", &mut Vec::new());
    format!("[{words}]({})", address(url))
}

/// An address between a link's round brackets.
fn address(url: &str) -> String {
    let keeps_brackets = has_simple_brackets(url);
    let mut out = String::new();
    for (position, character) in url.char_indices() {
        let rest = &url[position + character.len_utf8()..];
        let is_entity = character == '&'
            && rest
                .trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#')
                .starts_with(';');
        if is_entity || (matches!(character, '(' | ')') && !keeps_brackets) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// Whether round brackets come in pairs, one within another at most.
fn has_simple_brackets(url: &str) -> bool {
    let mut depth = 0;
    for character in url.chars() {
        depth += match character {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if !(0..=2).contains(&depth) {
            return false;
        }
    }
    depth == 0
}

fn spell(pieces: &[Piece], indent: &str) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Character { character, form } => match form {
                Form::Plain => out.push(*character),
                Form::Escaped => out.extend(['\\', *character]),
                Form::Entity => out.push_str(&format!("&#{};", u32::from(*character))),
            },
            Piece::Delimiter { text, .. } => out.push_str(text),
            Piece::Link(text) => out.push_str(text),
            Piece::Reference(number) => out.push_str(&format!("[^{number}]")),
            Piece::Break => {
                out.push_str("\\\n");
                out.push_str(indent);
            }
        }
    }
    out
}
