//! Which rows of one report are those of another: what follows what, and else what says the same.

use std::collections::{HashMap, HashSet};

use outturn_model::record::Entity;
use outturn_model::report::Report;
use outturn_model::section::Section;
use outturn_model::statement::Amount;
use outturn_model::{Book, Id, RowId};
use outturn_rules::naming::renamed;

use super::redline::likeness;

/// How alike two texts must be to be one text that was changed, of a thousand.
const ALIKE: usize = 550;

/// Cells that tell the rows of one parent apart, where a row does not say which it follows.
const MARKS: &[&str] = &[
    "group",
    "axis",
    "list",
    "symbol",
    "measure",
    "series",
    "heading",
    "label",
    "name",
    "references",
    "reference",
    "text",
];

/// The rows of two reports, each with its own in the other.
pub(super) struct Pairs<'a> {
    book: &'a Book,
    earlier: HashMap<(Entity, RowId), RowId>,
    later: HashMap<(Entity, RowId), RowId>,
}

impl<'a> Pairs<'a> {
    pub(super) fn of(book: &'a Book, from: &Report, to: &Report) -> Self {
        let mut pairs = Self {
            book,
            earlier: HashMap::new(),
            later: HashMap::new(),
        };
        pairs.join(Entity::Report, from.id.row(), to.id.row());
        pairs.sections(from, to);
        pairs.entries(from, to);
        pairs.children(Entity::Report, from.id.row(), to.id.row());
        for section in book.sections.under(&to.id) {
            if let Some(before) = pairs.earlier(Entity::Section, section.id.row()) {
                pairs.children(Entity::Section, &before, section.id.row());
            }
        }
        pairs
    }

    /// The row of the earlier report that is this one of the later.
    pub(super) fn earlier(&self, entity: Entity, row: &RowId) -> Option<RowId> {
        self.earlier.get(&(entity, row.clone())).cloned()
    }

    /// The row of the later report that this one of the earlier became.
    pub(super) fn later(&self, entity: Entity, row: &RowId) -> Option<RowId> {
        self.later.get(&(entity, row.clone())).cloned()
    }

    fn join(&mut self, entity: Entity, from: &RowId, to: &RowId) {
        self.earlier.insert((entity, to.clone()), from.clone());
        self.later.insert((entity, from.clone()), to.clone());
    }

    fn is_free(&self, entity: Entity, from: &RowId, to: &RowId) -> bool {
        self.later(entity, from).is_none() && self.earlier(entity, to).is_none()
    }

    fn sections(&mut self, from: &Report, to: &Report) {
        let old: Vec<&Section> = self.book.sections.under(&from.id).collect();
        let new: Vec<&Section> = self.book.sections.under(&to.id).collect();
        let follows = |old: &Section, new: &Section| new.follows.as_ref() == Some(&old.id);
        let same = |old: &Section, new: &Section| {
            let heading = renamed(&old.heading, from.period, to.period);
            old.kind == new.kind && heading == *new.heading
        };
        for by_heading in [false, true] {
            for new in &new {
                let met = old.iter().find(|old| {
                    let one = if by_heading {
                        same(old, new)
                    } else {
                        follows(old, new)
                    };
                    one && self.is_free(Entity::Section, old.id.row(), new.id.row())
                });
                if let Some(met) = met {
                    self.join(Entity::Section, met.id.row(), new.id.row());
                }
            }
        }
    }

    /// The cards of the two reports: what follows what, else by their measure, wherever they stand.
    fn entries(&mut self, from: &Report, to: &Report) {
        let of = |report: &Report| {
            let sections = self.book.sections.under(&report.id);
            let entries = sections.flat_map(|section| self.book.entries.under(&section.id));
            entries.collect::<Vec<_>>()
        };
        let (old, new) = (of(from), of(to));
        for by_measure in [false, true] {
            for new in &new {
                let met = old.iter().find(|old| {
                    let one = match by_measure {
                        false => new.follows.as_ref() == Some(&old.id),
                        true => new.measure == old.measure,
                    };
                    one && self.is_free(Entity::Entry, old.id.row(), new.id.row())
                });
                if let Some(met) = met {
                    self.join(Entity::Entry, met.id.row(), new.id.row());
                    self.children(Entity::Entry, met.id.row(), new.id.row());
                }
            }
        }
    }

