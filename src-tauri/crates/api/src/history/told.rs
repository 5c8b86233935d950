//! A change in one sentence, as people would tell it.

use std::collections::HashSet;

use outturn_model::record::Entity;
use outturn_model::{Message, Place, Row, RowId};
use outturn_store::{Change, ChangeKind, RowChange, RowChangeKind};

use super::cells::{FieldDiff, Pair, Shape};
use super::names::{Names, capital};
use super::redline::{Counts, count, counts, redline};

/// The longest words that a sentence gives whole, in characters.
const SHORT: usize = 60;

/// Rows that a history is of; of a single row perhaps one field alone.
#[derive(Debug, Clone, Default)]
pub(super) struct About {
    /// The rows; nothing for the whole file.
    pub rows: Option<HashSet<(Entity, RowId)>>,
    /// The one field.
    pub field: Option<&'static str>,
}

impl About {
    pub(super) fn holds(&self, entity: Entity, row: &RowId) -> bool {
        let rows = self.rows.as_ref();
        rows.is_none_or(|rows| rows.contains(&(entity, row.clone())))
    }
}

/// What a change did to a row, as two rows in which only what changed is filled in.
pub(super) struct TwoStates {
    entity: Entity,
    before: Option<Row>,
    after: Option<Row>,
}

impl TwoStates {
    pub(super) fn of(change: &RowChange) -> Self {
        let row = |kind: RowChangeKind, after: bool| {
            let mut row = Row {
                id: change.row.clone(),
                cells: vec![None; change.entity.fields().len()],
            };
            for cell in &change.cells {
                if let Some((column, _)) = change.entity.field(cell.field) {
                    let text = if after { &cell.after } else { &cell.before };
                    row.cells[column].clone_from(text);
                }
            }
            // A figure is a cell to people, not a row that comes and goes.
            let is_cell = !change.entity.key().is_empty();
            (is_cell || change.kind != kind).then_some(row)
        };
        Self {
            entity: change.entity,
            before: row(RowChangeKind::Insert, false),
            after: row(RowChangeKind::Delete, true),
        }
    }

    pub(super) fn pair(&self) -> Pair<'_> {
        Pair {
            entity: self.entity,
            before: self.before.as_ref(),
            after: self.after.as_ref(),
            across: false,
        }
    }
}

