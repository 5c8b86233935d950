//! History through the desk: every kind of change in a sentence, differences, and restoring.

use std::collections::BTreeMap;

use outturn_api::session::Session;
use outturn_api::template;
use outturn_api::wire::{
    Change, ChangeLine, Compared, DifferenceView, Done, Restore, WireBlock, WireInline,
};
use outturn_model::Book;
use outturn_tests::outside::Rehearsal;
use outturn_tests::reports;
use outturn_words::Words;
use proptest::prelude::*;

use crate::door::{Seed, change, opened};

struct Worked {
    _folder: tempfile::TempDir,
    session: Session,
    outside: Rehearsal,
    words: Words,
}

impl Worked {
    fn on(book: &Book) -> Self {
        let (folder, session, outside) = opened(book);
        Self {
            _folder: folder,
            session,
            outside,
            words: Words::british(),
        }
    }

    fn sample() -> Self {
        Self::on(&template::sample("indicator-report").unwrap())
    }

    /// Makes changes as one step, a minute after the last.
    fn edit(&mut self, changes: &[Change]) -> Vec<String> {
        self.outside.now += chrono::TimeDelta::minutes(1);
        let done = self
            .session
            .edit(changes, true, &mut self.outside, &self.words)
            .unwrap();
        done.added
    }

    fn set(&mut self, place: &str, text: &str) {
        let (place, text) = (place.to_owned(), text.to_owned());
        self.edit(&[Change::Set { place, text }]);
    }

    fn lines(&mut self, about: Option<&str>) -> Vec<ChangeLine> {
        let found = self.session.changes(about, None, None, &self.words);
        found.unwrap().changes
    }

    fn told(&mut self) -> String {
        let first = self.lines(None).remove(0);
        format!("{} {}", first.sentence, first.more)
            .trim()
            .to_owned()
    }

    fn last(&mut self) -> u32 {
        self.lines(None)[0].id
    }

    fn restore(&mut self, restore: &Restore) {
        self.outside.now += chrono::TimeDelta::minutes(1);
        self.session
            .restore(restore, true, &self.outside, &self.words)
            .unwrap();
    }

    fn compare(&mut self, compared: &Compared) -> DifferenceView {
        self.session.compare(compared, &self.words).unwrap()
    }
}

fn prose(text: &str) -> Vec<WireBlock> {
    let text = WireInline::Text {
        text: text.to_owned(),
        strong: false,
        emphasis: false,
    };
    vec![WireBlock::Paragraph {
        inlines: vec![text],
    }]
}

fn figure(measure: &str, series: &str, period: &str, text: &str) -> Change {
    Change::SetFigure {
        measure: measure.into(),
        series: series.into(),
        period: period.into(),
        text: text.into(),
    }
}

fn add(entity: &str, parent: &str, fields: &[(&str, &str)]) -> Change {
    let fields = fields
        .iter()
        .map(|(field, text)| ((*field).to_owned(), (*text).to_owned()));
    Change::Add {
        entity: entity.into(),
        parent: Some(parent.into()),
        after: None,
        fields: fields.collect::<BTreeMap<_, _>>(),
    }
}

fn set(place: &str, text: &str) -> Change {
    Change::Set {
        place: place.into(),
        text: text.into(),
    }
}

fn entry_of(book: &Book, measure: &str) -> String {
    let entry = book
        .entries
        .iter()
        .find(|entry| entry.measure.as_str() == measure);
    entry.unwrap().id.to_string()
}

