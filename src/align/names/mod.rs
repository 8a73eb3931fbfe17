//! Whether two outlets credit the same person or body.
//!
//! "Ann Lee" and "Mayor Lee" are one, so are "J. Lee" and "James Lee", "the transport committee's
//! Liberals" and "Liberal members of the transport committee", "FDA" and "Food and Drug Administration".
//! A description ("a spokesman") may be anybody: it neither agrees nor differs.

mod beside;
mod likeness;
mod plain;

pub(crate) use beside::{named_beside, speaking_together};
pub(crate) use likeness::without_accents;
pub(super) use likeness::without_s;
pub(crate) use plain::{without_initials, without_suffix};

use crate::lexicon::{Gender, Lexicon, class};
use likeness::alike;

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
    /// The letters with which its words begin, a bit each; all others share one.
    letters: u32,
    /// Those of its first words that many bodies have in common ("department"), a bit each.
    common: u32,
    /// Whether it is two initials ("UK").
    is_initials: bool,
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
    /// Whether it ends in what several people are ("Liberal councillors").
    ends_in_group: bool,
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
        let mut words = name
            .split(|c: char| c.is_whitespace() || c == ',')
            .peekable();
        while let Some(word) = words.next() {
            let lower = word.to_lowercase().replace('’', "'");
            let owner = lexicon.and_then(|lexicon| lexicon.owner(&lower));
            let is_owner = owner.is_some();
            let lower = owner.unwrap_or(&lower).replace(SIGNS, "");
            let bare = lower.trim_end_matches('.').replace(['.', '-'], "");
            let bare = without_accents(&bare).into_owned();
            let first = word.chars().find(|c| c.is_alphanumeric());
            let Some(first) = first else {
                continue;
            };
            let capital = !first.is_lowercase();
            parsed.is_owned |= is_behind_owner && !capital;
            is_behind_owner = is_owner;
            let classes = lexicon.map_or(0, |lexicon| lexicon.word(&lower).classes);
            let is_plural = lexicon.is_some_and(|lexicon| lexicon.is_plural(&lower));
            let is_opening = parsed.words.is_empty();
            // "Ann Lee KC"
            let is_honour = lexicon.is_some_and(|lexicon| lexicon.is_honour(&bare));
            // "Justice Lee", but "Justice Department".
            let mut is_of_body = || {
                let next = words.peek().map(|next| next.to_lowercase());
                let classes = next
                    .zip(lexicon)
                    .map(|(next, lexicon)| lexicon.word(&next).classes);
                classes.is_some_and(|classes| classes & class::ORGANISATION != 0)
            };
            if classes & PRONOUNS != 0 && is_opening
                || classes & CONNECTING != 0 && (!capital || is_opening)
                || classes & class::SUFFIX != 0
                || is_honour && !is_opening
                || is_article(classes)
                || classes & class::TITLE != 0 && is_opening && capital && !is_of_body()
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
                || classes & class::ROLE != 0 && (is_opening || is_plural);
            parsed.has_first_name |= classes & class::FIRST_NAME != 0;
            parsed.is_group |= classes & class::ROLE != 0 && !capital && is_plural;
            parsed.ends_in_role = classes & class::ROLE != 0 && !capital && !is_plural;
            parsed.ends_in_group = classes & class::ROLE != 0 && !capital && is_plural;
            if classes & class::ORGANISATION != 0 {
                parsed.common |= bit(parsed.words.len());
            }
            parsed.letters |= first_letter(&bare);
            parsed.words.push(bare);
        }
        parsed.is_initials = parsed.words.len() == 1 && {
            let letters = || name.chars().filter(|sign| sign.is_alphabetic());
            letters().count() == 2 && letters().all(char::is_uppercase)
        };
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

/// Whether a word is "the", which is no part of a name with a capital either: "Jack The Hook".
fn is_article(classes: u64) -> bool {
    classes & class::DEFINITE != 0 && classes & class::DEMONSTRATIVE == 0
}

/// The bit of a word by its place in a name; words far behind have none.
fn bit(at: usize) -> u32 {
    u32::try_from(at).map_or(0, |at| 1_u32.checked_shl(at).unwrap_or(0))
}

/// The bit of the letter with which a word begins.
fn first_letter(word: &str) -> u32 {
    match word.bytes().next() {
        Some(letter @ b'a'..=b'z') => 1 << (letter - b'a'),
        _ => 1 << 26,
    }
}

