//! Departments, people and comparators.

use super::{Source, row};
use crate::wire::PeopleView;

/// Departments, people and comparators, each in order.
pub fn people(source: Source<'_>) -> PeopleView {
    PeopleView {
        departments: source.book.departments.iter().map(row).collect(),
        people: source.book.people.iter().map(row).collect(),
        comparators: source.book.comparators.iter().map(row).collect(),
    }
}
