use std::process::ExitCode;

/// How a run ended, as `diff` and `grep` tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Exit status 0: everything was read, and nothing was found that was forbidden.
    Done,
    /// Exit status 1: something was found that a policy forbids.
    Found,
    /// Exit status 2: bad usage, or something could not be read or written.
    Trouble,
}

/// What the help of the command says about it.
pub(super) const HELP: &str = "\
Exit status: 0 done, 1 something forbidden was found, 2 bad usage or something could not be read.";

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Found => 1,
            Status::Trouble => 2,
        })
    }
}
