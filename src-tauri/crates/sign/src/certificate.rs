//! The certificate of a final paper: a file beside it that shows what was agreed, by whom and when.

use outturn_model::Message;
use serde::{Deserialize, Serialize};

use crate::key::{PublicKey, SecretKey};
use crate::statement::{Statement, digest};

/// The newest format of a certificate that this program knows, and the one it writes.
pub const CERTIFICATE_FORMAT: u32 = 1;

/// What a file of another kind does not begin with.
const WHAT: &str = "certificate of a paper";

/// A certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// Always `certificate of a paper`.
    pub outturn: String,
    /// Its format.
    pub format: u32,
    /// The version of the program that wrote it and the paper.
    pub program: String,
    /// The identity of the directorate's file.
    pub file: String,
    /// The report.
    pub report: ReportOf,
    /// The paper.
    pub paper: PaperOf,
    /// The digest of what every section says, in reading order.
    pub content: String,
    /// The sections in reading order, with who agreed to them.
    pub sections: Vec<AgreedSection>,
    /// Who wrote the final paper.
    pub issued_by: String,
    /// When, as RFC 3339.
    pub issued_at: String,
    /// The public key of who wrote it, in base64.
    pub key: String,
    /// Their signature over all of the above, in base64.
    pub signature: String,
}

/// The report that a paper was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportOf {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its period, such as `2026-27-q2`.
    pub period: String,
    /// The council.
    pub council: String,
    /// The directorate.
    pub directorate: String,
    /// The committee that receives it.
    pub committee: String,
    /// The day of the meeting, `YYYY-MM-DD`; nothing where it has none yet.
    pub meeting: Option<String>,
}

/// The paper itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperOf {
    /// The name of its file.
    pub name: String,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: usize,
    /// How many pages it has.
    pub pages: usize,
}

/// A section of the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreedSection {
    /// Its id.
    pub id: String,
    /// Its number and heading, as printed.
    pub heading: String,
    /// The digest of what it says.
    pub reading: String,
    /// Who agreed to it.
    pub agreement: Agreement,
}

/// A sign-off, or an exception in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Its id.
    pub id: String,
    /// `sign-off` or `exception`.
    pub kind: String,
    /// The id of who signed.
    pub person: String,
    /// The post, in words.
    pub signed_by: String,
    /// When, as RFC 3339.
    pub signed_at: String,
    /// For an exception, why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The public key, in base64.
    pub key: String,
    /// The signature, in base64.
    pub signature: String,
}

/// What is wrong with a certificate, or with the paper beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CertificateProblem {
    /// The file is no certificate.
    NotACertificate,
    /// It was written by a newer version of the program.
    Newer,
    /// It is not what was signed: a word of it was changed.
    Altered,
    /// The paper is not the one it was written for.
    OtherPaper,
    /// A section's signature does not fit what it is said to be under.
    Forged {
        /// The section's heading.
        heading: String,
    },
    /// What is said of the whole content does not follow from the sections.
    Content,
}

impl CertificateProblem {
    /// The sentence to show.
    pub fn message(&self) -> Message {
        match self {
            Self::NotACertificate => Message::new("certificate-none"),
            Self::Newer => Message::new("certificate-newer"),
            Self::Altered => Message::new("certificate-altered"),
            Self::OtherPaper => Message::new("certificate-other-paper"),
            Self::Forged { heading } => {
                Message::new("certificate-forged").with("heading", heading.as_str())
            }
            Self::Content => Message::new("certificate-content"),
        }
    }
}

impl Agreement {
    /// The fingerprint of the key; empty where it is none.
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.key)
    }
}

fn fingerprint(key: &str) -> String {
    let key = PublicKey::parse(key);
    key.map(|key| key.fingerprint()).unwrap_or_default()
}