impl Names<'_> {
    /// What a change did, and how many further rows it touched.
    pub(super) fn sentence(&self, change: &Change, about: &About) -> (String, usize) {
        let (sentence, told) = self.plain(change, about);
        let more = change
            .rows
            .iter()
            .filter(|row| !is_bookkeeping(row) && about.holds(row.entity, &row.row))
            .count()
            .saturating_sub(told);
        let prefix = match change.kind {
            ChangeKind::Undo => "history-undone",
            ChangeKind::Redo => "history-redone",
            ChangeKind::BringIn => "history-brought-in",
            ChangeKind::Edit if change.label == "edit-restore" => "history-restored",
            ChangeKind::Edit | ChangeKind::Import => return (capital(&sentence), more),
        };
        let sentence = capital(&sentence);
        let said = Message::new(prefix);
        (self.say(&said.with("sentence", sentence)), more)
    }

    /// The sentence, without saying whether it was taken back or restored, and how many rows it
    /// speaks of.
    fn plain(&self, change: &Change, about: &About) -> (String, usize) {
        let said = self.by_label(change, about);
        if let Some(said) = said.or_else(|| self.step_sentence(change, about)) {
            return (said, usize::MAX);
        }
        let place = change.place.as_ref();
        let named = |row: &&RowChange| {
            place.is_some_and(|place| (place.entity, &place.row) == (row.entity, &row.row))
        };
        let rows = || {
            let rows = change.rows.iter();
            rows.filter(|row| about.holds(row.entity, &row.row))
        };
        let principal = rows()
            .find(named)
            .or_else(|| rows().find(|row| !is_bookkeeping(row)))
            .or_else(|| rows().next());
        match (principal, place) {
            (Some(row), _) => (self.row_sentence(row, about.field), 1),
            (None, Some(place)) => (self.place_sentence(&change.label, place), 1),
            (None, None) => (self.words.word("history-nothing"), 0),
        }
    }

    /// The sentence of what has one of its own, whatever its rows.
    fn by_label(&self, change: &Change, about: &About) -> Option<String> {
        if about.rows.is_some() && change.kind != ChangeKind::Import {
            return None;
        }
        let called = || {
            let place = change.place.as_ref()?;
            Some(self.called(place.entity, &place.row))
        };
        let of = |key: &'static str| Some(self.say(&Message::new(key).with("what", called()?)));
        match change.label.as_str() {
            "edit-thinned" => Some(self.words.word("history-base")),
            _ if change.kind == ChangeKind::Import => Some(self.words.word("history-begun")),
            "edit-roll" => of("history-rolled"),
            "edit-exported" => of("history-exported"),
            "edit-restore" if change.place.is_none() => Some(self.words.word("history-whole-file")),
            _ => None,
        }
    }

    /// What was done at a place of which the cells are not at hand.
    fn place_sentence(&self, label: &str, place: &Place) -> String {
        let what = self.whole(place.entity, &place.row);
        self.say(&match label {
            "edit-add" => Message::new("history-added").with("what", what),
            "edit-remove" => Message::new("history-removed").with("what", what),
            "edit-move" => Message::new("history-moved").with("what", what),
            _ => Message::new("history-changed").with("what", what),
        })
    }

    /// What was done to one row.
    pub(super) fn row_sentence(&self, change: &RowChange, field: Option<&'static str>) -> String {
        let states = TwoStates::of(change);
        let pair = states.pair();
        let what = || self.whole(change.entity, &change.row);
        match (pair.before, pair.after) {
            (None, _) if field.is_none() => {
                return self.say(&Message::new("history-added").with("what", what()));
            }
            (_, None) if field.is_none() => {
                return self.say(&Message::new("history-removed").with("what", what()));
            }
            _ => {}
        }
        let mut diffs = self.differing(pair);
        diffs.retain(|diff| field.is_none_or(|field| field == diff.field));
        let review = diffs.iter().position(|diff| diff.field == "unreviewed");
        if let Some(at) = review.filter(|_| diffs.len() > 1) {
            // The mark of words to review goes with the words.
            diffs.remove(at);
        }
        match diffs.as_slice() {
            [] if pair.moved() => self.moved_sentence(change),
            [] => self.say(&Message::new("history-changed").with("what", what())),
            [diff] => self.field_sentence(change.entity, &change.row, diff),
            several => {
                let names = several
                    .iter()
                    .map(|diff| self.field(change.entity, diff.field));
                let names: Vec<String> = names.collect();
                let said = Message::new("history-several")
                    .with("what", self.called(change.entity, &change.row))
                    .with("fields", names.join(&self.words.word("list-separator")));
                self.say(&said)
            }
        }
    }

    fn moved_sentence(&self, change: &RowChange) -> String {
        let what = self.whole(change.entity, &change.row);
        let parent = change.cells.iter().find(|cell| {
            (change.entity, cell.field) == (Entity::Section, "parent")
                || change
                    .entity
                    .parent()
                    .is_some_and(|(_, by)| by == cell.field)
        });
        let into = parent.map(|cell| {
            let id = cell.after.as_deref().and_then(|id| RowId::parse(id).ok());
            id.map(|id| match change.entity.parent() {
                Some((parent, by)) if by == cell.field => self.called(parent, &id),
                _ => self.called(Entity::Section, &id),
            })
        });
        self.say(&match into {
            None => Message::new("history-moved").with("what", what),
            Some(None) => Message::new("history-moved-top").with("what", what),
            Some(Some(into)) => Message::new("history-moved-into")
                .with("what", what)
                .with("into", into),
        })
    }

    /// What became of one field.
    fn field_sentence(&self, entity: Entity, row: &RowId, diff: &FieldDiff) -> String {
        let what = self.called(entity, row);
        match diff.field {
            "unreviewed" if diff.after.is_none() => {
                return self.say(&Message::new("history-reviewed").with("what", what));
            }
            "unreviewed" => {
                return self.say(&Message::new("history-unreviewed").with("what", what));
            }
            _ => {}
        }
        let field = self.field(entity, diff.field);
        if diff.shape == Shape::Flag {
            let key = match diff.after {
                Some(_) => "history-on",
                None => "history-off",
            };
            let said = Message::new(key);
            return self.say(&said.with("field", capital(&field)).with("what", what));
        }
        let is_figure = matches!(entity, Entity::Value | Entity::Amount) && diff.field == "amount";
        let subject = if is_figure {
            what
        } else {
            let key = if diff.field == "commentary" {
                "history-field-on"
            } else {
                "history-field-of"
            };
            let said = Message::new(key);
            self.say(&said.with("field", field).with("what", what))
        };
        match diff.shape {
            Shape::Text => self.text_sentence(subject, diff),
            _ => self.value_sentence(subject, diff, is_figure),
        }
    }

    fn value_sentence(&self, subject: String, diff: &FieldDiff, is_figure: bool) -> String {
        let said = |key: &'static str| Message::new(key).with("subject", subject.clone());
        // What people wrote stands in quotation marks; figures, dates and choices do not.
        let shown = |text: &str| match diff.shape {
            Shape::Line => self.say(&Message::new("history-quoted").with("words", text)),
            _ => text.to_owned(),
        };
        self.say(&match (&diff.before, &diff.after) {
            (Some(before), Some(after)) => said("history-from-to")
                .with("before", shown(before))
                .with("after", shown(after)),
            (None, Some(after)) => {
                let key = if is_figure || diff.shape == Shape::Line {
                    "history-entered"
                } else {
                    "history-set"
                };
                said(key).with("after", shown(after))
            }
            (Some(before), None) => said("history-cleared").with("before", shown(before)),
            (None, None) => said("history-marks"),
        })
    }

    fn text_sentence(&self, subject: String, diff: &FieldDiff) -> String {
        let said = |key: &'static str, count: usize| {
            let message = Message::new(key);
            message
                .with("subject", subject.clone())
                .with("count", count)
        };
        let short = |text: &String| text.chars().count() <= SHORT && !text.contains('\n');
        self.say(&match (&diff.before, &diff.after) {
            (None, Some(after)) if short(after) => {
                said("history-set-quoted", 0).with("after", after.as_str())
            }
            (None, Some(after)) => said("history-written", count(after)),
            (Some(before), None) => said("history-taken", count(before)),
            (Some(before), Some(after)) => {
                let Counts { removed, added } = counts(&redline(before, after));
                match (removed, added) {
                    (0, 0) => said("history-marks", 0),
                    (removed, added) if removed == added => said("history-words-changed", added),
                    (0, added) => said("history-words-added", added),
                    (removed, 0) => said("history-words-removed", removed),
                    (removed, added) => said("history-words-both", added).with("removed", removed),
                }
            }
            (None, None) => said("history-marks", 0),
        })
    }
}

/// Whether a row was changed only because another was: a list of corrected figures, the mark of a
/// final paper.
pub(super) fn is_bookkeeping(row: &RowChange) -> bool {
    row.entity == Entity::Restatement
        || (row.entity == Entity::Report
            && matches!(row.cells.as_slice(), [cell] if cell.field == "exported_on"))
}
