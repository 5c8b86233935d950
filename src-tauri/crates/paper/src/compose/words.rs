//! Words and symbols that several parts of a paper share.

use chrono::{Datelike, NaiveDate};
use outturn_model::Message;
use outturn_model::entry::Outcome;
use outturn_model::measure::{Measure, Polarity, Value};
use outturn_model::section::Mark as HeadlineMark;
use outturn_model::status::{Direction, Status};

use super::Composer;
use crate::tree::{Inline, Mark, Symbol};

/// A day in words, such as “31 March 2009”.
pub fn date_in_words(date: NaiveDate) -> Message {
    Message::new("date-long")
        .with("day", i64::from(date.day()))
        .with("month", i64::from(date.month()))
        .with("year", date.year().to_string())
}

/// Which way is good for a measure, in words; nothing where nobody has said.
pub fn polarity_sentence(measure: &Measure) -> Option<Message> {
    let format = measure.format();
    let bound = |bound: Option<rust_decimal::Decimal>| bound.map(|bound| format.with_unit(bound));
    Some(match measure.polarity? {
        Polarity::HigherIsBetter => Message::new("polarity-higher-is-better"),
        Polarity::LowerIsBetter => Message::new("polarity-lower-is-better"),
        Polarity::DataOnly => Message::new("polarity-data-only"),
        Polarity::WithinRange => match (bound(measure.range_low), bound(measure.range_high)) {
            (Some(low), Some(high)) => Message::new("polarity-between")
                .with("low", low)
                .with("high", high),
            (Some(low), None) => Message::new("polarity-from").with("low", low),
            (None, Some(high)) => Message::new("polarity-up-to").with("high", high),
            (None, None) => Message::new("polarity-within-range"),
        },
    })
}

impl Composer<'_> {
    pub(super) fn word(&self, key: &'static str) -> String {
        self.words.word(key)
    }

    pub(super) fn say(&self, message: &Message) -> String {
        self.words.say(message)
    }

    /// A status with its symbol.
    pub(super) fn status_mark(&self, status: Status) -> Mark {
        let symbol = match status {
            Status::Green => Symbol::Green,
            Status::Amber => Symbol::Amber,
            Status::Red => Symbol::Red,
            Status::NotYetKnown => Symbol::Unknown,
            Status::NotApplicable => Symbol::NotApplicable,
            Status::NotComparable => Symbol::NotComparable,
            Status::CarriedOver => Symbol::CarriedOver,
            Status::DataOnly => Symbol::DataOnly,
        };
        Mark::new(symbol, self.say(&status.word()))
    }

    /// A direction of travel with its symbol.
    pub(super) fn direction_mark(&self, direction: Direction) -> Mark {
        let symbol = match direction {
            Direction::Improved => Symbol::Improved,
            Direction::Unchanged => Symbol::Unchanged,
            Direction::Worse => Symbol::Worsened,
            Direction::NotComparable => Symbol::NotComparable,
        };
        Mark::new(symbol, self.say(&direction.word()))
    }

    pub(super) fn headline_mark(&self, mark: HeadlineMark) -> Mark {
        let (symbol, key) = match mark {
            HeadlineMark::Achieved => (Symbol::Achieved, "choice-mark-achieved"),
            HeadlineMark::NotAchieved => (Symbol::NotAchieved, "choice-mark-not-achieved"),
            HeadlineMark::Noted => (Symbol::Noted, "choice-mark-noted"),
        };
        Mark::new(symbol, self.word(key))
    }

    /// What became of an action: a symbol where there is one, and the word.
    pub(super) fn outcome(&self, outcome: Outcome) -> Inline {
        match outcome {
            Outcome::Achieved => Inline::Symbol(Mark::new(
                Symbol::Achieved,
                self.word("choice-outcome-achieved"),
            )),
            Outcome::NotAchieved => Inline::Symbol(Mark::new(
                Symbol::NotAchieved,
                self.word("choice-outcome-not-achieved"),
            )),
            Outcome::PartlyAchieved => Inline::strong(self.word("choice-outcome-partly-achieved")),
            Outcome::InProgress => Inline::strong(self.word("choice-outcome-in-progress")),
        }
    }

    /// A stored figure as the paper prints it, provisional ones marked.
    pub(super) fn figure(&self, measure: &Measure, value: Option<&Value>) -> String {
        let Some(value) = value else {
            return String::new();
        };
        let shown = outturn_rules::figures::shown(measure, value);
        let shown = shown.map(|message| self.say(&message)).unwrap_or_default();
        if value.provisional.0 && !shown.is_empty() {
            let marked = Message::new("paper-provisional").with("figure", shown);
            self.say(&marked)
        } else {
            shown
        }
    }
}
