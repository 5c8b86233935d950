//! Puts on a Debian or Ubuntu machine what it lacks; elsewhere says what to install.

use std::path::Path;

use crate::{
    needs::{self, Need, System},
    process,
};

/// Sees to it that this machine has what building needs, and with `with_tests` what testing needs.
///
/// # Errors
/// What to install and how, where this program cannot install it.
pub fn packages(with_tests: bool) -> Result<(), String> {
    let system = System::here();
    let missing = needs::missing(system, with_tests);
    if missing.is_empty() {
        return Ok(());
    }
    if system != System::Debian {
        return Err(needs::instructions(system, &missing));
    }
    let Some(prefix) = as_root() else {
        let advice = needs::instructions(system, &missing);
        return Err(format!(
            "{advice}This user is not root, and there is no sudo to become it.\n"
        ));
    };
    for need in &missing {
        println!("This machine lacks {}.", need.what);
    }
    apt(prefix, &["update", "--quiet"])?;
    let names: Vec<&str> = missing
        .iter()
        .map(|need| package(need, is_on_offer))
        .collect();
    let install = ["install", "--quiet", "--yes", "--no-install-recommends"];
    apt(prefix, &[&install[..], &names].concat())?;

    let still = needs::missing(system, with_tests);
    match still.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "After the installation, {}",
            needs::instructions(system, &still)
        )),
    }
}

/// The name by which this release offers what is needed: the first that it knows.
fn package(need: &Need, is_on_offer: impl Fn(&str) -> bool) -> &'static str {
    let known = need.debian.iter().find(|name| is_on_offer(name));
    known.or(need.debian.first()).copied().unwrap_or_default()
}

fn is_on_offer(package: &str) -> bool {
    let mut policy = process::command("apt-cache", ["policy", package], Path::new("/"));
    process::answer(policy.env("LC_ALL", "C")).is_some_and(|text| has_candidate(&text))
}

/// Reads what `apt-cache policy` says of one package; it says nothing of one that it does not know.
fn has_candidate(policy: &str) -> bool {
    let candidate = policy
        .lines()
        .find_map(|line| line.trim().strip_prefix("Candidate:"));
    candidate.is_some_and(|version| version.trim() != "(none)")
}

/// The words before a command that must be run as root: none for root, `sudo` for others.
fn as_root() -> Option<&'static [&'static str]> {
    let folder = Path::new("/");
    let user = process::answer(&mut process::command("id", ["-u"], folder))?;
    if user.trim() == "0" {
        return Some(&[]);
    }
    process::found("sudo").map(|_| &["sudo"][..])
}

fn apt(prefix: &[&str], arguments: &[&str]) -> Result<(), String> {
    let call = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    let words = [prefix, &call, arguments].concat();
    let mut command = process::command(words[0], &words[1..], Path::new("/"));
    // sudo asks for its password on the terminal itself.
    process::carried_out(&mut command)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::needs::NEEDS;

    #[test]
    fn a_package_is_taken_by_the_name_that_the_release_knows() {
        let chromium = NEEDS
            .iter()
            .find(|need| need.debian.contains(&"chromium"))
            .unwrap();
        assert_eq!(package(chromium, |_| true), "chromium");
        assert_eq!(
            package(chromium, |name| name == "chromium-browser"),
            "chromium-browser"
        );
        assert_eq!(
            package(chromium, |_| false),
            "chromium",
            "apt then names what is wrong"
        );
    }

    #[test]
    fn what_apt_says_of_a_package_is_read() {
        let offered = "xvfb:\n  Installed: (none)\n  Candidate: 2:21.1.7-3\n  Version table:\n";
        assert!(has_candidate(offered));
        assert!(!has_candidate(
            "xvfb:\n  Installed: (none)\n  Candidate: (none)\n"
        ));
        assert!(!has_candidate(""));
    }
}
