//! Which statement of implications belongs to which box on a decision report's cover (R2, R4).

use outturn_model::Book;
use outturn_model::report::{Report, Tick, TickGroup};
use outturn_model::section::{Section, SectionKind};

use crate::outline::Outline;

/// The boxes of a report's cover in one grid, in order.
pub fn ticks<'a>(
    book: &'a Book,
    report: &Report,
    group: TickGroup,
) -> impl Iterator<Item = &'a Tick> {
    let ticks = book.ticks.under(&report.id);
    ticks.filter(move |tick| tick.group == group && !tick.name.trim().is_empty())
}

/// The statements of implications in a report, in reading order.
pub fn statements<'a>(outline: &Outline<'a>) -> Vec<&'a Section> {
    let items = outline.items().iter();
    let sections = items.map(|item| item.section);
    sections
        .filter(|section| section.kind == SectionKind::Implication)
        .collect()
}

/// Whether a statement under this heading is about the box of this name: “Equalities, inclusion and
/// cohesion implications” is about “Equalities”, “Risk implications” about “Risks”.
pub fn is_about(heading: &str, name: &str) -> bool {
    let Some(meant) = words(name).next() else {
        return false;
    };
    words(heading).any(|word| is_akin(&word, &meant))
}

/// The words of a name that tell it from others, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    const SAY_NOTHING: [&str; 8] = [
        "and",
        "of",
        "the",
        "for",
        "implication",
        "implications",
        "matters",
        "issues",
    ];
    let lower = text.to_lowercase();
    let words: Vec<String> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !SAY_NOTHING.contains(word))
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

/// Whether two words are forms of one: alike but for an ending.
fn is_akin(one: &str, other: &str) -> bool {
    /// Letters that forms of one word share at least, where it has as many.
    const STEM: usize = 5;
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let singular = |word: &str| word.trim_end_matches('s').chars().count();
    let shortest = singular(one).min(singular(other));
    shared.count() >= shortest.clamp(1, STEM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_belongs_to_its_box() {
        for (heading, name, expected) in [
            ("Financial implications", "Financial", true),
            ("FINANCIAL IMPLICATIONS", "Finance", true),
            ("Risk implications", "Risks", true),
            (
                "Equalities, inclusion and cohesion implications",
                "Equality",
                true,
            ),
            ("Legal implications", "Risks", false),
            ("Community safety", "Community safety", true),
            ("Staffing implications", "Staff", true),
            ("Implications", "Legal", false),
            ("Implications", "", false),
            ("Legal implications", "Implications", false),
            ("IT implications", "IT", true),
        ] {
            assert_eq!(is_about(heading, name), expected, "{heading} and {name}");
        }
    }
}
