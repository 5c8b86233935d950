//! The desk: where requests arrive, one after the other, while the window stays free.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use outturn_exchange::clipboard;
use outturn_model::{Message, Period};
use outturn_paper::compose::date_in_words;
use outturn_paper::render::{Stage, Watch};
use outturn_store::{Access, Passphrase};
use outturn_words::Words;

use crate::agreement::{AtKeyboard, KeepKey, Keyboard, Keys, seen_all};
use crate::export::Export;
use crate::opening;
use crate::outside::Outside;
use crate::recent::{Recent, RecentFiles};
use crate::refusal::Stop;
use crate::session::Session;
use crate::template::{self, Template};
use crate::view;
use crate::wire::{
    Choice, ExportedView, Offer, ProgressView, RecentFile, Refusal, Reply, Request, StartView,
};

type Answer = Result<Reply, Refusal>;
type Job = (Request, Sender<Answer>);

/// Takes requests from any thread. One thread of its own has the open file; progress and cancelling
/// are answered beside it.
#[derive(Clone)]
pub struct Desk {
    jobs: Sender<Job>,
    work: Arc<Work>,
    words: Arc<Words>,
}

impl Desk {
    /// A desk with nothing open.
    pub fn new(outside: Box<dyn Outside>) -> Self {
        let words = Arc::new(Words::british());
        let work = Arc::new(Work::default());
        let (jobs, inbox) = channel::<Job>();
        let mut clerk = Clerk {
            recent: RecentFiles::in_folder(&outside.own_folder()),
            keyboard: Keyboard::in_folder(&outside.own_folder()),
            keys: Keys::in_folder(&outside.own_folder()),
            outside,
            words: Arc::clone(&words),
            work: Arc::clone(&work),
            session: None,
        };
        thread::spawn(move || {
            for (request, answer) in inbox {
                // Whoever asked may have gone; the work is done all the same.
                let _ = answer.send(clerk.answer(request));
            }
        });
        Self { jobs, work, words }
    }

    /// Answers a request. Waits for those before it, except for [`Request::Progress`] and
    /// [`Request::Cancel`].
    ///
    /// # Errors
    /// The refusal to show.
    pub fn call(&self, request: Request) -> Answer {
        match request {
            Request::Progress => return Ok(Reply::Progress(self.work.progress(&self.words))),
            Request::Cancel => {
                self.work.cancelled.store(true, Ordering::Relaxed);
                return Ok(Reply::Done);
            }
            _ => {}
        }
        let (answer, inbox) = channel();
        let sent = self.jobs.send((request, answer)).is_ok();
        let answer = if sent { inbox.recv().ok() } else { None };
        answer.unwrap_or_else(|| Err(self.fault()))
    }

    /// What to say when the program itself failed: a fault of ours, not of the reader's.
    pub fn fault(&self) -> Refusal {
        Stop::new("program-fault").refusal(&self.words)
    }
}

/// How far long work has come, and whether it should stop.
#[derive(Default)]
struct Work {
    cancelled: AtomicBool,
    /// 0 when nothing is being done; else the number of the stage.
    stage: AtomicUsize,
}

const STAGES: usize = 2;

impl Work {
    fn progress(&self, words: &Words) -> ProgressView {
        let stage = self.stage.load(Ordering::Relaxed);
        ProgressView {
            stage: match stage {
                0 => String::new(),
                1 => words.word("paper-stage-setting"),
                _ => words.word("paper-stage-writing"),
            },
            done: stage.saturating_sub(1),
            of: STAGES,
        }
    }
}

impl Watch for Work {
    fn stage(&self, stage: Stage) {
        let number = match stage {
            Stage::Setting => 1,
            Stage::Writing => 2,
            Stage::Done => 0,
        };
        self.stage.store(number, Ordering::Relaxed);
    }

    fn cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// Answers requests, one at a time.
struct Clerk {
    outside: Box<dyn Outside>,
    recent: RecentFiles,
    keyboard: Keyboard,
    keys: Keys,
    words: Arc<Words>,
    work: Arc<Work>,
    session: Option<Session>,
}

impl Clerk {
    fn answer(&mut self, request: Request) -> Answer {
        self.work.cancelled.store(false, Ordering::Relaxed);
        let answer = self.meet(request);
        self.work.stage.store(0, Ordering::Relaxed);
        answer.map_err(|stop| stop.refusal(&self.words))
    }

