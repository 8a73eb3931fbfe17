//! Whether two outlets credit the same person or body.
//!
//! "Ann Lee" and "Mayor Lee" are one, so are "J. Lee" and "James Lee", "the transport committee's
//! Liberals" and "Liberal members of the transport committee", "FDA" and "Food and Drug Administration".
//! A description ("a spokesman") may be anybody: it neither agrees nor differs.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::Span;
use crate::lexicon::{Gender, Lexicon, class};

/// Whether two credits name the same person or body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Agreement {
    /// Two different persons or bodies are named.
    Different,
    /// It cannot be told: nobody is credited, or only described.
    Open,
    /// The same.
    Same,
}

/// A speaker's name in the words that count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Name {
    /// In lower case without titles, articles, suffixes and full stops.
    words: Vec<String>,
    /// Whether it is a name and no description.
    is_name: bool,
    gender: Gender,
    /// What a title before the name tells.
    title: Gender,
    /// Whether one of its words names a body or a group.
    is_body: bool,
    /// Whether it ends in what somebody is ("a Harbour Trust spokesman").
    ends_in_role: bool,
    /// Whether it is a thing or a person that is somebody's ("Lee's decision").
    is_owned: bool,
    /// Whether it describes several people ("nine members of the council").
    is_group: bool,
    has_first_name: bool,
}

impl Name {
    /// Reads a speaker's name as the extraction gives it.
    pub(crate) fn parse(name: &str) -> Self {
        let lexicon = Lexicon::of(None);
        let mut parsed = Self::default();
        let mut is_behind_owner = false;
        for word in name.split(|c: char| c.is_whitespace() || c == ',') {
            let lower = word.to_lowercase().replace('’', "'");
            let lower = lower.trim_end_matches("'s").replace(SIGNS, "");
            let bare = lower.trim_end_matches('.').replace(['.', '-'], "");
            let bare = without_accents(&bare).into_owned();
            let first = word.chars().find(|c| c.is_alphanumeric());
            let Some(first) = first else {
                continue;
            };
            let capital = !first.is_lowercase();
            parsed.is_owned |= is_behind_owner && !capital;
            is_behind_owner = word.ends_with("'s") || word.ends_with("’s");
            let classes = lexicon.map_or(0, |lexicon| lexicon.word(&lower).classes);
            let is_opening = parsed.words.is_empty();
            if classes & PRONOUNS != 0 && is_opening
                || classes & CONNECTING != 0 && (!capital || is_opening)
                || SUFFIXES.contains(&bare.as_str())
                || classes & class::TITLE != 0 && is_opening && capital
            {
                continue;
            }
            if is_opening {
                parsed.is_name = capital;
                if classes & class::FIRST_NAME != 0 {
                    parsed.gender =
                        lexicon.map_or(Gender::Unknown, |lexicon| lexicon.word(&lower).gender);
                }
            }
            parsed.is_body |= classes & class::ORGANISATION != 0
                || classes & class::ROLE != 0 && (is_opening || lower.ends_with('s'));
            parsed.has_first_name |= classes & class::FIRST_NAME != 0;
            parsed.is_group |= classes & class::ROLE != 0 && !capital && lower.ends_with('s');
            parsed.ends_in_role = classes & class::ROLE != 0 && !capital && !lower.ends_with('s');
            parsed.words.push(bare);
        }
        // "Q" asks for everybody in the room.
        let is_letter = parsed.words.iter().all(|word| word.chars().count() == 1);
        parsed.is_name &= !parsed.ends_in_role && !is_letter;
        parsed.is_body &= !parsed.has_first_name;
        parsed.is_group &= !parsed.is_name;
        parsed
    }

    /// The name of whom a title tells to be a man or a woman.
    pub(crate) fn titled(mut self, title: Gender) -> Self {
        self.title = title;
        self
    }

    /// Whether the titles of two names allow them to be of one person: "Mrs. Lee" is not Robert Lee. "Lee" alone is no
    /// first name.
    fn titles_agree(&self, other: &Self) -> bool {
        let told = |name: &Self| match name.title {
            Gender::Unknown if name.words.len() > 1 => name.gender,
            title => title,
        };
        let has_title = [self.title, other.title] != [Gender::Unknown; 2];
        !has_title || told(self).agrees(told(other))
    }

