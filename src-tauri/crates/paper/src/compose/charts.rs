//! Charts of a measure's figures.

use outturn_model::figure::Unit;
use outturn_model::measure::{Measure, Polarity, Series};
use outturn_model::{Book, Message, Period};
use outturn_rules::card::{Trend, TrendPoint, TrendSeries};
use outturn_rules::figures;
use outturn_words::Words;

use super::words::polarity_sentence;
use crate::chart::{self, Chart, Form, Hint, Point, Role, Toward};

/// The chart of a trend; nothing where no series has a figure.
pub fn trend_chart(words: &Words, measure: &Measure, trend: &Trend) -> Option<Chart> {
    if trend.series.is_empty() {
        return None;
    }
    Some(Chart {
        title: measure.name.to_string(),
        periods: trend
            .periods
            .iter()
            .map(|period| words.say(&period.short_name()))
            .collect(),
        form: Form::Line,
        series: trend
            .series
            .iter()
            .map(|series| chart_series(words, series))
            .collect(),
        unit: unit_of(measure.unit),
        measured_in: (!measure.unit_words.is_empty()).then(|| measure.unit_words.to_string()),
        hint: polarity_sentence(measure).map(|sentence| Hint {
            words: words.say(&sentence),
            toward: match measure.polarity {
                Some(Polarity::HigherIsBetter) => Toward::Up,
                Some(Polarity::LowerIsBetter) => Toward::Down,
                _ => Toward::Neither,
            },
        }),
        provisional: Some(words.word("chart-provisional")),
    })
}

/// The chart of a measure over any run of periods; nothing where none has a figure.
pub fn history_chart(
    book: &Book,
    words: &Words,
    measure: &Measure,
    periods: &[Period],
) -> Option<Chart> {
    let series = |series: Series, name: Message| {
        let points: Vec<_> = periods
            .iter()
            .map(|period| {
                let value = book.value(&measure.id, &series, *period)?;
                Some(TrendPoint {
                    amount: value.amount?,
                    shown: figures::shown(measure, value)?,
                    provisional: value.provisional.0,
                })
            })
            .collect();
        points.iter().any(Option::is_some).then_some(TrendSeries {
            series,
            name,
            points,
        })
    };
    let own = [
        series(Series::Actual, Message::new("series-actual")),
        series(Series::Target, Message::new("series-target")),
    ];
    let comparators = book.comparators.iter().map(|comparator| {
        series(
            Series::Comparator(comparator.id.clone()),
            Message::new("series-comparator").with("name", comparator.name.as_str()),
        )
    });
    let trend = Trend {
        periods: periods.to_vec(),
        series: own.into_iter().chain(comparators).flatten().collect(),
    };
    trend_chart(words, measure, &trend)
}

fn chart_series(words: &Words, series: &TrendSeries) -> chart::Series {
    chart::Series {
        role: match series.series {
            Series::Actual => Role::Actual,
            Series::Target => Role::Target,
            Series::Comparator(_) => Role::Comparator,
        },
        name: words.say(&series.name),
        points: series
            .points
            .iter()
            .map(|point| {
                let point = point.as_ref()?;
                Some(Point {
                    value: point.amount,
                    words: words.say(&point.shown),
                    provisional: point.provisional,
                })
            })
            .collect(),
    }
}

fn unit_of(unit: Unit) -> chart::Unit {
    let (before, after) = match unit {
        Unit::Number => ("", ""),
        Unit::Percent => ("", "%"),
        Unit::Pounds => ("£", ""),
        Unit::ThousandPounds => ("£", "k"),
        Unit::MillionPounds => ("£", "m"),
    };
    chart::Unit {
        before: before.to_owned(),
        after: after.to_owned(),
    }
}
