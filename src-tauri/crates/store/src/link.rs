//! How each change is written after the one before, in a chain that shows if any of it is altered.

use std::ops::RangeInclusive;

use outturn_model::Place;
use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, Params, Row, Statement};

use crate::changeset::{RowChange, RowChangeKind};
use crate::door::{Author, Label};
use crate::error::Problem;
use crate::history::{ChangeKind, damaged};
use crate::lock::Moment;
use crate::seal::{self, Seal};

/// A change as the next one, undo and the check of history need to know it.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) id: i64,
    pub(crate) kind: ChangeKind,
    pub(crate) label: String,
    pub(crate) place: Option<String>,
    pub(crate) person: String,
    pub(crate) at: Moment,
    pub(crate) step: i64,
    pub(crate) of: Option<i64>,
    pub(crate) under: Option<i64>,
    pub(crate) content: Seal,
    pub(crate) chain: [u8; 32],
}

const LINK: &str = r#"
    SELECT "id", "kind", "label", "place", "person", "at", "step", "of", "under", "content", "chain"
    FROM "change" "#;

/// The last change, if there is one.
pub(crate) fn last(conn: &Connection) -> Result<Option<Link>, Problem> {
    link(conn, r#"ORDER BY "id" DESC LIMIT 1"#, [])
}

/// A change that another one names.
pub(crate) fn named(conn: &Connection, id: Option<i64>) -> Result<Link, Problem> {
    link(conn, r#"WHERE "id" = ?1"#, [id])?.ok_or_else(|| damaged(id.unwrap_or_default()))
}

/// Every change, from the first.
pub(crate) fn each(
    conn: &Connection,
    mut visit: impl FnMut(Link) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let mut statement = conn.prepare(&format!(r#"{LINK} ORDER BY "id""#))?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        visit(read_link(row)?)?;
    }
    Ok(())
}

/// The seal of the content before a change.
pub(crate) fn content_before(conn: &Connection, change: i64) -> Result<Seal, Problem> {
    match change {
        1 => Ok(Seal::default()),
        later => Ok(named(conn, Some(later - 1))?.content),
    }
}

fn link(conn: &Connection, which: &str, params: impl Params) -> Result<Option<Link>, Problem> {
    let mut statement = conn.prepare_cached(&format!("{LINK}{which}"))?;
    let found = statement
        .query_row(params, |row| Ok(read_link(row)))
        .optional()?;
    found.transpose()
}

pub(crate) fn read_link(row: &Row) -> Result<Link, Problem> {
    Ok(Link {
        id: row.get(0)?,
        kind: kind(row, 1)?,
        label: row.get(2)?,
        place: row.get(3)?,
        person: row.get(4)?,
        at: moment(row, 5)?,
        step: row.get(6)?,
        of: row.get(7)?,
        under: row.get(8)?,
        content: Seal::from_bytes(row.get(9)?),
        chain: row.get(10)?,
    })
}

/// A change about to be written.
pub(crate) struct Draft<'a> {
    pub(crate) kind: ChangeKind,
    pub(crate) label: &'a str,
    pub(crate) place: Option<String>,
    pub(crate) by: &'a Author,
    /// The first change of its step, where that is not itself.
    pub(crate) step: Option<i64>,
    pub(crate) of: Option<i64>,
    pub(crate) under: Option<i64>,
    /// The newest changes of other copies that it joins to those before it, in order.
    pub(crate) joined: &'a [[u8; 32]],
}

impl<'a> Draft<'a> {
    /// A change that stands alone.
    pub(crate) fn new(kind: ChangeKind, label: &'a Label, by: &'a Author) -> Self {
        Self {
            kind,
            label: label.key,
            place: label.place.as_ref().map(Place::to_string),
            by,
            step: None,
            of: None,
            under: None,
            joined: &[],
        }
    }
}

/// Writes a change and its cells after the last one.
pub(crate) fn write(
    conn: &Connection,
    last: Option<&Link>,
    draft: Draft,
    rows: &[RowChange],
    content: Seal,
) -> Result<Link, Problem> {
    let id = last.map_or(1, |last| last.id + 1);
    let mut link = Link {
        id,
        kind: draft.kind,
        label: draft.label.to_owned(),
        place: draft.place,
        person: draft.by.person.clone(),
        at: draft.by.at,
        step: draft.step.unwrap_or(id),
        of: draft.of,
        under: draft.under,
        content,
        chain: [0; 32],
    };
    link.chain = chain(last.map(|last| last.chain), &link, rows, draft.joined);
    let values: [&dyn ToSql; 11] = [
        &link.id,
        &kind_word(link.kind),
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
    conn.prepare_cached(r#"INSERT INTO "change" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"#)?
        .execute(values)?;
    write_cells(conn, id, rows)?;
    write_joined(conn, &link.chain, draft.joined)?;
    Ok(link)
}

/// Writes what a change joined.
pub(crate) fn write_joined(
    conn: &Connection,
    of: &[u8; 32],
    heads: &[[u8; 32]],
) -> Result<(), Problem> {
    for head in heads {
        conn.prepare_cached(r#"INSERT INTO "joined" VALUES (?, ?)"#)?
            .execute((of, head))?;
    }
    Ok(())
}

/// What a change joined, in order.
pub(crate) fn joined(conn: &Connection, of: &[u8; 32]) -> Result<Vec<[u8; 32]>, Problem> {
    let mut statement =
        conn.prepare_cached(r#"SELECT "head" FROM "joined" WHERE "of" = ?1 ORDER BY "head""#)?;
    let heads = statement.query_map([of], |row| row.get(0))?;
    Ok(heads.collect::<Result<_, _>>()?)
}

/// Writes what a change of this file did.
pub(crate) fn write_cells(
    conn: &Connection,
    change: i64,
    rows: &[RowChange],
) -> Result<(), Problem> {
    let mut statement =
        conn.prepare_cached(r#"INSERT INTO "change_cell" VALUES (?, ?, ?, ?, ?, ?, ?, ?)"#)?;
    write_each(&mut statement, change, rows)
}

/// Writes the cells of a change with a statement that takes them.
pub(crate) fn write_each(
    statement: &mut Statement,
    change: i64,
    rows: &[RowChange],
) -> Result<(), Problem> {
    let mut cell_id = *cell_ids(change).start();
    for row in rows {
        let mut line = |field: Option<&str>, before: Option<&str>, after: Option<&str>| {
            let (kind, table) = (row_kind_word(row.kind), row.entity.table());
            let id = row.row.as_str();
            cell_id += 1;
            statement.execute((cell_id, change, kind, table, id, field, before, after))
        };
        if row.cells.is_empty() {
            line(None, None, None)?;
        }
        for cell in &row.cells {
            line(
                Some(cell.field),
                cell.before.as_deref(),
                cell.after.as_deref(),
            )?;
        }
    }
    Ok(())
}

/// The ids that the cells of a change have.
pub(crate) fn cell_ids(change: i64) -> RangeInclusive<i64> {
    let first = change << 32;
    first..=first | i64::from(u32::MAX)
}

/// The hash of a change and of all before it, those it joined among them. A change of any word of
/// the record breaks it. Copies of a file know a change by it.
pub(crate) fn chain(
    before: Option<[u8; 32]>,
    link: &Link,
    rows: &[RowChange],
    joined: &[[u8; 32]],
) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&before.unwrap_or_default());
    for number in [Some(link.id), Some(link.step), link.of, link.under] {
        hasher.update(&number.unwrap_or_default().to_le_bytes());
    }
    seal::put(&mut hasher, kind_word(link.kind));
    seal::put(&mut hasher, &link.label);
    put_cell(&mut hasher, link.place.as_deref());
    seal::put(&mut hasher, &link.person);
    seal::put(&mut hasher, &link.at.to_rfc3339());
    hasher.update(&link.content.to_bytes());
    for row in rows {
        seal::put(&mut hasher, row_kind_word(row.kind));
        seal::put(&mut hasher, row.entity.table());
        seal::put(&mut hasher, row.row.as_str());
        for cell in &row.cells {
            seal::put(&mut hasher, cell.field);
            put_cell(&mut hasher, cell.before.as_deref());
            put_cell(&mut hasher, cell.after.as_deref());
        }
    }
    if !joined.is_empty() {
        seal::put(&mut hasher, "joined");
        joined.iter().for_each(|head| {
            hasher.update(head);
        });
    }
    hasher.finalize().into()
}

fn put_cell(hasher: &mut blake3::Hasher, cell: Option<&str>) {
    hasher.update(&[u8::from(cell.is_some())]);
    seal::put(hasher, cell.unwrap_or_default());
}

pub(crate) fn kind_word(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Edit => "edit",
        ChangeKind::Import => "import",
        ChangeKind::Undo => "undo",
        ChangeKind::Redo => "redo",
        ChangeKind::BringIn => "bring-in",
    }
}

pub(crate) fn kind_of(word: &str) -> Option<ChangeKind> {
    match word {
        "edit" => Some(ChangeKind::Edit),
        "import" => Some(ChangeKind::Import),
        "undo" => Some(ChangeKind::Undo),
        "redo" => Some(ChangeKind::Redo),
        "bring-in" => Some(ChangeKind::BringIn),
        _ => None,
    }
}

pub(crate) fn kind(row: &Row, column: usize) -> Result<ChangeKind, Problem> {
    let word = row.get_ref(column)?.as_str().ok();
    match word.and_then(kind_of) {
        Some(kind) => Ok(kind),
        None => Err(damaged(row.get(0)?)),
    }
}

pub(crate) fn row_kind_of(word: &str) -> Option<RowChangeKind> {
    match word {
        "insert" => Some(RowChangeKind::Insert),
        "update" => Some(RowChangeKind::Update),
        "delete" => Some(RowChangeKind::Delete),
        _ => None,
    }
}

pub(crate) fn row_kind_word(kind: RowChangeKind) -> &'static str {
    match kind {
        RowChangeKind::Insert => "insert",
        RowChangeKind::Update => "update",
        RowChangeKind::Delete => "delete",
    }
}

pub(crate) fn moment(row: &Row, column: usize) -> Result<Moment, Problem> {
    let text: String = row.get(column)?;
    Moment::parse_from_rfc3339(&text).map_err(|_| damaged(row.get(0).unwrap_or_default()))
}
