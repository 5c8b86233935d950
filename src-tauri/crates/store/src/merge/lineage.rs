//! Which change knew of which: the changes of all copies as one graph, kept as strands.
//!
//! Each change follows one before it, and a bring-in joins others. A run of changes in which each
//! follows the last is a strand, and a change carries how much of every other strand its author had.
//! So whether one change knew of another is one comparison, however long the history is.

use std::collections::HashMap;
use std::rc::Rc;

use crate::history::ChangeKind;
use crate::link::Link;
use crate::lock::Moment;

/// The hash of a change and of all before it: its name in every copy.
pub(crate) type Hash = [u8; 32];

/// A change, as the weighing of changes needs to know it.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) hash: Hash,
    /// Its number in the copy it was made in.
    pub(crate) number: i64,
    pub(crate) kind: ChangeKind,
    pub(crate) person: String,
    pub(crate) at: Moment,
    /// The change before it.
    pub(crate) before: Option<usize>,
    /// The changes of other copies that it joined.
    pub(crate) joined: Vec<usize>,
    strand: usize,
    index: usize,
    /// Of each strand but its own, how many changes its author had.
    knows: Rc<[usize]>,
}

/// The changes known, each after all it follows from.
#[derive(Debug, Default)]
pub(crate) struct Lineage {
    nodes: Vec<Node>,
    by_hash: HashMap<Hash, usize>,
    /// The last change of each strand.
    tips: Vec<usize>,
}

impl Lineage {
    /// Adds a change after the one it follows and those it joined.
    pub(crate) fn add(&mut self, link: &Link, before: Option<usize>, joined: Vec<usize>) -> usize {
        let place = self.nodes.len();
        let last = before.map(|before| &self.nodes[before]);
        let (strand, index, mut knows) = match (last, before) {
            (Some(last), Some(before)) if self.tips[last.strand] == before => {
                (last.strand, last.index + 1, Rc::clone(&last.knows))
            }
            (Some(last), _) => {
                let knows = with(&last.knows, [(last.strand, last.index + 1)]);
                (self.tips.len(), 0, knows)
            }
            (None, _) => (self.tips.len(), 0, Rc::from([])),
        };
        for head in &joined {
            let head = &self.nodes[*head];
            let theirs = head.knows.iter().copied().enumerate();
            knows = with(&knows, theirs.chain([(head.strand, head.index + 1)]));
        }
        if strand == self.tips.len() {
            self.tips.push(place);
        }
        self.tips[strand] = place;
        self.by_hash.insert(link.chain, place);
        self.nodes.push(Node {
            hash: link.chain,
            number: link.id,
            kind: link.kind,
            person: link.person.clone(),
            at: link.at,
            before,
            joined,
            strand,
            index,
            knows,
        });
        place
    }

    /// The change with this hash.
    pub(crate) fn find(&self, hash: &Hash) -> Option<usize> {
        self.by_hash.get(hash).copied()
    }

    pub(crate) fn node(&self, place: usize) -> &Node {
        &self.nodes[place]
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The last change of each strand.
    pub(crate) fn tips(&self) -> &[usize] {
        &self.tips
    }

    /// Whether the author of one change had another, earlier one.
    pub(crate) fn knows(&self, later: usize, earlier: usize) -> bool {
        let (later, earlier) = (&self.nodes[later], &self.nodes[earlier]);
        if later.strand == earlier.strand {
            return earlier.index < later.index;
        }
        earlier.index < later.knows.get(earlier.strand).copied().unwrap_or_default()
    }

    /// What decides which of several changes is shown: the later by the clock it was made by, and
    /// where clocks agree, the greater hash. It is the same in every copy.
    pub(crate) fn rank(&self, place: usize) -> (Moment, Hash) {
        let node = &self.nodes[place];
        (node.at, node.hash)
    }

    /// Those of some changes that no other of them knew of, in the order given.
    pub(crate) fn newest(&self, places: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let places: Vec<usize> = places.into_iter().collect();
        // The last of a strand knows all others of it, so there are few to compare.
        let mut last: HashMap<usize, usize> = HashMap::new();
        for place in &places {
            let kept = last.entry(self.nodes[*place].strand).or_insert(*place);
            if self.nodes[*kept].index < self.nodes[*place].index {
                *kept = *place;
            }
        }
        let is_last = |place: &usize| last.get(&self.nodes[*place].strand) == Some(place);
        let unknown = |place: &usize| !last.values().any(|other| self.knows(*other, *place));
        places
            .into_iter()
            .filter(|place| is_last(place) && unknown(place))
            .collect()
    }
}

/// What is known of each strand, and that at least so many changes of some are.
fn with(knows: &[usize], more: impl IntoIterator<Item = (usize, usize)>) -> Rc<[usize]> {
    let mut knows = knows.to_vec();
    for (strand, count) in more {
        if knows.len() <= strand {
            knows.resize(strand + 1, 0);
        }
        knows[strand] = knows[strand].max(count);
    }
    knows.into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::seal::Seal;

    fn link(number: u8) -> Link {
        Link {
            id: number.into(),
            kind: ChangeKind::Edit,
            label: String::new(),
            place: None,
            person: String::new(),
            at: Moment::parse_from_rfc3339("2026-07-01T09:00:00+01:00").unwrap(),
            step: 0,
            of: None,
            under: None,
            content: Seal::default(),
            chain: [number; 32],
        }
    }

    /// Each change by its number: the one before it and those it joined.
    const GRAPH: &[(Option<usize>, &[usize])] = &[
        (None, &[]),     // 0
        (Some(0), &[]),  // 1
        (Some(1), &[]),  // 2
        (Some(1), &[]),  // 3 forks from 1
        (Some(3), &[]),  // 4
        (Some(2), &[4]), // 5 joins both
        (Some(0), &[]),  // 6 forks from 0
        (Some(6), &[3]), // 7 joins half of the second
        (Some(4), &[7]), // 8
        (Some(5), &[8]), // 9
        (Some(5), &[]),  // 10 forks from 5
    ];

    #[test]
    fn a_change_knows_what_leads_to_it_and_nothing_else() {
        let mut lineage = Lineage::default();
        let mut past: Vec<Vec<usize>> = Vec::new();
        for (place, (before, joined)) in GRAPH.iter().enumerate() {
            let added = lineage.add(&link(place as u8), *before, joined.to_vec());
            assert_eq!(added, place);
            let mut known = Vec::new();
            for parent in before.iter().chain(*joined) {
                known.extend_from_slice(&past[*parent]);
                known.push(*parent);
            }
            past.push(known);
        }
        for (later, past) in past.iter().enumerate() {
            for earlier in 0..GRAPH.len() {
                assert_eq!(
                    lineage.knows(later, earlier),
                    past.contains(&earlier),
                    "{later} of {earlier}"
                );
            }
        }
        assert_eq!(lineage.newest([0, 2, 3, 4]), [2, 4]);
        assert_eq!(lineage.newest([9, 10, 5]), [9, 10]);
    }
}
