//! Leaving early history out.
//!
//! The changes up to a moment give way to one that puts in the content as they left it, under the
//! number and the hash of the last of them. What came later follows from it as before, so copies that
//! knew of all of it go on coming together with this one. Of what is left out, the hashes are kept: a
//! copy that knew of less is told from a file of another directorate, and what is known is passed
//! over. The content is what it was, sign-offs, comments and keys among it.

use std::path::Path;

use outturn_model::{Entity, Row, RowId};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::appear::{appear, beside};
use crate::changeset::{CellChange, RowChange, RowChangeKind};
use crate::door::Author;
use crate::error::{Doing, Problem, StoreError};
use crate::file::{Store, connect};
use crate::history::{ChangeId, ChangeKind, damaged};
use crate::link;
use crate::lock::Moment;
use crate::merge::{self, Forgotten, Known};
use crate::past;
use crate::seal::Seal;
use crate::verify;

/// A hash of a change.
type Hash = [u8; 32];

/// The catalogue key of the words for the change that stands for what was left out.
const LABEL: &str = "edit-thinned";

/// What was left out of a file's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thinned {
    /// The change that stands for what was left out: the first that the file has.
    pub base: ChangeId,
    /// How many changes were left out in all, that one among them.
    pub changes: u64,
    /// Who left them out last.
    pub person: String,
    /// When.
    pub at: Moment,
}

/// What a file keeps of its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// How many changes, without the one that stands for others.
    pub changes: u64,
    /// When the first of them was made; nothing if there are none.
    pub since: Option<Moment>,
    /// What was left out before them; nothing if all of history is there.
    pub thinned: Option<Thinned>,
}

impl Store {
    /// Leaves out of history what was done before a moment, or as much of that as can be. Nothing
    /// that came in from other copies is left without what it follows from, and no step of undo is
    /// cut in two, so the end may be earlier. Gives how many changes were left out.
    ///
    /// # Errors
    /// [`Problem::Undecided`] while conflicts are open; [`Problem::CannotThin`] if what people did
    /// apart before the moment still decides what the file holds. Otherwise why the file could not be
    /// written. Nothing is changed then.
    pub fn thin(&mut self, by: &Author, before: Moment) -> Result<u64, StoreError> {
        let done = self
            .writable()
            .and_then(|conn| thin(conn, by, Some(before)));
        self.guard(done)
    }

    /// How many changes [`Store::thin`] would leave out at most.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn thinnable(&self, before: Moment) -> Result<u64, StoreError> {
        let count = end(&self.conn, Some(before)).and_then(|end| match end {
            None => Ok(0),
            Some(end) => {
                let left = Left::new(Known::read(&self.conn)?, end);
                Ok(count(&left.hashes(), thinned(&self.conn)?.as_ref()))
            }
        });
        self.guard(count)
    }

    /// The hash of the first change of all, which tells a file and its copies from every other; nothing
    /// in a file that was never changed.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn origin(&self) -> Result<Option<[u8; 32]>, StoreError> {
        self.guard(origin(&self.conn))
    }

    /// What this file keeps of its history, and what was left out of it.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn kept(&self) -> Result<Kept, StoreError> {
        self.guard(kept(&self.conn))
    }

    /// Writes a copy of the file that has its content and none of its history to a new file. Works on
    /// a file that is only read, too. Changes made in it can be brought in here.
    ///
    /// # Errors
    /// As [`Store::thin`]; about the copy: [`Problem::Exists`] if there is a file of that name;
    /// otherwise why it cannot be written. There is none then.
    pub fn copy_without_history(&self, path: &Path, by: &Author) -> Result<(), StoreError> {
        let copy = || -> Result<(), Problem> {
            let (target, temporary) = beside(path)?;
            let name = temporary.to_str().ok_or(Problem::Failed {
                detail: path.display().to_string(),
            })?;
            self.conn.execute("VACUUM INTO ?1", [name])?;
            let mut conn = connect(&temporary, self.key.as_ref())?;
            conn.pragma_update(None, "journal_mode", "MEMORY")?;
            thin(&mut conn, by, None)?;
            conn.close().map_err(|(_, error)| error)?;
            appear(temporary, &target)
        };
        copy().map_err(|problem| StoreError::new(path, Doing::Making, problem))
    }
}

