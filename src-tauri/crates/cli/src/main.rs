//! `outturn-cli`: the main job without a window.

mod args;
mod commands;
mod copies;
mod verify;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    commands::run(args::Args::parse())
}
