//! The paper as PDF and as SVG pages.
//!
//! A [`Renderer`] lives as long as a report is open. [`Renderer::load`] lays a paper's data down
//! block by block; whatever did not change keeps what was set from it, so that a page after an
//! edit costs a fraction of the whole. Users' words travel as data and are never read as markup.

mod blocks;
mod charts;
mod data;
mod desk;
mod error;
mod look;
mod pages;
mod parts;
mod tables;
mod watch;

pub use error::RenderError;
pub use pages::Pages;
pub use watch::{Stage, Unwatched, Watch};

use std::collections::HashMap;

use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::tree::Paper;
use data::{Laid, lay_out};
use desk::{Desk, PART, WHOLE};
use pages::Spot;
use parts::Part;

/// For how many settings a remembered piece of work is kept without being used.
const REMEMBERED: usize = 24;

/// Renders one paper, again and again as it changes.
pub struct Renderer {
    desk: Desk,
    laid: Laid,
    /// Where every place was when the whole paper was last set.
    spots: HashMap<String, Spot>,
    page_count: Option<usize>,
}

impl Default for Renderer {
    fn default() -> Self {
        Self::new()
    }
}

impl Renderer {
    /// A renderer with nothing loaded.
    pub fn new() -> Self {
        Self {
            desk: Desk::new(),
            laid: Laid::default(),
            spots: HashMap::new(),
            page_count: None,
        }
    }

    /// Takes a paper, or the same paper after an edit. Quick; nothing is set yet.
    pub fn load(&mut self, paper: &Paper) {
        self.laid = lay_out(paper);
        for (path, bytes) in self.laid.files() {
            self.desk.lay(&path, bytes);
        }
        let paths: Vec<String> = self.laid.paths();
        self.desk.clear_except(&paths);
    }

    /// The loaded paper as a PDF that meets PDF/UA-1 and PDF/A-2a. The same paper gives the same
    /// bytes on every run.
    ///
    /// # Errors
    /// [`RenderError::NoTitle`], [`RenderError::NotSet`], [`RenderError::NotConforming`], or
    /// [`RenderError::Cancelled`] when the watch says so.
    pub fn pdf(&mut self, watch: &dyn Watch) -> Result<Vec<u8>, RenderError> {
        if !self.laid.titled {
            return Err(RenderError::NoTitle);
        }
        watch.stage(Stage::Setting);
        let document = self.set_whole(watch)?;
        watch.stage(Stage::Writing);
        let standards =
            PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).map_err(|error| {
                RenderError::NotConforming {
                    details: vec![error.message().to_string()],
                }
            })?;
        let options = PdfOptions {
            ident: Smart::Custom(self.laid.identifier.clone()),
            creator: Smart::Custom(Some(CREATOR.to_owned())),
            timestamp: None,
            page_ranges: None,
            standards,
            tagged: true,
            pretty: false,
        };
        let bytes = typst_pdf::pdf(&document, &options).map_err(|diagnostics| {
            RenderError::NotConforming {
                details: sentences(&diagnostics),
            }
        })?;
        if watch.cancelled() {
            return Err(RenderError::Cancelled);
        }
        watch.stage(Stage::Done);
        Ok(bytes)
    }

    /// Every page of the loaded paper, for the preview.
    ///
    /// # Errors
    /// [`RenderError::NotSet`] or [`RenderError::Cancelled`].
    pub fn pages(&mut self, watch: &dyn Watch) -> Result<Pages, RenderError> {
        watch.stage(Stage::Setting);
        let document = self.set_whole(watch)?;
        watch.stage(Stage::Done);
        Ok(Pages::new(document))
    }

    /// Only the pages around a place: the quick preview of what is being edited.
    ///
    /// They start where a page starts and carry the page numbers that the whole paper had when it
    /// was last set. A place inside a long section shows its own block and its neighbours.
    ///
    /// # Errors
    /// [`RenderError::NoSuchPlace`], [`RenderError::NotSet`] or [`RenderError::Cancelled`].
    pub fn pages_around(&mut self, place: &str, watch: &dyn Watch) -> Result<Pages, RenderError> {
        let part = parts::around(&self.laid, place, &self.spots)
            .ok_or_else(|| RenderError::NoSuchPlace(place.to_owned()))?;
        if part == Part::Contents {
            // The list needs every heading with its page.
            return self.pages(watch);
        }
        watch.stage(Stage::Setting);
        let bytes = self.laid.part(&part, self.page_count);
        self.desk.lay(data::PART_PATH, bytes);
        let document = self.set(PART, watch)?;
        watch.stage(Stage::Done);
        Ok(Pages::new(document))
    }

    /// The page, from 1, on which a place starts, as of the last time the whole paper was set.
    pub fn page_of(&self, place: &str) -> Option<usize> {
        self.spots.get(place).map(|spot| spot.page)
    }

    /// How many pages the whole paper had when it was last set.
    pub fn page_count(&self) -> Option<usize> {
        self.page_count
    }

    /// Every file that the typesetter sees, by path: what an outside compiler needs to set the
    /// same pages from `/whole.typ`.
    pub fn sources(&self) -> Vec<(String, Vec<u8>)> {
        self.desk.files()
    }

    fn set_whole(&mut self, watch: &dyn Watch) -> Result<PagedDocument, RenderError> {
        let document = self.set(WHOLE, watch).map_err(|error| match error {
            RenderError::NotSet { details, .. } => RenderError::NotSet {
                section: self.section_at_fault(watch),
                details,
            },
            error => error,
        })?;
        self.spots = pages::spots(&document);
        self.page_count = Some(document.pages().len());
        Ok(document)
    }

    fn set(&self, main: &str, watch: &dyn Watch) -> Result<PagedDocument, RenderError> {
        let cancelled = || {
            if watch.cancelled() {
                Err(RenderError::Cancelled)
            } else {
                Ok(())
            }
        };
        cancelled()?;
        let seen = self.desk.seen(main, watch).ok_or(RenderError::NotSet {
            section: None,
            details: Vec::new(),
        })?;
        let result = typst::compile::<PagedDocument>(&seen);
        comemo::evict(REMEMBERED);
        cancelled()?;
        result.output.map_err(|diagnostics| RenderError::NotSet {
            section: None,
            details: sentences(&diagnostics),
        })
    }

    /// Sets each section by itself to find the one that fails.
    fn section_at_fault(&mut self, watch: &dyn Watch) -> Option<String> {
        for index in 0..self.laid.sections.len() {
            let part = parts::section(&self.laid, index);
            let bytes = self.laid.part(&part, None);
            self.desk.lay(data::PART_PATH, bytes);
            match self.set(PART, watch) {
                Err(RenderError::NotSet { .. }) => return self.laid.sections[index].place.clone(),
                Err(_) => return None,
                Ok(_) => {}
            }
        }
        None
    }
}

/// The program that made the file, in its metadata.
const CREATOR: &str = "Outturn";

fn sentences(diagnostics: &EcoVec<SourceDiagnostic>) -> Vec<String> {
    diagnostics
        .iter()
        .map(|diagnostic| {
            let hints: Vec<&str> = diagnostic
                .hints
                .iter()
                .map(|hint| hint.v.as_str())
                .collect();
            format!("{} {}", diagnostic.message, hints.join(" "))
                .trim()
                .to_owned()
        })
        .collect()
}
