//! Charts of a measure's figures, and of tables.

use outturn_model::figure::{Format, Negatives, Unit};
use outturn_model::measure::{Measure, Polarity, Series};
use outturn_model::section::{Section, TableChart};
use outturn_model::statement::{ColumnKind, LineKind};
use outturn_model::{Book, Message, Period};
use outturn_rules::card::{Trend, TrendPoint, TrendSeries};
use outturn_rules::figures;
use outturn_rules::statement::{Statement, StatementColumn, StatementRow};
use outturn_words::Words;
use rust_decimal::Decimal;

use super::Composer;
use super::statement::column_heading;
use super::words::polarity_sentence;
use crate::chart::{
    self, Bar, BarChart, BarForm, BarSeries, Chart, Form, Hint, Picture, Point, Role, Toward,
    lines_in_one,
};
use crate::tree::{Block, BlockKind, Figure};

/// The chart of a trend; nothing where there is none to see, as no two periods have figures.
pub fn trend_chart(words: &Words, measure: &Measure, trend: &Trend) -> Option<Chart> {
    let known = |at: &usize| {
        let mut points = trend
            .series
            .iter()
            .filter_map(|series| series.points.get(*at));
        points.any(Option::is_some)
    };
    (0..trend.periods.len()).filter(known).nth(1)?;
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

impl Composer<'_> {
    /// A chart with what it says in words; nothing where there is no figure to show.
    pub(super) fn picture(&self, picture: Picture) -> Option<Figure> {
        let alternative = self.say(&picture.describe()?);
        Some(Figure {
            picture,
            alternative,
            caption: None,
        })
    }

    /// The charts under a table, where its section asks for one: one, or several on one scale where
    /// the table is long. They draw its plain lines, for totals would dwarf them, and its columns of
    /// figures in the unit of the first: no percentages, no variances.
    pub(super) fn table_charts(&self, section: &Section, worked: &Statement<'_>) -> Vec<Block> {
        let Some(form) = section.chart else {
            return Vec::new();
        };
        let rows: Vec<&StatementRow<'_>> = worked
            .rows
            .iter()
            .filter(|row| row.line.kind == LineKind::Line)
            .collect();
        let columns: Vec<usize> = drawn(&worked.columns)
            .filter(|at| match form {
                TableChart::Bars => true,
                TableChart::Shares => figures_of(&rows, *at).all(|figure| figure >= Decimal::ZERO),
            })
            .collect();
        let figures = || columns.iter().flat_map(|at| figures_of(&rows, *at));
        let (Some(low), Some(high)) = (figures().min(), figures().max()) else {
            return Vec::new();
        };
        let names = self.names_of(&worked.columns, &columns);
        let in_one = match form {
            TableChart::Bars => lines_in_one(columns.len()),
            TableChart::Shares => rows.len(),
        };
        rows.chunks(in_one.max(1))
            .filter_map(|rows| {
                let series = columns.iter().zip(&names).map(|(at, name)| {
                    self.bar_series(form, &worked.columns[*at], *at, name.clone(), rows)
                });
                self.picture(Picture::Bars(BarChart {
                    title: section.heading.to_string(),
                    form: match form {
                        TableChart::Bars => BarForm::Beside,
                        TableChart::Shares => BarForm::Shares,
                    },
                    lines: rows
                        .iter()
                        .map(|row| row.line.label.lines().collect::<Vec<_>>().join(" "))
                        .collect(),
                    series: series.collect(),
                    over: Some((low, high)),
                }))
            })
            .map(|figure| BlockKind::Figure(figure).into())
            .collect()
    }

    /// What some columns are called in a key: their headings with those over them, or the headings
    /// over them alone where all have the same below.
    fn names_of(&self, all: &[StatementColumn<'_>], columns: &[usize]) -> Vec<String> {
        let heads = columns.iter().map(|at| {
            let column = all[*at].column;
            (
                column.group.as_str(),
                self.say(&column_heading(column, *at)),
            )
        });
        let heads: Vec<(&str, String)> = heads.collect();
        let same = heads.windows(2).all(|two| two[0].1 == two[1].1);
        let alike = heads.len() > 1 && same;
        heads
            .into_iter()
            .map(|(group, heading)| match group {
                "" => heading,
                group if alike => group.to_owned(),
                group => self.say(
                    &Message::new("chart-column-in-group")
                        .with("group", group)
                        .with("heading", heading),
                ),
            })
            .collect()
    }

    fn bar_series(
        &self,
        form: TableChart,
        column: &StatementColumn<'_>,
        at: usize,
        name: String,
        rows: &[&StatementRow<'_>],
    ) -> BarSeries {
        let whole: Decimal = figures_of(rows, at).sum();
        let words = |figure: Decimal| match form {
            TableChart::Bars => column.format.with_unit(figure),
            TableChart::Shares => WHOLE_PERCENT.with_unit(
                (figure * Decimal::ONE_HUNDRED)
                    .checked_div(whole)
                    .unwrap_or_default(),
            ),
        };
        BarSeries {
            name,
            bars: rows
                .iter()
                .map(|row| {
                    let value = row.cells.get(at)?.figure?;
                    let words = words(value);
                    Some(Bar { value, words })
                })
                .collect(),
        }
    }
}

/// Shares are read off a picture: whole per cents.
const WHOLE_PERCENT: Format = Format {
    unit: Unit::Percent,
    decimals: Some(0),
    negatives: Negatives::Minus,
};

/// The columns that a chart of a table draws.
fn drawn(columns: &[StatementColumn<'_>]) -> impl Iterator<Item = usize> {
    let figures = |column: &StatementColumn<'_>| {
        matches!(column.column.kind, ColumnKind::Figure | ColumnKind::Formula)
            && column.format.unit != Unit::Percent
    };
    let first = columns.iter().find(|column| figures(column));
    let unit = first.map(|column| column.format.unit);
    let drawn = columns
        .iter()
        .enumerate()
        .filter(move |(_, column)| figures(column) && Some(column.format.unit) == unit)
        .map(|(at, _)| at);
    drawn.collect::<Vec<_>>().into_iter()
}

/// The figures of a column in some rows.
fn figures_of(rows: &[&StatementRow<'_>], at: usize) -> impl Iterator<Item = Decimal> {
    rows.iter().filter_map(move |row| row.cells.get(at)?.figure)
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
