//! The samples, which hold the figures of real reports: from folder to paper and back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use outturn_api::batch::{Batch, Signer};
use outturn_api::export::Export;
use outturn_api::wire::{FindingView, FindingsView, Severity};
use outturn_exchange::text_form;
use outturn_model::entry::Entry;
use outturn_rules::{Appearance, status};
use outturn_store::{Scope, Store};
use outturn_tests::approval::let_through;
use outturn_tests::outside::Rehearsal;
use outturn_tests::programs::sample;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use tempfile::TempDir;

/// Every sample.
const SAMPLES: [&str; 5] = [
    "action-plan-progress",
    "decision-report",
    "directorate-overview",
    "indicator-report",
    "service-overview",
];

/// A sample, packed into a file.
struct Packed {
    folder: TempDir,
    batch: Batch,
    /// Who signs for its final paper, once every section may go to committee.
    signer: Option<Signer<'static>>,
    outside: Rehearsal,
}

impl Packed {
    fn of(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let packed = Self {
            outside: Rehearsal::new(folder.path()),
            batch: Batch::default(),
            signer: None,
            folder,
        };
        packed
            .batch
            .pack(&sample(name), &packed.file(), &packed.outside)
            .unwrap();
        packed
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self) -> PathBuf {
        self.path("sample.outturn")
    }

    fn findings(&self) -> FindingsView {
        self.batch.check(&self.file(), None, &self.outside).unwrap()
    }

    /// The paper, which has at least so many pages.
    fn paper(&mut self, name: &str, draft: bool, pages: usize) -> Vec<u8> {
        let path = self.path(name);
        let how = Export {
            path: &path,
            draft,
            overwrite: false,
        };
        let (file, none) = (self.file(), Signer::default());
        if !draft && self.signer.is_none() {
            let refused = self.batch.export(&file, None, &how, &none, &self.outside);
            assert_eq!(refused.unwrap_err().0[0].code, "export-not-signed");
            let signer = let_through(&self.batch, &file, None, &mut self.outside);
            self.signer = Some(signer.unwrap());
        }
        let signer = self.signer.unwrap_or_default();
        let exported = self
            .batch
            .export(&file, None, &how, &signer, &self.outside)
            .unwrap();
        let certificate = path.with_extension("certificate.json");
        assert_eq!(certificate.exists(), !draft);
        if !draft {
            let (_, problems) = self.batch.certificate(&certificate, None).unwrap();
            assert!(problems.is_empty(), "{problems:?}");
        }
        let bytes = fs::read(&path).unwrap();
        assert_eq!(exported.bytes, bytes.len());
        assert!(exported.pages >= pages, "{} pages", exported.pages);
        bytes
    }
}

#[test]
fn the_overview_becomes_a_paper() {
    becomes_a_paper("directorate-overview", 6, 100);
}

#[test]
fn the_indicator_report_becomes_a_paper() {
    becomes_a_paper("indicator-report", 20, 300);
}

#[test]
fn the_progress_on_action_plans_becomes_a_paper() {
    becomes_a_paper("action-plan-progress", 6, 100);
}

#[test]
fn the_decision_report_becomes_a_paper() {
    becomes_a_paper("decision-report", 3, 10);
}

#[test]
fn the_service_overview_becomes_a_paper() {
    becomes_a_paper("service-overview", 6, 200);
}

