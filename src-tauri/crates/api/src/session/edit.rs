//! Changing an open file, and taking changes back.

use std::path::Path;

use outturn_model::{Edit, Entity, Message, Period, Place, RowId};
use outturn_store::{Committed, Label, RowChange, RowChangeKind, Scope, Step};
use outturn_words::Words;

use super::Session;
use crate::agreement::post_of;
use crate::change::{consequences, edits_of};
use crate::copies::not_theirs;
use crate::lapse;
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::template::{OWN_EXTENSION, Template, graft, layout_of};
use crate::wire::{Change, CommittedView};

impl Session {
    /// Saves the layout of a report as a template file.
    ///
    /// # Errors
    /// If the report is not there, or why the file cannot be made; there is none then.
    pub fn save_template(
        &self,
        report: &str,
        path: &Path,
        with_words: bool,
        outside: &dyn Outside,
    ) -> Result<(), Stop> {
        let report = self.find_report(report)?;
        let ends_so = path.extension().is_some_and(|end| end == OWN_EXTENSION);
        if !ends_so {
            let message =
                Message::new("template-extension").with("file", path.display().to_string());
            return Err(Stop::Said("template-extension", message));
        }
        let layout = layout_of(&self.book, report, with_words);
        crate::opening::create(path, &layout, outside).map(drop)
    }

    /// Adds a report to the file, as one step of undo.
    ///
    /// # Errors
    /// Why the template cannot be used; nothing is changed then.
    pub fn add_report(
        &mut self,
        template: &Template<'_>,
        period: Period,
        outside: &mut dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let template = template.book()?;
        let grafted = graft(&template, &self.book, period, &mut || outside.random());
        let label = Label::about("edit-add", Place::row(Entity::Report, &grafted.report));
        let committed = self
            .store
            .transact(&self.author(outside), &label, &grafted.edits)?;
        self.changed(committed.touched, vec![grafted.report], words)
    }

    /// Makes changes, all or none. What was said of a report's final paper lapses with them.
    ///
    /// # Errors
    /// The first change that cannot be made, or, unless it is `agreed`, that a change of layout would
    /// end what was agreed to; nothing is changed then.
    pub fn edit(
        &mut self,
        changes: &[Change],
        agreed: bool,
        outside: &mut dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let by = self.author(outside);
        let (mut edits, added) = edits_of(&self.book, words, changes, &mut || outside.random())?;
        if let Some(person) = self.copy_of()
            && not_theirs(&self.book, person, &edits).is_some()
        {
            let message = Message::new("copy-not-yours").with("post", post_of(person));
            return Err(Stop::Said("copy-not-yours", message));
        }
        edits.extend(consequences(&self.book, &edits, words));
        if !agreed {
            lapse::asks(&self.book, &edits, words)?;
        }
        edits.extend(lapse::lapses(&self.book, &edits));
        let committed = self.store.transact(&by, &label_of(&edits), &edits)?;
        self.changed(committed.touched, added, words)
    }

    /// Makes edits, all or none, as one step under a name of its own.
    ///
    /// # Errors
    /// The first edit that does not fit; nothing is changed then.
    pub(crate) fn commit(
        &mut self,
        label: &Label,
        edits: &[Edit],
        added: Vec<RowId>,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let committed = self.store.transact(&self.author(outside), label, edits)?;
        self.changed(committed.touched, added, words)
    }

    /// Takes the last step back.
    ///
    /// # Errors
    /// If there is none.
    pub fn undo(&mut self, outside: &dyn Outside, words: &Words) -> Result<CommittedView, Stop> {
        let committed = self.store.undo(&self.author(outside))?;
        let committed = committed.ok_or_else(|| Stop::new("nothing-to-undo"))?;
        self.stepped(committed, words)
    }

    /// Makes the step last taken back again.
    ///
    /// # Errors
    /// If there is none.
    pub fn redo(&mut self, outside: &dyn Outside, words: &Words) -> Result<CommittedView, Stop> {
        let committed = self.store.redo(&self.author(outside))?;
        let committed = committed.ok_or_else(|| Stop::new("nothing-to-redo"))?;
        self.stepped(committed, words)
    }

