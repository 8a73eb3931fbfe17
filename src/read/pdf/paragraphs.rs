//! Lines to paragraphs: a word that a hyphen breaks at the end of a line is joined, and a paragraph that
//! breaks off at the end of a column or a page goes on in the next.

use super::hyphens::BREAK;

/// A hyphen that shows where a line ends only.
const SOFT_HYPHEN: char = '\u{ad}';

/// Letters that are cast in one, as other outlets write them.
const LIGATURES: &[(char, &str)] = &[
    ('\u{fb00}', "ff"),
    ('\u{fb01}', "fi"),
    ('\u{fb02}', "fl"),
    ('\u{fb03}', "ffi"),
    ('\u{fb04}', "ffl"),
    ('\u{fb05}', "st"),
    ('\u{fb06}', "st"),
];

/// Paragraphs in the order in which they are read.
#[derive(Debug, Default)]
pub(super) struct Paragraphs(Vec<String>);

impl Paragraphs {
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// A paragraph of its own.
    pub(super) fn add(&mut self, paragraph: String) {
        if !paragraph.is_empty() {
            self.0.push(paragraph);
        }
    }

    /// The paragraph in `lines`, or the rest of the one before.
    pub(super) fn go_on(&mut self, lines: &[String]) {
        let paragraph = joined(lines);
        match self.0.last_mut() {
            Some(before) if breaks_off(before, &paragraph) => append(before, &paragraph),
            _ => self.add(paragraph),
        }
    }

    pub(super) fn into_text(self) -> String {
        self.0.join("\n\n")
    }
}

/// `lines` as one; [`BREAK`] stands where a hyphen may have to stay.
pub(super) fn joined(lines: &[String]) -> String {
    let mut whole = String::new();
    for line in lines {
        append(&mut whole, line);
    }
    whole
}

/// Puts a line behind those before.
fn append(whole: &mut String, line: &str) {
    let mut words = line.split_whitespace();
    let Some(first) = words.next() else {
        return;
    };
    if whole.ends_with(SOFT_HYPHEN) {
        whole.pop();
    } else if ends_in_hyphen(whole) && goes_on(first) {
        whole.pop();
        whole.push(BREAK);
    } else if !whole.is_empty() && !ends_in_compound(whole) {
        whole.push(' ');
    }
    whole.push_str(&inside(first));
    for word in words {
        whole.push(' ');
        whole.push_str(&inside(word));
    }
}

/// `word` without the places where it might have been broken, letters that are cast in one apart.
fn inside(word: &str) -> String {
    let mut inside = String::with_capacity(word.len());
    for (at, sign) in word.char_indices() {
        let is_last = at + sign.len_utf8() == word.len();
        match LIGATURES.iter().find(|(one, _)| *one == sign) {
            Some((_, letters)) => inside.push_str(letters),
            None if sign == SOFT_HYPHEN && !is_last => {}
            None => inside.push(sign),
        }
    }
    inside
}

/// Whether a word is broken at the end of `text`: "investi-", and neither "Franco-" nor " -".
fn ends_in_hyphen(text: &str) -> bool {
    let Some(word) = text.strip_suffix(['-', '‐']) else {
        return false;
    };
    let last = word.rsplit([' ', '-']).next().unwrap_or(word);
    last.chars().count() >= 2 && last.ends_with(char::is_lowercase)
}

/// Whether a hyphen that stays ends `text`, and no dash: "Franco-".
fn ends_in_compound(text: &str) -> bool {
    text.ends_with(['-', '‐']) && !text.ends_with(" -")
}

fn goes_on(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

/// Whether `next` is the rest of the sentence that ends `before`.
fn breaks_off(before: &str, next: &str) -> bool {
    let ends = before.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']']);
    !ends.ends_with(['.', '!', '?', '…', ':']) && goes_on(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_and_broken_words_mended() {
        for (lines, expected) in [
            (
                &["an investi-", "gation of it"] as &[&str],
                "an investigation of it",
            ),
            (&["the Franco-", "German line"], "the Franco-German line"),
            (
                &["a cof\u{ad}fee and a rob\u{ad}", "bery"],
                "a coffee and a robbery",
            ),
            (
                &["nobody -", "not one -", "came"],
                "nobody - not one - came",
            ),
            (&["  two  words ", "", "more"], "two words more"),
            (&["an X-", "ray"], "an X-ray"),
            (&["the oﬃcer ﬁled it"], "the officer filed it"),
        ] {
            let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            assert_eq!(joined(&lines).replace(BREAK, ""), expected);
        }
    }

    #[test]
    fn a_paragraph_goes_on_in_the_next_column() {
        for (next, expected) in [
            ("and sat down.", "“We had boats” and sat down."),
            ("Nobody came.", "“We had boats”\n\nNobody came."),
        ] {
            let mut text = Paragraphs::default();
            text.go_on(&["“We had boats”".to_owned()]);
            text.go_on(&[next.to_owned()]);
            assert_eq!(text.into_text(), expected);
        }
        let mut text = Paragraphs::default();
        text.go_on(&["He said no.".to_owned()]);
        text.go_on(&["iPhones were sold.".to_owned()]);
        assert_eq!(text.count(), 2);
    }
}
