//! The use cases over loopback HTTP, for browser tests. Never shipped.
//!
//! `outturn-devhost --ui FOLDER [--folder FOLDER] [--port N] [--key-store memory]` serves the built
//! interface and answers `POST /api/call`: a request as JSON, answered with status 200 and the reply, or
//! with status 422 and the refusal. With a key store, which forgets everything when the program ends, it
//! is a computer whose system has one. Its first line on standard output is its address. It ends when its
//! standard input does, so that it never outlives the test that started it.

use std::io::{self, Write};
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Json, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use keyring_core::CredentialStore;
use outturn_api::Desk;
use outturn_api::outside::ThisComputer;
use outturn_api::wire::Request;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// The largest request, in bytes.
const LARGEST: usize = 16 * 1024 * 1024;

#[tokio::main]
async fn main() -> ExitCode {
    let Some(options) = Options::read(std::env::args().skip(1)) else {
        eprintln!("outturn-devhost --ui FOLDER [--folder FOLDER] [--port N] [--key-store memory]");
        return ExitCode::from(2);
    };
    match serve(options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The interface cannot be served: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Serves until the standard input ends.
async fn serve(options: Options) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
    println!("http://{}", listener.local_addr()?);
    let _ = io::stdout().flush();
    end_with_input();
    let key_store = match options.has_key_store {
        true => Some(keyring_core::mock::Store::new().map_err(io::Error::other)?),
        false => None,
    };
    let desk = Desk::new(Box::new(ThisComputer {
        folder: options.folder,
        key_store: key_store.map(|store| store as Arc<CredentialStore>),
    }));
    let routes = Router::new()
        .route("/api/call", post(call))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(desk)
        .fallback_service(ServeDir::new(options.ui));
    axum::serve(listener, routes).await
}

/// The command line.
struct Options {
    /// The built interface.
    ui: PathBuf,
    /// Where the program keeps its own files and new ones.
    folder: Option<PathBuf>,
    /// The port; 0 takes a free one.
    port: u16,
    /// Whether the computer has a key store.
    has_key_store: bool,
}

impl Options {
    fn read(mut args: impl Iterator<Item = String>) -> Option<Self> {
        let (mut ui, mut folder, mut port) = (None, None, 0);
        let mut has_key_store = false;
        while let Some(name) = args.next() {
            let value = args.next()?;
            match name.as_str() {
                "--ui" => ui = Some(PathBuf::from(value)),
                "--folder" => folder = Some(PathBuf::from(value)),
                "--port" => port = value.parse().ok()?,
                "--key-store" if value == "memory" => has_key_store = true,
                _ => return None,
            }
        }
        Some(Self {
            ui: ui?,
            folder,
            port,
            has_key_store,
        })
    }
}

/// Ends the program when nobody holds its input any more.
fn end_with_input() {
    thread::spawn(|| {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        std::process::exit(0);
    });
}

/// Answers on a thread of its own: progress can be asked for while a paper is made.
async fn call(State(desk): State<Desk>, Json(asked): Json<Request>) -> Response {
    match tokio::task::spawn_blocking(move || desk.call(asked)).await {
        Ok(Ok(reply)) => Json(reply).into_response(),
        Ok(Err(refusal)) => (StatusCode::UNPROCESSABLE_ENTITY, Json(refusal)).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
