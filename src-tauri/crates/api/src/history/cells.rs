//! What became of a row's fields, each in the words and figures of the screens.

use chrono::{DateTime, NaiveDate};
use outturn_model::cell::CellType;
use outturn_model::figure::{Absence, Format, Negatives, Unit};
use outturn_model::measure::{Measure, Series};
use outturn_model::prose::Prose;
use outturn_model::record::{Entity, Field, Kind};
use outturn_model::statement::ColumnKind;
use outturn_model::status::Status;
use outturn_model::{Id, Message, Period, Row, RowId};
use outturn_paper::compose::date_in_words;
use outturn_rules::figures;
use rust_decimal::Decimal;

use super::names::{Names, capital};
use super::redline::{redline, shortened};
use crate::wire::{Done, FieldDiffView, PieceView};

/// Cells that together say one figure or why there is none.
const FIGURE: &[&str] = &["amount", "absence", "words", "text", "note"];

/// What became of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FieldDiff {
    /// Its column's name; `amount` for a figure as a whole.
    pub field: &'static str,
    /// How it is told.
    pub shape: Shape,
    /// What it said; nothing where it was empty.
    pub before: Option<String>,
    /// What it says.
    pub after: Option<String>,
}

/// How a field's change is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Running words: how many came and went.
    Text,
    /// A line that someone wrote: from what to what.
    Line,
    /// A figure, a date or a choice: from what to what.
    Value,
    /// On or off.
    Flag,
}

/// Two states of one row, of which either may be missing. Where only the cells that changed are
/// known, the others are empty in both.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'a> {
    /// The table.
    pub entity: Entity,
    /// The row as it was.
    pub before: Option<&'a Row>,
    /// The row as it became.
    pub after: Option<&'a Row>,
    /// Whether the two stand in different reports, so that what only tells rows apart differs.
    pub across: bool,
}

impl Pair<'_> {
    /// The row's id, as it became if it did.
    pub(super) fn row(&self) -> Option<&RowId> {
        self.after.or(self.before).map(|row| &row.id)
    }

    /// Whether the row stands elsewhere.
    pub(super) fn moved(&self) -> bool {
        let (Some(before), Some(after)) = (self.before, self.after) else {
            return false;
        };
        let differs = |(column, field): (usize, &Field)| {
            let place = field.kind == Kind::Position || is_parent(self.entity, field.name);
            place && before.cells[column] != after.cells[column]
        };
        !self.across && self.entity.fields().iter().enumerate().any(differs)
    }

    fn cell<'r>(&self, row: Option<&'r Row>, name: &str) -> Option<&'r str> {
        let (column, _) = self.entity.field(name)?;
        row?.cells[column].as_deref()
    }
}

/// Whether a field says what a row hangs under.
fn is_parent(entity: Entity, field: &str) -> bool {
    entity.parent().is_some_and(|(_, by)| by == field)
        || (entity, field) == (Entity::Section, "parent")
}

