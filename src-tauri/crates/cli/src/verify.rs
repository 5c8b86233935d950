//! What `verify` prints.

use std::fmt::Write as _;
use std::path::Path;

use outturn_api::batch::{Batch, Refused};
use outturn_api::message::Message;
use outturn_api::outside::Outside;
use outturn_api::wire::Standing;

/// Where the sections of a report stand, and what in the file is not as it was written. Whether every
/// signature counts and the file is sound, and the text to print.
///
/// # Errors
/// Why the file cannot be read.
pub fn file(
    batch: &Batch,
    file: &Path,
    report: Option<&str>,
    outside: &dyn Outside,
) -> Result<(bool, String), Refused> {
    let agreement = batch.standings(file, report, outside)?;
    let mut text = String::new();
    let mut sound = true;
    for section in &agreement.sections {
        let standing = &section.standing;
        sound &= !matches!(standing.standing, Standing::Lapsed | Standing::Forged);
        // Writing to a string does not fail.
        let _ = writeln!(text, "{}\n    {}", section.title, standing.sentence);
        if !standing.detail.is_empty() {
            let _ = writeln!(text, "    {}", standing.detail);
        }
    }
    let summary = Message::new("cli-agreed")
        .with("agreed", agreement.agreed)
        .with("sections", agreement.sections.len());
    let _ = writeln!(text, "{}", batch.say(&summary));
    for fault in batch.faults(file, outside)? {
        sound = false;
        let _ = writeln!(text, "{fault}");
    }
    Ok((sound, text))
}

/// What a certificate shows. Whether everything in it holds, and the text to print.
///
/// # Errors
/// Why it cannot be read.
pub fn certificate(
    batch: &Batch,
    file: &Path,
    paper: Option<&Path>,
) -> Result<(bool, String), Refused> {
    let (certificate, problems) = batch.certificate(file, paper)?;
    let mut text = String::new();
    for section in &certificate.sections {
        let agreed = &section.agreement;
        let key = match agreed.reason.as_str() {
            "" => "cli-certificate-signed",
            _ => "cli-certificate-excepted",
        };
        let message = Message::new(key)
            .with("post", agreed.signed_by.as_str())
            .with("at", agreed.signed_at.as_str())
            .with("key", agreed.fingerprint())
            .with("reason", agreed.reason.as_str());
        let _ = writeln!(text, "{}\n    {}", section.heading, batch.say(&message));
    }
    let issued = Message::new("cli-certificate-issued")
        .with("paper", certificate.paper.name.as_str())
        .with("pages", certificate.paper.pages)
        .with("post", certificate.issued_by.as_str())
        .with("at", certificate.issued_at.as_str())
        .with("key", certificate.fingerprint());
    text = text + &batch.say(&issued) + "\n";
    for problem in &problems {
        let _ = writeln!(text, "{problem}");
    }
    if problems.is_empty() {
        text = text + &batch.word("cli-certificate-holds") + "\n";
    }
    Ok((problems.is_empty(), text))
}
