//! New files: written under a name of their own, and given the right one when they are whole.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::error::Problem;
use crate::held;

/// The real path of a file that is to appear, and a file of another name in the same folder.
pub(crate) fn beside(path: &Path) -> Result<(PathBuf, TempPath), Problem> {
    let target = std::path::absolute(path)?;
    if fs::symlink_metadata(&target).is_ok() {
        return Err(Problem::Exists);
    }
    let folder = target.parent().ok_or(Problem::NotAFile)?;
    if !folder.is_dir() {
        return Err(Problem::NoFolder);
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".outturn-").suffix(".part");
    #[cfg(unix)]
    {
        // What any new file of this person may be; the default is for them alone.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let temporary = builder.tempfile_in(folder)?.into_temp_path();
    Ok((target, temporary))
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
