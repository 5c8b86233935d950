//! `cargo xtask`: the commands that a person and a build machine use.

mod again;
mod chores;
mod codegen;
mod install;
mod needs;
mod pictures;
mod process;
mod project;
mod run;
mod steps;
mod tally;
mod test;
mod tools;
mod trials;
mod ui;

use std::process::ExitCode;

use project::Project;

/// What a word comes to: the exit code of the whole command, or one sentence on why it could not
/// be carried out.
type Ending = Result<ExitCode, String>;

/// One word of the command line.
struct Word {
    name: &'static str,
    arguments: &'static str,
    what: &'static str,
    act: fn(&Project, &[String]) -> Ending,
}

const WORDS: &[Word] = &[
    Word {
        name: "run",
        arguments: "",
        what: "build Outturn and open its window on a sample directorate",
        act: run::run,
    },
    Word {
        name: "test",
        arguments: "[--only STEP,…] [--list]",
        what: "format, lint and test everything",
        act: test::test,
    },
    Word {
        name: "codegen",
        arguments: "[--check]",
        what: "write the TypeScript wire types in ui/src/generated",
        act: codegen::codegen,
    },
    Word {
        name: "pictures",
        arguments: "[FOLDER]",
        what: "take a picture of every screen",
        act: pictures::pictures,
    },
    Word {
        name: "bench",
        arguments: "",
        what: "measure what people wait for, as ratios",
        act: trials::bench,
    },
    Word {
        name: "soak",
        arguments: "kills [ROUNDS]",
        what: "end the program at random moments (200 times) and look at its file",
        act: trials::soak,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", usage());
        return ExitCode::from(2);
    };
    if ["help", "-h", "--help"].contains(&name.as_str()) {
        print!("{}", usage());
        return ExitCode::SUCCESS;
    }
    let Some(word) = WORDS.iter().find(|word| word.name == name) else {
        eprintln!("There is no word `{name}`.\n\n{}", usage());
        return ExitCode::from(2);
    };
    match (word.act)(&Project::here(), rest) {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let mut text = String::from("cargo xtask WORD\n\n");
    for word in WORDS {
        let call = format!("{} {}", word.name, word.arguments);
        text += &format!("  {:<32} {}\n", call.trim_end(), word.what);
    }
    text + "\nCARGO_TARGET_DIR, where set, is the build folder.\n"
}

/// Refuses arguments where a word takes none.
fn no_arguments(word: &str, arguments: &[String]) -> Result<(), String> {
    match arguments.first() {
        None => Ok(()),
        Some(other) => Err(format!("`cargo xtask {word}` takes no `{other}`.")),
    }
}
