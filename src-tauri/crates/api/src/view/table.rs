//! A statement or a schedule, for its editor.

use std::collections::HashMap;

use outturn_model::figure::Unit;
use outturn_model::record::Kind;
use outturn_model::section::{Section, SectionKind};
use outturn_model::statement::{Amount, Column, ColumnKind, LineKind, StatementLine};
use outturn_model::status::Status;
use outturn_model::{Entity, Id, Message, Place};
use outturn_paper::compose;
use outturn_rules::statement::{
    Owner, Statement, StatementCell as Cell, StatementColumn, StatementRow, whole_statement,
};

use super::figures::plain;
use super::{Source, as_typed, fields};
use crate::wire::{Choice, LinkableTable, SectionBody, TableCell, TableColumn, TableLine};

impl Source<'_> {
    pub(super) fn table(&self, section: &Section) -> SectionBody {
        let worked = whole_statement(self.book, section);
        let columns: Vec<&Column> = self.book.columns.under(&section.id).collect();
        let rows: HashMap<_, _> = worked.rows.iter().map(|row| (&row.line.id, row)).collect();
        let letter = |line: &StatementLine| rows.get(&line.id).and_then(|row| row.letter.clone());
        let lines = self.book.lines.under(&section.id).map(|line| TableLine {
            id: line.id.to_string(),
            fields: fields(line),
            kind: line.kind.as_str().to_owned(),
            letter: letter(line).unwrap_or_default(),
            problem: self.formula_problem(
                &worked,
                &line.formula,
                |owner| matches!(owner, Owner::Line(of) if of.id == line.id),
            ),
            cells: match line.kind {
                LineKind::Heading => Vec::new(),
                _ => columns
                    .iter()
                    .map(|column| self.table_cell(&worked, rows.get(&line.id), line, column))
                    .collect(),
            },
        });
        SectionBody::Table {
            unit: self.unit_name(section.unit.unwrap_or(Unit::Pounds)),
            lines: lines.collect(),
            columns: columns
                .iter()
                .enumerate()
                .map(|(place, column)| self.table_column(&worked, column, place))
                .collect(),
            details: self.detail_tables(section),
        }
    }

    fn table_column(&self, worked: &Statement<'_>, column: &Column, place: usize) -> TableColumn {
        TableColumn {
            id: column.id.to_string(),
            fields: fields(column),
            kind: column.kind.as_str().to_owned(),
            heading: self.say(&compose::column_heading(column, place)),
            problem: self.formula_problem(
                worked,
                &column.formula,
                |owner| matches!(owner, Owner::Column(of) if of.id == column.id),
            ),
            hidden: column.hidden.0,
            figures: column.kind.holds_figures(),
            options: match column.kind {
                ColumnKind::Status => Some(self.statuses()),
                ColumnKind::Post => Some(self.posts()),
                _ => None,
            },
        }
    }

    /// What is wrong with a formula, where in it, and what to do.
    fn formula_problem(
        &self,
        worked: &Statement<'_>,
        formula: &str,
        is_of: impl Fn(Owner<'_>) -> bool,
    ) -> Option<String> {
        let problems = &worked.problems;
        let problem = &problems
            .iter()
            .find(|problem| is_of(problem.owner))?
            .problem;
        let range = problem.at.clone();
        let at: String = formula
            .chars()
            .skip(range.start)
            .take(range.len())
            .collect();
        let key = match at.as_str() {
            "" => "formula-trouble",
            _ => "formula-trouble-at",
        };
        let trouble = Message::new(key)
            .with("at", at)
            .with("sentence", problem.message())
            .with("hint", problem.hint());
        Some(self.say(&trouble))
    }

    fn table_cell(
        &self,
        worked: &Statement<'_>,
        row: Option<&&StatementRow<'_>>,
        line: &StatementLine,
        column: &Column,
    ) -> TableCell {
        let id = Amount::id_of(&line.id, &column.id);
        let at = worked
            .columns
            .iter()
            .position(|each| each.column.id == column.id);
        let cell = at.and_then(|at| Some((&worked.columns[at], row?.cells.get(at)?, at)));
        match cell {
            Some((worked, cell, at)) if column.kind.holds_figures() => {
                self.figure_of_table(&id, &line.label, cell, at, worked)
            }
            _ => self.words_of_table(&id, column, self.book.amounts.get(&id)),
        }
    }

    fn figure_of_table(
        &self,
        id: &Id<Amount>,
        label: &str,
        cell: &Cell<'_>,
        place: usize,
        column: &StatementColumn<'_>,
    ) -> TableCell {
        let shown = match (cell.words(), cell.figure) {
            (Some(words), _) => self.say(&words),
            (None, Some(figure)) => column.format.bare(figure),
            (None, None) => String::new(),
        };
        let entered = cell.stored.map(|stored| match stored.amount {
            Some(amount) => plain(amount),
            None => self.absence_as_typed(stored.absence, &stored.words),
        });
        let slips = cell.slips.iter().map(|slip| {
            let heading = compose::column_heading(column.column, place);
            self.say(&compose::slip_note(label, heading, slip, column.format))
        });
        let slips: Vec<String> = slips.collect();
        TableCell {
            entered: entered.unwrap_or_default(),
            shown,
            computed: cell.computed.map(|computed| column.format.bare(computed)),
            slip: (!slips.is_empty()).then(|| slips.join(" ")),
            editable: true,
            place: place_of(id, "amount"),
        }
    }

    /// A cell under a column without figures. What is stored there and is none of what the column
    /// holds now, because its kind was changed, is shown as it is.
    fn words_of_table(
        &self,
        id: &Id<Amount>,
        column: &Column,
        stored: Option<&Amount>,
    ) -> TableCell {
        let text = stored.map(|stored| stored.text.to_string());
        let text = text.unwrap_or_default();
        let shown = match column.kind {
            ColumnKind::Status => Status::ALL
                .iter()
                .find(|status| status.as_str() == text)
                .map(|status| self.say(&status.word())),
            ColumnKind::Post => {
                let mut people = self.book.people.iter();
                let person = people.find(|person| person.id.as_str() == text);
                person.map(|person| match person.initials.as_str() {
                    "" => person.post.to_string(),
                    initials => initials.to_owned(),
                })
            }
            _ => None,
        };
        let entered = match column.kind {
            ColumnKind::Date => as_typed(Kind::Date, Some(&text)),
            _ => text,
        };
        TableCell {
            shown: shown.unwrap_or_else(|| entered.clone()),
            entered,
            computed: None,
            slip: None,
            editable: true,
            place: place_of(id, "text"),
        }
    }

    /// Every status, to choose from.
    fn statuses(&self) -> Vec<Choice> {
        let statuses = Status::ALL.iter().map(|status| Choice {
            value: status.as_str().to_owned(),
            label: self.say(&status.word()),
        });
        statuses.collect()
    }

    /// Every post, to choose from.
    fn posts(&self) -> Vec<Choice> {
        let people = self.book.people.iter().map(|person| Choice {
            value: person.id.to_string(),
            label: match person.initials.as_str() {
                "" => person.post.to_string(),
                initials => format!("{initials}: {}", person.post.as_str()),
            },
        });
        people.collect()
    }

    /// The tables of the same report that can belong to a line of this one.
    fn detail_tables(&self, of: &Section) -> Vec<Choice> {
        let sections = self.book.sections.under(&of.report);
        let tables = sections.filter(|section| is_table(section) && section.id != of.id);
        tables
            .map(|section| Choice {
                value: section.id.to_string(),
                label: self.title_of(section),
            })
            .collect()
    }

    /// The tables of a report with lines and columns of figures, for linking to their cells.
    pub(super) fn linkable_tables(&self, of: &Section) -> Vec<LinkableTable> {
        let sections = self.book.sections.under(&of.report);
        let tables = sections.filter(|section| is_table(section)).map(|section| {
            let lines = self.book.lines.under(&section.id);
            let columns = self.book.columns.under(&section.id).enumerate();
            LinkableTable {
                section: section.id.to_string(),
                title: self.title_of(section),
                lines: lines
                    .filter(|line| line.kind != LineKind::Heading)
                    .map(|line| Choice {
                        value: line.id.to_string(),
                        label: match line.label.as_str() {
                            "" => self.word("line-unnamed"),
                            label => label.to_owned(),
                        },
                    })
                    .collect(),
                columns: columns
                    .filter(|(_, column)| column.kind.holds_figures())
                    .map(|(place, column)| Choice {
                        value: column.id.to_string(),
                        label: self.say(&compose::column_heading(column, place)),
                    })
                    .collect(),
            }
        });
        tables
            .filter(|table| !table.lines.is_empty() && !table.columns.is_empty())
            .collect()
    }
}

fn is_table(section: &Section) -> bool {
    matches!(section.kind, SectionKind::Statement | SectionKind::Schedule)
}

fn place_of(id: &Id<Amount>, field: &'static str) -> String {
    Place::cell(Entity::Amount, id.row(), field).to_string()
}
