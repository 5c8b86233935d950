//! Indicator cards and charts of many shapes.

use outturn_paper::chart::*;
use outturn_paper::tree::*;

use super::{fact, heading, paragraph, words};

pub fn point(text: &str) -> Option<Point> {
    let provisional = text.ends_with('p');
    let text = text.trim_end_matches('p');
    (!text.is_empty()).then(|| Point {
        value: text.parse().unwrap(),
        words: format!("{text}%"),
        provisional,
    })
}

pub fn series(role: Role, name: &str, values: &str) -> Series {
    Series {
        role,
        name: name.into(),
        points: values
            .split(' ')
            .map(|v| point(v.trim_matches('-').trim_start_matches('_')))
            .collect(),
    }
}

/// A chart of the given values; `-` where there is none.
pub fn chart(at: usize) -> Chart {
    let periods = ["2005/06", "2006/07", "2007/08", "Q1", "Q2", "Q3", "Q4"];
    let full = Chart {
        title: "16 to 18 year olds not in education, employment or training".into(),
        periods: periods.iter().map(|p| (*p).to_owned()).collect(),
        form: Form::Line,
        series: vec![
            series(Role::Actual, "Wexmouth", "9.4 8.9 8.1 7.9 - 7.6p -"),
            series(Role::Target, "Target", "- - 8.4 8.2 8.0 7.8 7.7"),
            series(Role::Comparator, "National", "7.7 7.6 7.2 - - - -"),
            series(
                Role::Comparator,
                "Statistical neighbours",
                "10.1 9.6 9.2 - - - -",
            ),
            series(Role::Comparator, "Regional", "8.6 8.4 8.0 - - - -"),
        ],
        unit: Unit {
            before: String::new(),
            after: "%".into(),
        },
        measured_in: None,
        hint: Some(Hint {
            words: "Lower is better".into(),
            toward: Toward::Down,
        }),
        provisional: Some("Provisional".into()),
    };
    match at % 4 {
        0 => full,
        1 => Chart {
            form: Form::Bars,
            hint: Some(Hint {
                words: "Higher is better".into(),
                toward: Toward::Up,
            }),
            periods: vec!["Q1".into(), "Q2".into(), "Q3".into(), "Q4".into()],
            series: vec![
                series(Role::Actual, "Wexmouth", "21.0 43.5 61.2p -"),
                series(Role::Target, "Target", "25.0 50.0 75.0 100.0"),
            ],
            ..full
        },
        2 => Chart {
            periods: periods[..5].iter().map(|p| (*p).to_owned()).collect(),
            series: vec![
                Series {
                    role: Role::Actual,
                    name: "Wexmouth".into(),
                    points: [4, 1, -3, -6, -2]
                        .into_iter()
                        .map(|v: i64| {
                            Some(Point {
                                value: v.into(),
                                words: format!("{v}").replace('-', "\u{2212}"),
                                provisional: false,
                            })
                        })
                        .collect(),
                },
                Series {
                    role: Role::Target,
                    name: "Target".into(),
                    points: [0, 0, -1, -2, -3]
                        .into_iter()
                        .map(|v: i64| {
                            Some(Point {
                                value: v.into(),
                                words: v.to_string(),
                                provisional: false,
                            })
                        })
                        .collect(),
                },
            ],
            unit: Unit::default(),
            measured_in: Some("percentage points".into()),
            provisional: None,
            ..full
        },
        _ => Chart {
            periods: vec!["2008/09".into()],
            series: vec![
                series(Role::Actual, "Wexmouth", "66.7"),
                series(Role::Target, "Target", "67.0"),
            ],
            hint: None,
            provisional: None,
            ..full
        },
    }
}

pub fn figure(at: usize, caption: Option<&str>) -> Figure {
    Figure {
        picture: Picture::Trend(chart(at)),
        alternative: "Line chart of the measure from 2005/06 to Q4. It fell from 9.4% to 7.6%, below the target of 7.8%.".into(),
        caption: caption.map(str::to_owned),
    }
}

fn grid(at: usize) -> Table {
    let all = ["2005/06", "2006/07", "2007/08", "Q1", "Q2", "Q3", "Q4"];
    let used: &[&str] = match at % 4 {
        0 => &all,
        1 => &all[3..],
        2 => &all[..5],
        _ => &["2008/09"],
    };
    let number = Column {
        kind: ColumnKind::Number,
        width: Width::Share(1),
    };
    let mut columns = vec![Column {
        kind: ColumnKind::Text,
        width: Width::Fit,
    }];
    columns.extend(used.iter().map(|_| number));
    let row = |name: &str, values: &[&str]| Row {
        cells: std::iter::once(Cell::words(name).heads_row())
            .chain(
                used.iter()
                    .enumerate()
                    .map(|(i, _)| Cell::words(values.get(i).copied().unwrap_or(""))),
            )
            .collect(),
        ..Row::default()
    };
    let symbol = |i: usize| match i % 3 {
        0 => Mark::new(Symbol::Improved, "Better"),
        1 => Mark::new(Symbol::Unchanged, "Same"),
        _ => Mark::new(Symbol::Worsened, "Worse"),
    };
    let mut rows = match at % 4 {
        0 => vec![
            row(
                "Actual",
                &[
                    "9.4%",
                    "8.9%",
                    "8.1%",
                    "7.9%",
                    "deferred until 2009",
                    "7.6% (p)",
                    "",
                ],
            ),
            row("Target", &["", "", "8.4%", "8.2%", "8.0%", "7.8%", "7.7%"]),
        ],
        1 => vec![
            row("Actual", &["21.0%", "43.5%", "61.2%", ""]),
            row("Target", &["25.0%", "50.0%", "75.0%", "100.0%"]),
        ],
        2 => vec![
            row("Actual", &["4", "1", "−3", "−6", "−2"]),
            row("Target", &["0", "0", "−1", "−2", "−3"]),
        ],
        _ => vec![row("Actual", &["66.7%"]), row("Target", &["67.0%"])],
    };
    rows.push(Row {
        cells: std::iter::once(Cell::words("Progress on last period").heads_row())
            .chain(used.iter().enumerate().map(|(i, _)| {
                if i == 0 {
                    Cell::default()
                } else {
                    Cell::new(vec![Inline::Symbol(symbol(i))])
                }
            }))
            .collect(),
        ..Row::default()
    });
    if at.is_multiple_of(4) {
        rows.push(row(
            "Period of the figure",
            &["", "", "", "Jan to Mar 2007", "", "Nov 2008", ""],
        ));
        rows.push(row("National", &["7.7%", "7.6%", "7.2%"]));
        rows.push(row("Statistical neighbours", &["10.1%", "9.6%", "9.2%"]));
        rows.push(row("Regional", &["8.6%", "8.4%", "8.0%"]));
    }
    let mut header = vec![Cell::words("").heads_column()];
    header.extend(
        used.iter()
            .map(|period| Cell::words(*period).heads_column()),
    );
    Table {
        columns,
        header: vec![header],
        rows,
        ..Table::default()
    }
}

