//! Puts a chart's figures on a canvas: heading line, plot, periods, key.

use rust_decimal::Decimal;

use super::drawing::{Anchor, Colour, Drawing, Item, Segment, Stroke};
use super::key;
use super::look::{self, Look};
use super::scale::Scale;
use super::{Chart, Form, Point, Role, Series, Size, Toward};
use crate::fonts;

/// The size of words on a chart.
pub(super) const WORDS: f64 = 7.5;
/// The height of a line of them.
pub(super) const LINE: f64 = 10.0;
const TICK_GAP: f64 = 4.0;

/// Draws a chart, or nothing when it has no figure to show.
pub fn draw(chart: &Chart, size: Size) -> Option<Drawing> {
    let values: Vec<Decimal> = chart
        .series
        .iter()
        .flat_map(Series::figures)
        .filter(|(period, _)| *period < chart.periods.len())
        .map(|(_, point)| point.value)
        .collect();
    let scale = Scale::over(&values, chart.form == Form::Bars, &chart.unit)?;
    let key = key::rows(chart, size.width);
    let plot = Plot::new(chart, &scale, size, key.len());
    let mut items = Vec::new();
    plot.heading(&mut items);
    plot.grid(&mut items);
    plot.periods(&mut items);
    let shown = chart.series.iter().enumerate();
    for role in [Role::Comparator, Role::Target, Role::Actual] {
        for (index, series) in shown.clone().filter(|(_, series)| series.role == role) {
            plot.series(&mut items, series, look::of(chart, index));
        }
    }
    plot.latest(&mut items);
    key::draw(&mut items, &key, size.height - key.len() as f64 * LINE);
    Some(Drawing {
        width: size.width,
        height: size.height,
        items,
    })
}

/// The plot's place on the canvas and everything that is drawn into it.
struct Plot<'a> {
    chart: &'a Chart,
    scale: &'a Scale,
    left: f64,
    right: f64,
    top: f64,
    foot: f64,
    labels: Vec<Vec<String>>,
}

impl<'a> Plot<'a> {
    fn new(chart: &'a Chart, scale: &'a Scale, size: Size, key_rows: usize) -> Self {
        let widest = scale
            .ticks
            .iter()
            .map(|tick| fonts::width(&scale.words(*tick, &chart.unit), WORDS, false))
            .fold(0.0, f64::max);
        let left = widest + TICK_GAP + 1.0;
        let right = size.width - 2.0;
        let band = (right - left) / chart.periods.len() as f64;
        let labels = period_labels(&chart.periods, band);
        let lines = labels.iter().map(Vec::len).max().unwrap_or(1);
        let headed = chart.measured_in.is_some() || chart.hint.is_some();
        Self {
            chart,
            scale,
            left,
            right,
            // The figure beside the last marker has room over the highest.
            top: if headed { 23.0 } else { 13.0 },
            foot: size.height - (key_rows + lines) as f64 * LINE - 6.0,
            labels,
        }
    }

    fn x(&self, period: usize) -> f64 {
        let band = (self.right - self.left) / self.chart.periods.len() as f64;
        self.left + band * (period as f64 + 0.5)
    }

    fn y(&self, value: Decimal) -> f64 {
        self.foot - (self.foot - self.top) * self.scale.share(value)
    }

    /// The unit over the scale, and which way is good.
    fn heading(&self, items: &mut Vec<Item>) {
        if let Some(unit) = &self.chart.measured_in {
            items.push(words(0.0, 8.0, unit, Anchor::Start, false, look::MUTED));
        }
        let Some(hint) = &self.chart.hint else { return };
        let arrow = match hint.toward {
            Toward::Neither => 0.0,
            Toward::Up | Toward::Down => 9.0,
        };
        items.push(words(
            self.right - arrow,
            8.0,
            &hint.words,
            Anchor::End,
            false,
            look::MUTED,
        ));
        if arrow > 0.0 {
            let (tip, tail) = match hint.toward {
                Toward::Up => (2.2, 8.0),
                _ => (8.0, 2.2),
            };
            let x = self.right - 3.5;
            let barb = tip + (tail - tip) * 0.45;
            items.push(Item::Path {
                segments: vec![
                    Segment::Move(x, tail),
                    Segment::Line(x, tip),
                    Segment::Move(x - 2.4, barb),
                    Segment::Line(x, tip),
                    Segment::Line(x + 2.4, barb),
                ],
                fill: None,
                stroke: Some(solid(look::MUTED, 0.9)),
            });
        }
    }

    /// Fine lines at the ticks, a stronger one at zero or at the foot.
    fn grid(&self, items: &mut Vec<Item>) {
        let mut fine = Vec::new();
        for tick in &self.scale.ticks {
            let y = self.y(*tick);
            fine.push(Segment::Move(self.left, y));
            fine.push(Segment::Line(self.right, y));
            let text = self.scale.words(*tick, &self.chart.unit);
            items.push(words(
                self.left - TICK_GAP,
                y + 2.5,
                &text,
                Anchor::End,
                false,
                look::MUTED,
            ));
        }
        items.push(Item::Path {
            segments: fine,
            fill: None,
            stroke: Some(solid(look::GRID, 0.5)),
        });
        let base = self.y(Decimal::ZERO.clamp(self.scale.low, self.scale.high));
        items.push(Item::Path {
            segments: vec![
                Segment::Move(self.left, base),
                Segment::Line(self.right, base),
            ],
            fill: None,
            stroke: Some(solid(look::AXIS, 0.8)),
        });
    }

