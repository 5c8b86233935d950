//! Ready-made tables: the tables that committee papers usually hold, as schedules to fill in and to
//! change (R1, R4, R5). They are data; nothing else knows them.

use std::collections::BTreeMap;

use outturn_model::figure::Unit;
use outturn_model::position::Position;
use outturn_model::section::{Orientation, Overspend, SectionKind, TableChart};
use outturn_model::statement::{ColumnKind, LineKind};
use outturn_model::{Edit, Entity, RowId};
use outturn_words::Words;

use super::row_with;

/// A table to start from.
pub struct ReadyTable {
    /// What it is asked for by.
    pub name: &'static str,
    /// The key of its heading.
    pub title: &'static str,
    /// The key of the sentence that says what it holds.
    pub about: &'static str,
    /// The key of the heading over the names of its lines.
    label: &'static str,
    unit: Unit,
    lettered: bool,
    wide: bool,
    chart: Option<TableChart>,
    columns: &'static [Ready],
    /// Its lines: their kind, and the key of their label.
    lines: &'static [(LineKind, &'static str)],
    /// The small table that belongs to its first line.
    details: Option<&'static ReadyTable>,
}

/// A column of a ready-made table.
struct Ready {
    heading: &'static str,
    group: &'static str,
    kind: ColumnKind,
    unit: Option<Unit>,
    width: u32,
    /// For a variance: the places of the columns of the budget and of what was spent.
    of: Option<(usize, usize)>,
    /// In which `{2}` stands for the third column's name.
    formula: &'static str,
    no_total: bool,
}

const fn column(heading: &'static str, kind: ColumnKind, width: u32) -> Ready {
    Ready {
        heading,
        group: "",
        kind,
        unit: None,
        width,
        of: None,
        formula: "",
        no_total: false,
    }
}

const fn figure(heading: &'static str) -> Ready {
    column(heading, ColumnKind::Figure, 8)
}

const fn words(heading: &'static str, width: u32) -> Ready {
    column(heading, ColumnKind::Text, width)
}

const fn grouped(group: &'static str, heading: &'static str) -> Ready {
    Ready {
        group,
        ..figure(heading)
    }
}

const fn share(group: &'static str) -> Ready {
    Ready {
        group,
        unit: Some(Unit::Percent),
        ..column("ready-share", ColumnKind::Formula, 8)
    }
}

const LINE: (LineKind, &str) = (LineKind::Line, "");
const TOTAL: (LineKind, &str) = (LineKind::Total, "ready-total");

const PLAIN: ReadyTable = ReadyTable {
    name: "",
    title: "",
    about: "",
    label: "",
    unit: Unit::ThousandPounds,
    lettered: false,
    wide: false,
    chart: None,
    columns: &[],
    lines: &[LINE, TOTAL],
    details: None,
};

