//! A book: everything a directorate's file holds, in memory.

use std::collections::HashMap;

use crate::agreement::{Comment, SignOff, SigningKey};
use crate::directorate::{Department, Directorate, Person};
use crate::entry::{Action, Entry, Risk};
use crate::id::{Id, RowId};
use crate::measure::{Comparator, Measure, Series, Value};
use crate::milestone::{Commentary, Milestone};
use crate::period::Period;
use crate::plan::{Objective, Task};
use crate::position::Position;
use crate::record::{Entity, FieldProblem, Record, Row};
use crate::register::{Band, Control, Level, RegisterRisk};
use crate::report::{Report, Restatement, Tick};
use crate::section::{Headline, Meaning, Section};
use crate::statement::{Amount, Column, StatementLine};
use crate::status::StatusRule;
use crate::summary::{Point, Tile};

/// The rows of one table, found by id and by the row they hang under.
#[derive(Debug, Clone)]
pub struct Table<T> {
    rows: Vec<T>,
    by_id: HashMap<RowId, usize>,
    by_parent: HashMap<Option<RowId>, Vec<usize>>,
}

impl<T: Record> Table<T> {
    /// A table of these rows. Rows of one parent are put in order of position, then id.
    pub fn new(mut rows: Vec<T>) -> Self {
        rows.sort_by(|a, b| {
            (a.parent_id(), a.position(), a.row_id()).cmp(&(
                b.parent_id(),
                b.position(),
                b.row_id(),
            ))
        });
        let mut by_id = HashMap::with_capacity(rows.len());
        let mut by_parent: HashMap<_, Vec<_>> = HashMap::new();
        for (index, row) in rows.iter().enumerate() {
            by_id.insert(row.row_id().clone(), index);
            by_parent
                .entry(row.parent_id().cloned())
                .or_default()
                .push(index);
        }
        Self {
            rows,
            by_id,
            by_parent,
        }
    }

    /// Puts rows in the place of those with their ids, and takes out the ids given without a row.
    /// A row that stays where it is costs nothing but itself.
    fn update(&mut self, changes: impl IntoIterator<Item = (RowId, Option<T>)>) {
        let mut rest: HashMap<RowId, Option<T>> = HashMap::new();
        for (id, row) in changes {
            // What came earlier for the same row and could not be done at once is overtaken.
            let at = self.by_id.get(&id).filter(|_| !rest.contains_key(&id));
            match (at, row) {
                (Some(&at), Some(row)) if stands_alike(&self.rows[at], &row) => self.rows[at] = row,
                (_, row) => drop(rest.insert(id, row)),
            }
        }
        if !rest.is_empty() {
            let mut rows = std::mem::take(&mut self.rows);
            rows.retain(|row| !rest.contains_key(row.row_id()));
            rows.extend(rest.into_values().flatten());
            *self = Self::new(rows);
        }
    }

    /// The row with this id.
    pub fn get(&self, id: &Id<T>) -> Option<&T> {
        self.find(id.row())
    }

    /// The row with this id, for callers that have it without its type.
    pub fn find(&self, id: &RowId) -> Option<&T> {
        self.by_id.get(id).map(|index| &self.rows[*index])
    }

    /// The rows that hang under another row, in order.
    pub fn under<P>(&self, parent: &Id<P>) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.under_row(Some(parent.row()))
    }

    fn under_row(&self, parent: Option<&RowId>) -> impl DoubleEndedIterator<Item = &T> + Clone {
        let indexes = self.by_parent.get(&parent.cloned());
        indexes
            .into_iter()
            .flatten()
            .map(|index| &self.rows[*index])
    }

    /// Every row: by parent, then in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Whether two rows hang under the same row, at the same position.
fn stands_alike<T: Record>(a: &T, b: &T) -> bool {
    (a.parent_id(), a.position()) == (b.parent_id(), b.position())
}

