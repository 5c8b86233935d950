//! Keys.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use outturn_model::Message;
use sha2::{Digest as _, Sha256};

/// The fewest characters of a passphrase: what someone tries who finds the file is bounded by time.
const SHORTEST_PASSPHRASE: usize = 8;

/// What a person signs with. It leaves memory only under a passphrase, or for the system's key store.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// The key made of these bytes, which nobody else may know.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&bytes))
    }

    /// The bytes that it was made of, for a place that keeps them from others itself.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The key as the text of a file: PKCS #8 in PEM, encrypted under a passphrase with scrypt and
    /// AES-256 (RFC 5958, RFC 7914), as other programs read it, too.
    ///
    /// # Errors
    /// [`KeyProblem::ShortPassphrase`].
    pub fn to_pem(&self, passphrase: &str) -> Result<String, KeyProblem> {
        if passphrase.chars().count() < SHORTEST_PASSPHRASE {
            return Err(KeyProblem::ShortPassphrase);
        }
        let pem = self.0.to_pkcs8_encrypted_pem(passphrase, LineEnding::LF);
        pem.map(|pem| pem.to_string())
            .map_err(|_| KeyProblem::NotAKey)
    }

    /// Reads such a text.
    ///
    /// # Errors
    /// [`KeyProblem::NotAKey`], or [`KeyProblem::WrongPassphrase`].
    pub fn from_pem(text: &str, passphrase: &str) -> Result<Self, KeyProblem> {
        use ed25519_dalek::pkcs8::Error;
        SigningKey::from_pkcs8_encrypted_pem(text, passphrase)
            .map(Self)
            .map_err(|error| match error {
                Error::EncryptedPrivateKey(_) => KeyProblem::WrongPassphrase,
                _ => KeyProblem::NotAKey,
            })
    }

    /// The half that others check its signatures with.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// The signature over some bytes, 64 bytes in base64.
    pub(crate) fn sign(&self, bytes: &[u8]) -> String {
        STANDARD.encode(self.0.sign(bytes).to_bytes())
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey of {}", self.public().fingerprint())
    }
}

/// What signatures of a person are checked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads 32 bytes in base64; nothing for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 32] = STANDARD.decode(text).ok()?.try_into().ok()?;
        VerifyingKey::from_bytes(&bytes).ok().map(Self)
    }

    /// Five groups of four digits that two people can read to each other to see that they mean the
    /// same key: the first bytes of its SHA-256.
    pub fn fingerprint(&self) -> String {
        let hash = Sha256::digest(self.0.to_bytes());
        let groups = hash.chunks(2).take(5);
        let groups = groups.map(|pair| pair.iter().map(|byte| format!("{byte:02X}")).collect());
        groups.collect::<Vec<String>>().join(" ")
    }

    /// Whether a signature over some bytes was made with its other half.
    pub(crate) fn verify(&self, bytes: &[u8], signature: &str) -> bool {
        let signature = STANDARD.decode(signature).ok();
        let signature: Option<[u8; 64]> = signature.and_then(|bytes| bytes.try_into().ok());
        signature.is_some_and(|signature| {
            let signature = Signature::from_bytes(&signature);
            self.0.verify_strict(bytes, &signature).is_ok()
        })
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&STANDARD.encode(self.0.to_bytes()))
    }
}

/// Why a key cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyProblem {
    /// The text is no key that Outturn writes.
    NotAKey,
    /// The passphrase is not the one it was written under.
    WrongPassphrase,
    /// The passphrase is too short to keep anybody out.
    ShortPassphrase,
}

impl KeyProblem {
    /// The sentence to show.
    pub fn message(self) -> Message {
        match self {
            Self::NotAKey => Message::new("sign-not-a-key"),
            Self::WrongPassphrase => Message::new("sign-wrong-passphrase"),
            Self::ShortPassphrase => {
                Message::new("sign-short-passphrase").with("least", SHORTEST_PASSPHRASE)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_key_comes_back_under_its_passphrase_alone() {
        let key = SecretKey::from_bytes([7; 32]);
        let pem = key.to_pem("a long passphrase").unwrap();
        assert!(pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
        assert_eq!(
            SecretKey::from_pem(&pem, "a long passphrase"),
            Ok(key.clone())
        );
        let wrong = SecretKey::from_pem(&pem, "a long passphrasE");
        assert_eq!(wrong, Err(KeyProblem::WrongPassphrase));
        assert_eq!(
            SecretKey::from_pem("nothing", "a long passphrase"),
            Err(KeyProblem::NotAKey)
        );
        assert_eq!(key.to_pem("short"), Err(KeyProblem::ShortPassphrase));
        assert!(!format!("{key:?}").contains("7, 7"));
        assert_eq!(SecretKey::from_bytes(key.to_bytes()), key);
    }

    /// The first test of RFC 8032, section 7.1.
    #[test]
    fn signatures_are_those_of_the_standard() {
        let hex = |text: &str| -> Vec<u8> {
            let digits = text.as_bytes().chunks(2);
            digits
                .map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap())
                .collect()
        };
        let secret = hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        let key = SecretKey::from_bytes(secret.try_into().unwrap());
        let public = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assert_eq!(STANDARD.decode(key.public().to_string()).unwrap(), public);
        let expected = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555\
                        fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";
        assert_eq!(STANDARD.decode(key.sign(b"")).unwrap(), hex(expected));
        assert!(key.public().verify(b"", &key.sign(b"")));
        assert!(!key.public().verify(b"x", &key.sign(b"")));
        assert!(!key.public().verify(b"", "not base64"));
    }

    #[test]
    fn a_public_key_is_read_as_it_is_written() {
        let key = SecretKey::from_bytes([1; 32]).public();
        assert_eq!(PublicKey::parse(&key.to_string()), Some(key));
        assert_eq!(PublicKey::parse("AAAA"), None);
        assert_eq!(key.fingerprint().len(), 24);
    }
}
