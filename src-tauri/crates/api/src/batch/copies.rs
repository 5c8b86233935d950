//! Copies of a file without a window: handed out, brought in, shared, and what they keep.

use std::path::{Path, PathBuf};

use super::{Batch, Refused};
use crate::agreement::Keyboard;
use crate::outside::Outside;
use crate::refusal::Stop;
use crate::wire::{BroughtInView, Choose, ConflictView, ShareView};

impl Batch {
    /// Writes a working copy of a file for a person. The file is only read.
    ///
    /// # Errors
    /// Why not; there is no copy then.
    pub fn hand_out(
        &self,
        file: &Path,
        person: &str,
        copy: &Path,
        outside: &dyn Outside,
    ) -> Result<(), Refused> {
        let hand = || {
            self.open(file, true, outside)?
                .hand_out(person, copy, outside)
        };
        hand().map_err(|stop| self.refused(&stop))
    }

    /// Leaves out of history what was done before a day, as it is typed. Gives how many changes.
    ///
    /// # Errors
    /// Why not; nothing is changed then.
    pub fn thin(&self, file: &Path, before: &str, outside: &dyn Outside) -> Result<usize, Refused> {
        let thin = || self.open(file, false, outside)?.thin(before, outside);
        thin().map_err(|stop| self.refused(&stop))
    }

    /// Writes a copy of a file that has none of its history. The file is only read.
    ///
    /// # Errors
    /// Why not; there is no copy then.
    pub fn copy_without_history(
        &self,
        file: &Path,
        copy: &Path,
        outside: &dyn Outside,
    ) -> Result<(), Refused> {
        let write = || {
            let session = self.open(file, true, outside)?;
            session.copy_without_history(copy, outside)
        };
        write().map_err(|stop| self.refused(&stop))
    }

    /// Writes the changes that were made in a copy to a small file. Gives how many.
    ///
    /// # Errors
    /// Why not; there is no file then.
    pub fn save_changes(
        &self,
        file: &Path,
        out: &Path,
        outside: &dyn Outside,
    ) -> Result<usize, Refused> {
        let save = || self.open(file, true, outside)?.save_changes(out);
        save().map_err(|stop| self.refused(&stop))
    }

    /// Brings copies, or files of changes, in: one after the other, as changes of their own.
    ///
    /// # Errors
    /// The first that cannot be brought in; those before it have been.
    pub fn bring_in(
        &self,
        file: &Path,
        copies: &[PathBuf],
        outside: &dyn Outside,
    ) -> Result<Vec<BroughtInView>, Refused> {
        let bring = || -> Result<Vec<BroughtInView>, Stop> {
            let mut session = self.open(file, false, outside)?;
            session.know(Keyboard::in_folder(&outside.own_folder()).of(file));
            let each = copies.iter();
            each.map(|copy| session.bring_in(copy, outside, &self.words))
                .collect()
        };
        bring().map_err(|stop| self.refused(&stop))
    }

    /// Shares a file through a folder: the one given, else the one chosen last.
    ///
    /// # Errors
    /// If there is no such folder, or the file cannot be written.
    pub fn share(
        &self,
        file: &Path,
        folder: Option<&Path>,
        outside: &dyn Outside,
    ) -> Result<ShareView, Refused> {
        let share = || -> Result<ShareView, Stop> {
            let keyboard = Keyboard::in_folder(&outside.own_folder());
            let mut session = self.open(file, false, outside)?;
            session.know(keyboard.of(file));
            if folder.is_some() {
                session.share_through(folder)?;
            }
            let shared = session.share(outside, &self.words)?;
            keyboard.keep(file, session.known());
            Ok(shared)
        };
        share().map_err(|stop| self.refused(&stop))
    }

    /// What was done apart in copies of a file and has to be decided. The file is only read.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn conflicts(
        &self,
        file: &Path,
        outside: &dyn Outside,
    ) -> Result<Vec<ConflictView>, Refused> {
        let look = || self.open(file, true, outside)?.conflicts(&self.words);
        look().map_err(|stop| self.refused(&stop))
    }

    /// Settles a conflict, by its place in the list of [`Batch::conflicts`].
    ///
    /// # Errors
    /// If there is none, or it cannot be settled so; nothing is changed then.
    pub fn settle(
        &self,
        file: &Path,
        at: usize,
        choose: &Choose,
        outside: &dyn Outside,
    ) -> Result<(), Refused> {
        let settle = || -> Result<(), Stop> {
            let mut session = self.open(file, false, outside)?;
            session.know(Keyboard::in_folder(&outside.own_folder()).of(file));
            let open = session.conflicts(&self.words)?;
            let conflict = open.get(at).ok_or_else(|| Stop::new("conflict-settled"))?;
            session.settle(&conflict.id, choose, outside, &self.words)?;
            Ok(())
        };
        settle().map_err(|stop| self.refused(&stop))
    }
}
