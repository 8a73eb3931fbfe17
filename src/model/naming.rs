//! What an outlet is called inside a sentence: by its name, or by its letter where names are long or two
//! articles share one.
//!
//! ```text
//! “record” in Meridian Wire is “not” in Capital Daily
//! “record” in A is “not” in C          where one is called herald_2016-07-13_after-the-vote-the-council,
//!                                      or both are of Meridian Wire
//! ```
//!
//! Articles without an outlet are called after their files, and three such names in a sentence hide what
//! it says. Every report lists the letters in its head.

use std::collections::HashSet;

use unicode_width::UnicodeWidthStr;

use super::group::letter;
use crate::Article;

/// Columns of the longest name that stands in a sentence.
const LONGEST: usize = 24;

/// The names of `articles` in sentences: all their outlets', or all letters.
pub(crate) fn names_in_sentences(articles: &[Article]) -> Vec<String> {
    let is_short = |article: &Article| article.outlet.width() <= LONGEST;
    let names: HashSet<&str> = articles.iter().map(|one| one.outlet.as_str()).collect();
    if names.len() == articles.len() && articles.iter().all(is_short) {
        let outlets = articles.iter().map(|article| article.outlet.clone());
        return outlets.collect();
    }
    (0..articles.len()).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_for_all_outlets_where_one_name_is_long_or_not_one_outlets() {
        let named = |outlets: [&str; 2]| -> Vec<String> {
            let articles = outlets.map(|outlet| Article::new(outlet, "The ferry sank."));
            names_in_sentences(&articles)
        };
        assert_eq!(
            named(["Meridian Wire", "Capital Daily"]),
            ["Meridian Wire", "Capital Daily"]
        );
        assert_eq!(
            named(["Meridian Wire", "herald_2016-07-13_after-the-vote"]),
            ["A", "B"]
        );
        // Which of the two would "Meridian Wire" be?
        assert_eq!(named(["Meridian Wire", "Meridian Wire"]), ["A", "B"]);
        // Wide characters take two columns each.
        assert_eq!(
            named(["Meridian Wire", "北京北京北京北京北京北京北"]),
            ["A", "B"]
        );
    }
}
