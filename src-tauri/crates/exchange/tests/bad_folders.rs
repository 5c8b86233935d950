//! Folders with something wrong in them, and the problems that name it: file, line, field, key.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use outturn_exchange::text_form::{self, MOST_PROBLEMS, TextFormProblem};
use outturn_words::Words;

/// What is done to a folder that has nothing wrong with it.
enum Do {
    /// A file is written, in place of one or anew.
    Write(&'static str, &'static str),
    /// Words in a file are replaced.
    Swap(&'static str, &'static str, &'static str),
    /// A file is taken out.
    Remove(&'static str),
}
use Do::{Remove, Swap, Write};

/// File, line, field and key of a problem.
type Told = (
    &'static str,
    Option<usize>,
    Option<&'static str>,
    &'static str,
);

const CARDS: &str = "reports/2013-14-q2/02-indicators/section.md";
const CARD: &str = "reports/2013-14-q2/02-indicators/01-ni-117.md";
const COMMENTS: &str = "reports/2013-14-q2/02-indicators/comments.md";
const REPORT: &str = "reports/2013-14-q2/report.toml";
const COLUMNS: &str = "reports/2013-14-q2/04-finance/statement.toml";
const LINES: &str = "reports/2013-14-q2/04-finance/statement.csv";
const TABLE: &str = "reports/2013-14-q2/10-table/section.md";
const TABLE_ROW: &str = "reports/2013-14-q2/10-table/01-ni-117.md";
const MILESTONES: &str = "reports/2013-14-q2/03-milestones/milestones.toml";
const MEANINGS: &str = "reports/2013-14-q2/05-key/meanings.toml";

/// What is done, and everything that is told then, in order.
const CASES: &[(Do, &[Told])] = &[
    // Files and folders.
    (
        Remove("directorate.toml"),
        &[("directorate.toml", None, None, "form-directorate-missing")],
    ),
    (Remove(REPORT), &[(REPORT, None, None, "form-file-missing")]),
    (Remove(CARDS), &[(CARDS, None, None, "form-file-missing")]),
    (
        Write("notes.txt", ""),
        &[("notes.txt", None, None, "form-unknown-file")],
    ),
    (
        Write("person.csv", ""),
        &[("person.csv", None, None, "form-unknown-file")],
    ),
    (
        Write("peopel.csv", ""),
        &[("peopel.csv", None, None, "form-unknown-file-near")],
    ),
    (
        Write("reports/notes.txt", ""),
        &[("reports/notes.txt", None, None, "form-no-files-here")],
    ),
    (
        Write("report/x", ""),
        &[("report", None, None, "form-unknown-folder-near")],
    ),
    (
        Write("pictures/x", ""),
        &[("pictures", None, None, "form-unknown-folder")],
    ),
    (
        Write("reports/2013-14-q2/appendix/section.md", "+++\n+++\n"),
        &[(
            "reports/2013-14-q2/appendix",
            None,
            None,
            "form-folder-without-number",
        )],
    ),
    (
        Write(
            "reports/2013-14-q2/16-Appendix One/section.md",
            "+++\n+++\n",
        ),
        &[(
            "reports/2013-14-q2/16-Appendix One/section.md",
            Some(1),
            None,
            "form-place-is-no-id",
        )],
    ),
    (
        Write("reports/2013-14-q2/05-more/section.md", "+++\n+++\n"),
        &[("reports/2013-14-q2/05-more", None, None, "form-same-number")],
    ),
    (
        Write("reports/2013-14-q2/02-indicators/ni-117.md", "+++\n+++\n"),
        &[(
            "reports/2013-14-q2/02-indicators/ni-117.md",
            None,
            None,
            "form-unknown-file",
        )],
    ),
    (
        Write("reports/2013-14-q2/02-indicators/headline.toml", ""),
        &[(
            "reports/2013-14-q2/02-indicators/headline.toml",
            None,
            None,
            "form-unknown-file-near",
        )],
    ),
    // The format.
    (
        Swap(
            "directorate.toml",
            "format = 1",
            "format = 2\ncolour = \"red\"",
        ),
        &[("directorate.toml", Some(1), Some("format"), "form-newer")],
    ),
    (
        Swap("directorate.toml", "format = 1", "format = 0"),
        &[(
            "directorate.toml",
            Some(1),
            Some("format"),
            "form-no-format",
        )],
    ),
    (
        Swap("directorate.toml", "format = 1\n", ""),
        &[(
            "directorate.toml",
            Some(1),
            Some("format"),
            "form-cell-missing",
        )],
    ),
    (
        Swap("directorate.toml", "format = 1", "format = \"1\""),
        &[(
            "directorate.toml",
            Some(1),
            Some("format"),
            "form-wrong-type",
        )],
    ),
    // Front matter and TOML.
    (
        Swap(CARDS, "+++\nkind", "kind"),
        &[(CARDS, Some(1), None, "form-front-matter-missing")],
    ),
    (
        Swap(CARDS, "\n+++\n", "\n"),
        &[(CARDS, Some(1), None, "form-front-matter-open")],
    ),
    (
        Write(COMMENTS, "+++\nkind = \"cards\"\n+++\nWords."),
        &[(COMMENTS, Some(2), None, "form-comments-have-no-keys")],
    ),
    (
        Swap(CARD, "\"yes\"", "\"yes"),
        &[(CARD, Some(3), Some("plan_in_place"), "form-toml-syntax")],
    ),
    (
        Swap(CARD, "[[action]]", "[[action"),
        &[(CARD, Some(5), None, "form-toml-syntax")],
    ),
    (
        Swap(CARD, "[[risk]]", "a risk"),
        &[(CARD, Some(18), None, "form-toml-syntax")],
    ),
    (
        Swap(CARD, "\"yes\"", "yes"),
        &[(CARD, Some(3), Some("plan_in_place"), "form-toml-value")],
    ),
    (
        Swap(CARD, "2013-09-30", "2013-06-31"),
        &[(CARD, Some(9), Some("due"), "form-not-a-date")],
    ),
    (
        Swap(CARD, "due = 2013-09-30", "due = \"31 June 2013\""),
        &[(CARD, Some(9), Some("due"), "form-not-a-date")],
    ),
    (
        Swap(REPORT, "amber = 10", "amber = 1,234.5"),
        &[(REPORT, Some(16), Some("amber"), "form-toml-value")],
    ),
    (
        Swap(REPORT, "amber = 10", "kind = \"judgement\""),
        &[(REPORT, Some(16), Some("kind"), "form-key-twice")],
    ),
    // Keys.
    (
        Swap(CARDS, "heading", "headng"),
        &[(CARDS, Some(3), Some("headng"), "form-unknown-key-near")],
    ),
    (
        Swap(CARDS, "heading", "colour"),
        &[(CARDS, Some(3), Some("colour"), "form-unknown-key")],
    ),
    (
        Swap(
            "measures.toml",
            "[[measure]]\nid = \"ni-117\"",
            "[[mesure]]\nid = \"ni-117\"",
        ),
        &[
            (
                "measures.toml",
                Some(1),
                Some("mesure"),
                "form-unknown-key-near",
            ),
            (
                "reports/2013-14-q2/02-indicators/01-ni-117.md",
                Some(2),
                Some("measure"),
                "form-no-such-row",
            ),
            (TABLE_ROW, Some(2), Some("measure"), "form-no-such-row"),
            (REPORT, Some(29), Some("measure"), "form-no-such-row"),
            ("values.csv", Some(2), Some("measure"), "form-no-such-row"),
            ("values.csv", Some(3), Some("measure"), "form-no-such-row"),
            ("values.csv", Some(4), Some("measure"), "form-no-such-row"),
            ("values.csv", Some(5), Some("measure"), "form-no-such-row"),
        ],
    ),
    (
        Swap(CARDS, "heading", "report"),
        &[(CARDS, Some(3), Some("report"), "form-key-from-place")],
    ),
    (
        Swap(CARDS, "heading", "text"),
        &[(CARDS, Some(3), Some("text"), "form-key-is-narrative")],
    ),
    (
        Swap(CARDS, "heading", "comments"),
        &[(CARDS, Some(3), Some("comments"), "form-key-has-file")],
    ),
    (
        Swap(CARD, "stage = \"next-period\"", "entry = \"x\""),
        &[(CARD, Some(15), Some("entry"), "form-key-from-place")],
    ),
    (
        Swap(MEANINGS, "symbol", "id = \"x\"\nsymbol"),
        &[(MEANINGS, Some(2), Some("id"), "form-unknown-key")],
    ),
    (
        Swap(REPORT, "period = \"2013-14-q2\"\n", ""),
        &[(REPORT, Some(1), Some("period"), "form-cell-missing")],
    ),
    (
        Swap(CARD, "measure = \"ni-117\"\n", ""),
        &[(CARD, Some(1), Some("measure"), "form-cell-missing")],
    ),
    (
        Swap("measures.toml", "id = \"enquiries\"\n", ""),
        &[("measures.toml", Some(16), Some("id"), "form-cell-missing")],
    ),
    // Types.
    (
        Swap(CARDS, "true", "\"perhaps\""),
        &[(CARDS, Some(4), Some("new_page"), "entry-not-a-choice")],
    ),
    (
        Swap(CARDS, "true", "1"),
        &[(CARDS, Some(4), Some("new_page"), "form-wrong-type")],
    ),
    (
        Swap(CARDS, "\"Indicators\"", "2"),
        &[(CARDS, Some(3), Some("heading"), "form-wrong-type")],
    ),
    (
        Swap(REPORT, "amber = 10", "amber = [10]"),
        &[(REPORT, Some(16), Some("amber"), "form-wrong-type")],
    ),
    (
        Swap(REPORT, "amber = 10", "amber = 0x10"),
        &[(REPORT, Some(16), Some("amber"), "form-wrong-type")],
    ),
    (
        Swap(REPORT, "amber = 10", "amber = 1e3"),
        &[(REPORT, Some(16), Some("amber"), "form-not-a-number")],
    ),
    (
        Swap(REPORT, "amber = 10", "amber = \"£1.2m\""),
        &[(REPORT, Some(16), Some("amber"), "form-not-a-number")],
    ),
    (
        Swap(
            REPORT,
            "amber = 10",
            "amber = 1234567890123456789012345678901234567890",
        ),
        &[(REPORT, Some(16), Some("amber"), "entry-too-many-digits")],
    ),
    (
        Swap(REPORT, "[[rule]]", "[rule]"),
        &[
            (CARDS, Some(5), Some("rule"), "form-no-such-row"),
            (TABLE, Some(4), Some("rule"), "form-no-such-row"),
            (REPORT, Some(13), Some("rule"), "form-list-expected"),
        ],
    ),
    (
        Swap(REPORT, "2013-11-04", "true"),
        &[(REPORT, Some(3), Some("meeting"), "form-wrong-type")],
    ),
    (
        Swap(REPORT, "2013-11-04", "2013-11-04T10:00:00"),
        &[(REPORT, Some(3), Some("meeting"), "form-not-a-date")],
    ),
    (
        Swap(REPORT, "\"2013-14-q2\"", "\"2013-15\""),
        &[(REPORT, Some(1), Some("period"), "entry-not-a-period")],
    ),
    (
        Swap("measures.toml", "decimals = 1", "decimals = 9"),
        &[(
            "measures.toml",
            Some(11),
            Some("decimals"),
            "entry-not-a-count",
        )],
    ),
    (
        Swap("measures.toml", "\"percent\"", "\"per cent\""),
        &[(
            "measures.toml",
            Some(10),
            Some("unit"),
            "entry-not-a-choice",
        )],
    ),
    (
        Swap(CARDS, "\"Indicators\"", "\"In\\ndicators\""),
        &[(CARDS, Some(3), Some("heading"), "entry-line-end")],
    ),
    (
        Swap(CARDS, "\"Indicators\"", "\"In\\tdicators\""),
        &[(CARDS, Some(3), Some("heading"), "entry-hidden-character")],
    ),
    (
        Swap(CARD, "More young", "More\u{202e} young"),
        &[(CARD, Some(22), Some("commentary"), "entry-hidden-character")],
    ),
    (
        Write(COMMENTS, "One.\u{7}"),
        &[(
            COMMENTS,
            Some(1),
            Some("comments"),
            "entry-hidden-character",
        )],
    ),
    (
        Swap(COLUMNS, "id = \"variance\"", "id = \"The variance\""),
        &[(COLUMNS, Some(10), Some("id"), "entry-not-an-id")],
    ),
    // Ids and references.
    (
        Swap("measures.toml", "\"enquiries\"", "\"ni-117\""),
        &[("measures.toml", Some(17), Some("id"), "form-duplicate-id")],
    ),
    (
        Swap("values.csv", "2012-13,9.8", "2013-14-q2,9.8"),
        &[("values.csv", Some(3), None, "form-duplicate-id")],
    ),
    (
        Swap(CARD, "measure = \"ni-117\"", "measure = \"ni-171\""),
        &[(CARD, Some(2), Some("measure"), "form-no-such-row-near")],
    ),
    (
        Swap(REPORT, "\"director\"", "\"nobody\""),
        &[(REPORT, Some(4), Some("report_by"), "form-no-such-row")],
    ),
    (
        Swap("values.csv", "national", "regional"),
        &[("values.csv", Some(4), Some("series"), "form-no-such-row")],
    ),
    (
        Swap(
            "people.csv",
            "Head of Skills,learning",
            "Head of Skills,Learning",
        ),
        &[("people.csv", Some(2), Some("department"), "entry-not-an-id")],
    ),
    (
        Swap(
            MILESTONES,
            "[[commentary]]",
            "[[milestone]]\nposition = \"7f80\"\n\n[[commentary]]",
        ),
        &[(MILESTONES, Some(8), Some("position"), "form-position-order")],
    ),
    (
        Swap(
            MILESTONES,
            "[[commentary]]",
            "[[milestone]]\nposition = \"second\"\n\n[[commentary]]",
        ),
        &[(
            MILESTONES,
            Some(8),
            Some("position"),
            "entry-not-a-position",
        )],
    ),
    // CSV.
    (
        Write("people.csv", ""),
        &[("people.csv", None, None, "form-csv-no-headings")],
    ),
    (
        Swap("people.csv", "initials,post", "initials,job"),
        &[("people.csv", Some(1), Some("job"), "form-unknown-column")],
    ),
    (
        Swap("people.csv", "initials,post", "initals,post"),
        &[(
            "people.csv",
            Some(1),
            Some("initals"),
            "form-unknown-column-near",
        )],
    ),
    (
        Swap("people.csv", "initials,post", "post,post"),
        &[("people.csv", Some(1), Some("post"), "form-csv-column-twice")],
    ),
    (
        Swap(
            "people.csv",
            "Strategic Director,",
            "Strategic Director, Children,",
        ),
        &[("people.csv", Some(3), None, "form-csv-cells")],
    ),
    (
        Swap("departments.csv", "Employment\"", "Employment"),
        &[("departments.csv", Some(2), None, "form-csv-quote-open")],
    ),
    (
        Swap(
            "departments.csv",
            "\"Learning, Skills",
            "\"Learning\" Skills",
        ),
        &[("departments.csv", Some(2), None, "form-csv-quote-after")],
    ),
    (
        Swap("people.csv", "head-of-skills,HS", ",HS"),
        &[("people.csv", Some(2), Some("id"), "form-cell-missing")],
    ),
    (
        Swap("values.csv", "9.8", "\"9,800\""),
        &[("values.csv", Some(2), Some("amount"), "form-not-a-number")],
    ),
    (
        Swap("values.csv", "2012-13,", ","),
        &[("values.csv", Some(2), Some("period"), "form-cell-missing")],
    ),
    (
        Swap("values.csv", "deferred,", "later,"),
        &[("values.csv", Some(4), Some("absence"), "entry-not-a-choice")],
    ),
    (
        Swap("people.csv", ",yes", ",true"),
        &[("people.csv", Some(2), Some("in_key"), "entry-not-a-choice")],
    ),
    // Files of another kind of section.
    (
        Swap(CARDS, "kind = \"cards\"", "kind = \"narrative\""),
        &[(CARD, None, None, "form-file-of-no-kind")],
    ),
    (
        Write("reports/2013-14-q2/03-milestones/headlines.toml", ""),
        &[(
            "reports/2013-14-q2/03-milestones/headlines.toml",
            None,
            None,
            "form-file-of-another-kind",
        )],
    ),
    (
        Write(
            "reports/2013-14-q2/01-introduction/statement.csv",
            "kind,label\n",
        ),
        &[(
            "reports/2013-14-q2/01-introduction/statement.csv",
            None,
            None,
            "form-file-of-no-kind",
        )],
    ),
    (
        Swap(
            CARDS,
            "kind = \"cards\"",
            "kind = \"narrative\"\nunprinted = \"so\"",
        ),
        &[(CARDS, Some(3), Some("unprinted"), "form-wrong-type")],
    ),
    // What follows from one mistake is not told as another.
    (
        Swap("measures.toml", "id = \"ni-117\"", "id = \"enquiries\""),
        &[("measures.toml", Some(17), Some("id"), "form-duplicate-id")],
    ),
    (
        Swap(CARD, "More young", "More.\n\n\u{7}young"),
        &[(CARD, Some(24), Some("commentary"), "entry-hidden-character")],
    ),
    (
        Swap(COMMENTS, "", "First.\n\nThird\u{7}.\n"),
        &[(
            COMMENTS,
            Some(3),
            Some("comments"),
            "entry-hidden-character",
        )],
    ),
    // Statements.
    (
        Swap(LINES, "column-2", "column-4"),
        &[(LINES, Some(1), Some("column-4"), "form-unknown-column-near")],
    ),
    (
        Swap(LINES, "-63", "(63)"),
        &[(LINES, Some(3), Some("variance"), "form-not-an-amount")],
    ),
    (
        Swap(LINES, "worded: Refer", "Refer"),
        &[(LINES, Some(4), Some("column-2"), "form-not-an-amount")],
    ),
    (
        Swap(LINES, "-63", "6.3.1"),
        &[(LINES, Some(3), Some("variance"), "form-not-a-number")],
    ),
    (
        Swap(LINES, "line,Employees", "row,Employees"),
        &[(LINES, Some(3), Some("kind"), "entry-not-a-choice")],
    ),
    (
        Swap(COLUMNS, "finance/column-1", "finance/column-9"),
        &[(COLUMNS, Some(13), Some("budget"), "form-no-such-row-near")],
    ),
];

/// The folder that has nothing wrong with it, copied to where it can be spoilt.
fn sound_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/whole");
    copy(&whole, folder.path());
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn spoil(dir: &Path, what: &Do) -> String {
    match what {
        Write(file, text) => {
            let path = dir.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
            format!("{file} written: {text:?}")
        }
        Swap(file, from, to) => {
            let text = fs::read_to_string(dir.join(file)).unwrap();
            assert!(text.contains(from), "{from:?} is not in {file}");
            fs::write(dir.join(file), text.replacen(from, to, 1)).unwrap();
            format!("{file}: {from:?} made {to:?}")
        }
        Remove(file) => {
            fs::remove_file(dir.join(file)).unwrap();
            format!("{file} taken out")
        }
    }
}

/// What is told, checked for being said in whole sentences.
fn told(
    problems: &[TextFormProblem],
) -> Vec<(String, Option<usize>, Option<String>, &'static str)> {
    let words = Words::british();
    let tell = |problem: &TextFormProblem| {
        let said = words.say(&problem.message);
        let whole = words.knows(problem.message.key) && !said.contains("{") && said.contains(' ');
        assert!(whole, "{} is said as {said:?}", problem.message.key);
        let TextFormProblem {
            file,
            line,
            field,
            message,
        } = problem.clone();
        (file, line, field, message.key)
    };
    problems.iter().map(tell).collect()
}

fn expected(told: &[Told]) -> Vec<(String, Option<usize>, Option<String>, &'static str)> {
    let owned =
        |(file, line, field, key): &Told| (file.to_string(), *line, field.map(str::to_owned), *key);
    told.iter().map(owned).collect()
}

#[test]
fn each_problem_names_its_file_line_and_field() {
    let mut wrong = Vec::new();
    for (what, problems) in CASES {
        let folder = sound_folder();
        let case = spoil(folder.path(), what);
        let found = text_form::read(folder.path()).err().unwrap_or_default();
        let told = told(&found);
        if told != expected(problems) {
            wrong.push(format!("{case}\n  told {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_problem_says_what_was_meant() {
    let folder = sound_folder();
    spoil(folder.path(), &Swap(CARDS, "heading", "headng"));
    spoil(
        folder.path(),
        &Swap(REPORT, "\"within-percent\"", "\"percent\""),
    );
    let words = Words::british();
    let found = text_form::read(folder.path()).unwrap_err();
    let said: Vec<String> = found
        .iter()
        .map(|problem| words.say(&problem.message))
        .collect();
    assert!(
        said[0].contains("“headng”") && said[0].contains("“heading”"),
        "{}",
        said[0]
    );
    assert!(said[1].contains("share-of-target"), "{}", said[1]);
}

#[test]
fn everything_is_told_up_to_a_limit() {
    let folder = sound_folder();
    let rows: String = (0..80)
        .map(|n| format!("x-{n},actual,2012-13,?\n"))
        .collect();
    fs::write(
        folder.path().join("values.csv"),
        format!("measure,series,period,amount\n{rows}"),
    )
    .unwrap();
    let found = text_form::read(folder.path()).unwrap_err();
    assert_eq!(found.len(), MOST_PROBLEMS);
    assert!(found.is_sorted_by_key(|problem| (problem.file.clone(), problem.line)));
}

#[test]
fn several_problems_of_one_row_are_told_together() {
    let folder = sound_folder();
    spoil(
        folder.path(),
        &Swap(
            CARD,
            "plan_in_place = \"yes\"",
            "plan_in_place = \"maybe\"\nstatus = \"blue\"",
        ),
    );
    let card = folder.path().join(CARD);
    let text = fs::read_to_string(&card).unwrap();
    fs::write(card, text.replace("By September", &"x".repeat(501))).unwrap();
    let found = text_form::read(folder.path()).unwrap_err();
    let told = told(&found);
    let keys: Vec<&str> = told.iter().map(|(.., key)| *key).collect();
    assert_eq!(
        keys,
        ["entry-not-a-choice", "entry-not-a-choice", "entry-too-long"]
    );
}

#[test]
fn a_file_that_cannot_be_read_casts_no_doubt_on_others() {
    let folder = sound_folder();
    fs::write(folder.path().join("measures.toml"), "[[measure]\n").unwrap();
    fs::write(
        folder.path().join("comparators.csv"),
        [b'i', b'd', b'\n', 0xff],
    )
    .unwrap();
    fs::write(folder.path().join("people.csv"), "id,initials\n\"x,y\n").unwrap();
    let found = text_form::read(folder.path()).unwrap_err();
    let expected = expected(&[
        ("comparators.csv", Some(2), None, "form-not-utf8"),
        ("measures.toml", Some(1), None, "form-toml-syntax"),
        ("people.csv", Some(2), None, "form-csv-quote-open"),
    ]);
    assert_eq!(told(&found), expected);
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let missing = text_form::read(&folder.path().join("missing")).unwrap_err();
    assert_eq!(
        told(&missing),
        expected(&[("", None, None, "form-folder-not-there")])
    );
    fs::write(folder.path().join("file"), "").unwrap();
    let file = text_form::read(&folder.path().join("file")).unwrap_err();
    assert_eq!(
        told(&file),
        expected(&[("", None, None, "form-not-a-folder")])
    );
    let empty = tempfile::tempdir().unwrap();
    let nothing = text_form::read(empty.path()).unwrap_err();
    assert_eq!(
        told(&nothing),
        expected(&[("directorate.toml", None, None, "form-directorate-missing")])
    );
}

#[test]
fn a_name_that_makes_no_id_is_told_once() {
    let folder = sound_folder();
    let report = folder.path().join("reports/2013-14-q2");
    fs::rename(report.join("04-finance"), report.join("04-Finance")).unwrap();
    fs::rename(report.join("02-indicators"), report.join("02-Indicators")).unwrap();
    let found = text_form::read(folder.path()).unwrap_err();
    let place = |name| format!("reports/2013-14-q2/{name}/section.md");
    let files: Vec<String> = told(&found).into_iter().map(|(file, ..)| file).collect();
    assert_eq!(files, [place("02-Indicators"), place("04-Finance")]);
    assert!(
        found
            .iter()
            .all(|problem| problem.message.key == "form-place-is-no-id")
    );
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_folder_is_read() {
    use std::os::unix::fs::symlink;
    let folder = sound_folder();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("people.csv"), "id\nsecret\n").unwrap();
    fs::remove_file(folder.path().join("people.csv")).unwrap();
    symlink(
        outside.path().join("people.csv"),
        folder.path().join("people.csv"),
    )
    .unwrap();
    symlink(outside.path(), folder.path().join("reports/2014-15-q1")).unwrap();
    let found = text_form::read(folder.path()).unwrap_err();
    let expected = expected(&[
        ("people.csv", None, None, "form-link"),
        ("reports/2014-15-q1", None, None, "form-link"),
    ]);
    let told = told(&found);
    assert!(expected.iter().all(|link| told.contains(link)), "{told:?}");

    // The folder that is named may be a link itself.
    let other = sound_folder();
    let link = outside.path().join("link");
    symlink(other.path(), &link).unwrap();
    assert!(text_form::read(&link).is_ok());
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::net::UnixListener;
    let folder = sound_folder();
    let _socket = UnixListener::bind(folder.path().join("socket")).unwrap();
    fs::write(folder.path().join(OsStr::from_bytes(b"a\xff")), "").unwrap();
    let large = fs::File::create(folder.path().join("values.csv")).unwrap();
    large.set_len(65 << 20).unwrap();
    let found = text_form::read(folder.path()).unwrap_err();
    let expected = expected(&[
        ("a\u{fffd}", None, None, "form-name-not-utf8"),
        ("socket", None, None, "form-not-a-file"),
        ("values.csv", None, None, "form-too-large"),
    ]);
    assert_eq!(told(&found), expected);
}
