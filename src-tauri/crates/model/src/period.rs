//! Reporting periods of the local-government year, which runs from 1 April to 31 March.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::cell::{Cell, CellType, EntryProblem, shortened};
use crate::message::Message;
use crate::record::Kind;

/// A reporting period. Periods sort by when they end, a part before the whole that ends with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    year: i32,
    part: Part,
}

/// Which part of the year a period covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// A month; 1 is April.
    Month(u8),
    /// A quarter; 1 is April to June.
    Quarter(u8),
    /// A half; 1 is April to September.
    Half(u8),
    /// The whole year.
    Year,
}

impl Part {
    /// First month of the part, counted from 0 for April, and how many months it has.
    fn span(self) -> (u32, u32) {
        match self {
            Self::Month(n) => (u32::from(n) - 1, 1),
            Self::Quarter(n) => ((u32::from(n) - 1) * 3, 3),
            Self::Half(n) => ((u32::from(n) - 1) * 6, 6),
            Self::Year => (0, 12),
        }
    }

    /// The same kind of part, earlier or later by one, and the change of year that goes with it.
    fn step(self, forward: bool) -> (Self, i32) {
        let turn = |n: u8, last: u8| match (forward, n) {
            (true, n) if n == last => (1, 1),
            (true, n) => (n + 1, 0),
            (false, 1) => (last, -1),
            (false, n) => (n - 1, 0),
        };
        match self {
            Self::Month(n) => {
                let (n, years) = turn(n, 12);
                (Self::Month(n), years)
            }
            Self::Quarter(n) => {
                let (n, years) = turn(n, 4);
                (Self::Quarter(n), years)
            }
            Self::Half(n) => {
                let (n, years) = turn(n, 2);
                (Self::Half(n), years)
            }
            Self::Year => (Self::Year, if forward { 1 } else { -1 }),
        }
    }
}

impl Period {
    /// The year that begins in April of `year`.
    pub fn year(year: i32) -> Self {
        Self {
            year,
            part: Part::Year,
        }
    }

    /// A quarter, 1 to 4, of the year that begins in April of `year`.
    ///
    /// # Panics
    /// If the quarter is not 1 to 4.
    pub fn quarter(year: i32, quarter: u8) -> Self {
        assert!((1..=4).contains(&quarter), "a year has four quarters");
        Self {
            year,
            part: Part::Quarter(quarter),
        }
    }

    /// Reads `2008-09`, `2008-09-q3`, `2008-09-h1` or `2008-09-m12` (m1 is April).
    ///
    /// # Errors
    /// [`EntryProblem::NotAPeriod`] for anything else, and for years that do not follow each other.
    pub fn parse(text: &str) -> Result<Self, EntryProblem> {
        let problem = || EntryProblem::NotAPeriod {
            text: shortened(text),
        };
        let mut pieces = text.splitn(3, '-');
        let (first, second) = pieces.next().zip(pieces.next()).ok_or_else(problem)?;
        let digits = |text: &str, length: usize| {
            (text.len() == length && text.bytes().all(|b| b.is_ascii_digit()))
                .then(|| text.parse::<i32>().ok())
                .flatten()
        };
        let year = digits(first, 4)
            .filter(|year| (1900..=2199).contains(year))
            .ok_or_else(problem)?;
        let next = digits(second, 2).ok_or_else(problem)?;
        if (year + 1) % 100 != next {
            return Err(problem());
        }
        let numbered = |text: &str, last: u8| {
            text.parse::<u8>()
                .ok()
                .filter(|n| (1..=last).contains(n) && !text.starts_with('0'))
                .ok_or_else(problem)
        };
        let part = match pieces.next() {
            None => Part::Year,
            Some(part) => match part.split_at_checked(1) {
                Some(("q", n)) => Part::Quarter(numbered(n, 4)?),
                Some(("h", n)) => Part::Half(numbered(n, 2)?),
                Some(("m", n)) => Part::Month(numbered(n, 12)?),
                _ => return Err(problem()),
            },
        };
        Ok(Self { year, part })
    }

    /// The calendar year in which the period's year begins.
    pub fn first_calendar_year(self) -> i32 {
        self.year
    }

    /// Which part of the year it is.
    pub fn part(self) -> Part {
        self.part
    }

    /// The whole year it belongs to.
    pub fn whole_year(self) -> Self {
        Self::year(self.year)
    }

    /// Another part of the year it belongs to; nothing if no year has such a part.
    pub fn in_same_year(self, part: Part) -> Option<Self> {
        let exists = match part {
            Part::Month(n) => (1..=12).contains(&n),
            Part::Quarter(n) => (1..=4).contains(&n),
            Part::Half(n) => (1..=2).contains(&n),
            Part::Year => true,
        };
        exists.then_some(Self { part, ..self })
    }

