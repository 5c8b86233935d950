//! The paper as data files: one for each heavy block or short run of light ones, so that an edit
//! touches one file.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use serde_json::{Value, json};

use super::blocks::{Writer, facts, is_blank};
use super::charts;
use super::look::{USUAL_ACCENT, on_white, width_between_margins};
use super::parts::Part;
use crate::fonts::printable;
use crate::tree::{Block, BlockKind, PageSize, Paper, Section};

/// The data of the whole paper.
const WHOLE_PATH: &str = "/data/paper.json";
/// What the look of every page depends on.
const LOOK_PATH: &str = "/data/look.json";
/// The council's logo.
const LOGO_PATH: &str = "/data/logo.png";
/// The data of the few pages that the quick preview sets.
pub(super) const PART_PATH: &str = "/data/pages.json";
/// How many light blocks share a file.
const LIGHT_RUN: usize = 12;
/// How many files a paper may have before files hold more; the typesetter counts them in 16 bits.
const MOST_FILES: usize = 8_000;

/// A paper laid out as data.
#[derive(Debug, Default)]
pub(super) struct Laid {
    pub titled: bool,
    pub identifier: String,
    pub cover_places: Vec<String>,
    pub contents_place: Option<String>,
    pub sections: Vec<LaidSection>,
    /// What does not depend on which pages are set.
    frame: Value,
    look: Value,
    logo: Option<Vec<u8>>,
}

/// A section laid out as data.
#[derive(Debug)]
pub(super) struct LaidSection {
    pub place: Option<String>,
    pub pieces: Vec<Piece>,
    new_page: bool,
    landscape: bool,
}

/// One data file.
#[derive(Debug)]
pub(super) struct Piece {
    pub places: Vec<String>,
    path: String,
    bytes: Vec<u8>,
    anchors: BTreeSet<String>,
    references: BTreeSet<String>,
    footnotes: usize,
}

/// Lays a paper out.
pub(super) fn lay_out(paper: &Paper) -> Laid {
    let mut anchors = HashSet::new();
    for section in &paper.sections {
        collect_anchors(&section.blocks, &mut anchors);
    }
    let blocks: usize = paper
        .sections
        .iter()
        .map(|section| section.blocks.len())
        .sum();
    let fold = 1 + blocks / MOST_FILES;
    let mut writer = Writer::new(&anchors, page_of(paper, false));
    let frame = frame(paper, &mut writer);
    let cover_places = writer.take().places;
    let sections = paper
        .sections
        .iter()
        .enumerate()
        .map(|(index, section)| {
            writer.page = page_of(paper, section.landscape);
            lay_section(section, index, fold, &mut writer)
        })
        .collect();
    Laid {
        titled: !is_blank(&paper.about.title),
        identifier: paper.about.identifier.clone(),
        cover_places,
        contents_place: paper
            .contents
            .as_ref()
            .and_then(|contents| contents.place.clone()),
        sections,
        frame,
        look: look(paper),
        logo: paper.about.logo.as_ref().map(|logo| logo.png.clone()),
    }
}

fn page_of(paper: &Paper, landscape: bool) -> charts::Page {
    charts::Page {
        width: width_between_margins(paper.size, landscape),
        accent: paper.accent,
    }
}

/// The colours of headings, rules and tinted grounds.
fn look(paper: &Paper) -> Value {
    let accent = paper.accent.unwrap_or(USUAL_ACCENT);
    json!({
        "accent": accent.hex(),
        "tint": on_white(accent, 8).hex(),
        "rule": on_white(accent, 24).hex(),
    })
}

