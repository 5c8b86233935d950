//! What all known changes together say of the whole content.
//!
//! It is a function of the set of changes alone, whatever the order in which they came, so copies
//! that have the same changes show the same. Each row is weighed by itself; then what cannot stand
//! where it says is kept back: what hangs under a row that was taken out, and sections that were
//! moved into each other.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use outturn_model::record::{Field, Kind};
use outturn_model::{Entity, Place, Row, RowId};

use super::conflict::{Conflict, Merged, Said, Side};
use super::lineage::Lineage;
use super::registers::{Event, Told, tell};

/// What is known of each row, by table and id.
pub(crate) type Events = HashMap<(Entity, RowId), Vec<Event>>;

/// The content that follows from a set of changes.
pub(crate) struct Whole<'a> {
    pub(crate) lineage: &'a Lineage,
    /// Every row there ever was, in order of table and id.
    pub(crate) rows: Vec<Told>,
    places: HashMap<(Entity, RowId), usize>,
    /// Whether each row is shown.
    pub(crate) shown: Vec<bool>,
    /// Columns of a row that show nothing, though the register says something.
    emptied: BTreeMap<usize, BTreeSet<usize>>,
    /// Sections that stand at the top, because where they were put they cannot stand: each with the
    /// sections whose moves do not go together.
    cut: BTreeMap<usize, Vec<usize>>,
}

/// What cannot be shown because of a row that is not there.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// The changes that are not shown, each with the row it is about.
    pub(crate) changes: BTreeSet<(usize, usize)>,
    /// The rows taken out whose later changes are among them.
    pub(crate) rows: BTreeSet<usize>,
}

impl<'a> Whole<'a> {
    /// Weighs every change.
    pub(crate) fn weigh(lineage: &'a Lineage, events: Events) -> Self {
        let mut rows: Vec<Told> = events
            .into_iter()
            .map(|((entity, id), events)| tell(lineage, entity, id, &events))
            .collect();
        rows.sort_by(|one, other| (one.entity, &one.id).cmp(&(other.entity, &other.id)));
        let places = rows.iter().enumerate();
        let places = places
            .map(|(at, row)| ((row.entity, row.id.clone()), at))
            .collect();
        let mut whole = Self {
            lineage,
            shown: vec![false; rows.len()],
            rows,
            places,
            emptied: BTreeMap::new(),
            cut: BTreeMap::new(),
        };
        whole.show();
        whole.empty();
        whole
    }

    /// The place of a row in the list, if there ever was one.
    pub(crate) fn place_of(&self, entity: Entity, id: &str) -> Option<usize> {
        let id = RowId::parse(id).ok()?;
        self.places.get(&(entity, id)).copied()
    }

    /// A row as it is shown.
    pub(crate) fn row(&self, at: usize) -> Row {
        let told = &self.rows[at];
        let mut cells = told.cells.clone();
        for column in self.emptied.get(&at).into_iter().flatten() {
            cells[*column] = None;
        }
        Row {
            id: told.id.clone(),
            cells,
        }
    }

    /// Decides which rows are shown. A table comes after those its rows hang under, so one pass does,
    /// but for sections, which hang under each other.
    fn show(&mut self) {
        let sections = self
            .rows
            .partition_point(|row| row.entity < Entity::Section)
            ..self
                .rows
                .partition_point(|row| row.entity <= Entity::Section);
        for at in 0..self.rows.len() {
            let here =
                |needed: &Needed| needed.parent || needed.at.is_some_and(|at| self.shown[at]);
            self.shown[at] = self.rows[at].present && self.needs(at).iter().all(here);
            if at + 1 == sections.end {
                self.stand(sections.clone());
            }
        }
    }

    /// Decides where sections stand that were moved into each other, and hides those whose parent is
    /// hidden.
    fn stand(&mut self, sections: std::ops::Range<usize>) {
        let Some((column, _)) = Entity::Section.field("parent") else {
            return;
        };
        let report = Entity::Section.field("report").map(|(column, _)| column);
        let parent = |whole: &Self, at: usize| {
            let id = whole.rows[at].cells[column].as_deref()?;
            Some(whole.place_of(Entity::Section, id))
        };
        for at in sections.clone() {
            if self.shown[at] {
                self.cut_circle(at, column);
            }
        }
        for at in sections.clone() {
            let Some(Some(above)) = parent(self, at) else {
                continue;
            };
            let strays = report.is_some_and(|report| {
                self.rows[at].cells[report] != self.rows[above].cells[report]
            });
            if strays && self.shown[at] && self.shown[above] && !self.cut.contains_key(&at) {
                self.cut.insert(at, vec![at, above]);
            }
        }
        // What stands in a hidden section is hidden, however deep.
        loop {
            let hidden = |at: &usize| {
                self.shown[*at]
                    && !self.cut.contains_key(at)
                    && parent(self, *at)
                        .is_some_and(|above| !above.is_some_and(|above| self.shown[above]))
            };
            let hidden: Vec<usize> = sections.clone().filter(hidden).collect();
            if hidden.is_empty() {
                break;
            }
            hidden.iter().for_each(|at| self.shown[*at] = false);
        }
        for at in self.cut.keys() {
            self.emptied.entry(*at).or_default().insert(column);
        }
    }

