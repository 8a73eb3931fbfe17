//! The command line: one file per subcommand. Reports go to standard output or to the files that
//! `-o` names; messages and progress go to standard error.

mod check;
#[cfg(feature = "store")]
mod check_store;
mod compare;
#[cfg(feature = "store")]
mod event_lines;
#[cfg(feature = "store")]
mod events;
#[cfg(feature = "store")]
mod export;
mod extract;
mod files;
#[cfg(feature = "store")]
mod folders;
#[cfg(feature = "store")]
mod history;
#[cfg(feature = "store")]
mod ingest;
mod input;
mod language;
#[cfg(feature = "store")]
mod moments;
#[cfg(feature = "store")]
mod outlets;
mod output;
mod policy;
mod progress;
mod read;
mod screen;
#[cfg(feature = "store")]
mod search;
#[cfg(feature = "store")]
mod stats;
mod status;
#[cfg(feature = "store")]
mod stores;
mod trace;
mod view;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::report::{InertLines, on_one_line};

pub use status::Status;

/// Reads several outlets' versions of one event and says what differs: which quoted statements each
/// outlet carries, how each renders them, whom each credits, and what each adds in its own voice.
#[derive(Debug, Parser)]
#[command(name = "rashomon", version, about, max_term_width = 100)]
#[command(after_help = status::HELP)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Compare(Box<compare::Compare>),
    Check(check::CheckCommand),
    Trace(trace::TraceCommand),
    Extract(extract::Extract),
    Read(read::Read),
    Policy(policy::PolicyCommand),
    #[cfg(feature = "store")]
    Ingest(ingest::Ingest),
    #[cfg(feature = "store")]
    Events(events::Events),
    #[cfg(feature = "store")]
    Outlets(outlets::Outlets),
    #[cfg(feature = "store")]
    Search(search::Search),
    #[cfg(feature = "store")]
    History(history::History),
    #[cfg(feature = "store")]
    Export(export::Export),
    #[cfg(feature = "store")]
    Stats(stats::Stats),
    #[cfg(feature = "store")]
    CheckStore(check_store::CheckStore),
    #[cfg(feature = "store")]
    Vacuum(check_store::Vacuum),
}

/// Runs the command line of this process and gives its exit status.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let outcome = match &arguments.command {
        Command::Compare(compare) => compare.run(),
        Command::Check(check) => check.run(),
        Command::Trace(trace) => trace.run(),
        Command::Extract(extract) => extract.run(),
        Command::Read(read) => read.run(),
        Command::Policy(policy) => policy.run(),
        #[cfg(feature = "store")]
        Command::Ingest(ingest) => ingest.run(),
        #[cfg(feature = "store")]
        Command::Events(events) => events.run(),
        #[cfg(feature = "store")]
        Command::Outlets(outlets) => outlets.run(),
        #[cfg(feature = "store")]
        Command::Search(search) => search.run(),
        #[cfg(feature = "store")]
        Command::History(history) => history.run(),
        #[cfg(feature = "store")]
        Command::Export(export) => export.run(),
        #[cfg(feature = "store")]
        Command::Stats(stats) => stats.run(),
        #[cfg(feature = "store")]
        Command::CheckStore(check) => check.run(),
        #[cfg(feature = "store")]
        Command::Vacuum(vacuum) => vacuum.run(),
    };
    outcome
        .unwrap_or_else(|error| {
            complain(&format!("{error:#}"));
            Status::Trouble
        })
        .into()
}

/// Help and version are answers; everything else that clap stops at is bad usage.
fn usage(error: &clap::Error) -> ExitCode {
    // A reader that closed the pipe has read enough.
    let _ = error.print();
    if error.use_stderr() {
        Status::Trouble.into()
    } else {
        Status::Done.into()
    }
}

/// Prints `message` to standard error, as far as anybody listens.
fn complain(message: &str) {
    let message = on_one_line(message);
    let mut out = io::stderr();
    let _ = writeln!(InertLines::new(&mut out), "rashomon: {message}");
}