    fn periods(&self, items: &mut Vec<Item>) {
        for (period, lines) in self.labels.iter().enumerate() {
            for (row, line) in lines.iter().enumerate() {
                let y = self.foot + LINE * (row as f64 + 1.0);
                items.push(words(
                    self.x(period),
                    y,
                    line,
                    Anchor::Middle,
                    false,
                    look::MUTED,
                ));
            }
        }
    }

    fn series(&self, items: &mut Vec<Item>, series: &Series, look: Look) {
        if series.role == Role::Actual && self.chart.form == Form::Bars {
            self.bars(items, series, look);
            return;
        }
        let mut line = Vec::new();
        let mut before = None;
        for (period, point) in series
            .figures()
            .take_while(|(p, _)| *p < self.chart.periods.len())
        {
            let at = (self.x(period), self.y(point.value));
            // A gap breaks the line: nothing is drawn where nothing is known.
            line.push(match before {
                Some(last) if last + 1 == period => Segment::Line(at.0, at.1),
                _ => Segment::Move(at.0, at.1),
            });
            before = Some(period);
        }
        items.push(Item::Path {
            segments: line,
            fill: None,
            stroke: Some(look.line()),
        });
        for (period, point) in series
            .figures()
            .take_while(|(p, _)| *p < self.chart.periods.len())
        {
            let at = (self.x(period), self.y(point.value));
            items.push(look.marker(at, point.provisional));
        }
    }

    fn bars(&self, items: &mut Vec<Item>, series: &Series, look: Look) {
        let band = (self.right - self.left) / self.chart.periods.len() as f64;
        let half = (band * 0.28).min(16.0);
        let zero = self.y(Decimal::ZERO);
        for (period, point) in series
            .figures()
            .take_while(|(p, _)| *p < self.chart.periods.len())
        {
            let (x, y) = (self.x(period), self.y(point.value));
            items.push(look.area(
                &[
                    (x - half, zero),
                    (x - half, y),
                    (x + half, y),
                    (x + half, zero),
                ],
                point.provisional,
            ));
        }
    }

    /// The latest actual figure, in words beside its marker.
    fn latest(&self, items: &mut Vec<Item>) {
        let inside = |(period, _): &(usize, &Point)| *period < self.chart.periods.len();
        let Some(series) = self.chart.first(Role::Actual) else {
            return;
        };
        let Some((period, point)) = series.figures().rfind(inside) else {
            return;
        };
        let y = self.y(point.value);
        let below = point.value < Decimal::ZERO && self.chart.form == Form::Bars;
        let others = |from: f64, to: f64| {
            self.chart
                .series
                .iter()
                .filter(|other| other.role != Role::Actual)
                .filter_map(|other| other.points.get(period).and_then(Option::as_ref))
                .map(|other| self.y(other.value))
                .any(|other| other > from && other < to)
        };
        let crowded_above = y - 13.0 < self.top - 4.0 || others(y - 15.0, y);
        let room_below = y + 13.0 < self.foot && !others(y, y + 15.0);
        let width = fonts::width(&point.words, WORDS + 0.5, true);
        let x = self.x(period);
        let room_beside = self.chart.form == Form::Line && x + 6.0 + width < self.right;
        let (x, line, anchor) = if !below && !crowded_above {
            (x.min(self.right - width / 2.0), y - 5.5, Anchor::Middle)
        } else if below || room_below {
            (x.min(self.right - width / 2.0), y + 11.0, Anchor::Middle)
        } else if room_beside {
            (x + 5.0, y + 4.5, Anchor::Start)
        } else {
            (x.min(self.right - width / 2.0), y - 5.5, Anchor::Middle)
        };
        items.push(Item::Words {
            x,
            y: line,
            text: point.words.clone(),
            anchor,
            size: WORDS + 0.5,
            strong: true,
            colour: look::ACTUAL,
        });
    }
}

/// The periods' words, over at most two lines; where they still do not fit, only every second,
/// third… is shown, always with the latest.
fn period_labels(periods: &[String], band: f64) -> Vec<Vec<String>> {
    let room = band - 3.0;
    let labels: Vec<Vec<String>> = periods
        .iter()
        .map(|period| in_lines(period, room))
        .collect();
    let widest = labels
        .iter()
        .flatten()
        .map(|line| fonts::width(line, WORDS, false))
        .fold(0.0, f64::max);
    let every = ((widest + 3.0) / band).ceil().max(1.0) as usize;
    let last = labels.len().saturating_sub(1);
    labels
        .into_iter()
        .enumerate()
        .map(|(at, lines)| {
            if (last - at).is_multiple_of(every) {
                lines
            } else {
                Vec::new()
            }
        })
        .collect()
}

/// One line, or two where the words are wider than the room.
fn in_lines(text: &str, room: f64) -> Vec<String> {
    let width = |line: &str| fonts::width(line, WORDS, false);
    if width(text) <= room {
        return vec![text.to_owned()];
    }
    let split = text
        .match_indices(' ')
        .map(|(at, _)| (&text[..at], &text[at + 1..]))
        .min_by(|a, b| {
            let longer = |parts: &(&str, &str)| width(parts.0).max(width(parts.1));
            longer(a).total_cmp(&longer(b))
        });
    match split {
        Some((first, second)) => vec![first.to_owned(), second.to_owned()],
        None => vec![text.to_owned()],
    }
}

pub(super) fn words(
    x: f64,
    y: f64,
    text: &str,
    anchor: Anchor,
    strong: bool,
    colour: Colour,
) -> Item {
    Item::Words {
        x,
        y,
        text: text.to_owned(),
        anchor,
        size: WORDS,
        strong,
        colour,
    }
}

pub(super) fn solid(colour: Colour, thickness: f64) -> Stroke {
    Stroke {
        colour,
        thickness,
        dash: &[],
    }
}
