//! Files of an older format, and files that may not grow: what needs the inside of a store.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::lock::Moment;
use crate::read::Scope;
use crate::schema::format_of;
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

/// The migrations of a program that is one format ahead.
fn later(migration: &'static str) -> Vec<&'static str> {
    [MIGRATIONS, &[migration]].concat()
}

#[test]
fn an_older_file_is_copied_and_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.outturn");
    let mut store = Store::create(&path, options()).unwrap();
    note(&mut store, "cfs", "Children").unwrap();
    let book = store.book(&Scope::Everything).unwrap();
    drop(store);
    let bytes = fs::read(&path).unwrap();
    let later = later(r#"CREATE INDEX "measure_reference" ON "measure" ("reference");"#);
    let known = format_of(MIGRATIONS);
    let copy = |more: &str| format!("old.format-{known}{more}.outturn");

    let store = read_only(&path, Because::Asked, None, &later).unwrap();
    assert_eq!(store.book(&Scope::Everything).unwrap(), book);
    assert_eq!(names(folder.path()), ["old.outturn"]);
    assert_eq!(fs::read(&path).unwrap(), bytes);

    fs::write(folder.path().join(copy("")), "taken").unwrap();
    let mut store = open(&path, &options(), &later).unwrap();
    assert_eq!(fs::read(folder.path().join(copy("-2"))).unwrap(), bytes);
    assert_eq!(schema::version(&store.conn).unwrap(), known + 1);
    assert_eq!(store.book(&Scope::Everything).unwrap(), book);
    note(&mut store, "eep", "Enterprise").unwrap();
    assert_eq!(store.verify().unwrap(), []);
    drop(store);

    let newer = Store::open(&path, options()).unwrap_err();
    assert!(matches!(
        newer.problem,
        Problem::Newer { found, .. } if found == known + 1
    ));
    assert!(open(&path, &options(), &later).is_ok());
    let expected = [copy("-2"), copy(""), "old.outturn".to_owned()];
    assert_eq!(names(folder.path()), expected);
}

#[test]
fn a_file_of_an_older_format_is_read_and_brought_up_to_date() {
    let stored: [(u32, &[u8], &str); 2] = [
        (
            1,
            include_bytes!("../../tests/made/format-1.outturn"),
            "Visit every school.",
        ),
        (
            2,
            include_bytes!("../../tests/made/format-2.outturn"),
            "Visit every school.",
        ),
    ];
    for (format, bytes, action) in stored {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.outturn");
        fs::write(&path, bytes).unwrap();
        let looked_at = Store::open_read_only(&path).unwrap();
        let before = looked_at.book(&Scope::Everything).unwrap();
        drop(looked_at);
        let store = Store::open(&path, options()).unwrap();
        let after = store.book(&Scope::Everything).unwrap();
        assert_eq!(after, before);
        assert_eq!(store.verify().unwrap(), []);
        let actions = || after.actions.iter();
        assert!(actions().any(|row| row.text.as_str() == action), "{format}");
        assert!(!after.lines.is_empty() && !after.values.is_empty());
        drop(store);
        let kept = format!("old.format-{format}.outturn");
        assert_eq!(names(folder.path()), [kept, "old.outturn".to_owned()]);
    }
}

#[test]
fn a_file_of_the_format_before_copies_keeps_its_history() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.outturn");
    fs::write(&path, include_bytes!("../../tests/made/format-1.outturn")).unwrap();
    let before_copies = MIGRATIONS.iter().position(|sql| sql.contains("brought"));
    let older = &MIGRATIONS[..before_copies.unwrap()];
    let old = open(&path, &options(), older).unwrap();
    let all = crate::history::HistoryFilter::default();
    let before = old.history(&all).unwrap();
    let known = format_of(older);
    drop(old);
    let mut store = Store::open(&path, options()).unwrap();
    assert_eq!(store.history(&all).unwrap(), before);
    assert_eq!(store.verify().unwrap(), []);
    note(&mut store, "new", "New").unwrap();
    assert_eq!(store.verify().unwrap(), []);
    drop(store);
    let copy = format!("old.format-{known}.outturn");
    assert!(names(folder.path()).contains(&copy));
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
        assert!(open(&path, &options(), &later(bad)).is_err());
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
