//! The use cases of Outturn: what a window, a command line or a test can ask of an open file.
//!
//! [`Desk::call`] answers a [`wire::Request`]. Below it, [`session::Session`] has the open file and
//! [`view`] makes what screens show. No rule lives here, and no words: figures, statuses and
//! findings come from the rules, sentences from the catalogue.

mod agreement;
pub mod batch;
pub mod change;
mod check;
pub mod copies;
mod desk;
pub mod export;
mod furnish;
mod history;
mod lapse;
pub mod opening;
pub mod outside;
mod recent;
pub mod refusal;
mod roll;
pub mod session;
pub mod template;
pub mod view;
pub mod wire;

pub use desk::Desk;
pub use outturn_model::message;
