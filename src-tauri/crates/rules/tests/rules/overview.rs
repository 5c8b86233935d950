//! The four department statements of a real directorate overview, figure by figure.

use outturn_rules::check::check;
use outturn_rules::measure_table::measure_row;
use outturn_rules::statement::statement;

use crate::build::{Build, appearance, figure, report, say, section};
use crate::statements::{slips, with_statement};

const CHILDREN_AND_FAMILIES: &str = "
    line|Employees|8016|4089|4100|-11
    line|Premises|418|201|206|-5
    line|Supplies & Services|1332|511|437|74
    line|Transport|34|6|5|1
    line|Agency Related Expenditure|305|147|141|6
    line|Commissioned Services|404|157|147|10
    line|Out of Borough Placements|1600|871|1287|-416
    line|Out of Borough Adoption|80|56|43|13
    line|Out of Borough Fostering|414|137|110|27
    line|In House Adoption|387|84|382|-298
    line|In House Foster Carer Placements|1695|868|919|-51
    line|Care Leavers|316|121|100|21
    line|Family Support|113|37|23|14
    line|Capital Financing|11|9|9|0
    subtotal|Total Expenditure|15125|7294|7909|-615
    line|Fees & Charges|-113|-56|-62|6
    line|Adoption Placements|-42|0|0|0
    line|Transfer to/from Reserves|-1726|-1322|-1322|0
    line|Early Intervention Grant|0|0|0|0
    line|Government Grant Income|0|0|0|0
    line|Reimbursements & Other Grant Income|-222|-20|-21|1
    subtotal|Total Income|-2103|-1398|-1405|7
    total|NET OPERATIONAL BUDGET|13022|5896|6504|-608
    line|Premises Support Costs|347|174|174|0
    line|Transport Support Costs|91|42|42|0
    line|Central Support Service Costs|3090|1535|1535|0
    line|Asset Rental Support Costs|46|0|0|0
    subtotal|Total Recharges|3574|1751|1751|0
    total|Net Expenditure|16596|7647|8255|-608
";

const LEARNING_AND_ACHIEVEMENT: &str = "
    line|Employees|3870|1436|1374|63
    line|Premises|10|7|7|0
    line|Supplies & Services|982|157|61|96
    line|Agency Related Expenditure|91|41|35|6
    line|Commissioned Services|34|0|0|0
    line|Independent School Fees|1584|692|692|0
    line|Asset Recharges|3|1|1|0
    line|Inter Authority Recoupment|811|198|198|0
    line|Speech Therapy|120|60|60|0
    subtotal|Total Expenditure|7505|2592|2428|164
    line|Fees & Charges|-153|-27|-32|5
    line|Government Grant Income|-77|-39|-39|0
    line|Inter Authority Income|-578|-15|-15|0
    line|Reimbursements & Other Income|-40|-5|-6|1
    line|Schools SLA Income|-39|-32|-32|0
    subtotal|Total Income|-887|-118|-124|6
    total|NET OPERATIONAL BUDGET|6618|2474|2304|170
    line|Premises Support Costs|112|56|56|0
    line|Transport Support Costs|19|10|10|0
    line|Central Support Service Costs|667|334|334|0
    line|Asset Rental Support Costs|1|0|0|0
    subtotal|Total Recharges|799|400|400|0
    total|Net Expenditure|7417|2874|2704|170
";

