//! Milestones and what is said of them.

use outturn_model::milestone::Milestone;
use outturn_model::section::Section;
use outturn_model::{Entity, Message, Period, Place};

use super::Composer;
use super::narrative::lead_in;
use super::words::date_in_words;
use crate::tree::{Block, BlockKind, Cell, Column, ColumnKind, Inline, Row, Table, Width};

/// The heading of the progress column.
pub fn progress_heading(period: Period) -> Message {
    Message::new("table-milestone-progress").with("period", period.short_name())
}

impl Composer<'_> {
    pub(super) fn milestones(&self, section: &Section, level: u8) -> Vec<Block> {
        let milestones: Vec<&Milestone> = self.book.milestones.under(&section.id).collect();
        let mut blocks = Vec::new();
        if !milestones.is_empty() {
            blocks.push(BlockKind::Table(self.milestone_table(&milestones)).into());
        }
        let commentary = self.milestone_commentary(section, level);
        if !commentary.is_empty() {
            blocks.push(self.supporting_commentary());
            blocks.extend(commentary);
        }
        blocks
    }

    /// The table; a column of days stands in it where any milestone has one.
    fn milestone_table(&self, milestones: &[&Milestone]) -> Table {
        let dated = milestones.iter().any(|milestone| milestone.due.is_some());
        let column = |kind, share| Column {
            kind,
            width: Width::Share(share),
        };
        let mut columns = vec![column(ColumnKind::Text, 9), column(ColumnKind::Text, 50)];
        let mut header = vec![self.word("table-reference"), self.word("table-milestone")];
        if dated {
            columns.push(column(ColumnKind::Text, 14));
            header.push(self.word("table-due"));
        }
        columns.push(column(ColumnKind::Status, 15));
        header.push(self.say(&progress_heading(self.report.period)));
        let rows = milestones.iter().map(|milestone| {
            let mut cells = vec![
                Cell::words(milestone.reference.as_str()),
                Cell::words(milestone.text.as_str()).heads_row(),
            ];
            if dated {
                let due = milestone.due.map(|due| self.say(&date_in_words(due)));
                cells.push(Cell::words(due.unwrap_or_default()));
            }
            cells.push(match milestone.progress {
                Some(progress) => Cell::new(vec![Inline::Symbol(self.status_mark(progress))]),
                None => Cell::default(),
            });
            Row {
                place: Some(Place::row(Entity::Milestone, milestone.id.row()).to_string()),
                cells,
                ..Row::default()
            }
        });
        Table {
            columns,
            header: vec![
                header
                    .into_iter()
                    .map(|words| Cell::words(words).heads_column())
                    .collect(),
            ],
            rows: rows.collect(),
            ..Table::default()
        }
    }

    fn milestone_commentary(&self, section: &Section, level: u8) -> Vec<Block> {
        let mut all = Vec::new();
        for commentary in self.book.commentaries.under(&section.id) {
            let mut blocks = self.narrative(&commentary.text, level, &[]);
            if blocks.is_empty() {
                continue;
            }
            if !commentary.references.is_empty() {
                let label = Message::new("table-commentary-label")
                    .with("label", commentary.references.as_str());
                let label = Inline::strong(self.say(&label));
                lead_in(&mut blocks, vec![label, Inline::text(" ")]);
            }
            if let Some(first) = blocks.first_mut() {
                first.place = Some(Place::row(Entity::Commentary, commentary.id.row()).to_string());
            }
            all.extend(blocks);
        }
        all
    }
}
