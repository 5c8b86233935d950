//! Checks of the figures that stand in a report's words.

use std::collections::{HashMap, HashSet};

use outturn_model::{Message, Place, RowId};

use super::Found;
use super::ground::{self, Ground, Passage};
use super::reading;
use crate::outline::OutlineItem;

/// Two figures of which one may be the other, mistyped.
#[derive(Debug, Clone)]
pub(super) struct NearlySame {
    place: Place,
    part: Option<RowId>,
    subject: Message,
    figure: String,
    other_at: Message,
    other: String,
    /// Whether two neighbouring digits are swapped; else one digit differs.
    swapped: bool,
}

/// Two large figures do not differ in one digit only, or by two neighbouring digits swapped (R1: a
/// reward of £484,444 in the headlines and of £486,444 on its card).
pub(super) fn figures_nearly_same(
    ground: &Ground<'_>,
    item: &OutlineItem<'_>,
    found: &mut Found<'_>,
) {
    for pair in ground.nearly_same(item.section) {
        found.part = pair.part.clone();
        found.add(pair.place.clone(), |message| {
            message
                .with("subject", pair.subject.clone())
                .with("figure", pair.figure.as_str())
                .with("other", pair.other.as_str())
                .with("other_at", pair.other_at.clone())
                .with("slip", if pair.swapped { "swap" } else { "digit" })
        });
    }
}

/// The pairs of figures that are nearly the same, each at the place of the later one.
///
/// Two figures that stand in one paragraph somewhere are told apart by whoever wrote it, and make no
/// pair. Each figure is looked up by itself with one digit blotted out, so that the time is in
/// proportion to the length of the report.
pub(super) fn nearly_same(ground: &Ground<'_>) -> HashMap<RowId, Vec<NearlySame>> {
    let mut seen = Seen::default();
    let mut pairs: HashMap<RowId, Vec<NearlySame>> = HashMap::new();
    let items = ground.outline.items();
    let passages: Vec<Passage<'_>> = items
        .iter()
        .flat_map(|item| {
            let passages = ground::passages(ground, item).into_iter();
            passages.chain(ground::row_texts(ground, item))
        })
        .collect();
    for (at, passage) in passages.iter().enumerate() {
        for line in passage.plain.lines() {
            seen.line(at, line);
        }
    }
    for (at, other, swapped) in seen.pairs() {
        let (passage, other_passage) = (&passages[at.first], &passages[other.first]);
        let section = passage.item.section.id.row().clone();
        pairs.entry(section).or_default().push(NearlySame {
            place: passage.place.clone(),
            part: passage.part.cloned(),
            subject: passage.subject(),
            figure: at.figure.to_owned(),
            other_at: other_passage.whereabouts(),
            other: other.figure.to_owned(),
            swapped,
        });
    }
    pairs
}

/// The figures of a report in reading order, each once.
#[derive(Default)]
struct Seen<'p> {
    figures: Vec<Figure<'p>>,
    by_text: HashMap<&'p str, usize>,
    lines: usize,
}

struct Figure<'p> {
    figure: &'p str,
    /// The passage where it first stands.
    first: usize,
    /// The lines of the report where it stands.
    lines: HashSet<usize>,
}

impl<'p> Seen<'p> {
    fn line(&mut self, passage: usize, line: &'p str) {
        self.lines += 1;
        for figure in reading::large_figures(line) {
            let at = *self.by_text.entry(figure).or_insert_with(|| {
                self.figures.push(Figure {
                    figure,
                    first: passage,
                    lines: HashSet::new(),
                });
                self.figures.len() - 1
            });
            self.figures[at].lines.insert(self.lines);
        }
    }

    /// The later figure of each pair, the earlier one, and whether digits are swapped.
    fn pairs(&self) -> Vec<(&Figure<'p>, &Figure<'p>, bool)> {
        let mut pairs = Vec::new();
        let mut blotted: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, figure) in self.figures.iter().enumerate() {
            let swaps = swapped(figure.figure);
            let swaps = swaps.filter_map(|text| self.by_text.get(&*text).copied());
            let mut others: Vec<(usize, bool)> = swaps
                .filter(|other| *other < at)
                .map(|other| (other, true))
                .collect();
            for text in blots(figure.figure) {
                let alike = blotted.entry(text).or_default();
                others.extend(alike.iter().map(|other| (*other, false)));
                alike.push(at);
            }
            others.sort_unstable();
            let others = others
                .into_iter()
                .map(|(other, swapped)| (figure, &self.figures[other], swapped));
            pairs.extend(others.filter(|(a, b, _)| a.lines.is_disjoint(&b.lines)));
        }
        pairs
    }
}

/// A figure with each of its digits blotted out in turn.
fn blots(figure: &str) -> impl Iterator<Item = String> {
    digits(figure).map(|at| format!("{}*{}", &figure[..at], &figure[at + 1..]))
}

/// A figure with each two neighbouring digits swapped in turn, where they differ.
fn swapped(figure: &str) -> impl Iterator<Item = String> {
    digits(figure)
        .zip(digits(figure).skip(1))
        .filter_map(move |(a, b)| {
            let mut bytes = figure.as_bytes().to_owned();
            bytes.swap(a, b);
            String::from_utf8(bytes).ok().filter(|text| text != figure)
        })
}

/// Where the digits of a figure stand.
fn digits(figure: &str) -> impl Iterator<Item = usize> {
    let bytes = figure.bytes().enumerate();
    bytes.filter_map(|(at, byte)| byte.is_ascii_digit().then_some(at))
}
