//! Figures: reading what a person types and printing what is stored.
//!
//! There is one reader and one formatter, so the same figure looks the same in a grid, a chart, a
//! table and a sentence.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::cell::{EntryProblem, MOST_DIGITS, choice, shortened};

choice! {
    /// What a figure counts.
    Unit {
        /// A number of things, a rate or a score.
        Number = "number",
        /// Per cent.
        Percent = "percent",
        /// Pounds.
        Pounds = "pounds",
        /// Thousands of pounds, £'000.
        ThousandPounds = "thousand-pounds",
        /// Millions of pounds, £m.
        MillionPounds = "million-pounds",
    }
    default Number
}

impl Unit {
    /// How many pounds one unit of money is; nothing where the unit is not money.
    pub fn pounds(self) -> Option<Decimal> {
        match self {
            Self::Number | Self::Percent => None,
            Self::Pounds => Some(Decimal::ONE),
            Self::ThousandPounds => Some(Decimal::ONE_THOUSAND),
            Self::MillionPounds => Some(Decimal::from(1_000_000)),
        }
    }
}

choice! {
    /// How a figure below nil is written.
    Negatives {
        /// In round brackets, as finance papers do.
        Brackets = "brackets",
        /// With a minus sign.
        Minus = "minus",
    }
    default Minus
}

choice! {
    /// Why there is no figure.
    Absence {
        /// There is no data.
        NoData = "no-data",
        /// It does not apply.
        NotApplicable = "not-applicable",
        /// It comes later.
        Deferred = "deferred",
        /// It is withheld because it could identify someone.
        Suppressed = "suppressed",
        /// Words stand in its place, such as “Refer comment”.
        Worded = "worded",
    }
}

/// What a person entered in a cell for figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entered {
    /// Nothing: the cell is cleared.
    Nothing,
    /// A figure, in the cell's unit, and words after it, such as “(Beds)”.
    Figure {
        /// The figure.
        amount: Decimal,
        /// Words that follow it; empty if none.
        note: String,
        /// Whether it was marked provisional with a `p`.
        provisional: bool,
    },
    /// Words in place of a figure.
    Absent {
        /// Why there is none.
        absence: Absence,
        /// The words to print.
        words: String,
    },
}

/// Reads what was typed or pasted into a cell for figures of `unit`.
///
/// Grouping commas, brackets or a minus for negatives, a pound sign with `k` or `m`, a per cent sign,
/// words that say there is no figure, a provisional mark and a note after the figure are understood.
///
/// # Errors
/// The [`EntryProblem`] that says why it cannot be a figure of this unit.
pub fn read(text: &str, unit: Unit) -> Result<Entered, EntryProblem> {
    let text = text.replace('\u{a0}', " ").replace(is_unseen, "");
    let text = text.trim().to_owned();
    if text.is_empty() {
        return Ok(Entered::Nothing);
    }
    if let Some(absence) = absence_of(&text) {
        return Ok(Entered::Absent {
            absence,
            words: text,
        });
    }
    let (number, rest) = split_number(&text);
    let mut amount = read_number(number, &text)?;
    if number.contains('£') && unit.pounds().is_none() {
        return Err(EntryProblem::NotMoney);
    }
    let mut rest = rest;
    if let Some(after) = rest.trim_start().strip_prefix('%') {
        if unit != Unit::Percent {
            return Err(EntryProblem::NotPercent);
        }
        rest = after;
    } else if let Some((scale, after)) = scale_of(rest.trim_start()) {
        let pounds = unit.pounds().ok_or(EntryProblem::NotMoney)?;
        amount = (amount * scale / pounds).normalize();
        rest = after;
    } else if number.contains('£') {
        let pounds = unit.pounds().ok_or(EntryProblem::NotMoney)?;
        amount = (amount / pounds).normalize();
    }
    let (provisional, note) = provisional_of(rest);
    if !stands_apart(note) {
        return Err(not_a_number(&text));
    }
    let note = note.trim();
    Ok(Entered::Figure {
        amount,
        note: note.to_owned(),
        provisional,
    })
}

/// Marks that show nothing and come along when text is copied, such as those of direction.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether what follows a figure is words about it and no part of a figure mistyped: `105 (Beds)`,
/// but not `1O5`, `12:30` or `1e5`.
fn stands_apart(rest: &str) -> bool {
    let note = rest.trim_start();
    let is_apart =
        note.len() < rest.len() || note.is_empty() || note.starts_with(['(', '[', '*', '†', '‡']);
    is_apart && !note.starts_with(|c: char| c.is_ascii_digit() || ".,-/:".contains(c))
}

/// Whether the words mean that there is no figure.
fn absence_of(text: &str) -> Option<Absence> {
    match text.to_lowercase().as_str() {
        "-" | "–" | "—" | "no data" | "not available" => Some(Absence::NoData),
        "n/a" | "na" | "not applicable" => Some(Absence::NotApplicable),
        "*" | "suppressed" => Some(Absence::Suppressed),
        "tbc" | "tba" => Some(Absence::Deferred),
        lower if lower.starts_with("deferred") => Some(Absence::Deferred),
        lower if lower.starts_with(char::is_alphabetic) => Some(Absence::Worded),
        _ => None,
    }
}

