//! `soak kills [ROUNDS]`: ends the real program at random moments, and looks at the file each time.
//!
//! `cargo xtask soak` builds what it needs and runs it. Exit codes: 0 nothing was lost; 1 something
//! was; 2 the words were not understood.

use std::process::ExitCode;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use outturn_tests::kills;

/// Rounds where none are asked for.
const ROUNDS: u64 = 200;
/// How often the counts so far are shown, in rounds.
const SHOWN: u64 = 20;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rounds = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["kills"] => Some(ROUNDS),
        ["kills", rounds] => rounds.parse().ok(),
        _ => None,
    };
    let Some(rounds) = rounds else {
        eprintln!("soak kills [ROUNDS]");
        return ExitCode::from(2);
    };
    // A different trial each time; what fails names its seed.
    let seed = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |time| time.as_secs());
    let began = Instant::now();
    let ended = kills::run(rounds, seed, &mut |counts| {
        if counts.kills % SHOWN == 0 {
            println!(
                "{} kills, {} acknowledged edits",
                counts.kills, counts.acknowledged
            );
        }
    });
    match ended {
        Ok(counts) => {
            println!(
                "{} kills in {} s, seed {seed}: all of {} acknowledged edits are there, and the file was \
                 sound each time.\nOf the edits on their way {} are in the file and {} are not. {} \
                 changes were cut off in the middle; {} notes of who has the file were left behind.",
                counts.kills,
                began.elapsed().as_secs(),
                counts.acknowledged,
                counts.kept,
                counts.lost,
                counts.cut_off,
                counts.notes_left,
            );
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
