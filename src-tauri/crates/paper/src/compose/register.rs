//! Risk registers: the matrix, the open risks by rating, then each risk by itself (R5).

use outturn_model::register::{Axis, Control, ControlState, Priority, RegisterRisk};
use outturn_model::section::Section;
use outturn_model::{Entity, Message, Place};
use outturn_rules::register::{Assessment, Movement, Rated, Register, register};

use super::Composer;
use super::narrative::paragraph;
use super::words::date_in_words;
use crate::tree::{
    Align, Block, BlockKind, Card, CardPart, Cell, Column, ColumnKind, Fact, Inline, Mark, Note,
    Row, Symbol, Table, Width,
};

/// The longest description that stands as the heading of its risk.
const HEADING: usize = 140;

impl Composer<'_> {
    pub(super) fn risk_register(&self, section: &Section, level: u8) -> Vec<Block> {
        let register = register(self.book, section);
        if register.risks.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![BlockKind::Table(self.matrix(&register)).into()];
        let highest = register.highest();
        if highest.len() > 1 {
            blocks.push(BlockKind::Table(self.by_rating(&register, &highest)).into());
        }
        // Either every description is a heading or none is.
        let short = |rated: &Rated<'_>| {
            let text = rated.risk.text.as_str();
            !text.contains('\n') && text.chars().count() <= HEADING
        };
        let headed = register.risks.iter().all(short);
        blocks.extend(register.risks.iter().map(|rated| {
            let card = self.risk(&register, rated, headed, level.saturating_add(1));
            let place = Place::row(Entity::RegisterRisk, rated.risk.id.row()).to_string();
            BlockKind::Card(Box::new(card)).at(place)
        }));
        blocks
    }

    /// How many open risks stand where, the greatest impact at the top.
    fn matrix(&self, register: &Register<'_>) -> Table {
        let levels = 1..=register.levels;
        let graded = |axis, level: u32| {
            let graded = Message::new("risk-graded")
                .with("level", i64::from(level))
                .with("name", register.level(axis, level));
            self.say(&graded)
        };
        let header = levels.clone().map(|likelihood| {
            let name = graded(Axis::Likelihood, likelihood);
            Cell::words(name).heads_column().aligned(Align::Centre)
        });
        let corner = Cell::words(self.word("risk-matrix-axes")).heads_column();
        let rows = levels.clone().rev().map(|impact| {
            let cells = levels
                .clone()
                .map(|likelihood| self.matrix_cell(register, Assessment { impact, likelihood }));
            let name = Cell::words(graded(Axis::Impact, impact)).heads_row();
            Row {
                cells: std::iter::once(name).chain(cells).collect(),
                ..Row::default()
            }
        });
        let columns = levels.clone().map(|_| column(ColumnKind::Status, 3));
        let unassessed =
            Message::new("risk-matrix-unassessed").with("count", register.unassessed());
        let note = || Note {
            mark: None,
            text: vec![Inline::text(self.say(&unassessed))],
        };
        Table {
            caption: Some(self.word("risk-matrix")),
            summary: Some(self.word("risk-matrix-summary")),
            columns: std::iter::once(column(ColumnKind::Text, 4))
                .chain(columns)
                .collect(),
            header: vec![std::iter::once(corner).chain(header).collect()],
            rows: rows.collect(),
            notes: (register.unassessed() > 0).then(note).into_iter().collect(),
        }
    }

    /// The count, and the band's name: the colour says nothing by itself.
    fn matrix_cell(&self, register: &Register<'_>, at: Assessment) -> Cell {
        let band = register.band(at.rating());
        let count = register.count(at);
        let text = vec![
            if count > 0 {
                Inline::strong(count.to_string())
            } else {
                Inline::text("0")
            },
            Inline::Break,
            Inline::text(self.say(&band.name)),
        ];
        Cell::new(text)
            .aligned(Align::Centre)
            .shaded(self.status_mark(band.status).symbol)
    }

    /// The open risks, the highest first.
    fn by_rating(&self, register: &Register<'_>, highest: &[&Rated<'_>]) -> Table {
        let rows = highest.iter().map(|rated| {
            let risk = rated.risk;
            Row {
                cells: vec![
                    Cell::words(risk.reference.as_str()),
                    Cell::words(risk.text.as_str()).heads_row(),
                    Cell::words(self.post(risk.owner.as_ref()).unwrap_or_default()),
                    self.rating_cell(register, rated.initial),
                    self.rating_cell(register, rated.current),
                    self.rating_cell(register, rated.target),
                ],
                ..Row::default()
            }
        });
        Table {
            caption: Some(self.word("risk-highest")),
            columns: vec![
                column(ColumnKind::Text, 9),
                column(ColumnKind::Text, 38),
                column(ColumnKind::Text, 20),
                column(ColumnKind::Status, 12),
                column(ColumnKind::Status, 12),
                column(ColumnKind::Status, 12),
            ],
            header: vec![self.headings(&[
                "table-reference",
                "risk-name",
                "risk-owner",
                "risk-initial",
                "risk-current",
                "risk-target",
            ])],
            rows: rows.collect(),
            ..Table::default()
        }
    }

    fn risk(&self, register: &Register<'_>, rated: &Rated<'_>, headed: bool, level: u8) -> Card {
        let risk = rated.risk;
        let category = risk.category.as_str();
        let (name, text) = if headed || category.is_empty() && risk.reference.is_empty() {
            // A heading has no full stop.
            (risk.text.trim_end_matches('.'), "")
        } else {
            (category, risk.text.as_str())
        };
        let part = |field, label, text: &str| {
            (!text.is_empty()).then(|| CardPart {
                place: Some(Place::cell(Entity::RegisterRisk, risk.id.row(), field).to_string()),
                label: self.word(label),
                blocks: vec![paragraph(vec![Inline::text(text)], None)],
            })
        };
        let parts = [
            part("text", "risk-text", text),
            part("cause", "risk-cause", &risk.cause),
            part("consequence", "risk-consequence", &risk.consequence),
            self.controls(risk),
            part("movement", "risk-why", &risk.movement),
        ];
        Card {
            reference: risk.reference.to_string(),
            name: name.to_owned(),
            level,
            facts: self.risk_facts(rated, headed),
            grid: Some(self.assessments(register, rated)),
            parts: parts.into_iter().flatten().collect(),
            ..Card::default()
        }
    }

    fn risk_facts(&self, rated: &Rated<'_>, headed: bool) -> Vec<Fact> {
        let risk = rated.risk;
        let category = headed.then(|| risk.category.to_string());
        let closed = risk.closed.0.then(|| self.word("risk-closed"));
        let mut facts: Vec<Fact> = [
            ("risk-category", category),
            ("risk-owner", self.post(risk.owner.as_ref())),
            ("risk-state", closed),
        ]
        .into_iter()
        .filter_map(|(label, value)| self.fact(label, value))
        .collect();
        let movement = self.movement_of(rated);
        facts.extend(self.fact("risk-movement-since", movement));
        facts
    }

    /// In words alone: an arrow that says “better” beside “Down from 9” would say two things.
    fn movement_of(&self, rated: &Rated<'_>) -> Option<String> {
        let key = match rated.movement()? {
            Movement::Lower => "risk-movement-lower",
            Movement::Same => "risk-movement-same",
            Movement::Higher => "risk-movement-higher",
        };
        let said = Message::new(key)
            .with("initial", i64::from(rated.initial?.rating()))
            .with("current", i64::from(rated.current?.rating()));
        Some(self.say(&said))
    }

    /// The three assessments side by side.
    fn assessments(&self, register: &Register<'_>, rated: &Rated<'_>) -> Table {
        let three = [rated.initial, rated.current, rated.target];
        let graded = |axis, level: Option<u32>| {
            Cell::words(level.map_or_else(String::new, |level| {
                let graded = Message::new("risk-graded")
                    .with("level", i64::from(level))
                    .with("name", register.level(axis, level));
                self.say(&graded)
            }))
        };
        let row = |label: &'static str, cells: [Cell; 3]| Row {
            cells: std::iter::once(Cell::words(self.word(label)).heads_row())
                .chain(cells)
                .collect(),
            ..Row::default()
        };
        Table {
            columns: vec![
                column(ColumnKind::Text, 3),
                column(ColumnKind::Text, 4),
                column(ColumnKind::Text, 4),
                column(ColumnKind::Text, 4),
            ],
            header: vec![self.headings(&[
                "risk-assessment",
                "risk-initial",
                "risk-current",
                "risk-target",
            ])],
            rows: vec![
                row(
                    "risk-impact",
                    three.map(|at| graded(Axis::Impact, at.map(|at| at.impact))),
                ),
                row(
                    "risk-likelihood",
                    three.map(|at| graded(Axis::Likelihood, at.map(|at| at.likelihood))),
                ),
                row(
                    "risk-rating",
                    three.map(|at| self.rating_cell(register, at)),
                ),
            ],
            ..Table::default()
        }
    }

    /// A rating on the colour of its band, with the band's name; blank where there is none.
    fn rating_cell(&self, register: &Register<'_>, at: Option<Assessment>) -> Cell {
        let Some(rating) = at.map(Assessment::rating) else {
            return Cell::default();
        };
        let band = register.band(rating);
        let rated = Message::new("risk-rated")
            .with("rating", i64::from(rating))
            .with("band", band.name.clone());
        Cell::words(self.say(&rated)).shaded(self.status_mark(band.status).symbol)
    }

    fn controls(&self, risk: &RegisterRisk) -> Option<CardPart> {
        let rows: Vec<Row> = self
            .book
            .controls
            .under(&risk.id)
            .map(|control| self.control(control))
            .collect();
        if rows.is_empty() {
            return None;
        }
        let table = Table {
            columns: vec![
                column(ColumnKind::Text, 36),
                column(ColumnKind::Status, 15),
                column(ColumnKind::Number, 12),
                column(ColumnKind::Text, 16),
                column(ColumnKind::Text, 10),
                column(ColumnKind::Text, 20),
            ],
            header: vec![self.headings(&[
                "control-text",
                "risk-state",
                "control-complete",
                "control-due",
                "control-priority",
                "risk-owner",
            ])],
            rows,
            ..Table::default()
        };
        Some(CardPart {
            place: None,
            label: self.word("risk-controls"),
            blocks: vec![BlockKind::Table(table).into()],
        })
    }

    fn control(&self, control: &Control) -> Row {
        let state = control.state.map(|state| {
            let (symbol, word) = match state {
                ControlState::Planned => (Symbol::Unknown, "choice-state-planned"),
                ControlState::InProgress => (Symbol::Noted, "choice-state-in-progress"),
                ControlState::InPlace => (Symbol::Achieved, "choice-state-in-place"),
            };
            Inline::Symbol(Mark::new(symbol, self.word(word)))
        });
        let priority = control.priority.map(|priority| {
            self.word(match priority {
                Priority::High => "choice-priority-high",
                Priority::Medium => "choice-priority-medium",
                Priority::Low => "choice-priority-low",
            })
        });
        let complete = control.complete.map(|complete| complete.0.to_string());
        let due = control.due.map(|due| self.say(&date_in_words(due)));
        Row {
            place: Some(Place::row(Entity::Control, control.id.row()).to_string()),
            cells: vec![
                Cell::words(control.text.as_str()).heads_row(),
                Cell::new(state.into_iter().collect()),
                Cell::words(complete.unwrap_or_default()),
                Cell::words(due.unwrap_or_default()),
                Cell::words(priority.unwrap_or_default()),
                Cell::words(self.post(control.owner.as_ref()).unwrap_or_default()),
            ],
            ..Row::default()
        }
    }
}

fn column(kind: ColumnKind, share: u16) -> Column {
    Column {
        kind,
        width: Width::Share(share),
    }
}