/// Splits a text after the characters that can belong to its leading number.
fn split_number(text: &str) -> (&str, &str) {
    let bracketed = text.trim_start_matches('£').starts_with('(');
    let end = text
        .char_indices()
        .find(|(_, c)| !(c.is_ascii_digit() || "+-−.,£( ".contains(*c) || (bracketed && *c == ')')))
        .map_or(text.len(), |(at, _)| at);
    let number = text[..end].trim_end_matches([' ', '(']);
    text.split_at(number.len())
}

fn read_number(number: &str, whole: &str) -> Result<Decimal, EntryProblem> {
    let mut plain: String = number
        .chars()
        .filter(|c| *c != ' ' && *c != '£')
        .map(|c| if c == '−' { '-' } else { c })
        .collect();
    let bracketed = plain.starts_with('(') && plain.ends_with(')');
    if bracketed {
        plain = plain[1..plain.len() - 1].to_owned();
    }
    let negative = bracketed || plain.starts_with('-');
    let plain = plain.strip_prefix(['-', '+']).unwrap_or(&plain);
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let spaced_apart = number
        .split(' ')
        .filter(|piece| piece.contains(|c: char| c.is_ascii_digit()))
        .count()
        > 1;
    if digits == 0 || spaced_apart || !well_grouped(plain) {
        return Err(not_a_number(whole));
    }
    if digits > MOST_DIGITS {
        return Err(EntryProblem::TooManyDigits { limit: MOST_DIGITS });
    }
    let amount: Decimal = plain
        .replace(',', "")
        .trim_end_matches('.')
        .parse()
        .map_err(|_| not_a_number(whole))?;
    Ok(if negative && !amount.is_zero() {
        -amount
    } else {
        amount
    })
}

/// Commas, if any, stand before each three digits of the whole part; there is at most one point.
fn well_grouped(plain: &str) -> bool {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    is_digits(fraction)
        && groups.iter().all(|group| is_digits(group))
        && (groups.len() == 1
            || ((1..=3).contains(&groups[0].len())
                && groups[1..].iter().all(|group| group.len() == 3)))
}

/// The pounds that a `k`, `m` or `'000` after a number multiplies it by, and what follows.
fn scale_of(rest: &str) -> Option<(Decimal, &str)> {
    let scales = [("'000", 1_000), ("k", 1_000), ("m", 1_000_000)];
    let lower = rest.to_ascii_lowercase();
    scales.into_iter().find_map(|(mark, pounds)| {
        let after = lower.strip_prefix(mark)?;
        let whole_word = !after.starts_with(char::is_alphanumeric);
        whole_word.then(|| (Decimal::from(pounds), &rest[mark.len()..]))
    })
}

/// Whether the words begin with a provisional mark, and the words without it.
fn provisional_of(rest: &str) -> (bool, &str) {
    for mark in ["(p)", "p"] {
        if let Some(after) = rest.trim_start().strip_prefix(mark)
            && !after.starts_with(char::is_alphanumeric)
        {
            return (true, after);
        }
    }
    (false, rest)
}

fn not_a_number(text: &str) -> EntryProblem {
    EntryProblem::NotANumber {
        text: shortened(text),
    }
}

/// How figures of one kind are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// What they count.
    pub unit: Unit,
    /// Decimal places shown; nothing shows as many as were stored.
    pub decimals: Option<u32>,
    /// How those below nil are written.
    pub negatives: Negatives,
}

impl Format {
    /// The figure with its unit where the unit is written beside each figure: `15%`, `£1,200`.
    pub fn with_unit(self, amount: Decimal) -> String {
        let plain = self.plain(amount.abs());
        let body = match self.unit {
            Unit::Percent => format!("{plain}%"),
            Unit::Pounds => format!("£{plain}"),
            Unit::ThousandPounds => format!("£{plain}k"),
            Unit::MillionPounds => format!("£{plain}m"),
            Unit::Number => plain,
        };
        self.signed(amount, body)
    }

    /// The figure alone, for a column whose heading names the unit.
    pub fn bare(self, amount: Decimal) -> String {
        let body = self.plain(amount.abs());
        self.signed(amount, body)
    }

    /// Rounded half away from nil, grouped by thousands.
    fn plain(self, amount: Decimal) -> String {
        let rounded = match self.decimals {
            Some(places) => {
                let mut rounded =
                    amount.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
                rounded.rescale(places);
                rounded
            }
            None => amount,
        };
        let text = rounded.to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let first = whole.len() % 3;
        let mut grouped = whole[..first].to_owned();
        for group in whole.as_bytes()[first..].chunks(3) {
            if !grouped.is_empty() {
                grouped.push(',');
            }
            grouped.extend(group.iter().map(|digit| char::from(*digit)));
        }
        if fraction.is_empty() {
            grouped
        } else {
            format!("{grouped}.{fraction}")
        }
    }

