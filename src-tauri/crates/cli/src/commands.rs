//! What each command does and prints.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use outturn_api::batch::{Batch, Refused, Signer, Unpacked};
use outturn_api::export::Export;
use outturn_api::message::Message;
use outturn_api::outside::ThisComputer;
use outturn_api::wire::{Choose, FindingsView, Refusal, Severity};

use crate::args::{Args, Command, HowArgs};
use crate::copies;
use crate::verify;

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
    let opened_with = passphrase(&batch, args.file_passphrase_file.as_deref());
    let done = opened_with.and_then(|opened_with| {
        let batch = match opened_with {
            Some(passphrase) => Batch::default().with_passphrase(passphrase),
            None => Batch::default(),
        };
        carry_out(&batch, args.command)
    });
    match done {
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
            let blocked = refusals.iter().any(|refusal| {
                ["export-blocked", "export-not-signed"].contains(&refusal.code.as_str())
            });
            ExitCode::from(if blocked { BLOCKED } else { UNUSABLE })
        }
    }
}

/// Carries a command out. Gives what to print.
fn carry_out(batch: &Batch, command: Command) -> Result<(ExitCode, String), Refused> {
    let mut outside = ThisComputer::default();
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
            signer,
        } => {
            let passphrase = passphrase(batch, signer.passphrase_file.as_deref())?;
            let how = Export {
                path: &out,
                draft,
                overwrite,
            };
            let signer = Signer {
                person: signer.person.as_deref(),
                passphrase: passphrase.as_deref(),
            };
            let exported = batch.export(&file, report.as_deref(), &how, &signer, &outside)?;
            let message = Message::new("cli-exported")
                .with("file", exported.path.display().to_string())
                .with("pages", exported.pages);
            let certified = exported.certificate.map(|path| {
                let message = Message::new("cli-certified");
                batch.say(&message.with("file", path.display().to_string())) + "\n"
            });
            batch.say(&message) + "\n" + &certified.unwrap_or_default()
        }
        Command::MakeKey {
            passphrase_file,
            instead,
        } => {
            let passphrase = passphrase(batch, passphrase_file.as_deref())?;
            let fingerprint = batch.make_key(passphrase.as_deref(), instead, &mut outside)?;
            batch.say(&Message::new("cli-key-made").with("fingerprint", fingerprint)) + "\n"
        }
        Command::Sign {
            file,
            section,
            except,
            report,
            signer,
        } => {
            let passphrase = passphrase(batch, signer.passphrase_file.as_deref())?;
            let signer = Signer {
                person: signer.person.as_deref(),
                passphrase: passphrase.as_deref(),
            };
            let (report, reason) = (report.as_deref(), except.as_deref());
            let count = batch.sign(&file, report, &section, reason, &signer, &mut outside)?;
            let done = if reason.is_some() {
                "cli-excepted"
            } else {
                "cli-signed"
            };
            batch.say(&Message::new(done).with("count", count)) + "\n"
        }
        Command::Verify {
            file,
            paper,
            report,
        } => {
            let (sound, text) = if file.extension().is_some_and(|end| end == "json") {
                verify::certificate(batch, &file, paper.as_deref())?
            } else {
                verify::file(batch, &file, report.as_deref(), &outside)?
            };
            let code = if sound { 0 } else { BLOCKED };
            return Ok((ExitCode::from(code), text));
        }
        Command::HandOut { file, to, out } => {
            let out = with_ending(batch, out)?;
            batch.hand_out(&file, &to, &out, &outside)?;
            made(batch, &out)
        }
        Command::Thin { file, before } => {
            let count = batch.thin(&file, &before, &outside)?;
            let message = Message::new("cli-thinned").with("file", file.display().to_string());
            batch.say(&message.with("count", count)) + "\n"
        }
        Command::CopyWithoutHistory { file, out } => {
            let out = with_ending(batch, out)?;
            batch.copy_without_history(&file, &out, &outside)?;
            made(batch, &out)
        }
        Command::Changes { file, out } => {
            let count = batch.save_changes(&file, &out, &outside)?;
            let message = Message::new("cli-changes").with("file", out.display().to_string());
            batch.say(&message.with("count", count)) + "\n"
        }
        Command::BringIn { file, copies } => {
            let came = batch.bring_in(&file, &copies, &outside)?;
            came.iter().map(copies::brought_in).collect()
        }
        Command::Share { file, folder } => {
            copies::shared(&batch.share(&file, folder.as_deref(), &outside)?)
        }
        Command::Conflicts { file } => {
            let open = batch.conflicts(&file, &outside)?;
            let code = if open.is_empty() { 0 } else { BLOCKED };
            return Ok((ExitCode::from(code), copies::conflicts(batch, &open)));
        }
        Command::Settle { file, number, how } => {
            let choose = match how {
                HowArgs {
                    side: Some(side), ..
                } => Choose::Side(side.saturating_sub(1)),
                HowArgs {
                    text: Some(text), ..
                } => Choose::Text(text),
                HowArgs {
                    leave_out: true, ..
                } => Choose::LeaveOut,
                _ => Choose::Keep,
            };
            batch.settle(&file, number.saturating_sub(1), &choose, &outside)?;
            batch.word("cli-settled") + "\n"
        }
        Command::SetPassphrase { file, new } => {
            let then = passphrase(batch, new.new_passphrase_file.as_deref())?;
            let key = match then {
                Some(_) => "cli-closed",
                None => "cli-open-to-all",
            };
            batch.set_passphrase(&file, then, &outside)?;
            let message = Message::new(key).with("file", file.display().to_string());
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

/// The first line of a file that holds a passphrase.
fn passphrase(batch: &Batch, file: Option<&Path>) -> Result<Option<String>, Refused> {
    let Some(file) = file else { return Ok(None) };
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(text.lines().next().unwrap_or_default().to_owned())),
        Err(_) => {
            let code = "cli-no-passphrase";
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
