//! Brings prose to its one normal form.

use super::mark::{Marks, Nesting};
use super::{Block, Inline, Prose};

pub(super) fn normalise(prose: Prose) -> Prose {
    Prose {
        blocks: normal_blocks(prose.blocks, 0),
    }
}

/// The words that keep an address or a title visible where it cannot be a link's: itself in
/// brackets, or none for none.
pub(super) fn aside(words: &str) -> Option<Inline> {
    (!words.is_empty()).then(|| Inline::text(format!(" ({words})")))
}

/// `depth` is the number of lists that these blocks stand in.
fn normal_blocks(blocks: Vec<Block>, depth: usize) -> Vec<Block> {
    let mut normal = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => {
                let inlines = normal_inlines(inlines, Setting::Paragraph);
                if !inlines.is_empty() {
                    normal.push(Block::Paragraph(inlines));
                }
            }
            Block::Heading { level, inlines } => {
                let inlines = normal_inlines(inlines, Setting::OneLine);
                if !inlines.is_empty() {
                    let level = level.clamp(1, 3);
                    normal.push(Block::Heading { level, inlines });
                }
            }
            Block::List { ordered, items } if depth == Prose::LIST_DEPTH => {
                normal.append(&mut normal_blocks(unroll(ordered, items), depth));
            }
            Block::List { ordered, items } => {
                let items: Vec<_> = items
                    .into_iter()
                    .map(|item| normal_blocks(item, depth + 1))
                    .filter(|item| !item.is_empty())
                    .collect();
                if !items.is_empty() {
                    normal.push(Block::List { ordered, items });
                }
            }
        }
    }
    normal
}

/// Turns a list that stands too deep into its items' blocks. Its numbers are kept as text at the
/// heads of the items.
fn unroll(ordered: bool, items: Vec<Vec<Block>>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (number, mut item) in (1..).zip(items) {
        if ordered {
            match item.first_mut() {
                Some(Block::Paragraph(inlines)) => {
                    inlines.insert(0, Inline::text(format!("{number}. ")));
                }
                _ => item.insert(
                    0,
                    Block::Paragraph(vec![Inline::text(format!("{number}."))]),
                ),
            }
        }
        blocks.append(&mut item);
    }
    blocks
}

/// Where a run of inlines stands, and so what it may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Setting {
    /// Everything.
    Paragraph,
    /// A heading: no line breaks.
    OneLine,
    /// A footnote: no line breaks and no footnotes.
    Footnote,
    /// A link's visible words: text only. Footnotes are put behind the link.
    Link,
}

/// Inlines taken apart so that spaces and marks can be weighed character by character.
enum Atom {
    Glyph(char, Marks),
    Whole(Inline),
    Break,
}

fn normal_inlines(inlines: Vec<Inline>, setting: Setting) -> Vec<Inline> {
    let mut atoms = Vec::new();
    push_atoms(inlines, setting, &mut atoms, &mut Vec::new());
    settle_spaces(&mut atoms);
    join(atoms)
}

fn push_atoms(
    inlines: Vec<Inline>,
    setting: Setting,
    atoms: &mut Vec<Atom>,
    footnotes: &mut Vec<Atom>,
) {
    for inline in inlines {
        match inline {
            Inline::Text {
                text,
                strong,
                emphasis,
            } => push_glyphs(&text, Marks { strong, emphasis }, atoms),
            Inline::Break if setting == Setting::Paragraph => atoms.push(Atom::Break),
            Inline::Break => push_glyphs(" ", Marks::default(), atoms),
            Inline::Link { inlines, .. } if setting == Setting::Link => {
                push_atoms(inlines, setting, atoms, footnotes);
            }
            Inline::Link { inlines, url } => push_link(inlines, &url, setting, atoms),
            Inline::Footnote(inlines) if setting == Setting::Footnote => {
                push_glyphs(" (", Marks::default(), atoms);
                push_atoms(inlines, setting, atoms, footnotes);
                push_glyphs(")", Marks::default(), atoms);
            }
            Inline::Footnote(inlines) => {
                let inlines = normal_inlines(inlines, Setting::Footnote);
                if !inlines.is_empty() {
                    let footnote = Atom::Whole(Inline::Footnote(inlines));
                    match setting {
                        Setting::Link => footnotes.push(footnote),
                        _ => atoms.push(footnote),
                    }
                }
            }
        }
    }
}

