//! The real program over loopback: the same desk that the window calls.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::programs::program;

/// How long an answer is waited for before the program counts as stuck.
const PATIENCE: Duration = Duration::from_secs(120);
const OK: &str = "200";
const REFUSED: &str = "422";

/// A running program. It ends when this is dropped.
#[derive(Debug)]
pub struct Devhost {
    child: Child,
    address: String,
}

impl Devhost {
    /// Starts it; its own files are kept in `own`. The name is who the program takes for the person
    /// at the keyboard.
    ///
    /// # Errors
    /// If it cannot be started, or does not say its address.
    pub fn start(own: &Path, person: &str) -> io::Result<Self> {
        let mut child = Command::new(program("outturn-devhost"))
            .arg("--ui")
            .arg(own)
            .arg("--folder")
            .arg(own)
            .env("USER", person)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        if let Some(out) = child.stdout.take() {
            BufReader::new(out).read_line(&mut line)?;
        }
        let mut host = Self {
            child,
            address: String::new(),
        };
        let address = line.trim().strip_prefix("http://");
        host.address = address
            .ok_or_else(|| broken("the program did not say its address"))?
            .to_owned();
        Ok(host)
    }

    /// Where it listens, for callers on other threads.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Asks for something: the reply, or the refusal.
    ///
    /// # Panics
    /// If the program is gone or does not answer as it should.
    pub fn call(&self, request: &Value) -> Result<Value, Value> {
        ask(&self.address, request).expect("the program answers")
    }

    /// Ends the program at once, as a crash or a power cut would, and waits until it is gone.
    ///
    /// # Errors
    /// If the system does not let it be ended.
    pub fn kill(&mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }
}

impl Drop for Devhost {
    fn drop(&mut self) {
        let _ = self.kill();
    }
}

/// Asks the program at an address: the reply, or the refusal.
///
/// # Errors
/// If the program went away before the whole answer was there, or answered something else.
pub fn ask(address: &str, request: &Value) -> io::Result<Result<Value, Value>> {
    let body = serde_json::to_vec(request)?;
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    // Version 1.0: the answer comes in one piece and the connection ends with it.
    let head = format!(
        "POST /api/call HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(&[head.as_bytes(), &body].concat())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    read(&answer)
}

fn read(answer: &[u8]) -> io::Result<Result<Value, Value>> {
    let end = answer.windows(4).position(|piece| piece == b"\r\n\r\n");
    let end = end.ok_or_else(|| broken("the answer was cut off"))?;
    let head = String::from_utf8_lossy(&answer[..end]);
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse::<usize>().ok())?
    });
    let body = &answer[end + 4..];
    if length.is_some_and(|length| body.len() < length) {
        return Err(broken("the answer was cut off"));
    }
    let json = |body: &[u8]| serde_json::from_slice::<Value>(body).map_err(io::Error::from);
    match head.split_whitespace().nth(1) {
        Some(OK) => Ok(Ok(json(body)?)),
        Some(REFUSED) => Ok(Err(json(body)?)),
        _ => Err(broken(&format!(
            "{head}\n{}",
            String::from_utf8_lossy(body)
        ))),
    }
}

fn broken(why: &str) -> io::Error {
    io::Error::other(why.to_owned())
}
