//! History: every change in words, the difference between any two states, and the way back to one.

mod cells;
mod compare;
mod difference;
mod keep;
mod names;
mod order;
mod pairing;
mod redline;
mod restore;
mod standing;
mod step;
mod told;

use std::collections::HashSet;

use outturn_model::record::Entity;
use outturn_model::{Book, Message, Place, Row, RowId};
use outturn_paper::compose::date_in_words;
use outturn_store::{Change, ChangeId, ChangeKind, RowChange, RowChangeKind, Wanted};
use outturn_words::Words;

use self::names::{Names, capital};
use self::told::{About, TwoStates};
use crate::refusal::Stop;
use crate::session::Session;
use crate::view::Source;
use crate::wire::{ChangeLine, ChangeView, ChangesView, Done, FieldDiffView, RowDiffView};

/// How many changes stand on a page.
const PAGE: usize = 50;
/// How many cells of each are read for its sentence.
const GLIMPSE: usize = 200;
/// How many cells of one change are read to show all it did.
const WHOLE: usize = 20_000;
/// How many rows of one change or of a difference are shown.
const ROWS: usize = 400;

impl Session {
    /// A page of changes, the newest first: of a place with what hangs or hung under it, or of the
    /// whole file.
    ///
    /// # Errors
    /// If the place is none, or the file cannot be read.
    pub fn changes(
        &mut self,
        about: Option<&str>,
        person: Option<String>,
        before: Option<u32>,
        words: &Words,
    ) -> Result<ChangesView, Stop> {
        let ever = self.ever()?;
        let names = Names { book: &ever, words };
        let place = match about {
            Some(text) => Some(Place::parse(text).ok_or_else(gone)?),
            None => None,
        };
        let about = match &place {
            Some(place) => About {
                rows: Some(with_figures(&ever, place)),
                field: place.field,
            },
            None => About::default(),
        };
        let wanted = Wanted {
            rows: about
                .rows
                .as_ref()
                .map(|rows| rows.iter().cloned().collect()),
            field: about.field,
            person,
            before: before.map(numbered),
            limit: PAGE + 1,
        };
        let mut found = self.store().changes(&wanted)?;
        let more = found.len() > PAGE;
        found.truncate(PAGE);
        let cells = if place.is_some() { WHOLE } else { GLIMPSE };
        let mut lines = Vec::new();
        for id in found {
            if let Some(change) = self.store().change(id, cells)? {
                lines.push(line(&names, &change, &about));
            }
        }
        Ok(ChangesView {
            about: place.as_ref().map(|place| title(&names, place)),
            spot: place
                .filter(|place| self.book().row(place.entity, &place.row).is_some())
                .map(|place| self.source(words).spot(&place)),
            people: self.store().authors()?,
            changes: lines,
            more,
        })
    }

    /// One change, with everything it did.
    ///
    /// # Errors
    /// If there is none of this number, or the file cannot be read.
    pub fn change(&mut self, change: u32, words: &Words) -> Result<ChangeView, Stop> {
        let ever = self.ever()?;
        let names = Names { book: &ever, words };
        let found = self.store().change(numbered(change), WHOLE)?;
        let change = found.ok_or_else(gone)?;
        let last = self.store().last_change()?;
        let mut rows: Vec<&RowChange> = change.rows.iter().collect();
        let is_named = |row: &RowChange| {
            let place = change.place.as_ref();
            place.is_some_and(|place| (place.entity, &place.row) == (row.entity, &row.row))
        };
        rows.sort_by_key(|row| (!is_named(row), told::is_bookkeeping(row)));
        let left_out = rows.len().saturating_sub(ROWS);
        rows.truncate(ROWS);
        let source = self.source(words);
        Ok(ChangeView {
            line: line(&names, &change, &About::default()),
            rows: changed_rows(&names, source, &rows),
            left_out: left_out_in_words(&names, left_out),
            is_first: change.id.0 == 1 || change.kind == ChangeKind::Import,
            is_last: last == Some(change.id),
        })
    }
}

fn left_out_in_words(names: &Names<'_>, count: usize) -> String {
    match count {
        0 => String::new(),
        count => names.say(&Message::new("history-left-out").with("count", count)),
    }
}

/// A change in a list.
fn line(names: &Names<'_>, change: &Change, about: &About) -> ChangeLine {
    let (sentence, more) = names.sentence(change, about);
    let place = change
        .place
        .as_ref()
        .map(|place| (place.entity, &place.row))
        .filter(|(entity, row)| about.holds(*entity, row));
    let first = change
        .rows
        .iter()
        .find(|row| about.holds(row.entity, &row.row));
    let at = place.or(first.map(|row| (row.entity, &row.row)));
    ChangeLine {
        id: u32::try_from(change.id.0).unwrap_or(u32::MAX),
        day: names.say(&date_in_words(change.at.date_naive())),
        time: change.at.format("%H:%M").to_string(),
        person: change.person.clone(),
        sentence,
        more: match more {
            0 => String::new(),
            more => names.say(&Message::new("history-more").with("count", more)),
        },
        at: at
            // The first content is everywhere.
            .filter(|_| change.kind != ChangeKind::Import)
            .map(|(entity, row)| names.at(entity, row))
            .unwrap_or_default(),
    }
}

