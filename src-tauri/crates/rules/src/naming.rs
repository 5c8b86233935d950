//! Names of reporting periods in people's words: “Quarter 2”, “Q2 2013-14”, “September 2013”.

use std::ops::Range;

use chrono::Datelike;
use outturn_model::Period;
use outturn_model::period::Part;

/// The words of a text that name a period, each as it is written and in order.
///
/// A quarter or a half without a year is taken for the period's own; a month is one of those that
/// the period covers, with its year and the day before it (R3: “Quarter 2”, “30 September 2013”). A
/// year by itself names a year's period only, because every quarter of it speaks of its year.
pub fn naming(text: &str, period: Period) -> Vec<&str> {
    let mentions = mentions(text);
    let named = mentions.iter().filter(|mention| mention.names(period));
    named.map(|mention| &text[mention.range.clone()]).collect()
}

/// A text in which the words that are exactly the name of one period name another in the same way:
/// “Quarter 4 2013-14” becomes “Quarter 1 2014-15”. A year that stands by itself moves on where the
/// year does.
pub fn renamed(text: &str, from: Period, to: Period) -> String {
    let turns = from.whole_year() != to.whole_year();
    let mut pieces: Vec<(Range<usize>, String)> = Vec::new();
    for mention in mentions(text) {
        let own = mention.part == from.part() && mention.names(from);
        let year = mention.part == Part::Year && mention.year == Some(from.first_calendar_year());
        if own || (year && turns) {
            pieces.extend(mention.pieces(text, to));
        }
    }
    let mut renamed = text.to_owned();
    for (range, words) in pieces.into_iter().rev() {
        renamed.replace_range(range, &words);
    }
    renamed
}

/// Words that name a period.
struct Mention {
    range: Range<usize>,
    part: Part,
    /// The year it belongs to, where it says one.
    year: Option<i32>,
    /// Where the number of the part, or the month, is written.
    number: Option<Range<usize>>,
    /// Where the years are written: of a year that runs over two, both.
    years: Vec<Range<usize>>,
}

impl Mention {
    fn names(&self, period: Period) -> bool {
        let years = self
            .year
            .is_none_or(|year| year == period.first_calendar_year());
        match (self.part, period.part()) {
            (Part::Month(month), part) if !matches!(part, Part::Year) => {
                years && {
                    let named = Period::year(period.first_calendar_year());
                    let named = named.in_same_year(Part::Month(month));
                    named.is_some_and(|named| {
                        named.first_day() >= period.first_day()
                            && named.last_day() <= period.last_day()
                    })
                }
            }
            (part, own) => part == own && years,
        }
    }

    /// What is to stand where its number and its years do, for another period of its kind.
    fn pieces(&self, text: &str, to: Period) -> Vec<(Range<usize>, String)> {
        let number = match to.part() {
            Part::Month(_) => 0,
            Part::Quarter(n) | Part::Half(n) => usize::from(n),
            Part::Year => 0,
        };
        let month = to.first_day().month0() as usize;
        let mut pieces = Vec::new();
        if let (Some(range), true) = (&self.number, self.part != Part::Year) {
            let written = &text[range.clone()];
            let like = |names: &[&str]| {
                let at = names
                    .iter()
                    .position(|name| name.eq_ignore_ascii_case(written));
                at.is_some()
            };
            let words = if matches!(self.part, Part::Month(_)) {
                let names = if like(MONTHS) { MONTHS } else { SHORT_MONTHS };
                names.get(month).copied().map(str::to_owned)
            } else {
                let lists = [CARDINALS, ORDINALS, NUMBERED];
                let list = lists.into_iter().find(|names| like(names));
                match list {
                    Some(names) => number
                        .checked_sub(1)
                        .and_then(|at| names.get(at))
                        .map(|name| cased(name, written)),
                    None => Some(number.to_string()),
                }
            };
            pieces.extend(words.map(|words| (range.clone(), words)));
        }
        let first = match self.part {
            Part::Month(_) => to.first_day().year(),
            _ => to.first_calendar_year(),
        };
        for (year, range) in (first..).zip(&self.years) {
            let words = match range.len() {
                2 => format!("{:02}", year.rem_euclid(100)),
                _ => year.to_string(),
            };
            pieces.push((range.clone(), words));
        }
        pieces.sort_by_key(|(range, _)| range.start);
        pieces
    }
}

