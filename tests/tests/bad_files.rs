//! Files that cannot be used: each is refused with a sentence of its own, the same from the command
//! line and from the desk, and not a byte of it is changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use outturn_api::batch::Batch;
use outturn_tests::devhost::Devhost;
use outturn_tests::outside::Rehearsal;
use outturn_tests::programs::{Said, cli, sample};
use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A folder with one file in it, the overview.
struct Place {
    folder: TempDir,
    /// The programs' own files, elsewhere.
    own: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
            own: tempfile::tempdir().unwrap(),
        };
        let outside = Rehearsal::new(place.own.path());
        Batch::default()
            .pack(&sample("directorate-overview"), &place.file(), &outside)
            .unwrap();
        place
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("Children and Enterprise.outturn")
    }

    /// Every file of the folder.
    fn contents(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let read = |path: PathBuf| (path.clone(), fs::read(&path).unwrap_or_default());
        entries.map(|entry| read(entry.unwrap().path())).collect()
    }

    fn check(&self) -> Said {
        cli(self.own.path(), &[&"check", &self.file()])
    }

    /// Asks everything of the command line that begins with a file.
    fn everything(&self) -> [Said; 3] {
        let [paper, form] = ["paper.pdf", "form"].map(|name| self.own.path().join(name));
        let said = [
            self.check(),
            cli(
                self.own.path(),
                &[&"export", &self.file(), &"--out", &paper, &"--draft"],
            ),
            cli(self.own.path(), &[&"unpack", &self.file(), &form]),
        ];
        assert!(!paper.exists() && !form.exists(), "something was written");
        said
    }

    fn open(&self, host: &Devhost, read_only: bool) -> Result<Value, Value> {
        host.call(&json!({ "do": "open", "path": self.file().display().to_string(), "readOnly": read_only }))
    }
}

type Spoil = fn(&Path);

/// A file, what is wrong with it, the code of the refusal, and words of its sentence.
const BAD: &[(&str, Spoil, &str, &str)] = &[
    (
        "nothing there",
        |path| fs::remove_file(path).unwrap(),
        "store-missing",
        "There is no file",
    ),
    ("a folder", a_folder, "store-not-a-file", "is not a file"),
    (
        "an empty file",
        |path| fs::write(path, "").unwrap(),
        "store-empty",
        "is empty",
    ),
    (
        "not SQLite",
        |path| fs::write(path, "Minutes of the last meeting\n".repeat(99)).unwrap(),
        "store-not-a-database",
        "is not an Outturn file",
    ),
    (
        "another program's",
        another_programs,
        "store-other-program",
        "database of another program",
    ),
    (
        "a newer one",
        |path| change(path, |bytes| bytes[63] += 1),
        "store-newer",
        "newer version of Outturn (format 5; this version reads up to format 4)",
    ),
    (
        "a truncated one",
        |path| change(path, |bytes| bytes.truncate(bytes.len() / 2)),
        "store-truncated",
        "The end of",
    ),
    ("a corrupted one", corrupted, "store-damaged", "is damaged"),
    (
        "a figure changed by hand",
        altered,
        "store-altered",
        "is not what Outturn last wrote",
    ),
];

fn a_folder(path: &Path) {
    fs::remove_file(path).unwrap();
    fs::create_dir(path).unwrap();
}

fn another_programs(path: &Path) {
    fs::remove_file(path).unwrap();
    let conn = Connection::open(path).unwrap();
    conn.execute_batch("CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('Soup')")
        .unwrap();
}

/// Noise in the middle: over the page on which the table of measures begins.
fn corrupted(path: &Path) {
    let conn = Connection::open(path).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'measure'";
    let page: u32 = conn.query_row(sql, [], |row| row.get(0)).unwrap();
    let page = usize::try_from(page).unwrap();
    drop(conn);
    change(path, |bytes| {
        for (at, byte) in bytes[(page - 1) * 4096..page * 4096].iter_mut().enumerate() {
            *byte = u8::try_from(at * 151 % 256).unwrap();
        }
    });
}

/// One digit of a budget, changed where it is stored.
fn altered(path: &Path) {
    let conn = Connection::open(path).unwrap();
    let changed = conn
        .execute(
            "UPDATE amount SET amount = '3871' WHERE amount = '3870'",
            [],
        )
        .unwrap();
    assert_eq!(changed, 1);
}

