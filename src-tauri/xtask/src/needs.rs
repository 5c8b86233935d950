//! What a machine must have before Outturn can be built or tested, and whether it has it.

use std::path::Path;

use crate::process;

/// A kind of system that packages are named for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Debian, Ubuntu and what is made from them: what is missing is installed.
    Debian,
    /// Fedora and what is made from it.
    Fedora,
    /// Arch Linux and what is made from it.
    Arch,
    /// Another Linux.
    OtherLinux,
    /// macOS.
    MacOs,
    /// Windows.
    Windows,
}

impl System {
    /// The system that this program runs on.
    pub fn here() -> Self {
        if cfg!(windows) {
            return Self::Windows;
        }
        if cfg!(target_os = "macos") {
            return Self::MacOs;
        }
        Self::of_release(&std::fs::read_to_string("/etc/os-release").unwrap_or_default())
    }

    /// Reads an `os-release` file: its own name first, then the names it says it is like.
    pub fn of_release(text: &str) -> Self {
        let value = |key: &str| {
            let line = text
                .lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            line.unwrap_or_default()
                .trim_matches(['"', '\''])
                .to_owned()
        };
        let names = format!("{} {}", value("ID"), value("ID_LIKE"));
        let known = names.split_whitespace().find_map(|name| match name {
            "debian" | "ubuntu" => Some(Self::Debian),
            "fedora" | "rhel" => Some(Self::Fedora),
            "arch" => Some(Self::Arch),
            _ => None,
        });
        known.unwrap_or(Self::OtherLinux)
    }

    fn is_linux(self) -> bool {
        !matches!(self, Self::MacOs | Self::Windows)
    }
}

/// How to tell that a need is met.
#[derive(Clone, Copy, Debug)]
pub enum Sign {
    /// One of these programs can be called by its bare name.
    Program(&'static [&'static str]),
    /// pkg-config knows this library.
    Library(&'static str),
    /// The library through which Clang is called stands where its users look for it.
    Libclang,
}

/// Something a machine must have. A name that is empty means: comes with that system, or is of no
/// use there.
#[derive(Clone, Copy, Debug)]
pub struct Need {
    /// What it is for, to follow "… needs".
    pub what: &'static str,
    /// How to tell that it is there.
    pub sign: Sign,
    /// Whether only the tests need it.
    pub only_tests: bool,
    /// The package in Debian, and its other names in other releases and in Ubuntu.
    pub debian: &'static [&'static str],
    fedora: &'static str,
    arch: &'static str,
    macos: &'static str,
    windows: &'static str,
}

