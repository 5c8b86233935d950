//! Checks of a report against the one it follows: nothing promised is lost, opening figures are those
//! that the last report closed with, and its words have been read again.

use std::collections::{HashMap, HashSet};

use outturn_model::entry::{Action, Stage};
use outturn_model::measure::Measure;
use outturn_model::record::Entity;
use outturn_model::report::Report;
use outturn_model::section::{Section, SectionKind};
use outturn_model::statement::{Amount, Column, StatementLine};
use outturn_model::{Book, Id, Message, Period, Place, Record, RowId};
use rust_decimal::Decimal;

use super::card::opening;
use super::ground::{self, Ground, cell};
use super::{Found, Subject};
use crate::naming::naming;
use crate::outline::OutlineItem;
use crate::roll::opening::opening_figures;
use crate::roll::{comes_over, is_to_come};
use crate::statement::statement;

/// The report before, and which of its rows this one goes on with.
pub(super) struct Past<'a> {
    pub(super) report: &'a Report,
    followed: HashMap<Entity, HashSet<&'a RowId>>,
}

impl<'a> Past<'a> {
    /// The past of a report, if it was started from another.
    pub(super) fn of(book: &'a Book, report: &Report) -> Option<Self> {
        let before = book.reports.get(report.follows.as_ref()?)?;
        let mut followed: HashMap<Entity, HashSet<&'a RowId>> = HashMap::new();
        let mut note = |entity, id: Option<&'a RowId>| {
            followed.entry(entity).or_default().extend(id);
        };
        for section in book.sections.under(&report.id) {
            note(Entity::Section, section.follows.as_ref().map(Id::row));
            for entry in book.entries.under(&section.id) {
                for action in book.actions.under(&entry.id) {
                    note(Entity::Action, action.follows.as_ref().map(Id::row));
                }
                for risk in book.risks.under(&entry.id) {
                    note(Entity::Risk, risk.follows.as_ref().map(Id::row));
                }
            }
            for milestone in book.milestones.under(&section.id) {
                note(Entity::Milestone, milestone.follows.as_ref().map(Id::row));
            }
            for objective in book.objectives.under(&section.id) {
                for task in book.tasks.under(&objective.id) {
                    note(Entity::Task, task.follows.as_ref().map(Id::row));
                }
            }
            for risk in book.register_risks.under(&section.id) {
                note(Entity::RegisterRisk, risk.follows.as_ref().map(Id::row));
            }
        }
        Some(Self {
            report: before,
            followed,
        })
    }

    fn goes_on(&self, entity: Entity, id: &RowId) -> bool {
        self.followed
            .get(&entity)
            .is_some_and(|ids| ids.contains(id))
    }

    /// What a section of the last report left open, and this report does not go on with: what it is,
    /// and its first words.
    fn lost(&self, book: &Book, section: &Section) -> Vec<(&'static str, String)> {
        let mut lost = Vec::new();
        let mut see = |what, entity, id: &RowId, text: &str| {
            if !text.trim().is_empty() && !self.goes_on(entity, id) {
                lost.push((what, opening(text)));
            }
        };
        for entry in book.entries.under(&section.id) {
            for action in book
                .actions
                .under(&entry.id)
                .filter(|row| comes_over(book, row))
            {
                see("action", Entity::Action, action.id.row(), &action.text);
            }
            for risk in book.risks.under(&entry.id).filter(|row| !row.closed.0) {
                see("risk", Entity::Risk, risk.id.row(), &risk.text);
            }
        }
        for milestone in book.milestones.under(&section.id).filter(|row| !row.done.0) {
            see(
                "milestone",
                Entity::Milestone,
                milestone.id.row(),
                &milestone.text,
            );
        }
        for objective in book.objectives.under(&section.id) {
            for task in book
                .tasks
                .under(&objective.id)
                .filter(|row| is_to_come(row))
            {
                see("task", Entity::Task, task.id.row(), &task.text);
            }
        }
        for risk in book
            .register_risks
            .under(&section.id)
            .filter(|row| !row.closed.0)
        {
            see("risk", Entity::RegisterRisk, risk.id.row(), &risk.text);
        }
        lost
    }
}

