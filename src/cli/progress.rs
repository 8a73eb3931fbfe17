//! Progress on standard error, for a person who waits: only when standard error is a terminal, and only
//! after half a second, so that short runs stay silent.

use std::cell::OnceCell;
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::Texts;
use crate::read::Distance;

const PATIENCE: Duration = Duration::from_millis(500);

/// What takes so long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Reading,
    Extracting,
    #[cfg(feature = "store")]
    Grouping,
    Comparing,
    Checking,
}

impl Stage {
    fn in_words(self, texts: Texts) -> &'static str {
        match self {
            Self::Reading => texts.stage_reading(),
            Self::Extracting => texts.stage_extracting(),
            #[cfg(feature = "store")]
            Self::Grouping => texts.stage_grouping(),
            Self::Comparing => texts.stage_comparing(),
            Self::Checking => texts.stage_checking(),
        }
    }
}

/// A progress bar that may never appear.
pub(super) struct Progress {
    texts: Texts,
    begun: Instant,
    is_watched: bool,
    bar: OnceCell<ProgressBar>,
}

impl Progress {
    /// Starts the clock.
    pub(super) fn new(texts: Texts) -> Self {
        Self {
            texts,
            begun: Instant::now(),
            is_watched: io::stderr().is_terminal(),
            bar: OnceCell::new(),
        }
    }

    /// Says that `done` of `all` are done with `stage`.
    pub(super) fn show(&self, stage: Stage, done: usize, all: usize) {
        let bar = self.bar(|| new_bar("{msg:>10} [{bar:30}] {pos}/{len}"));
        if let Some(bar) = bar {
            bar.set_message(stage.in_words(self.texts));
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        }
    }

    /// Says how far the reading is.
    pub(super) fn show_reading(&self, distance: Distance) {
        let Distance {
            done,
            all,
            files_done,
            files,
        } = distance;
        let message = self.texts.stage_files(files, files_done);
        self.show_bytes(message, done, all);
    }

    /// Says that `done` of `all` bytes are read, which gave what `message` says; without `all` there is no
    /// telling how long it will take.
    pub(super) fn show_bytes(&self, message: String, done: u64, all: Option<u64>) {
        let bar = self.bar(|| match all {
            Some(_) => {
                let left = self.texts.stage_time_left("{eta}");
                new_bar(&format!(
                    "{{msg}} [{{bar:30}}] {{percent}}%, {{bytes_per_sec}}, {left}"
                ))
            }
            None => new_bar("{msg}, {bytes}, {bytes_per_sec}"),
        });
        if let Some(bar) = bar {
            bar.set_message(message);
            if let Some(all) = all {
                bar.set_length(all);
            }
            bar.set_position(done);
        }
    }

    /// Lets `speak` write to standard error without the bar in its way.
    #[cfg(feature = "store")]
    pub(super) fn aside(&self, speak: impl FnOnce()) {
        match self.bar.get() {
            Some(bar) => bar.suspend(speak),
            None => speak(),
        }
    }

    /// Takes the bar away, so that a report or a message can be written.
    pub(super) fn clear(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }

    /// The bar, if somebody has been watching for long enough.
    fn bar(&self, new: impl FnOnce() -> ProgressBar) -> Option<&ProgressBar> {
        let is_wanted = self.is_watched && self.begun.elapsed() >= PATIENCE;
        is_wanted.then(|| self.bar.get_or_init(new))
    }
}

fn new_bar(template: &str) -> ProgressBar {
    let style = ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .progress_chars("=> ");
    ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr()).with_style(style)
}