    fn meet(&mut self, request: Request) -> Result<Reply, Stop> {
        let words = Arc::clone(&self.words);
        let work = Arc::clone(&self.work);
        Ok(match request {
            Request::Start => Reply::Start(self.start()),
            Request::Create {
                path,
                template,
                council,
                directorate,
                period,
            } => self.create(
                &path,
                &Template::of(&template),
                &council,
                &directorate,
                &period,
            )?,
            Request::Open {
                path,
                read_only,
                passphrase,
            } => {
                // The file that is open now is closed only once the other one is open, unless it is
                // the same.
                let path = PathBuf::from(path);
                if self
                    .session
                    .as_ref()
                    .is_some_and(|session| session.is_at(&path))
                {
                    self.leave();
                }
                let passphrase = passphrase.map(Passphrase::new);
                let session = opening::open(&path, read_only, passphrase.as_ref(), &*self.outside)?;
                self.take(session, &path)?
            }
            Request::SetPassphrase { passphrase } => self.set_passphrase(passphrase)?,
            Request::OpenSample { sample } => self.open_sample(&sample)?,
            Request::Forget { path } => {
                self.recent.forget(Path::new(&path));
                Reply::Done
            }
            Request::Close => {
                self.leave();
                Reply::Done
            }
            Request::Workspace => Reply::Workspace(self.open()?.workspace(&words)?),
            Request::Report { report } => Reply::Report(self.open()?.report(&report, &words)?),
            Request::Section { section } => {
                Reply::Section(Box::new(self.open()?.section(&section, &words)?))
            }
            Request::Card { entry } => Reply::Card(Box::new(self.open()?.card(&entry, &words)?)),
            Request::Measures => Reply::Measures(self.open()?.measures(&words)),
            Request::Measure { measure } => {
                Reply::Measure(Box::new(self.open()?.measure(&measure, &words)?))
            }
            Request::People => Reply::People(self.open()?.people(&words)),
            Request::Findings { report } => {
                Reply::Findings(self.open()?.findings(&report, &words)?)
            }
            Request::Preview { report, section } => {
                let session = self.open()?;
                Reply::Preview(session.preview(&report, section.as_deref(), &words, &*work)?)
            }
            Request::Page { stamp, index } => Reply::Page(self.open()?.page(stamp, index)?),
            Request::Export {
                report,
                path,
                draft,
                overwrite,
            } => {
                let how = Export {
                    path: Path::new(&path),
                    draft,
                    overwrite,
                };
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                let outside = &*self.outside;
                let key = match draft {
                    true => Err(Stop::new("sign-no-key")),
                    false => self.keys.ready(outside),
                };
                let exported = session.export(&report, &how, key, outside, &words, &*work)?;
                Reply::Exported(ExportedView {
                    path: exported.path.display().to_string(),
                    pages: exported.pages,
                    draft,
                    bytes: exported.bytes,
                    certificate: exported.certificate.map(|path| path.display().to_string()),
                })
            }
            Request::Edit { changes, agreed } => {
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                Reply::Committed(session.edit(&changes, agreed, &mut *self.outside, &words)?)
            }
            Request::SaveTemplate {
                report,
                path,
                words,
            } => {
                let session = self.session.as_ref().ok_or_else(nothing_open)?;
                session.save_template(&report, Path::new(&path), words, &*self.outside)?;
                Reply::Done
            }
            Request::ReadTemplate { path } => {
                let path = Path::new(&path);
                Reply::Template(view::template(&template::read_own(path)?, path))
            }
            Request::AddReport { template, period } => {
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                let period = period_of(&period)?;
                let template = Template::of(&template);
                Reply::Committed(session.add_report(
                    &template,
                    period,
                    &mut *self.outside,
                    &words,
                )?)
            }
            Request::Search { text } => Reply::Search(self.open()?.search(&text, &words)),
            Request::MeasureHistory { measure } => {
                Reply::MeasureHistory(Box::new(self.open()?.measure_history(&measure, &words)?))
            }
            Request::Restated { report } => {
                Reply::Restated(self.open()?.restated(&report, &words)?)
            }
            Request::NextPeriod { report } => {
                Reply::NextPeriod(self.open()?.next_period(&report, &words)?)
            }
            Request::StartNextPeriod { report, period } => {
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                Reply::Committed(session.start_next_period(
                    &report,
                    &period,
                    &*self.outside,
                    &words,
                )?)
            }
            Request::Undo => {
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                Reply::Committed(session.undo(&*self.outside, &words)?)
            }
            Request::Redo => {
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                Reply::Committed(session.redo(&*self.outside, &words)?)
            }
            Request::Kept { before } => {
                let session = self.session.as_ref().ok_or_else(nothing_open)?;
                Reply::Kept(session.kept(&before, &*self.outside, &words)?)
            }
            Request::Thin { before } => {
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                Reply::Count(session.thin(&before, &*self.outside)?)
            }
            Request::CopyWithoutHistory { path } => {
                let session = self.session.as_ref().ok_or_else(nothing_open)?;
                session.copy_without_history(Path::new(&path), &*self.outside)?;
                Reply::Done
            }
            Request::HandOut { person, path } => {
                let session = self.session.as_ref().ok_or_else(nothing_open)?;
                session.hand_out(&person, Path::new(&path), &*self.outside)?;
                Reply::Done
            }
            Request::SaveChanges { path } => {
                Reply::Count(self.open()?.save_changes(Path::new(&path))?)
            }
            Request::LookAtCopy { path } => {
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                let path = Path::new(&path);
                Reply::BroughtIn(session.look_at_copy(path, &*self.outside, &words)?)
            }
            Request::BringIn { path } => {
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                Reply::BroughtIn(session.bring_in(Path::new(&path), &*self.outside, &words)?)
            }
            Request::Conflicts => Reply::Conflicts(self.open()?.conflicts(&words)?),
            Request::Settle { conflict, choose } => {
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                Reply::Committed(session.settle(&conflict, &choose, &*self.outside, &words)?)
            }
            Request::ShareThrough { folder } => {
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                session.share_through(folder.as_deref().map(Path::new))?;
                self.keyboard.keep(session.path(), session.known());
                Reply::Sharing(session.sharing())
            }
            Request::Sharing => Reply::Sharing(self.open()?.sharing()),
            Request::Share => {
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                let shared = session.share(&*self.outside, &words)?;
                self.keyboard.keep(session.path(), session.known());
                Reply::Shared(Box::new(shared))
            }
            Request::Me
            | Request::IAm { .. }
            | Request::MakeKey { .. }
            | Request::OpenKey { .. }
            | Request::Agreement { .. }
            | Request::Work
            | Request::Discussion { .. }
            | Request::Seen { .. }
            | Request::Since { .. }
            | Request::Comment { .. }
            | Request::Resolve { .. }
            | Request::Take { .. }
            | Request::PlanDates { .. } => self.agree(request)?,
            Request::ReadBlock { text } => Reply::Block(clipboard::read_block(&text)),
            Request::Changes {
                about,
                person,
                before,
            } => Reply::Changes(
                self.open()?
                    .changes(about.as_deref(), person, before, &words)?,
            ),
            Request::Change { change } => {
                Reply::Change(Box::new(self.open()?.change(change, &words)?))
            }
            Request::Compare { compared } => {
                Reply::Difference(Box::new(self.open()?.compare(&compared, &words)?))
            }
            Request::Restoring { restore } => {
                Reply::Difference(Box::new(self.open()?.restoring(&restore, &words)?))
            }
            Request::Restore { restore, agreed } => {
                let session = self.session.as_mut().ok_or_else(nothing_open)?;
                Reply::Committed(session.restore(&restore, agreed, &*self.outside, &words)?)
            }
            // Both are answered at the desk.
            Request::Progress | Request::Cancel => Reply::Done,
        })
    }

