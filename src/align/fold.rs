//! Text to words that can be compared: case, quotation marks, dashes and apostrophes dropped, digits kept.
//!
//! ```text
//! “[W]e won’t—ever—spend $1,300 … on a co-pay [sic],”
//!   we wont   ever spend  1300  ⋯  on a co pay (sic)
//! ```
//!
//! One walk over the characters; every word keeps its place, so that whatever is found among the words
//! can be shown in the text. Words in brackets are marked, marks of omission are noted beside the words.

use crate::Span;

/// One word of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its number in the vocabulary.
    pub id: u32,
    /// Where it stands, from its first letter to its last.
    pub span: Span,
    /// Whether it stands in brackets.
    pub bracket: Bracket,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether a sentence or a part of one marked by an omission ends behind it.
    pub ends: bool,
}

/// The brackets around a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bracket {
    /// None.
    Open,
    /// Round ones, which can belong to the words themselves.
    Round,
    /// Square ones, which are an editor's.
    Square,
}

/// A word as it is found: where, and what it folds to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RawWord<'b> {
    /// In lower case, without the signs inside it that do not count; valid until the next word is read.
    pub folded: &'b str,
    /// Where it stands in the text.
    pub span: Span,
    /// Whether it stands in brackets.
    pub bracket: Bracket,
    /// Whether it begins with a capital.
    pub capital: bool,
}

/// A sign between the words that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A mark of omission.
    Ellipsis(Span),
    /// The end of a sentence.
    Stop,
}

/// The longest remark in brackets, in bytes; an opening bracket without its partner opens nothing.
const MAX_REMARK: usize = 200;

/// Folds the part `within` of `text`: calls `word` for each word and `mark` for each sign that matters, in order.
/// Places are bytes of the whole text.
pub(crate) fn fold(
    text: &str,
    within: Span,
    word: &mut dyn FnMut(RawWord),
    mark: &mut dyn FnMut(Mark),
) {
    let mut folder = Folder {
        text: &text[..within.end],
        at: within.start,
        folded: String::new(),
        bracket: Bracket::Open,
        bracket_end: 0,
    };
    while let Some(first) = folder.rest().chars().next() {
        if first == ' ' {
            folder.at += 1;
            continue;
        }
        if folder.at >= folder.bracket_end {
            folder.bracket = Bracket::Open;
        }
        if let Some(length) = ellipsis_length(folder.rest()) {
            mark(Mark::Ellipsis(Span::new(folder.at, folder.at + length)));
            folder.at += length;
        } else if folder.begins_word(first) {
            let span = folder.word();
            word(RawWord {
                folded: &folder.folded,
                span,
                bracket: folder.bracket,
                capital: span
                    .slice(text)
                    .chars()
                    .find(|c| c.is_alphanumeric())
                    .is_some_and(char::is_uppercase),
            });
        } else {
            if matches!(first, '.' | '?' | '!' | '。' | '？' | '！') {
                mark(Mark::Stop);
            }
            folder.open_bracket(first);
            folder.at += first.len_utf8();
        }
    }
}

struct Folder<'a> {
    /// The text up to the end of what is folded.
    text: &'a str,
    at: usize,
    folded: String,
    bracket: Bracket,
    bracket_end: usize,
}

