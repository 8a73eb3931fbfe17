//! Candidates whose words agree and that are no pair, because a better one of the same words stands by.
//!
//! ```text
//! A   “He says he is determined to keep the ferry,” Lee said. “If you are determined to keep the ferry, you pay for it.”
//!      ├────────────────────────────────────┤                         └───────────────────────────┘  an echo
//! B   “He says he is determined to keep the ferry, and I thank him,” Lee said.
//! ```

use rustc_hash::{FxHashMap, FxHashSet};

use super::ALL;
use crate::align::Candidate;
use crate::align::evidence::Grade;
use crate::align::matching::Unit;
use crate::align::names::Agreement;
use crate::align::segments::Segment;

/// Takes back what was accepted for its words alone and is told better by another pair.
pub(super) fn reject(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    reject_unsaid(candidates, accepted, segments);
    reject_terms(candidates, accepted, segments);
    reject_outer(candidates, accepted, segments);
    reject_inner(candidates, accepted, segments);
    reject_refrains(candidates, accepted, segments);
    reject_repeated(candidates, accepted, segments);
    reject_lesser(candidates, accepted, segments);
    reject_echoes(candidates, accepted, segments);
}

/// A term that somebody is said not to use is no utterance of his.
fn reject_unsaid(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    for (at, candidate) in candidates.iter().enumerate() {
        let is_unsaid = segments[candidate.a].is_unsaid || segments[candidate.b].is_unsaid;
        accepted[at] &= !(is_unsaid && candidate.evidence.grade() == Grade::Short);
    }
}

/// Words that one outlet prints once and another twice render the occasion on which what stands beside them
/// agrees too, if it does on one of the two only.
fn reject_repeated(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    let pairs = pairs(candidates, accepted);
    let is_beside = |own: usize, partner: usize| {
        let near = [own.wrapping_sub(1), own + 1].into_iter();
        let mut near = near.filter(|x| {
            let segment = segments.get(*x);
            segment.is_some_and(|segment| segment.quotation == segments[own].quotation)
        });
        near.any(|x| pairs.contains(&(x.min(partner), x.max(partner))))
    };
    let mut partners: FxHashMap<(usize, usize), Vec<(usize, usize)>> = FxHashMap::default();
    for (at, candidate) in candidates
        .iter()
        .enumerate()
        .filter(|(at, _)| accepted[*at])
    {
        for (own, other) in [(candidate.a, candidate.b), (candidate.b, candidate.a)] {
            if candidate.matches_all_of(own) {
                let key = (own, segments[other].place.article);
                partners.entry(key).or_default().push((at, other));
            }
        }
    }
    for ((own, _), several) in partners
        .into_iter()
        .filter(|(_, several)| several.len() > 1)
    {
        let credit = |partner: usize| segments[partner].credit;
        let is_one = several
            .iter()
            .all(|(_, partner)| credit(*partner) == credit(several[0].1));
        if is_one && several.iter().any(|(_, partner)| is_beside(own, *partner)) {
            for (at, partner) in several {
                accepted[at] &= is_beside(own, partner);
            }
        }
    }
}

/// Where it cannot be told who is credited, words belong to the segment of the other article that is more alike:
/// two speakers may attack each other in the same words.
fn reject_lesser(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    let mut alike: FxHashMap<(usize, usize), f32> = FxHashMap::default();
    for (candidate, _) in candidates
        .iter()
        .zip(accepted.iter())
        .filter(|(_, accepted)| **accepted)
    {
        for (own, other) in [(candidate.a, candidate.b), (candidate.b, candidate.a)] {
            let best = alike
                .entry((own, segments[other].place.article))
                .or_default();
            *best = best.max(candidate.evidence.symmetry);
        }
    }
    for (at, candidate) in candidates.iter().enumerate() {
        let evidence = &candidate.evidence;
        if evidence.speaker == Agreement::Same || evidence.symmetry > LESSER {
            continue;
        }
        let has_twin = |own: usize, other: usize| {
            let best = alike.get(&(own, segments[other].place.article));
            candidate.matches_most_of(own) && best.is_some_and(|best| *best >= ALL)
        };
        if has_twin(candidate.a, candidate.b) || has_twin(candidate.b, candidate.a) {
            accepted[at] = false;
        }
    }
}

/// Share of both wordings up to which one is clearly less like the other than a twin is.
const LESSER: f32 = 0.75;

