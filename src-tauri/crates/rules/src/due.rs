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

use crate::appearance::Appearance;
use crate::figures;

/// A figure and when it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueFigure {
    /// The period by whose end it is due, under which it is stored.
    pub column: Period,
    /// The time that it covers.
    pub covers: Covered,
    /// The period of the report in which it falls due.
    pub report: Period,
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
    /// The period of the report.
    pub period: Period,
    /// The figure that falls due in the report's period; where several do, the last.
    pub now: Option<DueFigure>,
    /// The figure that is wanted: where the report has no figure, and no word of why there is none,
    /// the one that falls due now, else the last that fell due earlier in the year.
    pub missing: Option<DueFigure>,
    /// A figure that falls due later and is given already, where none falls due now.
    pub early: Option<DueFigure>,
    /// The first figure that falls due after the report's period, and after the one given early.
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

impl DueFigure {
    /// Its name, as a report of quarters knows it: the months of a quarter are one figure there.
    pub fn name(self) -> Message {
        match self.covers {
            Covered::Period(_) if self.is_part() => self.report.name(),
            covers => covers.name(),
        }
    }

    /// The column in which it is entered for its report: the report's own for the months of a
    /// quarter.
    pub fn entered(self) -> Period {
        let ends_with_it = self.column.last_day() == self.report.last_day();
        if ends_with_it && self.is_part() {
            self.report
        } else {
            self.column
        }
    }

    /// Whether its column is a part of its report's period.
    fn is_part(self) -> bool {
        self.column != self.report && self.column.first_day() >= self.report.first_day()
    }

    /// That a report of `period` has no figure because none is due, for readers of its paper: “Not due
    /// until Quarter 4”.
    pub fn not_until(self, period: Period) -> Message {
        Message::new("not-due-until").with("period", self.when(period))
    }

    /// The same in words that follow a status or a direction.
    pub(crate) fn why_none(self, period: Period) -> Message {
        Message::new("none-due-until").with("period", self.when(period))
    }

    /// When it is due, as a report of `period` says it.
    fn when(self, period: Period) -> Message {
        let same_year = self.report.whole_year() == period.whole_year();
        match self.report.part() {
            Part::Quarter(number) if same_year => {
                Message::new("until-quarter").with("number", i64::from(number))
            }
            Part::Half(number) if same_year => {
                Message::new("until-half").with("number", i64::from(number))
            }
            _ => self.report.name(),
        }
    }

    /// What it is called by `name`, and in which report it falls due where that does not say so.
    fn placed(self, name: Message) -> Message {
        if name == self.report.name() {
            return name;
        }
        Message::new("due-in-report")
            .with("figure", name)
            .with("report", self.report.name())
    }
}

impl Due {
    /// What is due and what comes next, in one line beside the figures of a report.
    pub fn sentence(&self) -> Message {
        self.said(DueFigure::name)
    }

    /// The same beside all figures of a measure, where each month has its own column.
    pub fn sentence_of_measure(&self) -> Message {
        self.said(|figure| figure.covers.name())
    }

    fn said(&self, name: impl Fn(DueFigure) -> Message) -> Message {
        let next = self.next.placed(name(self.next));
        let message = match (self.now, self.missing, self.early) {
            (Some(now), ..) => Message::new("due-now").with("figure", name(now)),
            (None, None, Some(early)) => Message::new("due-given").with("figure", name(early)),
            (None, Some(late), _) => Message::new("due-earlier")
                .with("figure", name(late))
                .with("report", late.report.name()),
            (None, None, None) => Message::new("due-not-now").with(
                "part",
                match self.period.part() {
                    Part::Month(_) => "month",
                    Part::Quarter(_) => "quarter",
                    Part::Half(_) => "half",
                    Part::Year => "year",
                },
            ),
        };
        message.with("next", next)
    }
}

/// Whether a measure's figure is due in a period, and when the next one is.
pub fn due(book: &Book, measure: &Measure, period: Period) -> Due {
    let frequency = measure.frequency;
    let figure = |column| DueFigure {
        column,
        covers: covers(frequency, column),
        report: report_of(column, period),
    };
    let within =
        |column: &Period| (period.first_day()..=period.last_day()).contains(&column.last_day());
    let year = period.whole_year();
    let now = columns(frequency, year).filter(within).last();
    let years = std::iter::successors(Some(year), |year| Some(year.next())).take(3);
    let mut later = years
        .flat_map(|year| columns(frequency, year))
        .filter(|column| column.last_day() > period.last_day());
    let next = later.next();
    let given =
        |column: &Period| figures::in_column(book, &measure.id, &Series::Actual, *column).is_some();
    let early = next.filter(|column| now.is_none() && given(column));
    let next = if early.is_some() { later.next() } else { next };
    let wanted = figures::current(book, measure, period).is_none();
    let last = figures::last_due(frequency, period).filter(|_| wanted);
    Due {
        period,
        now: now.map(figure),
        missing: last.map(figure),
        early: early.map(figure),
        next: figure(next.unwrap_or_else(|| year.next())),
    }
}

/// The figure that a measure's entry waits for, where its report has none because none is due.
pub fn awaited(appearance: &Appearance<'_>) -> Option<DueFigure> {
    if appearance.current.is_some() {
        return None;
    }
    let due = due(
        appearance.book,
        appearance.measure,
        appearance.report.period,
    );
    (due.missing.is_none() && due.early.is_none()).then_some(due.next)
}

/// The period, as long as `period` is, by whose end a column is over and not before.
fn report_of(column: Period, period: Period) -> Period {
    let mut report = period;
    while report.last_day() < column.last_day() {
        report = report.next();
    }
    while report.first_day() > column.last_day() {
        report = report.previous();
    }
    report
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
