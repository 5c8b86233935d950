//! Checks of an indicator card: what R1's cards say about each measure.

use outturn_model::Message;
use outturn_model::entry::{Action, Outcome, Stage};
use outturn_model::status::Direction;

use super::ground::{Ground, cell};
use super::{Found, Subject, day};
use crate::card;

/// A card names the responsible officer, by post (R1).
pub(super) fn owner(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let measure = subject.appearance.measure;
    if subject.first && measure.owner.is_none() {
        found.add(cell(measure, "owner"), |message| of(subject, message));
    }
}

/// A card has a commentary (R1).
pub(super) fn commentary(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    if subject.entry().commentary.trim().is_empty() {
        found.add(cell(subject.entry(), "commentary"), |message| {
            of(subject, message)
        });
    }
}

/// Progress that contradicts the figures has a reason (R1, “progress on last period?”).
pub(super) fn contradicting_progress(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    for column in card::card(&subject.appearance).columns {
        let (Some(progress), Some(value)) = (column.progress, column.actual) else {
            continue;
        };
        let contradicts = progress.overridden && progress.computed != Direction::NotComparable;
        if contradicts && value.progress_reason.trim().is_empty() {
            found.add(cell(value, "progress_reason"), |message| {
                of(subject, message)
                    .with("period", column.period.name())
                    .with("reason", progress.reason.clone())
            });
        }
    }
}

/// A card says whether a detailed action plan is in place (R1).
pub(super) fn plan(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    if subject.entry().plan_in_place.is_none() {
        found.add(cell(subject.entry(), "plan_in_place"), |message| {
            of(subject, message)
        });
    }
}

/// A card has actions for this period, or says that there were none (R1).
pub(super) fn actions(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let none = staged(ground, subject, Stage::This).next().is_none();
    if none && !subject.entry().no_actions.0 {
        found.add(cell(subject.entry(), "no_actions"), |message| {
            of(subject, message)
        });
    }
}

/// An action says what is to be done (R1).
pub(super) fn empty_action(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    for action in ground.book.actions.under(&subject.entry().id) {
        if action.text.trim().is_empty() {
            found.add(cell(action, "text"), |message| of(subject, message));
        }
    }
}

/// Every action of this period says whether it was achieved (R1, “were they achieved”).
pub(super) fn outcome(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    for action in staged(ground, subject, Stage::This) {
        if action.outcome.is_none() {
            let promised = super::past::promised_in(ground.book, action);
            found.add(cell(action, "outcome"), |message| {
                let message = of_action(subject, action, message);
                match promised {
                    Some(period) => message
                        .with("promised", "yes")
                        .with("period", period.name()),
                    None => message.with("promised", "no").with("period", ""),
                }
            });
        }
    }
}

/// An action that was not achieved, or only in part, says why (R1, “reason for non-achievement”).
pub(super) fn outcome_reason(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    for action in staged(ground, subject, Stage::This) {
        let missed = matches!(
            action.outcome,
            Some(Outcome::NotAchieved | Outcome::PartlyAchieved)
        );
        if missed && action.outcome_reason.trim().is_empty() {
            found.add(cell(action, "outcome_reason"), |message| {
                of_action(subject, action, message)
            });
        }
    }
}

/// Every action has a timescale, in words or as a day (R1).
pub(super) fn timescale(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    for action in ground.book.actions.under(&subject.entry().id) {
        if action.timescale.trim().is_empty() && action.due.is_none() {
            found.add(cell(action, "timescale"), |message| {
                of_action(subject, action, message)
            });
        }
    }
}

/// A card has actions for next period, or says that there are none (R1).
pub(super) fn next_actions(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let none = staged(ground, subject, Stage::Next).next().is_none();
    if none && !subject.entry().no_next_actions.0 {
        found.add(cell(subject.entry(), "no_next_actions"), |message| {
            of(subject, message)
        });
    }
}

/// An action for next period is not due in the period that is over (R1): it is this period's, or
/// its day has moved.
pub(super) fn past_next_action(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let end = ground.report.period.last_day();
    for action in staged(ground, subject, Stage::Next) {
        if let Some(due) = action.due.filter(|due| *due <= end) {
            found.add(cell(action, "due"), |message| {
                of_action(subject, action, message).with("due", day(due))
            });
        }
    }
}

/// A card has the current risks to achievement, or says that there are none (R1).
pub(super) fn risks(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let mut risks = ground.book.risks.under(&subject.entry().id);
    if risks.all(|risk| risk.text.trim().is_empty()) && !subject.entry().no_risks.0 {
        found.add(cell(subject.entry(), "no_risks"), |message| {
            of(subject, message)
        });
    }
}

/// A card does not say that there are none and then list some.
pub(super) fn none_but_some(ground: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    let entry = subject.entry();
    let acts = |stage| staged(ground, subject, stage).next().is_some();
    let said = [
        (entry.no_actions, "no_actions", acts(Stage::This)),
        (entry.no_next_actions, "no_next_actions", acts(Stage::Next)),
        (
            entry.no_risks,
            "no_risks",
            ground.book.risks.under(&entry.id).next().is_some(),
        ),
    ];
    for (none, field, some) in said {
        if none.0 && some {
            found.add(cell(entry, field), |message| {
                of(subject, message).with("what", field)
            });
        }
    }
}

fn staged<'a>(
    ground: &Ground<'a>,
    subject: &Subject<'a>,
    stage: Stage,
) -> impl Iterator<Item = &'a Action> {
    let actions = ground.book.actions.under(&subject.entry().id);
    actions.filter(move |action| action.stage == stage)
}

fn of(subject: &Subject<'_>, message: Message) -> Message {
    message.with("measure", subject.title())
}

fn of_action(subject: &Subject<'_>, action: &Action, message: Message) -> Message {
    of(subject, message).with("action", opening(&action.text))
}

/// The first words of a text, enough to know it by.
pub(super) fn opening(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.trim().lines().next().unwrap_or_default().trim();
    if line.chars().count() <= MOST {
        return line.to_owned();
    }
    let cut: String = line.chars().take(MOST).collect();
    let whole_words = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", whole_words.trim_end_matches([',', ';', ':', ' ']))
}
