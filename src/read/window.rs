//! Pieces are read beside one another, a thread for each, and come out in the order they went in:
//!
//! ```text
//! push ─▶ [ piece 7 │ piece 6 │ piece 5 ] ─▶ pop: waits for piece 5, as long as one may take
//! ```
//!
//! As many run as there are processors, so memory holds that many pieces. A page that takes too long is
//! left to its thread, which nobody waits for: a parser cannot be stopped from outside. A parser that
//! fails costs its page and not the run.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
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
    width: usize,
    options: Arc<Options>,
}

enum Running {
    Apart(Receiver<Found>, Instant),
    Done(Found),
}

impl<T> Window<T> {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            running: VecDeque::new(),
            width: thread::available_parallelism().map_or(1, Into::into),
            options: Arc::new(options.clone()),
        }
    }

    /// Whether a piece must come out before another may go in.
    pub(super) fn is_full(&self) -> bool {
        self.running.len() > self.width
    }

    /// Begins to read `piece` of the file at `path`; `label` comes out with what was found.
    pub(super) fn push(&mut self, label: T, piece: Piece, path: &std::path::Path) {
        let running = match piece {
            Piece::Refused(problem) => Running::Done(Found::refused(problem)),
            piece => self.start(piece, path),
        };
        self.running.push_back((label, running));
    }

    fn start(&self, piece: Piece, path: &std::path::Path) -> Running {
        let (options, path) = (Arc::clone(&self.options), path.to_owned());
        let (sender, receiver) = sync_channel(1);
        let read = move || {
            // Nobody listens any longer to a page that took too long.
            let _ = sender.send(parse::piece(piece, &path, &options));
        };
        match thread::Builder::new().stack_size(STACK).spawn(read) {
            Ok(_) => Running::Apart(receiver, Instant::now()),
            Err(cause) => Running::Done(Found::refused(ReadProblem::Unreadable(cause))),
        }
    }

    /// What was found in the piece that went in first.
    pub(super) fn pop(&mut self) -> Option<(T, Found)> {
        let (label, running) = self.running.pop_front()?;
        let found = match running {
            Running::Done(found) => found,
            Running::Apart(receiver, begun) => self.wait(&receiver, begun),
        };
        Some((label, found))
    }

    fn wait(&self, receiver: &Receiver<Found>, begun: Instant) -> Found {
        let limit = self.options.max_time;
        // What is ready is never too late.
        let left = limit
            .saturating_sub(begun.elapsed())
            .max(Duration::from_millis(1));
        receiver.recv_timeout(left).unwrap_or_else(|error| {
            Found::refused(match error {
                RecvTimeoutError::Timeout => ReadProblem::TooSlow {
                    seconds: limit.as_secs(),
                },
                RecvTimeoutError::Disconnected => ReadProblem::ReaderFailed,
            })
        })
    }
}
