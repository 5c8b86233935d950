//! A folder with a row of every table, in canonical form, on disk and back.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use outturn_exchange::text_form::{self, Obstacle, WriteProblem};
use outturn_model::{Book, Entity, Row};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file under a folder, by its path.
fn bytes_of(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(dir).unwrap().to_owned();
                files.insert(inside, fs::read(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn a_canonical_folder_is_written_back_byte_for_byte() {
    let whole = here("tests/whole");
    let book = text_form::read(&whole).unwrap();
    for entity in Entity::ALL {
        assert!(!book.rows(*entity).is_empty(), "no row of {entity:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    text_form::write(&book, &out).unwrap();
    let (written, given) = (bytes_of(&out), bytes_of(&whole));
    assert_eq!(
        written.keys().collect::<Vec<_>>(),
        given.keys().collect::<Vec<_>>()
    );
    for (path, bytes) in &given {
        let texts = [bytes, &written[path]].map(|bytes| String::from_utf8_lossy(bytes));
        assert_eq!(texts[0], texts[1], "{}", path.display());
    }
    assert_eq!(text_form::read(&out).unwrap(), book);
}

#[test]
fn places_in_the_folder_say_what_rows_do_not() {
    let book = text_form::read(&here("tests/whole")).unwrap();
    let ids = |entity: Entity| -> Vec<String> {
        let rows = book.rows(entity).into_iter();
        rows.map(|row| row.id.to_string()).collect()
    };
    assert_eq!(ids(Entity::Directorate), ["directorate"]);
    assert_eq!(ids(Entity::Rule), ["2013-14-q2/rule-1"]);
    assert_eq!(ids(Entity::Headline).len(), 2);
    assert_eq!(
        ids(Entity::Action),
        [
            "2013-14-q2/indicators/ni-117/action-1",
            "2013-14-q2/indicators/ni-117/action-2"
        ]
    );
    assert_eq!(
        ids(Entity::Amount)[0],
        "2013-14-q2/finance/line-2/2013-14-q2/finance/column-1"
    );
    let section = |id: &str| {
        let mut sections = book.sections.iter();
        sections.find(|section| section.id.as_str() == id).unwrap()
    };
    let headlines = section("2013-14-q2/headlines");
    let parent = headlines.parent.as_ref().unwrap();
    assert_eq!(parent.as_str(), "2013-14-q2/introduction");
    let indicators = section("2013-14-q2/indicators");
    assert_eq!(
        indicators.comments.as_str(),
        "Figures are for the year to date."
    );
    let figure = book.amounts.iter().find(|amount| amount.absence.is_some());
    assert_eq!(figure.unwrap().words.as_str(), "Refer comment");
}

/// A spreadsheet that opens the file takes none of a table's words for a formula.
#[test]
fn words_in_a_table_leave_with_an_apostrophe_and_come_back_without() {
    let whole = text_form::read(&here("tests/whole")).unwrap();
    for (words, outside) in [
        ("=1+1", ",'=1+1,"),
        ("+44 staff", ",'+44 staff,"),
        ("@sum(A1)", ",'@sum(A1),"),
        ("-5 posts", ",'-5 posts,"),
        ("=a\nb", ",\"'=a\nb\","),
        ("'=x", ",''=x,"),
        ("plain", ",plain,"),
        ("-5", ",-5,"),
    ] {
        let book = Book::from_rows(|table| {
            let mut rows = whole.rows(table);
            if table == Entity::Amount {
                let of_words = |row: &&mut Row| row.id.as_str().ends_with("savings/column-3");
                let (text, _) = table.field("text").unwrap();
                rows.iter_mut().find(of_words).unwrap().cells[text] = Some(words.to_owned());
            }
            rows
        })
        .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        text_form::write(&book, &out).unwrap();
        let table = out.join("reports/2013-14-q2/09-savings/statement.csv");
        let csv = fs::read_to_string(table).unwrap();
        assert!(csv.contains(outside), "{outside} is not in {csv}");
        assert_eq!(text_form::read(&out), Ok(book), "{words}");
    }
}

#[test]
fn line_ends_and_byte_order_marks_of_other_systems_change_nothing() {
    for end in ["\r\n", "\r"] {
        let folder = tempfile::tempdir().unwrap();
        let whole = here("tests/whole");
        for (path, bytes) in bytes_of(&whole) {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            let text = String::from_utf8(bytes).unwrap().replace('\n', end);
            fs::write(path, format!("\u{feff}{text}")).unwrap();
        }
        fs::create_dir(folder.path().join(".git")).unwrap();
        fs::write(folder.path().join(".git/config"), [0xff]).unwrap();
        assert_eq!(text_form::read(folder.path()), text_form::read(&whole));
    }
}

#[test]
fn files_in_memory_are_read_as_a_folder_is() {
    let whole = here("tests/whole");
    let files = bytes_of(&whole);
    let named = |path: &Path| path.to_str().unwrap().to_owned();
    let mut files: BTreeMap<String, Vec<u8>> = files
        .into_iter()
        .map(|(path, bytes)| (named(&path), bytes))
        .collect();
    let read = |files: &BTreeMap<String, Vec<u8>>| {
        text_form::read_files(
            files
                .iter()
                .map(|(path, bytes)| (path.as_str(), &bytes[..])),
        )
    };
    assert_eq!(read(&files), text_form::read(&whole));

    files.insert("people.csv".to_owned(), vec![b'\n', 0xff]);
    let problems = read(&files).unwrap_err();
    let [problem] = &problems[..] else {
        panic!("{problems:?}");
    };
    assert_eq!(
        (problem.file.as_str(), problem.line),
        ("people.csv", Some(2))
    );
    assert_eq!(problem.message.key, "form-not-utf8");
}

#[test]
fn every_sample_is_read_and_comes_back() {
    let mut samples = 0;
    for entry in fs::read_dir(here("../../../tests/samples")).unwrap() {
        let path = entry.unwrap().path();
        if !path.is_dir() {
            continue;
        }
        samples += 1;
        let book = text_form::read(&path).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        text_form::write(&book, &out).unwrap();
        assert_eq!(text_form::read(&out).unwrap(), book, "{}", path.display());
    }
    assert!(samples > 0);
}

#[test]
fn what_a_section_held_before_its_kind_was_changed_is_kept() {
    let whole = text_form::read(&here("tests/whole")).unwrap();
    let book = Book::from_rows(|table| {
        let mut rows = whole.rows(table);
        if table == Entity::Section {
            let (column, _) = table.field("kind").unwrap();
            let mut cards = rows
                .iter_mut()
                .filter(|row| row.cells[column].as_deref() == Some("cards"));
            cards.next().unwrap().cells[column] = Some("narrative".to_owned());
        }
        rows
    })
    .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    text_form::write(&book, &out).unwrap();
    let section = fs::read_to_string(out.join("reports/2013-14-q2/02-indicators/section.md"));
    assert!(section.unwrap().contains("\nunprinted = true\n"));
    assert_eq!(text_form::read(&out), Ok(book));
}

#[test]
fn only_a_new_or_empty_folder_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let book = text_form::read(&here("tests/whole")).unwrap();
    let inside = |name: &str| folder.path().join(name);
    let entries = || fs::read_dir(folder.path()).unwrap().count();

    text_form::write(&book, &inside("new")).unwrap();
    let before = bytes_of(&inside("new"));
    let again = text_form::write(&Book::default(), &inside("new"));
    assert_eq!(again, Err(WriteProblem::NotEmpty { dir: inside("new") }));
    assert_eq!(bytes_of(&inside("new")), before);

    fs::create_dir(inside("empty")).unwrap();
    text_form::write(&book, &inside("empty")).unwrap();
    assert_eq!(bytes_of(&inside("empty")), before);

    fs::write(inside("file"), "kept").unwrap();
    let onto_file = text_form::write(&book, &inside("file"));
    assert_eq!(
        onto_file,
        Err(WriteProblem::NotEmpty {
            dir: inside("file")
        })
    );
    assert_eq!(fs::read(inside("file")).unwrap(), b"kept");

    let orphan = inside("missing").join("out");
    let no_parent = text_form::write(&book, &orphan);
    assert_eq!(no_parent, Err(WriteProblem::NoParent { dir: orphan }));
    assert_eq!(entries(), 3, "nothing else is left behind");
}

#[cfg(unix)]
#[test]
fn a_disk_that_refuses_leaves_nothing_behind() {
    // A name longer than a file system takes: the folder itself cannot be made.
    let folder = tempfile::tempdir().unwrap();
    let long = folder.path().join("x".repeat(300));
    let refused = text_form::write(&Book::default(), &long);
    assert!(
        matches!(
            refused,
            Err(WriteProblem::Disk {
                why: Obstacle::NameTooLong,
                ..
            })
        ),
        "{refused:?}"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn rows_without_a_place_are_named_and_nothing_is_written() {
    let whole = text_form::read(&here("tests/whole")).unwrap();
    // Two sections that stand in each other, and a figure under another statement's column.
    let changed = |entity: Entity, id: &str, field: &str, to: &str| {
        Book::from_rows(|table| {
            let mut rows = whole.rows(table);
            if table == entity {
                let row = rows.iter_mut().find(|row| row.id.as_str() == id).unwrap();
                let (column, _) = entity.field(field).unwrap();
                row.cells[column] = Some(to.to_owned());
            }
            rows
        })
        .unwrap()
    };
    let own = "2013-14-q2/introduction";
    for (entity, id, field, to, named) in [
        (Entity::Section, own, "parent", own, own),
        (
            Entity::Headline,
            "2013-14-q2/headlines/headline-1",
            "section",
            "gone",
            "2013-14-q2/headlines/headline-1",
        ),
        (
            Entity::Value,
            "ni-117/actual/2012-13",
            "period",
            "2011-12",
            "ni-117/actual/2012-13",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let problem = text_form::write(&changed(entity, id, field, to), &out).unwrap_err();
        let WriteProblem::NoPlace { places } = problem else {
            panic!("{problem:?}");
        };
        let named_too = places
            .iter()
            .any(|place| place.entity == entity && place.row.as_str() == named);
        assert!(named_too, "{places:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
