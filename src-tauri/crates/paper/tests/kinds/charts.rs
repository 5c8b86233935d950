//! Tables with charts under them, one on pages that lie on their side.

use super::book::{LOGO, Put};

/// Its rows.
pub const ROWS: &[Put<'static>] = &[
    (
        "directorate",
        "directorate",
        &[
            ("council", "Westmere Borough Council"),
            ("accent", "#7a1f4b"),
            ("logo", LOGO),
        ],
    ),
    (
        "report",
        "r",
        &[("period", "2008-09-q3"), ("title", "Children and Learning")],
    ),
    ("section", "cover", &[("report", "r"), ("kind", "cover")]),
    (
        "section",
        "part",
        &[
            ("report", "r"),
            ("kind", "narrative"),
            ("heading", "Children with a plan"),
            ("text", "Where they stand."),
            ("new_page", "yes"),
        ],
    ),
    (
        "section",
        "shares",
        &[
            ("report", "r"),
            ("parent", "part"),
            ("kind", "schedule"),
            ("heading", "Categories"),
            ("chart", "shares"),
            ("orientation", "landscape"),
        ],
    ),
    (
        "column",
        "before",
        &[
            ("section", "shares"),
            ("kind", "figure"),
            ("heading", "Number"),
            ("group", "2007/08"),
        ],
    ),
    (
        "column",
        "before-share",
        &[
            ("section", "shares"),
            ("kind", "formula"),
            ("heading", "Share"),
            ("group", "2007/08"),
            ("unit", "percent"),
            ("formula", "share([Number])"),
        ],
    ),
    (
        "column",
        "after",
        &[
            ("section", "shares"),
            ("kind", "figure"),
            ("heading", "Number"),
            ("group", "2008/09"),
        ],
    ),
    (
        "line",
        "neglect",
        &[
            ("section", "shares"),
            ("kind", "line"),
            ("label", "Neglect"),
        ],
    ),
    (
        "line",
        "other",
        &[("section", "shares"), ("kind", "line"), ("label", "Other")],
    ),
    (
        "line",
        "all",
        &[("section", "shares"), ("kind", "total"), ("label", "All")],
    ),
    (
        "amount",
        "before/neglect",
        &[("column", "before"), ("line", "neglect"), ("amount", "60")],
    ),
    (
        "amount",
        "before/other",
        &[("column", "before"), ("line", "other"), ("amount", "20")],
    ),
    (
        "amount",
        "after/neglect",
        &[("column", "after"), ("line", "neglect"), ("amount", "81")],
    ),
    (
        "amount",
        "after/other",
        &[("column", "after"), ("line", "other"), ("amount", "74")],
    ),
    (
        "section",
        "bars",
        &[
            ("report", "r"),
            ("kind", "statement"),
            ("heading", "Variances"),
            ("unit", "thousand-pounds"),
            ("chart", "bars"),
        ],
    ),
    (
        "column",
        "variance",
        &[
            ("section", "bars"),
            ("kind", "figure"),
            ("heading", "Variance"),
        ],
    ),
    (
        "line",
        "transport",
        &[
            ("section", "bars"),
            ("kind", "line"),
            ("label", "Transport"),
        ],
    ),
    (
        "line",
        "fostering",
        &[
            ("section", "bars"),
            ("kind", "line"),
            ("label", "Fostering"),
        ],
    ),
    (
        "amount",
        "variance/transport",
        &[
            ("column", "variance"),
            ("line", "transport"),
            ("amount", "-130"),
        ],
    ),
    (
        "amount",
        "variance/fostering",
        &[
            ("column", "variance"),
            ("line", "fostering"),
            ("amount", "178"),
        ],
    ),
];
