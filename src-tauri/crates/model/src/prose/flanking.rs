//! Sees to it that every mark that is written is read as one.
//!
//! Markdown reads `*` or `_` as a mark only if the characters beside it allow it (CommonMark's
//! "flanking"). A neighbour that does not allow it is written as a numeric entity, which begins and
//! ends with punctuation.

use super::mark::Mark;
use super::sentence::{Form, Piece, before};

/// Emphasis that touches another mark is written with `_`: a run of stars could be cut in more than
/// one way.
pub(super) fn choose_delimiters(pieces: &mut [Piece]) {
    let is_delimiter = |piece: Option<&Piece>| matches!(piece, Some(Piece::Delimiter { .. }));
    let mut opened = 0;
    for position in 0..pieces.len() {
        let Piece::Delimiter {
            mark: Mark::Emphasis,
            opens,
            ..
        } = pieces[position]
        else {
            continue;
        };
        if opens {
            opened = position;
            continue;
        }
        let touches = [opened, position]
            .iter()
            .any(|&end| is_delimiter(before(pieces, end)) || is_delimiter(pieces.get(end + 1)));
        if touches {
            for end in [opened, position] {
                if let Piece::Delimiter { text, .. } = &mut pieces[end] {
                    *text = "_";
                }
            }
        }
    }
}

/// What a character counts as beside a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Punctuation,
    Letter,
    /// Treated as the worse of letter and punctuation.
    Unknown,
}

/// Writes the character outside a mark as an entity where the mark would otherwise not be read. An
/// entity may ask for the next one, so openers are weighed from the right and closers from the left.
pub(super) fn encode_neighbours(pieces: &mut [Piece]) {
    for position in (0..pieces.len()).rev() {
        if let Piece::Delimiter {
            opens: true, text, ..
        } = pieces[position]
        {
            let inside = first_class(pieces.get(position + 1));
            let outside = last_class(before(pieces, position));
            if position > 0 && !is_read(text, inside, outside) {
                pieces[position - 1].write_as(Form::Entity);
            }
        }
    }
    for position in 0..pieces.len() {
        if let Piece::Delimiter {
            opens: false, text, ..
        } = pieces[position]
        {
            let inside = last_class(before(pieces, position));
            let outside = first_class(pieces.get(position + 1));
            if !is_read(text, inside, outside)
                && let Some(after) = pieces.get_mut(position + 1)
            {
                after.write_as(Form::Entity);
            }
        }
    }
}

fn is_read(text: &str, inside: Class, outside: Class) -> bool {
    matches!(outside, Class::Space | Class::Punctuation) || (text != "_" && inside == Class::Letter)
}

fn first_class(piece: Option<&Piece>) -> Class {
    match piece {
        None => Class::Space,
        // Before its line end a break is a backslash.
        Some(Piece::Break) => Class::Punctuation,
        piece => last_class(piece),
    }
}

fn last_class(piece: Option<&Piece>) -> Class {
    match piece {
        Some(Piece::Character {
            character,
            form: Form::Plain,
        }) => class(*character),
        None | Some(Piece::Break) => Class::Space,
        // Delimiters, brackets, and the `&` and `;` of an entity.
        Some(_) => Class::Punctuation,
    }
}

/// Whether a piece is a letter or digit that is written as such.
pub(super) fn is_letter(piece: Option<&Piece>) -> bool {
    last_class(piece) == Class::Letter
}

fn class(character: char) -> Class {
    if character.is_whitespace() {
        Class::Space
    } else if character.is_ascii_punctuation() || "“”‘’–—…£€•·§°±×÷".contains(character)
    {
        Class::Punctuation
    // These are alphabetic to Unicode and symbols too.
    } else if character.is_alphanumeric()
        && !matches!(character, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}')
    {
        Class::Letter
    } else {
        Class::Unknown
    }
}