    /// The words of the name, in lower case.
    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether it names somebody instead of describing.
    pub(crate) fn is_name(&self) -> bool {
        self.is_name
    }

    /// Whether it describes several people without naming one.
    pub(crate) fn is_group(&self) -> bool {
        self.is_group
    }

    /// Whether it names one person, with first name and last.
    pub(crate) fn is_person(&self) -> bool {
        self.is_name && self.has_first_name && self.words.len() > 1
    }
}

/// "Raúl" as "Raul": the word without the marks over and under its letters, which not every outlet prints.
pub(crate) fn without_accents(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    Cow::Owned(
        word.nfd()
            .filter(|sign| !is_combining_mark(*sign))
            .collect(),
    )
}

/// Whether a name has words without a capital: "Ann Lee and other members", "Ann Lee of Orme".
pub(crate) fn is_joined(name: &str) -> bool {
    let mut words = name.split(' ');
    words.any(|word| word.starts_with(char::is_lowercase))
}

/// Words that join the words of a name.
const CONNECTING: u64 =
    class::DETERMINER | class::PREPOSITION | class::CONJUNCTION | class::POSSESSIVE;
const PRONOUNS: u64 = class::SUBJECT | class::OBJECT | class::RELATIVE | class::DEMONSTRATIVE;
const SIGNS: [char; 6] = ['\'', '“', '”', '"', '(', ')'];
/// What stands behind a name and is none: whose son somebody is, and honours and offices ("Ann Lee KC").
const SUFFIXES: [&str; 13] = [
    "jr", "sr", "ii", "iii", "iv", "the", "kc", "qc", "mp", "mep", "phd", "md", "esq",
];

/// Whether two speakers are the same; `None` is a quotation without a speaker.
pub(crate) fn agreement(a: Option<&Name>, b: Option<&Name>) -> Agreement {
    let (Some(a), Some(b)) = (a, b) else {
        return Agreement::Open;
    };
    if a.words.is_empty() || b.words.is_empty() {
        return Agreement::Open;
    }
    if same(a, b) {
        return Agreement::Same;
    }
    if !a.is_name || !b.is_name || is_nickname(a, b) || is_nickname(b, a) {
        return Agreement::Open;
    }
    Agreement::Different
}

fn same(a: &Name, b: &Name) -> bool {
    if is_acronym(a, b) || is_acronym(b, a) {
        return true;
    }
    // "Lee" and "the Lee campaign" share a word and are two, and so are "Lee" and "a Lee aide", "Lee's plan".
    if !a.titles_agree(b) {
        return false;
    }
    if a.is_body != b.is_body || a.ends_in_role != b.ends_in_role || a.is_owned != b.is_owned {
        return false;
    }
    let is_shared = |word: &&String| b.words.iter().any(|other| alike(word, other));
    let shared = a.words.iter().filter(is_shared).count();
    let fewer = a.words.len().min(b.words.len());
    if shared == fewer {
        return true;
    }
    if a.is_body {
        return shared * 2 >= fewer.max(2);
    }
    let last = a.words.last().zip(b.words.last());
    last.is_some_and(|(x, y)| alike(x, y)) && a.gender.agrees(b.gender)
}

/// Words of a name that is looked for beside another.
const LONGEST_NAME: usize = 4;

/// The names that a conjunction joins to `mention`, or joins inside it: "both Ann Lee and Tom Ortega", "Ann Lee
/// (Liberal) and nine members of the council".
pub(crate) fn named_beside(text: &str, mention: Span, language: Option<&str>) -> Vec<Name> {
    let Some(lexicon) = Lexicon::of(language) else {
        return Vec::new();
    };
    let joins =
        |word: &str| !word.contains(',') && lexicon.word(word).classes & class::CONJUNCTION != 0;
    let line = text[..mention.start].rfind('\n').map_or(0, |at| at + 1);
    let before: Vec<&str> = text[line..mention.start].split_whitespace().collect();
    let own: Vec<&str> = mention.slice(text).split_whitespace().collect();
    let rest = text[mention.end..].lines().next().unwrap_or("");
    let behind: Vec<&str> = rest.split_whitespace().take(LONGEST_NAME + 1).collect();
    let mut found: Vec<Vec<&str>> = Vec::new();
    if let Some((_, rest)) = before.split_last().filter(|(last, _)| joins(last)) {
        found.push(name_before(rest));
    }
    if let Some(at) = own.iter().position(|word| joins(word)) {
        found.push(name_before(&own[..at]));
        found.push(name_behind(&own[at + 1..]));
    }
    if let Some((_, rest)) = behind.split_first().filter(|(first, _)| joins(first)) {
        found.push(name_behind(rest));
    }
    found.retain(|words| !words.is_empty());
    let names = found.iter().map(|words| Name::parse(&words.join(" ")));
    names.filter(Name::is_name).collect()
}