fn change(path: &Path, with: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).unwrap();
    with(&mut bytes);
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_bad_file_is_refused_in_its_own_words_and_left_as_it_is() {
    let own = tempfile::tempdir().unwrap();
    let host = Devhost::start(own.path(), "Head of Service").unwrap();
    let mut sentences = Vec::new();
    for (case, spoil, code, words) in BAD {
        let place = Place::new();
        spoil(&place.file());
        let before = place.contents();
        let refusals = [false, true].map(|read_only| place.open(&host, read_only).expect_err(case));
        for refusal in &refusals {
            let sentence = refusal["sentence"].as_str().unwrap();
            assert_eq!(refusal["code"], *code, "{case}: {sentence}");
            assert_eq!(refusal["readOnlyPossible"], false, "{case}");
            assert!(
                sentence.contains(words) && sentence.contains("Children and Enterprise.outturn"),
                "{case}: {sentence}"
            );
            assert!(!sentence.contains(['{', '}']), "{case}: {sentence}");
        }
        for said in place.everything() {
            assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{case}");
            assert_eq!(
                Some(said.err.trim_end()),
                refusals[1]["sentence"].as_str(),
                "{case}"
            );
        }
        assert!(place.contents() == before, "{case}: something was changed");
        sentences.push(refusals[0]["sentence"].clone());
    }
    sentences.dedup();
    assert_eq!(sentences.len(), BAD.len());
}

#[test]
fn a_locked_file_says_who_has_it_and_can_still_be_read() {
    let place = Place::new();
    let [one, two] = ["Head of Families", "Clerk"]
        .map(|person| Devhost::start(place.own.path(), person).unwrap());
    place.open(&one, false).unwrap();
    let before = place.contents();

    let refusal = place.open(&two, false).unwrap_err();
    assert_eq!(refusal["code"], "store-locked-by");
    assert_eq!(refusal["readOnlyPossible"], true);
    let sentence = refusal["sentence"].as_str().unwrap();
    assert!(
        sentence.contains("is open for Head of Families on "),
        "{sentence}"
    );
    let since = sentence.split_once(" since ").unwrap().1;
    let digits = since.split(' ').next().unwrap().replace(':', "");
    assert!(
        digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()),
        "{sentence}"
    );
    assert!(since.contains("open it for reading only"), "{sentence}");

    let workspace = place.open(&two, true).unwrap();
    let why = workspace["with"]["readOnly"].as_str().unwrap();
    assert!(why.contains("reading only"), "{why}");
    let refusal = two.call(&a_new_title()).unwrap_err();
    assert_eq!(refusal["code"], "store-read-only");
    assert_eq!(place.check().code, Some(0));
    assert!(place.contents() == before);
    drop(two);

    // Whoever has it is not disturbed, and leaves nothing behind.
    one.call(&a_new_title()).unwrap();
    one.call(&json!({ "do": "close" })).unwrap();
    assert_eq!(place.contents().len(), 1);
}

#[test]
fn a_read_only_file_is_read_and_not_changed() {
    let place = Place::new();
    let mut rights = fs::metadata(place.file()).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(place.file(), rights).unwrap();
    let before = place.contents();
    let host = Devhost::start(place.own.path(), "Head of Families").unwrap();
    let workspace = place.open(&host, false).unwrap();
    let why = workspace["with"]["readOnly"].as_str().unwrap();
    assert!(why.contains("may not be changed"), "{why}");
    let refusal = host.call(&a_new_title()).unwrap_err();
    assert_eq!(refusal["code"], "store-read-only");
    assert!(
        refusal["sentence"]
            .as_str()
            .unwrap()
            .contains("reading only"),
        "{refusal}"
    );
    assert_eq!(place.check().code, Some(0));
    host.call(&json!({ "do": "close" })).unwrap();
    assert!(place.contents() == before);
}