impl Laid {
    /// Every file with its path, the whole paper's first.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let sections = self
            .sections
            .iter()
            .map(|section| section_value(section, &section.pieces));
        let mut whole = self.frame.clone();
        whole["sections"] = sections.collect();
        let pieces = self.sections.iter().flat_map(|section| &section.pieces);
        let frames = [(WHOLE_PATH, &whole), (LOOK_PATH, &self.look)];
        let logo = self
            .logo
            .iter()
            .map(|png| (LOGO_PATH.to_owned(), png.clone()));
        frames
            .into_iter()
            .map(|(path, data)| (path.to_owned(), data.to_string().into_bytes()))
            .chain(logo)
            .chain(pieces.map(|piece| (piece.path.clone(), piece.bytes.clone())))
            .collect()
    }

    /// The paths of all files.
    pub fn paths(&self) -> Vec<String> {
        let pieces = self.sections.iter().flat_map(|section| &section.pieces);
        let logo = self.logo.is_some().then(|| LOGO_PATH.to_owned());
        [WHOLE_PATH.to_owned(), LOOK_PATH.to_owned()]
            .into_iter()
            .chain(logo)
            .chain(pieces.map(|piece| piece.path.clone()))
            .collect()
    }

    /// The data of a part, with the numbers that it has in the whole paper.
    pub fn part(&self, part: &Part, page_count: Option<usize>) -> Vec<u8> {
        let mut data = self.frame.clone();
        data["pages"] = json!(page_count);
        data["start"] = json!(1);
        data["contents"] = Value::Null;
        data["sections"] = json!([]);
        if let Part::Pieces {
            section,
            pieces,
            first_page,
        } = part
        {
            let held = &self.sections[*section].pieces[pieces.clone()];
            data["cover"] = Value::Null;
            data["start"] = json!(first_page);
            data["sections"] = json!([section_value(&self.sections[*section], held)]);
            data["footnotes"] = json!(self.footnotes_before(*section, pieces.start));
            let anchors: BTreeSet<&String> = held.iter().flat_map(|piece| &piece.anchors).collect();
            let elsewhere: BTreeSet<&String> = held
                .iter()
                .flat_map(|piece| &piece.references)
                .filter(|name| !anchors.contains(name))
                .collect();
            data["elsewhere"] = json!(elsewhere);
        }
        data.to_string().into_bytes()
    }

    fn footnotes_before(&self, section: usize, piece: usize) -> usize {
        let earlier = self.sections[..section]
            .iter()
            .flat_map(|section| &section.pieces);
        let own = &self.sections[section].pieces[..piece];
        earlier.chain(own).map(|piece| piece.footnotes).sum()
    }
}

fn section_value(section: &LaidSection, pieces: &[Piece]) -> Value {
    let paths: Vec<&str> = pieces.iter().map(|piece| piece.path.as_str()).collect();
    json!({
        "place": section.place,
        "new-page": section.new_page,
        "landscape": section.landscape,
        "pieces": paths,
    })
}

/// Title, running lines, cover and draft list.
fn frame(paper: &Paper, writer: &mut Writer) -> Value {
    let about = &paper.about;
    let (lang, region) = match about.language.split_once('-') {
        Some((lang, region)) => (lang, Some(region)),
        None => (about.language.as_str(), None),
    };
    fn said(words: &Option<String>) -> Option<Cow<'_, str>> {
        words.as_deref().map(printable)
    }
    let draft = paper.draft.as_ref().map(|draft| {
        let findings: Vec<Value> = draft
            .findings
            .iter()
            .map(|finding| {
                json!({
                    "location": printable(&finding.location),
                    "sentence": printable(&finding.sentence),
                })
            })
            .collect();
        json!({
            "word": printable(&paper.labels.draft),
            "title": printable(&draft.title),
            "notice": said(&draft.notice),
            "findings": findings,
            "more": said(&draft.more),
        })
    });
    let cover = paper.cover.as_ref().map(|cover| {
        writer.place(cover.place.as_ref());
        json!({
            "place": cover.place,
            "form": cover.form,
            "facts": facts(writer, &cover.facts),
            "blocks": writer.blocks(&cover.blocks),
        })
    });
    let contents = paper.contents.as_ref().map(|contents| {
        let titled = !is_blank(&contents.title);
        json!({
            "place": contents.place,
            "level": titled.then(|| writer.level(1)),
            "title": printable(&contents.title),
            "depth": contents.depth.max(1),
        })
    });
    json!({
        "title": printable(&about.title),
        "subtitle": said(&about.subtitle),
        "council": printable(&about.council),
        "logo": about.logo.as_ref().map(|logo| printable(&logo.alternative)),
        "directorate": printable(&about.directorate),
        "period": printable(&about.period),
        "committee": said(&about.committee),
        "author": said(&about.author),
        "date": about.date.map(date_parts),
        "lang": if lang.is_empty() { "en" } else { lang },
        "region": region,
        "paper": match paper.size {
            PageSize::A4 => "a4",
            PageSize::A3 => "a3",
        },
        "page-of": printable(&paper.labels.page_of),
        "pages": null,
        "start": null,
        "footnotes": 0,
        "elsewhere": [],
        "draft": draft,
        "cover": cover,
        "contents": contents,
    })
}

