//! `cargo xtask pictures`: a picture of every screen, as the browser and window tests take them on
//! their way.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{Ending, project::Project, test};

/// Puts the pictures into the named folder, or into the build folder; none is kept from before.
///
/// # Errors
/// What is wrong with the folder.
pub fn pictures(project: &Project, arguments: &[String]) -> Ending {
    let pictures = match arguments {
        [] => project.pictures.clone(),
        [folder] => std::env::current_dir().unwrap_or_default().join(folder),
        _ => return Err("`cargo xtask pictures` takes one folder.".to_owned()),
    };
    if pictures.starts_with(&project.root) && !pictures.starts_with(&project.target) {
        return Err(format!(
            "{} is in the checkout: name a folder outside it.",
            pictures.display()
        ));
    }
    for old in taken(&pictures) {
        fs::remove_file(&old).map_err(|error| format!("{}: {error}.", old.display()))?;
    }
    let project = Project {
        pictures,
        ..project.clone()
    };
    let code = test::only(&project, "browser,window")?;
    match taken(&project.pictures).is_empty() {
        false => Ok(code),
        true => Err("No picture was taken.".to_owned()),
    }
}

/// The pictures that a folder holds.
pub fn taken(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path());
    files
        .filter(|file| file.extension().is_some_and(|extension| extension == "png"))
        .collect()
}
