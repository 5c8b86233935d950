//! What tests that cross crates, the measurements and the long trials share.
//!
//! - [`reports`]: reports of any size, made up.
//! - [`programs`]: the built programs, run as a person or a script runs them.
//! - [`devhost`]: the real program over loopback, the same use cases that the window calls.
//! - [`kills`]: the trial that ends the real program at random moments.

pub mod devhost;
pub mod dice;
pub mod kills;
pub mod outside;
pub mod programs;
pub mod reports;
