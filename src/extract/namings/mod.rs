//! How an article names persons, groups and things, outside quotation marks.
//!
//! ```text
//! the embattled Republican governor of Maine,   Paul LePage,   drew new criticism
//! └───────────── apposition ───────────────┘    └─ name ─┘         └── noun ──┘
//! ```
//!
//! A phrase is read word by word by the classes of the lexicon, as the speakers' phrases are: a determiner,
//! adjectives and participles, nouns and names; the last noun is the head, and what hangs on it by a
//! preposition is taken along. A description beside a name, before it or behind a comma, belongs to the
//! name and counts as a naming by its noun as well. There is no parser: a participle that is really a verb ends a
//! phrase too late now and then.

mod phrase;
mod words;

use super::Reader;
use super::appositions::{beside, member};
use super::entries::folded;
use super::tokens::TokenKind;
use crate::lexicon::{Gender, class};
use crate::model::{Naming, NamingKind};

pub(super) use phrase::NounPhrase;
use phrase::Phrases;

/// Adds the namings among the tokens `start..end`, which are one sentence, to `found`.
pub(super) fn namings(
    reader: &Reader,
    (start, end): (usize, usize),
    sentence: usize,
    found: &mut Vec<Naming>,
) {
    let phrases = Phrases { reader, end }.all(start);
    for (index, phrase) in phrases.iter().enumerate() {
        let next = phrases[index + 1..]
            .iter()
            .find(|next| next.start >= phrase.end);
        let before = index.checked_sub(1).map(|before| &phrases[before]);
        let mut add = |kind, gender| {
            found.push(Naming {
                span: reader.span(phrase.start, phrase.end),
                head: reader.span(
                    phrase.name.map_or(phrase.head, |(from, _)| from),
                    phrase.head + 1,
                ),
                sentence,
                kind,
                is_described: phrase.is_described,
                gender,
            });
        };
        if let Some((from, to)) = phrase.name {
            let (from, to) = member(reader, phrase, before).unwrap_or((from, to));
            add(
                NamingKind::Name(name(reader, from, to)),
                gender(reader, from),
            );
            // "the Clean Water Act" is a bill too.
            let last = stem(reader, phrase.head);
            let facts = reader.lexicon.map(|lexicon| lexicon.facts());
            if to > from + 1 && facts.is_some_and(|facts| facts.referent(&last).is_some()) {
                add(NamingKind::Noun(last), Gender::Unknown);
            }
            continue;
        }
        if let Some((from, to)) = beside(reader, phrase, before, next) {
            add(
                NamingKind::Name(name(reader, from, to)),
                gender(reader, from),
            );
        }
        add(NamingKind::Noun(stem(reader, phrase.head)), Gender::Unknown);
    }
}

/// What the title before a name that begins at token `from` tells of the person.
fn gender(reader: &Reader, from: usize) -> Gender {
    let title = from
        .checked_sub(1)
        .filter(|at| reader.tokens[*at].is(class::TITLE));
    let known = title.and_then(|at| {
        let lexicon = reader.lexicon?;
        // The full stop of an abbreviation is a sign of its own or none.
        Some(lexicon.word(reader.folded(at).trim_end_matches('.')).gender)
    });
    known.unwrap_or_default()
}

fn name(reader: &Reader, from: usize, to: usize) -> String {
    reader.span(from, to).slice(reader.text).to_owned()
}

fn stem(reader: &Reader, at: usize) -> String {
    let title;
    let word = match reader.tokens[at].kind {
        TokenKind::Title => {
            title = folded(reader.slice(at));
            title.as_str()
        }
        _ => reader.folded(at),
    };
    reader
        .lexicon
        .map_or_else(|| word.to_owned(), |lexicon| lexicon.stem(word))
}

#[cfg(test)]
mod tests {
    use crate::model::{Naming, NamingKind};
    use crate::{Article, extract};

    fn namings(text: &str) -> Vec<(String, NamingKind)> {
        let article = Article::new("wire", text);
        let found = extract::extract(&article).narration.namings;
        let pair = |naming: Naming| (naming.span.slice(text).to_owned(), naming.kind);
        found.into_iter().map(pair).collect()
    }

    fn named(text: &str, name: &str) -> Vec<String> {
        let kind = NamingKind::Name(name.to_owned());
        let own = namings(text)
            .into_iter()
            .filter(|(_, other)| *other == kind);
        own.map(|(span, _)| span).collect()
    }

