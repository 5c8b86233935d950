//! A paper that holds every kind of block, as the composer would make it.

#![allow(dead_code, clippy::unwrap_used)]

pub mod cards;

use chrono::NaiveDate;
use outturn_paper::tree::*;

pub fn words(text: &str) -> Vec<Inline> {
    vec![Inline::text(text)]
}

pub fn paragraph(number: Option<&str>, text: Vec<Inline>) -> Block {
    BlockKind::Paragraph(Paragraph {
        number: number.map(str::to_owned),
        text,
        anchor: None,
    })
    .into()
}

pub fn heading(level: u8, number: Option<&str>, text: &str) -> Block {
    BlockKind::Heading(Heading {
        level,
        number: number.map(str::to_owned),
        text: text.into(),
        anchor: number.map(|number| format!("h-{number}")),
    })
    .into()
}

pub fn fact(name: &str, value: &str) -> Fact {
    Fact {
        name: words(name),
        value: words(value),
    }
}

pub fn mark(symbol: Symbol, word: &str) -> Inline {
    Inline::Symbol(Mark::new(symbol, word))
}

pub fn about() -> About {
    About {
        title: "Children and Young People: performance overview".into(),
        subtitle: Some("Progress against the directorate's objectives and indicators".into()),
        council: "Wexmouth Borough Council".into(),
        logo: None,
        directorate: "Children and Enterprise Directorate".into(),
        period: "Quarter 2, 1 July to 30 September 2013".into(),
        committee: Some("Children, Young People and Families Policy and Performance Board".into()),
        meeting: Some("28 October 2013".into()),
        author: Some("Strategic Director, Children and Enterprise".into()),
        language: "en-GB".into(),
        date: NaiveDate::from_ymd_opt(2013, 10, 18),
        identifier: "wexmouth/children/2013-14-q2".into(),
    }
}

pub fn labels() -> Labels {
    Labels {
        page_of: "Page {page} of {pages}".into(),
        draft: "Draft".into(),
    }
}

/// The whole sample.
pub fn paper() -> Paper {
    Paper {
        about: about(),
        labels: labels(),
        size: PageSize::A4,
        accent: None,
        draft: None,
        cover: Some(Cover {
            place: Some("cover".into()),
            form: false,
            facts: vec![
                fact(
                    "Committee",
                    "Children, Young People and Families Policy and Performance Board",
                ),
                fact("Date of meeting", "28 October 2013"),
                fact("Report of", "Strategic Director, Children and Enterprise"),
                fact("Wards affected", "Borough-wide"),
                fact("Part", "Part I: public"),
            ],
            blocks: Vec::new(),
        }),
        contents: Some(Contents {
            place: Some("contents".into()),
            title: "Contents".into(),
            depth: 2,
        }),
        sections: vec![
            narrative(),
            headlines(),
            measures(),
            Section {
                place: Some("cards".into()),
                new_page: true,
                landscape: false,
                blocks: {
                    let mut blocks = vec![heading(1, Some("5"), "Indicator cards")];
                    blocks.extend((0..4).map(cards::card));
                    blocks
                },
            },
            statement(),
            wide(),
            keys(),
        ],
    }
}

/// The sample as a draft.
pub fn draft() -> Paper {
    Paper {
        draft: Some(Draft {
            title: "What is still open in this draft".into(),
            notice: Some("3 findings are open. The final paper can be exported once they are mended.".into()),
            findings: vec![
                OpenFinding {
                    location: "Section 5, NI 117".into(),
                    sentence: "The action on the September guarantee has no outcome. Say whether it was achieved.".into(),
                },
                OpenFinding {
                    location: "Section 6, Commissioning".into(),
                    sentence: "The variance is 63, but 1,031 less 969 is 62. Rounding does not explain the difference of 1.".into(),
                },
                OpenFinding {
                    location: "Section 4".into(),
                    sentence: "Two commentary lines are labelled EEP02.".into(),
                },
            ],
            more: Some("12 more findings are listed in the checks.".into()),
        }),
        ..paper()
    }
}

