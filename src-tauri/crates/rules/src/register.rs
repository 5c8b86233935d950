//! A risk register, rated: levels, bands, the matrix, and which risks stand highest (R5).
//!
//! A rating is impact times likelihood.

use std::cmp::{Ordering, Reverse};

use outturn_model::register::{Axis, ControlState, Grade, RegisterRisk};
use outturn_model::section::Section;
use outturn_model::status::Status;
use outturn_model::{Book, Message};

/// How many levels a register has where nothing is stored, as in R5.
const USUAL_LEVELS: u32 = 3;

/// How many levels impact and likelihood have in a register: 3 to 5.
pub fn levels_of(section: &Section) -> u32 {
    section.levels.map_or(USUAL_LEVELS, |count| count.0)
}

/// A risk register, rated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register<'a> {
    /// How many levels impact and likelihood have: 3 to 5.
    pub levels: u32,
    /// The bands of ratings, from the lowest. The first begins at 1.
    pub bands: Vec<Band>,
    /// Its risks, in order, closed ones too.
    pub risks: Vec<Rated<'a>>,
    impact: Vec<Message>,
    likelihood: Vec<Message>,
}

/// A band of ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// What it is called.
    pub name: Message,
    /// The least rating in it.
    pub least: u32,
    /// The status in whose colour it is shown.
    pub status: Status,
}

/// A risk with its assessments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rated<'a> {
    /// The risk.
    pub risk: &'a RegisterRisk,
    /// Before any control.
    pub initial: Option<Assessment>,
    /// Now.
    pub current: Option<Assessment>,
    /// What is aimed for.
    pub target: Option<Assessment>,
    /// As the last report had it; nothing where that register had other levels, as such ratings do
    /// not compare.
    pub last: Option<Assessment>,
}

/// An impact and a likelihood, each from 1 to the register's levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessment {
    /// How bad it would be.
    pub impact: u32,
    /// How likely it is.
    pub likelihood: u32,
}

impl Assessment {
    /// Impact times likelihood: 1 to 25.
    pub fn rating(self) -> u32 {
        self.impact * self.likelihood
    }
}

/// How a rating has moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// It is lower.
    Lower,
    /// It is the same.
    Same,
    /// It is higher.
    Higher,
}

impl Movement {
    /// From one assessment to another.
    fn between(from: Assessment, to: Assessment) -> Self {
        match to.rating().cmp(&from.rating()) {
            Ordering::Less => Self::Lower,
            Ordering::Equal => Self::Same,
            Ordering::Greater => Self::Higher,
        }
    }
}

/// Rates a register.
pub fn register<'a>(book: &'a Book, section: &Section) -> Register<'a> {
    let levels = levels_of(section);
    let risks = book.register_risks.under(&section.id).map(|risk| Rated {
        risk,
        initial: assessed(risk.initial_impact, risk.initial_likelihood, levels),
        current: assessed(risk.current_impact, risk.current_likelihood, levels),
        target: assessed(risk.target_impact, risk.target_likelihood, levels),
        last: last(book, risk, levels),
    });
    Register {
        levels,
        bands: bands(book, section, levels),
        risks: risks.collect(),
        impact: names(book, section, Axis::Impact, levels),
        likelihood: names(book, section, Axis::Likelihood, levels),
    }
}

/// An assessment, where both its sides are chosen and within the levels.
fn assessed(impact: Grade, likelihood: Grade, levels: u32) -> Option<Assessment> {
    let within = |grade: Grade| grade.map(|count| count.0).filter(|level| *level <= levels);
    Some(Assessment {
        impact: within(impact)?,
        likelihood: within(likelihood)?,
    })
}

/// The assessment that the last report gave a risk.
fn last(book: &Book, risk: &RegisterRisk, levels: u32) -> Option<Assessment> {
    let followed = book.register_risks.get(risk.follows.as_ref()?)?;
    let register = book.sections.get(&followed.section)?;
    let comparable = levels_of(register) == levels;
    comparable.then(|| assessed(followed.current_impact, followed.current_likelihood, levels))?
}

impl Register<'_> {
    /// What a level of an axis is called; its number where it is above the register's levels.
    pub fn level(&self, axis: Axis, level: u32) -> Message {
        let names = match axis {
            Axis::Impact => &self.impact,
            Axis::Likelihood => &self.likelihood,
        };
        let at = usize::try_from(level).ok().and_then(|at| at.checked_sub(1));
        let name = at.and_then(|at| names.get(at)).cloned();
        name.unwrap_or_else(|| named(&level.to_string()))
    }

    /// The band of a rating.
    pub fn band(&self, rating: u32) -> &Band {
        let reached = |band: &&Band| band.least <= rating;
        // The first band begins at 1, and no rating is less.
        self.bands
            .iter()
            .rev()
            .find(reached)
            .unwrap_or(&self.bands[0])
    }

    /// The open risks that stand at this impact and likelihood now, each by its place among all.
    pub fn at(&self, at: Assessment) -> impl Iterator<Item = (usize, &Rated<'_>)> {
        let risks = self.risks.iter().enumerate();
        risks.filter(move |(_, rated)| !rated.risk.closed.0 && rated.current == Some(at))
    }

    /// How many open risks stand at this impact and likelihood now.
    pub fn count(&self, at: Assessment) -> usize {
        self.at(at).count()
    }

    /// The open risks that are assessed, the highest current rating first; among equals the greater
    /// impact, then the order of the register.
    pub fn highest(&self) -> Vec<&Rated<'_>> {
        let mut open: Vec<(Assessment, &Rated<'_>)> = self
            .risks
            .iter()
            .filter(|rated| !rated.risk.closed.0)
            .filter_map(|rated| Some((rated.current?, rated)))
            .collect();
        open.sort_by_key(|(now, _)| Reverse((now.rating(), now.impact)));
        open.into_iter().map(|(_, rated)| rated).collect()
    }

    /// How many open risks are not assessed and so not in the matrix.
    pub fn unassessed(&self) -> usize {
        let missing = |rated: &&Rated<'_>| !rated.risk.closed.0 && rated.current.is_none();
        self.risks.iter().filter(missing).count()
    }
}

