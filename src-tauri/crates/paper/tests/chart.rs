//! Charts of every shape: what is drawn, and what is said about it.

#![allow(clippy::unwrap_used)]

mod sample;

use outturn_model::message::{Arg, Message};
use outturn_paper::chart::*;
use sample::cards::{chart, point, series};

const SIZE: Size = Size {
    width: 300.0,
    height: 140.0,
};

fn of(form: Form, periods: &str, all: Vec<Series>) -> Chart {
    Chart {
        title: "Measure".into(),
        periods: periods.split(' ').map(str::to_owned).collect(),
        form,
        series: all,
        ..Chart::default()
    }
}

fn svg(chart: &Chart) -> String {
    draw(chart, SIZE).unwrap().svg("what it shows")
}

/// Every place that the drawing uses lies on the canvas.
fn assert_on_canvas(drawing: &Drawing) {
    let on = |x: f64, y: f64| {
        assert!((-1.0..=SIZE.width + 1.0).contains(&x), "x {x}");
        assert!((-1.0..=SIZE.height + 1.0).contains(&y), "y {y}");
    };
    for item in &drawing.items {
        match item {
            Item::Words { x, y, .. } => on(*x, *y),
            Item::Path { segments, .. } => {
                for segment in segments {
                    match segment {
                        Segment::Move(x, y) | Segment::Line(x, y) => on(*x, *y),
                        Segment::Curve(at) => on(at[4], at[5]),
                        Segment::Close => {}
                    }
                }
            }
        }
    }
}

#[test]
fn charts_of_every_shape_fit_their_canvas() {
    let one = |role, values: &str| series(role, "Series", values);
    let mut charts: Vec<Chart> = (0..4).map(chart).collect();
    for form in [Form::Line, Form::Bars] {
        charts.push(of(form, "a", vec![one(Role::Actual, "7")]));
        charts.push(of(form, "a", vec![one(Role::Actual, "0")]));
        charts.push(of(form, "a b c", vec![one(Role::Actual, "5 5 5")]));
        charts.push(of(form, "a b c", vec![one(Role::Target, "- 5 -")]));
        charts.push(of(
            form,
            "a b c",
            vec![one(Role::Actual, "1 - 3"), one(Role::Target, "1 2 3")],
        ));
        charts.push(of(form, "a b", vec![one(Role::Actual, "1 2 3 4 5")]));
        charts.push(of(
            form,
            "a b",
            vec![one(Role::Actual, "999999999999999999 0.000000000000000001")],
        ));
    }
    for chart in &charts {
        let drawing = draw(chart, SIZE).unwrap();
        assert_on_canvas(&drawing);
        let svg = drawing.svg("alternative");
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        assert_eq!(
            svg,
            self::svg(chart).replace("what it shows", "alternative")
        );
    }
}

#[test]
fn nothing_is_drawn_or_said_without_figures() {
    for chart in [
        Chart::default(),
        of(Form::Line, "a b", Vec::new()),
        of(Form::Bars, "a b", vec![series(Role::Actual, "x", "- -")]),
        Chart {
            series: vec![series(Role::Actual, "x", "1")],
            ..Chart::default()
        },
    ] {
        assert_eq!(draw(&chart, SIZE), None);
        assert_eq!(describe(&chart), None);
    }
}

#[test]
fn a_gap_breaks_the_line() {
    let steps = |values: &str| {
        let chart = of(
            Form::Line,
            "a b c d",
            vec![series(Role::Actual, "x", values)],
        );
        let drawing = draw(&chart, SIZE).unwrap();
        drawing
            .items
            .iter()
            .find_map(|item| match item {
                Item::Path {
                    segments,
                    stroke: Some(stroke),
                    fill: None,
                } if stroke.thickness > 1.5 => Some(
                    segments
                        .iter()
                        .map(|s| {
                            if matches!(s, Segment::Move(..)) {
                                'M'
                            } else {
                                'L'
                            }
                        })
                        .collect::<String>(),
                ),
                _ => None,
            })
            .unwrap()
    };
    assert_eq!(steps("1 2 3 4"), "MLLL");
    assert_eq!(steps("1 - 3 4"), "MML");
    assert_eq!(steps("1 - 3 -"), "MM");
}

