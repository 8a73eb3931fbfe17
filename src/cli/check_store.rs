use clap::Args;

use super::progress::Progress;
use super::stores::{StoreArguments, say};
use super::{Status, complain};
use crate::store::Access;

/// Check that a store is whole: the file, the search, every place in every text
#[derive(Args, Debug)]
pub(super) struct CheckStore {
    #[command(flatten)]
    store: StoreArguments,
}

impl CheckStore {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        self.store.with(Access::Read, |store| {
            let progress = Progress::new();
            let check = store.check(&mut |done, all| progress.show("checking", done, all))?;
            progress.clear();
            for fault in &check.faults {
                complain(fault);
            }
            if check.faults.is_empty() {
                say(&format!("{} articles, and nothing is wrong.", check.articles))?;
                Ok(Status::Done)
            } else {
                complain(
                    "the store is damaged; \"rashomon export\" saves what can still be read, and a new \
                     store can be made from that",
                );
                Ok(Status::Trouble)
            }
        })
    }
}

/// Give the room of what was removed back to the disk, and put the tables in order
#[derive(Args, Debug)]
pub(super) struct Vacuum {
    #[command(flatten)]
    store: StoreArguments,
}

impl Vacuum {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        self.store.with(Access::Write, |store| {
            let (before, after) = store.vacuum()?;
            say(&format!(
                "{:.1} MB before, {:.1} MB after.",
                before as f64 / 1e6,
                after as f64 / 1e6
            ))?;
            Ok(Status::Done)
        })
    }
}