impl Rated<'_> {
    /// How the rating has moved since before any control.
    pub fn movement(&self) -> Option<Movement> {
        Some(Movement::between(self.initial?, self.current?))
    }

    /// Why it is asked why the rating moved: it is another one than in the last report, or than
    /// before any control. Empty where neither is so.
    pub fn moved(&self) -> Vec<Message> {
        let since = |before: Option<Assessment>, lower, higher| {
            let (before, now) = (before?, self.current?);
            let key = match Movement::between(before, now) {
                Movement::Lower => lower,
                Movement::Higher => higher,
                Movement::Same => return None,
            };
            let said = Message::new(key).with("before", i64::from(before.rating()));
            Some(said.with("now", i64::from(now.rating())))
        };
        let last = since(self.last, "risk-moved-last-lower", "risk-moved-last-higher");
        let initial = since(
            self.initial,
            "risk-moved-initial-lower",
            "risk-moved-initial-higher",
        );
        last.into_iter().chain(initial).collect()
    }

    /// How many of its controls are in place, in words.
    pub fn controlled(&self, book: &Book) -> Message {
        let (mut count, mut done) = (0_usize, 0_usize);
        for control in book.controls.under(&self.risk.id) {
            count += 1;
            done += usize::from(control.state == Some(ControlState::InPlace));
        }
        Message::new("risk-controls-in-place")
            .with("done", done)
            .with("count", count)
    }
}

/// The names of an axis's levels: those the register gives, and the usual ones after them.
fn names(book: &Book, section: &Section, axis: Axis, levels: u32) -> Vec<Message> {
    let given = book.levels.under(&section.id);
    let mut given = given.filter(|level| level.axis == axis);
    (1..=levels)
        .map(|level| match given.next().map(|given| given.name.trim()) {
            Some(name) if !name.is_empty() => named(name),
            _ => Message::new(usual_level(axis, level, levels)),
        })
        .collect()
}

/// What a level of an axis is usually called. Three levels are low, medium and high on both axes, as
/// in R5.
pub fn usual_level(axis: Axis, level: u32, levels: u32) -> &'static str {
    match (levels, axis, level) {
        (3, _, 1) => "risk-level-low",
        (3, _, 2) => "risk-level-medium",
        (3, _, _) => "risk-level-high",
        (_, Axis::Impact, level) => match (levels, level) {
            (5, 1) => "risk-impact-negligible",
            (4, 1) | (5, 2) => "risk-impact-minor",
            (4, 2) | (5, 3) => "risk-impact-moderate",
            (4, 3) | (5, 4) => "risk-impact-major",
            _ => "risk-impact-critical",
        },
        (_, Axis::Likelihood, level) => match (levels, level) {
            (5, 1) => "risk-likelihood-rare",
            (4, 1) | (5, 2) => "risk-likelihood-unlikely",
            (4, 2) | (5, 3) => "risk-likelihood-possible",
            (4, 3) | (5, 4) => "risk-likelihood-likely",
            _ => "risk-likelihood-almost-certain",
        },
    }
}

/// The bands of a register, from the lowest: its own, or the [`usual_bands`].
fn bands(book: &Book, section: &Section, levels: u32) -> Vec<Band> {
    let mut given: Vec<Band> = book
        .bands
        .under(&section.id)
        .map(|band| Band {
            name: named(band.name.trim()),
            least: band.least.map_or(1, |count| count.0),
            status: band.status.unwrap_or(Status::DataOnly),
        })
        .collect();
    given.sort_by_key(|band| band.least);
    match given.first_mut() {
        Some(first) => first.least = 1,
        None => given = usual_bands(levels).into(),
    }
    given
}

/// The bands of a register that gives none: low, medium and high.
///
/// Medium begins where one side is at its highest and the other at its lowest, and high where both
/// are above the middle, or one is at its highest and the other near it: from 3 and 6 of 9, from 4
/// and 9 of 16, from 5 and 15 of 25, as councils' risk strategies usually have it.
pub fn usual_bands(levels: u32) -> [Band; 3] {
    let band = |name, least, status| Band {
        name: Message::new(name),
        least,
        status,
    };
    let high = match levels {
        5 => 15,
        4 => 9,
        _ => 6,
    };
    [
        band("risk-level-low", 1, Status::Green),
        band("risk-level-medium", levels, Status::Amber),
        band("risk-level-high", high, Status::Red),
    ]
}

fn named(name: &str) -> Message {
    Message::new("risk-level-named").with("name", name)
}