impl Certificate {
    /// The fingerprint of the key of who wrote the final paper; empty where it is none.
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.key)
    }

    /// A certificate of these particulars, signed.
    pub fn issue(
        program: &str,
        file: &str,
        report: ReportOf,
        paper: PaperOf,
        sections: Vec<AgreedSection>,
        (issued_by, issued_at): (&str, &str),
        key: &SecretKey,
    ) -> Self {
        let mut certificate = Self {
            outturn: WHAT.to_owned(),
            format: CERTIFICATE_FORMAT,
            program: program.to_owned(),
            file: file.to_owned(),
            report,
            paper,
            content: content_of(&sections),
            sections,
            issued_by: issued_by.to_owned(),
            issued_at: issued_at.to_owned(),
            key: key.public().to_string(),
            signature: String::new(),
        };
        certificate.signature = key.sign(&certificate.signed_bytes());
        certificate
    }

    /// The text of its file: JSON, the same for the same certificate.
    pub fn to_text(&self) -> String {
        // Strings, numbers and lists of them cannot fail to be written.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Reads such a text.
    ///
    /// # Errors
    /// [`CertificateProblem::NotACertificate`] or [`CertificateProblem::Newer`].
    pub fn parse(text: &str) -> Result<Self, CertificateProblem> {
        let value: serde_json::Value =
            serde_json::from_str(text).map_err(|_| CertificateProblem::NotACertificate)?;
        if value.get("outturn").and_then(serde_json::Value::as_str) != Some(WHAT) {
            return Err(CertificateProblem::NotACertificate);
        }
        let format = value.get("format").and_then(serde_json::Value::as_u64);
        if format.is_some_and(|format| format > u64::from(CERTIFICATE_FORMAT)) {
            return Err(CertificateProblem::Newer);
        }
        serde_json::from_value(value).map_err(|_| CertificateProblem::Altered)
    }

    /// Checks everything in it, and the paper where that is at hand. An empty list is a sound
    /// certificate.
    pub fn problems(&self, paper: Option<&[u8]>) -> Vec<CertificateProblem> {
        let mut problems = Vec::new();
        let issuer = PublicKey::parse(&self.key);
        if !issuer.is_some_and(|key| key.verify(&self.signed_bytes(), &self.signature)) {
            problems.push(CertificateProblem::Altered);
        }
        if paper.is_some_and(|bytes| digest(bytes) != self.paper.sha256) {
            problems.push(CertificateProblem::OtherPaper);
        }
        if content_of(&self.sections) != self.content {
            problems.push(CertificateProblem::Content);
        }
        let forged = self.sections.iter().filter(|section| !self.holds(section));
        problems.extend(forged.map(|section| CertificateProblem::Forged {
            heading: section.heading.clone(),
        }));
        problems
    }

    /// Whether the signature under a section is over what the section says.
    fn holds(&self, section: &AgreedSection) -> bool {
        let agreed = &section.agreement;
        let statement = Statement {
            file: &self.file,
            report: &self.report.id,
            section: &section.id,
            id: &agreed.id,
            kind: &agreed.kind,
            person: &agreed.person,
            signed_by: &agreed.signed_by,
            signed_at: &agreed.signed_at,
            reason: &agreed.reason,
            reading: &section.reading,
        };
        PublicKey::parse(&agreed.key)
            .is_some_and(|key| statement.is_signed(&key, &agreed.signature))
    }

    /// What is signed: the whole certificate without its signature.
    fn signed_bytes(&self) -> Vec<u8> {
        let unsigned = Self {
            signature: String::new(),
            ..self.clone()
        };
        let mut bytes = b"outturn certificate 1\n".to_vec();
        bytes.extend(unsigned.to_text().into_bytes());
        bytes
    }
}