#[test]
fn every_kind_of_change_is_told_in_a_sentence() {
    let mut desk = Worked::sample();
    let book = desk.session.book().clone();
    let entry = entry_of(&book, "ni-59");
    let at = |field: &str| format!("entry/{entry}#{field}");
    let report = book.reports.iter().next().unwrap().id.to_string();
    let amount = book
        .amounts
        .iter()
        .find(|row| row.amount.is_some())
        .unwrap();
    let section = book
        .sections
        .iter()
        .find(|row| {
            row.id
                == book
                    .entries
                    .find(&outturn_model::RowId::parse(&entry).unwrap())
                    .unwrap()
                    .section
        })
        .unwrap();
    let section = format!("section/{}", section.id);
    assert_eq!(desk.told(), "File begun with its first content");
    let mut say = |changes: &[Change]| {
        desk.edit(changes);
        desk.told()
    };
    let mut all = Vec::new();
    for changes in [
        vec![figure("ni-59", "target", "2008-09-q3", "67")],
        vec![figure("ni-59", "target", "2008-09-q3", "68.25")],
        vec![figure("ni-59", "target", "2008-09-q3", "n/a")],
        vec![figure("ni-59", "target", "2008-09-q3", "")],
        vec![figure("ni-59", "target", "2008-09-q3", "66")],
        vec![set(&at("status"), "red")],
        vec![set(&at("status"), "amber")],
        vec![set(&at("status"), "")],
        vec![set(&at("no_actions"), "yes")],
        vec![set(&at("no_actions"), "")],
        vec![Change::SetProse {
            place: at("commentary"),
            blocks: prose("The rate rose in every month of the quarter."),
        }],
        vec![Change::SetProse {
            place: at("commentary"),
            blocks: prose("The rate fell in every month of the year."),
        }],
        vec![Change::SetProse {
            place: at("commentary"),
            blocks: prose("The rate fell in every month of the year, and in both teams."),
        }],
        vec![Change::SetProse {
            place: at("commentary"),
            blocks: Vec::new(),
        }],
        vec![add(
            "action",
            &entry,
            &[
                (
                    "text",
                    "Train all new staff in initial assessments before they take cases",
                ),
                ("stage", "next-period"),
            ],
        )],
        vec![set(&format!("report/{report}#meeting"), "31/3/2009")],
        vec![set(&format!("report/{report}#meeting"), "1/4/2009")],
        vec![set(&format!("report/{report}#title"), "Another title")],
        vec![set(&format!("{section}#lead"), "performance-manager")],
        vec![set(&format!("{section}#new_page"), "yes")],
        vec![set(
            &format!("{section}#heading"),
            "Business critical things",
        )],
        vec![Change::Move {
            place: section.clone(),
            after: None,
        }],
        vec![
            set("measure/ni-59#owner", ""),
            set("measure/ni-59#name", "Assessments"),
            set("measure/ni-59#polarity", "higher-is-better"),
        ],
        vec![Change::SetAmount {
            line: amount.line.to_string(),
            column: amount.column.to_string(),
            text: "12345".into(),
        }],
        vec![Change::Remove {
            place: format!("entry/{entry}"),
        }],
        vec![Change::Remove {
            place: section.clone(),
        }],
        vec![add(
            "section",
            &report,
            &[("heading", "Finance"), ("kind", "narrative")],
        )],
    ] {
        all.push(say(&changes));
    }
    desk.session.undo(&desk.outside, &desk.words).unwrap();
    all.push(desk.told());
    desk.session.redo(&desk.outside, &desk.words).unwrap();
    all.push(desk.told());
    let next = desk.session.next_period(&report, &desk.words).unwrap();
    desk.session
        .start_next_period(&report, &next.suggested, &desk.outside, &desk.words)
        .unwrap();
    all.push(desk.told());
    assert_eq!(all, EXPECTED);
}

/// What the changes above are told as, in their order.
const EXPECTED: &[&str] = &[
    "Target for NI 059, Quarter 3, 2008/09: 67.0% → 67%",
    "Target for NI 059, Quarter 3, 2008/09: 67.0% → 68.3%",
    "Target for NI 059, Quarter 3, 2008/09: 68.3% → n/a",
    "Target for NI 059, Quarter 3, 2008/09: n/a cleared",
    "Target for NI 059, Quarter 3, 2008/09: 66.0% entered",
    "Status of NI 059: set to Red",
    "Status of NI 059: Red → Amber",
    "Status of NI 059: Amber cleared",
    "“No actions this period” turned on for NI 059",
    "“No actions this period” turned off for NI 059",
    "Commentary on NI 059: 6 words added, 41 removed",
    "Commentary on NI 059: 2 words changed",
    "Commentary on NI 059: 4 words added",
    "Commentary on NI 059: 13 words cleared",
    "Action “Train all new staff in initial assessments before they…” of NI 059 added",
    "Meeting date of the report for Quarter 3, 2008/09: 24 February 2009 → 31 March 2009",
    "Meeting date of the report for Quarter 3, 2008/09: 31 March 2009 → 1 April 2009",
    "Title of the report for Quarter 3, 2008/09: “Children and Young People: performance indicators” → “Another title”",
    "Lead of section “Business critical indicators”: set to Performance and Information Manager",
    "“Start on a new page” turned on for section “Business critical indicators”",
    "Heading of section “Business critical things”: “Business critical indicators” → “Business critical things”",
    "Section “Business critical things” moved",
    "NI 059: name, owner changed",
    "“More capacity in the Fostering Team (temporary, in…”, Approved budget: £100.0k → £12,345.0k",
    "Card for NI 059 removed and 10 more",
    "Section “Business critical things” removed and 22 more",
    "Section “Finance” added",
    "Undone: Section “Finance” removed",
    "Redone: Section “Finance” added",
    "The report for Quarter 4, 2008/09 started from the one before",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_change_is_told_and_any_moment_restored(
        steps in prop::collection::vec(prop::collection::vec(any::<Seed>(), 1..4), 1..25),
    ) {
        let mut desk = Worked::on(&reports::cards(3));
        let mut moments = vec![(1, desk.session.book().clone())];
        for seeds in &steps {
            let before = desk.session.book().clone();
            let changes: Vec<_> = seeds.iter().map(|seed| change(&before, *seed)).collect();
            desk.outside.now += chrono::TimeDelta::minutes(1);
            if desk.session.edit(&changes, true, &mut desk.outside, &desk.words).is_ok() {
                let last = desk.last();
                if moments.last().is_some_and(|(before, _)| *before != last) {
                    moments.push((last, desk.session.book().clone()));
                }
            }
        }
        let lines = desk.lines(None);
        for line in &lines {
            prop_assert!(!line.sentence.is_empty() && !line.sentence.contains("{ $"), "{line:?}");
            for raw in ["noun-", "choice-", "history-", "_"] {
                prop_assert!(!line.sentence.contains(raw) || line.sentence.contains('“'), "{line:?}");
            }
            desk.session.change(line.id, &desk.words).unwrap();
        }
        for (change, book) in &moments {
            let now = desk.session.book().clone();
            let restore = Restore::File { change: *change };
            let difference = desk.session.restoring(&restore, &desk.words).unwrap();
            prop_assert_eq!(difference.groups.is_empty(), difference.sentence == "Nothing differs.");
            desk.restore(&restore);
            prop_assert!(desk.session.book() == book);
            if &now != book {
                desk.session.undo(&desk.outside, &desk.words).unwrap();
            }
            prop_assert!(desk.session.book() == &now, "one step takes a restore back");
        }
        // Taking back each change in turn, the last first, leads to where it all began.
        for (change, _) in moments.iter().skip(1).rev() {
            desk.restore(&Restore::Change { change: *change });
        }
        let first = Compared::Moments { from: 1, to: None, report: None };
        let left = desk.compare(&first);
        prop_assert_eq!(left.sentence, "Nothing differs.");
    }
}

