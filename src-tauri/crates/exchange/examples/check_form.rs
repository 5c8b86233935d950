//! Prints what is wrong with a folder in the text form.
//!
//! `cargo run -p outturn-exchange --example check_form DIR [CANONICAL]` also writes the folder in
//! canonical form to the new folder CANONICAL if nothing is wrong.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use outturn_exchange::text_form;
use outturn_words::Words;

fn main() -> ExitCode {
    let words = Words::british();
    let mut folders = env::args().skip(1);
    let dir = folders.next().unwrap_or_default();
    let book = match text_form::read(Path::new(&dir)) {
        Ok(book) => book,
        Err(problems) => {
            for problem in problems {
                let line = problem.line.map(|line| format!(":{line}"));
                let field = problem.field.map(|field| format!(" {field}:"));
                println!(
                    "{}{}:{} {}",
                    problem.file,
                    line.unwrap_or_default(),
                    field.unwrap_or_default(),
                    words.say(&problem.message)
                );
            }
            return ExitCode::FAILURE;
        }
    };
    if let Some(canonical) = folders.next()
        && let Err(problem) = text_form::write(&book, Path::new(&canonical))
    {
        println!("{}", words.say(&problem.message()));
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