/// Every ready-made table, in the order offered.
pub const TABLES: &[ReadyTable] = &[
    ReadyTable {
        name: "initiatives",
        title: "ready-initiatives",
        about: "ready-initiatives-about",
        label: "ready-priority",
        wide: true,
        lines: &[LINE],
        columns: &[
            words("ready-initiative", 18),
            words("ready-milestone-now", 16),
            column("ready-status", ColumnKind::Status, 8),
            words("ready-commentary", 24),
            words("ready-milestone-next", 16),
        ],
        ..PLAIN
    },
    ReadyTable {
        name: "complaints",
        title: "ready-complaints",
        about: "ready-complaints-about",
        label: "ready-service",
        unit: Unit::Number,
        wide: true,
        columns: &[
            grouped("ready-stage-one", "ready-received"),
            grouped("ready-stage-one", "ready-acknowledged"),
            grouped("ready-stage-one", "ready-responded"),
            grouped("ready-stage-two", "ready-received"),
            grouped("ready-stage-two", "ready-acknowledged"),
            grouped("ready-stage-two", "ready-responded"),
            grouped("ready-stage-three", "ready-received"),
            grouped("ready-stage-three", "ready-acknowledged"),
            grouped("ready-stage-three", "ready-responded"),
        ],
        ..PLAIN
    },
    ReadyTable {
        name: "main-variances",
        title: "ready-main-variances",
        about: "ready-main-variances-about",
        label: "ready-area",
        lettered: true,
        columns: &[figure("ready-amount"), words("ready-explanation", 30)],
        ..PLAIN
    },
    ReadyTable {
        name: "savings",
        title: "ready-savings",
        about: "ready-savings-about",
        label: "ready-proposal",
        wide: true,
        columns: SAVINGS,
        ..PLAIN
    },
    ReadyTable {
        name: "volatile-budgets",
        title: "ready-volatile-budgets",
        about: "ready-volatile-budgets-about",
        label: "ready-budget",
        wide: true,
        columns: SAVINGS,
        details: Some(&ReadyTable {
            name: "volatile-budget-details",
            title: "ready-volatile-details",
            label: "ready-period",
            unit: Unit::Number,
            lines: &[LINE, LINE],
            columns: &[
                figure("ready-average-number"),
                Ready {
                    unit: Some(Unit::Pounds),
                    ..figure("ready-weekly-cost")
                },
                Ready {
                    unit: Some(Unit::Percent),
                    ..figure("ready-change")
                },
            ],
            ..PLAIN
        }),
        ..PLAIN
    },
    ReadyTable {
        name: "service-investment",
        title: "ready-service-investment",
        about: "ready-service-investment-about",
        label: "ready-use",
        wide: true,
        columns: &[
            words("ready-cost-centre", 8),
            column("ready-lead", ColumnKind::Post, 7),
            figure("ready-approved"),
            figure("ready-spend"),
            figure("ready-forecast"),
            words("ready-comments", 22),
            column("ready-progress", ColumnKind::Status, 8),
        ],
        lines: &[
            (LineKind::Heading, "ready-revenue"),
            LINE,
            (LineKind::Subtotal, "ready-revenue-total"),
            (LineKind::Heading, "ready-capital"),
            LINE,
            (LineKind::Subtotal, "ready-capital-total"),
            TOTAL,
        ],
        ..PLAIN
    },
    ReadyTable {
        name: "capital-programme",
        title: "ready-capital-programme",
        about: "ready-capital-programme-about",
        label: "ready-project",
        wide: true,
        columns: &[
            figure("ready-approved"),
            figure("ready-spend"),
            figure("ready-forecast"),
            Ready {
                of: Some((0, 2)),
                ..column("ready-variation", ColumnKind::Variance, 8)
            },
            grouped("ready-split", "ready-slipping"),
            grouped("ready-split", "ready-reduced-cost"),
            grouped("ready-split", "ready-new"),
            grouped("ready-split", "ready-advanced"),
            grouped("ready-split", "ready-additional-cost"),
            grouped("ready-split", "ready-future-years"),
            Ready {
                formula: "{3} - {4} - {5} - {6} - {7} - {8} - {9}",
                ..column("ready-not-explained", ColumnKind::Formula, 8)
            },
        ],
        ..PLAIN
    },
    ReadyTable {
        name: "special-estimates",
        title: "ready-special-estimates",
        about: "ready-special-estimates-about",
        label: "ready-scheme",
        columns: &[
            figure("ready-amount-sought"),
            words("ready-funded-from", 14),
            words("ready-reason", 24),
            column("ready-needed-by", ColumnKind::Date, 9),
        ],
        ..PLAIN
    },
    ReadyTable {
        name: "composition",
        title: "ready-composition",
        about: "ready-composition-about",
        label: "ready-category",
        unit: Unit::Number,
        chart: Some(TableChart::Shares),
        columns: &[
            grouped("ready-last-year", "ready-number"),
            Ready {
                formula: "share({0})",
                ..share("ready-last-year")
            },
            grouped("ready-this-year", "ready-number"),
            Ready {
                formula: "share({2})",
                ..share("ready-this-year")
            },
        ],
        ..PLAIN
    },
    ReadyTable {
        name: "grades",
        title: "ready-grades",
        about: "ready-grades-about",
        label: "ready-judged",
        unit: Unit::Number,
        lines: &[LINE],
        columns: &[
            words("ready-grade-before", 8),
            words("ready-grade-now", 8),
            words("ready-grade-meaning", 20),
        ],
        ..PLAIN
    },
];

const SAVINGS: &[Ready] = &[
    column("ready-item", ColumnKind::Reference, 5),
    column("ready-lead", ColumnKind::Post, 7),
    figure("ready-approved"),
    figure("ready-variation-identified"),
    figure("ready-further-next-year"),
    words("ready-progress-comment", 24),
    column("ready-on-target", ColumnKind::Status, 8),
    words("ready-recovery-plan", 9),
];

