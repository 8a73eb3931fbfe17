//! The texts of the interface: what pages say to a reader beside the words of the articles.
//!
//! They stand in one file per language, `en.tsv` first. A translator copies it, names it after the code of
//! the language, translates what stands behind the tabs, and the language can be asked for: no Rust is
//! touched. The build turns each message into a method, so that code which asks for a message that does not
//! exist, or forgets one of its words, does not compile; a file that lacks something is not built either.
//!
//! ```text
//! as_in          as in {outlet}     texts.as_in("B")   ──▶  as in B
//! words.one      {count} word       texts.words(1)     ──▶  1 word
//! words.other    {count} words      texts.words(20)    ──▶  20 words
//! ```
//!
//! What programs read (JSON, tables, names of relations) is the same in every language.

#[cfg(test)]
mod build;
#[allow(
    missing_docs,
    clippy::all,
    clippy::pedantic,
    reason = "written by the build"
)]
#[cfg_attr(
    not(feature = "store"),
    allow(
        dead_code,
        reason = "a file has the texts of all commands, also those of a store"
    )
)]
mod messages {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}
#[cfg(test)]
mod tests;

pub use messages::Texts;

impl Texts {
    /// The language with this code.
    pub fn named(code: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|texts| texts.code() == code).copied()
    }

    /// Names in a sentence: "A, B and C".
    pub(crate) fn list(self, names: &[&str]) -> String {
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => self.list_and(rest.join(", "), last),
            _ => names.concat(),
        }
    }
}
