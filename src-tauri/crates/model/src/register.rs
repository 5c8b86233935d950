//! Risk registers: risks, how they are assessed and what controls them (R5).

use chrono::NaiveDate;

use crate::cell::{Count, Flag, Line, Text, choice};
use crate::directorate::Person;
use crate::id::Id;
use crate::position::Position;
use crate::record::record;
use crate::section::Section;
use crate::status::Status;

/// A level of impact or likelihood, from 1.
pub type Grade = Option<Count<1, 5>>;

record! {
    /// A risk of a register, with its three assessments. A rating is impact times likelihood.
    RegisterRisk in RegisterRisk under Section by section ordered by position {
        /// The section.
        section: Id<Section>,
        /// Its place.
        position: Position,
        /// Its reference, such as “CS-12”.
        reference: Line,
        /// The category it belongs to, such as “Finance”.
        category: Line,
        /// What may happen.
        text: Text,
        /// Why it may.
        cause: Text,
        /// What would come of it.
        consequence: Text,
        /// The post that owns it.
        owner: Option<Id<Person>>,
        /// Its impact before any control.
        initial_impact: Grade,
        /// Its likelihood before any control.
        initial_likelihood: Grade,
        /// Its impact now.
        current_impact: Grade,
        /// Its likelihood now.
        current_likelihood: Grade,
        /// The impact aimed for.
        target_impact: Grade,
        /// The likelihood aimed for.
        target_likelihood: Grade,
        /// Why its rating moved, or did not.
        movement: Text,
        /// Whether it is closed, so that the next report does not carry it.
        closed: Flag,
        /// The same risk in the last report.
        follows: Option<Id<RegisterRisk>>,
    }
}

choice! {
    /// How far a control is in place.
    ControlState {
        /// Decided, and not begun.
        Planned = "planned",
        /// Being put in place.
        InProgress = "in-progress",
        /// In place.
        InPlace = "in-place",
    }
}

choice! {
    /// How urgent a control is.
    Priority {
        /// High.
        High = "high",
        /// Medium.
        Medium = "medium",
        /// Low.
        Low = "low",
    }
}

record! {
    /// A control of a risk: what is done about it.
    Control in Control under RegisterRisk by risk ordered by position {
        /// The risk.
        risk: Id<RegisterRisk>,
        /// Its place.
        position: Position,
        /// What is done.
        text: Text,
        /// How far it is in place.
        state: Option<ControlState>,
        /// How much of it is done, in per cent.
        complete: Option<Count<0, 100>>,
        /// By when.
        due: Option<NaiveDate>,
        /// How urgent it is.
        priority: Option<Priority>,
        /// The post that sees to it.
        owner: Option<Id<Person>>,
        /// The same control in the last report.
        follows: Option<Id<Control>>,
    }
}

choice! {
    /// One side of a risk matrix.
    Axis {
        /// How bad it would be.
        Impact = "impact",
        /// How likely it is.
        Likelihood = "likelihood",
    }
    default Impact
}

record! {
    /// What a level of impact or likelihood is called in one register. The first is level 1.
    Level in Level under Section by section ordered by position {
        /// The register.
        section: Id<Section>,
        /// Its place on its axis.
        position: Position,
        /// The axis.
        axis: Axis,
        /// Its name, such as “Medium”.
        name: Line,
    }
}

record! {
    /// A band of ratings of one register, from its least rating up to the next band's.
    Band in Band under Section by section ordered by position {
        /// The register.
        section: Id<Section>,
        /// Its place.
        position: Position,
        /// Its name, such as “High”.
        name: Line,
        /// The least rating in it; nothing for 1.
        least: Option<Count<1, 25>>,
        /// The colour it is shown in, as a status.
        status: Option<Status>,
    }
}
