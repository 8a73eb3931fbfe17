//! Posts and statements that are set without marks to quoted strings.
//!
//! ```text
//! Mayor Ann Lee wrote in a post on Friday:         leads in: a colon ends it
//! │We are mending the bridge. Please stay away.│    the string
//! — Ann Lee (@annlee) March 3, 2023                closes it: a dash, a handle or a date
//! ```
//!
//! A list or an explanation stands behind a colon too. What is set off as a block quotation, by the page or
//! with `>`, needs no more than somebody who says it in the lead-in, or the closing line alone: so pages embed
//! posts. Of other paragraphs the closing line is asked for, or else a lead-in that says of a document who
//! wrote it, before one in which somebody says "I". One pass over the paragraphs.

use super::marks::{Ending, QuotedString};
use super::paragraphs::Paragraph;
use crate::Span;
use crate::lexicon::{Lexicon, class};

/// Most paragraphs of a post before the line that closes it.
const MAX_PARAGRAPHS: usize = 4;
/// Most paragraphs of a statement that is set off; more are the layout of the page.
const MOST_SET_OFF: usize = 12;
/// Fewer words without a closing line are a heading or an entry of a list.
const MIN_WORDS: usize = 6;

/// The strings of all posts, in order, among `paragraphs`, whose strings between marks are `quotes` and of
/// which a page sets off those in `set_off`.
pub(super) fn posts(
    text: &str,
    paragraphs: &[Paragraph],
    set_off: &[Span],
    quotes: &[QuotedString],
    lexicon: &Lexicon,
) -> Vec<QuotedString> {
    let is_set_off = |paragraph: &Paragraph| {
        let next = set_off.partition_point(|part| part.end <= paragraph.span.start);
        paragraph.span.slice(text).starts_with('>')
            || set_off
                .get(next)
                .is_some_and(|part| part.start <= paragraph.span.start)
    };
    let mut found = Vec::new();
    let mut lead = "";
    let mut at = 0;
    while at < paragraphs.len() {
        let next = &paragraphs[at..];
        let count = next.iter().take_while(|part| is_set_off(part)).count();
        let post = match count {
            0 if lead.ends_with(':') => post(text, lead, next, lexicon),
            0 => Vec::new(),
            count => block(text, lead, next, count, lexicon),
        };
        if !post.iter().any(|part| is_marked(part.outer, quotes)) {
            found.extend(post);
        }
        at += count.max(1);
        lead = paragraphs[at - 1].span.slice(text);
    }
    found
}

/// The strings of the `count` paragraphs that open `next` and are set off, behind the paragraph `lead`.
fn block(
    text: &str,
    lead: &str,
    next: &[Paragraph],
    count: usize,
    lexicon: &Lexicon,
) -> Vec<QuotedString> {
    let words: Vec<QuotedString> = next[..count]
        .iter()
        .map(|part| string(text, part.span))
        .collect();
    let closes = |part: &QuotedString| closes(part.inner.slice(text), lexicon);
    if let Some(end) = words.iter().position(closes) {
        return words[..end].to_vec();
    }
    let is_closed = next
        .get(count)
        .is_some_and(|part| closes(&string(text, part.span)));
    if let Some((last, before)) = words.split_last()
        && let Some(dash) = closing_dash(last.inner.slice(text), lexicon)
    {
        let end = last.inner.start + dash;
        let last = QuotedString {
            outer: Span::new(last.outer.start, end).trim(text),
            inner: Span::new(last.inner.start, end).trim(text),
            ..*last
        };
        return before.iter().copied().chain([last]).collect();
    }
    let is_said = lead.ends_with(':') && reports(last_sentence(lead), lexicon);
    if is_closed || is_said && count <= MOST_SET_OFF {
        words
    } else {
        Vec::new()
    }
}

/// Whether a string between marks stands in the paragraph `span`.
fn is_marked(span: Span, quotes: &[QuotedString]) -> bool {
    let next = quotes.partition_point(|quote| quote.outer.end <= span.start);
    quotes
        .get(next)
        .is_some_and(|quote| quote.outer.start < span.end)
}

