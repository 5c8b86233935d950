//! What follows from edits, in the same step: words that were changed are reviewed, and a figure that
//! an earlier report printed is listed as restated.

use std::collections::BTreeSet;

use outturn_model::cell::{Line, Text};
use outturn_model::measure::{Measure, Series, Value};
use outturn_model::position::Position;
use outturn_model::report::{Report, Restatement};
use outturn_model::{Book, Edit, Entity, Id, Record, Row, RowId};
use outturn_rules::figures;
use outturn_words::Words;

/// How many years before its own a card shows where the report does not say.
const PAST_YEARS: u32 = 3;

/// Further edits that belong to these.
///
/// - A section's or a measure's words that come from the last report count as reviewed once someone
///   changes them. Of a section, those are its own narratives; what stands in its rows is confirmed.
/// - A figure that a report before the latest one printed is restated: the latest report says what
///   was printed before, once. Where the figure is put back, it says nothing.
pub(super) fn consequences(book: &Book, edits: &[Edit], words: &Words) -> Vec<Edit> {
    let mut more = reviewed(book, edits);
    if let Some(latest) = book
        .reports
        .iter()
        .max_by_key(|report| (report.period, report.id.clone()))
    {
        let values: BTreeSet<&RowId> = edits
            .iter()
            .filter_map(|edit| match edit {
                Edit::Insert {
                    entity: Entity::Value,
                    row,
                } => Some(&row.id),
                Edit::Set {
                    entity: Entity::Value,
                    row,
                    ..
                }
                | Edit::Remove {
                    entity: Entity::Value,
                    row,
                } => Some(row),
                _ => None,
            })
            .collect();
        let mut restating = Restating {
            book,
            words,
            latest,
            last: book
                .restatements
                .under(&latest.id)
                .last()
                .map(|row| row.position.clone()),
        };
        more.extend(
            values
                .into_iter()
                .filter_map(|value| restating.edit(value, edits)),
        );
    }
    more
}

/// The marks that go when the words they are on are changed.
fn reviewed(book: &Book, edits: &[Edit]) -> Vec<Edit> {
    let mut done: BTreeSet<(Entity, &RowId)> = BTreeSet::new();
    for edit in edits {
        let Edit::Set {
            entity,
            row,
            field,
            to,
        } = edit
        else {
            continue;
        };
        let words = match entity {
            Entity::Section => matches!(*field, "text" | "comments"),
            Entity::Entry => matches!(*field, "commentary" | "sentence" | "footnote"),
            _ => false,
        };
        let cell = |field: &str| {
            let (at, _) = entity.field(field)?;
            book.row(*entity, row)?.cells[at].clone()
        };
        if words && cell("unreviewed").is_some() && cell(field) != *to {
            done.insert((*entity, row));
        }
    }
    done.into_iter()
        .map(|(entity, row)| Edit::Set {
            entity,
            row: row.clone(),
            field: "unreviewed",
            to: None,
        })
        .collect()
}

struct Restating<'a> {
    book: &'a Book,
    words: &'a Words,
    latest: &'a Report,
    last: Option<Position>,
}

impl Restating<'_> {
    /// What becomes of the latest report's list when a value changes.
    fn edit(&mut self, value: &RowId, edits: &[Edit]) -> Option<Edit> {
        let after = after(self.book, value, edits);
        let before = self.book.values.find(value);
        let named = before.or(after.as_ref())?;
        let measure = self.book.measures.get(&named.measure)?;
        let listed = self.book.restatements.under(&self.latest.id).find(|row| {
            row.measure == named.measure && row.series == named.series && row.period == named.period
        });
        let now = after
            .as_ref()
            .and_then(|value| self.printed(measure, value));
        if let Some(listed) = listed {
            let is_back = now.as_deref() == Some(listed.before.as_str());
            return is_back.then(|| Edit::Remove {
                entity: Entity::Restatement,
                row: listed.id.row().clone(),
            });
        }
        let before = before.filter(|value| value.amount.is_some())?;
        let printed = self.printed(measure, before)?;
        if now.as_deref() == Some(printed.as_str()) || !self.was_printed(before) {
            return None;
        }
        let position = Position::between(self.last.as_ref(), None);
        self.last = Some(position.clone());
        let row = Restatement {
            id: self.id(value)?,
            report: self.latest.id.clone(),
            position,
            measure: before.measure.clone(),
            series: before.series.clone(),
            period: before.period,
            before: Line::new(printed),
            reason: Text::default(),
        };
        Some(Edit::Insert {
            entity: Entity::Restatement,
            row: row.to_row(),
        })
    }

    /// How a value reads in a paper.
    fn printed(&self, measure: &Measure, value: &Value) -> Option<String> {
        let shown = figures::shown(measure, value)?;
        let said = self.words.say(&shown);
        let line: String = said.chars().take(Line::LONGEST).collect();
        Some(line.replace('\n', " "))
    }

    /// Whether a report before the latest one shows a value: it has the measure, and the value's
    /// column is one of those it prints.
    fn was_printed(&self, value: &Value) -> bool {
        let earlier = self
            .book
            .reports
            .iter()
            .filter(|report| report.period < self.latest.period);
        earlier.into_iter().any(|report| {
            let years = report.past_years.map_or(PAST_YEARS, |years| years.0).max(1);
            let first = report.period.first_calendar_year() - i32::try_from(years).unwrap_or(0);
            let year = value.period.first_calendar_year();
            let over = match value.series {
                Series::Target => value.period.whole_year() <= report.period.whole_year(),
                Series::Actual | Series::Comparator(_) => value.period <= report.period,
            };
            over && year >= first && self.shows(report, &value.measure)
        })
    }

    fn shows(&self, report: &Report, measure: &Id<Measure>) -> bool {
        let mut sections = self.book.sections.under(&report.id);
        sections.any(|section| {
            let mut entries = self.book.entries.under(&section.id);
            entries.any(|entry| entry.measure == *measure)
        })
    }

    /// The id of a restatement, made from the value's; nothing that is taken.
    fn id(&self, value: &RowId) -> Option<Id<Restatement>> {
        let report = self.latest.id.as_str();
        let whole = RowId::parse(&format!("{report}/restated/{value}")).ok();
        let numbered =
            (1..).filter_map(|number| RowId::parse(&format!("{report}/restated.{number}")).ok());
        let mut ids = whole.into_iter().chain(numbered);
        ids.find(|id| self.book.restatements.find(id).is_none())
            .map(Id::new)
    }
}

/// A value as it is after the edits.
fn after(book: &Book, value: &RowId, edits: &[Edit]) -> Option<Value> {
    let mut now: Option<Row> = book.row(Entity::Value, value);
    for edit in edits {
        match edit {
            Edit::Insert {
                entity: Entity::Value,
                row,
            } if row.id == *value => now = Some(row.clone()),
            Edit::Remove {
                entity: Entity::Value,
                row,
            } if row == value => now = None,
            Edit::Set {
                entity: Entity::Value,
                row,
                field,
                to,
            } if row == value => {
                if let (Some(now), Some((at, _))) = (now.as_mut(), Entity::Value.field(field)) {
                    now.cells[at].clone_from(to);
                }
            }
            _ => {}
        }
    }
    now.and_then(|row| Value::from_row(&row).ok())
}
