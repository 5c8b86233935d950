//! The rules, from the outside: books made of rows, and what follows from them.
#![allow(clippy::unwrap_used)]

mod build;
mod cards;
mod checks;
mod columns;
mod dues;
mod formulas;
mod kinds;
mod laws;
mod outlines;
mod overview;
mod rolls;
mod searches;
mod statements;
mod statuses;
mod tables;
mod travels;
