//! Where rows stand: among the rows of their parent, and sections in sections.

use outturn_model::position::Position;
use outturn_model::section::Section;
use outturn_model::{Edit, Entity, Id, Place, Record, Row, RowId};

use super::{ChangeProblem, Draft, not_there};

impl Draft<'_> {
    pub(super) fn move_row(
        &mut self,
        place: &str,
        after: Option<&str>,
    ) -> Result<(), ChangeProblem> {
        let moved = Place::parse(place).ok_or_else(|| not_there(place))?;
        let row = self
            .book
            .row(moved.entity, &moved.row)
            .ok_or_else(|| not_there(place))?;
        let cell = |name: &str| {
            let (at, _) = moved.entity.field(name)?;
            row.cells[at].clone()
        };
        if moved.entity.field("position").is_none() {
            return Err(ChangeProblem::CannotMove {
                place: place.to_owned(),
            });
        }
        let parent = moved.entity.parent().and_then(|(_, field)| cell(field));
        let parent = parent.and_then(|id| RowId::parse(&id).ok());
        let within = cell("parent");
        let mut siblings = self.order(moved.entity, parent.as_ref(), within.as_deref());
        siblings.retain(|(id, _)| *id != moved.row);
        let position = place_after(&siblings, after);
        self.push_set(moved.entity, &moved.row, "position", position.to_string());
        Ok(())
    }

    pub(super) fn move_section(
        &mut self,
        section: &str,
        parent: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), ChangeProblem> {
        let id = RowId::parse(section).map_err(|_| not_there(section))?;
        let row = self
            .book
            .sections
            .find(&id)
            .ok_or_else(|| not_there(section))?;
        let inside = self.sections_inside(&id);
        let into_itself = parent.is_some_and(|parent| {
            parent == section || inside.iter().any(|inner| inner.as_str() == parent)
        });
        let missing = parent.is_some_and(|parent| {
            let parent = RowId::parse(parent)
                .ok()
                .and_then(|id| self.book.sections.find(&id));
            parent.is_none_or(|parent| parent.report != row.report)
        });
        if into_itself || missing {
            return Err(ChangeProblem::CannotMove {
                place: Place::row(Entity::Section, &id).to_string(),
            });
        }
        let report = row.report.row().clone();
        let mut siblings = self.order(Entity::Section, Some(&report), parent);
        siblings.retain(|(other, _)| *other != id);
        let position = place_after(&siblings, after);
        self.push_set(
            Entity::Section,
            &id,
            "parent",
            parent.unwrap_or_default().to_owned(),
        );
        self.push_set(Entity::Section, &id, "position", position.to_string());
        Ok(())
    }

    /// The sections that stand in one, at any depth, the innermost first.
    pub(super) fn sections_inside(&self, section: &RowId) -> Vec<RowId> {
        let inside = |of: &RowId| -> Vec<&Section> {
            let all = self.book.sections.iter();
            all.filter(|section| {
                section
                    .parent
                    .as_ref()
                    .is_some_and(|parent| parent.row() == of)
            })
            .collect()
        };
        let mut found: Vec<RowId> = Vec::new();
        let mut open = vec![section.clone()];
        while let Some(next) = open.pop() {
            for child in inside(&next) {
                if !found.contains(child.row_id()) {
                    found.insert(0, child.row_id().clone());
                    open.push(child.row_id().clone());
                }
            }
        }
        found
    }

    /// The rows among which a row of this table has its place, those added in this step included.
    pub(super) fn order(
        &self,
        entity: Entity,
        parent: Option<&RowId>,
        within: Option<&str>,
    ) -> Vec<(RowId, Option<Position>)> {
        let in_same_section = |id: &RowId| {
            entity != Entity::Section
                || self.book.sections.find(id).is_none_or(|section| {
                    section.parent.as_ref().map(Id::as_str) == within.filter(|w| !w.is_empty())
                })
        };
        let mut rows: Vec<_> = self
            .book
            .siblings(entity, parent)
            .into_iter()
            .filter(|(id, _)| in_same_section(id))
            .map(|(id, position)| (id.clone(), position.cloned()))
            .collect();
        for edit in &self.edits {
            if let Edit::Insert { entity: of, row } = edit
                && *of == entity
                && hangs_under(entity, row, parent)
            {
                let position = entity
                    .field("position")
                    .and_then(|(at, _)| row.cells[at].as_deref());
                let position = outturn_model::cell::CellType::from_cell(position).ok();
                rows.push((row.id.clone(), position));
            }
        }
        rows.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
        rows
    }
}

/// A key after the row named, or before all others.
pub(super) fn place_after(siblings: &[(RowId, Option<Position>)], after: Option<&str>) -> Position {
    let after = after.and_then(|id| siblings.iter().position(|(row, _)| row.as_str() == id));
    let next = after.map_or(0, |at| at + 1);
    let key = |at: Option<usize>| at.and_then(|at| siblings.get(at)?.1.as_ref());
    Position::between(key(after), key(Some(next)))
}

fn hangs_under(entity: Entity, row: &Row, parent: Option<&RowId>) -> bool {
    let cell = entity
        .parent()
        .and_then(|(_, field)| entity.field(field))
        .and_then(|(at, _)| row.cells[at].as_deref());
    cell == parent.map(RowId::as_str)
}