    /// A figure that rounds to nil has no sign.
    fn signed(self, amount: Decimal, body: String) -> String {
        let nil = !body.contains(|c: char| ('1'..='9').contains(&c));
        match self.negatives {
            _ if nil || !amount.is_sign_negative() => body,
            Negatives::Brackets => format!("({body})"),
            Negatives::Minus => format!("\u{2212}{body}"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn figure(text: &str, unit: Unit) -> String {
        match read(text, unit) {
            Ok(Entered::Nothing) => "nothing".to_owned(),
            Ok(Entered::Figure {
                amount,
                note,
                provisional,
            }) => {
                let mark = if provisional { " provisional" } else { "" };
                let note = if note.is_empty() {
                    note
                } else {
                    format!(" [{note}]")
                };
                format!("{amount}{mark}{note}")
            }
            Ok(Entered::Absent { absence, words }) => format!("{}: {words}", absence.as_str()),
            Err(EntryProblem::NotANumber { .. }) => "not a number".to_owned(),
            Err(EntryProblem::TooManyDigits { .. }) => "too many digits".to_owned(),
            Err(EntryProblem::NotPercent) => "not per cent".to_owned(),
            Err(EntryProblem::NotMoney) => "not money".to_owned(),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_typed_is_read_or_refused() {
        use Unit::{MillionPounds, Number, Percent, Pounds, ThousandPounds};
        for (text, unit, expected) in [
            ("", Number, "nothing"),
            ("  66.7 ", Number, "66.7"),
            ("66.70", Number, "66.70"),
            ("1,234.5", Number, "1234.5"),
            ("12,345,678", Number, "12345678"),
            ("1,23", Number, "not a number"),
            ("1.2.3", Number, "not a number"),
            ("1 2", Number, "not a number"),
            ("12 34", Number, "not a number"),
            ("-", Number, "no-data: -"),
            ("-37.4", Number, "-37.4"),
            ("\u{2212}37.4", Number, "-37.4"),
            ("-0", Number, "0"),
            ("(416)", ThousandPounds, "-416"),
            ("(0)", ThousandPounds, "0"),
            ("£(416)k", ThousandPounds, "-416"),
            ("£1.2m", ThousandPounds, "1200"),
            ("£1.2m", Pounds, "1200000"),
            ("£1.2m", MillionPounds, "1.2"),
            ("£486,444", Pounds, "486444"),
            ("£486,444", ThousandPounds, "486.444"),
            ("57k", ThousandPounds, "57"),
            ("£1.2m", Number, "not money"),
            ("£5", Percent, "not money"),
            ("12%", Percent, "12"),
            ("12 %", Percent, "12"),
            ("12%", Number, "not per cent"),
            ("N/A", Number, "not-applicable: N/A"),
            (
                "deferred until 2009",
                Number,
                "deferred: deferred until 2009",
            ),
            ("Refer comment", Number, "worded: Refer comment"),
            ("94 (Beds)", Number, "94 [(Beds)]"),
            (
                "41.5 Rolling quarterly average rate",
                Number,
                "41.5 [Rolling quarterly average rate]",
            ),
            ("37.5p", Number, "37.5 provisional"),
            ("37.5 (p)", Percent, "37.5 provisional"),
            (
                "1234567890123456789012345678901234567890",
                Number,
                "too many digits",
            ),
            ("£", Pounds, "not a number"),
            (".", Number, "not a number"),
            ("()", Number, "not a number"),
            ("((5))", Number, "not a number"),
            ("5%7", Percent, "not a number"),
            ("--5", Number, "not a number"),
            ("1O5", Number, "not a number"),
            ("1e5", Number, "not a number"),
            ("1_000", Number, "not a number"),
            ("1/2", Number, "not a number"),
            ("5½", Number, "not a number"),
            ("44'5", Number, "not a number"),
            ("12:30", Number, "not a number"),
            ("10/12/2013", Number, "not a number"),
            ("64.6%x", Percent, "not a number"),
            ("94*", Number, "94 [*]"),
            ("\u{200e}44.5\u{200b}", Number, "44.5"),
            ("100% KS2 / 60% KS4", Percent, "100 [KS2 / 60% KS4]"),
        ] {
            assert_eq!(figure(text, unit), expected, "{text:?} in {unit:?}");
        }
    }

    #[test]
    fn figures_are_printed_one_way() {
        let format = |unit, decimals, negatives| Format {
            unit,
            decimals,
            negatives,
        };
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        let brackets = format(Unit::ThousandPounds, Some(0), Negatives::Brackets);
        assert_eq!(brackets.bare(number("-416")), "(416)");
        assert_eq!(brackets.bare(number("-0.4")), "0");
        assert_eq!(brackets.bare(number("-12756")), "(12,756)");
        let minus = format(Unit::Percent, Some(1), Negatives::Minus);
        assert_eq!(minus.with_unit(number("-37.35")), "\u{2212}37.4%");
        assert_eq!(minus.with_unit(number("15")), "15.0%");
        let stored = format(Unit::Number, None, Negatives::Minus);
        assert_eq!(stored.bare(number("1234.50")), "1,234.50");
        let pounds = format(Unit::Pounds, None, Negatives::Brackets);
        assert_eq!(pounds.with_unit(number("-486444")), "(£486,444)");
    }
}