/// Everything, in the order in which it is asked for. What a package brings along is not named.
pub const NEEDS: &[Need] = &[
    Need {
        what: "pkg-config, by which libraries are found",
        sign: Sign::Program(&["pkg-config", "pkgconf"]),
        only_tests: false,
        debian: &["pkg-config"],
        fedora: "pkgconf-pkg-config",
        arch: "pkgconf",
        macos: "",
        windows: "",
    },
    Need {
        what: "WebKitGTK, which shows the window",
        sign: Sign::Library("webkit2gtk-4.1"),
        only_tests: false,
        debian: &["libwebkit2gtk-4.1-dev"],
        fedora: "webkit2gtk4.1-devel",
        arch: "webkit2gtk-4.1",
        macos: "",
        windows: "",
    },
    Need {
        what: "OpenSSL's libcrypto, whose ciphers close a file with a passphrase",
        sign: Sign::Library("libcrypto"),
        only_tests: false,
        debian: &["libssl-dev"],
        fedora: "openssl-devel",
        arch: "openssl",
        macos: "",
        windows: "winget install ShiningLight.OpenSSL.Dev",
    },
    Need {
        what: "libclang, which reads SQLite's headers",
        sign: Sign::Libclang,
        only_tests: false,
        debian: &["libclang-dev"],
        fedora: "clang-devel",
        arch: "clang",
        macos: "xcode-select --install",
        windows: "winget install LLVM.LLVM",
    },
    Need {
        what: "Chromium, for the browser tests",
        sign: Sign::Program(CHROMIUMS),
        only_tests: true,
        debian: &["chromium", "chromium-browser"],
        fedora: "chromium",
        arch: "chromium",
        macos: "brew install --cask chromium",
        windows: "winget install Hibbiki.Chromium",
    },
    Need {
        what: "WebKitWebDriver, which drives the window in tests",
        sign: Sign::Program(&["WebKitWebDriver"]),
        only_tests: true,
        debian: &["webkit2gtk-driver", "webkitgtk-webdriver"],
        fedora: "/usr/bin/WebKitWebDriver",
        arch: "webkitgtk-6.0",
        macos: "",
        windows: "",
    },
    Need {
        what: "Xvfb, the display of the window tests",
        sign: Sign::Program(&["Xvfb"]),
        only_tests: true,
        debian: &["xvfb"],
        fedora: "xorg-x11-server-Xvfb",
        arch: "xorg-server-xvfb",
        macos: "",
        windows: "",
    },
    Need {
        what: "dbus-daemon, a message bus of the window tests' own",
        sign: Sign::Program(&["dbus-daemon"]),
        only_tests: true,
        debian: &["dbus-daemon", "dbus"],
        fedora: "dbus-daemon",
        arch: "dbus",
        macos: "",
        windows: "",
    },
    Need {
        what: "gnome-keyring, a key store of the tests' own",
        sign: Sign::Program(&["gnome-keyring-daemon"]),
        only_tests: true,
        debian: &["gnome-keyring"],
        fedora: "gnome-keyring",
        arch: "gnome-keyring",
        macos: "",
        windows: "",
    },
    Need {
        what: "xdotool, which answers file dialogs in the window tests",
        sign: Sign::Program(&["xdotool"]),
        only_tests: true,
        debian: &["xdotool"],
        fedora: "xdotool",
        arch: "xdotool",
        macos: "",
        windows: "",
    },
    Need {
        what: "pdftotext and pdftoppm, which read exported papers",
        sign: Sign::Program(&["pdftotext"]),
        only_tests: true,
        debian: &["poppler-utils"],
        fedora: "poppler-utils",
        arch: "poppler",
        macos: "brew install poppler",
        windows: "winget install oschwartz10612.Poppler",
    },
    Need {
        what: "Syncthing, which carries a shared folder in tests",
        sign: Sign::Program(&["syncthing"]),
        only_tests: true,
        debian: &["syncthing"],
        fedora: "syncthing",
        arch: "syncthing",
        macos: "brew install syncthing",
        windows: "winget install Syncthing.Syncthing",
    },
    Need {
        what: "qpdf, which checks exported papers",
        sign: Sign::Program(&["qpdf"]),
        only_tests: true,
        debian: &["qpdf"],
        fedora: "qpdf",
        arch: "qpdf",
        macos: "brew install qpdf",
        windows: "winget install QPDF.QPDF",
    },
];

/// The names under which a Chromium is looked for, the same as in `tests/browser/chromium.mjs`.
const CHROMIUMS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "msedge",
];

impl Need {
    /// Whether this machine has it.
    pub fn is_met(&self) -> bool {
        match self.sign {
            Sign::Program(names) => names.iter().any(|name| process::found(name).is_some()),
            Sign::Library(name) => {
                let folder = Path::new(".");
                process::answer(&mut process::command(
                    "pkg-config",
                    ["--exists", name],
                    folder,
                ))
                .is_some()
            }
            Sign::Libclang => has_libclang(),
        }
    }

    /// What to install on a system that this program does not install on: a package, or on macOS
    /// and Windows a command. `None` where it is not needed.
    pub fn elsewhere(&self, system: System) -> Option<&'static str> {
        let name = match system {
            System::Debian => self.debian[0],
            System::Fedora => self.fedora,
            System::Arch => self.arch,
            System::OtherLinux => self.what,
            System::MacOs => self.macos,
            System::Windows => self.windows,
        };
        (!name.is_empty()).then_some(name)
    }
}

/// The needs that are not met, of building alone or of testing too.
pub fn missing(system: System, with_tests: bool) -> Vec<&'static Need> {
    let wanted = NEEDS.iter().filter(|need| with_tests || !need.only_tests);
    wanted
        .filter(|need| need.elsewhere(system).is_some() && !need.is_met())
        .collect()
}

/// Says what to install, word for word where the system's package names are known.
pub fn instructions(system: System, missing: &[&Need]) -> String {
    let names: Vec<&str> = missing
        .iter()
        .filter_map(|need| need.elsewhere(system))
        .collect();
    let mut text = String::from("This machine lacks:\n");
    for need in missing {
        text += &format!("  {}\n", need.what);
    }
    let joined = names.join(" ");
    text + "\n"
        + &match system {
            System::Debian => format!("Install it with: apt-get install {joined}\n"),
            System::Fedora => format!("Install it with: sudo dnf install {joined}\n"),
            System::Arch => format!("Install it with: sudo pacman -S --needed {joined}\n"),
            System::OtherLinux => "Install it with your system's packages.\n".to_owned(),
            System::MacOs | System::Windows => names
                .iter()
                .map(|name| format!("Install it with: {name}\n"))
                .collect(),
        }
        + "Then give the same command again.\n"
}