fn push_glyphs(text: &str, marks: Marks, atoms: &mut Vec<Atom>) {
    let readable = |&character: &char| is_line_end(character) || is_readable(character);
    let readable = text.chars().filter(readable);
    atoms.extend(readable.map(|character| Atom::Glyph(character, marks)));
}

fn push_link(inlines: Vec<Inline>, url: &str, setting: Setting, atoms: &mut Vec<Atom>) {
    let mut words = Vec::new();
    let mut footnotes = Vec::new();
    push_atoms(inlines, Setting::Link, &mut words, &mut footnotes);
    let is_space =
        |atom: &Atom| matches!(atom, Atom::Glyph(character, _) if character.is_whitespace());
    let Some(first) = words.iter().position(|atom| !is_space(atom)) else {
        // A link without words shows its address.
        words.clear();
        push_glyphs(&clean_url(url), Marks::default(), &mut words);
        if !words.is_empty() {
            push_whole_link(words, url, atoms);
        }
        atoms.append(&mut within(footnotes, setting));
        return;
    };
    let last = words
        .iter()
        .rposition(|atom| !is_space(atom))
        .unwrap_or(first);
    let after = words.split_off(last + 1);
    let visible = words.split_off(first);
    atoms.append(&mut words);
    push_whole_link(visible, url, atoms);
    atoms.append(&mut within(footnotes, setting));
    atoms.extend(after);
}

/// Footnotes that stood in a link in a footnote are bracketed words, as any footnote there.
fn within(footnotes: Vec<Atom>, setting: Setting) -> Vec<Atom> {
    if setting != Setting::Footnote {
        return footnotes;
    }
    let mut atoms = Vec::new();
    for footnote in footnotes {
        if let Atom::Whole(inline) = footnote {
            push_atoms(vec![inline], setting, &mut atoms, &mut Vec::new());
        }
    }
    atoms
}

/// `words` begin and end with a character that is no space.
fn push_whole_link(mut words: Vec<Atom>, url: &str, atoms: &mut Vec<Atom>) {
    let url = clean_url(url);
    if is_allowed(&url) {
        // In Markdown a link right behind a footnote's reference would swallow the reference.
        if let Some(Atom::Whole(Inline::Footnote(_))) = atoms.last() {
            push_glyphs(" ", Marks::default(), atoms);
        }
        settle_spaces(&mut words);
        let inlines = join(words);
        atoms.push(Atom::Whole(Inline::Link { inlines, url }));
        return;
    }
    let shown: String = words
        .iter()
        .filter_map(|atom| match atom {
            Atom::Glyph(character, _) => Some(*character),
            _ => None,
        })
        .collect();
    atoms.extend(words);
    if shown != url {
        push_atoms(
            aside(&url).into_iter().collect(),
            Setting::Link,
            atoms,
            &mut Vec::new(),
        );
    }
}

/// An address without control characters, and with everything that could end it in Markdown
/// percent-encoded.
fn clean_url(url: &str) -> String {
    let mut clean = String::new();
    for character in url.trim().chars() {
        if matches!(character, '<' | '>' | '"' | '\\' | '`')
            || (character.is_whitespace() && !is_line_end(character) && character != '\t')
        {
            let mut buffer = [0; 4];
            for byte in character.encode_utf8(&mut buffer).bytes() {
                clean.push_str(&format!("%{byte:02X}"));
            }
        } else if !character.is_whitespace() && is_readable(character) {
            clean.push(character);
        }
    }
    clean
}

