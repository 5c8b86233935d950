//! The trial that ends the real program at random moments of random editing.
//!
//! What the program has acknowledged must be in the file afterwards, with at most the one edit
//! besides that was on its way, and nothing else. What is to be expected is worked out here from
//! the requests alone, not asked of the program.

mod content;
mod edits;

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use outturn_store::{Label, Scope, Store, note_path};
use serde_json::json;

use crate::devhost::{Devhost, ask};
use crate::dice::Dice;
use crate::outside::Rehearsal;
use crate::reports;
use content::Content;
use edits::{Edit, Hand};

/// Cards in the report that is edited.
const CARDS: usize = 12;
/// The most edits that are waited for before the program is ended.
const MOST_EDITS: usize = 40;
/// The longest delay after the last of them, in microseconds: about two edits.
const LONGEST_DELAY: usize = 40_000;
/// One round in this many ends the program while it opens the file.
const OPENING: usize = 10;

/// What a trial came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// How often the program was ended.
    pub kills: u64,
    /// Edits that it had acknowledged; every one was there.
    pub acknowledged: u64,
    /// Edits that were on their way and are in the file.
    pub kept: u64,
    /// Edits that were on their way and are not in the file.
    pub lost: u64,
    /// Times that a change was cut off in the middle of being written, and SQLite took it back.
    pub cut_off: u64,
    /// Times that the note of who has the file was left behind.
    pub notes_left: u64,
}

/// Ends the program `rounds` times. `told` hears the counts after each round.
///
/// # Errors
/// What was lost or wrong, with the round and the seed that makes the same edits again.
pub fn run(rounds: u64, seed: u64, told: &mut dyn FnMut(&Counts)) -> Result<Counts, String> {
    let folder = tempfile::tempdir().map_err(said)?;
    let file = folder.path().join("Children and Enterprise.outturn");
    create(&file)?;
    let mut content = Content::of(&open(&file)?.book(&Scope::Everything).map_err(said)?);
    let mut dice = Dice::new(seed);
    let mut counts = Counts::default();
    for round in 1..=rounds {
        let about = |why: String| format!("Round {round} of the trial with the seed {seed}: {why}");
        content = one(folder.path(), &file, content, &mut dice, &mut counts).map_err(about)?;
        told(&counts);
    }
    Ok(counts)
}

/// One round: edits, the end, and a look at the file. The content is that of the file.
fn one(
    own: &Path,
    file: &Path,
    content: Content,
    dice: &mut Dice,
    counts: &mut Counts,
) -> Result<Content, String> {
    let host = Devhost::start(own, "Performance Officer").map_err(said)?;
    let address = host.address().to_owned();
    let opening = dice.roll(OPENING) == 0;
    let wanted = if opening {
        0
    } else {
        dice.roll(MOST_EDITS) + 1
    };
    let delay = Duration::from_micros(dice.roll(LONGEST_DELAY) as u64);
    let (tell, heard) = channel();
    let killer = thread::spawn(move || end_after(host, &heard, wanted, delay));

    let ended = edit_until_ended(&address, file, content, dice, &tell);
    drop(tell);
    let killed = killer.join().map_err(|_| "the killer failed".to_owned())?;
    killed.map_err(said)?;
    let (mut content, on_its_way, acknowledged) = ended?;
    counts.kills += 1;
    counts.acknowledged += acknowledged;

    let journal = std::fs::read(with_ending(file, "-journal"));
    counts.cut_off +=
        u64::from(journal.is_ok_and(|bytes| bytes.first().is_some_and(|byte| *byte != 0)));
    counts.notes_left += u64::from(note_path(file).exists());
    let store = open(file)?;
    let faults = store.verify().map_err(said)?;
    if !faults.is_empty() {
        return Err(format!("the file has faults: {faults:?}"));
    }
    let found = Content::of(&store.book(&Scope::Everything).map_err(said)?);
    let differences = content.differences(&found);
    if differences.is_empty() {
        counts.lost += u64::from(on_its_way.is_some());
        return Ok(found);
    }
    if let Some(edit) = on_its_way {
        let added = found.only_new(&content);
        edit.make(&mut content, added.as_ref())?;
        if content.differences(&found).is_empty() {
            counts.kept += 1;
            return Ok(found);
        }
    }
    Err(format!(
        "after {acknowledged} acknowledged edits the file differs: {differences:#?}"
    ))
}

/// Waits for the edits and then for a moment, and ends the program.
fn end_after(
    mut host: Devhost,
    heard: &Receiver<()>,
    wanted: usize,
    delay: Duration,
) -> std::io::Result<()> {
    for _ in 0..wanted {
        if heard.recv().is_err() {
            return host.kill();
        }
    }
    // The moment is what is random here; edits go on meanwhile.
    thread::sleep(delay);
    host.kill()
}

type Ended = (Content, Option<Edit>, u64);

/// Opens the file in the program and edits until it is gone: the content as acknowledged, the edit
/// that was on its way, and how many were acknowledged.
fn edit_until_ended(
    address: &str,
    file: &Path,
    mut content: Content,
    dice: &mut Dice,
    tell: &Sender<()>,
) -> Result<Ended, String> {
    let open = json!({ "do": "open", "path": file.display().to_string(), "readOnly": false });
    match ask(address, &open) {
        Ok(Ok(_)) => {}
        Ok(Err(refusal)) => return Err(format!("the file was not opened: {refusal}")),
        Err(_) => return Ok((content, None, 0)),
    }
    let mut hand = Hand::default();
    let mut acknowledged = 0;
    loop {
        let edit = hand.next(&content, dice);
        match ask(address, &edit.request()) {
            Ok(Ok(reply)) => {
                hand.done(&edit, &content);
                edit.make(&mut content, content::added(&reply).as_ref())?;
                acknowledged += 1;
                // Nobody listens any more once the end is near.
                let _ = tell.send(());
            }
            Ok(Err(refusal)) => return Err(format!("{edit:?} was refused: {refusal}")),
            Err(_) => return Ok((content, Some(edit), acknowledged)),
        }
    }
}

fn create(file: &Path) -> Result<(), String> {
    let outside = Rehearsal::new(".");
    let by = outside.author();
    let book = reports::cards(CARDS);
    let started = Label::new("edit-start");
    Store::create_from(file, outside.options(), &by, &started, &book)
        .map(drop)
        .map_err(said)
}

fn open(file: &Path) -> Result<Store, String> {
    Store::open(file, Rehearsal::new(".").options()).map_err(said)
}

fn with_ending(file: &Path, ending: &str) -> std::path::PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn said(error: impl ToString) -> String {
    error.to_string()
}
