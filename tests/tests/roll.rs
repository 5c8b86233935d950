//! A file rolled forward quarter after quarter through the desk's own door: what is past stays as it
//! was, undo takes a start back, and the text form gives back what was written.

use std::collections::BTreeMap;

use outturn_api::opening;
use outturn_api::refusal::Stop;
use outturn_api::session::Session;
use outturn_api::template;
use outturn_api::wire::Change;
use outturn_exchange::text_form;
use outturn_model::record::{Entity, Row};
use outturn_model::{Book, RowId};
use outturn_tests::outside::Rehearsal;
use outturn_words::Words;

struct Worked {
    _folder: tempfile::TempDir,
    session: Session,
    outside: Rehearsal,
    words: Words,
}

impl Worked {
    fn in_sample(sample: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let outside = Rehearsal::new(folder.path());
        let book = template::sample(sample).unwrap();
        let session = opening::create(&folder.path().join("a.outturn"), &book, &outside).unwrap();
        Self {
            _folder: folder,
            session,
            outside,
            words: Words::british(),
        }
    }

    fn latest(&self) -> String {
        self.session.report_of(None).unwrap().id.to_string()
    }

    fn start_next(&mut self) -> String {
        let report = self.latest();
        let next = self.session.next_period(&report, &self.words).unwrap();
        let done = self
            .session
            .start_next_period(&report, &next.suggested, &self.outside, &self.words)
            .unwrap();
        assert_eq!(done.added.len(), 1);
        done.added[0].clone()
    }

    fn edit(&mut self, changes: &[Change]) {
        self.session
            .edit(changes, false, &mut self.outside, &self.words)
            .unwrap();
    }

    fn undo(&mut self) {
        self.session.undo(&self.outside, &self.words).unwrap();
    }

    fn book(&self) -> &Book {
        self.session.book()
    }
}

fn set(place: String, text: &str) -> Change {
    Change::Set {
        place,
        text: text.to_owned(),
    }
}

/// Every row of a report as it is stored.
fn rows_of(book: &Book, report: &str) -> BTreeMap<String, Row> {
    let mut rows = BTreeMap::new();
    for entity in Entity::ALL {
        for row in book.rows(*entity) {
            let of = book.above(*entity, &row.id, Entity::Report);
            if of.is_some_and(|of| of.as_str() == report) {
                rows.insert(format!("{}/{}", entity.table(), row.id), row);
            }
        }
    }
    rows
}

#[test]
fn four_quarters_in_a_row_leave_the_past_as_it_was() {
    for sample in template::samples() {
        let mut file = Worked::in_sample(sample);
        let mut past: Vec<(String, BTreeMap<String, Row>)> = Vec::new();
        for quarter in 0..4 {
            let old = file.latest();
            past.push((old.clone(), rows_of(file.book(), &old)));
            let before = file.book().clone();
            let new = file.start_next();
            let started = file.book().clone();
            file.undo();
            assert_eq!(file.book(), &before, "{sample}: undo takes the start back");
            file.session.redo(&file.outside, &file.words).unwrap();
            assert_eq!(file.book(), &started, "{sample}: redo starts it again");
            work_in(&mut file, &new, quarter);
        }
        for (report, rows) in &past {
            assert_eq!(
                &rows_of(file.book(), report),
                rows,
                "{sample}: {report} has moved"
            );
        }
        let folder = tempfile::tempdir().unwrap();
        let written = folder.path().join("text");
        text_form::write_whole(file.book(), &[], &written).unwrap();
        let read = text_form::read_whole(&written).unwrap();
        assert_eq!(
            &read.book,
            file.book(),
            "{sample}: the text form gives back what was written"
        );
    }
}