/// The words with capitals at the end of `words`, a remark in brackets behind them left aside.
fn name_before<'t>(words: &[&'t str]) -> Vec<&'t str> {
    let mut name: Vec<&str> = Vec::new();
    let bare = words.iter().rev().skip_while(|word| is_remark(word));
    for word in bare.take(LONGEST_NAME).take_while(|word| is_capital(word)) {
        if !name.is_empty() && word.ends_with(',') {
            break;
        }
        name.insert(0, word.trim_end_matches(','));
    }
    name
}

/// The words with capitals at the beginning of `words`.
fn name_behind<'t>(words: &[&'t str]) -> Vec<&'t str> {
    let name = words.iter().take(LONGEST_NAME);
    name.take_while(|word| is_capital(word))
        .map(|word| word.trim_end_matches(','))
        .collect()
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a word is one in brackets: a party or an office behind a name.
fn is_remark(word: &str) -> bool {
    word.starts_with('(') && word.trim_end_matches(',').ends_with(')')
}

/// Whether two words of names are the same, give or take inflection and transliteration.
fn alike(a: &str, b: &str) -> bool {
    let stem = |word: &str| word.trim_end_matches('s').len();
    a == b
        || a[..stem(a)] == b[..stem(b)] && stem(a) > 2
        || a.len().min(b.len()) >= 5 && may_be_close(a, b) && strsim::jaro_winkler(a, b) >= CLOSE
}

/// Least likeness of two spellings of one word.
const CLOSE: f64 = 0.93;

/// Whether two words share so many letters that their likeness can be [`CLOSE`], wherever the letters stand:
/// of most pairs of names this is not so, and need not be measured.
fn may_be_close(a: &str, b: &str) -> bool {
    if !a.is_ascii() || !b.is_ascii() {
        return true;
    }
    let mut left = [0_u8; 128];
    for letter in a.bytes() {
        left[usize::from(letter)] = left[usize::from(letter)].saturating_add(1);
    }
    let mut shared = 0;
    for letter in b.bytes() {
        let left = &mut left[usize::from(letter)];
        shared += usize::from(*left > 0);
        *left = left.saturating_sub(1);
    }
    let start = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y);
    let start = start.take(4).count() as f64;
    let part = |of: &str| shared as f64 / of.len() as f64;
    let most = (part(a) + part(b) + 1.0) / 3.0;
    most + 0.1 * start * (1.0 - most) >= CLOSE - 1e-6
}

/// A name without its middle initials: where one outlet has "Ann B. Corley" and the next "Ann Corley", it is one
/// voice.
pub(crate) fn without_initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_initial = |word: &str| {
        let mut signs = word.chars();
        signs.next().is_some_and(char::is_uppercase) && signs.as_str() == "."
    };
    let last = words.len().saturating_sub(1);
    let kept = words.iter().enumerate().filter(|(at, word)| {
        // "J. K. Halver" has no other first name.
        let is_middle = 0 < *at && *at < last && !is_initial(words[0]);
        !(is_middle && is_initial(word))
    });
    kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

/// A name without what tells a son from his father: "Ann Lee Jr." and "Ann Lee, Jr." are "Ann Lee".
pub(crate) fn without_suffix(name: &str) -> &str {
    let is_suffix = |word: &str| {
        let plain = word.trim_end_matches('.').to_lowercase();
        SUFFIXES.contains(&plain.as_str())
    };
    match name.rsplit_once(' ') {
        Some((before, last)) if before.contains(' ') && is_suffix(last) => {
            before.trim_end_matches(',')
        }
        _ => name,
    }
}

/// Letters that a first name and its short form share ("Theo", "Theodora").
const NICKNAME: usize = 4;