fn narrative() -> Section {
    let mut blocks = vec![
        heading(1, Some("1"), "Introduction").at("intro"),
        paragraph(
            Some("1.1"),
            words("This report covers the second quarter of the year. It sets out the main developments in the period, what is likely to need attention next, and how the directorate is doing against the milestones and measures in its business plan."),
        ).at("intro-1"),
        paragraph(
            Some("1.2"),
            vec![
                Inline::text("The way in which symbols are used is explained in "),
                Inline::Reference { text: words("section 8"), anchor: "h-8".into() },
                Inline::text(". Figures are "),
                Inline::strong("provisional"),
                Inline::text(" where they are marked so, and "),
                Inline::emphasis("restated"),
                Inline::text(" figures replace those published before."),
                Inline::Footnote(words("A figure once published is kept beside the one that replaces it.")),
            ],
        ),
        heading(1, Some("2"), "Key developments").at("developments"),
    ];
    for (at, (title, text)) in [
        ("Inspection of the fostering service", "The service was inspected in September. The provisional judgement is good in three areas and outstanding in one; the final report is expected in the third quarter and will be brought to the Board with an action plan."),
        ("Team around the family", "Integrated working teams took on cases below the threshold for social care from July. Step-down arrangements are agreed with all schools, and the first audit of thirty cases found a plan and a named lead in twenty-eight of them."),
        ("Raising the participation age", "From September 2013 young people must remain in education or training until the end of the academic year in which they turn 17. The directorate wrote to every family affected and to 214 employers."),
    ].into_iter().enumerate() {
        let number = format!("2.{}", at + 1);
        blocks.push(heading(2, Some(&number), title).at(format!("dev-{at}")));
        blocks.push(paragraph(Some(&format!("{number}.1")), words(text)));
        blocks.push(
            BlockKind::List(List {
                style: if at == 1 { ListStyle::Numbers } else { ListStyle::Bullets },
                items: vec![
                    vec![paragraph(None, words("Step-down cases are reviewed at six and twelve weeks."))],
                    vec![paragraph(None, vec![
                        Inline::text("Further reading: "),
                        Inline::Link { text: words("guidance on early help"), url: "https://www.gov.uk/".into() },
                        Inline::text("."),
                    ])],
                    vec![
                        paragraph(None, words("Two posts remain vacant:")),
                        BlockKind::List(List {
                            style: ListStyle::Bullets,
                            items: vec![
                                vec![paragraph(None, words("Principal Manager, Team around the Family"))],
                                vec![paragraph(None, words("Senior Practitioner, Leaving Care"))],
                            ],
                        }).into(),
                    ],
                ],
            })
            .into(),
        );
        blocks.push(paragraph(None, words("(Operational Director, Children and Families)")));
    }
    blocks.push(
        BlockKind::Callout(Callout {
            title: Some("For decision".into()),
            blocks: vec![paragraph(None, words("The Board is asked to note progress and to comment on the proposed change to step-down arrangements before they are put to the Executive."))],
        })
        .into(),
    );
    Section {
        place: Some("narrative".into()),
        new_page: true,
        landscape: false,
        blocks,
    }
}

fn headlines() -> Section {
    let line = |symbol, word: &str, text: &str| Headline {
        place: None,
        mark: Mark::new(symbol, word),
        text: words(text),
    };
    Section {
        place: Some("headlines".into()),
        new_page: false,
        landscape: false,
        blocks: vec![
            heading(1, Some("3"), "Headlines"),
            BlockKind::Headlines(vec![
                line(Symbol::Achieved, "Achieved", "Rate of young people not in education, employment or training fell to 7.6%, ahead of the year-end target."),
                line(Symbol::NotAchieved, "Not achieved", "Reward funding of £484,444 depends on two indicators that are now projected to miss their targets, and recovery plans for both were agreed in August after the first results were published."),
                line(Symbol::Noted, "Noted", "Assessment of the new framework is deferred until January."),
            ])
            .into(),
        ],
    }
}

fn status_column(width: Width) -> Column {
    Column {
        kind: ColumnKind::Status,
        width,
    }
}

