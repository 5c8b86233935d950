//! A chart of a table: what each of its lines comes to, or which share of the whole each has.
//!
//! Every bar says its figure, so there is no scale to read off. Bars of several columns differ in
//! lightness and stand in the order of the key; shares carry the letter that the key explains. So
//! neither needs colour.

use outturn_model::message::Message;
use outturn_rules::statement::letter;
use rust_decimal::Decimal;

use super::drawing::{Anchor, Colour, Drawing, Item, Segment, Stroke};
use super::look;
use super::plot::{LINE, WORDS, solid, words};
use crate::fonts;

/// A chart of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarChart {
    /// What the table holds, for the text alternative.
    pub title: String,
    /// How it is drawn.
    pub form: BarForm,
    /// The names of the lines.
    pub lines: Vec<String>,
    /// The columns. Each has as many bars as there are lines.
    pub series: Vec<BarSeries>,
    /// The least and the greatest figure of all the charts that are to be read on one scale, where
    /// a long table is drawn in several; nothing where it stands alone.
    pub over: Option<(Decimal, Decimal)>,
}

/// How bars are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarForm {
    /// A bar for each line and column, from nil.
    Beside,
    /// A bar for each column, of its lines end to end. No figure is below nil.
    Shares,
}

/// A column of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarSeries {
    /// Its name in the key.
    pub name: String,
    /// One for each line; nothing where there is no figure.
    pub bars: Vec<Option<Bar>>,
}

/// One figure of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The figure.
    pub value: Decimal,
    /// The figure as it is printed.
    pub words: String,
}

/// How many lines of bars of this many columns fit well on half a page.
pub fn lines_in_one(series: usize) -> usize {
    (32.0 * 15.0 / band(series)).floor().max(1.0) as usize
}

const BAR: f64 = 9.0;
const THIN_BAR: f64 = 7.0;
const BETWEEN: f64 = 6.0;
const SHARES_BAR: f64 = 20.0;
const GAP: f64 = 5.0;
const SWATCH: f64 = 9.0;

/// Dark, light, empty, middle: neighbours differ in greyscale, too.
const FILLS: [(Colour, Colour); 5] = [
    (look::ACTUAL, PAPER),
    (look::TINT, look::INK),
    (Colour(0x0055_636A), PAPER),
    (PAPER, look::INK),
    (Colour(0x00D9_C48A), look::INK),
];
const PAPER: Colour = Colour(0x00FF_FFFF);

/// The height of a line of bars.
fn band(series: usize) -> f64 {
    bar(series) * series.max(1) as f64 + BETWEEN
}

fn bar(series: usize) -> f64 {
    if series > 2 { THIN_BAR } else { BAR }
}

impl BarChart {
    /// Draws it as wide as given, in points, and as high as it needs; nothing where there is no
    /// figure to show.
    pub fn draw(&self, width: f64) -> Option<Drawing> {
        self.bars().next()?;
        let mut items = Vec::new();
        let height = match self.form {
            BarForm::Beside => self.beside(&mut items, width),
            BarForm::Shares => self.shares(&mut items, width)?,
        };
        Some(Drawing {
            width,
            height,
            items,
        })
    }

    fn bars(&self) -> impl Iterator<Item = &Bar> {
        let lines = self.lines.len();
        self.series
            .iter()
            .flat_map(move |series| series.bars.iter().take(lines).flatten())
    }