fn actions(next: bool) -> Block {
    let names: &[&str] = if next {
        &["Action", "Timescale and predicted improvement"]
    } else {
        &[
            "Action",
            "Timescale and predicted improvement",
            "Achieved, or reason why not",
        ]
    };
    let row = |cells: &[&str]| Row {
        cells: cells
            .iter()
            .take(names.len())
            .map(|cell| Cell::words(*cell))
            .collect(),
        ..Row::default()
    };
    BlockKind::Table(Table {
        columns: names.iter().enumerate().map(|(i, _)| Column { kind: ColumnKind::Text, width: Width::Share(if i == 0 { 4 } else { 3 }) }).collect(),
        header: vec![names.iter().map(|name| Cell::words(*name).heads_column()).collect()],
        rows: vec![
            row(&["Match every Year 11 leaver without an offer to a personal adviser under the September guarantee.", "End of October; 0.4 percentage points.", "Achieved: 112 of 117 matched by 20 October."]),
            row(&["Open a drop-in with the further education college at two community centres.", "From November; 0.2 percentage points.", "Not achieved: the lease at one centre is not signed."]),
        ],
        ..Table::default()
    })
    .into()
}

/// A card; the fourth kind has little in it.
pub fn card(at: usize) -> Block {
    let mut parts = vec![CardPart {
        place: Some(format!("card-{at}-commentary")),
        label: "Commentary".into(),
        blocks: vec![
            paragraph(
                None,
                words(
                    "Low figures are good. The rate has fallen for three years and is now ahead of the year-end target. The fall is steepest in the two wards where advisers work from schools; the count of young people whose situation is not known has also halved, so the figure is firmer than last year's.",
                ),
            ),
            paragraph(
                None,
                words(
                    "The second-quarter figure is deferred because schools return their leavers' destinations in November.",
                ),
            ),
        ],
    }];
    if at % 4 != 3 {
        parts.push(CardPart {
            place: None,
            label: "Actions for this period".into(),
            blocks: vec![actions(false)],
        });
        parts.push(CardPart {
            place: None,
            label: "Actions for next period".into(),
            blocks: vec![actions(true)],
        });
        parts.push(CardPart {
            place: None,
            label: "Current risks to achievement".into(),
            blocks: vec![
                BlockKind::List(List {
                    style: ListStyle::Bullets,
                    items: vec![
                        vec![paragraph(
                            None,
                            words("Fewer apprenticeships are offered by small employers."),
                        )],
                        vec![paragraph(
                            None,
                            words("Funding for two advisers ends in March."),
                        )],
                    ],
                })
                .into(),
            ],
        });
    }
    let (light, word) = [
        (Symbol::Green, "Green"),
        (Symbol::Red, "Red"),
        (Symbol::Amber, "Amber"),
        (Symbol::Amber, "Amber"),
    ][at % 4];
    BlockKind::Card(Box::new(Card {
        reference: format!("NI {}", 117 + at),
        name: [
            "16 to 18 year olds who are not in education, employment or training",
            "Initial assessments for children's social care carried out within seven working days of referral",
            "Achievement gap between pupils eligible for free school meals and their peers",
            "Core assessments within 35 days",
        ][at % 4].into(),
        level: 2,
        anchor: Some(format!("card-{at}")),
        ratings: vec![
            Rating { label: "Current status".into(), mark: Mark::new(light, word), reason: (at % 4 == 3).then(|| "66.7% is 0.4% below the target of 67.0%; amber is up to 10% below.".to_owned()) },
            Rating { label: "Projected year end".into(), mark: Mark::new(Symbol::Unknown, "To be confirmed"), reason: None },
        ],
        facts: vec![
            fact("Responsible officer", "Head of Integrated Youth Support"),
            fact("Reported", "Quarterly"),
            fact("Good performance", "Low"),
            fact("Detailed action plan", "Yes"),
        ],
        grid: Some(grid(at)),
        chart: Some(figure(at, None)),
        parts,
    }))
    .into()
}

/// A report of so many cards, for measurements.
pub fn report(cards: usize) -> Paper {
    let mut blocks = vec![heading(1, Some("1"), "Indicator cards")];
    blocks.extend((0..cards).map(|at| {
        let mut block = card(at);
        block.place = Some(format!("card-{at}"));
        block
    }));
    Paper {
        sections: vec![Section {
            place: Some("cards".into()),
            new_page: true,
            landscape: false,
            blocks,
        }],
        ..super::paper()
    }
}
