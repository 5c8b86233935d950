//! Rolling a report forward: what comes over, what stays, and what the checks find after it.

use std::collections::BTreeMap;

use outturn_model::entry::{Action, Outcome, Stage};
use outturn_model::record::Entity;
use outturn_model::report::Report;
use outturn_model::{Book, Edit, Id, Period, Row, RowId};
use outturn_rules::check::check;
use outturn_rules::roll::{CannotRoll, roll};
use outturn_rules::status::status;
use outturn_rules::{Appearance, Outline};
use proptest::prelude::*;

use crate::build::{Build, say};

/// A report of the second quarter with something of every kind that comes over or stays.
fn started() -> Build {
    Build::report(
        "2013-14-q2",
        &[
            ("title", "Overview, Quarter 2 2013-14"),
            ("agenda_item", "5"),
        ],
    )
    .rule("rule", "within-percent", "", "10")
    .card(
        &[("polarity", "higher-is-better"), ("frequency", "quarterly")],
        &[
            ("commentary", "Better in Quarter 2 than before."),
            ("status", "green"),
            ("status_reason", "Final figures"),
        ],
    )
    .values("m", "actual", "2013-14-q1 50, 2013-14-q2 56")
    .values("m", "target", "2013-14 60")
    .action("promised", "next-period", "")
    .action("open", "this-period", "")
    .action("begun", "this-period", "in-progress")
    .action("partly", "this-period", "partly-achieved")
    .action("done", "this-period", "achieved")
    .action("missed", "this-period", "not-achieved")
    .put("risk", "still", &[("entry", "e"), ("text", "Staff leave")])
    .put(
        "risk",
        "over",
        &[("entry", "e"), ("text", "Snow"), ("closed", "yes")],
    )
    .section(
        "news",
        "narrative",
        &[("text", "In September 2013 the centre opened.")],
    )
    .section("inner", "narrative", &[("parent", "news"), ("text", "")])
    .section("steps", "milestones", &[])
    .put(
        "milestone",
        "open-one",
        &[
            ("section", "steps"),
            ("text", "Open the centre"),
            ("progress", "green"),
        ],
    )
    .put(
        "milestone",
        "met",
        &[
            ("section", "steps"),
            ("text", "Find a site"),
            ("done", "yes"),
        ],
    )
    .section("plan", "action-plan", &[])
    .put(
        "objective",
        "goes-on",
        &[("section", "plan"), ("text", "More homes")],
    )
    .put(
        "task",
        "to-come",
        &[
            ("objective", "goes-on"),
            ("text", "Build"),
            ("state", "in-progress"),
        ],
    )
    .put(
        "task",
        "built",
        &[
            ("objective", "goes-on"),
            ("text", "Plan"),
            ("state", "completed"),
        ],
    )
    .put(
        "objective",
        "finished",
        &[("section", "plan"), ("text", "Fewer forms")],
    )
    .put(
        "task",
        "ended",
        &[
            ("objective", "finished"),
            ("text", "Cut"),
            ("state", "completed"),
        ],
    )
    .section("register", "risk-register", &[])
    .put(
        "register_risk",
        "flood",
        &[
            ("section", "register"),
            ("text", "Flood"),
            ("current_impact", "3"),
            ("movement", "New"),
        ],
    )
    .put(
        "control",
        "dam",
        &[("risk", "flood"), ("text", "Dam"), ("complete", "40")],
    )
    .put(
        "register_risk",
        "gone",
        &[("section", "register"), ("text", "Fire"), ("closed", "yes")],
    )
    .section("money", "schedule", &[])
    .put(
        "column",
        "opening",
        &[("section", "money"), ("heading", "Opening balance")],
    )
    .put(
        "column",
        "closing",
        &[("section", "money"), ("heading", "Closing balance")],
    )
    .put(
        "column",
        "who",
        &[("section", "money"), ("heading", "Lead"), ("kind", "text")],
    )
    .put(
        "column",
        "how",
        &[
            ("section", "money"),
            ("heading", "Status"),
            ("kind", "status"),
        ],
    )
    .put(
        "line",
        "reserve",
        &[("section", "money"), ("label", "Reserve")],
    )
    .amount("reserve", "opening", "amount", "90")
    .amount("reserve", "closing", "amount", "75")
    .amount("reserve", "who", "text", "Head of Finance")
    .amount("reserve", "how", "text", "green")
    .section("panel", "summary", &[])
    .put(
        "tile",
        "shown",
        &[
            ("section", "panel"),
            ("label", "Reserve"),
            ("line", "reserve"),
            ("column", "closing"),
        ],
    )
    .put(
        "tile",
        "typed",
        &[
            ("section", "panel"),
            ("label", "Staff"),
            ("amount", "4"),
            ("status", "red"),
        ],
    )
    .put(
        "point",
        "success",
        &[("section", "panel"), ("text", "All well")],
    )
    .section(
        "money-implication",
        "implication",
        &[
            ("text", "None"),
            ("cleared_by", "p"),
            ("cleared_on", "2013-10-01"),
        ],
    )
}