fn a_new_title() -> Value {
    json!({ "do": "edit", "changes": [{ "change": "set", "place": "report/2013-14-q2#title", "text": "Another title" }] })
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let place = Place::new();
    let own = place.own.path();
    let before = place.contents();
    let form = sample("directorate-overview");
    let new: [&dyn AsRef<std::ffi::OsStr>; 4] = [&"new", &place.file(), &"--period", &"2026-27-q2"];
    for said in [cli(own, &[&"pack", &form, &place.file()]), cli(own, &new)] {
        assert_eq!(said.code, Some(2));
        assert!(said.err.contains("There is already a file"), "{}", said.err);
    }
    let unpack = cli(own, &[&"unpack", &place.file(), &place.folder.path()]);
    assert_eq!(unpack.code, Some(2));
    assert!(
        unpack.err.contains("is not an empty folder"),
        "{}",
        unpack.err
    );
    let export = cli(
        own,
        &[
            &"export",
            &place.file(),
            &"--out",
            &place.file(),
            &"--draft",
        ],
    );
    assert_eq!(export.code, Some(2));
    assert!(export.err.contains(".pdf"), "{}", export.err);
    assert!(place.contents() == before);

    let paper = own.join("paper.pdf");
    fs::write(&paper, "last quarter's").unwrap();
    let export = |overwrite: &[&dyn AsRef<std::ffi::OsStr>]| {
        let words: [&dyn AsRef<std::ffi::OsStr>; 5] =
            [&"export", &place.file(), &"--out", &paper, &"--draft"];
        cli(own, &[&words[..], overwrite].concat())
    };
    let refused = export(&[]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("is there already"), "{}", refused.err);
    assert_eq!(fs::read_to_string(&paper).unwrap(), "last quarter's");
    assert_eq!(export(&[&"--overwrite"]).code, Some(0));
    assert!(fs::read(&paper).unwrap().starts_with(b"%PDF-"));
}

/// A small disk of its own, where this process may have one.
struct SmallDisk(TempDir);

impl SmallDisk {
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", "size=128k", "tmpfs"])
            .arg(folder.path());
        let mounted = mount.stderr(Stdio::null()).status();
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

/// A folder in which nothing can be made while this lives: by its rights, or for root by the
/// attribute that binds root too.
#[cfg(target_os = "linux")]
struct Sealed(TempDir);

#[cfg(target_os = "linux")]
impl Sealed {
    fn new() -> Option<Self> {
        use std::os::unix::fs::PermissionsExt;
        let sealed = Self(tempfile::tempdir().unwrap());
        let folder = sealed.0.path();
        fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
        let free = || fs::write(folder.join("probe"), "").is_ok();
        if free() {
            fs::remove_file(folder.join("probe")).unwrap();
            let mut bind = Command::new("chattr");
            let _ = bind.arg("+i").arg(folder).stderr(Stdio::null()).status();
            if free() {
                return None;
            }
        }
        Some(sealed)
    }
}

#[cfg(target_os = "linux")]
impl Drop for Sealed {
    fn drop(&mut self) {
        use std::os::unix::fs::PermissionsExt;
        let mut free = Command::new("chattr");
        let _ = free
            .arg("-i")
            .arg(self.0.path())
            .stderr(Stdio::null())
            .status();
        let _ = fs::set_permissions(self.0.path(), fs::Permissions::from_mode(0o755));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn in_a_folder_that_may_not_be_written_nothing_is_said_of_files_that_are_not_there() {
    let Some(sealed) = Sealed::new() else {
        eprintln!("not tried: no folder can be made read-only here");
        return;
    };
    let place = Place::new();
    let own = place.own.path();
    let [file, form] = ["new.outturn", "form"].map(|name| sealed.0.path().join(name));
    for said in [
        cli(own, &[&"pack", &sample("directorate-overview"), &file]),
        cli(own, &[&"new", &file, &"--period", &"2026-27-q2"]),
        cli(own, &[&"unpack", &place.file(), &form]),
    ] {
        assert_eq!(said.code, Some(2), "{}", said.err);
        let plain = said
            .err
            .contains("cannot be made: you are not allowed to write");
        assert!(plain && !said.err.contains("partial"), "{}", said.err);
    }
}

#[test]
fn on_a_full_disk_nothing_is_left_half_written() {
    let Some(disk) = SmallDisk::new() else {
        eprintln!("not tried: no small disk can be mounted here");
        return;
    };
    let place = Place::new();
    let own = place.own.path();
    let [file, paper, form] =
        ["new.outturn", "paper.pdf", "form"].map(|name| disk.0.path().join(name));
    for (said, words) in [
        (
            cli(own, &[&"pack", &sample("directorate-overview"), &file]),
            "There is no room left on the disk",
        ),
        (
            cli(
                own,
                &[&"export", &place.file(), &"--out", &paper, &"--draft"],
            ),
            "could not be written",
        ),
        (
            cli(own, &[&"unpack", &place.file(), &form]),
            "There is no room left on the disk",
        ),
    ] {
        assert_eq!(said.code, Some(2), "{}", said.err);
        assert!(said.err.contains(words), "{}", said.err);
        assert_eq!(
            fs::read_dir(disk.0.path()).unwrap().count(),
            0,
            "{}",
            said.err
        );
    }
}
