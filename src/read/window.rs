//! Pieces are read beside one another, each in a thread, and come out in the order they went in:
//!
//! ```text
//! push ─▶ [ piece 7 │ piece 6 │ piece 5 ] ─▶ pop: waits for piece 5, as long as one may take
//! ```
//!
//! As many run as there are processors, so memory holds that many pieces. A thread that has read its piece
//! takes the next one: to start one costs as much as to read a short article. A page that takes too long is
//! left to its thread, which nobody waits for: a parser cannot be stopped from outside. A parser that fails
//! costs its page and its thread, and not the run.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use super::options::Options;
use super::parse::{self, Found};
use super::pieces::Piece;
use crate::error::ReadProblem;

/// Stack of a thread, in bytes: enough for a parser at the greatest depth that may be asked for. Only what
/// is used of it takes memory.
const STACK: usize = 256 << 20;

/// The pieces that are being read.
pub(super) struct Window<T> {
    running: VecDeque<(T, Running)>,
    /// Threads that wait for a piece.
    idle: Vec<Worker>,
    width: usize,
    options: Options,
}

enum Running {
    Apart(Worker, Instant),
    Done(Found),
}

impl<T> Window<T> {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            running: VecDeque::new(),
            idle: Vec::new(),
            width: thread::available_parallelism().map_or(1, Into::into),
            options: options.clone(),
        }
    }

    /// Whether a piece must come out before another may go in.
    pub(super) fn is_full(&self) -> bool {
        self.running.len() > self.width
    }

    /// Begins to read `piece` of the file at `path`; `label` comes out with what was found.
    pub(super) fn push(&mut self, label: T, piece: Piece, path: &Path) {
        let running = match piece {
            Piece::Refused(problem) => Running::Done(Found::refused(problem)),
            piece => self.start(piece, path.to_owned()),
        };
        self.running.push_back((label, running));
    }

    fn start(&mut self, piece: Piece, path: PathBuf) -> Running {
        let worker = match self.idle.pop() {
            Some(worker) => Ok(worker),
            None => Worker::start(&self.options),
        };
        match worker {
            Ok(worker) if worker.work.send((piece, path)).is_ok() => {
                Running::Apart(worker, Instant::now())
            }
            Ok(_) => Running::Done(Found::refused(ReadProblem::ReaderFailed)),
            Err(cause) => Running::Done(Found::refused(ReadProblem::Unreadable(cause))),
        }
    }

    /// What was found in the piece that went in first.
    pub(super) fn pop(&mut self) -> Option<(T, Found)> {
        let (label, running) = self.running.pop_front()?;
        let found = match running {
            Running::Done(found) => found,
            Running::Apart(worker, begun) => self.wait(worker, begun),
        };
        Some((label, found))
    }

    fn wait(&mut self, worker: Worker, begun: Instant) -> Found {
        let limit = self.options.max_time;
        // What is ready is never too late.
        let left = limit
            .saturating_sub(begun.elapsed())
            .max(Duration::from_millis(1));
        match worker.found.recv_timeout(left) {
            Ok(found) => {
                self.idle.push(worker);
                found
            }
            Err(RecvTimeoutError::Timeout) => Found::refused(ReadProblem::TooSlow {
                seconds: limit.as_secs(),
            }),
            Err(RecvTimeoutError::Disconnected) => Found::refused(ReadProblem::ReaderFailed),
        }
    }
}

/// A thread that reads one piece at a time, until it is let go.
struct Worker {
    work: SyncSender<(Piece, PathBuf)>,
    found: Receiver<Found>,
}

impl Worker {
    fn start(options: &Options) -> io::Result<Self> {
        let (work, pieces) = sync_channel::<(Piece, PathBuf)>(1);
        let (sender, found) = sync_channel(1);
        let options = options.clone();
        let read = move || {
            for (piece, path) in pieces {
                // Nobody listens any longer to a page that took too long.
                let _ = sender.send(parse::piece(piece, &path, &options));
            }
        };
        thread::Builder::new().stack_size(STACK).spawn(read)?;
        Ok(Self { work, found })
    }
}
