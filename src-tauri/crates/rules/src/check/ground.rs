//! What the checks of one report share, worked out once.

use std::collections::{HashMap, HashSet};

use outturn_model::directorate::Person;
use outturn_model::entry::Entry;
use outturn_model::measure::Measure;
use outturn_model::milestone::reference_key;
use outturn_model::prose::Prose;
use outturn_model::report::Report;
use outturn_model::section::{Section, SectionKind};
use outturn_model::{Book, Id, Place, Record, RowId};

use super::reading;
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
        ground
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
}

/// The texts of a section that have words in them, in reading order.
pub(super) fn passages<'a>(ground: &'a Ground<'a>, item: &'a OutlineItem<'a>) -> Vec<Passage<'a>> {
    let section = item.section;
    let book = ground.book;
    let mut passages = Vec::new();
    let mut take = |place: Place, part: Option<&'a RowId>, markdown: &str| {
        if !markdown.trim().is_empty() {
            passages.push(Passage {
                place,
                part,
                plain: Prose::parse(markdown).plain_text(),
                item,
            });
        }
    };
    take(cell(section, "text"), None, &section.text);
    match section.kind {
        SectionKind::Cards | SectionKind::MeasureTable => {
            for entry in book.entries.under(&section.id) {
                take(
                    cell(entry, "commentary"),
                    Some(entry.id.row()),
                    &entry.commentary,
                );
            }
        }
        SectionKind::Milestones => {
            for commentary in book.commentaries.under(&section.id) {
                let part = Some(commentary.id.row());
                take(cell(commentary, "text"), part, &commentary.text);
            }
        }
        SectionKind::Headlines => {
            for headline in book.headlines.under(&section.id) {
                take(
                    cell(headline, "text"),
                    Some(headline.id.row()),
                    &headline.text,
                );
            }
        }
        _ => {}
    }
    take(cell(section, "comments"), None, &section.comments);
    passages
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
