//! Lines that lead readers elsewhere, which extractors leave between the paragraphs and behind them. Links
//! tell them, whatever their language:
//!
//! ```text
//! A lire aussi : [La fierté du ministre]          a label and a link: left out
//! [Ten ships that never sailed]                   nothing but a link: left out
//! [‘We were not told’: families speak]            in a row of such: left out, quotation marks or not
//! Fenn told [the Herald] that it was safe.        a sentence with a link in it: kept
//! © 2026 Harbour Post                             left out
//! ```

use rustc_hash::{FxHashMap, FxHashSet};
use trafilatura::dom::Document;

use super::blocks::{LINK_BEGINS, LINK_ENDS, Line, words_of};

/// Words of a label before a link, such as "Read more:".
const LABEL_WORDS: usize = 5;
/// Words of the longest headline.
const HEADLINE_WORDS: usize = 30;
/// Words of a button that stands behind each comment, post or advertisement, and how often it must stand
/// there.
const BUTTON_WORDS: usize = 3;
const BUTTON_TIMES: usize = 3;

/// Marks the words of links in `page`, so that the mark comes out of the extractor with them.
pub(super) fn mark_links(page: &mut Document) {
    let Some(body) = page.body() else { return };
    for link in page.iter_descendants(body, &["a"]) {
        if page.get_attribute(link, "href").is_some() {
            let words = format!("{LINK_BEGINS}{}", page.text(link));
            page.set_text(link, &words);
            let end = page.create_text_node(&LINK_ENDS.to_string());
            page.append_child(link, end);
        }
    }
}

/// A line that long stands twice because a box repeats it, in words.
const REPEATED_WORDS: usize = 12;

/// The text of `lines` without those that lead elsewhere, and without repetitions of long ones.
pub(super) fn without(mut lines: Vec<Line>) -> Vec<String> {
    let mut seen = FxHashSet::default();
    lines.retain(|line| {
        words(&line.text) < REPEATED_WORDS || seen.insert(words_of(&line.text).to_owned())
    });
    let all: usize = lines.iter().map(|line| line.text.len()).sum();
    let linked: usize = lines.iter().map(linked).sum();
    let mut times: FxHashMap<&Line, usize> = FxHashMap::default();
    for button in lines.iter().filter(|line| is_button(line)) {
        *times.entry(button).or_default() += 1;
    }
    let is_repeated = |line: &Line| times.get(line).is_some_and(|times| *times >= BUTTON_TIMES);
    // An article of which most is linked is one link as a whole.
    let is_kept: Vec<bool> = if linked * 2 > all {
        vec![true; lines.len()]
    } else {
        let leads_away = |at| leads_away(&lines, at) || is_repeated(&lines[at]);
        (0..lines.len()).map(|at| !leads_away(at)).collect()
    };
    let kept = lines.into_iter().zip(is_kept);
    kept.filter_map(|(line, is_kept)| is_kept.then_some(line.text))
        .collect()
}

fn leads_away(lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let is_in_row = |other: Option<&Line>| other.is_some_and(is_link);
    let before = at.checked_sub(1).and_then(|before| lines.get(before));
    is_link(line) && (!is_quoting(line) || is_in_row(before) || is_in_row(lines.get(at + 1)))
        || is_labelled_link(line) && !is_quoting(line)
        || is_notice(line)
}

fn linked(line: &Line) -> usize {
    line.links.iter().map(|link| link.end - link.start).sum()
}

/// Whether a line is one link or several, and no longer than a headline.
fn is_link(line: &Line) -> bool {
    linked(line) * 10 >= line.text.len() * 9 && words(&line.text) <= HEADLINE_WORDS
}

/// Whether a line is a label with a colon and the link that it speaks of.
fn is_labelled_link(line: &Line) -> bool {
    let Some(link) = line.links.first() else {
        return false;
    };
    let label = line.text[..link.start].trim_end();
    let rest = &line.text[link.start..];
    label.ends_with(':')
        && words(label) <= LABEL_WORDS
        && linked(line) * 10 >= rest.len() * 9
        && words(rest) <= HEADLINE_WORDS
}

fn is_notice(line: &Line) -> bool {
    let rest = line.text.strip_prefix("Copyright").unwrap_or(&line.text);
    rest.trim_start().starts_with('©') && words(rest) <= HEADLINE_WORDS
}

/// Whether a line may be a button: some words without any stop.
fn is_button(line: &Line) -> bool {
    line.text.ends_with(char::is_alphanumeric) && words(&line.text) <= BUTTON_WORDS
}

fn is_quoting(line: &Line) -> bool {
    line.text
        .contains(['"', '\u{201c}', '\u{201e}', '\u{2018}', '\u{ab}'])
}

fn words(text: &str) -> usize {
    crate::model::count_words(text)
}

#[cfg(test)]
mod tests {
    use super::super::blocks::with_links;
    use super::*;

    const STORY: &str = "<p>The ferry Aurelia ran aground off Port Callan early on Tuesday, the coast guard said.</p>\
        <p>Nora Fenn told [the Herald] that it was safe: “We heard a noise like a train.”</p>";

    fn read(page: &str) -> Vec<String> {
        let page = Document::parse(page);
        without(with_links(&page, page.root()))
    }

    /// What is left of the story with `lines` behind it; links stand in brackets.
    fn left(lines: &str) -> Vec<String> {
        let page = format!("{STORY}{lines}")
            .replace('[', &LINK_BEGINS.to_string())
            .replace(']', &LINK_ENDS.to_string());
        read(&page).split_off(2)
    }

    #[test]
    fn links_to_other_articles_are_left_out() {
        for line in [
            "<p>[Ten ships that never sailed]</p>",
            "<p>A lire aussi : [La fierté du ministre]</p>",
            "<li>[‘We were not told’: families speak]</li><li>[Dam to close]</li>",
            "<p>© 2026 Harbour Post</p>",
            "<p>Copyright © Harbour Post</p>",
            "<p>Share this</p><p>Share this</p><p>Share this</p>",
        ] {
            assert!(left(line).is_empty(), "{line}: {:?}", left(line));
        }
    }

    #[test]
    fn sentences_are_kept_whatever_they_link_to() {
        for line in [
            "<p>The [ministry of ports] said that [the captain] had been told.</p>",
            "<p>[“We were not told,” said the captain.]</p>",
            "<p>Fenn: [“We saw the lights go out.”]</p>",
            "<p>No.</p><p>No.</p><p>No.</p>",
            "<p>Asked who had steered, he said: the captain, and nobody else.</p>",
        ] {
            assert!(!left(line).is_empty(), "{line}");
        }
    }

    #[test]
    fn a_box_that_repeats_the_story_adds_nothing() {
        assert!(left(STORY).is_empty());
    }

    #[test]
    fn an_article_that_is_a_link_as_a_whole_is_kept() {
        let page =
            format!("{LINK_BEGINS}<p>The ferry ran aground.</p><p>Nobody was hurt.</p>{LINK_ENDS}");
        assert_eq!(read(&page).len(), 2);
    }
}