    /// The rows that hang under two rows that are one another's.
    fn children(&mut self, entity: Entity, from: &RowId, to: &RowId) {
        let tables = Entity::ALL.iter().copied().filter(|table| {
            let under = table.parent().is_some_and(|(parent, _)| parent == entity);
            under && !matches!(table, Entity::Section | Entity::Entry | Entity::Value)
        });
        for table in tables {
            let old = self.ids(table, from);
            let new = self.ids(table, to);
            for new in &new {
                let met = self.cell(table, new, "follows");
                let met = met.and_then(|id| old.iter().find(|old| old.as_str() == id));
                self.meet(table, met, new);
            }
            for new in &new {
                let mark = self.mark(table, new);
                let met = old.iter().find(|old| {
                    self.is_free(table, old, new)
                        && match table {
                            Entity::Amount => self.is_same_cell(old, new),
                            _ => mark.is_some() && self.mark(table, old) == mark,
                        }
                });
                self.meet(table, met, new);
            }
            self.alike(table, &old, &new);
            for new in &new {
                if let Some(old) = self.earlier(table, new) {
                    self.children(table, &old, new);
                }
            }
        }
    }

    /// Pairs what is left by how alike its words are.
    fn alike(&mut self, table: Entity, old: &[RowId], new: &[RowId]) {
        if table.field("text").is_none() || table == Entity::Amount {
            return;
        }
        let mut taken = HashSet::new();
        for new in new {
            let Some(text) = self.cell(table, new, "text") else {
                continue;
            };
            let likest = old
                .iter()
                .filter(|old| !taken.contains(*old) && self.is_free(table, old, new))
                .filter_map(|old| Some((likeness(&self.cell(table, old, "text")?, &text), old)))
                .filter(|(likeness, _)| *likeness >= ALIKE)
                .max_by_key(|(likeness, _)| *likeness);
            if let Some((_, old)) = likest {
                taken.insert(old.clone());
                self.meet(table, Some(old), new);
            }
        }
    }

    fn meet(&mut self, table: Entity, old: Option<&RowId>, new: &RowId) {
        if let Some(old) = old.filter(|old| self.is_free(table, old, new)) {
            let old = old.clone();
            self.join(table, &old, new);
        }
    }

    fn ids(&self, table: Entity, parent: &RowId) -> Vec<RowId> {
        let siblings = self.book.siblings(table, Some(parent));
        siblings.into_iter().map(|(id, _)| id.clone()).collect()
    }

    fn cell(&self, table: Entity, row: &RowId, field: &str) -> Option<String> {
        let (column, _) = table.field(field)?;
        self.book.row(table, row)?.cells[column].clone()
    }

    fn mark(&self, table: Entity, row: &RowId) -> Option<String> {
        let cells = MARKS
            .iter()
            .filter_map(|field| self.cell(table, row, field));
        let mark = cells.collect::<Vec<_>>().join("\n");
        (!mark.is_empty()).then_some(mark)
    }

    /// Whether two cells of tables stand in lines and columns that are one another's.
    fn is_same_cell(&self, old: &RowId, new: &RowId) -> bool {
        let amount = |id: &RowId| self.book.amounts.get(&Id::<Amount>::new(id.clone()));
        let (Some(old), Some(new)) = (amount(old), amount(new)) else {
            return false;
        };
        self.earlier(Entity::Line, new.line.row()).as_ref() == Some(old.line.row())
            && self.earlier(Entity::Column, new.column.row()).as_ref() == Some(old.column.row())
    }
}