    /// Cuts the circle that a section is in, if it is in one: at the one that was moved last, of those
    /// whose move no other move of the circle knew of. What was moved before the history of some copy
    /// begins is never among these, so it is the same in that copy.
    fn cut_circle(&mut self, from: usize, column: usize) {
        let mut path = vec![from];
        loop {
            let last = path[path.len() - 1];
            if self.cut.contains_key(&last) {
                return;
            }
            let above = self.rows[last].cells[column].as_deref();
            let Some(above) = above.and_then(|id| self.place_of(Entity::Section, id)) else {
                return;
            };
            if !self.shown[above] {
                return;
            }
            if let Some(begins) = path.iter().position(|at| *at == above) {
                let circle = path.split_off(begins);
                let by = |at: &usize| self.rows[*at].by[column];
                let newest = self.lineage.newest(circle.iter().map(by));
                let apart = circle.iter().filter(|at| newest.contains(&by(at)));
                let rank = |at: &&usize| self.lineage.rank(by(at));
                if let Some(last) = apart.max_by_key(rank).copied() {
                    self.cut.insert(last, circle);
                }
                return;
            }
            path.push(above);
        }
    }

    /// Empties the cells that point to a row that is not shown.
    fn empty(&mut self) {
        for at in 0..self.rows.len() {
            if !self.shown[at] {
                continue;
            }
            let told = &self.rows[at];
            let fields = told.entity.fields().iter().enumerate();
            let gone: Vec<usize> = fields
                .filter(|(column, field)| {
                    let to = points_to(field, told.cells[*column].as_deref());
                    to.is_some_and(|(to, id)| {
                        !self.place_of(to, id).is_some_and(|at| self.shown[at])
                    })
                })
                .map(|(column, _)| column)
                .collect();
            if !gone.is_empty() {
                self.emptied.entry(at).or_default().extend(gone);
            }
        }
    }

    /// What a row cannot be without.
    pub(crate) fn needs(&self, at: usize) -> Vec<Needed> {
        let told = &self.rows[at];
        let fields = told.entity.fields().iter().enumerate();
        fields
            .filter_map(|(column, field)| {
                let parent = (told.entity, field.name) == (Entity::Section, "parent");
                let (to, id) = points_to(field, told.cells[column].as_deref())?;
                (field.required || parent).then(|| Needed {
                    parent,
                    at: self.place_of(to, id),
                })
            })
            .collect()
    }

    /// The row for whose sake a row is not shown: the topmost one that was taken out.
    pub(crate) fn root(&self, at: usize) -> usize {
        let mut path = BTreeSet::new();
        let mut root = at;
        while path.insert(root) {
            let hidden = |needed: &Needed| needed.at.is_some_and(|at| !self.shown[at]);
            match self.needs(root).iter().find(|needed| hidden(needed)) {
                Some(Needed {
                    at: Some(above), ..
                }) => root = *above,
                _ => return root,
            }
        }
        // Sections taken out that stand in each other.
        path.first().copied().unwrap_or(at)
    }

    /// What is not shown because of rows that were taken out, by the topmost of them.
    pub(crate) fn kept(&self) -> BTreeMap<usize, Kept> {
        let mut kept: BTreeMap<usize, Kept> = BTreeMap::new();
        for (at, told) in self.rows.iter().enumerate() {
            if self.shown[at] {
                for column in self.emptied.get(&at).into_iter().flatten() {
                    let field = &told.entity.fields()[*column];
                    let to = points_to(field, told.cells[*column].as_deref());
                    let to = to.and_then(|(to, id)| self.place_of(to, id));
                    if let Some(to) = to.filter(|to| !self.shown[*to]) {
                        let by = told.by[*column];
                        kept.entry(self.root(to))
                            .or_default()
                            .changes
                            .insert((by, at));
                    }
                }
            } else if told.present {
                let root = self.root(at);
                let of = kept.entry(root).or_default();
                of.changes
                    .extend(self.news(root, at).into_iter().map(|by| (by, at)));
            } else if !told.unseen.is_empty() {
                let of = kept.entry(self.root(at)).or_default();
                of.changes.extend(told.unseen.iter().map(|by| (*by, at)));
                of.rows.insert(at);
            }
        }
        kept
    }

    /// The changes that made a row what it is, without those that were known to whoever took out the
    /// row it hangs under, unless there are no others.
    fn news(&self, root: usize, at: usize) -> BTreeSet<usize> {
        let all: BTreeSet<usize> = self.rows[at].by.iter().copied().collect();
        let deletes = &self.rows[root].deletes;
        let seen = |by: &usize| {
            deletes
                .iter()
                .any(|delete| self.lineage.knows(*delete, *by))
        };
        if all.iter().all(seen) {
            return all;
        }
        all.into_iter().filter(|by| !seen(by)).collect()
    }

