//! The `--store` argument, and opening what it names.

use std::env;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use clap::Args;

use crate::store::{self, Access, Store, StoreError};

/// Which store.
#[derive(Args, Debug)]
#[command(next_help_heading = "Store")]
pub(super) struct StoreArguments {
    /// The file that holds the articles [default: what `RASHOMON_STORE` names, or rashomon/store.db in the
    /// user's folder for such files]
    #[arg(long, value_name = "FILE")]
    store: Option<PathBuf>,

    /// How long to wait while another process writes to it
    #[arg(long, value_name = "SECONDS", default_value_t = store::WAIT.as_secs())]
    wait: u64,
}

impl StoreArguments {
    /// Whether the command line names one.
    pub(super) fn is_named(&self) -> bool {
        self.store.is_some()
    }

    /// The store's file.
    pub(super) fn place(&self) -> anyhow::Result<PathBuf> {
        let named = || env::var_os("RASHOMON_STORE").filter(|name| !name.is_empty());
        match self.store.clone().or_else(|| named().map(PathBuf::from)) {
            Some(place) => Ok(place),
            None => Ok(store::default_place()?),
        }
    }

    /// As [`Self::with`] for reading; of a damaged store with what is left of it.
    pub(super) fn with_the_rest<T>(
        &self,
        work: impl FnOnce(&mut Store) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let opened = self.with(Access::Read, |_| Ok(()));
        let is_damaged = opened.is_err_and(|error| {
            let error = error.downcast_ref::<StoreError>();
            matches!(error, Some(StoreError::Damaged(_)))
        });
        let access = if is_damaged {
            Access::Rescue
        } else {
            Access::Read
        };
        self.with(access, work)
    }

    /// Opens it and lets `work` work with it; an error names the file.
    pub(super) fn with<T>(
        &self,
        access: Access,
        work: impl FnOnce(&mut Store) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let place = self.place()?;
        let opened = Store::open(&place, access, Duration::from_secs(self.wait));
        let worked = opened
            .map_err(anyhow::Error::new)
            .and_then(|mut store| work(&mut store));
        worked.map_err(|error| match error.downcast_ref::<StoreError>() {
            // These speak of the question and not of the file.
            None | Some(StoreError::NotFound(_) | StoreError::Query(_)) => error,
            Some(_) => error.context(place.display().to_string()),
        })
    }
}

/// A size to read, in millions of bytes.
pub(super) fn megabytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1e6)
}

/// Standard output, unless somebody reads it no longer.
pub(super) fn say(line: &str) -> anyhow::Result<()> {
    super::output::write_to(None, |out| writeln!(out, "{line}")).context("a line")
}
