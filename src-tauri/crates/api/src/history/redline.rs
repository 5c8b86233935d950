//! Two texts as one: the words that stayed, went and came.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::wire::{Done, PieceView};

/// How many words around a change are shown.
const AROUND: usize = 12;

/// How many words went and came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counts {
    /// Words that went.
    pub removed: usize,
    /// Words that came.
    pub added: usize,
}

/// The words of two texts in one, in reading order.
pub(super) fn redline(before: &str, after: &str) -> Vec<PieceView> {
    let (old, new) = (tokens(before), tokens(after));
    let mut pieces: Vec<PieceView> = Vec::new();
    let mut held = Held::default();
    for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
        match op {
            DiffOp::Equal { old_index, len, .. } => {
                let kept = old[old_index..old_index + len].concat();
                // A space alone between two changes makes them one, which reads better.
                if kept.trim().is_empty() && !kept.contains('\n') && !held.is_empty() {
                    held.removed.push_str(&kept);
                    held.added.push_str(&kept);
                } else {
                    held.put(&mut pieces);
                    push(&mut pieces, Done::Kept, kept);
                }
            }
            DiffOp::Delete {
                old_index, old_len, ..
            } => held
                .removed
                .push_str(&old[old_index..old_index + old_len].concat()),
            DiffOp::Insert {
                new_index, new_len, ..
            } => held
                .added
                .push_str(&new[new_index..new_index + new_len].concat()),
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => {
                held.removed
                    .push_str(&old[old_index..old_index + old_len].concat());
                held.added
                    .push_str(&new[new_index..new_index + new_len].concat());
            }
        }
    }
    held.put(&mut pieces);
    pieces
}

/// How many words went and came between two texts.
pub(super) fn counts(pieces: &[PieceView]) -> Counts {
    let of = |done: Done| {
        let pieces = pieces.iter().filter(|piece| piece.done == done);
        pieces.map(|piece| count(&piece.text)).sum()
    };
    Counts {
        removed: of(Done::Removed),
        added: of(Done::Added),
    }
}

/// How many words a text has.
pub(super) fn count(text: &str) -> usize {
    let words = text.split_whitespace();
    words
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// How alike two texts are, from nil to a thousand.
pub(super) fn likeness(a: &str, b: &str) -> usize {
    let (old, new) = (tokens(a), tokens(b));
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let kept: usize = ops
        .iter()
        .map(|op| match op {
            DiffOp::Equal { len, .. } => *len,
            _ => 0,
        })
        .sum();
    (2000 * kept)
        .checked_div(old.len() + new.len())
        .unwrap_or(1000)
}

/// The same pieces with long stretches that stayed cut to the words around each change.
pub(super) fn shortened(pieces: Vec<PieceView>) -> Vec<PieceView> {
    let last = pieces.len().saturating_sub(1);
    pieces
        .into_iter()
        .enumerate()
        .map(|(at, mut piece)| {
            if piece.done == Done::Kept {
                piece.text = cut(&piece.text, at > 0, at < last);
            }
            piece
        })
        .collect()
}

/// A stretch that stayed, without its middle; also without its beginning or end, where no change is.
fn cut(text: &str, after_change: bool, before_change: bool) -> String {
    let starts: Vec<usize> = words_at(text);
    let shown = AROUND * (usize::from(after_change) + usize::from(before_change));
    if starts.len() <= shown + AROUND / 2 {
        return text.to_owned();
    }
    let head = match after_change {
        true => text[..starts[AROUND]].trim_end(),
        false => "",
    };
    let tail = match before_change {
        true => &text[starts[starts.len() - AROUND]..],
        false => "",
    };
    format!("{head} … {tail}")
}

/// Where words begin.
fn words_at(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut in_word = false;
    for (at, letter) in text.char_indices() {
        let is_word = !letter.is_whitespace();
        if is_word && !in_word {
            starts.push(at);
        }
        in_word = is_word;
    }
    starts
}

/// What went and came since the last words that stayed.
#[derive(Default)]
struct Held {
    removed: String,
    added: String,
}

impl Held {
    fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.added.is_empty()
    }

    fn put(&mut self, pieces: &mut Vec<PieceView>) {
        let (removed, added) = (
            std::mem::take(&mut self.removed),
            std::mem::take(&mut self.added),
        );
        if removed == added {
            push(pieces, Done::Kept, removed);
            return;
        }
        // A space at the end of both stays.
        let shared = removed.ends_with(' ') && added.ends_with(' ');
        push(pieces, Done::Removed, removed);
        push(pieces, Done::Added, added);
        if shared {
            for piece in pieces.iter_mut().rev().take(2) {
                piece.text.pop();
            }
            pieces.retain(|piece| !piece.text.is_empty());
            push(pieces, Done::Kept, " ".to_owned());
        }
    }
}

