//! How much of its history a file keeps: leaving early history out, and a copy without any.

use std::path::Path;

use chrono::NaiveTime;
use outturn_model::{Message, date};
use outturn_paper::compose::date_in_words;
use outturn_store::Moment;
use outturn_words::Words;

use crate::outside::Outside;
use crate::refusal::Stop;
use crate::session::Session;
use crate::wire::KeptView;

impl Session {
    /// What in the file is not as it was written, its history followed from the first change: a
    /// sentence for each fault, and none for a sound file.
    ///
    /// # Errors
    /// If the file cannot be read at all.
    pub fn faults(&self, words: &Words) -> Result<Vec<String>, Stop> {
        let faults = self.store().verify()?;
        Ok(faults
            .iter()
            .map(|fault| words.say(&fault.message()))
            .collect())
    }

    /// What the file keeps of its history, and how much of it was done before a day.
    ///
    /// # Errors
    /// If the file cannot be read. A day that is none leaves nothing out, and says why.
    pub fn kept(
        &self,
        before: &str,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<KeptView, Stop> {
        let kept = self.store().kept()?;
        let day = |moment: &Moment| words.say(&date_in_words(moment.date_naive()));
        let mut told = words.say(&match &kept.since {
            Some(since) => Message::new("history-keeps")
                .with("count", count(kept.changes))
                .with("since", day(since)),
            None => Message::new("history-keeps-none"),
        });
        if let Some(thinned) = &kept.thinned {
            let key = match thinned.person.is_empty() {
                true => "history-thinned",
                false => "history-thinned-by",
            };
            let left_out = Message::new(key)
                .with("count", count(thinned.changes))
                .with("person", thinned.person.clone())
                .with("day", day(&thinned.at));
            told = format!("{told} {}", words.say(&left_out));
        }
        let (would, thinnable) = match beginning(before, outside) {
            _ if before.trim().is_empty() => (String::new(), 0),
            Err(stop) => (stop.refusal(words).sentence, 0),
            Ok(moment) => {
                let thinnable = self.store().thinnable(moment)?;
                let would = Message::new("history-would-thin")
                    .with("count", count(thinnable))
                    .with("day", day(&moment));
                (words.say(&would), thinnable)
            }
        };
        Ok(KeptView {
            told,
            would,
            thinnable: count(thinnable),
        })
    }

    /// Leaves out of history what was done before a day. Gives how many changes.
    ///
    /// # Errors
    /// If it is no day, nothing was done before it, or why it cannot be left out; nothing is changed
    /// then.
    pub fn thin(&mut self, before: &str, outside: &dyn Outside) -> Result<usize, Stop> {
        let before = beginning(before, outside)?;
        let by = self.author(outside);
        match self.store_mut().thin(&by, before)? {
            0 => Err(Stop::new("history-nothing-to-thin")),
            left_out => Ok(count(left_out)),
        }
    }

    /// Writes a copy of the file that has none of its history.
    ///
    /// # Errors
    /// Why it cannot be written; there is none then.
    pub fn copy_without_history(&self, path: &Path, outside: &dyn Outside) -> Result<(), Stop> {
        let by = self.author(outside);
        Ok(self.store().copy_without_history(path, &by)?)
    }
}

/// The moment a day begins, where the clock of this computer is.
fn beginning(day: &str, outside: &dyn Outside) -> Result<Moment, Stop> {
    let day = date::read(day).map_err(|problem| {
        let message = problem.message();
        Stop::Said(message.key, message)
    })?;
    let beginning = day.and_time(NaiveTime::MIN);
    let offset = *outside.now().offset();
    let moment = beginning.and_local_timezone(offset).single();
    moment.ok_or_else(|| Stop::new("history-nothing-to-thin"))
}

fn count(changes: u64) -> usize {
    usize::try_from(changes).unwrap_or(usize::MAX)
}
