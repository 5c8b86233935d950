//! Laws that hold for any figures, and for any book at all.

use outturn_model::entry::Entry;
use outturn_model::figure::{Format, Negatives, Unit};
use outturn_model::period::Period;
use outturn_model::position::Position;
use outturn_model::record::{Entity, Kind};
use outturn_model::status::{Direction, Status};
use outturn_model::{Arg, Book, Message, Row, RowId};
use outturn_rules::appearance::Better;
use outturn_rules::card::{card, chart_points};
use outturn_rules::check::check;
use outturn_rules::completeness::completeness;
use outturn_rules::direction::compare;
use outturn_rules::due::due;
use outturn_rules::measure_table::{measure_row, shown_columns, shown_row};
use outturn_rules::rule::{Bounds, rate};
use outturn_rules::statement::statement;
use outturn_rules::status::projected;
use outturn_rules::{Appearance, Outline};
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::build::{Build, say, section};
use crate::statements::{slips, with_statement};

const FORMAT: Format = Format {
    unit: Unit::Number,
    decimals: None,
    negatives: Negatives::Minus,
};

fn figure() -> impl Strategy<Value = Decimal> {
    (-5_000_i64..5_000, 0_u32..3).prop_map(|(digits, places)| Decimal::new(digits, places))
}

fn bounds() -> impl Strategy<Value = Bounds> {
    let distance = || (0_i64..200).prop_map(Decimal::from);
    prop_oneof![
        distance().prop_map(|amber| Bounds::WithinPercent { amber }),
        (distance(), distance()).prop_map(|(green, amber)| Bounds::ShareOfTarget { green, amber }),
        distance().prop_map(|amber| Bounds::WithinPoints { amber }),
        (figure(), figure()).prop_map(|(green, amber)| Bounds::Bands { green, amber }),
        figure().prop_map(|amber| Bounds::Floor { amber }),
        figure().prop_map(|before| Bounds::LastYear {
            before: Some(before)
        }),
        (figure(), figure()).prop_map(|(low, high)| Bounds::AmberBand {
            low: Some(low.min(high)),
            high: Some(low.max(high)),
        }),
    ]
}

fn mirrored(bounds: Bounds) -> Bounds {
    match bounds {
        Bounds::Bands { green, amber } => Bounds::Bands {
            green: -green,
            amber: -amber,
        },
        Bounds::Floor { amber } => Bounds::Floor { amber: -amber },
        Bounds::LastYear { before } => Bounds::LastYear {
            before: before.map(|before| -before),
        },
        Bounds::AmberBand { low, high } => Bounds::AmberBand {
            low: high.map(|high| -high),
            high: low.map(|low| -low),
        },
        other => other,
    }
}

fn status_of(bounds: Bounds, better: Better, actual: Decimal, target: Decimal) -> Status {
    rate(bounds, better, actual, Some(target), FORMAT)
        .unwrap()
        .status
}

