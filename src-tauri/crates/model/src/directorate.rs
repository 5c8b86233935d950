//! The directorate, its departments and its people.

use crate::cell::{Flag, Line, choice};
use crate::id::Id;
use crate::picture::Picture;
use crate::position::Position;
use crate::record::record;

record! {
    /// The directorate whose file this is. A file has one, with the id `directorate`.
    Directorate in Directorate {
        /// The council, such as “Westmere Borough Council”.
        council: Line,
        /// The directorate, such as “Children and Enterprise”.
        name: Line,
        /// The colour of the paper's headings and rules, as `#rrggbb`; nothing for the program's own.
        accent: Line,
        /// The council's logo, which stands on the first page.
        logo: Picture,
        /// What all copies of this file have in common and no other file has; nothing until a
        /// signature or a copy needs it.
        identity: Line,
    }
}

choice! {
    /// What a person does for a report. Roles guide and are recorded; on a laptop they stop nobody.
    Role {
        /// Writes sections.
        Author = "author",
        /// Reads sections, and returns or signs them off.
        Lead = "lead",
        /// Sees the paper through to committee: democratic services.
        Clerk = "clerk",
        /// Sets up measures, people, periods and layout.
        Performance = "performance",
        /// Clears what a decision means for money.
        Finance = "finance",
        /// Clears what it means in law.
        Legal = "legal",
        /// Clears what it means for equality.
        Equalities = "equalities",
        /// Clears what it means for risks.
        Risk = "risk",
    }
}

record! {
    /// A department of the directorate.
    Department in Department ordered by position {
        /// Its place in lists.
        position: Position,
        /// Its name.
        name: Line,
        /// Its short name, such as “EEP”.
        short: Line,
    }
}

record! {
    /// A post that writes, leads or answers for something. The holder's name is optional.
    Person in Person ordered by position {
        /// Its place in lists and in the people key.
        position: Position,
        /// Initials that stand at the end of a commentary, such as “WR”.
        initials: Line,
        /// The post, such as “Operational Director, Learning and Achievement”.
        post: Line,
        /// The holder's name, where the paper gives it.
        name: Line,
        /// The department it belongs to.
        department: Option<Id<Department>>,
        /// Whether the people key of a paper lists it.
        in_key: Flag,
        /// What it does for a report.
        role: Option<Role>,
    }
}