/// Whether `short` may be how the article calls `long`.
fn is_nickname(short: &Name, long: &Name) -> bool {
    match (short.words.as_slice(), long.words.first()) {
        ([word], Some(first)) => {
            let shared = word.chars().zip(first.chars()).take_while(|(x, y)| x == y);
            shared.count() >= NICKNAME
        }
        _ => false,
    }
}

fn is_acronym(short: &Name, long: &Name) -> bool {
    let [word] = short.words.as_slice() else {
        return false;
    };
    let initials = long.words.iter().filter_map(|word| word.chars().next());
    word.len() >= 2 && word.chars().eq(initials)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(a: &str, b: &str) -> Agreement {
        agreement(Some(&Name::parse(a)), Some(&Name::parse(b)))
    }

    #[test]
    fn no_spelling_that_is_close_is_passed_over() {
        for (a, b) in [
            ("sergei", "sergey"),
            ("elisabeth", "elizabeth"),
            ("abdulrahman", "abdelrahman"),
            ("mohammed", "mohamed"),
            ("lukashenka", "lukashenko"),
        ] {
            assert!(strsim::jaro_winkler(a, b) >= CLOSE, "{a} {b}");
            assert!(may_be_close(a, b) && may_be_close(b, a), "{a} {b}");
        }
        assert!(!may_be_close("sandoval", "ferrer"));
    }

    #[test]
    fn forms_of_one_name_agree() {
        for (a, b) in [
            ("Ann Lee", "Lee"),
            ("James Lee", "J. Lee"),
            ("Paul R. Ortega", "Paul Ortega Jr."),
            ("Raúl Nuñez", "Raul Nunez"),
            ("Ann Lee KC", "Ann Lee"),
            ("Sergei Lazov", "Sergey Lazov"),
            (
                "Liberal members of the Transport Committee",
                "Transport Committee Liberals",
            ),
            ("Council Liberals", "Liberal caucus"),
            ("FDA", "Food and Drug Administration"),
        ] {
            assert_eq!(agree(a, b), Agreement::Same, "{a} and {b}");
        }
    }

    #[test]
    fn who_is_named_with_the_speaker_counts_too() {
        let text = "In their remarks both Ann Lee (Liberal) and Tom Ortega called it “a breach.”";
        let beside = |mention: &str| {
            let start = text.find(mention).unwrap();
            named_beside(text, Span::new(start, start + mention.len()), None)
        };
        assert_eq!(beside("Tom Ortega"), [Name::parse("Ann Lee")]);
        assert_eq!(beside("both Ann Lee (Liberal) and Tom Ortega").len(), 2);
        assert_eq!(beside("In"), []);
    }

    #[test]
    fn two_people_differ_and_a_description_stays_open() {
        assert_eq!(agree("Ann Lee", "Robert Ortega"), Agreement::Different);
        assert_eq!(agree("Mary Lee", "Robert Lee"), Agreement::Different);
        assert_eq!(agree("Ann Lee", "the Lee campaign"), Agreement::Different);
        assert_eq!(agree("Ann Lee", "Lee's decision"), Agreement::Different);
        assert_eq!(agree("Ann Lee KC", "Bo Roy KC"), Agreement::Different);
        assert_eq!(agree("Ann Lee", "a Lee spokesman"), Agreement::Open);
        assert_eq!(agree("Ann Lee", "a spokesman"), Agreement::Open);
        assert_eq!(agree("Ann Lee", "It"), Agreement::Open);
        assert_eq!(agree("Theo", "Theodora Marsh-Lindqvist"), Agreement::Open);
        assert_eq!(
            agree("Marsh-Lindqvist", "Theodora Marsh-Lindquist"),
            Agreement::Same
        );
        assert_eq!(
            agreement(None, Some(&Name::parse("Ann Lee"))),
            Agreement::Open
        );
    }

    #[test]
    fn middle_initials_and_suffixes_do_not_make_another_voice() {
        for (full, kept) in [
            ("Ann B. Corley", "Ann Corley"),
            ("Ann B. Corley Jr.", "Ann Corley"),
            ("Ann Corley, Jr.", "Ann Corley"),
            ("General Tomas A. B. Reyk", "General Tomas Reyk"),
            ("J. K. Halver", "J. K. Halver"),
            ("Malcolm X.", "Malcolm X."),
            ("the mayor", "the mayor"),
        ] {
            assert_eq!(without_suffix(&without_initials(full)), kept);
        }
    }
}
