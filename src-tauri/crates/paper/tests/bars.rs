//! Charts of tables: what is drawn, and what is said about it.

#![allow(clippy::unwrap_used)]

use outturn_paper::chart::{Anchor, Bar, BarChart, BarForm, BarSeries, Drawing, Item, Segment};
use outturn_words::Words;
use rust_decimal::Decimal;

const WIDTH: f64 = 481.0;

/// A chart of columns, each a name and its figures; `-` where there is none.
fn chart(form: BarForm, columns: &[(&str, &str)]) -> BarChart {
    let series = columns.iter().map(|(name, figures)| BarSeries {
        name: (*name).into(),
        bars: figures
            .split(' ')
            .map(|text| {
                let value: Decimal = text.parse().ok()?;
                let words = format!("{text}!");
                Some(Bar { value, words })
            })
            .collect(),
    });
    let series: Vec<BarSeries> = series.collect();
    let count = series.first().map_or(0, |series| series.bars.len());
    let lines = (0..count).map(|line| format!("Line {}", line + 1));
    BarChart {
        title: "Placements".into(),
        form,
        lines: lines.collect(),
        series,
        over: None,
    }
}

/// The ends of every filled area, left to right, rounded to whole points.
fn areas(drawing: &Drawing) -> Vec<(i64, i64)> {
    let across = |segments: &[Segment]| {
        let xs: Vec<f64> = segments
            .iter()
            .filter_map(|segment| match segment {
                Segment::Move(x, _) | Segment::Line(x, _) => Some(*x),
                _ => None,
            })
            .collect();
        let least = xs.iter().copied().fold(f64::MAX, f64::min);
        let most = xs.iter().copied().fold(f64::MIN, f64::max);
        (least.round() as i64, most.round() as i64)
    };
    let filled = drawing.items.iter().filter_map(|item| match item {
        Item::Path {
            segments,
            fill: Some(_),
            ..
        } => Some(across(segments)),
        _ => None,
    });
    filled.collect()
}

fn texts(drawing: &Drawing) -> Vec<&str> {
    let words = drawing.items.iter().filter_map(|item| match item {
        Item::Words { text, .. } => Some(text.as_str()),
        Item::Path { .. } => None,
    });
    words.collect()
}

#[test]
fn bars_are_as_long_as_their_figures_from_one_nil() {
    let drawing = chart(BarForm::Beside, &[("Cost", "100 50 -25")])
        .draw(WIDTH)
        .unwrap();
    let bars = areas(&drawing);
    let nil = bars[0].0;
    let lengths: Vec<i64> = bars.iter().map(|(from, to)| to - from).collect();
    assert_eq!((bars[1].0, bars[2].1), (nil, nil));
    assert!((lengths[0] - 2 * lengths[1]).abs() <= 1, "{lengths:?}");
    assert!((lengths[0] - 4 * lengths[2]).abs() <= 2, "{lengths:?}");
    for figure in ["100!", "50!", "-25!", "Line 1", "Line 3"] {
        assert!(texts(&drawing).contains(&figure), "{figure}");
    }
}

#[test]
fn charts_on_one_scale_draw_the_same_figure_as_long() {
    let alone = chart(BarForm::Beside, &[("Cost", "10 10")]);
    let beside_more = BarChart {
        over: Some((Decimal::ZERO, Decimal::from(40))),
        ..alone.clone()
    };
    let length = |chart: &BarChart| {
        let bars = areas(&chart.draw(WIDTH).unwrap());
        bars[0].1 - bars[0].0
    };
    assert!((length(&alone) - 4 * length(&beside_more)).abs() <= 2);
}

#[test]
fn shares_fill_the_width_and_carry_letters() {
    let columns = [("2007/08", "67 50 23"), ("2008/09", "1 - 1")];
    let drawing = chart(BarForm::Shares, &columns).draw(WIDTH).unwrap();
    let bars = areas(&drawing);
    assert_eq!((bars[0].1, bars[1].1), (bars[1].0, bars[2].0));
    assert_eq!((bars[2].1, bars[4].1), (480, 480));
    let middle = |(from, to): (i64, i64)| to - from;
    assert!((middle(bars[3]) - middle(bars[4])).abs() <= 1);
    for text in ["A 67!", "A Line 1", "C Line 3", "2007/08"] {
        assert!(texts(&drawing).contains(&text), "{text}");
    }
}

#[test]
fn every_shape_stays_on_its_canvas() {
    let long = "A line with a name that goes on for a good deal longer than a line of words on a page ever should, and then some";
    let many = vec!["7"; 60].join(" ");
    let one = |form, columns: &[(&str, &str)]| chart(form, columns);
    let mut charts = Vec::new();
    for form in [BarForm::Beside, BarForm::Shares] {
        charts.push(one(form, &[("x", "7")]));
        charts.push(one(form, &[("x", &many)]));
        charts.push(one(form, &[("x", "1 2 3"), ("y", "0 0 0"), ("z", "- - 9")]));
        charts.push(one(form, &[(long, "1 2"), (long, "3 4")]));
        let mut named = one(form, &[("x", "1 2")]);
        named.lines = vec![long.into(), long.replace(' ', "")];
        charts.push(named);
    }
    charts.push(one(BarForm::Beside, &[("x", "0 0")]));
    charts.push(one(BarForm::Beside, &[("x", "-1 -200000")]));
    for chart in &charts {
        let drawing = chart.draw(WIDTH).unwrap();
        let on = |x: f64, y: f64| {
            let inside = (-0.5..=WIDTH + 0.5).contains(&x) && (0.0..=drawing.height).contains(&y);
            assert!(inside, "{x}, {y} in {}", drawing.height);
        };
        for item in &drawing.items {
            match item {
                Item::Words { x, y, anchor, .. } => {
                    on(*x, *y);
                    assert!(*anchor != Anchor::End || *x > 0.0);
                }
                Item::Path { segments, .. } => {
                    for segment in segments {
                        if let Segment::Move(x, y) | Segment::Line(x, y) = segment {
                            on(*x, *y);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_is_drawn_or_said_without_figures() {
    for chart in [
        chart(BarForm::Beside, &[]),
        chart(BarForm::Beside, &[("x", "- -")]),
        chart(BarForm::Shares, &[("x", "-")]),
    ] {
        assert_eq!(chart.draw(WIDTH), None);
        assert_eq!(chart.describe(), None);
    }
    let nil = chart(BarForm::Shares, &[("x", "0 0")]);
    assert_eq!(nil.draw(WIDTH), None, "nothing has a share of nothing");
}

#[test]
fn the_description_says_the_greatest_figures_of_each_column() {
    let words = Words::british();
    let said = |chart: &BarChart| words.say(&chart.describe().unwrap());
    let two = [("2007/08", "67 50"), ("2008/09", "- 3")];
    assert_eq!(
        said(&chart(BarForm::Beside, &two)),
        "Bar chart of Placements. 2007/08: Line 1 67!, Line 2 50!. 2008/09: Line 2 3!."
    );
    assert_eq!(
        said(&chart(BarForm::Shares, &[("Number", "1 2 3 4 5 6 7 8")])),
        "Shares of the whole, Placements. Number: Line 8 8!, Line 7 7!, Line 6 6!, Line 5 5!, Line 4 4!, Line 3 3!, and 2 smaller lines."
    );
}
