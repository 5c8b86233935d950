//! The difference between two moments, or between two reports, and what a moment is called.

use outturn_model::{Id, Message, RowId};
use outturn_paper::compose::date_in_words;
use outturn_words::Words;

use super::difference::Difference;
use super::names::{Names, capital};
use super::pairing::Pairs;
use super::{gone, numbered};
use crate::refusal::Stop;
use crate::session::Session;
use crate::wire::{Compared, DifferenceView};

impl Session {
    /// The difference between two states.
    ///
    /// # Errors
    /// If a moment or a report is not there, or the file cannot be read.
    pub fn compare(&mut self, compared: &Compared, words: &Words) -> Result<DifferenceView, Stop> {
        let ever = self.ever()?;
        let names = Names { book: &ever, words };
        match compared {
            Compared::Moments { from, to, report } => {
                let before = self.store().book_at(numbered(*from))?;
                let after = match to {
                    Some(to) => Some(self.store().book_at(numbered(*to))?),
                    None => None,
                };
                let after = after.as_ref().unwrap_or(self.book());
                let titles = (self.moment(*from, &names)?, self.until(*to, &names)?);
                let source = self.source(words);
                let difference = Difference::new(names, source, &before, after, None);
                let report = report.as_deref().map(RowId::parse).transpose();
                let report = report.map_err(|_| gone())?;
                Ok(difference.of_file(titles, report.map(Id::new).as_ref()))
            }
            Compared::Reports { from, to } => {
                let (from, to) = (self.find_report(from)?, self.find_report(to)?);
                let book = self.book();
                let pairs = Pairs::of(book, from, to);
                let source = self.source(words);
                let titles = (words.say(&from.period.name()), words.say(&to.period.name()));
                let mut difference = Difference::new(names, source, book, book, Some(pairs));
                difference.report(Some(from), Some(to), false);
                Ok(difference.view(titles))
            }
        }
    }

    fn until(&self, to: Option<u32>, names: &Names<'_>) -> Result<String, Stop> {
        match to {
            Some(to) => self.moment(to, names),
            None => Ok(names.words.word("history-now")),
        }
    }

    /// When a change was made, in words.
    pub(super) fn moment(&self, change: u32, names: &Names<'_>) -> Result<String, Stop> {
        let change = self.store().change(numbered(change), 0)?;
        let at = change.ok_or_else(gone)?.at;
        let moment = Message::new("history-moment")
            .with("day", date_in_words(at.date_naive()))
            .with("time", at.format("%H:%M").to_string());
        Ok(names.say(&moment))
    }
}

/// The title of a place that is compared with itself at another time.
pub(super) fn as_it_was(names: &Names<'_>, what: &str, moment: &str) -> String {
    let said = Message::new("history-as-it-was")
        .with("what", what)
        .with("moment", moment);
    capital(&names.say(&said))
}