/// A sentence of everyday words that a speaker repeats ("I don't think that's right") renders the same utterance
/// only if what comes before it does too, where both outlets print that.
fn reject_refrains(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    let pairs = pairs(candidates, accepted);
    for (at, candidate) in candidates.iter().enumerate() {
        let evidence = &candidate.evidence;
        let is_plain = evidence.content == 0 && evidence.shorter > 3 && evidence.weight < REFRAIN;
        if !accepted[at] || !is_plain {
            continue;
        }
        let (a, b) = (candidate.a, candidate.b);
        let Some(first) = candidate.matching.steps.first() else {
            continue;
        };
        let before = |at: usize| {
            let before = at.checked_sub(1)?;
            (segments[before].quotation == segments[at].quotation).then_some(before)
        };
        let differs_before = |short: usize, long: usize, starts: usize, goes_on: usize| {
            let is_pair = |x: usize, y: usize| pairs.contains(&(x.min(y), x.max(y)));
            let agrees = |x: usize| is_pair(x, long) || before(long).is_some_and(|y| is_pair(x, y));
            starts == 0 && goes_on > 0 && before(short).is_some_and(|x| !agrees(x))
        };
        if differs_before(a, b, first.a, first.b) || differs_before(b, a, first.b, first.a) {
            accepted[at] = false;
        }
    }
}

/// Weight of everyday words that may be said twice.
const REFRAIN: f32 = 1.5;

/// Of several long segments of one article that hold the same few words, only the one told in the most
/// like surroundings renders the same utterance; the others merely use the term.
fn reject_terms(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    let mut homes: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for (at, candidate) in candidates.iter().enumerate() {
        let evidence = &candidate.evidence;
        if !accepted[at] || evidence.grade() != Grade::Short || evidence.longer <= MERE_TERM {
            continue;
        }
        let (a, b) = (candidate.a, candidate.b);
        let words = |at: usize| segments[at].units.len();
        let (short, long) = if words(a) <= words(b) { (a, b) } else { (b, a) };
        let key = (short, segments[long].place.article);
        match homes.get(&key).copied() {
            Some(home) if candidates[home].evidence.context >= evidence.context => {
                accepted[at] = false;
            }
            known => {
                if let Some(home) = known {
                    accepted[home] = false;
                }
                homes.insert(key, at);
            }
        }
    }
}

/// A segment inside another one (a quotation inside a quotation) has its own speaker, so words that lie
/// inside it pair with it alone.
fn reject_outer(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    let inner = |outer: usize| {
        let span = segments[outer].place;
        let near = [outer + 1, outer + 2]
            .into_iter()
            .filter_map(|at| Some((at, segments.get(at)?)));
        near.filter(move |(_, segment)| {
            segment.place.article == span.article && span.span.contains(segment.place.span)
        })
        .map(|(at, _)| at)
    };
    let pairs = pairs(candidates, accepted);
    for (at, candidate) in candidates.iter().enumerate() {
        let (a, b) = (candidate.a, candidate.b);
        let lies_in =
            |units: &[Unit], mut matched: &mut dyn Iterator<Item = usize>, inner: usize| {
                let (from, to) = segments[inner].words;
                (&mut matched).all(|step| (from..to).contains(&units[step].first))
            };
        let steps = || candidate.matching.steps.iter();
        let in_a = inner(a).any(|x| {
            pairs.contains(&(x, b))
                && lies_in(&candidate.units.0, &mut steps().map(|step| step.a), x)
        });
        let in_b = inner(b).any(|y| {
            pairs.contains(&(a, y))
                && lies_in(&candidate.units.1, &mut steps().map(|step| step.b), y)
        });
        accepted[at] &= !in_a && !in_b;
    }
}

/// The other way round: where the outer segment is a pair beyond the words of the inner one, its partner prints the
/// words of the outer speaker.
fn reject_inner(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    let pairs = pairs(candidates, accepted);
    let is_outer = |inner: usize, partner: usize| {
        let place = segments[inner].place;
        (1..=2)
            .filter_map(|back| inner.checked_sub(back))
            .any(|at| {
                let outer = segments[at].place;
                outer.article == place.article
                    && outer.span.contains(place.span)
                    && pairs.contains(&(at.min(partner), at.max(partner)))
            })
    };
    for (at, candidate) in candidates.iter().enumerate() {
        let (a, b) = (candidate.a, candidate.b);
        accepted[at] &= !is_outer(a, b) && !is_outer(b, a);
    }
}

/// Share of a segment up to which what it has in common with another is not what it says.
const ECHO: f32 = 0.6;

/// Words of a sentence that is no echo: an outlet may quote it twice.
const WHOLE: usize = 3;

