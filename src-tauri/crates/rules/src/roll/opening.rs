//! Opening figures: what a column takes from the last period.
//!
//! A column opens with the last period's figures if its heading says so: “Opening balance”, “Brought
//! forward”, “Previous quarter”, “Forecast last period”. They are those of the column that says the
//! same without these words, or with their counterparts: “Closing balance”, “Carried forward”,
//! “This quarter”, “Forecast”. Where a heading says nothing else, the only other column of figures
//! is meant; where there are several, nothing is.
//!
//! A heading that speaks of the last *year* keeps its own figures until the year turns, and then
//! takes those that the year closed with (R3: last year's actual beside each quarter's).
//!
//! A column whose formula asks for the previous figure is worked out and needs none stored.

use outturn_model::section::{Section, SectionKind};
use outturn_model::statement::{Column, ColumnKind, LineKind, StatementLine};
use outturn_model::{Book, Id, Period};
use rust_decimal::Decimal;

use crate::statement::statement;

/// A figure that the next report's table opens with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningFigure<'a> {
    /// The line of the last report.
    pub line: &'a StatementLine,
    /// The column of the last report whose follower opens with the figure.
    pub column: &'a Column,
    /// The figure that the last report printed.
    pub figure: Decimal,
}

/// The figures that the table following this one opens with, line by line. Nothing for sections
/// that are no tables.
pub fn opening_figures<'a>(
    book: &'a Book,
    section: &'a Section,
    from: Period,
    to: Period,
) -> Vec<OpeningFigure<'a>> {
    if !matches!(section.kind, SectionKind::Statement | SectionKind::Schedule) {
        return Vec::new();
    }
    let columns: Vec<&Column> = book.columns.under(&section.id).collect();
    let openings = openings(&columns, from, to);
    if openings.is_empty() {
        return Vec::new();
    }
    let table = statement(book, section);
    let place = |id: &Id<Column>| {
        table
            .columns
            .iter()
            .position(|column| column.column.id == *id)
    };
    let mut figures = Vec::new();
    for row in table
        .rows
        .iter()
        .filter(|row| row.line.kind == LineKind::Line)
    {
        for (opening, closing) in &openings {
            let cell = place(&closing.id).and_then(|place| row.cells.get(place));
            if let Some(figure) = cell.and_then(|cell| cell.figure) {
                figures.push(OpeningFigure {
                    line: row.line,
                    column: opening,
                    figure,
                });
            }
        }
    }
    figures
}

/// The columns that open with figures of the last period, each with the column they come from.
fn openings<'a>(columns: &[&'a Column], from: Period, to: Period) -> Vec<(&'a Column, &'a Column)> {
    let turns = from.whole_year() != to.whole_year();
    let closings: Vec<(String, &Column)> = columns
        .iter()
        .filter(|column| column.kind.holds_figures() && opening_words(&column.heading).is_none())
        .map(|column| (without(&column.heading, CLOSING).0, *column))
        .collect();
    let entered = columns
        .iter()
        .filter(|column| column.kind == ColumnKind::Figure && column.formula.trim().is_empty());
    let pairs = entered.filter_map(|column| {
        let (rest, of_year) = opening_words(&column.heading)?;
        if of_year && !turns {
            return Some((*column, *column));
        }
        let mut same = closings.iter().filter(|(words, _)| *words == rest);
        let same = same.next().filter(|_| same.next().is_none());
        let only = || match closings.as_slice() {
            [only] if rest.is_empty() => Some(only),
            _ => None,
        };
        let (_, closing) = same.or_else(only)?;
        Some((*column, *closing))
    });
    pairs.collect()
}

/// Words that say that a figure is of the last period; those of the last year come last.
const OPENING: &[&str] = &[
    "opening",
    "brought forward",
    "b f",
    "previous quarter",
    "previous period",
    "previous month",
    "previous half",
    "last quarter",
    "last period",
    "last month",
    "last half",
    "last report",
    "previously reported",
    "previous year",
    "last year",
    "previous",
];
/// Their counterparts.
const CLOSING: &[&str] = &[
    "closing",
    "carried forward",
    "c f",
    "this quarter",
    "this period",
    "this month",
    "this half",
    "this report",
    "this year",
    "current",
    "latest",
];

/// What an opening column's heading says besides, and whether it speaks of a year; nothing for
/// another column.
fn opening_words(heading: &str) -> Option<(String, bool)> {
    let (rest, words) = without(heading, OPENING);
    let words = words?;
    Some((without(&rest, CLOSING).0, words.ends_with("year")))
}

/// A heading in small letters without the first of these words that it has, and which.
fn without(heading: &str, words: &[&'static str]) -> (String, Option<&'static str>) {
    let plain: String = heading
        .replace("’s", "")
        .replace("'s", "")
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .flat_map(char::to_lowercase)
        .collect();
    let plain: Vec<&str> = plain.split_whitespace().collect();
    let plain = format!(" {} ", plain.join(" "));
    let found = words
        .iter()
        .find(|words| plain.contains(&format!(" {words} ")));
    let rest = match found {
        Some(words) => plain.replacen(&format!(" {words} "), " ", 1),
        None => plain,
    };
    (rest.trim().to_owned(), found.copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_what_opens_with_the_last_period() {
        for (heading, rest) in [
            ("Opening balance", Some(("balance", false))),
            ("Balance b/f", Some(("balance", false))),
            ("Previous quarter", Some(("", false))),
            ("Forecast, last period", Some(("forecast", false))),
            ("Last year’s actual", Some(("actual", true))),
            ("Actual last year", Some(("actual", true))),
            ("Forecast", None),
            ("Annual budget", None),
        ] {
            let found = opening_words(heading);
            let found = found.as_ref().map(|(rest, year)| (rest.as_str(), *year));
            assert_eq!(found, rest, "{heading}");
        }
        assert_eq!(without("Closing balance", CLOSING).0, "balance");
    }
}
