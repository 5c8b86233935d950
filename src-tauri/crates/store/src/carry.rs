//! History carried out of one file and into another.
//!
//! What comes in was in people's hands, so nothing of it is taken on trust: it is followed from an
//! empty file, and has to lead to the content through rows that fit their tables and steps that undo
//! and redo could have made. Then it is sealed and chained anew, which for a history that nobody
//! touched gives the same seals and the same chain.

use std::collections::HashSet;
use std::path::Path;

use outturn_model::history::HistoryLine;
use outturn_model::{Book, Entity, Message, Place, RowId};
use rusqlite::{Connection, TransactionBehavior};

use crate::changeset::{self, CellChange, RowChange};
use crate::door::{self, Author};
use crate::error::{Doing, Problem, StoreError};
use crate::file::{self, OpenOptions, Store};
use crate::history::{self, ChangeKind};
use crate::link::{self, Draft, kind_of, kind_word, row_kind_of, row_kind_word};
use crate::lock::Moment;
use crate::seal::Seal;
use crate::verify::{self, Replay};

/// Why a history that was carried in cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HistoryFault {
    /// A field of the line does not say what it should.
    Unreadable {
        /// The field.
        field: &'static str,
    },
    /// The number of the change is not the next one.
    NotNext,
    /// The lines of one change say different things of it.
    Differs,
    /// What it changes is not there as it says, or cannot be as it says.
    DoesNotFollow,
    /// Its step, or what it is said to take back, is not what it was.
    Step,
    /// The history ends with something else at a place than the content has there.
    Content {
        /// The place.
        place: Place,
    },
}

impl HistoryFault {
    /// The sentence to show beside the line.
    pub fn message(&self) -> Message {
        match self {
            Self::Unreadable { field } => {
                Message::new("store-history-unreadable").with("field", *field)
            }
            Self::NotNext => Message::new("store-history-not-next"),
            Self::Differs => Message::new("store-history-differs"),
            Self::DoesNotFollow => Message::new("store-history-does-not-follow"),
            Self::Step => Message::new("store-history-step"),
            Self::Content { place } => {
                Message::new("store-history-content").with("place", place.to_string())
            }
        }
    }
}

impl Store {
    /// The whole history, from the first change, to be carried into another file; nothing if it is
    /// not what was written, and so not to be relied on, or if changes of other copies came in or early
    /// ones were left out, which lines of history have no form for.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn history_lines(&self) -> Result<Option<Vec<HistoryLine>>, StoreError> {
        self.guard(lines_of(&self.conn))
    }

    /// Makes a new file that holds a book and the history that led to it, and opens it. It appears
    /// under its name once it is whole.
    ///
    /// # Errors
    /// [`Problem::History`] with the line where the history cannot be taken; otherwise as
    /// [`Store::create_from`]. There is no file then.
    pub fn create_with_history(
        path: &Path,
        options: OpenOptions,
        book: &Book,
        history: &[HistoryLine],
    ) -> Result<Self, StoreError> {
        file::write_new(path, |conn| take_in(conn, book, history))
            .map_err(|problem| StoreError::new(path, Doing::Making, problem))?;
        Self::open(path, options)
    }
}

fn lines_of(conn: &Connection) -> Result<Option<Vec<HistoryLine>>, Problem> {
    let no_form: bool = conn.query_row(
        r#"SELECT EXISTS (SELECT 1 FROM "change" WHERE "kind" = 'bring-in')
               OR EXISTS (SELECT 1 FROM "thinned")"#,
        [],
        |row| row.get(0),
    )?;
    if no_form || verify::first_broken_change(conn)?.is_some() {
        return Ok(None);
    }
    let mut lines = Vec::new();
    link::each(conn, |link| {
        let head = HistoryLine {
            change: link.id,
            kind: kind_word(link.kind).to_owned(),
            at: link.at.to_rfc3339(),
            person: link.person,
            label: link.label,
            place: link.place,
            step: link.step,
            of: link.of,
            under: link.under,
            ..HistoryLine::default()
        };
        let rows = history::rows(conn, link.id, None, usize::MAX)?;
        if rows.is_empty() {
            lines.push(head.clone());
        }
        for row in rows {
            let of_row = HistoryLine {
                done: Some(row_kind_word(row.kind).to_owned()),
                table: Some(row.entity.table().to_owned()),
                row: Some(row.row.as_str().to_owned()),
                ..head.clone()
            };
            if row.cells.is_empty() {
                lines.push(of_row.clone());
            }
            lines.extend(row.cells.into_iter().map(|cell| HistoryLine {
                field: Some(cell.field.to_owned()),
                before: cell.before,
                after: cell.after,
                ..of_row.clone()
            }));
        }
        Ok(())
    })?;
    Ok(Some(lines))
}

/// A change that was carried in.
struct Carried {
    /// Its first line, by place in the list.
    line: usize,
    kind: ChangeKind,
    by: Author,
    step: i64,
    of: Option<i64>,
    under: Option<i64>,
    /// What it did, each row with the line where it begins.
    rows: Vec<(usize, RowChange)>,
    /// The seal of the content once it is made.
    content: Seal,
}

