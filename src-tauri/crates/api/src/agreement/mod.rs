//! Authors, leads and clerks: who does what with a section, who agreed to it, and what is still to be
//! done before a paper can go to committee.
//!
//! A sign-off is over the [reading](outturn_paper::compose::readings) of a section, which is everything
//! the paper shows of it. So any change that shows makes it lapse, wherever it was made: in the
//! section, in a figure it takes from elsewhere, in a rule or in the layout.

mod asked;
mod certificate;
mod comment;
mod keyboard;
mod keys;
mod people;
mod sign;
mod standing;
mod view;
mod work;

pub(crate) use certificate::{certificate_path, issue};
pub(crate) use keyboard::{AtKeyboard, Keyboard};
pub(crate) use keys::{KeepKey, Keys};
pub(crate) use people::{may_sign, post_of};
pub(crate) use sign::edited;
pub(crate) use standing::{Standings, Stands};
pub(crate) use view::seen_all;
