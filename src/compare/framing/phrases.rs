//! Which namings of a referent are told in words, and whether they show a difference by themselves.
//!
//! ```text
//! A  a long-awaited summit with the miners      ┐ told: their sentences tell the same
//! B  a hastily arranged meeting                 ┘
//! B  her summit for bakers, who sell rye          the same noun, of something else
//! ```
//!
//! A noun alone may name several things of one event, so that of each outlet the naming is told whose sentence has
//! most in common with another outlet's. A name is told with what is said beside it; a bare name says nothing.

use rustc_hash::FxHashSet;

use super::label::{LEAST_OWN, MOST_NAMINGS, Origin, Referent, sentence};
use super::said::Said;
use crate::Span;
use crate::lexicon::class;
use crate::model::{NamingKind, Place, Version};

/// Namings of one article that are told in words.
const NAMINGS: usize = 2;
/// Strength from which a word of attitude tells something.
const TELLING: u8 = 2;
/// Likeness of sentences from which one noun names one thing in both, and from which two nouns do.
const SAME_THING: f64 = 0.15;
const OTHER_NOUN: f64 = 0.2;

impl<'s, 'a> Referent<'s, 'a> {
    /// The namings of an article that are told in words: of a thing the one whose sentence has most in common with
    /// the other outlets' sentences, since a noun alone may name several things.
    pub(super) fn told(
        &self,
        ranked: &[Vec<(usize, &'s Said<'a>)>],
        at: usize,
    ) -> (Vec<&'s Said<'a>>, f64) {
        let own = |of: &[(usize, &'s Said<'a>)]| -> Vec<&'s Said<'a>> {
            let own = of.iter().filter(|(own, _)| *own >= LEAST_OWN);
            own.map(|(_, one)| *one).take(MOST_NAMINGS).collect()
        };
        let mut telling = own(&ranked[at]);
        // "the toll" tells of tolls what "a delay of the toll" does not, and "the Orme Post" is no post.
        telling.retain(|one| self.is_of_kind(one) && !self.is_titled(one) && !self.is_counted(one));
        if !matches!(self.origin, Origin::Noun) || telling.is_empty() {
            let mut told: Vec<&Said> = Vec::new();
            for one in telling {
                let overlaps = |known: &&Said| known.naming.span.overlap(one.naming.span) > 0;
                if told.len() < NAMINGS && !told.iter().any(overlaps) {
                    told.push(one);
                }
            }
            let mut all = ranked[at].iter().map(|(_, one)| *one);
            let of_kind = all.clone().find(|one| self.is_of_kind(one));
            let first = of_kind.or_else(|| all.next());
            told.extend(first.filter(|_| told.is_empty()));
            return (told, 0.0);
        }
        let others = ranked.iter().enumerate().filter(|(other, _)| *other != at);
        let others: Vec<&Said> = others.flat_map(|(_, of)| own(of)).collect();
        let likeness = |one: &Said| {
            let links = others.iter().filter_map(|other| {
                let sentences = self
                    .coverage
                    .sentences
                    .between(sentence(one), sentence(other));
                sentences.map(|link| f64::from(link.symmetry))
            });
            links.fold(0.0, f64::max)
        };
        let best = telling.into_iter().map(|one| (likeness(one), one));
        let best = best.reduce(|known, next| if next.0 > known.0 { next } else { known });
        let (likeness, one) = best.map_or((0.0, None), |(likeness, one)| (likeness, Some(one)));
        (one.into_iter().collect(), likeness)
    }

    /// What is told of a thing without what may be another one, where enough is left to compare.
    pub(super) fn of_one_thing(
        &self,
        mut told: Vec<(Vec<&'s Said<'a>>, f64)>,
    ) -> Vec<(Vec<&'s Said<'a>>, f64)> {
        let is_same = |(told, likeness): &(Vec<&Said>, f64)| self.is_same_thing(told, *likeness);
        let is_noun = matches!(self.origin, Origin::Noun);
        if is_noun && told.iter().filter(|one| is_same(one)).count() > 1 {
            told.retain(is_same);
        }
        told
    }

