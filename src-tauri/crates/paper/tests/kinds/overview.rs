//! A performance overview with a summary panel, a risk register and two action plans, shaped as R5
//! and R2 are.

use super::book::Put;

/// Its rows.
pub const ROWS: &[Put<'static>] = &[
    (
        "directorate",
        "directorate",
        &[
            ("council", "Westmere Borough Council"),
            ("name", "Children and Learning"),
        ],
    ),
    (
        "person",
        "director",
        &[("post", "Corporate Director"), ("initials", "CD")],
    ),
    (
        "person",
        "care",
        &[("post", "Head of Social Care"), ("initials", "SC")],
    ),
    (
        "person",
        "finance",
        &[("post", "Finance Manager"), ("initials", "FM")],
    ),
    (
        "report",
        "r",
        &[
            ("period", "2010-11-q3"),
            ("title", "Children and Learning: performance overview"),
            ("committee", "Overview and Scrutiny Committee"),
            ("meeting", "2011-02-14"),
            ("report_by", "director"),
        ],
    ),
    ("section", "cover", &[("report", "r"), ("kind", "cover")]),
    (
        "section",
        "sum",
        &[
            ("report", "r"),
            ("kind", "summary"),
            ("heading", "Summary"),
            ("new_page", "yes"),
            (
                "comments",
                "The overspend on placements and the delay to the extension have one cause: the contractor for both went into administration.",
            ),
        ],
    ),
    (
        "tile",
        "a",
        &[
            ("section", "sum"),
            ("label", "Revenue budget variance"),
            ("line", "total"),
            ("column", "variance"),
            ("status", "amber"),
            ("note", "1.6% of the budget"),
        ],
    ),
    (
        "tile",
        "b",
        &[
            ("section", "sum"),
            ("label", "Capital budget variance"),
            ("amount", "-1240"),
            ("unit", "thousand-pounds"),
            ("status", "red"),
            ("note", "Slippage on two schools"),
        ],
    ),
    (
        "tile",
        "c",
        &[
            ("section", "sum"),
            ("label", "Corporate plan performance"),
            ("words", "Satisfactory"),
            ("status", "green"),
            ("note", "14 of 17 measures on target"),
        ],
    ),
    (
        "tile",
        "d",
        &[
            ("section", "sum"),
            ("label", "Human resources"),
            ("amount", "8.4"),
            ("unit", "number"),
            ("status", "amber"),
            ("note", "Days lost to sickness"),
        ],
    ),
    (
        "tile",
        "e",
        &[
            ("section", "sum"),
            ("label", "Key projects"),
            ("status", "green"),
        ],
    ),
    (
        "point",
        "p1",
        &[
            ("section", "sum"),
            ("list", "achievement"),
            (
                "text",
                "Every child in care has a plan that was reviewed in time.",
            ),
        ],
    ),
    (
        "point",
        "p2",
        &[
            ("section", "sum"),
            ("list", "achievement"),
            ("text", "Two children’s centres opened ahead of plan."),
        ],
    ),
    (
        "point",
        "p3",
        &[
            ("section", "sum"),
            ("list", "achievement"),
            ("text", "Adoption is quicker than a year ago."),
        ],
    ),
    (
        "point",
        "p4",
        &[
            ("section", "sum"),
            ("list", "issue"),
            (
                "text",
                "Placements outside the borough cost more than planned.",
            ),
        ],
    ),
    (
        "point",
        "p5",
        &[
            ("section", "sum"),
            ("list", "issue"),
            ("text", "Four posts for social workers are vacant."),
        ],
    ),
    (
        "point",
        "p6",
        &[
            ("section", "sum"),
            ("list", "action"),
            ("text", "Agree the new contract for placements by March."),
        ],
    ),
    (
        "point",
        "p7",
        &[
            ("section", "sum"),
            ("list", "action"),
            (
                "text",
                "Advertise the vacant posts together with the neighbouring boroughs.",
            ),
        ],
    ),
    (
        "section",
        "rev",
        &[
            ("report", "r"),
            ("kind", "statement"),
            ("heading", "Revenue budget"),
            ("unit", "thousand-pounds"),
            ("negatives", "brackets"),
        ],
    ),
    (
        "column",
        "budget",
        &[
            ("section", "rev"),
            ("kind", "figure"),
            ("heading", "Budget"),
        ],
    ),
    (
        "column",
        "forecast",
        &[
            ("section", "rev"),
            ("kind", "figure"),
            ("heading", "Forecast"),
        ],
    ),
    (
        "column",
        "variance",
        &[
            ("section", "rev"),
            ("kind", "variance"),
            ("heading", "Variance"),
            ("budget", "budget"),
            ("actual", "forecast"),
        ],
    ),
    (
        "line",
        "care",
        &[("section", "rev"), ("label", "Social care")],
    ),
    (
        "line",
        "schools",
        &[("section", "rev"), ("label", "Schools and learning")],
    ),
    (
        "line",
        "total",
        &[("section", "rev"), ("kind", "total"), ("label", "Total")],
    ),
    (
        "amount",
        "care/budget",
        &[("line", "care"), ("column", "budget"), ("amount", "18250")],
    ),
    (
        "amount",
        "care/forecast",
        &[
            ("line", "care"),
            ("column", "forecast"),
            ("amount", "18712"),
        ],
    ),
    (
        "amount",
        "schools/budget",
        &[
            ("line", "schools"),
            ("column", "budget"),
            ("amount", "9120"),
        ],
    ),
    (
        "amount",
        "schools/forecast",
        &[
            ("line", "schools"),
            ("column", "forecast"),
            ("amount", "9084"),
        ],
    ),
    (
        "section",
        "risks",
        &[
            ("report", "r"),
            ("kind", "risk-register"),
            ("heading", "Risk register"),
            ("new_page", "yes"),
            (
                "text",
                "The register was reviewed in December. Risks are assessed before any control, now, and as they are aimed for.",
            ),
        ],
    ),
    (
        "register_risk",
        "k1",
        &[
            ("section", "risks"),
            ("reference", "CS-12"),
            ("category", "Finance"),
            ("text", "The budget for placements is overspent"),
            (
                "cause",
                "More children come into care, and fewer foster carers live in the borough.",
            ),
            (
                "consequence",
                "Other services for children are cut in the year.",
            ),
            ("owner", "finance"),
            ("initial_impact", "2"),
            ("initial_likelihood", "2"),
            ("current_impact", "3"),
            ("current_likelihood", "3"),
            ("target_impact", "2"),
            ("target_likelihood", "2"),
            (
                "movement",
                "Eleven placements outside the borough began in the quarter, against four that were planned.",
            ),
        ],
    ),
    (
        "control",
        "c1",
        &[
            ("risk", "k1"),
            ("text", "A panel agrees each placement outside the borough"),
            ("state", "in-place"),
            ("complete", "100"),
            ("due", "2010-10-31"),
            ("priority", "high"),
            ("owner", "care"),
        ],
    ),
    (
        "control",
        "c2",
        &[
            ("risk", "k1"),
            ("text", "A new contract with providers of placements"),
            ("state", "in-progress"),
            ("complete", "60"),
            ("due", "2011-03-31"),
            ("priority", "high"),
            ("owner", "finance"),
        ],
    ),
    (
        "control",
        "c3",
        &[
            ("risk", "k1"),
            ("text", "A campaign for foster carers"),
            ("state", "planned"),
            ("complete", "0"),
            ("due", "2011-05-31"),
            ("priority", "medium"),
            ("owner", "care"),
        ],
    ),
    (
        "register_risk",
        "k2",
        &[
            ("section", "risks"),
            ("reference", "CS-03"),
            ("category", "Safeguarding"),
            (
                "text",
                "A child comes to harm whom the council knew to be at risk",
            ),
            ("cause", "Cases are held by too few social workers."),
            (
                "consequence",
                "Harm to a child; an inspection outside the plan.",
            ),
            ("owner", "care"),
            ("initial_impact", "3"),
            ("initial_likelihood", "3"),
            ("current_impact", "3"),
            ("current_likelihood", "1"),
            ("target_impact", "3"),
            ("target_likelihood", "1"),
            ("movement", "Each case is now reviewed by a second manager."),
        ],
    ),
    (
        "control",
        "c4",
        &[
            ("risk", "k2"),
            ("text", "A second manager reviews each case"),
            ("state", "in-place"),
            ("complete", "100"),
            ("due", "2010-12-15"),
            ("priority", "high"),
            ("owner", "care"),
        ],
    ),
    (
        "register_risk",
        "k3",
        &[
            ("section", "risks"),
            ("reference", "CS-20"),
            ("category", "Property"),
            ("text", "The extension of Hillside School is late"),
            ("owner", "director"),
            ("initial_impact", "2"),
            ("initial_likelihood", "2"),
            ("current_impact", "2"),
            ("current_likelihood", "2"),
        ],
    ),
    (
        "register_risk",
        "k4",
        &[
            ("section", "risks"),
            ("reference", "CS-08"),
            ("category", "People"),
            ("text", "Posts for educational psychologists stay vacant"),
            ("owner", "director"),
            ("initial_impact", "2"),
            ("initial_likelihood", "3"),
            ("current_impact", "1"),
            ("current_likelihood", "1"),
            ("closed", "yes"),
        ],
    ),
    (
        "section",
        "five",
        &[
            ("report", "r"),
            ("kind", "risk-register"),
            ("heading", "Register of the partnership"),
            ("levels", "5"),
        ],
    ),
    (
        "register_risk",
        "k5",
        &[
            ("section", "five"),
            ("reference", "P-1"),
            ("text", "A partner withdraws its contribution"),
            ("initial_impact", "4"),
            ("initial_likelihood", "4"),
            ("current_impact", "4"),
            ("current_likelihood", "2"),
            ("target_impact", "3"),
            ("target_likelihood", "2"),
        ],
    ),
    (
        "section",
        "plan",
        &[
            ("report", "r"),
            ("kind", "action-plan"),
            ("heading", "Progress on the review’s recommendations"),
            ("new_page", "yes"),
            ("baseline_heading", "Position at May 2010"),
        ],
    ),
    (
        "objective",
        "o1",
        &[
            ("section", "plan"),
            ("reference", "1.1"),
            ("priority", "Safe and well cared for"),
            (
                "text",
                "Fewer children wait more than a month for a foster home",
            ),
            ("relevant_plan", "Children and Young People’s Plan"),
            ("baseline", "Nine children had waited longer than a month."),
            ("outcomes", "No child waits longer than a month."),
            ("targets", "Waits of more than a month: nil by March 2011."),
            ("funding", "£60,000 from the fostering budget."),
        ],
    ),
    (
        "task",
        "t1",
        &[
            ("objective", "o1"),
            ("text", "Train the panel for quick approvals"),
            ("milestone", "Panel trained"),
            ("due", "2010-09-30"),
            ("owner", "care"),
            ("state", "completed"),
            ("progress", "All nine members were trained by August."),
        ],
    ),
    (
        "task",
        "t2",
        &[
            ("objective", "o1"),
            ("text", "Find twelve more foster families"),
            ("milestone", "Twelve approved"),
            ("due", "2011-03-31"),
            ("owner", "care"),
            ("state", "delayed"),
            (
                "progress",
                "Five are approved; four more are being assessed.",
            ),
        ],
    ),
    (
        "objective",
        "o2",
        &[
            ("section", "plan"),
            ("reference", "1.2"),
            ("priority", "Safe and well cared for"),
            ("text", "Every care leaver has a home of their own choice"),
        ],
    ),
    (
        "task",
        "t3",
        &[
            ("objective", "o2"),
            (
                "text",
                "Agree a quota of lettings with the housing associations",
            ),
            ("owner", "director"),
            ("state", "in-progress"),
            ("progress", "Two of three associations have agreed."),
        ],
    ),
    (
        "section",
        "table",
        &[
            ("report", "r"),
            ("kind", "action-plan"),
            ("heading", "Service plan"),
            ("shape", "table"),
            ("orientation", "landscape"),
        ],
    ),
    (
        "objective",
        "o3",
        &[
            ("section", "table"),
            ("reference", "A"),
            ("text", "Standards in schools"),
        ],
    ),
    (
        "task",
        "t4",
        &[
            ("objective", "o3"),
            ("reference", "A1"),
            ("text", "Visit each school below the floor target"),
            ("milestone", "Two visits a term"),
            ("owner", "director"),
            ("state", "ongoing"),
            ("progress", "All were visited twice in the autumn."),
        ],
    ),
    (
        "task",
        "t5",
        &[
            ("objective", "o3"),
            ("reference", "A2"),
            ("text", "Agree targets with each governing body"),
            ("due", "2010-12-20"),
            ("state", "completed"),
            (
                "progress",
                "Agreed by all but one, whose governors meet in January.",
            ),
        ],
    ),
    (
        "objective",
        "o4",
        &[
            ("section", "table"),
            ("reference", "B"),
            ("text", "Attendance"),
        ],
    ),
    (
        "task",
        "t6",
        &[
            ("objective", "o4"),
            ("reference", "B1"),
            ("text", "Follow up each first day of absence"),
            ("milestone", "95% followed up"),
            ("state", "not-started"),
        ],
    ),
    (
        "section",
        "last",
        &[
            ("report", "r"),
            ("kind", "narrative"),
            ("heading", "Next steps"),
            ("text", "The next overview comes to the committee in May."),
        ],
    ),
];
