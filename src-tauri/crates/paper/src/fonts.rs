//! The typeface of every paper, embedded, and what it can print.

use std::borrow::Cow;
use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariant, FontVariations};

/// The family's name, as window and paper ask for it.
pub const FAMILY: &str = "Source Sans 3";

static FACES: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&'static [u8]; 4] = [
        include_bytes!("../fonts/SourceSans3-Regular.ttf"),
        include_bytes!("../fonts/SourceSans3-SemiBold.ttf"),
        include_bytes!("../fonts/SourceSans3-Italic.ttf"),
        include_bytes!("../fonts/SourceSans3-SemiBoldItalic.ttf"),
    ];
    files
        .into_iter()
        .filter_map(|file| Font::new(Bytes::new(file), 0))
        .collect()
});

/// The faces with their measures, which no size changes.
static MEASURED: LazyLock<Vec<FontInstance>> = LazyLock::new(|| {
    let measured = |face: &Font| {
        face.clone().instantiate(
            FontVariant::default(),
            Abs::pt(10.0),
            &FontVariations::default(),
        )
    };
    faces().iter().map(measured).collect()
});

/// Regular, semi-bold, italic and semi-bold italic.
pub(crate) fn faces() -> &'static [Font] {
    &FACES
}

/// How wide a line of text is, in the unit of `size`.
pub(crate) fn width(text: &str, size: f64, strong: bool) -> f64 {
    let Some(face) = MEASURED.get(usize::from(strong)) else {
        return 0.0;
    };
    let ems: f64 = text
        .chars()
        .filter_map(|c| face.ttf().glyph_index(c))
        .filter_map(|glyph| face.x_advance(glyph.0))
        .map(|advance| advance.get())
        .sum();
    ems * size
}

/// Text as a paper prints it: line ends kept, tabs as spaces, characters that nobody could see
/// taken out, and characters that the typeface lacks as their code, such as `[U+1F600]`.
///
/// Marks that turn the direction of text round are taken out too, so that words cannot be made to
/// read differently from what is stored.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text
        .bytes()
        .all(|b| b == b'\n' || (b' '..=b'~').contains(&b))
    {
        return Cow::Borrowed(text);
    }
    let mut printed = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' => printed.push('\n'),
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    printed.push('\n');
                }
            }
            '\t' => printed.push(' '),
            c if c.is_control() || is_unseen(c) => {}
            c if covers(c) => printed.push(c),
            c => printed.push_str(&format!("[U+{:04X}]", u32::from(c))),
        }
    }
    Cow::Owned(printed)
}

/// The characters of a text that a paper can only print as their codes, each once, in order.
pub fn unprintable(text: &str) -> Vec<char> {
    let mut missing = Vec::new();
    for c in text.chars() {
        let seen = !c.is_control() && !is_unseen(c) && !matches!(c, '\u{2028}' | '\u{2029}');
        if seen && !covers(c) && !missing.contains(&c) {
            missing.push(c);
        }
    }
    missing
}

/// Joiners, direction marks, variation selectors and the like.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E01EF}')
}

/// Whether the typeface has the character. Private-use characters have no meaning that a reader
/// or PDF/A-2a accepts, so they do not count.
fn covers(c: char) -> bool {
    let private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
    !private
        && MEASURED
            .iter()
            .all(|face| face.ttf().glyph_index(c).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_read() {
        assert_eq!(faces().len(), 4);
        for face in faces() {
            assert_eq!(face.info().family.as_str(), FAMILY);
        }
    }

    #[test]
    fn text_is_made_printable() {
        for (text, printed) in [
            (
                "plain #text $x$ *y* _z_ <b> @ref\nnext",
                "plain #text $x$ *y* _z_ <b> @ref\nnext",
            ),
            ("a\u{202E}b\u{7}c\u{200F}d", "abcd"),
            ("a\r\nb\rc\td", "a\nb\nc d"),
            ("Llŷn £12½ ≥ ▲ ✓", "Llŷn £12½ ≥ ▲ ✓"),
            ("ok 😀\u{E000}", "ok [U+1F600][U+E000]"),
        ] {
            assert_eq!(printable(text), printed, "{text:?}");
        }
        assert_eq!(unprintable("ok 😀 中 😀\u{202E}"), ['😀', '中']);
    }

    #[test]
    fn widths_add_up() {
        let digits = width("0123456789", 10.0, false);
        assert!(
            (digits - 10.0 * width("0", 10.0, false)).abs() < 1e-9,
            "figures are tabular"
        );
        assert!(width("wide", 10.0, true) > width("wide", 10.0, false));
    }
}