    /// Whether the sentences of what is told are so alike that the noun names the same in them.
    fn is_same_thing(&self, told: &[&Said], likeness: f64) -> bool {
        let first = self.members.first().map(|first| self.noun(first));
        let is_other = told.iter().any(|one| Some(self.noun(one)) != first);
        likeness >= if is_other { OTHER_NOUN } else { SAME_THING }
    }

    /// Whether a naming has the noun that the referent is called by, or one for the same kind of thing, as its head; a
    /// name has.
    fn is_of_kind(&self, one: &Said) -> bool {
        let first = self.members.first().map(|first| &first.naming.kind);
        let (NamingKind::Noun(own), Some(NamingKind::Noun(called))) = (&one.naming.kind, first)
        else {
            return true;
        };
        let facts = self
            .coverage
            .lexicon(one.article)
            .map(|lexicon| lexicon.facts());
        let kind = |stem: &str| facts.and_then(|facts| facts.referent(stem));
        own == called || kind(own).is_some() && kind(own) == kind(called)
    }

    /// Whether a naming opens with a figure: "200 pumps" says how many there are, and "Lumo │2 pumps│" is half a name.
    fn is_counted(&self, one: &Said) -> bool {
        let words = self.coverage.slice(one.place());
        matches!(one.naming.kind, NamingKind::Noun(_))
            && words.starts_with(|sign: char| sign.is_ascii_digit())
    }

    /// Whether a naming by a noun is a name that ends in that noun.
    fn is_titled(&self, one: &Said) -> bool {
        let is_noun = matches!(one.naming.kind, NamingKind::Noun(_));
        is_noun && self.head(one).starts_with(char::is_uppercase)
    }

    /// What a referent without a name is called: the nouns of what is told, each once.
    pub(super) fn called(&self, told: &[(Vec<&Said>, f64)]) -> Option<String> {
        let mut nouns: Vec<&str> = Vec::new();
        let mut known: Vec<String> = Vec::new();
        for one in told.iter().flat_map(|(told, _)| told) {
            let noun = self.noun(one);
            if !known.contains(&noun) {
                known.push(noun);
                nouns.push(self.head(one));
            }
        }
        (!nouns.is_empty()).then(|| nouns.join(", "))
    }

