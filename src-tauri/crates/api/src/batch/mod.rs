//! The main job without a window: each use case in one call, from a file to a result.

mod agreement;
mod copies;

use std::path::Path;

use outturn_exchange::text_form::{self, TextFormProblem};
use outturn_model::{Message, Period};
use outturn_paper::render::Unwatched;
use outturn_store::{Passphrase, Problem, StoreError};
use outturn_words::Words;

pub use self::agreement::Signer;
use crate::export::{Export, Exported};
use crate::opening;
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::session::Session;
use crate::template::{self, Template};
use crate::wire::{FindingsView, Refusal};

/// Why a call could not be met: one or more sentences, the gravest first.
#[derive(Debug)]
pub struct Refused(pub Vec<Refusal>);

/// What was written of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpacked {
    /// All of it.
    Whole,
    /// Its content alone: its history is not what was written, and so not to be relied on.
    WithoutHistory,
}

/// Runs use cases with the words of one language.
pub struct Batch {
    words: Words,
    /// What the files it opens are closed with, if they are.
    passphrase: Option<Passphrase>,
}

impl Default for Batch {
    fn default() -> Self {
        Self {
            words: Words::british(),
            passphrase: None,
        }
    }
}

impl Batch {
    /// Opens files that are closed with a passphrase.
    #[must_use]
    pub fn with_passphrase(mut self, passphrase: String) -> Self {
        self.passphrase = Some(Passphrase::new(passphrase));
        self
    }

    /// A word or sentence of the catalogue.
    pub fn word(&self, key: &'static str) -> String {
        self.words.word(key)
    }

    /// A sentence of the catalogue.
    pub fn say(&self, message: &Message) -> String {
        self.words.say(message)
    }

    /// Makes a new file from a template.
    ///
    /// # Errors
    /// Why not; there is no file then.
    pub fn new_file(
        &self,
        file: &Path,
        template: &str,
        period: &str,
        council: &str,
        directorate: &str,
        outside: &dyn Outside,
    ) -> Result<(), Refused> {
        let make = || -> Result<(), Stop> {
            let period = Period::parse(period).map_err(|problem| {
                let message = problem.message();
                Stop::Said(message.key, message)
            })?;
            let book = template::start(&Template::named(template), council, directorate, period)?;
            opening::create(file, &book, outside).map(drop)
        };
        make().map_err(|stop| self.refused(&stop))
    }

    /// What the checks say of a report: that of `period`, else the latest. The file is only read.
    ///
    /// # Errors
    /// Why it cannot be checked.
    pub fn check(
        &self,
        file: &Path,
        period: Option<&str>,
        outside: &dyn Outside,
    ) -> Result<FindingsView, Refused> {
        let check = || -> Result<FindingsView, Stop> {
            let mut session = self.open(file, true, outside)?;
            let report = session.report_of(period)?.id.to_string();
            session.findings(&report, &self.words)
        };
        check().map_err(|stop| self.refused(&stop))
    }

    /// Writes the paper of a report: that of `period`, else the latest. The file is only read. A final
    /// paper wants somebody to sign for it.
    ///
    /// # Errors
    /// Why not; nothing is written then.
    pub fn export(
        &self,
        file: &Path,
        period: Option<&str>,
        how: &Export<'_>,
        signer: &Signer<'_>,
        outside: &dyn Outside,
    ) -> Result<Exported, Refused> {
        let write = || -> Result<Exported, Stop> {
            let mut session = self.open(file, true, outside)?;
            let report = session.report_of(period)?.id.to_string();
            let mut keys = signer.sit_down(&mut session, outside)?;
            let key = match how.draft {
                true => Err(Stop::new("sign-no-key")),
                false => keys.ready(outside),
            };
            session.export(&report, how, key, outside, &self.words, &Unwatched)
        };
        write().map_err(|stop| self.refused(&stop))
    }

