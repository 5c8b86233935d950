//! Signing and checking signatures without a window.

use std::fs;
use std::path::Path;

use outturn_model::Message;
use outturn_sign::Certificate;

use super::{Batch, Refused};
use crate::agreement::{KeepKey, Keyboard, Keys};
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::session::Session;
use crate::wire::{AgreementStep, AgreementView};

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
    pub(super) fn sit_down(
        &self,
        session: &mut Session,
        outside: &dyn Outside,
    ) -> Result<Keys, Stop> {
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

    /// What in a file is not as it was written, a sentence each. The file is only read.
    ///
    /// # Errors
    /// If it cannot be read at all.
    pub fn faults(&self, file: &Path, outside: &dyn Outside) -> Result<Vec<String>, Refused> {
        let look = || self.open(file, true, outside)?.faults(&self.words);
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
}
