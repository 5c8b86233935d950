//! The columns of a measure table that its section chooses, and what each shows of a measure (R5).

use outturn_model::Message;
use outturn_model::directorate::Person;
use outturn_model::entry::Entry;
use outturn_model::figure::{Format, Negatives, Unit};
use outturn_model::measure::{Comparator, Measure, Series, Value};
use outturn_model::section::Section;
use outturn_model::statement::{Column, Shows};
use outturn_model::{Book, Period};
use rust_decimal::Decimal;

use super::stored::{column_of, figure_at};
use crate::appearance::Appearance;
use crate::direction::{Travelled, direction, target_variance};
use crate::formula::{Stated, Worth, near_nil};
use crate::status::{Rated, status};
use crate::{arithmetic, due, figures, rule};

/// What a measure table shows where its section chooses no columns (R3).
pub const USUAL: [Shows; 7] = [
    Shows::Reference,
    Shows::Name,
    Shows::LastYear,
    Shows::Target,
    Shows::Outturn,
    Shows::Status,
    Shows::Direction,
];

/// How relative changes and variances are printed: in per cent, to one decimal place.
pub const RELATIVE: Format = Format {
    unit: Unit::Percent,
    decimals: Some(1),
    negatives: Negatives::Minus,
};

/// A column of a measure table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownColumn<'a> {
    /// What it shows.
    pub shows: Shows,
    /// The stored column; nothing in a table whose section chooses none.
    pub column: Option<&'a Column>,
}

/// The columns of a measure table, in order: those chosen that are not hidden or, where none is
/// stored, the [`USUAL`] ones.
pub fn shown_columns<'a>(book: &'a Book, section: &Section) -> Vec<ShownColumn<'a>> {
    let stored = book.columns.under(&section.id);
    let stored: Vec<(Shows, &Column)> = stored
        .filter_map(|column| Some((column.shows?, column)))
        .collect();
    if stored.is_empty() {
        let usual = USUAL.into_iter();
        return usual
            .map(|shows| ShownColumn {
                shows,
                column: None,
            })
            .collect();
    }
    stored
        .into_iter()
        .filter(|(_, column)| !column.hidden.0)
        .map(|(shows, column)| ShownColumn {
            shows,
            column: Some(column),
        })
        .collect()
}

/// A row of a measure table, cell by cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownRow<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// How far it is set in: 1 for a part of the row above, else 0.
    pub indent: u8,
    /// One for each column; those under a sentence are [`MeasureContent::Empty`].
    pub cells: Vec<MeasureContent<'a>>,
    /// The sentence in place of its figures.
    pub sentence: Option<Spanning<'a>>,
}

/// A sentence that stands across neighbouring cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanning<'a> {
    /// The sentence.
    pub text: &'a str,
    /// The first cell it stands across, by place.
    pub from: usize,
    /// How many cells it stands across; at least 1.
    pub across: usize,
}

/// What a cell of a measure table shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeasureContent<'a> {
    /// Nothing.
    Empty,
    /// The measure's references; the second is empty where it has none.
    Reference {
        /// The reference.
        reference: &'a str,
        /// A second one it is also known by.
        other: &'a str,
    },
    /// The measure's name.
    Name(&'a str),
    /// The responsible post.
    Owner(&'a Person),
    /// The time that the figure covers.
    PeriodCovered(Message),
    /// A figure, or the words in its place.
    Figure(ShownFigure<'a>),
    /// When the figure is due, where the report has none because none is due yet.
    NotDue(Message),
    /// What was counted, and out of what.
    Fraction {
        /// What was counted.
        numerator: Decimal,
        /// Out of what, where that is stored.
        denominator: Option<Decimal>,
    },
    /// How far the outturn is from the target, in per cent of the size of the target: above nil where
    /// it is higher, whichever way is good.
    TargetVariance(Relative),
    /// The status; words that a person gives in its place are printed instead.
    Status {
        /// The status.
        rated: Rated,
        /// The words; empty where there are none.
        words: &'a str,
    },
    /// The direction of travel, and the relative change where there is one.
    Direction {
        /// The direction.
        travelled: Travelled,
        /// The change in per cent of the size of the earlier figure.
        change: Option<Relative>,
    },
    /// A comparator's figure, and whose it is.
    Benchmark {
        /// The figure.
        figure: ShownFigure<'a>,
        /// Whose it is.
        comparator: &'a Comparator,
        /// What the figure's column is called, such as “Final, January 2009”; may be empty.
        label: &'a str,
    },
    /// The band of amber.
    AmberBand(Message),
}

/// A stored figure as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownFigure<'a> {
    /// The stored value.
    pub value: &'a Value,
    /// How the measure's figures are printed.
    pub format: Format,
    /// How it reads: the figure with its unit and note, or the words in its place.
    pub shown: Message,
}

/// A percentage of an earlier figure or of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relative {
    /// In per cent.
    Percent(Decimal),
    /// There is none to be printed.
    Stated(Stated),
}

