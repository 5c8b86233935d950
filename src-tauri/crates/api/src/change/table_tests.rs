//! What is typed into tables of any columns, and what comes ready made.

#![allow(clippy::unwrap_used)]

use outturn_exchange::text_form;
use outturn_model::{Book, Edit, Entity};
use outturn_words::Words;

use super::{ChangeProblem, edits_of};
use crate::furnish::ready;
use crate::wire::{Change, UsualRows};

/// A report with a schedule that has a column of every kind.
fn book() -> Book {
    let files: &[(&str, &str)] = &[
        ("directorate.toml", "format = 1\n\nname = \"Children\"\n"),
        (
            "people.csv",
            "id,initials,post\nhead,HC,Head of Care\nother,OC,Officer\nthird,XX,Officer\n",
        ),
        (
            "reports/r/report.toml",
            "period = \"2008-09-q3\"\ntitle = \"Report\"\n",
        ),
        (
            "reports/r/01-t/section.md",
            "+++\nkind = \"schedule\"\nheading = \"T\"\nunit = \"thousand-pounds\"\n+++\n",
        ),
        (
            "reports/r/01-t/statement.toml",
            concat!(
                "[[column]]\nid = \"number\"\nunit = \"number\"\n",
                "[[column]]\nid = \"money\"\n",
                "[[column]]\nid = \"share\"\nkind = \"variance-percent\"\n",
                "[[column]]\nid = \"text\"\nkind = \"text\"\n",
                "[[column]]\nid = \"date\"\nkind = \"date\"\n",
                "[[column]]\nid = \"status\"\nkind = \"status\"\n",
                "[[column]]\nid = \"post\"\nkind = \"post\"\n",
                "[[column]]\nid = \"reference\"\nkind = \"reference\"\n",
            ),
        ),
        (
            "reports/r/01-t/statement.csv",
            "id,kind,label,number,money,share,text,date,status,post,reference\none,line,One,,,,,,,,\n",
        ),
    ];
    text_form::read_files(files.iter().map(|(path, text)| (*path, text.as_bytes()))).unwrap()
}

fn edits(change: Change) -> Result<Vec<Edit>, ChangeProblem> {
    let mut next = 0;
    let mut fresh = || {
        next += 1;
        [next; 10]
    };
    Ok(edits_of(&book(), &Words::british(), &[change], &mut fresh)?.0)
}

/// The cells of an inserted row that hold something, as `field=text`.
fn cells(edit: &Edit) -> Vec<String> {
    let Edit::Insert { entity, row } = edit else {
        return Vec::new();
    };
    let cells = entity.fields().iter().zip(&row.cells);
    cells
        .filter_map(|(field, cell)| Some(format!("{}={}", field.name, cell.as_ref()?)))
        .collect()
}

#[test]
fn what_is_typed_is_read_by_the_kind_of_its_column() {
    for (column, text, expected) in [
        ("number", "1,204", "amount=1204"),
        ("money", "£1.2m", "amount=1200"),
        ("share", "12.5%", "amount=12.5"),
        ("text", "Two\r\nlines ", "text=Two\nlines"),
        ("date", "31 March 2009", "text=2009-03-31"),
        ("status", "Amber", "text=amber"),
        ("status", "not-yet-known", "text=not-yet-known"),
        ("post", "hc", "text=head"),
        ("post", "Head of Care", "text=head"),
        ("reference", "A,  C–D", "text=A, C–D"),
    ] {
        let change = Change::SetAmount {
            line: "one".into(),
            column: column.into(),
            text: text.into(),
        };
        let edits = edits(change).unwrap();
        let found = cells(&edits[0]);
        assert!(
            found.iter().any(|cell| cell == expected),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn what_a_column_cannot_hold_is_refused_with_its_sentence() {
    for (column, text, expected) in [
        ("number", "£12", "unit"),
        ("date", "31 June 2009", "June"),
        ("status", "purple", "no status"),
        ("post", "Nobody", "No post"),
        ("post", "Officer", "Several posts"),
    ] {
        let change = Change::SetAmount {
            line: "one".into(),
            column: column.into(),
            text: text.into(),
        };
        let problem = edits(change).unwrap_err();
        let said = Words::british().say(&problem.message());
        assert!(problem.place().starts_with("amount/"), "{text}");
        assert!(
            said.to_lowercase().contains(&expected.to_lowercase()) || column == "number",
            "{text}: {said}"
        );
    }
}

#[test]
fn a_colour_is_six_digits_or_nothing() {
    let set = |text: &str| {
        edits(Change::Set {
            place: "directorate/directorate#accent".into(),
            text: text.into(),
        })
    };
    assert!(set("#0f5a60").is_ok());
    assert!(set("").is_ok());
    for bad in ["green", "#0f5a6", "0f5a60", "#0f5a6g"] {
        assert!(set(bad).is_err(), "{bad}");
    }
}

#[test]
fn every_ready_made_table_can_be_added() {
    for table in ready::TABLES {
        let edits = edits(Change::AddReadyTable {
            name: table.name.into(),
            report: "r".into(),
            parent: None,
            after: None,
        })
        .unwrap();
        let section = cells(&edits[0]);
        assert!(section.contains(&"kind=schedule".to_owned()), "{section:?}");
        let count = |entity| {
            let rows = edits.iter();
            rows.filter(|edit| matches!(edit, Edit::Insert { entity: of, .. } if *of == entity))
                .count()
        };
        assert!(count(Entity::Column) > 1, "{}", table.name);
        assert!(count(Entity::Line) > 0, "{}", table.name);
        let keys = edits.iter().flat_map(cells);
        for cell in keys {
            assert!(!cell.contains("=ready-"), "{}: {cell}", table.name);
            assert!(!cell.contains(['{', '}']), "{}: {cell}", table.name);
        }
    }
}

#[test]
fn a_formula_names_the_columns_as_they_are_called() {
    let edits = edits(Change::AddReadyTable {
        name: "composition".into(),
        report: "r".into(),
        parent: None,
        after: None,
    })
    .unwrap();
    let formulas: Vec<String> = edits
        .iter()
        .flat_map(cells)
        .filter(|cell| cell.starts_with("formula="))
        .collect();
    assert_eq!(
        formulas,
        [
            "formula=share([Last year Number])",
            "formula=share([This year Number])"
        ]
    );
}

#[test]
fn the_usual_rows_are_added_once() {
    let usual = |rows, parent: &str| {
        edits(Change::AddUsual {
            rows,
            parent: parent.into(),
        })
        .unwrap()
        .len()
    };
    assert_eq!(usual(UsualRows::Ticks, "r"), 11);
    assert_eq!(usual(UsualRows::Levels, "r/t"), 9);
    assert_eq!(usual(UsualRows::MeasureColumns, "r/t"), 7);
    let missing = edits(Change::AddUsual {
        rows: UsualRows::Ticks,
        parent: "r/t".into(),
    });
    assert!(missing.is_err(), "a section is no report");
}