impl<'a> Folder<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn begins_word(&self, first: char) -> bool {
        first.is_alphanumeric()
            || matches!(first, '&' | '%')
            || first == '*' && self.rest()[1..].starts_with(is_mask_part)
            || first == '[' && patch_length(self.rest()).is_some_and(|(_, joined)| joined)
    }

    /// Reads the word that begins here into `folded`, moves behind it and gives its place.
    fn word(&mut self) -> Span {
        let start = self.at;
        self.folded.clear();
        let plain = plain_length(self.rest());
        if plain > 0 {
            self.folded.push_str(&self.rest()[..plain]);
            self.folded.make_ascii_lowercase();
            self.at += plain;
            return Span::new(start, self.at);
        }
        let mut end = start;
        while let Some(sign) = self.rest().chars().next() {
            let before = &self.text[start..self.at];
            if is_ideograph(sign) {
                if start == self.at {
                    self.folded.push(sign);
                    self.at += sign.len_utf8();
                    end = self.at;
                }
                break;
            }
            if sign.is_alphanumeric() {
                self.folded.extend(sign.to_lowercase());
                self.at += sign.len_utf8();
                end = self.at;
                continue;
            }
            let skipped = self.inner_sign(sign, before);
            if skipped == 0 {
                break;
            }
            self.at += skipped;
            if self.text[..self.at].ends_with([']', '*', '&', '%', '-', '_']) {
                end = self.at;
            }
            if matches!(sign, '&' | '%') {
                break;
            }
        }
        self.at = self.at.max(end);
        Span::new(start, end)
    }

    /// How many bytes of a sign, which stands behind `before`, belong to the word; what they fold to is
    /// added to it.
    fn inner_sign(&mut self, sign: char, before: &str) -> usize {
        let behind = &self.rest()[sign.len_utf8()..];
        let next = behind.chars().next().unwrap_or(' ');
        match sign {
            '&' if before.is_empty() => {
                self.folded.push('&');
                1
            }
            // One word for the sign in every language: outlets in two of them are compared.
            '%' if before.is_empty() => {
                self.folded.push_str("percent");
                1
            }
            '\u{ad}' | '\u{200b}' | '\u{200d}' => sign.len_utf8(),
            '\'' | '’' | '‘' | 'ʼ' | '`' if next.is_alphanumeric() && !before.is_empty() => {
                sign.len_utf8()
            }
            '.' if next.is_alphabetic() && ends_in_initial(before) => 1,
            '.' if next.is_ascii_digit() && before.ends_with(|c: char| c.is_ascii_digit()) => {
                self.folded.push('.');
                1
            }
            ',' if next.is_ascii_digit() && before.ends_with(|c: char| c.is_ascii_digit()) => 1,
            '[' => match patch_length(self.rest()) {
                Some((length, joined)) if joined || !before.is_empty() => {
                    let patch = &self.rest()[1..length - 1];
                    self.folded
                        .extend(patch.chars().flat_map(char::to_lowercase));
                    length
                }
                _ => 0,
            },
            _ => {
                let length = mask_length(self.rest(), before);
                if length > 0 {
                    self.folded.push('*');
                }
                length
            }
        }
    }

    fn open_bracket(&mut self, sign: char) {
        let (close, bracket) = match sign {
            '[' => (']', Bracket::Square),
            '(' => (')', Bracket::Round),
            _ => return,
        };
        if self.bracket != Bracket::Open {
            return;
        }
        let rest = self.rest();
        let line = rest.find('\n').unwrap_or(rest.len());
        if let Some(end) = rest[..line].find(close).filter(|end| *end <= MAX_REMARK) {
            self.bracket = bracket;
            self.bracket_end = self.at + end;
        }
    }
}

/// Length in bytes of the letters and digits at the start of `text`, where no sign behind them can belong to the
/// word; 0 where that takes a closer look.
fn plain_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_sign = |byte: &u8| !byte.is_ascii_alphanumeric();
    let length = bytes.iter().position(is_sign).unwrap_or(bytes.len());
    let behind = bytes.get(length + 1).copied().unwrap_or(b' ');
    let is_plain = match bytes.get(length) {
        None | Some(b' ' | b'\n' | b'"' | b'?' | b'!' | b':' | b';' | b')') => true,
        Some(b'.' | b',') => behind.is_ascii() && !behind.is_ascii_alphanumeric(),
        Some(_) => false,
    };
    if is_plain { length } else { 0 }
}

/// Length of the mark of omission at the start of `text`: "…", "...", ". . .", also in brackets.
fn ellipsis_length(text: &str) -> Option<usize> {
    let (open, close) = match text.as_bytes().first()? {
        b'[' => (1, Some(']')),
        b'(' => (1, Some(')')),
        b'.' | 0xE2 => (0, None),
        _ => return None,
    };
    let mut dots = 0;
    let mut length = open;
    for sign in text[open..].chars() {
        match sign {
            '.' => dots += 1,
            '…' => dots += 3,
            ' ' | '\u{a0}' if dots > 0 => {}
            _ => break,
        }
        length += sign.len_utf8();
    }
    let inner = text[..length].trim_end().len();
    match close {
        _ if dots < 3 => None,
        Some(close) if text[length..].starts_with(close) => Some(length + 1),
        Some(_) => None,
        None => Some(inner),
    }
}

