//! The command line: one file per subcommand. Reports go to standard output or to the files that
//! `-o` names; messages and progress go to standard error.

mod check;
mod compare;
mod extract;
mod files;
mod input;
mod output;
mod policy;
mod progress;
mod read;
mod screen;
mod status;
mod trace;
mod view;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

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
    Compare(compare::Compare),
    Check(check::CheckCommand),
    Trace(trace::TraceCommand),
    Extract(extract::Extract),
    Read(read::Read),
    Policy(policy::PolicyCommand),
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
    let _ = writeln!(io::stderr(), "rashomon: {message}");
}