fn date_parts(date: chrono::NaiveDate) -> [i64; 3] {
    use chrono::Datelike;
    [
        i64::from(date.year()),
        i64::from(date.month()),
        i64::from(date.day()),
    ]
}

fn lay_section(section: &Section, index: usize, fold: usize, writer: &mut Writer) -> LaidSection {
    let hang = section.blocks.iter().any(is_numbered);
    let mut laid = 0;
    let pieces = runs(&section.blocks, fold)
        .into_iter()
        .enumerate()
        .map(|(nth, run)| {
            laid += run.len();
            let blocks = writer.blocks_before(run, section.blocks.get(laid));
            let gathered = writer.take();
            Piece {
                places: gathered.places,
                path: format!("/data/{index}-{nth}.json"),
                bytes: json!({"hang": hang, "blocks": blocks})
                    .to_string()
                    .into_bytes(),
                anchors: gathered.anchors,
                references: gathered.references,
                footnotes: gathered.footnotes,
            }
        })
        .collect();
    LaidSection {
        place: section.place.clone(),
        pieces,
        new_page: section.new_page,
        landscape: section.landscape,
    }
}

/// The blocks in runs: a heavy block by itself, light ones together.
fn runs(blocks: &[Block], fold: usize) -> Vec<&[Block]> {
    let mut runs = Vec::new();
    let mut start = 0;
    for at in 1..=blocks.len() {
        let run = &blocks[start..at];
        let next_is_heavy = blocks.get(at).is_none_or(is_heavy);
        let heavy = run.iter().filter(|block| is_heavy(block)).count();
        let full = run.len() >= LIGHT_RUN * fold || heavy >= fold || (fold == 1 && next_is_heavy);
        if at == blocks.len() || full {
            runs.push(run);
            start = at;
        }
    }
    runs
}

fn is_heavy(block: &Block) -> bool {
    matches!(
        block.kind,
        BlockKind::Card(_)
            | BlockKind::Table(_)
            | BlockKind::Figure(_)
            | BlockKind::Facts(_)
            | BlockKind::Tiles(_)
            | BlockKind::Columns(_)
    )
}

fn is_numbered(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Heading(heading) => heading.number.is_some(),
        BlockKind::Paragraph(paragraph) => paragraph.number.is_some(),
        _ => false,
    }
}

/// Every name that a reference may point to.
fn collect_anchors(blocks: &[Block], anchors: &mut HashSet<String>) {
    for block in blocks {
        let anchor = match &block.kind {
            BlockKind::Heading(heading) => &heading.anchor,
            BlockKind::Paragraph(paragraph) => &paragraph.anchor,
            BlockKind::Card(card) => {
                for part in &card.parts {
                    collect_anchors(&part.blocks, anchors);
                }
                &card.anchor
            }
            BlockKind::Callout(callout) => {
                collect_anchors(&callout.blocks, anchors);
                &None
            }
            BlockKind::List(crate::tree::List { items: inner, .. }) | BlockKind::Columns(inner) => {
                for blocks in inner {
                    collect_anchors(blocks, anchors);
                }
                &None
            }
            _ => &None,
        };
        anchors.extend(anchor.iter().filter(|name| !name.is_empty()).cloned());
    }
}