/// Whether the window tests can be run on a system: its web view has a WebDriver only on Linux.
pub fn can_drive_window(system: System) -> bool {
    system.is_linux()
}

/// Looks for libclang where the crate that loads it looks.
fn has_libclang() -> bool {
    if std::env::var_os("LIBCLANG_PATH").is_some() {
        return true;
    }
    let asked = process::command("llvm-config", ["--libdir"], Path::new("."));
    let mut folders: Vec<std::path::PathBuf> = process::answer(&mut { asked })
        .map(|text| text.trim().into())
        .into_iter()
        .collect();
    for parent in ["/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt"] {
        folders.push(parent.into());
        for entry in std::fs::read_dir(parent).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with("llvm") || name.ends_with("-linux-gnu") {
                folders.extend([entry.path(), entry.path().join("lib")]);
            }
        }
    }
    folders.extend([
        "/Library/Developer/CommandLineTools/usr/lib".into(),
        "/Applications/Xcode.app/Contents/Developer/Toolchains/XcodeDefault.xctoolchain/usr/lib"
            .into(),
        "C:\\Program Files\\LLVM\\bin".into(),
    ]);
    folders.iter().any(|folder| {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        files
            .map(|file| file.file_name().to_string_lossy().into_owned())
            .any(|n| is_libclang(&n))
    })
}

/// The development package's names (`libclang.so`, `libclang-14.so`) and those of other systems;
/// not the bare runtime library, which comes without the headers.
fn is_libclang(file: &str) -> bool {
    let stem = file
        .strip_suffix(".so")
        .or_else(|| file.strip_suffix(".dylib"));
    stem.or_else(|| file.strip_suffix(".dll"))
        .is_some_and(|stem| {
            stem == "libclang"
                || stem
                    .strip_prefix("libclang-")
                    .is_some_and(|version| version.chars().all(|c| c.is_ascii_digit() || c == '.'))
        })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_system_is_told_by_its_own_name_then_by_what_it_is_like() {
        for (release, system) in [
            ("ID=debian\nVERSION_ID=\"12\"\n", System::Debian),
            ("NAME=Ubuntu\nID=ubuntu\nID_LIKE=debian\n", System::Debian),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Debian),
            ("ID=fedora\n", System::Fedora),
            (
                "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n",
                System::Fedora,
            ),
            ("ID=manjaro\nID_LIKE=arch\n", System::Arch),
            ("ID=nixos\n", System::OtherLinux),
            ("VARIANT_ID=debian\n", System::OtherLinux),
            ("", System::OtherLinux),
        ] {
            assert_eq!(System::of_release(release), system, "{release}");
        }
    }

    #[test]
    fn libclang_is_told_from_its_neighbours() {
        for (file, is) in [
            ("libclang.so", true),
            ("libclang-14.so", true),
            ("libclang-18.1.so", true),
            ("libclang.dylib", true),
            ("libclang.dll", true),
            ("libclang-14.so.1", false),
            ("libclang-cpp.so", false),
            ("libclangAST.so", false),
            ("libclang.a", false),
        ] {
            assert_eq!(is_libclang(file), is, "{file}");
        }
    }

    #[test]
    fn every_linux_has_a_name_for_every_need() {
        for need in NEEDS {
            assert!(
                !need.debian.is_empty() && !need.debian.contains(&""),
                "{}",
                need.what
            );
            for system in [System::Fedora, System::Arch, System::OtherLinux] {
                assert!(
                    need.elsewhere(system).is_some(),
                    "{} on {system:?}",
                    need.what
                );
            }
        }
    }

    #[test]
    fn elsewhere_the_words_to_type_are_given() {
        let needs: Vec<&Need> = NEEDS.iter().filter(|need| !need.only_tests).collect();
        let fedora = instructions(System::Fedora, &needs);
        let line = "sudo dnf install pkgconf-pkg-config webkit2gtk4.1-devel openssl-devel \
                    clang-devel\n";
        assert!(fedora.contains(line), "{fedora}");
        let mac = instructions(System::MacOs, &needs);
        assert!(
            mac.contains("Install it with: xcode-select --install\n"),
            "{mac}"
        );
        assert!(!mac.contains("Install it with: \n"), "{mac}");
    }
}
