//! Where the words of a passage begin.

/// `passage` from its first word on, for a place that puts its own quotation marks around it: the marks and
/// the punctuation that an outlet has before the word are cut, and the mark that closes them.
///
/// ```text
/// “I think so,” said the mayor    ──▶  I think so,” said the mayor
/// , Republicans have failed       ──▶  Republicans have failed
/// ```
pub(crate) fn from_first_word(passage: &str) -> &str {
    let is_before = |sign: char| sign.is_whitespace() || is_mark(sign) || ",;:.".contains(sign);
    let words = passage.trim_start_matches(is_before);
    let before = &passage[..passage.len() - words.len()];
    // "'70s" and ".5" begin with their sign.
    let is_part =
        |sign: char| "'’.".contains(sign) && words.starts_with(|c: char| c.is_ascii_digit());
    let own = before.chars().next_back().filter(|sign| is_part(*sign));
    let start = before.len() - own.map_or(0, char::len_utf8);
    let words = &passage[start..];
    match before[..start].contains(is_mark) {
        true => words.strip_suffix(is_mark).unwrap_or(words),
        false => words,
    }
}

fn is_mark(sign: char) -> bool {
    "\"'“”„‟«»‹›‘’‚‛「」『』`".contains(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_behind_the_marks_of_the_outlet() {
        let cases = [
            (
                "“I think so,” said the mayor",
                "I think so,” said the mayor",
            ),
            (
                "\"In accordance with our rules",
                "In accordance with our rules",
            ),
            (", Republicans ''have failed", "Republicans ''have failed"),
            ("“a very good night”", "a very good night"),
            ("«Le pont»", "Le pont"),
            ("'70s music", "'70s music"),
            ("“’70s music”", "’70s music"),
            ("$30 (about half)", "$30 (about half)"),
            ("", ""),
            ("“”", ""),
        ];
        for (passage, words) in cases {
            assert_eq!(from_first_word(passage), words);
        }
    }
}
