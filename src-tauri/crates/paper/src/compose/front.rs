//! What a paper is, and its cover.

use outturn_model::directorate::Person;
use outturn_model::section::SectionKind;
use outturn_model::{Id, Message};

use super::words::date_in_words;
use super::{Composer, place_of};
use crate::logo::is_readable;
use crate::tree::{About, Cover, Fact, Inline, Logo};

impl Composer<'_> {
    pub(super) fn about(&self) -> About {
        let directorate = self.book.directorate();
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        About {
            title: self.report.title.to_string(),
            subtitle: some(&self.report.subtitle),
            council: directorate
                .map(|row| row.council.to_string())
                .unwrap_or_default(),
            logo: self.logo(),
            directorate: directorate
                .map(|row| row.name.to_string())
                .unwrap_or_default(),
            period: self.say(&self.report.period.name()),
            committee: some(&self.report.committee),
            meeting: self.report.meeting.map(|day| self.say(&date_in_words(day))),
            author: self.post(self.report.report_by.as_ref()),
            language: self.words.language().to_owned(),
            // An archival PDF needs a date: until the meeting has one, that of the period's end.
            date: Some(self.report.meeting.unwrap_or(self.report.period.last_day())),
            identifier: format!("outturn/{}", self.report.id),
        }
    }

    /// The council's logo, unless its file is damaged.
    fn logo(&self) -> Option<Logo> {
        let directorate = self.book.directorate()?;
        let png = directorate.logo.png().filter(|png| is_readable(png))?;
        let of = Message::new("cover-logo").with("council", directorate.council.as_str());
        Some(Logo {
            png,
            alternative: self.say(&of),
        })
    }

    /// The page line; the typesetter puts the numbers in.
    pub(super) fn page_of(&self) -> String {
        let line = Message::new("paper-page-of")
            .with("page", "{page}")
            .with("pages", "{pages}");
        self.say(&line)
    }

    /// The cover, if the report has one at its top level.
    pub(super) fn cover(&self) -> Option<Cover> {
        let sections = self.outline.items().iter();
        let item = sections
            .filter(|item| item.depth == 0)
            .find(|item| item.section.kind == SectionKind::Cover)?;
        let words = self.narrative(&item.section.text, 0, &[]);
        let place = Some(place_of(item.section));
        if self.is_decision() {
            let mut blocks = self.boxes();
            blocks.extend(words);
            return Some(Cover {
                place,
                form: true,
                facts: self.decision_facts(),
                blocks,
            });
        }
        Some(Cover {
            place,
            form: false,
            facts: self.particulars(),
            blocks: words,
        })
    }

    fn particulars(&self) -> Vec<Fact> {
        let directorate = self.book.directorate().map(|row| row.name.to_string());
        let period = Message::new("cover-period-span")
            .with("period", self.report.period.name())
            .with("from", date_in_words(self.report.period.first_day()))
            .with("to", date_in_words(self.report.period.last_day()));
        let meeting = self.report.meeting.map(|day| self.say(&date_in_words(day)));
        [
            ("cover-committee", Some(self.report.committee.to_string())),
            ("cover-meeting", meeting),
            ("cover-directorate", directorate),
            ("cover-period", Some(self.say(&period))),
            ("cover-report-by", self.post(self.report.report_by.as_ref())),
            ("cover-contact", self.post(self.report.contact.as_ref())),
        ]
        .into_iter()
        .filter_map(|(label, value)| self.fact(label, value))
        .collect()
    }

    /// A particular under its label; nothing where there is none.
    pub(super) fn fact(&self, label: &'static str, value: Option<String>) -> Option<Fact> {
        let value = value.filter(|value| !value.is_empty())?;
        Some(Fact {
            name: vec![Inline::text(self.word(label))],
            value: vec![Inline::text(value)],
        })
    }

    /// A post, with its holder where the file names one.
    pub(super) fn post(&self, person: Option<&Id<Person>>) -> Option<String> {
        let person = self.book.people.get(person?)?;
        Some(match (person.post.as_str(), person.name.as_str()) {
            ("", name) => name.to_owned(),
            (post, "") => post.to_owned(),
            (post, name) => self.say(
                &Message::new("post-and-name")
                    .with("post", post)
                    .with("name", name),
            ),
        })
    }
}