#[test]
fn series_differ_in_more_than_colour() {
    let roles = [
        Role::Actual,
        Role::Target,
        Role::Comparator,
        Role::Comparator,
        Role::Comparator,
        Role::Comparator,
    ];
    let all = roles
        .iter()
        .enumerate()
        .map(|(at, role)| series(*role, &format!("S{at}"), &format!("{at} {at}")))
        .collect();
    let drawing = draw(&of(Form::Line, "a b", all), SIZE).unwrap();
    let mut dashes: Vec<&[f64]> = drawing
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Path {
                stroke: Some(stroke),
                fill: None,
                ..
            } if !stroke.dash.is_empty() => Some(stroke.dash),
            _ => None,
        })
        .collect();
    dashes.sort_by(|a, b| a.partial_cmp(b).unwrap());
    dashes.dedup();
    assert_eq!(dashes.len(), 5, "a dash for every series but the outturn");
}

#[test]
fn words_in_a_chart_are_never_markup() {
    let hostile = "<script>\"&\u{202E}\n";
    let mut chart = chart(0);
    chart.periods[0] = hostile.into();
    chart.series[0].name = hostile.into();
    chart.measured_in = Some(hostile.into());
    chart.unit.after = hostile.into();
    let svg = draw(&chart, SIZE).unwrap().svg(hostile);
    assert!(!svg.contains("<script") && !svg.contains('\u{202E}') && !svg.contains('\n'));
    assert!(svg.contains("&lt;script&gt;&quot;&amp;"));
}

fn keys(message: &Message) -> Vec<&'static str> {
    let mut found = vec![message.key];
    for (_, arg) in &message.args {
        match arg {
            Arg::Message(inner) => found.extend(keys(inner)),
            Arg::List(inner) => found.extend(inner.iter().flat_map(keys)),
            Arg::Text(_) | Arg::Count(_) => {}
        }
    }
    found
}

#[test]
fn the_description_says_what_the_chart_shows() {
    let said =
        |all: Vec<Series>| keys(&describe(&of(Form::Line, "a b c", all)).unwrap())[2..].join(" ");
    let actual = |values| series(Role::Actual, "Council", values);
    let target = |values| series(Role::Target, "Target", values);
    for (all, expected) in [
        (
            vec![actual("1 2 3")],
            "chart-actual-rose chart-target-none chart-comparators-none chart-gaps-none",
        ),
        (
            vec![actual("3 2 1"), target("2 2 2")],
            "chart-actual-fell chart-target-not-reached chart-comparators-none chart-gaps-none",
        ),
        (
            vec![actual("3 2 3"), target("- 2 -")],
            "chart-actual-level chart-target-met chart-comparators-none chart-gaps-none",
        ),
        (
            vec![actual("- 2 -"), target("1 - -")],
            "chart-actual-single chart-target-alone chart-comparators-none chart-gaps-none",
        ),
        (
            vec![actual("1 - 3"), target("- - 2")],
            "chart-actual-rose chart-target-exceeded chart-comparators-none chart-gaps chart-gap",
        ),
        (
            vec![
                target("- - 2"),
                series(Role::Comparator, "National", "1 2 -"),
            ],
            "chart-actual-none chart-target-alone chart-comparators chart-comparator chart-gaps-none",
        ),
    ] {
        assert_eq!(said(all), expected);
    }
}

#[test]
fn the_description_uses_the_figures_as_printed() {
    let chart = of(
        Form::Line,
        "2007/08 2008/09",
        vec![Series {
            role: Role::Actual,
            name: "Council".into(),
            points: vec![point("66.70"), point("67.0p")],
        }],
    );
    let said = format!("{:?}", describe(&chart).unwrap());
    assert!(
        said.contains("66.70%") && said.contains("67.0%") && said.contains("2008/09"),
        "{said}"
    );
}
