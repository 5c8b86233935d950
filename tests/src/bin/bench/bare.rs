//! Typst by itself: the same files, the same typeface, the same standards, and nothing of ours.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const FACES: [&[u8]; 4] = [
    include_bytes!("../../../../src-tauri/crates/paper/fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../../../../src-tauri/crates/paper/fonts/SourceSans3-SemiBold.ttf"),
    include_bytes!("../../../../src-tauri/crates/paper/fonts/SourceSans3-Italic.ttf"),
    include_bytes!("../../../../src-tauri/crates/paper/fonts/SourceSans3-SemiBoldItalic.ttf"),
];

/// A folder of files in memory, with one of them in front.
pub struct Bare {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    faces: Vec<Font>,
    templates: HashMap<FileId, Source>,
    data: HashMap<FileId, Bytes>,
    main: FileId,
}

impl Bare {
    /// The files that the paper's own renderer sees, with the whole paper in front.
    ///
    /// # Errors
    /// If a path cannot be one of Typst's.
    pub fn new(sources: Vec<(String, Vec<u8>)>) -> Result<Self, String> {
        let faces: Vec<Font> = FACES
            .into_iter()
            .filter_map(|face| Font::new(Bytes::new(face), 0))
            .collect();
        let features: Features = [Feature::A11yExtras].into_iter().collect();
        let (mut templates, mut data) = (HashMap::new(), HashMap::new());
        for (path, bytes) in sources {
            let id = id(&path)?;
            if path.ends_with(".typ") {
                let text = String::from_utf8(bytes).map_err(|error| format!("{path}: {error}"))?;
                templates.insert(id, Source::new(id, text));
            } else {
                data.insert(id, Bytes::new(bytes));
            }
        }
        Ok(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(&faces)),
            faces,
            templates,
            data,
            main: id("/whole.typ")?,
        })
    }

    /// Sets the pages and writes them as PDF/UA-1 and PDF/A-2a.
    ///
    /// # Errors
    /// What Typst says.
    pub fn pdf(&self) -> Result<Vec<u8>, String> {
        let document = typst::compile::<PagedDocument>(self)
            .output
            .map_err(|found| format!("{found:?}"))?;
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]);
        let options = PdfOptions {
            standards: standards.map_err(|error| error.message().to_string())?,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|found| format!("{found:?}"))
    }
}

fn id(path: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(path).map_err(|error| format!("{path}: {error:?}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Bare {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.templates
            .get(&id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.data.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.faces.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
