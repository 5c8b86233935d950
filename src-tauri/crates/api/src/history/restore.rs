//! The way back to an earlier state, made as one new step: of a field, of a row with what hangs under
//! it, of what one change changed, or of the whole file.

use std::collections::{BTreeMap, HashSet};

use outturn_model::record::{Entity, Field, Kind};
use outturn_model::{Book, Edit, Message, Place, Row, RowId};
use outturn_store::{Label, RowChange, RowChangeKind, edits_between};
use outturn_words::Words;

use super::compare::as_it_was;
use super::difference::Difference;
use super::names::Names;
use super::{gone, numbered, under};
use crate::change::consequences;
use crate::lapse;
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::session::Session;
use crate::wire::{CommittedView, DifferenceView, Restore};

/// Rows as they are to be: nothing for those that are to go.
type Wanted = BTreeMap<(Entity, RowId), Option<Row>>;

impl Session {
    /// What restoring would change.
    ///
    /// # Errors
    /// Why it cannot be restored.
    pub fn restoring(&mut self, restore: &Restore, words: &Words) -> Result<DifferenceView, Stop> {
        let ever = self.ever()?;
        let names = Names { book: &ever, words };
        let after = self.restored(restore, &names)?;
        let titles = (words.word("history-now"), self.aim(restore, &names)?);
        let source = self.source(words);
        let difference = Difference::new(names, source, self.book(), &after, None);
        Ok(difference.of_file(titles, None))
    }

    /// Restores an earlier state, as one step of undo.
    ///
    /// # Errors
    /// Why it cannot be restored; or, unless it is `agreed`, that it would end what was agreed to.
    /// Nothing is changed then.
    pub fn restore(
        &mut self,
        restore: &Restore,
        agreed: bool,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let ever = self.ever()?;
        let names = Names { book: &ever, words };
        let after = self.restored(restore, &names)?;
        let mut edits = edits_between(self.book(), &after, |_, _| true);
        let label = label_of(restore, &edits);
        if !matches!(restore, Restore::File { .. }) {
            // Of a whole file the marks and lists come back with the rest.
            let more = consequences(self.book(), &edits, words);
            add_missing(&mut edits, more);
            if !agreed {
                lapse::asks(self.book(), &edits, words)?;
            }
            let more = lapse::lapses(self.book(), &edits);
            add_missing(&mut edits, more);
        }
        self.commit(&label, &edits, Vec::new(), outside, words)
    }

    /// What the restored state is called.
    fn aim(&self, restore: &Restore, names: &Names<'_>) -> Result<String, Stop> {
        Ok(match restore {
            Restore::Change { change } => {
                let moment = self.moment(*change, names)?;
                names.say(&Message::new("history-before-change").with("moment", moment))
            }
            Restore::File { change } => {
                let what = names.words.word("history-whole");
                as_it_was(names, &what, &self.moment(*change, names)?)
            }
            Restore::Place { place, change } => {
                let place = Place::parse(place).ok_or_else(gone)?;
                let what = super::title(names, &place);
                as_it_was(names, &what, &self.moment(*change, names)?)
            }
        })
    }

    /// The file as it would be.
    fn restored(&self, restore: &Restore, names: &Names<'_>) -> Result<Book, Stop> {
        let wanted = match restore {
            Restore::File { change } => return Ok(self.store().book_at(numbered(*change))?),
            Restore::Change { change } => self.without(*change)?,
            Restore::Place { place, change } => {
                let place = Place::parse(place).ok_or_else(gone)?;
                let then = self.store().book_at(numbered(*change))?;
                self.place_of_then(&place, &then, names)?
            }
        };
        let wanted = mended(self.book(), wanted, names)?;
        let rows: Vec<_> = wanted
            .into_iter()
            .map(|((entity, id), row)| (entity, id, row))
            .collect();
        let mut after = self.book().clone();
        after.update(&rows).map_err(|_| gone())?;
        Ok(after)
    }

    /// The rows of a place as they were; of a field, its row with that cell alone.
    fn place_of_then(&self, place: &Place, then: &Book, names: &Names<'_>) -> Result<Wanted, Stop> {
        let now = self.book();
        let old = then.row(place.entity, &place.row);
        if let Some(field) = place.field {
            let held = now.row(place.entity, &place.row);
            let held = held.ok_or_else(|| lost(names, place.entity, &place.row))?;
            let (column, declared) = place.entity.field(field).ok_or_else(gone)?;
            let mut row = held;
            let cell = old.and_then(|old| old.cells[column].clone());
            if cell.is_none() && declared.required {
                return Err(not_yet(names, place));
            }
            row.cells[column] = cell;
            return Ok(Wanted::from([((place.entity, row.id.clone()), Some(row))]));
        }
        if old.is_none() {
            return Err(not_yet(names, place));
        }
        let mut rows = under(now, place.entity, &place.row);
        rows.extend(under(then, place.entity, &place.row));
        let wanted = rows.into_iter().map(|(entity, id)| {
            let row = then.row(entity, &id);
            ((entity, id), row)
        });
        Ok(wanted.collect())
    }