proptest! {
    #[test]
    fn higher_and_lower_mirror_each_other(bounds in bounds(), actual in figure(), target in figure()) {
        let higher = status_of(bounds, Better::Higher, actual, target);
        let lower = status_of(mirrored(bounds), Better::Lower, -actual, -target);
        prop_assert_eq!(higher, lower);
    }

    #[test]
    fn a_better_figure_never_has_a_worse_status(
        bounds in bounds(), one in figure(), two in figure(), target in figure()
    ) {
        let (worse, better) = (one.min(two), one.max(two));
        let of = |actual| status_of(bounds, Better::Higher, actual, target);
        // Green comes before amber and amber before red.
        prop_assert!(of(better) <= of(worse), "{worse} {better}");
    }

    #[test]
    fn a_target_reached_is_green_unless_more_is_asked(actual in figure(), target in figure(), amber in 0_i64..100) {
        let amber = Decimal::from(amber);
        for bounds in [Bounds::WithinPercent { amber }, Bounds::WithinPoints { amber }, Bounds::ShareOfTarget { green: Decimal::from(95), amber }] {
            if actual >= target {
                prop_assert_eq!(status_of(bounds, Better::Higher, actual, target), Status::Green);
            }
        }
    }

    #[test]
    fn directions_mirror_each_other(before in figure(), now in figure(), tolerance in proptest::option::of(0_i64..20)) {
        let tolerance = tolerance.map(Decimal::from);
        let higher = compare(Better::Higher, tolerance, before, now);
        prop_assert_eq!(higher, compare(Better::Lower, tolerance, -before, -now));
        if tolerance.is_none() {
            let back = match compare(Better::Higher, None, now, before) {
                Direction::Improved => Direction::Worse,
                Direction::Worse => Direction::Improved,
                same => same,
            };
            prop_assert_eq!(higher, back);
        }
    }

    #[test]
    fn a_total_is_the_sum_of_its_lines_however_they_are_grouped(
        lines in proptest::collection::vec((figure(), any::<bool>()), 1..12)
    ) {
        let mut text = String::new();
        for (figure, grouped) in &lines {
            text.push_str(&format!("line|A|{figure}\n"));
            if *grouped {
                text.push_str("subtotal|S\n");
            }
        }
        text.push_str("total|T\ntotal|T");
        let book = with_statement(Build::report("2013-14-q2", &[]), &[], &["figure"], &text).book();
        let statement = statement(&book, section(&book, "s"));
        let sum: Decimal = lines.iter().map(|(figure, _)| *figure).sum();
        let totals = statement.rows.iter().rev().take(2);
        for row in totals {
            prop_assert_eq!(row.cells[0].figure, Some(sum));
            prop_assert!(row.cells[0].slips.is_empty());
        }
    }

    /// Exact figures, each rounded for print: whatever slips appear, rounding explains them.
    #[test]
    fn rounding_explains_what_rounding_makes(
        lines in proptest::collection::vec((-9_999_i64..9_999, -9_999_i64..9_999), 1..9),
        places in 0_u32..2,
        overspend in prop_oneof![Just("negative"), Just("positive")],
    ) {
        let exact = |digits: i64| Decimal::new(digits, 2);
        let print = |figure: Decimal| {
            let mut rounded = figure.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
            rounded.rescale(places);
            rounded
        };
        let variance = |budget: Decimal, actual: Decimal| {
            if overspend == "negative" { budget - actual } else { actual - budget }
        };
        let row = |kind: &str, budget: Decimal, actual: Decimal| {
            let off = variance(budget, actual);
            let share = if budget.is_zero() {
                String::new()
            } else {
                print(off * Decimal::ONE_HUNDRED / budget.abs()).to_string()
            };
            format!("{kind}|A||{}|{}|{}|{share}\n", print(budget), print(actual), print(off))
        };
        let mut text: String = lines.iter().map(|(budget, actual)| row("line", exact(*budget), exact(*actual))).collect();
        let total = |of: fn(&(i64, i64)) -> i64| exact(lines.iter().map(of).sum());
        text.push_str(&row("total", total(|line| line.0), total(|line| line.1)));
        let kinds = ["figure", "figure", "figure", "variance", "variance-percent"];
        let book = with_statement(Build::report("2013-14-q2", &[]), &[("overspend", overspend)], &kinds, &text).book();
        for slip in slips(&statement(&book, section(&book, "s"))) {
            prop_assert!(slip.ends_with("rounding"), "{slip}\n{text}");
        }
    }

    #[test]
    fn a_slip_that_rounding_explains_is_nearer_than_one_it_does_not(
        lines in proptest::collection::vec(-99_i64..99, 1..9), near in 0_i64..9, further in 0_i64..9
    ) {
        let explained = |off: i64| {
            let mut text: String = lines.iter().map(|figure| format!("line|A|{figure}\n")).collect();
            text.push_str(&format!("total|T|{}", lines.iter().sum::<i64>() + off));
            let book = with_statement(Build::report("2013-14-q2", &[]), &[], &["figure"], &text).book();
            let slips = slips(&statement(&book, section(&book, "s")));
            prop_assert_eq!(slips.is_empty(), off == 0);
            Ok(slips.iter().all(|slip| slip.ends_with("rounding")))
        };
        for sign in [1, -1] {
            if explained(sign * (near + further))? {
                prop_assert!(explained(sign * near)?);
            }
            // Half a unit for each line and half for the total.
            let most = i64::try_from(lines.len()).unwrap().midpoint(1);
            prop_assert_eq!(explained(sign * near)?, near <= most);
        }
    }
}

