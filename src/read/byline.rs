//! Who wrote an article, out of a line that may say more:
//!
//! ```text
//! By Lena Ost @lost on 14 May 2024     Lena Ost
//! Par Lena Ost et Per Lind             Lena Ost et Per Lind
//! Lena Ost, Harbour Post | 3:53 p.m.   Lena Ost, Harbour Post
//! 9:39AM BST 05 Oct 2011               nobody
//! ```

use crate::lexicon::behind_by;

/// Words of a line that says who wrote and nothing else.
const LINE_WORDS: usize = 12;

/// The name in `line`, which is known to speak of who wrote.
pub(super) fn name(line: &str) -> Option<String> {
    let line = line.trim();
    let whole = behind_by(line).unwrap_or(line);
    let words = whole.split(' ').take_while(|word| {
        !word.starts_with('@') && !word.contains(|sign: char| sign.is_ascii_digit())
    });
    let name = words.collect::<Vec<_>>().join(" ");
    let name = name.trim_end_matches(|sign: char| !sign.is_alphanumeric() && !".)".contains(sign));
    if name.is_empty() {
        // "24 Stunden" is a name, and a time is none.
        let is_name = !whole.contains(':') && whole.contains(char::is_alphabetic);
        return is_name.then(|| whole.to_owned());
    }
    Some(name.to_owned())
}

/// The name in a line of text that says who wrote: "By Lena Ost" and no sentence.
pub(super) fn of_text(line: &str) -> Option<String> {
    let is_short = line.split(' ').count() <= LINE_WORDS && !line.ends_with('.');
    behind_by(line).filter(|_| is_short)?;
    let name = name(line)?;
    let is_name = |word: &str| word.len() <= 3 || word.starts_with(char::is_uppercase);
    name.split(' ').all(is_name).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_to_the_name() {
        for (line, expected) in [
            ("By Lena Ost", Some("Lena Ost")),
            ("Par Lena Ost et Per Lind", Some("Lena Ost et Per Lind")),
            ("Lena Ost @lost on May 14, 2024 at 9:00a", Some("Lena Ost")),
            (
                "Lena Ost, HARBOUR POST | 3:53 p.m. EST",
                Some("Lena Ost, HARBOUR POST"),
            ),
            ("Per Lind Jr.", Some("Per Lind Jr.")),
            ("24 Stunden", Some("24 Stunden")),
            ("9:39AM BST 05 Oct 2011", None),
            ("", None),
        ] {
            assert_eq!(name(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn a_sentence_is_no_byline() {
        for (line, expected) in [
            ("By Lena Ost and Per Lind", Some("Lena Ost and Per Lind")),
            ("Von Lena Ost, 14. Mai 2024, 8:30 Uhr", Some("Lena Ost")),
            ("By noon nobody was left", None),
            ("By Tuesday.", None),
            ("Lena Ost", None),
        ] {
            assert_eq!(of_text(line).as_deref(), expected, "{line}");
        }
    }
}
