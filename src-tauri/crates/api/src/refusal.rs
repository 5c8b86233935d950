//! Why a request could not be met, in one sentence for the reader.

use outturn_model::{Message, Place};
use outturn_paper::render::RenderError;
use outturn_store::{Problem, StoreError};
use outturn_words::Words;

use crate::change::ChangeProblem;
use crate::wire::Refusal;

/// What stops a request.
#[derive(Debug)]
pub enum Stop {
    /// The file.
    Store(StoreError),
    /// A change that cannot be made.
    Change(ChangeProblem),
    /// Making the paper.
    Paper(RenderError),
    /// Anything that has a sentence of its own: its code and the sentence.
    Said(&'static str, Message),
    /// A row is gone that has to be restored first: which, and the sentence.
    Lost(Place, Message),
}

impl Stop {
    /// A stop whose code is its catalogue key.
    pub fn new(key: &'static str) -> Self {
        Self::Said(key, Message::new(key))
    }

    /// The refusal to show.
    pub fn refusal(&self, words: &Words) -> Refusal {
        let (code, message, place) = match self {
            Self::Store(error) => {
                let place = match &error.problem {
                    Problem::Refused(refusal) => Some(refusal.place.to_string()),
                    _ => None,
                };
                // A cell that was refused is said beside its field, where the place is known.
                let message = match &error.problem {
                    Problem::Refused(refusal) => refusal.reason.message(),
                    _ => error.message(),
                };
                (message.key, message, place)
            }
            Self::Change(problem) => {
                let message = problem.message();
                (message.key, message, Some(problem.place().to_owned()))
            }
            Self::Paper(error) => {
                let message = error.message();
                (message.key, message, error.place().map(str::to_owned))
            }
            Self::Said(code, message) => (*code, message.clone(), None),
            Self::Lost(place, message) => (message.key, message.clone(), Some(place.to_string())),
        };
        let locked =
            matches!(self, Self::Store(error) if matches!(error.problem, Problem::Locked { .. }));
        Refusal {
            code: code.to_owned(),
            sentence: words.say(&message),
            place,
            read_only_possible: locked,
        }
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<ChangeProblem> for Stop {
    fn from(problem: ChangeProblem) -> Self {
        Self::Change(problem)
    }
}

impl From<RenderError> for Stop {
    fn from(error: RenderError) -> Self {
        Self::Paper(error)
    }
}
