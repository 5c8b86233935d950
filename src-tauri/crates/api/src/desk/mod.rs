//! The desk: where requests arrive, one after the other, while the window stays free.

mod clerk;
mod files;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use outturn_paper::render::{Stage, Watch};
use outturn_words::Words;

use crate::agreement::{Keyboard, Keys};
use crate::outside::Outside;
use crate::recent::RecentFiles;
use crate::refusal::Stop;
use crate::session::Session;
use crate::wire::{ProgressView, Refusal, Reply, Request};

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
