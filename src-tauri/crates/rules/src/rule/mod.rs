//! How a status follows from an outturn and a target, by each kind of rule.
//!
//! Everything is worked out for measures where higher is better; lower is the same with both signs
//! turned. So a target of −22 that is better when lower (R1, NI 112: “a high negative number”) is
//! worked out as 22 that is better when higher, and a share of it makes sense.

use std::cmp::Ordering;

mod band;

use outturn_model::Message;
use outturn_model::figure::{Format, Unit};
use outturn_model::status::{Direction, RuleKind, Status, StatusRule};
use rust_decimal::Decimal;

use crate::appearance::{Better, Unrated};
use crate::arithmetic::{bound_text, percent, percent_text};
use crate::direction::compare;

pub use band::amber_band;

/// The bounds of a rule that looks at figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bounds {
    /// Green on target, amber up to this per cent of the target off it (R1, first key). Off a
    /// target of nil no percentage is left for amber: what misses it is red.
    WithinPercent {
        /// The widest amber miss, in per cent of the target; not below nil.
        amber: Decimal,
    },
    /// Green and amber from these shares of the target achieved, in per cent (R1, second key). The
    /// share of a target of nil that is missed is nil.
    ShareOfTarget {
        /// The least share for green.
        green: Decimal,
        /// The least share for amber.
        amber: Decimal,
    },
    /// Green on target, amber up to this many units off it.
    WithinPoints {
        /// The widest amber miss, in the measure's unit; not below nil.
        amber: Decimal,
    },
    /// Green on target, amber from this figure on.
    Floor {
        /// The last good figure for amber.
        amber: Decimal,
    },
    /// Amber within this band, its ends included; green on its good side and on target, red on the
    /// other (R5, human resources: “21–30%”). An open end on the good side ends at the target; with an
    /// open end on the other nothing is red.
    AmberBand {
        /// The least figure of amber.
        low: Option<Decimal>,
        /// The greatest figure of amber.
        high: Option<Decimal>,
    },
    /// Green on target, amber if no worse than this figure of the same period last year.
    LastYear {
        /// That figure; nothing where there is none.
        before: Option<Decimal>,
    },
    /// Green and amber from these figures on; no target is needed.
    Bands {
        /// The last good figure for green.
        green: Decimal,
        /// The last good figure for amber.
        amber: Decimal,
    },
}

/// A status that follows from figures, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The status.
    pub status: Status,
    /// Why, in one sentence.
    pub reason: Message,
}

impl Bounds {
    /// The bounds of a rule that has them itself; those of amber bands are the entry's, and last
    /// year's figure is the measure's.
    ///
    /// # Errors
    /// [`Unrated::IncompleteRule`] if a bound is missing or below nil where it is a distance.
    pub fn of(rule: &StatusRule) -> Result<Self, Unrated> {
        let given = |bound: Option<Decimal>| bound.ok_or(Unrated::IncompleteRule);
        let distance = |bound: Option<Decimal>| {
            given(bound.filter(|bound| !bound.is_sign_negative() || bound.is_zero()))
        };
        match rule.kind {
            RuleKind::WithinPercent => Ok(Self::WithinPercent {
                amber: distance(rule.amber)?,
            }),
            RuleKind::ShareOfTarget => Ok(Self::ShareOfTarget {
                green: distance(rule.green)?,
                amber: distance(rule.amber)?,
            }),
            RuleKind::WithinPoints => Ok(Self::WithinPoints {
                amber: distance(rule.amber)?,
            }),
            RuleKind::AbsoluteBands => Ok(Self::Bands {
                green: given(rule.green)?,
                amber: given(rule.amber)?,
            }),
            RuleKind::FloorAndTarget => Ok(Self::Floor {
                amber: given(rule.amber)?,
            }),
            RuleKind::AmberBand
            | RuleKind::NoWorseThanLastYear
            | RuleKind::FollowsDirection
            | RuleKind::Judgement
            | RuleKind::DataOnly => Err(Unrated::IncompleteRule),
        }
    }
}