/// A quarter's work in a report: outcomes, a promise, a rule, a narrative and a figure.
fn work_in(file: &mut Worked, report: &str, quarter: usize) {
    let rows = rows_of(file.book(), report);
    let ids = |table: &str| {
        let prefix = format!("{table}/");
        let rows = rows.keys().filter_map(move |key| key.strip_prefix(&prefix));
        rows.map(str::to_owned).collect::<Vec<_>>()
    };
    let mut changes = Vec::new();
    for (at, action) in ids("action").iter().enumerate() {
        let outcome = [
            "achieved",
            "in-progress",
            "not-achieved",
            "",
            "partly-achieved",
        ][(at + quarter) % 5];
        changes.push(set(format!("action/{action}#outcome"), outcome));
    }
    for rule in ids("rule") {
        changes.push(set(format!("rule/{rule}#name"), &format!("Rule {quarter}")));
    }
    for section in ids("section").iter().take(2) {
        changes.push(set(
            format!("section/{section}#text"),
            &format!("Said in quarter {quarter}."),
        ));
    }
    if let Some(entry) = ids("entry").first() {
        changes.push(Change::Add {
            entity: "action".to_owned(),
            parent: Some(entry.clone()),
            after: None,
            fields: [("stage", "next-period"), ("text", "Promise this")]
                .map(|(name, text)| (name.to_owned(), text.to_owned()))
                .into(),
        });
    }
    file.edit(&changes);
}

#[test]
fn changing_words_reviews_them_in_the_same_step() {
    let mut file = Worked::in_sample("indicator-report");
    let new = file.start_next();
    let book = file.book();
    let entry = book
        .entries
        .iter()
        .find(|entry| entry.unreviewed.0 && entry.id.as_str().starts_with(&new));
    let id = entry.unwrap().id.clone();
    file.edit(&[set(format!("entry/{id}#commentary"), "Said anew.")]);
    assert!(!file.book().entries.get(&id).unwrap().unreviewed.0);
    file.undo();
    assert!(file.book().entries.get(&id).unwrap().unreviewed.0);
    file.edit(&[set(format!("entry/{id}#projected"), "green")]);
    assert!(
        file.book().entries.get(&id).unwrap().unreviewed.0,
        "no words were changed"
    );
    file.edit(&[set(format!("entry/{id}#unreviewed"), "")]);
    assert!(!file.book().entries.get(&id).unwrap().unreviewed.0);
}

#[test]
fn a_figure_that_was_printed_and_is_changed_is_restated() {
    let mut file = Worked::in_sample("indicator-report");
    let value = |file: &Worked, period: &str| {
        let book = file.book();
        let shown = |measure: &RowId| {
            book.entries
                .iter()
                .any(|entry| entry.measure.row() == measure)
        };
        let found = book.values.iter().find(|value| {
            value.series.as_str() == "actual"
                && value.period.to_string() == period
                && value.amount.is_some()
                && value.note.is_empty()
                && !value.provisional.0
                && shown(value.measure.row())
        });
        let value = found.unwrap();
        (value.measure.to_string(), value.amount.unwrap().to_string())
    };
    let (measure, was) = value(&file, "2007-08");
    let enter = |period: &str, text: &str| Change::SetFigure {
        measure: measure.clone(),
        series: "actual".to_owned(),
        period: period.to_owned(),
        text: text.to_owned(),
    };
    file.edit(&[enter("2007-08", "1")]);
    assert!(file.book().restatements.is_empty(), "no report is past yet");
    file.undo();
    let new = file.start_next();
    file.edit(&[enter("2007-08", "1")]);
    let rows: Vec<_> = file.book().restatements.iter().cloned().collect();
    let [row] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!(row.report.as_str(), new);
    assert!(row.before.starts_with(&was), "{} was {was}", row.before);
    let view = file.session.restated(&new, &file.words).unwrap();
    assert!(view[0].now.starts_with('1'), "{}", view[0].now);
    file.edit(&[enter("2007-08", "2")]);
    let again: Vec<_> = file.book().restatements.iter().cloned().collect();
    assert_eq!(again, rows, "once for each figure, with what was printed");
    let codes = |file: &mut Worked| {
        let findings = file.session.findings(&new, &file.words).unwrap().findings;
        findings
            .into_iter()
            .map(|finding| finding.code)
            .collect::<Vec<_>>()
    };
    assert!(codes(&mut file).contains(&"restatement-reason".to_owned()));
    file.edit(&[set(
        format!("restatement/{}#reason", row.id),
        "A late return",
    )]);
    assert!(!codes(&mut file).contains(&"restatement-reason".to_owned()));
    file.edit(&[enter("2007-08", &was)]);
    assert!(
        file.book().restatements.is_empty(),
        "what was printed stands again"
    );
    file.edit(&[enter("2008-09-q4", "5")]);
    assert!(
        file.book().restatements.is_empty(),
        "no earlier report printed it"
    );
}