    /// Bars beside the names of their lines. Gives the height.
    fn beside(&self, items: &mut Vec<Item>, width: f64) -> f64 {
        let left = name_room(&self.lines, width);
        let figures = self
            .bars()
            .map(|bar| fonts::width(&bar.words, WORDS, false))
            .fold(0.0, f64::max);
        let (low, high) = self.reach();
        let span = if low == high {
            Decimal::ONE
        } else {
            high - low
        };
        // Figures of bars below nil stand on their left.
        let start = left
            + if low < Decimal::ZERO {
                figures + GAP
            } else {
                0.0
            };
        let room = (width - start - figures - GAP).max(1.0);
        let x = |value: Decimal| start + room * share(value - low, span);
        let key = self.series.len() > 1;
        let (each, of_line) = (bar(self.series.len()), band(self.series.len()));
        let mut top = 2.0;
        for (line, name) in self.lines.iter().enumerate() {
            let names = wrapped(name, left - GAP);
            let high = of_line.max(names.len() as f64 * LINE + 2.0);
            write_lines(items, 0.0, top + high / 2.0, &names);
            let mut y = top + (high - each * self.series.len() as f64) / 2.0;
            for (at, series) in self.series.iter().enumerate() {
                if let Some(Some(figure)) = series.bars.get(line) {
                    let (from, to) = (x(Decimal::ZERO), x(figure.value));
                    items.push(area(at, (from, y + 0.5), (to, y + each - 0.5)));
                    let (at, anchor) = if figure.value < Decimal::ZERO {
                        (to - 3.0, Anchor::End)
                    } else {
                        (to + 3.0, Anchor::Start)
                    };
                    let base = y + each / 2.0 + 2.6;
                    items.push(words(at, base, &figure.words, anchor, false, look::INK));
                }
                y += each;
            }
            top += high;
        }
        let nil = x(Decimal::ZERO);
        items.push(Item::Path {
            segments: vec![Segment::Move(nil, 0.0), Segment::Line(nil, top)],
            fill: None,
            stroke: Some(solid(look::AXIS, 0.8)),
        });
        if key {
            let names = self.series.iter().map(|series| series.name.clone());
            top = write_key(items, &names.collect::<Vec<_>>(), width, top + 4.0);
        }
        top + 2.0
    }

    /// The least and the greatest figure, and nil.
    fn reach(&self) -> (Decimal, Decimal) {
        let own = || {
            let values = self.bars().map(|bar| bar.value);
            values.fold((Decimal::ZERO, Decimal::ZERO), |(low, high), value| {
                (low.min(value), high.max(value))
            })
        };
        let (low, high) = self.over.unwrap_or_else(own);
        (low.min(Decimal::ZERO), high.max(Decimal::ZERO))
    }

    /// A bar for each column, of its lines end to end. Gives the height.
    fn shares(&self, items: &mut Vec<Item>, width: f64) -> Option<f64> {
        let names: Vec<String> = self
            .series
            .iter()
            .map(|series| series.name.clone())
            .collect();
        let alone = self.series.len() == 1;
        let left = if alone { 0.0 } else { name_room(&names, width) };
        let mut top = 2.0;
        for series in &self.series {
            let bars = || series.bars.iter().take(self.lines.len()).enumerate();
            let whole: Decimal = bars()
                .filter_map(|(_, bar)| Some(bar.as_ref()?.value))
                .sum();
            if whole <= Decimal::ZERO {
                continue;
            }
            if !alone {
                let names = wrapped(&series.name, left - GAP);
                write_lines(items, 0.0, top + SHARES_BAR / 2.0, &names);
            }
            let mut x = left;
            for (line, figure) in bars() {
                let Some(figure) = figure else { continue };
                let wide = (width - left - 1.0) * share(figure.value, whole);
                items.push(area(line, (x, top), (x + wide, top + SHARES_BAR)));
                let full = format!("{} {}", letter(line), figure.words);
                let text = [full, letter(line)]
                    .into_iter()
                    .find(|text| fonts::width(text, WORDS, false) + 3.0 <= wide);
                if let Some(text) = text {
                    let ink = FILLS[line % FILLS.len()].1;
                    let base = top + SHARES_BAR / 2.0 + 2.6;
                    items.push(words(
                        x + wide / 2.0,
                        base,
                        &text,
                        Anchor::Middle,
                        false,
                        ink,
                    ));
                }
                x += wide;
            }
            top += SHARES_BAR + BETWEEN;
        }
        if items.is_empty() {
            return None;
        }
        let lines = self.lines.iter().enumerate();
        let names: Vec<String> = lines
            .map(|(line, name)| format!("{} {name}", letter(line)))
            .collect();
        Some(write_key(items, &names, width, top + 2.0) + 2.0)
    }

    /// What it shows, in words: for each column its greatest figures. Nothing where there is no
    /// figure to show.
    pub fn describe(&self) -> Option<Message> {
        self.bars().next()?;
        let said = self
            .series
            .iter()
            .filter(|series| series.bars.iter().any(Option::is_some))
            .map(|series| self.column(series));
        let columns = said.reduce(|said, column| {
            Message::new("chart-bars-columns")
                .with("first", said)
                .with("then", column)
        })?;
        let key = match self.form {
            BarForm::Beside => "chart-bars-described",
            BarForm::Shares => "chart-shares-described",
        };
        Some(
            Message::new(key)
                .with("title", self.title.as_str())
                .with("columns", columns),
        )
    }

