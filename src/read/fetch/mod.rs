//! Web addresses to pages, politely:
//!
//! ```text
//! address ─▶ kept from before? ─▶ robots.txt ─▶ pause ─▶ request ─▶ redirect: the same again ─▶ page, kept
//! ```
//!
//! The request says who asks, carries no cookies, goes to no private network and through no proxy, and ends
//! after a time and a number of bytes. Without the feature `fetch` nothing here is compiled and a web address
//! is refused with the way out.

#[cfg(feature = "fetch")]
mod addresses;
#[cfg(feature = "fetch")]
mod cache;
#[cfg(feature = "fetch")]
mod client;
#[cfg(feature = "fetch")]
mod robots;

#[cfg(feature = "fetch")]
pub(super) use client::Client;

/// Refuses every address.
#[cfg(not(feature = "fetch"))]
#[derive(Debug, Default)]
pub(super) struct Client(());

#[cfg(not(feature = "fetch"))]
impl Client {
    /// The page at an address.
    pub(super) fn page(
        &mut self,
        _: &str,
        _: &super::Options,
    ) -> Result<super::warc::Record, crate::error::ReadProblem> {
        Err(crate::error::ReadProblem::NotFetched(
            "is a web address, and this build does not fetch; save the page in a browser and name the file, or build with --features fetch"
                .to_owned(),
        ))
    }
}
