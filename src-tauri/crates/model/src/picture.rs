//! A picture in a cell.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::cell::{Cell, CellType, EntryProblem};
use crate::record::Kind;

/// A PNG picture, such as a council's logo, or none. Stored as its bytes in base64 (RFC 4648), so
/// that a cell stays text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Picture(String);

/// What every PNG begins with (PNG specification, 5.2), up to the width and height of its first
/// chunk (11.2.1).
const SIGNATURE: [u8; 16] = *b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

impl Picture {
    /// The most bytes of its file.
    pub const LARGEST: usize = 256 * 1024;
    /// The most pixels along a side: what is unpacked stays small, whatever was packed.
    pub const LONGEST_SIDE: u32 = 2_000;

    /// The bytes of its PNG file; nothing where there is no picture.
    pub fn png(&self) -> Option<Vec<u8>> {
        let bytes = STANDARD.decode(&self.0).ok()?;
        (!bytes.is_empty()).then_some(bytes)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl CellType for Picture {
    const KIND: Kind = Kind::Picture;

    fn from_cell(cell: Option<&str>) -> Result<Self, EntryProblem> {
        let Some(text) = cell.filter(|text| !text.is_empty()) else {
            return Ok(Self::default());
        };
        // Four letters stand for three bytes: what is far too long is not even read.
        let short = text.len() / 4 * 3 <= Self::LARGEST + 3;
        let bytes = short.then(|| STANDARD.decode(text).ok()).flatten();
        match bytes {
            Some(bytes) if bytes.len() <= Self::LARGEST && sides_fit(&bytes) => {
                Ok(Self(text.to_owned()))
            }
            _ => Err(EntryProblem::NotAPicture),
        }
    }

    fn to_cell(&self) -> Cell {
        (!self.0.is_empty()).then(|| self.0.clone())
    }
}

/// Whether this begins as a PNG whose sides are within bounds.
fn sides_fit(bytes: &[u8]) -> bool {
    let side = |at: usize| {
        let digits = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(digits))
    };
    let within =
        |side: Option<u32>| side.is_some_and(|side| (1..=Picture::LONGEST_SIDE).contains(&side));
    bytes.starts_with(&SIGNATURE) && within(side(16)) && within(side(20))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn png(width: u32, height: u32, more: usize) -> String {
        let mut bytes = SIGNATURE.to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.resize(24 + more, 0);
        STANDARD.encode(bytes)
    }

    #[test]
    fn pictures_are_told_from_what_is_none() {
        for (text, fits) in [
            (png(1, 1, 0), true),
            (png(2_000, 2_000, 100), true),
            (png(2_001, 1, 0), false),
            (png(1, 0, 0), false),
            (png(9, 9, Picture::LARGEST - 24), true),
            (png(9, 9, Picture::LARGEST - 23), false),
            (STANDARD.encode("GIF89a and so on, for long enough"), false),
            (STANDARD.encode(&SIGNATURE[..]), false),
            ("not base64!".into(), false),
            ("A".repeat(10_000_000), false),
        ] {
            let read = Picture::from_cell(Some(&text));
            assert_eq!(read.is_ok(), fits, "{}", &text[..text.len().min(40)]);
            if let Ok(picture) = read {
                assert_eq!(picture.to_cell(), Some(text));
                assert!(picture.png().unwrap().starts_with(&SIGNATURE));
            }
        }
        let none = Picture::from_cell(None).unwrap();
        assert!(none.is_empty() && none.png().is_none() && none.to_cell().is_none());
    }
}
