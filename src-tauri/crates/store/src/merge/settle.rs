//! Settling a conflict: an edit like any other, made by someone who has all sides before them.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use outturn_model::cell::Cell;
use outturn_model::{Edit, Entity, Place, Row};
use rusqlite::{Transaction, TransactionBehavior};

use super::conflict::{self, Conflict, Said};
use super::made::Known;
use super::policy;
use super::whole::{Whole, points_to};
use crate::changeset::{self, CellChange, RowChange, RowChangeKind};
use crate::door::{self, Author, Committed, Label, watched};
use crate::error::{Problem, StoreError};
use crate::file::Store;
use crate::history::ChangeKind;
use crate::link::{self, Draft, Link};
use crate::undo::{self, Typing};
use crate::{read, tree};

/// How a conflict is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settlement {
    /// Of a cell: what this side wrote, by its place in the list of sides.
    Take(usize),
    /// Of a cell: something else. Of a figure it is the amount.
    Text(Cell),
    /// What is shown is kept; of a row that was taken out: it is put back, and all that went with it.
    Keep,
    /// Of a row that was taken out: it is left out, and what was done to it elsewhere with it.
    LeaveOut,
}

impl Store {
    /// Settles a conflict, here and in every copy that learns of it. Leaving a row out puts it back
    /// and takes it out again, so that undo can put it back.
    ///
    /// # Errors
    /// [`Problem::NotOpen`] if the conflict has been settled or changed since it was listed, or
    /// cannot be settled so; otherwise as [`Store::transact`]. Nothing is changed then.
    pub fn settle(
        &mut self,
        by: &Author,
        label: &Label,
        conflict: &Conflict,
        settlement: &Settlement,
    ) -> Result<Committed, StoreError> {
        let done = self.writable().and_then(|conn| {
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if !conflict::open(&tx)?.contains(conflict) {
                return Err(Problem::NotOpen);
            }
            let committed = match conflict.place.field {
                Some(field) => write(&tx, by, label, conflict, field, settlement)?,
                None => restore(&tx, by, label, &conflict.place, settlement)?,
            };
            tx.commit()?;
            Ok(committed)
        });
        self.guard(done)
    }
}

/// Writes a register. Where it holds that already, the change says so of one of its cells.
fn write(
    tx: &Transaction,
    by: &Author,
    label: &Label,
    conflict: &Conflict,
    field: &'static str,
    settlement: &Settlement,
) -> Result<Committed, Problem> {
    let Place { entity, row, .. } = &conflict.place;
    let moved = (*entity, field) == (Entity::Section, "parent") && conflict.base.is_none();
    let cells = match settlement {
        Settlement::Keep => Vec::new(),
        Settlement::Take(side) => match conflict.sides.get(*side) {
            Some(side) if side.place == conflict.place || !moved => match &side.said {
                Said::Cells(cells) => cells.clone(),
                Said::Removed | Said::Changed => return Err(Problem::NotOpen),
            },
            _ => return Err(Problem::NotOpen),
        },
        Settlement::Text(to) => {
            let (column, _) = entity.field(field).ok_or(Problem::NotOpen)?;
            let fields = policy::register(*entity, column).into_iter();
            let named = fields.filter_map(|column| entity.fields().get(column));
            named
                .map(|named| (named.name, to.clone().filter(|_| named.name == field)))
                .collect()
        }
        Settlement::LeaveOut => return Err(Problem::NotOpen),
    };
    let set = |(field, to): (&'static str, Cell)| Edit::Set {
        entity: *entity,
        row: row.clone(),
        field,
        to,
    };
    let edits: Vec<Edit> = cells.into_iter().map(set).collect();
    let mut rows = watched(tx, |tx| {
        edits.iter().try_for_each(|edit| door::make(tx, edit))
    })?;
    tree::check(tx, &rows)?;
    if rows.is_empty() {
        rows.push(confirmed(tx, &conflict.place, field)?);
    }
    let (link, rows) = record(tx, by, label, rows)?;
    Ok(Committed::of(&link, rows))
}

/// A change that writes what a cell holds.
fn confirmed(tx: &Transaction, place: &Place, field: &'static str) -> Result<RowChange, Problem> {
    let (column, _) = place.entity.field(field).ok_or(Problem::NotOpen)?;
    let row = read::row(tx, place.entity, &place.row)?.ok_or(Problem::NotOpen)?;
    let holds = row.cells.get(column).cloned().flatten();
    Ok(RowChange {
        entity: place.entity,
        row: place.row.clone(),
        kind: RowChangeKind::Update,
        cells: vec![CellChange {
            field,
            before: holds.clone(),
            after: holds,
        }],
    })
}