fn kept(conn: &Connection) -> Result<Kept, Problem> {
    let thinned = thinned(conn)?;
    let base = thinned.as_ref().map_or(0, |thinned| thinned.base.0);
    let (changes, since): (i64, Option<String>) = conn.query_row(
        r#"SELECT count(*), (SELECT "at" FROM "change" WHERE "id" > ?1 ORDER BY "id" LIMIT 1)
           FROM "change" WHERE "id" > ?1"#,
        [base],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let since = since.map(|at| Moment::parse_from_rfc3339(&at));
    Ok(Kept {
        changes: u64::try_from(changes).unwrap_or_default(),
        since: since.transpose().map_err(|_| damaged(base + 1))?,
        thinned,
    })
}

fn thinned(conn: &Connection) -> Result<Option<Thinned>, Problem> {
    let found = conn
        .query_row(
            r#"SELECT "base", "changes", "person", "at" FROM "thinned""#,
            [],
            |row| {
                let at: String = row.get(3)?;
                Ok((row.get(0)?, row.get::<_, i64>(1)?, row.get(2)?, at))
            },
        )
        .optional()?;
    found
        .map(|(base, changes, person, at)| {
            Ok(Thinned {
                base: ChangeId(base),
                changes: u64::try_from(changes).map_err(|_| damaged(base))?,
                person,
                at: Moment::parse_from_rfc3339(&at).map_err(|_| damaged(base))?,
            })
        })
        .transpose()
}

/// The number of the first change that a file has: of the one that stands for what was left out,
/// where something was.
pub(crate) fn base(conn: &Connection) -> Result<Option<i64>, Problem> {
    Ok(thinned(conn)?.map(|thinned| thinned.base.0))
}

/// The hash of the first change of all, which all copies have in common, where it was left out.
pub(crate) fn root(conn: &Connection) -> Result<Option<Hash>, Problem> {
    let mut statement = conn.prepare_cached(r#"SELECT "root" FROM "thinned""#)?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?)
}

/// The hash of the first change of all.
fn origin(conn: &Connection) -> Result<Option<Hash>, Problem> {
    if let Some(root) = root(conn)? {
        return Ok(Some(root));
    }
    let first = r#"SELECT "chain" FROM "change" ORDER BY "id" LIMIT 1"#;
    Ok(conn.query_row(first, [], |row| row.get(0)).optional()?)
}

/// The changes that were left out.
pub(crate) fn forgotten(conn: &Connection) -> Result<Forgotten, Problem> {
    let mut statement = conn.prepare(r#"SELECT "chain", "whole" FROM "thinned_change""#)?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Forgotten(found.collect::<Result<_, _>>()?))
}

fn thin(conn: &mut Connection, by: &Author, before: Option<Moment>) -> Result<u64, Problem> {
    if merge::are_open(conn)? {
        return Err(Problem::Undecided);
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let Some(end) = end(&tx, before)? else {
        return Ok(0);
    };
    let count = cut(&tx, by, end)?;
    // What was left out may have decided something that what is left decides otherwise.
    if verify::first_broken_change(&tx)?.is_some() || !merge::is_sound(&tx)? {
        return Err(Problem::CannotThin);
    }
    tx.commit()?;
    // Until then the words that were left out lie in pages that are free.
    conn.execute_batch("VACUUM")?;
    Ok(count)
}

/// Puts one change in the place of those up to `end`. Gives how many it stands for that stood there
/// until now.
fn cut(conn: &Connection, by: &Author, end: i64) -> Result<u64, Problem> {
    let last = link::named(conn, Some(end))?;
    let content = content(conn, end, last.content)?;
    let left = Left::new(Known::read(conn)?, end);
    let hashes = left.hashes();
    let held = thinned(conn)?;
    let first = origin(conn)?.unwrap_or_default();
    let count = count(&hashes, held.as_ref());
    let in_all = held.map_or(0, |held| held.changes) + count;
    conn.execute(
        r#"INSERT OR REPLACE INTO "thinned" VALUES (1, ?1, ?2, ?3, ?4, ?5)"#,
        (
            first,
            end,
            i64::try_from(in_all).unwrap_or(i64::MAX),
            &by.person,
            by.at.to_rfc3339(),
        ),
    )?;
    {
        let mut forget =
            conn.prepare(r#"INSERT OR REPLACE INTO "thinned_change" VALUES (?1, ?2)"#)?;
        let mut unjoin = conn.prepare(r#"DELETE FROM "joined" WHERE "of" = ?1"#)?;
        // What knew of all that was left out before may not know of what is left out now.
        if left.newest != [0] {
            conn.execute(r#"UPDATE "thinned_change" SET "whole" = 0"#, [])?;
        }
        for place in &left.places {
            let hash = &left.known.lineage.node(*place).hash;
            unjoin.execute([hash])?;
            if *hash != last.chain {
                forget.execute((hash, left.is_whole(*place)))?;
            }
        }
    }
    conn.execute(
        r#"DELETE FROM "brought_cell"
           WHERE "change" IN (SELECT "id" FROM "brought" WHERE "came" <= ?1)"#,
        [end],
    )?;
    conn.execute(r#"DELETE FROM "brought" WHERE "came" <= ?1"#, [end])?;
    conn.execute(
        r#"DELETE FROM "change_cell" WHERE "id" <= ?1"#,
        [link::cell_ids(end).end()],
    )?;
    conn.execute(r#"DELETE FROM "change" WHERE "id" < ?1"#, [end])?;
    conn.execute(
        r#"UPDATE "change" SET "kind" = ?2, "label" = ?3, "place" = NULL, "person" = ?4,
               "step" = "id", "of" = NULL, "under" = NULL
           WHERE "id" = ?1"#,
        (end, link::kind_word(ChangeKind::Import), LABEL, &by.person),
    )?;
    link::write_cells(conn, end, &content)?;
    Ok(count)
}

/// The content as a change left it, as the rows of one change that puts it in.
fn content(conn: &Connection, end: i64, seal: Seal) -> Result<Vec<RowChange>, Problem> {
    let put_in = |((entity, id), row): ((Entity, RowId), Row)| RowChange {
        entity,
        row: id,
        kind: RowChangeKind::Insert,
        cells: entity
            .fields()
            .iter()
            .zip(row.cells)
            .filter(|(_, after)| after.is_some())
            .map(|(field, after)| CellChange {
                field: field.name,
                before: None,
                after,
            })
            .collect(),
    };
    let rows = past::rows_at(conn, end, seal)?;
    Ok(rows.into_iter().map(put_in).collect())
}

/// The last change that can be left out of those before a moment, or of all; nothing if there are
/// none to leave out.
fn end(conn: &Connection, before: Option<Moment>) -> Result<Option<i64>, Problem> {
    let mut end = 0;
    let mut own = Vec::new();
    let mut open = true;
    link::each(conn, |link| {
        open &= before.is_none_or(|before| link.at < before);
        if open {
            end = link.id;
        }
        own.push((link.id, link.step, link.kind));
        Ok(())
    })?;
    let mut known = Known::read(conn)?;
    // Until what is kept can be without what is left out, the end moves back.
    loop {
        let torn = own.iter().find(|(id, step, _)| *id > end && *step <= end);
        if let Some((_, step, _)) = torn {
            end = step - 1;
            continue;
        }
        // Other copies need not know of a bring-in here, in which nobody did anything, and what
        // follows from it could not go to them without it.
        let brings = |(id, _, kind): &(i64, i64, ChangeKind)| {
            *id == end && *kind == ChangeKind::BringIn && before.is_some()
        };
        if own.iter().any(brings) {
            end -= 1;
            continue;
        }
        let left = Left::new(known, end);
        let back = left.back();
        known = left.known;
        match back {
            Some(back) => end = back,
            None => break,
        }
    }
    let base = base(conn)?;
    Ok((end > base.unwrap_or_default()).then_some(end))
}

/// What would be left out: the changes up to one of the file's own, and those that came with them.
struct Left {
    known: Known,
    end: i64,
    /// Their places in the lineage.
    places: Vec<usize>,
    /// Of those that are somebody's doing, the ones that no other knew of.
    newest: Vec<usize>,
}

impl Left {
    fn new(known: Known, end: i64) -> Self {
        let places: Vec<usize> = (0..known.lineage.len())
            .filter(|place| known.came[*place] <= end)
            .collect();
        let somebodys = places
            .iter()
            .copied()
            .filter(|place| known.lineage.node(*place).kind != ChangeKind::BringIn);
        Self {
            newest: known.lineage.newest(somebodys),
            known,
            end,
            places,
        }
    }

    fn hashes(&self) -> Vec<Hash> {
        let lineage = &self.known.lineage;
        let hashes = self.places.iter().map(|place| lineage.node(*place).hash);
        hashes.collect()
    }

    /// Whether the author of one of them knew of all that is somebody's doing.
    fn is_whole(&self, place: usize) -> bool {
        let lineage = &self.known.lineage;
        let knew = |other: &usize| *other == place || lineage.knows(place, *other);
        self.newest.iter().all(knew)
    }

    /// How far back the end has to be for a change that is kept and can do without none of what it
    /// follows from; nothing if there is no such change.
    fn back(&self) -> Option<i64> {
        let (lineage, came) = (&self.known.lineage, &self.known.came);
        let is_left = |place: &usize| came[*place] <= self.end;
        (0..lineage.len())
            .filter(|place| !is_left(place))
            .find_map(|place| {
                let node = lineage.node(place);
                let parents = || node.before.iter().chain(&node.joined);
                let stays = |parent: &usize| {
                    !is_left(parent)
                        || Some(lineage.node(*parent).hash) == self.base()
                        || self.is_whole(*parent)
                };
                if parents().any(stays) {
                    return None;
                }
                let until = |parent: &usize| match self.known.is_own(*parent) {
                    true => came[*parent],
                    false => came[*parent] - 1,
                };
                parents().map(until).max()
            })
    }

    /// The hash of the change that would stand for them.
    fn base(&self) -> Option<Hash> {
        let own =
            |place: &&usize| self.known.is_own(**place) && self.known.came[**place] == self.end;
        let base = self.places.iter().find(own)?;
        Some(self.known.lineage.node(*base).hash)
    }
}

/// How many changes are left out with these, beside those that were before: the change that stands for
/// those is one of these.
fn count(hashes: &[Hash], held: Option<&Thinned>) -> u64 {
    (hashes.len() - usize::from(held.is_some())) as u64
}
