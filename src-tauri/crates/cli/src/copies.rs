//! What commands about copies print.

use std::fmt::Write as _;

use outturn_api::batch::Batch;
use outturn_api::message::Message;
use outturn_api::wire::{BroughtInView, ConflictView, ShareView};

/// What bringing a copy in came to.
pub fn brought_in(came: &BroughtInView) -> String {
    let mut text = format!("{}\n", came.sentence);
    for phrase in &came.by {
        // Writing to a string does not fail.
        let _ = writeln!(text, "    {phrase}");
    }
    text
}

/// What sharing came to.
pub fn shared(view: &ShareView) -> String {
    let mut text = brought_in(&view.came) + &view.told + "\n";
    for sentence in &view.passed_over {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{sentence}");
    }
    text
}

/// What has to be decided, numbered.
pub fn conflicts(batch: &Batch, open: &[ConflictView]) -> String {
    let mut text = String::new();
    for (number, conflict) in open.iter().enumerate() {
        let _ = writeln!(text, "{}  {}", number + 1, conflict.at);
        for (number, side) in conflict.sides.iter().enumerate() {
            let said = Message::new("cli-side")
                .with("number", (number + 1).to_string())
                .with("by", side.by.as_str())
                .with("at", side.at.as_str())
                .with("text", side.text.as_str());
            let _ = writeln!(text, "    {}", batch.say(&said));
        }
    }
    let summary = Message::new("cli-conflicts").with("count", open.len());
    text + &batch.say(&summary) + "\n"
}
