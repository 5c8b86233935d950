//! A measure's appearance in a section, and what is said and promised about it there.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::cell::{Flag, Line, Narrative, Text, choice};
use crate::directorate::Person;
use crate::id::Id;
use crate::measure::Measure;
use crate::position::Position;
use crate::record::record;
use crate::section::Section;
use crate::status::{Direction, Status, StatusRule};

choice! {
    /// Yes or no, where nothing said is a third answer.
    YesNo {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

record! {
    /// A measure in a section: one card of the cards, or one row of a measure table.
    Entry in Entry under Section by section ordered by position {
        /// The section.
        section: Id<Section>,
        /// Its place.
        position: Position,
        /// The measure.
        measure: Id<Measure>,
        /// What is said about it this period.
        commentary: Narrative,
        /// The rule for its status, where it differs from the section's.
        rule: Option<Id<StatusRule>>,
        /// The status a person gives it instead of the computed one.
        status: Option<Status>,
        /// Why.
        status_reason: Line,
        /// Words printed in place of the status, such as “Refer comment”.
        status_words: Line,
        /// The direction of travel a person gives it instead of the computed one.
        direction: Option<Direction>,
        /// Why.
        direction_reason: Line,
        /// The status expected at the end of the year.
        projected: Option<Status>,
        /// Whether a detailed action plan is in place.
        plan_in_place: Option<YesNo>,
        /// Says that there were no actions this period, so that their absence is no gap.
        no_actions: Flag,
        /// Says that there are none for next period.
        no_next_actions: Flag,
        /// Says that there are no current risks to achievement.
        no_risks: Flag,
        /// In a measure table: whether it is a part of the row above it, such as 4a under 4.
        child: Flag,
        /// In a measure table: a sentence that stands in place of its figures.
        sentence: Line,
        /// A footnote to it.
        footnote: Text,
        /// With a rule of amber bands: the least figure of amber.
        amber_low: Option<Decimal>,
        /// With a rule of amber bands: the greatest figure of amber.
        amber_high: Option<Decimal>,
        /// The entry of the last report that it was started from.
        follows: Option<Id<Entry>>,
        /// Its commentary comes from the last report and nobody has reviewed it yet.
        unreviewed: Flag,
    }
}

choice! {
    /// When an action is for.
    Stage {
        /// The period of the report.
        This = "this-period",
        /// The period after it.
        Next = "next-period",
    }
    default This
}

choice! {
    /// What became of an action.
    Outcome {
        /// Done, or done and going on.
        Achieved = "achieved",
        /// Done in part.
        PartlyAchieved = "partly-achieved",
        /// Under way and on course.
        InProgress = "in-progress",
        /// Not done.
        NotAchieved = "not-achieved",
    }
}

record! {
    /// An action to improve a measure or to reach its target.
    Action in Action under Entry by entry ordered by position {
        /// The entry.
        entry: Id<Entry>,
        /// Its place among the entry's actions of the same stage.
        position: Position,
        /// This period or next.
        stage: Stage,
        /// What is to be done.
        text: Text,
        /// By when, in words.
        timescale: Line,
        /// By when, where there is a day.
        due: Option<NaiveDate>,
        /// The predicted scale of improvement.
        scale: Line,
        /// The post that does it.
        owner: Option<Id<Person>>,
        /// What became of it.
        outcome: Option<Outcome>,
        /// What was achieved, or why it was not.
        outcome_reason: Text,
        /// The action of the last report that promised it.
        follows: Option<Id<Action>>,
    }
}

record! {
    /// A current risk to achieving a measure's target.
    Risk in Risk under Entry by entry ordered by position {
        /// The entry.
        entry: Id<Entry>,
        /// Its place.
        position: Position,
        /// The risk.
        text: Text,
        /// Whether it is no longer a risk.
        closed: Flag,
        /// The same risk in the last report.
        follows: Option<Id<Risk>>,
    }
}