fn is_allowed(url: &str) -> bool {
    ["http://", "https://", "mailto:", "#"].iter().any(|start| {
        match url.split_at_checked(start.len()) {
            Some((head, rest)) => head.eq_ignore_ascii_case(start) && !rest.is_empty(),
            None => false,
        }
    })
}

fn settle_spaces(atoms: &mut Vec<Atom>) {
    *atoms = trim_spaces(std::mem::take(atoms));
    mark_spaces(atoms);
}

/// Drops spaces and line breaks at the edges and spaces beside line breaks, and makes one space of
/// spaces that hold a line end. The spaces that stay carry no mark.
fn trim_spaces(atoms: Vec<Atom>) -> Vec<Atom> {
    let mut trimmed: Vec<Atom> = Vec::new();
    let mut spaces: Vec<char> = Vec::new();
    let mut breaks = 0;
    for atom in atoms {
        match atom {
            Atom::Glyph(character, _) if character.is_whitespace() => {
                if breaks == 0 && !trimmed.is_empty() {
                    spaces.push(if character == '\t' { ' ' } else { character });
                }
            }
            Atom::Break => {
                spaces.clear();
                if !trimmed.is_empty() {
                    breaks += 1;
                }
            }
            Atom::Glyph(..) | Atom::Whole(_) => {
                trimmed.extend((0..breaks).map(|_| Atom::Break));
                breaks = 0;
                if spaces.iter().any(|&space| is_line_end(space)) {
                    spaces = vec![' '];
                }
                let spaces = spaces.drain(..);
                trimmed.extend(spaces.map(|space| Atom::Glyph(space, Marks::default())));
                trimmed.push(atom);
            }
        }
    }
    trimmed
}

/// Gives every space the marks that stay open from the word before it to the word behind it.
fn mark_spaces(atoms: &mut [Atom]) {
    let mut nesting = Nesting::default();
    let mut word_end = 0;
    for position in 0..atoms.len() {
        match atoms[position] {
            Atom::Glyph(character, _) if character.is_whitespace() => continue,
            Atom::Glyph(_, wanted) => {
                nesting.close(wanted);
                for space in &mut atoms[word_end..position] {
                    if let Atom::Glyph(_, marks) = space {
                        *marks = nesting.marks();
                    }
                }
                nesting.open(atoms[position..].iter().filter_map(word_marks));
            }
            Atom::Whole(_) | Atom::Break => {
                nesting.close(Marks::default());
            }
        }
        word_end = position + 1;
    }
}

/// The marks of an atom that is no space; anything but a character carries none.
fn word_marks(atom: &Atom) -> Option<Marks> {
    match atom {
        Atom::Glyph(character, _) if character.is_whitespace() => None,
        Atom::Glyph(_, marks) => Some(*marks),
        Atom::Whole(_) | Atom::Break => Some(Marks::default()),
    }
}

fn join(atoms: Vec<Atom>) -> Vec<Inline> {
    let mut inlines: Vec<Inline> = Vec::new();
    let mut text_marks = None;
    for atom in atoms {
        match (atom, inlines.last_mut()) {
            (Atom::Glyph(character, marks), Some(Inline::Text { text, .. }))
                if text_marks == Some(marks) =>
            {
                text.push(character);
            }
            (Atom::Glyph(character, marks), _) => {
                text_marks = Some(marks);
                inlines.push(Inline::marked(character, marks.strong, marks.emphasis));
            }
            (Atom::Whole(inline), _) => inlines.push(inline),
            (Atom::Break, _) => inlines.push(Inline::Break),
        }
    }
    inlines
}

fn is_line_end(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// False for characters that no output can show: controls, non-characters and the byte order mark.
fn is_readable(character: char) -> bool {
    character == '\t'
        || !(character.is_control()
            || matches!(character, '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
            || character as u32 & 0xfffe == 0xfffe)
}