/// Puts back a row that was taken out, with all that went with it, and if it is to be left out, takes
/// it out again: now by someone who knows what else was done to it.
fn restore(
    tx: &Transaction,
    by: &Author,
    label: &Label,
    place: &Place,
    settlement: &Settlement,
) -> Result<Committed, Problem> {
    if !matches!(settlement, Settlement::Keep | Settlement::LeaveOut) {
        return Err(Problem::NotOpen);
    }
    let back = {
        let known = Known::read(tx)?;
        let whole = Whole::weigh(&known.lineage, known.events(tx)?);
        let root = whole
            .place_of(place.entity, place.row.as_str())
            .ok_or(Problem::NotOpen)?;
        rows_back(&whole, root)
    };
    let rows = watched(tx, |tx| {
        tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        back.iter()
            .try_for_each(|(entity, row)| changeset::insert(tx, *entity, row))
    })?;
    if rows.is_empty() {
        return Err(Problem::NotOpen);
    }
    tree::check(tx, &rows)?;
    let (mut link, mut done) = record(tx, by, label, rows)?;
    if *settlement == Settlement::LeaveOut {
        let remove = Edit::Remove {
            entity: place.entity,
            row: place.row.clone(),
        };
        let rows = watched(tx, |tx| door::make(tx, &remove))?;
        let (last, rows) = record(tx, by, label, rows)?;
        link = last;
        done.extend(rows);
    }
    Ok(Committed::of(&link, done))
}

/// The rows that come back with a row that was taken out, as their registers say.
fn rows_back(whole: &Whole, root: usize) -> Vec<(Entity, Row)> {
    let mut changes: BTreeSet<usize> = whole.rows[root].deletes.iter().copied().collect();
    let kept = whole.kept().remove(&root).unwrap_or_default();
    for at in &kept.rows {
        changes.extend(&whole.rows[*at].deletes);
    }
    let goes_with = |at: &usize| {
        let told = &whole.rows[*at];
        !told.present
            && told.deletes.iter().any(|by| changes.contains(by))
            && whole.root(*at) == root
    };
    let mut back: BTreeSet<usize> = (0..whole.rows.len()).filter(goes_with).collect();
    back.insert(root);
    // What is hidden now and hangs under the same row will be shown with it.
    let will_be = |back: &BTreeSet<usize>, at: usize| {
        whole.shown[at] || back.contains(&at) || (whole.rows[at].present && whole.root(at) == root)
    };
    loop {
        let hangs = |at: &usize| {
            whole
                .needs(*at)
                .iter()
                .all(|needed| needed.at.is_some_and(|above| will_be(&back, above)))
        };
        let left: Vec<usize> = back.iter().copied().filter(|at| !hangs(at)).collect();
        if left.is_empty() {
            break;
        }
        left.iter().for_each(|at| {
            back.remove(at);
        });
    }
    let mut rows: Vec<(Entity, Row)> = back
        .iter()
        .map(|at| {
            let told = &whole.rows[*at];
            let mut cells = told.cells.clone();
            for (cell, field) in cells.iter_mut().zip(told.entity.fields()) {
                let to = points_to(field, cell.as_deref());
                let to = to.map(|(to, id)| whole.place_of(to, id));
                if to.is_some_and(|to| !to.is_some_and(|to| will_be(&back, to))) {
                    *cell = None;
                }
            }
            let id = told.id.clone();
            (told.entity, Row { id, cells })
        })
        .collect();
    straighten(&mut rows);
    rows
}

/// Puts sections at the top that would come back standing in each other.
fn straighten(rows: &mut [(Entity, Row)]) {
    let Some((column, _)) = Entity::Section.field("parent") else {
        return;
    };
    for at in 0..rows.len() {
        let mut above = rows[at].1.cells.get(column).cloned().flatten();
        if rows[at].0 != Entity::Section {
            continue;
        }
        for _ in 0..rows.len() {
            let Some(id) = above.take() else { break };
            if id == rows[at].1.id.as_str() {
                rows[at].1.cells[column] = None;
                break;
            }
            let parent = rows
                .iter()
                .find(|(entity, row)| *entity == Entity::Section && row.id.as_str() == id);
            above = parent.and_then(|(_, row)| row.cells.get(column).cloned().flatten());
        }
    }
}

/// Writes a change that was made, and what it shows or hides besides.
fn record(
    tx: &Transaction,
    by: &Author,
    label: &Label,
    rows: Vec<RowChange>,
) -> Result<(Link, Vec<RowChange>), Problem> {
    let last = link::last(tx)?;
    // Each is a step of its own, however quickly it follows another.
    let never = Typing {
        pause: TimeDelta::seconds(-1),
        longest: TimeDelta::zero(),
    };
    let (under, step) = undo::stacked(tx, last.as_ref(), by, label.key, &rows, never)?;
    let draft = Draft {
        under,
        step,
        ..Draft::new(ChangeKind::Edit, label, by)
    };
    door::record(tx, last.as_ref(), draft, rows)
}
