//! Sections of a report, and the small records that stand in them.

use crate::cell::{Flag, Line, Narrative, Text, choice};
use crate::directorate::Person;
use crate::figure::{Negatives, Unit};
use crate::id::Id;
use crate::position::Position;
use crate::record::record;
use crate::report::Report;
use crate::status::StatusRule;

choice! {
    /// What a section holds.
    SectionKind {
        /// Title, committee, date and authors.
        Cover = "cover",
        /// Paragraphs.
        Narrative = "narrative",
        /// Bullets marked achieved, not achieved or noted.
        Headlines = "headlines",
        /// A card for each measure.
        Cards = "cards",
        /// A row for each measure.
        MeasureTable = "measure-table",
        /// A row for each milestone.
        Milestones = "milestones",
        /// A finance table.
        Statement = "statement",
        /// What the symbols mean.
        SymbolKey = "symbol-key",
        /// Whose initials stand in the report.
        PeopleKey = "people-key",
    }
    default Narrative
}

choice! {
    /// Which sign an overspend has in a statement.
    Overspend {
        /// An overspend is below nil: budget less actual.
        Negative = "negative",
        /// An overspend is above nil: actual less budget.
        Positive = "positive",
    }
    default Negative
}

record! {
    /// A section of a report. Sections form a tree; the number of each is computed.
    Section in Section under Report by report ordered by position {
        /// The report.
        report: Id<Report>,
        /// The section it stands in, if it is not at the top.
        parent: Option<Id<Section>>,
        /// Its place among the sections of the same parent.
        position: Position,
        /// What it holds.
        kind: SectionKind,
        /// Its heading.
        heading: Line,
        /// Whether its heading goes without a number where others have one.
        unnumbered: Flag,
        /// Whether it starts on a new page.
        new_page: Flag,
        /// The post whose initials stand at its end.
        lead: Option<Id<Person>>,
        /// The narrative; for other kinds, what stands before the table or the cards.
        text: Narrative,
        /// What stands after the table or the cards.
        comments: Narrative,
        /// For cards and measure tables: the rule by which its measures get their status.
        rule: Option<Id<StatusRule>>,
        /// For statements: what the figures count.
        unit: Option<Unit>,
        /// For statements: how figures below nil are written.
        negatives: Option<Negatives>,
        /// For statements: which sign an overspend has.
        overspend: Option<Overspend>,
    }
}

choice! {
    /// How a headline is marked.
    Mark {
        /// Achieved: a tick.
        Achieved = "achieved",
        /// Not achieved: a cross.
        NotAchieved = "not-achieved",
        /// Worth knowing: a plain bullet.
        Noted = "noted",
    }
    default Noted
}

record! {
    /// A bullet of the headlines.
    Headline in Headline under Section by section ordered by position {
        /// The section.
        section: Id<Section>,
        /// Its place.
        position: Position,
        /// How it is marked.
        mark: Mark,
        /// What it says.
        text: Text,
    }
}

choice! {
    /// A symbol that a key explains.
    Symbol {
        /// The green status.
        Green = "green",
        /// The amber status.
        Amber = "amber",
        /// The red status.
        Red = "red",
        /// Improved.
        Improved = "improved",
        /// Unchanged.
        Unchanged = "unchanged",
        /// Worse.
        Worse = "worse",
        /// Not comparable.
        NotComparable = "not-comparable",
    }
}

record! {
    /// What a symbol means, in the words of one report. A symbol without one has the catalogue's.
    Meaning in Meaning under Section by section named by section, symbol {
        /// The key it stands in.
        section: Id<Section>,
        /// The symbol.
        symbol: Symbol,
        /// What it means beside a milestone.
        for_milestones: Text,
        /// What it means beside a measure.
        for_measures: Text,
    }
}