#[test]
fn a_difference_tells_of_each_row_once() {
    let mut desk = Worked::sample();
    let book = desk.session.book().clone();
    let entry = entry_of(&book, "ni-59");
    desk.edit(&[figure("ni-59", "target", "2008-09-q3", "67")]);
    desk.set(&format!("entry/{entry}#status"), "red");
    let difference = desk.compare(&Compared::Moments {
        from: 1,
        to: None,
        report: None,
    });
    let rows: Vec<_> = difference
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .map(|row| (row.title.as_str(), row.done))
        .collect();
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows.iter().all(|(_, done)| *done == Done::Kept));
}

#[test]
fn a_history_keeps_to_its_place_and_tells_of_what_is_gone() {
    let mut desk = Worked::sample();
    let entry = entry_of(desk.session.book(), "ni-59");
    let card = format!("entry/{entry}");
    let action = desk
        .edit(&[add("action", &entry, &[("text", "Visit each school")])])
        .remove(0);
    desk.set(&format!("{card}#status"), "red");
    desk.edit(&[figure("ni-59", "target", "2008-09-q3", "71")]);
    desk.set("person/performance-manager#post", "Head of Performance");
    desk.edit(&[Change::Remove {
        place: format!("action/{action}"),
    }]);
    let told = |desk: &mut Worked, about: &str| -> Vec<String> {
        let lines = desk.lines(Some(about)).into_iter();
        lines.map(|line| line.sentence).collect()
    };
    assert_eq!(
        told(&mut desk, &card),
        [
            "Action “Visit each school” of NI 059 removed",
            "Target for NI 059, Quarter 3, 2008/09: 67.0% → 71.0%",
            "Status of NI 059: set to Red",
            "Action “Visit each school” of NI 059 added",
            "File begun with its first content",
        ]
    );
    assert_eq!(
        told(&mut desk, &format!("{card}#status")),
        ["Status of NI 059: set to Red"]
    );
    let view = desk
        .session
        .changes(Some(&card), Some("Nobody".into()), None, &desk.words)
        .unwrap();
    assert_eq!(view.about.as_deref(), Some("Card for NI 059"));
    assert_eq!(view.people, ["Performance Officer"]);
    assert!(view.changes.is_empty() && !view.more);
}

#[test]
fn a_page_of_history_leads_to_the_one_before() {
    let mut desk = Worked::sample();
    let report = desk.session.report_of(None).unwrap().id.to_string();
    for number in 0..60 {
        desk.set(
            &format!("report/{report}#title"),
            &format!("Title {number}"),
        );
    }
    let first = desk.session.changes(None, None, None, &desk.words).unwrap();
    assert_eq!((first.changes.len(), first.more), (50, true));
    let last = first.changes.last().map(|line| line.id);
    let second = desk.session.changes(None, None, last, &desk.words).unwrap();
    assert_eq!((second.changes.len(), second.more), (11, false));
    assert_eq!(second.changes.last().map(|line| line.id), Some(1));
}

