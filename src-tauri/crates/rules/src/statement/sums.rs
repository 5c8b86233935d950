//! What a column has added up so far, and the totals that wait for a figure.

use outturn_model::statement::LineKind;
use rust_decimal::Decimal;

use crate::slip::{Tally, Term};

/// What a column has added up so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    /// The printed lines since the last subtotal or total.
    pub(super) lines: Tally,
    /// The printed subtotals, and the printed lines before a total that no subtotal sums.
    pub(super) parts: Tally,
    /// All printed lines so far, and the subtotals that have none.
    pub(super) anew: Tally,
    /// The gross size of the lines since the last subtotal or total, and of all lines.
    gross_lines: Decimal,
    gross: Decimal,
    /// The rows among the lines, and among the parts, whose figure is not known and that no total
    /// has been found to wait for.
    unknown_lines: Vec<usize>,
    unknown_parts: Vec<usize>,
}

/// What a column makes over one subtotal or total.
#[derive(Debug, Clone, Copy)]
pub(super) struct Over {
    /// The parts as they are printed.
    pub(super) printed: Tally,
    /// The lines under them, added up anew.
    pub(super) anew: Tally,
    /// Their gross size.
    pub(super) gross: Decimal,
}

/// A figure of a column, as it is added.
pub(super) struct Added {
    pub(super) term: Option<Term>,
    pub(super) gross: Decimal,
    pub(super) nil: bool,
    /// Whether it is said why there is no figure.
    pub(super) stated: bool,
}

impl Sums {
    /// What a subtotal or a total sums here.
    pub(super) fn over(&mut self, kind: LineKind) -> Over {
        if kind == LineKind::Subtotal {
            return Over {
                printed: self.lines,
                anew: self.lines,
                gross: self.gross_lines,
            };
        }
        self.parts.join(std::mem::take(&mut self.lines));
        self.gross_lines = Decimal::ZERO;
        self.unknown_parts.append(&mut self.unknown_lines);
        Over {
            printed: self.parts,
            anew: self.anew,
            gross: self.gross,
        }
    }

    /// Nothing it adds up is known.
    pub(super) fn lose(&mut self) {
        for tally in [&mut self.lines, &mut self.parts, &mut self.anew] {
            tally.add(None);
        }
    }

    /// Adds a row, and gives the rows that it waits for where it is a total that is not known.
    pub(super) fn add(&mut self, row: usize, kind: LineKind, added: Added) -> Vec<usize> {
        let Added {
            term,
            gross,
            nil,
            stated,
        } = added;
        let unknown = term.is_none() && !nil;
        let mut waiting = Vec::new();
        match kind {
            LineKind::Line if !nil => {
                self.lines.add(term);
                self.anew.add(term);
                self.gross_lines = self.gross_lines.saturating_add(gross);
                self.gross = self.gross.saturating_add(gross);
                self.unknown_lines.extend(unknown.then_some(row));
            }
            LineKind::Subtotal => {
                let lines = std::mem::take(&mut self.lines);
                let unknown_lines = std::mem::take(&mut self.unknown_lines);
                self.gross_lines = Decimal::ZERO;
                if unknown && stated {
                    self.unknown_parts.push(row);
                } else if unknown {
                    waiting = unknown_lines;
                }
                // A subtotal over nothing, which nobody supplied, has nothing to add.
                let beside_no_lines = unknown && !stated && lines.is_empty();
                if !nil && !beside_no_lines {
                    self.parts.add(term);
                }
                if !nil && lines.is_empty() && (term.is_some() || stated) {
                    self.anew.add(term);
                    self.gross = self.gross.saturating_add(gross);
                }
            }
            LineKind::Total if unknown && !stated => {
                waiting = std::mem::take(&mut self.unknown_parts);
            }
            LineKind::Line | LineKind::Total | LineKind::Heading | LineKind::Formula => {}
        }
        waiting
    }
}
