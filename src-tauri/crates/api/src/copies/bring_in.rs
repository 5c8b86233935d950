//! Handing a working copy out, bringing it in again, and settling what does not go together.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use outturn_model::cell::Moment;
use outturn_model::{Book, Entity, Message, Place};
use outturn_store::{
    BroughtIn, Changes, Conflict, Label, Passphrase, Problem, Said, Settlement, Store,
};
use outturn_words::Words;

use super::CHANGES_EXTENSION;
use crate::change::typed;
use crate::history::where_is;
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::session::Session;
use crate::view::Source;
use crate::wire::{BroughtInView, BroughtPlace, Choose, CommittedView, ConflictView, SideView};

/// The most places that a look at what comes in lists.
const MOST_LISTED: usize = 200;

impl Session {
    /// Writes a working copy for a person.
    ///
    /// # Errors
    /// If the person is not there, or why the copy cannot be written; there is none then.
    pub(crate) fn hand_out(
        &self,
        person: &str,
        path: &Path,
        outside: &dyn Outside,
    ) -> Result<(), Stop> {
        let person = self.find_person(person)?;
        Ok(self
            .store()
            .hand_out(path, person.id.row(), outside.now())?)
    }

    /// Writes the changes of this file: of a working copy, those that were made in it; of another,
    /// all.
    ///
    /// # Errors
    /// If there is a file of that name, or it cannot be written; there is none then.
    pub(crate) fn save_changes(&self, path: &Path) -> Result<usize, Stop> {
        let said = |key: &'static str| {
            Stop::Said(
                key,
                Message::new(key).with("file", path.display().to_string()),
            )
        };
        if self.store().is_closed() {
            return Err(Stop::new("changes-closed"));
        }
        if path.extension().is_none_or(|end| end != CHANGES_EXTENSION) {
            return Err(said("changes-extension"));
        }
        if path.exists() {
            return Err(said("changes-exists"));
        }
        let began = self.store().handed_out()?.map(|copy| copy.head);
        let changes = self.store().changes_since(began.as_slice())?;
        if changes.is_empty() {
            return Err(Stop::new("changes-none"));
        }
        crate::export::write_beside(path, &String::from_utf8_lossy(&changes.to_bytes()))?;
        Ok(changes.len())
    }

    /// What bringing a copy, or a file of changes, in would come to.
    ///
    /// # Errors
    /// Why it cannot be brought in.
    pub(crate) fn look_at_copy(
        &mut self,
        path: &Path,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<BroughtInView, Stop> {
        let changes = changes_of(path, self.store().passphrase())?;
        let by = self.author(outside);
        let came = self
            .store_mut()
            .preview(&by, &[changes])
            .map_err(|error| named(error, path))?;
        let ever = self.ever()?;
        let told = Told {
            words,
            ever: &ever,
            ahead: true,
        };
        Ok(told.brought_in(self.source(words), &came))
    }

    /// Brings a copy, or a file of changes, in.
    ///
    /// # Errors
    /// Why it cannot be; nothing is changed then.
    pub(crate) fn bring_in(
        &mut self,
        path: &Path,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<BroughtInView, Stop> {
        self.take_in(
            &[changes_of(path, self.store().passphrase())?],
            outside,
            words,
        )
        .map_err(|stop| match stop {
            Stop::Store(error) => named(error, path),
            other => other,
        })
    }

    /// Brings changes in, as one change.
    ///
    /// # Errors
    /// Why they cannot be; nothing is changed then.
    pub(super) fn take_in(
        &mut self,
        changes: &[Changes],
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<BroughtInView, Stop> {
        let by = self.author(outside);
        let came = self.store_mut().bring_in(&by, changes)?;
        self.changed(came.committed.touched.clone(), Vec::new(), words)?;
        let ever = self.ever()?;
        let told = Told {
            words,
            ever: &ever,
            ahead: false,
        };
        Ok(told.brought_in(self.source(words), &came))
    }

    /// What has to be decided.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub(crate) fn conflicts(&mut self, words: &Words) -> Result<Vec<ConflictView>, Stop> {
        let open = self.store().conflicts()?;
        if open.is_empty() {
            return Ok(Vec::new());
        }
        let ever = self.ever()?;
        let told = Told {
            words,
            ever: &ever,
            ahead: false,
        };
        let source = self.source(words);
        let views = open.iter().map(|conflict| told.conflict(source, conflict));
        Ok(views.collect())
    }

    /// Settles a conflict.
    ///
    /// # Errors
    /// If it is not open any more, or cannot be settled so; nothing is changed then.
    pub(crate) fn settle(
        &mut self,
        id: &str,
        choose: &Choose,
        outside: &dyn Outside,
        words: &Words,
    ) -> Result<CommittedView, Stop> {
        let open = self.store().conflicts()?;
        let conflict = open.iter().find(|conflict| id_of(conflict) == id);
        let conflict = conflict.ok_or_else(|| Stop::new("conflict-settled"))?;
        let settlement = match choose {
            Choose::Side(side) => Settlement::Take(*side),
            Choose::Keep => Settlement::Keep,
            Choose::LeaveOut => Settlement::LeaveOut,
            Choose::Text(text) => {
                let cell = typed(&conflict.place, text)?;
                Settlement::Text(Some(cell).filter(|text| !text.is_empty()))
            }
        };
        let label = Label::about("edit-settled", conflict.place.clone());
        let by = self.author(outside);
        let committed = self
            .store_mut()
            .settle(&by, &label, conflict, &settlement)?;
        self.changed(committed.touched, Vec::new(), words)
    }
}

/// The changes that a copy or a file of changes holds.
fn changes_of(path: &Path, passphrase: Option<&Passphrase>) -> Result<Changes, Stop> {
    let said = |key: &'static str, message: Message| {
        Stop::Said(key, message.with("file", path.display().to_string()))
    };
    if path.extension().is_some_and(|end| end == CHANGES_EXTENSION) {
        let bytes = fs::read(path)
            .map_err(|_| said("changes-not-read", Message::new("changes-not-read")))?;
        return Changes::read(&bytes).map_err(|fault| {
            let message = fault.message();
            said(message.key, message)
        });
    }
    let copy = Store::open_read_only_with(path, passphrase);
    let copy = copy.map_err(|error| match error.problem {
        Problem::Closed | Problem::WrongPassphrase => {
            said("copy-closed", Message::new("copy-closed"))
        }
        _ => Stop::Store(error),
    })?;
    Ok(copy.changes_all()?)
}

