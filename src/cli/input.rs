//! The PATH arguments, and reading what they name.

use std::path::PathBuf;

use clap::Args;

use super::progress::Progress;
use super::{Status, complain};
use crate::read::{Input, Reading, read};

/// What to read.
#[derive(Args, Debug)]
pub(super) struct Inputs {
    /// Articles: files, folders of files, or `-` for standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
}

impl Inputs {
    /// Reads all of it; what cannot be read is named on standard error.
    pub(super) fn read(&self, progress: &Progress) -> Reading {
        let reading = read(&inputs(&self.paths), &mut |done, all| {
            progress.show("reading", done, all);
        });
        progress.clear();
        tell(&reading);
        reading
    }

    /// The name of the event, when one folder was given: the folder's.
    pub(super) fn event(&self) -> Option<String> {
        let [path] = self.paths.as_slice() else {
            return None;
        };
        if !path.is_dir() {
            return None;
        }
        let path = path.canonicalize().ok()?;
        Some(path.file_name()?.to_string_lossy().into_owned())
    }
}

/// What `paths` name: `-` is standard input.
pub(super) fn inputs(paths: &[PathBuf]) -> Vec<Input> {
    let inputs = paths.iter().map(|path| match path.as_os_str() {
        name if name == "-" => Input::Stdin,
        _ => Input::Path(path.clone()),
    });
    inputs.collect()
}

/// Says on standard error what could not be read, and what might have been read wrongly.
pub(super) fn tell(reading: &Reading) {
    for left_out in &reading.left_out {
        complain(&left_out.to_string());
    }
    for note in &reading.notes {
        complain(&format!("note: {note}"));
    }
}

/// The exit status after `reading`: trouble when something was left out.
pub(super) fn status(reading: &Reading) -> Status {
    if reading.left_out.is_empty() {
        Status::Done
    } else {
        Status::Trouble
    }
}
