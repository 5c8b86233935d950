//! Where things are: the checkout, the build folder, the built programs.

use std::path::{Path, PathBuf};

/// The feature selection that every build uses, so that nothing is compiled twice: it puts the
/// built screens and their content security policy into the window, as the shipped program has.
pub const SHIPPED_WINDOW: &str = "outturn/custom-protocol";

/// The checkout and its build folder.
#[derive(Clone)]
pub struct Project {
    /// The folder of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's build folder: `CARGO_TARGET_DIR`, or `target` in the checkout.
    pub target: PathBuf,
    /// Where tests put a picture of every screen that they come by.
    pub pictures: PathBuf,
}

impl Project {
    /// The checkout that `cargo xtask` was called in. A build folder may serve several, so that
    /// this program may have been built from another.
    pub fn here() -> Self {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR");
        let manifest = manifest.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let manifest = Path::new(&manifest);
        let root = manifest.ancestors().nth(2).unwrap_or(manifest).to_owned();
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .filter(|folder| !folder.is_empty())
            .map_or_else(|| root.join("target"), |folder| root.join(folder));
        let pictures = target.join("xtask/pictures");
        Self {
            root,
            target,
            pictures,
        }
    }

    /// The npm package of the screens.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The text form of the sample directorate.
    pub fn sample(&self) -> PathBuf {
        self.root.join("tests/samples/directorate-overview")
    }

    /// A program of the workspace, in a debug build.
    pub fn program(&self, name: &str) -> PathBuf {
        self.programs()
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// The folder of the programs in a debug build.
    pub fn programs(&self) -> PathBuf {
        self.target.join("debug")
    }

    /// A folder of this program's own in the build folder.
    pub fn own(&self, name: &str) -> PathBuf {
        self.target.join("xtask").join(name)
    }
}
