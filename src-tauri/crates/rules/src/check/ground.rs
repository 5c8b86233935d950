//! What the checks of one report share, worked out once.

use std::collections::{HashMap, HashSet};

use outturn_model::directorate::Person;
use outturn_model::entry::Entry;
use outturn_model::measure::Measure;
use outturn_model::milestone::reference_key;
use outturn_model::prose::Prose;
use outturn_model::report::Report;
use outturn_model::section::{Section, SectionKind};
use outturn_model::{Book, Id, Message, Place, Record, RowId};

use super::figures::{self, NearlySame};
use super::reading;
use super::table::Letters;
use crate::outline::{Outline, OutlineItem};

/// The ground that a report's checks stand on.
pub(super) struct Ground<'a> {
    pub(super) book: &'a Book,
    pub(super) report: &'a Report,
    pub(super) outline: Outline<'a>,
    /// People by initials; the first of those who share them.
    pub(super) initials: HashMap<&'a str, &'a Person>,
    /// Whether a section lists the people.
    pub(super) has_people_key: bool,
    /// The first entry of each measure, in reading order.
    first_entries: HashMap<&'a RowId, &'a RowId>,
    /// The measure that first has each reference.
    references: HashMap<String, &'a RowId>,
    /// For each section by place in the outline, and last for the top: the narratives in it, and
    /// how many of them are signed.
    signed_inside: Vec<(usize, usize)>,
    signed: HashSet<&'a RowId>,
    /// The sections that others stand in.
    parents: HashSet<&'a RowId>,
    /// The first section that each person leads.
    first_led: HashMap<&'a RowId, &'a RowId>,
    /// By section: its figures that are nearly another figure of the report.
    nearly_same: HashMap<RowId, Vec<NearlySame>>,
    /// For each section by place in the outline, and last for the top: letters in it.
    letters: Vec<Letters>,
}

impl<'a> Ground<'a> {
    pub(super) fn of(book: &'a Book, report: &'a Report) -> Self {
        let outline = Outline::of(book, report);
        let mut ground = Self {
            book,
            report,
            initials: HashMap::new(),
            has_people_key: false,
            first_entries: HashMap::new(),
            references: HashMap::new(),
            signed_inside: vec![(0, 0); outline.items().len() + 1],
            signed: HashSet::new(),
            parents: HashSet::new(),
            first_led: HashMap::new(),
            nearly_same: HashMap::new(),
            letters: Letters::of(book, &outline),
            outline,
        };
        for person in book.people.iter() {
            let initials = person.initials.trim();
            if !initials.is_empty() {
                ground.initials.entry(initials).or_insert(person);
            }
        }
        for index in 0..ground.outline.items().len() {
            let section = ground.outline.items()[index].section;
            let parent = ground.outline.items()[index].parent;
            let above = parent.map(|parent| ground.outline.items()[parent].section.id.row());
            ground.parents.extend(above);
            ground.take(section, parent);
        }
        ground.nearly_same = figures::nearly_same(&ground);
        ground
    }

    /// Whether no section before this one has the same lead.
    pub(super) fn is_first_led(&self, section: &Section) -> bool {
        let lead = section.lead.as_ref();
        let first = lead.and_then(|lead| self.first_led.get(lead.row()));
        first.is_some_and(|first| *first == section.id.row())
    }

    /// The letters of lines beside a section, and those that are referred to there.
    pub(super) fn letters(&self, item: &OutlineItem<'_>) -> &Letters {
        &self.letters[item.parent.unwrap_or(self.outline.items().len())]
    }

    /// The figures of a section that are nearly another figure of the report.
    pub(super) fn nearly_same(&self, section: &Section) -> &[NearlySame] {
        self.nearly_same
            .get(section.id.row())
            .map_or(&[], Vec::as_slice)
    }

    /// Whether this is the report's first entry of its measure.
    pub(super) fn is_first(&self, entry: &Entry) -> bool {
        self.first_entries.get(entry.measure.row()) == Some(&entry.id.row())
    }