    /// Meets a request about who does what and who agreed to it.
    fn agree(&mut self, request: Request) -> Result<Reply, Stop> {
        let words = Arc::clone(&self.words);
        let session = self.session.as_mut().ok_or_else(nothing_open)?;
        let (keys, outside) = (&mut self.keys, &mut *self.outside);
        Ok(match request {
            Request::IAm { person } => {
                let known = AtKeyboard {
                    person,
                    ..session.known().clone()
                };
                self.keyboard.keep(session.path(), &known);
                session.know(known);
                Reply::Me(session.me(keys, outside, &words))
            }
            Request::MakeKey {
                passphrase,
                instead,
            } => {
                let keep = passphrase.as_deref();
                let keep = keep.map_or(KeepKey::InStore, KeepKey::Under);
                keys.make(keep, instead, outside)?;
                Reply::Me(session.me(keys, outside, &words))
            }
            Request::OpenKey { passphrase } => {
                keys.open(&passphrase)?;
                Reply::Me(session.me(keys, outside, &words))
            }
            Request::Agreement { report } => {
                Reply::Agreement(session.agreement(&report, outside, &words)?)
            }
            Request::Work => Reply::Work(session.work(keys, outside, &words)),
            Request::Discussion { section, about } => {
                let about = about.as_deref();
                Reply::Discussion(session.discussion(&section, about, outside, &words)?)
            }
            Request::Seen { section } => {
                let id = session.find_section(&section)?.id.clone();
                let mut known = session.known().clone();
                if let Some(at) = seen_all(session.book(), &id) {
                    known.seen.insert(section, at);
                    self.keyboard.keep(session.path(), &known);
                    session.know(known);
                }
                Reply::Done
            }
            Request::Since { section } => Reply::Since(session.since(&section, &words)?),
            Request::Comment {
                section,
                about,
                answers,
                text,
            } => {
                let to = (about.as_deref(), answers.as_deref());
                Reply::Committed(session.say_of(&section, to, &text, outside, &words)?)
            }
            Request::Resolve { comment, resolved } => {
                Reply::Committed(session.resolve(&comment, resolved, outside, &words)?)
            }
            Request::Take {
                step,
                sections,
                words: said,
            } => Reply::Committed(session.take(step, &sections, &said, keys, outside, &words)?),
            Request::PlanDates { report } => {
                Reply::Committed(session.plan_dates(&report, outside, &words)?)
            }
            _ => Reply::Me(session.me(keys, outside, &words)),
        })
    }

