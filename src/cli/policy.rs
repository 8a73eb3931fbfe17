//! `rashomon policy`, and finding the policy that holds.

use std::env;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Args, Subcommand};

use super::Status;
use super::output::write_to;
use crate::policy::{FILE_NAME, Policy, TEMPLATE};

/// Which policy holds.
#[derive(Args, Debug)]
pub(super) struct PolicyArguments {
    /// The policy [default: rashomon.toml of this folder or the nearest above]
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,

    /// Use no policy file
    #[arg(long, conflicts_with = "policy")]
    no_policy: bool,
}

/// A policy and where it stands.
#[derive(Debug, Default)]
pub(super) struct Holding {
    pub(super) policy: Policy,
    pub(super) file: Option<PathBuf>,
}

impl PolicyArguments {
    /// Reads the policy that holds; the defaults if there is none.
    pub(super) fn read(&self) -> anyhow::Result<Holding> {
        let file = match &self.policy {
            _ if self.no_policy => None,
            Some(file) => Some(file.clone()),
            None => found(),
        };
        let policy = match &file {
            Some(file) => Policy::read(file)?,
            None => Policy::default(),
        };
        Ok(Holding { policy, file })
    }
}

impl Holding {
    /// The sources that the policy names.
    pub(super) fn against(&self) -> Vec<PathBuf> {
        let folder = self
            .file
            .as_deref()
            .and_then(Path::parent)
            .unwrap_or(Path::new(""));
        let names = self.policy.against.iter();
        names.map(|name| folder.join(name)).collect()
    }
}

/// The file of the working folder or the nearest above, named from the working folder.
fn found() -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    let file = Policy::find(&here)?;
    let is_here = file.parent() == Some(here.as_path());
    Some(if is_here {
        PathBuf::from(FILE_NAME)
    } else {
        file
    })
}

/// Write or show the policy: what is forbidden, tolerated and allowed
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rashomon policy init
  rashomon policy show")]
pub(super) struct PolicyCommand {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Write rashomon.toml with every default into this folder
    Init,
    /// Print what holds here, and from which file
    Show(PolicyArguments),
}

impl PolicyCommand {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        match &self.action {
            Action::Init => init(),
            Action::Show(arguments) => show(&arguments.read()?),
        }
    }
}

fn init() -> anyhow::Result<Status> {
    let opened = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(FILE_NAME);
    match opened {
        Ok(mut file) => {
            let written = file.write_all(TEMPLATE.as_bytes());
            written.with_context(|| format!("{FILE_NAME}: cannot be written"))?;
            Ok(Status::Done)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            bail!("{FILE_NAME} exists already; change it, or delete it first")
        }
        Err(error) => Err(error).with_context(|| format!("{FILE_NAME}: cannot be written")),
    }
}

fn show(holding: &Holding) -> anyhow::Result<Status> {
    let text = holding.policy.to_text();
    write_to(None, |out| {
        match &holding.file {
            Some(file) => writeln!(out, "# {}", file.display())?,
            None => writeln!(
                out,
                "# No {FILE_NAME} here or above; these are the defaults."
            )?,
        }
        write!(out, "{text}")
    })?;
    Ok(Status::Done)
}
