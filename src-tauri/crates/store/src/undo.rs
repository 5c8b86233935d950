//! Undo and redo. Each is a change like any other: history only grows, and both outlive the program.
//!
//! What can be undone and redone follows from the last change alone. Edits form a stack through
//! their `under`; an undo steps down it, a redo steps up again, and a new edit starts from where the
//! last undo left off, which ends redo.

use chrono::TimeDelta;
use outturn_model::record::Kind;
use outturn_model::{Entity, Place};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::changeset::{self, RowChange, RowChangeKind};
use crate::door::{Author, Committed, watched};
use crate::error::{Part, Problem, StoreError};
use crate::file::Store;
use crate::history::{self, ChangeId, ChangeKind};
use crate::link::{self, Draft, Link};
use crate::lock::Moment;
use crate::merge;
use crate::thin;

/// When edits of one cell are one step of undo. A person who types expects to take back a burst of
/// typing, neither a letter nor an hour's work. Only words, figures and dates are typed: a choice,
/// a mark or a move is one step each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typing {
    /// A longer pause than this starts a new step.
    pub pause: TimeDelta,
    /// A step lasts no longer than this.
    pub longest: TimeDelta,
}

impl Default for Typing {
    /// A pause of three seconds, and twenty seconds in all.
    fn default() -> Self {
        Self {
            pause: TimeDelta::seconds(3),
            longest: TimeDelta::seconds(20),
        }
    }
}

/// What would be undone or redone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The last edit of the step.
    pub change: ChangeId,
    /// The catalogue key of the words for what was done.
    pub label: String,
    /// The place those words are about.
    pub place: Option<Place>,
    /// Who did it.
    pub person: String,
    /// When.
    pub at: Moment,
}

impl Store {
    /// What [`Store::undo`] would take back; nothing at the start of the file, after an import or in
    /// a file that is only read.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn can_undo(&self) -> Result<Option<Step>, StoreError> {
        self.guard(self.step(|ends| ends.undo))
    }

    /// What [`Store::redo`] would do again; nothing unless the last change was an undo, or a redo
    /// with more to redo.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn can_redo(&self) -> Result<Option<Step>, StoreError> {
        self.guard(self.step(|ends| ends.redo))
    }

    /// Takes the last step back. Gives nothing if there is none.
    ///
    /// # Errors
    /// If the file cannot be written, or its history does not lead back to what it recorded.
    pub fn undo(&mut self, by: &Author) -> Result<Option<Committed>, StoreError> {
        let done = self.writable().and_then(|conn| undo(conn, by));
        self.guard(done)
    }

    /// Takes the last undo back. Gives nothing if there is none.
    ///
    /// # Errors
    /// If the file cannot be written, or its history does not lead back to what it recorded.
    pub fn redo(&mut self, by: &Author) -> Result<Option<Committed>, StoreError> {
        let done = self.writable().and_then(|conn| redo(conn, by));
        self.guard(done)
    }

    fn step(&self, which: impl Fn(Ends) -> Option<Link>) -> Result<Option<Step>, Problem> {
        if self.is_read_only() {
            return Ok(None);
        }
        let last = link::last(&self.conn)?;
        let Some(link) = which(ends(&self.conn, last.as_ref())?) else {
            return Ok(None);
        };
        // The label of an undo is that of what it took back, and so is what a redo does again.
        let edit = match link.kind {
            ChangeKind::Undo => link::named(&self.conn, link.of)?,
            _ => link,
        };
        Ok(Some(Step {
            change: ChangeId(edit.id),
            place: edit.place.as_deref().and_then(Place::parse),
            label: edit.label,
            person: edit.person,
            at: edit.at,
        }))
    }
}

/// The top of the stack of edits, and of the stack of undos.
#[derive(Default)]
struct Ends {
    undo: Option<Link>,
    redo: Option<Link>,
}

fn ends(conn: &Connection, last: Option<&Link>) -> Result<Ends, Problem> {
    let Some(last) = last else {
        return Ok(Ends::default());
    };
    // Undo ends where history begins.
    let base = thin::base(conn)?.unwrap_or_default();
    let maybe = |id: Option<i64>| {
        let id = id.filter(|id| *id > base);
        id.map(|id| link::named(conn, Some(id))).transpose()
    };
    if last.of.is_some_and(|of| of <= base) {
        return Ok(Ends::default());
    }
    Ok(match last.kind {
        ChangeKind::Import | ChangeKind::BringIn => Ends::default(),
        ChangeKind::Edit => Ends {
            undo: Some(last.clone()),
            redo: None,
        },
        ChangeKind::Undo => Ends {
            undo: maybe(link::named(conn, last.of)?.under)?,
            redo: Some(last.clone()),
        },
        ChangeKind::Redo => {
            let undo = link::named(conn, last.of)?;
            Ends {
                undo: maybe(undo.of)?,
                redo: maybe(undo.under)?.filter(|undo| undo.of > Some(base)),
            }
        }
    })
}

