//! A trend chart: what a measure did, against its target and its comparators.
//!
//! [`Chart`] says what is to be shown, [`draw`] turns it into a [`Drawing`] of lines and words, and
//! [`describe`] says in words what the drawing shows. The window takes the drawing as SVG, the
//! paper takes the same drawing into its page: one geometry, two places.

mod describe;
mod drawing;
mod key;
mod look;
mod plot;
mod scale;

pub use describe::describe;
pub use drawing::{Anchor, Colour, Drawing, Item, Segment, Stroke};
pub use plot::draw;

use rust_decimal::Decimal;

/// What a chart shows.
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
