//! What a directorate's file holds: records, identifiers, periods, figures and their invariants.
//!
//! This crate does no input or output, reads no clock and no locale, and knows no wire format.

pub mod agreement;
pub mod book;
pub mod cell;
pub mod date;
pub mod directorate;
pub mod edit;
pub mod entry;
pub mod figure;
pub mod history;
pub mod id;
pub mod measure;
pub mod message;
pub mod milestone;
pub mod period;
pub mod picture;
pub mod plan;
pub mod position;
pub mod prose;
pub mod record;
pub mod register;
pub mod report;
pub mod section;
pub mod statement;
pub mod status;
pub mod summary;

pub use book::Book;
pub use edit::{Edit, Place};
pub use id::{Id, RowId};
pub use message::{Arg, Message};
pub use period::Period;
pub use record::{Entity, Record, Row};
