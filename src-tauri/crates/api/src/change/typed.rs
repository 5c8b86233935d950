//! What a person typed, as the cells it comes to.

use outturn_model::cell::EntryProblem;
use outturn_model::figure::{self, Entered, Unit};
use outturn_model::measure::{Series, Value};
use outturn_model::record::{Field, Kind};
use outturn_model::{Id, Period, Place, RowId, date};

use super::{ChangeProblem, not_there};

/// The fields that name a figure, and what they hold.
pub(super) type ValueKey<'a> = [(&'static str, &'a str); 3];

/// The id of a figure, and the fields that name it.
pub(super) fn value_key<'a>(
    measure: &'a str,
    series: &'a str,
    period: &'a str,
) -> Result<(Id<Value>, ValueKey<'a>), ChangeProblem> {
    let parts = (|| {
        let measure = Id::new(RowId::parse(measure).ok()?);
        let series_of = match series {
            "actual" => Series::Actual,
            "target" => Series::Target,
            id => Series::Comparator(Id::new(RowId::parse(id).ok()?)),
        };
        let period = Period::parse(period).ok()?;
        Some(Value::id_of(&measure, &series_of, period))
    })();
    let id = parts.ok_or_else(|| not_there(measure))?;
    Ok((
        id,
        [("measure", measure), ("series", series), ("period", period)],
    ))
}

/// The cells of a figure's row that say what was entered.
pub(super) fn figure_cells(entered: Entered) -> Vec<(&'static str, String)> {
    let (amount, absence, words, note, provisional) = match entered {
        Entered::Nothing => Default::default(),
        Entered::Figure {
            amount,
            note,
            provisional,
        } => (
            amount.to_string(),
            String::new(),
            String::new(),
            note,
            if provisional { "yes" } else { "" },
        ),
        Entered::Absent { absence, words } => (
            String::new(),
            absence.as_str().to_owned(),
            words,
            String::new(),
            "",
        ),
    };
    vec![
        ("amount", amount),
        ("absence", absence),
        ("words", words),
        ("note", note),
        ("provisional", provisional.to_owned()),
    ]
}

/// The canonical text of what was typed into a cell.
/// What was typed for one cell by itself, as it is stored.
///
/// # Errors
/// Why it does not fit.
pub(crate) fn typed(place: &Place, text: &str) -> Result<String, ChangeProblem> {
    let field = place.field.and_then(|name| place.entity.field(name));
    let (_, field) = field.ok_or_else(|| not_there(&place.to_string()))?;
    read_cell(field, text).map_err(|problem| ChangeProblem::Entry {
        place: place.to_string(),
        problem,
    })
}

pub(super) fn read_cell(field: &Field, text: &str) -> Result<String, EntryProblem> {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{b}'], "\n")
        .replace('\t', " ");
    let text = text.trim();
    if text.is_empty() {
        return if field.required {
            Err(EntryProblem::Missing)
        } else {
            Ok(String::new())
        };
    }
    match field.kind {
        Kind::Line => Ok(text
            .split('\n')
            .map(str::trim)
            .collect::<Vec<_>>()
            .join(" ")),
        Kind::Date => date::read(text).map(|date| date.format("%Y-%m-%d").to_string()),
        Kind::Decimal => match figure::read(text, Unit::Percent) {
            Ok(Entered::Figure { amount, note, .. }) if note.is_empty() => Ok(amount.to_string()),
            Ok(_) | Err(EntryProblem::NotANumber { .. }) => Err(EntryProblem::NotAPlainNumber {
                text: text.chars().take(40).collect(),
            }),
            Err(problem) => Err(problem),
        },
        Kind::Flag if text == "no" => Ok(String::new()),
        Kind::Period => Period::parse(text).map(|period| period.to_string()),
        _ => Ok(text.to_owned()),
    }
}
