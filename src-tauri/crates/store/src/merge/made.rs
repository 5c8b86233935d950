//! Changes as they were made, in whichever copy: read from a file, and written into one.

use std::collections::HashMap;

use outturn_model::{Entity, RowId};
use rusqlite::Connection;
use rusqlite::types::ToSql;

use super::lineage::{Hash, Lineage};
use super::registers::{Deed, Event};
use super::whole::Events;
use crate::changeset::{RowChange, RowChangeKind};
use crate::error::{Part, Problem};
use crate::history::{self, ChangeKind, damaged};
use crate::link::{self, Link};
use crate::thin;

/// A change, and how it stands among others. Its hash is the chain of its link.
#[derive(Debug, Clone)]
pub(crate) struct Made {
    /// The hash of the change before it; nothing for the first of a file.
    pub(crate) before: Option<Hash>,
    /// The hashes of those it joined, in order.
    pub(crate) joined: Vec<Hash>,
    pub(crate) link: Link,
    pub(crate) rows: Vec<RowChange>,
}

impl Made {
    /// Whether its hash is that of what it says.
    pub(crate) fn follows(&self) -> bool {
        link::chain(self.before, &self.link, &self.rows, &self.joined) == self.link.chain
    }
}

/// The changes a file knows, without what they did.
pub(crate) struct Known {
    pub(crate) lineage: Lineage,
    /// Where what each did is kept, in the order of the lineage.
    kept: Vec<Stored>,
    /// The file's own last change.
    pub(crate) last: Option<usize>,
    /// The hash of the first change of all; nothing in a file that never held anything.
    pub(crate) root: Option<Hash>,
    /// The changes that were left out of history, but for the one that stands for them.
    pub(crate) forgotten: Forgotten,
    /// With which of the file's own changes each came: itself, for one of those.
    pub(crate) came: Vec<i64>,
}

/// Changes that were left out of history, by their hashes: for each, whether its author knew of all
/// that people did until then.
#[derive(Debug, Default)]
pub(crate) struct Forgotten(pub(crate) HashMap<Hash, bool>);

/// The places of the change before one, and of those it joined.
pub(crate) type Parents = (Option<usize>, Vec<usize>);

impl Forgotten {
    /// Whether a change is one of them.
    pub(crate) fn has(&self, hash: &Hash) -> bool {
        self.0.contains_key(hash)
    }

    /// The place of a change that another follows from. What follows from one that knew of all that
    /// was left out follows from what stands for it, at the first place. Of one that did not, nothing
    /// can be said, and there is no place.
    fn place(&self, lineage: &Lineage, hash: &Hash) -> Option<usize> {
        lineage
            .find(hash)
            .or_else(|| self.0.get(hash).and_then(|whole| whole.then_some(0)))
    }

    /// The places of the change before one and of those it joined; nothing if all that it follows from
    /// was left out, and something it did not know of with it. Gives back a hash that is not known.
    pub(crate) fn places(
        &self,
        lineage: &Lineage,
        before: &Hash,
        joined: &[Hash],
    ) -> Result<Option<Parents>, Hash> {
        let all = || std::iter::once(before).chain(joined);
        if let Some(strange) = all().find(|hash| lineage.find(hash).is_none() && !self.has(hash)) {
            return Err(*strange);
        }
        let before = self.place(lineage, before);
        let joined: Vec<usize> = joined
            .iter()
            .filter_map(|head| self.place(lineage, head))
            .collect();
        Ok((before.is_some() || !joined.is_empty()).then_some((before, joined)))
    }
}

/// Where a file keeps the cells of a change.
#[derive(Debug, Clone, Copy)]
enum Stored {
    Own(i64),
    Brought(i64),
}

const BROUGHT: &str = r#"
    SELECT "number", "kind", "label", "place", "person", "at", "step", "of", "under", "content",
           "chain", "id", "came", "before"
    FROM "brought" ORDER BY "id""#;

/// A change of another copy, and where it stands.
struct Brought {
    link: Link,
    id: i64,
    came: i64,
    before: Hash,
}

impl Known {
    /// Reads the changes of a file, its own and those that were brought.
    pub(crate) fn read(conn: &Connection) -> Result<Self, Problem> {
        let mut known = Self {
            lineage: Lineage::default(),
            kept: Vec::new(),
            last: None,
            root: thin::root(conn)?,
            forgotten: thin::forgotten(conn)?,
            came: Vec::new(),
        };
        let joined = all_joined(conn)?;
        let mut brought = brought(conn)?.into_iter().peekable();
        link::each(conn, |own| {
            while let Some(one) = brought.next_if(|one| one.came <= own.id) {
                let heads = joined.get(&one.link.chain).map_or(&[][..], Vec::as_slice);
                let places = known
                    .forgotten
                    .places(&known.lineage, &one.before, heads)
                    .ok()
                    .flatten();
                let (before, heads) = places.ok_or_else(|| damaged(one.came))?;
                known.add(
                    &one.link,
                    before,
                    heads,
                    (Stored::Brought(one.id), one.came),
                );
            }
            known.root.get_or_insert(own.chain);
            let heads = joined.get(&own.chain).into_iter().flatten();
            let find = |head| known.lineage.find(head).ok_or_else(|| damaged(own.id));
            let heads = heads.map(find).collect::<Result<_, _>>()?;
            let (last, stored) = (known.last, (Stored::Own(own.id), own.id));
            known.last = Some(known.add(&own, last, heads, stored));
            Ok(())
        })?;
        match brought.next() {
            Some(left) => Err(damaged(left.came)),
            None => Ok(known),
        }
    }

