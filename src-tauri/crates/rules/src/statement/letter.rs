//! Letters of lines, and references to them.

/// The letter of a line, counted from 0: A to Z, then AA, AB and on (R1, main variances).
pub fn letter(number: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = number + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + u8::try_from(rest % 26).unwrap_or_default());
        rest /= 26;
    }
    letters.iter().rev().map(|byte| char::from(*byte)).collect()
}

/// The number of a line with a letter, counted from 0; nothing for what is no letter of a line.
fn number(letters: &str) -> Option<usize> {
    let known = (1..=3).contains(&letters.len());
    let capitals = known && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    capitals.then(|| {
        let fold = |sum: usize, byte: u8| sum * 26 + usize::from(byte - b'A') + 1;
        letters.bytes().fold(0, fold) - 1
    })
}

/// The letters that a reference names, such as “A, C–E”; nothing for references that name no
/// letters, such as “2.11”. A run the wrong way round names its two ends.
pub fn letters(reference: &str) -> Vec<String> {
    let mut named = Vec::new();
    for part in reference.split([',', ';', '&', '/']) {
        for part in part.split(" and ") {
            let mut ends = part.split(['-', '–', '—']).map(|end| number(end.trim()));
            match (ends.next().flatten(), ends.next(), ends.next()) {
                (Some(one), None, _) => named.push(letter(one)),
                (Some(from), Some(Some(to)), None) if from <= to && to - from <= 100 => {
                    named.extend((from..=to).map(letter));
                }
                (Some(from), Some(Some(to)), None) => named.extend([from, to].map(letter)),
                _ => {}
            }
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_run_from_a_to_z_and_on() {
        for (place, expected) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (701, "ZZ"),
            (702, "AAA"),
        ] {
            assert_eq!(letter(place), expected);
            assert_eq!(number(expected), Some(place));
        }
    }

    #[test]
    fn references_name_letters() {
        for (text, expected) in [
            ("A", "A"),
            ("A, C–E", "A C D E"),
            ("B and D; F-G", "B D F G"),
            ("2.11", ""),
            ("see above", ""),
            ("E-C", "E C"),
            ("", ""),
        ] {
            assert_eq!(letters(text).join(" "), expected, "{text}");
        }
    }
}