    fn open(&mut self) -> Result<&mut Session, Stop> {
        self.session.as_mut().ok_or_else(nothing_open)
    }

    /// Lets go of the file that is open. What was done in it goes out to those it is shared with.
    fn leave(&mut self) {
        if let Some(mut session) = self.session.take() {
            session.leave_word();
            self.keyboard.keep(session.path(), session.known());
        }
    }

    /// Takes a session that has just been opened, and remembers its file.
    fn take(&mut self, session: Session, path: &Path) -> Result<Reply, Stop> {
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
    fn set_passphrase(&mut self, passphrase: Option<String>) -> Result<Reply, Stop> {
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

    fn create(
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
    fn open_sample(&mut self, sample: &str) -> Result<Reply, Stop> {
        let book = template::sample(sample).ok_or_else(|| Stop::new("sample-not-there"))?;
        let stamp = self.outside.now().format("%Y-%m-%d %H%M%S");
        let path = self.own_folder()?.join(format!("{sample} {stamp}.outturn"));
        let session = opening::create(&path, &book, &*self.outside)?;
        self.take(session, &path)
    }

    /// The program's own folder, made if need be.
    fn own_folder(&self) -> Result<PathBuf, Stop> {
        let folder = self.outside.own_folder();
        std::fs::create_dir_all(&folder).map_err(|_| {
            let message = Message::new("own-folder").with("folder", folder.display().to_string());
            Stop::Said("own-folder", message)
        })?;
        Ok(folder)
    }

    fn start(&self) -> StartView {
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

fn period_of(text: &str) -> Result<Period, Stop> {
    Period::parse(text).map_err(|problem| {
        let message = problem.message();
        Stop::Said(message.key, message)
    })
}

fn nothing_open() -> Stop {
    Stop::new("nothing-open")
}

/// The last quarter that was over on a day: the one a report is due for.
fn last_quarter(day: chrono::NaiveDate) -> Period {
    use chrono::Datelike;
    let month = day.month();
    let (year, quarter) = match month {
        4..=6 => (day.year(), 1),
        7..=9 => (day.year(), 2),
        10..=12 => (day.year(), 3),
        _ => (day.year() - 1, 4),
    };
    Period::quarter(year, quarter).previous()
}
