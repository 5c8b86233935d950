//! The colour of a paper's headings and rules, kept readable.
//!
//! Headings in it stand on white, and a cover's words in white stand on it: both need a contrast of
//! at least 4.5 to 1 (Web Content Accessibility Guidelines 2.2, 1.4.3, which public bodies' documents
//! must meet).

/// The least contrast with white, with room for the estimate of how light a colour is.
const LEAST_CONTRAST: f64 = 4.6;

/// A colour that a paper may use, as `0xRRGGBB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    /// The colour to print.
    pub printed: u32,
    /// Whether it is a darker one than was asked for, which would be too light to read.
    pub darkened: bool,
}

impl Accent {
    /// Reads `#rrggbb`. A colour that is too light is darkened until it can be read; nothing for a
    /// text that is no such colour.
    pub fn of(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        let is_colour = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let asked = u32::from_str_radix(digits, 16).ok().filter(|_| is_colour)?;
        let mut parts = 100;
        while contrast_with_white(scaled(asked, parts)) < LEAST_CONTRAST && parts > 0 {
            parts -= 2;
        }
        Some(Self {
            printed: scaled(asked, parts),
            darkened: parts < 100,
        })
    }

    /// The colour as `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:06x}", self.printed)
    }
}

/// So many hundredths of each of a colour's channels.
fn scaled(colour: u32, hundredths: u32) -> u32 {
    let channel = |shift: u32| ((colour >> shift & 0xff) * hundredths / 100) << shift;
    channel(16) | channel(8) | channel(0)
}

fn contrast_with_white(colour: u32) -> f64 {
    let channel = |shift: u32| linear(f64::from(colour >> shift & 0xff) / 255.0);
    let luminance = 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
    1.05 / (luminance + 0.05)
}

/// About how much light a channel gives. A polynomial, so that every machine finds the same.
fn linear(channel: f64) -> f64 {
    channel * (channel * (channel * 0.305_306_011 + 0.682_171_111) + 0.012_522_878)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_colour_is_printed_as_asked_or_darker() {
        for (asked, printed) in [
            ("#0b4f55", Some(("#0b4f55", false))),
            (" #7A0019 ", Some(("#7a0019", false))),
            ("#000000", Some(("#000000", false))),
            ("#ffcc00", Some(("#896e00", true))),
            ("#ffffff", Some(("#707070", true))),
            ("teal", None),
            ("#fff", None),
            ("#+12345", None),
            ("", None),
        ] {
            let found = Accent::of(asked).map(|accent| (accent.hex(), accent.darkened));
            let found = found
                .as_ref()
                .map(|(hex, darkened)| (hex.as_str(), *darkened));
            assert_eq!(found, printed, "{asked}");
        }
    }

    #[test]
    fn every_printed_colour_can_be_read() {
        for colour in (0..0x00ff_ffff).step_by(99_991) {
            let accent = Accent::of(&format!("#{colour:06x}")).unwrap();
            assert!(contrast_with_white(accent.printed) >= 4.5, "{colour:06x}");
        }
    }
}
