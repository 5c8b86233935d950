//! The catalogue: every word of the interface and of a paper's fixed text, in Fluent files.
//!
//! `locales/<language>/<area>.ftl` holds the words. A second language is a second folder.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use outturn_model::{Arg, Message};
use unic_langid::LanguageIdentifier;

/// Language, then name and text of each file.
type Languages = &'static [(&'static str, &'static [(&'static str, &'static str)])];
const CATALOGUE: Languages = include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// The language of a file that asks for none.
pub const DEFAULT_LANGUAGE: &str = "en-GB";

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    language: &'static str,
}

impl Words {
    /// The words of a language, or nothing if there is no folder for it or it has an error.
    pub fn of(language: &str) -> Option<Self> {
        let (language, files) = CATALOGUE.iter().find(|(name, _)| *name == language)?;
        let id: LanguageIdentifier = language.parse().ok()?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for (_, text) in *files {
            let resource = FluentResource::try_new((*text).to_owned()).ok()?;
            bundle.add_resource(resource).ok()?;
        }
        Some(Self { bundle, language })
    }

    /// The words of British English, which the program always carries.
    ///
    /// # Panics
    /// If the files built into the program have an error, which this crate's tests rule out.
    pub fn british() -> Self {
        Self::of(DEFAULT_LANGUAGE).expect("the tests read every file of the catalogue")
    }

    /// The language, as in `en-GB`.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Whether the catalogue has this key.
    pub fn knows(&self, key: &str) -> bool {
        self.bundle
            .get_message(key)
            .is_some_and(|message| message.value().is_some())
    }

    /// The word or sentence without arguments under a key that is made up as the program runs;
    /// nothing if the catalogue has none.
    pub fn named(&self, key: &str) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, None, &mut errors);
        Some(said.into_owned())
    }

    /// A word or sentence without arguments. A key that is not there is said as it is.
    pub fn word(&self, key: &'static str) -> String {
        self.say(&Message::new(key))
    }

    /// The sentence a message asks for. A key that is not there is said as it is, so that nothing
    /// is hidden; a test looks for such keys.
    pub fn say(&self, message: &Message) -> String {
        let pattern = self
            .bundle
            .get_message(message.key)
            .and_then(|entry| entry.value());
        let Some(pattern) = pattern else {
            return message.key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, arg) in &message.args {
            args.set(*name, self.value(arg));
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned()
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => text.clone().into(),
            Arg::Count(count) => (*count).into(),
            Arg::Message(message) => self.say(message).into(),
            Arg::List(messages) => {
                let said: Vec<String> = messages.iter().map(|message| self.say(message)).collect();
                said.join(&self.word("list-separator")).into()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn every_file_reads_and_no_key_stands_twice() {
        for (language, files) in CATALOGUE {
            let mut seen = BTreeMap::new();
            for (file, text) in *files {
                let resource = FluentResource::try_new((*text).to_owned())
                    .unwrap_or_else(|(_, errors)| panic!("{language}/{file}: {errors:?}"));
                for entry in resource.entries() {
                    if let fluent_syntax::ast::Entry::Message(message) = entry {
                        let before = seen.insert(message.id.name.to_owned(), *file);
                        assert!(
                            before.is_none(),
                            "{language}: {} is in {file} and {before:?}",
                            message.id.name
                        );
                    }
                }
            }
            assert!(Words::of(language).is_some());
        }
    }

    #[test]
    fn messages_are_said_with_their_arguments() {
        let words = Words::british();
        let quarter = outturn_model::Period::quarter(2008, 3);
        assert_eq!(words.say(&quarter.name()), "Quarter 3, 2008/09");
        assert_eq!(words.say(&quarter.short_name()), "Q3 08/09");
        let list = Message::new("entry-not-a-choice")
            .with("text", "blue")
            .with(
                "choices",
                vec![Message::new("status-green"), Message::new("status-red")],
            );
        assert!(
            words.say(&list).contains("Green, Red"),
            "{}",
            words.say(&list)
        );
        assert_eq!(words.word("no-such-key"), "no-such-key");
    }
}
