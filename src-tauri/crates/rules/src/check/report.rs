//! Checks of the report as a whole.

use super::Found;
use super::day;
use super::ground::{Ground, cell};
use crate::accent::Accent;
use crate::appearance::Unrated;
use crate::rule::Bounds;
use outturn_model::status::RuleKind;

/// A paper says whose it is: which council's, and which directorate's (R1 to R4, cover).
pub(super) fn directorate(ground: &Ground<'_>, found: &mut Found<'_>) {
    let Some(directorate) = ground.book.directorate() else {
        return;
    };
    let cells = [
        ("council", &directorate.council),
        ("name", &directorate.name),
    ];
    for (field, text) in cells {
        if text.trim().is_empty() {
            found.add(cell(directorate, field), |message| {
                message.with("gap", field)
            });
        }
    }
}

/// A paper has a title: it is what the agenda lists (R2, R4; PDF/UA-1 7.1).
pub(super) fn title(ground: &Ground<'_>, found: &mut Found<'_>) {
    if ground.report.title.trim().is_empty() {
        found.add(cell(ground.report, "title"), |message| message);
    }
}

/// A paper is for a committee (R2 and R4, cover).
pub(super) fn committee(ground: &Ground<'_>, found: &mut Found<'_>) {
    if ground.report.committee.trim().is_empty() {
        found.add(cell(ground.report, "committee"), |message| message);
    }
}

/// A paper is for the day of a meeting (R2 and R4, cover), from which its clear days are counted.
pub(super) fn meeting(ground: &Ground<'_>, found: &mut Found<'_>) {
    if ground.report.meeting.is_none() {
        found.add(cell(ground.report, "meeting"), |message| message);
    }
}

/// A meeting is after the period that it is told about: not until then is the period known.
pub(super) fn meeting_before_end(ground: &Ground<'_>, found: &mut Found<'_>) {
    let end = ground.report.period.last_day();
    if let Some(meeting) = ground.report.meeting.filter(|meeting| *meeting <= end) {
        found.add(cell(ground.report, "meeting"), |message| {
            message.with("meeting", day(meeting)).with("end", day(end))
        });
    }
}

/// A report has sections.
pub(super) fn empty(ground: &Ground<'_>, found: &mut Found<'_>) {
    if ground.outline.items().is_empty() {
        found.add(cell(ground.report, "title"), |message| message);
    }
}

/// A status rule has the bounds its kind needs, and amber does not begin above green (R1, keys).
pub(super) fn incomplete_rule(ground: &Ground<'_>, found: &mut Found<'_>) {
    for rule in ground.book.rules.under(&ground.report.id) {
        let works_by_bounds = !matches!(
            rule.kind,
            RuleKind::AmberBand
                | RuleKind::NoWorseThanLastYear
                | RuleKind::FollowsDirection
                | RuleKind::Judgement
                | RuleKind::DataOnly
        );
        let sound = match Bounds::of(rule) {
            Ok(Bounds::ShareOfTarget { green, amber }) => amber <= green,
            Ok(_) => true,
            Err(unrated) => unrated != Unrated::IncompleteRule,
        };
        if works_by_bounds && !sound {
            let field = match (rule.kind, rule.green) {
                (RuleKind::ShareOfTarget | RuleKind::AbsoluteBands, None) => "green",
                _ => "amber",
            };
            found.add(cell(rule, field), |message| {
                message.with("rule", rule.name.as_str())
            });
        }
    }
}

/// The colour of the paper is a colour.
pub(super) fn unknown_accent(ground: &Ground<'_>, found: &mut Found<'_>) {
    let Some(directorate) = ground.book.directorate() else {
        return;
    };
    let accent = directorate.accent.trim();
    if !accent.is_empty() && Accent::of(accent).is_none() {
        found.add(cell(directorate, "accent"), |message| {
            message.with("accent", accent)
        });
    }
}

/// The colour of the paper can be read on white (WCAG 2.2, 1.4.3).
pub(super) fn light_accent(ground: &Ground<'_>, found: &mut Found<'_>) {
    let Some(directorate) = ground.book.directorate() else {
        return;
    };
    let accent = Accent::of(&directorate.accent).filter(|accent| accent.darkened);
    if let Some(accent) = accent {
        found.add(cell(directorate, "accent"), |message| {
            message
                .with("accent", directorate.accent.trim())
                .with("printed", accent.hex())
        });
    }
}