/// A cell of a kind, drawn from `choice`. Ids come from few, so that rows meet, dangle and go round
/// in circles.
fn cell(kind: Kind, choice: u32) -> Option<String> {
    let pick = |from: &[&str]| from[choice as usize % from.len()].to_owned();
    let maybe = |text: String| (!choice.is_multiple_of(5)).then_some(text);
    match kind {
        Kind::Line => maybe(pick(&[
            "NI 1",
            "ni1",
            "AB",
            "ZZ",
            "A, B",
            "",
            "x",
            "[AB] + [x]",
            "total([ZZ])",
        ]))
        .filter(|text| !text.is_empty()),
        Kind::Text => maybe(pick(&[
            "Words.",
            "More words than that, over\ntwo lines",
            "(QQ)",
        ])),
        Kind::Prose => maybe(pick(&[
            "See 2.1 and section 9. (AB)",
            "- one\n- two (ZZ)",
            "# H\n\n**bold** [^1]\n\n[^1]: note",
            "in 4.4 above",
        ])),
        Kind::Decimal => maybe(pick(&[
            "0",
            "1",
            "-1",
            "66.7",
            "999999999999999999",
            "-0.00000000000000001",
            "0.5",
        ])),
        Kind::Count { least, most } => maybe((least + choice % (most - least + 1)).to_string()),
        Kind::Picture | Kind::Moment => None,
        Kind::Flag => choice.is_multiple_of(3).then(|| "yes".to_owned()),
        Kind::Date => maybe(pick(&["2009-01-31", "2008-02-29", "2013-09-30"])),
        Kind::Choice(words) => Some(pick(words)),
        Kind::Period => Some(pick(&[
            "2008-09-q3",
            "2008-09-q2",
            "2008-09",
            "2007-08",
            "2008-09-h1",
            "2008-09-m9",
        ])),
        Kind::Series => Some(pick(&["actual", "target", "a", "b"])),
        Kind::Reference(_) => Some(pick(&["a", "b", "c", "gone"])),
        Kind::Position => Position::sequence(1 + choice as usize % 6)
            .last()
            .map(|key| key.to_string()),
    }
}

fn any_book() -> impl Strategy<Value = Book> {
    let widest = Entity::ALL
        .iter()
        .map(|entity| entity.fields().len())
        .max()
        .unwrap();
    let row = proptest::collection::vec(any::<u32>(), widest);
    let table = proptest::collection::vec(row, 0..4);
    proptest::collection::vec(table, Entity::ALL.len()).prop_map(|tables| {
        Book::from_rows(|entity| {
            let place = Entity::ALL
                .iter()
                .position(|other| *other == entity)
                .unwrap();
            let rows = tables[place].iter().zip(["a", "b", "c"]);
            let rows = rows.map(|(choices, id)| {
                let fields = entity.fields().iter().zip(choices);
                let cells: Vec<_> = fields
                    .map(|(field, choice)| cell(field.kind, *choice))
                    .collect();
                let key = entity
                    .key()
                    .iter()
                    .filter_map(|name| cells[entity.field(name)?.0].clone());
                let key: Vec<String> = key.collect();
                let id = if key.is_empty() {
                    id.to_owned()
                } else {
                    key.join("/")
                };
                Row {
                    id: RowId::parse(&id).unwrap(),
                    cells,
                }
            });
            let mut rows: Vec<Row> = rows.collect();
            rows.sort_by(|a, b| a.id.cmp(&b.id));
            rows.dedup_by(|a, b| a.id == b.id);
            rows
        })
        .unwrap()
    })
}

