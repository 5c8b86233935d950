//! Signatures: who agreed to what, so that it can be shown.
//!
//! A signature is over a [`Statement`]: who signs, under which section of which file, when, and the
//! digest of everything the section said. So it cannot be moved to another section, file, moment or
//! wording. This is the only crate that knows keys. It reads no clock and no files, and the
//! randomness of a new key comes in as an argument.

mod certificate;
mod key;
mod statement;

pub use certificate::{
    AgreedSection, Agreement, CERTIFICATE_FORMAT, Certificate, CertificateProblem, PaperOf,
    ReportOf,
};
pub use key::{KeyProblem, PublicKey, SecretKey};
pub use statement::{Statement, digest};