    fn add(
        &mut self,
        link: &Link,
        before: Option<usize>,
        joined: Vec<usize>,
        (kept, came): (Stored, i64),
    ) -> usize {
        self.kept.push(kept);
        self.came.push(came);
        self.lineage.add(link, before, joined)
    }

    /// Whether a change is the one that stands for those that were left out. It is nobody's, and goes
    /// to no other copy.
    pub(crate) fn stands_for_others(&self, place: usize) -> bool {
        place == 0 && self.root != Some(self.lineage.node(0).hash)
    }

    /// Whether a change was made in this file.
    pub(crate) fn is_own(&self, place: usize) -> bool {
        matches!(self.kept[place], Stored::Own(_))
    }

    /// One of the changes, with what it did.
    pub(crate) fn made(&self, conn: &Connection, place: usize) -> Result<Made, Problem> {
        let node = self.lineage.node(place);
        let (before, link, rows) = match self.kept[place] {
            Stored::Own(id) => (
                node.before.map(|before| self.lineage.node(before).hash),
                link::named(conn, Some(id))?,
                history::rows(conn, id, None, usize::MAX)?,
            ),
            Stored::Brought(id) => {
                let one = brought_one(conn, id)?;
                (
                    Some(one.before),
                    one.link,
                    history::rows_in(conn, "brought_cell", id, None, usize::MAX)?,
                )
            }
        };
        let joined = match link.kind {
            ChangeKind::BringIn => link::joined(conn, &link.chain)?,
            _ => Vec::new(),
        };
        Ok(Made {
            before,
            joined,
            link,
            rows,
        })
    }

    /// What every change did to each row, each change after those it knew of.
    pub(crate) fn events(&self, conn: &Connection) -> Result<Events, Problem> {
        let mut own = HashMap::new();
        let mut brought = HashMap::new();
        for (place, kept) in self.kept.iter().enumerate() {
            if self.lineage.node(place).kind != ChangeKind::BringIn {
                match kept {
                    Stored::Own(id) => own.insert(*id, place),
                    Stored::Brought(id) => brought.insert(*id, place),
                };
            }
        }
        let mut events = Events::new();
        scan(conn, "change_cell", &own, &mut events)?;
        scan(conn, "brought_cell", &brought, &mut events)?;
        if !brought.is_empty() {
            for told in events.values_mut() {
                told.sort_by_key(|event| event.by);
            }
        }
        Ok(events)
    }
}

/// Adds what the changes of one table of cells did.
fn scan(
    conn: &Connection,
    table: &str,
    places: &HashMap<i64, usize>,
    events: &mut Events,
) -> Result<(), Problem> {
    let mut statement = conn.prepare(&format!(
        r#"SELECT "change", "kind", "table", "row", "field", "after" FROM "{table}" ORDER BY "id""#
    ))?;
    let mut found = statement.query([])?;
    // The row that the lines are about, and what was done to it so far.
    let mut current: Option<(i64, Entity, RowId, Event)> = None;
    let mut put = |done: Option<(i64, Entity, RowId, Event)>| {
        if let Some((_, entity, row, event)) = done {
            events.entry((entity, row)).or_default().push(event);
        }
    };
    while let Some(line) = found.next()? {
        let change: i64 = line.get(0)?;
        let Some(by) = places.get(&change) else {
            continue;
        };
        let unreadable = || damaged(change);
        let (kind, entity, id) = (line.get_ref(1)?, line.get_ref(2)?, line.get_ref(3)?);
        let entity = entity
            .as_str()
            .ok()
            .and_then(Entity::from_table)
            .ok_or_else(unreadable)?;
        let id = id.as_str().map_err(|_| unreadable())?;
        let same = |(of, on, row, _): &(i64, Entity, RowId, Event)| {
            (*of, *on, row.as_str()) == (change, entity, id)
        };
        if !current.as_ref().is_some_and(same) {
            let kind = kind
                .as_str()
                .ok()
                .and_then(link::row_kind_of)
                .ok_or_else(unreadable)?;
            let row = RowId::parse(id).map_err(|_| unreadable())?;
            let deed = begun(entity, kind);
            put(current.replace((change, entity, row, Event { by: *by, deed })));
        }
        let field = line
            .get_ref(4)?
            .as_str_or_null()
            .map_err(|_| unreadable())?;
        if let (Some(field), Some((_, _, _, event))) = (field, &mut current) {
            let (column, _) = entity.field(field).ok_or_else(unreadable)?;
            say(&mut event.deed, column, line.get(5)?);
        }
    }
    put(current);
    Ok(())
}

