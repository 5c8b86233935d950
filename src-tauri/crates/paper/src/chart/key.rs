//! The key under a chart: a sample and a name for each series that has figures.

use super::drawing::{Anchor, Item, Segment};
use super::look::{self, Look};
use super::plot::{LINE, WORDS, words};
use super::{Chart, Form, Role};
use crate::fonts;

const SAMPLE: f64 = 17.0;
const GAP: f64 = 11.0;

/// One entry of the key: how it looks, its words, and where it starts in its row.
pub(super) struct Entry {
    look: Look,
    bars: bool,
    hollow: bool,
    words: String,
    x: f64,
}

/// The entries in rows that fit the width.
pub(super) fn rows(chart: &Chart, width: f64) -> Vec<Vec<Entry>> {
    let order = [Role::Actual, Role::Target, Role::Comparator];
    let mut entries: Vec<(Look, bool, bool, String)> = Vec::new();
    for role in order {
        for (index, series) in chart
            .series
            .iter()
            .enumerate()
            .filter(|(_, s)| s.role == role)
        {
            if series.figures().next().is_some() {
                let bars = role == Role::Actual && chart.form == Form::Bars;
                entries.push((look::of(chart, index), bars, false, series.name.clone()));
            }
        }
    }
    if let (Some(word), Some(actual)) = (&chart.provisional, chart.first(Role::Actual))
        && actual.figures().any(|(_, point)| point.provisional)
    {
        let bars = chart.form == Form::Bars;
        entries.push((look::actual(), bars, true, word.clone()));
    }
    let mut rows: Vec<Vec<Entry>> = Vec::new();
    let mut x = 0.0;
    for (look, bars, hollow, words) in entries {
        let room = SAMPLE + 3.0 + fonts::width(&words, WORDS, false);
        if rows.is_empty() || x + room > width {
            rows.push(Vec::new());
            x = 0.0;
        }
        if let Some(row) = rows.last_mut() {
            row.push(Entry {
                look,
                bars,
                hollow,
                words,
                x,
            });
        }
        x += room + GAP;
    }
    rows
}

/// Draws the rows from `top` downwards.
pub(super) fn draw(items: &mut Vec<Item>, rows: &[Vec<Entry>], top: f64) {
    for (row, entries) in rows.iter().enumerate() {
        let y = top + LINE * row as f64 + LINE / 2.0;
        for entry in entries {
            let (start, end) = (entry.x, entry.x + SAMPLE);
            let middle = (start + end) / 2.0;
            if entry.bars {
                let corners = [
                    (middle - 4.0, y + 3.0),
                    (middle - 4.0, y - 3.0),
                    (middle + 4.0, y - 3.0),
                    (middle + 4.0, y + 3.0),
                ];
                items.push(entry.look.area(&corners, entry.hollow));
            } else {
                items.push(Item::Path {
                    segments: vec![Segment::Move(start, y), Segment::Line(end, y)],
                    fill: None,
                    stroke: Some(entry.look.line()),
                });
                items.push(entry.look.marker((middle, y), entry.hollow));
            }
            items.push(words(
                end + 3.0,
                y + 2.6,
                &entry.words,
                Anchor::Start,
                false,
                look::INK,
            ));
        }
    }
}
