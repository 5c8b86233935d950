//! Taking a file up and letting it go, and what the program remembers of files.

use std::path::{Path, PathBuf};

use chrono::{Datelike as _, NaiveDate};
use outturn_model::{Message, Period};
use outturn_paper::compose::date_in_words;
use outturn_store::{Access, Passphrase};

use super::Clerk;
use crate::opening;
use crate::recent::Recent;
use crate::refusal::Stop;
use crate::session::Session;
use crate::template::{self, Template};
use crate::wire::{Choice, Offer, RecentFile, Reply, StartView};

impl Clerk {
    /// Lets go of the file that is open. What was done in it goes out to those it is shared with.
    pub(super) fn leave(&mut self) {
        if let Some(mut session) = self.session.take() {
            session.leave_word();
            self.keyboard.keep(session.path(), session.known());
        }
    }

    /// Takes a session that has just been opened, and remembers its file.
    pub(super) fn take(&mut self, session: Session, path: &Path) -> Result<Reply, Stop> {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        self.recent.add(Recent {
            path,
            // What is in a closed file is not told of it elsewhere.
            about: match session.store().is_closed() {
                true => String::new(),
                false => session.about(),
            },
            opened: self.outside.now(),
        });
        let mut session = session;
        session.know(self.keyboard.of(session.path()));
        let view = session.workspace(&self.words)?;
        self.leave();
        self.session = Some(session);
        Ok(Reply::Workspace(view))
    }

    /// Closes the open file with a passphrase, changes it, or takes it away. The file is let go of
    /// for that, and opened again.
    pub(super) fn set_passphrase(&mut self, passphrase: Option<String>) -> Result<Reply, Stop> {
        let session = self.open()?;
        if session.store().access() != Access::ReadWrite {
            return Err(Stop::new("passphrase-read-only"));
        }
        let (path, now) = (
            session.path().to_owned(),
            session.store().passphrase().cloned(),
        );
        let then = passphrase.map(Passphrase::new);
        self.leave();
        let set = opening::set_passphrase(&path, now.as_ref(), then.as_ref(), &*self.outside);
        let with = if set.is_ok() { &then } else { &now };
        let session = opening::open(&path, false, with.as_ref(), &*self.outside)?;
        let taken = self.take(session, &path)?;
        set.map(|()| taken)
    }

    pub(super) fn create(
        &mut self,
        path: &str,
        template: &Template<'_>,
        council: &str,
        directorate: &str,
        period: &str,
    ) -> Result<Reply, Stop> {
        let path = PathBuf::from(path);
        let period = period_of(period)?;
        let book = template::start(template, council, directorate, period)?;
        let session = opening::create(&path, &book, &*self.outside)?;
        self.take(session, &path)
    }

    /// Makes a fresh copy of a sample in the program's own folder; copies made before stay.
    pub(super) fn open_sample(&mut self, sample: &str) -> Result<Reply, Stop> {
        let book = template::sample(sample).ok_or_else(|| Stop::new("sample-not-there"))?;
        let stamp = self.outside.now().format("%Y-%m-%d %H%M%S");
        let path = self.own_folder()?.join(format!("{sample} {stamp}.outturn"));
        let session = opening::create(&path, &book, &*self.outside)?;
        self.take(session, &path)
    }

    /// The program's own folder, made if need be.
    pub(super) fn own_folder(&self) -> Result<PathBuf, Stop> {
        let folder = self.outside.own_folder();
        std::fs::create_dir_all(&folder).map_err(|_| {
            let message = Message::new("own-folder").with("folder", folder.display().to_string());
            Stop::Said("own-folder", message)
        })?;
        Ok(folder)
    }

    pub(super) fn start(&self) -> StartView {
        let offers = |names: Vec<&str>, kind: &str| {
            let say = |key: String| self.words.named(&key).unwrap_or(key);
            let offers = names.into_iter().map(|name| Offer {
                name: name.to_owned(),
                title: say(format!("{kind}-{name}")),
                about: say(format!("{kind}-{name}-about")),
            });
            offers.collect()
        };
        let suggested = last_quarter(self.outside.today());
        let periods =
            std::iter::successors(Some(suggested.next()), |period| Some(period.previous()));
        StartView {
            recent: self
                .recent
                .list()
                .into_iter()
                .map(|file| self.recent_file(file))
                .collect(),
            templates: offers(template::templates(), "template"),
            samples: offers(template::samples(), "sample"),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            suggested_period: suggested.to_string(),
            periods: periods
                .take(8)
                .map(|period| Choice {
                    value: period.to_string(),
                    label: self.words.say(&period.name()),
                })
                .collect(),
            folder: self.outside.documents_folder().display().to_string(),
        }
    }

    fn recent_file(&self, file: Recent) -> RecentFile {
        let name = file.path.file_stem().unwrap_or_default();
        RecentFile {
            name: name.to_string_lossy().into_owned(),
            there: file.path.is_file(),
            opened: self.words.say(&date_in_words(file.opened.date_naive())),
            path: file.path.display().to_string(),
            about: file.about,
        }
    }
}

pub(super) fn period_of(text: &str) -> Result<Period, Stop> {
    Period::parse(text).map_err(|problem| {
        let message = problem.message();
        Stop::Said(message.key, message)
    })
}

/// The last quarter that was over on a day: the one a report is due for.
fn last_quarter(day: NaiveDate) -> Period {
    let month = day.month();
    let (year, quarter) = match month {
        4..=6 => (day.year(), 1),
        7..=9 => (day.year(), 2),
        10..=12 => (day.year(), 3),
        _ => (day.year() - 1, 4),
    };
    Period::quarter(year, quarter).previous()
}