/// A paper of at least so many pages prints each figure of the fixture, of which there are at least
/// so many.
fn becomes_a_paper(name: &str, pages: usize, least: usize) {
    let mut packed = Packed::of(name);
    let figures = figures(name);
    assert!(figures.len() >= least, "{} figures", figures.len());
    let findings = packed.findings();
    for draft in [true, false] {
        if !draft && findings.blocking > 0 {
            let how = Export {
                path: &packed.path("final.pdf"),
                draft,
                overwrite: false,
            };
            let refused = packed
                .batch
                .export(
                    &packed.file(),
                    None,
                    &how,
                    &Signer::default(),
                    &packed.outside,
                )
                .unwrap_err();
            assert_eq!(refused.0[0].code, "export-blocked");
            assert!(!packed.path("final.pdf").exists());
            continue;
        }
        let kind = if draft { "draft" } else { "final" };
        let bytes = packed.paper(&format!("{kind}.pdf"), draft, pages);
        assert_conforms(&bytes);
        assert!(
            bytes == packed.paper(&format!("{kind} again.pdf"), draft, pages),
            "{kind} differs when made again"
        );
        let text = Text::of(&packed.path(&format!("{kind}.pdf")));
        let missing: Vec<_> = figures
            .iter()
            .map(|(figure, places)| (figure, text.times(figure), places))
            .filter(|(_, times, places)| *times < places.len())
            .collect();
        assert!(
            missing.is_empty(),
            "not as often in the {kind} paper: {missing:#?}"
        );
        assert_eq!(text.times("DRAFT") > 0, draft, "{kind}");
    }
}

fn assert_conforms(bytes: &[u8]) {
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let report =
            validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile)).unwrap();
        // Where a stream's own last byte is a carriage return, the validator takes it for a part
        // of the line end after the stream; veraPDF and qpdf do not.
        let ambiguous = bytes.windows(11).any(|window| window == b"\r\nendstream");
        let failures: Vec<_> = report
            .failures
            .iter()
            .filter(|failure| !(ambiguous && failure.rule_id == "ISO 19005-2:2011:6.1.7.1:1"))
            .collect();
        assert!(failures.is_empty(), "{profile}: {failures:#?}");
    }
}

/// Every figure that the report must print, and each place where it stands.
fn figures(name: &str) -> BTreeMap<String, Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/{name}.figures.txt"));
    let mut figures: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        let (figure, place) = line.split_once('\t').unwrap_or((line, ""));
        figures
            .entry(plain(figure))
            .or_default()
            .push(place.to_owned());
    }
    figures
}

/// The words of a PDF, as columns on the page and in reading order.
struct Text([String; 2]);

impl Text {
    fn of(pdf: &Path) -> Self {
        let read = |order: &str| {
            let output = Command::new("pdftotext")
                .args([order, "-enc", "UTF-8"])
                .arg(pdf)
                .arg("-")
                .output()
                .unwrap();
            assert!(output.status.success());
            plain(&String::from_utf8(output.stdout).unwrap())
        };
        Self([read("-layout"), read("-raw")])
    }

    /// How often a figure stands there by itself, and not as a part of a longer one.
    fn times(&self, figure: &str) -> usize {
        let [first, last] = [figure.chars().next(), figure.chars().next_back()];
        let stands_alone = |text: &str, at: usize| {
            let (before, after) = (&text[..at], &text[at + figure.len()..]);
            !is_open(before.chars().rev(), first) && !is_open(after.chars(), last)
        };
        let times = |text: &String| {
            let found = text.match_indices(figure);
            found.filter(|(at, _)| stands_alone(text, *at)).count()
        };
        self.0.iter().map(times).max().unwrap_or_default()
    }
}

/// Whether a word or number goes on past its end: with a letter or digit, or with a digit after a
/// point or comma.
fn is_open(mut beyond: impl Iterator<Item = char>, last: Option<char>) -> bool {
    if last.is_none_or(|last| !last.is_alphanumeric()) {
        return false;
    }
    match beyond.next() {
        Some(next) if next.is_alphanumeric() => true,
        Some('.' | ',') => beyond.next().is_some_and(|next| next.is_ascii_digit()),
        _ => false,
    }
}