impl Names<'_> {
    /// The fields that differ, in the order of the table.
    pub(super) fn differing(&self, pair: Pair<'_>) -> Vec<FieldDiff> {
        let mut found = Vec::new();
        for field in pair.entity.fields() {
            if !self.is_told(pair, field) {
                continue;
            }
            let diff = if holds_figure(pair.entity) && FIGURE.contains(&field.name) {
                // A figure, its absence and its words are told once, where the first of them is.
                if field.name != "amount" {
                    continue;
                }
                self.figure_diff(pair)
            } else {
                self.cell_diff(pair, field)
            };
            found.extend(diff);
        }
        found
    }

    /// Whether a field is told of beside the row it is in.
    fn is_told(&self, pair: Pair<'_>, field: &Field) -> bool {
        let apart = pair.across
            && matches!(
                field.name,
                "follows" | "unreviewed" | "exported_on" | "period" | "stage"
            );
        !apart
            && field.kind != Kind::Position
            && !is_parent(pair.entity, field.name)
            && !pair.entity.key().contains(&field.name)
    }

    fn figure_diff(&self, pair: Pair<'_>) -> Option<FieldDiff> {
        let same = |name: &&str| pair.cell(pair.before, name) == pair.cell(pair.after, name);
        if FIGURE.iter().all(same) {
            return None;
        }
        let row = pair.row()?;
        let format = self.format_of(pair.entity, row);
        let said =
            |of: Option<&Row>, format: Format| self.figure(row, format, |name| pair.cell(of, name));
        let (mut before, mut after) = (said(pair.before, format), said(pair.after, format));
        if before == after {
            // What is printed is the same and what was entered is not.
            let entered = Format {
                decimals: None,
                ..format
            };
            (before, after) = (said(pair.before, entered), said(pair.after, entered));
        }
        (before != after).then_some(FieldDiff {
            field: "amount",
            shape: Shape::Value,
            before,
            after,
        })
    }

    fn cell_diff(&self, pair: Pair<'_>, field: &'static Field) -> Option<FieldDiff> {
        let row = pair.row()?;
        let (old, new) = (
            pair.cell(pair.before, field.name),
            pair.cell(pair.after, field.name),
        );
        if old == new {
            return None;
        }
        let say = |text: &str| self.cell(pair.entity, row, field, text);
        let (mut before, mut after) = (old.map(say), new.map(say));
        if before == after && pair.across {
            return None;
        }
        if before == after && field.kind == Kind::Prose {
            // The words are the same and their marks are not.
            (before, after) = (old.map(str::to_owned), new.map(str::to_owned));
        }
        Some(FieldDiff {
            field: field.name,
            shape: match field.kind {
                Kind::Prose | Kind::Text => Shape::Text,
                Kind::Line if long(&before) || long(&after) => Shape::Text,
                Kind::Line => Shape::Line,
                Kind::Flag => Shape::Flag,
                _ => Shape::Value,
            },
            before: before.filter(|text| !text.is_empty()),
            after: after.filter(|text| !text.is_empty()),
        })
    }

    /// A figure of a measure or of a table, or the words in its place; nothing where it is empty.
    fn figure<'r>(
        &self,
        row: &RowId,
        format: Format,
        cell: impl Fn(&str) -> Option<&'r str>,
    ) -> Option<String> {
        let amount = cell("amount").and_then(|text| text.parse::<Decimal>().ok());
        let absence = cell("absence").and_then(|word| Absence::from_cell(Some(word)).ok());
        let note = cell("note").unwrap_or_default();
        if let Some(amount) = amount {
            let figure = format.with_unit(amount);
            return Some(format!("{figure} {note}").trim().to_owned());
        }
        if let Some(absence) = absence {
            let words = cell("words").unwrap_or_default();
            return Some(self.say(&figures::absent(absence, words)));
        }
        let text = cell("text").or(cell("words")).or(cell("note"))?;
        Some(self.text_of_amount(row, text))
    }

    /// What stands in a cell of a table that holds no figures.
    fn text_of_amount(&self, row: &RowId, text: &str) -> String {
        let amount = self.book.amounts.find(row);
        let column = amount.and_then(|amount| self.book.columns.get(&amount.column));
        match column.map(|column| column.kind) {
            Some(ColumnKind::Date) => self.date(text),
            Some(ColumnKind::Status) => {
                let status = Status::from_cell(Some(text)).ok();
                status.map_or_else(|| text.to_owned(), |status| self.say(&status.word()))
            }
            Some(ColumnKind::Post) => self.reference(Entity::Person, text),
            _ => text.to_owned(),
        }
    }

    /// How the figures of a row are printed.
    fn format_of(&self, entity: Entity, row: &RowId) -> Format {
        let of_measure = |id: &Id<Measure>| self.book.measures.get(id).map(Measure::format);
        let format = match entity {
            Entity::Value => {
                let value = self.book.values.find(row);
                value.and_then(|value| of_measure(&value.measure))
            }
            Entity::Entry => {
                let entry = self.book.entries.find(row);
                entry.and_then(|entry| of_measure(&entry.measure))
            }
            Entity::Measure => self.book.measures.find(row).map(Measure::format),
            Entity::Amount => self.format_of_amount(row),
            Entity::Tile => {
                let unit = self.book.tiles.find(row).and_then(|tile| tile.unit);
                unit.map(|unit| plain(unit, None))
            }
            _ => None,
        };
        format.unwrap_or_else(|| plain(Unit::Number, None))
    }

    fn format_of_amount(&self, row: &RowId) -> Option<Format> {
        let column = &self.book.amounts.find(row)?.column;
        let column = self.book.columns.get(column)?;
        let section = self.book.sections.get(&column.section)?;
        Some(Format {
            unit: column.unit.or(section.unit).unwrap_or(Unit::Pounds),
            decimals: column.decimals.map(|count| count.0),
            negatives: section.negatives.unwrap_or(Negatives::Minus),
        })
    }

    /// A cell in words.
    fn cell(&self, entity: Entity, row: &RowId, field: &Field, text: &str) -> String {
        match field.kind {
            Kind::Line | Kind::Text | Kind::Count { .. } => text.to_owned(),
            Kind::Prose => Prose::parse(text).plain_text(),
            Kind::Decimal => match text.parse::<Decimal>() {
                Ok(number) if !matches!(field.name, "numerator" | "denominator") => {
                    self.format_of(entity, row).with_unit(number)
                }
                Ok(number) => plain(Unit::Number, None).with_unit(number),
                Err(_) => text.to_owned(),
            },
            Kind::Flag => self.words.word("history-yes"),
            Kind::Date => self.date(text),
            Kind::Moment => self.moment(text),
            Kind::Choice(_) => self.choice(field.name, text),
            Kind::Period => match Period::parse(text) {
                Ok(period) => self.say(&period.name()),
                Err(_) => text.to_owned(),
            },
            Kind::Series => match text {
                "actual" => self.series(&Series::Actual),
                "target" => self.series(&Series::Target),
                id => self.reference(Entity::Comparator, id),
            },
            Kind::Reference(to) => self.reference(to, text),
            Kind::Position => String::new(),
            Kind::Picture => self.words.word("history-picture"),
        }
    }

    fn reference(&self, to: Entity, id: &str) -> String {
        let name = RowId::parse(id).map(|id| self.naming(to, &id));
        name.ok()
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| self.noun(to.table()))
    }

    fn moment(&self, text: &str) -> String {
        match DateTime::parse_from_rfc3339(text) {
            Ok(at) => {
                let message = Message::new("moment-in-words")
                    .with("date", date_in_words(at.date_naive()))
                    .with("time", at.format("%H:%M").to_string());
                self.say(&message)
            }
            Err(_) => text.to_owned(),
        }
    }

    fn date(&self, text: &str) -> String {
        match text.parse::<NaiveDate>() {
            Ok(day) => self.say(&date_in_words(day)),
            Err(_) => text.to_owned(),
        }
    }

    /// The fields that differ, for the screen.
    pub(super) fn field_views(&self, pair: Pair<'_>) -> Vec<FieldDiffView> {
        let diffs = self.differing(pair);
        let views = diffs
            .into_iter()
            .map(|diff| self.field_view(pair.entity, &diff));
        views.collect()
    }

    /// What became of a cell of a table, by the heading of its column, and where that stands.
    pub(super) fn column_views(&self, pair: Pair<'_>) -> Vec<(usize, FieldDiffView)> {
        let amount = pair.row().and_then(|row| self.book.amounts.find(row));
        let column = amount.and_then(|amount| self.book.columns.get(&amount.column));
        let order = column.and_then(|column| {
            let mut columns = self.book.columns.under(&column.section);
            columns.position(|other| other.id == column.id)
        });
        let heading = column.map(|column| self.naming(Entity::Column, column.id.row()));
        let heading = heading.filter(|heading| !heading.is_empty());
        let views = self.field_views(pair).into_iter();
        views
            .map(|view| {
                let name = heading.clone().unwrap_or(view.name);
                (order.unwrap_or(usize::MAX), FieldDiffView { name, ..view })
            })
            .collect()
    }

    fn field_view(&self, entity: Entity, diff: &FieldDiff) -> FieldDiffView {
        let name = match (entity, diff.field) {
            (Entity::Value, "amount") => self.noun("value"),
            _ => self.field(entity, diff.field),
        };
        let (before, after) = (diff.before.as_deref(), diff.after.as_deref());
        let is_text = diff.shape == Shape::Text;
        let pieces = match diff.shape {
            Shape::Text => shortened(redline(
                before.unwrap_or_default(),
                after.unwrap_or_default(),
            )),
            Shape::Flag => {
                let or_no = |said: Option<&str>| {
                    said.map_or_else(|| self.words.word("history-no"), str::to_owned)
                };
                value_pieces(Some(or_no(before)), Some(or_no(after)))
            }
            Shape::Line | Shape::Value => value_pieces(diff.before.clone(), diff.after.clone()),
        };
        FieldDiffView {
            name: capital(&name),
            is_text,
            pieces,
        }
    }

    /// A field that follows from others, such as a status, where it differs.
    pub(super) fn derived(
        &self,
        name: Message,
        before: Option<String>,
        after: Option<String>,
    ) -> Option<FieldDiffView> {
        (before != after).then(|| FieldDiffView {
            name: self.say(&name),
            is_text: false,
            pieces: value_pieces(before, after),
        })
    }
}

fn value_pieces(before: Option<String>, after: Option<String>) -> Vec<PieceView> {
    let piece = |text: Option<String>, done| text.map(|text| PieceView { text, done });
    let pieces = [piece(before, Done::Removed), piece(after, Done::Added)];
    pieces.into_iter().flatten().collect()
}

fn holds_figure(entity: Entity) -> bool {
    matches!(entity, Entity::Value | Entity::Amount)
}

fn plain(unit: Unit, decimals: Option<u32>) -> Format {
    Format {
        unit,
        decimals,
        negatives: Negatives::Minus,
    }
}

/// Whether a line is too long to be told from what to what.
fn long(text: &Option<String>) -> bool {
    const LONGEST: usize = 80;
    text.as_ref()
        .is_some_and(|text| text.chars().count() > LONGEST)
}