/// The status of an outturn. `target` is needed except for bands, amber bands with an end on the good
/// side, and where a range is good;
/// `format` says how the
/// measure's figures are written.
///
/// # Errors
/// [`Unrated::NoTarget`] without the target that is needed, [`Unrated::BandsOfRange`] for bands
/// where a range is good, [`Unrated::OutOfBounds`] where a figure grows too large to be kept.
pub fn rate(
    bounds: Bounds,
    better: Better,
    actual: Decimal,
    target: Option<Decimal>,
    format: Format,
) -> Result<Verdict, Unrated> {
    if let Bounds::Bands { green, amber } = bounds {
        return band::banded(better, actual, green, amber, format);
    }
    if let Bounds::AmberBand { low, high } = bounds {
        return band::in_amber_band(better, actual, target, (low, high), format);
    }
    let aim = match better {
        Better::Higher => Aim::new(actual, target.ok_or(Unrated::NoTarget)?, Way::Up),
        Better::Lower => Aim::new(actual, target.ok_or(Unrated::NoTarget)?, Way::Down),
        Better::Within { low, high } => match (low, high) {
            (Some(low), _) if actual < low => Aim::new(actual, low, Way::Up),
            (_, Some(high)) if actual > high => Aim::new(actual, high, Way::Down),
            _ => return Ok(in_range(actual, low, high, format)),
        },
    };
    let aim = Aim {
        of_range: matches!(better, Better::Within { .. }),
        ..aim
    };
    match bounds {
        Bounds::WithinPercent { amber } => aim.within_percent(amber, format),
        Bounds::ShareOfTarget { green, amber } => aim.share(green, amber, format),
        Bounds::WithinPoints { amber } => aim.within_points(amber, format),
        Bounds::LastYear { before } => aim.last_year(better, before, format),
        Bounds::Floor { .. } if aim.of_range => Err(Unrated::BandsOfRange),
        Bounds::Floor { amber } => Ok(aim.floor(amber, format)),
        Bounds::Bands { .. } | Bounds::AmberBand { .. } => Err(Unrated::BandsOfRange),
    }
}

fn in_range(
    actual: Decimal,
    low: Option<Decimal>,
    high: Option<Decimal>,
    format: Format,
) -> Verdict {
    let message = match (low, high) {
        (Some(low), Some(high)) => Message::new("status-in-range")
            .with("low", format.with_unit(low))
            .with("high", format.with_unit(high)),
        (low, high) => Message::new("status-in-open-range")
            .with("side", if low.is_some() { "low" } else { "high" })
            .with(
                "bound",
                low.or(high)
                    .map(|bound| format.with_unit(bound))
                    .unwrap_or_default(),
            ),
    };
    Verdict {
        status: Status::Green,
        reason: message
            .with("status", Status::Green.word())
            .with("actual", format.with_unit(actual)),
    }
}

/// Which way the good figures lie from the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// An outturn and the figure it is to reach.
#[derive(Debug, Clone, Copy)]
struct Aim {
    actual: Decimal,
    target: Decimal,
    way: Way,
    /// Whether the target is the near end of a good range.
    of_range: bool,
}

impl Aim {
    fn new(actual: Decimal, target: Decimal, way: Way) -> Self {
        Self {
            actual,
            target,
            way,
            of_range: false,
        }
    }

    fn reached(&self) -> bool {
        match self.way {
            Way::Up => self.actual >= self.target,
            Way::Down => self.actual <= self.target,
        }
    }

    /// How far the outturn is off the target, on whichever side.
    fn off(&self) -> Result<Decimal, Unrated> {
        let off = self.actual.checked_sub(self.target);
        off.map(|off| off.abs()).ok_or(Unrated::OutOfBounds)
    }

    fn within_percent(&self, amber: Decimal, format: Format) -> Result<Verdict, Unrated> {
        if self.reached() {
            return Ok(self.on_target(format));
        }
        let off = self.off()?;
        let Some(off_percent) = percent(off, self.target) else {
            if self.target.is_zero() {
                return Ok(self.off_nil(format));
            }
            return Err(Unrated::OutOfBounds);
        };
        // Compared as amounts, not as a quotient, which may have been rounded.
        let widest = self.target.abs().checked_mul(amber);
        let hundredfold = off.checked_mul(Decimal::ONE_HUNDRED);
        let (widest, hundredfold) = widest.zip(hundredfold).ok_or(Unrated::OutOfBounds)?;
        let status = if hundredfold <= widest {
            Status::Amber
        } else {
            Status::Red
        };
        let reason = self
            .reason("status-within-percent", status, format)
            .with("by", percent_text(off_percent, &[amber]))
            .with("amber", bound_text(amber));
        Ok(Verdict { status, reason })
    }