impl Build {
    fn action(self, id: &str, stage: &str, outcome: &str) -> Self {
        let text = format!("The {id} action");
        let cells = [
            ("entry", "e"),
            ("stage", stage),
            ("text", &*text),
            ("outcome", outcome),
            ("outcome_reason", "So"),
        ];
        self.put("action", id, &cells)
    }

    fn amount(self, line: &str, column: &str, field: &str, text: &str) -> Self {
        let id = format!("{line}/{column}");
        self.put(
            "amount",
            &id,
            &[("line", line), ("column", column), (field, text)],
        )
    }
}

/// A book with edits made to it.
fn made(book: &Book, edits: &[Edit]) -> Book {
    let mut book = book.clone();
    for edit in edits {
        let change = match edit {
            Edit::Insert { entity, row } => (*entity, row.id.clone(), Some(row.clone())),
            Edit::Set {
                entity,
                row,
                field,
                to,
            } => {
                let mut changed = book.row(*entity, row).unwrap();
                changed.cells[entity.field(field).unwrap().0].clone_from(to);
                (*entity, row.clone(), Some(changed))
            }
            Edit::Remove { entity, row } => (*entity, row.clone(), None),
        };
        book.update(&[change]).unwrap();
    }
    book
}

/// The book once its latest report is rolled forward, and the new report's id.
fn rolled(book: &Book) -> (Book, Id<Report>) {
    let report = latest(book);
    let rolled = roll(book, report, report.period.next()).unwrap();
    (made(book, &rolled.edits), rolled.report)
}

fn latest(book: &Book) -> &Report {
    book.reports
        .iter()
        .max_by_key(|report| report.period)
        .unwrap()
}

fn id(text: &str) -> RowId {
    RowId::parse(text).unwrap()
}

/// A cell of a row; a dash where nothing is in it, and nothing where there is no row.
fn cell(book: &Book, place: &str) -> Option<String> {
    let place = outturn_model::Place::parse(place).unwrap();
    let row = book.row(place.entity, &place.row)?;
    let (at, _) = place.entity.field(place.field.unwrap()).unwrap();
    Some(row.cells[at].clone().unwrap_or_else(|| "-".to_owned()))
}

