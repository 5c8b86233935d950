//! What differs between two books, in the reading order of the paper.

use std::collections::{HashMap, HashSet};

use outturn_model::entry::Entry;
use outturn_model::measure::Measure;
use outturn_model::record::Entity;
use outturn_model::report::Report;
use outturn_model::{Book, Id, Message, Row, RowId};
use outturn_rules::Outline;

use super::cells::Pair;
use super::names::Names;
use super::order::in_one_order;
use super::pairing::Pairs;
use super::{ROWS, left_out_in_words, row_view};
use crate::view::Source;
use crate::wire::{DiffGroupView, DifferenceView, Done, FieldDiffView, RowDiffView};

/// Two states being compared.
pub(super) struct Difference<'a> {
    names: Names<'a>,
    /// The file as it is now, for the places to go to.
    source: Source<'a>,
    from: &'a Book,
    to: &'a Book,
    /// The rows of two reports; nothing where a row is known by its id.
    pairs: Option<Pairs<'a>>,
    /// Title, how much differs, and as much of it as is shown.
    groups: Vec<(String, usize, Vec<RowDiffView>)>,
    /// Figures that were told of beside a card.
    told: HashSet<RowId>,
    count: usize,
}

/// A row as it was and as it became, of which either may be missing.
type Met = (Option<RowId>, Option<RowId>);

impl<'a> Difference<'a> {
    pub(super) fn new(
        names: Names<'a>,
        source: Source<'a>,
        from: &'a Book,
        to: &'a Book,
        pairs: Option<Pairs<'a>>,
    ) -> Self {
        Self {
            names,
            source,
            from,
            to,
            pairs,
            groups: Vec::new(),
            told: HashSet::new(),
            count: 0,
        }
    }

    /// The difference of the whole file, or of one report with the figures of its measures.
    pub(super) fn of_file(
        mut self,
        titles: (String, String),
        report: Option<&Id<Report>>,
    ) -> DifferenceView {
        let mut reports: Vec<&Report> = self.to.reports.iter().collect();
        let is_new = |report: &&Report| self.to.reports.get(&report.id).is_none();
        reports.extend(self.from.reports.iter().filter(is_new));
        reports.retain(|each| report.is_none_or(|report| each.id == *report));
        reports.sort_by(|a, b| (b.period, &a.id).cmp(&(a.period, &b.id)));
        let named = reports.len() > 1;
        let ids: Vec<Id<Report>> = reports.iter().map(|report| report.id.clone()).collect();
        for id in &ids {
            self.report(self.from.reports.get(id), self.to.reports.get(id), named);
        }
        self.measures(report);
        if report.is_none() {
            self.people();
        }
        self.view(titles)
    }

    /// The difference in words.
    pub(super) fn view(self, (from, to): (String, String)) -> DifferenceView {
        let names = self.names;
        let sections = self.groups.len();
        let sentence = match self.count {
            0 => Message::new("history-same"),
            count => Message::new("history-differences")
                .with("count", count)
                .with("sections", sections),
        };
        let groups = self
            .groups
            .into_iter()
            .map(|(title, count, rows)| DiffGroupView {
                title,
                count: names.say(&Message::new("history-count").with("count", count)),
                rows,
            });
        DifferenceView {
            from,
            to,
            sentence: names.say(&sentence),
            groups: groups.collect(),
            left_out: left_out_in_words(&names, self.count.saturating_sub(ROWS)),
        }
    }

