//! Comments on sections and their fields.

use outturn_model::agreement::Comment;
use outturn_model::cell::{Flag, Line, Moment, Text};
use outturn_model::directorate::Person;
use outturn_model::section::Section;
use outturn_model::{Book, Edit, Entity, Id, Place, Record, RowId};

use super::people::post_of;
use crate::outside::Outside;
use crate::refusal::Stop;

/// The edit that says something of a section.
///
/// # Errors
/// If nothing is said, or what it is about or answers is not there.
pub(crate) fn comment(
    book: &Book,
    section: &Section,
    about: Option<&str>,
    answers: Option<&str>,
    text: &str,
    person: &Person,
    outside: &mut dyn Outside,
) -> Result<Edit, Stop> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Stop::new("comment-empty"));
    }
    let about = about
        .map(|about| place_in(book, section, about))
        .transpose()?;
    let answers = answers.map(|id| find(book, id)).transpose()?;
    let row = Comment {
        id: Id::new(RowId::from_random(outside.random())),
        section: section.id.clone(),
        about: Line::new(about.map(|place| place.to_string()).unwrap_or_default()),
        answers: answers.map(|comment| comment.id.clone()),
        person: Some(person.id.clone()),
        said_by: Line::new(post_of(person)),
        said_at: Some(Moment(outside.now())),
        text: Text::new(text),
        resolved: Flag(false),
    };
    Ok(Edit::Insert {
        entity: Entity::Comment,
        row: row.to_row(),
    })
}

/// The edit that settles a comment or opens it again.
///
/// # Errors
/// If it is not there.
pub(crate) fn resolve(book: &Book, comment: &str, resolved: bool) -> Result<Edit, Stop> {
    let comment = find(book, comment)?;
    Ok(Edit::Set {
        entity: Entity::Comment,
        row: comment.id.row().clone(),
        field: "resolved",
        to: resolved.then(|| "yes".to_owned()),
    })
}

/// A place that is in a section.
///
/// # Errors
/// If it is not.
pub(super) fn place_in(book: &Book, section: &Section, about: &str) -> Result<Place, Stop> {
    let place = Place::parse(about).ok_or_else(gone)?;
    let holds = book.above(place.entity, &place.row, Entity::Section);
    let is_there = book.row(place.entity, &place.row).is_some();
    match holds {
        Some(holds) if is_there && holds == *section.id.row() => Ok(place),
        _ => Err(gone()),
    }
}

fn find<'a>(book: &'a Book, id: &str) -> Result<&'a Comment, Stop> {
    let id = RowId::parse(id).map_err(|_| gone())?;
    book.comments.find(&id).ok_or_else(gone)
}

fn gone() -> Stop {
    Stop::new("change-not-there")
}
