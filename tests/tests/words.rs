//! The catalogue and the code agree: every key that is asked for is there, and every key that is
//! there is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use outturn_api::template;
use outturn_model::record::{Entity, Kind};
use outturn_rules::check::CHECKS;

/// What is followed by a key wherever it stands in Rust.
const ASKS: &[&str] = &[
    "Message::new(",
    ".word(",
    "Stop::new(",
    "Label::new(",
    "Label::about(",
];
/// What is followed by a key, or by the beginning of one, in TypeScript.
const ASKS_IN_SCREENS: &[&str] = &["say(", "words("];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

#[test]
fn every_word_that_is_asked_for_is_there() {
    let catalogue = Catalogue::read();
    let mut missing = BTreeSet::new();
    for source in rust() {
        for literal in source.literals.iter().filter(|literal| literal.asked) {
            if !catalogue.keys.contains(&literal.text) {
                missing.insert(format!("{}: {}", source.name, literal.text));
            }
        }
    }
    for source in screens() {
        for literal in source.literals.iter().filter(|literal| literal.asked) {
            let begins = |key: &String| key.starts_with(literal.text.trim_end_matches("${"));
            let known = match literal.text.ends_with("${") {
                true => catalogue.keys.iter().any(begins),
                false => catalogue.keys.contains(&literal.text),
            };
            if !known {
                missing.insert(format!("{}: {}", source.name, literal.text));
            }
        }
    }
    missing.extend(
        made_up()
            .into_iter()
            .filter(|key| !catalogue.keys.contains(key)),
    );
    assert!(missing.is_empty(), "not in the catalogue: {missing:#?}");
}

#[test]
fn every_word_that_is_there_is_asked_for() {
    let catalogue = Catalogue::read();
    let sources: Vec<Source> = rust().into_iter().chain(screens()).collect();
    let literals = || sources.iter().flat_map(|source| &source.literals);
    let whole: BTreeSet<&str> = literals().map(|literal| literal.text.as_str()).collect();
    // A template string of the screens asks for a family: `ui-heading-${kind}`.
    let families: Vec<&str> = literals()
        .filter_map(|literal| literal.text.strip_suffix("${"))
        .filter(|start| start.ends_with('-'))
        .collect();
    let made_up = made_up();
    let idle: Vec<&String> = catalogue
        .keys
        .iter()
        .filter(|key| {
            let asked = whole.contains(key.as_str())
                || families.iter().any(|family| key.starts_with(family));
            !asked && !made_up.contains(*key) && !catalogue.referred.contains(*key)
        })
        .collect();
    assert!(idle.is_empty(), "nothing asks for {idle:#?}");
}

/// The keys that are put together as the program runs.
fn made_up() -> BTreeSet<String> {
    let dashed = |name: &str| name.replace('_', "-");
    let mut keys = BTreeSet::new();
    for entity in Entity::ALL {
        keys.insert(format!("noun-{}", dashed(entity.table())));
        for field in entity.fields() {
            keys.insert(format!("noun-{}", dashed(field.name)));
            if let Kind::Choice(words) = field.kind {
                keys.extend(
                    words
                        .iter()
                        .map(|word| format!("choice-{}-{word}", dashed(field.name))),
                );
            }
        }
    }
    for check in CHECKS {
        keys.extend([
            format!("check-{}", check.code),
            format!("mend-{}", check.code),
        ]);
    }
    for (kind, names) in [
        ("template", template::templates()),
        ("sample", template::samples()),
    ] {
        for name in names {
            keys.extend([format!("{kind}-{name}"), format!("{kind}-{name}-about")]);
        }
    }
    keys
}

/// The keys of the British catalogue.
struct Catalogue {
    keys: BTreeSet<String>,
    /// Those that another entry puts in place.
    referred: BTreeSet<String>,
}

impl Catalogue {
    fn read() -> Self {
        let mut catalogue = Self {
            keys: BTreeSet::new(),
            referred: BTreeSet::new(),
        };
        let folder = root().join("src-tauri/crates/words/locales/en-GB");
        for path in files(&folder, "ftl") {
            let text = fs::read_to_string(&path).unwrap();
            for entry in parse(text.as_str()).unwrap().body {
                let Entry::Message(message) = entry else {
                    continue;
                };
                catalogue.keys.insert(message.id.name.to_owned());
                message
                    .value
                    .iter()
                    .for_each(|pattern| catalogue.refer(pattern));
            }
        }
        assert!(catalogue.keys.len() > 300, "{} keys", catalogue.keys.len());
        catalogue
    }

