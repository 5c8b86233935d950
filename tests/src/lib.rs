//! What tests that cross crates, the measurements and the long trials share.
//!
//! - [`reports`]: reports of any size, made up.
//! - [`approval`]: somebody who lets a paper go to committee.
//! - [`programs`]: the built programs, run as a person or a script runs them.
//! - [`devhost`]: the real program over loopback, the same use cases that the window calls.
//! - [`seat`]: a person at a computer of their own, with a file open.
//! - [`synchroniser`]: a real synchroniser between two folders.
//! - [`kills`]: the trial that ends the real program at random moments.

pub mod approval;
pub mod devhost;
pub mod dice;
pub mod kills;
pub mod outside;
pub mod programs;
pub mod reports;
pub mod seat;
pub mod synchroniser;
