//! Changes that were made up, with hashes that fit.
#![allow(clippy::unwrap_used)]

use outturn_model::{Edit, Entity, Row, RowId};

use super::changes_file::{Changes, ChangesFault};
use crate::changeset::{CellChange, RowChange, RowChangeKind};
use crate::door::{Author, Label};
use crate::error::Problem;
use crate::file::{OpenOptions, Store};
use crate::link;
use crate::lock::{Holder, Moment};

fn by() -> Author {
    Author {
        person: "Eve".into(),
        at: Moment::parse_from_rfc3339("2026-07-01T09:30:00+01:00").unwrap(),
    }
}

/// A file with a department and a person in it.
fn filled(folder: &std::path::Path) -> Store {
    let options = OpenOptions::new(Holder {
        who: "Head of Service".into(),
        host: "laptop-7".into(),
        since: by().at,
    });
    let mut store = Store::create(&folder.join("a.outturn"), options).unwrap();
    let put = |entity: Entity, name: &str, cells: &[(&str, &str)]| {
        let mut row = Row {
            id: RowId::parse(name).unwrap(),
            cells: vec![None; entity.fields().len()],
        };
        for (field, text) in cells {
            row.cells[entity.field(field).unwrap().0] = Some((*text).to_owned());
        }
        Edit::Insert { entity, row }
    };
    let edits = [
        put(Entity::Department, "cfs", &[("position", "80")]),
        put(
            Entity::Person,
            "wr",
            &[("position", "80"), ("department", "cfs")],
        ),
    ];
    store.transact(&by(), &Label::new("test"), &edits).unwrap();
    store
}

/// Changes that do this to rows after the file's own, with a hash that fits.
fn made_up(store: &Store, rows: Vec<RowChange>) -> Changes {
    let mut changes = store.changes_all().unwrap();
    let mut made = changes.made[0].clone();
    made.before = Some(made.link.chain);
    made.link.id = 2;
    made.rows = rows;
    made.link.chain = link::chain(made.before, &made.link, &made.rows, &[]);
    changes.made.push(made);
    // Through a file, as it would come.
    Changes::read(&changes.to_bytes()).unwrap()
}

fn cell(field: &'static str, before: Option<&str>, after: Option<&str>) -> CellChange {
    CellChange {
        field,
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    }
}

fn change(entity: Entity, id: &str, kind: RowChangeKind, cells: &[CellChange]) -> RowChange {
    RowChange {
        entity,
        row: RowId::parse(id).unwrap(),
        kind,
        cells: cells.to_vec(),
    }
}

#[test]
fn what_the_door_would_not_have_made_does_not_come_in() {
    use Entity::{Comparator, Department, Person, Value};
    use RowChangeKind::{Delete, Insert, Update};
    let folder = tempfile::tempdir().unwrap();
    let mut store = filled(folder.path());
    let placed = || cell("position", None, Some("80"));
    let named = |to| cell("name", None, Some(to));
    let fits = vec![change(Department, "cfs", Update, &[named("Children")])];
    let done = store.preview(&by(), &[made_up(&store, fits)]).unwrap();
    assert_eq!(done.new.len(), 1);
    for rows in [
        // A row that tries to be a path.
        vec![change(Department, "../x", Insert, &[placed()])],
        vec![change(Department, "/etc/passwd", Insert, &[placed()])],
        // A row that cannot be without a place in the order, or is named for something else.
        vec![change(Department, "new", Insert, &[named("New")])],
        vec![change(Comparator, "actual", Insert, &[placed()])],
        vec![change(
            Value,
            "x",
            Insert,
            &[
                cell("measure", None, Some("wr")),
                cell("series", None, Some("actual")),
                cell("period", None, Some("2013-14-q1")),
            ],
        )],
        // Cells that are not in the one form they have.
        vec![change(Department, "cfs", Update, &[named("")])],
        vec![change(Department, "cfs", Update, &[named("two\nlines")])],
        vec![change(
            Department,
            "cfs",
            Update,
            &[cell("position", Some("80"), None)],
        )],
        vec![change(
            Department,
            "cfs",
            Update,
            &[cell("name", Some("x\u{202E}"), Some("y"))],
        )],
        vec![change(Department, "cfs", Update, &[])],
        // A field, or a row, twice in one change.
        vec![change(Department, "cfs", Update, &[named("x"), named("y")])],
        vec![
            change(Department, "cfs", Update, &[named("x")]),
            change(Person, "wr", Update, &[cell("post", None, Some("Head"))]),
            change(Department, "cfs", Update, &[named("y")]),
        ],
        // What is not there.
        vec![change(Department, "eep", Update, &[named("x")])],
        vec![change(
            Department,
            "eep",
            Delete,
            &[cell("position", Some("80"), None)],
        )],
        vec![change(
            Person,
            "wr",
            Update,
            &[cell("department", None, Some("eep"))],
        )],
    ] {
        let changes = made_up(&store, rows.clone());
        let refused = store.bring_in(&by(), &[changes]).unwrap_err().problem;
        let is_it = |fault: &ChangesFault| matches!(fault, ChangesFault::DoesNotFit { .. });
        assert!(
            matches!(&refused, Problem::Changes { which: 0, fault } if is_it(fault)),
            "{rows:?} {refused:?}"
        );
        assert_eq!(store.changes_all().unwrap().len(), 1);
    }
    assert_eq!(store.verify().unwrap(), []);
}

#[test]
fn altering_what_was_brought_in_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = filled(folder.path());
    let named = cell("name", None, Some("Children"));
    let row = change(Entity::Department, "cfs", RowChangeKind::Update, &[named]);
    let changes = made_up(&store, vec![row]);
    store.bring_in(&by(), &[changes]).unwrap();
    assert_eq!(store.verify().unwrap(), []);
    for sql in [
        r#"UPDATE "brought_cell" SET "after" = 'Else'"#,
        r#"UPDATE "brought" SET "person" = 'Ann'"#,
        r#"DELETE FROM "brought_cell"; DELETE FROM "brought""#,
        r#"DELETE FROM "joined""#,
        r#"INSERT INTO "conflict" VALUES (1, 'department', 'cfs', 'name', '{"sides":[],"base":null}')"#,
    ] {
        store.conn.execute_batch("BEGIN").unwrap();
        store.conn.execute_batch(sql).unwrap();
        let faults = store.verify().unwrap();
        assert_ne!(faults, [], "{sql}");
        store.conn.execute_batch("ROLLBACK").unwrap();
    }
    assert_eq!(store.verify().unwrap(), []);
}
