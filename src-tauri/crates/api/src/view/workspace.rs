//! The open file as a whole: its reports, and the words its forms choose from.

use std::collections::BTreeMap;
use std::path::Path;

use outturn_model::Book;
use outturn_model::record::{Entity, Kind};
use outturn_model::report::Report;

use super::{Source, fields};
use crate::furnish::ready;
use crate::wire::{Choice, Fields, Offer, ReportHead, TemplateView};

/// The stored cells of the directorate's row.
pub fn directorate(source: Source<'_>) -> Fields {
    source.book.directorate().map(fields).unwrap_or_default()
}

/// The reports, the latest period first.
pub fn report_heads(source: Source<'_>) -> Vec<ReportHead> {
    let mut reports: Vec<&Report> = source.book.reports.iter().collect();
    reports.sort_by(|a, b| (b.period, &a.id).cmp(&(a.period, &b.id)));
    reports
        .into_iter()
        .map(|report| ReportHead {
            id: report.id.to_string(),
            title: report.title.to_string(),
            period: source.say(&report.period.name()),
        })
        .collect()
}

/// What a template that a user saved holds.
pub fn template(book: &Book, path: &Path) -> TemplateView {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let report = book.reports.iter().next();
    let title = report.map(|report| report.title.to_string());
    let sections = report.into_iter().flat_map(|report| {
        let tops = book.sections_in(&report.id, None);
        tops.map(|section| section.heading.to_string())
    });
    TemplateView {
        path: path.display().to_string(),
        title: title
            .filter(|title| !title.is_empty())
            .unwrap_or_else(|| name.into_owned()),
        sections: sections.filter(|heading| !heading.is_empty()).collect(),
    }
}

/// The ready-made tables that a report can take in.
pub fn ready_tables(source: Source<'_>) -> Vec<Offer> {
    let tables = ready::TABLES.iter().map(|table| Offer {
        name: table.name.to_owned(),
        title: source.word(table.title),
        about: source.word(table.about),
    });
    tables.collect()
}

/// The words of every field that has a closed set, by `entity.field`, as the catalogue says them:
/// the key is `choice-<field>-<word>`, with dashes for underscores.
pub fn choices(source: Source<'_>) -> BTreeMap<String, Vec<Choice>> {
    let mut all = BTreeMap::new();
    for entity in Entity::ALL {
        for field in entity.fields() {
            let Kind::Choice(words) = field.kind else {
                continue;
            };
            let choices = words.iter().map(|word| Choice {
                value: (*word).to_owned(),
                label: label(source, field.name, word),
            });
            all.insert(
                format!("{}.{}", entity.table(), field.name),
                choices.collect(),
            );
        }
    }
    all
}

/// How a word of a closed set is said.
fn label(source: Source<'_>, field: &str, word: &str) -> String {
    let key = choice_key(field, word);
    source.words.named(&key).unwrap_or(key)
}

/// The catalogue's key for a word of a closed set.
fn choice_key(field: &str, word: &str) -> String {
    format!("choice-{}-{word}", field.replace('_', "-"))
}
