//! What crosses crates: the samples from folder to paper, edits through the desk, input that cannot
//! be used, the catalogue of words, and the end of the program at random moments.
#![allow(clippy::unwrap_used)]

mod agreement;
mod bad_files;
mod bad_input;
mod changes;
mod closed;
mod copies;
mod door;
mod ends;
mod hands;
mod history;
mod keys;
mod layout;
mod roll;
mod samples;
mod sharing;
mod templates;
mod thin;
mod words;
