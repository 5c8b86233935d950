//! Changes against a small book: what edits they come to, and what is refused.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use outturn_exchange::text_form;
use outturn_model::{Book, Edit};

use outturn_words::Words;

use super::{ChangeProblem, edits_of};
use crate::wire::Change;

/// A directorate with one report of three sections, one measure and one statement.
fn book() -> Book {
    let files: &[(&str, &str)] = &[
        ("directorate.toml", "format = 1\n\nname = \"Children\"\n"),
        ("comparators.csv", "id,name\nnational,National\n"),
        (
            "measures.toml",
            "[[measure]]\nid = \"neet\"\nname = \"NEET\"\nunit = \"percent\"\n",
        ),
        (
            "values.csv",
            "measure,series,period,amount,label\nneet,actual,2008-09-q3,7.3,Provisional\nneet,national,2008-09,6.7,\n",
        ),
        (
            "reports/r/report.toml",
            "period = \"2008-09-q3\"\ntitle = \"Report\"\n\n[[rule]]\nid = \"lax\"\n\n[[restatement]]\nid = \"final\"\nmeasure = \"neet\"\nseries = \"national\"\nperiod = \"2008-09\"\nbefore = \"6.8\"\n",
        ),
        ("reports/r/01-a/section.md", "+++\nheading = \"A\"\n+++\n"),
        (
            "reports/r/01-a/01-inner/section.md",
            "+++\nheading = \"Inner\"\n+++\n",
        ),
        ("reports/r/02-b/section.md", "+++\nheading = \"B\"\n+++\n"),
        (
            "reports/r/03-money/section.md",
            "+++\nkind = \"statement\"\nheading = \"Money\"\nunit = \"thousand-pounds\"\n+++\n",
        ),
        (
            "reports/r/03-money/statement.toml",
            "[[column]]\nid = \"budget\"\nheading = \"Budget\"\n",
        ),
        (
            "reports/r/03-money/statement.csv",
            "id,kind,label,budget\nstaff,line,Staff,120\n",
        ),
    ];
    text_form::read_files(files.iter().map(|(path, text)| (*path, text.as_bytes()))).unwrap()
}

fn edits(change: Change) -> Result<Vec<String>, ChangeProblem> {
    let mut next = 0;
    let mut fresh = || {
        next += 1;
        [next; 10]
    };
    let (edits, _) = edits_of(&book(), &Words::british(), &[change], &mut fresh)?;
    Ok(edits.iter().map(shown).collect())
}

fn shown(edit: &Edit) -> String {
    match edit {
        Edit::Insert { entity, row } => {
            let cells = entity.fields().iter().zip(&row.cells);
            let cells = cells
                .filter_map(|(field, cell)| Some(format!("{}={}", field.name, cell.as_ref()?)));
            format!(
                "+{} {}",
                entity.table(),
                cells.collect::<Vec<_>>().join(" ")
            )
        }
        Edit::Set {
            entity,
            row,
            field,
            to,
        } => format!(
            "{}/{row}#{field}={}",
            entity.table(),
            to.as_deref().unwrap_or("nothing")
        ),
        Edit::Remove { entity, row } => format!("-{}/{row}", entity.table()),
    }
}

fn figure(period: &str, text: &str) -> Change {
    Change::SetFigure {
        measure: "neet".into(),
        series: "actual".into(),
        period: period.into(),
        text: text.into(),
    }
}

fn set(place: &str, text: &str) -> Change {
    Change::Set {
        place: place.into(),
        text: text.into(),
    }
}

#[test]
fn text_is_read_as_people_type_it() {
    for (change, expected) in [
        (
            set("report/r#meeting", "31/3/2009"),
            "report/r#meeting=2009-03-31",
        ),
        (set("report/r#meeting", " "), "report/r#meeting=nothing"),
        (
            set("report/r#title", "A\tquiet\r\ntitle "),
            "report/r#title=A quiet title",
        ),
        (set("rule/lax#amber", "10%"), "rule/lax#amber=10"),
        (set("rule/lax#amber", "1,234.5"), "rule/lax#amber=1234.5"),
        (
            set("section/r/a#new_page", "no"),
            "section/r/a#new_page=nothing",
        ),
    ] {
        assert_eq!(edits(change).unwrap(), [expected]);
    }
}

#[test]
fn what_cannot_be_read_is_refused_with_its_sentence() {
    let refused = |change: Change| edits(change).unwrap_err().message().key;
    assert_eq!(
        refused(set("report/r#meeting", "31 June 2009")),
        "entry-no-such-day"
    );
    assert_eq!(refused(set("report/r#period", "")), "entry-missing");
    for typed in ["some", "N/A"] {
        assert_eq!(
            refused(set("rule/lax#amber", typed)),
            "entry-not-a-plain-number"
        );
    }
    assert_eq!(refused(set("report/gone#title", "x")), "change-not-there");
    assert_eq!(refused(set("report/r#colour", "x")), "change-not-there");
    assert_eq!(refused(figure("2008-09-q3", "1.2.3")), "entry-not-a-number");
    assert_eq!(refused(figure("2008-09-q9", "1")), "change-not-there");
    assert_eq!(refused(figure("2008-09-q3", "£1.2m")), "entry-not-money");
}

