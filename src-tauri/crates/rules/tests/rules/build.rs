//! A book from a few words: each row is put with the cells that matter, and has a place after the
//! rows before it.

use std::collections::BTreeMap;

use outturn_model::entry::Entry;
use outturn_model::measure::Value;
use outturn_model::position::Position;
use outturn_model::record::{Entity, Kind};
use outturn_model::report::Report;
use outturn_model::section::Section;
use outturn_model::{Book, Message, Row, RowId};
use outturn_rules::Appearance;
use outturn_words::Words;

/// Rows to be.
#[derive(Clone, Default)]
pub struct Build {
    rows: BTreeMap<Entity, Vec<Row>>,
    last: Option<Position>,
}

impl Build {
    /// A book with one report, `r`, that lacks nothing on its cover.
    pub fn report(period: &str, cells: &[(&str, &str)]) -> Self {
        let cover = [
            ("period", period),
            ("title", "Performance report"),
            ("committee", "Policy Board"),
            ("meeting", "2013-10-28"),
        ];
        Self::default().put("report", "r", &[&cover[..], cells].concat())
    }

    /// One more row. Cells that are not named are empty, and `position` follows the rows before.
    pub fn put(mut self, table: &str, id: &str, cells: &[(&str, &str)]) -> Self {
        let entity = Entity::from_table(table).expect(table);
        let position = Position::between(self.last.as_ref(), None);
        for (name, _) in cells {
            assert!(entity.field(name).is_some(), "{table} has no {name}");
        }
        let cell = |name: &str, kind: Kind| {
            let given = cells.iter().rev().find(|(cell, _)| *cell == name);
            let given = given.map(|(_, text)| (*text).to_owned());
            let given = given.filter(|text| !text.is_empty());
            given.or_else(|| (kind == Kind::Position).then(|| position.to_string()))
        };
        let row = Row {
            id: RowId::parse(id).unwrap(),
            cells: entity
                .fields()
                .iter()
                .map(|field| cell(field.name, field.kind))
                .collect(),
        };
        self.last = Some(position);
        self.rows.entry(entity).or_default().push(row);
        self
    }

    /// A section of the report.
    pub fn section(self, id: &str, kind: &str, cells: &[(&str, &str)]) -> Self {
        let own = [("report", "r"), ("kind", kind), ("heading", "Heading")];
        self.put("section", id, &[&own[..], cells].concat())
    }

    /// A status rule of the report.
    pub fn rule(self, id: &str, kind: &str, green: &str, amber: &str) -> Self {
        let cells = [
            ("report", "r"),
            ("kind", kind),
            ("green", green),
            ("amber", amber),
        ];
        self.put("rule", id, &cells)
    }

    /// Figures of a measure: `2005-06 8.6, 2006-07 =no-data`.
    pub fn values(mut self, measure: &str, series: &str, figures: &str) -> Self {
        for figure in figures
            .split(',')
            .map(str::trim)
            .filter(|figure| !figure.is_empty())
        {
            let (period, what) = figure.split_once(' ').expect(figure);
            let field = if what.starts_with('=') {
                "absence"
            } else {
                "amount"
            };
            let what = what.trim_start_matches('=');
            self = self.value(measure, series, period, &[(field, what)]);
        }
        self
    }

    /// One value of a measure.
    pub fn value(self, measure: &str, series: &str, period: &str, cells: &[(&str, &str)]) -> Self {
        let id = format!("{measure}/{series}/{period}");
        let own = [("measure", measure), ("series", series), ("period", period)];
        self.put("value", &id, &[&own[..], cells].concat())
    }

    /// A measure `m` on a card `e` in a section `s` by the rule `rule`.
    pub fn card(self, measure: &[(&str, &str)], entry: &[(&str, &str)]) -> Self {
        let own = [("section", "s"), ("measure", "m")];
        let named = [("reference", "NI 1"), ("name", "A measure"), ("owner", "p")];
        self.put(
            "person",
            "p",
            &[("post", "Head of Service"), ("initials", "HS")],
        )
        .section("s", "cards", &[("rule", "rule")])
        .put("measure", "m", &[&named[..], measure].concat())
        .put("entry", "e", &[&own[..], entry].concat())
    }

    /// The book.
    pub fn book(&self) -> Book {
        Book::from_rows(|entity| self.rows.get(&entity).cloned().unwrap_or_default()).unwrap()
    }
}

/// The only report of a book.
pub fn report(book: &Book) -> &Report {
    book.reports.iter().next().unwrap()
}

/// A section by its id.
pub fn section<'a>(book: &'a Book, id: &str) -> &'a Section {
    book.sections.find(&RowId::parse(id).unwrap()).unwrap()
}

/// An entry by its id.
pub fn entry<'a>(book: &'a Book, id: &str) -> &'a Entry {
    book.entries.find(&RowId::parse(id).unwrap()).unwrap()
}

/// The appearance of an entry.
pub fn appearance<'a>(book: &'a Book, id: &str) -> Appearance<'a> {
    Appearance::of(book, report(book), entry(book, id)).unwrap()
}

/// A figure in plain digits; a dash for none.
pub fn figure(value: Option<&Value>) -> String {
    value
        .and_then(|value| value.amount)
        .map_or("-".to_owned(), |amount| amount.to_string())
}

/// What a message says in British English.
pub fn say(message: &Message) -> String {
    thread_local! {
        static WORDS: Words = Words::british();
    }
    WORDS.with(|words| words.say(message))
}
