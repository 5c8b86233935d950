//! Rolling a report forward: the report of the next period, made from the last one.
//!
//! What is comes over as it is laid out: sections, tables with their columns, lines and formulas,
//! measures, rules as copies of their own, wording of keys, boxes of the cover. What was said comes
//! over to be reviewed. What was counted in the last period stays in it. And nothing that was
//! promised is lost:
//!
//! - an action for next period becomes one of this period, without an outcome;
//! - an action of this period comes over if it has no outcome, is in progress or was achieved in
//!   part, and is to be reported on again. One that was achieved is done; one that was not achieved
//!   was answered for with its reason, and is promised anew or not at all;
//! - risks come over until they are closed, milestones until they are met, tasks until they are
//!   completed, and an objective for as long as it has tasks to come or none at all.
//!
//! Each row that comes over names the one it follows. Measures and their figures belong to the file
//! and are in no report, so they need no copy. A measure comes over whether or not a figure of it is
//! due in the new period.

mod identity;
pub mod opening;
mod row;

use std::collections::{HashMap, HashSet};

use outturn_model::entry::{Action, Entry, Outcome, Stage};
use outturn_model::plan::{Objective, Task, TaskState};
use outturn_model::record::Kind;
use outturn_model::report::Report;
use outturn_model::{Book, Edit, Entity, Id, Period, Record, Row, RowId};

use crate::due;
use crate::naming::renamed;
use identity::Identities;
use row::Cells;

/// A report made from the last one: what has to be put into the file, in an order in which each row
/// comes after those it points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rolled {
    /// The new report.
    pub report: Id<Report>,
    /// The rows to put in.
    pub edits: Vec<Edit>,
    /// How much comes over.
    pub carried: Carried,
}

/// How much comes over from one report to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Carried {
    /// Sections.
    pub sections: usize,
    /// Measures in them, counted once for each section.
    pub measures: usize,
    /// Those of them whose figure is not due in the new period.
    pub not_due: usize,
    /// Actions that were promised for the new period.
    pub promised: usize,
    /// Actions of the last period that are not finished.
    pub unfinished: usize,
    /// Risks of measures and of registers that are open.
    pub risks: usize,
    /// Milestones that are not met.
    pub milestones: usize,
    /// Tasks that are not completed.
    pub tasks: usize,
    /// Lines of tables.
    pub lines: usize,
    /// Sections and entries with words that are to be reviewed.
    pub to_review: usize,
}

/// Why a report cannot be rolled forward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CannotRoll {
    /// The period does not end after that of the report.
    NotLater,
    /// There is a report for the period already.
    Taken(Id<Report>),
}

/// The report of `period`, made from `report`. Ids are made from the old ones, so that the same
/// book gives the same rows.
///
/// # Errors
/// [`CannotRoll`] if the period is not a later one, or has a report.
pub fn roll(book: &Book, report: &Report, period: Period) -> Result<Rolled, CannotRoll> {
    if period.last_day() <= report.period.last_day() {
        return Err(CannotRoll::NotLater);
    }
    let taken = book.reports.iter().find(|other| other.period == period);
    if let Some(taken) = taken {
        return Err(CannotRoll::Taken(taken.id.clone()));
    }
    Ok(Rolling::of(book, report, period).rolled())
}

/// What was promised for the period after a report and is not finished in it: its actions for next
/// period, and those of its own that have no outcome, are in progress or were achieved in part.
pub fn comes_over(book: &Book, action: &Action) -> bool {
    match (action.stage, action.outcome) {
        (Stage::Next, _) | (Stage::This, None) => true,
        (Stage::This, Some(Outcome::InProgress | Outcome::PartlyAchieved)) => {
            // What is promised anew in the same words is one promise, not two.
            let words = |action: &Action| action.text.trim().to_lowercase();
            let mut beside = book.actions.under(&action.entry);
            !beside.any(|other| other.stage == Stage::Next && words(other) == words(action))
        }
        (Stage::This, Some(Outcome::Achieved | Outcome::NotAchieved)) => false,
    }
}

/// Whether a task is still to be reported on.
pub fn is_to_come(task: &Task) -> bool {
    task.state != Some(TaskState::Completed)
}

struct Rolling<'a> {
    book: &'a Book,
    report: &'a Report,
    period: Period,
    identities: Identities,
    /// The rows of the new report, table by table, before references are turned to them.
    rows: Vec<(Entity, Vec<(RowId, Row)>)>,
    carried: Carried,
}

impl<'a> Rolling<'a> {
    fn of(book: &'a Book, report: &'a Report, period: Period) -> Self {
        Self {
            book,
            report,
            period,
            identities: Identities::of(book, &report.id, period),
            rows: Vec::new(),
            carried: Carried::default(),
        }
    }

