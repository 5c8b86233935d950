//! Drawings as data.

use serde_json::{Value, json};

use crate::chart::{Anchor, Chart, Item, Segment, Size, draw};
use crate::fonts::printable;

/// Where a chart stands, which decides its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// By itself, over the width of the page.
    Page,
    /// In a card, beside a narrow grid.
    Beside,
    /// In a card, under a wide grid.
    Under,
}

impl Shape {
    fn size(self) -> Size {
        let (width, height) = match self {
            Self::Page => (481.0, 190.0),
            Self::Beside => (172.0, 134.0),
            Self::Under => (481.0, 128.0),
        };
        Size { width, height }
    }
}

/// A chart's drawing, or nothing when it has no figure to show.
pub(super) fn drawing(chart: &Chart, shape: Shape) -> Option<Value> {
    let drawing = draw(chart, shape.size())?;
    let items: Vec<Value> = drawing.items.iter().map(item).collect();
    Some(json!({"w": drawing.width, "h": drawing.height, "items": items}))
}

fn item(item: &Item) -> Value {
    match item {
        Item::Path {
            segments,
            fill,
            stroke,
        } => {
            let stroke = stroke
                .as_ref()
                .map(|s| json!([s.colour.hex(), length(s.thickness), s.dash]));
            let steps: Vec<Value> = segments.iter().map(segment).collect();
            json!({"d": steps, "f": fill.map(|colour| colour.hex()), "s": stroke})
        }
        Item::Words {
            x,
            y,
            text,
            anchor,
            size,
            strong,
            colour,
        } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            json!({
                "t": printable(text),
                "x": length(*x),
                "y": length(*y),
                "a": anchor,
                "z": length(*size),
                "b": strong,
                "c": colour.hex(),
            })
        }
    }
}

fn segment(segment: &Segment) -> Value {
    match segment {
        Segment::Move(x, y) => json!(["m", length(*x), length(*y)]),
        Segment::Line(x, y) => json!(["l", length(*x), length(*y)]),
        Segment::Curve(at) => {
            let at = at.map(length);
            json!(["c", at[0], at[1], at[2], at[3], at[4], at[5]])
        }
        Segment::Close => json!(["z"]),
    }
}

/// The same hundredths of a point as in SVG.
fn length(points: f64) -> f64 {
    (points * 100.0).round() / 100.0
}