/// What is wrong with what was brought is said of its file, not of the one that is open.
fn named(error: outturn_store::StoreError, path: &Path) -> Stop {
    match &error.problem {
        Problem::Changes { .. } => {
            let message = error.message().with("file", path.display().to_string());
            Stop::Said(message.key, message)
        }
        _ => Stop::Store(error),
    }
}

/// What names a conflict: its place, and the changes that are its sides.
fn id_of(conflict: &Conflict) -> String {
    let sides = conflict.sides.iter().map(|side| {
        let hash = side.change.iter().take(8);
        hash.map(|byte| format!("{byte:02x}")).collect::<String>()
    });
    let sides: Vec<String> = sides.collect();
    format!("{} {}", conflict.place, sides.join(" "))
}

/// What is told of copies, in words.
struct Told<'a> {
    words: &'a Words,
    /// Everything that is or was in the file.
    ever: &'a Book,
    /// Whether it is told before it is done.
    ahead: bool,
}

impl Told<'_> {
    fn brought_in(&self, source: Source<'_>, came: &BroughtIn) -> BroughtInView {
        let mut by: BTreeMap<&str, usize> = BTreeMap::new();
        for change in &came.new {
            *by.entry(change.person.as_str()).or_default() += 1;
        }
        let by = by.into_iter().map(|(person, count)| {
            let message = Message::new("brought-by").with("person", self.person(person));
            source.say(&message.with("count", count))
        });
        let places = came.committed.rows.iter().flat_map(|row| {
            let cells = row.cells.iter().filter(|cell| cell.field != "position");
            let whole = row.kind != outturn_store::RowChangeKind::Update;
            let row_place = whole.then(|| Place::row(row.entity, &row.row));
            let cells = cells.filter(move |_| !whole);
            let cells = cells.map(|cell| Place::cell(row.entity, &row.row, cell.field));
            row_place.into_iter().chain(cells)
        });
        let sentence = Message::new(match (came.new.len(), came.conflicts.len(), self.ahead) {
            (0, _, _) => "brought-nothing",
            (_, 0, true) => "brings",
            (_, 0, false) => "brought",
            (_, _, true) => "brings-with-conflicts",
            (_, _, false) => "brought-with-conflicts",
        });
        BroughtInView {
            sentence: source.say(
                &sentence
                    .with("count", came.new.len())
                    .with("conflicts", came.conflicts.len()),
            ),
            by: by.collect(),
            changes: places
                .take(MOST_LISTED)
                .map(|place| self.brought(source, &place))
                .collect(),
            merged: came
                .merged
                .iter()
                .map(|text| self.brought(source, &text.place))
                .collect(),
            conflicts: came
                .conflicts
                .iter()
                .map(|conflict| self.conflict(source, conflict))
                .collect(),
        }
    }

    fn brought(&self, source: Source<'_>, place: &Place) -> BroughtPlace {
        BroughtPlace {
            spot: source.spot(place),
            at: self.at(place),
        }
    }

    fn at(&self, place: &Place) -> String {
        where_is(self.ever, self.words, place)
    }

    /// Who did something; a computer may not have said.
    fn person(&self, person: &str) -> String {
        match person {
            "" => self.words.word("brought-somebody"),
            person => person.to_owned(),
        }
    }

    fn conflict(&self, source: Source<'_>, conflict: &Conflict) -> ConflictView {
        let words = |cells: &[(&str, Option<String>)]| {
            let said = cells.iter().filter_map(|(_, cell)| cell.as_deref());
            let said = said.collect::<Vec<_>>().join(" · ");
            match said.is_empty() {
                true => self.words.word("conflict-empty"),
                false => said,
            }
        };
        let sides = conflict.sides.iter().map(|side| SideView {
            by: self.person(&side.person),
            at: source.moment(Moment(side.at)),
            text: match &side.said {
                Said::Cells(cells) => words(cells),
                Said::Removed => self.words.word("conflict-removed"),
                Said::Changed => {
                    let message = Message::new("conflict-changed");
                    source.say(&message.with("place", self.at(&side.place)))
                }
            },
        });
        ConflictView {
            id: id_of(conflict),
            spot: source.spot(&conflict.place),
            at: self.at(&conflict.place),
            report: self
                .ever
                .above(conflict.place.entity, &conflict.place.row, Entity::Report)
                .map(|report| report.to_string()),
            removed: conflict.place.field.is_none(),
            sides: sides.collect(),
            base: conflict.base.as_deref().map(words).unwrap_or_default(),
        }
    }
}
