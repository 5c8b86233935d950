//! What the window is told.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

macro_rules! views {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident : $type:ty),* $(,)? })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Serialize, TS)]
            #[serde(rename_all = "camelCase")]
            #[ts(export_to = "wire.ts")]
            pub struct $name { $($(#[$field_meta])* pub $field: $type),* }
        )+
    };
}

macro_rules! words {
    ($($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident),* $(,)? })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
            #[serde(rename_all = "kebab-case")]
            #[ts(export_to = "wire.ts")]
            pub enum $name { $($(#[$variant_meta])* $variant),* }
        )+
    };
}

mod measure;
mod report;
mod section;
mod start;
mod table;

pub use measure::*;
pub use report::*;
pub use section::*;
pub use start::*;
pub use table::*;

/// A row's stored cells by field, for forms: an empty cell is an empty string.
pub type Fields = BTreeMap<String, String>;

views! {
    /// A word to choose, and how it is said.
    Choice {
        /// The stored word.
        value: String,
        /// What people read.
        label: String,
    }

    /// A row with its stored cells.
    RowView {
        /// Its id.
        id: String,
        /// Its cells.
        fields: Fields,
    }
}
