//! Many hands: how copies of one file come together.
//!
//! A change is known in every copy by its hash, which covers all changes before it. A copy, however
//! it was made, has the beginning of that chain in common with the others and forks by itself. What
//! other copies did is kept as it was made there, and what a file holds is a function of the set of
//! changes it knows (`whole`). So the result is the same in whatever order and however often copies
//! are brought in, and what people did apart in the same place is listed until somebody settles it.

mod changes_file;
mod conflict;
mod lineage;
mod made;
mod outside;
mod paragraphs;
mod policy;
mod registers;
mod settle;
mod take_in;
mod whole;

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use changes_file::{Changes, ChangesFault};
pub(crate) use conflict::are_open;
pub use conflict::{Conflict, Merged, Said, Side};
pub use settle::Settlement;
pub use take_in::BroughtIn;
pub(crate) use take_in::{after, is_sound};

use crate::door::Author;
use crate::error::{Problem, StoreError};
use crate::file::Store;
use crate::history::{self, Change, ChangeId};
use lineage::Hash;
pub(crate) use made::{Forgotten, Known};
use outturn_model::Place;

impl Store {
    /// What this file knows, for another copy to tell what it lacks: the newest change of each line
    /// of work, the file's own first, and behind each some earlier ones, ever further apart.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn heads(&self) -> Result<Vec<[u8; 32]>, StoreError> {
        self.guard(heads(&self.conn))
    }

    /// Whether all of these changes are known here, or were before they were left out of history.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn knows(&self, changes: &[[u8; 32]]) -> Result<bool, StoreError> {
        let known = Known::read(&self.conn).map(|known| {
            let mut each = changes.iter();
            each.all(|change| known.lineage.find(change).is_some() || known.forgotten.has(change))
        });
        self.guard(known)
    }

    /// Of some changes, those that are known here and that no other of them follows from.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn newest(&self, changes: &[[u8; 32]]) -> Result<Vec<[u8; 32]>, StoreError> {
        let newest = Known::read(&self.conn).map(|Known { lineage, .. }| {
            let known = changes.iter().filter_map(|change| lineage.find(change));
            let newest = lineage.newest(known);
            newest.into_iter().map(|at| lineage.node(at).hash).collect()
        });
        self.guard(newest)
    }

    /// The changes of this file that a copy which knows these heads lacks. Heads that are not known
    /// here say nothing.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn changes_since(&self, heads: &[[u8; 32]]) -> Result<Changes, StoreError> {
        self.guard(changes_since(&self.conn, heads))
    }

    /// All changes of this file, its own and those brought in.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn changes_all(&self) -> Result<Changes, StoreError> {
        self.changes_since(&[])
    }

    /// Brings in what other copies of this file did, as one change. What is known already is passed
    /// over; if all of it is, nothing is changed. Undo does not go back beyond it.
    ///
    /// # Errors
    /// [`Problem::Changes`] says which of them cannot be brought in, and why; otherwise why the file
    /// could not be written. Nothing is changed then.
    pub fn bring_in(&mut self, by: &Author, changes: &[Changes]) -> Result<BroughtIn, StoreError> {
        let done = self
            .writable()
            .and_then(|conn| in_memory(conn, |tx| take_in::bring_in(tx, by, changes), true));
        self.guard(done)
    }

    /// What [`Store::bring_in`] would do, without doing it.
    ///
    /// # Errors
    /// As [`Store::bring_in`].
    pub fn preview(&mut self, by: &Author, changes: &[Changes]) -> Result<BroughtIn, StoreError> {
        let bring_in = |tx: &Transaction| take_in::bring_in(tx, by, changes);
        let done = in_memory(&mut self.conn, bring_in, false);
        self.guard(done)
    }

    /// What was done apart and has to be decided, in order of place.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn conflicts(&self) -> Result<Vec<Conflict>, StoreError> {
        self.guard(conflict::open(&self.conn))
    }

    /// The changes of other copies that came with a change of this one, as they were made and
    /// numbered there, each after those it follows from.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn brought(&self, by: ChangeId) -> Result<Vec<Change>, StoreError> {
        self.guard(brought(&self.conn, by))
    }
}