    /// Whether another measure of the report has the same reference and comes before this one.
    pub(super) fn shares_reference(&self, measure: &Measure) -> bool {
        let key = reference_key(&measure.reference);
        let first = self.references.get(&key);
        first.is_some_and(|first| *first != measure.id.row())
    }

    /// Whether most narratives beside this one end with initials and this one does not.
    pub(super) fn lacks_lead(&self, item: &OutlineItem<'_>) -> bool {
        let inside = item.parent.unwrap_or(self.outline.items().len());
        let (all, signed) = self.signed_inside[inside];
        is_narrative(item.section)
            && !self.signed.contains(item.section.id.row())
            && signed * 2 > all
    }

    /// Whether other sections stand in this one.
    pub(super) fn has_sections_inside(&self, item: &OutlineItem<'_>) -> bool {
        self.parents.contains(item.section.id.row())
    }

    fn take(&mut self, section: &'a Section, parent: Option<usize>) {
        if let Some(lead) = &section.lead {
            self.first_led.entry(lead.row()).or_insert(section.id.row());
        }
        match section.kind {
            SectionKind::PeopleKey => self.has_people_key = true,
            SectionKind::Cards | SectionKind::MeasureTable => {
                for entry in self.book.entries.under(&section.id) {
                    self.take_entry(entry);
                }
            }
            _ => {}
        }
        if is_narrative(section) {
            let signed = section.lead.is_some()
                || !reading::final_initials(&Prose::parse(&section.text).plain_text()).is_empty();
            let inside = parent.unwrap_or(self.outline.items().len());
            self.signed_inside[inside].0 += 1;
            if signed {
                self.signed_inside[inside].1 += 1;
                self.signed.insert(section.id.row());
            }
        }
    }

    fn take_entry(&mut self, entry: &'a Entry) {
        self.first_entries
            .entry(entry.measure.row())
            .or_insert(entry.id.row());
        let measure = self.book.measures.get(&entry.measure);
        if let Some(measure) = measure.filter(|measure| !measure.reference.trim().is_empty()) {
            self.references
                .entry(reference_key(&measure.reference))
                .or_insert(measure.id.row());
        }
    }
}

/// A section whose words someone answers for.
fn is_narrative(section: &Section) -> bool {
    section.kind == SectionKind::Narrative && !section.text.trim().is_empty()
}

/// A text of a section as a reader meets it.
pub(super) struct Passage<'a> {
    /// Where it is stored.
    pub(super) place: Place,
    /// The row of the section it belongs to, if it is not the section's own.
    pub(super) part: Option<&'a RowId>,
    /// Its words, without marks.
    pub(super) plain: String,
    /// The section, for the sentence.
    pub(super) item: &'a OutlineItem<'a>,
    /// What the row is called that it belongs to: a measure or a milestone.
    row: Option<Message>,
}

impl Passage<'_> {
    /// What a finding about it begins with: the measure it is about, else its section.
    pub(super) fn subject(&self) -> Message {
        let is_entry = matches!(
            self.item.section.kind,
            SectionKind::Cards | SectionKind::MeasureTable
        );
        let measure = self.row.clone().filter(|_| is_entry);
        measure.unwrap_or_else(|| self.item.title())
    }

    /// Where it stands, in words: its section, and the measure or milestone it is about.
    pub(super) fn whereabouts(&self) -> Message {
        match &self.row {
            Some(row) => Message::new("check-at-row")
                .with("section", self.item.title())
                .with("row", row.clone()),
            None => self.item.title(),
        }
    }
}

/// The narratives of a section that have words in them, in reading order.
pub(super) fn passages<'a>(ground: &'a Ground<'a>, item: &'a OutlineItem<'a>) -> Vec<Passage<'a>> {
    let section = item.section;
    let book = ground.book;
    let mut passages = Passages::of(item);
    passages.take(cell(section, "text"), None, &section.text);
    match section.kind {
        SectionKind::Cards | SectionKind::MeasureTable => {
            for entry in book.entries.under(&section.id) {
                let of = (
                    entry.id.row(),
                    measure_title(book.measures.get(&entry.measure)),
                );
                passages.take(cell(entry, "commentary"), Some(of), &entry.commentary);
            }
        }
        SectionKind::Milestones => {
            for commentary in book.commentaries.under(&section.id) {
                let of = (commentary.id.row(), title(commentary.references.trim()));
                passages.take(cell(commentary, "text"), Some(of), &commentary.text);
            }
        }
        SectionKind::Headlines => {
            for headline in book.headlines.under(&section.id) {
                let of = (headline.id.row(), None);
                passages.take(cell(headline, "text"), Some(of), &headline.text);
            }
        }
        _ => {}
    }
    passages.take(cell(section, "comments"), None, &section.comments);
    passages.taken
}

