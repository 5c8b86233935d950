//! What pages look like where it is worked out here, not in the template.

use crate::chart::Colour;
use crate::tree::PageSize;

/// The colour of headings and rules where a paper has none of its own.
pub(super) const USUAL_ACCENT: Colour = Colour(0x000B_4F55);

/// So many hundredths of a colour on white.
pub(super) fn on_white(colour: Colour, hundredths: u32) -> Colour {
    let mixed = |shift: u32| {
        let away = 255 - (colour.0 >> shift & 0xff);
        (255 - away * hundredths / 100) << shift
    };
    Colour(mixed(16) | mixed(8) | mixed(0))
}

/// The width of a page between its margins of 20 millimetres, in whole points.
pub(super) fn width_between_margins(size: PageSize, landscape: bool) -> f64 {
    match (size, landscape) {
        (PageSize::A4, false) => 481.0,
        (PageSize::A4, true) | (PageSize::A3, false) => 728.0,
        (PageSize::A3, true) => 1077.0,
    }
}
