//! What each command does and prints.

use std::process::ExitCode;

use outturn_api::batch::{Batch, Refused};
use outturn_api::export::Export;
use outturn_api::message::Message;
use outturn_api::outside::ThisComputer;
use outturn_api::wire::{FindingsView, Severity};

use crate::args::{Args, Command};

/// Findings that stop a final paper.
const BLOCKED: u8 = 1;
/// Input that cannot be used.
const UNUSABLE: u8 = 2;

/// Runs a command. Results go to standard output, refusals to standard error.
pub fn run(args: Args) -> ExitCode {
    let batch = Batch::default();
    match carry_out(&batch, args.command) {
        Ok(code) => code,
        Err(Refused(refusals)) => {
            for refusal in &refusals {
                eprintln!("{}", refusal.sentence);
            }
            let blocked = refusals
                .iter()
                .any(|refusal| refusal.code == "export-blocked");
            ExitCode::from(if blocked { BLOCKED } else { UNUSABLE })
        }
    }
}

fn carry_out(batch: &Batch, command: Command) -> Result<ExitCode, Refused> {
    let outside = ThisComputer::default();
    match command {
        Command::New {
            file,
            template,
            period,
            council,
            directorate,
        } => {
            batch.new_file(&file, &template, &period, &council, &directorate, &outside)?;
            say(batch, "cli-made", &file.display().to_string());
        }
        Command::Check { file, json, report } => {
            let findings = batch.check(&file, report.as_deref(), &outside)?;
            if json {
                print_json(&findings);
            } else {
                print_findings(batch, &findings);
            }
            if findings.blocking > 0 {
                return Ok(ExitCode::from(BLOCKED));
            }
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
            println!("{}", batch.say(&message));
        }
        Command::Pack { dir, file } => {
            batch.pack(&dir, &file, &outside)?;
            say(batch, "cli-made", &file.display().to_string());
        }
        Command::Unpack { file, dir } => {
            batch.unpack(&file, &dir, &outside)?;
            say(batch, "cli-made", &dir.display().to_string());
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn say(batch: &Batch, key: &'static str, file: &str) {
    println!("{}", batch.say(&Message::new(key).with("file", file)));
}

fn print_json(findings: &FindingsView) {
    match serde_json::to_string_pretty(&findings.findings) {
        Ok(json) => println!("{json}"),
        Err(error) => eprintln!("{error}"),
    }
}

fn print_findings(batch: &Batch, findings: &FindingsView) {
    for finding in &findings.findings {
        let severity = batch.word(match finding.severity {
            Severity::Blocking => "cli-blocking",
            Severity::Warning => "cli-warning",
            Severity::Note => "cli-note",
        });
        println!("{severity}  {}", finding.at);
        println!("    {}", finding.sentence);
        println!("    {}  [{}]", finding.mend, finding.spot.place);
    }
    let summary = Message::new("cli-summary")
        .with("blocking", findings.blocking)
        .with("warnings", findings.warnings)
        .with("notes", findings.notes);
    println!("{}", batch.say(&summary));
}
