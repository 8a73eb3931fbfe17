//! Who speaks where in a transcript, and what in it is not speech.
//!
//! ```text
//! 00:04:10,500 --> 00:04:14,000          time code: no words, but the time of what follows
//! MAYOR LEE: We will, um, pay            label: whose words follow
//! for it.
//! Q   When?                              label
//! ```
//!
//! A label in capitals at the start of a line counts by itself. One in ordinary letters ("Ann Lee:") is
//! too easily a heading, so it counts where a good part of the lines have one. Everything else in the text
//! is somebody's words until the next label. One pass over the lines.

use super::paragraphs::lines;
use crate::Span;
use crate::lexicon::{Lexicon, class};

/// The layout of a transcript; empty for any other text.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    /// Where the words of each turn begin, with the label before them; ascending.
    turns: Vec<(usize, Span)>,
    /// Time codes; ascending.
    times: Vec<Span>,
    /// What is layout and no speech: labels, time codes, numbers of captions; ascending.
    layout: Vec<Span>,
    /// Whether the lines break where the screen was full.
    pub is_captions: bool,
    /// How many lines hold anything.
    lines: usize,
}

/// Longest label, in bytes and words.
const LABEL: usize = 60;
const LABEL_WORDS: usize = 7;
/// Fewest turns of a conversation.
const FEWEST_TURNS: usize = 3;
/// One turn in so many must ask something, or hold an "I" or "you".
const ADDRESSED: usize = 4;
/// One line in so many must have a label for ordinary letters to count.
const LABELLED: usize = 5;

impl Turns {
    /// Reads the layout of `text[body]`.
    pub(crate) fn of(text: &str, body: Span, lexicon: Option<&Lexicon>) -> Self {
        let mut turns = Self::default();
        let mut weak = Vec::new();
        let mut number: Option<Span> = None;
        let mut count = 0;
        let mut at = body.start;
        let may_hold_times = memchr::memchr(b'>', body.slice(text).as_bytes()).is_some();
        for raw in lines(body.slice(text)) {
            let line = Span::new(at, at + raw.len()).trim(text);
            at += raw.len();
            if line.is_empty() {
                continue;
            }
            count += 1;
            let words = line.slice(text);
            if may_hold_times && let Some((from, _)) = words.split_once("-->") {
                turns.is_captions = true;
                turns.layout.extend(number.take());
                let time = Span::new(line.start, line.start + from.len()).trim(text);
                turns.times.push(time);
                turns.layout.push(line);
                continue;
            }
            number = words.bytes().all(|b| b.is_ascii_digit()).then_some(line);
            if words.starts_with("WEBVTT") && line.start == body.start {
                turns.is_captions = true;
                turns.layout.push(line);
                continue;
            }
            turns.line(text, line, lexicon, &mut weak);
        }
        if weak.len() >= 2 && weak.len() * LABELLED >= count {
            for (start, label) in weak {
                turns.layout.push(Span::new(label.start, start));
                turns.turns.push((start, label));
            }
            turns.turns.sort();
            turns.layout.sort();
        }
        turns.lines = count;
        turns
    }

    /// Whether `text` up to `end` is a conversation rather than an article that has labels in it ("RIVERTON: The
    /// dam", "Photo: Ann Lee", "Lee: 1,204 votes"): a good part of the lines open a turn, speakers take turns, and
    /// they speak to one another.
    pub(crate) fn is_conversation(
        &self,
        text: &str,
        end: usize,
        lexicon: Option<&Lexicon>,
    ) -> bool {
        if self.turns.len() < FEWEST_TURNS || self.turns.len() * LABELLED < self.lines {
            return false;
        }
        let mut labels: Vec<&str> = self.labels().map(|label| label.slice(text)).collect();
        let changes = labels.windows(2).filter(|pair| pair[0] != pair[1]).count();
        labels.sort_unstable();
        labels.dedup();
        let is_addressed = |words: &str| {
            let is_interlocutor = |word: &str| {
                let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
                let bare = bare.split(['\'', '’']).next().unwrap_or_default();
                lexicon.is_some_and(|lexicon| {
                    lexicon.word(&bare.to_lowercase()).classes & class::INTERLOCUTOR != 0
                })
            };
            words.contains(['?', '؟', '？']) || words.split_whitespace().any(is_interlocutor)
        };
        let turns = self.turns(end);
        let addressed = turns.filter(|(_, words)| is_addressed(words.slice(text)));
        labels.len() > 1
            && labels.len() < self.turns.len()
            && changes * 2 >= labels.len()
            && addressed.count() * ADDRESSED >= self.turns.len()
    }