#[test]
fn the_layout_and_what_is_open_come_over_and_the_period_stays() {
    let (book, new) = rolled(&started().book());
    assert_eq!(new.as_str(), "2013-14-q3");
    for (place, expected) in [
        ("report/2013-14-q3#period", "2013-14-q3"),
        ("report/2013-14-q3#title", "Overview, Quarter 3 2013-14"),
        ("report/2013-14-q3#meeting", "-"),
        ("report/2013-14-q3#agenda_item", "-"),
        ("report/2013-14-q3#committee", "Policy Board"),
        ("report/2013-14-q3#follows", "r"),
        ("rule/2013-14-q3/rule#report", "2013-14-q3"),
        ("section/2013-14-q3/s#rule", "2013-14-q3/rule"),
        ("section/2013-14-q3/s#unreviewed", "-"),
        ("section/2013-14-q3/news#unreviewed", "yes"),
        ("section/2013-14-q3/news#follows", "news"),
        ("section/2013-14-q3/inner#parent", "2013-14-q3/news"),
        ("section/2013-14-q3/inner#unreviewed", "-"),
        ("section/2013-14-q3/money-implication#cleared_by", "-"),
        ("section/2013-14-q3/money-implication#cleared_on", "-"),
        ("entry/2013-14-q3/e#measure", "m"),
        ("entry/2013-14-q3/e#unreviewed", "yes"),
        ("entry/2013-14-q3/e#status", "-"),
        ("entry/2013-14-q3/e#status_reason", "-"),
        ("action/2013-14-q3/promised#stage", "this-period"),
        ("action/2013-14-q3/promised#follows", "promised"),
        ("action/2013-14-q3/promised#outcome_reason", "-"),
        ("action/2013-14-q3/open#follows", "open"),
        ("action/2013-14-q3/begun#outcome", "-"),
        ("action/2013-14-q3/partly#stage", "this-period"),
        ("risk/2013-14-q3/still#follows", "still"),
        ("milestone/2013-14-q3/open-one#progress", "-"),
        ("task/2013-14-q3/to-come#objective", "2013-14-q3/goes-on"),
        ("register_risk/2013-14-q3/flood#current_impact", "3"),
        ("register_risk/2013-14-q3/flood#movement", "-"),
        ("control/2013-14-q3/dam#complete", "40"),
        ("amount/2013-14-q3/reserve/2013-14-q3/opening#amount", "75"),
        (
            "amount/2013-14-q3/reserve/2013-14-q3/who#text",
            "Head of Finance",
        ),
        ("tile/2013-14-q3/shown#line", "2013-14-q3/reserve"),
        ("tile/2013-14-q3/shown#column", "2013-14-q3/closing"),
        ("tile/2013-14-q3/typed#amount", "-"),
        ("tile/2013-14-q3/typed#label", "Staff"),
    ] {
        assert_eq!(cell(&book, place).as_deref(), Some(expected), "{place}");
    }
    for gone in [
        "action/2013-14-q3/done#text",
        "action/2013-14-q3/missed#text",
        "risk/2013-14-q3/over#text",
        "milestone/2013-14-q3/met#text",
        "task/2013-14-q3/built#text",
        "objective/2013-14-q3/finished#text",
        "register_risk/2013-14-q3/gone#text",
        "amount/2013-14-q3/reserve/2013-14-q3/closing#amount",
        "amount/2013-14-q3/reserve/2013-14-q3/how#text",
        "point/2013-14-q3/success#text",
    ] {
        assert_eq!(cell(&book, gone), None, "{gone}");
    }
    let entry: Id<outturn_model::entry::Entry> = Id::new(id("2013-14-q3/e"));
    let stages = book.actions.under(&entry);
    let order: Vec<_> = stages
        .map(|action| action.follows.as_ref().unwrap().to_string())
        .collect();
    assert_eq!(order, ["open", "begun", "partly", "promised"]);
}

#[test]
fn each_row_comes_after_those_it_points_to() {
    // A section may stand in one that is stored after it, and a variance in front of its sources.
    let build = started().put(
        "section",
        "a-inner",
        &[("report", "r"), ("kind", "narrative"), ("parent", "news")],
    );
    let book = build.book();
    let edits = roll(&book, latest(&book), latest(&book).period.next())
        .unwrap()
        .edits;
    let mut put: Vec<(Entity, RowId)> = Vec::new();
    for edit in &edits {
        let Edit::Insert { entity, row } = edit else {
            panic!("only rows are put in")
        };
        for (field, text) in entity.fields().iter().zip(&row.cells) {
            if let (outturn_model::record::Kind::Reference(to), Some(text)) = (field.kind, text) {
                let there = book.row(to, &id(text)).is_some() || put.contains(&(to, id(text)));
                assert!(
                    there,
                    "{} {}: {} is not there yet",
                    entity.table(),
                    row.id,
                    text
                );
            }
        }
        put.push((*entity, row.id.clone()));
    }
}