/// The text with one kind of space, of minus and of apostrophe.
fn plain(text: &str) -> String {
    let same = |c: char| match c {
        '\u{2212}' | '\u{2013}' | '\u{2011}' => '-',
        '\u{2019}' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    let text: String = text.chars().map(same).collect();
    text.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_figure_inside_a_longer_one_does_not_count() {
    let text = Text([
        "2.13 in 1,726 or 78% at SCS CYP01, (416) -11.".to_owned(),
        String::new(),
    ]);
    for there in [
        "2.13",
        "1,726",
        "78%",
        "78",
        "SCS CYP01",
        "(416)",
        "416",
        "11",
        "-11",
    ] {
        assert_eq!(text.times(there), 1, "{there}");
    }
    for not_there in ["13", "2", "726", "1", "CYP0", "41", "8%"] {
        assert_eq!(text.times(not_there), 0, "{not_there}");
    }
}

#[test]
fn the_overview_has_two_arithmetic_slips_and_no_others() {
    let findings = Packed::of("directorate-overview").findings();
    let slips = of_code(&findings, "statement-slip");
    assert_eq!(slips.len(), 2, "{slips:#?}");
    for (slip, parts) in slips.iter().zip([
        ["Employees, ", " is 63,", " make 62."],
        ["Total expenditure, ", " is 164,", " make 165."],
    ]) {
        assert!(slip.at.contains("Learning and Achievement"), "{}", slip.at);
        for part in parts.iter().chain(&["Rounding alone can explain it."]) {
            assert!(
                slip.sentence.contains(part),
                "{part:?} is not in {:?}",
                slip.sentence
            );
        }
    }
}

#[test]
fn the_indicator_report_has_four_arithmetic_slips_in_its_capital_tables_and_no_others() {
    let findings = Packed::of("indicator-report").findings();
    let slips = of_code(&findings, "statement-slip");
    assert_eq!(slips.len(), 4, "{slips:#?}");
    for parts in [
        ["Total programme", " is −512.4,", " make −512.5."],
        ["Flying Start", " is −71.5,", " make −71.6."],
        ["High school specialist status", " is −9.6,", " make −9.5."],
        ["Projects slipping", " is −1,503.2,", " make −1,503.1."],
    ] {
        let said = |slip: &&&FindingView| parts.iter().all(|part| slip.sentence.contains(part));
        let slip = slips.iter().find(said);
        assert!(slip.is_some(), "{parts:?} is not in {slips:#?}");
    }
}

#[test]
fn the_other_samples_have_no_arithmetic_slips() {
    for name in [
        "action-plan-progress",
        "decision-report",
        "service-overview",
    ] {
        let findings = Packed::of(name).findings();
        let slips = of_code(&findings, "statement-slip");
        assert!(slips.is_empty(), "{name}: {slips:#?}");
    }
}

#[test]
fn the_overview_has_the_mistakes_that_were_printed() {
    let findings = Packed::of("directorate-overview").findings();
    // Section 3.1 means the programme of 2.12 and says 2.11, which is about something else.
    let reference = only(&findings, "cross-reference-beside");
    for section in [
        "refers to 2.11,",
        "stands in “2.12 European Programme 2007-13”",
    ] {
        assert!(
            reference.sentence.contains(section),
            "{}",
            reference.sentence
        );
    }
    assert!(reference.at.starts_with("3.1 "), "{}", reference.at);
    let initials = only(&findings, "initials-unknown");
    assert!(initials.sentence.contains("(AM)"), "{}", initials.sentence);
    assert!(initials.at.starts_with("3.5 "), "{}", initials.at);
    // Two commentaries say EEP 02, and the second is about EEP 03, which so has none.
    let twice = only(&findings, "commentary-twice");
    assert!(twice.sentence.contains("EEP 02"), "{}", twice.sentence);
    let without = of_code(&findings, "milestone-commentary");
    assert!(
        without
            .iter()
            .any(|finding| finding.sentence.contains("EEP 03")),
        "{without:#?}"
    );
}

#[test]
fn nothing_in_the_samples_stops_a_final_paper() {
    for name in SAMPLES {
        let findings = Packed::of(name).findings();
        let blocking: Vec<_> = findings
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Blocking)
            .collect();
        assert!(blocking.is_empty(), "{name}: {blocking:#?}");
        for finding in &findings.findings {
            for words in [&finding.sentence, &finding.mend, &finding.at] {
                assert!(
                    !words.contains(['{', '}']) && !words.is_empty(),
                    "{name}: {finding:#?}"
                );
            }
        }
    }
}

fn of_code<'a>(findings: &'a FindingsView, code: &str) -> Vec<&'a FindingView> {
    findings
        .findings
        .iter()
        .filter(|finding| finding.code == code)
        .collect()
}