#[test]
fn a_figure_is_put_in_changed_and_taken_out() {
    assert_eq!(
        edits(figure("2008-09-q2", "7.2% (unadjusted)")).unwrap(),
        ["+value measure=neet series=actual period=2008-09-q2 amount=7.2 note=(unadjusted)"]
    );
    assert_eq!(
        edits(figure("2008-09-q3", "deferred until 2009")).unwrap(),
        [
            "value/neet/actual/2008-09-q3#amount=nothing",
            "value/neet/actual/2008-09-q3#absence=deferred",
            "value/neet/actual/2008-09-q3#words=deferred until 2009",
            "value/neet/actual/2008-09-q3#note=nothing",
            "value/neet/actual/2008-09-q3#provisional=nothing",
        ]
    );
    // The row stays while it still says something: its label.
    assert!(!edits(figure("2008-09-q3", "")).unwrap()[0].starts_with('-'));
    let national = Change::SetFigure {
        measure: "neet".into(),
        series: "national".into(),
        period: "2008-09".into(),
        text: String::new(),
    };
    assert_eq!(edits(national).unwrap(), ["-value/neet/national/2008-09"]);
    assert!(edits(figure("2008-09-q1", "")).unwrap().is_empty());
}

#[test]
fn an_amount_is_in_the_unit_of_its_statement() {
    let amount = |text: &str| {
        edits(Change::SetAmount {
            line: "staff".into(),
            column: "budget".into(),
            text: text.into(),
        })
    };
    assert_eq!(
        amount("£1.2m").unwrap()[0],
        "amount/staff/budget#amount=1200"
    );
    assert_eq!(
        amount("(416)").unwrap()[0],
        "amount/staff/budget#amount=-416"
    );
    assert_eq!(amount("").unwrap(), ["-amount/staff/budget"]);
    assert_eq!(
        amount("12 extra").unwrap_err().message().key,
        "entry-not-a-number"
    );
}

#[test]
fn rows_are_added_where_they_are_asked_for() {
    let add = |entity: &str, after: Option<&str>, fields: &[(&str, &str)]| {
        edits(Change::Add {
            entity: entity.into(),
            parent: Some("r".into()),
            after: after.map(str::to_owned),
            fields: fields
                .iter()
                .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
                .collect(),
        })
    };
    let book = book();
    let order = |position: &str| {
        let report = book.reports.iter().next().unwrap();
        let before = book.sections_in(&report.id, None);
        before
            .filter(|section| section.position.as_str() < position)
            .count()
    };
    for (after, expected) in [(None, 0), (Some("r/a"), 1), (Some("r/money"), 3)] {
        let made = add("section", after, &[("kind", "narrative")]).unwrap();
        let position = made[0]
            .split("position=")
            .nth(1)
            .unwrap()
            .split(' ')
            .next()
            .unwrap();
        assert_eq!(order(position), expected, "{made:?}");
    }
    // A statement comes with its four columns, cards with the report's first rule.
    assert_eq!(
        add("section", None, &[("kind", "statement")])
            .unwrap()
            .len(),
        5
    );
    let cards = add("section", None, &[("kind", "cards")]).unwrap();
    assert!(cards[1].ends_with("#rule=lax"), "{cards:?}");
    assert!(add("value", None, &[]).is_err());
}

#[test]
fn a_measure_and_its_card_are_one_step() {
    let fields = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
        pairs
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
            .collect()
    };
    let changes = [
        Change::Add {
            entity: "measure".into(),
            parent: None,
            after: None,
            fields: fields(&[("name", "New")]),
        },
        Change::Add {
            entity: "entry".into(),
            parent: Some("r/a".into()),
            after: None,
            fields: fields(&[("measure", "@added/0")]),
        },
    ];
    let (edits, added) = edits_of(&book(), &Words::british(), &changes, &mut || [7; 10]).unwrap();
    assert_eq!(added.len(), 2);
    assert!(shown(&edits[1]).contains(&format!("measure={}", added[0])));
}

#[test]
fn a_line_its_label_and_its_figure_are_one_step() {
    let changes = [
        Change::Add {
            entity: "line".into(),
            parent: Some("r/money".into()),
            after: Some("staff".into()),
            fields: BTreeMap::from([("kind".to_owned(), "line".to_owned())]),
        },
        Change::Set {
            place: "line/@added/0#label".into(),
            text: "Premises".into(),
        },
        Change::SetAmount {
            line: "@added/0".into(),
            column: "budget".into(),
            text: "(416)".into(),
        },
    ];
    let (edits, added) = edits_of(&book(), &Words::british(), &changes, &mut || [7; 10]).unwrap();
    assert_eq!(
        shown(&edits[1]),
        format!("line/{}#label=Premises", added[0])
    );
    assert!(shown(&edits[2]).contains("-416"), "{}", shown(&edits[2]));
    let not_added = Change::Set {
        place: "line/@added/1#label".into(),
        text: "Premises".into(),
    };
    assert!(edits_of(&book(), &Words::british(), &[not_added], &mut || [7; 10]).is_err());
}

#[test]
fn a_section_goes_with_those_in_it_and_never_into_itself() {
    let remove = Change::Remove {
        place: "section/r/a".into(),
    };
    assert_eq!(edits(remove).unwrap(), ["-section/r/inner", "-section/r/a"]);
    let into_itself = Change::MoveSection {
        section: "r/a".into(),
        parent: Some("r/inner".into()),
        after: None,
    };
    assert!(matches!(
        edits(into_itself),
        Err(ChangeProblem::CannotMove { .. })
    ));
    let out = Change::MoveSection {
        section: "r/inner".into(),
        parent: None,
        after: Some("r/b".into()),
    };
    let moved = edits(out).unwrap();
    assert_eq!(moved[0], "section/r/inner#parent=nothing");
    let comparator = Change::Remove {
        place: "comparator/national".into(),
    };
    assert_eq!(
        edits(comparator).unwrap(),
        [
            "-value/neet/national/2008-09",
            "-restatement/final",
            "-comparator/national"
        ]
    );
}
