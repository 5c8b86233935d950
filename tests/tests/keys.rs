//! A signing key that the system's key store keeps: a real one, on a message bus of the test's own.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use keyring_core::{CredentialStore, mock};
use outturn_api::batch::{Batch, Signer};
use outturn_api::outside::ThisComputer;
use outturn_tests::outside::Rehearsal;
use outturn_tests::programs::{Said, program, sample};
use serde_json::Value;
use tempfile::TempDir;

/// Opens the key store of whoever logs in, as their desktop does.
const OPENED: &str = r#"printf 'of the login' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@""#;
/// Leaves it locked; nobody is there to answer when it asks for its passphrase.
const LOCKED: &str = r#"gnome-keyring-daemon --start --components=secrets >/dev/null && exec "$@""#;

/// Somebody's account on a computer with a desktop.
struct Account {
    home: TempDir,
    file: PathBuf,
}

impl Account {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("report.outturn");
        let outside = Rehearsal::new(home.path());
        let whole = sample("decision-report");
        Batch::default().pack(&whole, &file, &outside).unwrap();
        Self { home, file }
    }

    /// Runs `outturn-cli` in a session of the desktop, which begins with a script.
    fn in_session(&self, script: &str, arguments: &[&str]) -> Said {
        let mut command = Command::new("dbus-run-session");
        command.args(["--", "sh", "-c", script, "session"]);
        self.end(command, arguments)
    }

    /// Runs it where there is no desktop.
    fn without_session(&self, arguments: &[&str]) -> Said {
        self.end(Command::new("env"), arguments)
    }

    fn end(&self, mut command: Command, arguments: &[&str]) -> Said {
        let home = self.home.path();
        let output = command
            .arg(program("outturn-cli"))
            .args(arguments)
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_RUNTIME_DIR", home)
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env_remove("DISPLAY")
            .env_remove("OUTTURN_FOLDER")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Said {
            code: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    fn sign(&self, session: Option<&str>, more: &[&str]) -> Said {
        let file = self.file.to_str().unwrap();
        let mut arguments = vec!["sign", file, "--as", "corporate-director"];
        arguments.extend(more);
        match session {
            Some(script) => self.in_session(script, &arguments),
            None => self.without_session(&arguments),
        }
    }

    fn own(&self) -> PathBuf {
        self.home.path().join("data/outturn")
    }
}

fn kept(file: &Path) -> Value {
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

#[test]
fn a_key_in_the_key_store_signs_at_every_login_and_nowhere_else() {
    let account = Account::new();
    let none = account.without_session(&["make-key"]);
    assert!(none.err.contains("no key store"), "{none:?}");
    assert_eq!(none.code, Some(2), "{none:?}");
    assert!(!account.own().join("signing-key.json").exists());

    let made = account.in_session(OPENED, &["make-key"]);
    assert_eq!(made.code, Some(0), "{made:?}");
    let file = account.own().join("signing-key.json");
    let key = kept(&file);
    assert_eq!(key.as_object().unwrap().len(), 1, "{key}");
    assert!(made.out.contains("Made your signing key"), "{made:?}");

    // A store that stays locked, and a computer without one.
    for session in [Some(LOCKED), None] {
        let refused = account.sign(session, &[]);
        assert_eq!(refused.code, Some(2), "{refused:?}");
        assert!(refused.err.contains("key store"), "{refused:?}");
    }

    // The next login: nothing is asked for.
    let signed = account.sign(Some(OPENED), &[]);
    assert_eq!(signed.code, Some(0), "{signed:?}");
    let verified = account.without_session(&["verify", account.file.to_str().unwrap()]);
    assert!(verified.out.contains("Signed off"), "{verified:?}");

    // Another key, under a passphrase: the first is set aside, and what it signed counts.
    let words = account.home.path().join("words.txt");
    fs::write(&words, "three plain words\n").unwrap();
    let words = words.to_str().unwrap();
    let there = account.without_session(&["make-key", "--passphrase-file", words]);
    assert!(there.err.contains("a signing key already"), "{there:?}");
    let another = account.without_session(&["make-key", "--instead", "--passphrase-file", words]);
    assert_eq!(another.code, Some(0), "{another:?}");
    assert_eq!(kept(&account.own().join("signing-key-before-1.json")), key);
    assert_ne!(kept(&file)["public"], key["public"]);
    let still = account.without_session(&["verify", account.file.to_str().unwrap()]);
    assert_eq!(still.out, verified.out);
}

#[test]
fn a_key_that_the_store_has_lost_or_that_another_put_there_signs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.outturn");
    let own = folder.path().join("own");
    let store: Arc<CredentialStore> = mock::Store::new().unwrap();
    let mut computer = ThisComputer {
        folder: Some(own.clone()),
        key_store: Some(Arc::clone(&store)),
    };
    let batch = Batch::default();
    let whole = sample("decision-report");
    batch.pack(&whole, &file, &computer).unwrap();
    batch.make_key(None, false, &mut computer).unwrap();
    let mut sign = || {
        let signer = Signer {
            person: Some("corporate-director"),
            passphrase: None,
        };
        let signed = batch.sign(&file, None, &[], None, &signer, &mut computer);
        signed.map_err(|refused| refused.0[0].code.clone())
    };
    let public = kept(&own.join("signing-key.json"))["public"].clone();
    let entry = store.build("Outturn signing key", public.as_str().unwrap(), None);
    let entry = entry.unwrap();
    let secret = entry.get_secret().unwrap();
    entry.set_secret(&[9; 32]).unwrap();
    assert_eq!(sign(), Err("sign-not-from-store".to_owned()));
    entry.delete_credential().unwrap();
    assert_eq!(sign(), Err("sign-not-from-store".to_owned()));
    entry.set_secret(&secret).unwrap();
    assert!(sign().unwrap() > 5);
}
