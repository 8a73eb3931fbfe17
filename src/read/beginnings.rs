//! Articles of which only the first words were sent: the entries of many feeds are teasers, and services
//! that sell news cut what they give away.
//!
//! ```text
//! The ferry Aurelia ran aground early on Tuesday […]        a teaser: it breaks off
//! Nobody was hurt when the ferry ran aground.               a teaser, where most entries of the feed are so short
//! The ferry ran aground early on Tue… [+2134 chars]         cut by a service, which says so
//! ```

use super::draft::Draft;
use crate::model::count_words;

/// An entry with fewer words is a teaser, where at least half of the entries are.
const SHORT: usize = 60;

/// How many of `drafts` are only the beginnings of their articles.
pub(super) fn count(drafts: &[Draft], are_of_feed: bool) -> usize {
    if !are_of_feed {
        return drafts.iter().filter(|draft| is_cut(&draft.text)).count();
    }
    let is_short = |draft: &&Draft| count_words(&draft.text) < SHORT;
    let are_short = drafts.iter().filter(is_short).count() * 2 >= drafts.len();
    let is_teaser = |draft: &&Draft| breaks_off(&draft.text) || are_short && is_short(draft);
    drafts.iter().filter(is_teaser).count()
}

/// Whether `text` ends with "[+2134 chars]".
fn is_cut(text: &str) -> bool {
    let rest = text.trim_end().strip_suffix("chars]");
    let count = rest.and_then(|rest| rest.trim_end().rsplit_once("[+"));
    count.is_some_and(|(_, count)| {
        !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether `text` ends with an ellipsis, also in brackets.
fn breaks_off(text: &str) -> bool {
    let end = text.trim_end().trim_end_matches([']', ')']);
    is_cut(text) || end.ends_with('…') || end.ends_with("...")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafts(texts: &[&str]) -> Vec<Draft> {
        let draft = |text: &&str| Draft {
            text: (*text).to_owned(),
            ..Draft::default()
        };
        texts.iter().map(draft).collect()
    }

    #[test]
    fn teasers_of_a_feed_are_counted() {
        let long = "The ferry ran aground, and nobody was hurt. ".repeat(20);
        let teaser = "Nobody was hurt when the ferry ran aground.";
        let open = format!("{long} The harbour [...]");
        for (texts, expected) in [
            (&[teaser, teaser, &long] as &[&str], 2),
            (&[&long, &long, teaser], 0),
            (&[&long, &open, &long], 1),
            (&["Nobody was hurt […]"], 1),
        ] {
            assert_eq!(count(&drafts(texts), true), expected, "{texts:?}");
        }
    }

    #[test]
    fn a_service_that_cuts_says_so() {
        let texts = [
            "The ferry ran aground early on Tue… [+2134 chars]",
            "“And then …”",
            "Short.",
        ];
        assert_eq!(count(&drafts(&texts), false), 1);
    }
}
