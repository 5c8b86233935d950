//! Which pieces of a paper the quick preview sets.

use std::collections::HashMap;
use std::ops::Range;

use super::data::Laid;
use super::pages::Spot;

/// How many pieces before the edited one are set, so that its page starts where it starts.
const BEFORE: usize = 6;
/// How many pieces after it are set, so that its page is filled.
const AFTER: usize = 2;
/// A place this far down a page, in points, starts that page. The top margin is 27 mm.
const TOP_OF_PAGE: f64 = 110.0;

/// A part of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// The cover.
    Cover,
    /// The list of contents, which needs every heading: the whole paper.
    Contents,
    /// Some pieces of one section.
    Pieces {
        section: usize,
        pieces: Range<usize>,
        /// The number of the first page.
        first_page: usize,
    },
}

/// A whole section.
pub(super) fn section(laid: &Laid, section: usize) -> Part {
    Part::Pieces {
        section,
        pieces: 0..laid.sections[section].pieces.len(),
        first_page: 1,
    }
}

/// The pieces around a place.
pub(super) fn around(laid: &Laid, place: &str, spots: &HashMap<String, Spot>) -> Option<Part> {
    if laid.cover_places.iter().any(|known| known == place) {
        return Some(Part::Cover);
    }
    if laid.contents_place.as_deref() == Some(place) {
        return Some(Part::Contents);
    }
    let (section, piece) = laid
        .sections
        .iter()
        .enumerate()
        .find_map(|(index, section)| {
            if section.place.as_deref() == Some(place) {
                return Some((index, 0));
            }
            let holds =
                |piece: &super::data::Piece| piece.places.iter().any(|known| known == place);
            section
                .pieces
                .iter()
                .position(holds)
                .map(|piece| (index, piece))
        })?;
    let pieces = &laid.sections[section].pieces;
    let spot_of = |piece: usize| {
        let place = pieces[piece].places.first()?;
        spots.get(place)
    };
    let starts_page =
        |piece: &usize| *piece == 0 || spot_of(*piece).is_some_and(|spot| spot.y < TOP_OF_PAGE);
    let from = (piece.saturating_sub(BEFORE)..=piece)
        .rev()
        .find(starts_page)
        .unwrap_or(piece);
    let to = (piece + AFTER + 1).min(pieces.len());
    let first_page = (from..to)
        .find_map(spot_of)
        .or_else(|| spots.get(laid.sections[section].place.as_deref()?))
        .map_or(1, |spot| spot.page);
    Some(Part::Pieces {
        section,
        pieces: from..to,
        first_page,
    })
}