#[test]
fn a_row_is_restored_with_what_hung_under_it_and_not_without_what_it_hangs_under() {
    let mut desk = Worked::sample();
    let book = desk.session.book().clone();
    let entry = entry_of(&book, "ni-59");
    let section = book
        .entries
        .iter()
        .find(|row| row.id.as_str() == entry)
        .map(|row| row.section.to_string())
        .unwrap();
    let heading = format!("section/{section}#heading");
    desk.set(&heading, "Another heading");
    desk.edit(&[Change::Remove {
        place: format!("section/{section}"),
    }]);
    let place = |place: &str| Restore::Place {
        place: place.to_owned(),
        change: 1,
    };
    let card = place(&format!("entry/{entry}"));
    let refused = desk.session.restoring(&card, &desk.words).unwrap_err();
    let refused = refused.refusal(&desk.words);
    assert_eq!(
        refused.sentence,
        "This belongs to what is no longer in the file: section “Another heading”. Restore that first."
    );
    assert_eq!(refused.place, Some(format!("section/{section}")));
    let of_field = desk.session.restoring(&place(&heading), &desk.words);
    assert!(of_field.is_err());

    // What it asks before it does it is what it then does.
    let all = place(&format!("section/{section}"));
    let shown = desk.session.restoring(&all, &desk.words).unwrap();
    assert!(
        shown
            .groups
            .iter()
            .flat_map(|group| &group.rows)
            .all(|row| row.done == Done::Added)
    );
    desk.restore(&all);
    assert!(desk.session.book() == &book);
    assert!(
        desk.told()
            .starts_with("Restored: Section “Business critical indicators” added and")
    );
    desk.session.undo(&desk.outside, &desk.words).unwrap();
    assert!(
        desk.session
            .book()
            .sections
            .iter()
            .all(|row| row.id.as_str() != section)
    );
}

#[test]
fn two_periods_are_compared_by_what_follows_what() {
    let mut desk = Worked::sample();
    let old = desk.session.report_of(None).unwrap().id.to_string();
    let next = desk.session.next_period(&old, &desk.words).unwrap();
    let started = desk
        .session
        .start_next_period(&old, &next.suggested, &desk.outside, &desk.words)
        .unwrap();
    let new = started.added[0].clone();
    let section = desk
        .session
        .book()
        .sections
        .iter()
        .find(|row| {
            row.report.as_str() == new && row.heading.as_str() == "Business critical indicators"
        })
        .map(|row| row.id.to_string())
        .unwrap();
    desk.set(&format!("section/{section}#heading"), "Critical indicators");
    desk.edit(&[figure("ni-59", "actual", "2008-09-q4", "72.4")]);
    let compared = Compared::Reports { from: old, to: new };
    let difference = desk.compare(&compared);
    assert_eq!(
        (difference.from.as_str(), difference.to.as_str()),
        ("Quarter 3, 2008/09", "Quarter 4, 2008/09")
    );
    let shown = |title: &str| {
        let rows = difference.groups.iter().flat_map(|group| &group.rows);
        let row = rows.clone().find(|row| row.title == title).unwrap();
        let fields = row.fields.iter().map(|field| {
            let pieces = field.pieces.iter().map(|piece| match piece.done {
                Done::Removed => format!("[-{}-]", piece.text),
                Done::Added => format!("[+{}+]", piece.text),
                Done::Kept | Done::Moved => piece.text.clone(),
            });
            format!("{}: {}", field.name, pieces.collect::<String>())
        });
        fields.collect::<Vec<_>>().join("; ")
    };
    assert_eq!(
        shown("Section “Critical indicators”"),
        "Heading: [-Business critical indicators-][+Critical indicators+]"
    );
    assert_eq!(
        shown("Card for NI 059"),
        "Outturn: [-66.7%-][+72.4%+]; Target: [-67.0%-][+68.0%+]; Status: [-Amber-][+Green+]; No current risks: [-yes-][+no+]"
    );
    assert_eq!(
        shown("Budget line “Revenue”"),
        "Approved budget: [-£260.0k-]; Spend to date: [-£167.6k-]; Forecast variation: [-£0.0k-]"
    );
    let titles: Vec<&str> = difference
        .groups
        .iter()
        .map(|group| group.title.as_str())
        .collect();
    assert!(
        titles
            .iter()
            .any(|title| title.ends_with("Critical indicators")),
        "{titles:?}"
    );
}