#[test]
fn a_report_is_rolled_forward_to_a_later_period_that_has_none() {
    let (book, _) = rolled(&started().book());
    let first = book.reports.find(&id("r")).unwrap();
    let to = |period: &str| {
        roll(&book, first, Period::parse(period).unwrap()).map(|rolled| rolled.report)
    };
    assert_eq!(to("2013-14-q1"), Err(CannotRoll::NotLater));
    assert_eq!(to("2013-14-q2"), Err(CannotRoll::NotLater));
    assert!(matches!(to("2013-14-q3"), Err(CannotRoll::Taken(_))));
    assert_eq!(to("2013-14-q4").unwrap().as_str(), "2013-14-q4");
    assert_eq!(to("2013-14").unwrap().as_str(), "2013-14");
}

/// The codes that the checks of the latest report find, of those about its past.
fn owed(book: &Book) -> Vec<(&'static str, String)> {
    let findings = check(book, latest(book)).into_iter();
    let about_the_past = |code: &str| {
        matches!(
            code,
            "unreviewed"
                | "commentary-unreviewed"
                | "carried-missing"
                | "old-period"
                | "title-old-period"
                | "opening-differs"
                | "section-dropped"
                | "restatement-reason"
                | "restatements-unprinted"
        )
    };
    findings
        .filter(|finding| about_the_past(finding.code))
        .map(|finding| (finding.code, say(&finding.sentence)))
        .collect()
}

fn codes(book: &Book) -> Vec<&'static str> {
    owed(book).into_iter().map(|(code, _)| code).collect()
}

fn set(place: &str, to: &str) -> Edit {
    let place = outturn_model::Place::parse(place).unwrap();
    Edit::Set {
        entity: place.entity,
        row: place.row,
        field: place.field.unwrap(),
        to: (!to.is_empty()).then(|| to.to_owned()),
    }
}

fn remove(place: &str) -> Edit {
    let place = outturn_model::Place::parse(place).unwrap();
    Edit::Remove {
        entity: place.entity,
        row: place.row,
    }
}

