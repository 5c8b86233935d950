//! What can go wrong while a paper is made.

use outturn_model::message::Message;

/// Why a paper could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// It was told to stop.
    #[error("cancelled")]
    Cancelled,
    /// The paper has no title, which an accessible PDF must have.
    #[error("the paper has no title")]
    NoTitle,
    /// The preview was asked for a place that the paper does not hold.
    #[error("the paper holds no place {0:?}")]
    NoSuchPlace(String),
    /// The pages could not be set.
    #[error("the pages could not be set (section {section:?}): {details:?}")]
    NotSet {
        /// The place of the section that could not be set, where it could be found out.
        section: Option<String>,
        /// What the typesetter said, for a log and never for a user.
        details: Vec<String>,
    },
    /// The pages were set but do not meet PDF/UA-1 and PDF/A-2a.
    #[error("the PDF would not conform: {details:?}")]
    NotConforming {
        /// What the writer said, for a log and never for a user.
        details: Vec<String>,
    },
}

impl RenderError {
    /// The sentence to show: what happened and what to do.
    pub fn message(&self) -> Message {
        Message::new(match self {
            Self::Cancelled => "paper-cancelled",
            Self::NoTitle => "paper-no-title",
            Self::NoSuchPlace(_) => "paper-no-such-place",
            Self::NotSet { .. } => "paper-not-set",
            Self::NotConforming { .. } => "paper-not-conforming",
        })
    }

    /// The place of the section at fault, for a screen to lead there.
    pub fn place(&self) -> Option<&str> {
        match self {
            Self::NotSet { section, .. } => section.as_deref(),
            Self::NoSuchPlace(place) => Some(place),
            _ => None,
        }
    }
}
