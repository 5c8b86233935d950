//! What was said of a measure from report to report, what was promised, and what came of it.

use std::collections::{HashMap, HashSet};

use outturn_model::entry::{Action, Entry, Outcome, Stage};
use outturn_model::measure::Measure;
use outturn_model::report::Report;
use outturn_model::{Book, RowId};

/// A measure in one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told<'a> {
    /// The report.
    pub report: &'a Report,
    /// The measure's entry in it.
    pub entry: &'a Entry,
    /// What was promised there for the next period, in order.
    pub promises: Vec<Promise<'a>>,
}

/// An action that was promised for the next period, and what later reports say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise<'a> {
    /// The action, as it was promised.
    pub action: &'a Action,
    /// The actions that follow it, report after report, up to the one that says how it ended.
    pub answers: Vec<(&'a Report, &'a Action)>,
}

impl Promise<'_> {
    /// What became of it, as far as anyone has said.
    pub fn outcome(&self) -> Option<Outcome> {
        self.answers
            .iter()
            .rev()
            .find_map(|(_, action)| action.outcome)
    }
}

/// What was said of a measure, the latest report first. A report that shows it twice says it twice.
pub fn told<'a>(book: &'a Book, measure: &Measure) -> Vec<Told<'a>> {
    let entries = book
        .entries
        .iter()
        .filter(|entry| entry.measure == measure.id);
    let mut told: Vec<(&Report, &Entry)> = entries
        .filter_map(|entry| Some((report_of(book, entry)?, entry)))
        .collect();
    told.sort_by_key(|(report, _)| std::cmp::Reverse((report.period, report.id.clone())));
    let mut followers: HashMap<&RowId, (&Report, &Action)> = HashMap::new();
    for (report, entry) in &told {
        for action in book.actions.under(&entry.id) {
            if let Some(follows) = &action.follows {
                followers.insert(follows.row(), (report, action));
            }
        }
    }
    told.into_iter()
        .map(|(report, entry)| {
            let actions = book.actions.under(&entry.id);
            let promised = actions.filter(|action| action.stage == Stage::Next);
            Told {
                report,
                entry,
                promises: promised
                    .map(|action| Promise {
                        action,
                        answers: answers(action, &followers),
                    })
                    .collect(),
            }
        })
        .collect()
}

fn report_of<'a>(book: &'a Book, entry: &Entry) -> Option<&'a Report> {
    book.reports.get(&book.sections.get(&entry.section)?.report)
}

fn answers<'a>(
    action: &'a Action,
    followers: &HashMap<&RowId, (&'a Report, &'a Action)>,
) -> Vec<(&'a Report, &'a Action)> {
    let mut answers = Vec::new();
    let mut seen: HashSet<&RowId> = HashSet::new();
    let mut at = action.id.row();
    while let Some((report, next)) = followers.get(at).filter(|_| seen.insert(at)) {
        answers.push((*report, *next));
        if matches!(next.outcome, Some(Outcome::Achieved | Outcome::NotAchieved)) {
            break;
        }
        at = next.id.row();
    }
    answers
}