    fn rolled(mut self) -> Rolled {
        let report = self.new_report();
        for entity in Entity::ALL {
            if let Some((parent, field)) = entity.parent() {
                self.carry_table(*entity, parent, field);
            }
        }
        let mut edits = vec![Edit::Insert {
            entity: Entity::Report,
            row: report,
        }];
        let tables = std::mem::take(&mut self.rows);
        for (entity, rows) in tables {
            let rows = rows
                .into_iter()
                .map(|(old, row)| self.turned(entity, &old, row));
            edits.extend(
                pointed_to_first(entity, rows.collect())
                    .into_iter()
                    .map(|row| Edit::Insert { entity, row }),
            );
        }
        Rolled {
            report: Id::new(self.identities.report().clone()),
            edits,
            carried: self.carried,
        }
    }

    fn new_report(&self) -> Row {
        let (from, to) = (self.report.period, self.period);
        let mut row = self.report.to_row();
        let mut cells = Cells::of(Entity::Report, &mut row);
        cells.put("period", to.to_string());
        cells.put("title", renamed(&self.report.title, from, to));
        cells.put("subtitle", renamed(&self.report.subtitle, from, to));
        cells.put("follows", self.report.id.to_string());
        // All belong to the meeting.
        cells.clear(&[
            "meeting",
            "agenda_item",
            "draft_due",
            "lead_due",
            "finance_due",
            "legal_due",
            "dispatch_due",
        ]);
        row.id = self.identities.report().clone();
        row
    }

    /// Takes over the rows of a table whose parents come over.
    fn carry_table(&mut self, entity: Entity, parent: Entity, field: &'static str) {
        let Some((at, _)) = entity.field(field) else {
            return;
        };
        let mut rows = Vec::new();
        for old in self.book.rows(entity) {
            let hangs = old.cells[at]
                .as_deref()
                .and_then(|id| RowId::parse(id).ok());
            let comes = hangs.is_some_and(|id| self.identities.knows(parent, &id));
            if !comes || !self.keeps(entity, &old.id) {
                continue;
            }
            let Some(row) = self.fresh(entity, &old) else {
                continue;
            };
            self.count(entity, &old.id, &row);
            if entity.key().is_empty() {
                self.identities.name(entity, &old.id);
            }
            rows.push((old.id, row));
        }
        if entity == Entity::Action {
            self.order_actions(&mut rows);
        }
        if entity == Entity::Amount {
            rows.extend(self.opening_amounts());
        }
        self.rows.push((entity, rows));
    }

    /// The cells in which the new report's tables open with what the last one's closed with.
    fn opening_amounts(&self) -> Vec<(RowId, Row)> {
        let sections = self.book.sections.under(&self.report.id);
        sections
            .flat_map(|section| {
                opening::opening_figures(self.book, section, self.report.period, self.period)
            })
            .map(|figure| row::opening(&figure))
            .collect()
    }

    /// Whether a row comes over, if the row it hangs under does.
    fn keeps(&self, entity: Entity, id: &RowId) -> bool {
        let book = self.book;
        match entity {
            // What was news, and what was corrected, in the last period.
            Entity::Restatement | Entity::Headline | Entity::Point => false,
            Entity::Action => book
                .actions
                .find(id)
                .is_some_and(|row| comes_over(book, row)),
            Entity::Risk => book.risks.find(id).is_some_and(|row| !row.closed.0),
            Entity::RegisterRisk => book
                .register_risks
                .find(id)
                .is_some_and(|row| !row.closed.0),
            Entity::Milestone => book.milestones.find(id).is_some_and(|row| !row.done.0),
            Entity::Task => book.tasks.find(id).is_some_and(is_to_come),
            Entity::Objective => book
                .objectives
                .find(id)
                .is_some_and(|row| self.goes_on(row)),
            _ => true,
        }
    }

    fn goes_on(&self, objective: &Objective) -> bool {
        let mut tasks = self.book.tasks.under(&objective.id).peekable();
        tasks.peek().is_none() || tasks.any(is_to_come)
    }

    /// A row as it is to stand in the new report, still pointing to rows of the old one. Nothing for
    /// a cell of a table that has nothing left in it.
    fn fresh(&self, entity: Entity, old: &Row) -> Option<Row> {
        let mut row = old.clone();
        if entity == Entity::Amount {
            return row::amount(self.book, old);
        }
        let mut cells = Cells::of(entity, &mut row);
        cells.clear(row::of_the_period(entity));
        match entity {
            Entity::Section => {
                let section = self.book.sections.find(&old.id)?;
                cells.flag("unreviewed", row::has_words(self.book, section));
            }
            Entity::Entry => {
                let entry = self.book.entries.find(&old.id)?;
                cells.flag("unreviewed", says_something(entry));
                if self.period.whole_year() != self.report.period.whole_year() {
                    cells.clear(&["projected"]);
                }
            }
            Entity::Action => cells.put("stage", Stage::This.as_str().to_owned()),
            Entity::Tick if cells.get("group") == Some("consultation") => cells.clear(&["ticked"]),
            _ => {}
        }
        if entity.field("follows").is_some() {
            cells.put("follows", old.id.to_string());
        }
        Some(row)
    }

