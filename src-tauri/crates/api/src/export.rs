//! Writing a paper to a file.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use outturn_model::report::Report;
use outturn_model::{Book, Message};
use outturn_paper::compose::compose;
use outturn_paper::render::{Renderer, Watch};
use outturn_paper::tree::{Draft, OpenFinding};
use outturn_sign::{PaperOf, digest};
use outturn_words::Words;

use crate::refusal::Stop;
use crate::wire::{FindingView, Severity};

/// The most findings that a draft's first page lists.
const MOST_LISTED: usize = 30;

/// How to export a paper.
#[derive(Debug, Clone)]
pub struct Export<'a> {
    /// Where to. The extension says the format.
    pub path: &'a Path,
    /// Marked DRAFT, with what is missing.
    pub draft: bool,
    /// Whether a file that is there may be replaced.
    pub overwrite: bool,
}

/// A paper that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Where it is.
    pub path: PathBuf,
    /// How many pages it has.
    pub pages: usize,
    /// Its size in bytes.
    pub bytes: usize,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
    /// Where its certificate is; nothing for a draft.
    pub certificate: Option<PathBuf>,
}

impl Exported {
    /// What a certificate says of the paper.
    pub(crate) fn particulars(&self) -> PaperOf {
        let name = self.path.file_name().unwrap_or_default();
        PaperOf {
            name: name.to_string_lossy().into_owned(),
            sha256: self.sha256.clone(),
            bytes: self.bytes,
            pages: self.pages,
        }
    }
}

/// Writes a text that goes beside a paper.
///
/// # Errors
/// If it cannot be written; what was there stays.
pub(crate) fn write_beside(path: &Path, text: &str) -> Result<(), Stop> {
    write_whole(path, text.as_bytes()).map_err(|_| {
        let message = Message::new("export-not-written").with("file", path.display().to_string());
        Stop::Said("export-not-written", message)
    })
}

/// What a draft says of itself; a note is nothing to list.
pub fn draft_of(words: &Words, findings: &[FindingView]) -> Draft {
    let open: Vec<_> = findings
        .iter()
        .filter(|finding| finding.severity != Severity::Note)
        .collect();
    let listed = open.iter().take(MOST_LISTED);
    let more = open.len().saturating_sub(MOST_LISTED);
    Draft {
        title: words.word("paper-draft-title"),
        notice: Some(words.say(&Message::new("paper-draft-notice").with("count", open.len()))),
        findings: listed
            .map(|finding| OpenFinding {
                location: finding.at.clone(),
                sentence: finding.sentence.clone(),
            })
            .collect(),
        more: (more > 0).then(|| words.say(&Message::new("paper-draft-more").with("count", more))),
    }
}

/// Writes the paper of a report whose checks found `findings`.
///
/// The file appears under its name once it is whole; until then nothing that was there is touched.
///
/// # Errors
/// Why not, in a sentence; nothing is written then.
pub fn export(
    book: &Book,
    report: &Report,
    words: &Words,
    findings: &[FindingView],
    export: &Export<'_>,
    renderer: &mut Renderer,
    watch: &dyn Watch,
) -> Result<Exported, Stop> {
    let path = export.path;
    let shown = path.display().to_string();
    let said = |key: &'static str| Stop::Said(key, Message::new(key).with("file", shown.as_str()));
    let pdf = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
    if !pdf {
        return Err(said("export-format-unknown"));
    }
    if path.exists() && !export.overwrite {
        return Err(said("export-exists"));
    }
    let draft = export.draft.then(|| draft_of(words, findings));
    renderer.load(&compose(book, report, words, draft));
    let bytes = renderer.pdf(watch)?;
    write_whole(path, &bytes).map_err(|_| said("export-not-written"))?;
    Ok(Exported {
        path: path.to_owned(),
        pages: renderer.page_count().unwrap_or_default(),
        bytes: bytes.len(),
        sha256: digest(&bytes),
        certificate: None,
    })
}

/// Writes beside the place and renames, so that a half-written paper never has its name.
fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A paper is for handing on: readable by others, as any new document is.
        fs::set_permissions(file.path(), fs::Permissions::from_mode(0o644))?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
