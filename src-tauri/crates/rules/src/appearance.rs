//! A measure's appearance in a report, with everything that its status and its travel follow from.

use outturn_model::entry::Entry;
use outturn_model::figure::Absence;
use outturn_model::measure::{Measure, Polarity, Value};
use outturn_model::report::Report;
use outturn_model::section::Section;
use outturn_model::status::StatusRule;
use outturn_model::{Book, Message};
use rust_decimal::Decimal;

use crate::figures::{self, Current};

/// An entry, and the rows it hangs together with.
#[derive(Debug, Clone, Copy)]
pub struct Appearance<'a> {
    /// The book it was found in.
    pub book: &'a Book,
    /// The report.
    pub report: &'a Report,
    /// The entry.
    pub entry: &'a Entry,
    /// Its measure.
    pub measure: &'a Measure,
    /// The rule for its status: the entry's own, else the section's.
    pub rule: Option<&'a StatusRule>,
    /// The current figure.
    pub current: Option<Current<'a>>,
    /// The target the current figure is set against; where there is no figure yet, the one that is
    /// waiting for it.
    pub target: Option<&'a Value>,
}

impl<'a> Appearance<'a> {
    /// Gathers what belongs to an entry of a report; nothing if its measure is not in the book.
    pub fn of(book: &'a Book, report: &'a Report, entry: &'a Entry) -> Option<Self> {
        Self::in_section(book, report, book.sections.get(&entry.section), entry)
    }

    pub(crate) fn in_section(
        book: &'a Book,
        report: &'a Report,
        section: Option<&Section>,
        entry: &'a Entry,
    ) -> Option<Self> {
        let measure = book.measures.get(&entry.measure)?;
        let of_section = || section.and_then(|section| section.rule.as_ref());
        let rule = entry.rule.as_ref().or_else(of_section);
        let current = figures::current(book, measure, report.period);
        let aim = current.map_or(report.period, |current| current.column);
        Some(Self {
            book,
            report,
            entry,
            measure,
            rule: rule.and_then(|rule| book.rules.get(rule)),
            current,
            target: figures::target(book, &measure.id, aim),
        })
    }

    /// Whether the target is for a time that ends after the current figure's own.
    pub(crate) fn looks_ahead(&self) -> bool {
        let ends = self.current.zip(self.target);
        ends.is_some_and(|(current, target)| target.period.last_day() > current.column.last_day())
    }

    /// The polarity as the arithmetic needs it.
    pub(crate) fn better(&self) -> Result<Better, Unrated> {
        Better::of(self.measure)
    }
}

/// Which way is good, with what it takes to say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// A higher figure.
    Higher,
    /// A lower figure.
    Lower,
    /// A figure from `low` to `high`, of which one may be open.
    Within {
        /// The lowest good figure.
        low: Option<Decimal>,
        /// The highest good figure.
        high: Option<Decimal>,
    },
}

impl Better {
    /// The measure's polarity, if the measure says one and it is complete.
    pub(crate) fn of(measure: &Measure) -> Result<Self, Unrated> {
        match measure.polarity {
            Some(Polarity::HigherIsBetter) => Ok(Self::Higher),
            Some(Polarity::LowerIsBetter) => Ok(Self::Lower),
            Some(Polarity::WithinRange) => match (measure.range_low, measure.range_high) {
                (None, None) => Err(Unrated::NoRange),
                (low, high) => Ok(Self::Within { low, high }),
            },
            Some(Polarity::DataOnly) => Err(Unrated::DataOnly),
            None => Err(Unrated::NoPolarity),
        }
    }
}

/// Why nothing follows from the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unrated {
    /// There is no rule.
    NoRule,
    /// The rule lacks a bound.
    IncompleteRule,
    /// Nobody has said which way is good.
    NoPolarity,
    /// A range is good, and it has no bounds.
    NoRange,
    /// The measure is for information.
    DataOnly,
    /// The rule is one of amber bands, and the entry has none.
    NoBand,
    /// It is off its target, and there is no figure for the same period last year.
    NoLastYear,
    /// Bands of figures have no order where a range is good.
    BandsOfRange,
    /// There is no figure.
    NoFigure,
    /// It is said why there is no figure.
    FigureAbsent(Absence),
    /// There is no target.
    NoTarget,
    /// It is said why there is no target.
    TargetAbsent(Absence),
    /// The target is for the whole year, and the figure grows as the year goes by.
    TargetOfYear,
    /// The figures are too far apart to be kept exactly.
    OutOfBounds,
}

impl Unrated {
    /// Why, in words that follow the status.
    pub(crate) fn message(self) -> Message {
        Message::new(match self {
            Self::NoRule => "unrated-no-rule",
            Self::IncompleteRule => "unrated-incomplete-rule",
            Self::NoPolarity => "unrated-no-polarity",
            Self::NoRange => "unrated-no-range",
            Self::DataOnly => "unrated-data-only",
            Self::NoBand => "unrated-no-band",
            Self::NoLastYear => "unrated-no-last-year",
            Self::BandsOfRange => "unrated-bands-of-range",
            Self::NoFigure => "unrated-no-figure",
            Self::FigureAbsent(_) => "unrated-figure-absent",
            Self::NoTarget => "unrated-no-target",
            Self::TargetAbsent(_) => "unrated-target-absent",
            Self::TargetOfYear => "unrated-target-of-year",
            Self::OutOfBounds => "unrated-out-of-bounds",
        })
    }
}
