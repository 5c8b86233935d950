//! Taking in the changes of other copies, and bringing the content to what all changes say.

use std::collections::HashSet;

use outturn_model::{Entity, Place};
use rusqlite::{Connection, Transaction};

use super::changes_file::{Changes, ChangesFault};
use super::conflict::{self, Conflict, Merged, Side};
use super::lineage::{Hash, Lineage};
use super::made::{self, Known, Made};
use super::outside;
use super::registers::Deed;
use super::whole::{Events, Whole, points_to};
use crate::changeset::{self, CellChange, RowChange, RowChangeKind};
use crate::door::{Author, Committed, Label, watched};
use crate::error::Problem;
use crate::history::{Change, ChangeId, ChangeKind};
use crate::link::{self, Draft, Link};
use crate::read;

/// What bringing in the changes of other copies came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BroughtIn {
    /// The change in this file's history, and what it did to the content; no change if all was known
    /// already.
    pub committed: Committed,
    /// What people did in the other copies that was not known here, as it was numbered there, each
    /// after those it follows from; without rows.
    pub new: Vec<Change>,
    /// The conflicts that are open now and were not before.
    pub conflicts: Vec<Conflict>,
    /// The texts that were brought together.
    pub merged: Vec<Merged>,
}

/// The words for a bring-in in history.
fn label() -> Label {
    Label::new("edit-brought-in")
}

/// Brings in what is new of some changes. Nothing is written before everything is checked.
pub(crate) fn bring_in(
    tx: &Transaction,
    by: &Author,
    files: &[Changes],
) -> Result<BroughtIn, Problem> {
    let mut known = Known::read(tx)?;
    let before = known.lineage.len();
    let new = admit(&mut known, files)?;
    if new.iter().all(|made| made.link.kind == ChangeKind::BringIn) {
        // Another copy brought in what this one has; it is no news, and need not be told back.
        return Ok(BroughtIn {
            committed: Committed::nothing(),
            new: Vec::new(),
            conflicts: Vec::new(),
            merged: Vec::new(),
        });
    }
    let mut events = known.events(tx)?;
    for (by, made) in (before..).zip(&new) {
        if made.link.kind != ChangeKind::BringIn {
            made::add_events(&mut events, by, &made.rows);
        }
    }
    for (by, made) in (before..).zip(&new) {
        check_rests(&known.lineage, &events, by, made).map_err(|fault| {
            let has = |file: &Changes| {
                file.made
                    .iter()
                    .any(|one| one.link.chain == made.link.chain)
            };
            let which = files.iter().position(has).unwrap_or_default();
            Problem::Changes { which, fault }
        })?;
    }
    let whole = Whole::weigh(&known.lineage, events);
    let mut joined: Vec<Hash> = known
        .lineage
        .newest(before..known.lineage.len())
        .into_iter()
        .map(|place| known.lineage.node(place).hash)
        .collect();
    joined.sort_unstable();
    let (link, rows) = bring_to(tx, by, &whole, &joined)?;
    made::write(tx, link.id, &new)?;
    let were_open = conflict::open(tx)?;
    let conflicts = whole.conflicts();
    conflict::write(tx, &conflicts)?;
    let is_new = |side: &Side| {
        known
            .lineage
            .find(&side.change)
            .is_some_and(|place| place >= before)
    };
    Ok(BroughtIn {
        committed: Committed::of(&link, rows),
        new: new.iter().filter_map(|made| told(made)).collect(),
        conflicts: conflicts
            .into_iter()
            .filter(|conflict| !were_open.contains(conflict))
            .collect(),
        merged: whole
            .merged()
            .into_iter()
            .filter(|merged| merged.sides.iter().any(is_new))
            .collect(),
    })
}

/// Checks each change by itself and that it follows from known ones, and adds those that are new to
/// the lineage.
fn admit<'a>(known: &mut Known, files: &'a [Changes]) -> Result<Vec<&'a Made>, Problem> {
    let mut new = Vec::new();
    let mut waiting: Vec<usize> = (0..files.len()).collect();
    // One file may follow from another that stands after it.
    loop {
        let before = waiting.len();
        let mut lacks = Vec::new();
        for which in waiting {
            match admit_one(known, &files[which], &mut new) {
                Ok(()) => {}
                Err(ChangesFault::EarlierMissing) => lacks.push(which),
                Err(fault) => return Err(Problem::Changes { which, fault }),
            }
        }
        match lacks.first() {
            None => return Ok(new),
            Some(which) if lacks.len() == before => {
                return Err(Problem::Changes {
                    which: *which,
                    fault: ChangesFault::EarlierMissing,
                });
            }
            Some(_) => waiting = lacks,
        }
    }
}