    fn count(&mut self, entity: Entity, old: &RowId, row: &Row) {
        let not_due = entity == Entity::Entry && !self.is_due(old);
        let carried = &mut self.carried;
        carried.not_due += usize::from(not_due);
        let next = |id: &RowId| {
            let action = self.book.actions.find(id);
            action.is_some_and(|action| action.stage == Stage::Next)
        };
        let counted = match entity {
            Entity::Section => Some(&mut carried.sections),
            Entity::Entry => Some(&mut carried.measures),
            Entity::Action if next(old) => Some(&mut carried.promised),
            Entity::Action => Some(&mut carried.unfinished),
            Entity::Risk | Entity::RegisterRisk => Some(&mut carried.risks),
            Entity::Milestone => Some(&mut carried.milestones),
            Entity::Task => Some(&mut carried.tasks),
            Entity::Line => Some(&mut carried.lines),
            _ => None,
        };
        if let Some(counted) = counted {
            *counted += 1;
        }
        let unreviewed = entity.field("unreviewed");
        if unreviewed.is_some_and(|(at, _)| row.cells[at].is_some()) {
            carried.to_review += 1;
        }
    }

    /// Whether the new report wants a figure for an entry's measure.
    fn is_due(&self, entry: &RowId) -> bool {
        let entry = self.book.entries.find(entry);
        let measure = entry.and_then(|entry| self.book.measures.get(&entry.measure));
        measure.is_some_and(|measure| {
            let due = due::due(self.book, measure, self.period);
            due.now.is_some() || due.missing.is_some()
        })
    }

    /// An entry's actions in one list: those that were not finished first, then those promised.
    fn order_actions(&self, rows: &mut [(RowId, Row)]) {
        let Some((at, _)) = Entity::Action.field("position") else {
            return;
        };
        let mut places: HashMap<Id<Entry>, outturn_model::position::Position> = HashMap::new();
        let of = |id: &RowId| self.book.actions.find(id);
        rows.sort_by_key(|(old, _)| {
            of(old).map(|action| {
                let place = (action.stage, action.position.clone(), action.id.clone());
                (action.entry.clone(), place)
            })
        });
        for (old, row) in rows {
            let Some(action) = of(old) else { continue };
            let last = places.get(&action.entry);
            let place = outturn_model::position::Position::between(last, None);
            row.cells[at] = Some(place.to_string());
            places.insert(action.entry.clone(), place);
        }
    }

    /// A row that points to the rows of the new report where it pointed to those of the old one. What
    /// points to a row that does not come over points to nothing.
    fn turned(&mut self, entity: Entity, old: &RowId, mut row: Row) -> Row {
        for (field, cell) in entity.fields().iter().zip(&mut row.cells) {
            let Kind::Reference(to) = field.kind else {
                continue;
            };
            let id = cell.as_deref().and_then(|id| RowId::parse(id).ok());
            let Some(id) = id.filter(|_| field.name != "follows") else {
                continue;
            };
            if let Some(new) = self.identities.turned(to, &id) {
                *cell = Some(new.to_string());
            } else if self.book.above(to, &id, Entity::Report).is_some() {
                *cell = None;
            }
        }
        row.id = if entity.key().is_empty() {
            self.identities
                .turned(entity, old)
                .cloned()
                .unwrap_or_else(|| old.clone())
        } else {
            let key = entity.key().iter().filter_map(|name| entity.field(name));
            let cells: Vec<String> = key.filter_map(|(at, _)| row.cells[at].clone()).collect();
            RowId::joined(cells.iter().map(String::as_str))
        };
        row
    }
}

/// Whether an entry has words of the last period that stay in it.
fn says_something(entry: &Entry) -> bool {
    let words = [&*entry.commentary, &*entry.sentence, &*entry.footnote];
    words.into_iter().any(|words| !words.trim().is_empty())
}

/// The rows of one table in an order in which each comes after those it points to.
fn pointed_to_first(entity: Entity, rows: Vec<Row>) -> Vec<Row> {
    let own: Vec<usize> = entity
        .fields()
        .iter()
        .enumerate()
        .filter(|(_, field)| field.kind == Kind::Reference(entity) && field.name != "follows")
        .map(|(at, _)| at)
        .collect();
    let all: HashSet<String> = rows.iter().map(|row| row.id.to_string()).collect();
    let mut put: HashSet<String> = HashSet::new();
    let mut ordered = Vec::with_capacity(rows.len());
    let mut waiting = rows;
    while !own.is_empty() && !waiting.is_empty() {
        let before = waiting.len();
        let (ready, rest): (Vec<Row>, Vec<Row>) = waiting.into_iter().partition(|row| {
            let mut points = own.iter().filter_map(|at| row.cells[*at].as_ref());
            points.all(|id| !all.contains(id) || put.contains(id))
        });
        put.extend(ready.iter().map(|row| row.id.to_string()));
        ordered.extend(ready);
        waiting = rest;
        if waiting.len() == before {
            break;
        }
    }
    ordered.extend(waiting);
    ordered
}
