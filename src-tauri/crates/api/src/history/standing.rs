//! How a card stands in its report: what follows from its figures.

use outturn_model::{Book, Message, RowId};
use outturn_rules::{Appearance, direction, figures, status};

use super::names::Names;
use crate::wire::FieldDiffView;

/// The words for what is told, in its order.
const TOLD: [&str; 4] = [
    "choice-shows-outturn",
    "choice-shows-target",
    "choice-shows-status",
    "choice-shows-direction",
];

impl Names<'_> {
    /// What differs in how a card stands in two reports: its figure, its target, its status and its
    /// direction of travel.
    pub(super) fn standing_views(
        &self,
        from: (&Book, Option<&RowId>),
        to: (&Book, Option<&RowId>),
    ) -> Vec<FieldDiffView> {
        let said = |(book, id): (&Book, Option<&RowId>)| self.standing(book, id?);
        let old = said(from).unwrap_or_default();
        let new = said(to).unwrap_or_default();
        let both = TOLD.into_iter().zip(old.into_iter().zip(new));
        both.filter_map(|(name, (old, new))| self.derived(Message::new(name), old, new))
            .collect()
    }

    fn standing(&self, book: &Book, id: &RowId) -> Option<[Option<String>; 4]> {
        let entry = book.entries.find(id)?;
        let section = book.sections.get(&entry.section)?;
        let report = book.reports.get(&section.report)?;
        let appearance = Appearance::of(book, report, entry)?;
        let shown = |value| figures::shown(appearance.measure, value);
        let current = appearance.current.and_then(|current| shown(current.value));
        let target = appearance.target.and_then(shown);
        let say = |message: Message| self.say(&message);
        Some([
            current.map(say),
            target.map(say),
            Some(say(status::status(&appearance).status.word())),
            Some(say(direction::direction(&appearance).direction.word())),
        ])
    }
}