/// What a change did, row by row; the cells of a line of a table are told with the line.
fn changed_rows(names: &Names<'_>, source: Source<'_>, rows: &[&RowChange]) -> Vec<RowDiffView> {
    let line_of = |row: &RowChange| {
        let amount = (row.entity == Entity::Amount).then(|| names.book.amounts.find(&row.row));
        Some(amount??.line.row().clone())
    };
    let mut lines: Vec<(RowId, Vec<(usize, FieldDiffView)>)> = Vec::new();
    let mut views = Vec::new();
    for row in rows {
        let Some(line) = line_of(row) else {
            views.push(changed_row(names, source, row));
            continue;
        };
        let cells = names.column_views(TwoStates::of(row).pair());
        match lines.iter_mut().find(|(id, _)| *id == line) {
            Some((_, all)) => all.extend(cells),
            None => lines.push((line, cells)),
        }
    }
    for (line, mut cells) in lines {
        cells.sort_by_key(|(order, _)| *order);
        let fields = cells.into_iter().map(|(_, field)| field).collect();
        let place = (Entity::Line, &line);
        views.push(row_view(names, source, place, Done::Kept, fields));
    }
    views
}

/// What a change did to a row, for the screen.
fn changed_row(names: &Names<'_>, source: Source<'_>, change: &RowChange) -> RowDiffView {
    let states = TwoStates::of(change);
    let pair = states.pair();
    let done = match change.kind {
        _ if !change.entity.key().is_empty() => Done::Kept,
        RowChangeKind::Insert => Done::Added,
        RowChangeKind::Delete => Done::Removed,
        RowChangeKind::Update if pair.moved() => Done::Moved,
        RowChangeKind::Update => Done::Kept,
    };
    let fields = names.field_views(pair);
    row_view(names, source, (change.entity, &change.row), done, fields)
}

/// A row in a difference.
fn row_view(
    names: &Names<'_>,
    source: Source<'_>,
    (entity, row): (Entity, &RowId),
    done: Done,
    fields: Vec<FieldDiffView>,
) -> RowDiffView {
    let is_there = source.book.row(entity, row).is_some();
    RowDiffView {
        title: capital(&names.whole(entity, row)),
        at: names.at(entity, row),
        done,
        word: names.words.word(match done {
            Done::Added => "history-word-added",
            Done::Removed => "history-word-removed",
            Done::Moved => "history-word-moved",
            Done::Kept => "history-word-changed",
        }),
        fields,
        spot: is_there.then(|| source.spot(&Place::row(entity, row))),
        report: names
            .report_of(entity, row)
            .map(|report| report.id.to_string()),
    }
}

/// Where something is, in words, by a book that has everything that is or was in the file.
pub(crate) fn where_is(ever: &Book, words: &Words, place: &Place) -> String {
    title(&Names { book: ever, words }, place)
}

/// What a history is of, in words.
fn title(names: &Names<'_>, place: &Place) -> String {
    let called = names.whole(place.entity, &place.row);
    capital(&match place.field {
        None => called,
        Some(field) => names.say(
            &Message::new("history-field-of")
                .with("field", names.field(place.entity, field))
                .with("what", names.called(place.entity, &place.row)),
        ),
    })
}

/// A row with everything that hangs under it in a book.
fn under(book: &Book, entity: Entity, row: &RowId) -> HashSet<(Entity, RowId)> {
    let mut found = HashSet::from([(entity, row.clone())]);
    for table in Entity::ALL.iter().copied() {
        let mut rows = book.rows(table);
        loop {
            let before = found.len();
            rows.retain(|row| {
                let hangs = holders(table, row)
                    .into_iter()
                    .any(|holder| found.contains(&holder));
                if hangs {
                    found.insert((table, row.id.clone()));
                }
                !hangs
            });
            // Sections stand in sections; nothing else hangs under its own table.
            if table != Entity::Section || found.len() == before {
                break;
            }
        }
    }
    found
}

/// The rows that a row hangs under: the one of its parent's table, and a section's own.
fn holders(entity: Entity, row: &Row) -> Vec<(Entity, RowId)> {
    let cell = |field: &str| {
        let (column, _) = entity.field(field)?;
        RowId::parse(row.cells[column].as_deref()?).ok()
    };
    let parent = entity
        .parent()
        .and_then(|(parent, by)| Some((parent, cell(by)?)));
    let section = (entity == Entity::Section)
        .then(|| cell("parent"))
        .flatten()
        .map(|id| (Entity::Section, id));
    parent.into_iter().chain(section).collect()
}

/// What the history of a place is of: a row with what hangs under it, and of a card the figures of
/// its measure, which stand on it; of a field, its row alone.
fn with_figures(book: &Book, place: &Place) -> HashSet<(Entity, RowId)> {
    if place.field.is_some() {
        return HashSet::from([(place.entity, place.row.clone())]);
    }
    let mut rows = under(book, place.entity, &place.row);
    if place.entity == Entity::Entry
        && let Some(entry) = book.entries.find(&place.row)
    {
        let values = book.values.under(&entry.measure);
        rows.extend(values.map(|value| (Entity::Value, value.id.row().clone())));
    }
    rows
}

/// The change of a number.
fn numbered(change: u32) -> ChangeId {
    ChangeId(i64::from(change))
}

fn gone() -> Stop {
    Stop::new("change-not-there")
}
