//! A changes file: changes on their way from one copy to another.
//!
//! It is lines of JSON: what it is, then a change a line, each after those it follows from, and last
//! a digest of all lines before, which shows a file that was cut off or damaged on its way.

use std::collections::HashSet;

use outturn_model::{Entity, Message, Place, RowId};
use serde::{Deserialize, Serialize};

use super::conflict::{from_hex, to_hex};
use super::lineage::Hash;
use super::made::Made;
use crate::changeset::{CellChange, RowChange};
use crate::header::FORMAT;
use crate::history::ChangeKind;
use crate::link::{Link, kind_of, kind_word, row_kind_of, row_kind_word};
use crate::lock::Moment;
use crate::seal::Seal;

/// Changes of one copy, to be brought into another.
#[derive(Debug, Clone)]
pub struct Changes {
    /// The hash of the first change of all: the same in every copy of a file.
    pub(crate) root: Hash,
    /// Each after those it follows from.
    pub(crate) made: Vec<Made>,
}

/// Why changes cannot be brought in. Nothing is changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangesFault {
    /// It is no changes file.
    NotChanges,
    /// It was written by a newer version of the program.
    Newer {
        /// Its format.
        found: u32,
        /// The newest format this program knows.
        known: u32,
    },
    /// Its end is missing.
    Truncated,
    /// It is not what was written.
    Tampered,
    /// It comes from a file that is no copy of this one.
    OtherDirectorate,
    /// It follows from changes that are not known here.
    EarlierMissing,
    /// It follows from changes that were left out of the history of this file.
    Thinned,
    /// A change in it is none that the program could have made.
    DoesNotFit {
        /// The row it is about.
        place: Place,
    },
}

impl ChangesFault {
    /// The sentence to show.
    pub fn message(&self) -> Message {
        match self {
            Self::NotChanges => Message::new("store-changes-not-changes"),
            Self::Newer { found, known } => Message::new("store-changes-newer")
                .with("found", found.to_string())
                .with("known", known.to_string()),
            Self::Truncated => Message::new("store-changes-truncated"),
            Self::Tampered => Message::new("store-changes-tampered"),
            Self::OtherDirectorate => Message::new("store-changes-other-directorate"),
            Self::EarlierMissing => Message::new("store-changes-earlier-missing"),
            Self::Thinned => Message::new("store-changes-thinned"),
            Self::DoesNotFit { place } => {
                Message::new("store-changes-does-not-fit").with("place", place.to_string())
            }
        }
    }
}

/// The first line.
#[derive(Serialize, Deserialize)]
struct First {
    /// The format of the content whose changes these are.
    outturn_changes: u32,
    root: String,
}

/// The last line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Last {
    digest: String,
}

/// A line between them.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    hash: String,
    before: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    joined: Vec<String>,
    number: i64,
    kind: String,
    label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    person: String,
    at: String,
    step: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    under: Option<i64>,
    content: String,
    rows: Vec<LineRow>,
}

/// What was done, the table, the row, and each cell: its field, and what it held before and after.
type LineRow = (String, String, String, Vec<LineCell>);
type LineCell = (String, Option<String>, Option<String>);

impl Changes {
    /// How many changes there are.
    pub fn len(&self) -> usize {
        self.made.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.made.is_empty()
    }

    /// Whether people did anything in them; otherwise copies were only brought together.
    pub fn are_news(&self) -> bool {
        let mut kinds = self.made.iter().map(|made| made.link.kind);
        kinds.any(|kind| kind != ChangeKind::BringIn)
    }

    /// The newest of them: those that no other of them follows from. Who knows these knows all.
    pub fn tips(&self) -> Vec<[u8; 32]> {
        let followed: HashSet<Hash> = self
            .made
            .iter()
            .flat_map(|made| made.before.iter().chain(&made.joined).copied())
            .collect();
        let all = self.made.iter().map(|made| made.link.chain);
        all.filter(|chain| !followed.contains(chain)).collect()
    }