    fn refer(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else {
                continue;
            };
            let inline = match expression {
                Expression::Inline(inline) => inline,
                Expression::Select { selector, variants } => {
                    variants
                        .iter()
                        .for_each(|variant| self.refer(&variant.value));
                    selector
                }
            };
            if let InlineExpression::MessageReference { id, .. } = inline {
                self.referred.insert(id.name.to_owned());
            }
        }
    }
}

/// The texts in quotation marks of one file.
struct Source {
    name: String,
    literals: Vec<Literal>,
}

struct Literal {
    text: String,
    /// Whether it stands where a key is asked for.
    asked: bool,
}

/// The shipped Rust, without its tests.
fn rust() -> Vec<Source> {
    let mut found = Vec::new();
    for folder in ["src-tauri/src", "src-tauri/crates"] {
        for path in files(&root().join(folder), "rs") {
            let name = path
                .strip_prefix(root())
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            let in_tests = ["/tests/", "/examples/", "/tests.rs", "/round_trip.rs"]
                .iter()
                .any(|part| name.contains(part));
            if in_tests {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let shipped = text
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap_or_default();
            found.push(Source {
                name,
                literals: literals(shipped, &['"'], ASKS),
            });
        }
    }
    assert!(found.len() > 100, "{} files of Rust", found.len());
    found
}

/// The screens, without their tests and without the gallery of their parts.
fn screens() -> Vec<Source> {
    let folder = root().join("ui/src");
    let mut found = Vec::new();
    for path in files(&folder, "ts")
        .into_iter()
        .chain(files(&folder, "tsx"))
    {
        let name = path
            .strip_prefix(root())
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        if name.contains(".test.") || name.contains("/gallery/") || name.contains("/generated/") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        found.push(Source {
            name,
            literals: literals(&text, &['"', '`'], ASKS_IN_SCREENS),
        });
    }
    found
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for path in fs::read_dir(next)
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Every text in quotation marks; of a template string, what stands before its first placeholder and
/// the mark that opens it. Comments are passed over.
fn literals(text: &str, marks: &[char], asks: &[&str]) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut before = String::new();
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, after)| after);
            continue;
        }
        // A quotation mark by itself, as a character.
        if let Some(after) = rest
            .strip_prefix("'\"'")
            .or_else(|| rest.strip_prefix("'\\\"'"))
        {
            rest = after;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if !marks.contains(&c) {
            if !c.is_whitespace() {
                before.push(c);
            }
            continue;
        }
        let (literal, after) = ended(rest, c);
        let asked = asks.iter().any(|ask| is_asked(&before, ask));
        found.push(Literal {
            text: literal,
            asked,
        });
        rest = after;
        before.clear();
    }
    found
}

/// Whether the code ends with the call, and not with a longer name that ends in the same way.
fn is_asked(before: &str, ask: &str) -> bool {
    let Some(start) = before.strip_suffix(ask) else {
        return false;
    };
    ask.starts_with('.') || !start.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.')
}

/// A literal up to its end, and what follows.
fn ended(text: &str, mark: char) -> (String, &str) {
    let mut literal = String::new();
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        if c == '\\' {
            characters.next();
            literal.push(' ');
        } else if c == mark {
            return (literal, &text[at + c.len_utf8()..]);
        } else if mark == '`' && text[at..].starts_with("${") {
            literal.push_str("${");
            let after = text[at..].find('`').map_or(text.len(), |end| at + end + 1);
            return (literal, &text[after..]);
        } else {
            literal.push(c);
        }
    }
    (literal, "")
}

#[test]
fn texts_are_told_from_comments_and_calls_from_names() {
    let text = "// \"not-this\"\nsay(\"ui-a\"); let x = '\"'; essay(\"b\"); { say(`ui-c-${x} d`) } [\"ui-e\\\"f\"]";
    let found: BTreeMap<String, bool> = literals(text, &['"', '`'], &["say("])
        .into_iter()
        .map(|found| (found.text, found.asked))
        .collect();
    let expected = [
        ("ui-a", true),
        ("b", false),
        ("ui-c-${", true),
        ("ui-e f", false),
    ];
    assert_eq!(
        found,
        expected
            .map(|(text, asked)| (text.to_owned(), asked))
            .into()
    );
}