/// The digest of what every section says.
fn content_of(sections: &[AgreedSection]) -> String {
    let each = sections.iter();
    let each = each.map(|section| format!("{} {}\n", section.id, section.reading));
    digest(each.collect::<String>().as_bytes())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn certificate() -> Certificate {
        let (lead, clerk) = ([1; 32], [2; 32]);
        let (lead, clerk) = (SecretKey::from_bytes(lead), SecretKey::from_bytes(clerk));
        let reading = digest(b"What happened.");
        let statement = Statement {
            file: "f",
            report: "2026-27-q1",
            section: "2026-27-q1/introduction",
            id: "1",
            kind: "sign-off",
            person: "director",
            signed_by: "Director",
            signed_at: "2026-07-01T09:30:05+01:00",
            reason: "",
            reading: &reading,
        };
        let section = AgreedSection {
            id: statement.section.to_owned(),
            heading: "1. Introduction".to_owned(),
            reading: reading.clone(),
            agreement: Agreement {
                id: statement.id.to_owned(),
                kind: statement.kind.to_owned(),
                person: statement.person.to_owned(),
                signed_by: statement.signed_by.to_owned(),
                signed_at: statement.signed_at.to_owned(),
                reason: String::new(),
                key: lead.public().to_string(),
                signature: statement.signed(&lead),
            },
        };
        let report = ReportOf {
            id: "2026-27-q1".to_owned(),
            title: "Performance".to_owned(),
            period: "2026-27-q1".to_owned(),
            council: "Westmere".to_owned(),
            directorate: "Children".to_owned(),
            committee: "Policy Board".to_owned(),
            meeting: Some("2026-08-01".to_owned()),
        };
        let paper = PaperOf {
            name: "paper.pdf".to_owned(),
            sha256: digest(b"paper"),
            bytes: 5,
            pages: 1,
        };
        let issued = ("Clerk", "2026-07-20T10:00:00+01:00");
        Certificate::issue("0.1.0", "f", report, paper, vec![section], issued, &clerk)
    }

    #[test]
    fn a_certificate_is_read_as_it_is_written_and_holds() {
        let issued = certificate();
        let read = Certificate::parse(&issued.to_text()).unwrap();
        assert_eq!(read, issued);
        assert_eq!(read.problems(Some(b"paper")), []);
        assert_eq!(read.problems(None), []);
        let other = read.problems(Some(b"Paper"));
        assert_eq!(other, [CertificateProblem::OtherPaper]);
    }

    #[test]
    fn every_word_of_it_is_signed() {
        let text = certificate().to_text();
        let mut refused = 0;
        for (at, c) in text
            .char_indices()
            .filter(|(_, c)| c.is_ascii_alphanumeric())
        {
            let other = if c == '1' { '2' } else { '1' };
            let mut changed = text.clone();
            changed.replace_range(at..=at, &other.to_string());
            let sound =
                Certificate::parse(&changed).is_ok_and(|read| read.problems(None).is_empty());
            // The last digit of base64 has bits that say nothing; such a text is refused as well.
            assert!(!sound, "{changed}");
            refused += 1;
        }
        assert!(refused > 800, "{refused}");
    }

    #[test]
    fn other_files_are_told_apart() {
        for text in ["", "{}", "[1]", r#"{"outturn":"x","format":1}"#] {
            assert_eq!(
                Certificate::parse(text),
                Err(CertificateProblem::NotACertificate)
            );
        }
        let newer = certificate()
            .to_text()
            .replace("\"format\": 1", "\"format\": 2");
        assert_eq!(Certificate::parse(&newer), Err(CertificateProblem::Newer));
    }

    #[test]
    fn a_signature_under_another_section_is_told() {
        let clerk = SecretKey::from_bytes([2; 32]);
        let issued = certificate();
        let mut sections = issued.sections.clone();
        sections[0].reading = digest(b"Something else.");
        let issued_by = ("Clerk", "2026-07-20T10:00:00+01:00");
        let (report, paper) = (issued.report.clone(), issued.paper.clone());
        let swapped = Certificate::issue("0.1.0", "f", report, paper, sections, issued_by, &clerk);
        let heading = "1. Introduction".to_owned();
        assert_eq!(
            swapped.problems(None),
            [CertificateProblem::Forged { heading }]
        );
    }
}
