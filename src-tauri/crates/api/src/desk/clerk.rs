//! Requests and their answers.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use outturn_exchange::clipboard;
use outturn_store::Passphrase;

use super::files::period_of;
use super::{Answer, Clerk};
use crate::agreement::{AtKeyboard, KeepKey, seen_all};
use crate::export::Export;
use crate::opening;
use crate::refusal::Stop;
use crate::session::Session;
use crate::template::{self, Template};
use crate::view;
use crate::wire::{ExportedView, Reply, Request};

impl Clerk {
    pub(super) fn answer(&mut self, request: Request) -> Answer {
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
            Request::Faults => {
                let session = self.session.as_ref().ok_or_else(nothing_open)?;
                Reply::Faults(session.faults(&words)?)
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

    /// The file that is open.
    pub(super) fn open(&mut self) -> Result<&mut Session, Stop> {
        self.session.as_mut().ok_or_else(nothing_open)
    }
}

fn nothing_open() -> Stop {
    Stop::new("nothing-open")
}
