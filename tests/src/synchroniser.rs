//! A real synchroniser, Syncthing, between two folders of this computer. It speaks to its other self on
//! loopback and to nobody else, and ends with the test.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The oldest configuration that has all of what is set here; a newer program brings it up to date.
const CONFIGURATION: u32 = 36;

/// A folder that is kept the same as that of the other.
#[derive(Debug)]
pub struct Peer {
    /// The folder.
    pub folder: PathBuf,
    child: Child,
    _home: TempDir,
}

/// What a peer is before it runs.
struct Identity {
    home: TempDir,
    device: String,
    port: u16,
}

/// Two peers that keep their folders the same.
///
/// # Errors
/// If the synchroniser cannot be started.
pub fn two_peers() -> io::Result<[Peer; 2]> {
    let (one, two) = (Identity::new()?, Identity::new()?);
    let (first, second) = (one.configure(&two)?, two.configure(&one)?);
    Ok([one.run(first)?, two.run(second)?])
}

impl Identity {
    fn new() -> io::Result<Self> {
        let home = tempfile::tempdir()?;
        let call = |arguments: &[&str]| -> io::Result<String> {
            let mut command = Command::new("syncthing");
            command.args(arguments).arg("--home").arg(home.path());
            let output = command.stderr(Stdio::inherit()).output()?;
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        };
        call(&["generate", "--no-default-folder"])?;
        let device = call(&["serve", "--device-id"])?;
        // Free now; that another program takes it before the peer does is most unlikely.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        Ok(Self { home, device, port })
    }

    /// Writes the configuration, and makes the folder.
    fn configure(&self, other: &Self) -> io::Result<PathBuf> {
        let folder = self.home.path().join("shared");
        fs::create_dir_all(&folder)?;
        let device = |each: &Self| {
            format!(
                r#"<device id="{}" name="peer"><address>tcp://127.0.0.1:{}</address></device>"#,
                each.device, each.port
            )
        };
        let text = format!(
            r#"<configuration version="{CONFIGURATION}">
<folder id="shared" path="{}" type="sendreceive" rescanIntervalS="1" fsWatcherEnabled="false">
<device id="{}"></device><device id="{}"></device>
</folder>
{}{}
<gui enabled="false"></gui>
<options>
<listenAddress>tcp://127.0.0.1:{}</listenAddress>
<globalAnnounceEnabled>false</globalAnnounceEnabled>
<localAnnounceEnabled>false</localAnnounceEnabled>
<relaysEnabled>false</relaysEnabled>
<natEnabled>false</natEnabled>
<urAccepted>-1</urAccepted>
<crashReportingEnabled>false</crashReportingEnabled>
<autoUpgradeIntervalH>0</autoUpgradeIntervalH>
<reconnectionIntervalS>1</reconnectionIntervalS>
<startBrowser>false</startBrowser>
<setLowPriority>false</setLowPriority>
</options>
</configuration>"#,
            folder.display(),
            self.device,
            other.device,
            device(self),
            device(other),
            self.port,
        );
        fs::write(self.home.path().join("config.xml"), text)?;
        Ok(folder)
    }

    fn run(self, folder: PathBuf) -> io::Result<Peer> {
        let log = fs::File::create(self.home.path().join("log"))?;
        let child = Command::new("syncthing")
            .args(["serve", "--no-browser", "--no-restart", "--no-upgrade"])
            .arg("--home")
            .arg(self.home.path())
            .env("STNORESTART", "1")
            .env("STNOUPGRADE", "1")
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()?;
        Ok(Peer {
            folder,
            child,
            _home: self.home,
        })
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits until a file has arrived.
///
/// # Errors
/// If it has not within the patience that a busy computer deserves.
pub fn arrives(file: &Path) -> io::Result<()> {
    const PATIENCE: Duration = Duration::from_secs(60);
    let begun = Instant::now();
    while !file.exists() {
        if begun.elapsed() > PATIENCE {
            return Err(io::Error::other(format!(
                "{} has not arrived",
                file.display()
            )));
        }
        thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}
