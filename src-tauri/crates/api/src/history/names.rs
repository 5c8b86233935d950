//! What rows and fields are called in a sentence: a card by its measure, a post by its name, and
//! what is gone as it was last called.

use outturn_model::measure::{Measure, Series};
use outturn_model::record::{Entity, Kind};
use outturn_model::{Book, Id, Message, RowId};
use outturn_words::Words;

/// The longest piece of a text that names a row, in characters.
const LONGEST: usize = 56;

/// Fields whose words name a row, the first that is not empty.
const NAMING: &[&str] = &[
    "heading",
    "post",
    "name",
    "label",
    "text",
    "references",
    "reference",
    "initials",
    "signed_by",
];

/// What everything is called.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    /// Everything that is or was in the file.
    pub book: &'a Book,
    /// The catalogue.
    pub words: &'a Words,
}

impl<'a> Names<'a> {
    pub(super) fn say(&self, message: &Message) -> String {
        self.words.say(message)
    }

    /// The word for a table or a field, such as “commentary”.
    pub(super) fn noun(&self, name: &str) -> String {
        let key = format!("noun-{}", name.replace('_', "-"));
        self.words.named(&key).unwrap_or(key)
    }

    /// What a field is called, of this table.
    pub(super) fn field(&self, entity: Entity, field: &'static str) -> String {
        match (entity, field) {
            (Entity::Rule, "green") => self.words.word("history-bound-green"),
            (Entity::Rule, "amber") => self.words.word("history-bound-amber"),
            _ => self.noun(field),
        }
    }

    /// What a row is called in the middle of a sentence: “section “Finance””, “NI 056”, “actual for
    /// NI 056, Quarter 3, 2008/09”.
    pub(super) fn called(&self, entity: Entity, row: &RowId) -> String {
        match entity {
            Entity::Directorate => self.words.word("history-directorate"),
            Entity::Report => self.report(row),
            Entity::Measure => self.measure(row),
            Entity::Value => self.value(row),
            Entity::Amount => self.amount(row),
            Entity::Entry => {
                let entry = self.book.entries.find(row);
                let measure = entry.map(|entry| self.measure(entry.measure.row()));
                measure.unwrap_or_else(|| self.noun("entry"))
            }
            Entity::Restatement => {
                let row = self.book.restatements.find(row);
                let measure = row.map(|row| self.measure(row.measure.row()));
                self.named(entity, measure.unwrap_or_default(), None)
            }
            _ => self.named(entity, self.naming(entity, row), self.above(entity, row)),
        }
    }

    /// What a row is called where it comes and goes as a whole: of a card, that it is one.
    pub(super) fn whole(&self, entity: Entity, row: &RowId) -> String {
        match entity {
            Entity::Entry | Entity::Measure => {
                let called = Message::new("history-noun-for")
                    .with("noun", self.noun(entity.table()))
                    .with("name", self.called(entity, row));
                self.say(&called)
            }
            _ => self.called(entity, row),
        }
    }

    fn named(&self, entity: Entity, words: String, of: Option<String>) -> String {
        let noun = self.noun(entity.table());
        self.say(&match (words.is_empty(), of) {
            (true, None) => return noun,
            (true, Some(of)) => Message::new("history-noun-of")
                .with("noun", noun)
                .with("of", of),
            (false, None) => Message::new("history-named")
                .with("noun", noun)
                .with("words", words),
            (false, Some(of)) => Message::new("history-named-of")
                .with("noun", noun)
                .with("words", words)
                .with("of", of),
        })
    }

    /// The words of a row that name it, without its noun: what a reference to it says.
    pub(super) fn naming(&self, entity: Entity, row: &RowId) -> String {
        match entity {
            Entity::Measure => return self.measure(row),
            Entity::Entry | Entity::Report | Entity::Value => return self.called(entity, row),
            _ => {}
        }
        let Some(cells) = self.book.row(entity, row) else {
            return String::new();
        };
        let cell = |name: &str| {
            let (column, field) = entity.field(name)?;
            let text = cells.cells[column].as_deref()?.trim();
            (!text.is_empty()).then_some((field, text))
        };
        // The text of a section is no name for it.
        let allowed = |name: &&&str| (entity, **name) != (Entity::Section, "text");
        if let Some((_, text)) = NAMING.iter().filter(allowed).find_map(|name| cell(name)) {
            return excerpt(text);
        }
        let kind = ["symbol", "kind"].into_iter().find_map(|name| {
            let (field, word) = cell(name)?;
            matches!(field.kind, Kind::Choice(_)).then(|| self.choice(name, word))
        });
        kind.unwrap_or_default()
    }

