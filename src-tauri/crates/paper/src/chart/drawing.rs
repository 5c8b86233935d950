//! Lines, areas and words on a canvas, and the same as SVG.

use std::fmt::Write;

use crate::fonts;

/// A finished drawing. Lengths are points; the origin is the top left.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The width of the canvas.
    pub width: f64,
    /// The height of the canvas.
    pub height: f64,
    /// What is on it, from back to front.
    pub items: Vec<Item>,
}

/// One thing on the canvas.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A line or an area.
    Path {
        /// Its course.
        segments: Vec<Segment>,
        /// What fills it.
        fill: Option<Colour>,
        /// What outlines it.
        stroke: Option<Stroke>,
    },
    /// A line of words.
    Words {
        /// Where the words are anchored.
        x: f64,
        /// The line they stand on.
        y: f64,
        /// The words.
        text: String,
        /// Which end of them is at `x`.
        anchor: Anchor,
        /// Their size.
        size: f64,
        /// Whether they are bold.
        strong: bool,
        /// Their colour.
        colour: Colour,
    },
}

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Starts anew at a point.
    Move(f64, f64),
    /// A straight line to a point.
    Line(f64, f64),
    /// A cubic curve with two control points to a point.
    Curve([f64; 6]),
    /// Back to where it started.
    Close,
}

/// How a line is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its thickness.
    pub thickness: f64,
    /// Lengths drawn and left out by turns; a whole line when empty.
    pub dash: &'static [f64],
}

/// A colour as `0xRRGGBB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u32);

impl Colour {
    /// As `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:06x}", self.0 & 0x00FF_FFFF)
    }
}

/// Which end of a line of words is at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Drawing {
    /// The drawing as a whole SVG document.
    ///
    /// `alternative` is what a reader hears in place of the picture. Words in the drawing are
    /// escaped: nothing in them can become markup.
    pub fn svg(&self, alternative: &str) -> String {
        let mut svg = String::with_capacity(8 * 1024);
        let (width, height) = (number(self.width), number(self.height));
        // Writing to a string cannot fail.
        let _ = write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{}\" \
             font-family=\"'{}', sans-serif\">",
            escaped(alternative),
            fonts::FAMILY,
        );
        for item in &self.items {
            match item {
                Item::Path {
                    segments,
                    fill,
                    stroke,
                } => write_path(&mut svg, segments, *fill, stroke.as_ref()),
                Item::Words { .. } => write_words(&mut svg, item),
            }
        }
        svg.push_str("</svg>");
        svg
    }
}

fn write_path(
    svg: &mut String,
    segments: &[Segment],
    fill: Option<Colour>,
    stroke: Option<&Stroke>,
) {
    svg.push_str("<path d=\"");
    for segment in segments {
        let _ = match segment {
            Segment::Move(x, y) => write!(svg, "M{} {}", number(*x), number(*y)),
            Segment::Line(x, y) => write!(svg, "L{} {}", number(*x), number(*y)),
            Segment::Curve(at) => write!(svg, "C{}", at.map(number).join(" ")),
            Segment::Close => write!(svg, "Z"),
        };
    }
    let _ = write!(
        svg,
        "\" fill=\"{}\"",
        fill.map_or("none".to_owned(), Colour::hex)
    );
    if let Some(stroke) = stroke {
        let _ = write!(
            svg,
            " stroke=\"{}\" stroke-width=\"{}\"",
            stroke.colour.hex(),
            number(stroke.thickness)
        );
        if !stroke.dash.is_empty() {
            let dash: Vec<String> = stroke.dash.iter().copied().map(number).collect();
            let _ = write!(svg, " stroke-dasharray=\"{}\"", dash.join(" "));
        }
    }
    svg.push_str("/>");
}

fn write_words(svg: &mut String, item: &Item) {
    let Item::Words {
        x,
        y,
        text,
        anchor,
        size,
        strong,
        colour,
    } = item
    else {
        return;
    };
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let weight = if *strong { " font-weight=\"600\"" } else { "" };
    let _ = write!(
        svg,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight} text-anchor=\"{anchor}\" fill=\"{}\">{}</text>",
        number(*x),
        number(*y),
        number(*size),
        colour.hex(),
        escaped(text),
    );
}

/// A length to a hundredth of a point, without noise.
pub(crate) fn number(length: f64) -> String {
    let hundredths = hundredths(length);
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
    match part {
        0 => format!("{sign}{whole}"),
        part if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
        part => format!("{sign}{whole}.{part:02}"),
    }
}

/// A length in whole hundredths of a point.
pub(crate) fn hundredths(length: f64) -> i64 {
    (length * 100.0).round() as i64
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in fonts::printable(text).chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\n' => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn lengths_have_no_noise() {
        for (length, text) in [
            (0.1 + 0.2, "0.3"),
            (12.0, "12"),
            (-0.001, "0"),
            (-3.05, "-3.05"),
            (1.0 / 3.0, "0.33"),
        ] {
            assert_eq!(number(length), text);
        }
    }
}