const ORGANISATION_AND_PROVISION: &str = "
    line|Employees|3602|1658|1609|49
    line|Premises|438|29|29|0
    line|Supplies & Services|1191|524|514|10
    line|Transport|5|1|1|0
    line|Agency Related Expenditure|1954|255|251|4
    line|Commissioned Services - Youth Serv.|900|450|450|0
    line|Commissioned Services|1695|509|500|9
    line|Connexions|1123|442|363|79
    line|Capital Financing|11|10|10|0
    line|Nursery Education Payments|2170|1737|1737|0
    line|Schools Contingency Costs|397|0|0|0
    line|NQT Contingency|230|0|0|0
    line|Schools Non Delegated Support|99|3|3|0
    line|Schools Transport|866|320|338|-18
    line|Special Education Needs Contingency|1129|155|155|0
    subtotal|Total Expenditure|15810|6093|5960|133
    line|Fees & Charges|-271|-22|-22|0
    line|Transfer to / from Reserves|-571|-571|-571|0
    line|Dedicated Schools Grant|-10926|-5561|-5561|0
    line|Reimbursements & Other Income|-461|-332|-341|9
    line|Schools SLA Income|-527|-527|-547|20
    subtotal|Total Income|-12756|-7013|-7042|29
    total|NET OPERATIONAL BUDGET|3054|-920|-1082|162
    line|Premises Support Costs|167|86|86|0
    line|Transport Support Costs|272|152|152|0
    line|Central Support Service Costs|1141|445|445|0
    line|Asset Rental Support Costs|6854|0|0|0
    subtotal|Total Recharges|8434|683|683|0
    total|Net Expenditure|11488|-237|-399|162
";

const ECONOMY_AND_PROPERTY: &str = "
    line|Employees|4360|2184|2225|-41
    line|Repairs & Maintenance|2541|1264|1262|2
    line|Energy & Water Costs|603|283|279|4
    line|NNDR|647|806|809|-3
    line|Rents|372|291|291|0
    line|Marketing Programme|85|15|12|3
    line|Promotions|60|12|6|6
    line|Supplies & Services|1240|536|526|10
    line|Capital Financing|7|4|4|0
    line|Other|4|5|5|0
    line|Agency Related Payments|176|90|90|0
    subtotal|Total Expenditure|10095|5490|5509|-19
    line|Fees & Charges|-501|-398|-398|0
    line|Rent - Markets|-758|-382|-382|0
    line|Rent - Industrial|-970|-440|-422|-18
    line|Rent - Commercial|-516|-324|-320|-4
    line|Government Grant Income|-916|-431|-431|0
    line|Transfer from Reserves|-215|-100|-100|0
    line|Recharges to Capital|-649|-325|-325|0
    line|Reimbursements & Other Grant Income|-370|-39|-38|-1
    line|Schools SLA Income|-501|-501|-501|0
    subtotal|Total Income|-5396|-2940|-2917|-23
    total|NET OPERATIONAL BUDGET|4699|2550|2592|-42
    line|Premises Support Costs|1498|767|767|0
    line|Transport Support Costs|38|16|16|0
    line|Central Support Service Costs|1707|870|870|0
    line|Asset Rental Support Costs|2390|0|0|0
    line|Repairs & Maintenance Recharge Income|-2185|-1093|-1093|0
    line|Accommodation Recharge Income|-2759|-1380|-1380|0
    line|Central Supp. Service Rech Income|-1891|-946|-946|0
    subtotal|Total Recharges|-1202|-1766|-1766|0
    total|Net Expenditure|3497|784|826|-42
";

const COLUMNS: &[&str] = &["figure", "figure", "figure", "variance"];
const SETTINGS: &[(&str, &str)] = &[("unit", "thousand-pounds"), ("negatives", "brackets")];

#[test]
fn the_departments_statements_have_two_slips_and_no_others() {
    for (lines, expected) in [
        (CHILDREN_AND_FAMILIES, &[][..]),
        (
            LEARNING_AND_ACHIEVEMENT,
            &[
                "Employees / Column 3 along: 63 for 62, rounding",
                "Total Expenditure / Column 3 down: 164 for 165, rounding",
            ],
        ),
        (ORGANISATION_AND_PROVISION, &[]),
        (ECONOMY_AND_PROPERTY, &[]),
    ] {
        let book =
            with_statement(Build::report("2013-14-q2", &[]), SETTINGS, COLUMNS, lines).book();
        assert_eq!(slips(&statement(&book, section(&book, "s"))), expected);

        let findings = check(&book, report(&book));
        let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, vec!["statement-slip"; expected.len()]);
    }
}

