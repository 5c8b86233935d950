//! Who agreed to what: comments, sign-offs and the keys they are signed with.

use crate::cell::{Flag, Line, Moment, Reading, Text, choice};
use crate::directorate::Person;
use crate::id::Id;
use crate::record::record;
use crate::section::Section;
use chrono::NaiveDate;

record! {
    /// A key that a person signs with, by its public half. The secret half never leaves the person's
    /// own computer.
    SigningKey in SigningKey under Person by person {
        /// Whose it is.
        person: Id<Person>,
        /// The Ed25519 public key (RFC 8032), 32 bytes in base64.
        public: Line,
        /// The day from which it counts.
        added_on: Option<NaiveDate>,
        /// The day on which it was taken away. What it signed does not count since.
        removed_on: Option<NaiveDate>,
    }
}

record! {
    /// A comment on a section or on a field of it. It never reaches a paper.
    Comment in Comment under Section by section {
        /// The section.
        section: Id<Section>,
        /// The row or the field of it that the comment is about, as a [`crate::Place`]; nothing for
        /// the section as a whole.
        about: Line,
        /// The comment that it answers.
        answers: Option<Id<Comment>>,
        /// Who says it.
        person: Option<Id<Person>>,
        /// The same in words, which stay when the person goes.
        said_by: Line,
        /// When.
        said_at: Option<Moment>,
        /// What it says.
        text: Text,
        /// Whether it is settled.
        resolved: Flag,
    }
}

choice! {
    /// What is signed of a section.
    SignOffKind {
        /// That it was read and is agreed to.
        SignOff = "sign-off",
        /// That the clerk lets it go to committee without a sign-off, for a reason.
        Exception = "exception",
    }
    default SignOff
}

record! {
    /// A signature under a section. It counts for as long as the section reads as it did.
    SignOff in SignOff under Section by section {
        /// The section.
        section: Id<Section>,
        /// What is signed.
        kind: SignOffKind,
        /// Who signed.
        person: Option<Id<Person>>,
        /// The same in words, which stay when the person goes.
        signed_by: Line,
        /// When, by the clock of the signer's computer.
        signed_at: Option<Moment>,
        /// For an exception, why.
        reason: Text,
        /// Everything that the section showed.
        reading: Reading,
        /// The public key it was signed with, 32 bytes in base64.
        key: Line,
        /// The Ed25519 signature, 64 bytes in base64.
        signature: Line,
        /// Whether it was taken back, by its signer or by the return of the section.
        withdrawn: Flag,
    }
}