/// Does work of which nothing is written to the disk before all of it is, and then only if it is to
/// be kept: to make room in between would cost as much as many commits.
fn in_memory<T>(
    conn: &mut Connection,
    work: impl FnOnce(&Transaction) -> Result<T, Problem>,
    keep: bool,
) -> Result<T, Problem> {
    conn.execute_batch("PRAGMA cache_spill = OFF")?;
    let done = (|| {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&tx)?;
        if keep {
            tx.commit()?;
        }
        Ok(done)
    })();
    conn.execute_batch("PRAGMA cache_spill = ON")?;
    done
}

/// Checks all that came from other copies: gives the first change of this file with which something
/// came that is not what was written, and whether the content follows from all changes.
pub(crate) fn check(conn: &Connection) -> Result<(Option<i64>, bool), Problem> {
    let came: bool = conn.query_row(
        r#"SELECT EXISTS (SELECT 1 FROM "brought") OR EXISTS (SELECT 1 FROM "joined")
               OR EXISTS (SELECT 1 FROM "conflict")"#,
        [],
        |row| row.get(0),
    )?;
    if !came {
        return Ok((None, true));
    }
    match made::first_broken(conn) {
        Err(Problem::Damaged { .. }) => Ok((None, false)),
        Err(other) => Err(other),
        Ok(broken) => Ok((broken, is_sound(conn)?)),
    }
}

fn heads(conn: &Connection) -> Result<Vec<Hash>, Problem> {
    let known = Known::read(conn)?;
    let lineage = &known.lineage;
    let others = lineage
        .tips()
        .iter()
        .copied()
        .filter(|tip| Some(*tip) != known.last);
    let mut heads = Vec::new();
    for tip in known.last.into_iter().chain(others) {
        let (mut at, mut step) = (Some(tip), 1);
        while let Some(place) = at {
            heads.push(lineage.node(place).hash);
            at = (0..step).try_fold(place, |place, _| lineage.node(place).before);
            step *= 2;
        }
    }
    heads.dedup();
    Ok(heads)
}

fn changes_since(conn: &Connection, heads: &[Hash]) -> Result<Changes, Problem> {
    let known = Known::read(conn)?;
    let lineage = &known.lineage;
    let heads: Vec<usize> = heads.iter().filter_map(|head| lineage.find(head)).collect();
    let heads = lineage.newest(heads);
    let lacking = |place: &usize| {
        !heads
            .iter()
            .any(|head| head == place || lineage.knows(*head, *place))
    };
    let made = (0..lineage.len())
        .filter(|place| !known.stands_for_others(*place))
        .filter(lacking)
        .map(|place| known.made(conn, place));
    Ok(Changes {
        root: known.root.unwrap_or_default(),
        made: made.collect::<Result<_, _>>()?,
    })
}

fn brought(conn: &Connection, by: ChangeId) -> Result<Vec<Change>, Problem> {
    let mut changes = Vec::new();
    for id in made::ids_brought_by(conn, by.0)? {
        let link = made::brought_link(conn, id)?;
        let rows = history::rows_in(conn, "brought_cell", id, None, usize::MAX)?;
        let unreadable = || history::damaged(by.0);
        let place = link.place.as_deref();
        changes.push(Change {
            id: ChangeId(link.id),
            kind: link.kind,
            label: link.label.clone(),
            place: place
                .map(|text| Place::parse(text).ok_or_else(unreadable))
                .transpose()?,
            person: link.person,
            at: link.at,
            of: link.of.map(ChangeId),
            cells: rows.iter().map(|row| row.cells.len()).sum(),
            rows,
        });
    }
    Ok(changes)
}

#[cfg(test)]
mod tests;
