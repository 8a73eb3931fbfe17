//! Progress on standard error, for a person who waits: only when standard error is a terminal, and only
//! after half a second, so that short runs stay silent.

use std::cell::OnceCell;
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

const PATIENCE: Duration = Duration::from_millis(500);

/// A progress bar that may never appear.
pub(super) struct Progress {
    begun: Instant,
    is_watched: bool,
    bar: OnceCell<ProgressBar>,
}

impl Progress {
    /// Starts the clock.
    pub(super) fn new() -> Self {
        Self {
            begun: Instant::now(),
            is_watched: io::stderr().is_terminal(),
            bar: OnceCell::new(),
        }
    }

    /// Says that `done` of `all` are done with `stage`.
    pub(super) fn show(&self, stage: &'static str, done: usize, all: usize) {
        if !self.is_watched || self.begun.elapsed() < PATIENCE {
            return;
        }
        let bar = self.bar.get_or_init(new_bar);
        bar.set_message(stage);
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    }

    /// Takes the bar away, so that a report or a message can be written.
    pub(super) fn clear(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

fn new_bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{msg:>10} [{bar:30}] {pos}/{len}")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .progress_chars("=> ");
    ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr()).with_style(style)
}