/// A sentence of the catalogue, and so is each within it, with nothing left unsaid.
fn whole(sentence: &Message) -> Result<(), TestCaseError> {
    let said = say(sentence);
    prop_assert!(
        said != sentence.key && !said.contains('{'),
        "{sentence:?} says {said:?}"
    );
    for (_, arg) in &sentence.args {
        match arg {
            Arg::Message(inner) => whole(inner)?,
            Arg::List(inner) => inner.iter().try_for_each(whole)?,
            Arg::Text(_) | Arg::Count(_) => {}
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn any_book_can_be_checked_and_every_sentence_is_in_the_catalogue(book in any_book()) {
        for report in book.reports.iter() {
            let findings = check(&book, report);
            prop_assert_eq!(&findings, &check(&book.clone(), report));
            for finding in &findings {
                whole(&finding.sentence)?;
                whole(&finding.mend)?;
                prop_assert!(outturn_model::Place::parse(&finding.place.to_string()).is_some());
            }
            let outline = Outline::of(&book, report);
            let whole_outline = Outline::with_hidden(&book, report);
            prop_assert_eq!(whole_outline.items().len(), book.sections.under(&report.id).count());
            let shown = whole_outline.items().iter().filter(|item| !item.hidden);
            let numbers = |item: &outturn_rules::OutlineItem<'_>| (item.section.id.clone(), item.number.clone());
            prop_assert_eq!(
                shown.map(numbers).collect::<Vec<_>>(),
                outline.items().iter().map(numbers).collect::<Vec<_>>()
            );
            let counts = completeness(&book, &outline, &findings);
            prop_assert_eq!(counts.len(), outline.items().len());
            for item in outline.items() {
                whole(&item.title())?;
                for problem in statement(&book, item.section).problems {
                    whole(&problem.problem.message())?;
                    whole(&problem.problem.hint())?;
                }
                let columns = shown_columns(&book, item.section);
                for entry in book.entries.under(&item.section.id) {
                    if let Some(appearance) = Appearance::of(&book, report, entry) {
                        let row = shown_row(&appearance, &columns);
                        prop_assert_eq!(row.cells.len(), columns.len());
                        let due = due(&book, appearance.measure, report.period);
                        whole(&due.sentence())?;
                        whole(&due.sentence_of_measure())?;
                        whole(&due.next.not_until(report.period))?;
                        prop_assert!(due.next.report > report.period);
                        let none = appearance.current.is_none();
                        prop_assert!(due.missing.is_none() || none);
                        if none && due.now.is_some() {
                            prop_assert_eq!(due.missing, due.now);
                        }
                    }
                }
                for entry in book.entries.under(&item.section.id) {
                    appear(&book, report, entry)?;
                }
            }
        }
    }
}

fn appear(
    book: &Book,
    report: &outturn_model::report::Report,
    entry: &Entry,
) -> Result<(), TestCaseError> {
    let Some(appearance) = Appearance::of(book, report, entry) else {
        return Ok(());
    };
    let row = measure_row(&appearance);
    whole(&row.status.reason)?;
    whole(&row.direction.reason)?;
    if let Some(projected) = projected(&appearance) {
        whole(&projected.reason)?;
    }
    let card = card(&appearance);
    for column in &card.columns {
        prop_assert_eq!(
            column.past,
            column.period.whole_year() != report.period.whole_year()
        );
    }
    let trend = chart_points(&appearance, &card);
    let periods: Vec<Period> = card.columns.iter().map(|column| column.period).collect();
    prop_assert_eq!(&trend.periods, &periods);
    for series in &trend.series {
        whole(&series.name)?;
        prop_assert_eq!(series.points.len(), periods.len());
        for point in series.points.iter().flatten() {
            whole(&point.shown)?;
        }
    }
    Ok(())
}
