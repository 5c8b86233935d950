//! An action plan, for its editor.

use outturn_model::section::Section;
use outturn_rules::plan;

use super::{Source, fields, row};
use crate::wire::{ObjectiveView, SectionBody};

impl Source<'_> {
    pub(super) fn action_plan(&self, section: &Section) -> SectionBody {
        let objectives = self.book.objectives.under(&section.id);
        SectionBody::ActionPlan {
            objectives: objectives
                .map(|objective| ObjectiveView {
                    id: objective.id.to_string(),
                    fields: fields(objective),
                    tasks: self.book.tasks.under(&objective.id).map(row).collect(),
                    done: self.say(&plan::progress(self.book, objective)),
                })
                .collect(),
        }
    }
}
