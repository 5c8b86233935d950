//! Finished pages, for the preview.

use std::collections::HashMap;

use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

/// Where a place starts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    /// The page, from 1.
    pub page: usize,
    /// How far down the page, in points.
    pub y: f64,
}

/// Finished pages. Drawing one as SVG is left until it is asked for.
pub struct Pages {
    document: PagedDocument,
    spots: HashMap<String, Spot>,
}

impl Pages {
    pub(super) fn new(document: PagedDocument) -> Self {
        let spots = spots(&document);
        Self { document, spots }
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// One page as a whole SVG document, by its index from 0. Words in it are outlines, so it
    /// looks the same wherever it is shown.
    pub fn svg(&self, index: usize) -> Option<String> {
        let page = self.document.pages().get(index)?;
        Some(typst_svg::svg(page, &SvgOptions::default()))
    }

    /// The number printed on a page, by its index from 0.
    pub fn number(&self, index: usize) -> Option<u64> {
        self.document.pages().get(index).map(|page| page.number)
    }

    /// The width and height of a page in points, by its index from 0.
    pub fn size(&self, index: usize) -> Option<(f64, f64)> {
        let size = self.document.pages().get(index)?.frame.size();
        Some((size.x.to_pt(), size.y.to_pt()))
    }

    /// The index from 0 of the page on which a place starts, and how far down it starts, in
    /// points.
    pub fn find(&self, place: &str) -> Option<(usize, f64)> {
        let spot = self.spots.get(place)?;
        Some((spot.page - 1, spot.y))
    }
}

/// Every place in a document and where it starts. The last time counts: the contents show a
/// heading, and so its place, before it stands.
pub(super) fn spots(document: &PagedDocument) -> HashMap<String, Spot> {
    let mut spots = HashMap::new();
    let Some(label) = Label::new(PicoStr::intern("spot")) else {
        return spots;
    };
    let introspector = document.introspector();
    for found in introspector.query(&Selector::Label(label)) {
        let Some(metadata) = found.to_packed::<MetadataElem>() else {
            continue;
        };
        let Value::Str(place) = &metadata.value else {
            continue;
        };
        let position = found.location().and_then(|at| introspector.position(at));
        if let Some(position) = position {
            let spot = Spot {
                page: position.page.get(),
                y: position.point.y.to_pt(),
            };
            spots.insert(place.as_str().to_owned(), spot);
        }
    }
    spots
}