/// Undoes the step on top of the stack, and any above it whose edits came to nothing together: a
/// person who asks for undo means something they can see.
fn undo(conn: &mut Connection, by: &Author) -> Result<Option<Committed>, Problem> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut done = None;
    let mut last = link::last(&tx)?;
    loop {
        let ends = ends(&tx, last.as_ref())?;
        let (Some(edit), Some(now)) = (ends.undo, last) else {
            break;
        };
        let mut inverses = Vec::new();
        for change in (edit.step..=edit.id).rev() {
            let rows = history::rows(&tx, change, None, usize::MAX)?;
            inverses.push(rows.iter().map(RowChange::inverse).collect());
        }
        let draft = Draft {
            kind: ChangeKind::Undo,
            label: &edit.label,
            place: edit.place.clone(),
            by,
            step: None,
            of: Some(edit.id),
            under: ends.redo.map(|undo| undo.id),
            joined: &[],
        };
        let committed = retrace(&tx, &now, draft, &inverses, edit.step)?;
        let nothing = committed.rows.is_empty();
        last = link::last(&tx)?;
        done = Some(committed);
        if !nothing {
            break;
        }
    }
    tx.commit()?;
    Ok(done)
}

/// Redoes the undo on top of the stack, and those under it that changed nothing, so that redo
/// matches undo step for step.
fn redo(conn: &mut Connection, by: &Author) -> Result<Option<Committed>, Problem> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut done: Option<Committed> = None;
    let mut last = link::last(&tx)?;
    loop {
        let ends = ends(&tx, last.as_ref())?;
        let (Some(undo), Some(now)) = (ends.redo, last) else {
            break;
        };
        let rows = history::rows(&tx, undo.id, None, usize::MAX)?;
        if done.as_ref().is_some_and(|done| !done.rows.is_empty()) && !rows.is_empty() {
            break;
        }
        let draft = Draft {
            kind: ChangeKind::Redo,
            label: &undo.label,
            place: undo.place.clone(),
            by,
            step: None,
            of: Some(undo.id),
            under: None,
            joined: &[],
        };
        let inverses = [rows.iter().map(RowChange::inverse).collect()];
        let committed = retrace(&tx, &now, draft, &inverses, undo.id)?;
        last = link::last(&tx)?;
        if !committed.rows.is_empty() || done.is_none() {
            done = Some(committed);
        }
    }
    tx.commit()?;
    Ok(done)
}

/// Makes changes that lead back to the content before `target`, and refuses if they do not.
fn retrace(
    tx: &Transaction,
    now: &Link,
    draft: Draft,
    changes: &[Vec<RowChange>],
    target: i64,
) -> Result<Committed, Problem> {
    let rows = watched(tx, |tx| {
        changes
            .iter()
            .try_for_each(|rows| changeset::apply(tx, rows))
    })?;
    let content = changeset::reseal(tx, now.content, &rows)?;
    if content != link::content_before(tx, target)? {
        return Err(Problem::damaged(
            Part::Change { change: target },
            "does not lead back",
        ));
    }
    let by = draft.by;
    let link = link::write(tx, Some(now), draft, &rows, content)?;
    let rows = merge::after(tx, by, rows)?;
    Ok(Committed::of(&link, rows))
}

/// Where an edit stands on the stack of edits: what is undone after it, and the first change of its
/// step if that is not itself. What is called otherwise, such as putting a text back, is no typing.
pub(crate) fn stacked(
    conn: &Connection,
    last: Option<&Link>,
    by: &Author,
    label: &str,
    rows: &[RowChange],
    typing: Typing,
) -> Result<(Option<i64>, Option<i64>), Problem> {
    let top = ends(conn, last)?.undo;
    let alone = top.as_ref().map(|top| top.id);
    let (Some(top), Some(last)) = (top, last) else {
        return Ok((alone, None));
    };
    let within = |since: Moment, span: TimeDelta| {
        (TimeDelta::zero()..=span).contains(&by.at.signed_duration_since(since))
    };
    let alike = top.id == last.id && top.person == by.person && top.label == label;
    if !alike || !within(top.at, typing.pause) {
        return Ok((alone, None));
    }
    let Some(cell) = typed(rows) else {
        return Ok((alone, None));
    };
    let before = history::rows(conn, top.id, None, 2)?;
    if typed(&before) == Some(cell) && within(link::named(conn, Some(top.step))?.at, typing.longest)
    {
        return Ok((top.under, Some(top.step)));
    }
    Ok((alone, None))
}

/// The one cell that a change typed into, if that is all it did.
fn typed(rows: &[RowChange]) -> Option<(Entity, &str, &'static str)> {
    let [row] = rows else { return None };
    let [cell] = row.cells.as_slice() else {
        return None;
    };
    let (_, field) = row.entity.field(cell.field)?;
    let by_hand = matches!(
        field.kind,
        Kind::Line | Kind::Text | Kind::Prose | Kind::Decimal | Kind::Count { .. } | Kind::Date
    );
    (row.kind == RowChangeKind::Update && by_hand)
        .then(|| (row.entity, row.row.as_str(), cell.field))
}