#[test]
fn what_a_report_owes_the_last_one_is_found() {
    let (book, _) = rolled(&started().book());
    assert_eq!(
        codes(&book),
        [
            "commentary-unreviewed",
            "old-period",
            "unreviewed",
            "old-period",
            "unreviewed",
            "unreviewed",
            "unreviewed"
        ],
        "{:#?}",
        owed(&book)
    );
    let reviewed = made(
        &book,
        &[
            set("entry/2013-14-q3/e#commentary", "Better."),
            set("entry/2013-14-q3/e#unreviewed", ""),
            set("section/2013-14-q3/news#text", "Better."),
            set("section/2013-14-q3/news#unreviewed", ""),
            set("section/2013-14-q3/money#unreviewed", ""),
            set("section/2013-14-q3/register#unreviewed", ""),
            set("section/2013-14-q3/money-implication#unreviewed", ""),
        ],
    );
    assert_eq!(codes(&reviewed), [""; 0]);
    let check = |edit: Edit, code: &str, words: &str| {
        let owed = owed(&made(&reviewed, &[edit]));
        assert_eq!(owed.len(), 1, "{code}: {owed:#?}");
        assert_eq!(owed[0].0, code);
        assert!(owed[0].1.contains(words), "{}", owed[0].1);
    };
    check(
        remove("action/2013-14-q3/promised"),
        "carried-missing",
        "The promised action",
    );
    check(
        remove("action/2013-14-q3/begun"),
        "carried-missing",
        "The begun action",
    );
    check(
        remove("risk/2013-14-q3/still"),
        "carried-missing",
        "Staff leave",
    );
    check(
        remove("milestone/2013-14-q3/open-one"),
        "carried-missing",
        "Open the centre",
    );
    check(
        remove("task/2013-14-q3/to-come"),
        "carried-missing",
        "Build",
    );
    check(
        remove("register_risk/2013-14-q3/flood"),
        "carried-missing",
        "Flood",
    );
    check(
        remove("section/2013-14-q3/steps"),
        "section-dropped",
        "one thing",
    );
    check(
        set("report/2013-14-q3#subtitle", "To the end of Q2"),
        "title-old-period",
        "“Q2”",
    );
    check(
        set("section/2013-14-q3/news#heading", "News, July 2013"),
        "old-period",
        "“July 2013”",
    );
    check(
        set("column/2013-14-q3/closing#heading", "At Quarter 2"),
        "old-period",
        "“Quarter 2”",
    );
    let opening = "amount/2013-14-q3/reserve/2013-14-q3/opening#amount";
    check(set(opening, "70"), "opening-differs", "closed with 75");
    check(
        remove("amount/2013-14-q3/reserve/2013-14-q3/opening"),
        "opening-differs",
        "is empty",
    );
    let explained = [
        set(opening, "70"),
        set("line/2013-14-q3/reserve#comment", "Corrected by audit"),
    ];
    assert_eq!(codes(&made(&reviewed, &explained)), [""; 0]);
}

#[test]
fn a_restated_figure_has_a_reason_and_a_place_in_the_paper() {
    let restated = |reason: &str| {
        let cells = [
            ("report", "r"),
            ("measure", "m"),
            ("series", "actual"),
            ("period", "2013-14-q1"),
            ("before", "50"),
            ("reason", reason),
        ];
        started().put("restatement", "x", &cells)
    };
    assert_eq!(
        codes(&restated("").book()),
        ["restatement-reason", "restatements-unprinted"]
    );
    assert_eq!(
        codes(&restated("A late return").book()),
        ["restatements-unprinted"]
    );
    let listed = restated("A late return").section("list", "restatements", &[]);
    assert_eq!(codes(&listed.book()), [""; 0]);
}

#[test]
fn an_outcome_that_is_missing_says_where_it_was_promised() {
    let (book, _) = rolled(&started().book());
    let (book, _) = rolled(&book);
    let findings = check(&book, latest(&book));
    let said: Vec<String> = findings
        .iter()
        .filter(|finding| finding.code == "outcome-missing")
        .map(|finding| say(&finding.sentence))
        .collect();
    let promised = said
        .iter()
        .find(|said| said.contains("The promised action"))
        .unwrap();
    assert!(promised.contains("Quarter 2, 2013/14"), "{promised}");
    let never = said
        .iter()
        .find(|said| said.contains("The open action"))
        .unwrap();
    assert!(!never.contains("promised in"), "{never}");
}

/// What someone does in a quarter.
#[derive(Debug, Clone)]
enum Work {
    Outcome(usize, Option<Outcome>),
    Promise(u8),
    CloseRisk(usize),
    AddRisk(u8),
    MeetMilestone(usize),
    AddMilestone(u8),
    Rule(u8),
    Figure(u8),
    Complete(usize),
}

fn work() -> impl Strategy<Value = Work> {
    let outcome = prop::option::of(prop::sample::select(Outcome::ALL));
    prop_oneof![
        4 => (any::<usize>(), outcome).prop_map(|(at, outcome)| Work::Outcome(at, outcome)),
        3 => any::<u8>().prop_map(Work::Promise),
        1 => any::<usize>().prop_map(Work::CloseRisk),
        1 => any::<u8>().prop_map(Work::AddRisk),
        1 => any::<usize>().prop_map(Work::MeetMilestone),
        1 => any::<u8>().prop_map(Work::AddMilestone),
        1 => any::<u8>().prop_map(Work::Rule),
        1 => any::<u8>().prop_map(Work::Figure),
        1 => any::<usize>().prop_map(Work::Complete),
    ]
}

