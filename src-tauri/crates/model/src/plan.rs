//! Action plans: objectives, their tasks and how far each has come (R2).

use chrono::NaiveDate;

use crate::cell::{Line, Text, choice};
use crate::directorate::Person;
use crate::id::Id;
use crate::position::Position;
use crate::record::record;
use crate::section::Section;

record! {
    /// An objective of an action plan: a recommendation to carry out, or a theme of tasks.
    Objective in Objective under Section by section ordered by position {
        /// The section.
        section: Id<Section>,
        /// Its place.
        position: Position,
        /// Its number, such as “1.2”.
        reference: Line,
        /// The priority area it belongs to. Neighbours that say the same share a heading.
        priority: Line,
        /// What is to be reached.
        text: Text,
        /// The plan that holds it.
        relevant_plan: Line,
        /// Where things stood when the plan began.
        baseline: Text,
        /// What is to come of it.
        outcomes: Text,
        /// Targets and measures of performance.
        targets: Text,
        /// What it costs and who pays.
        funding: Text,
        /// The objective of the last report that it was started from.
        follows: Option<Id<Objective>>,
    }
}

choice! {
    /// How far a task has come.
    TaskState {
        /// Not begun.
        NotStarted = "not-started",
        /// Under way.
        InProgress = "in-progress",
        /// Under way, without an end.
        Ongoing = "ongoing",
        /// Behind.
        Delayed = "delayed",
        /// Done.
        Completed = "completed",
    }
}

record! {
    /// A task of an objective.
    Task in Task under Objective by objective ordered by position {
        /// The objective.
        objective: Id<Objective>,
        /// Its place.
        position: Position,
        /// Its number, such as “3” or “2.1”.
        reference: Line,
        /// What is to be done.
        text: Text,
        /// By when, or by what it is measured, in words.
        milestone: Text,
        /// By when, where there is a day.
        due: Option<NaiveDate>,
        /// The post that does it.
        owner: Option<Id<Person>>,
        /// How far it has come.
        state: Option<TaskState>,
        /// What is said of its progress this period.
        progress: Text,
        /// The task of the last report that it was started from.
        follows: Option<Id<Task>>,
    }
}