impl Relative {
    /// How it reads: in the [`RELATIVE`] format, or in words.
    pub fn message(self) -> Message {
        match self {
            Self::Percent(percent) => {
                Message::new("value-figure").with("figure", RELATIVE.with_unit(percent))
            }
            Self::Stated(stated) => stated.message(),
        }
    }
}

/// The row of an entry under some columns.
pub fn shown_row<'a>(appearance: &Appearance<'a>, columns: &[ShownColumn<'a>]) -> ShownRow<'a> {
    let entry = appearance.entry;
    let text = entry.sentence.trim();
    let says = |column: &ShownColumn<'_>| is_about_figures(column.shows);
    let from = columns.iter().position(says).filter(|_| !text.is_empty());
    let sentence = from.map(|from| Spanning {
        text,
        from,
        across: columns[from..]
            .iter()
            .take_while(|column| says(column))
            .count(),
    });
    let cells = columns.iter().map(|column| match sentence {
        Some(_) if says(column) => MeasureContent::Empty,
        _ => content(appearance, *column),
    });
    ShownRow {
        entry,
        indent: u8::from(entry.child.0),
        cells: cells.collect(),
        sentence,
    }
}

/// Whether a sentence in place of figures stands in place of this.
fn is_about_figures(shows: Shows) -> bool {
    !matches!(shows, Shows::Reference | Shows::Name | Shows::Owner)
}

/// What one column shows of an entry's measure.
///
/// The target is the one that the outturn is set against; in a table whose section chooses no
/// columns, the year's. The figure before is that of the column before the outturn's. A comparator's
/// figure is that of the outturn's column, else of its year, else of the last year that has ended,
/// as such figures come later than one's own.
pub fn content<'a>(appearance: &Appearance<'a>, shown: ShownColumn<'a>) -> MeasureContent<'a> {
    let Appearance {
        book,
        report,
        entry,
        measure,
        ..
    } = *appearance;
    let at = figure_at(appearance, shown);
    let value = at.as_ref().and_then(|at| at.value);
    // Words in place of the status say already why there is nothing.
    let awaited = due::awaited(appearance).filter(|_| entry.status_words.trim().is_empty());
    match shown.shows {
        Shows::Reference => MeasureContent::Reference {
            reference: &measure.reference,
            other: &measure.other_reference,
        },
        Shows::Name => MeasureContent::Name(&measure.name),
        Shows::Owner => {
            let owner = measure.owner.as_ref().and_then(|id| book.people.get(id));
            owner.map_or(MeasureContent::Empty, MeasureContent::Owner)
        }
        Shows::PeriodCovered if awaited.is_some() => MeasureContent::Empty,
        Shows::PeriodCovered => {
            let column = column_of(appearance);
            MeasureContent::PeriodCovered(period_covered(measure, value, column))
        }
        Shows::Fraction | Shows::PreviousFraction => fraction(value),
        Shows::Outturn => match awaited {
            Some(awaited) => MeasureContent::NotDue(awaited.not_until(report.period)),
            None => figure(measure, value),
        },
        Shows::LastYear | Shows::Previous | Shows::Target | Shows::Comparator => {
            figure(measure, value)
        }
        Shows::AmberBand => rule::amber_band(entry.amber_low, entry.amber_high, measure.format())
            .map_or(MeasureContent::Empty, MeasureContent::AmberBand),
        Shows::TargetVariance => variance_of_target(appearance),
        Shows::Status => MeasureContent::Status {
            rated: status(appearance),
            words: &entry.status_words,
        },
        Shows::Direction => travel(appearance),
        Shows::Benchmark => benchmark(appearance, value),
    }
}

fn travel<'a>(appearance: &Appearance<'a>) -> MeasureContent<'a> {
    let measure = appearance.measure;
    let travelled = direction(appearance);
    let actual = |period| figures::in_column(appearance.book, &measure.id, &Series::Actual, period);
    let earlier = travelled.against.and_then(actual);
    let change = match (earlier.and_then(|value| value.amount), travelled.change) {
        (Some(earlier), change) => relative(measure, earlier, change),
        (None, _) => None,
    };
    MeasureContent::Direction { travelled, change }
}