    /// The turns in order: the label, and the place of what follows it up to the next turn or to `end`.
    pub(crate) fn turns(&self, end: usize) -> impl Iterator<Item = (Span, Span)> {
        let next = self.turns.iter().skip(1);
        let ends = next.map(|(start, label)| label.start.min(*start));
        let ends = ends.chain(std::iter::once(end));
        let turns = self.turns.iter().zip(ends);
        turns.map(|((start, label), end)| (*label, Span::new(*start, end.max(*start))))
    }

    /// The parts of `span` that are no layout.
    pub(crate) fn without_layout(&self, span: Span) -> Vec<Span> {
        let first = self
            .layout
            .partition_point(|layout| layout.end <= span.start);
        let mut parts = Vec::new();
        let mut start = span.start;
        for layout in self.layout[first..]
            .iter()
            .take_while(|layout| layout.start < span.end)
        {
            if layout.start > start {
                parts.push(Span::new(start, layout.start));
            }
            start = start.max(layout.end);
        }
        if start < span.end {
            parts.push(Span::new(start, span.end));
        }
        parts
    }

    fn line(
        &mut self,
        text: &str,
        line: Span,
        lexicon: Option<&Lexicon>,
        weak: &mut Vec<(usize, Span)>,
    ) {
        let mut start = line.start;
        if let Some(time) = time_code(&text[start..line.end]) {
            let span = Span::new(start, start + time);
            self.times.push(span);
            self.layout.push(span);
            start = line.end - text[span.end..line.end].trim_start().len();
        }
        let rest = text[start..line.end].trim_start_matches(['*', '_', '>', '-', '–', ' ']);
        start = line.end - rest.len();
        match label(rest, lexicon) {
            Some((name, length, Letters::Capitals)) => {
                let label = Span::new(start + name.start, start + name.end);
                self.layout.push(Span::new(start, start + length));
                self.turns.push((start + length, label));
            }
            Some((name, length, Letters::Ordinary)) => {
                let label = Span::new(start + name.start, start + name.end);
                weak.push((start + length, label));
            }
            None => {}
        }
    }

    /// Whether anything in the text is layout.
    pub(crate) fn has_layout(&self) -> bool {
        !self.layout.is_empty()
    }

    /// Whether the text is a transcript with speakers.
    pub(crate) fn has_speakers(&self) -> bool {
        !self.turns.is_empty()
    }

    /// The label of the turn that holds byte `at`.
    pub(crate) fn speaker(&self, at: usize) -> Option<Span> {
        let before = self.turns.partition_point(|(start, _)| *start <= at);
        before.checked_sub(1).map(|turn| self.turns[turn].1)
    }

    /// All labels.
    pub(crate) fn labels(&self) -> impl Iterator<Item = Span> {
        self.turns.iter().map(|(_, label)| *label)
    }

    /// The last time code before byte `at`.
    pub(crate) fn time(&self, at: usize) -> Option<Span> {
        let before = self.times.partition_point(|time| time.start <= at);
        before.checked_sub(1).map(|time| self.times[time])
    }

    /// Whether byte `at` belongs to the layout.
    pub(crate) fn is_layout(&self, at: usize) -> bool {
        let before = self.layout.partition_point(|span| span.start <= at);
        before > 0 && self.layout[before - 1].end > at
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    Capitals,
    Ordinary,
}

/// Length of a time code ("00:04:10", `[4:10]`, "(00:04:10.500)") at the start of `line`.
fn time_code(line: &str) -> Option<usize> {
    let open = usize::from(line.starts_with(['[', '(']));
    let digits = line[open..]
        .bytes()
        .take_while(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b','))
        .count();
    let code = line[open..open + digits].trim_end_matches(['.', ',', ':']);
    let colons = code.matches(':').count();
    let is_closed = open == 0 || line[open + code.len()..].starts_with([']', ')']);
    let fits = code.starts_with(|c: char| c.is_ascii_digit()) && is_closed;
    (fits && (colons == 2 || open == 1 && colons == 1)).then_some(open * 2 + code.len())
}

