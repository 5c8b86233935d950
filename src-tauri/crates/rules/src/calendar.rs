//! The days that lead up to a meeting, in working days of England.
//!
//! A paper is open to inspection for at least five clear days before its meeting (Local Government Act
//! 1972, section 100B). Neither the day it goes out nor the day of the meeting is a clear day, and by
//! usual practice weekends and bank holidays are none either.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// How many clear days the law asks for between a paper and its meeting.
pub const CLEAR_DAYS: u32 = 5;

/// Working days that finance, legal and the others have before a paper goes out.
const TO_CLEAR: u32 = 3;
/// Working days that leads have before that.
const TO_SIGN: u32 = 3;
/// Working days between the end of drafting and the end of reading.
const TO_READ: u32 = 5;

/// The days by which each step towards a meeting is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lead {
    /// Authors have submitted their sections.
    pub draft: NaiveDate,
    /// Leads have signed them off.
    pub lead: NaiveDate,
    /// Finance, legal and the others have cleared what it means.
    pub clearance: NaiveDate,
    /// The paper goes out.
    pub dispatch: NaiveDate,
}

/// The days that lead up to a meeting: what a clerk would begin from. Each can be set by hand.
pub fn leading_up_to(meeting: NaiveDate) -> Lead {
    let dispatch = latest_dispatch(meeting);
    let clearance = working_days_before(dispatch, 1);
    let lead = working_days_before(clearance, TO_CLEAR);
    let draft = working_days_before(lead, TO_SIGN + TO_READ);
    Lead {
        draft,
        lead,
        clearance,
        dispatch,
    }
}

/// The last day on which a paper can go out so that [`CLEAR_DAYS`] clear days come before its meeting.
pub fn latest_dispatch(meeting: NaiveDate) -> NaiveDate {
    working_days_before(meeting, CLEAR_DAYS + 1)
}

/// The working day that comes so many working days before a day.
pub fn working_days_before(day: NaiveDate, count: u32) -> NaiveDate {
    let mut day = day;
    for _ in 0..count {
        day = before(day);
        while !is_working_day(day) {
            day = before(day);
        }
    }
    day
}

/// Whether people work on a day: neither a weekend nor a bank holiday of England and Wales.
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_bank_holiday(day)
}

fn before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(1)).unwrap_or(day)
}

/// Bank holidays that were proclaimed once (gov.uk/bank-holidays).
const ONCE: [(i32, u32, u32); 9] = [
    (2011, 4, 29),
    (2012, 6, 4),
    (2012, 6, 5),
    (2020, 5, 8),
    (2022, 6, 2),
    (2022, 6, 3),
    (2022, 9, 19),
    (2023, 5, 8),
    (2002, 6, 3),
];

/// Days on which the usual bank holiday was moved to one of those.
const MOVED: [(i32, u32, u32); 4] = [(2012, 5, 28), (2020, 5, 4), (2022, 5, 30), (2002, 5, 27)];

fn is_bank_holiday(day: NaiveDate) -> bool {
    let (year, month, number) = (day.year(), day.month(), day.day());
    if ONCE.contains(&(year, month, number)) {
        return true;
    }
    if MOVED.contains(&(year, month, number)) {
        return false;
    }
    let monday = day.weekday() == Weekday::Mon;
    match month {
        // New Year's Day, or the Monday after a weekend.
        1 => number == 1 && !is_weekend(day) || monday && (2..=3).contains(&number),
        5 => monday && (number <= 7 || number > 24),
        8 => monday && number > 24,
        // Christmas and Boxing Day, and the days in place of those that fall on a weekend.
        12 => match number {
            25 | 26 => !is_weekend(day),
            27 => matches!(day.weekday(), Weekday::Mon | Weekday::Tue),
            28 => matches!(day.weekday(), Weekday::Mon | Weekday::Tue),
            _ => false,
        },
        _ => {
            let easter = easter(year);
            easter.is_some_and(|easter| {
                let days = day.signed_duration_since(easter).num_days();
                days == -2 || days == 1
            })
        }
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Easter Sunday of a year, after the rule of 1752 (the Calendar (New Style) Act, in the form that
/// was found by an anonymous correspondent of Nature in 1876).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_is_when_it_was() {
        for text in [
            "2008-03-23",
            "2011-04-24",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2038-04-25",
        ] {
            assert_eq!(easter(day(text).year()), Some(day(text)));
        }
    }

    /// The bank holidays of England and Wales as they were proclaimed.
    #[test]
    fn bank_holidays_are_those_of_the_list() {
        let years = [
            (2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
            (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
            (
                2022,
                "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
            ),
            (
                2023,
                "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
            ),
            (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
            (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
        ];
        for (year, listed) in years {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let days = first.iter_days().take_while(|day| day.year() == year);
            let found = days.filter(|day| is_bank_holiday(*day));
            let found: Vec<String> = found.map(|day| day.format("%m-%d").to_string()).collect();
            assert_eq!(found.join(" "), listed, "{year}");
        }
    }

    #[test]
    fn five_clear_days_are_counted_without_weekends_and_holidays() {
        // A Monday: Friday, Thursday, Wednesday, Tuesday and Monday before it are clear.
        assert_eq!(latest_dispatch(day("2026-11-16")), day("2026-11-06"));
        // Easter Monday and Good Friday are not.
        assert_eq!(latest_dispatch(day("2026-04-09")), day("2026-03-30"));
        assert_eq!(latest_dispatch(day("2013-11-04")), day("2013-10-25"));
    }

    #[test]
    fn the_steps_come_one_after_the_other_on_working_days() {
        let first = day("2026-01-01");
        for meeting in first.iter_days().take(800) {
            let Lead {
                draft,
                lead,
                clearance,
                dispatch,
            } = leading_up_to(meeting);
            assert!(draft < lead && lead < clearance && clearance < dispatch && dispatch < meeting);
            for day in [draft, lead, clearance, dispatch] {
                assert!(is_working_day(day), "{day}");
            }
        }
    }
}
