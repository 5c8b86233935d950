//! What a chart shows, as a sentence of the catalogue.

use std::cmp::Ordering;

use outturn_model::message::Message;

use super::{Chart, Form, Point, Role, Series};

/// What the chart shows, in words: the span of periods, how the outturn moved, its latest figure
/// against the target's, the comparators, and where figures are missing. Nothing when the chart
/// has no figure to show.
///
/// Every figure is said with the words it is printed with.
pub fn describe(chart: &Chart) -> Option<Message> {
    if !chart.has_figures() {
        return None;
    }
    let (from, to) = (chart.periods.first()?, chart.periods.last()?);
    let form = match chart.form {
        Form::Line => "chart-form-line",
        Form::Bars => "chart-form-bars",
    };
    let mut message = Message::new("chart-described")
        .with("title", chart.title.as_str())
        .with("form", Message::new(form))
        .with("from", from.as_str())
        .with("to", to.as_str())
        .with("actual", actual(chart))
        .with("target", target(chart))
        .with("comparators", comparators(chart));
    message = message.with("gaps", gaps(chart));
    Some(message)
}

/// How the outturn moved.
fn actual(chart: &Chart) -> Message {
    let Some(series) = chart.first(Role::Actual) else {
        return Message::new("chart-actual-none");
    };
    let mut figures = within(chart, series);
    let Some((first_period, first)) = figures.next() else {
        return Message::new("chart-actual-none");
    };
    let Some((last_period, last)) = figures.next_back() else {
        return Message::new("chart-actual-single")
            .with("name", series.name.as_str())
            .with("value", first.words.as_str())
            .with("period", first_period);
    };
    let key = match last.value.cmp(&first.value) {
        Ordering::Greater => "chart-actual-rose",
        Ordering::Less => "chart-actual-fell",
        Ordering::Equal => "chart-actual-level",
    };
    Message::new(key)
        .with("name", series.name.as_str())
        .with("first", first.words.as_str())
        .with("first-period", first_period)
        .with("last", last.words.as_str())
        .with("last-period", last_period)
}

/// The latest outturn that has a target beside it, against that target.
fn target(chart: &Chart) -> Message {
    let Some(series) = chart.first(Role::Target) else {
        return Message::new("chart-target-none");
    };
    let Some((latest_period, latest)) = within(chart, series).next_back() else {
        return Message::new("chart-target-none");
    };
    let compared = chart.first(Role::Actual).and_then(|actual| {
        actual
            .figures()
            .filter(|(at, _)| *at < chart.periods.len())
            .filter_map(|(at, point)| Some((at, point, series.points.get(at)?.as_ref()?)))
            .next_back()
    });
    let Some((at, point, goal)) = compared else {
        return Message::new("chart-target-alone")
            .with("name", series.name.as_str())
            .with("value", latest.words.as_str())
            .with("period", latest_period);
    };
    let key = match point.value.cmp(&goal.value) {
        Ordering::Greater => "chart-target-exceeded",
        Ordering::Less => "chart-target-not-reached",
        Ordering::Equal => "chart-target-met",
    };
    Message::new(key)
        .with("name", series.name.as_str())
        .with("period", chart.periods[at].as_str())
        .with("value", point.words.as_str())
        .with("target", goal.words.as_str())
}

/// The latest figure of each comparator.
fn comparators(chart: &Chart) -> Message {
    let latest: Vec<Message> = chart
        .series
        .iter()
        .filter(|series| series.role == Role::Comparator)
        .filter_map(|series| {
            let (period, point) = within(chart, series).next_back()?;
            Some(
                Message::new("chart-comparator")
                    .with("name", series.name.as_str())
                    .with("value", point.words.as_str())
                    .with("period", period),
            )
        })
        .collect();
    if latest.is_empty() {
        Message::new("chart-comparators-none")
    } else {
        Message::new("chart-comparators").with("list", latest)
    }
}

/// The periods between the first and the last outturn that have none.
fn gaps(chart: &Chart) -> Message {
    let missing: Vec<Message> = chart
        .first(Role::Actual)
        .map(|series| {
            let first = series.figures().next().map_or(0, |(at, _)| at);
            let last = series.figures().next_back().map_or(0, |(at, _)| at);
            (first..last.min(chart.periods.len()))
                .filter(|at| series.points.get(*at).is_some_and(Option::is_none))
                .map(|at| Message::new("chart-gap").with("period", chart.periods[at].as_str()))
                .collect()
        })
        .unwrap_or_default();
    if missing.is_empty() {
        Message::new("chart-gaps-none")
    } else {
        Message::new("chart-gaps").with("list", missing)
    }
}

/// A series' figures with the words of their periods.
fn within<'a>(
    chart: &'a Chart,
    series: &'a Series,
) -> impl DoubleEndedIterator<Item = (&'a str, &'a Point)> {
    series
        .figures()
        .filter_map(|(at, point)| Some((chart.periods.get(at)?.as_str(), point)))
}
