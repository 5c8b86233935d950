//! What a person typed into a cell of a table, read by the kind of its column.

use outturn_model::cell::EntryProblem;
use outturn_model::directorate::Person;
use outturn_model::figure::{self, Entered, Unit};
use outturn_model::statement::{Amount, Column, ColumnKind};
use outturn_model::status::Status;
use outturn_model::{Entity, Id, Place, Record, Row, RowId, date};

use super::typed::figure_cells;
use super::{ChangeProblem, Draft, not_there, shortened};

/// Fields of an amount, and what they are to hold.
type Cells = Vec<(&'static str, String)>;

impl Draft<'_> {
    /// Enters what was typed where a line and a column meet. A figure takes the place of words that
    /// stood there while the column held some, and words the place of a figure.
    pub(super) fn set_amount(
        &mut self,
        line: &str,
        column: &str,
        text: &str,
    ) -> Result<(), ChangeProblem> {
        let (line, column) = (&self.resolved(line), &self.resolved(column));
        let ids = RowId::parse(line).ok().zip(RowId::parse(column).ok());
        let (line_id, column_id) = ids.ok_or_else(|| not_there(line))?;
        let id = Amount::id_of(&Id::new(line_id.clone()), &Id::new(column_id.clone()));
        let place = |field| Place::cell(Entity::Amount, id.row(), field).to_string();
        let line_row = self.pending_row(Entity::Line, &line_id);
        let line_row = line_row.ok_or_else(|| not_there(&place("amount")))?;
        let column_row = self.pending_row(Entity::Column, &column_id);
        let column_row = column_row.and_then(|row| Column::from_row(&row).ok());
        let column_row = column_row.ok_or_else(|| not_there(&place("amount")))?;

        let (mut cells, cleared): (Cells, &[&str]) = if column_row.kind.holds_figures() {
            let unit = self.unit_of(&line_row, &column_row);
            let cells = read_figure(text, unit).map_err(|problem| ChangeProblem::Entry {
                place: place("amount"),
                problem,
            })?;
            (cells, &["text"])
        } else {
            let words = self.read_words(column_row.kind, text, &place("text"))?;
            (vec![("text", words)], &["amount", "absence", "words"])
        };
        if let Some(before) = self.pending_row(Entity::Amount, id.row()) {
            let holds = |field: &str| {
                let at = Entity::Amount.field(field).map(|(at, _)| at);
                at.is_some_and(|at| before.cells[at].is_some())
            };
            let cleared = cleared.iter().filter(|field| holds(field));
            cells.extend(cleared.map(|field| (*field, String::new())));
        }
        self.put_joined_row(
            Entity::Amount,
            id.row(),
            &[("line", line.as_str()), ("column", column.as_str())],
            &cells,
        )
    }

    /// What the figures of a column count: what it says, else what its table's do.
    fn unit_of(&self, line: &Row, column: &Column) -> Unit {
        if column.kind == ColumnKind::VariancePercent {
            return Unit::Percent;
        }
        let section = Entity::Line
            .field("section")
            .and_then(|(at, _)| line.cells[at].as_deref())
            .and_then(|id| RowId::parse(id).ok());
        let of_table = || self.book.sections.find(&section?)?.unit;
        column.unit.or_else(of_table).unwrap_or(Unit::Pounds)
    }

    /// What is stored for words under a column without figures.
    fn read_words(
        &self,
        kind: ColumnKind,
        text: &str,
        place: &str,
    ) -> Result<String, ChangeProblem> {
        let text = text
            .replace("\r\n", "\n")
            .replace(['\r', '\u{b}'], "\n")
            .replace('\t', " ");
        let text = text.trim();
        if text.is_empty() {
            return Ok(String::new());
        }
        let none = |key| ChangeProblem::NotOneOf {
            place: place.to_owned(),
            key,
            text: shortened(text),
        };
        match kind {
            ColumnKind::Date => date::read(text)
                .map(|date| date.format("%Y-%m-%d").to_string())
                .map_err(|problem| ChangeProblem::Entry {
                    place: place.to_owned(),
                    problem,
                }),
            ColumnKind::Status => self
                .status_called(text)
                .ok_or_else(|| none("change-no-status")),
            ColumnKind::Post => match self.people_called(text).as_slice() {
                [person] => Ok(person.id.to_string()),
                [] => Err(none("change-no-post")),
                _ => Err(none("change-several-posts")),
            },
            ColumnKind::Reference => Ok(text.split_whitespace().collect::<Vec<_>>().join(" ")),
            _ => Ok(text.to_owned()),
        }
    }

    /// The status of this word: as it is stored, or as people read it.
    fn status_called(&self, text: &str) -> Option<String> {
        let called = text.to_lowercase();
        let status = Status::ALL.iter().find(|status| {
            status.as_str() == called || self.words.say(&status.word()).to_lowercase() == called
        });
        status.map(|status| status.as_str().to_owned())
    }

    /// The posts that go by this: an id, initials, the name of a post or its holder.
    fn people_called(&self, text: &str) -> Vec<&Person> {
        let called = text.to_lowercase();
        let ways: [fn(&Person) -> &str; 4] = [
            |person| person.id.as_str(),
            |person| &person.initials,
            |person| &person.post,
            |person| &person.name,
        ];
        let found = ways.iter().map(|way| {
            let people = self.book.people.iter();
            people
                .filter(|person| way(person).to_lowercase() == called)
                .collect::<Vec<_>>()
        });
        found
            .into_iter()
            .find(|people| !people.is_empty())
            .unwrap_or_default()
    }
}

/// The cells of an amount's row for a figure. A note beside it has no place in a table.
fn read_figure(text: &str, unit: Unit) -> Result<Cells, EntryProblem> {
    let entered = figure::read(text, unit)?;
    if let Entered::Figure { note, .. } = &entered
        && !note.is_empty()
    {
        return Err(EntryProblem::NotANumber {
            text: shortened(text),
        });
    }
    let cells = figure_cells(entered).into_iter();
    Ok(cells
        .filter(|(field, _)| Entity::Amount.field(field).is_some())
        .collect())
}
