//! The outside: the clock, randomness, who is at the keyboard and where the program keeps its own
//! files. Everything else gets these as arguments.

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, Offset, TimeZone};
use keyring_core::CredentialStore;

/// The outside, as the program needs it.
pub trait Outside: Send {
    /// The moment now, with the local offset from universal time.
    fn now(&self) -> DateTime<FixedOffset>;

    /// Ten bytes that nobody can guess or repeat.
    fn random(&mut self) -> [u8; 10];

    /// Thirty-two bytes for a secret key; nothing if this computer has none to give that nobody else
    /// could know.
    fn secret(&mut self) -> Option<[u8; 32]>;

    /// Where the system keeps its people's secrets, open while they are logged in; nothing where it has
    /// no such place.
    fn key_store(&self) -> Option<Arc<CredentialStore>> {
        None
    }

    /// The name of the person at the keyboard, as the computer knows them.
    fn person(&self) -> String;

    /// The name of this computer.
    fn host(&self) -> String;

    /// The folder in which the program keeps its own files.
    fn own_folder(&self) -> PathBuf;

    /// The folder offered for new files.
    fn documents_folder(&self) -> PathBuf;

    /// The day today.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// The outside of a program that runs on a person's computer.
#[derive(Debug, Default)]
pub struct ThisComputer {
    /// Keeps the program's own files, and new ones, in this folder instead of the usual places.
    pub folder: Option<PathBuf>,
    /// Keeps secrets in this store instead of the system's.
    pub key_store: Option<Arc<CredentialStore>>,
}

/// Names another folder for the program's own files, for tests and for portable use.
pub const OWN_FOLDER_VARIABLE: &str = "OUTTURN_FOLDER";

impl Outside for ThisComputer {
    fn now(&self) -> DateTime<FixedOffset> {
        let now = chrono::Local::now();
        now.offset().fix().from_utc_datetime(&now.naive_utc())
    }

    fn random(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        if getrandom::fill(&mut bytes).is_err() {
            // Without the system's generator the clock still tells two ids of one person apart.
            let nanos = self.now().timestamp_nanos_opt().unwrap_or_default();
            bytes[..8].copy_from_slice(&nanos.to_be_bytes());
        }
        bytes
    }

    fn secret(&mut self) -> Option<[u8; 32]> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).ok().map(|()| bytes)
    }

    fn key_store(&self) -> Option<Arc<CredentialStore>> {
        // Who gives the program a folder of its own wants all that is theirs in it: on a stick, say.
        let is_portable = self.folder.is_some() || env::var_os(OWN_FOLDER_VARIABLE).is_some();
        let own = self.key_store.clone();
        own.or_else(|| if is_portable { None } else { key_store() })
    }

    fn person(&self) -> String {
        ["USER", "USERNAME", "LOGNAME"]
            .into_iter()
            .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()))
            .unwrap_or_default()
    }

    fn host(&self) -> String {
        gethostname::gethostname().to_string_lossy().into_owned()
    }

    fn own_folder(&self) -> PathBuf {
        let named = || env::var_os(OWN_FOLDER_VARIABLE).map(PathBuf::from);
        self.folder
            .clone()
            .or_else(named)
            .or_else(|| Some(dirs::data_dir()?.join("outturn")))
            .unwrap_or_else(|| env::temp_dir().join("outturn"))
    }

    fn documents_folder(&self) -> PathBuf {
        self.folder
            .clone()
            .or_else(dirs::document_dir)
            .or_else(dirs::home_dir)
            .unwrap_or_else(env::temp_dir)
    }
}

/// The Secret Service of the desktop.
#[cfg(target_os = "linux")]
fn key_store() -> Option<Arc<CredentialStore>> {
    // Where no bus runs, asking for one would start it.
    let beside = || Some(PathBuf::from(env::var_os("XDG_RUNTIME_DIR")?).join("bus"));
    let has_bus = env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || beside().is_some_and(|socket| socket.exists());
    let store = has_bus.then(dbus_secret_service_keyring_store::Store::new);
    Some(store?.ok()?)
}

/// The login keychain.
#[cfg(target_os = "macos")]
fn key_store() -> Option<Arc<CredentialStore>> {
    Some(apple_native_keyring_store::keychain::Store::new().ok()?)
}

/// The Credential Manager.
#[cfg(windows)]
fn key_store() -> Option<Arc<CredentialStore>> {
    Some(windows_native_keyring_store::Store::new().ok()?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
fn key_store() -> Option<Arc<CredentialStore>> {
    None
}
