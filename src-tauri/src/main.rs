//! The shell: one window, the system's dialogs, files opened from outside. It holds no rules.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod waiting;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use outturn_api::Desk;
use outturn_api::outside::ThisComputer;
use outturn_api::wire::{Refusal, Reply, Request};
use tauri::{AppHandle, Emitter, Manager, RunEvent, State};
use waiting::WaitingPaths;

/// Says that there are paths to open. The window takes them with `take_paths`.
const OPEN_EVENT: &str = "outturn://open";

fn main() -> ExitCode {
    let app = tauri::Builder::default()
        // First of all: a second start hands its paths over and ends before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|app, args, folder| {
            hand_over(app, paths_in(args.iter().skip(1), Path::new(&folder)));
        }))
        .plugin(tauri_plugin_dialog::init())
        .manage(Desk::new(Box::<ThisComputer>::default()))
        .manage(WaitingPaths::default())
        .invoke_handler(tauri::generate_handler![call, take_paths])
        .setup(|app| {
            let folder = std::env::current_dir().unwrap_or_default();
            let args: Vec<String> = std::env::args().skip(1).collect();
            app.state::<WaitingPaths>()
                .add(paths_in(args.iter(), &folder));
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(on_event);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Outturn cannot open a window: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Answers a request, off the thread that keeps the window alive.
#[tauri::command]
async fn call(request: Request, desk: State<'_, Desk>) -> Result<Reply, Refusal> {
    let desk = desk.inner().clone();
    let asked = desk.clone();
    match tauri::async_runtime::spawn_blocking(move || asked.call(request)).await {
        Ok(answer) => answer,
        Err(_) => Err(desk.fault()),
    }
}

/// Hands over the paths that wait to be opened.
#[tauri::command]
fn take_paths(waiting: State<'_, WaitingPaths>) -> Vec<String> {
    waiting.take()
}

fn on_event(app: &AppHandle, event: RunEvent) {
    match event {
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            let paths = urls.iter().filter_map(|url| url.to_file_path().ok());
            hand_over(app, paths.collect());
        }
        // Closes the file, so that nobody is told that it is still in use.
        RunEvent::Exit => {
            let _ = app.state::<Desk>().call(Request::Close);
        }
        _ => {}
    }
}

/// Keeps paths for the window, tells it of them, and brings it to the front.
fn hand_over(app: &AppHandle, paths: Vec<PathBuf>) {
    app.state::<WaitingPaths>().add(paths);
    // A window that is not there yet takes the paths when it has loaded.
    let _ = app.emit(OPEN_EVENT, ());
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// The files named on a command line, from the folder it was typed in.
fn paths_in<'a>(args: impl Iterator<Item = &'a String>, folder: &Path) -> Vec<PathBuf> {
    args.filter(|arg| !arg.starts_with('-'))
        .map(|arg| folder.join(arg))
        .collect()
}
