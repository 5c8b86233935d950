//! The command line, described well enough to need no other manual.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Write a council's performance report and turn it into the committee paper, without a window.
///
/// Exit codes: 0 done, with nothing that stops a final paper; 1 there are findings that stop a final
/// paper; 2 the input cannot be used, and nothing was changed.
#[derive(Debug, Parser)]
#[command(name = "outturn-cli", version)]
pub struct Args {
    /// A file whose first line is the passphrase of the .outturn files that are closed with one.
    #[arg(long, global = true)]
    pub file_passphrase_file: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// How a conflict is settled.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub struct HowArgs {
    /// Take what this side did, by its number in the list.
    #[arg(long)]
    pub side: Option<usize>,
    /// Write something else.
    #[arg(long)]
    pub text: Option<String>,
    /// Keep what is shown; put back what was taken out.
    #[arg(long)]
    pub keep: bool,
    /// Leave out what was taken out.
    #[arg(long)]
    pub leave_out: bool,
}

/// What a file is closed with from now on.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub struct NewPassphraseArgs {
    /// A file whose first line is the new passphrase, of eight characters or more.
    #[arg(long)]
    pub new_passphrase_file: Option<PathBuf>,
    /// Take the passphrase away, so that anyone who has the file can read it.
    #[arg(long)]
    pub remove: bool,
}