/// A speaker takes up his own words ("If you are determined to …"). What another outlet prints of them belongs to the
/// segment that holds more of it.
fn reject_echoes(candidates: &[Candidate], accepted: &mut [bool], segments: &[Segment]) {
    let mut renderings: FxHashMap<(usize, usize), Vec<(usize, usize)>> = FxHashMap::default();
    for (at, candidate) in candidates
        .iter()
        .enumerate()
        .filter(|(at, _)| accepted[*at])
    {
        for (own, other) in [(candidate.a, candidate.b), (candidate.b, candidate.a)] {
            let key = (own, segments[other].place.article);
            renderings.entry(key).or_default().push((at, other));
        }
    }
    for ((own, _), several) in renderings
        .into_iter()
        .filter(|(_, several)| several.len() > 1)
    {
        let rendered: Vec<Vec<usize>> = several
            .iter()
            .map(|(at, _)| candidates[*at].telling_of(own))
            .collect();
        for ((at, other), words) in several.iter().zip(&rendered) {
            let is_less = |fuller: &Vec<usize>| {
                fuller.len() > words.len()
                    && words.iter().all(|word| fuller.binary_search(word).is_ok())
            };
            let candidate = &candidates[*at];
            if candidate.evidence.sentence < WHOLE
                && candidate.covered(*other) <= ECHO
                && rendered.iter().any(is_less)
            {
                accepted[*at] = false;
            }
        }
    }
}

/// The accepted candidates, by their segments.
fn pairs(candidates: &[Candidate], accepted: &[bool]) -> FxHashSet<(usize, usize)> {
    let accepted = candidates
        .iter()
        .zip(accepted)
        .filter(|(_, accepted)| **accepted);
    accepted
        .map(|(candidate, _)| (candidate.a, candidate.b))
        .collect()
}

/// Words up to which a segment that holds a term is little more than the term.
const MERE_TERM: usize = 6;

#[cfg(test)]
mod tests {
    use crate::{Article, align, extract};

    /// The segments that `a` and `b` are found to render alike.
    fn pairs(a: &str, b: &str) -> Vec<(String, String)> {
        let articles = [Article::new("A", a), Article::new("B", b)];
        let extractions: Vec<_> = articles.iter().map(extract::extract).collect();
        let alignment = align::align(&articles, &extractions);
        let words = |at: usize| {
            let place = alignment.segments[at].place;
            place.span.slice(&articles[place.article].text).to_owned()
        };
        let links = alignment.links.iter();
        links.map(|link| (words(link.a), words(link.b))).collect()
    }

    #[test]
    fn a_speaker_who_takes_up_his_own_words_says_something_else() {
        let found = pairs(
            "“The premier says he is determined to keep the night ferry running,” Ann Lee said. “If you are \
             determined to keep the night ferry running, somebody has to pay the crew.”",
            "“The premier says he is determined to keep the night ferry running, and I thank him,” Ann Lee said.",
        );
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].0.starts_with("The premier"));
    }

    #[test]
    fn a_sentence_quoted_twice_is_a_pair_both_times() {
        let found = pairs(
            "“Mend the night ferry. Nobody asked the islanders about it,” Ann Lee said.\n\nLee went on: “Mend the \
             night ferry. The crew has waited since March and will wait no longer for a cook.”",
            "Ann Lee said: “Mend the night ferry.”",
        );
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn an_office_that_two_sentences_name_makes_no_pair() {
        let found = pairs(
            "“I am the attorney general of the Northern Isles. But I have been a sailor too,” Ann Lee said.",
            "“The girl they stopped on the quay is now the attorney general of the Northern Isles,” Ann Lee said.",
        );
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn a_term_that_somebody_refuses_to_use_makes_no_pair() {
        let speech =
            "“The mayor will not say the words ferry strike, and he should resign,” Ann Lee said.";
        let refused =
            "Ann Lee attacked the mayor because he refused to say the words “ferry strike.”";
        let used = "Ann Lee, who named it a “ferry strike,” wants him to resign.";
        let because = "Ann Lee refused to sign, saying it was a “ferry strike.”";
        assert!(pairs(speech, refused).is_empty());
        assert_eq!(pairs(speech, because).len(), 1);
        assert_eq!(pairs(speech, used).len(), 1);
    }

    #[test]
    fn another_article_before_a_word_is_no_other_word() {
        let found = pairs(
            "“I understand that mistrust,” Ann Lee said.",
            "Ann Lee told the islanders that she understands “the mistrust” of the harbour police.",
        );
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn the_string_inside_belongs_to_the_outer_speaker_where_all_of_it_is_a_pair() {
        let found = pairs(
            "“The minister, who wants my ferry, said sorry for using the ‘b word,’ and then he left,” Ann Lee said.",
            "“The minister, who wants my ferry, said sorry for using the “b word,” and then he left,” Ann Lee said.",
        );
        assert_eq!(found.len(), 1, "{found:?}");
    }
}