impl ReadyTable {
    /// The first cells of its section.
    pub fn section_fields(&self, words: &Words) -> BTreeMap<String, String> {
        let mut fields = BTreeMap::from([
            ("kind".to_owned(), SectionKind::Schedule.as_str().to_owned()),
            ("heading".to_owned(), words.word(self.title)),
            ("label_heading".to_owned(), words.word(self.label)),
            ("unit".to_owned(), self.unit.as_str().to_owned()),
            // What is spent above the approved budget is above nil in these tables (R1).
            (
                "overspend".to_owned(),
                Overspend::Positive.as_str().to_owned(),
            ),
        ]);
        let mut put = |field: &str, text: &str| fields.insert(field.to_owned(), text.to_owned());
        if self.lettered {
            put("lettered", "yes");
        }
        if self.wide {
            put("orientation", Orientation::Landscape.as_str());
        }
        if let Some(chart) = self.chart {
            put("chart", chart.as_str());
        }
        fields
    }

    /// Its columns and lines, and the small table that belongs to its first line.
    pub fn rows(
        &self,
        section: &RowId,
        report: &str,
        words: &Words,
        fresh: &mut dyn FnMut() -> [u8; 10],
    ) -> Vec<Edit> {
        let columns = self.columns(section, words, &mut *fresh);
        let mut edits = columns;
        let details = self
            .details
            .map(|table| (table, RowId::from_random(fresh())));
        if let Some((table, id)) = &details {
            edits.push(table.section(id, section, report, words));
            edits.extend(table.rows(id, report, words, &mut *fresh));
        }
        let mut details = details.map(|(_, id)| id);
        let lines = self.lines.iter().zip(Position::sequence(self.lines.len()));
        for ((kind, label), position) in lines {
            let own = if *kind == LineKind::Line {
                details.take()
            } else {
                None
            };
            let id = RowId::from_random(fresh());
            edits.push(row_with(Entity::Line, id, |field| match field {
                "section" => Some(section.to_string()),
                "position" => Some(position.to_string()),
                "kind" => Some(kind.as_str().to_owned()),
                "label" => said(words, label),
                "details" => own.as_ref().map(ToString::to_string),
                _ => None,
            }));
        }
        edits
    }

    /// Its section, inside another.
    fn section(&self, id: &RowId, parent: &RowId, report: &str, words: &Words) -> Edit {
        let cells = self.section_fields(words);
        let position = Position::between(None, None);
        row_with(Entity::Section, id.clone(), |field| match field {
            "report" => Some(report.to_owned()),
            "parent" => Some(parent.to_string()),
            "position" => Some(position.to_string()),
            other => cells.get(other).cloned(),
        })
    }

    fn columns(
        &self,
        section: &RowId,
        words: &Words,
        fresh: &mut dyn FnMut() -> [u8; 10],
    ) -> Vec<Edit> {
        let count = self.columns.len();
        let ids: Vec<RowId> = (0..count).map(|_| RowId::from_random(fresh())).collect();
        let columns = self.columns.iter().zip(&ids);
        columns
            .zip(Position::sequence(count))
            .map(|((column, id), position)| {
                let source = |at: usize| ids.get(at).map(ToString::to_string);
                row_with(Entity::Column, id.clone(), |field| match field {
                    "section" => Some(section.to_string()),
                    "position" => Some(position.to_string()),
                    "heading" => said(words, column.heading),
                    "group" => said(words, column.group),
                    "kind" => Some(column.kind.as_str().to_owned()),
                    "unit" => column.unit.map(|unit| unit.as_str().to_owned()),
                    "width" => Some(column.width.to_string()),
                    "budget" => column.of.and_then(|(budget, _)| source(budget)),
                    "actual" => column.of.and_then(|(_, actual)| source(actual)),
                    "formula" => self.formula(column, words),
                    "no_total" => column.no_total.then(|| "yes".to_owned()),
                    _ => None,
                })
            })
            .collect()
    }
}

impl ReadyTable {
    /// A column's formula, with the names of the columns as the catalogue says them: the heading,
    /// after the heading over it where it has one.
    fn formula(&self, column: &Ready, words: &Words) -> Option<String> {
        let named = |formula: String, (at, other): (usize, &Ready)| {
            let parts = [said(words, other.group), said(words, other.heading)];
            let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
            formula.replace(
                &format!("{{{at}}}"),
                &format!("[{}]", name.replace(']', "]]")),
            )
        };
        let formula = (!column.formula.is_empty()).then(|| column.formula.to_owned())?;
        Some(self.columns.iter().enumerate().fold(formula, named))
    }
}

/// A word of the catalogue; nothing where none is meant.
fn said(words: &Words, key: &'static str) -> Option<String> {
    (!key.is_empty()).then(|| words.word(key))
}