    /// What a person has to decide, in order of place.
    pub(crate) fn conflicts(&self) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        for (at, told) in self
            .rows
            .iter()
            .enumerate()
            .filter(|(at, _)| self.shown[*at])
        {
            for apart in told.apart.iter().filter(|apart| !apart.merged) {
                let place = self.cell(at, apart.columns[0]);
                let cells = |value: &[_]| self.cells(at, &apart.columns, value);
                let sides = apart.sides.iter();
                conflicts.push(Conflict {
                    sides: sides
                        .map(|(by, value)| self.side(*by, place.clone(), Said::Cells(cells(value))))
                        .collect(),
                    base: apart.base.as_deref().map(cells),
                    place,
                });
            }
        }
        for (at, circle) in self.cut.iter().filter(|(at, _)| self.shown[**at]) {
            conflicts.extend(self.circle(*at, circle));
        }
        conflicts.extend(
            self.kept()
                .iter()
                .map(|(root, kept)| self.removal(*root, kept)),
        );
        conflicts.sort_by(|one, other| one.place.cmp(&other.place));
        // A section whose place was also written apart is asked about once.
        conflicts.dedup_by(|later, earlier| later.place == earlier.place);
        conflicts
    }

    fn circle(&self, at: usize, circle: &[usize]) -> Option<Conflict> {
        let (column, _) = Entity::Section.field("parent")?;
        let mut sides: Vec<Side> = circle
            .iter()
            .map(|member| {
                let told = &self.rows[*member];
                let said = self.cells(*member, &[column], &[told.cells[column].clone()]);
                self.side(
                    told.by[column],
                    self.cell(*member, column),
                    Said::Cells(said),
                )
            })
            .collect();
        sides.sort_by_key(|side| side.change);
        Some(Conflict {
            place: self.cell(at, column),
            sides,
            base: None,
        })
    }

    fn removal(&self, root: usize, kept: &Kept) -> Conflict {
        let place = |at: usize| Place::row(self.rows[at].entity, &self.rows[at].id);
        let deletes = self.rows[root].deletes.iter();
        let mut removed: Vec<Side> = deletes
            .map(|by| self.side(*by, place(root), Said::Removed))
            .collect();
        let changes = kept.changes.iter();
        let mut changed: Vec<Side> = changes
            .map(|(by, at)| self.side(*by, place(*at), Said::Changed))
            .collect();
        let order = |side: &Side| (side.at, side.change, side.place.clone());
        removed.sort_by_key(order);
        changed.sort_by_key(order);
        Conflict {
            place: place(root),
            sides: removed.into_iter().chain(changed).collect(),
            base: None,
        }
    }

    /// The texts that were brought together, in order of place.
    pub(crate) fn merged(&self) -> Vec<Merged> {
        let mut merged = Vec::new();
        for (at, told) in self
            .rows
            .iter()
            .enumerate()
            .filter(|(at, _)| self.shown[*at])
        {
            for apart in told.apart.iter().filter(|apart| apart.merged) {
                let place = self.cell(at, apart.columns[0]);
                let sides = apart.sides.iter().map(|(by, value)| {
                    let said = Said::Cells(self.cells(at, &apart.columns, value));
                    self.side(*by, place.clone(), said)
                });
                merged.push(Merged {
                    sides: sides.collect(),
                    place,
                });
            }
        }
        merged
    }

    fn side(&self, by: usize, place: Place, said: Said) -> Side {
        let node = self.lineage.node(by);
        Side {
            change: node.hash,
            person: node.person.clone(),
            at: node.at,
            place,
            said,
        }
    }

    fn cell(&self, at: usize, column: usize) -> Place {
        let told = &self.rows[at];
        Place::cell(told.entity, &told.id, told.entity.fields()[column].name)
    }

    fn cells(
        &self,
        at: usize,
        columns: &[usize],
        value: &[outturn_model::cell::Cell],
    ) -> Vec<(&'static str, outturn_model::cell::Cell)> {
        let fields = self.rows[at].entity.fields();
        let named = columns.iter().map(|column| fields[*column].name);
        named.zip(value.iter().cloned()).collect()
    }
}

/// A row that another cannot be without.
pub(crate) struct Needed {
    /// It is the section in which a section stands.
    pub(crate) parent: bool,
    /// Which row, if there ever was one.
    pub(crate) at: Option<usize>,
}

/// The row a cell points to.
pub(crate) fn points_to<'a>(field: &Field, cell: Option<&'a str>) -> Option<(Entity, &'a str)> {
    let id = cell?;
    match field.kind {
        Kind::Reference(to) => Some((to, id)),
        Kind::Series if !["actual", "target"].contains(&id) => Some((Entity::Comparator, id)),
        _ => None,
    }
}
