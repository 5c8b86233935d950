//! Figures and whole files in and out: the text form of a directorate's file, and blocks of cells
//! through the clipboard.
//!
//! This crate knows no database and no window. It holds no words: what it has to say is a
//! [`outturn_model::Message`].

pub mod clipboard;
mod formula;
pub mod text_form;