    /// A report: its settings, then its sections in reading order. `named` puts its period before
    /// the title of each.
    pub(super) fn report(&mut self, from: Option<&'a Report>, to: Option<&'a Report>, named: bool) {
        let period = to
            .or(from)
            .map(|report| self.names.say(&report.period.name()));
        let titled = |title: String| match period.as_ref().filter(|_| named) {
            Some(period) => format!("{period} · {title}"),
            None => title,
        };
        let ids = |report: Option<&Report>| report.map(|report| report.id.row().clone());
        let own = self.with_children(Entity::Report, (ids(from), ids(to)));
        self.group(titled(self.names.words.word("history-settings")), own);

        let old = from.map(|report| Outline::with_hidden(self.from, report));
        let new = to.map(|report| Outline::with_hidden(self.to, report));
        let order = |outline: &Option<Outline<'_>>| {
            let items = outline.iter().flat_map(|outline| outline.items());
            items.map(|item| item.section.id.row().clone()).collect()
        };
        for met in self.merged(Entity::Section, order(&old), order(&new)) {
            let item = met
                .1
                .as_ref()
                .and_then(|id| new.as_ref()?.item(&Id::new(id.clone())));
            let item = item.or_else(|| {
                let id = met.0.as_ref()?;
                old.as_ref()?.item(&Id::new(id.clone()))
            });
            let title = item.map(|item| self.names.say(&item.own_title()));
            let rows = self.with_children(Entity::Section, met);
            self.group(titled(title.unwrap_or_default()), rows);
        }
    }

    /// Measures and the figures that no card showed: of one report, those of its measures.
    fn measures(&mut self, report: Option<&Id<Report>>) {
        let shown = |book: &Book, measure: &Id<Measure>| {
            report.is_none_or(|report| {
                let mut sections = book.sections.under(report);
                sections.any(|section| {
                    let mut entries = book.entries.under(&section.id);
                    entries.any(|entry| entry.measure == *measure)
                })
            })
        };
        let ids = |book: &Book| -> Vec<RowId> {
            let measures = book.measures.iter().filter(|row| shown(book, &row.id));
            measures.map(|row| row.id.row().clone()).collect()
        };
        let mut rows = Vec::new();
        for met in self.merged(Entity::Measure, ids(self.from), ids(self.to)) {
            rows.extend(self.with_children(Entity::Measure, met));
        }
        self.group(self.names.words.word("history-measures"), rows);
    }

    fn people(&mut self) {
        let mut rows = Vec::new();
        for entity in [
            Entity::Directorate,
            Entity::Department,
            Entity::Person,
            Entity::Comparator,
        ] {
            let ids = |book: &Book| book.rows(entity).into_iter().map(|row| row.id).collect();
            for met in self.merged(entity, ids(self.from), ids(self.to)) {
                rows.extend(self.row(entity, &met));
            }
        }
        self.group(self.names.words.word("history-people"), rows);
    }

    fn group(&mut self, title: String, mut rows: Vec<RowDiffView>) {
        let count = rows.len();
        let room = ROWS.saturating_sub(self.count);
        self.count += count;
        if count == 0 || room == 0 {
            return;
        }
        // The group says where its rows stand.
        for row in &mut rows {
            row.at.clear();
        }
        rows.truncate(room);
        self.groups.push((title, count, rows));
    }

    /// What differs in a row and in what hangs under it, in reading order.
    fn with_children(&mut self, entity: Entity, met: Met) -> Vec<RowDiffView> {
        let mut rows: Vec<RowDiffView> = self.row(entity, &met).into_iter().collect();
        if entity == Entity::Entry && self.pairs.is_none() {
            rows.extend(self.figures(&met));
        }
        let tables = Entity::ALL.iter().copied().filter(|table| {
            let under = table.parent().is_some_and(|(parent, _)| parent == entity);
            under && *table != Entity::Section
        });
        for table in tables {
            if table == Entity::Amount {
                self.cells(&met, &mut rows);
                continue;
            }
            let ids = |book: &Book, parent: &Option<RowId>| -> Vec<RowId> {
                let Some(parent) = parent else {
                    return Vec::new();
                };
                let siblings = book.siblings(table, Some(parent));
                siblings.into_iter().map(|(id, _)| id.clone()).collect()
            };
            let (old, new) = (ids(self.from, &met.0), ids(self.to, &met.1));
            for met in self.merged(table, old, new) {
                rows.extend(self.with_children(table, met));
            }
        }
        rows
    }

    /// The cells of a line of a table, told with the line, each by its column.
    fn cells(&self, met: &Met, rows: &mut Vec<RowDiffView>) {
        let ids = |book: &Book, line: &Option<RowId>| -> Vec<RowId> {
            let siblings = line
                .iter()
                .flat_map(|line| book.siblings(Entity::Amount, Some(line)));
            siblings.map(|(id, _)| id.clone()).collect()
        };
        let (old, new) = (ids(self.from, &met.0), ids(self.to, &met.1));
        let mut cells = Vec::new();
        for (before, after) in self.merged(Entity::Amount, old, new) {
            let of = |book: &Book, id: &Option<RowId>| book.row(Entity::Amount, id.as_ref()?);
            let (before, after) = filled(of(self.from, &before), of(self.to, &after));
            let pair = Pair {
                entity: Entity::Amount,
                before: before.as_ref(),
                after: after.as_ref(),
                across: self.pairs.is_some(),
            };
            cells.extend(self.names.column_views(pair));
        }
        cells.sort_by_key(|(order, _)| *order);
        let fields: Vec<FieldDiffView> = cells.into_iter().map(|(_, field)| field).collect();
        match (rows.last_mut(), met.1.as_ref().or(met.0.as_ref())) {
            _ if fields.is_empty() => {}
            (Some(row), _) => row.fields.extend(fields),
            (None, Some(line)) => {
                let place = (Entity::Line, line);
                rows.push(row_view(
                    &self.names,
                    self.source,
                    place,
                    Done::Kept,
                    fields,
                ));
            }
            (None, None) => {}
        }
    }

    /// The figures of a card's measure, told once.
    fn figures(&mut self, met: &Met) -> Vec<RowDiffView> {
        let entry = |book: &'a Book, id: &Option<RowId>| -> Option<&'a Entry> {
            book.entries.find(id.as_ref()?)
        };
        let found = entry(self.to, &met.1).or_else(|| entry(self.from, &met.0));
        let Some(measure) = found.map(|entry| &entry.measure) else {
            return Vec::new();
        };
        let ids = |book: &Book| -> Vec<RowId> {
            let values = book.values.under(measure);
            values.map(|value| value.id.row().clone()).collect()
        };
        let merged = self.merged(Entity::Value, ids(self.from), ids(self.to));
        merged
            .into_iter()
            .filter_map(|met| self.row(Entity::Value, &met))
            .collect()
    }

    /// What differs in one row itself.
    fn row(&mut self, entity: Entity, met: &Met) -> Option<RowDiffView> {
        let id = met.1.as_ref().or(met.0.as_ref())?;
        if entity == Entity::Value && !self.told.insert(id.clone()) {
            return None;
        }
        let of = |book: &Book, id: &Option<RowId>| book.row(entity, id.as_ref()?);
        let (mut before, mut after) = (of(self.from, &met.0), of(self.to, &met.1));
        if before.is_none() && after.is_none() {
            return None;
        }
        // A figure is a cell to people, not a row that comes and goes.
        if !entity.key().is_empty() {
            (before, after) = filled(before, after);
        }
        let pair = Pair {
            entity,
            before: before.as_ref(),
            after: after.as_ref(),
            across: self.pairs.is_some(),
        };
        let mut fields = self.names.field_views(pair);
        if entity == Entity::Entry && self.pairs.is_some() {
            let sides = ((self.from, met.0.as_ref()), (self.to, met.1.as_ref()));
            fields.splice(0..0, self.names.standing_views(sides.0, sides.1));
        }
        let done = match (&before, &after) {
            (None, _) => Done::Added,
            (_, None) => Done::Removed,
            _ if pair.moved() => Done::Moved,
            _ if fields.is_empty() => return None,
            _ => Done::Kept,
        };
        Some(row_view(
            &self.names,
            self.source,
            (entity, id),
            done,
            fields,
        ))
    }

    /// Two lists of one table as one, in an order that keeps to both.
    fn merged(&self, entity: Entity, old: Vec<RowId>, new: Vec<RowId>) -> Vec<Met> {
        let later = |id: &RowId| match &self.pairs {
            Some(pairs) => pairs.later(entity, id),
            None => Some(id.clone()),
        };
        let met: HashMap<&RowId, Option<RowId>> = old.iter().map(|id| (id, later(id))).collect();
        let here: HashSet<&RowId> = new.iter().collect();
        // An earlier row goes by the name of the later one that it became.
        let old_keys: Vec<(bool, &RowId)> = old
            .iter()
            .map(|id| match met[id].as_ref().and_then(|id| here.get(id)) {
                Some(later) => (true, *later),
                None => (false, id),
            })
            .collect();
        let new_keys: Vec<(bool, &RowId)> = new.iter().map(|id| (true, id)).collect();
        let earlier: HashMap<&RowId, &RowId> = old_keys
            .iter()
            .zip(&old)
            .filter(|((is_met, _), _)| *is_met)
            .map(|((_, later), old)| (*later, old))
            .collect();
        let both = |id: &RowId| (earlier.get(id).map(|id| (*id).clone()), Some(id.clone()));
        in_one_order(&old_keys, &new_keys)
            .into_iter()
            .map(|(is_new, id)| match is_new {
                true => both(id),
                false => (Some(id.clone()), None),
            })
            .collect()
    }
}

/// Two states of a row of which one that is missing is empty.
fn filled(before: Option<Row>, after: Option<Row>) -> (Option<Row>, Option<Row>) {
    let empty = |row: &Row| Row {
        id: row.id.clone(),
        cells: vec![None; row.cells.len()],
    };
    let (old, new) = (before.as_ref().map(empty), after.as_ref().map(empty));
    (before.or(new), after.or(old))
}
