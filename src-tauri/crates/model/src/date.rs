//! Dates as people type them.

use chrono::{Datelike, NaiveDate};

use crate::cell::{EntryProblem, shortened};

/// Reads a date typed as `31/3/2009`, `31.3.09`, `31 March 2009`, `31st March 2009`, `31 Mar 09` or
/// `2009-03-31`.
///
/// # Errors
/// [`EntryProblem::NoSuchDay`] if the month does not have the day, such as 31 June, and
/// [`EntryProblem::NotADate`] if it is none of these.
pub fn read(text: &str) -> Result<NaiveDate, EntryProblem> {
    let text = text.trim();
    let typed = with_century(&without_ending(text));
    if let Some(date) = in_some_form(&typed) {
        return Ok(date);
    }
    let text = shortened(text);
    // A day that is too great for its month is one that the month's first day is not.
    let first = with_first_day(&typed).and_then(|typed| in_some_form(&typed));
    Err(match first {
        Some(first) => EntryProblem::NoSuchDay {
            text,
            month: first.month(),
            year: first.year(),
            days: u32::from(first.num_days_in_month()),
        },
        None => EntryProblem::NotADate { text },
    })
}

fn in_some_form(text: &str) -> Option<NaiveDate> {
    let plain = text.replace(['.', '-'], "/");
    let forms = [
        (plain.as_str(), "%Y/%m/%d"),
        (plain.as_str(), "%d/%m/%Y"),
        (text, "%d %B %Y"),
        (text, "%d %b %Y"),
    ];
    forms
        .into_iter()
        .filter_map(|(text, form)| NaiveDate::parse_from_str(text, form).ok())
        .find(|date| (1900..2200).contains(&date.year()))
}

/// A day without what is said at its end: `4th November` is `4 November`.
fn without_ending(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (day, rest) = text.split_at(digits);
    let ending = rest.get(..2).filter(|ending| {
        let known = ["st", "nd", "rd", "th"];
        digits > 0 && known.iter().any(|known| ending.eq_ignore_ascii_case(known))
    });
    match ending {
        Some(_) if rest[2..].starts_with(' ') => format!("{day}{}", &rest[2..]),
        _ => text.to_owned(),
    }
}

/// The date with the first of its month for a day from 29 to 31.
fn with_first_day(text: &str) -> Option<String> {
    let is_late = |day: &str| ["29", "30", "31"].contains(&day);
    let mark = |c: char| ['/', '.', '-', ' '].contains(&c);
    let (day, rest) = text.split_at(text.find(mark)?);
    if is_late(day) {
        return Some(format!("1{rest}"));
    }
    let (rest, day) = text.split_at(text.rfind(mark)? + 1);
    (is_late(day) && rest.len() > 7).then(|| format!("{rest}1"))
}

/// Writes a year of two digits at the end of a date in full: `31/3/09` is `31/3/2009`.
fn with_century(text: &str) -> String {
    let pieces: Vec<&str> = text.split(['/', '.', '-', ' ']).collect();
    match pieces.as_slice() {
        [day, _, year] if day.len() <= 2 && year.len() == 2 => {
            format!("{}20{year}", &text[..text.len() - year.len()])
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn dates_are_read_or_refused() {
        for text in [
            "31/3/2009",
            "31/03/09",
            "31.3.2009",
            "31 March 2009",
            "31 Mar 09",
            "31st March 2009",
            "31ST Mar 09",
            "31 mar 2009",
            "2009-03-31",
        ] {
            assert_eq!(read(text).unwrap().to_string(), "2009-03-31", "{text}");
        }
        for (bad, month, days) in [
            ("31 June 2009", 6, 30),
            ("31st June 2009", 6, 30),
            ("31/6/2009", 6, 30),
            ("31.6.09", 6, 30),
            ("2009-06-31", 6, 30),
            ("29/2/2027", 2, 28),
            ("30 Feb 2028", 2, 29),
        ] {
            let found = read(bad);
            let expected = matches!(
                found,
                Err(EntryProblem::NoSuchDay { month: m, days: d, .. }) if (m, d) == (month, days)
            );
            assert!(expected, "{bad}: {found:?}");
        }
        for bad in [
            "32 June 2009",
            "31th",
            "4thNovember 2009",
            "31/13/2009",
            "March 2009",
            "",
            "2009",
            "1/2/3/4",
            "31/3/20009",
        ] {
            assert!(read(bad).is_err(), "{bad:?} should be refused");
        }
    }
}
