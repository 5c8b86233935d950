//! Indicator cards.

use outturn_model::entry::{Action, Entry, Stage, YesNo};
use outturn_model::measure::{Comparator, Frequency};
use outturn_model::section::Section;
use outturn_model::status::Direction;
use outturn_model::{Entity, Message, Period, Place};
use outturn_rules::card::{self as rules_card, CardColumn};
use outturn_rules::status::{Rated, projected, status};
use outturn_rules::{Appearance, card::Card as Grid, due};

use super::Composer;
use super::charts::trend_chart;
use super::words::polarity_sentence;
use crate::chart::Picture;
use crate::tree::{
    Block, BlockKind, Card, CardPart, Cell, Column, ColumnKind, Fact, Figure, Inline, List,
    ListStyle, Note, Rating, Row, Table, Width,
};

impl Composer<'_> {
    pub(super) fn cards(&self, section: &Section, level: u8) -> Vec<Block> {
        let entries = self.book.entries.under(&section.id);
        entries
            .filter_map(|entry| self.card(entry, level))
            .collect()
    }

    fn card(&self, entry: &Entry, level: u8) -> Option<Block> {
        let appearance = Appearance::of(self.book, self.report, entry)?;
        let measure = appearance.measure;
        let grid = rules_card::card(&appearance);
        let place = Place::row(Entity::Entry, entry.id.row()).to_string();
        let mut ratings = vec![self.rating("paper-card-status", &status(&appearance), entry)];
        ratings.extend(projected(&appearance).map(|rated| Rating {
            label: self.word("paper-card-projected"),
            mark: self.status_mark(rated.status),
            reason: None,
        }));
        let card = Card {
            reference: measure.reference.to_string(),
            name: measure.name.to_string(),
            level: level + 1,
            anchor: Some(place.clone()),
            ratings,
            facts: self.card_facts(&appearance),
            grid: Some(self.card_grid(&appearance, &grid)),
            chart: self.card_chart(&appearance, &grid),
            parts: self.card_parts(entry, level + 1),
        };
        Some(Block::from(BlockKind::Card(Box::new(card))).at(place))
    }

    fn rating(&self, label: &'static str, rated: &Rated, entry: &Entry) -> Rating {
        let mut mark = self.status_mark(rated.status);
        if !entry.status_words.is_empty() {
            mark.word = entry.status_words.to_string();
        }
        Rating {
            label: self.word(label),
            mark,
            reason: Some(self.say(&rated.reason)),
        }
    }

    fn card_facts(&self, appearance: &Appearance<'_>) -> Vec<Fact> {
        let measure = appearance.measure;
        let frequency = self.word(match measure.frequency {
            Frequency::Monthly => "choice-frequency-monthly",
            Frequency::Quarterly => "choice-frequency-quarterly",
            Frequency::HalfYearly => "choice-frequency-half-yearly",
            Frequency::Annual => "choice-frequency-annual",
            Frequency::Termly => "choice-frequency-termly",
            Frequency::AcademicYear => "choice-frequency-academic-year",
        });
        let plan = appearance.entry.plan_in_place.map(|plan| {
            self.word(match plan {
                YesNo::Yes => "choice-plan-in-place-yes",
                YesNo::No => "choice-plan-in-place-no",
            })
        });
        [
            ("paper-card-officer", self.post(measure.owner.as_ref())),
            ("paper-card-frequency", Some(frequency)),
            (
                "paper-card-polarity",
                polarity_sentence(measure).map(|sentence| self.say(&sentence)),
            ),
            ("paper-card-action-plan", plan),
        ]
        .into_iter()
        .filter_map(|(label, value)| {
            Some(Fact {
                name: vec![Inline::text(self.word(label))],
                value: vec![Inline::text(value?)],
            })
        })
        .collect()
    }

    fn card_chart(&self, appearance: &Appearance<'_>, grid: &Grid<'_>) -> Option<Figure> {
        let trend = rules_card::chart_points(appearance, grid);
        let chart = trend_chart(self.words, appearance.measure, &trend)?;
        self.picture(Picture::Trend(chart))
    }

    fn card_grid(&self, appearance: &Appearance<'_>, grid: &Grid<'_>) -> Table {
        let measure = appearance.measure;
        let figures = |pick: &dyn Fn(&CardColumn<'_>) -> String| -> Vec<Cell> {
            grid.columns
                .iter()
                .map(|column| Cell::words(pick(column)))
                .collect()
        };
        // In a column that is the report itself by which the figure is due, it would say nothing.
        let awaited = due::awaited(appearance)
            .filter(|awaited| awaited.column != awaited.report)
            .filter(|_| appearance.entry.status_words.trim().is_empty());
        let mut rows = Vec::new();
        if grid
            .columns
            .iter()
            .any(|column| !column.own_period.is_empty())
        {
            rows.push(self.grid_row(
                self.word("paper-card-own-period"),
                figures(&|column| column.own_period.to_owned()),
            ));
        }
        rows.push(self.grid_row(
            self.word("series-actual"),
            figures(&|column| match (column.actual, awaited) {
                (None, Some(awaited)) if column.period == awaited.column => {
                    self.say(&awaited.not_until(self.report.period))
                }
                (actual, _) => self.figure(measure, actual),
            }),
        ));
        rows.push(self.grid_row(
            self.word("series-target"),
            figures(&|column| self.figure(measure, column.target)),
        ));
        rows.push(
            self.grid_row(
                self.word("paper-card-progress"),
                grid.columns
                    .iter()
                    .map(|column| self.progress_cell(column))
                    .collect(),
            ),
        );
        for (at, comparator) in grid.comparators.iter().enumerate() {
            rows.push(self.grid_row(
                Comparator::clone(comparator).name.to_string(),
                figures(&|column| self.figure(measure, column.comparators[at])),
            ));
        }
        let label = Column {
            kind: ColumnKind::Text,
            width: Width::Fit,
        };
        let figure = Column {
            kind: ColumnKind::Number,
            width: Width::Share(1),
        };
        let values = grid.columns.iter().flat_map(|column| {
            [column.actual, column.target]
                .into_iter()
                .chain(column.comparators.iter().copied())
        });
        let provisional = values.flatten().any(|value| value.provisional.0);
        let provisional = provisional.then(|| Note {
            mark: None,
            text: vec![Inline::text(self.word("paper-provisional-note"))],
        });
        let judged = self.judged_progress(grid).into_iter().map(|text| Note {
            mark: None,
            text: vec![Inline::text(text)],
        });
        Table {
            caption: None,
            summary: None,
            columns: std::iter::once(label)
                .chain(grid.columns.iter().map(|_| figure))
                .collect(),
            header: self.grid_header(appearance, grid),
            rows,
            notes: provisional.into_iter().chain(judged).collect(),
        }
    }

    fn grid_row(&self, heading: String, cells: Vec<Cell>) -> Row {
        Row {
            cells: std::iter::once(Cell::words(heading).heads_row())
                .chain(cells)
                .collect(),
            ..Row::default()
        }
    }

    fn progress_cell(&self, column: &CardColumn<'_>) -> Cell {
        match &column.progress {
            Some(progress) => Cell::new(vec![Inline::Symbol(
                self.direction_mark(progress.direction),
            )]),
            None => Cell::default(),
        }
    }

    /// The progress that a person stated, each with its reason and the periods that have it.
    fn judged_progress(&self, grid: &Grid<'_>) -> Vec<String> {
        let mut stated: Vec<(Direction, &str, Vec<String>)> = Vec::new();
        for column in &grid.columns {
            let (Some(progress), Some(value)) = (&column.progress, column.actual) else {
                continue;
            };
            if !progress.overridden {
                continue;
            }
            let (direction, reason) = (progress.direction, value.progress_reason.trim());
            let period = self.say(&column.period.short_name());
            match stated
                .iter_mut()
                .find(|(of, why, _)| (*of, *why) == (direction, reason))
            {
                Some((.., periods)) => periods.push(period),
                None => stated.push((direction, reason, vec![period])),
            }
        }
        let said = stated.into_iter().map(|(direction, reason, periods)| {
            let note = Message::new(match reason {
                "" => "paper-card-progress-judged",
                _ => "paper-card-progress-judged-because",
            });
            self.say(
                &note
                    .with("periods", periods.join(", "))
                    .with("direction", direction.word())
                    .with("reason", reason),
            )
        });
        said.collect()
    }

    /// One row of periods; where the year is shown in parts, its name stands over them.
    fn grid_header(&self, appearance: &Appearance<'_>, grid: &Grid<'_>) -> Vec<Vec<Cell>> {
        let year = self.report.period.whole_year();
        let of_year = |column: &&CardColumn<'_>| !column.past;
        let parts = grid.columns.iter().filter(of_year).count();
        let in_parts = grid
            .columns
            .iter()
            .any(|column| !column.past && column.period != year);
        let corner = Cell::words(self.word("paper-card-grid-corner")).heads_column();
        let heading = |column: &CardColumn<'_>, name: String| {
            let mut text = vec![Inline::text(name)];
            if !column.label.is_empty() {
                text.push(Inline::Break);
                text.push(Inline::emphasis(column.label));
            }
            Cell::new(text).heads_column()
        };
        let name = |period: Period| self.say(&period.short_name());
        if !in_parts || parts < 2 {
            let cells = grid
                .columns
                .iter()
                .map(|column| heading(column, name(column.period)));
            return vec![std::iter::once(corner).chain(cells).collect()];
        }
        let over = Message::new(if appearance.measure.cumulative.0 {
            "paper-card-year-to-date"
        } else {
            "paper-card-year"
        });
        let over = self.say(&over.with("year", name(year)));
        let span = u16::try_from(parts).unwrap_or(1);
        let past = grid.columns.iter().filter(|column| column.past);
        let first = std::iter::once(corner.down(2))
            .chain(past.map(|column| heading(column, name(column.period)).down(2)))
            .chain([Cell::words(over).heads_column().across(span)])
            .collect();
        let second = grid
            .columns
            .iter()
            .filter(of_year)
            .map(|column| heading(column, self.say(&part_name(column.period))))
            .collect();
        vec![first, second]
    }

    fn card_parts(&self, entry: &Entry, level: u8) -> Vec<CardPart> {
        let mut parts = Vec::new();
        let commentary = self.narrative(&entry.commentary, level, &[]);
        parts.extend(self.part(entry, "commentary", "paper-card-commentary", commentary));
        let actions = |stage| -> Vec<&Action> {
            let all = self.book.actions.under(&entry.id);
            all.filter(|action| action.stage == stage).collect()
        };
        let this = self.actions_table(&actions(Stage::This), true, entry.no_actions.0);
        parts.extend(self.part(entry, "no_actions", "paper-card-actions-this", this));
        let next = self.actions_table(&actions(Stage::Next), false, entry.no_next_actions.0);
        parts.extend(self.part(entry, "no_next_actions", "paper-card-actions-next", next));
        parts.extend(self.part(entry, "no_risks", "paper-card-risks", self.risks(entry)));
        parts
    }

    /// A labelled part of a card; nothing where there is nothing to say.
    fn part(
        &self,
        entry: &Entry,
        field: &'static str,
        label: &'static str,
        blocks: Vec<Block>,
    ) -> Option<CardPart> {
        (!blocks.is_empty()).then(|| CardPart {
            place: Some(Place::cell(Entity::Entry, entry.id.row(), field).to_string()),
            label: self.word(label),
            blocks,
        })
    }

    fn actions_table(&self, actions: &[&Action], with_outcome: bool, none: bool) -> Vec<Block> {
        if actions.is_empty() {
            return self.none_stated(none);
        }
        let mut keys = vec!["paper-action", "paper-action-timescale"];
        let mut shares = vec![4, 3];
        if with_outcome {
            keys.push("paper-action-outcome");
            shares.push(4);
        }
        let rows = actions.iter().map(|action| {
            let mut cells = vec![
                Cell::words(action.text.as_str()).heads_row(),
                Cell::words(self.timescale(action)),
            ];
            if with_outcome {
                cells.push(self.outcome_cell(action));
            }
            Row {
                place: Some(Place::row(Entity::Action, action.id.row()).to_string()),
                cells,
                ..Row::default()
            }
        });
        let table = Table {
            columns: shares
                .into_iter()
                .map(|share| Column {
                    kind: ColumnKind::Text,
                    width: Width::Share(share),
                })
                .collect(),
            header: vec![
                keys.into_iter()
                    .map(|key| Cell::words(self.word(key)).heads_column())
                    .collect(),
            ],
            rows: rows.collect(),
            ..Table::default()
        };
        vec![BlockKind::Table(table).into()]
    }

    /// When, and how much better it is to get.
    fn timescale(&self, action: &Action) -> String {
        let due = action
            .due
            .map(|due| self.say(&super::words::date_in_words(due)));
        let when = match (action.timescale.as_str(), due) {
            ("", Some(due)) => due,
            (words, _) => words.to_owned(),
        };
        match (when.as_str(), action.scale.as_str()) {
            (_, "") => when,
            ("", scale) => scale.to_owned(),
            (when, scale) => self.say(
                &Message::new("paper-timescale-and-scale")
                    .with("timescale", when)
                    .with("scale", scale),
            ),
        }
    }

    fn outcome_cell(&self, action: &Action) -> Cell {
        let mut text: Vec<Inline> = action
            .outcome
            .into_iter()
            .map(|outcome| self.outcome(outcome))
            .collect();
        if !action.outcome_reason.is_empty() {
            if !text.is_empty() {
                text.push(Inline::Break);
            }
            text.push(Inline::text(action.outcome_reason.as_str()));
        }
        Cell::new(text)
    }

    fn risks(&self, entry: &Entry) -> Vec<Block> {
        let items: Vec<Vec<Block>> = self
            .book
            .risks
            .under(&entry.id)
            .map(|risk| {
                vec![super::narrative::paragraph(
                    vec![Inline::text(risk.text.as_str())],
                    None,
                )]
            })
            .collect();
        if items.is_empty() {
            return self.none_stated(entry.no_risks.0);
        }
        vec![
            BlockKind::List(List {
                style: ListStyle::Bullets,
                items,
            })
            .into(),
        ]
    }

    fn none_stated(&self, none: bool) -> Vec<Block> {
        if !none {
            return Vec::new();
        }
        vec![super::narrative::paragraph(
            vec![Inline::text(self.word("paper-none-stated"))],
            None,
        )]
    }
}

/// The part of the year alone, for a column under the year's name.
fn part_name(period: Period) -> Message {
    use outturn_model::period::Part;
    match period.part() {
        Part::Quarter(number) => Message::new("part-quarter").with("number", i64::from(number)),
        Part::Half(number) => Message::new("part-half").with("number", i64::from(number)),
        Part::Year => Message::new("part-year"),
        Part::Month(_) => period.short_name(),
    }
}
