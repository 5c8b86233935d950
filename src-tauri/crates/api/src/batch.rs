//! The main job without a window: each use case in one call, from a file to a result.

use std::fs;
use std::path::{Path, PathBuf};

use outturn_exchange::text_form::{self, TextFormProblem};
use outturn_model::{Message, Period};
use outturn_paper::render::Unwatched;
use outturn_sign::Certificate;
use outturn_store::{Passphrase, Problem, StoreError};
use outturn_words::Words;

use crate::agreement::{KeepKey, Keyboard, Keys};
use crate::export::{Export, Exported};
use crate::opening;
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::session::Session;
use crate::template::{self, Template};
use crate::wire::{
    AgreementStep, AgreementView, BroughtInView, Choose, ConflictView, FindingsView, Refusal,
    ShareView,
};

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

/// Who signs, where a command signs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signer<'a> {
    /// The id of the person; that chosen on this computer if left out.
    pub person: Option<&'a str>,
    /// The passphrase of this computer's key.
    pub passphrase: Option<&'a str>,
}

impl Signer<'_> {
    /// Says who is at the keyboard, and opens the key where there is a passphrase.
    fn sit_down(&self, session: &mut Session, outside: &dyn Outside) -> Result<Keys, Stop> {
        let folder = outside.own_folder();
        let mut known = Keyboard::in_folder(&folder).of(session.path());
        if let Some(person) = self.person {
            known.person = Some(person.to_owned());
        }
        session.know(known);
        let mut keys = Keys::in_folder(&folder);
        if let Some(passphrase) = self.passphrase {
            if session.person().is_none() {
                return Err(Stop::new("sign-who-are-you"));
            }
            keys.open(passphrase)?;
        }
        Ok(keys)
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

    /// Signs sections of a report: those named, or all that the signer may. Gives how many. With a
    /// `reason`, the clerk lets them go to committee without a sign-off instead.
    ///
    /// # Errors
    /// Why not; nothing is signed then.
    pub fn sign(
        &self,
        file: &Path,
        period: Option<&str>,
        sections: &[String],
        reason: Option<&str>,
        signer: &Signer<'_>,
        outside: &mut dyn Outside,
    ) -> Result<usize, Refused> {
        let mut sign = || -> Result<usize, Stop> {
            let mut session = self.open(file, false, outside)?;
            let report = session.report_of(period)?.id.to_string();
            let mut keys = signer.sit_down(&mut session, outside)?;
            let agreement = session.agreement(&report, outside, &self.words)?;
            let (step, open) = match reason {
                Some(_) => (AgreementStep::Except, agreement.to_except),
                None => (AgreementStep::SignOff, agreement.to_sign),
            };
            let sections = if sections.is_empty() { &open } else { sections };
            if sections.is_empty() {
                return Err(Stop::new("sign-nothing"));
            }
            let reason = reason.unwrap_or_default();
            session.take(step, sections, reason, &mut keys, outside, &self.words)?;
            Ok(sections.len())
        };
        sign().map_err(|stop| self.refused(&stop))
    }

    /// Writes a working copy of a file for a person. The file is only read.
    ///
    /// # Errors
    /// Why not; there is no copy then.
    pub fn hand_out(
        &self,
        file: &Path,
        person: &str,
        copy: &Path,
        outside: &dyn Outside,
    ) -> Result<(), Refused> {
        let hand = || {
            self.open(file, true, outside)?
                .hand_out(person, copy, outside)
        };
        hand().map_err(|stop| self.refused(&stop))
    }

    /// Leaves out of history what was done before a day, as it is typed. Gives how many changes.
    ///
    /// # Errors
    /// Why not; nothing is changed then.
    pub fn thin(&self, file: &Path, before: &str, outside: &dyn Outside) -> Result<usize, Refused> {
        let thin = || self.open(file, false, outside)?.thin(before, outside);
        thin().map_err(|stop| self.refused(&stop))
    }

    /// Writes a copy of a file that has none of its history. The file is only read.
    ///
    /// # Errors
    /// Why not; there is no copy then.
    pub fn copy_without_history(
        &self,
        file: &Path,
        copy: &Path,
        outside: &dyn Outside,
    ) -> Result<(), Refused> {
        let write = || {
            let session = self.open(file, true, outside)?;
            session.copy_without_history(copy, outside)
        };
        write().map_err(|stop| self.refused(&stop))
    }

    /// Writes the changes that were made in a copy to a small file. Gives how many.
    ///
    /// # Errors
    /// Why not; there is no file then.
    pub fn save_changes(
        &self,
        file: &Path,
        out: &Path,
        outside: &dyn Outside,
    ) -> Result<usize, Refused> {
        let save = || self.open(file, true, outside)?.save_changes(out);
        save().map_err(|stop| self.refused(&stop))
    }

    /// Brings copies, or files of changes, in: one after the other, as changes of their own.
    ///
    /// # Errors
    /// The first that cannot be brought in; those before it have been.
    pub fn bring_in(
        &self,
        file: &Path,
        copies: &[PathBuf],
        outside: &dyn Outside,
    ) -> Result<Vec<BroughtInView>, Refused> {
        let bring = || -> Result<Vec<BroughtInView>, Stop> {
            let mut session = self.open(file, false, outside)?;
            session.know(Keyboard::in_folder(&outside.own_folder()).of(file));
            let each = copies.iter();
            each.map(|copy| session.bring_in(copy, outside, &self.words))
                .collect()
        };
        bring().map_err(|stop| self.refused(&stop))
    }

    /// Shares a file through a folder: the one given, else the one chosen last.
    ///
    /// # Errors
    /// If there is no such folder, or the file cannot be written.
    pub fn share(
        &self,
        file: &Path,
        folder: Option<&Path>,
        outside: &dyn Outside,
    ) -> Result<ShareView, Refused> {
        let share = || -> Result<ShareView, Stop> {
            let keyboard = Keyboard::in_folder(&outside.own_folder());
            let mut session = self.open(file, false, outside)?;
            session.know(keyboard.of(file));
            if folder.is_some() {
                session.share_through(folder)?;
            }
            let shared = session.share(outside, &self.words)?;
            keyboard.keep(file, session.known());
            Ok(shared)
        };
        share().map_err(|stop| self.refused(&stop))
    }

    /// What was done apart in copies of a file and has to be decided. The file is only read.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn conflicts(
        &self,
        file: &Path,
        outside: &dyn Outside,
    ) -> Result<Vec<ConflictView>, Refused> {
        let look = || self.open(file, true, outside)?.conflicts(&self.words);
        look().map_err(|stop| self.refused(&stop))
    }

    /// Settles a conflict, by its place in the list of [`Batch::conflicts`].
    ///
    /// # Errors
    /// If there is none, or it cannot be settled so; nothing is changed then.
    pub fn settle(
        &self,
        file: &Path,
        at: usize,
        choose: &Choose,
        outside: &dyn Outside,
    ) -> Result<(), Refused> {
        let settle = || -> Result<(), Stop> {
            let mut session = self.open(file, false, outside)?;
            session.know(Keyboard::in_folder(&outside.own_folder()).of(file));
            let open = session.conflicts(&self.words)?;
            let conflict = open.get(at).ok_or_else(|| Stop::new("conflict-settled"))?;
            session.settle(&conflict.id, choose, outside, &self.words)?;
            Ok(())
        };
        settle().map_err(|stop| self.refused(&stop))
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

    /// Makes the signing key of this computer: under a passphrase, or in the system's key store without
    /// one. A key that is there already is only set aside `instead`. Gives the new one's fingerprint.
    ///
    /// # Errors
    /// Why not; there is no new key then.
    pub fn make_key(
        &self,
        passphrase: Option<&str>,
        instead: bool,
        outside: &mut dyn Outside,
    ) -> Result<String, Refused> {
        let mut keys = Keys::in_folder(&outside.own_folder());
        let keep = passphrase.map_or(KeepKey::InStore, KeepKey::Under);
        keys.make(keep, instead, outside)
            .map_err(|stop| self.refused(&stop))?;
        let public = keys.public();
        Ok(public.map(|key| key.fingerprint()).unwrap_or_default())
    }

    /// Where the sections of a report stand, by their signatures: that of `period`, else the latest.
    /// The file is only read.
    ///
    /// # Errors
    /// Why it cannot be told.
    pub fn standings(
        &self,
        file: &Path,
        period: Option<&str>,
        outside: &dyn Outside,
    ) -> Result<AgreementView, Refused> {
        let look = || -> Result<AgreementView, Stop> {
            let mut session = self.open(file, true, outside)?;
            let report = session.report_of(period)?.id.to_string();
            session.agreement(&report, outside, &self.words)
        };
        look().map_err(|stop| self.refused(&stop))
    }

    /// Reads a certificate, and the paper where that is given, and checks every signature in it. Gives
    /// the certificate and what is wrong with it, a sentence each.
    ///
    /// # Errors
    /// If either cannot be read.
    pub fn certificate(
        &self,
        file: &Path,
        paper: Option<&Path>,
    ) -> Result<(Certificate, Vec<String>), Refused> {
        let read = |path: &Path| {
            fs::read(path).map_err(|_| {
                let message = Message::new("certificate-not-read");
                let message = message.with("file", path.display().to_string());
                self.refused(&Stop::Said("certificate-not-read", message))
            })
        };
        let text = String::from_utf8_lossy(&read(file)?).into_owned();
        let certificate = Certificate::parse(&text).map_err(|problem| {
            let message = problem.message();
            self.refused(&Stop::Said(message.key, message))
        })?;
        let beside = file.with_file_name(&certificate.paper.name);
        let paper = match paper {
            Some(paper) => Some(read(paper)?),
            None if beside.is_file() => Some(read(&beside)?),
            None => None,
        };
        let problems = certificate.problems(paper.as_deref());
        let sentences = problems.iter();
        let sentences = sentences.map(|problem| self.words.say(&problem.message()));
        Ok((certificate, sentences.collect()))
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
