//! Stores on the disk, through the command line: nothing lost, nothing twice, a clear word when
//! something is in the way.
#![cfg(feature = "store")]
#![allow(
    clippy::print_stderr,
    reason = "a test says what it skipped and what a trial counted"
)]

mod adding;
mod faults;
#[path = "../generated/mod.rs"]
mod generated;
mod kills;
mod questions;
mod trial;
