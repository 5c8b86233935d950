//! What is open in a working copy: the sections of the person it was made for.
//!
//! It guides and keeps two people from writing in the same place. It is no lock: whoever has the file
//! can make another copy of it.

use std::collections::HashSet;

use outturn_model::agreement::SignOffKind;
use outturn_model::directorate::{Person, Role};
use outturn_model::section::Section;
use outturn_model::{Book, Edit, Entity, Id, RowId};

use crate::agreement::may_sign;
use crate::lapse::is_agreement;

/// The first of some edits that is not for a person to make in a working copy of theirs.
pub(crate) fn not_theirs<'e>(book: &Book, person: &Person, edits: &'e [Edit]) -> Option<&'e Edit> {
    // Who sets the file up, and who sees it through, works on all of it.
    if matches!(person.role, Some(Role::Performance | Role::Clerk)) {
        return None;
    }
    let open = open_sections(book, person);
    edits
        .iter()
        .find(|edit| !is_open(book, person, &open, edit))
}

/// The sections that a person writes or signs, and those that stand in them.
fn open_sections(book: &Book, person: &Person) -> HashSet<RowId> {
    let own = |section: &&Section| {
        let report = book.reports.get(&section.report);
        section.author.as_ref() == Some(&person.id)
            || report
                .is_some_and(|report| may_sign(book, report, section, SignOffKind::SignOff, person))
    };
    let mut open: HashSet<RowId> = HashSet::new();
    let mut next: Vec<&Id<Section>> = book
        .sections
        .iter()
        .filter(own)
        .map(|row| &row.id)
        .collect();
    while let Some(id) = next.pop() {
        if open.insert(id.row().clone()) {
            let inside = book.sections.iter();
            let inside = inside.filter(|row| row.parent.as_ref() == Some(id));
            next.extend(inside.map(|row| &row.id));
        }
    }
    open
}

fn is_open(book: &Book, person: &Person, open: &HashSet<RowId>, edit: &Edit) -> bool {
    if is_agreement(edit) {
        return true;
    }
    let (entity, row) = match edit {
        Edit::Insert { entity, row } => (*entity, &row.id),
        Edit::Set { entity, row, .. } | Edit::Remove { entity, row } => (*entity, row),
    };
    let parent = |wanted: Entity| -> Option<RowId> {
        match edit {
            Edit::Insert { row, .. } => {
                let (parent, field) = entity.parent()?;
                let (column, _) = entity.field(field)?;
                let id = RowId::parse(row.cells[column].as_deref()?).ok()?;
                book.above(parent, &id, wanted)
            }
            _ => book.above(entity, row, wanted),
        }
    };
    match entity {
        // What others see of a person is set up by the performance team; a key is one's own.
        Entity::SigningKey => parent(Entity::Person).as_ref() == Some(person.id.row()),
        // A first signature gives the file its identity; a final paper leaves its mark.
        Entity::Directorate => matches!(
            edit,
            Edit::Set {
                field: "identity",
                ..
            }
        ),
        Entity::Report => matches!(
            edit,
            Edit::Set {
                field: "exported_on",
                ..
            }
        ),
        Entity::Measure | Entity::Value => parent(Entity::Measure).is_some_and(|id| {
            let measure = book.measures.find(&id);
            measure.is_some_and(|row| row.owner.as_ref() == Some(&person.id))
                || book
                    .entries
                    .iter()
                    .any(|entry| *entry.measure.row() == id && open.contains(entry.section.row()))
        }),
        Entity::Restatement => true,
        _ => parent(Entity::Section).is_some_and(|id| open.contains(&id)),
    }
}
