//! Starting the next period's report from the last one.

use outturn_model::report::Report;
use outturn_model::{Entity, Message, Period, Place};
use outturn_rules::roll::{CannotRoll, Carried, Rolled, roll};
use outturn_store::Label;
use outturn_words::Words;

use crate::outside::Outside;
use crate::refusal::Stop;
use crate::session::Session;
use crate::wire::{Choice, CommittedView, NextPeriodView, PeriodOffer};

/// How many periods are offered beside the one suggested.
const OFFERED: usize = 4;

impl Session {
    /// What starting the period after a report's would come to. The period suggested is the next
    /// that has no report yet.
    ///
    /// # Errors
    /// If the report is not there.
    pub fn next_period(&self, report: &str, words: &Words) -> Result<NextPeriodView, Stop> {
        let report = self.find_report(report)?;
        let later = std::iter::successors(Some(report.period.next()), |period| Some(period.next()));
        let free =
            later.filter_map(|period| Some((period, roll(self.book(), report, period).ok()?)));
        let offers: Vec<PeriodOffer> = free
            .take(OFFERED)
            .map(|(period, rolled)| PeriodOffer {
                period: Choice {
                    value: period.to_string(),
                    label: words.say(&period.name()),
                },
                carried: in_words(&rolled.carried, words),
            })
            .collect();
        Ok(NextPeriodView {
            report: report.id.to_string(),
            from: words.say(&report.period.name()),
            suggested: offers
                .first()
                .map(|offer| offer.period.value.clone())
                .unwrap_or_default(),
            periods: offers,
        })
    }

    /// A period's name, and what would come over into its report.
    ///
    /// # Errors
    /// As for starting it.
    pub fn carried(
        &self,
        report: &str,
        period: &str,
        words: &Words,
    ) -> Result<(String, Vec<String>), Stop> {
        let (rolled, period) = self.rolled(report, period)?;
        Ok((words.say(&period.name()), in_words(&rolled.carried, words)))
    }

    fn rolled(&self, report: &str, period: &str) -> Result<(Rolled, Period), Stop> {
        let period = Period::parse(period).map_err(|problem| {
            let message = problem.message();
            Stop::Said(message.key, message)
        })?;
        let report = self.find_report(report)?;
        let rolled = roll(self.book(), report, period);
        Ok((rolled.map_err(|why| cannot(&why, report, period))?, period))
    }

    /// Starts the report of a period from another one, as one step. The new report's id is the first
    /// that the answer says was added.
    ///
    /// # Errors
    /// If the report is not there, the period cannot be read, is not a later one or has a report.
    pub fn start_next_period(
        &mut self,
        report: &str,
        period: &str,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let (Rolled { report, edits, .. }, _) = self.rolled(report, period)?;
        let label = Label::about("edit-roll", Place::row(Entity::Report, report.row()));
        self.commit(&label, &edits, vec![report.row().clone()], outside, words)
    }
}

fn cannot(why: &CannotRoll, report: &Report, period: Period) -> Stop {
    let key = match why {
        CannotRoll::NotLater => "roll-not-later",
        CannotRoll::Taken(_) => "roll-taken",
    };
    let of = report.period.name();
    let message = Message::new(key)
        .with("period", period.name())
        .with("of", of);
    Stop::Said(key, message)
}

/// What comes over, a phrase for each kind of thing that there is some of.
pub fn in_words(carried: &Carried, words: &Words) -> Vec<String> {
    let counts = [
        ("roll-sections", carried.sections),
        ("roll-measures", carried.measures),
        ("roll-not-due", carried.not_due),
        ("roll-lines", carried.lines),
        ("roll-promised", carried.promised),
        ("roll-unfinished", carried.unfinished),
        ("roll-milestones", carried.milestones),
        ("roll-tasks", carried.tasks),
        ("roll-risks", carried.risks),
        ("roll-to-review", carried.to_review),
    ];
    let some = counts.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(key, count)| words.say(&Message::new(key).with("count", count)))
        .collect()
}
