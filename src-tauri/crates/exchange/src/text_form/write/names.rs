//! Names of the files and folders that rows get.

use std::collections::BTreeSet;

use outturn_model::{Entity, Row, RowId};

use super::{Listed, listed};

/// The longest part of an id that is used as a name as it is.
const LONGEST_NAME: usize = 100;
/// The longest name made of a heading.
const LONGEST_SLUG: usize = 40;

/// A row that has a file or folder to itself, and the name of that, without an extension.
pub(super) struct Named {
    pub name: String,
    pub listed: Listed,
}

/// Numbers rows in their order. What follows the number gives a row's id back where it can;
/// elsewhere it is what `describe` says of the row.
pub(super) fn siblings(
    entity: Entity,
    parent: &RowId,
    rows: Vec<Row>,
    describe: impl Fn(&Row) -> Option<String>,
) -> impl Iterator<Item = Named> {
    let digits = rows.len().to_string().len().max(2);
    let given_back = |row: &Row, _| own_name(parent, row).map(|_| row.id.as_str().to_owned());
    let listed = listed(entity, rows, given_back);
    let named = move |(number, listed): (usize, Listed)| {
        let own = own_name(parent, &listed.row).map(str::to_owned);
        let described = || describe(&listed.row).filter(|slug| !slug.is_empty());
        let slug = own
            .or_else(described)
            .unwrap_or_else(|| entity.table().to_owned());
        let name = format!("{number:0digits$}-{slug}");
        Named { name, listed }
    };
    (1..).zip(listed).map(named)
}

/// The part of a row's id that its name gives back.
fn own_name<'a>(parent: &RowId, row: &'a Row) -> Option<&'a str> {
    let rest = row.id.as_str().strip_prefix(parent.as_str())?;
    rest.strip_prefix('/').filter(|name| is_name(name))
}

/// The folders of reports: their ids, or names made of them where an id is no name.
pub(super) fn report_names(reports: &[Row]) -> Vec<String> {
    let plain = |row: &&Row| is_name(row.id.as_str()) && !is_reserved(row.id.as_str());
    let mut taken: BTreeSet<String> = reports
        .iter()
        .filter(plain)
        .map(|row| row.id.as_str().to_owned())
        .collect();
    let name = |row: &Row| {
        if plain(&row) {
            return row.id.as_str().to_owned();
        }
        let stem = format!("{}-{}", Entity::Report.table(), slug(row.id.as_str()));
        let numbered = (2..).map(|number| format!("{stem}-{number}"));
        let mut names = std::iter::once(stem.clone()).chain(numbered);
        let free = names.find(|name| taken.insert(name.clone()));
        free.unwrap_or(stem)
    };
    reports.iter().map(name).collect()
}

/// Whether part of an id can be the name of a file or folder on any system.
fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST_NAME
        && !text.contains('/')
        && !text.starts_with('.')
        && !text.ends_with('.')
}

/// Names that Windows keeps for devices.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let numbered = |device: &str| {
        stem.strip_prefix(device)
            .is_some_and(|rest| rest.len() == 1 && rest != "0")
    };
    ["con", "prn", "aux", "nul"].contains(&stem) || numbered("com") || numbered("lpt")
}

/// Words as part of a name: letters and digits, with a dash for everything between them.
pub(super) fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars() {
        if slug.len() >= LONGEST_SLUG {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}