    fn column(&self, series: &BarSeries) -> Message {
        let figures = self.lines.iter().zip(&series.bars);
        let mut figures: Vec<(&String, &Bar)> = figures
            .filter_map(|(line, bar)| Some((line, bar.as_ref()?)))
            .collect();
        figures.sort_by_key(|(_, bar)| std::cmp::Reverse(bar.value));
        let more = figures.len().saturating_sub(SAID);
        let largest: Vec<Message> = figures
            .into_iter()
            .take(SAID)
            .map(|(line, bar)| {
                Message::new("chart-bar")
                    .with("line", line.as_str())
                    .with("value", bar.words.as_str())
            })
            .collect();
        let more = match more {
            0 => Message::new("chart-bars-all"),
            more => Message::new("chart-bars-more").with("count", more),
        };
        Message::new("chart-bars-column")
            .with("name", series.name.as_str())
            .with("largest", largest)
            .with("more", more)
    }
}

/// How many figures of a column the text alternative says: all of a short table.
const SAID: usize = 6;

/// A part of a whole as a place on the canvas, where binary floating point is right.
fn share(part: Decimal, whole: Decimal) -> f64 {
    let share = part.checked_div(whole).unwrap_or_default();
    share.round_dp(9).try_into().unwrap_or(0.0)
}

/// The room for names at the side: as much as they need, at most two fifths.
fn name_room(names: &[String], width: f64) -> f64 {
    let widest = names
        .iter()
        .map(|name| fonts::width(name, WORDS, false))
        .fold(0.0, f64::max);
    (widest + 1.0).min(width * 0.4) + GAP
}

/// The words in lines that fit the room.
fn wrapped(text: &str, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if fonts::width(&format!("{line} {word}"), WORDS, false) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Lines of words, the middle of all of them at `middle`.
fn write_lines(items: &mut Vec<Item>, x: f64, middle: f64, lines: &[String]) {
    let top = middle - lines.len() as f64 * LINE / 2.0;
    for (row, line) in lines.iter().enumerate() {
        let base = top + row as f64 * LINE + LINE / 2.0 + 2.6;
        items.push(words(x, base, line, Anchor::Start, false, look::INK));
    }
}

/// The key, in rows that fit the width. Gives where it ends.
fn write_key(items: &mut Vec<Item>, names: &[String], width: f64, top: f64) -> f64 {
    let (mut x, mut top) = (0.0, top);
    for (at, name) in names.iter().enumerate() {
        let room = (width - SWATCH - 4.0).max(1.0);
        let lines = wrapped(name, room);
        let widest = lines
            .iter()
            .map(|line| fonts::width(line, WORDS, false))
            .fold(0.0, f64::max);
        let needed = SWATCH + 4.0 + widest;
        if x > 0.0 && x + needed > width {
            (x, top) = (0.0, top + LINE + 2.0);
        }
        let middle = top + LINE / 2.0;
        items.push(area(at, (x, middle - 3.5), (x + SWATCH, middle + 3.5)));
        let block = lines.len() as f64 * LINE;
        write_lines(items, x + SWATCH + 4.0, top + block / 2.0, &lines);
        if lines.len() > 1 {
            (x, top) = (0.0, top + block + 2.0);
        } else {
            x += needed + 11.0;
        }
    }
    if x > 0.0 { top + LINE } else { top }
}

/// A bar in the look of its column or its line.
fn area(at: usize, from: (f64, f64), to: (f64, f64)) -> Item {
    let (fill, _) = FILLS[at % FILLS.len()];
    let corners = [from, (to.0, from.1), to, (from.0, to.1)];
    Item::Path {
        segments: look::polygon(&corners),
        fill: Some(fill),
        stroke: Some(Stroke {
            colour: if fill == look::ACTUAL {
                PAPER
            } else {
                look::ACTUAL
            },
            thickness: 0.6,
            dash: &[],
        }),
    }
}