    /// The rows that a change touched, with their cells as they were before it. What it put in goes,
    /// with what hangs under it by now.
    fn without(&self, change: u32) -> Result<Wanted, Stop> {
        let found = self.store().change(numbered(change), usize::MAX)?;
        let change = found.ok_or_else(gone)?;
        if change.id.0 == 1 {
            return Err(Stop::new("history-first"));
        }
        let mut wanted = Wanted::new();
        for row in &change.rows {
            let key = (row.entity, row.row.clone());
            match row.kind {
                RowChangeKind::Insert => {
                    let all = under(self.book(), row.entity, &row.row);
                    wanted.extend(all.into_iter().map(|key| (key, None)));
                }
                RowChangeKind::Delete => {
                    let held = self.book().row(row.entity, &row.row);
                    wanted.insert(key, Some(before(held, row)));
                }
                RowChangeKind::Update => {
                    if let Some(held) = self.book().row(row.entity, &row.row) {
                        wanted.insert(key, Some(before(Some(held), row)));
                    }
                }
            }
        }
        wanted.retain(|(entity, id), row| row.is_some() || self.book().row(*entity, id).is_some());
        Ok(wanted)
    }
}

/// A row with the cells that a change changed as they were before it.
fn before(held: Option<Row>, change: &RowChange) -> Row {
    let mut row = held.unwrap_or_else(|| Row {
        id: change.row.clone(),
        cells: vec![None; change.entity.fields().len()],
    });
    for cell in &change.cells {
        if let Some((column, _)) = change.entity.field(cell.field) {
            row.cells[column].clone_from(&cell.before);
        }
    }
    row
}

/// The same rows, with what they point to there: what hangs under a row that goes, goes too; a
/// reference that may be empty is emptied where its row is gone.
///
/// # Errors
/// If a row cannot be without one that is gone, with the place of the one to restore first.
fn mended(now: &Book, mut wanted: Wanted, names: &Names<'_>) -> Result<Wanted, Stop> {
    loop {
        let state = |entity: Entity, id: &RowId| match wanted.get(&(entity, id.clone())) {
            Some(row) => row.is_some(),
            None => now.row(entity, id).is_some(),
        };
        let goes: HashSet<(Entity, RowId)> = wanted
            .iter()
            .filter(|(_, row)| row.is_none())
            .map(|(key, _)| key.clone())
            .collect();
        let mut more = Wanted::new();
        // Rows that stay and point to one that goes.
        for entity in Entity::ALL.iter().copied().filter(|_| !goes.is_empty()) {
            for row in now.rows(entity) {
                let key = (entity, row.id.clone());
                if !wanted.contains_key(&key) && points_to(entity, &row, &goes) {
                    more.insert(key, Some(row));
                }
            }
        }
        for ((entity, id), row) in &wanted {
            let Some(row) = row else { continue };
            let mut row = row.clone();
            for (column, field) in entity.fields().iter().enumerate() {
                let Some((to, aim)) = aim_of(field, row.cells[column].as_deref()) else {
                    continue;
                };
                if state(to, &aim) {
                    continue;
                }
                let stands_in = (*entity, field.name) == (Entity::Section, "parent");
                if !field.required && !stands_in {
                    row.cells[column] = None;
                    more.insert((*entity, id.clone()), Some(row.clone()));
                } else if goes.contains(&(to, aim.clone())) {
                    more.insert((*entity, id.clone()), None);
                    break;
                } else {
                    return Err(lost(names, to, &aim));
                }
            }
        }
        if more.is_empty() {
            return Ok(wanted);
        }
        wanted.extend(more);
    }
}

fn points_to(entity: Entity, row: &Row, goes: &HashSet<(Entity, RowId)>) -> bool {
    let cells = entity.fields().iter().zip(&row.cells);
    let mut aims = cells.filter_map(|(field, cell)| aim_of(field, cell.as_deref()));
    aims.any(|aim| goes.contains(&aim))
}

/// The row that a cell points to.
fn aim_of(field: &Field, cell: Option<&str>) -> Option<(Entity, RowId)> {
    let id = cell?;
    let to = match field.kind {
        Kind::Reference(to) => to,
        Kind::Series if !["actual", "target"].contains(&id) => Entity::Comparator,
        _ => return None,
    };
    Some((to, RowId::parse(id).ok()?))
}

/// A row is gone that has to be restored first.
fn lost(names: &Names<'_>, entity: Entity, row: &RowId) -> Stop {
    let message = Message::new("history-restore-first").with("what", names.whole(entity, row));
    Stop::Lost(Place::row(entity, row), message)
}

fn not_yet(names: &Names<'_>, place: &Place) -> Stop {
    let message = Message::new("history-not-yet").with(
        "what",
        super::names::capital(&names.whole(place.entity, &place.row)),
    );
    Stop::Said("history-not-yet", message)
}

/// Edits of places that are not edited yet.
fn add_missing(edits: &mut Vec<Edit>, more: Vec<Edit>) {
    let place = |edit: &Edit| match edit {
        Edit::Insert { entity, row } => Place::row(*entity, &row.id),
        Edit::Remove { entity, row } => Place::row(*entity, row),
        Edit::Set {
            entity, row, field, ..
        } => Place::cell(*entity, row, field),
    };
    let known: HashSet<Place> = edits.iter().map(place).collect();
    edits.extend(
        more.into_iter()
            .filter(|edit| !known.contains(&place(edit))),
    );
}

/// What history calls the step: by the place that was restored, or the first row of the change.
fn label_of(restore: &Restore, edits: &[Edit]) -> Label {
    let place = match restore {
        Restore::File { .. } => None,
        Restore::Place { place, .. } => Place::parse(place),
        Restore::Change { .. } => edits.first().map(|edit| match edit {
            Edit::Insert { entity, row } => Place::row(*entity, &row.id),
            Edit::Remove { entity, row } => Place::row(*entity, row),
            Edit::Set {
                entity, row, field, ..
            } => Place::cell(*entity, row, field),
        }),
    };
    match place {
        Some(place) => Label::about("edit-restore", place),
        None => Label::new("edit-restore"),
    }
}