    /// Reads a changes file.
    ///
    /// # Errors
    /// Why it is not one that this program wrote, whole and unchanged.
    pub fn read(bytes: &[u8]) -> Result<Self, ChangesFault> {
        let first_end = bytes.iter().position(|byte| *byte == b'\n');
        let head = first_end.map_or(bytes, |end| &bytes[..end]);
        let first: First = serde_json::from_slice(head).map_err(|_| ChangesFault::NotChanges)?;
        if first.outturn_changes > FORMAT {
            return Err(ChangesFault::Newer {
                found: first.outturn_changes,
                known: FORMAT,
            });
        }
        let body = bytes.strip_suffix(b"\n").ok_or(ChangesFault::Truncated)?;
        let last_begins = body
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map(|end| end + 1);
        let last_begins = last_begins.ok_or(ChangesFault::Truncated)?;
        let last: Last =
            serde_json::from_slice(&body[last_begins..]).map_err(|_| ChangesFault::Truncated)?;
        if last.digest != to_hex(&blake3::hash(&bytes[..last_begins]).into()) {
            return Err(ChangesFault::Tampered);
        }
        let lines = &bytes[head.len() + 1..last_begins];
        let lines = lines.split_inclusive(|byte| *byte == b'\n');
        Ok(Self {
            root: from_hex(&first.root).ok_or(ChangesFault::Tampered)?,
            made: lines
                .map(|line| {
                    let line = serde_json::from_slice(line).ok();
                    line.and_then(made).ok_or(ChangesFault::Tampered)
                })
                .collect::<Result<_, _>>()?,
        })
    }

    /// The bytes of a changes file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let first = First {
            outturn_changes: FORMAT,
            root: to_hex(&self.root),
        };
        let mut bytes = json(&first);
        for made in &self.made {
            bytes.extend(json(&line(made)));
        }
        let digest = to_hex(&blake3::hash(&bytes).into());
        bytes.extend(json(&Last { digest }));
        bytes
    }
}

fn json(line: &impl Serialize) -> Vec<u8> {
    // Text and numbers always have a form in JSON.
    let mut bytes = serde_json::to_vec(line).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn line(made: &Made) -> Line {
    let link = &made.link;
    Line {
        hash: to_hex(&link.chain),
        before: made.before.as_ref().map(to_hex),
        joined: made.joined.iter().map(to_hex).collect(),
        number: link.id,
        kind: kind_word(link.kind).to_owned(),
        label: link.label.clone(),
        place: link.place.clone(),
        person: link.person.clone(),
        at: link.at.to_rfc3339(),
        step: link.step,
        of: link.of,
        under: link.under,
        content: to_hex(&link.content.to_bytes()),
        rows: made.rows.iter().map(line_row).collect(),
    }
}

fn line_row(row: &RowChange) -> LineRow {
    let cell = |cell: &CellChange| {
        (
            cell.field.to_owned(),
            cell.before.clone(),
            cell.after.clone(),
        )
    };
    (
        row_kind_word(row.kind).to_owned(),
        row.entity.table().to_owned(),
        row.row.as_str().to_owned(),
        row.cells.iter().map(cell).collect(),
    )
}

/// The change that a line says, if it is one.
fn made(line: Line) -> Option<Made> {
    let at = Moment::parse_from_rfc3339(&line.at).ok()?;
    if line
        .place
        .as_deref()
        .is_some_and(|place| Place::parse(place).is_none())
    {
        return None;
    }
    let before = match line.before {
        Some(before) => Some(from_hex(&before)?),
        None => None,
    };
    Some(Made {
        before,
        joined: line
            .joined
            .iter()
            .map(|hash| from_hex(hash))
            .collect::<Option<_>>()?,
        rows: line.rows.into_iter().map(row).collect::<Option<_>>()?,
        link: Link {
            id: line.number,
            kind: kind_of(&line.kind)?,
            label: line.label,
            place: line.place,
            person: line.person,
            at,
            step: line.step,
            of: line.of,
            under: line.under,
            content: Seal::from_bytes(from_hex(&line.content)?),
            chain: from_hex(&line.hash)?,
        },
    })
}

fn row((kind, table, id, cells): LineRow) -> Option<RowChange> {
    let entity = Entity::from_table(&table)?;
    let cell = |(field, before, after): LineCell| {
        let (_, field) = entity.field(&field)?;
        Some(CellChange {
            field: field.name,
            before,
            after,
        })
    };
    Some(RowChange {
        entity,
        row: RowId::parse(&id).ok()?,
        kind: row_kind_of(&kind)?,
        cells: cells.into_iter().map(cell).collect::<Option<_>>()?,
    })
}
