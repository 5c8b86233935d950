//! The parts of a decision report: the form at its head, implications and background papers (R2, R4).

use outturn_model::Message;
use outturn_model::report::{Numbering, Tick, TickGroup};
use outturn_model::section::Section;
use outturn_rules::implication::ticks;

use super::Composer;
use super::narrative::paragraph;
use super::words::date_in_words;
use crate::tree::{
    Block, BlockKind, Cell, Column, ColumnKind, Fact, Inline, Mark, Row, Symbol, Table, Width,
};

impl Composer<'_> {
    /// Whether the report is one for a decision: its paragraphs run on from 1, or its cover has
    /// boxes. Its cover is then the form at its head.
    pub(super) fn is_decision(&self) -> bool {
        let has_boxes = self.book.ticks.under(&self.report.id).next().is_some();
        has_boxes || self.report.numbering == Numbering::Run
    }

    /// What a decision's form begins with, in the order of R4. The committee stands over it.
    pub(super) fn decision_facts(&self) -> Vec<Fact> {
        let report = self.report;
        let meeting = report.meeting.map(|day| self.say(&date_in_words(day)));
        let facts = [
            ("cover-agenda-item", Some(report.agenda_item.to_string())),
            ("cover-date", meeting),
            ("cover-subject", Some(report.title.to_string())),
            ("cover-report-by", self.post(report.report_by.as_ref())),
            ("cover-contact", self.post(report.contact.as_ref())),
        ];
        let facts = facts.into_iter();
        let facts = facts.filter_map(|(label, value)| {
            let mut fact = self.fact(label, value)?;
            if label == "cover-subject" {
                fact.value = vec![Inline::strong(report.title.as_str())];
            }
            Some(fact)
        });
        facts.collect()
    }

    /// The boxes of a decision's form, side by side, then whom it concerns.
    pub(super) fn boxes(&self) -> Vec<Block> {
        let groups = [TickGroup::Implication, TickGroup::Consultation];
        let tables = groups.into_iter().filter_map(|group| {
            let table = self.grid_of(group)?;
            Some(vec![BlockKind::Table(table).into()])
        });
        let tables: Vec<Vec<Block>> = tables.collect();
        let mut blocks = Vec::new();
        if !tables.is_empty() {
            blocks.push(BlockKind::Columns(tables).into());
        }
        let report = self.report;
        let concerned = [
            ("cover-wards", &report.wards),
            ("cover-lead-members", &report.lead_members),
        ];
        let facts = concerned.into_iter();
        let facts: Vec<Fact> = facts
            .filter_map(|(label, value)| self.fact(label, Some(value.to_string())))
            .collect();
        if !facts.is_empty() {
            blocks.push(BlockKind::Facts(facts).into());
        }
        blocks
    }

    fn grid_of(&self, group: TickGroup) -> Option<Table> {
        let rows: Vec<Row> = ticks(self.book, self.report, group)
            .map(|tick| Row {
                cells: vec![
                    Cell::words(tick.name.as_str()).heads_row(),
                    Cell::new(self.box_of(tick)),
                ],
                ..Row::default()
            })
            .collect();
        let heading = match group {
            TickGroup::Implication => "choice-group-implication",
            TickGroup::Consultation => "choice-group-consultation",
        };
        let column = |kind, share| Column {
            kind,
            width: Width::Share(share),
        };
        (!rows.is_empty()).then(|| Table {
            columns: vec![column(ColumnKind::Text, 3), column(ColumnKind::Status, 2)],
            header: vec![vec![
                Cell::words(self.word(heading)).heads_column(),
                Cell::words(self.word("cover-box")).heads_column(),
            ]],
            rows,
            ..Table::default()
        })
    }

    /// A box: its sign, the word that says the same, and what was written beside it.
    fn box_of(&self, tick: &Tick) -> Vec<Inline> {
        let (symbol, word) = if tick.ticked.0 {
            (Symbol::Ticked, "cover-ticked")
        } else {
            (Symbol::Unticked, "cover-not-ticked")
        };
        let mut text = vec![Inline::Symbol(Mark::new(symbol, self.word(word)))];
        let note = tick.note.trim();
        if !note.is_empty() {
            text.push(Inline::Break);
            text.push(Inline::text(note));
        }
        text
    }

    /// Who cleared a statement of implications, and when.
    pub(super) fn clearance(&self, section: &Section) -> Vec<Block> {
        let post = self.post(section.cleared_by.as_ref());
        let date = section.cleared_on.map(date_in_words);
        let cleared = match (post, date) {
            (Some(post), Some(date)) => Message::new("implication-cleared")
                .with("post", post)
                .with("date", date),
            (Some(post), None) => Message::new("implication-cleared-by").with("post", post),
            (None, Some(date)) => Message::new("implication-cleared-on").with("date", date),
            (None, None) => return Vec::new(),
        };
        vec![paragraph(vec![Inline::emphasis(self.say(&cleared))], None)]
    }

    /// The law under which background papers are listed.
    pub(super) fn law(&self) -> Block {
        let law = self.word("background-papers-law");
        paragraph(vec![Inline::emphasis(law)], None)
    }

    /// “None”, where that is meant.
    pub(super) fn none(&self, number: Option<&String>) -> Block {
        let number = number.filter(|_| self.numbers_paragraphs()).cloned();
        paragraph(vec![Inline::text(self.word("paper-none-stated"))], number)
    }
}
