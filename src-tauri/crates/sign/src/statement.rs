//! What is signed under a section.

use sha2::{Digest as _, Sha256};

use crate::key::{PublicKey, SecretKey};

/// The SHA-256 of some bytes, in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a person signs: every word of it is under the signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement<'a> {
    /// The identity of the file.
    pub file: &'a str,
    /// The id of the report.
    pub report: &'a str,
    /// The id of the section.
    pub section: &'a str,
    /// The id of the sign-off itself, so that it cannot be used twice.
    pub id: &'a str,
    /// `sign-off` or `exception`.
    pub kind: &'a str,
    /// The id of the person.
    pub person: &'a str,
    /// The post, in words.
    pub signed_by: &'a str,
    /// The moment, as RFC 3339.
    pub signed_at: &'a str,
    /// For an exception, why.
    pub reason: &'a str,
    /// The [`digest`] of what the section said.
    pub reading: &'a str,
}

impl Statement<'_> {
    /// The signature over it, 64 bytes in base64.
    pub fn signed(&self, key: &SecretKey) -> String {
        key.sign(&self.bytes())
    }

    /// Whether a signature over it was made with the other half of a key.
    pub fn is_signed(&self, key: &PublicKey, signature: &str) -> bool {
        key.verify(&self.bytes(), signature)
    }

    /// The words, each with its length before it, so that two of them are not one longer word.
    fn bytes(&self) -> Vec<u8> {
        let Self {
            file,
            report,
            section,
            id,
            kind,
            person,
            signed_by,
            signed_at,
            reason,
            reading,
        } = self;
        let words = [
            file, report, section, id, kind, person, signed_by, signed_at, reason, reading,
        ];
        let mut bytes = b"outturn sign-off 1\n".to_vec();
        for word in words {
            bytes.extend(format!("{}:{word}\n", word.len()).into_bytes());
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Change = for<'a> fn(&mut Statement<'a>);

    #[test]
    fn a_signature_holds_for_every_word_of_its_statement_and_no_other() {
        let key = SecretKey::from_bytes([3; 32]);
        let statement = Statement {
            file: "f",
            report: "2026-27-q1",
            section: "s",
            id: "1",
            kind: "sign-off",
            person: "director",
            signed_by: "Director",
            signed_at: "2026-07-01T09:30:05+01:00",
            reason: "",
            reading: "ab",
        };
        let signature = statement.signed(&key);
        assert!(statement.is_signed(&key.public(), &signature));
        let changes: [Change; 11] = [
            |s| s.file = "g",
            |s| s.report = "2026-27-q2",
            |s| s.section = "t",
            |s| s.id = "2",
            |s| s.kind = "exception",
            |s| s.person = "head",
            |s| s.signed_by = "Head",
            |s| s.signed_at = "2026-07-01T09:30:06+01:00",
            |s| s.reason = "x",
            |s| s.reading = "ac",
            |s| (s.id, s.kind) = ("1\n8:sign-off", ""),
        ];
        for change in changes {
            let mut other = statement.clone();
            change(&mut other);
            assert!(!other.is_signed(&key.public(), &signature), "{other:?}");
        }
        let other = SecretKey::from_bytes([4; 32]).public();
        assert!(!statement.is_signed(&other, &signature));
    }
}