fn take_in(conn: &mut Connection, book: &Book, lines: &[HistoryLine]) -> Result<(), Problem> {
    let mut changes = read(lines)?;
    let replay = follow(&mut changes)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let rows = door::put_in(&tx, book)?;
    if changeset::reseal(&tx, Seal::default(), &rows)? != replay.seal {
        return Err(differing(&replay, book, lines));
    }
    let mut last = None;
    for change in changes {
        let head = &lines[change.line];
        let draft = Draft {
            kind: change.kind,
            label: &head.label,
            place: head.place.clone(),
            by: &change.by,
            step: Some(change.step),
            of: change.of,
            under: change.under,
            joined: &[],
        };
        let rows: Vec<RowChange> = change.rows.into_iter().map(|(_, row)| row).collect();
        last = Some(link::write(
            &tx,
            last.as_ref(),
            draft,
            &rows,
            change.content,
        )?);
    }
    tx.commit()?;
    Ok(())
}

/// Reads the lines as changes.
fn read(lines: &[HistoryLine]) -> Result<Vec<Carried>, Problem> {
    let mut changes: Vec<Carried> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let number = i64::try_from(changes.len()).unwrap_or(i64::MAX);
        match changes.last_mut() {
            Some(change) if line.change == number => {
                if head(line) != head(&lines[change.line]) || change.rows.is_empty() {
                    return Err(fault(at, HistoryFault::Differs));
                }
                read_row(at, line, &mut change.rows)?;
            }
            _ if line.change != number + 1 => return Err(fault(at, HistoryFault::NotNext)),
            _ => {
                let unreadable = |field| fault(at, HistoryFault::Unreadable { field });
                let when = Moment::parse_from_rfc3339(&line.at).map_err(|_| unreadable("at"))?;
                let place = line.place.as_deref();
                if place.is_some_and(|place| Place::parse(place).is_none()) {
                    return Err(unreadable("place"));
                }
                let mut change = Carried {
                    line: at,
                    kind: kind_of(&line.kind).ok_or_else(|| unreadable("kind"))?,
                    by: Author {
                        person: line.person.clone(),
                        at: when,
                    },
                    step: line.step,
                    of: line.of,
                    under: line.under,
                    rows: Vec::new(),
                    content: Seal::default(),
                };
                read_row(at, line, &mut change.rows)?;
                changes.push(change);
            }
        }
    }
    Ok(changes)
}

/// What each line of a change says of the change.
fn head(line: &HistoryLine) -> HistoryLine {
    HistoryLine {
        done: None,
        table: None,
        row: None,
        field: None,
        before: None,
        after: None,
        ..line.clone()
    }
}

fn read_row(
    at: usize,
    line: &HistoryLine,
    rows: &mut Vec<(usize, RowChange)>,
) -> Result<(), Problem> {
    let unreadable = |field| fault(at, HistoryFault::Unreadable { field });
    if line == &head(line) {
        return Ok(());
    }
    let done = line.done.as_deref().and_then(row_kind_of);
    let kind = done.ok_or_else(|| unreadable("done"))?;
    let entity = line.table.as_deref().and_then(Entity::from_table);
    let entity = entity.ok_or_else(|| unreadable("table"))?;
    let row = line.row.as_deref().and_then(|id| RowId::parse(id).ok());
    let row = row.ok_or_else(|| unreadable("row"))?;
    let same = |last: &RowChange| (last.entity, &last.row, last.kind) == (entity, &row, kind);
    if !rows.last().is_some_and(|(_, last)| same(last)) {
        let cells = Vec::new();
        rows.push((
            at,
            RowChange {
                entity,
                row,
                kind,
                cells,
            },
        ));
    }
    let field = match line.field.as_deref() {
        None if line.before.is_none() && line.after.is_none() => return Ok(()),
        name => name.and_then(|name| entity.field(name)),
    };
    let (_, field) = field.ok_or_else(|| unreadable("field"))?;
    if let Some((_, change)) = rows.last_mut() {
        change.cells.push(CellChange {
            field: field.name,
            before: line.before.clone(),
            after: line.after.clone(),
        });
    }
    Ok(())
}

/// Follows changes from an empty file. Gives what they lead to.
fn follow(changes: &mut [Carried]) -> Result<Replay, Problem> {
    let mut replay = Replay::default();
    for index in 0..changes.len() {
        let (earlier, rest) = changes.split_at_mut(index);
        let Some(change) = rest.first_mut() else {
            break;
        };
        let empty = replay.seal == Seal::default();
        for (line, row) in &change.rows {
            if !replay.follow(row) {
                return Err(fault(*line, HistoryFault::DoesNotFollow));
            }
        }
        for (line, row) in &change.rows {
            if !fits(&replay, row) {
                return Err(fault(*line, HistoryFault::DoesNotFollow));
            }
        }
        change.content = replay.seal;
        if !is_step(earlier, change, empty) {
            return Err(fault(change.line, HistoryFault::Step));
        }
    }
    Ok(replay)
}