fn only<'a>(findings: &'a FindingsView, code: &str) -> &'a FindingView {
    match of_code(findings, code)[..] {
        [only] => only,
        ref several => panic!("{code}: {several:#?}"),
    }
}

#[test]
fn the_cards_have_the_statuses_that_were_printed() {
    let packed = Packed::of("indicator-report");
    let book = Store::open_read_only(&packed.file())
        .unwrap()
        .book(&Scope::Everything)
        .unwrap();
    let report = book.reports.iter().next().unwrap();
    let word = |entry: &Entry| {
        let appearance = Appearance::of(&book, report, entry).unwrap();
        let projected = status::projected(&appearance).map_or("-", |rated| rated.status.as_str());
        format!(
            "{} {projected}",
            status::status(&appearance).status.as_str()
        )
    };
    let found: BTreeMap<&str, String> = book
        .entries
        .iter()
        .map(|entry| (entry.measure.as_str(), word(entry)))
        .collect();
    let printed = [
        ("laa1-1", "green green"),
        ("laa1-2b", "red red"),
        ("ni-056", "green green"),
        ("ni-063", "green green"),
        ("ni-110", "not-yet-known not-yet-known"),
        ("ni-112", "green amber"),
        ("ni-117", "amber amber"),
        ("ni-051", "green green"),
        ("children-in-care", "red red"),
        ("care-leavers-eet", "green amber"),
        ("ni-67", "green green"),
        ("child-protection-plans", "not-yet-known not-yet-known"),
        ("plans-without-worker", "green green"),
    ];
    for (measure, expected) in printed {
        assert_eq!(
            found.get(measure).map(String::as_str),
            Some(expected),
            "{measure}"
        );
    }
    // Four cards print none; where the figures do not say either, none is made up.
    assert_eq!(found.len(), printed.len() + 4);
    for (measure, expected) in [("ni-069", "not-yet-known -"), ("ni-057", "not-yet-known -")] {
        assert_eq!(
            found.get(measure).map(String::as_str),
            Some(expected),
            "{measure}"
        );
    }
}

#[test]
fn packing_and_unpacking_lose_nothing() {
    for name in SAMPLES {
        let packed = Packed::of(name);
        let [unpacked, again] = ["unpacked", "again.outturn"].map(|name| packed.path(name));
        packed
            .batch
            .unpack(&packed.file(), &unpacked, &packed.outside)
            .unwrap();
        assert_same_folder(&unpacked, &sample(name));

        packed
            .batch
            .pack(&unpacked, &again, &packed.outside)
            .unwrap();
        let [first, second] =
            [&packed.file(), &again].map(|path| Store::open_read_only(path).unwrap());
        assert_eq!(first.seal().unwrap(), second.seal().unwrap(), "{name}");
        let book = |store: &Store| store.book(&Scope::Everything).unwrap();
        assert!(book(&first) == book(&second), "{name}");
        assert!(
            book(&first) == text_form::read(&sample(name)).unwrap(),
            "{name}"
        );
    }
}

fn assert_same_folder(found: &Path, expected: &Path) {
    let (found_files, expected_files) = (files(found), files(expected));
    assert_eq!(found_files, expected_files);
    assert!(!found_files.is_empty());
    for file in found_files {
        let [a, b] =
            [found, expected].map(|folder| fs::read_to_string(folder.join(&file)).unwrap());
        assert_eq!(a, b, "{}", file.display());
    }
}

fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for path in fs::read_dir(next)
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned());
            }
        }
    }
    found
}
