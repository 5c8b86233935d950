//! The use cases over loopback HTTP, for browser tests. Never shipped.
//!
//! `outturn-devhost --ui FOLDER [--folder FOLDER] [--port N]` serves the built interface and answers
//! `POST /api/call`: a request as JSON, answered with status 200 and the reply, or with status 422 and
//! the refusal. Its first line on standard output is its address. It ends when its standard input does, so that it never
//! outlives the test that started it.

use std::fs;
use std::io::{self, Read, Write};
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use outturn_api::Desk;
use outturn_api::outside::ThisComputer;
use outturn_api::wire::Request;
use tiny_http::{Header, Method, Response, Server};

/// Threads that answer: progress can be asked for while a paper is made.
const ANSWERERS: usize = 4;
/// The status of a request that was understood and refused.
const REFUSED: u16 = 422;
/// The largest request, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

fn main() -> ExitCode {
    let Some(options) = Options::read(std::env::args().skip(1)) else {
        eprintln!("outturn-devhost --ui FOLDER [--folder FOLDER] [--port N]");
        return ExitCode::from(2);
    };
    let server = match Server::http((Ipv4Addr::LOCALHOST, options.port)) {
        Ok(server) => server,
        Err(error) => {
            eprintln!("The port {} cannot be used: {error}", options.port);
            return ExitCode::FAILURE;
        }
    };
    println!("http://{}", server.server_addr());
    let _ = io::stdout().flush();
    end_with_input();
    let desk = Desk::new(Box::new(ThisComputer {
        folder: options.folder,
    }));
    thread::scope(|scope| {
        for _ in 0..ANSWERERS {
            let (server, desk, folder) = (&server, desk.clone(), options.ui.as_path());
            scope.spawn(move || {
                for request in server.incoming_requests() {
                    answer(request, &desk, folder);
                }
            });
        }
    });
    ExitCode::SUCCESS
}

/// The command line.
struct Options {
    /// The built interface.
    ui: PathBuf,
    /// Where the program keeps its own files and new ones.
    folder: Option<PathBuf>,
    /// The port; 0 takes a free one.
    port: u16,
}

impl Options {
    fn read(mut args: impl Iterator<Item = String>) -> Option<Self> {
        let (mut ui, mut folder, mut port) = (None, None, 0);
        while let Some(name) = args.next() {
            let value = args.next()?;
            match name.as_str() {
                "--ui" => ui = Some(PathBuf::from(value)),
                "--folder" => folder = Some(PathBuf::from(value)),
                "--port" => port = value.parse().ok()?,
                _ => return None,
            }
        }
        Some(Self {
            ui: ui?,
            folder,
            port,
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

fn answer(mut request: tiny_http::Request, desk: &Desk, folder: &Path) {
    let path = request.url().split('?').next().unwrap_or("/").to_owned();
    let response = match (request.method(), path.as_str()) {
        (Method::Post, "/api/call") => call(&mut request, desk),
        (Method::Get, path) => file(folder, path),
        _ => plain(405, "Method not allowed"),
    };
    // The browser may have gone; there is nobody left to tell.
    let _ = request.respond(response);
}

type Answer = Response<io::Cursor<Vec<u8>>>;

fn call(request: &mut tiny_http::Request, desk: &Desk) -> Answer {
    let mut body = String::new();
    if request
        .as_reader()
        .take(LARGEST)
        .read_to_string(&mut body)
        .is_err()
    {
        return plain(400, "The request is not text");
    }
    let answer = match serde_json::from_str::<Request>(&body) {
        Ok(asked) => desk.call(asked),
        Err(error) => return plain(400, &error.to_string()),
    };
    let (status, json) = match answer {
        Ok(reply) => (200, serde_json::to_vec(&reply)),
        Err(refusal) => (REFUSED, serde_json::to_vec(&refusal)),
    };
    match json {
        Ok(json) => typed(Response::from_data(json), "application/json").with_status_code(status),
        Err(error) => plain(500, &error.to_string()),
    }
}

/// A file of the built interface; paths that lead out of its folder are not followed.
fn file(folder: &Path, path: &str) -> Answer {
    let path = Path::new(path.trim_start_matches('/'));
    let inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let path = if path.as_os_str().is_empty() {
        Path::new("index.html")
    } else {
        path
    };
    match fs::read(folder.join(path)) {
        Ok(bytes) if inside => typed(Response::from_data(bytes), media_type(path)),
        _ => plain(404, "Not found"),
    }
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

fn plain(status: u16, text: &str) -> Answer {
    typed(
        Response::from_data(text.as_bytes()),
        "text/plain; charset=utf-8",
    )
    .with_status_code(status)
}

fn typed(response: Answer, media_type: &str) -> Answer {
    match Header::from_bytes("Content-Type", media_type) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
}
