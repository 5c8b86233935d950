//! What runs along a line.

/// A piece of text or a symbol within a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text {
        /// The words. A line end breaks the line.
        text: String,
        /// Set in bold.
        strong: bool,
        /// Set in italics.
        emphasis: bool,
    },
    /// Words that lead out of the paper.
    Link {
        /// The words.
        text: Vec<Inline>,
        /// An `https:`, `http:` or `mailto:` address. Anything else is printed as plain words.
        url: String,
    },
    /// A note at the foot of the page.
    Footnote(Vec<Inline>),
    /// A line break.
    Break,
    /// A symbol with its word.
    Symbol(Mark),
    /// Words that lead to an anchor in the paper. Without such an anchor they are plain words.
    Reference {
        /// The words.
        text: Vec<Inline>,
        /// The anchor of a heading, a paragraph or a card.
        anchor: String,
    },
}

impl Inline {
    /// Plain words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::styled(text, false, false)
    }

    /// Words in bold.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::styled(text, true, false)
    }

    /// Words in italics.
    pub fn emphasis(text: impl Into<String>) -> Self {
        Self::styled(text, false, true)
    }

    fn styled(text: impl Into<String>, strong: bool, emphasis: bool) -> Self {
        Self::Text {
            text: text.into(),
            strong,
            emphasis,
        }
    }
}

/// The words alone, with symbols as their words and without footnotes.
pub fn plain(inlines: &[Inline]) -> String {
    let mut words = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, .. } => words.push_str(text),
            Inline::Link { text, .. } | Inline::Reference { text, .. } => {
                words.push_str(&plain(text));
            }
            Inline::Footnote(_) => {}
            Inline::Break => words.push('\n'),
            Inline::Symbol(mark) => words.push_str(&mark.word),
        }
    }
    words
}

/// A symbol with the word that says the same: no meaning is carried by shape or colour alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Mark {
    /// The shape.
    pub symbol: Symbol,
    /// The word printed beside it.
    pub word: String,
}

impl Mark {
    /// A symbol with its word.
    pub fn new(symbol: Symbol, word: impl Into<String>) -> Self {
        Self {
            symbol,
            word: word.into(),
        }
    }
}

/// Every symbol that a paper uses. Each has a shape of its own, so that it survives greyscale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Symbol {
    /// Status: on target.
    Green,
    /// Status: near target.
    Amber,
    /// Status: off target.
    Red,
    /// Status: not yet known.
    Unknown,
    /// Status: not applicable.
    NotApplicable,
    /// Status or direction: not comparable.
    NotComparable,
    /// Status: carried over from the period before.
    CarriedOver,
    /// Status: a measure without a target.
    DataOnly,
    /// Direction of travel: better.
    Improved,
    /// Direction of travel: no change.
    Unchanged,
    /// Direction of travel: worse.
    Worsened,
    /// Headline or action: achieved.
    Achieved,
    /// Headline or action: not achieved.
    NotAchieved,
    /// Headline: noted.
    Noted,
    /// A box that is ticked.
    Ticked,
    /// A box that is not ticked.
    Unticked,
}

impl Symbol {
    /// Every symbol, for a key and for tests.
    pub const ALL: [Self; 16] = [
        Self::Green,
        Self::Amber,
        Self::Red,
        Self::Unknown,
        Self::NotApplicable,
        Self::NotComparable,
        Self::CarriedOver,
        Self::DataOnly,
        Self::Improved,
        Self::Unchanged,
        Self::Worsened,
        Self::Achieved,
        Self::NotAchieved,
        Self::Noted,
        Self::Ticked,
        Self::Unticked,
    ];

    /// Its name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not-applicable",
            Self::NotComparable => "not-comparable",
            Self::CarriedOver => "carried-over",
            Self::DataOnly => "data-only",
            Self::Improved => "improved",
            Self::Unchanged => "unchanged",
            Self::Worsened => "worsened",
            Self::Achieved => "achieved",
            Self::NotAchieved => "not-achieved",
            Self::Noted => "noted",
            Self::Ticked => "ticked",
            Self::Unticked => "unticked",
        }
    }
}