/// Whether two speakers are the same; `None` is a quotation without a speaker.
pub(crate) fn agreement(a: Option<&Name>, b: Option<&Name>) -> Agreement {
    let (Some(a), Some(b)) = (a, b) else {
        return Agreement::Open;
    };
    if a.words.is_empty() || b.words.is_empty() {
        return Agreement::Open;
    }
    // Most pairs have no first letter in common, and need no closer look.
    if a.letters & b.letters != 0 && same(a, b) {
        return Agreement::Same;
    }
    // The councillors may be those whom the other outlet names.
    let is_among = a.ends_in_group != b.ends_in_group;
    if !a.is_name || !b.is_name || is_among || is_nickname(a, b) || is_nickname(b, a) {
        return Agreement::Open;
    }
    Agreement::Different
}

fn same(a: &Name, b: &Name) -> bool {
    if is_acronym(a, b) || is_acronym(b, a) || is_tied_otherwise(a, b) {
        return true;
    }
    if !a.titles_agree(b) {
        return false;
    }
    // "Lee" and "the Lee campaign" share a word and are two, and so are "Lee" and "a Lee aide", "Lee's plan".
    if a.is_body != b.is_body || a.ends_in_role != b.ends_in_role || a.is_owned != b.is_owned {
        return false;
    }
    let is_shared = |word: &&String| b.words.iter().any(|other| alike(word, other));
    let shared = a.words.iter().filter(is_shared).count();
    let fewer = a.words.len().min(b.words.len());
    // "UK" is not "Relief UK".
    if a.words.len() != b.words.len() && (a.is_initials || b.is_initials) {
        return false;
    }
    if shared == fewer {
        return true;
    }
    if a.is_body {
        // The departments of two matters are two.
        let words = a.words.iter().enumerate();
        let mut telling = words.filter(|(at, _)| a.common & bit(*at) == 0);
        return shared * 2 >= fewer.max(2) && telling.any(|(_, word)| is_shared(&word));
    }
    let last = a.words.last().zip(b.words.last());
    last.is_some_and(|(x, y)| alike(x, y)) && a.gender.agrees(b.gender)
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

/// Whether two names have the same letters in other words: "Jong-un", "Jong Un".
fn is_tied_otherwise(a: &Name, b: &Name) -> bool {
    let letters = |name: &Name| name.words.iter().map(String::len).sum::<usize>();
    a.words.len() != b.words.len()
        && letters(a) == letters(b)
        && a.words
            .iter()
            .flat_map(|word| word.bytes())
            .eq(b.words.iter().flat_map(|word| word.bytes()))
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
    fn a_name_is_one_with_and_without_its_hyphen() {
        assert_eq!(agree("Park Sun Ho", "Park Sun-ho"), Agreement::Same);
        assert_eq!(agree("Omar al-Saleh", "Omar al Saleh"), Agreement::Same);
        assert_eq!(agree("Park Sun Ho", "Park Min-ho"), Agreement::Different);
        assert_eq!(agree("Park Sun-ho", "Park Min-ho"), Agreement::Different);
        assert_eq!(agree("Ann Orr-Lee", "Roy Lee"), Agreement::Different);
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
    fn two_people_differ_and_a_description_stays_open() {
        assert_eq!(agree("Ann Lee", "Robert Ortega"), Agreement::Different);
        assert_eq!(agree("Mary Lee", "Robert Lee"), Agreement::Different);
        assert_eq!(agree("Ann Lee", "the Lee campaign"), Agreement::Different);
        assert_eq!(agree("Ann Lee", "Lee's decision"), Agreement::Different);
        assert_eq!(agree("Ann Lee KC", "Bo Roy KC"), Agreement::Different);
        assert_eq!(agree("Ann Lee", "a Lee spokesman"), Agreement::Open);
        assert_eq!(agree("Ann Lee", "a spokesman"), Agreement::Open);
        assert_eq!(agree("Ann Lee", "It"), Agreement::Open);
        assert_eq!(agree("Ann Lee", "Liberal councillors"), Agreement::Open);
        assert_eq!(agree("UK", "Relief International UK"), Agreement::Different);
        assert_eq!(
            agree("Commerce Department", "Justice Department"),
            Agreement::Different
        );
        assert_eq!(
            agree("Talvik Police", "Orme Central Police Department"),
            Agreement::Different
        );
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
}
