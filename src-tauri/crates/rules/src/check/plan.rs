//! Checks of action plans (R2).

use outturn_model::Message;
use outturn_model::plan::{Objective, Task, TaskState};
use outturn_model::section::{PlanShape, SectionKind};

use super::Found;
use super::card::opening;
use super::day;
use super::ground::{Ground, cell};
use crate::outline::OutlineItem;

/// An objective has tasks.
pub(super) fn tasks(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    for objective in objectives(ground, item) {
        if ground.book.tasks.under(&objective.id).next().is_none() {
            found.add_about(objective.id.row(), cell(objective, "text"), |message| {
                message
                    .with("section", item.title())
                    .with("reference", objective.reference.trim())
                    .with("objective", opening(&objective.text))
            });
        }
    }
}

/// A task says what is to be done.
pub(super) fn text(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    each(ground, item, found, "text", |task| {
        task.text.trim().is_empty()
    });
}

/// A task says how far it has come this period (R2, progress per numbered task).
pub(super) fn progress(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    each(ground, item, found, "progress", |task| {
        task.progress.trim().is_empty()
    });
}

/// A task has a post that does it (R2, responsible managers by task number). A plan that is laid out as
/// one table has no column of posts (R2, appendix B).
pub(super) fn owner(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    if item.section.shape == Some(PlanShape::Table) {
        return;
    }
    each(ground, item, found, "owner", |task| task.owner.is_none());
}

/// A task whose day is past by the end of the period is completed.
pub(super) fn overdue(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let end = ground.report.period.last_day();
    for (number, task) in numbered(ground, item) {
        let late = task.due.filter(|due| *due <= end);
        let Some(due) = late.filter(|_| task.state != Some(TaskState::Completed)) else {
            continue;
        };
        found.add_about(task.id.row(), cell(task, "due"), |message| {
            of(&number, task, item, message).with("due", day(due))
        });
    }
}

fn each(
    ground: &Ground<'_>,
    item: &OutlineItem<'_>,
    found: &mut Found<'_>,
    field: &'static str,
    lacks: impl Fn(&Task) -> bool,
) {
    for (number, task) in numbered(ground, item) {
        if lacks(task) {
            found.add_about(task.id.row(), cell(task, field), |message| {
                of(&number, task, item, message)
            });
        }
    }
}

/// The tasks of a plan with their numbers, as the paper prints them.
fn numbered<'a>(ground: &Ground<'a>, item: &OutlineItem<'a>) -> Vec<(String, &'a Task)> {
    objectives(ground, item)
        .flat_map(|objective| crate::plan::tasks(ground.book, objective))
        .collect()
}

fn objectives<'a>(
    ground: &Ground<'a>,
    item: &OutlineItem<'a>,
) -> impl Iterator<Item = &'a Objective> {
    let shows = item.section.kind == SectionKind::ActionPlan;
    let rows = ground.book.objectives.under(&item.section.id);
    rows.filter(move |_| shows)
}

/// What a task is called in a sentence: its number and its first words.
fn of(number: &str, task: &Task, item: &OutlineItem<'_>, message: Message) -> Message {
    message
        .with("section", item.title())
        .with("number", number)
        .with("task", opening(&task.text))
}