/// A word with the capital that another begins with.
fn cased(word: &str, like: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if like.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => word.to_owned(),
    }
}

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_MONTHS: &[&str] = &[
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const CARDINALS: &[&str] = &["one", "two", "three", "four"];
const ORDINALS: &[&str] = &["first", "second", "third", "fourth"];
const NUMBERED: &[&str] = &["1st", "2nd", "3rd", "4th"];

/// Every mention of a period in a text.
fn mentions(text: &str) -> Vec<Mention> {
    let tokens = tokens(text);
    let reader = Reader {
        text,
        tokens: &tokens,
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let read = reader
            .part(at)
            .or_else(|| reader.month(at))
            .or_else(|| reader.year(at));
        match read {
            Some((mention, next)) => {
                found.push(mention);
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// The runs of letters and digits of a text.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let end = at + letter.len_utf8();
        match tokens.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => tokens.push(at..end),
        }
    }
    tokens
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Range<usize>],
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |range| &self.text[range.clone()])
    }

    /// Whether nothing but these characters stands between a token and the next.
    fn joined(&self, at: usize, by: &str) -> bool {
        let ends = self.tokens.get(at).zip(self.tokens.get(at + 1));
        ends.is_some_and(|(a, b)| self.text[a.end..b.start].chars().all(|c| by.contains(c)))
    }

    /// “Quarter 2”, “Q2”, “second quarter”, “H1”, with the year that follows.
    fn part(&self, at: usize) -> Option<(Mention, usize)> {
        let word = self.word(at).to_lowercase();
        let next = self.word(at + 1);
        let beside = self.joined(at, " \u{a0}-");
        let own = self.tokens.get(at)?.clone();
        let (part, number, last) = match word.as_str() {
            "quarter" | "qtr" if beside => (
                quarter(cardinal(next)?)?,
                self.tokens.get(at + 1)?.clone(),
                at + 1,
            ),
            "half" if beside && next.len() == 1 => (
                half(cardinal(next)?)?,
                self.tokens.get(at + 1)?.clone(),
                at + 1,
            ),
            _ if beside && next.eq_ignore_ascii_case("quarter") => {
                (quarter(ordinal(&word)?)?, own.clone(), at + 1)
            }
            _ => {
                let mut letters = word.chars();
                let (letter, digit, rest) = (letters.next()?, letters.next()?, letters.next());
                let number = u8::try_from(digit.to_digit(10)?).ok()?;
                let part = match (letter, rest) {
                    ('q', None) => quarter(number)?,
                    ('h', None) => half(number)?,
                    _ => return None,
                };
                (part, own.start + 1..own.end, at)
            }
        };
        let year = self
            .joined(last, " \u{a0},(")
            .then(|| self.years(last + 1))
            .flatten();
        let end = year.as_ref().map_or(last, |(_, _, end)| *end);
        let mention = Mention {
            range: own.start..self.tokens[end].end,
            part,
            year: year.as_ref().map(|(year, ..)| *year),
            number: Some(number),
            years: year.map(|(_, years, _)| years).unwrap_or_default(),
        };
        Some((mention, end + 1))
    }

    /// “September 2013”, “30 September 2013”.
    fn month(&self, at: usize) -> Option<(Mention, usize)> {
        let day = self.word(at).trim_end_matches(char::is_alphabetic);
        let has_day = (1..=2).contains(&day.len())
            && day.bytes().all(|byte| byte.is_ascii_digit())
            && self.joined(at, " \u{a0}");
        let name = if has_day { at + 1 } else { at };
        let written = self.word(name);
        let month = [MONTHS, SHORT_MONTHS].into_iter().find_map(|names| {
            names
                .iter()
                .position(|month| month.eq_ignore_ascii_case(written))
        })?;
        let year = self.word(name + 1);
        if !self.joined(name, " \u{a0},") || year.len() != 4 {
            return None;
        }
        let calendar: i32 = year.parse().ok()?;
        // The year begins in April.
        let (number, first) = match month {
            0..=2 => (month + 10, calendar - 1),
            _ => (month - 2, calendar),
        };
        let mention = Mention {
            range: self.tokens[at].start..self.tokens[name + 1].end,
            part: Part::Month(u8::try_from(number).ok()?),
            year: Some(first),
            number: Some(self.tokens[name].clone()),
            years: vec![self.tokens[name + 1].clone()],
        };
        Some((mention, name + 2))
    }

    /// “2013/14” by itself.
    fn year(&self, at: usize) -> Option<(Mention, usize)> {
        let (year, years, last) = self.years(at).filter(|(_, years, _)| years.len() == 2)?;
        let mention = Mention {
            range: self.tokens[at].start..self.tokens[last].end,
            part: Part::Year,
            year: Some(year),
            number: None,
            years,
        };
        Some((mention, last + 1))
    }

    /// A year from this token on, such as “2013-14”, “13/14” or “2013”; where it is written, and its
    /// last token.
    fn years(&self, at: usize) -> Option<(i32, Vec<Range<usize>>, usize)> {
        let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let first = self.word(at);
        if !matches!(first.len(), 2 | 4) || !digits(first) {
            return None;
        }
        let short: i32 = first.parse().ok()?;
        let year = if first.len() == 4 {
            short
        } else {
            2000 + short
        };
        let second = self.word(at + 1);
        let follows = matches!(second.len(), 2 | 4)
            && digits(second)
            && self.joined(at, "/-–")
            && second
                .parse::<i32>()
                .ok()
                .is_some_and(|next| next % 100 == (year + 1) % 100);
        let own = self.tokens.get(at)?.clone();
        if follows {
            return Some((year, vec![own, self.tokens.get(at + 1)?.clone()], at + 1));
        }
        (first.len() == 4 && (1900..2200).contains(&year)).then(|| (year, vec![own], at))
    }
}

