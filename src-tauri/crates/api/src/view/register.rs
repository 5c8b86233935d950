//! A risk register, for its editor.

use outturn_model::register::{Axis, Level};
use outturn_model::section::Section;

use super::{Source, fields, row};
use crate::wire::{Choice, RiskView, SectionBody};

/// How many levels impact and likelihood have where nothing is stored (R5: low, medium, high).
const USUAL_LEVELS: u32 = 3;

impl Source<'_> {
    pub(super) fn risk_register(&self, section: &Section) -> SectionBody {
        let book = self.book;
        let names = |axis| {
            let levels = book.levels.under(&section.id);
            levels
                .filter(|level| level.axis == axis)
                .collect::<Vec<_>>()
        };
        let (impacts, likelihoods) = (names(Axis::Impact), names(Axis::Likelihood));
        let count = section.levels.map_or(USUAL_LEVELS, |levels| levels.0);
        let risks = book.register_risks.under(&section.id);
        SectionBody::RiskRegister {
            risks: risks
                .map(|risk| RiskView {
                    id: risk.id.to_string(),
                    fields: fields(risk),
                    controls: book.controls.under(&risk.id).map(row).collect(),
                })
                .collect(),
            impacts: levels(count, &impacts),
            likelihoods: levels(count, &likelihoods),
            impact_names: impacts.into_iter().map(row).collect(),
            likelihood_names: likelihoods.into_iter().map(row).collect(),
            bands: book.bands.under(&section.id).map(row).collect(),
        }
    }
}

/// The levels of an axis to choose from: each by its number, and its name where it has one.
fn levels(count: u32, names: &[&Level]) -> Vec<Choice> {
    let mut names = names.iter();
    (1..=count)
        .map(|number| {
            let name = names.next().map(|level| level.name.as_str());
            Choice {
                value: number.to_string(),
                label: match name.unwrap_or_default() {
                    "" => number.to_string(),
                    name => format!("{number} {name}"),
                },
            }
        })
        .collect()
}
