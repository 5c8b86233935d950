//! What each command does and prints.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use outturn_api::batch::{Batch, Refused, Unpacked};
use outturn_api::export::Export;
use outturn_api::message::Message;
use outturn_api::outside::ThisComputer;
use outturn_api::wire::{FindingsView, Refusal, Severity};

use crate::args::{Args, Command};

/// Findings that stop a final paper.
const BLOCKED: u8 = 1;
/// Input that cannot be used.
const UNUSABLE: u8 = 2;

/// How the name of a file ends.
const ENDING: &str = "outturn";

/// Runs a command. Results go to standard output, refusals to standard error. Whoever reads either
/// may go away before the end.
pub fn run(args: Args) -> ExitCode {
    let batch = Batch::default();
    match carry_out(&batch, args.command) {
        Ok((code, text)) => match print(&text) {
            Ok(()) => code,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => code,
            Err(_) => {
                complain(&batch.word("cli-not-printed"));
                ExitCode::from(UNUSABLE)
            }
        },
        Err(Refused(refusals)) => {
            let sentences = refusals.iter().map(|refusal| refusal.sentence.as_str());
            complain(&sentences.collect::<Vec<_>>().join("\n"));
            let blocked = refusals
                .iter()
                .any(|refusal| refusal.code == "export-blocked");
            ExitCode::from(if blocked { BLOCKED } else { UNUSABLE })
        }
    }
}

/// Carries a command out. Gives what to print.
fn carry_out(batch: &Batch, command: Command) -> Result<(ExitCode, String), Refused> {
    let outside = ThisComputer::default();
    let text = match command {
        Command::New {
            file,
            template,
            period,
            council,
            directorate,
        } => {
            let file = with_ending(batch, file)?;
            batch.new_file(&file, &template, &period, &council, &directorate, &outside)?;
            made(batch, &file)
        }
        Command::Check { file, json, report } => {
            let findings = batch.check(&file, report.as_deref(), &outside)?;
            let text = if json {
                as_json(&findings)
            } else {
                in_words(batch, &findings)
            };
            if findings.blocking > 0 {
                return Ok((ExitCode::from(BLOCKED), text));
            }
            text
        }
        Command::Export {
            file,
            out,
            report,
            draft,
            overwrite,
        } => {
            let how = Export {
                path: &out,
                draft,
                overwrite,
            };
            let exported = batch.export(&file, report.as_deref(), &how, &outside)?;
            let message = Message::new("cli-exported")
                .with("file", exported.path.display().to_string())
                .with("pages", exported.pages);
            batch.say(&message) + "\n"
        }
        Command::RollForward { file, period } => {
            let (name, carried) = batch.roll_forward(&file, period.as_deref(), &outside)?;
            let message = Message::new("cli-rolled")
                .with("file", file.display().to_string())
                .with("period", name);
            let lines = carried.iter().map(|phrase| format!("    {phrase}\n"));
            batch.say(&message) + "\n" + &lines.collect::<String>()
        }
        Command::Pack { dir, file } => {
            let file = with_ending(batch, file)?;
            batch.pack(&dir, &file, &outside)?;
            made(batch, &file)
        }
        Command::Unpack { file, dir } => {
            let unpacked = batch.unpack(&file, &dir, &outside)?;
            let left_out = match unpacked {
                Unpacked::Whole => String::new(),
                Unpacked::WithoutHistory => batch.word("cli-history-left-out") + "\n",
            };
            made(batch, &dir) + &left_out
        }
    };
    Ok((ExitCode::SUCCESS, text))
}

/// The name of a file to be made: with its ending put on where it has none, and refused where it has
/// another.
fn with_ending(batch: &Batch, file: PathBuf) -> Result<PathBuf, Refused> {
    match file.extension() {
        Some(ending) if ending.eq_ignore_ascii_case(ENDING) => Ok(file),
        None if file.file_name().is_some() => Ok(file.with_extension(ENDING)),
        _ => {
            let code = "cli-file-ending";
            let message = Message::new(code).with("file", file.display().to_string());
            Err(Refused(vec![Refusal {
                code: code.to_owned(),
                sentence: batch.say(&message),
                place: None,
                read_only_possible: false,
            }]))
        }
    }
}

fn made(batch: &Batch, path: &Path) -> String {
    let message = Message::new("cli-made").with("file", path.display().to_string());
    batch.say(&message) + "\n"
}

fn as_json(findings: &FindingsView) -> String {
    // A list of texts and words always has a form in JSON.
    serde_json::to_string_pretty(&findings.findings).unwrap_or_default() + "\n"
}

fn in_words(batch: &Batch, findings: &FindingsView) -> String {
    let mut text = String::new();
    for finding in &findings.findings {
        let severity = batch.word(match finding.severity {
            Severity::Blocking => "cli-blocking",
            Severity::Warning => "cli-warning",
            Severity::Note => "cli-note",
        });
        // Writing to a string does not fail.
        let _ = writeln!(text, "{severity}  {}", finding.at);
        let _ = writeln!(text, "    {}", finding.sentence);
        let _ = writeln!(text, "    {}  [{}]", finding.mend, finding.spot.place);
    }
    let summary = Message::new("cli-summary")
        .with("blocking", findings.blocking)
        .with("warnings", findings.warnings)
        .with("notes", findings.notes);
    text + &batch.say(&summary) + "\n"
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Says a refusal. The exit code says it too, so that nobody hears the words is no fault.
fn complain(sentences: &str) {
    let _ = writeln!(io::stderr(), "{sentences}");
}
