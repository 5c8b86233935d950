//! When a measure's figures are due, and what time each covers.
//!
//! A figure is stored in the column in which it is due, whatever time of its own it covers, so that
//! reports of quarters find it (R1, where “2007 (Jan–Mar)” stands under a quarter). School terms and
//! years do not follow the local-government year:
//!
//! | frequency | covers | due in, and stored in |
//! |---|---|---|
//! | termly | autumn term, September to December | quarter 3 |
//! | | spring term, January to March | quarter 4 |
//! | | summer term, April to July | quarter 2, in which it ends |
//! | academic year | September to August | quarter 3, the first after it has ended (R5, Q3: “Sep 09–Jul 10”) |
//!
//! No term ends in quarter 1. Every other figure is due when its own period ends.

use outturn_model::measure::{Frequency, Measure, Series};
use outturn_model::period::Part;
use outturn_model::{Book, Message, Period};

use crate::figures;

/// A figure and when it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueFigure {
    /// The period by whose end it is due, under which it is stored.
    pub column: Period,
    /// The time that it covers.
    pub covers: Covered,
}

/// The time that a figure covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covered {
    /// A reporting period.
    Period(Period),
    /// A school term of a calendar year.
    Term(Term, i32),
    /// The academic year that begins in September of this year.
    AcademicYear(i32),
}

/// A school term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// September to December.
    Autumn,
    /// January to March.
    Spring,
    /// April to July.
    Summer,
}

/// Whether a measure's figure is due in a report's period, and when the next one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The figure that falls due in the report's period; where several do, the last.
    pub now: Option<DueFigure>,
    /// Whether that figure, or why there is none, is stored.
    pub stated: bool,
    /// The first figure that falls due after the report's period.
    pub next: DueFigure,
}

impl Covered {
    /// Its name, such as “Autumn term 2026”, “Academic year 2009/10” or “Quarter 3, 2008/09”.
    pub fn name(self) -> Message {
        match self {
            Self::Period(period) => period.name(),
            Self::Term(term, year) => Message::new(match term {
                Term::Autumn => "term-autumn",
                Term::Spring => "term-spring",
                Term::Summer => "term-summer",
            })
            .with("year", year.to_string()),
            Self::AcademicYear(year) => Message::new("academic-year")
                .with("years", format!("{year}/{:02}", (year + 1).rem_euclid(100))),
        }
    }
}

/// Whether a measure's figure is due in a period, and when the next one is.
pub fn due(book: &Book, measure: &Measure, period: Period) -> Due {
    let frequency = measure.frequency;
    let figure = |column| DueFigure {
        column,
        covers: covers(frequency, column),
    };
    let within =
        |column: &Period| (period.first_day()..=period.last_day()).contains(&column.last_day());
    let year = period.whole_year();
    let now = columns(frequency, year).filter(within).last();
    let mut later = columns(frequency, year).chain(columns(frequency, year.next()));
    let next = later.find(|column| column.last_day() > period.last_day());
    let stored = |column| figures::in_column(book, &measure.id, &Series::Actual, column);
    Due {
        now: now.map(figure),
        stated: now.is_some_and(|column| stored(column).is_some() || stored(period).is_some()),
        next: figure(next.unwrap_or_else(|| year.next())),
    }
}

/// The time that the figure in a column covers, for a measure of this frequency.
pub fn covers(frequency: Frequency, column: Period) -> Covered {
    let year = column.first_calendar_year();
    match (frequency, column.part()) {
        (Frequency::Termly, Part::Quarter(2)) => Covered::Term(Term::Summer, year),
        (Frequency::Termly, Part::Quarter(3)) => Covered::Term(Term::Autumn, year),
        (Frequency::Termly, Part::Quarter(4)) => Covered::Term(Term::Spring, year + 1),
        (Frequency::AcademicYear, Part::Quarter(3)) => Covered::AcademicYear(year - 1),
        _ => Covered::Period(column),
    }
}

/// The parts of a year in which a measure of this frequency has a figure due.
pub fn parts(frequency: Frequency) -> &'static [Part] {
    use Part::{Half, Month, Quarter};
    match frequency {
        Frequency::Monthly => &[
            Month(1),
            Month(2),
            Month(3),
            Month(4),
            Month(5),
            Month(6),
            Month(7),
            Month(8),
            Month(9),
            Month(10),
            Month(11),
            Month(12),
        ],
        Frequency::Quarterly => &[Quarter(1), Quarter(2), Quarter(3), Quarter(4)],
        Frequency::Termly => &[Quarter(2), Quarter(3), Quarter(4)],
        Frequency::HalfYearly => &[Half(1), Half(2)],
        Frequency::Annual => &[Part::Year],
        Frequency::AcademicYear => &[Quarter(3)],
    }
}

/// The columns of a year in which a figure is due, in order.
fn columns(frequency: Frequency, year: Period) -> impl Iterator<Item = Period> {
    let parts = parts(frequency).iter();
    parts.filter_map(move |part| year.in_same_year(*part))
}
