//! The signing key of this computer: one for whoever uses it, in the system's key store or in a file
//! under a passphrase.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use keyring_core::{CredentialStore, Entry};
use outturn_model::Message;
use outturn_sign::{KeyProblem, PublicKey, SecretKey};
use serde::{Deserialize, Serialize};

use crate::outside::Outside;
use crate::refusal::Stop;
use crate::wire::KeyState;

/// What the key store keeps keys under, together with their public halves.
const IN_STORE: &str = "Outturn signing key";

/// The signing key of this computer, and whether it is open.
#[derive(Debug)]
pub(crate) struct Keys {
    folder: PathBuf,
    open: Option<SecretKey>,
    /// The system's key store, asked for once: a desktop that has none may take its time to say so.
    store: OnceLock<Option<Arc<CredentialStore>>>,
}

/// How a new key is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeepKey<'a> {
    /// In the system's key store.
    InStore,
    /// In a file, under this passphrase.
    Under(&'a str),
}

/// What lies in the file of the key: its public half can be read without the passphrase.
#[derive(Serialize, Deserialize)]
struct Kept {
    public: String,
    /// The key under its passphrase; nothing if the key store has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

impl Keys {
    /// The key that is kept in this folder, if there is one, not yet opened.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            open: None,
            store: OnceLock::new(),
        }
    }

    /// Whether there is a key, and whether it is open.
    pub(crate) fn state(&self) -> KeyState {
        match (&self.open, self.kept()) {
            (Some(_), _) => KeyState::Ready,
            (None, Some(kept)) if kept.secret.is_none() => KeyState::Ready,
            (None, Some(_)) => KeyState::Locked,
            (None, None) => KeyState::None,
        }
    }

    /// Whether the system has a key store, so that a new key needs no passphrase.
    pub(crate) fn has_store(&self, outside: &dyn Outside) -> bool {
        self.store(outside).is_some()
    }

    /// The half that others know.
    pub(crate) fn public(&self) -> Option<PublicKey> {
        match &self.open {
            Some(key) => Some(key.public()),
            None => PublicKey::parse(&self.kept()?.public),
        }
    }

    /// Makes a key, keeps it and opens it. One that is there already is only set aside `instead`: what
    /// it signed goes on counting.
    ///
    /// # Errors
    /// If there is one already and it is not to be set aside, if the passphrase is too short, or if it
    /// cannot be kept; the key is the one that it was then.
    pub(crate) fn make(
        &mut self,
        keep: KeepKey<'_>,
        instead: bool,
        outside: &mut dyn Outside,
    ) -> Result<(), Stop> {
        if self.path().exists() && !instead {
            return Err(Stop::new("sign-key-there"));
        }
        let bytes = outside
            .secret()
            .ok_or_else(|| Stop::new("sign-no-random"))?;
        let key = SecretKey::from_bytes(bytes);
        let secret = match keep {
            KeepKey::Under(passphrase) => Some(key.to_pem(passphrase).map_err(said)?),
            KeepKey::InStore => {
                let entry = self.entry(&key.public(), outside)?;
                let kept = entry.set_secret(&key.to_bytes());
                kept.map_err(|_| Stop::new("sign-store-refused"))?;
                None
            }
        };
        let kept = Kept {
            public: key.public().to_string(),
            secret,
        };
        self.keep(&kept).map_err(|_| {
            let folder = self.folder.display().to_string();
            let message = Message::new("sign-key-not-kept").with("folder", folder);
            Stop::Said("sign-key-not-kept", message)
        })?;
        self.open = Some(key);
        Ok(())
    }

    /// Opens a key that is kept under a passphrase, until the program ends.
    ///
    /// # Errors
    /// If there is none, or the passphrase is not its own.
    pub(crate) fn open(&mut self, passphrase: &str) -> Result<(), Stop> {
        let kept = self.kept().ok_or_else(|| Stop::new("sign-no-key"))?;
        // Nobody has to know where their key is kept to be able to sign.
        if let Some(secret) = kept.secret {
            self.open = Some(SecretKey::from_pem(&secret, passphrase).map_err(said)?);
        }
        Ok(())
    }

    /// The key, to sign with. One that the key store has is taken from there.
    ///
    /// # Errors
    /// If there is none, it is not open, or the store does not give it.
    pub(crate) fn ready(&mut self, outside: &dyn Outside) -> Result<&SecretKey, Stop> {
        if self.open.is_none() {
            self.open = self.take_from_store(outside)?;
        }
        self.open.as_ref().ok_or_else(|| match self.state() {
            KeyState::None => Stop::new("sign-no-key"),
            _ => Stop::new("sign-key-locked"),
        })
    }

    /// The key, if the key store has it.
    fn take_from_store(&self, outside: &dyn Outside) -> Result<Option<SecretKey>, Stop> {
        let Some(kept) = self.kept().filter(|kept| kept.secret.is_none()) else {
            return Ok(None);
        };
        let not_given = || Stop::new("sign-not-from-store");
        let public = PublicKey::parse(&kept.public).ok_or_else(not_given)?;
        let secret = self.entry(&public, outside)?.get_secret();
        let bytes = secret.ok().and_then(|secret| secret.try_into().ok());
        let key = bytes.map(SecretKey::from_bytes);
        // One that was put there by another hand is not this person's.
        let key = key.filter(|key| key.public() == public);
        key.map(Some).ok_or_else(not_given)
    }

    /// Where the key store keeps a key.
    fn entry(&self, public: &PublicKey, outside: &dyn Outside) -> Result<Entry, Stop> {
        let store = self
            .store(outside)
            .ok_or_else(|| Stop::new("sign-no-store"))?;
        let entry = store.build(IN_STORE, &public.to_string(), None);
        entry.map_err(|_| Stop::new("sign-store-refused"))
    }

    fn store(&self, outside: &dyn Outside) -> Option<&CredentialStore> {
        self.store.get_or_init(|| outside.key_store()).as_deref()
    }

    fn path(&self) -> PathBuf {
        self.folder.join("signing-key.json")
    }

    fn kept(&self) -> Option<Kept> {
        let bytes = fs::read(self.path()).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Writes the file whole or not at all, for its owner alone. The one that is there is set aside.
    fn keep(&self, kept: &Kept) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(serde_json::to_string_pretty(kept)?.as_bytes())?;
        file.as_file().sync_all()?;
        let path = self.path();
        let aside = path.exists().then(|| self.free_name()).transpose()?;
        if let Some(aside) = &aside {
            fs::rename(&path, aside)?;
        }
        file.persist_noclobber(&path).map_err(|error| {
            if let Some(aside) = &aside {
                let _ = fs::rename(aside, &path);
            }
            error.error
        })?;
        Ok(())
    }

    /// A name that no other key was set aside under.
    fn free_name(&self) -> std::io::Result<PathBuf> {
        let names = (1..1000).map(|number| format!("signing-key-before-{number}.json"));
        let mut paths = names.map(|name| self.folder.join(name));
        let free = paths.find(|path| !path.exists());
        free.ok_or_else(|| std::io::ErrorKind::AlreadyExists.into())
    }
}

fn said(problem: KeyProblem) -> Stop {
    let message = problem.message();
    Stop::Said(message.key, message)
}