/// The period in whose report an action was promised: that of the first report in the line it
/// follows that had it for the next period.
pub(super) fn promised_in(book: &Book, action: &Action) -> Option<Period> {
    let mut at = action;
    let mut seen: HashSet<&RowId> = HashSet::from([action.id.row()]);
    while at.stage != Stage::Next {
        at = book.actions.get(at.follows.as_ref()?)?;
        if !seen.insert(at.id.row()) {
            return None;
        }
    }
    let section = &book.entries.get(&at.entry)?.section;
    let report = &book.sections.get(section)?.report;
    Some(book.reports.get(report)?.period)
}

/// What the last report left open is in this one: an action that was promised, a risk that is not
/// closed, a milestone that is not met, a task that is not completed.
pub(super) fn lost(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let before = item.section.follows.as_ref();
    let before = before.and_then(|id| ground.book.sections.get(id));
    let (Some(past), Some(before)) = (&ground.past, before) else {
        return;
    };
    if before.report != past.report.id {
        return;
    }
    for (what, text) in past.lost(ground.book, before) {
        found.add(
            Place::row(Entity::Section, item.section.id.row()),
            |message| {
                message
                    .with("what", what)
                    .with("text", text.as_str())
                    .with("period", past.report.period.name())
            },
        );
    }
}

/// A section of the last report that left something open is in this one.
pub(super) fn dropped(ground: &Ground<'_>, found: &mut Found<'_>) {
    let Some(past) = &ground.past else { return };
    for section in ground.book.sections.under(&past.report.id) {
        let lost = past.lost(ground.book, section);
        if !lost.is_empty() && !past.goes_on(Entity::Section, section.id.row()) {
            found.add(cell(ground.report, "title"), |message| {
                message
                    .with("section", section.heading.trim())
                    .with("count", lost.len())
                    .with("period", past.report.period.name())
            });
        }
    }
}

/// Words taken over from the last report have been read again before they go to committee.
pub(super) fn unreviewed(_: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    if item.section.unreviewed.0 {
        found.add(cell(item.section, "unreviewed"), |message| {
            message.with("section", item.title())
        });
    }
}

/// The same of what is said about a measure.
pub(super) fn unreviewed_entry(_: &Ground<'_>, subject: &Subject<'_>, found: &mut Found<'_>) {
    if subject.entry().unreviewed.0 {
        found.add(cell(subject.entry(), "unreviewed"), |message| {
            message.with("measure", subject.title())
        });
    }
}

/// Nothing speaks of the last period as of this one: in headings, narrative and commentary the words
/// that name it are worth a look (R3, where each quarter's report is written over the last one's).
pub(super) fn old_period(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let Some(past) = &ground.past else { return };
    let section = item.section;
    let see = |found: &mut Found<'_>, place: Place, text: &str| {
        let words = naming(text, past.report.period);
        if let Some(said) = quoted(&words) {
            found.add(place, |message| {
                message
                    .with("section", item.title())
                    .with("words", said.clone())
                    .with("count", words.len())
                    .with("period", past.report.period.name())
            });
        }
    };
    let headings = [
        ("heading", &section.heading),
        ("label_heading", &section.label_heading),
        ("baseline_heading", &section.baseline_heading),
    ];
    for (field, text) in headings {
        see(found, cell(section, field), text);
    }
    for column in ground.book.columns.under(&section.id) {
        for (field, text) in [("heading", &column.heading), ("group", &column.group)] {
            see(found, cell(column, field), text);
        }
    }
    for line in ground.book.lines.under(&section.id) {
        see(found, cell(line, "comment"), &line.comment);
    }
    for passage in ground::passages(ground, item) {
        found.part = passage.part.cloned();
        see(found, passage.place.clone(), &passage.plain);
        found.part = None;
    }
}

/// The same of the title and the line under it.
pub(super) fn old_title(ground: &Ground<'_>, found: &mut Found<'_>) {
    let Some(past) = &ground.past else { return };
    let report = ground.report;
    for (field, text) in [("title", &report.title), ("subtitle", &report.subtitle)] {
        let words = naming(text, past.report.period);
        if let Some(said) = quoted(&words) {
            found.add(cell(report, field), |message| {
                message
                    .with("words", said.clone())
                    .with("period", past.report.period.name())
            });
        }
    }
}

