//! A council's logo on the first page.

use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage};

/// Whether a PNG can be unpacked, and so be set on a page. A damaged one would spoil the paper.
pub fn is_readable(png: &[u8]) -> bool {
    // The typesetter remembers pictures that it has unpacked: asking for each edit costs little.
    RasterImage::plain(Bytes::new(png.to_vec()), ExchangeFormat::Png).is_ok()
}
