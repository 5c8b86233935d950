//! What checks read out of a narrative: the initials at its end, and references to other sections.

use std::collections::HashSet;

/// The initials in the brackets that end a text, such as “(AMc)” or “(TC/SN)”; empty where a text
/// does not end so, or where the brackets hold the abbreviation of the words before them, as in
/// “Public Sector Equality Duty (PSED)”.
pub(super) fn final_initials(text: &str) -> Vec<&str> {
    let end = without_footnotes(text).trim_end_matches('.');
    let Some((before, group)) = end.strip_suffix(')').and_then(|open| open.rsplit_once('(')) else {
        return Vec::new();
    };
    let initials: Vec<&str> = group
        .split(|c: char| c.is_whitespace() || "/,&+".contains(c))
        .filter(|piece| !piece.is_empty())
        .collect();
    if initials.iter().all(|piece| are_initials(piece)) && !abbreviates(group, before) {
        initials
    } else {
        Vec::new()
    }
}

/// The numbers by which a text refers to other sections: “see 2.1”, “outlined in 2.11 above”,
/// “referenced at 3.7 above.”, “section 2.4”, “Appendix (section 8)”.
///
/// A whole number counts only where the words leave no doubt, because papers also cite sections of
/// Acts: “section 47 enquiries” and “under section 20 of the Act” are none of ours.
pub(super) fn references(text: &str) -> Vec<&str> {
    let words: Vec<Word<'_>> = text.split_whitespace().map(Word::of).collect();
    (0..words.len())
        .filter(|at| refers(&words, *at))
        .map(|at| words[at].core)
        .collect()
}

/// The names in a line: words with a capital or a digit that do not begin a sentence, references to
/// sections left out. “SME competitiveness, to follow the ERDF 4.2 Programme (see 2.11)” has ERDF,
/// 4.2 and Programme.
pub(super) fn names(line: &str) -> HashSet<&str> {
    let raw: Vec<&str> = line.split_whitespace().collect();
    let words: Vec<Word<'_>> = raw.iter().map(|raw| Word::of(raw)).collect();
    let begins = |at: usize| at == 0 || raw[at - 1].ends_with(['.', '?', '!']);
    let tells = |c: char| c.is_uppercase() || c.is_ascii_digit();
    (0..words.len())
        .filter(|at| words[*at].core.contains(tells) && !begins(*at) && !refers(&words, *at))
        .map(|at| words[at].core)
        .collect()
}

/// The words of a text, without the punctuation around them.
pub(super) fn words(text: &str) -> HashSet<&str> {
    text.split_whitespace()
        .map(|raw| Word::of(raw).core)
        .collect()
}

