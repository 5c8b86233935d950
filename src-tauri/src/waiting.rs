//! Paths that wait to be opened, until the window takes them.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Paths in the order in which they came.
#[derive(Debug, Default)]
pub struct WaitingPaths(Mutex<Vec<PathBuf>>);

impl WaitingPaths {
    /// Adds paths at the end.
    pub fn add(&self, paths: Vec<PathBuf>) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.extend(paths);
    }

    /// Takes them all.
    pub fn take(&self) -> Vec<String> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *waiting)
            .into_iter()
            .map(|path| path.display().to_string())
            .collect()
    }
}
