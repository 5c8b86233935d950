//! Drawings as data.

use serde_json::{Value, json};

use super::look::on_white;
use crate::chart::{self, Anchor, Colour, Item, Picture, Segment, Size};
use crate::fonts::printable;

/// The page that a chart stands on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Page {
    /// The width between its margins, in points.
    pub width: f64,
    /// The colour of the paper's headings, which charts take up.
    pub accent: Option<Colour>,
}

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
    fn size(self, page: Page) -> Size {
        let (width, height) = match self {
            Self::Page => (page.width, 190.0),
            Self::Beside => (172.0, 134.0),
            Self::Under => (page.width, 128.0),
        };
        Size { width, height }
    }
}

/// A chart's drawing, or nothing when it has no figure to show.
pub(super) fn drawing(picture: &Picture, shape: Shape, page: Page) -> Option<Value> {
    let drawing = picture.draw(shape.size(page))?;
    let items = drawing.items.iter().map(|each| item(each, page));
    let items: Vec<Value> = items.collect();
    Some(json!({"w": drawing.width, "h": drawing.height, "items": items}))
}

impl Page {
    /// The colour that a chart's colour has on this page: those of the paper itself follow its
    /// accent.
    fn colour(self, colour: Colour) -> Colour {
        match (self.accent, colour) {
            (Some(accent), chart::OWN) => accent,
            (Some(accent), chart::OWN_LIGHT) => on_white(accent, 40),
            _ => colour,
        }
    }
}

fn item(item: &Item, page: Page) -> Value {
    let hex = |colour: Colour| page.colour(colour).hex();
    match item {
        Item::Path {
            segments,
            fill,
            stroke,
        } => {
            let stroke = stroke
                .as_ref()
                .map(|s| json!([hex(s.colour), length(s.thickness), s.dash]));
            let steps: Vec<Value> = segments.iter().map(segment).collect();
            json!({"d": steps, "f": fill.map(hex), "s": stroke})
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
                "c": hex(*colour),
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
