//! What all known changes together say of one row.
//!
//! Each field is a register, and so are the three fields of a figure together. The changes that count
//! are those that no later change of the register knew of. Where there are several, and they say
//! different things, the policy of the field decides what is shown and whether a person is asked.

use outturn_model::cell::Cell;
use outturn_model::record::Kind;
use outturn_model::{Entity, RowId};

use super::lineage::Lineage;
use super::outside;
use super::paragraphs;
use super::policy::{self, Policy};

/// What a change did to a row: nobody's doing is among it, only what a person did.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    /// It put the row in with these cells, or put it back.
    Insert(Vec<Cell>),
    /// It wrote these columns.
    Update(Vec<(usize, Cell)>),
    /// It took the row out.
    Delete,
}

/// A change that did something to a row, by its place in the lineage.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub(crate) by: usize,
    pub(crate) deed: Deed,
}

/// What is told of a row.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) entity: Entity,
    pub(crate) id: RowId,
    /// Whether it is there: whoever put it in last knew of every change that took it out.
    pub(crate) present: bool,
    /// What its registers say, whether it is there or not.
    pub(crate) cells: Vec<Cell>,
    /// The change that wrote what each column says.
    pub(crate) by: Vec<usize>,
    /// The registers that several people wrote apart.
    pub(crate) apart: Vec<Apart>,
    /// The changes that took it out and stand.
    pub(crate) deletes: Vec<usize>,
    /// For a row taken out: the changes of it that nobody who took it out knew of.
    pub(crate) unseen: Vec<usize>,
}

/// A register with different values written apart.
#[derive(Debug, Clone)]
pub(crate) struct Apart {
    /// Its columns.
    pub(crate) columns: Vec<usize>,
    /// Each change and what it wrote, the one shown last.
    pub(crate) sides: Vec<(usize, Vec<Cell>)>,
    /// What they all began from, if they did.
    pub(crate) base: Option<Vec<Cell>>,
    /// The values were brought together, and nobody is asked.
    pub(crate) merged: bool,
}

/// Tells what these changes, each after those it knew of, say of a row.
pub(crate) fn tell(lineage: &Lineage, entity: Entity, id: RowId, events: &[Event]) -> Told {
    let fields = entity.fields().len();
    let mut told = Told {
        entity,
        id,
        present: false,
        cells: vec![None; fields],
        by: vec![0; fields],
        apart: Vec::new(),
        deletes: Vec::new(),
        unseen: Vec::new(),
    };
    let in_turn = |pair: &[Event]| lineage.knows(pair[1].by, pair[0].by);
    if events.windows(2).all(in_turn) {
        follow(&mut told, events);
        return told;
    }
    let mut is_put_in = false;
    for event in events {
        match event.deed {
            Deed::Insert(_) => {
                is_put_in = true;
                told.deletes
                    .retain(|delete| !lineage.knows(event.by, *delete));
            }
            Deed::Delete => {
                told.deletes
                    .retain(|delete| !lineage.knows(event.by, *delete));
                told.deletes.push(event.by);
            }
            Deed::Update(_) => {}
        }
    }
    told.present = is_put_in && told.deletes.is_empty();
    let mut heads = weigh_all(lineage, &mut told, events);
    if !told.present {
        heads.sort_unstable();
        heads.dedup();
        heads.retain(|head| {
            !told
                .deletes
                .iter()
                .any(|delete| lineage.knows(*delete, *head))
        });
        told.unseen = heads;
    }
    told
}

/// Follows changes of which each knew of the one before it.
fn follow(told: &mut Told, events: &[Event]) {
    for event in events {
        match &event.deed {
            Deed::Insert(cells) => {
                told.present = true;
                told.deletes.clear();
                told.cells.clone_from(cells);
                told.by.fill(event.by);
            }
            Deed::Update(cells) => {
                for (column, cell) in cells {
                    told.cells[*column].clone_from(cell);
                    for column in policy::register(told.entity, *column) {
                        told.by[column] = event.by;
                    }
                }
            }
            Deed::Delete => {
                told.present = false;
                told.deletes = vec![event.by];
            }
        }
    }
}

/// Weighs each register, and gives the changes that count in any of them.
fn weigh_all(lineage: &Lineage, told: &mut Told, events: &[Event]) -> Vec<usize> {
    let mut counting = Vec::new();
    for first in 0..told.cells.len() {
        let columns = policy::register(told.entity, first);
        if columns.first() != Some(&first) {
            continue;
        }
        let register = Register::gather(lineage, told.entity, columns, events);
        let view = register.view(|_| true);
        counting.extend(view.heads.iter().map(|head| register.writes[*head].by));
        for (column, cell) in register.columns.iter().zip(&view.value) {
            told.cells[*column].clone_from(cell);
            told.by[*column] = view.by.unwrap_or_default();
        }
        told.apart.extend(register.apart(view));
    }
    counting
}

/// A change of a register and what the register held since, for its author.
struct Write {
    by: usize,
    value: Vec<Cell>,
    /// It came with the whole row.
    with_row: bool,
}

struct Register<'a> {
    lineage: &'a Lineage,
    columns: Vec<usize>,
    kind: Kind,
    policy: Policy,
    entity: Entity,
    writes: Vec<Write>,
}

/// What a register says to someone who has some of its changes.
struct View {
    /// The changes that count, by place among the writes, in order of rank.
    heads: Vec<usize>,
    value: Vec<Cell>,
    by: Option<usize>,
    base: Option<Vec<Cell>>,
    said: Said,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// One thing.
    One,
    /// Several, and they were brought together.
    Merged,
    /// Several, and a person decides.
    Several,
}