    fn share(&self, green: Decimal, amber: Decimal, format: Format) -> Result<Verdict, Unrated> {
        let Some(share) = self.share_achieved()? else {
            return Ok(self.on_target(format));
        };
        let status = if share >= green {
            Status::Green
        } else if share >= amber {
            Status::Amber
        } else {
            Status::Red
        };
        let reason = self
            .reason("status-share", status, format)
            .with("share", percent_text(share, &[green, amber]))
            .with("green", bound_text(green))
            .with("amber", bound_text(amber));
        Ok(Verdict { status, reason })
    }

    /// The share of the target that is achieved, in per cent, never below nil. With a target above
    /// nil (the signs turned where lower is better) it is outturn over target; with one below nil
    /// it is target over outturn, as the outturn then grows worse as it grows in size. Nothing
    /// where the target is reached and no share of it can be taken.
    fn share_achieved(&self) -> Result<Option<Decimal>, Unrated> {
        let (actual, target) = match self.way {
            Way::Up => (self.actual, self.target),
            Way::Down => (-self.actual, -self.target),
        };
        let share = match target.cmp(&Decimal::ZERO) {
            Ordering::Greater => percent(actual, target),
            Ordering::Less | Ordering::Equal if actual < Decimal::ZERO => percent(-target, actual),
            Ordering::Less | Ordering::Equal => return Ok(None),
        };
        let share = share.ok_or(Unrated::OutOfBounds)?;
        Ok(Some(share.max(Decimal::ZERO)))
    }

    fn within_points(&self, amber: Decimal, format: Format) -> Result<Verdict, Unrated> {
        if self.reached() {
            return Ok(self.on_target(format));
        }
        let off = self.off()?;
        let status = if off <= amber {
            Status::Amber
        } else {
            Status::Red
        };
        let reason = self
            .reason("status-within-points", status, format)
            .with("by", points(off, format))
            .with("amber", points(amber, format));
        Ok(Verdict { status, reason })
    }

    fn floor(&self, amber: Decimal, format: Format) -> Verdict {
        if self.reached() {
            return self.on_target(format);
        }
        let status = match self.way {
            Way::Up if self.actual >= amber => Status::Amber,
            Way::Down if self.actual <= amber => Status::Amber,
            Way::Up | Way::Down => Status::Red,
        };
        let reason = self
            .reason("status-floor", status, format)
            .with("amber", format.with_unit(amber));
        Verdict { status, reason }
    }

    fn last_year(
        &self,
        better: Better,
        before: Option<Decimal>,
        format: Format,
    ) -> Result<Verdict, Unrated> {
        if self.reached() {
            return Ok(self.on_target(format));
        }
        let before = before.ok_or(Unrated::NoLastYear)?;
        let (status, word) = match compare(better, None, before, self.actual) {
            Direction::Worse => (Status::Red, "red"),
            Direction::NotComparable => return Err(Unrated::OutOfBounds),
            Direction::Improved | Direction::Unchanged => (Status::Amber, "amber"),
        };
        let key = if self.of_range {
            "status-last-year-range"
        } else {
            "status-last-year"
        };
        let reason = self
            .reason(key, status, format)
            .with("status_key", word)
            .with("before", format.with_unit(before));
        Ok(Verdict { status, reason })
    }

    fn on_target(&self, format: Format) -> Verdict {
        Verdict {
            status: Status::Green,
            reason: self.reason("status-on-target", Status::Green, format),
        }
    }

    fn off_nil(&self, format: Format) -> Verdict {
        Verdict {
            status: Status::Red,
            reason: self.reason("status-off-nil", Status::Red, format),
        }
    }

    fn reason(&self, key: &'static str, status: Status, format: Format) -> Message {
        let side = match self.actual.cmp(&self.target) {
            Ordering::Less => "below",
            Ordering::Equal => "on",
            Ordering::Greater => "above",
        };
        let way = match self.way {
            Way::Up => "up",
            Way::Down => "down",
        };
        Message::new(key)
            .with("status", status.word())
            .with("side", side)
            .with("way", way)
            .with("aim", if self.of_range { "range" } else { "target" })
            .with("actual", format.with_unit(self.actual))
            .with("target", format.with_unit(self.target))
    }
}

/// A difference of two figures of a measure.
fn points(difference: Decimal, format: Format) -> Message {
    match format.unit {
        Unit::Percent => {
            Message::new("percentage-points").with("points", difference.normalize().to_string())
        }
        _ => Message::new("value-figure").with("figure", format.with_unit(difference)),
    }
}
