//! Where words stand on their outlet's own page.
//!
//! ```text
//! The dam will hold through the spring, and nobody below it needs to leave the valley
//!   https://wire.example/dam#:~:text=The%20dam%20will%20hold,to%20leave%20the%20valley
//! ```
//!
//! A browser that follows such a link scrolls to the words and highlights them; one that does not know text
//! fragments (<https://wicg.github.io/scroll-to-text-fragment/>) opens the page. Where the page has changed,
//! the words are not found and the page opens at its top. Nothing is requested before a reader follows it.

use super::uri::encoded;
use crate::{Article, Span};

/// Words at either end that are named; the browser finds what stands between.
const WORDS: usize = 4;
/// What an address may hold besides letters and digits: no bracket, quotation mark or bar that could end
/// what it stands in.
const OF_ADDRESSES: &str = "-._~:/?#@!$&*+,;=%";

/// The address of the words at `span` of `article`; nothing where the article has no address of the web.
pub(super) fn address_of_words(article: &Article, span: Span) -> Option<String> {
    let address = article.web_address()?;
    let address = address.split(":~:").next().unwrap_or(address);
    let address = encoded(address.trim_end_matches('#'), OF_ADDRESSES);
    let mark = if address.contains('#') { "" } else { "#" };
    let fragment = fragment(span.slice(&article.text))?;
    Some(format!("{address}{mark}:~:text={fragment}"))
}

/// The first and last words of `passage`, or all of them where they are few and stand in one line: a
/// browser finds words that are named together in one paragraph only.
fn fragment(passage: &str) -> Option<String> {
    let passage = passage.trim_matches(|sign: char| !sign.is_alphanumeric());
    let mut lines = passage.lines();
    let first: Vec<&str> = lines.next()?.split_whitespace().collect();
    // In a fragment "-" and "," are commands: only these three stand for themselves.
    let named = |words: &[&str]| encoded(&words.join(" "), "._~");
    let Some(last) = lines.next_back() else {
        if first.len() <= 2 * WORDS {
            return Some(named(&first));
        }
        let (begin, end) = (&first[..WORDS], &first[first.len() - WORDS..]);
        return Some(format!("{},{}", named(begin), named(end)));
    };
    let last: Vec<&str> = last.split_whitespace().collect();
    let (begin, end) = (
        &first[..first.len().min(WORDS)],
        &last[last.len().saturating_sub(WORDS)..],
    );
    Some(format!("{},{}", named(begin), named(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(url: &str, text: &str) -> Option<String> {
        let mut article = Article::new("Wire", text);
        article.url = Some(url.to_owned());
        address_of_words(&article, Span::new(0, text.len()))
    }

    fn words(text: &str) -> String {
        let address = address("https://wire.example/dam", text).unwrap_or_default();
        let (_, words) = address.split_once("#:~:text=").unwrap_or_default();
        words.to_owned()
    }

    #[test]
    fn few_words_are_named_and_of_many_the_first_and_last() {
        assert_eq!(words("“The dam will hold,”"), "The%20dam%20will%20hold");
        assert_eq!(
            words("The dam will hold, and nobody below it needs to leave."),
            "The%20dam%20will%20hold%2C,it%20needs%20to%20leave"
        );
        assert_eq!(
            words("Nobody leaves.\n\nWe stay."),
            "Nobody%20leaves.,We%20stay"
        );
    }

    #[test]
    fn no_sign_of_the_words_means_anything_in_the_address() {
        assert_eq!(
            words("well-fed & 100% \"sure\", <b>'x'|)](#"),
            "well%2Dfed%20%26%20100%25%20%22sure%22%2C%20%3Cb%3E%27x"
        );
        assert_eq!(
            words("мост\u{202e} закрыт"),
            "%D0%BC%D0%BE%D1%81%D1%82%E2%80%AE%20%D0%B7%D0%B0%D0%BA%D1%80%D1%8B%D1%82"
        );
        let hostile = address("https://x.example/a\"onclick='b'>(c)|[d]`\\", "dam");
        assert_eq!(
            hostile.as_deref(),
            Some("https://x.example/a%22onclick=%27b%27%3E%28c%29%7C%5Bd%5D%60%5C#:~:text=dam")
        );
    }

    #[test]
    fn an_address_keeps_its_own_fragment_and_no_other_words() {
        assert_eq!(
            address("https://wire.example/dam#top", "dam").as_deref(),
            Some("https://wire.example/dam#top:~:text=dam")
        );
        assert_eq!(
            address("https://wire.example/dam#:~:text=bridge", "dam").as_deref(),
            Some("https://wire.example/dam#:~:text=dam")
        );
    }

    #[test]
    fn what_does_not_lead_to_the_web_has_no_address() {
        for url in [
            "javascript:alert(1)",
            "data:text/html,<script>1</script>",
            "file:///etc/passwd",
            " JaVaScRiPt:https://x",
            "//wire.example",
        ] {
            assert_eq!(address(url, "dam"), None, "{url}");
        }
        assert_eq!(address("https://wire.example/dam", "… —"), None);
    }
}