/// Words as a list, each once and in quotation marks.
fn quoted(words: &[&str]) -> Option<Vec<Message>> {
    let mut said = HashSet::new();
    let once = words
        .iter()
        .filter(|words| said.insert(words.to_lowercase()));
    let list: Vec<Message> = once
        .map(|words| Message::new("check-quoted").with("words", *words))
        .collect();
    (!list.is_empty()).then_some(list)
}

/// A table opens with the figures that the last report's closed with, or a comment on the line says
/// why not.
pub(super) fn opening_figure(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let section = item.section;
    let before = section
        .follows
        .as_ref()
        .and_then(|id| ground.book.sections.get(id));
    let (Some(past), Some(before)) = (&ground.past, before) else {
        return;
    };
    let is_table = matches!(section.kind, SectionKind::Statement | SectionKind::Schedule);
    let opens = opening_figures(
        ground.book,
        before,
        past.report.period,
        ground.report.period,
    );
    if !is_table || before.report != past.report.id || opens.is_empty() {
        return;
    }
    let lines: HashMap<&RowId, &StatementLine> =
        follow(ground.book.lines.under(&section.id), |row| &row.follows);
    let columns: HashMap<&RowId, &Column> =
        follow(ground.book.columns.under(&section.id), |row| &row.follows);
    let table = statement(ground.book, section);
    for opens in opens {
        let line = lines.get(opens.line.id.row());
        let column = columns.get(opens.column.id.row());
        let Some((line, column)) = line.zip(column) else {
            continue;
        };
        let id = Amount::id_of(&line.id, &column.id);
        let stored = ground.book.amounts.get(&id).and_then(|cell| cell.amount);
        let explained = !line.comment.trim().is_empty() && line.comment != opens.line.comment;
        if stored == Some(opens.figure) || explained {
            continue;
        }
        let shown = table
            .columns
            .iter()
            .find(|shown| shown.column.id == column.id);
        let format = |figure: Decimal| {
            shown.map_or_else(
                || figure.to_string(),
                |shown| shown.format.with_unit(figure),
            )
        };
        let place = Place::cell(Entity::Amount, id.row(), "amount");
        found.add_about(line.id.row(), place, |message| {
            message
                .with("line", line.label.trim())
                .with("column", column.heading.trim())
                .with("gap", if stored.is_some() { "differs" } else { "none" })
                .with("figure", stored.map(format).unwrap_or_default())
                .with("closed", format(opens.figure))
                .with("period", past.report.period.name())
        });
    }
}

/// Rows by the row of the last report that they follow.
fn follow<'a, T: Record + 'a>(
    rows: impl Iterator<Item = &'a T>,
    follows: impl Fn(&'a T) -> &'a Option<Id<T>>,
) -> HashMap<&'a RowId, &'a T> {
    rows.filter_map(|row| Some((follows(row).as_ref()?.row(), row)))
        .collect()
}

/// A figure that an earlier report printed and that has been corrected since says why.
pub(super) fn restatement_reason(ground: &Ground<'_>, found: &mut Found<'_>) {
    for row in ground.book.restatements.under(&ground.report.id) {
        if row.reason.trim().is_empty() {
            let measure = ground.book.measures.get(&row.measure);
            found.add(cell(row, "reason"), |message| {
                message
                    .with("measure", title(measure))
                    .with("period", row.period.name())
                    .with("before", row.before.trim())
            });
        }
    }
}

/// A paper that corrects figures says so: a section lists them.
pub(super) fn unprinted_restatements(ground: &Ground<'_>, found: &mut Found<'_>) {
    let count = ground.book.restatements.under(&ground.report.id).count();
    let mut items = ground.outline.items().iter();
    let lists = items.any(|item| item.section.kind == SectionKind::Restatements);
    if count > 0 && !lists {
        found.add(cell(ground.report, "title"), |message| {
            message.with("count", count)
        });
    }
}

/// A measure's reference, else its name.
fn title(measure: Option<&Measure>) -> Message {
    let words = measure.map(|measure| [measure.reference.trim(), measure.name.trim()]);
    let words = words.into_iter().flatten().find(|words| !words.is_empty());
    match words {
        Some(words) => Message::new("measure-title").with("title", words),
        None => Message::new("measure-title-none"),
    }
}