#[test]
fn every_total_is_worked_out_as_it_is_printed_where_none_is_supplied() {
    for lines in [
        CHILDREN_AND_FAMILIES,
        ORGANISATION_AND_PROVISION,
        ECONOMY_AND_PROPERTY,
    ] {
        let figures = |line: &str| {
            line.split('|')
                .skip(2)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let bare: String = lines
            .lines()
            .map(
                |line| match line.trim().split('|').collect::<Vec<_>>()[..] {
                    ["line", label, annual, budget, actual, _] => {
                        format!("line|{label}|{annual}|{budget}|{actual}\n")
                    }
                    [kind, label, ..] => format!("{kind}|{label}\n"),
                    _ => String::new(),
                },
            )
            .collect();
        let book =
            with_statement(Build::report("2013-14-q2", &[]), SETTINGS, COLUMNS, &bare).book();
        let statement = statement(&book, section(&book, "s"));
        let printed = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        for (row, line) in statement.rows.iter().zip(printed) {
            let worked: Vec<_> = row
                .cells
                .iter()
                .map(|cell| cell.figure.unwrap().to_string())
                .collect();
            assert_eq!(worked, figures(line), "{line}");
        }
    }
}

#[test]
fn a_slip_is_told_in_words() {
    let settings = [SETTINGS, &[("heading", "Learning & Achievement")][..]].concat();
    let build = Build::report("2013-14-q2", &[]);
    let book = with_statement(build, &settings, COLUMNS, LEARNING_AND_ACHIEVEMENT).book();
    let said: Vec<_> = check(&book, report(&book))
        .iter()
        .map(|finding| say(&finding.sentence))
        .collect();
    assert_eq!(
        said,
        [
            "1 Learning & Achievement: Employees, Column 3 is 63, but the figures of its line make 62. Rounding alone can explain it.",
            "1 Learning & Achievement: Total Expenditure, Column 3 is 164, but the figures above it make 165. Rounding alone can explain it.",
        ]
    );
}

#[test]
fn a_measure_table_shows_last_year_the_target_and_now() {
    for (measure, values, entry, expected) in [
        (
            &[("unit", "percent")][..],
            &[
                ("actual", "2012-13 15, 2013-14-q2 12"),
                ("target", "2013-14 10"),
            ][..],
            &[("status", "green"), ("direction", "improved")][..],
            "15 10 12 green improved",
        ),
        (
            &[],
            &[
                (
                    "actual",
                    "2012-13 =not-applicable, 2013-14-q2 =not-applicable",
                ),
                ("target", "2013-14 =not-applicable"),
            ],
            &[],
            "- - - not-applicable not-comparable",
        ),
        (
            &[("polarity", "lower-is-better")],
            &[
                ("actual", "2012-13-q2 6.1, 2012-13-q4 5.2, 2013-14-q2 4.5"),
                ("target", "2013-14-q2 5.2"),
            ],
            &[("status", "green")],
            "5.2 5.2 4.5 green improved",
        ),
    ] {
        let basis = [("direction_basis", "same-period-last-year")];
        let mut build = Build::report("2013-14-q2", &basis)
            .rule("rule", "judgement", "", "")
            .card(measure, entry);
        for (series, figures) in values {
            build = build.values("m", series, figures);
        }
        let book = build.book();
        let row = measure_row(&appearance(&book, "e"));
        assert_eq!(
            (row.last_year.to_string(), row.year.to_string()),
            ("2012-13".into(), "2013-14".into())
        );
        let shown = [
            figure(row.last_actual),
            figure(row.target),
            figure(row.current.map(|current| current.value)),
            row.status.status.as_str().to_owned(),
            row.direction.direction.as_str().to_owned(),
        ];
        assert_eq!(shown.join(" "), expected);
    }
}