/// The edit that work on the latest report comes to.
fn edit_of(book: &Book, work: &Work, nth: usize) -> Option<Edit> {
    let report = latest(book);
    let own = |entity: Entity| {
        let rows = book.rows(entity).into_iter();
        let own = rows.filter(|row| {
            book.above(entity, &row.id, Entity::Report).as_ref() == Some(report.id.row())
        });
        own.map(|row| row.id).collect::<Vec<_>>()
    };
    let one = |entity: Entity, at: usize| {
        let rows = own(entity);
        (!rows.is_empty()).then(|| rows[at % rows.len()].clone())
    };
    let change = |entity: Entity, at: usize, field: &'static str, to: Option<&str>| {
        Some(Edit::Set {
            entity,
            row: one(entity, at)?,
            field,
            to: to.map(str::to_owned),
        })
    };
    let add = |entity: Entity, cells: &[(&str, String)]| {
        let cell = |name: &str| {
            cells
                .iter()
                .find(|(field, _)| *field == name)
                .map(|(_, text)| text.clone())
        };
        let name = format!("{}-{nth}", entity.table());
        let row = Row {
            id: RowId::parse(&format!("new/{}/{name}", report.id)).unwrap(),
            cells: entity
                .fields()
                .iter()
                .map(|field| match field.name {
                    "position" => Some("80".to_owned()),
                    name => cell(name),
                })
                .collect(),
        };
        Some(Edit::Insert { entity, row })
    };
    match work {
        Work::Outcome(at, outcome) => {
            let actions = own(Entity::Action).into_iter();
            let this: Vec<_> = actions
                .filter(|id| book.actions.find(id).unwrap().stage == Stage::This)
                .collect();
            let row = this.get(at % this.len().max(1))?.clone();
            let to = outcome.map(|outcome| outcome.as_str().to_owned());
            Some(Edit::Set {
                entity: Entity::Action,
                row,
                field: "outcome",
                to,
            })
        }
        Work::Promise(n) => {
            let entry = one(Entity::Entry, 0)?.to_string();
            let stage = Stage::Next.as_str().to_owned();
            // Few enough words that some are promised anew.
            let text = format!("Do number {}", n % 5);
            add(
                Entity::Action,
                &[("entry", entry), ("stage", stage), ("text", text)],
            )
        }
        Work::CloseRisk(at) => change(Entity::Risk, *at, "closed", Some("yes")),
        Work::AddRisk(n) => {
            let entry = one(Entity::Entry, 0)?.to_string();
            add(
                Entity::Risk,
                &[("entry", entry), ("text", format!("Risk {n}"))],
            )
        }
        Work::MeetMilestone(at) => change(Entity::Milestone, *at, "done", Some("yes")),
        Work::AddMilestone(n) => {
            let steps = book
                .sections
                .under(&report.id)
                .find(|row| row.kind.as_str() == "milestones")?;
            add(
                Entity::Milestone,
                &[
                    ("section", steps.id.to_string()),
                    ("text", format!("Step {n}")),
                ],
            )
        }
        Work::Rule(n) => change(Entity::Rule, 0, "amber", Some(&n.to_string())),
        Work::Figure(n) => {
            let value = outturn_model::measure::Value::id_of(
                &Id::new(id("m")),
                &outturn_model::measure::Series::Actual,
                report.period,
            );
            let cell = |name: &str| match name {
                "measure" => Some("m".to_owned()),
                "series" => Some("actual".to_owned()),
                "period" => Some(report.period.to_string()),
                "amount" => Some(n.to_string()),
                _ => None,
            };
            let fields = Entity::Value.fields().iter();
            let row = Row {
                id: value.row().clone(),
                cells: fields.map(|field| cell(field.name)).collect(),
            };
            Some(Edit::Insert {
                entity: Entity::Value,
                row,
            })
        }
        Work::Complete(at) => change(Entity::Task, *at, "state", Some("completed")),
    }
}

