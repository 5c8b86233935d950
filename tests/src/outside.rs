//! An outside that repeats itself: a clock that goes on by a step, and ids that are counted.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, TimeDelta};
use outturn_api::outside::Outside;
use outturn_store::{Author, Holder, OpenOptions};

/// The outside of a test.
#[derive(Debug)]
pub struct Rehearsal {
    /// Where the program keeps its own files.
    pub folder: PathBuf,
    /// The moment now.
    pub now: DateTime<FixedOffset>,
    /// How far the clock goes on with each id.
    pub step: TimeDelta,
    /// Tells its ids and keys from those of other computers.
    pub computer: u8,
    ids: u64,
}

impl Rehearsal {
    /// Begins on the morning of 1 July 2026, and goes on by a second with each id.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        let morning = DateTime::from_timestamp(1_782_894_600, 0).unwrap_or_default();
        Self {
            folder: folder.into(),
            now: morning.fixed_offset(),
            step: TimeDelta::seconds(1),
            computer: 0,
            ids: 0,
        }
    }

    /// How its person opens a file.
    pub fn options(&self) -> OpenOptions {
        OpenOptions::new(Holder {
            who: self.person(),
            host: self.host(),
            since: self.now(),
        })
    }

    /// Its person, who changes something now.
    pub fn author(&self) -> Author {
        Author {
            person: self.person(),
            at: self.now(),
        }
    }
}

impl Outside for Rehearsal {
    fn now(&self) -> DateTime<FixedOffset> {
        self.now
    }

    fn random(&mut self) -> [u8; 10] {
        self.ids += 1;
        self.now += self.step;
        let mut bytes = [0; 10];
        bytes[0] = self.computer;
        bytes[2..].copy_from_slice(&self.ids.to_be_bytes());
        bytes
    }

    fn secret(&mut self) -> Option<[u8; 32]> {
        let mut bytes = [0; 32];
        bytes[..10].copy_from_slice(&self.random());
        Some(bytes)
    }

    fn person(&self) -> String {
        "Performance Officer".to_owned()
    }

    fn host(&self) -> String {
        "laptop-7".to_owned()
    }

    fn own_folder(&self) -> PathBuf {
        self.folder.clone()
    }

    fn documents_folder(&self) -> PathBuf {
        self.folder.clone()
    }
}