    fn head(&self, one: &Said) -> &'a str {
        self.coverage.slice(Place {
            article: one.article,
            span: one.naming.head,
        })
    }

    /// The noun of a naming, in lower case without the ending of several: that of "rulings" is "ruling", and not "rule".
    fn noun(&self, one: &Said) -> String {
        let head = self.head(one).to_lowercase();
        head.trim_end_matches('s').to_owned()
    }

    /// What is told of an article's namings, each with how often it is printed.
    pub(super) fn versions(&self, told: &[&Said]) -> Vec<Version> {
        let phrase = |one: &Said| self.coverage.slice(self.phrase(one));
        let mut versions: Vec<Version> = Vec::new();
        for one in told {
            let own = phrase(one);
            let is_known = |known: &Version| self.coverage.slice(known.place) == own;
            if versions.iter().any(is_known) {
                continue;
            }
            let members = self.members.iter();
            let same = members.filter(|other| other.article == one.article && phrase(other) == own);
            versions.push(Version {
                place: self.phrase(one),
                count: same.count(),
            });
        }
        versions
    }

    /// A naming without the clause behind its head, which tells what happens, unless it is none by name and a word of
    /// attitude stands in the clause: "a group that digs for dirt", but "couples" of "couples who moved to another state".
    pub(super) fn phrase(&self, one: &Said) -> Place {
        let Place { article, span } = one.place();
        let head = one.naming.head;
        let behind = Span::new(head.end.clamp(span.start, span.end), span.end);
        let text = &self.coverage.articles[article].text;
        // ", whose leaves are falling"
        let is_sign = |sign: char| !sign.is_alphanumeric();
        let mut words = behind.slice(text).split(is_sign);
        let first = words.find(|word| !word.is_empty());
        // "a conference │that the office sees it so" is told there.
        let second = words.find(|word| !word.is_empty());
        let lexicon = self.coverage.lexicon(article);
        let has = |word: Option<&str>, classes: u64| {
            let word = word.zip(lexicon);
            word.is_some_and(|(word, lexicon)| lexicon.word(word).classes & classes != 0)
        };
        let is_content =
            has(first, class::COMPLEMENTIZER) && has(second, class::DETERMINER | class::POSSESSIVE);
        let opens_clause = first.zip(lexicon).is_some_and(|(first, lexicon)| {
            let classes = lexicon.word(first).classes | lexicon.ending(first);
            classes & (class::RELATIVE | class::GERUND) != 0
        });
        let tones = self.coverage.narration(article).tones.iter();
        let is_toned = || {
            let mut telling = tones.filter(|tone| tone.strength >= TELLING);
            telling.any(|tone| behind.overlap(tone.span) > 0)
        };
        let is_name = head.slice(text).starts_with(char::is_uppercase);
        let span = if opens_clause && (is_name || is_content || !is_toned()) {
            Span::new(span.start, behind.start)
        } else {
            span
        };
        Place { article, span }
    }

    /// Whether the note shows a difference by itself: two outlets that describe the named in words of their own, or
    /// a thing in sentences that tell the same.
    pub(super) fn is_clear(&self, told: &[(Vec<&Said>, f64)]) -> bool {
        let is_telling = |(told, likeness): &&(Vec<&Said>, f64)| match self.origin {
            Origin::Noun => self.is_same_thing(told, *likeness),
            // Who neither speaks nor has a first name is mostly a place, though it acts ("Oslo hit back").
            Origin::Name(actor) => {
                actor.is_some_and(|actor| actor.is_person() || !actor.quotations.is_empty())
                    && told.iter().any(|one| !self.is_bare(one))
            }
            Origin::Credit => true,
        };
        // Words that the phrase of one outlet has and that of no other.
        let words: Vec<FxHashSet<usize>> = told.iter().map(|(told, _)| self.said(told)).collect();
        let has_own = |at: usize| {
            let others = || words.iter().enumerate().filter(|(other, _)| *other != at);
            words[at]
                .iter()
                .any(|word| !others().any(|(_, other)| other.contains(word)))
        };
        let with_own = (0..told.len()).filter(|at| has_own(*at)).count();
        // "President Lee" and "Ann Lee of Ohio" say the same of him; it takes a word that is no name.
        let is_described = |one: &&Said| {
            let phrase = self.phrase(one);
            let text = &self.coverage.articles[one.article].text;
            let mut inside = one.places.iter();
            inside.any(|(span, _)| {
                phrase.span.contains(*span) && span.slice(text).starts_with(char::is_lowercase)
            })
        };
        let is_named = matches!(self.origin, Origin::Name(_));
        let mut all = told.iter().flat_map(|(told, _)| told);
        if is_named && !all.any(is_described) {
            return false;
        }
        told.iter().filter(is_telling).count() > 1 && with_own > 1
    }

    /// Whether what is told of a naming is the name and nothing else.
    fn is_bare(&self, one: &Said) -> bool {
        let phrase = self.coverage.slice(self.phrase(one));
        matches!(&one.naming.kind, NamingKind::Name(name) if name == phrase)
    }

    /// The telling words of phrases, as numbers; a bare name has none.
    fn said(&self, told: &[&Said]) -> FxHashSet<usize> {
        let telling = told.iter().filter(|one| !self.is_bare(one));
        let phrases = telling.flat_map(|one| {
            let phrase = self.phrase(one).span;
            let inside = one
                .places
                .iter()
                .filter(move |(span, _)| phrase.contains(*span));
            inside.map(|(_, word)| *word)
        });
        phrases.collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::model::FramingKind;
    use crate::{Article, compare_articles};

    #[test]
    fn a_name_is_counted_once_with_and_without_a_clause_behind_it() {
        let found = compare_articles(vec![
            Article::new(
                "A Wire",
                "Lee, who won in May, met the miners on Monday. Lee left at noon. “We will listen,” Lee said.",
            ),
            Article::new(
                "B Post",
                "Ann Lee, the embattled governor, met the miners on Monday. “We will listen,” Ms. Lee said.",
            ),
        ]);
        let labels = found.framing.iter();
        let mut labels = labels.filter(|framing| framing.kind == FramingKind::Label);
        let about = labels.find(|framing| framing.about == "Ann Lee");
        let note = about
            .map(|framing| framing.note.as_str())
            .unwrap_or_default();
        assert!(note.contains("A Wire: “Lee” (3 times);"), "{note}");
    }
}