/// The short texts of a section's rows that have words in them: milestones, and the actions and
/// risks of cards.
pub(super) fn row_texts<'a>(ground: &'a Ground<'a>, item: &'a OutlineItem<'a>) -> Vec<Passage<'a>> {
    let section = item.section;
    let book = ground.book;
    let mut passages = Passages::of(item);
    match section.kind {
        SectionKind::Cards => {
            for entry in book.entries.under(&section.id) {
                let of = (
                    entry.id.row(),
                    measure_title(book.measures.get(&entry.measure)),
                );
                for action in book.actions.under(&entry.id) {
                    passages.take(cell(action, "text"), Some(of.clone()), &action.text);
                    let reason = cell(action, "outcome_reason");
                    passages.take(reason, Some(of.clone()), &action.outcome_reason);
                }
                for risk in book.risks.under(&entry.id) {
                    passages.take(cell(risk, "text"), Some(of.clone()), &risk.text);
                }
            }
        }
        SectionKind::Milestones => {
            for milestone in book.milestones.under(&section.id) {
                let of = (milestone.id.row(), title(milestone.reference.trim()));
                passages.take(cell(milestone, "text"), Some(of), &milestone.text);
            }
        }
        _ => {}
    }
    passages.taken
}

/// Passages of one section, as they are gathered.
struct Passages<'a> {
    item: &'a OutlineItem<'a>,
    taken: Vec<Passage<'a>>,
}

impl<'a> Passages<'a> {
    fn of(item: &'a OutlineItem<'a>) -> Self {
        Self {
            item,
            taken: Vec::new(),
        }
    }

    /// Takes a text, and the row it belongs to with what that is called.
    fn take(&mut self, place: Place, of: Option<(&'a RowId, Option<Message>)>, markdown: &str) {
        if markdown.trim().is_empty() {
            return;
        }
        let (part, row) = of.map_or((None, None), |(part, row)| (Some(part), row));
        self.taken.push(Passage {
            place,
            part,
            plain: Prose::parse(markdown).plain_text(),
            item: self.item,
            row,
        });
    }
}

/// A measure's reference, else its name.
fn measure_title(measure: Option<&Measure>) -> Option<Message> {
    let measure = measure?;
    title(measure.reference.trim()).or_else(|| title(measure.name.trim()))
}

fn title(words: &str) -> Option<Message> {
    (!words.is_empty()).then(|| Message::new("measure-title").with("title", words))
}

/// The cell of a row.
pub(super) fn cell<T: Record>(row: &T, field: &'static str) -> Place {
    Place::cell(T::ENTITY, row.row_id(), field)
}

/// The rows that people answer for or sign with in this report.
pub(super) fn people_of<'a>(ground: &Ground<'a>) -> HashSet<&'a Id<Person>> {
    let book = ground.book;
    let report = ground.report;
    let mut people: HashSet<&Id<Person>> = HashSet::new();
    people.extend(report.report_by.iter().chain(&report.contact));
    for item in ground.outline.items() {
        people.extend(&item.section.lead);
        for entry in book.entries.under(&item.section.id) {
            let measure = book.measures.get(&entry.measure);
            people.extend(measure.and_then(|measure| measure.owner.as_ref()));
            let actions = book.actions.under(&entry.id);
            people.extend(actions.filter_map(|action| action.owner.as_ref()));
        }
    }
    if ground.has_people_key {
        let listed = book.people.iter().filter(|person| person.in_key.0);
        people.extend(listed.map(|person| &person.id));
    }
    people
}
