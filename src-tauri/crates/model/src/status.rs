//! Status, direction of travel and the rules they follow.

use rust_decimal::Decimal;

use crate::cell::{Flag, Line, choice};
use crate::id::Id;
use crate::message::Message;
use crate::position::Position;
use crate::record::record;
use crate::report::Report;

choice! {
    /// How a measure or a milestone is doing.
    Status {
        /// As it should be.
        Green = "green",
        /// Short of it, within bounds.
        Amber = "amber",
        /// Out of bounds.
        Red = "red",
        /// There is nothing to say it from yet.
        NotYetKnown = "not-yet-known",
        /// It does not apply.
        NotApplicable = "not-applicable",
        /// It cannot be set against its target.
        NotComparable = "not-comparable",
        /// Carried over from the last report.
        CarriedOver = "carried-over",
        /// The measure is for information.
        DataOnly = "data-only",
    }
}

impl Status {
    /// The word for it.
    pub fn word(self) -> Message {
        Message::new(match self {
            Self::Green => "status-green",
            Self::Amber => "status-amber",
            Self::Red => "status-red",
            Self::NotYetKnown => "status-not-yet-known",
            Self::NotApplicable => "status-not-applicable",
            Self::NotComparable => "status-not-comparable",
            Self::CarriedOver => "status-carried-over",
            Self::DataOnly => "status-data-only",
        })
    }
}

choice! {
    /// How a figure compares with an earlier one, the measure's polarity considered.
    Direction {
        /// Better than before.
        Improved = "improved",
        /// The same as before, within the tolerance.
        Unchanged = "unchanged",
        /// Worse than before.
        Worse = "worse",
        /// It cannot be compared.
        NotComparable = "not-comparable",
    }
}

impl Direction {
    /// The word for it.
    pub fn word(self) -> Message {
        Message::new(match self {
            Self::Improved => "direction-improved",
            Self::Unchanged => "direction-unchanged",
            Self::Worse => "direction-worse",
            Self::NotComparable => "direction-not-comparable",
        })
    }
}

choice! {
    /// Which earlier figure a direction of travel is against.
    DirectionBasis {
        /// The column before.
        PreviousPeriod = "previous-period",
        /// The same part of last year.
        SamePeriodLastYear = "same-period-last-year",
        /// Last year's outturn.
        LastYearOutturn = "last-year-outturn",
    }
    default PreviousPeriod
}

choice! {
    /// How a status follows from an outturn and a target.
    RuleKind {
        /// Green on target; amber up to `amber` per cent (of the target) off it.
        WithinPercent = "within-percent",
        /// Green from `green` per cent of the target achieved; amber from `amber` per cent.
        ShareOfTarget = "share-of-target",
        /// Green on target; amber up to `amber` percentage points (units) off it.
        WithinPoints = "within-points",
        /// Green from the figure `green`; amber from the figure `amber`. No target is needed.
        AbsoluteBands = "absolute-bands",
        /// Amber within the entry's own band of figures, green on its good side, red on the other.
        AmberBand = "amber-band",
        /// Green on target; amber from the figure `amber`, the floor.
        FloorAndTarget = "floor-and-target",
        /// Green on target; amber if no worse than the same period last year.
        NoWorseThanLastYear = "no-worse-than-last-year",
        /// Follows the direction of travel: improved is green, unchanged amber, worse red.
        FollowsDirection = "follows-direction",
        /// A person judges it, with a reason.
        Judgement = "judgement",
        /// No status: the measure is for information.
        DataOnly = "data-only",
    }
    default WithinPercent
}

record! {
    /// A status rule of one report. It belongs to the report, so a later change of rules never
    /// re-rates a report that is past.
    StatusRule in Rule under Report by report ordered by position {
        /// The report.
        report: Id<Report>,
        /// Its place in the key.
        position: Position,
        /// Its name, such as “Local Area Agreement 2”.
        name: Line,
        /// How a status follows.
        kind: RuleKind,
        /// The bound of green, where the kind has one.
        green: Option<Decimal>,
        /// The bound of amber, where the kind has one.
        amber: Option<Decimal>,
        /// Whether a status follows the direction of travel where there is no target (R5).
        direction_without_target: Flag,
    }
}
