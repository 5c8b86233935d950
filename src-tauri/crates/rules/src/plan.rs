//! The tasks of an action plan and their numbers (R2).

use outturn_model::Book;
use outturn_model::plan::{Objective, Task};

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
