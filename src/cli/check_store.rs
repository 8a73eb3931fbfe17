use clap::Args;

use super::language::LanguageArguments;
use super::progress::{Progress, Stage};
use super::stores::{StoreArguments, megabytes, say};
use super::{Status, complain};
use crate::store::Access;

/// Check that a store is whole: the file, the search, every place in every text
#[derive(Args, Debug)]
pub(super) struct CheckStore {
    #[command(flatten)]
    language: LanguageArguments,

    #[command(flatten)]
    store: StoreArguments,
}

impl CheckStore {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        let texts = self.language.texts();
        self.store.with_the_rest(|store| {
            let progress = Progress::new(texts);
            let check = store.check(&mut |done, all| progress.show(Stage::Checking, done, all))?;
            progress.clear();
            for fault in &check.faults {
                complain(fault);
            }
            if check.faults.is_empty() {
                say(&texts.check_store_whole(texts.articles(check.articles)))?;
                Ok(Status::Done)
            } else {
                complain(&texts.check_store_damaged("\"rashomon export\""));
                Ok(Status::Trouble)
            }
        })
    }
}

/// Give the room of what was removed back to the disk, and put the tables in order
#[derive(Args, Debug)]
pub(super) struct Vacuum {
    #[command(flatten)]
    language: LanguageArguments,

    #[command(flatten)]
    store: StoreArguments,
}

impl Vacuum {
    pub(super) fn run(&self) -> anyhow::Result<Status> {
        self.store.with(Access::Change, |store| {
            let (before, after) = store.vacuum()?;
            let texts = self.language.texts();
            say(&texts.vacuum_done(megabytes(before), megabytes(after)))?;
            Ok(Status::Done)
        })
    }
}