/// Length of letters in square brackets (`[W]e`, `speak[ing]`) and whether a letter follows.
fn patch_length(text: &str) -> Option<(usize, bool)> {
    let inner = text.strip_prefix('[')?;
    let end = inner.find(']')?;
    let letters = inner[..end].chars().count();
    let fits = (1..=4).contains(&letters) && inner[..end].chars().all(char::is_alphabetic);
    let joined = inner[end + 1..].starts_with(char::is_alphabetic);
    fits.then_some((end + 2, joined))
}

/// Length of the run of signs that stands for letters of an expletive ("f***ing", "s---"), which follows
/// `before`; 0 when the signs are a hyphen or a dash.
fn mask_length(text: &str, before: &str) -> usize {
    let run = |sign: char| text.chars().take_while(|c| *c == sign).count();
    let letters = before.chars().filter(|c| c.is_alphabetic()).count();
    let (stars, hyphens) = (run('*').max(run('_')), run('-'));
    let behind = text[hyphens..].chars().next().unwrap_or(' ');
    let masks = match hyphens {
        0 => 0,
        1 => 0,
        2 if letters == 1 && behind.is_alphabetic() => 2,
        2 => 0,
        _ if letters > 0 && before.chars().all(char::is_alphabetic) => hyphens,
        _ => 0,
    };
    masks.max(stars)
}

fn is_mask_part(sign: char) -> bool {
    sign == '*' || sign.is_alphabetic()
}

/// Whether the last part of `word` is a single letter, as in "U" and "U.S".
fn ends_in_initial(word: &str) -> bool {
    let last = word.rsplit('.').next().unwrap_or(word);
    let mut chars = last.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Signs of scripts that write no blanks between words; each counts as a word.
fn is_ideograph(sign: char) -> bool {
    matches!(sign, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let words = std::cell::RefCell::new(Vec::new());
        fold(
            text,
            Span::new(0, text.len()),
            &mut |word| {
                let form = match word.bracket {
                    Bracket::Open => word.folded.to_owned(),
                    Bracket::Round => format!("({})", word.folded),
                    Bracket::Square => format!("[{}]", word.folded),
                };
                words.borrow_mut().push(form);
            },
            &mut |mark| {
                if mark != Mark::Stop {
                    words.borrow_mut().push("⋯".to_owned());
                }
            },
        );
        words.into_inner().join(" ")
    }

    #[test]
    fn case_quotes_dashes_and_apostrophes_fold_away() {
        assert_eq!(
            folded("“[W]e won’t—ever—spend $1,300.50 … on a co-pay [sic],” the F.B.I. said."),
            "we wont ever spend 1300.50 ⋯ on a co pay [sic] the fbi said"
        );
        assert_eq!(
            folded("It’s O.K. -- rock & roll, 47%"),
            "its ok rock & roll 47 percent"
        );
    }

    #[test]
    fn marks_of_omission_are_no_words() {
        assert_eq!(
            folded("We . . . will [...] not (…) go...."),
            "we ⋯ will ⋯ not ⋯ go ⋯"
        );
    }

    #[test]
    fn brackets_mark_their_words() {
        assert_eq!(
            folded("the [local police] and (as I said) the mayor[s] (open"),
            "the [local] [police] and (as) (i) (said) the mayors open"
        );
    }

    #[test]
    fn masked_letters_stay_inside_the_word() {
        assert_eq!(
            folded("that f-----g wall, you s---! sh*t happens"),
            "that f*g wall you s* sh*t happens"
        );
        assert_eq!(folded("over--and over - twice"), "over and over twice");
    }

    #[test]
    fn signs_without_blanks_are_words() {
        assert_eq!(folded("他说不会"), "他 说 不 会");
    }
}
