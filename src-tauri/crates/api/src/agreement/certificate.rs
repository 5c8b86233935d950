//! The certificate that goes beside a final paper.

use std::path::{Path, PathBuf};

use outturn_model::Book;
use outturn_model::Id;
use outturn_model::agreement::SignOff;
use outturn_model::cell::Moment;
use outturn_model::directorate::Person;
use outturn_model::report::Report;
use outturn_rules::Outline;
use outturn_sign::{AgreedSection, Agreement, Certificate, PaperOf, ReportOf, SecretKey, digest};
use outturn_words::Words;

use super::people::post_of;
use super::standing::{Standings, Stands};

/// Where the certificate of a paper is: `paper.certificate.json` beside `paper.pdf`.
pub(crate) fn certificate_path(paper: &Path) -> PathBuf {
    paper.with_extension("certificate.json")
}

/// The certificate of a paper whose sections are all agreed to.
pub(crate) fn issue(
    book: &Book,
    report: &Report,
    words: &Words,
    standings: &Standings,
    paper: PaperOf,
    (person, key): (&Person, &SecretKey),
    at: Moment,
) -> Certificate {
    let directorate = book.directorate();
    let text = |of: fn(&outturn_model::directorate::Directorate) -> String| {
        directorate.map(of).unwrap_or_default()
    };
    let outline = Outline::of(book, report);
    let sections = standings.order().iter().filter_map(|id| {
        let stands = standings.section(id.row())?;
        let (Stands::SignedOff(row) | Stands::Excepted(row)) = stands else {
            return None;
        };
        let item = outline.item(id)?;
        Some(AgreedSection {
            id: id.to_string(),
            heading: words.say(&item.title()),
            reading: digest(standings.reading(id.row())?.as_bytes()),
            agreement: agreement(book.sign_offs.get(row)?),
        })
    });
    Certificate::issue(
        env!("CARGO_PKG_VERSION"),
        &text(|row| row.identity.to_string()),
        ReportOf {
            id: report.id.to_string(),
            title: report.title.to_string(),
            period: report.period.to_string(),
            council: text(|row| row.council.to_string()),
            directorate: text(|row| row.name.to_string()),
            committee: report.committee.to_string(),
            meeting: report.meeting.map(|day| day.to_string()),
        },
        paper,
        sections.collect(),
        (&post_of(person), &at.to_string()),
        key,
    )
}

fn agreement(row: &SignOff) -> Agreement {
    Agreement {
        id: row.id.to_string(),
        kind: row.kind.as_str().to_owned(),
        person: row.person.as_ref().map(Id::to_string).unwrap_or_default(),
        signed_by: row.signed_by.to_string(),
        signed_at: row.signed_at.map(|at| at.to_string()).unwrap_or_default(),
        reason: row.reason.to_string(),
        key: row.key.to_string(),
        signature: row.signature.to_string(),
    }
}
