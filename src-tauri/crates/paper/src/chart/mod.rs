//! Charts: what a measure did, against its target and its comparators; and what the lines of a table
//! come to.
//!
//! [`Chart`] says what is to be shown of a measure, [`draw`] turns it into a [`Drawing`] of lines and
//! words, and [`describe`] says in words what the drawing shows. The window takes the drawing as SVG,
//! the paper takes the same drawing into its page: one geometry, two places. A [`BarChart`] does the
//! same for a table.

mod bars;
mod describe;
mod drawing;
mod key;
mod look;
mod plot;
mod scale;

pub use bars::{Bar, BarChart, BarForm, BarSeries, lines_in_one};
pub use describe::describe;
pub use drawing::{Anchor, Colour, Drawing, Item, Segment, Stroke};
pub use plot::draw;

use outturn_model::Message;
use rust_decimal::Decimal;

/// The colour of a report's own figures.
pub(crate) const OWN: Colour = look::ACTUAL;
/// The same, where an area is filled with it lightly.
pub(crate) const OWN_LIGHT: Colour = look::TINT;

/// A chart of one kind or the other.
#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    /// What a measure did.
    Trend(Chart),
    /// What the lines of a table come to.
    Bars(BarChart),
}

impl Picture {
    /// What it shows, in words; nothing when it has no figure to show.
    pub fn describe(&self) -> Option<Message> {
        match self {
            Self::Trend(chart) => describe(chart),
            Self::Bars(chart) => chart.describe(),
        }
    }

    /// Draws it, or nothing when it has no figure to show. Bars are as high as they need to be.
    pub fn draw(&self, size: Size) -> Option<Drawing> {
        match self {
            Self::Trend(chart) => draw(chart, size),
            Self::Bars(chart) => chart.draw(size.width),
        }
    }

    /// What it is of, and the names of what is drawn.
    pub(crate) fn names(&self) -> Vec<&str> {
        let (title, series): (_, Vec<_>) = match self {
            Self::Trend(chart) => (
                &chart.title,
                chart.series.iter().map(|series| &series.name).collect(),
            ),
            Self::Bars(chart) => (
                &chart.title,
                chart.series.iter().map(|series| &series.name).collect(),
            ),
        };
        [title]
            .into_iter()
            .chain(series)
            .map(String::as_str)
            .collect()
    }
}

/// What a chart of a measure shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chart {
    /// What is measured, for the text alternative.
    pub title: String,
    /// The periods along the foot, in order.
    pub periods: Vec<String>,
    /// How the actual figures are drawn.
    pub form: Form,
    /// The actual figures, the target and the comparators. Each has as many points as there are
    /// periods.
    pub series: Vec<Series>,
    /// What stands before and after every figure on the scale.
    pub unit: Unit,
    /// Words over the scale, such as `per 10,000 children`.
    pub measured_in: Option<String>,
    /// Which way is good, in words, such as `Lower is better`.
    pub hint: Option<Hint>,
    /// The word for a provisional figure, drawn hollow; shown in the key when there is one.
    pub provisional: Option<String>,
}

/// How the actual figures are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// A line with markers.
    #[default]
    Line,
    /// Bars from zero.
    Bars,
}

/// One run of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What it is.
    pub role: Role,
    /// Its name in the key.
    pub name: String,
    /// One for each period; nothing where there is no figure.
    pub points: Vec<Option<Point>>,
}

/// What a series is, which decides how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The outturn.
    Actual,
    /// The target.
    Target,
    /// Somebody else's figures.
    Comparator,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The stored figure.
    pub value: Decimal,
    /// The figure as it is printed everywhere else.
    pub words: String,
    /// Whether it may still change.
    pub provisional: bool,
}

/// What stands before and after a figure on the scale, such as `£` or `%`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit {
    /// Such as `£`.
    pub before: String,
    /// Such as `%`.
    pub after: String,
}

/// Which way is good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The words.
    pub words: String,
    /// The arrow drawn beside them.
    pub toward: Toward,
}

/// The direction in which performance improves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// Higher is better.
    Up,
    /// Lower is better.
    Down,
    /// Neither, or within a range: no arrow.
    Neither,
}

/// The size of a drawing, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Chart {
    /// Whether there is any figure to show.
    pub fn has_figures(&self) -> bool {
        self.series.iter().any(|series| {
            series
                .points
                .iter()
                .take(self.periods.len())
                .any(Option::is_some)
        })
    }

    /// The first series of a role.
    pub(crate) fn first(&self, role: Role) -> Option<&Series> {
        self.series.iter().find(|series| series.role == role)
    }
}

impl Series {
    /// Its figures with the index of their period.
    pub(crate) fn figures(&self) -> impl DoubleEndedIterator<Item = (usize, &Point)> {
        self.points
            .iter()
            .enumerate()
            .filter_map(|(period, point)| point.as_ref().map(|point| (period, point)))
    }
}
