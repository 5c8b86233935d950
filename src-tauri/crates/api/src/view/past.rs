//! Across the reports of a file: what was found in them, what they said of a measure, and which
//! figures they restate.

use std::ops::Range;

use outturn_model::entry::{Action, Outcome};
use outturn_model::measure::{Measure, Series};
use outturn_model::prose::Prose;
use outturn_model::report::{Report, Restatement};
use outturn_model::{Entity, Message, Place};
use outturn_rules::promise::{Promise, Told, told};
use outturn_rules::search::{Group, Hit, Texts};
use outturn_rules::{Appearance, figures, status};

use super::Source;
use crate::wire::{
    AnswerView, MeasureHistoryView, PromiseView, RestatedView, SearchGroup, SearchHit, SearchPiece,
    SearchView, ToldView,
};

/// How many texts of one report are shown.
const SHOWN: usize = 20;
/// How many characters stand before the first word found, and how many there are in all.
const AROUND: (usize, usize) = (48, 180);

/// What a search finds.
pub fn search(source: Source<'_>, texts: &Texts, words: &str) -> SearchView {
    let groups = texts.search(words, SHOWN);
    SearchView {
        count: groups.iter().map(|group| group.count).sum(),
        groups: groups
            .iter()
            .map(|group| source.search_group(group))
            .collect(),
    }
}

/// A measure from report to report.
pub fn measure_history(source: Source<'_>, measure: &Measure) -> MeasureHistoryView {
    let told = told(source.book, measure);
    MeasureHistoryView {
        measure: super::measure(source, measure),
        told: told.iter().filter_map(|told| source.told(told)).collect(),
    }
}

/// The figures that a report restates.
pub fn restated(source: Source<'_>, report: &Report) -> Vec<RestatedView> {
    let rows = source.book.restatements.under(&report.id);
    rows.map(|row| source.restated(row)).collect()
}

impl Source<'_> {
    fn search_group(&self, group: &Group<'_>) -> SearchGroup {
        let report = group.report.and_then(|id| self.book.reports.get(id));
        SearchGroup {
            report: report.map(|report| report.id.to_string()),
            title: match report {
                Some(report) => self.say(&report.period.name()),
                None => self.word("search-in-file"),
            },
            hits: group.hits.iter().map(|hit| self.search_hit(hit)).collect(),
            count: group.count,
        }
    }

    fn search_hit(&self, hit: &Hit<'_>) -> SearchHit {
        let spot = self.spot(hit.place);
        let section = spot
            .section
            .as_ref()
            .and_then(|id| self.book.sections.iter().find(|row| row.id.as_str() == id));
        let measure = spot
            .measure
            .as_ref()
            .and_then(|id| self.book.measures.iter().find(|row| row.id.as_str() == id));
        let own_heading = hit.place.entity == Entity::Section && hit.place.field == Some("heading");
        let own_name = hit.place.entity == Entity::Measure;
        let at = [
            section
                .filter(|_| !own_heading)
                .map(|row| row.heading.to_string()),
            measure.filter(|_| !own_name).map(called),
        ];
        let at: Vec<String> = at
            .into_iter()
            .flatten()
            .filter(|words| !words.is_empty())
            .collect();
        SearchHit {
            spot,
            kind: self.kind_of(hit.place),
            at: at.join(" · "),
            pieces: pieces(hit.text, &hit.found),
        }
    }

    /// What a text is called: by its field where the row is a section, a card, a report or a
    /// measure, else by its row.
    fn kind_of(&self, place: &Place) -> String {
        let by_field = matches!(
            place.entity,
            Entity::Report | Entity::Section | Entity::Entry | Entity::Measure
        );
        let name = place
            .field
            .filter(|_| by_field)
            .unwrap_or(place.entity.table());
        let key = format!("noun-{}", name.replace('_', "-"));
        self.words.named(&key).unwrap_or_default()
    }

    fn told(&self, told: &Told<'_>) -> Option<ToldView> {
        let appearance = Appearance::of(self.book, told.report, told.entry)?;
        let current = appearance.current;
        let figure = current.and_then(|current| figures::shown(appearance.measure, current.value));
        let plain = Prose::parse(&told.entry.commentary).plain_text();
        let place = Place::cell(Entity::Entry, told.entry.id.row(), "commentary");
        Some(ToldView {
            report: told.report.id.to_string(),
            period: self.say(&told.report.period.name()),
            figure: figure.map(|figure| self.say(&figure)).unwrap_or_default(),
            status: self.status(&status::status(&appearance)),
            commentary: plain
                .lines()
                .filter(|line| !line.trim().is_empty())
                .map(str::to_owned)
                .collect(),
            unreviewed: told.entry.unreviewed.0,
            spot: self.spot(&place),
            promises: told
                .promises
                .iter()
                .map(|promise| self.promise(promise))
                .collect(),
        })
    }

    fn promise(&self, promise: &Promise<'_>) -> PromiseView {
        PromiseView {
            text: promise.action.text.to_string(),
            timescale: promise.action.timescale.to_string(),
            spot: self.action_spot(promise.action),
            answers: promise
                .answers
                .iter()
                .map(|(report, action)| AnswerView {
                    report: report.id.to_string(),
                    period: self.say(&report.period.name()),
                    outcome: action.outcome.map(|outcome| self.outcome(outcome)),
                    reason: action.outcome_reason.to_string(),
                    spot: self.action_spot(action),
                })
                .collect(),
        }
    }

    fn action_spot(&self, action: &Action) -> crate::wire::SpotView {
        self.spot(&Place::cell(Entity::Action, action.id.row(), "text"))
    }

    fn outcome(&self, outcome: Outcome) -> String {
        let key = format!("choice-outcome-{}", outcome.as_str());
        self.words.named(&key).unwrap_or(key)
    }

    fn restated(&self, row: &Restatement) -> RestatedView {
        let measure = self.book.measures.get(&row.measure);
        let series = match &row.series {
            Series::Actual => self.word("series-actual"),
            Series::Target => self.word("series-target"),
            Series::Comparator(id) => {
                let comparator = self.book.comparators.get(id);
                comparator
                    .map(|row| row.name.to_string())
                    .unwrap_or_default()
            }
        };
        let now = measure.and_then(|measure| {
            let value = self.book.value(&row.measure, &row.series, row.period)?;
            figures::shown(measure, value)
        });
        let figure = Message::new("restated-figure")
            .with("series", series)
            .with("period", row.period.name());
        RestatedView {
            id: row.id.to_string(),
            measure: measure.map(called_in_full).unwrap_or_default(),
            figure: self.say(&figure),
            before: row.before.to_string(),
            now: now.map(|now| self.say(&now)).unwrap_or_default(),
            reason: row.reason.to_string(),
        }
    }
}

