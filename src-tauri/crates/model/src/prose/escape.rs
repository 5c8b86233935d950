//! Decides which characters need a backslash, or an entity, to be read as the text they are.

use super::flanking::is_letter;
use super::sentence::{Form, Piece, Start, before};

/// `start` says what stands before the first piece.
pub(super) fn escape(pieces: &mut [Piece], start: Start) {
    for position in 0..pieces.len() {
        if pieces[position].character() == Some('[') && follows_reference(pieces, position) {
            // The parser would take even an escaped bracket for a part of the reference.
            pieces[position].write_as(Form::Entity);
        } else if needs_escape(pieces, position, start) {
            pieces[position].write_as(Form::Escaped);
        }
    }
    match start {
        Start::Block => escape_block_markers(pieces),
        Start::Heading => {
            // A hash at the end would be taken for the heading's closing marker.
            if let Some(last) = pieces.last_mut()
                && last.character() == Some('#')
            {
                last.write_as(Form::Escaped);
            }
        }
        Start::Link => {}
    }
}

fn needs_escape(pieces: &[Piece], position: usize, start: Start) -> bool {
    let Some(this) = pieces[position].character() else {
        return false;
    };
    let before = before(pieces, position);
    let after = pieces.get(position + 1);
    let next = after.and_then(Piece::character);
    match this {
        '`' => true,
        '*' => !(is_space(before) && is_space(after)),
        '_' => !(is_letter(before) && is_letter(after)),
        '\\' => !(is_letter(after) || is_space(after)),
        '[' => start == Start::Link || next == Some('^'),
        ']' => {
            start == Start::Link
                || matches!(next, Some('(' | '[' | ':'))
                || matches!(after, Some(Piece::Link(_) | Piece::Reference(_)))
        }
        '(' => follows_reference(pieces, position),
        ':' => defines_footnote(pieces, position),
        '!' => matches!(after, Some(Piece::Link(_) | Piece::Reference(_))),
        '<' => next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
        '&' => begins_entity(&pieces[position + 1..]),
        _ => false,
    }
}

fn follows_reference(pieces: &[Piece], position: usize) -> bool {
    matches!(before(pieces, position), Some(Piece::Reference(_)))
}

/// Whether a colon stands behind a reference that begins a line.
fn defines_footnote(pieces: &[Piece], position: usize) -> bool {
    follows_reference(pieces, position)
        && matches!(before(pieces, position - 1), None | Some(Piece::Break))
}

/// Whether text behind an `&` would make an entity of it.
fn begins_entity(pieces: &[Piece]) -> bool {
    let name = pieces.iter().map_while(Piece::character);
    let mut name = name.skip_while(|&c| c.is_ascii_alphanumeric() || c == '#');
    name.next() == Some(';')
}

fn is_space(piece: Option<&Piece>) -> bool {
    let character = piece.and_then(Piece::character);
    character.is_some_and(char::is_whitespace)
}

fn escape_block_markers(pieces: &mut [Piece]) {
    for line in pieces.split_mut(|piece| matches!(piece, Piece::Break)) {
        if let Some(marker) = block_marker(line) {
            line[marker].write_as(Form::Escaped);
        }
    }
}

/// Where the character stands that makes this line begin a list, a heading, a quotation, a rule or
/// code.
fn block_marker(line: &[Piece]) -> Option<usize> {
    let text: Vec<char> = line.iter().map_while(Piece::character).collect();
    let is_whole_line = text.len() == line.len();
    let ends_marker = |at: usize| match text.get(at) {
        Some(&character) => character == ' ',
        None => is_whole_line,
    };
    let count = |wanted: char| text.iter().take_while(|&&c| c == wanted).count();
    let only = |wanted: char| is_whole_line && text.iter().all(|&c| c == wanted || c == ' ');
    let digits = text.iter().take_while(|c| c.is_ascii_digit()).count();
    match text.first()? {
        '#' => (count('#') <= 6 && ends_marker(count('#'))).then_some(0),
        '>' => Some(0),
        '+' | '*' => ends_marker(1).then_some(0),
        '-' => (ends_marker(1) || only('-')).then_some(0),
        '=' => only('=').then_some(0),
        '~' => (count('~') >= 3).then_some(0),
        '0'..='9' => {
            (digits <= 9 && matches!(text.get(digits), Some('.' | ')')) && ends_marker(digits + 1))
                .then_some(digits)
        }
        _ => None,
    }
}