    /// The row that a small row belongs to, where its name says more with it.
    fn above(&self, entity: Entity, row: &RowId) -> Option<String> {
        let (parent, field) = entity.parent()?;
        if matches!(parent, Entity::Section | Entity::Report) {
            return None;
        }
        let (column, _) = entity.field(field)?;
        let id = RowId::parse(self.book.row(entity, row)?.cells[column].as_deref()?).ok()?;
        let name = self.naming(parent, &id);
        (!name.is_empty()).then(|| match parent {
            Entity::Entry | Entity::Measure => name,
            _ => self.say(&Message::new("history-quoted").with("words", name)),
        })
    }

    fn report(&self, row: &RowId) -> String {
        let report = self.book.reports.find(row);
        let named = report.map(|report| {
            self.say(&Message::new("history-report").with("period", report.period.name()))
        });
        named.unwrap_or_else(|| self.noun("report"))
    }

    fn measure(&self, row: &RowId) -> String {
        let called = self.book.measures.find(row).map(short);
        let called = called.filter(|name| !name.is_empty());
        called.unwrap_or_else(|| self.noun("measure"))
    }

    fn value(&self, row: &RowId) -> String {
        let Some(value) = self.book.values.find(row) else {
            return self.noun("value");
        };
        let named = Message::new("history-figure-of")
            .with("series", self.series(&value.series))
            .with("measure", self.measure(value.measure.row()))
            .with("period", value.period.name());
        self.say(&named)
    }

    fn amount(&self, row: &RowId) -> String {
        let Some(amount) = self.book.amounts.find(row) else {
            return self.noun("amount");
        };
        let or_noun = |name: String, noun: &str| match name.is_empty() {
            true => self.noun(noun),
            false => name,
        };
        let line = self.naming(Entity::Line, amount.line.row());
        let column = self.naming(Entity::Column, amount.column.row());
        let named = Message::new("history-cell-of")
            .with("line", or_noun(line, "line"))
            .with("column", or_noun(column, "column"));
        self.say(&named)
    }

    pub(super) fn series(&self, series: &Series) -> String {
        match series {
            Series::Actual => self.noun("actual"),
            Series::Target => self.words.word("history-target"),
            Series::Comparator(id) => self.naming(Entity::Comparator, id.row()),
        }
    }

    /// A word of a closed set, as the forms say it.
    pub(super) fn choice(&self, field: &str, word: &str) -> String {
        let key = format!("choice-{}-{word}", field.replace('_', "-"));
        self.words.named(&key).unwrap_or_else(|| word.to_owned())
    }

    /// The report a row belongs to; nothing for what belongs to the file.
    pub(super) fn report_of(
        &self,
        entity: Entity,
        row: &RowId,
    ) -> Option<&'a outturn_model::report::Report> {
        let id = self.book.above(entity, row, Entity::Report)?;
        self.book.reports.get(&Id::new(id))
    }

    /// Where a row stands, in words: its report's period and its section.
    pub(super) fn at(&self, entity: Entity, row: &RowId) -> String {
        let report = self
            .report_of(entity, row)
            .filter(|_| entity != Entity::Report);
        let section = (entity != Entity::Section)
            .then(|| self.book.above(entity, row, Entity::Section))
            .flatten();
        let words = [
            report.map(|report| self.say(&report.period.name())),
            section.map(|section| self.naming(Entity::Section, &section)),
        ];
        let words = words
            .into_iter()
            .flatten()
            .filter(|words| !words.is_empty());
        words.collect::<Vec<_>>().join(" · ")
    }
}

/// A measure's reference, else its name.
fn short(measure: &Measure) -> String {
    match measure.reference.trim() {
        "" => excerpt(&measure.name),
        reference => reference.to_owned(),
    }
}

/// The beginning of a text, cut at a word.
fn excerpt(text: &str) -> String {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = plain.char_indices().nth(LONGEST) else {
        return plain;
    };
    let cut = plain[..end].rfind(' ').unwrap_or(end);
    format!("{}…", plain[..cut].trim_end_matches([',', ';', ':']))
}

/// A sentence with a capital.
pub(super) fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_names_a_row_by_its_first_words() {
        assert_eq!(excerpt("Train  all\nstaff"), "Train all staff");
        let long = "Recruit to the vacant posts in both teams, and train all who are new to them";
        assert_eq!(
            excerpt(long),
            "Recruit to the vacant posts in both teams, and train…"
        );
        assert_eq!(capital("épreuve"), "Épreuve");
    }
}