    #[test]
    fn a_name_behind_another_noun_stands_alone() {
        assert_eq!(named("It was the first time Lee left.", "Lee"), ["Lee"]);
        assert_eq!(named("These are the latest jobs Lee lost.", "Lee"), ["Lee"]);
        assert_eq!(
            named("He met the former mayor Ann Lee.", "Ann Lee"),
            ["the former mayor Ann Lee"]
        );
    }

    #[test]
    fn what_stands_behind_an_owner_is_a_noun() {
        let found = namings("The town laughed about Lee’s remark.");
        let is_named = |(span, _): &(String, NamingKind)| span.contains("remark");
        assert!(found.iter().any(is_named), "{found:?}");
    }

    #[test]
    fn a_description_belongs_to_the_name_beside_it() {
        assert_eq!(
            named("Ann Lee, the embattled governor of Ohio, left.", "Ann Lee"),
            ["Ann Lee", "the embattled governor of Ohio"]
        );
        assert_eq!(
            named(
                "River Watch, a small group that digs for scandals, posted it.",
                "River Watch"
            )[1],
            "a small group that digs for scandals"
        );
        assert_eq!(
            named(
                "It came from Orme news that Roy had asked the mayor, Ann Lee, to stay.",
                "Ann Lee"
            ),
            ["the mayor", "Ann Lee"]
        );
    }

    #[test]
    fn a_thing_is_not_called_by_whoever_acts_behind_it() {
        let text = "They left a trade deal Mr. Lee had made.";
        assert_eq!(named(text, "Lee"), ["Mr. Lee"]);
    }

    #[test]
    fn an_office_with_what_it_is_of_belongs_to_the_name() {
        let text = "They met Norland Secretary of State Michael Orme on Monday.";
        assert_eq!(
            named(text, "Michael Orme"),
            ["Norland Secretary of State Michael Orme"]
        );
    }

    #[test]
    fn a_description_stands_behind_an_age_and_needs_no_article() {
        let text = "Ann Lee, 51, a nurse from Ohio, left. Bob Ray, regional secretary of the union, stayed.";
        assert_eq!(named(text, "Ann Lee"), ["Ann Lee", "a nurse"]);
        assert_eq!(
            named("It asked chief operating officer Ann Lee.", "Ann Lee"),
            ["chief operating officer Ann Lee"]
        );
        assert_eq!(named(text, "Bob Ray")[1], "regional secretary of the union");
    }

    #[test]
    fn who_is_of_a_party_is_described_and_a_thing_describes_nobody() {
        let text = "It was led by Ann Lee, Republican of Ohio. Republicans left with Bob Ray, a move that hurt.";
        assert_eq!(named(text, "Ann Lee"), ["Ann Lee", "Republican of Ohio"]);
        assert_eq!(named(text, "Bob Ray"), ["Bob Ray"]);
    }

    #[test]
    fn a_word_of_attitude_and_a_word_of_time_are_no_part_of_a_name() {
        assert_eq!(
            named("Hapless Ann Lee left.", "Ann Lee"),
            ["Hapless Ann Lee"]
        );
        let spans: Vec<String> = namings("They will see the company next week.")
            .into_iter()
            .map(|(span, _)| span)
            .collect();
        assert_eq!(spans, ["the company"]);
    }

    #[test]
    fn participles_and_gerunds_stand_in_phrases_and_verbs_do_not() {
        let spans: Vec<String> =
            namings("They cancelled the highly anticipated meeting to accept cuts.")
                .into_iter()
                .map(|(span, _)| span)
                .collect();
        assert_eq!(spans, ["the highly anticipated meeting", "cuts"]);
    }

    #[test]
    fn what_a_verb_says_and_what_somebody_is_told_are_no_namings() {
        let spans: Vec<String> = namings("It is unclear to many. She told Reuters that cuts hurt.")
            .into_iter()
            .map(|(span, _)| span)
            .collect();
        assert!(!spans.contains(&"unclear".to_owned()));
        assert!(spans.contains(&"Reuters".to_owned()));
    }

    #[test]
    fn nothing_inside_quotation_marks_is_a_naming_of_the_outlet() {
        assert!(namings("“The shameless mob left,” she said.").is_empty());
    }
}
