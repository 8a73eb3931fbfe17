//! Single quotation marks: where they stand, and whether they open or close.
//!
//! ```text
//! "We lost," he said, "so what?"      straight marks tell by what stands beside them
//! “We lost,“ he said                  a curly one may be set the wrong way round
//! the 6'2" guard                      and this is none
//! ```

use std::iter::Peekable;

use memchr::Memchr3;

use crate::Span;

/// The families of marks; a mark of another family inside an open string is a quotation inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// `"`, `''` and ` `` `.
    Straight,
    /// “…”, and what stands in for them.
    Curly,
    /// „…“ and „…”.
    Low,
    /// «…» or »…«; the mark that opened is kept.
    Guillemet(char),
    /// 「…」 and 『…』.
    Corner(char),
}

/// One mark with its surroundings.
pub(super) struct Mark {
    pub at: Span,
    sign: char,
    pub before: char,
    after: char,
}

impl Mark {
    /// The family that this mark opens, if it can open here.
    pub(super) fn opens(&self) -> Option<Family> {
        match self.sign {
            // An attribute of a tag that was left in the text: date="1 May".
            '"' => (!self.after.is_whitespace()
                && !self.before.is_alphanumeric()
                && self.before != '=')
                .then_some(Family::Straight),
            '“' | '‟' => Some(Family::Curly),
            '„' => Some(Family::Low),
            '«' => Some(Family::Guillemet('«')),
            '»' if self.stands_after_blank() && self.after.is_alphanumeric() => {
                Some(Family::Guillemet('»'))
            }
            '「' | '『' => Some(Family::Corner(self.sign)),
            _ => None,
        }
    }

    /// Whether this mark can close a string of its own style.
    pub(super) fn may_close(&self) -> bool {
        match self.sign {
            '"' => {
                self.after.is_whitespace()
                    || !(self.before.is_whitespace() || matches!(self.before, '(' | '['))
            }
            '”' | '»' | '」' | '』' => true,
            // An opening mark set by mistake where one closes.
            '“' | '‟' => !self.before.is_whitespace() && !self.after.is_alphanumeric(),
            _ => false,
        }
    }

    /// Whether this mark closes a string of `family`, inside which `depth` marks of another style are open.
    pub(super) fn closes(&self, family: Family, depth: usize) -> bool {
        match family {
            Family::Straight => {
                self.sign == '"' && self.may_close() || self.is_wrong_way() && depth == 0
            }
            Family::Curly => matches!(self.sign, '”' | '“' | '‟') && self.may_close(),
            Family::Low => {
                self.sign == '”' || self.sign == '“' && !self.before.is_whitespace() && depth == 0
            }
            Family::Guillemet('«') => self.sign == '»',
            Family::Guillemet(_) => self.sign == '«',
            Family::Corner('「') => self.sign == '」',
            Family::Corner(_) => self.sign == '』',
        }
    }

    /// Whether this mark opens a string of the same style inside another, as the two marks that close both at once
    /// tell: “He asked, “Why now?””
    pub(super) fn is_doubled(&self, text: &str, paragraph: Span) -> bool {
        let rest = &text[self.at.end..paragraph.end];
        let inside = rest.find(['“', '”']).map(|at| &rest[at..]);
        self.sign == '“' && inside.is_some_and(|rest| rest.starts_with("””"))
    }

    /// A curly opening mark at the end of a word.
    fn is_wrong_way(&self) -> bool {
        matches!(self.sign, '“' | '‟') && self.may_close()
    }

    /// Whether this mark is of another family than `other`.
    pub(super) fn is_foreign_to(&self, other: Family) -> bool {
        let family = match self.sign {
            '"' => 0,
            '“' | '”' | '‟' => 1,
            '„' => 2,
            '«' | '»' => 3,
            _ => 4,
        };
        let outer = match other {
            Family::Straight => 0,
            Family::Curly => 1,
            // The closing marks of low-high quotations are curly ones.
            Family::Low => return self.sign == '"' || family > 2,
            Family::Guillemet(_) => 3,
            Family::Corner(_) => 4,
        };
        family != outer
    }

