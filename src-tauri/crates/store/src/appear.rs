//! New files: written under a name of their own, and given the right one when they are whole.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::error::Problem;
use crate::header::journal_path;
use crate::held;
use crate::lock::note_path;

/// The longest name of a file on the systems in use: bytes, or on Windows UTF-16 units.
const LONGEST_NAME: usize = 255;

/// How much longer than a file's own name are those of its journal (`NAME-journal`) and of its lock
/// note (`.~lock.NAME#`).
const BESIDE: usize = 8;

/// The real path of a file that is to appear, and a file of another name in the same folder.
pub(crate) fn beside(path: &Path) -> Result<(PathBuf, TempPath), Problem> {
    let target = std::path::absolute(path)?;
    if fs::symlink_metadata(&target).is_ok() {
        return Err(Problem::Exists);
    }
    if !name_has_room(&target) {
        return Err(Problem::NameTooLong);
    }
    let folder = target.parent().ok_or(Problem::NotAFile)?;
    if !folder.is_dir() {
        return Err(Problem::NoFolder);
    }
    Ok((target.clone(), temporary_in(folder)?))
}

/// A new file in the folder of another, under a name of its own.
pub(crate) fn temporary_beside(file: &Path) -> Result<TempPath, Problem> {
    temporary_in(file.parent().ok_or(Problem::NotAFile)?)
}

fn temporary_in(folder: &Path) -> Result<TempPath, Problem> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".outturn-").suffix(".part");
    #[cfg(unix)]
    {
        // What any new file of this person may be; the default is for them alone.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    Ok(builder.tempfile_in(folder)?.into_temp_path())
}

/// Whether the file's name, and the names of the files that lie beside it while it is open, are no
/// longer than a name can be where it is to stand.
fn name_has_room(target: &Path) -> bool {
    let name = target.file_name().unwrap_or_default();
    let length = match cfg!(windows) {
        true => name.to_string_lossy().encode_utf16().count(),
        false => name.len(),
    };
    let beside = [target.to_owned(), note_path(target), journal_path(target)];
    let too_long = |path: &Path| {
        let kind = fs::symlink_metadata(path).err().map(|error| error.kind());
        cfg!(unix) && kind == Some(io::ErrorKind::InvalidFilename)
    };
    length + BESIDE <= LONGEST_NAME && !beside.iter().any(|path| too_long(path))
}

/// Puts a file that is whole on the disk and gives it its name, unless that is taken.
pub(crate) fn appear(temporary: TempPath, target: &Path) -> Result<(), Problem> {
    File::options().write(true).open(&temporary)?.sync_all()?;
    temporary
        .persist_noclobber(target)
        .map_err(|refused| refused.error)?;
    #[cfg(unix)]
    if let Some(folder) = target.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Keeps a file of an older format beside the one that is about to be brought up to date:
/// `NAME.format-1.outturn`, or with a number where that is taken.
pub(crate) fn copy_before_migrating(real: &Path, version: u32) -> Result<(), Problem> {
    let stem = real.file_stem().unwrap_or_default().to_string_lossy();
    for number in 1_u32.. {
        let again = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let copy = real.with_file_name(format!("{stem}.format-{version}{again}.outturn"));
        let (target, temporary) = match beside(&copy) {
            Err(Problem::Exists) => continue,
            other => other?,
        };
        held::look(real, |source| {
            io::copy(source, &mut File::create(&temporary)?)
        })?;
        return appear(temporary, &target);
    }
    Err(Problem::Exists)
}
