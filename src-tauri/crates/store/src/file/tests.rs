//! Files of an older format, and files that may not grow: what needs the inside of a store.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::lock::Moment;
use crate::read::Scope;
use outturn_model::{Edit, Entity, Row, RowId};

fn options() -> OpenOptions {
    OpenOptions::new(Holder {
        who: "Head of Service".into(),
        host: "laptop-7".into(),
        since: now(),
    })
}

fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-07-01T09:30:00+01:00").unwrap()
}

fn note(store: &mut Store, name: &str, text: &str) -> Result<(), StoreError> {
    let by = Author {
        person: "Head of Service".into(),
        at: now(),
    };
    let edit = Edit::Insert {
        entity: Entity::Department,
        row: Row {
            id: RowId::parse(name).unwrap(),
            cells: vec![Some("80".into()), Some(text.into()), None],
        },
    };
    store.transact(&by, &Label::new("test"), &[edit]).map(drop)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

const LATER: &[&str] = &[
    MIGRATIONS[0],
    r#"CREATE INDEX "measure_reference" ON "measure" ("reference");"#,
];

#[test]
fn an_older_file_is_copied_and_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.outturn");
    let mut store = Store::create(&path, options()).unwrap();
    note(&mut store, "cfs", "Children").unwrap();
    let book = store.book(&Scope::Everything).unwrap();
    drop(store);
    let bytes = fs::read(&path).unwrap();

    let store = read_only(&path, Because::Asked, LATER).unwrap();
    assert_eq!(store.book(&Scope::Everything).unwrap(), book);
    assert_eq!(names(folder.path()), ["old.outturn"]);
    assert_eq!(fs::read(&path).unwrap(), bytes);

    fs::write(folder.path().join("old.format-1.outturn"), "taken").unwrap();
    let mut store = open(&path, &options(), LATER).unwrap();
    assert_eq!(
        fs::read(folder.path().join("old.format-1-2.outturn")).unwrap(),
        bytes
    );
    assert_eq!(schema::version(&store.conn).unwrap(), 2);
    assert_eq!(store.book(&Scope::Everything).unwrap(), book);
    note(&mut store, "eep", "Enterprise").unwrap();
    assert_eq!(store.verify().unwrap(), []);
    drop(store);

    let newer = Store::open(&path, options()).unwrap_err();
    assert!(matches!(
        newer.problem,
        Problem::Newer { found: 2, known: 1 }
    ));
    assert!(open(&path, &options(), LATER).is_ok());
    let expected = [
        "old.format-1-2.outturn",
        "old.format-1.outturn",
        "old.outturn",
    ];
    assert_eq!(names(folder.path()), expected);
}

#[test]
fn a_migration_that_fails_or_changes_content_leaves_the_file_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.outturn");
    let mut store = Store::create(&path, options()).unwrap();
    note(&mut store, "cfs", "Children").unwrap();
    drop(store);
    let bytes = fs::read(&path).unwrap();
    for bad in [
        r#"CREATE TABLE "new" ("id" TEXT); INSERT INTO "nothing" VALUES (1);"#,
        r#"UPDATE "department" SET "name" = 'Else';"#,
    ] {
        assert!(open(&path, &options(), &[MIGRATIONS[0], bad]).is_err());
        assert_eq!(fs::read(&path).unwrap(), bytes, "{bad}");
        assert!(Store::open(&path, options()).is_ok());
    }
}

#[test]
fn a_file_that_may_not_grow_keeps_what_it_has() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("small.outturn");
    let mut store = Store::create(&path, options()).unwrap();
    let pages: u32 = store
        .conn
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .unwrap();
    store
        .conn
        .pragma_update(None, "max_page_count", pages + 8)
        .unwrap();
    let mut kept = store.book(&Scope::Everything).unwrap();
    let refused = (0..1000).find_map(|number| {
        let done = note(&mut store, &format!("d{number}"), &"x".repeat(500));
        if done.is_ok() {
            kept = store.book(&Scope::Everything).unwrap();
        }
        done.err()
    });
    assert!(matches!(refused.unwrap().problem, Problem::DiskFull));
    assert!(!kept.departments.is_empty());
    assert_eq!(store.book(&Scope::Everything).unwrap(), kept);
    assert_eq!(store.verify().unwrap(), []);
    drop(store);
    let store = Store::open(&path, options()).unwrap();
    assert_eq!(store.book(&Scope::Everything).unwrap(), kept);
}
