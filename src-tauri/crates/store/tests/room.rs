//! Files that may not be written, and disks without room.
#![allow(clippy::unwrap_used)]

mod made;

use std::fs;

use made::*;
use outturn_store::{Access, Because, Store};
use outturn_words::Words;

#[test]
fn a_read_only_file_is_opened_for_reading() {
    let (folder, path) = folder();
    drop(filled(&path));
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    let before = contents(folder.path());
    let store = Store::open(&path, options()).unwrap();
    assert_eq!(store.access(), Access::ReadOnly(Because::FileIsReadOnly));
    let sentence = Words::british().say(&store.access().message().unwrap());
    assert!(sentence.contains("may not be changed"), "{sentence}");
    assert_eq!(
        store
            .book(&outturn_store::Scope::Everything)
            .unwrap()
            .measures
            .len(),
        2
    );
    drop(store);
    assert_eq!(contents(folder.path()), before);
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::{Path, PathBuf};
    use std::process::{Command, Stdio};

    use outturn_model::Entity;
    use outturn_store::{Access, Because, Problem, Scope, Store};

    use crate::made::*;

    /// A folder in which nothing can be made while this lives: by its rights, or for root by the
    /// attribute that binds root too.
    struct Sealed(PathBuf);

    impl Sealed {
        fn new(folder: &Path) -> Option<Self> {
            fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
            let sealed = Self(folder.to_owned());
            let free = || fs::write(folder.join("probe"), "").is_ok();
            if free() {
                fs::remove_file(folder.join("probe")).unwrap();
                let _ = Command::new("chattr").arg("+i").arg(folder).status();
                if free() {
                    return None;
                }
            }
            Some(sealed)
        }
    }

    impl Drop for Sealed {
        fn drop(&mut self) {
            let freed = Command::new("chattr")
                .arg("-i")
                .arg(&self.0)
                .stderr(Stdio::null())
                .status();
            drop(freed);
            let _ = fs::set_permissions(&self.0, fs::Permissions::from_mode(0o755));
        }
    }

    #[test]
    fn a_file_in_a_read_only_folder_is_opened_for_reading() {
        let (folder, path) = folder();
        drop(filled(&path));
        let before = contents(folder.path());
        let Some(sealed) = Sealed::new(folder.path()) else {
            eprintln!("not tried: no folder can be made read-only here");
            return;
        };
        let store = Store::open(&path, options()).unwrap();
        assert_eq!(store.access(), Access::ReadOnly(Because::FolderIsReadOnly));
        assert_eq!(store.book(&Scope::Everything).unwrap().measures.len(), 2);
        drop(store);
        let error = Store::create(&folder.path().join("new.outturn"), options()).unwrap_err();
        assert!(matches!(error.problem, Problem::NotAllowed), "{error}");
        drop(sealed);
        assert_eq!(contents(folder.path()), before);
    }

    /// A small disk of its own, if this process may have one.
    struct SmallDisk(tempfile::TempDir);

    impl SmallDisk {
        fn new() -> Option<Self> {
            let folder = tempfile::tempdir().unwrap();
            let mounted = Command::new("mount")
                .args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"])
                .arg(folder.path())
                .stderr(Stdio::null())
                .status();
            mounted
                .is_ok_and(|status| status.success())
                .then_some(Self(folder))
        }
    }

    impl Drop for SmallDisk {
        fn drop(&mut self) {
            let _ = Command::new("umount").arg(self.0.path()).status();
        }
    }

    #[test]
    fn on_a_full_disk_the_last_change_is_not_made_and_the_file_is_whole() {
        let Some(disk) = SmallDisk::new() else {
            eprintln!(
                "not tried: no small disk can be mounted here; a limit on pages is, elsewhere"
            );
            return;
        };
        let path = disk.0.path().join("full.outturn");
        let mut store = filled(&path);
        let mut kept = store.book(&Scope::Everything).unwrap();
        let refused = (0..1000).find_map(|number| {
            let text = format!("{number} {}", "x".repeat(30_000));
            let edit = set(Entity::Entry, "q2/ni-056", "commentary", Some(&text));
            let done = store.transact(&author(number), &LABEL, &[edit]);
            if done.is_ok() {
                kept = store.book(&Scope::Everything).unwrap();
            }
            done.err()
        });
        let error = refused.unwrap();
        assert!(matches!(error.problem, Problem::DiskFull), "{error}");
        assert_eq!(store.book(&Scope::Everything).unwrap(), kept);
        assert_eq!(store.verify().unwrap(), []);
        let error = store
            .save_copy(&disk.0.path().join("copy.outturn"))
            .unwrap_err();
        assert!(matches!(error.problem, Problem::DiskFull), "{error}");
        drop(store);
        // Takes what room is left; that it does not fit is the point.
        let _ = fs::write(disk.0.path().join("filler"), vec![0; 1 << 20]);
        let error = Store::create(&disk.0.path().join("new.outturn"), options()).unwrap_err();
        assert!(matches!(error.problem, Problem::DiskFull), "{error}");
        let store = Store::open(&path, options()).unwrap();
        assert_eq!(store.book(&Scope::Everything).unwrap(), kept);
        assert_eq!(store.verify().unwrap(), []);
        drop(store);
        assert_eq!(names(disk.0.path()), ["filler", "full.outturn"]);
    }
}