    /// The period of the same length just before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.stepped(false)
    }

    /// The period of the same length just after.
    #[must_use]
    pub fn next(self) -> Self {
        self.stepped(true)
    }

    /// The same part of the year before.
    #[must_use]
    pub fn same_last_year(self) -> Self {
        Self {
            year: self.year - 1,
            ..self
        }
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        let (month, _) = self.part.span();
        april_first(self.year) + Months::new(month)
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        let (month, length) = self.part.span();
        april_first(self.year) + Months::new(month + length) - Days::new(1)
    }

    /// Its name in full, such as “Quarter 3, 2008/09”.
    pub fn name(self) -> Message {
        self.message(
            "period-year",
            "period-half",
            "period-quarter",
            "period-month",
        )
    }

    /// Its name for a narrow column, such as “Q3 08/09”.
    pub fn short_name(self) -> Message {
        self.message(
            "period-year-short",
            "period-half-short",
            "period-quarter-short",
            "period-month-short",
        )
    }

    fn stepped(self, forward: bool) -> Self {
        let (part, years) = self.part.step(forward);
        Self {
            year: self.year + years,
            part,
        }
    }

    fn message(
        self,
        year: &'static str,
        half: &'static str,
        quarter: &'static str,
        month: &'static str,
    ) -> Message {
        let years = format!("{}/{:02}", self.year, (self.year + 1) % 100);
        let short = format!("{:02}/{:02}", self.year % 100, (self.year + 1) % 100);
        let (key, number) = match self.part {
            Part::Year => (year, 0),
            Part::Half(n) => (half, n),
            Part::Quarter(n) => (quarter, n),
            Part::Month(_) => (month, u8::try_from(self.first_day().month()).unwrap_or(0)),
        };
        Message::new(key)
            .with("years", years)
            .with("short", short)
            .with("number", i64::from(number))
            .with("calendar", self.last_day().year().to_string())
    }
}

/// 1 April of a year. Every year in range has one, and months are added to nothing else.
fn april_first(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 4, 1).unwrap_or(NaiveDate::MIN)
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.last_day(), self.part).cmp(&(other.last_day(), other.part))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year, (self.year + 1) % 100)?;
        match self.part {
            Part::Year => Ok(()),
            Part::Half(n) => write!(f, "-h{n}"),
            Part::Quarter(n) => write!(f, "-q{n}"),
            Part::Month(n) => write!(f, "-m{n}"),
        }
    }
}

impl CellType for Period {
    const KIND: Kind = Kind::Period;
    const REQUIRED: bool = true;

    fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem> {
        Self::parse(cell.ok_or(EntryProblem::Missing)?)
    }

    fn to_cell(&self) -> Cell {
        Some(self.to_string())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn periods_are_read_and_written() {
        for text in [
            "2008-09",
            "2008-09-q3",
            "1999-00-h2",
            "2013-14-m12",
            "2099-00-m1",
        ] {
            assert_eq!(Period::parse(text).unwrap().to_string(), text);
        }
        for bad in [
            "",
            "2008",
            "2008-10",
            "2008-09-q5",
            "2008-09-q0",
            "2008-09-Q3",
            "2008/09",
            "08-09",
            "2008-09-m13",
            "2008-09-q",
            "2008-09-é",
            "2008-09-q01",
            "+208-09",
            "0099-00",
        ] {
            assert!(Period::parse(bad).is_err(), "{bad:?} should be refused");
        }
    }

    #[test]
    fn days_and_neighbours_follow_the_local_government_year() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let check = |text: &str, first: &str, last: &str, previous: &str, next: &str| {
            let period = Period::parse(text).unwrap();
            assert_eq!(period.first_day(), day(first), "{text}");
            assert_eq!(period.last_day(), day(last), "{text}");
            assert_eq!(period.previous().to_string(), previous);
            assert_eq!(period.next().to_string(), next);
            assert_eq!(period.next().previous(), period);
        };
        check(
            "2013-14-q2",
            "2013-07-01",
            "2013-09-30",
            "2013-14-q1",
            "2013-14-q3",
        );
        check(
            "2008-09-q4",
            "2009-01-01",
            "2009-03-31",
            "2008-09-q3",
            "2009-10-q1",
        );
        check("2011-12", "2011-04-01", "2012-03-31", "2010-11", "2012-13");
        check(
            "2011-12-m11",
            "2012-02-01",
            "2012-02-29",
            "2011-12-m10",
            "2011-12-m12",
        );
    }

    #[test]
    fn a_part_sorts_before_the_whole_that_ends_with_it() {
        let sorted = [
            "2008-09",
            "2009-10-q1",
            "2009-10-m6",
            "2009-10-q2",
            "2009-10-h1",
            "2009-10",
        ];
        assert!(sorted.map(|text| Period::parse(text).unwrap()).is_sorted());
    }
}