    /// Closes a file with a passphrase, changes the one it has, or takes it away.
    ///
    /// # Errors
    /// Why not; the file is as it was.
    pub fn set_passphrase(
        &self,
        file: &Path,
        passphrase: Option<String>,
        outside: &dyn Outside,
    ) -> Result<(), Refused> {
        let then = passphrase.map(Passphrase::new);
        opening::set_passphrase(file, self.passphrase.as_ref(), then.as_ref(), outside)
            .map_err(|stop| self.refused(&stop))
    }

    /// Starts the report of `period`, else of the next period without one, from the latest report.
    /// Gives the period's name and what came over, a phrase each.
    ///
    /// # Errors
    /// Why not; nothing is changed then.
    pub fn roll_forward(
        &self,
        file: &Path,
        period: Option<&str>,
        outside: &dyn Outside,
    ) -> Result<(String, Vec<String>), Refused> {
        let start = || -> Result<(String, Vec<String>), Stop> {
            let mut session = self.open(file, false, outside)?;
            let report = session.report_of(None)?.id.to_string();
            let offered = session.next_period(&report, &self.words)?;
            let period = period.unwrap_or(&offered.suggested).to_owned();
            let carried = session.carried(&report, &period, &self.words)?;
            session.start_next_period(&report, &period, outside, &self.words)?;
            Ok(carried)
        };
        start().map_err(|stop| self.refused(&stop))
    }

    /// Makes a file from a folder in the text form.
    ///
    /// # Errors
    /// Everything that is wrong with the folder, or why the file cannot be made; there is no file
    /// then.
    pub fn pack(&self, dir: &Path, file: &Path, outside: &dyn Outside) -> Result<(), Refused> {
        let whole = text_form::read_whole(dir).map_err(|problems| {
            Refused(
                problems
                    .iter()
                    .map(|problem| self.located(problem))
                    .collect(),
            )
        })?;
        let made = match whole.history.as_slice() {
            [] => opening::create(file, &whole.book, outside),
            history => opening::create_with_history(file, &whole.book, history, outside),
        };
        made.map(drop).map_err(|stop| match &stop {
            Stop::Store(StoreError {
                problem: Problem::History { line, fault },
                ..
            }) => Refused(vec![self.located(&TextFormProblem {
                file: text_form::HISTORY_FILE.to_owned(),
                line: whole.lines.get(*line).copied(),
                field: None,
                message: fault.message(),
            })]),
            _ => self.refused(&stop),
        })
    }

    /// Writes a file as a folder in the text form, with its history. The file is only read.
    ///
    /// # Errors
    /// Why not; there is no folder then.
    pub fn unpack(
        &self,
        file: &Path,
        dir: &Path,
        outside: &dyn Outside,
    ) -> Result<Unpacked, Refused> {
        let opened = self.open(file, true, outside).and_then(|session| {
            let history = session.history()?;
            Ok((session, history))
        });
        let (session, history) = opened.map_err(|stop| self.refused(&stop))?;
        let lines = history.as_deref().unwrap_or_default();
        text_form::write_whole(session.book(), lines, dir).map_err(|problem| {
            let message = problem.message();
            self.refused(&Stop::Said(message.key, message))
        })?;
        Ok(match history {
            Some(_) => Unpacked::Whole,
            None => Unpacked::WithoutHistory,
        })
    }

    fn open(&self, file: &Path, read_only: bool, outside: &dyn Outside) -> Result<Session, Stop> {
        opening::open(file, read_only, self.passphrase.as_ref(), outside)
    }

    fn refused(&self, stop: &Stop) -> Refused {
        Refused(vec![stop.refusal(&self.words)])
    }

    /// A problem of the text form, with file, line and field before its sentence.
    fn located(&self, problem: &TextFormProblem) -> Refusal {
        let mut at = problem.file.clone();
        if let Some(line) = problem.line {
            at.push_str(&format!(":{line}"));
        }
        if let Some(field) = &problem.field {
            at.push_str(&format!(": {field}"));
        }
        let sentence = self.words.say(&problem.message);
        Refusal {
            code: problem.message.key.to_owned(),
            sentence: if at.is_empty() {
                sentence
            } else {
                format!("{at}: {sentence}")
            },
            place: None,
            read_only_possible: false,
        }
    }
}