fn figure<'a>(measure: &Measure, value: Option<&'a Value>) -> MeasureContent<'a> {
    shown_figure(measure, value).map_or(MeasureContent::Empty, MeasureContent::Figure)
}

fn shown_figure<'a>(measure: &Measure, value: Option<&'a Value>) -> Option<ShownFigure<'a>> {
    let value = value?;
    Some(ShownFigure {
        value,
        format: measure.format(),
        shown: figures::shown(measure, value)?,
    })
}

fn fraction(value: Option<&Value>) -> MeasureContent<'_> {
    let counted = value.and_then(|value| Some((value.numerator?, value.denominator)));
    counted.map_or(MeasureContent::Empty, |(numerator, denominator)| {
        MeasureContent::Fraction {
            numerator,
            denominator,
        }
    })
}

/// The data's own period where it is said, else the period, the term or the academic year of its
/// column.
fn period_covered(measure: &Measure, value: Option<&Value>, column: Period) -> Message {
    let own = value.map_or("", |value| value.own_period.trim());
    if !own.is_empty() {
        return Message::new("value-words").with("words", own);
    }
    due::covers(measure.frequency, column).name()
}

fn variance_of_target<'a>(appearance: &Appearance<'a>) -> MeasureContent<'a> {
    // A year's target for a figure that grows through the year rates nothing yet.
    let comparable = !(appearance.looks_ahead() && figures::accumulates(appearance.measure));
    let actual = appearance.current.and_then(|current| current.value.amount);
    let target = appearance.target.and_then(|target| target.amount);
    let variance = actual
        .zip(target)
        .filter(|_| comparable)
        .and_then(|(actual, target)| {
            relative(appearance.measure, target, target_variance(actual, target))
        });
    variance.map_or(MeasureContent::Empty, MeasureContent::TargetVariance)
}

/// A percentage of a base, or that the base is too small for one (R5; [`crate::formula`] says when).
fn relative(measure: &Measure, base: Decimal, percent: Option<Decimal>) -> Option<Relative> {
    let places = measure.format().decimals.unwrap_or(base.scale());
    let unit = Decimal::new(1, places.min(Decimal::MAX_SCALE));
    let half = arithmetic::half(unit);
    let worth = Worth {
        figure: base,
        within: base.checked_sub(half).zip(base.checked_add(half)),
        gross: base.abs(),
        step: measure.unit.pounds().map(|_| unit),
    };
    if near_nil(&worth) {
        return Some(Relative::Stated(Stated::BaseTooSmall));
    }
    Some(percent.map_or(Relative::Stated(Stated::TooLarge), Relative::Percent))
}

fn benchmark<'a>(appearance: &Appearance<'a>, value: Option<&'a Value>) -> MeasureContent<'a> {
    let comparators = &appearance.book.comparators;
    let found = value.and_then(|value| {
        let Series::Comparator(id) = &value.series else {
            return None;
        };
        let figure = shown_figure(appearance.measure, Some(value))?;
        Some((figure, comparators.get(id)?))
    });
    found.map_or(MeasureContent::Empty, |(figure, comparator)| {
        MeasureContent::Benchmark {
            label: figure.value.label.trim(),
            figure,
            comparator,
        }
    })
}