/// Whether a row that was changed can stand as it is now.
fn fits(replay: &Replay, change: &RowChange) -> bool {
    let Some(row) = replay.rows.get(&(change.entity, change.row.clone())) else {
        return true;
    };
    let is_there = |entity: Entity, id: &str| {
        RowId::parse(id).is_ok_and(|id| replay.rows.contains_key(&(entity, id)))
    };
    let meets = change
        .entity
        .fields()
        .iter()
        .zip(&row.cells)
        .all(|(field, cell)| {
            let found = |to, id: &str| Ok(is_there(to, id));
            door::refers(change.entity, &row.id, field, cell.as_deref(), found).is_ok()
        });
    meets && door::canonical(change.entity, row).is_ok_and(|canonical| canonical == *row)
}

/// Whether a change stands on the stacks of edits and undos where it would have been put.
fn is_step(earlier: &[Carried], change: &Carried, was_empty: bool) -> bool {
    let number = |index: usize| i64::try_from(index + 1).unwrap_or(i64::MAX);
    let id = number(earlier.len());
    let (undo, redo) = ends(earlier);
    let Carried {
        step, of, under, ..
    } = *change;
    match change.kind {
        // What other copies brought in is not carried, so neither is a history that rests on it.
        ChangeKind::BringIn => false,
        ChangeKind::Import => was_empty && step == id && (of, under) == (None, None),
        ChangeKind::Edit if step == id => of.is_none() && under == undo,
        ChangeKind::Edit => earlier.last().is_some_and(|last| {
            last.kind == ChangeKind::Edit && (step, of, under) == (last.step, None, last.under)
        }),
        ChangeKind::Undo => {
            let taken_back = undo.and_then(|undo| named(earlier, undo));
            step == id
                && (of, under) == (undo, redo)
                && taken_back
                    .is_some_and(|edit| content_before(earlier, edit.step) == change.content)
        }
        ChangeKind::Redo => {
            step == id
                && (of, under) == (redo, None)
                && redo.is_some_and(|undo| content_before(earlier, undo) == change.content)
        }
    }
}

/// The top of the stack of edits and of the stack of undos, by number.
fn ends(changes: &[Carried]) -> (Option<i64>, Option<i64>) {
    let Some(last) = changes.last() else {
        return (None, None);
    };
    let id = i64::try_from(changes.len()).ok();
    let of = || last.of.and_then(|of| named(changes, of));
    match last.kind {
        ChangeKind::Import | ChangeKind::BringIn => (None, None),
        ChangeKind::Edit => (id, None),
        ChangeKind::Undo => (of().and_then(|edit| edit.under), id),
        ChangeKind::Redo => of().map_or((None, None), |undo| (undo.of, undo.under)),
    }
}

fn named(changes: &[Carried], id: i64) -> Option<&Carried> {
    changes.get(usize::try_from(id).ok()?.checked_sub(1)?)
}

fn content_before(changes: &[Carried], id: i64) -> Seal {
    named(changes, id - 1).map_or_else(Seal::default, |change| change.content)
}

/// The first place where the history leads to something else than the book.
fn differing(replay: &Replay, book: &Book, lines: &[HistoryLine]) -> Problem {
    let mut places = Vec::new();
    for entity in Entity::ALL {
        let rows = book.rows(*entity);
        for row in &rows {
            let Ok(row) = door::canonical(*entity, row) else {
                continue;
            };
            match replay.rows.get(&(*entity, row.id.clone())) {
                None => places.push(Place::row(*entity, &row.id)),
                Some(found) => {
                    let fields = entity.fields().iter().zip(&row.cells).zip(&found.cells);
                    let other = fields.filter(|((_, ours), theirs)| ours != theirs);
                    places.extend(
                        other.map(|((field, _), _)| Place::cell(*entity, &row.id, field.name)),
                    );
                }
            }
        }
        let left = replay.rows.keys().filter(|(of, _)| of == entity);
        let ours: HashSet<&RowId> = rows.iter().map(|row| &row.id).collect();
        let left = left.filter(|(_, id)| !ours.contains(id));
        places.extend(left.map(|(_, id)| Place::row(*entity, id)));
    }
    places.sort();
    let Some(place) = places.into_iter().next() else {
        return Problem::Altered;
    };
    let about = |line: &HistoryLine| {
        line.table.as_deref() == Some(place.entity.table())
            && line.row.as_deref() == Some(place.row.as_str())
            && (place.field.is_none() || line.field.as_deref() == place.field)
    };
    let line = lines.iter().rposition(about);
    let line = line.unwrap_or(lines.len().saturating_sub(1));
    fault(line, HistoryFault::Content { place })
}

fn fault(line: usize, fault: HistoryFault) -> Problem {
    Problem::History { line, fault }
}