fn measures() -> Section {
    let columns = vec![
        Column {
            kind: ColumnKind::Text,
            width: Width::Fit,
        },
        Column {
            kind: ColumnKind::Text,
            width: Width::Share(5),
        },
        Column {
            kind: ColumnKind::Number,
            width: Width::Share(2),
        },
        Column {
            kind: ColumnKind::Number,
            width: Width::Share(2),
        },
        Column {
            kind: ColumnKind::Number,
            width: Width::Share(2),
        },
        status_column(Width::Fit),
        status_column(Width::Fit),
    ];
    let header = vec![
        [
            "Ref",
            "Measure",
            "2012/13 actual",
            "2013/14 target",
            "Quarter 2",
            "Progress",
            "Direction",
        ]
        .into_iter()
        .map(|word| Cell::words(word).heads_column())
        .collect(),
    ];
    let row = |at: usize| {
        let (light, word) = [
            (Symbol::Green, "Green"),
            (Symbol::Amber, "Amber"),
            (Symbol::Red, "Red"),
            (Symbol::Unknown, "Not yet known"),
        ][at % 4];
        let (way, way_word) = [
            (Symbol::Improved, "Better"),
            (Symbol::Worsened, "Worse"),
            (Symbol::Unchanged, "Same"),
            (Symbol::NotComparable, "Not comparable"),
        ][at % 4];
        Row {
            place: Some(format!("measure-{at}")),
            cells: vec![
                Cell::words(format!("CFS LI{:02}", at + 1)).heads_row(),
                Cell::words(
                    [
                        "Initial assessments completed within ten working days of referral",
                        "Care leavers in suitable accommodation",
                        "Children subject to a protection plan for a second time within two years",
                    ][at % 3],
                ),
                Cell::words(["91.5%", "18", "N/A"][at % 3]),
                Cell::words(["95.0%", "17", "1,200"][at % 3]),
                Cell::words(["93.2%", "19", "(412)"][at % 3]),
                Cell::new(vec![mark(light, word)]),
                Cell::new(vec![mark(way, way_word)]),
            ],
            ..Row::default()
        }
    };
    let mut rows = vec![Row {
        kind: RowKind::Group,
        cells: vec![Cell::words("Children and Families Services")],
        ..Row::default()
    }];
    rows.extend((0..12).map(row));
    rows.push(Row {
        kind: RowKind::Group,
        cells: vec![Cell::words("Learning and Achievement")],
        ..Row::default()
    });
    rows.extend((12..22).map(row));
    rows.push(Row {
        kind: RowKind::Sentence,
        cells: vec![
            Cell::words("LPI 04").heads_row(),
            Cell::words(
                "Results are published in January and will be reported with the third quarter.",
            )
            .across(6),
        ],
        ..Row::default()
    });
    rows.push(Row {
        indent: 1,
        cells: vec![
            Cell::words("LPI 04a").heads_row(),
            Cell::words("of whom looked after"),
            Cell::words("12"),
            Cell::words("14"),
            Cell::default(),
            Cell::new(vec![mark(Symbol::DataOnly, "Data only")]),
            Cell::default(),
        ],
        ..Row::default()
    });
    Section {
        place: Some("measures".into()),
        new_page: true,
        landscape: false,
        blocks: vec![
            heading(1, Some("4"), "Performance measures").at("measures-heading"),
            paragraph(
                Some("4.1"),
                words("Direction of travel compares with the same period last year."),
            ),
            BlockKind::Table(Table {
                caption: Some("Key performance indicators".into()),
                summary: None,
                columns,
                header,
                rows,
                notes: vec![
                    Note {
                        mark: Some("a".into()),
                        text: words("Rolling rate over four quarters."),
                    },
                    Note {
                        mark: None,
                        text: words(
                            "Source: directorate management information, extracted 4 October 2013.",
                        ),
                    },
                ],
            })
            .into(),
        ],
    }
}