#[test]
fn a_yearly_measure_comes_over_and_says_when_it_is_due() {
    let mut file = Worked::in_sample("indicator-report");
    let next = file
        .session
        .next_period(&file.latest(), &file.words)
        .unwrap();
    let [fourth, first] = [0, 1].map(|at| &next.periods[at].carried);
    assert!(!fourth.iter().any(|phrase| phrase.contains("due")));
    let not_due = "8 of the measures, with no figure due in the new period";
    assert!(first.iter().any(|phrase| phrase == not_due), "{first:?}");
    for (due, head) in [
        (
            "Not due this quarter. Next due: 2008/09, in the report for Quarter 4, 2008/09.",
            "Not due until Quarter 4",
        ),
        (
            "Due now: 2008/09. Next due: 2009/10, in the report for Quarter 4, 2009/10.",
            "Figure due",
        ),
        (
            "Not due this quarter. Next due: 2009/10, in the report for Quarter 4, 2009/10.",
            "Not due until Quarter 4",
        ),
    ] {
        let report = file.latest();
        let outline = file.session.report(&report, &file.words).unwrap().outline;
        let heads = outline.iter().flat_map(|item| &item.cards);
        let mut entries = heads.filter(|entry| entry.measure == "ni-057");
        let entry = entries.next().unwrap();
        assert_eq!(entry.due, head, "{report}");
        let card = file.session.card(&entry.id, &file.words).unwrap();
        assert_eq!(card.due, due, "{report}");
        let measure = file.session.measure("ni-057", &file.words).unwrap();
        assert_eq!(measure.due, due, "{report}");
        let marked = card.columns.iter().find(|column| column.current);
        let marked = marked.map(|column| column.period.as_str());
        let is_due = head == "Figure due";
        assert_eq!(marked, is_due.then_some("2008-09"), "{report}");
        let found = file
            .session
            .findings(&report, &file.words)
            .unwrap()
            .findings;
        let wanted = found.iter().any(|finding| {
            finding.code == "figure-missing"
                && finding.spot.place == "value/ni-057/actual/2008-09#amount"
        });
        assert_eq!(wanted, is_due, "{report}");
        file.start_next();
    }
}

#[test]
fn a_period_that_cannot_be_started_is_refused_with_its_sentence() {
    let mut file = Worked::in_sample("directorate-overview");
    let report = file.latest();
    let before = file.book().clone();
    let mut refused = |period: &str| match file.session.start_next_period(
        &report,
        period,
        &file.outside,
        &file.words,
    ) {
        Err(Stop::Said(key, message)) => (key, file.words.say(&message)),
        other => panic!("{period}: {other:?}"),
    };
    assert_eq!(refused("2013-14-q2").0, "roll-not-later");
    assert_eq!(refused("2012-13").0, "roll-not-later");
    assert_eq!(refused("soon").0, "entry-not-a-period");
    assert!(refused("2013-14-q1").1.contains("Quarter 2, 2013/14"));
    assert_eq!(file.book(), &before);
    file.start_next();
    let taken = file
        .session
        .start_next_period(&report, "2013-14-q3", &file.outside, &file.words);
    assert!(matches!(taken, Err(Stop::Said("roll-taken", _))));
}

#[test]
fn a_search_finds_words_in_every_report_and_forgets_what_is_gone() {
    let mut file = Worked::in_sample("directorate-overview");
    let old = file.latest();
    let new = file.start_next();
    let reports = |file: &mut Worked, text: &str| {
        let found = file.session.search(text, &file.words);
        found
            .groups
            .into_iter()
            .map(|group| group.report)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        reports(&mut file, "introd"),
        [Some(new.clone()), Some(old.clone())]
    );
    let section = file
        .book()
        .sections
        .iter()
        .find(|section| section.id.as_str().starts_with(&new));
    let place = format!("section/{}#heading", section.unwrap().id);
    file.edit(&[set(place, "Zebra crossings")]);
    assert_eq!(reports(&mut file, "zebra cross"), [Some(new)]);
    file.undo();
    assert!(reports(&mut file, "zebra cross").is_empty());
}
