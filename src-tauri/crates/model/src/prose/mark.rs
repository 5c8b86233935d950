//! How marks nest along a line. Normalising and writing must agree on it, because a space belongs
//! inside the marks that stay open across it.

/// A mark that words can carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Strong,
    Emphasis,
}

/// The marks that a character or a text carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    pub(super) strong: bool,
    pub(super) emphasis: bool,
}

impl Marks {
    pub(super) fn contains(self, mark: Mark) -> bool {
        match mark {
            Mark::Strong => self.strong,
            Mark::Emphasis => self.emphasis,
        }
    }
}

/// The marks that are open, outermost first.
#[derive(Debug, Default)]
pub(super) struct Nesting(Vec<Mark>);

impl Nesting {
    /// Closes from the inside until only wanted marks are open, and says which were closed. A
    /// wanted mark inside an unwanted one is closed with it.
    pub(super) fn close(&mut self, wanted: Marks) -> Vec<Mark> {
        let mut closed = Vec::new();
        while !self.0.iter().all(|&mark| wanted.contains(mark)) {
            closed.extend(self.0.pop());
        }
        closed
    }

    /// Opens what is wanted and not open, and says what was opened. `ahead` are the marks of this
    /// text and those that follow it: of two marks that open together, the one that lasts longer is
    /// the outer one.
    pub(super) fn open(&mut self, mut ahead: impl Iterator<Item = Marks> + Clone) -> Vec<Mark> {
        let Some(wanted) = ahead.clone().next() else {
            return Vec::new();
        };
        let mut missing = vec![Mark::Strong, Mark::Emphasis];
        missing.retain(|&mark| wanted.contains(mark) && !self.0.contains(&mark));
        if missing.len() == 2
            && ahead
                .find(|marks| !(marks.strong && marks.emphasis))
                .is_some_and(|marks| marks.emphasis)
        {
            missing.reverse();
        }
        self.0.extend(&missing);
        missing
    }

    /// The marks that are open now.
    pub(super) fn marks(&self) -> Marks {
        Marks {
            strong: self.0.contains(&Mark::Strong),
            emphasis: self.0.contains(&Mark::Emphasis),
        }
    }
}
