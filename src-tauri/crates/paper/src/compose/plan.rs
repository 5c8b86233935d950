//! Action plans: a block for each objective, or one table of tasks (R2, appendices A and B).

use outturn_model::plan::{Objective, Task, TaskState};
use outturn_model::section::{PlanShape, Section};
use outturn_model::{Entity, Place};
use outturn_rules::plan::tasks;

use super::Composer;
use super::narrative::paragraph;
use super::words::date_in_words;
use crate::tree::{
    Block, BlockKind, Card, CardPart, Cell, Column, ColumnKind, Heading, Inline, Mark, Row,
    RowKind, Symbol, Table, Width,
};

impl Composer<'_> {
    pub(super) fn action_plan(&self, section: &Section, level: u8) -> Vec<Block> {
        let objectives: Vec<&Objective> = self.book.objectives.under(&section.id).collect();
        if objectives.is_empty() {
            return Vec::new();
        }
        match section.shape.unwrap_or_default() {
            PlanShape::Blocks => self.plan_blocks(section, &objectives, level),
            PlanShape::Table => vec![BlockKind::Table(self.plan_table(&objectives)).into()],
        }
    }

    /// The objectives under the headings of their priority areas.
    fn plan_blocks(&self, section: &Section, objectives: &[&Objective], level: u8) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut under = "";
        for objective in objectives {
            let priority = objective.priority.trim();
            if !priority.is_empty() && priority != under {
                let heading = Heading {
                    level: level.saturating_add(1),
                    text: priority.to_owned(),
                    ..Heading::default()
                };
                blocks.push(BlockKind::Heading(heading).into());
            }
            under = priority;
            let deeper = if priority.is_empty() { 1 } else { 2 };
            let card = self.objective(section, objective, level.saturating_add(deeper));
            let place = Place::row(Entity::Objective, objective.id.row()).to_string();
            blocks.push(BlockKind::Card(Box::new(card)).at(place));
        }
        blocks
    }

    /// An objective with the facts that are filled in, its tasks, then their progress.
    fn objective(&self, section: &Section, objective: &Objective, level: u8) -> Card {
        let baseline = match section.baseline_heading.trim() {
            "" => self.word("plan-baseline"),
            heading => heading.to_owned(),
        };
        let texts = [
            ("baseline", baseline, &objective.baseline),
            ("outcomes", self.word("plan-outcomes"), &objective.outcomes),
            ("targets", self.word("plan-targets"), &objective.targets),
            ("funding", self.word("plan-funding"), &objective.funding),
        ];
        let texts = texts.into_iter().filter(|(.., text)| !text.is_empty());
        let mut parts: Vec<CardPart> = texts
            .map(|(field, label, text)| CardPart {
                place: Some(Place::cell(Entity::Objective, objective.id.row(), field).to_string()),
                label,
                blocks: vec![paragraph(vec![Inline::text(text.as_str())], None)],
            })
            .collect();
        let tasks = tasks(self.book, objective);
        let mut part = |label: &'static str, table: Option<Table>| {
            parts.extend(table.map(|table| CardPart {
                place: None,
                label: self.word(label),
                blocks: vec![BlockKind::Table(table).into()],
            }));
        };
        part("plan-tasks", self.task_table(&tasks));
        part("plan-progress", self.progress_table(&tasks));
        let plan = Some(objective.relevant_plan.to_string());
        Card {
            reference: objective.reference.to_string(),
            name: objective.text.to_string(),
            level,
            facts: self.fact("plan-relevant-plan", plan).into_iter().collect(),
            parts,
            ..Card::default()
        }
    }

    fn task_table(&self, tasks: &[(String, &Task)]) -> Option<Table> {
        let rows: Vec<Row> = tasks
            .iter()
            .map(|(number, task)| Row {
                place: Some(place_of(task)),
                cells: vec![
                    Cell::words(number).heads_row(),
                    Cell::words(task.text.as_str()),
                    Cell::new(self.milestone_of(task)),
                    Cell::words(self.post(task.owner.as_ref()).unwrap_or_default()),
                ],
                ..Row::default()
            })
            .collect();
        (!rows.is_empty()).then(|| Table {
            columns: vec![text(6), text(44), text(26), text(24)],
            header: vec![self.headings(&[
                "plan-task-number",
                "plan-task",
                "plan-milestone",
                "plan-owner",
            ])],
            rows,
            ..Table::default()
        })
    }

    /// How far each task has come; tasks of which nothing is said are left out.
    fn progress_table(&self, tasks: &[(String, &Task)]) -> Option<Table> {
        let said = tasks
            .iter()
            .filter(|(_, task)| task.state.is_some() || !task.progress.is_empty());
        let rows: Vec<Row> = said
            .map(|(number, task)| Row {
                place: Some(Place::cell(Entity::Task, task.id.row(), "progress").to_string()),
                cells: vec![
                    Cell::words(number).heads_row(),
                    Cell::new(self.state_of(task).into_iter().collect()),
                    Cell::words(task.progress.as_str()),
                ],
                ..Row::default()
            })
            .collect();
        (!rows.is_empty()).then(|| Table {
            columns: vec![text(6), status(18), text(76)],
            header: vec![self.headings(&["plan-task-number", "plan-state", "plan-progress"])],
            rows,
            ..Table::default()
        })
    }

    /// One table of tasks under the headings of their objectives.
    fn plan_table(&self, objectives: &[&Objective]) -> Table {
        let all: Vec<(&Objective, Vec<(String, &Task)>)> = objectives
            .iter()
            .map(|objective| (*objective, tasks(self.book, objective)))
            .collect();
        let mut every = all.iter().flat_map(|(_, tasks)| tasks);
        let owned = every.any(|(_, task)| task.owner.is_some());
        let mut columns = vec![text(8), text(32), text(20)];
        let mut header = vec!["plan-task-number", "plan-task", "plan-indicator"];
        if owned {
            columns.push(text(18));
            header.push("plan-owner");
        }
        columns.push(text(36));
        header.push("plan-progress");
        let mut rows = Vec::new();
        let mut under = "";
        for (objective, tasks) in &all {
            let priority = objective.priority.trim();
            if !priority.is_empty() && priority != under {
                rows.push(group(None, priority.to_owned()));
            }
            under = priority;
            let name = [objective.reference.trim(), objective.text.trim()].join(" ");
            let place = Place::row(Entity::Objective, objective.id.row()).to_string();
            rows.push(group(Some(place), name.trim().to_owned()));
            rows.extend(
                tasks
                    .iter()
                    .map(|(number, task)| self.plan_row(number, task, owned)),
            );
        }
        Table {
            columns,
            header: vec![self.headings(&header)],
            rows,
            ..Table::default()
        }
    }

    fn plan_row(&self, number: &str, task: &Task, owned: bool) -> Row {
        let mut cells = vec![
            Cell::words(number),
            Cell::words(task.text.as_str()).heads_row(),
            Cell::new(self.milestone_of(task)),
        ];
        if owned {
            let owner = self.post(task.owner.as_ref());
            cells.push(Cell::words(owner.unwrap_or_default()));
        }
        let mut progress: Vec<Inline> = self.state_of(task).into_iter().collect();
        if !task.progress.is_empty() {
            progress.extend((!progress.is_empty()).then_some(Inline::Break));
            progress.push(Inline::text(task.progress.as_str()));
        }
        cells.push(Cell::new(progress));
        Row {
            place: Some(place_of(task)),
            cells,
            ..Row::default()
        }
    }

    /// By what a task is measured and by when.
    fn milestone_of(&self, task: &Task) -> Vec<Inline> {
        let mut text = Vec::new();
        if !task.milestone.is_empty() {
            text.push(Inline::text(task.milestone.as_str()));
        }
        if let Some(due) = task.due {
            text.extend((!text.is_empty()).then_some(Inline::Break));
            text.push(Inline::text(self.say(&date_in_words(due))));
        }
        text
    }

    fn state_of(&self, task: &Task) -> Option<Inline> {
        let (symbol, word) = match task.state? {
            TaskState::NotStarted => (Symbol::Unknown, "choice-state-not-started"),
            TaskState::InProgress => (Symbol::Noted, "choice-state-in-progress"),
            TaskState::Ongoing => (Symbol::CarriedOver, "choice-state-ongoing"),
            TaskState::Delayed => (Symbol::Amber, "choice-state-delayed"),
            TaskState::Completed => (Symbol::Green, "choice-state-completed"),
        };
        Some(Inline::Symbol(Mark::new(symbol, self.word(word))))
    }

    /// A row of column headings.
    pub(super) fn headings(&self, words: &[&'static str]) -> Vec<Cell> {
        let cells = words.iter();
        cells
            .map(|word| Cell::words(self.word(word)).heads_column())
            .collect()
    }
}

fn place_of(task: &Task) -> String {
    Place::row(Entity::Task, task.id.row()).to_string()
}

fn group(place: Option<String>, words: String) -> Row {
    Row {
        place,
        kind: RowKind::Group,
        cells: vec![Cell::words(words)],
        ..Row::default()
    }
}

fn text(share: u16) -> Column {
    Column {
        kind: ColumnKind::Text,
        width: Width::Share(share),
    }
}

fn status(share: u16) -> Column {
    Column {
        kind: ColumnKind::Status,
        width: Width::Share(share),
    }
}
