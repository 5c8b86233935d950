//! What the window is told of the work on a report: who does what, what was said, who signed.

use serde::Serialize;
use ts_rs::TS;

use super::ask::AgreementStep;
use super::view::SpotView;

/// Whether the person at the keyboard can sign on this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export_to = "wire.ts")]
pub enum KeyState {
    /// There is no signing key here yet.
    None,
    /// There is one, and its passphrase is asked for before the next signature.
    Locked,
    /// There is one, and nothing is asked for before a signature: the system's key store has it, or its
    /// passphrase was given since the program started.
    Ready,
}

/// Who is at the keyboard.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct MeView {
    /// The person of the file; nothing until one was chosen on this computer.
    pub person: Option<String>,
    /// Their post; the name by which the computer knows them while none was chosen.
    pub name: String,
    /// What they do for a report, in words; empty if the file does not say.
    pub role: String,
    /// Whether they can sign.
    pub key: KeyState,
    /// Whether the system could keep a new key, so that it needs no passphrase.
    pub has_key_store: bool,
    /// Five groups of digits that name the key, for two people to compare; empty without one.
    pub fingerprint: String,
}

/// Where a section stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export_to = "wire.ts")]
pub enum Standing {
    /// Its author is at work.
    Drafting,
    /// It waits for its lead.
    Submitted,
    /// Its lead asks for more.
    Returned,
    /// It is agreed to as it reads now.
    SignedOff,
    /// The clerk lets it go to committee without.
    Excepted,
    /// It was agreed to and has changed since.
    Lapsed,
    /// There is a signature that is not what it says.
    Forged,
}

/// Where a section stands, and what can be done.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct StandingView {
    /// Where.
    pub standing: Standing,
    /// The same in words, such as “Signed off by Director, Learning on 14 October 2026 at 11:20”.
    pub sentence: String,
    /// More that is worth knowing: the reason of an exception, what is wrong with a signature; empty
    /// if there is nothing.
    pub detail: String,
    /// What the person at the keyboard can do with it.
    pub steps: Vec<AgreementStep>,
    /// Whether there is a sign-off to compare it with.
    pub was_signed: bool,
}

/// A section and its agreement.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct SectionAgreement {
    /// The section.
    pub section: String,
    /// Its number and heading, or words for its kind.
    pub title: String,
    /// How many sections it stands in.
    pub depth: usize,
    /// Where it stands.
    #[serde(flatten)]
    pub standing: StandingView,
    /// The post that writes it; empty if it has none.
    pub author: String,
    /// The post whose sign-off it needs, in words.
    pub signer: String,
    /// Comments that are not settled.
    pub open_comments: usize,
    /// Comments of others that the person at the keyboard has not seen.
    pub unread: usize,
}

/// A day by which something is to be done.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct DueView {
    /// The report's field, such as `draft_due`.
    pub field: String,
    /// What is to be done, in words.
    pub label: String,
    /// The day as it is typed; empty if it is not set.
    pub typed: String,
    /// The day in words, and how far off it is; empty if it is not set.
    pub words: String,
    /// Whether it is past and something is still to be done.
    pub overdue: bool,
}

/// The agreement to a whole report.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct AgreementView {
    /// Its sections in reading order, those that the paper prints.
    pub sections: Vec<SectionAgreement>,
    /// How many are signed off or excepted.
    pub agreed: usize,
    /// The days that lead up to the meeting, in order.
    pub due: Vec<DueView>,
    /// Sections that the person at the keyboard could sign now.
    pub to_sign: Vec<String>,
    /// Sections for which the person at the keyboard could record an exception.
    pub to_except: Vec<String>,
    /// What still stops a final paper, in one sentence; empty if nothing does.
    pub waits_for: String,
}

/// What kind of work waits for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export_to = "wire.ts")]
pub enum WorkKind {
    /// A section came back with a comment.
    Returned,
    /// A signature has lapsed.
    Lapsed,
    /// A section is to be written.
    ToWrite,
    /// A section is to be read and signed off.
    ToRead,
    /// An implication is to be cleared.
    ToClear,
    /// Somebody said something.
    Unread,
}

/// Something that waits for the person at the keyboard.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct WorkItem {
    /// What kind of work.
    pub kind: WorkKind,
    /// The report it is in.
    pub report: String,
    /// That report's period, in words.
    pub period: String,
    /// The section's number and heading.
    pub title: String,
    /// What is to be done, in words.
    pub sentence: String,
    /// By when, in words; empty if there is no day.
    pub due: String,
    /// Whether that day is past.
    pub overdue: bool,
    /// Where to go.
    pub spot: SpotView,
}

/// What waits for the person at the keyboard, the most pressing first.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct WorkView {
    /// Who that is.
    pub me: MeView,
    /// The work.
    pub items: Vec<WorkItem>,
}

/// A comment.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct CommentView {
    /// Its id.
    pub id: String,
    /// The field or row it is about; nothing for the section as a whole, or where that is gone.
    pub about: Option<SpotView>,
    /// The same in words; empty for the section as a whole.
    pub about_words: String,
    /// Who said it.
    pub by: String,
    /// When, in words.
    pub at: String,
    /// What it says.
    pub text: String,
    /// Whether it is settled.
    pub resolved: bool,
    /// Whether the person at the keyboard said it.
    pub own: bool,
    /// Whether the person at the keyboard has not seen it before.
    pub unread: bool,
    /// What was answered, in order.
    pub answers: Vec<CommentView>,
}

/// What was said of a section, and where it stands.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct DiscussionView {
    /// The section.
    pub section: String,
    /// Where it stands.
    #[serde(flatten)]
    pub standing: StandingView,
    /// The post whose sign-off it needs, in words.
    pub signer: String,
    /// What the row or field that was asked about is called; empty if it is not in the section.
    pub about_words: String,
    /// Comments with their answers: the open ones first, and by time.
    pub comments: Vec<CommentView>,
}

/// What became of a line since a section was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export_to = "wire.ts")]
pub enum SinceKind {
    /// It reads as it did.
    Same,
    /// It is no longer there.
    Gone,
    /// It is new.
    New,
    /// Lines that read as they did are left out here.
    Skipped,
}

/// A line of a section, then and now.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct SinceLine {
    /// What became of it.
    pub kind: SinceKind,
    /// Its words.
    pub text: String,
}

/// What has changed in a section since it was last signed.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "wire.ts")]
pub struct SinceView {
    /// Who signed, and when, in words.
    pub signed: String,
    /// The lines that changed, with those around them.
    pub lines: Vec<SinceLine>,
    /// How many lines are new or gone.
    pub count: usize,
}