/// Who signs.
#[derive(Debug, clap::Args)]
pub struct SignerArgs {
    /// Who signs, by the id of the person in the file. The one chosen in the window on this computer
    /// if left out.
    #[arg(long = "as")]
    pub person: Option<String>,
    /// A file whose first line is the passphrase of this computer's signing key. Not needed for one that
    /// the key store keeps.
    #[arg(long)]
    pub passphrase_file: Option<PathBuf>,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new file from a template.
    ///
    /// Example: outturn-cli new westmere.outturn --template directorate-overview --period 2026-27-q2
    New {
        /// The file to make. It must not exist. Its name ends in .outturn, which is put on where it
        /// has no ending.
        file: PathBuf,
        /// The kind of report: action-plan-progress, decision-report, directorate-overview,
        /// indicator-report or service-overview.
        #[arg(long, default_value = "directorate-overview")]
        template: String,
        /// The period of the first report: 2026-27-q2, or 2026-27 for a year.
        #[arg(long)]
        period: String,
        /// The council's name.
        #[arg(long, default_value = "")]
        council: String,
        /// The directorate's name.
        #[arg(long, default_value = "")]
        directorate: String,
    },
    /// Say what is missing or does not add up.
    ///
    /// Example: outturn-cli check westmere.outturn
    Check {
        /// The file.
        file: PathBuf,
        /// Print the findings as JSON: a list of objects with code, severity, sentence, mend, place
        /// and at.
        #[arg(long)]
        json: bool,
        /// The report, by its period. The latest if left out.
        #[arg(long)]
        report: Option<String>,
    },
    /// Write the committee paper.
    ///
    /// A final paper is refused while findings stop it; a draft always works, is marked DRAFT on
    /// every page and lists what is open.
    ///
    /// Example: outturn-cli export westmere.outturn --out paper.pdf --draft
    Export {
        /// The file.
        file: PathBuf,
        /// Where to write the paper. The extension says the format: .pdf.
        #[arg(long)]
        out: PathBuf,
        /// The report, by its period. The latest if left out.
        #[arg(long)]
        report: Option<String>,
        /// Mark it DRAFT, with what is open.
        #[arg(long)]
        draft: bool,
        /// Replace a paper that is there already.
        #[arg(long)]
        overwrite: bool,
        /// Who signs for a final paper.
        #[command(flatten)]
        signer: SignerArgs,
    },
    /// Make the signing key of this computer.
    ///
    /// The key store of the system keeps it. Where there is none, and with a folder of Outturn's own, it
    /// is kept in a file under a passphrase of eight characters or more.
    ///
    /// Example: outturn-cli make-key --passphrase-file passphrase.txt
    MakeKey {
        /// A file whose first line is the passphrase. The key store keeps the key if left out.
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
        /// Set the key that is there already aside, as when its passphrase is forgotten.
        #[arg(long)]
        instead: bool,
    },
    /// Sign sections of a report off: those named, or all that you may.
    ///
    /// Example: outturn-cli sign westmere.outturn --as director --passphrase-file passphrase.txt
    Sign {
        /// The file.
        file: PathBuf,
        /// The sections, by their ids. All that you may sign if left out.
        #[arg(long)]
        section: Vec<String>,
        /// Let them go to committee without a sign-off, for this reason. The clerk alone may.
        #[arg(long)]
        except: Option<String>,
        /// The report, by its period. The latest if left out.
        #[arg(long)]
        report: Option<String>,
        /// Who signs.
        #[command(flatten)]
        signer: SignerArgs,
    },
    /// Show who signed what, and whether it still counts.
    ///
    /// Of a file: each section of a report, and whether its content and its history are what was
    /// written. Of a certificate: every signature in it and, where it lies beside it, that the paper is
    /// the one it was written for.
    ///
    /// Exit codes: 0 every signature counts; 1 one has lapsed or is forged, the paper is another, or the
    /// file is not what was written.
    ///
    /// Example: outturn-cli verify paper.certificate.json --paper paper.pdf
    Verify {
        /// An .outturn file, or the .certificate.json beside a paper.
        file: PathBuf,
        /// The paper of a certificate. The one beside it, of the name it gives, if left out.
        #[arg(long)]
        paper: Option<PathBuf>,
        /// The report of a file, by its period. The latest if left out.
        #[arg(long)]
        report: Option<String>,
    },
    /// Write a working copy for a person, with their sections open.
    ///
    /// Example: outturn-cli hand-out westmere.outturn --to head-of-skills --out skills.outturn
    HandOut {
        /// The file. It is only read.
        file: PathBuf,
        /// For whom, by the id of the person in the file.
        #[arg(long)]
        to: String,
        /// The copy to make. It must not exist. Its name ends in .outturn, which is put on where it
        /// has no ending.
        #[arg(long)]
        out: PathBuf,
    },
    /// Leave out of history what was done before a day.
    ///
    /// The content and its sign-offs stay as they are. A copy that was made before that day and has
    /// brought nothing in since can no longer be brought in.
    ///
    /// Example: outturn-cli thin westmere.outturn --before 2025-04-01
    Thin {
        /// The file.
        file: PathBuf,
        /// The first day that is kept.
        #[arg(long)]
        before: String,
    },
    /// Write a copy that has the content of a file and none of its history.
    ///
    /// Example: outturn-cli copy-without-history westmere.outturn --out archive.outturn
    CopyWithoutHistory {
        /// The file. It is only read.
        file: PathBuf,
        /// The copy to make. It must not exist. Its name ends in .outturn, which is put on where it
        /// has no ending.
        #[arg(long)]
        out: PathBuf,
    },
    /// Write the changes that were made in a copy to a small file, to be sent and brought in.
    ///
    /// Example: outturn-cli changes skills.outturn --out skills.outturn-changes
    Changes {
        /// The copy. It is only read.
        file: PathBuf,
        /// The file to make. It must not exist. Its name ends in .outturn-changes.
        #[arg(long)]
        out: PathBuf,
    },
    /// Bring copies, or files of changes, in.
    ///
    /// The result is the same in whatever order and however often they are brought in. What was done
    /// apart and does not go together is kept and listed.
    ///
    /// Example: outturn-cli bring-in westmere.outturn skills.outturn finance.outturn-changes
    BringIn {
        /// The file.
        file: PathBuf,
        /// What to bring in: .outturn or .outturn-changes.
        #[arg(required = true)]
        copies: Vec<PathBuf>,
    },
    /// Share a file through a folder: bring in what others wrote there, and write what they lack.
    ///
    /// The folder is carried from computer to computer by whatever the organisation uses for that.
    /// Files in it are never written again; one that has not arrived whole is passed over.
    ///
    /// Example: outturn-cli share westmere.outturn --folder ~/Shared/westmere
    Share {
        /// The file.
        file: PathBuf,
        /// The folder. The one used last for this file if left out.
        #[arg(long)]
        folder: Option<PathBuf>,
    },
    /// List what was done apart in copies and has to be decided.
    ///
    /// Exit codes: 0 there is nothing; 1 there is something.
    ///
    /// Example: outturn-cli conflicts westmere.outturn
    Conflicts {
        /// The file. It is only read.
        file: PathBuf,
    },
    /// Settle a conflict.
    ///
    /// Example: outturn-cli settle westmere.outturn 1 --side 2
    Settle {
        /// The file.
        file: PathBuf,
        /// The conflict, by its number in the list.
        number: usize,
        /// How: what one side did, something else, what is shown, or to leave it out.
        #[command(flatten)]
        how: HowArgs,
    },
    /// Close a file to others with a passphrase, change the one it has, or take it away.
    ///
    /// All of a closed file is encrypted. Nobody can recover a passphrase that is lost. Working copies
    /// handed out of it are closed with the same; the present one is given with
    /// --file-passphrase-file.
    ///
    /// Example: outturn-cli set-passphrase westmere.outturn --new-passphrase-file passphrase.txt
    SetPassphrase {
        /// The file. Nobody may have it open.
        file: PathBuf,
        /// The new passphrase, or none.
        #[command(flatten)]
        new: NewPassphraseArgs,
    },
    /// Start the report of the next period from the latest one.
    ///
    /// Layout, measures, promised actions, open risks and unfinished milestones come over; narrative
    /// comes over to be reviewed. The report it starts from stays as it is.
    ///
    /// Example: outturn-cli roll-forward westmere.outturn --period 2026-27-q3
    RollForward {
        /// The file.
        file: PathBuf,
        /// The period of the new report. The next one that has no report if left out.
        #[arg(long)]
        period: Option<String>,
    },
    /// Make a file from a folder in the text form.
    ///
    /// Example: outturn-cli pack tests/samples/directorate-overview overview.outturn
    Pack {
        /// The folder.
        dir: PathBuf,
        /// The file to make. It must not exist. Its name ends in .outturn, which is put on where it
        /// has no ending.
        file: PathBuf,
    },
    /// Write a file as a folder in the text form, with its history.
    ///
    /// Example: outturn-cli unpack westmere.outturn westmere
    Unpack {
        /// The file. It is only read.
        file: PathBuf,
        /// The folder to make. It must not exist, or be empty.
        dir: PathBuf,
    },
}