    /// Whether what stands before is white space or an opening bracket or single mark.
    pub(super) fn stands_after_blank(&self) -> bool {
        self.before.is_whitespace() || matches!(self.before, '(' | '[' | '‘' | '\'')
    }

    /// Whether this mark, the first of its paragraph, closes a string left open in the one before.
    pub(super) fn closes_what_was_carried(&self) -> bool {
        self.may_close()
            && (matches!(self.sign, '”' | '»' | '」' | '』')
                || matches!(self.before, '.' | ',' | '!' | '?')
                || self.opens().is_none())
    }
}

/// Where the bytes stand with which a mark can begin: `"`, `'`, `` ` ``, and the first bytes of U+201C.., U+00AB..,
/// U+300C...
struct Beginnings<'a> {
    usual: Peekable<Memchr3<'a>>,
    rare: Peekable<Memchr3<'a>>,
}

impl<'a> Beginnings<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            usual: memchr::memchr3_iter(b'"', b'\'', 0xE2, bytes).peekable(),
            rare: memchr::memchr3_iter(b'`', 0xC2, 0xE3, bytes).peekable(),
        }
    }
}

impl Iterator for Beginnings<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let is_rare = match (self.usual.peek(), self.rare.peek()) {
            (Some(usual), Some(rare)) => rare < usual,
            (usual, _) => usual.is_none(),
        };
        if is_rare {
            self.rare.next()
        } else {
            self.usual.next()
        }
    }
}

/// The marks of one paragraph, in order.
pub(super) struct Marks<'a> {
    text: &'a str,
    paragraph: Span,
    /// Counted from the start of the paragraph.
    beginnings: Beginnings<'a>,
    /// Behind the last mark.
    at: usize,
}

impl<'a> Marks<'a> {
    pub(super) fn new(text: &'a str, paragraph: Span) -> Self {
        Self {
            text,
            paragraph,
            beginnings: Beginnings::new(paragraph.slice(text).as_bytes()),
            at: paragraph.start,
        }
    }

    /// The sign and the length in bytes of the mark at byte `at`, if one stands there. Two apostrophes
    /// and two grave accents count as one straight mark.
    fn mark_at(&self, at: usize) -> Option<(char, usize)> {
        let rest = &self.text[at..self.paragraph.end];
        let sign = rest.chars().next()?;
        match sign {
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' => {
                Some((sign, sign.len_utf8()))
            }
            '\'' if rest.starts_with("''") && !self.closes_inner(at) => Some(('"', 2)),
            '`' if rest.starts_with("``") => Some(('"', 2)),
            _ => None,
        }
    }

    /// ''They said, 'Go.│''': whether the first of three apostrophes closes a quotation inside the string.
    fn closes_inner(&self, at: usize) -> bool {
        let before = self.text[self.paragraph.start..at].chars().next_back();
        let is_closing = before.is_some_and(|sign| !sign.is_whitespace() && sign != '\'');
        let mut apostrophes = self.text[at..self.paragraph.end].chars();
        let count = apostrophes
            .by_ref()
            .take_while(|sign| *sign == '\'')
            .count();
        is_closing && count == 3
    }
}

impl Iterator for Marks<'_> {
    type Item = Mark;

    fn next(&mut self) -> Option<Mark> {
        while let Some(beginning) = self.beginnings.next() {
            let at = self.paragraph.start + beginning;
            if at < self.at {
                continue; // the second of two apostrophes
            }
            let Some((sign, length)) = self.mark_at(at) else {
                continue;
            };
            self.at = at + length;
            let before = self.text[self.paragraph.start..at]
                .chars()
                .next_back()
                .unwrap_or(' ');
            let after = self.text[self.at..self.paragraph.end]
                .chars()
                .next()
                .unwrap_or(' ');
            return Some(Mark {
                at: Span::new(at, at + length),
                sign,
                before,
                after,
            });
        }
        None
    }
}