fn admit_one<'a>(
    known: &mut Known,
    file: &'a Changes,
    new: &mut Vec<&'a Made>,
) -> Result<(), ChangesFault> {
    if known.root != Some(file.root) {
        return Err(ChangesFault::OtherDirectorate);
    }
    let (lineage, forgotten) = (&mut known.lineage, &known.forgotten);
    for made in &file.made {
        let chain = &made.link.chain;
        if lineage.find(chain).is_some() || forgotten.has(chain) {
            continue;
        }
        let before = made.before.as_ref().ok_or(ChangesFault::EarlierMissing)?;
        let places = forgotten.places(lineage, before, &made.joined);
        let places = places.map_err(|_| ChangesFault::EarlierMissing)?;
        let (parent, joined) = places.ok_or(ChangesFault::Thinned)?;
        // Of a change that was left out the number is not known any more; the hash covers it.
        let number = lineage.find(before).map(|place| lineage.node(place).number);
        check_by_itself(made, number)?;
        lineage.add(&made.link, parent, joined);
        new.push(made);
    }
    Ok(())
}

fn check_by_itself(made: &Made, number_before: Option<i64>) -> Result<(), ChangesFault> {
    let link = &made.link;
    let in_order = made.joined.windows(2).all(|pair| pair[0] < pair[1]);
    let joins = link.kind == ChangeKind::BringIn || made.joined.is_empty();
    let numbered = number_before.is_none_or(|before| link.id == before + 1);
    if !made.follows() || !numbered || !in_order || !joins {
        return Err(ChangesFault::Tampered);
    }
    let mut touched = HashSet::new();
    for row in &made.rows {
        let place = || Place::row(row.entity, &row.row);
        if !outside::fits(row) || !touched.insert((row.entity, &row.row)) {
            return Err(ChangesFault::DoesNotFit { place: place() });
        }
    }
    Ok(())
}

/// Checks that what a change is about was there for its author.
fn check_rests(
    lineage: &Lineage,
    events: &Events,
    by: usize,
    made: &Made,
) -> Result<(), ChangesFault> {
    if made.link.kind == ChangeKind::BringIn {
        return Ok(());
    }
    let was_there = |entity: Entity, row: &outturn_model::RowId| {
        let told = events.get(&(entity, row.clone())).into_iter().flatten();
        let mut told = told.filter(|event| matches!(event.deed, Deed::Insert(_)));
        told.any(|event| event.by == by || lineage.knows(by, event.by))
    };
    for row in &made.rows {
        let points = row.cells.iter().all(|cell| {
            let field = row.entity.field(cell.field).map(|(_, field)| field);
            let to = field.and_then(|field| points_to(field, cell.after.as_deref()));
            to.is_none_or(|(to, id)| {
                outturn_model::RowId::parse(id).is_ok_and(|id| was_there(to, &id))
            })
        });
        if !points || (row.kind != RowChangeKind::Insert && !was_there(row.entity, &row.row)) {
            return Err(ChangesFault::DoesNotFit {
                place: Place::row(row.entity, &row.row),
            });
        }
    }
    Ok(())
}

/// Brings the content to what all changes say, as a change of this file that is nobody's doing.
fn bring_to(
    tx: &Transaction,
    by: &Author,
    whole: &Whole,
    joined: &[Hash],
) -> Result<(Link, Vec<RowChange>), Problem> {
    let last = link::last(tx)?;
    let effects = effects(tx, whole)?;
    let rows = watched(tx, |tx| changeset::apply(tx, &effects))?;
    if rows != effects {
        return Err(Problem::Failed {
            detail: "the content does not follow the changes".to_owned(),
        });
    }
    let before = last.as_ref().map(|last| last.content).unwrap_or_default();
    let content = changeset::reseal(tx, before, &rows)?;
    let label = label();
    let draft = Draft {
        joined,
        ..Draft::new(ChangeKind::BringIn, &label, by)
    };
    let link = link::write(tx, last.as_ref(), draft, &rows, content)?;
    Ok((link, rows))
}

