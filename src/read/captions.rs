//! Captions of a broadcast: SRT and `WebVTT`.
//!
//! ```text
//! 12
//! 00:00:41,200 --> 00:00:43,900            no words
//! >> MAYOR LEE: The bridge                 ">>": another speaker; a label: which
//! is <i>safe</i>.                          the line breaks where the screen was full
//!
//! <v Ann Lee>Nobody was hurt.              the same in WebVTT
//! ```
//!
//! The words of one speaker become a paragraph with the label before it, as in a transcript. A paragraph
//! ends with the turn, or with a sentence when it has grown long.

use super::draft::{Draft, one_line};
use crate::error::ReadProblem;

/// A paragraph of one speaker ends with a sentence once it is that long, in bytes.
const LONG: usize = 700;

/// The article that `text` is.
pub(super) fn article(text: &str) -> Result<Draft, ReadProblem> {
    let mut transcript = Transcript::default();
    let mut draft = Draft::default();
    let mut blocks = blocks(text).into_iter().peekable();
    if let Some(first) = blocks.peek()
        && let Some(head) = first[0].strip_prefix("WEBVTT")
    {
        draft.title = one_line(head.trim_start_matches([' ', '-', '\t']));
        for line in &first[1..] {
            if let Some(language) = line.strip_prefix("Language:") {
                draft.language = one_line(language);
            }
        }
        if !first.iter().any(|line| is_time(line)) {
            blocks.next();
        }
    }
    for block in blocks {
        // Notes, styles and regions have no time.
        let Some(time) = block.iter().position(|line| is_time(line)) else {
            continue;
        };
        for line in &block[time + 1..] {
            transcript.line(line);
        }
    }
    draft.text = transcript.finish();
    if draft.text.is_empty() {
        return Err(ReadProblem::NoText("a file of captions"));
    }
    Ok(draft)
}

/// Whether `text`, which is not blank, opens as captions do.
pub(super) fn is_start(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let Some(first) = lines.next() else {
        return false;
    };
    let is_number = !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit());
    first == "WEBVTT"
        || first.starts_with("WEBVTT ")
        || first.starts_with("WEBVTT\t")
        || is_time(first)
        || is_number && lines.next().is_some_and(is_time)
}

fn is_time(line: &str) -> bool {
    let Some((from, to)) = line.split_once("-->") else {
        return false;
    };
    let is_clock = |text: &str| {
        let text = text.trim();
        let text = text.split(' ').next().unwrap_or(text);
        text.contains(':')
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b',' | b'.'))
    };
    is_clock(from) && is_clock(to)
}

/// The lines between blank lines.
fn blocks(text: &str) -> Vec<Vec<&str>> {
    let mut blocks = Vec::new();
    let mut block: Vec<&str> = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            if !block.is_empty() {
                blocks.push(std::mem::take(&mut block));
            }
        } else {
            block.push(line.trim());
        }
    }
    if !block.is_empty() {
        blocks.push(block);
    }
    blocks
}

#[derive(Default)]
struct Transcript {
    paragraphs: Vec<String>,
    paragraph: String,
    speaker: String,
    last: String,
}

impl Transcript {
    fn line(&mut self, line: &str) {
        let (voice, words) = spoken(line);
        // Captions that roll up show a line again with the next one.
        if words.is_empty() || words == self.last {
            return;
        }
        self.last.clone_from(&words);
        let is_turn = words.starts_with(">>") || words.starts_with("- ") || is_labelled(&words);
        let words = words.trim_start_matches(['>', '-', ' ']);
        match voice {
            Some(name) if name != self.speaker => {
                self.end();
                self.paragraph = format!("{name}: {words}");
                self.speaker = name;
                return;
            }
            Some(_) => {}
            None if is_turn => {
                self.end();
                self.speaker.clear();
            }
            None => {}
        }
        if self.paragraph.len() > LONG && self.paragraph.ends_with(['.', '?', '!', '”', '"']) {
            self.end();
        }
        if !self.paragraph.is_empty() {
            self.paragraph.push(' ');
        }
        self.paragraph.push_str(words);
    }