fn begun(entity: Entity, kind: RowChangeKind) -> Deed {
    match kind {
        RowChangeKind::Insert => Deed::Insert(vec![None; entity.fields().len()]),
        RowChangeKind::Update => Deed::Update(Vec::new()),
        RowChangeKind::Delete => Deed::Delete,
    }
}

fn say(deed: &mut Deed, column: usize, after: Option<String>) {
    match deed {
        Deed::Insert(cells) => cells[column] = after,
        Deed::Update(cells) => cells.push((column, after)),
        Deed::Delete => {}
    }
}

/// Adds what a change did that is in no table yet.
pub(crate) fn add_events(events: &mut Events, by: usize, rows: &[RowChange]) {
    for row in rows {
        let mut deed = begun(row.entity, row.kind);
        for cell in &row.cells {
            if let Some((column, _)) = row.entity.field(cell.field) {
                say(&mut deed, column, cell.after.clone());
            }
        }
        let told = events.entry((row.entity, row.row.clone())).or_default();
        told.push(Event { by, deed });
    }
}

/// Writes changes of other copies, which came with a change of this one.
pub(crate) fn write(conn: &Connection, came: i64, changes: &[&Made]) -> Result<(), Problem> {
    let first: i64 = conn.query_row(
        r#"SELECT coalesce(max("id"), 0) + 1 FROM "brought""#,
        [],
        |row| row.get(0),
    )?;
    let mut statement = conn.prepare_cached(
        r#"INSERT INTO "brought" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"#,
    )?;
    let mut cells =
        conn.prepare_cached(r#"INSERT INTO "brought_cell" VALUES (?, ?, ?, ?, ?, ?, ?, ?)"#)?;
    for (id, made) in (first..).zip(changes) {
        let link = &made.link;
        let values: [&dyn ToSql; 14] = [
            &id,
            &came,
            &made.before.unwrap_or_default(),
            &link.id,
            &link::kind_word(link.kind),
            &link.label,
            &link.place,
            &link.person,
            &link.at.to_rfc3339(),
            &link.step,
            &link.of,
            &link.under,
            &link.content.to_bytes(),
            &link.chain,
        ];
        statement.execute(values)?;
        link::write_each(&mut cells, id, &made.rows)?;
        link::write_joined(conn, &link.chain, &made.joined)?;
    }
    Ok(())
}

/// The changes that came with a change, by where they are kept.
pub(crate) fn ids_brought_by(conn: &Connection, came: i64) -> Result<Vec<i64>, Problem> {
    let mut statement =
        conn.prepare_cached(r#"SELECT "id" FROM "brought" WHERE "came" = ?1 ORDER BY "id""#)?;
    let ids = statement.query_map([came], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// The first of this file's own changes with which something came that is not what was written.
pub(crate) fn first_broken(conn: &Connection) -> Result<Option<i64>, Problem> {
    let joined = all_joined(conn)?;
    for one in brought(conn)? {
        let rows = match history::rows_in(conn, "brought_cell", one.id, None, usize::MAX) {
            Err(Problem::Damaged { .. }) => return Ok(Some(one.came)),
            other => other?,
        };
        let made = Made {
            before: Some(one.before),
            joined: joined.get(&one.link.chain).cloned().unwrap_or_default(),
            link: one.link,
            rows,
        };
        if !made.follows() {
            return Ok(Some(one.came));
        }
    }
    Ok(None)
}

fn brought(conn: &Connection) -> Result<Vec<Brought>, Problem> {
    let mut statement = conn.prepare(BROUGHT)?;
    let mut found = statement.query([])?;
    let mut brought = Vec::new();
    while let Some(row) = found.next()? {
        brought.push(read_brought(row)?);
    }
    Ok(brought)
}

fn read_brought(row: &rusqlite::Row) -> Result<Brought, Problem> {
    Ok(Brought {
        link: link::read_link(row)?,
        id: row.get(11)?,
        came: row.get(12)?,
        before: row.get(13)?,
    })
}

pub(crate) fn brought_link(conn: &Connection, id: i64) -> Result<Link, Problem> {
    Ok(brought_one(conn, id)?.link)
}

fn brought_one(conn: &Connection, id: i64) -> Result<Brought, Problem> {
    let sql = BROUGHT.replace(r#"ORDER BY "id""#, r#"WHERE "id" = ?1"#);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut found = statement.query([id])?;
    match found.next()? {
        Some(row) => read_brought(row),
        None => Err(Problem::damaged(Part::Pages, "brought")),
    }
}

fn all_joined(conn: &Connection) -> Result<HashMap<Hash, Vec<Hash>>, Problem> {
    let mut statement =
        conn.prepare(r#"SELECT "of", "head" FROM "joined" ORDER BY "of", "head""#)?;
    let mut found = statement.query([])?;
    let mut joined: HashMap<Hash, Vec<Hash>> = HashMap::new();
    while let Some(row) = found.next()? {
        joined.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(joined)
}
