//! How each series looks: a dash, a marker and a colour of its own, so that no two are told apart
//! by colour alone.

use super::drawing::{Colour, Item, Segment, Stroke};
use super::{Chart, Role};

pub(super) const INK: Colour = Colour(0x0013_2A30);
pub(super) const MUTED: Colour = Colour(0x004A_5F63);
pub(super) const AXIS: Colour = Colour(0x006B_7F82);
pub(super) const GRID: Colour = Colour(0x00D9_E2E2);
pub(super) const ACTUAL: Colour = Colour(0x000B_4F55);
pub(super) const TINT: Colour = Colour(0x009F_C6C6);
const PAPER: Colour = Colour(0x00FF_FFFF);
const TARGET: Colour = Colour(0x00B3_4A0B);

/// The look of one series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    colour: Colour,
    thickness: f64,
    dash: &'static [f64],
    shape: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Shape {
    Circle,
    Diamond,
    Triangle,
    Square,
    TriangleDown,
    Cross,
}

const COMPARATORS: [Look; 4] = [
    Look {
        colour: Colour(0x0055_636A),
        thickness: 0.9,
        dash: &[1.2, 1.8],
        shape: Shape::Triangle,
    },
    Look {
        colour: Colour(0x0065_4A93),
        thickness: 0.9,
        dash: &[6.0, 1.8, 1.2, 1.8],
        shape: Shape::Square,
    },
    Look {
        colour: Colour(0x002F_6F9F),
        thickness: 0.9,
        dash: &[2.6, 1.4],
        shape: Shape::TriangleDown,
    },
    Look {
        colour: Colour(0x0080_6414),
        thickness: 0.9,
        dash: &[8.0, 3.0],
        shape: Shape::Cross,
    },
];

/// The look of the series at `index`.
pub(super) fn of(chart: &Chart, index: usize) -> Look {
    match chart.series[index].role {
        Role::Actual => actual(),
        Role::Target => Look {
            colour: TARGET,
            thickness: 1.1,
            dash: &[4.0, 2.2],
            shape: Shape::Diamond,
        },
        Role::Comparator => {
            let nth = chart.series[..index]
                .iter()
                .filter(|series| series.role == Role::Comparator)
                .count();
            COMPARATORS[nth % COMPARATORS.len()]
        }
    }
}

/// The look of the outturn.
pub(super) fn actual() -> Look {
    Look {
        colour: ACTUAL,
        thickness: 1.7,
        dash: &[],
        shape: Shape::Circle,
    }
}

impl Look {
    /// Its line.
    pub fn line(self) -> Stroke {
        Stroke {
            colour: self.colour,
            thickness: self.thickness,
            dash: self.dash,
        }
    }

    /// Its marker at a point; hollow for a provisional figure, and always for a target.
    pub fn marker(self, (x, y): (f64, f64), provisional: bool) -> Item {
        let hollow = provisional || self.shape == Shape::Diamond;
        let fill = if hollow { PAPER } else { self.colour };
        Item::Path {
            segments: self.shape.outline(x, y),
            fill: (self.shape != Shape::Cross).then_some(fill),
            stroke: Some(Stroke {
                colour: self.colour,
                thickness: if self.shape == Shape::Circle {
                    1.3
                } else {
                    0.9
                },
                dash: &[],
            }),
        }
    }

    /// An area in its colour; hollow for a provisional figure.
    pub fn area(self, corners: &[(f64, f64)], provisional: bool) -> Item {
        Item::Path {
            segments: polygon(corners),
            fill: Some(if provisional { PAPER } else { TINT }),
            stroke: Some(Stroke {
                colour: self.colour,
                thickness: 0.9,
                dash: if provisional { &[2.0, 1.2] } else { &[] },
            }),
        }
    }
}

impl Shape {
    fn outline(self, x: f64, y: f64) -> Vec<Segment> {
        match self {
            Self::Circle => circle(x, y, 2.1),
            Self::Diamond => polygon(&[(x, y - 2.9), (x + 2.9, y), (x, y + 2.9), (x - 2.9, y)]),
            Self::Triangle => polygon(&[(x, y - 2.4), (x + 2.3, y + 1.7), (x - 2.3, y + 1.7)]),
            Self::TriangleDown => polygon(&[(x, y + 2.4), (x + 2.3, y - 1.7), (x - 2.3, y - 1.7)]),
            Self::Square => polygon(&[
                (x - 1.8, y - 1.8),
                (x + 1.8, y - 1.8),
                (x + 1.8, y + 1.8),
                (x - 1.8, y + 1.8),
            ]),
            Self::Cross => vec![
                Segment::Move(x - 2.0, y - 2.0),
                Segment::Line(x + 2.0, y + 2.0),
                Segment::Move(x - 2.0, y + 2.0),
                Segment::Line(x + 2.0, y - 2.0),
            ],
        }
    }
}

pub(super) fn polygon(corners: &[(f64, f64)]) -> Vec<Segment> {
    let mut segments = Vec::with_capacity(corners.len() + 1);
    for (at, (x, y)) in corners.iter().enumerate() {
        segments.push(if at == 0 {
            Segment::Move(*x, *y)
        } else {
            Segment::Line(*x, *y)
        });
    }
    segments.push(Segment::Close);
    segments
}

fn circle(x: f64, y: f64, r: f64) -> Vec<Segment> {
    // The usual distance of control points for a quarter circle.
    let k = r * 0.5523;
    vec![
        Segment::Move(x + r, y),
        Segment::Curve([x + r, y + k, x + k, y + r, x, y + r]),
        Segment::Curve([x - k, y + r, x - r, y + k, x - r, y]),
        Segment::Curve([x - r, y - k, x - k, y - r, x, y - r]),
        Segment::Curve([x + k, y - r, x + r, y - k, x + r, y]),
        Segment::Close,
    ]
}
