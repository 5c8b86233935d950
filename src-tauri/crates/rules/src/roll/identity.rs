//! What the rows of a new report are called.

use std::collections::{HashMap, HashSet};

use outturn_model::report::Report;
use outturn_model::{Book, Entity, Id, Period, RowId};

/// New ids by old ones: the old report's id at the start of one gives way to the new report's, and
/// any other stands under it.
pub(super) struct Identities {
    old: String,
    new: RowId,
    names: HashMap<(Entity, RowId), RowId>,
    used: HashSet<(Entity, RowId)>,
}

impl Identities {
    pub(super) fn of(book: &Book, report: &Id<Report>, period: Period) -> Self {
        let id = |name: &str| RowId::parse(name).unwrap_or_else(|_| report.row().clone());
        let is_free = |id: &RowId| book.reports.find(id).is_none();
        let plain = period.to_string();
        let more = (2..).map(|number| format!("{plain}.{number}"));
        let mut names = std::iter::once(plain.clone())
            .chain(more)
            .map(|name| id(&name));
        let new = names.find(is_free).unwrap_or_else(|| id(&plain));
        let known = (Entity::Report, report.row().clone());
        let mut used = HashSet::new();
        for entity in Entity::ALL {
            // Only ids under the new report's can be met again.
            let rows = book.rows(*entity).into_iter().map(|row| row.id);
            let under = rows.filter(|id| id.as_str().starts_with(new.as_str()));
            used.extend(under.map(|id| (*entity, id)));
        }
        Self {
            old: report.to_string(),
            names: HashMap::from([(known, new.clone())]),
            new,
            used,
        }
    }

    /// The new report's id.
    pub(super) fn report(&self) -> &RowId {
        &self.new
    }

    /// Whether a row of the old report comes over.
    pub(super) fn knows(&self, entity: Entity, old: &RowId) -> bool {
        self.names.contains_key(&(entity, old.clone()))
    }

    /// The new id of a row that comes over.
    pub(super) fn turned(&self, entity: Entity, old: &RowId) -> Option<&RowId> {
        self.names.get(&(entity, old.clone()))
    }

    /// Names a row that comes over.
    pub(super) fn name(&mut self, entity: Entity, old: &RowId) {
        let inside = old.as_str().strip_prefix(&self.old);
        let inside = inside.and_then(|rest| rest.strip_prefix('/'));
        let inside = inside.unwrap_or(old.as_str());
        let plain = format!("{}/{inside}", self.new);
        let numbered = |number: usize| format!("{}/{}.{number}", self.new, entity.table());
        // Ids that others are joined from leave room for it.
        let fits = plain.len() < RowId::LONGEST / 2;
        let first = fits.then_some(plain);
        let names = first.into_iter().chain((1..).map(numbered));
        let mut free = names
            .filter_map(|name| RowId::parse(&name).ok())
            .filter(|id| !self.used.contains(&(entity, id.clone())));
        if let Some(id) = free.next() {
            self.used.insert((entity, id.clone()));
            self.names.insert((entity, old.clone()), id);
        }
    }
}
