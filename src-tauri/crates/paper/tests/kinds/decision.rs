//! A report for a decision, shaped as R4 is.

use super::book::{LOGO, Put};

/// Its rows.
pub const ROWS: &[Put<'static>] = &[
    (
        "directorate",
        "directorate",
        &[
            ("council", "Westmere Borough Council"),
            ("name", "Children and Learning"),
            ("accent", "#7a1f4b"),
            ("logo", LOGO),
        ],
    ),
    (
        "person",
        "director",
        &[
            ("post", "Corporate Director, Children and Learning"),
            ("initials", "CD"),
        ],
    ),
    (
        "person",
        "inspection",
        &[
            ("post", "Head of Standards and Inspection"),
            ("initials", "SI"),
        ],
    ),
    (
        "person",
        "finance",
        &[
            ("post", "Finance Manager, Children and Learning"),
            ("initials", "FM"),
        ],
    ),
    (
        "person",
        "legal",
        &[("post", "Principal Solicitor"), ("initials", "PS")],
    ),
    (
        "report",
        "r",
        &[
            ("period", "2008-09-q3"),
            ("title", "Annual assessment of children’s services 2008"),
            ("committee", "Executive"),
            ("meeting", "2009-01-05"),
            ("report_by", "director"),
            ("contact", "inspection"),
            ("numbering", "run"),
            ("agenda_item", "7"),
            ("wards", "All"),
            ("lead_members", "Portfolio holder for children’s services"),
        ],
    ),
    (
        "tick",
        "t1",
        &[
            ("report", "r"),
            ("group", "implication"),
            ("name", "Legal"),
            ("ticked", "yes"),
        ],
    ),
    (
        "tick",
        "t2",
        &[
            ("report", "r"),
            ("group", "implication"),
            ("name", "Staffing"),
        ],
    ),
    (
        "tick",
        "t3",
        &[
            ("report", "r"),
            ("group", "implication"),
            ("name", "Equalities"),
        ],
    ),
    (
        "tick",
        "t4",
        &[
            ("report", "r"),
            ("group", "implication"),
            ("name", "Community safety"),
        ],
    ),
    (
        "tick",
        "t5",
        &[
            ("report", "r"),
            ("group", "implication"),
            ("name", "Financial"),
            ("ticked", "yes"),
        ],
    ),
    (
        "tick",
        "t6",
        &[("report", "r"), ("group", "implication"), ("name", "Risks")],
    ),
    (
        "tick",
        "t7",
        &[
            ("report", "r"),
            ("group", "consultation"),
            ("name", "Councillors consulted"),
        ],
    ),
    (
        "tick",
        "t8",
        &[
            ("report", "r"),
            ("group", "consultation"),
            ("name", "Scrutiny committee consulted"),
            ("ticked", "yes"),
            ("note", "12 December 2008"),
        ],
    ),
    (
        "tick",
        "t9",
        &[
            ("report", "r"),
            ("group", "consultation"),
            ("name", "Stakeholders consulted"),
            ("ticked", "yes"),
        ],
    ),
    (
        "tick",
        "t10",
        &[
            ("report", "r"),
            ("group", "consultation"),
            ("name", "Other"),
        ],
    ),
    ("section", "cover", &[("report", "r"), ("kind", "cover")]),
    (
        "section",
        "ask",
        &[
            ("report", "r"),
            ("kind", "recommendations"),
            ("heading", "Recommendations"),
            (
                "text",
                "The Executive is recommended to:\n\n1. note the outcome of the assessment, and\n2. agree the draft action plan, that is\n   1. its priorities for this year, and\n   2. its costs.",
            ),
        ],
    ),
    (
        "section",
        "report",
        &[
            ("report", "r"),
            ("kind", "narrative"),
            ("heading", "Report"),
            (
                "text",
                "Every authority’s services for children are assessed once a year.\n\nThe council’s services were judged good in each of the seven areas.\n\n- Schools do better than those of similar councils.\n- Fewer young people are out of education and work.",
            ),
        ],
    ),
    (
        "section",
        "hidden",
        &[
            ("report", "r"),
            ("kind", "narrative"),
            ("heading", "Working notes"),
            ("text", "Not for the committee."),
            ("hidden", "yes"),
        ],
    ),
    (
        "section",
        "findings",
        &[
            ("report", "r"),
            ("kind", "narrative"),
            ("heading", "Summary of findings"),
            ("parent", "report"),
            (
                "text",
                "The inspectors name a few areas for development, which the plan in the appendix takes up.",
            ),
        ],
    ),
    (
        "section",
        "money",
        &[
            ("report", "r"),
            ("kind", "implication"),
            ("heading", "Financial implications"),
            (
                "text",
                "The plan is paid for from budgets that are approved.",
            ),
            ("cleared_by", "finance"),
            ("cleared_on", "2008-12-18"),
        ],
    ),
    (
        "section",
        "law",
        &[
            ("report", "r"),
            ("kind", "implication"),
            ("heading", "Legal implications"),
            (
                "text",
                "The assessment is one that the law asks for each year.",
            ),
            ("cleared_by", "legal"),
            ("cleared_on", "2008-12-18"),
        ],
    ),
    (
        "section",
        "options",
        &[
            ("report", "r"),
            ("kind", "narrative"),
            ("heading", "Options"),
            (
                "text",
                "The Executive can:\n\n1. note the report;\n2. agree the plan; or\n3. ask for more information.",
            ),
        ],
    ),
    (
        "section",
        "corrected",
        &[
            ("report", "r"),
            ("kind", "restatements"),
            ("heading", "Figures corrected since the last report"),
        ],
    ),
    (
        "measure",
        "m",
        &[
            ("reference", "NI 117"),
            ("name", "Young people out of education and work"),
            ("unit", "percent"),
            ("decimals", "1"),
        ],
    ),
    (
        "value",
        "m/actual/2008-09-q2",
        &[
            ("measure", "m"),
            ("series", "actual"),
            ("period", "2008-09-q2"),
            ("amount", "6.4"),
        ],
    ),
    (
        "restatement",
        "x",
        &[
            ("report", "r"),
            ("measure", "m"),
            ("series", "actual"),
            ("period", "2008-09-q2"),
            ("before", "6.1%"),
            ("reason", "A school’s leavers were counted late."),
        ],
    ),
    (
        "section",
        "papers",
        &[
            ("report", "r"),
            ("kind", "background-papers"),
            ("heading", "Background papers"),
            ("none_stated", "yes"),
        ],
    ),
];
