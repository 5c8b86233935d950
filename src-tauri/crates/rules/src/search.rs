//! Finding words in every report of a file.
//!
//! A text is found if it has all the words that are looked for, the last of them perhaps only begun.
//! Small and capital letters are the same, and so are letters with and without their accents.

use std::collections::BTreeMap;
use std::ops::Range;

use outturn_model::prose::Prose;
use outturn_model::record::{Field, Kind};
use outturn_model::report::Report;
use outturn_model::{Book, Entity, Id, Period, Place, Row};

/// Every text of a book that can be searched, ready for it.
#[derive(Debug, Default)]
pub struct Texts {
    texts: Vec<Searchable>,
    /// The reports that texts are in, the latest period first.
    reports: Vec<Id<Report>>,
}

#[derive(Debug)]
struct Searchable {
    place: Place,
    /// The report it is in, by place among the reports; past them all for the file's own texts.
    group: usize,
    text: String,
    /// The text with its letters folded, each of its words after a space.
    folded: String,
}

/// A text that has the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<'t> {
    /// Where it is stored.
    pub place: &'t Place,
    /// Its words, without marks.
    pub text: &'t str,
    /// Where in them the words stand that were looked for, in order.
    pub found: Vec<Range<usize>>,
}

/// What was found in one report, or in no report: measures belong to the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group<'t> {
    /// The report.
    pub report: Option<&'t Id<Report>>,
    /// The first texts found, headings and names first.
    pub hits: Vec<Hit<'t>>,
    /// How many were found in all.
    pub count: usize,
}

impl Texts {
    /// The texts of a book: narratives, headings, commentary, actions, risks, milestones, lines and
    /// cells of tables, and measures by reference and name.
    pub fn of(book: &Book) -> Self {
        let mut reports: Vec<(Period, Id<Report>)> = book
            .reports
            .iter()
            .map(|row| (row.period, row.id.clone()))
            .collect();
        reports.sort_by(|a, b| (b.0, &a.1).cmp(&(a.0, &b.1)));
        let reports: Vec<Id<Report>> = reports.into_iter().map(|(_, id)| id).collect();
        let places: BTreeMap<_, _> = reports
            .iter()
            .enumerate()
            .map(|(at, id)| (id.row().clone(), at))
            .collect();
        let mut texts = Vec::new();
        for entity in Entity::ALL.iter().filter(|entity| is_searched(**entity)) {
            for row in book.rows(*entity) {
                let report = book.above(*entity, &row.id, Entity::Report);
                let group = report.and_then(|id| places.get(&id).copied());
                take_row(*entity, &row, group.unwrap_or(reports.len()), &mut texts);
            }
        }
        texts.sort_by_key(|text| (text.group, rank(&text.place)));
        Self { texts, reports }
    }

    /// Looks for words. Each group gives at most `most` texts; groups without any are left out.
    pub fn search(&self, words: &str, most: usize) -> Vec<Group<'_>> {
        let wanted = tokens(words).into_iter().map(|range| fold(&words[range]));
        let wanted: Vec<String> = wanted.filter(|word| !word.is_empty()).collect();
        let Some((last, whole)) = wanted.split_last() else {
            return Vec::new();
        };
        let mut groups: Vec<Group<'_>> = Vec::new();
        let mut at = None;
        for text in &self.texts {
            if !text.has(whole, last) {
                continue;
            }
            if at != Some(text.group) {
                at = Some(text.group);
                groups.push(Group {
                    report: self.reports.get(text.group),
                    hits: Vec::new(),
                    count: 0,
                });
            }
            if let Some(group) = groups.last_mut() {
                group.count += 1;
                if group.hits.len() < most {
                    group.hits.push(text.hit(whole, last));
                }
            }
        }
        groups
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

impl Searchable {
    fn has(&self, whole: &[String], last: &str) -> bool {
        let begins = |word: &str| self.folded.contains(&format!(" {word}"));
        begins(last)
            && whole
                .iter()
                .all(|word| self.folded.contains(&format!(" {word} ")))
    }

    fn hit(&self, whole: &[String], last: &str) -> Hit<'_> {
        let is_found = |range: &Range<usize>| {
            let word = fold(&self.text[range.clone()]);
            word.starts_with(last) || whole.contains(&word)
        };
        Hit {
            place: &self.place,
            text: &self.text,
            found: tokens(&self.text).into_iter().filter(is_found).collect(),
        }
    }
}

/// Whether people write what stands in a table.
fn is_searched(entity: Entity) -> bool {
    let in_report = |entity: Entity| {
        std::iter::successors(Some(entity), |at| at.parent().map(|(parent, _)| parent))
            .any(|at| at == Entity::Report)
    };
    entity == Entity::Measure || in_report(entity)
}

/// Adds the texts of a row. A reference is found together with what it is the reference of.
fn take_row(entity: Entity, row: &Row, group: usize, texts: &mut Vec<Searchable>) {
    let cell = |name: &str| {
        let (at, _) = entity.field(name)?;
        row.cells[at].as_deref()
    };
    let named = ["name", "text"]
        .into_iter()
        .find(|name| entity.field(name).is_some());
    let named = named.filter(|_| entity.field("reference").is_some());
    for (field, stored) in entity.fields().iter().zip(&row.cells) {
        let of_name = named.is_some() && field.name == "reference";
        if !is_written(field) || (of_name && named.and_then(cell).is_some()) {
            continue;
        }
        let Some(stored) = stored else { continue };
        let text = match field.kind {
            Kind::Prose => Prose::parse(stored).plain_text(),
            _ => stored.clone(),
        };
        let text = match cell("reference").filter(|_| named == Some(field.name)) {
            Some(reference) => format!("{reference} {text}"),
            None => text,
        };
        let words = tokens(&text).into_iter().map(|range| fold(&text[range]));
        let folded = words.fold(String::from(" "), |line, word| line + &word + " ");
        texts.push(Searchable {
            place: Place::cell(entity, &row.id, field.name),
            group,
            text,
            folded,
        });
    }
}

fn is_written(field: &Field) -> bool {
    matches!(field.kind, Kind::Line | Kind::Text | Kind::Prose)
        && !matches!(field.name, "formula" | "unit_words" | "before")
}

/// Titles, headings and names come before what stands under them.
fn rank(place: &Place) -> u8 {
    match (place.entity, place.field) {
        (Entity::Report, _) => 0,
        (Entity::Section, Some("heading")) => 1,
        (Entity::Measure, Some("name" | "reference")) => 1,
        (Entity::Section | Entity::Entry, _) => 2,
        _ => 3,
    }
}

/// The words of a text: runs of letters and digits. An apostrophe belongs to its word.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text
        .char_indices()
        .filter(|(_, c)| c.is_alphanumeric() || is_mark(*c))
    {
        let end = at + letter.len_utf8();
        match tokens.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ if is_mark(letter) => {}
            _ => tokens.push(at..end),
        }
    }
    tokens
}

/// Apostrophes, and accents that stand as characters of their own.
fn is_mark(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}')
}

/// A word in small letters without accents and apostrophes.
fn fold(word: &str) -> String {
    let letters = word
        .chars()
        .filter(|c| !is_mark(*c))
        .flat_map(char::to_lowercase);
    letters.fold(String::with_capacity(word.len()), |mut folded, letter| {
        match plain(letter) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(letter),
        }
        folded
    })
}

/// The letters that stand for one with an accent, of the Latin alphabets of Europe.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}