    fn end(&mut self) {
        if !self.paragraph.is_empty() {
            self.paragraphs.push(std::mem::take(&mut self.paragraph));
        }
    }

    fn finish(mut self) -> String {
        self.end();
        self.paragraphs.join("\n\n")
    }
}

/// Whether a label in capitals opens the line: "MAYOR LEE:".
fn is_labelled(words: &str) -> bool {
    words.split_once(':').is_some_and(|(label, rest)| {
        label.len() <= 60
            && (rest.is_empty() || rest.starts_with(' '))
            && label.chars().any(char::is_alphabetic)
            && !label.chars().any(char::is_lowercase)
    })
}

/// The words of a line without its tags, and the voice that a tag names.
fn spoken(line: &str) -> (Option<String>, String) {
    let mut words = String::new();
    let mut voice = None;
    let mut rest = line;
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        let Some((tag, behind)) = tag.split_once('>') else {
            words.push('<');
            rest = tag;
            continue;
        };
        let is_tag = tag.starts_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '/');
        if let Some(name) = tag
            .strip_prefix("v")
            .filter(|name| name.starts_with([' ', '.']))
        {
            voice = name.split_once(' ').and_then(|(_, name)| one_line(name));
        } else if !is_tag {
            words.push('<');
            words.push_str(tag);
            words.push('>');
        }
        rest = behind;
    }
    words.push_str(rest);
    let words = words
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&lrm;", "")
        .replace("&rlm;", "")
        .replace("&amp;", "&");
    // "{\an8}" places a line at the top of the screen.
    let words = match words
        .strip_prefix("{\\")
        .and_then(|tag| tag.split_once('}'))
    {
        Some((_, words)) => words.to_owned(),
        None => words,
    };
    (voice, one_line(&words).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_of_srt_become_paragraphs() {
        let text = "1\r\n00:00:41,200 --> 00:00:43,900\r\n>> MAYOR LEE: The bridge\r\nis <i>safe</i>.\r\n\r\n\
            2\r\n00:00:44,000 --> 00:00:45,000\r\n{\\an8}Nobody was hurt.\r\n\r\n3\r\n00:00:45,100 --> 00:00:46,000\r\n\
            >> When?\r\n\r\n4\r\n00:00:47,000 --> 00:00:48,000\r\nREPORTER: At 9:15 p.m.\r\n";
        assert!(is_start(text));
        assert_eq!(
            article(text).unwrap().text,
            "MAYOR LEE: The bridge is safe. Nobody was hurt.\n\nWhen?\n\nREPORTER: At 9:15 p.m."
        );
    }

    #[test]
    fn voices_of_webvtt_become_labels() {
        let text = "WEBVTT - Ferry aground\nLanguage: en\n\nNOTE written by hand\n\nSTYLE\n::cue { color: red }\n\n\
            intro\n00:41.200 --> 00:43.900 align:start\n<v.loud Ann Lee>The bridge\n<v Ann Lee>is safe &amp; dry.\n\n\
            00:44.000 --> 00:45.000\n<v Per Lind>When?</v>\n";
        assert!(is_start(text));
        let draft = article(text).unwrap();
        assert_eq!(draft.title.as_deref(), Some("Ferry aground"));
        assert_eq!(draft.language.as_deref(), Some("en"));
        assert_eq!(
            draft.text,
            "Ann Lee: The bridge is safe & dry.\n\nPer Lind: When?"
        );
    }

    #[test]
    fn lines_that_roll_up_stand_once() {
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\nThe bridge\n\n00:02.000 --> 00:03.000\nThe bridge\nis safe.\n";
        assert_eq!(article(text).unwrap().text, "The bridge is safe.");
    }

    #[test]
    fn numbers_and_arrows_are_no_captions() {
        for text in [
            "12\nThe bridge is safe.",
            "2026",
            "The bridge --> the road",
            "10:15 --> the bridge opens",
            "WEBVTTX",
        ] {
            assert!(!is_start(text), "{text}");
        }
        assert!(article("WEBVTT\n\nNOTE nothing\n").is_err());
    }
}
