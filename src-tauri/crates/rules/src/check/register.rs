//! Checks of risk registers (R5).

use outturn_model::Message;
use outturn_model::register::{Control, ControlState, Grade, RegisterRisk};
use outturn_model::section::SectionKind;

use super::Found;
use super::card::opening;
use super::day;
use super::ground::{Ground, cell};
use crate::outline::OutlineItem;
use crate::register::{Movement, Rated, register};

/// A risk says what may happen.
pub(super) fn text(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    for risk in risks(ground, item) {
        if risk.text.trim().is_empty() {
            found.add_about(risk.id.row(), cell(risk, "text"), |message| {
                of(risk, item, message)
            });
        }
    }
}

/// An open risk is assessed: before any control, and now.
pub(super) fn assessment(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    for risk in risks(ground, item) {
        let cells = [
            ("current_impact", risk.current_impact, "current"),
            ("current_likelihood", risk.current_likelihood, "current"),
            ("initial_impact", risk.initial_impact, "initial"),
            ("initial_likelihood", risk.initial_likelihood, "initial"),
        ];
        let gap = cells.iter().find(|(_, grade, _)| grade.is_none());
        if let Some((field, _, which)) = gap {
            found.add_about(risk.id.row(), cell(risk, field), |message| {
                of(risk, item, message).with("which", *which)
            });
        }
    }
}

/// An assessment keeps to the register's levels.
pub(super) fn level(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    if item.section.kind != SectionKind::RiskRegister {
        return;
    }
    let levels = register(ground.book, item.section).levels;
    let above = |grade: Grade| grade.is_some_and(|grade| grade.0 > levels);
    for risk in risks(ground, item) {
        let cells = [
            ("initial_impact", risk.initial_impact),
            ("initial_likelihood", risk.initial_likelihood),
            ("current_impact", risk.current_impact),
            ("current_likelihood", risk.current_likelihood),
            ("target_impact", risk.target_impact),
            ("target_likelihood", risk.target_likelihood),
        ];
        if let Some((field, grade)) = cells.into_iter().find(|(_, grade)| above(*grade)) {
            found.add_about(risk.id.row(), cell(risk, field), |message| {
                of(risk, item, message)
                    .with("level", grade.map_or(0, |grade| i64::from(grade.0)))
                    .with("levels", i64::from(levels))
            });
        }
    }
}

/// An open risk has an owner.
pub(super) fn owner(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    for risk in risks(ground, item) {
        if risk.owner.is_none() {
            found.add_about(risk.id.row(), cell(risk, "owner"), |message| {
                of(risk, item, message)
            });
        }
    }
}

/// An open risk has a control.
pub(super) fn control(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    for risk in risks(ground, item) {
        if ground.book.controls.under(&risk.id).next().is_none() {
            found.add_about(risk.id.row(), cell(risk, "text"), |message| {
                of(risk, item, message)
            });
        }
    }
}

/// A rating that is above the one before any control says why (R5, “why ratings moved”).
pub(super) fn movement(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    if item.section.kind != SectionKind::RiskRegister {
        return;
    }
    let register = register(ground.book, item.section);
    for rated in &register.risks {
        let risk = rated.risk;
        let unexplained = !risk.closed.0 && risk.movement.trim().is_empty();
        let Some((initial, current)) = risen(rated).filter(|_| unexplained) else {
            continue;
        };
        found.add_about(risk.id.row(), cell(risk, "movement"), |message| {
            of(risk, item, message)
                .with("initial", i64::from(initial))
                .with("current", i64::from(current))
        });
    }
}

/// A control that is wholly done is in place (R5, state and per cent complete).
pub(super) fn not_in_place(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    for (risk, control) in controls(ground, item) {
        let done = control.complete.is_some_and(|complete| complete.0 == 100);
        if done && control.state != Some(ControlState::InPlace) {
            found.add_about(risk.id.row(), cell(control, "state"), |message| {
                of(risk, item, message).with("control", opening(&control.text))
            });
        }
    }
}

/// A control whose day is past by the end of the period is in place.
pub(super) fn overdue(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let end = ground.report.period.last_day();
    for (risk, control) in controls(ground, item) {
        let late = control.due.filter(|due| *due <= end);
        let Some(due) = late.filter(|_| control.state != Some(ControlState::InPlace)) else {
            continue;
        };
        found.add_about(risk.id.row(), cell(control, "due"), |message| {
            of(risk, item, message)
                .with("control", opening(&control.text))
                .with("due", day(due))
        });
    }
}

/// The initial and the current rating of a risk whose rating has risen.
fn risen(rated: &Rated<'_>) -> Option<(u32, u32)> {
    let ratings = (rated.initial?.rating(), rated.current?.rating());
    (rated.movement() == Some(Movement::Higher)).then_some(ratings)
}

/// The open risks of a register.
fn risks<'a>(
    ground: &Ground<'a>,
    item: &OutlineItem<'a>,
) -> impl Iterator<Item = &'a RegisterRisk> {
    let shows = item.section.kind == SectionKind::RiskRegister;
    let rows = ground.book.register_risks.under(&item.section.id);
    rows.filter(move |risk| shows && !risk.closed.0)
}

fn controls<'a>(
    ground: &Ground<'a>,
    item: &OutlineItem<'a>,
) -> impl Iterator<Item = (&'a RegisterRisk, &'a Control)> {
    let book = ground.book;
    risks(ground, item).flat_map(move |risk| {
        let controls = book.controls.under(&risk.id);
        controls.map(move |control| (risk, control))
    })
}

/// What a risk is called in a sentence: its reference and its first words.
fn of(risk: &RegisterRisk, item: &OutlineItem<'_>, message: Message) -> Message {
    message
        .with("section", item.title())
        .with("reference", risk.reference.trim())
        .with("risk", opening(&risk.text))
}