/// Every row of a report as it is stored, and what its measures' statuses are.
fn frozen(book: &Book, report: &Id<Report>) -> (BTreeMap<String, Row>, Vec<String>) {
    let mut rows = BTreeMap::new();
    for entity in Entity::ALL {
        for row in book.rows(*entity) {
            if book.above(*entity, &row.id, Entity::Report).as_ref() == Some(report.row()) {
                rows.insert(format!("{}/{}", entity.table(), row.id), row);
            }
        }
    }
    let row = book.reports.get(report).unwrap();
    let outline = Outline::of(book, row);
    let entries = outline
        .items()
        .iter()
        .flat_map(|item| book.entries.under(&item.section.id));
    let statuses = entries
        .filter_map(|entry| Appearance::of(book, row, entry))
        .map(|appearance| {
            let rated = status(&appearance);
            format!("{}: {}", appearance.entry.id, say(&rated.reason))
        })
        .collect();
    (rows, statuses)
}

/// Whether an action of one report is reported on in the next, and there again until it is finished.
fn is_kept(book: &Book, action: &Action, reports: &[Id<Report>]) -> bool {
    let Some((next, later)) = reports.split_first() else {
        return true;
    };
    let in_next = |row: &&Action| {
        book.above(Entity::Action, row.id.row(), Entity::Report)
            .as_ref()
            == Some(next.row())
    };
    let words = |row: &Action| row.text.trim().to_lowercase();
    let mut followers = book.actions.iter().filter(in_next);
    let follower = followers.find(|row| row.follows.as_ref() == Some(&action.id));
    match follower {
        None => {
            // What was promised anew in the same words is kept there.
            let mut beside = book.actions.under(&action.entry);
            action.outcome.is_some()
                && beside.any(|row| row.stage == Stage::Next && words(row) == words(action))
        }
        Some(follower) => match follower.outcome {
            Some(Outcome::Achieved | Outcome::NotAchieved) => true,
            _ => is_kept(book, follower, later),
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn four_quarters_in_a_row_lose_no_promise_and_move_nothing_that_is_past(
        quarters in prop::collection::vec(prop::collection::vec(work(), 0..12), 4),
    ) {
        let mut book = started().book();
        let mut reports = vec![latest(&book).id.clone()];
        let mut past = Vec::new();
        let mut nth = 0;
        for quarter in &quarters {
            for work in quarter {
                nth += 1;
                if let Some(edit) = edit_of(&book, work, nth) {
                    book = made(&book, &[edit]);
                }
            }
            let report = latest(&book);
            past.push((report.id.clone(), frozen(&book, &report.id)));
            prop_assert_eq!(
                roll(&book, report, report.period.next()),
                roll(&book.clone(), report, report.period.next())
            );
            let (next, new) = rolled(&book);
            book = next;
            reports.push(new);
            let codes = codes(&book);
            prop_assert!(!codes.contains(&"carried-missing"), "{:?}", owed(&book));
            prop_assert!(!codes.contains(&"opening-differs"), "{:?}", owed(&book));
        }
        for (report, was) in &past {
            let is = frozen(&book, report);
            prop_assert_eq!(&is.0, &was.0);
            prop_assert_eq!(&is.1, &was.1);
        }
        for (at, report) in reports.iter().enumerate() {
            for action in book.actions.iter() {
                let own = book.above(Entity::Action, action.id.row(), Entity::Report);
                if own.as_ref() == Some(report.row()) && action.stage == Stage::Next {
                    prop_assert!(is_kept(&book, action, &reports[at + 1..]), "{} is lost", action.id);
                }
            }
        }
    }
}
