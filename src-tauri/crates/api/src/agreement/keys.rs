//! The signing key of this computer: one for whoever uses it, in a file under a passphrase.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use outturn_model::Message;
use outturn_sign::{KeyProblem, PublicKey, SecretKey};
use serde::{Deserialize, Serialize};

use crate::outside::Outside;
use crate::refusal::Stop;
use crate::wire::KeyState;

/// The signing key of this computer, and whether it is open.
#[derive(Debug)]
pub(crate) struct Keys {
    folder: PathBuf,
    open: Option<SecretKey>,
}

/// The key as it lies in its file: its public half can be read without the passphrase.
#[derive(Serialize, Deserialize)]
struct Kept {
    public: String,
    secret: String,
}

impl Keys {
    /// The key that is kept in this folder, if there is one, not yet opened.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            open: None,
        }
    }

    /// Whether there is a key, and whether it is open.
    pub(crate) fn state(&self) -> KeyState {
        match (&self.open, self.public()) {
            (Some(_), _) => KeyState::Ready,
            (None, Some(_)) => KeyState::Locked,
            (None, None) => KeyState::None,
        }
    }

    /// The half that others know.
    pub(crate) fn public(&self) -> Option<PublicKey> {
        match &self.open {
            Some(key) => Some(key.public()),
            None => PublicKey::parse(&self.kept()?.public),
        }
    }

    /// Makes a key, keeps it under a passphrase and opens it.
    ///
    /// # Errors
    /// If there is one already, if the passphrase is too short, or if it cannot be kept; there is no
    /// key then.
    pub(crate) fn make(&mut self, passphrase: &str, outside: &mut dyn Outside) -> Result<(), Stop> {
        if self.path().exists() {
            return Err(Stop::new("sign-key-there"));
        }
        let bytes = outside
            .secret()
            .ok_or_else(|| Stop::new("sign-no-random"))?;
        let key = SecretKey::from_random(bytes);
        let kept = Kept {
            public: key.public().to_string(),
            secret: key.to_pem(passphrase).map_err(said)?,
        };
        self.keep(&kept).map_err(|_| {
            let folder = self.folder.display().to_string();
            let message = Message::new("sign-key-not-kept").with("folder", folder);
            Stop::Said("sign-key-not-kept", message)
        })?;
        self.open = Some(key);
        Ok(())
    }

    /// Opens the key until the program ends.
    ///
    /// # Errors
    /// If there is none, or the passphrase is not its own.
    pub(crate) fn open(&mut self, passphrase: &str) -> Result<(), Stop> {
        let kept = self.kept().ok_or_else(|| Stop::new("sign-no-key"))?;
        let key = SecretKey::from_pem(&kept.secret, passphrase).map_err(said)?;
        self.open = Some(key);
        Ok(())
    }

    /// The key, to sign with.
    ///
    /// # Errors
    /// If there is none, or it is not open.
    pub(crate) fn ready(&self) -> Result<&SecretKey, Stop> {
        self.open.as_ref().ok_or_else(|| match self.state() {
            KeyState::None => Stop::new("sign-no-key"),
            _ => Stop::new("sign-key-locked"),
        })
    }

    fn path(&self) -> PathBuf {
        self.folder.join("signing-key.json")
    }

    fn kept(&self) -> Option<Kept> {
        let bytes = fs::read(self.path()).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Writes the file whole or not at all, for its owner alone.
    fn keep(&self, kept: &Kept) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        file.write_all(serde_json::to_string_pretty(kept)?.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist_noclobber(self.path())
            .map_err(|error| error.error)?;
        Ok(())
    }
}

fn said(problem: KeyProblem) -> Stop {
    let message = problem.message();
    Stop::Said(message.key, message)
}