fn quarter(number: u8) -> Option<Part> {
    (1..=4).contains(&number).then_some(Part::Quarter(number))
}

fn half(number: u8) -> Option<Part> {
    (1..=2).contains(&number).then_some(Part::Half(number))
}

fn cardinal(word: &str) -> Option<u8> {
    place_in(CARDINALS, word).or_else(|| word.parse().ok())
}

fn ordinal(word: &str) -> Option<u8> {
    place_in(ORDINALS, word).or_else(|| place_in(NUMBERED, word))
}

fn place_in(names: &[&str], word: &str) -> Option<u8> {
    let at = names
        .iter()
        .position(|name| name.eq_ignore_ascii_case(word))?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_a_period_are_found_in_words() {
        let quarter = Period::quarter(2013, 2);
        let check = |text: &str, found: &[&str]| assert_eq!(naming(text, quarter), found, "{text}");
        check("As at the end of Quarter 2, all is well.", &["Quarter 2"]);
        check("Performance in Q2 2013-14 and Q3 2013-14", &["Q2 2013-14"]);
        check("Q2 2012-13 was worse than Q2 2013/14.", &["Q2 2013/14"]);
        check(
            "the second quarter of the year; quarter two",
            &["second quarter", "quarter two"],
        );
        check(
            "By 30 September 2013, not by October 2013",
            &["30 September 2013"],
        );
        check("In July 2013 and in July 2014", &["July 2013"]);
        check("Over 2013-14 as a whole", &[]);
        check("a quarter of 2 schools, May, Q22 and QR2", &[]);
        check("", &[]);
        check("Quarter", &[]);
        assert_eq!(
            naming("In 2013/14, as in 2012/13", Period::year(2013)),
            ["2013/14"]
        );
    }

    #[test]
    fn a_title_names_the_next_period_in_the_same_way() {
        let check = |text: &str, from: Period, expected: &str| {
            assert_eq!(renamed(text, from, from.next()), expected);
        };
        let (second, last) = (Period::quarter(2013, 2), Period::quarter(2013, 4));
        check(
            "Overview, Quarter 2 2013-14",
            second,
            "Overview, Quarter 3 2013-14",
        );
        check("Overview Q4 13/14", last, "Overview Q1 14/15");
        check(
            "Second quarter (2013–14)",
            second,
            "Third quarter (2013–14)",
        );
        check("2013/14 Quarter 4 report", last, "2014/15 Quarter 1 report");
        check(
            "Quarter 1 2013-14 and Quarter 2",
            second,
            "Quarter 1 2013-14 and Quarter 3",
        );
        check("Performance report", second, "Performance report");
        check(
            "Annual report 2013/2014",
            Period::year(2013),
            "Annual report 2014/2015",
        );
        if let Ok(december) = Period::parse("2013-14-m9") {
            check(
                "Dashboard, December 2013",
                december,
                "Dashboard, January 2014",
            );
        }
    }
}