/// What has to be done to the content to make it what all changes say, in order of table and row.
pub(crate) fn effects(conn: &Connection, whole: &Whole) -> Result<Vec<RowChange>, Problem> {
    let mut seen = vec![false; whole.rows.len()];
    let mut effects = Vec::new();
    for entity in Entity::ALL {
        for row in read::rows(conn, *entity, "", [])? {
            // A row that no change put in was written by another program.
            let at = whole
                .place_of(*entity, row.id.as_str())
                .ok_or(Problem::Altered)?;
            seen[at] = true;
            let (kind, to) = match whole.shown[at] {
                true => (RowChangeKind::Update, whole.row(at).cells),
                false => (RowChangeKind::Delete, vec![None; row.cells.len()]),
            };
            let cells = differing(*entity, row.cells, to);
            if kind == RowChangeKind::Delete || !cells.is_empty() {
                effects.push(RowChange {
                    entity: *entity,
                    row: row.id,
                    kind,
                    cells,
                });
            }
        }
    }
    for (at, told) in whole.rows.iter().enumerate() {
        if whole.shown[at] && !seen[at] {
            let row = whole.row(at);
            effects.push(RowChange {
                entity: told.entity,
                cells: differing(told.entity, vec![None; row.cells.len()], row.cells),
                row: row.id,
                kind: RowChangeKind::Insert,
            });
        }
    }
    effects.sort_by(|one, other| (one.entity, &one.row).cmp(&(other.entity, &other.row)));
    Ok(effects)
}

fn differing(
    entity: Entity,
    before: Vec<outturn_model::cell::Cell>,
    after: Vec<outturn_model::cell::Cell>,
) -> Vec<CellChange> {
    let cells = entity.fields().iter().zip(before.into_iter().zip(after));
    cells
        .filter(|(_, (before, after))| before != after)
        .map(|(field, (before, after))| CellChange {
            field: field.name,
            before,
            after,
        })
        .collect()
}

/// Weighs a file's conflicts again after a change of its own. Where that shows or hides something
/// more, it is done as a change of its own after it. Gives all that was done.
///
/// Nearly always no conflict is open, and then this asks one empty table.
pub(crate) fn after(
    tx: &Transaction,
    by: &Author,
    mut rows: Vec<RowChange>,
) -> Result<Vec<RowChange>, Problem> {
    if !conflict::are_open(tx)? || conflict::settled_by(tx, &rows)? {
        return Ok(rows);
    }
    let known = Known::read(tx)?;
    let whole = Whole::weigh(&known.lineage, known.events(tx)?);
    if !effects(tx, &whole)?.is_empty() {
        rows.extend(bring_to(tx, by, &whole, &[])?.1);
    }
    conflict::write(tx, &whole.conflicts())?;
    Ok(rows)
}

/// Whether what came in from other copies is what was written, and the content and the conflicts are
/// what follows from all changes.
pub(crate) fn is_sound(conn: &Connection) -> Result<bool, Problem> {
    let sound = (|| {
        let known = Known::read(conn)?;
        let whole = Whole::weigh(&known.lineage, known.events(conn)?);
        Ok(effects(conn, &whole)?.is_empty() && conflict::open(conn)? == whole.conflicts())
    })();
    match sound {
        Err(Problem::Damaged { .. } | Problem::Altered) => Ok(false),
        other => other,
    }
}

/// A change as history tells it; nothing for a bring-in, in which nobody did anything.
fn told(made: &Made) -> Option<Change> {
    let link = &made.link;
    (link.kind != ChangeKind::BringIn).then(|| Change {
        id: ChangeId(link.id),
        kind: link.kind,
        label: link.label.clone(),
        place: link.place.as_deref().and_then(Place::parse),
        person: link.person.clone(),
        at: link.at,
        of: link.of.map(ChangeId),
        cells: made.rows.iter().map(|row| row.cells.len()).sum(),
        rows: Vec::new(),
    })
}
