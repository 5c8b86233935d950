//! Whether a file is what it was written as: its content, and its history.

use std::collections::HashMap;

use outturn_model::{Entity, Message, Row, RowId};
use rusqlite::Connection;

use crate::changeset::{RowChange, RowChangeKind};
use crate::error::{Part, Problem, StoreError};
use crate::file::Store;
use crate::history::{self, ChangeKind};
use crate::link;
use crate::merge;
use crate::read::{self, Scope};
use crate::seal::Seal;
use crate::thin;

/// Something a file is not what it was written as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// SQLite finds its structure broken.
    Structure {
        /// What it says. It is in no sentence.
        detail: String,
    },
    /// A row points to one that is not there.
    Reference {
        /// The table of the row.
        table: String,
        /// The table it points to.
        to: String,
    },
    /// A row does not fit its table.
    Row {
        /// Which row, such as `measure/ni-056`.
        row: String,
    },
    /// The content is not what the last change left.
    Content,
    /// A change in history is not what was written, or does not follow from the one before.
    Change {
        /// Its number.
        change: i64,
    },
    /// A change of another copy that came with one of this file is not what was written.
    Brought {
        /// The number of the one it came with.
        change: i64,
    },
    /// The content, or the list of conflicts, is not what the changes of all copies lead to.
    Merged,
}

impl Fault {
    /// The sentence to show.
    pub fn message(&self) -> Message {
        match self {
            Self::Structure { .. } => Message::new("store-fault-structure"),
            Self::Reference { table, to } => Message::new("store-fault-reference")
                .with("table", table.as_str())
                .with("to", to.as_str()),
            Self::Row { row } => Message::new("store-fault-row").with("row", row.as_str()),
            Self::Content => Message::new("store-fault-content"),
            Self::Change { change } => {
                Message::new("store-fault-change").with("change", change.to_string())
            }
            Self::Brought { change } => {
                Message::new("store-fault-brought").with("change", change.to_string())
            }
            Self::Merged => Message::new("store-fault-merged"),
        }
    }
}

impl Store {
    /// Checks everything that can be checked: the structure, the references, each row, the seal, and
    /// that history, followed from the first change, gives the content. An empty list is a sound
    /// file.
    ///
    /// # Errors
    /// If the file cannot be read at all.
    pub fn verify(&self) -> Result<Vec<Fault>, StoreError> {
        self.guard(faults(&self.conn))
    }

    /// The seal of the content: equal content has an equal seal.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn seal(&self) -> Result<Seal, StoreError> {
        self.guard(recorded(&self.conn))
    }
}

/// Checks that the content is what the last change left.
pub(crate) fn seal(conn: &Connection) -> Result<(), Problem> {
    if counted(conn)? == recorded(conn)? {
        Ok(())
    } else {
        Err(Problem::Altered)
    }
}

fn recorded(conn: &Connection) -> Result<Seal, Problem> {
    Ok(link::last(conn)?
        .map(|last| last.content)
        .unwrap_or_default())
}

fn counted(conn: &Connection) -> Result<Seal, Problem> {
    let mut seal = Seal::default();
    for entity in Entity::ALL {
        for row in read::rows(conn, *entity, "", [])? {
            seal.add(*entity, &row);
        }
    }
    Ok(seal)
}

fn faults(conn: &Connection) -> Result<Vec<Fault>, Problem> {
    let mut faults = Vec::new();
    let mut statement = conn.prepare("PRAGMA integrity_check(100)")?;
    let said = statement.query_map([], |row| row.get::<_, String>(0))?;
    for detail in said {
        let detail = detail?;
        if detail != "ok" {
            faults.push(Fault::Structure { detail });
        }
    }
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let mut broken = statement.query([])?;
    while let Some(row) = broken.next()? {
        faults.push(Fault::Reference {
            table: row.get(0)?,
            to: row.get(2)?,
        });
    }
    match read::book(conn, &Scope::Everything) {
        Ok(_) => {}
        Err(Problem::Damaged { part, detail }) => faults.push(match part {
            Part::Row { row } => Fault::Row { row },
            _ => Fault::Structure { detail },
        }),
        Err(other) => return Err(other),
    }
    if counted(conn)? != recorded(conn)? {
        faults.push(Fault::Content);
    }
    faults.extend(first_broken_change(conn)?.map(|change| Fault::Change { change }));
    let (broken, follows) = merge::check(conn)?;
    faults.extend(broken.map(|change| Fault::Brought { change }));
    if !follows {
        faults.push(Fault::Merged);
    }
    Ok(faults)
}

/// Follows history from an empty file, and gives the first change that is not what was written. Where
/// early changes were left out, the one that stands for them has the hash of the last of them, which
/// nobody can work out again; what it put in is checked by its seal.
pub(crate) fn first_broken_change(conn: &Connection) -> Result<Option<i64>, Problem> {
    let mut content = Replay::default();
    let mut last = None;
    let base = thin::base(conn)?;
    let mut expected = base.unwrap_or(1);
    let mut broken = None;
    link::each(conn, |link| {
        if broken.is_some() {
            return Ok(());
        }
        let sound = match history::rows(conn, link.id, None, usize::MAX) {
            Err(Problem::Damaged { .. }) => false,
            Err(other) => return Err(other),
            Ok(rows) => {
                let joined = match link.kind {
                    ChangeKind::BringIn => link::joined(conn, &link.chain)?,
                    _ => Vec::new(),
                };
                link.id == expected
                    && (base == Some(link.id)
                        || link::chain(last, &link, &rows, &joined) == link.chain)
                    && rows.iter().all(|row| content.follow(row))
                    && content.seal == link.content
            }
        };
        if !sound {
            broken = Some(expected);
        }
        last = Some(link.chain);
        expected += 1;
        Ok(())
    })?;
    Ok(broken)
}

/// The content as history tells it.
#[derive(Default)]
pub(crate) struct Replay {
    pub(crate) rows: HashMap<(Entity, RowId), Row>,
    pub(crate) seal: Seal,
}

impl Replay {
    /// Makes one row's change, if it fits what is there.
    pub(crate) fn follow(&mut self, change: &RowChange) -> bool {
        let entity = change.entity;
        let key = (entity, change.row.clone());
        let old = self.rows.remove(&key);
        if old.is_some() == (change.kind == RowChangeKind::Insert) {
            return false;
        }
        let mut row = old.unwrap_or_else(|| Row {
            id: change.row.clone(),
            cells: vec![None; entity.fields().len()],
        });
        if change.kind != RowChangeKind::Insert {
            self.seal.subtract(entity, &row);
        }
        for cell in &change.cells {
            let Some((column, _)) = entity.field(cell.field) else {
                return false;
            };
            if row.cells[column] != cell.before {
                return false;
            }
            row.cells[column].clone_from(&cell.after);
        }
        if change.kind == RowChangeKind::Delete {
            return row.cells.iter().all(Option::is_none);
        }
        self.seal.add(entity, &row);
        self.rows.insert(key, row);
        true
    }
}
