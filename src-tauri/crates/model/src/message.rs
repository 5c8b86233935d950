//! A sentence that the catalogue of words will say: a key and its arguments.
//!
//! The model, the rules and the checks never hold English. They return a [`Message`]; the crate
//! `words` looks its key up and puts the arguments in place.

use rust_decimal::Decimal;

/// A sentence to be said: the key of a catalogue entry and the values it needs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Message {
    /// The catalogue key, such as `status-within-percent`.
    pub key: &'static str,
    /// Named arguments, in the order given.
    pub args: Vec<(&'static str, Arg)>,
}

/// One argument of a [`Message`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Arg {
    /// Words to be put in as they are: a user's text, a reference, a figure already formatted.
    Text(String),
    /// A whole number, which the catalogue may use to choose between singular and plural.
    Count(i64),
    /// Another sentence or word from the catalogue, said in place.
    Message(Message),
    /// Several messages, joined as a list.
    List(Vec<Message>),
}

impl Message {
    /// A message with no arguments.
    pub fn new(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<Decimal> for Arg {
    /// The number in plain digits. Where a unit and a number of decimals are known, format it
    /// with [`crate::figure::Format`] and pass the text.
    fn from(number: Decimal) -> Self {
        Self::Text(number.to_string())
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl From<Vec<Message>> for Arg {
    fn from(messages: Vec<Message>) -> Self {
        Self::List(messages)
    }
}