/// The words of a text that were left to be filled in: “TBC”, “XX%”, “[insert figure]”, “lorem
/// ipsum”, “???”; each once, in order.
pub(super) fn placeholders(text: &str) -> Vec<&str> {
    const OPENINGS: &[&str] = &["[insert", "<insert", "lorem ipsum"];
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<(usize, &str)> = Vec::new();
    for opening in OPENINGS {
        found.extend(lower.match_indices(opening).map(|(at, _)| {
            let rest = &text[at..];
            let first_line = rest.lines().next().unwrap_or_default();
            let end = match opening.as_bytes()[0] {
                b'[' => first_line.find(']').map(|end| end + 1),
                b'<' => first_line.find('>').map(|end| end + 1),
                _ => Some(opening.len()),
            };
            (at, &rest[..end.unwrap_or(opening.len())])
        }));
    }
    let mut from = 0;
    for raw in text.split_whitespace() {
        let at = text[from..].find(raw).map_or(from, |at| from + at);
        from = at + raw.len();
        let inside = found
            .iter()
            .any(|(start, words)| (*start..start + words.len()).contains(&at));
        let core = if raw.contains("???") {
            raw
        } else {
            Word::of(raw).core
        };
        if !inside && is_placeholder(core) {
            found.push((at, core));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let mut said = HashSet::new();
    found
        .into_iter()
        .map(|(_, words)| words)
        .filter(|words| said.insert(words.to_lowercase()))
        .collect()
}

/// The figures of a line that have six digits or more before the point, as they are written:
/// “£486,444”, “1,250,318”. Without commas it takes a pound sign: other long runs of digits are
/// references and telephone numbers. A round figure, with fewer than four digits before its noughts,
/// is none of them: £250,000 and £350,000 are as like as they are different.
pub(super) fn large_figures(line: &str) -> impl Iterator<Item = &str> {
    const DIGITS: usize = 6;
    const TELLING: usize = 4;
    line.split_whitespace().filter_map(|raw| {
        let core = Word::of(raw).core;
        let number = core.strip_prefix('£').unwrap_or(core);
        let (whole, pence) = number.split_once('.').unwrap_or((number, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let mut groups = whole.split(',');
        let first = groups.next()?;
        let grouped = whole.contains(',')
            && (1..=3).contains(&first.len())
            && groups.all(|group| group.len() == 3);
        let plain = !whole.contains(',') && core.starts_with('£');
        let digits = whole.replace(',', "");
        let is_figure = (grouped || plain) && is_digits(&digits) && is_digits(pence);
        let telling = digits.trim_end_matches('0').len();
        (is_figure && digits.len() >= DIGITS && telling >= TELLING).then_some(core)
    })
}

/// A word that stands for one that is still to come.
fn is_placeholder(word: &str) -> bool {
    if word.eq_ignore_ascii_case("tbc") || word.eq_ignore_ascii_case("tba") {
        return true;
    }
    let money = word.strip_prefix('£');
    let unit = ["%", "k", "m"]
        .into_iter()
        .find_map(|unit| money.unwrap_or(word).strip_suffix(unit));
    let crosses = unit.unwrap_or(money.unwrap_or(word));
    let least = if money.is_some() || word.ends_with('%') {
        1
    } else {
        2
    };
    let all = |cross: char| crosses.chars().all(|c| c == cross || c == ',' || c == '.');
    let is_crossed =
        crosses.len() >= least && crosses.starts_with(['X', 'x']) && (all('X') || all('x'));
    is_crossed || word.contains("???")
}

/// A text without the footnotes at its end, which plain text puts in square brackets.
fn without_footnotes(text: &str) -> &str {
    let mut end = text.trim_end();
    while let Some((before, _)) = end.strip_suffix(']').and_then(|open| open.rsplit_once('[')) {
        end = before.trim_end();
    }
    end
}

/// Two to four letters, a capital first, and another capital.
fn are_initials(piece: &str) -> bool {
    let capitals = piece.chars().filter(|c| c.is_uppercase()).count();
    (2..=4).contains(&piece.chars().count())
        && piece.chars().all(char::is_alphabetic)
        && piece.starts_with(char::is_uppercase)
        && capitals >= 2
}

/// Whether the letters begin the words just before them, small words left out.
fn abbreviates(group: &str, before: &str) -> bool {
    const SMALL: &[&str] = &[
        "a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with",
    ];
    let letters = before
        .split_whitespace()
        .rev()
        .filter(|word| !SMALL.contains(&word.to_lowercase().as_str()))
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let mut letters = letters.flat_map(char::to_lowercase);
    group.chars().rev().all(|letter| {
        letters
            .next()
            .is_some_and(|first| letter.to_lowercase().eq([first]))
    })
}

/// A word of a text, and how it is set off from its neighbours.
struct Word<'a> {
    core: &'a str,
    /// A bracket opens before it.
    opens: bool,
    /// Punctuation follows it.
    closes: bool,
}

impl<'a> Word<'a> {
    fn of(raw: &'a str) -> Self {
        let inner = raw.trim_start_matches(['(', '[', '“', '‘', '"', '\'']);
        let core =
            inner.trim_end_matches(['.', ',', ';', ':', ')', ']', '”', '’', '"', '\'', '?', '!']);
        Self {
            core,
            opens: raw.starts_with(['(', '[']),
            closes: core.len() < inner.len(),
        }
    }

    fn is(&self, words: &[&str]) -> bool {
        words
            .iter()
            .any(|word| self.core.eq_ignore_ascii_case(word))
    }
}

fn refers(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    if !is_number(word.core) {
        return false;
    }
    let Some(before) = at
        .checked_sub(1)
        .map(|at| &words[at])
        .filter(|before| !before.closes)
    else {
        return false;
    };
    let after = words.get(at + 1).filter(|_| !word.closes);
    let ends = |word: Option<&Word<'_>>, next: usize| {
        word.is_none_or(|word| word.closes) || words.get(next).is_none()
    };
    let pointing = after.is_some_and(|after| after.is(&["above", "below"]));
    let of = after.is_some_and(|after| after.is(&["of"]));
    let of_this = of && words.get(at + 2).is_some_and(|word| word.is(&["this"]));
    let named = before.is(&[
        "section",
        "sections",
        "paragraph",
        "paragraphs",
        "para",
        "paras",
    ]);
    if word.core.contains('.') {
        let led = before.is(&["in", "under", "to", "with", "from"])
            || (before.is(&["at"]) && ends(after, at + 2));
        return before.is(&["see"]) || (named && (!of || of_this)) || (pointing && led);
    }
    let led = before.opens
        || at
            .checked_sub(2)
            .is_some_and(|at| words[at].is(&["see", "in", "at"]) && !words[at].closes);
    named && led && (after.is_none() || pointing || of_this)
}

/// One to four groups of up to three digits with points between, such as `8` or `2.12`.
fn is_number(text: &str) -> bool {
    let is_group = |group: &str| {
        (1..=3).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.split('.').count() <= 4 && text.split('.').all(is_group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_at_the_end_are_found() {
        for (text, expected) in [
            ("Work goes on. (TC)", &["TC"][..]),
            ("Work goes on (AMc).", &["AMc"]),
            ("One list item\nAnother (AM)", &["AM"]),
            ("Written together (TC/SN)", &["TC", "SN"]),
            ("Written together (TC & SN)", &["TC", "SN"]),
            ("Work goes on (WR) [A footnote (XY)]", &["WR"]),
            ("The duty (PSED) is met.", &[]),
            ("This meets the Public Sector Equality Duty (PSED)", &[]),
            (
                "Places for those not in education, employment or training (NEET)",
                &[],
            ),
            ("A rate (high)", &[]),
            ("A rate (A)", &[]),
            ("A rate (Beds)", &[]),
            ("A rate (2009)", &[]),
            ("A rate ()", &[]),
            ("", &[]),
        ] {
            assert_eq!(final_initials(text), expected, "{text:?}");
        }
    }

    #[test]
    fn words_left_to_be_filled_in_are_found() {
        for (text, expected) in [
            ("The figure is TBC.", &["TBC"][..]),
            ("(tbc) and tba", &["tbc", "tba"]),
            ("TBC and TBC again", &["TBC"]),
            (
                "It rose by XX% to £XXk, or £X,XXX",
                &["XX%", "£XXk", "£X,XXX"],
            ),
            ("X% of xx schools", &["X%", "xx"]),
            ("There were [insert figure] of them", &["[insert figure]"]),
            ("There were [Insert TBC", &["[Insert", "TBC"]),
            ("[insert the XX of it] here", &["[insert the XX of it]"]),
            ("Lorem ipsum dolor", &["Lorem ipsum"]),
            ("Why???", &["Why???"]),
            ("??? of schools", &["???"]),
            ("Is that so? Really?", &[]),
            ("X marks it, size XXL, vitamin x, max, tbcx, Xx", &[]),
            ("We insert a word [as a note]", &[]),
            ("", &[]),
        ] {
            assert_eq!(placeholders(text), expected, "{text:?}");
        }
    }

    #[test]
    fn large_figures_are_told_from_references() {
        for (text, expected) in [
            (
                "worth £486,444, and (1,250,318) of them.",
                &["£486,444", "1,250,318"][..],
            ),
            ("£486444 or £486,444.50", &["£486444", "£486,444.50"]),
            // Round figures.
            ("£250,000 of £1,250,000 and £300,000", &[]),
            ("reference 486444, telephone 01582 547547", &[]),
            ("on 31/12/2013, 48,644 and 4864,44", &[]),
            ("EEP486,444 or 486,444-486,446", &[]),
        ] {
            let found: Vec<_> = large_figures(text).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn names_are_told_from_the_words_around_them() {
        for (text, expected) in [
            (
                "SME competitiveness, to follow the ERDF 4.2 Programme (see 2.11)",
                &["4.2", "ERDF", "Programme"][..],
            ),
            ("It is over. The model is Westmere’s own.", &["Westmere’s"]),
            ("The programme is described at 3.7 above", &[]),
            ("", &[]),
        ] {
            let mut found: Vec<_> = names(text).into_iter().collect();
            found.sort_unstable();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn references_to_sections_are_told_from_figures_and_acts() {
        for (text, expected) in [
            ("part of the new framework (see 2.1) was", &["2.1"][..]),
            ("the programme (outlined in 2.11 above)", &["2.11"]),
            ("the model referenced at 3.7 above.", &["3.7"]),
            ("within the Appendix (section 8).", &["8"]),
            ("is set out in section 9 below", &["9"]),
            ("see section 12.", &["12"]),
            ("as section 2.4 says", &["2.4"]),
            ("paragraph 2.1.3 and Section 4.2", &["2.1.3", "4.2"]),
            ("stands at 3.7 above the national average", &[]),
            ("rose to 66.7 from 55.9 in the quarter", &[]),
            (
                "Section 17 support, section 47 enquiries, Section 106 money",
                &[],
            ),
            (
                "accommodated under section 20 of the Children Act 1989",
                &[],
            ),
            ("section 2.1 of the Act", &[]),
            ("see 1.4.2009, see 3.7%, see £2.1m", &[]),
            ("in 2009 above all", &[]),
            ("see 2..1 or see .5", &[]),
            ("8", &[]),
        ] {
            assert_eq!(references(text), expected, "{text:?}");
        }
    }
}
