//! A private copy of a file as it stands at one moment, even while another program writes to it.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::error::Problem;
use crate::header::journal_path;
use crate::held;

/// How often a file that is being written to is read again, and how long to wait in between.
const TRIES: usize = 20;
const PAUSE: Duration = Duration::from_millis(50);

/// The copy, with the journal that lay beside the file. It goes when this is dropped.
#[derive(Debug)]
pub(crate) struct Snapshot {
    // Held for its folder, which goes with it.
    _folder: TempDir,
    pub(crate) file: PathBuf,
}

impl Snapshot {
    /// Copies a file and its journal.
    ///
    /// They are read twice over. Bytes that were the same both times were all there at the moment
    /// between the two, so the copy is what a power cut at that moment would have left.
    pub(crate) fn take(path: &Path) -> Result<Self, Problem> {
        let folder = tempfile::tempdir().map_err(Problem::from)?;
        let file = folder.path().join("copy.outturn");
        let mut last = None;
        for _ in 0..TRIES {
            let hashes = (
                copy(&journal_path(path), &journal_path(&file))?,
                copy(path, &file)?,
            );
            if hashes.1.is_none() {
                return Err(Problem::Missing);
            }
            if last.as_ref() == Some(&hashes) {
                return Ok(Self {
                    _folder: folder,
                    file,
                });
            }
            if last.is_some() {
                thread::sleep(PAUSE);
            }
            last = Some(hashes);
        }
        Err(Problem::Unsettled)
    }
}

/// Copies a file and gives the hash of its bytes; with no such file, leaves no copy.
fn copy(from: &Path, to: &Path) -> io::Result<Option<blake3::Hash>> {
    let copied = held::look(from, |source| {
        let mut target = File::create(to)?;
        let mut hasher = blake3::Hasher::new();
        let mut piece = vec![0; 1 << 16];
        loop {
            match source.read(&mut piece)? {
                0 => return Ok(hasher.finalize()),
                length => {
                    hasher.update(&piece[..length]);
                    target.write_all(&piece[..length])?;
                }
            }
        }
    });
    match copied {
        Ok(hash) => Ok(Some(hash)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            match fs::remove_file(to) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::os::unix::fs::FileExt;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    /// Writes a number at a file's beginning, then at its end, then the next number, with rests. At
    /// any one moment the beginning is what the end is, or one ahead.
    fn write_on(file: &File, length: u64, stop: &AtomicBool) {
        for number in 0_u64.. {
            if stop.load(Ordering::Relaxed) {
                return;
            }
            file.write_all_at(&number.to_le_bytes(), 0).unwrap();
            file.write_all_at(&number.to_le_bytes(), length - 8)
                .unwrap();
            if number % 20_000 == 19_999 {
                thread::sleep(Duration::from_millis(100));
            }
        }
    }

    #[test]
    fn a_copy_is_of_one_moment() {
        const LENGTH: u64 = 8 << 20;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("busy");
        let file = File::create(&path).unwrap();
        file.set_len(LENGTH).unwrap();
        let stop = AtomicBool::new(false);
        let copies: Vec<_> = thread::scope(|scope| {
            scope.spawn(|| write_on(&file, LENGTH, &stop));
            let copies = (0..8).map(|_| Snapshot::take(&path)).collect();
            stop.store(true, Ordering::Relaxed);
            copies
        });
        let mut settled = 0;
        for copy in copies {
            let copy = match copy {
                Ok(copy) => copy,
                Err(Problem::Unsettled) => continue,
                Err(other) => panic!("{other:?}"),
            };
            let bytes = fs::read(&copy.file).unwrap();
            let number = |piece: &[u8]| u64::from_le_bytes(piece.try_into().unwrap());
            let (first, last) = (number(&bytes[..8]), number(&bytes[bytes.len() - 8..]));
            assert!(first == last || first == last + 1, "{first} {last}");
            settled += 1;
        }
        assert!(settled > 0);
    }
}