impl<T: Record> Default for Table<T> {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl<T: Record + PartialEq> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl<T: Record + Eq> Eq for Table<T> {}

macro_rules! book {
    ($( $(#[$meta:meta])* $name:ident : $record:ty ),+ $(,)?) => {
        /// Everything a directorate's file holds, or the part of it that was asked for.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct Book {
            $( $(#[$meta])* pub $name: Table<$record> ),+
        }

        impl Book {
            /// Reads a book from rows, given table by table.
            ///
            /// # Errors
            /// The row that does not fit its table, and why.
            pub fn from_rows(
                mut rows: impl FnMut(Entity) -> Vec<Row>,
            ) -> Result<Self, (Entity, RowId, FieldProblem)> {
                Ok(Self {
                    $($name: Table::new(
                        rows(<$record as Record>::ENTITY)
                            .iter()
                            .map(|row| {
                                <$record as Record>::from_row(row)
                                    .map_err(|problem| (<$record as Record>::ENTITY, row.id.clone(), problem))
                            })
                            .collect::<Result<_, _>>()?,
                    )),+
                })
            }

            /// Takes over rows as they have become; nothing for one that is gone.
            ///
            /// # Errors
            /// The row that does not fit its table, and why. Rows before it may have been taken over.
            pub fn update(
                &mut self,
                rows: &[(Entity, RowId, Option<Row>)],
            ) -> Result<(), (Entity, RowId, FieldProblem)> {
                $({
                    let entity = <$record as Record>::ENTITY;
                    let of_table = rows.iter().filter(|(of, ..)| *of == entity);
                    let changes = of_table.map(|(_, id, row)| {
                        let row = row.as_ref().map(<$record as Record>::from_row).transpose();
                        Ok((id.clone(), row.map_err(|problem| (entity, id.clone(), problem))?))
                    });
                    self.$name.update(changes.collect::<Result<Vec<_>, _>>()?);
                })+
                Ok(())
            }

            /// A row of any table.
            pub fn row(&self, entity: Entity, id: &RowId) -> Option<Row> {
                $(if entity == <$record as Record>::ENTITY {
                    return self.$name.find(id).map(Record::to_row);
                })+
                None
            }

            /// The ids and order keys of the rows of a table that hang under one row (or, for a
            /// table that hangs under none, of all), in order.
            pub fn siblings(
                &self,
                entity: Entity,
                parent: Option<&RowId>,
            ) -> Vec<(&RowId, Option<&Position>)> {
                $(if entity == <$record as Record>::ENTITY {
                    return self.$name
                        .under_row(parent)
                        .map(|row| (row.row_id(), row.position()))
                        .collect();
                })+
                Vec::new()
            }

            /// The rows of a table, by parent and then in order.
            pub fn rows(&self, entity: Entity) -> Vec<Row> {
                $(if entity == <$record as Record>::ENTITY {
                    return self.$name.iter().map(Record::to_row).collect();
                })+
                Vec::new()
            }
        }
    };
}

book! {
    /// The directorate: one row.
    directorates: Directorate,
    /// Its departments.
    departments: Department,
    /// Its people.
    people: Person,
    /// The bodies its measures are compared with.
    comparators: Comparator,
    /// Its measures.
    measures: Measure,
    /// Their figures.
    values: Value,
    /// Its reports.
    reports: Report,
    /// Their status rules.
    rules: StatusRule,
    /// Boxes on their covers.
    ticks: Tick,
    /// Figures they correct.
    restatements: Restatement,
    /// Their sections.
    sections: Section,
    /// Bullets of headlines.
    headlines: Headline,
    /// Wording of keys.
    meanings: Meaning,
    /// Measures in sections.
    entries: Entry,
    /// Their actions.
    actions: Action,
    /// Their risks.
    risks: Risk,
    /// Milestones.
    milestones: Milestone,
    /// Supporting commentaries.
    commentaries: Commentary,
    /// Columns of tables.
    columns: Column,
    /// Lines of tables.
    lines: StatementLine,
    /// Cells of tables.
    amounts: Amount,
    /// Objectives of action plans.
    objectives: Objective,
    /// Their tasks.
    tasks: Task,
    /// Risks of registers.
    register_risks: RegisterRisk,
    /// Their controls.
    controls: Control,
    /// Names of levels of registers.
    levels: Level,
    /// Bands of ratings of registers.
    bands: Band,
    /// Figures of summary panels.
    tiles: Tile,
    /// Points of their lists.
    points: Point,
    /// Keys that people sign with.
    signing_keys: SigningKey,
    /// Comments on sections.
    comments: Comment,
    /// Signatures under sections.
    sign_offs: SignOff,
}

impl Book {
    /// The directorate, once the file has one.
    pub fn directorate(&self) -> Option<&Directorate> {
        self.directorates.iter().next()
    }

    /// The row of a table that a row is, or hangs under.
    pub fn above(&self, entity: Entity, row: &RowId, table: Entity) -> Option<RowId> {
        let (mut at, mut row) = (entity, row.clone());
        while at != table {
            let (parent, field) = at.parent()?;
            let (column, _) = at.field(field)?;
            row = RowId::parse(self.row(at, &row)?.cells[column].as_deref()?).ok()?;
            at = parent;
        }
        Some(row)
    }

    /// A figure of a measure.
    pub fn value(&self, measure: &Id<Measure>, series: &Series, period: Period) -> Option<&Value> {
        self.values.get(&Value::id_of(measure, series, period))
    }

    /// The sections of a report that stand in another section, or at the top, in order.
    pub fn sections_in(
        &self,
        report: &Id<Report>,
        parent: Option<&Id<Section>>,
    ) -> impl Iterator<Item = &Section> {
        self.sections
            .under(report)
            .filter(move |section| section.parent.as_ref() == parent)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    /// A department with this name at this position; nothing for none.
    fn department((id, position, name): (u8, u8, Option<u8>)) -> (Entity, RowId, Option<Row>) {
        let id = RowId::parse(&format!("d{}", id % 8)).unwrap();
        let positions: Vec<_> = Position::sequence(8).collect();
        let row = name.map(|name| {
            let cell = |field: &str| match field {
                "name" => Some(format!("Department {name}")),
                "position" => Some(positions[usize::from(position % 8)].to_string()),
                _ => None,
            };
            let fields = Entity::Department.fields();
            Row {
                id: id.clone(),
                cells: fields.iter().map(|field| cell(field.name)).collect(),
            }
        });
        (Entity::Department, id, row)
    }

    proptest! {
        #[test]
        fn a_book_kept_up_to_date_is_the_book_read_anew(
            steps in prop::collection::vec(
                prop::collection::vec(any::<(u8, u8, Option<u8>)>().prop_map(department), 0..6),
                0..12,
            )
        ) {
            let mut kept = Book::default();
            let mut rows: HashMap<RowId, Row> = HashMap::new();
            for step in steps {
                kept.update(&step).unwrap();
                for (_, id, row) in step {
                    match row {
                        Some(row) => drop(rows.insert(id, row)),
                        None => drop(rows.remove(&id)),
                    }
                }
                let all: Vec<Row> = rows.values().cloned().collect();
                let anew = Book::from_rows(|entity| match entity {
                    Entity::Department => all.clone(),
                    _ => Vec::new(),
                });
                prop_assert_eq!(&kept, &anew.unwrap());
                for id in rows.keys() {
                    prop_assert!(kept.departments.find(id).is_some());
                }
            }
        }
    }
}