impl<'a> Register<'a> {
    fn gather(lineage: &'a Lineage, entity: Entity, columns: Vec<usize>, events: &[Event]) -> Self {
        let field = &entity.fields()[columns[0]];
        let mut register = Self {
            lineage,
            kind: field.kind,
            policy: policy::of(entity, field),
            columns,
            entity,
            writes: Vec::new(),
        };
        for event in events {
            let (value, with_row) = match &event.deed {
                Deed::Insert(cells) => {
                    let of = |column: &usize| cells[*column].clone();
                    (register.columns.iter().map(of).collect(), true)
                }
                Deed::Update(cells) => match register.updated(event.by, cells) {
                    Some(value) => (value, false),
                    None => continue,
                },
                Deed::Delete => continue,
            };
            register.writes.push(Write {
                by: event.by,
                value,
                with_row,
            });
        }
        register
    }

    /// What the register holds after an update that may have written only a part of it: the rest is
    /// what the author saw there.
    fn updated(&self, by: usize, cells: &[(usize, Cell)]) -> Option<Vec<Cell>> {
        let written = |column| cells.iter().find(|(named, _)| *named == column);
        if !self.columns.iter().any(|column| written(*column).is_some()) {
            return None;
        }
        let mut value = match self.columns.len() {
            1 => vec![None],
            _ => self.view(|earlier| self.lineage.knows(by, earlier)).value,
        };
        for (cell, column) in value.iter_mut().zip(&self.columns) {
            if let Some((_, to)) = written(*column) {
                cell.clone_from(to);
            }
        }
        Some(value)
    }

    /// What the changes within bounds say.
    fn view(&self, within: impl Fn(usize) -> bool) -> View {
        let mut heads: Vec<usize> = Vec::new();
        for (place, write) in self.writes.iter().enumerate() {
            if within(write.by) {
                let known = |head: &usize| self.lineage.knows(write.by, self.writes[*head].by);
                heads.retain(|head| !known(head));
                heads.push(place);
            }
        }
        heads.sort_by_key(|head| self.lineage.rank(self.writes[*head].by));
        self.decide(heads)
    }

    fn decide(&self, heads: Vec<usize>) -> View {
        let write = |head: &usize| &self.writes[*head];
        let mut view = View {
            value: vec![None; self.columns.len()],
            by: None,
            base: None,
            said: Said::One,
            heads,
        };
        let heads = &view.heads;
        let Some(shown) = heads.last() else {
            return view;
        };
        let is_one = |heads: &[usize]| {
            heads
                .windows(2)
                .all(|pair| write(&pair[0]).value == write(&pair[1]).value)
        };
        let mut shown = *shown;
        if !is_one(heads) {
            let base = self.base(heads);
            // A cell left empty in a row that two people put in apart is no statement against what
            // the other wrote there.
            let says = |head: &usize| {
                base.is_some()
                    || !write(head).with_row
                    || write(head).value.iter().any(Option::is_some)
            };
            let saying: Vec<usize> = heads.iter().copied().filter(says).collect();
            shown = saying.last().copied().unwrap_or(shown);
            if !is_one(&saying) {
                match self.policy {
                    Policy::Latest => {}
                    Policy::Empty => {
                        let empty = |head: &&usize| write(head).value.iter().all(Option::is_none);
                        shown = saying.iter().rfind(empty).copied().unwrap_or(shown);
                    }
                    Policy::Ask => view.said = Said::Several,
                    Policy::Paragraphs => {
                        view.said = Said::Several;
                        if let Some(merged) = self.merge(base.as_ref(), &saying) {
                            view.said = Said::Merged;
                            view.value = vec![merged];
                        }
                    }
                }
            }
            view.base = base.map(|base| base.value);
        }
        if view.said != Said::Merged {
            view.value.clone_from(&write(&shown).value);
        }
        view.by = Some(write(&shown).by);
        view
    }

    /// What the register said to the last person whose work all of these had.
    fn base(&self, heads: &[usize]) -> Option<View> {
        let common = |earlier| {
            heads
                .iter()
                .all(|head| self.lineage.knows(self.writes[*head].by, earlier))
        };
        let view = self.view(common);
        (!view.heads.is_empty()).then_some(view)
    }

    /// All versions of a text in one, if they changed different paragraphs of one base.
    fn merge(&self, base: Option<&View>, heads: &[usize]) -> Option<Cell> {
        let base = base.filter(|base| base.said != Said::Several)?;
        let text = |value: &[Cell]| value.first().cloned().flatten().unwrap_or_default();
        let base = text(&base.value);
        let (first, others) = heads.split_first()?;
        let mut merged = text(&self.writes[*first].value);
        for other in others {
            let other = text(&self.writes[*other].value);
            merged = paragraphs::merge(self.kind, &base, &merged, &other)?;
        }
        let cell = (!merged.is_empty()).then_some(merged);
        outside::is_canonical(self.entity, self.columns[0], &cell).then_some(cell)
    }

    /// The register, if different values were written apart.
    fn apart(&self, view: View) -> Option<Apart> {
        if view.said == Said::One {
            return None;
        }
        let side = |head: &usize| (self.writes[*head].by, self.writes[*head].value.clone());
        let shown = view.by;
        let mut sides: Vec<(usize, Vec<Cell>)> = view.heads.iter().map(side).collect();
        sides.sort_by_key(|(by, _)| Some(*by) == shown);
        Some(Apart {
            columns: self.columns.clone(),
            sides,
            base: view.base,
            merged: view.said == Said::Merged,
        })
    }
}
