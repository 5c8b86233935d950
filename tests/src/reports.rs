//! Reports of any size, made up: the same number of cards gives the same report.

use std::collections::BTreeMap;

use outturn_model::position::Position;
use outturn_model::record::{Entity, Kind, Row};
use outturn_model::{Book, RowId};

use crate::dice::Dice;

/// The id of the report in a made-up book.
pub const REPORT: &str = "2026-27-q3";

/// How many cards stand in one section.
const CARDS_IN_A_SECTION: usize = 20;
const YEARS: [&str; 3] = ["2023-24", "2024-25", "2025-26"];
const QUARTERS: [&str; 3] = ["2026-27-q1", "2026-27-q2", "2026-27-q3"];
const SENTENCES: [&str; 6] = [
    "Fewer families waited for a first visit than in the quarter before.",
    "Two posts in the assessment team were filled in August, and a third is advertised.",
    "The figure counts a child once, however often the case was opened again.",
    "Schools sent their returns two weeks late, so the last month is an estimate.",
    "Most of the change comes from the north of the borough, where a centre has opened.",
    "A review of the threshold is due to report before the end of the year.",
];

/// A book with one report of this many indicator cards: each with three past years, three quarters,
/// a target, two comparators, commentary, actions for this period and the next, and a risk.
pub fn cards(count: usize) -> Book {
    let mut made = Made::default();
    made.frame();
    for section in 0..count.div_ceil(CARDS_IN_A_SECTION) {
        let id = section_id(section);
        let heading = format!("Indicators, group {}", section + 1);
        made.put(
            "section",
            &id,
            &[
                ("report", REPORT),
                ("kind", "cards"),
                ("heading", &heading),
                ("rule", "ten-percent"),
            ],
        );
    }
    let mut dice = Dice::new(60);
    for card in 0..count {
        made.card(card, &mut dice);
    }
    made.book()
}

/// The id of a card's entry in a made-up book, counted from 0.
pub fn card_id(card: usize) -> String {
    format!("{}/card-{card}", section_id(card / CARDS_IN_A_SECTION))
}

/// The id of a card's measure in a made-up book, counted from 0.
pub fn measure_id(card: usize) -> String {
    format!("measure-{card}")
}

fn section_id(section: usize) -> String {
    format!("{REPORT}/group-{section}")
}

/// Rows put one after the other.
#[derive(Default)]
struct Made {
    rows: BTreeMap<Entity, Vec<Row>>,
    last: Option<Position>,
}

impl Made {
    /// What every report has, whatever is in it.
    fn frame(&mut self) {
        let council = "Westmere Borough Council";
        self.put(
            "directorate",
            "directorate",
            &[("council", council), ("name", "Children and Enterprise")],
        );
        self.put("department", "families", &[("name", "Families")]);
        self.put(
            "person",
            "head",
            &[
                ("initials", "HF"),
                ("post", "Head of Families"),
                ("in_key", "yes"),
            ],
        );
        let clerk = [("post", "Committee Services Officer"), ("role", "clerk")];
        self.put("person", "clerk", &clerk);
        self.put("comparator", "national", &[("name", "National")]);
        self.put(
            "comparator",
            "neighbours",
            &[("name", "Statistical neighbours")],
        );
        self.put(
            "report",
            REPORT,
            &[
                ("period", REPORT),
                ("title", "Quarterly performance report"),
                ("committee", "Children's Services Scrutiny Committee"),
                ("meeting", "2027-02-09"),
                ("report_by", "head"),
                ("numbering", "sections"),
                ("direction_basis", "previous-period"),
                ("past_years", "3"),
            ],
        );
        self.put(
            "rule",
            "ten-percent",
            &[
                ("report", REPORT),
                ("name", "All"),
                ("kind", "within-percent"),
                ("amber", "10"),
            ],
        );
        self.put(
            "section",
            &format!("{REPORT}/cover"),
            &[("report", REPORT), ("kind", "cover"), ("unnumbered", "yes")],
        );
    }

    fn card(&mut self, card: usize, dice: &mut Dice) {
        let (entry, measure) = (card_id(card), measure_id(card));
        let reference = format!("CH {card:03}");
        let name = format!(
            "Children seen within ten days of a referral, area {}",
            card + 1
        );
        self.put(
            "measure",
            &measure,
            &[
                ("reference", &reference),
                ("name", &name),
                ("department", "families"),
                ("owner", "head"),
                ("unit", "percent"),
                ("decimals", "1"),
                ("polarity", "higher-is-better"),
                ("frequency", "quarterly"),
            ],
        );
        for period in YEARS.iter().chain(&QUARTERS) {
            for (series, least) in [
                ("actual", 600),
                ("target", 640),
                ("national", 620),
                ("neighbours", 610),
            ] {
                let tenths = least + dice.roll(120);
                let amount = format!("{}.{}", tenths / 10, tenths % 10);
                self.value(&measure, series, period, &amount);
            }
        }
        let commentary: Vec<&str> = (0..3)
            .filter_map(|_| dice.pick(&SENTENCES).copied())
            .collect();
        self.put(
            "entry",
            &entry,
            &[
                ("section", &section_id(card / CARDS_IN_A_SECTION)),
                ("measure", &measure),
                ("commentary", &commentary.join(" ")),
                ("projected", "amber"),
                ("plan_in_place", "yes"),
            ],
        );
        for (number, stage) in ["this-period", "this-period", "next-period"]
            .into_iter()
            .enumerate()
        {
            let outcome = if stage == "this-period" {
                "achieved"
            } else {
                ""
            };
            self.put(
                "action",
                &format!("{entry}/action-{number}"),
                &[
                    ("entry", &entry),
                    ("stage", stage),
                    (
                        "text",
                        "Agree one way of recording a first visit with every team.",
                    ),
                    ("timescale", "By March 2027"),
                    ("scale", "Two points"),
                    ("outcome", outcome),
                ],
            );
        }
        self.put(
            "risk",
            &format!("{entry}/risk"),
            &[("entry", &entry), ("text", "Recruitment stays slow.")],
        );
    }

    fn value(&mut self, measure: &str, series: &str, period: &str, amount: &str) {
        let id = format!("{measure}/{series}/{period}");
        self.put(
            "value",
            &id,
            &[
                ("measure", measure),
                ("series", series),
                ("period", period),
                ("amount", amount),
            ],
        );
    }

    /// One more row, after those before it. Cells that are not named are empty.
    ///
    /// # Panics
    /// If the table, the id or a field is not one of the model's.
    fn put(&mut self, table: &str, id: &str, cells: &[(&str, &str)]) {
        let entity = Entity::from_table(table).expect("the table is one of the model's");
        for (name, _) in cells {
            assert!(entity.field(name).is_some(), "{table} has no {name}");
        }
        let position = Position::between(self.last.as_ref(), None);
        let cell = |name: &str, kind: Kind| match kind {
            Kind::Position => Some(position.to_string()),
            _ => {
                let given = cells.iter().find(|(cell, _)| *cell == name);
                given
                    .map(|(_, text)| (*text).to_owned())
                    .filter(|text| !text.is_empty())
            }
        };
        let fields = entity.fields().iter();
        let row = Row {
            id: RowId::parse(id).expect("the id is made of what an id may have"),
            cells: fields.map(|field| cell(field.name, field.kind)).collect(),
        };
        self.last = Some(position);
        self.rows.entry(entity).or_default().push(row);
    }

    /// # Panics
    /// If a row does not fit its table.
    fn book(&self) -> Book {
        Book::from_rows(|entity| self.rows.get(&entity).cloned().unwrap_or_default())
            .expect("every cell fits its field")
    }
}