fn push(pieces: &mut Vec<PieceView>, done: Done, text: String) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.done == done => last.text.push_str(&text),
        _ => pieces.push(PieceView { text, done }),
    }
}

/// A text in words, gaps and single marks.
fn tokens(text: &str) -> Vec<&str> {
    let class = |letter: char| match letter {
        _ if letter.is_alphanumeric() => 0,
        '\'' | '’' | '-' | '‑' => 0,
        '\n' => 1,
        _ if letter.is_whitespace() => 2,
        _ => 3,
    };
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, letter) in text.char_indices() {
        let class = class(letter);
        // A point within a figure, as in 66.7 or 1,234, belongs to it.
        let within = class == 3
            && last == Some(0)
            && matches!(letter, '.' | ',')
            && text[at + 1..].starts_with(|next: char| next.is_ascii_digit())
            && text[..at].ends_with(|before: char| before.is_ascii_digit());
        let class = if within { 0 } else { class };
        if last.is_some_and(|last| last != class || class == 3) {
            tokens.push(&text[start..at]);
            start = at;
        }
        last = Some(class);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, after: &str) -> String {
        let pieces = redline(before, after);
        let shown = pieces.iter().map(|piece| match piece.done {
            Done::Kept | Done::Moved => piece.text.clone(),
            Done::Removed => format!("[-{}-]", piece.text),
            Done::Added => format!("[+{}+]", piece.text),
        });
        shown.collect()
    }

    #[test]
    fn words_that_went_and_came_stand_in_their_places() {
        for (before, after, expected) in [
            (
                "The rate rose.",
                "The rate fell.",
                "The rate [-rose-][+fell+].",
            ),
            ("", "New.", "[+New.+]"),
            ("Old.", "", "[-Old.-]"),
            ("Same.", "Same.", "Same."),
            (
                "It was 66.7 then",
                "It was 66.8 then",
                "It was [-66.7-][+66.8+] then",
            ),
            (
                "the black cat sat",
                "the white dog sat",
                "the [-black cat-][+white dog+] sat",
            ),
            ("One.\nTwo.", "One.\nTwo.\nThree.", "One.\nTwo.[+\nThree.+]"),
            ("children’s", "children's", "[-children’s-][+children's+]"),
        ] {
            assert_eq!(shown(before, after), expected, "{before} → {after}");
        }
    }

    #[test]
    fn what_is_left_and_what_is_new_make_up_the_two_texts() {
        for (before, after) in [
            ("a b c d", "a c b d"),
            (
                "All of it went away, twice.",
                "None of it came, once or twice",
            ),
            ("x\n\ny", "y\nx"),
        ] {
            let pieces = redline(before, after);
            let side = |left_out: Done| {
                let pieces = pieces.iter().filter(|piece| piece.done != left_out);
                pieces.map(|piece| piece.text.as_str()).collect::<String>()
            };
            assert_eq!(
                (side(Done::Added).as_str(), side(Done::Removed).as_str()),
                (before, after)
            );
        }
    }

    #[test]
    fn only_words_around_a_change_are_shown() {
        let long = "word ".repeat(60);
        let pieces = shortened(redline(
            &format!("{long}old {long}"),
            &format!("{long}new {long}"),
        ));
        let text: Vec<_> = pieces.iter().map(|piece| count(&piece.text)).collect();
        assert_eq!(text, [12, 1, 1, 12]);
        assert!(pieces[0].text.trim_start().starts_with('…'));
        assert_eq!(
            counts(&pieces),
            Counts {
                removed: 1,
                added: 1
            }
        );
    }

    #[test]
    fn likeness_is_a_share_of_words() {
        assert_eq!(likeness("a b c", "a b c"), 1000);
        assert!(likeness("The rate rose in May", "The rate fell in May") > 600);
        assert!(likeness("The rate rose", "Nobody came") < 500);
    }
}