    /// What an undo or redo comes to, with the place to show: what it took away is seen where it was.
    fn stepped(&mut self, committed: Committed, words: &Words) -> Result<CommittedView, Stop> {
        // A restatement only says that a figure changed; the figure is what to show.
        let says = |row: &&RowChange| row.entity != Entity::Restatement;
        let shown = committed.rows.iter().find(says).or(committed.rows.first());
        let place = shown.map(place_of);
        let spot = |session: &Self, place: &Place| session.source(words).spot(place);
        let before = place.as_ref().map(|place| spot(self, place));
        let mut view = self.changed(committed.touched, Vec::new(), words)?;
        let is_there = |place: &Place| self.book.row(place.entity, &place.row).is_some();
        view.at = match place {
            Some(place) if is_there(&place) => Some(spot(self, &place)),
            _ => before,
        };
        Ok(view)
    }

    pub(crate) fn changed(
        &mut self,
        touched: Vec<(Entity, RowId)>,
        added: Vec<RowId>,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        if !touched.is_empty() {
            self.take_over(&touched)?;
            self.checked = None;
            self.texts = None;
            self.ever = None;
            self.loaded = None;
            self.standings = None;
        }
        let (undo, redo) = self.steps(words)?;
        let place = |(entity, row): (Entity, RowId)| Place::row(entity, &row).to_string();
        Ok(CommittedView {
            touched: touched.into_iter().map(place).collect(),
            added: added.iter().map(ToString::to_string).collect(),
            undo,
            redo,
            at: None,
        })
    }

    /// Reads again the rows that an edit touched.
    fn take_over(&mut self, touched: &[(Entity, RowId)]) -> Result<(), Stop> {
        let rows = touched.iter().map(|(entity, id)| {
            let row = self.store.row(*entity, id)?;
            Ok((*entity, id.clone(), row))
        });
        let rows = rows.collect::<Result<Vec<_>, Stop>>()?;
        if self.book.update(&rows).is_err() {
            // Reading it all says what does not fit.
            self.book = self.store.book(&Scope::Everything)?;
        }
        Ok(())
    }

    /// What undo and redo would do, in words.
    pub(super) fn steps(&self, words: &Words) -> Result<(Option<String>, Option<String>), Stop> {
        let say = |step: Option<Step>| step.map(|step| step_in_words(&step, words));
        Ok((say(self.store.can_undo()?), say(self.store.can_redo()?)))
    }
}

/// The place to look at after a change of a row: the cell, where one alone changed.
fn place_of(row: &RowChange) -> Place {
    // The mark of words to review goes and comes back with the words.
    let cells: Vec<_> = row
        .cells
        .iter()
        .filter(|cell| cell.field != "unreviewed")
        .collect();
    let cells = if cells.is_empty() {
        row.cells.iter().collect()
    } else {
        cells
    };
    match (row.kind, cells.as_slice()) {
        (RowChangeKind::Update, [cell]) => Place::cell(row.entity, &row.row, cell.field),
        _ => Place::row(row.entity, &row.row),
    }
}

/// What history calls a list of edits: by its first one, which the others furnish.
fn label_of(edits: &[Edit]) -> Label {
    match edits.first() {
        None => Label::new("edit-many"),
        Some(Edit::Insert { entity, row }) => {
            Label::about("edit-add", Place::row(*entity, &row.id))
        }
        Some(Edit::Remove { entity, row }) => Label::about("edit-remove", Place::row(*entity, row)),
        Some(Edit::Set {
            entity, row, field, ..
        }) => {
            let key = if matches!(*field, "position" | "parent") {
                "edit-move"
            } else {
                "edit-set"
            };
            Label::about(key, Place::cell(*entity, row, field))
        }
    }
}

fn step_in_words(step: &Step, words: &Words) -> String {
    let key = match step.label.as_str() {
        "edit-add" => "edit-add",
        "edit-remove" => "edit-remove",
        "edit-move" => "edit-move",
        "edit-set" => "edit-set",
        "edit-start" => "edit-start",
        "edit-agreement" => "edit-agreement",
        "edit-comment" => "edit-comment",
        "edit-settled" => "edit-settled",
        "edit-exported" => "edit-exported",
        "edit-roll" => "edit-roll",
        "edit-restore" => "edit-restore",
        _ => "edit-many",
    };
    let noun = |name: &str| {
        let key = format!("noun-{}", name.replace('_', "-"));
        words.named(&key).unwrap_or(key)
    };
    let what = match &step.place {
        Some(place) => match (place.field, key) {
            (Some(field), "edit-set") => noun(field),
            _ => noun(place.entity.table()),
        },
        None => String::new(),
    };
    words.say(&Message::new(key).with("what", what))
}