fn statement() -> Section {
    let money = Column {
        kind: ColumnKind::Number,
        width: Width::Share(2),
    };
    let line = |kind, name: &str, figures: [&str; 4]| Row {
        kind,
        cells: std::iter::once(Cell::words(name).heads_row())
            .chain(figures.into_iter().map(Cell::words))
            .collect(),
        ..Row::default()
    };
    let header = vec![
        vec![
            Cell::words("").heads_column().down(2),
            Cell::words("Annual budget").heads_column().down(2),
            Cell::words("To date")
                .heads_column()
                .across(3)
                .aligned(Align::Centre),
        ],
        vec![
            Cell::words("Budget").heads_column(),
            Cell::words("Expenditure").heads_column(),
            Cell::words("Variance (overspend)").heads_column(),
        ],
    ];
    Section {
        place: Some("statement".into()),
        new_page: true,
        landscape: false,
        blocks: vec![
            heading(1, Some("6"), "Financial summary"),
            heading(2, Some("6.1"), "Commissioning and Learning"),
            BlockKind::Table(Table {
                caption: Some("Revenue budget at 30 September 2013, £'000".into()),
                summary: Some(
                    "The heading has two rows; the last three columns are figures to date.".into(),
                ),
                columns: vec![
                    Column {
                        kind: ColumnKind::Text,
                        width: Width::Share(5),
                    },
                    money,
                    money,
                    money,
                    money,
                ],
                header,
                rows: vec![
                    line(RowKind::Group, "Expenditure", ["", "", "", ""]),
                    line(
                        RowKind::Line,
                        "Employees",
                        ["8,941", "4,298", "4,161", "137"],
                    ),
                    line(RowKind::Line, "Premises", ["412", "186", "190", "(4)"]),
                    line(
                        RowKind::Line,
                        "Supplies and services",
                        ["2,300", "1,031", "969", "62"],
                    ),
                    line(
                        RowKind::Subtotal,
                        "Total expenditure",
                        ["11,653", "5,515", "5,320", "195"],
                    ),
                    line(RowKind::Group, "Income", ["", "", "", ""]),
                    line(
                        RowKind::Line,
                        "Fees and charges",
                        ["(350)", "(160)", "(148)", "(12)"],
                    ),
                    line(
                        RowKind::Line,
                        "Government grants",
                        ["(5,912)", "(5,912)", "(5,912)", "–"],
                    ),
                    line(
                        RowKind::Subtotal,
                        "Total income",
                        ["(6,262)", "(6,072)", "(6,060)", "(12)"],
                    ),
                    line(
                        RowKind::Total,
                        "Net operational budget",
                        ["5,391", "(557)", "(740)", "183"],
                    ),
                ],
                notes: vec![Note {
                    mark: None,
                    text: words("An overspend is negative and shown in brackets."),
                }],
            })
            .at("statement-table"),
            BlockKind::Figure(cards::figure(
                1,
                Some("Figure 1. Expenditure by quarter, with its budget"),
            ))
            .into(),
        ],
    }
}

fn wide() -> Section {
    let names = [
        "Scheme",
        "Approved",
        "Spend to date",
        "Forecast",
        "Slippage",
        "Reduced cost",
        "New",
        "Advanced",
        "Additional cost",
        "Notes",
    ];
    Section {
        place: Some("wide".into()),
        new_page: true,
        landscape: true,
        blocks: vec![
            heading(1, Some("7"), "Capital monitoring"),
            BlockKind::Table(Table {
                caption: Some("Capital programme, £'000".into()),
                columns: names
                    .iter()
                    .enumerate()
                    .map(|(at, _)| Column {
                        kind: if at == 0 || at == 9 {
                            ColumnKind::Text
                        } else {
                            ColumnKind::Number
                        },
                        width: Width::Share(if at == 0 || at == 9 { 4 } else { 2 }),
                    })
                    .collect(),
                header: vec![
                    names
                        .iter()
                        .map(|name| Cell::words(*name).heads_column())
                        .collect(),
                ],
                rows: (0..9)
                    .map(|at| Row {
                        cells: std::iter::once(
                            Cell::words(format!("Primary school expansion, phase {}", at + 1))
                                .heads_row(),
                        )
                        .chain((0..8).map(|c| {
                            Cell::words(if (at + c) % 3 == 0 {
                                String::new()
                            } else {
                                format!("{}", (at + 1) * (c + 3) * 17)
                            })
                        }))
                        .chain(std::iter::once(Cell::words(if at % 2 == 0 {
                            "Handover moved to the new financial year."
                        } else {
                            ""
                        })))
                        .collect(),
                        ..Row::default()
                    })
                    .collect(),
                ..Table::default()
            })
            .into(),
        ],
    }
}

fn keys() -> Section {
    let key = Symbol::ALL
        .iter()
        .map(|symbol| Fact {
            name: vec![mark(*symbol, symbol.name())],
            value: words(
                "What the symbol means when it stands beside an objective or an indicator.",
            ),
        })
        .collect();
    Section {
        place: Some("keys".into()),
        new_page: true,
        landscape: false,
        blocks: vec![
            heading(1, Some("8"), "How to read this report"),
            heading(2, Some("8.1"), "Symbols"),
            BlockKind::Facts(key).into(),
            BlockKind::PageBreak.into(),
            heading(2, Some("8.2"), "People"),
            BlockKind::Facts(vec![
                fact("OD-CF", "Operational Director, Children and Families"),
                fact("OD-LA", "Operational Director, Learning and Achievement"),
            ])
            .at("people"),
        ],
    }
}
