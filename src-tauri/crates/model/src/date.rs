//! Dates as people type them.

use chrono::NaiveDate;

use crate::cell::{EntryProblem, shortened};

/// Reads a date typed as `31/3/2009`, `31.3.09`, `31 March 2009`, `31 Mar 09` or `2009-03-31`.
///
/// # Errors
/// [`EntryProblem::NotADate`] if it is none of these or the day does not exist, such as 31 June.
pub fn read(text: &str) -> Result<NaiveDate, EntryProblem> {
    let text = text.trim();
    let plain = text.replace(['.', '-'], "/");
    let forms = [
        (plain.as_str(), "%Y/%m/%d"),
        (plain.as_str(), "%d/%m/%Y"),
        (text, "%d %B %Y"),
        (text, "%d %b %Y"),
    ];
    forms
        .into_iter()
        .filter_map(|(text, form)| NaiveDate::parse_from_str(&with_century(text), form).ok())
        .find(|date| (1900..2200).contains(&chrono::Datelike::year(date)))
        .ok_or(EntryProblem::NotADate {
            text: shortened(text),
        })
}

/// Writes a year of two digits at the end of a date in full: `31/3/09` is `31/3/2009`.
fn with_century(text: &str) -> String {
    let pieces: Vec<&str> = text.split(['/', ' ']).collect();
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
            "31 mar 2009",
            "2009-03-31",
        ] {
            assert_eq!(read(text).unwrap().to_string(), "2009-03-31", "{text}");
        }
        for bad in [
            "31 June 2009",
            "31/6/2009",
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
