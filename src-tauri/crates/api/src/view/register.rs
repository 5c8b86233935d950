//! A risk register, for its editor.

use outturn_model::Message;
use outturn_model::register::Axis;
use outturn_model::section::Section;
use outturn_rules::register::{Assessment, Rated, Register, register};

use super::{Source, fields, row};
use crate::wire::{
    Choice, MatrixCell, MatrixRow, MatrixView, RiskMark, RiskRating, RiskView, RowView, SectionBody,
};

impl Source<'_> {
    pub(super) fn risk_register(&self, section: &Section) -> SectionBody {
        let book = self.book;
        let register = register(book, section);
        let names = |axis| -> Vec<RowView> {
            let levels = book.levels.under(&section.id);
            levels.filter(|level| level.axis == axis).map(row).collect()
        };
        SectionBody::RiskRegister {
            risks: register
                .risks
                .iter()
                .map(|rated| self.risk(&register, rated))
                .collect(),
            matrix: self.matrix(&register),
            impacts: self.levels(&register, Axis::Impact),
            likelihoods: self.levels(&register, Axis::Likelihood),
            impact_names: names(Axis::Impact),
            likelihood_names: names(Axis::Likelihood),
            bands: book.bands.under(&section.id).map(row).collect(),
        }
    }

    fn risk(&self, register: &Register<'_>, rated: &Rated<'_>) -> RiskView {
        let moved: Vec<String> = rated.moved().iter().map(|moved| self.say(moved)).collect();
        RiskView {
            id: rated.risk.id.to_string(),
            fields: fields(rated.risk),
            controls: self.book.controls.under(&rated.risk.id).map(row).collect(),
            controlled: self.say(&rated.controlled(self.book)),
            initial: self.rating(register, rated.initial),
            current: self.rating(register, rated.current),
            target: self.rating(register, rated.target),
            moved: moved.join(" "),
        }
    }

    fn rating(&self, register: &Register<'_>, at: Option<Assessment>) -> Option<RiskRating> {
        let rating = at?.rating();
        let band = register.band(rating);
        let rated = Message::new("risk-rated")
            .with("rating", i64::from(rating))
            .with("band", band.name.clone());
        Some(RiskRating {
            words: self.say(&rated),
            status: band.status.as_str().to_owned(),
        })
    }

    /// The open risks by their assessment now, the greatest impact at the top.
    fn matrix(&self, register: &Register<'_>) -> MatrixView {
        let levels = 1..=register.levels;
        let rows = levels.clone().rev().map(|impact| MatrixRow {
            heading: self.graded(register, Axis::Impact, impact),
            cells: levels
                .clone()
                .map(|likelihood| self.matrix_cell(register, Assessment { impact, likelihood }))
                .collect(),
        });
        let missing = register.unassessed();
        let unassessed = Message::new("risk-matrix-unassessed").with("count", missing);
        MatrixView {
            columns: levels
                .clone()
                .map(|likelihood| self.graded(register, Axis::Likelihood, likelihood))
                .collect(),
            rows: rows.collect(),
            note: match missing {
                0 => String::new(),
                _ => self.say(&unassessed),
            },
        }
    }

    fn matrix_cell(&self, register: &Register<'_>, at: Assessment) -> MatrixCell {
        let band = register.band(at.rating());
        let risks = register.at(at).map(|(place, rated)| RiskMark {
            id: rated.risk.id.to_string(),
            name: match rated.risk.reference.trim() {
                "" => self.say(&Message::new("ui-register-risk-number").with("number", place + 1)),
                reference => reference.to_owned(),
            },
        });
        MatrixCell {
            band: self.say(&band.name),
            status: band.status.as_str().to_owned(),
            risks: risks.collect(),
        }
    }

    /// The levels of an axis to choose from, the least first.
    fn levels(&self, register: &Register<'_>, axis: Axis) -> Vec<Choice> {
        (1..=register.levels)
            .map(|level| Choice {
                value: level.to_string(),
                label: self.graded(register, axis, level),
            })
            .collect()
    }

    fn graded(&self, register: &Register<'_>, axis: Axis, level: u32) -> String {
        let graded = Message::new("risk-graded")
            .with("level", i64::from(level))
            .with("name", register.level(axis, level));
        self.say(&graded)
    }
}