/// The strings of the post that the paragraph `lead` leads in, one for each of its paragraphs.
fn post(text: &str, lead: &str, next: &[Paragraph], lexicon: &Lexicon) -> Vec<QuotedString> {
    let is_written = names_a_document(last_sentence(lead), lexicon);
    let most = if is_written { MAX_PARAGRAPHS } else { 1 };
    for (count, paragraph) in next.iter().enumerate().take(most + 1) {
        let slice = paragraph.span.slice(text);
        if count > 0 && closes(slice, lexicon) {
            let parts = next[..count].iter();
            return parts.map(|part| string(text, part.span)).collect();
        }
        if slice.ends_with(':') {
            break;
        }
        if let Some(dash) = closing_dash(slice, lexicon).filter(|_| count < most) {
            let start = paragraph.span.start;
            let last = Span::new(start, start + dash).trim(text);
            let parts = next[..count].iter().map(|part| part.span);
            return parts.chain([last]).map(|part| string(text, part)).collect();
        }
    }
    let Some(first) = next.first().filter(|_| is_written) else {
        return Vec::new();
    };
    let slice = first.span.slice(text);
    let is_sentence = slice.ends_with(['.', '!', '?', '…'])
        && slice.starts_with(char::is_alphabetic)
        && slice.split_whitespace().count() >= MIN_WORDS;
    if is_sentence && says_i(slice, lexicon) {
        vec![string(text, first.span)]
    } else {
        Vec::new()
    }
}

/// The string of the paragraph `span`, without the sign that sets it off.
fn string(text: &str, span: Span) -> QuotedString {
    let slice = span.slice(text);
    let bare = slice.trim_start_matches(['>', ' ']);
    let inner = Span::new(span.end - bare.len(), span.end);
    QuotedString {
        outer: span,
        inner,
        ending: Ending::Closed,
    }
}

/// Whether `lead` tells of somebody writing or saying something, and in what document: "wrote in a post".
fn names_a_document(lead: &str, lexicon: &Lexicon) -> bool {
    let mut classes = words(lead, lexicon);
    let is_document = classes.clone().any(|known| known & class::DOCUMENT != 0);
    is_document && classes.any(|known| known & class::CUE != 0 && known & class::DOCUMENT == 0)
}

fn last_sentence(lead: &str) -> &str {
    lead.rsplit(['.', '!', '?']).next().unwrap_or(lead)
}

/// Whether `lead` tells of somebody saying something.
fn reports(lead: &str, lexicon: &Lexicon) -> bool {
    words(lead, lexicon).any(|known| known & class::CUE != 0)
}

/// Whether somebody says "I" or "we" in `paragraph`.
fn says_i(paragraph: &str, lexicon: &Lexicon) -> bool {
    words(paragraph, lexicon).any(|known| {
        known & class::INTERLOCUTOR != 0 && known & (class::SUBJECT | class::OBJECT) != 0
    })
}

/// The classes of the words of `part`.
fn words<'t>(part: &'t str, lexicon: &'t Lexicon) -> impl Iterator<Item = u64> + Clone + 't {
    let words = part.split(|sign: char| !sign.is_alphanumeric() && sign != '-');
    let words = words.filter(|word| !word.is_empty());
    words.map(|word| lexicon.word(&word.to_lowercase()).classes)
}

/// Whether `line` says who posted what stands before it, and where or when: "— Ann Lee (@annlee)".
fn closes(line: &str, lexicon: &Lexicon) -> bool {
    let Some(credit) = line.strip_prefix(is_dash) else {
        return false;
    };
    let credit = credit.trim_start_matches(is_dash).trim();
    if !credit.starts_with(char::is_uppercase) || credit.ends_with(['.', '!', '?', ':']) {
        return false;
    }
    credit.contains("(@") || ends_with_date(credit, lexicon)
}

/// Where the dash of the closing line stands that is set behind the words of the post in `paragraph`.
fn closing_dash(paragraph: &str, lexicon: &Lexicon) -> Option<usize> {
    let dash = paragraph.rfind(['—', '–'])?;
    (dash > 0 && closes(&paragraph[dash..], lexicon)).then_some(dash)
}

/// "Ann Lee, March 3, 2023": a year ends it, and a month stands before.
fn ends_with_date(credit: &str, lexicon: &Lexicon) -> bool {
    let year = credit.rsplit(' ').next().unwrap_or_default();
    let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
    is_year && words(credit, lexicon).any(|known| known & class::TEMPORAL != 0)
}

fn is_dash(sign: char) -> bool {
    matches!(sign, '—' | '–' | '-')
}

#[cfg(test)]
mod tests {
    use crate::model::QuotationKind;
    use crate::{Article, Span, extract};

    /// The quotations of `text`: their speakers and all of their words.
    fn found(text: &str) -> Vec<(String, String)> {
        let article = Article::new("post", text);
        let quotations = extract::quotations(&article).quotations.into_iter();
        let told = quotations.map(|one| {
            let speaker = one.speaker.map_or_else(String::new, |speaker| speaker.name);
            let parts = match one.kind {
                QuotationKind::Direct => one.segments,
                _ => one.content,
            };
            let words: Vec<&str> = parts.iter().map(|part| part.slice(text)).collect();
            (speaker, words.join(" / "))
        });
        told.collect()
    }

