//! Sections of a report, and the small records that stand in them.

use chrono::NaiveDate;

use crate::cell::{Count, Flag, Line, Narrative, Text, choice};
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
        /// A table of any columns.
        Schedule = "schedule",
        /// Objectives, their tasks and how far each has come.
        ActionPlan = "action-plan",
        /// Risks with their assessments and controls, and the matrix.
        RiskRegister = "risk-register",
        /// A few figures side by side, and the top achievements, issues and actions.
        Summary = "summary",
        /// What the committee is asked to decide.
        Recommendations = "recommendations",
        /// What a decision means in one respect, cleared by a post.
        Implication = "implication",
        /// What the report relied on (Local Government Act 1972, section 100D).
        BackgroundPapers = "background-papers",
        /// Figures corrected since the last report.
        Restatements = "restatements",
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
        /// For tables: what stands over the names of the lines.
        label_heading: Line,
        /// For tables: whether lines are lettered A, B, C, and their comments with them.
        lettered: Flag,
        /// For tables: the chart drawn under it.
        chart: Option<TableChart>,
        /// Whether its pages are upright or lie on their side.
        orientation: Option<Orientation>,
        /// For action plans: a block for each objective, or one table.
        shape: Option<PlanShape>,
        /// For action plans: what stands over the position the plan began from, such as “Position at
        /// May 2003”.
        baseline_heading: Line,
        /// For risk registers: how many levels impact and likelihood have.
        levels: Option<Count<3, 5>>,
        /// For implications: the post that cleared it.
        cleared_by: Option<Id<Person>>,
        /// The day on which it was cleared.
        cleared_on: Option<NaiveDate>,
        /// Says that there is nothing to say, so that its absence is no gap: “None”.
        none_stated: Flag,
        /// Keeps it in the file and out of the paper.
        hidden: Flag,
        /// The section of the last report that it was started from.
        follows: Option<Id<Section>>,
        /// Its words come from the last report and nobody has reviewed them yet.
        unreviewed: Flag,
        /// The post that writes it.
        author: Option<Id<Person>>,
        /// Where it stands between its author and its lead; nothing while it is drafted. A sign-off
        /// is a row of its own.
        state: Option<SectionState>,
    }
}

choice! {
    /// Where a section stands between its author and its lead.
    SectionState {
        /// Its author has done and asks for it to be read.
        Submitted = "submitted",
        /// Its lead asks for more.
        Returned = "returned",
    }
}

choice! {
    /// A chart drawn from a table.
    TableChart {
        /// A bar for each line, one series for each column of figures.
        Bars = "bars",
        /// Each column's shares by line, stacked to 100 per cent.
        Shares = "shares",
    }
}

choice! {
    /// Which way a page is turned.
    Orientation {
        /// Upright.
        Portrait = "portrait",
        /// On its side, for wide tables.
        Landscape = "landscape",
    }
}

choice! {
    /// How an action plan is laid out (R2, appendices A and B).
    PlanShape {
        /// A block for each objective, with its tasks and their progress.
        Blocks = "blocks",
        /// One table of tasks under the headings of their objectives.
        Table = "table",
    }
    default Blocks
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
