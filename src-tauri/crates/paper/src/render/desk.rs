//! The typesetter's desk: every file that it may see, all of them in memory.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

use super::watch::Watch;
use crate::fonts;

const TEMPLATES: [(&str, &str); 11] = [
    ("/whole.typ", include_str!("template/whole.typ")),
    ("/part.typ", include_str!("template/part.typ")),
    ("/paper.typ", include_str!("template/paper.typ")),
    ("/front.typ", include_str!("template/front.typ")),
    ("/blocks.typ", include_str!("template/blocks.typ")),
    ("/card.typ", include_str!("template/card.typ")),
    ("/panel.typ", include_str!("template/panel.typ")),
    ("/table.typ", include_str!("template/table.typ")),
    ("/chart.typ", include_str!("template/chart.typ")),
    ("/inline.typ", include_str!("template/inline.typ")),
    ("/look.typ", include_str!("template/look.typ")),
];

/// The main file of a whole paper.
pub(super) const WHOLE: &str = "/whole.typ";
/// The main file of a few pages.
pub(super) const PART: &str = "/part.typ";

/// What lies on the desk: the templates, the typeface and the paper's data.
pub(super) struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    templates: HashMap<FileId, Source>,
    data: HashMap<FileId, Bytes>,
}

impl Desk {
    pub fn new() -> Self {
        let features: Features = [Feature::A11yExtras].into_iter().collect();
        Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(fonts::faces())),
            templates: TEMPLATES
                .into_iter()
                .filter_map(|(path, text)| {
                    let id = file_id(path)?;
                    Some((id, Source::new(id, text.to_owned())))
                })
                .collect(),
            data: HashMap::new(),
        }
    }

    /// Lays one file down. A file that is unchanged stays, so that what was set from it stays set.
    pub fn lay(&mut self, path: &str, bytes: Vec<u8>) {
        let Some(id) = file_id(path) else { return };
        if self.data.get(&id).is_none_or(|old| old.as_slice() != bytes) {
            self.data.insert(id, Bytes::new(bytes));
        }
    }

    /// Clears away every data file that `keep` does not hold.
    pub fn clear_except(&mut self, keep: &[String]) {
        let keep: Vec<FileId> = keep.iter().filter_map(|path| file_id(path)).collect();
        let keep: std::collections::HashSet<FileId> = keep.into_iter().collect();
        self.data.retain(|id, _| keep.contains(id));
    }

    /// Every file on the desk by path, in order of path.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let path = |id: &FileId| id.vpath().get_with_slash().to_string();
        let mut files: Vec<(String, Vec<u8>)> = self
            .templates
            .iter()
            .map(|(id, source)| (path(id), source.text().as_bytes().to_vec()))
            .chain(
                self.data
                    .iter()
                    .map(|(id, bytes)| (path(id), bytes.to_vec())),
            )
            .collect();
        files.sort();
        files
    }

    /// The desk as the typesetter sees it, with `main` in front.
    pub fn seen<'a>(&'a self, main: &str, watch: &'a dyn Watch) -> Option<Seen<'a>> {
        Some(Seen {
            desk: self,
            main: file_id(main)?,
            watch,
        })
    }
}

fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The only world that the typesetter knows: no disk, no network, no clock.
pub(super) struct Seen<'a> {
    desk: &'a Desk,
    main: FileId,
    watch: &'a dyn Watch,
}

impl World for Seen<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.desk.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.desk.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.desk
            .templates
            .get(&id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        // A data file is asked for between blocks: refusing it is how the setting is stopped.
        if self.watch.cancelled() {
            return Err(FileError::Other(None));
        }
        self.desk
            .data
            .get(&id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::faces().get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
