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
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
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