/// A measure's reference, else its name.
fn called(measure: &Measure) -> String {
    match measure.reference.as_str() {
        "" => measure.name.to_string(),
        reference => reference.to_owned(),
    }
}

fn called_in_full(measure: &Measure) -> String {
    format!("{} {}", measure.reference, measure.name)
        .trim()
        .to_owned()
}

/// The words around the first that was found, cut at words, with what was found set apart.
fn pieces(text: &str, found: &[Range<usize>]) -> Vec<SearchPiece> {
    let first = found.first().map_or(0, |range| range.start);
    let back = text[..first].char_indices().rev().nth(AROUND.0);
    let start = back.map_or(0, |(at, _)| next_word(text, at).min(first));
    let end = text[start..].char_indices().nth(AROUND.1);
    let end = end.map_or(text.len(), |(at, _)| {
        let cut = start + at;
        text[start..cut]
            .rfind(char::is_whitespace)
            .map_or(cut, |at| start + at)
    });
    let mut pieces = Vec::new();
    let mut push = |words: &str, found: bool| {
        if !words.is_empty() {
            pieces.push(SearchPiece {
                text: words.replace('\n', " "),
                found,
            });
        }
    };
    if start > 0 {
        push("…", false);
    }
    let mut at = start;
    for range in found
        .iter()
        .filter(|range| range.start >= start && range.end <= end)
    {
        push(&text[at..range.start], false);
        push(&text[range.clone()], true);
        at = range.end;
    }
    push(text.get(at..end).unwrap_or_default(), false);
    if end < text.len() {
        push("…", false);
    }
    pieces
}

/// Where the next word after a place begins.
fn next_word(text: &str, at: usize) -> usize {
    text[at..]
        .find(char::is_whitespace)
        .map_or(at, |space| at + space + 1)
        .min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_around_what_was_found_are_shown() {
        let long = format!("{} needle {}", "hay ".repeat(40), "straw ".repeat(60));
        let at = long.find("needle").unwrap_or_default();
        let shown = pieces(&long, &std::iter::once(at..at + 6).collect::<Vec<_>>());
        let said: String = shown.iter().map(|piece| piece.text.as_str()).collect();
        assert!(
            said.starts_with("…hay ") && said.ends_with("straw…"),
            "{said}"
        );
        let found: Vec<_> = shown
            .iter()
            .filter(|piece| piece.found)
            .map(|piece| &*piece.text)
            .collect();
        assert_eq!(found, ["needle"]);
        let short = pieces("Café au lait", &std::iter::once(0..5).collect::<Vec<_>>());
        let said: Vec<_> = short
            .iter()
            .map(|piece| (&*piece.text, piece.found))
            .collect();
        assert_eq!(said, [("Café", true), (" au lait", false)]);
        assert!(pieces("", &[]).is_empty());
    }
}
