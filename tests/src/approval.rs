//! What a final paper needs besides its content: somebody who lets it go to committee.

use std::path::Path;

use outturn_api::batch::{Batch, Signer};
use outturn_api::outside::Outside;
use serde_json::{Value, json};

use crate::devhost::Devhost;

/// The passphrase of the key that [`let_through`] makes.
pub const PASSPHRASE: &str = "three plain words";

/// Has the clerk of a sample let every section of a report go to committee: that of `period`, else the
/// latest. Gives who signs for its final paper.
///
/// # Errors
/// The first sentence of why not.
pub fn let_through(
    batch: &Batch,
    file: &Path,
    period: Option<&str>,
    outside: &mut dyn Outside,
) -> Result<Signer<'static>, String> {
    let signer = Signer {
        person: Some("clerk"),
        passphrase: Some(PASSPHRASE),
    };
    let first = |refused: outturn_api::batch::Refused| {
        let sentence = refused.0.into_iter().next();
        sentence.map(|refusal| refusal.sentence).unwrap_or_default()
    };
    if !outside.own_folder().join("signing-key.json").exists() {
        batch
            .make_key(Some(PASSPHRASE), false, outside)
            .map_err(first)?;
    }
    let reason = Some("A rehearsal.");
    batch
        .sign(file, period, &[], reason, &signer, outside)
        .map_err(first)?;
    Ok(signer)
}

/// The same in a running program, in the file that is open there: a clerk is added, sits down and makes
/// a key, unless somebody has, and lets every section of a report go to committee.
///
/// # Errors
/// If the program cannot be reached or refuses.
pub fn let_through_in(host: &Devhost, report: &str) -> Result<(), String> {
    let ask = |request: Value| {
        let reply = host.call(&request).map_err(|error| error.to_string())?;
        Ok::<Value, String>(reply["with"].clone())
    };
    if ask(json!({ "do": "me" }))?["person"].is_null() {
        let fields = json!({ "post": "Committee Services Officer", "role": "clerk" });
        let add = json!({
            "change": "add", "entity": "person", "parent": null, "after": null, "fields": fields
        });
        let committed = ask(json!({ "do": "edit", "changes": [add], "agreed": true }))?;
        ask(json!({ "do": "i-am", "person": committed["added"][0] }))?;
        ask(json!({ "do": "make-key", "passphrase": PASSPHRASE, "instead": false }))?;
    }
    let agreement = ask(json!({ "do": "agreement", "report": report }))?;
    ask(json!({
        "do": "take", "step": "except", "sections": agreement["toExcept"], "words": "A rehearsal."
    }))?;
    Ok(())
}
