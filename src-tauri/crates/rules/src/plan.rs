//! The tasks of an action plan, their numbers and how far they have come (R2).

use outturn_model::plan::{Objective, Task, TaskState};
use outturn_model::{Book, Message};

/// The tasks of an objective, each with its number: its reference, else its place, from 1.
pub fn tasks<'a>(book: &'a Book, objective: &Objective) -> Vec<(String, &'a Task)> {
    let tasks = book.tasks.under(&objective.id).zip(1_usize..);
    tasks
        .map(|(task, place)| match task.reference.trim() {
            "" => (place.to_string(), task),
            reference => (reference.to_owned(), task),
        })
        .collect()
}

/// How many of an objective's tasks are completed, and how many are behind, in words.
pub fn progress(book: &Book, objective: &Objective) -> Message {
    let (mut count, mut done, mut delayed) = (0_usize, 0_usize, 0_usize);
    for task in book.tasks.under(&objective.id) {
        count += 1;
        done += usize::from(task.state == Some(TaskState::Completed));
        delayed += usize::from(task.state == Some(TaskState::Delayed));
    }
    let key = match delayed {
        0 => "plan-tasks-done",
        _ => "plan-tasks-done-delayed",
    };
    let said = Message::new(key).with("done", done).with("count", count);
    said.with("delayed", delayed)
}