/// The name in the label at the start of `line`, the length of the label with its sign, and its letters.
fn label(line: &str, lexicon: Option<&Lexicon>) -> Option<(Span, usize, Letters)> {
    if let Some(rest) = line.strip_prefix("<v ") {
        let end = rest.find('>')?;
        return Some((Span::new(3, 3 + end), end + 4, Letters::Capitals));
    }
    if let Some(rest) = line.strip_prefix(['Q', 'A'])
        && (rest.starts_with("  ") || rest.starts_with(['\t', '.']))
        && rest[1..].starts_with(' ') | rest.starts_with('\t')
    {
        let sign = usize::from(rest.starts_with('.'));
        return Some((Span::new(0, 1), 1 + sign, Letters::Capitals));
    }
    let near = &line.as_bytes()[..line.len().min(LABEL + 1)];
    let colon = memchr::memchr(b':', near)?;
    let name = line[..colon].trim_end_matches(['*', '_', ' ']);
    let bare = name.split(['(', '[']).next().unwrap_or(name).trim();
    let behind = line[colon + 1..].chars().next();
    let is_spaced = behind.is_none_or(|sign| sign.is_whitespace() || sign == '*');
    let letters = || bare.chars().filter(|c| c.is_alphabetic());
    let signs = |c: char| {
        c.is_alphanumeric() || matches!(c, ' ' | '.' | '\'' | '’' | '-' | ',' | '&' | '/' | '#')
    };
    if letters().next().is_none()
        || !is_spaced
        || !bare.chars().all(signs)
        || bare.split_whitespace().count() > LABEL_WORDS
        || is_marker(bare, lexicon)
    {
        return None;
    }
    let mark = line[colon + 1..].len() - line[colon + 1..].trim_start_matches('*').len();
    let found = (Span::new(0, bare.len()), colon + 1 + mark);
    if letters().all(|c| !c.is_lowercase()) && letters().any(char::is_uppercase) {
        return Some((found.0, found.1, Letters::Capitals));
    }
    let opens = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    // A name may be of another language than the text.
    let joins = |word| {
        let known = |lexicon: &Lexicon| lexicon.word(word).classes & JOINING != 0;
        lexicon.is_some_and(known) || Lexicon::of(None).is_some_and(known)
    };
    let mut words = bare.split_whitespace();
    let is_name = words.all(|word| opens(word) || joins(word));
    is_name.then_some((found.0, found.1, Letters::Ordinary))
}

/// Classes of the small words inside a name with an office: "Secretary of the Board", "Minister for Roads and Parks".
const JOINING: u64 = class::PARTICLE | class::CLOSE | class::DEFINITE | class::CONJUNCTION;

/// Whether a label opens an outlet's own voice ("UPDATE:") instead of a turn.
fn is_marker(label: &str, lexicon: Option<&Lexicon>) -> bool {
    let lower = label.to_lowercase().replace('’', "'");
    lexicon.is_some_and(|lexicon| lexicon.markers().iter().any(|marker| marker.text == lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turns(text: &str) -> Turns {
        Turns::of(text, Span::new(0, text.len()), Lexicon::of(None))
    }

    fn speaker<'t>(text: &'t str, words: &str) -> Option<&'t str> {
        let at = text.find(words).unwrap();
        Some(turns(text).speaker(at)?.slice(text))
    }

    #[test]
    fn labels_in_capitals_name_the_speaker_until_the_next() {
        let text =
            "MAYOR LEE: We will pay.\nAll of it.\n\nQ   When?\n\nTHE PRESIDENT (by video): Soon.\n";
        assert_eq!(speaker(text, "All of it"), Some("MAYOR LEE"));
        assert_eq!(speaker(text, "When"), Some("Q"));
        assert_eq!(speaker(text, "Soon"), Some("THE PRESIDENT"));
    }

    #[test]
    fn ordinary_letters_need_company() {
        let text = "Ann Lee: We will pay.\nBo Ortega: When?\nAnn Lee: Soon.\n";
        assert_eq!(speaker(text, "When"), Some("Bo Ortega"));
        let article = format!(
            "What Next: nobody knows.\n{}",
            "The water rose.\n".repeat(9)
        );
        assert_eq!(speaker(&article, "nobody"), None);
        assert_eq!(
            speaker("Correction: it was 30.\nUPDATE: it was 31.\n", "31"),
            None
        );
    }

    #[test]
    fn captions_have_times_and_no_numbers_among_the_words() {
        let text = "1\n00:00:01,000 --> 00:00:04,000\n<v Ann Lee>We will\n\n2\n00:00:04,000 --> 00:00:06,000\npay for it.\n";
        let turns = turns(text);
        let at = text.find("pay").unwrap();
        assert_eq!(
            turns.time(at).map(|time| time.slice(text)),
            Some("00:00:04,000")
        );
        assert_eq!(
            turns.speaker(at).map(|label| label.slice(text)),
            Some("Ann Lee")
        );
        let spoken: String = text
            .char_indices()
            .filter(|(at, _)| !turns.is_layout(*at))
            .map(|(_, sign)| sign)
            .collect();
        assert_eq!(
            spoken.split_whitespace().collect::<Vec<_>>().join(" "),
            "We will pay for it."
        );
    }

    #[test]
    fn times_stand_before_labels() {
        let text = "[00:04:10] LEE: Soon.\n";
        assert_eq!(speaker(text, "Soon"), Some("LEE"));
        assert_eq!(
            turns(text).time(12).map(|time| time.slice(text)),
            Some("[00:04:10]")
        );
    }
}