    #[test]
    fn a_post_is_the_words_of_whom_its_closing_line_names() {
        let words = "The bridge is closed. The engineers say that it will not last. Stay away.";
        for text in [
            format!(
                "Mayor Ann Lee wrote in a post on Friday:\n\n{words}\n\n— Ann Lee (@annlee) March 3, 2023\n\nIt rained."
            ),
            format!(
                "The mayor of Orme told her followers:\n\n{words}\n\n— Ann Lee (@annlee)\n\nIt rained."
            ),
            format!("Ann Lee wrote:\n\n{words} — Ann Lee (@annlee) March 3, 2023\n\nIt rained."),
            format!("Ann Lee posted:\n\n{words}\n\n— Ann Lee, March 3, 2023\n\nIt rained."),
        ] {
            assert_eq!(
                found(&text),
                [("Ann Lee".to_owned(), words.to_owned())],
                "{text}"
            );
        }
    }

    #[test]
    fn a_post_of_two_paragraphs_is_one_quotation() {
        let text = "Ann Lee wrote in a post on Friday:\n\nThe bridge is closed.\n\nThe board said that it would \
                    pay.\n\n— Ann Lee (@annlee) March 3, 2023\n\nIt rained.";
        let words = "The bridge is closed. / The board said that it would pay.";
        assert_eq!(found(text), [("Ann Lee".to_owned(), words.to_owned())]);
    }

    #[test]
    fn a_statement_in_the_first_person_needs_no_closing_line() {
        let words =
            "I have asked the board to close the bridge until the engineers say it is safe.";
        let text = format!("Ann Lee said in a statement on Friday:\n\n{words}\n\nThe board met.");
        assert_eq!(found(&text), [("Ann Lee".to_owned(), words.to_owned())]);
        let words = "The bridge is closed until the engineers have looked at it.";
        let text = format!("Ann Lee said in a statement on Friday:\n\n> {words}\n\nThe board met.");
        assert_eq!(found(&text), [("Ann Lee".to_owned(), words.to_owned())]);
    }

    #[test]
    fn what_a_page_sets_off_is_said_by_whom_the_lead_in_or_the_closing_line_names() {
        let words = "The bridge is closed until the engineers have looked at it.";
        let speaker_of = |before: &str, behind: &str| {
            let text = format!("{before}\n\n{words}{behind}\n\nIt rained.");
            let start = before.len() + 2;
            let end = start + format!("{words}{behind}").len();
            let mut article = Article::new("post", text);
            article.set_off = vec![Span::new(start, start + words.len())];
            if !behind.is_empty() {
                article
                    .set_off
                    .push(Span::new(start + words.len() + 2, end));
            }
            let found = extract::quotations(&article).quotations;
            let said = found
                .into_iter()
                .find(|one| one.segments == [Span::new(start, start + words.len())]);
            said.map(|one| one.speaker.map_or_else(String::new, |speaker| speaker.name))
        };
        for (before, behind, speaker) in [
            ("Mayor Ann Lee wrote:", "", Some("Ann Lee")),
            (
                "Mayor Ann Lee was asked on Friday. She replied:",
                "",
                Some("Ann Lee"),
            ),
            ("Ann Lee, the mayor, tweeted:", "", Some("Ann Lee")),
            (
                "The mayor thanked the rescuers.",
                "\n\n— Ann Lee (@annlee) March 3, 2023",
                Some("Ann Lee"),
            ),
            ("The mayor thanked the rescuers.", "", None),
            ("This is what happens next:", "", None),
        ] {
            assert_eq!(
                speaker_of(before, behind).as_deref(),
                speaker,
                "{before}{behind}"
            );
        }
    }

    #[test]
    fn what_else_stands_behind_a_colon_is_nobodys_words() {
        for text in [
            "The report lists three bridges:\n\nThe Orme bridge, built in 1901.\n\nThe Linden bridge.\n",
            "Ann Lee said in a statement that three bridges would close:\n\n- Orme bridge\n- Linden bridge\n",
            "This is what we know:\n\nI went to the bridge on Friday and it was closed to all of us.\n",
            "The board published its report on Friday:\n\nThe bridge was built in 1901 and mended twice.\n",
            "Read more:\n\nThe bridge closes — for good, in March 2023.\n",
        ] {
            let article = Article::new("post", text);
            let quotations = extract::quotations(&article).quotations;
            assert!(
                quotations.iter().all(|one| one.segments.is_empty()),
                "{text}"
            );
        }
    }
}
