//! The phrase that ends before a token, walked from right to left.

use super::counts::{share_before, skip_time_backwards};
use super::joined::{joined_bracket, joined_whole, joins_names, joins_roles};
use super::setting::behind_setting;
use super::{
    MAX_PHRASE, Phrase, behind, is_inside_name, is_lower_role, is_name, is_noun, opens_phrase,
};
use crate::extract::tokens::{Token, TokenKind};
use crate::lexicon::{Gender, class, rule};

/// Most small words inside a name: "de la".
pub(in crate::extract) const MAX_PARTICLES: usize = 2;

/// Most words of the name of a larger place: "New South Wales".
const MAX_PLACE: usize = 3;

/// Words that open an insertion which is no apposition: "in an interview", "speaking to voters", "asked
/// about it".
const ADVERBIAL: u64 = class::PREPOSITION
    | class::GERUND
    | class::SUBORDINATOR
    | class::ADVERB
    | class::VERB
    | class::CUE;

/// The subject that ends before token `end`, not reaching before token `floor`.
pub(in crate::extract) fn subject_before(
    tokens: &[Token],
    floor: usize,
    end: usize,
) -> Option<Phrase> {
    let mut at = skip_time_backwards(tokens, floor, end);
    let last = at;
    let mut outside = last;
    let mut is_cut = false;
    // Over appositions and brackets: "Lee, a nurse from Austin, Texas, said", "Lee (D., Ohio) said". What
    // is inserted without being an apposition ("Lee, in an interview, said") does not belong to the phrase.
    loop {
        let before = tokens[floor..at].last()?;
        let open = match before.kind {
            TokenKind::Sign(',') => insertion_start(tokens, floor, at),
            TokenKind::Sign(')') => rposition(tokens, floor, at, '('),
            TokenKind::Sign('—') => rposition(tokens, floor, at - 1, '—'),
            // "Lee, meanwhile, who lost, said": the comma behind the adverb opens what was walked over.
            _ if at < last
                && at > floor + 2
                && before.is(class::ADVERB)
                && tokens[at - 2].is_sign(',') =>
            {
                Some(at - 2)
            }
            _ => break,
        };
        match open {
            Some(open) if open > floor && last - open <= MAX_PHRASE => {
                at = open;
                if (before.is_sign(',') || before.is_word()) && is_adverbial(&tokens[open + 1..]) {
                    outside = open;
                }
            }
            _ if before.is_sign(',') => {
                at -= 1;
                is_cut = true;
                break;
            }
            _ => return None,
        }
    }
    // "As Ann Lee, a farmer and author of “Floods,” put it": the comma that closes the insertion stands in the marks.
    let behind_title = || {
        let is_title = at == last && tokens[last - 1].kind == TokenKind::Title;
        is_title.then(|| forward_subject(tokens, floor, last))?
    };
    let found = behind_title()
        .or_else(|| phrase_start(tokens, floor, at))
        .or_else(|| {
            // "A colleague of his, Ann Lee, said": only the way forward knows the phrase.
            (at < last).then(|| forward_subject(tokens, floor, last))?
        });
    let start = match found? {
        // "Lee, a nurse who works with the Red Cross, a charity, said": the way back ended inside the
        // insertion; the way forward from the start of the clause does not.
        // "Lee, who, after a long night, said": she.
        start
            if at < last
                && start > floor
                && hangs_on(&tokens[start - 1])
                && !tokens[start].is_who() =>
        {
            // "said Lee, the mayor, told": not the mayor alone.
            let forward = forward_subject(tokens, floor, last);
            let is_said = tokens[start - 1].kind == TokenKind::Lower
                && tokens[start - 1].is(class::CUE)
                && !tokens[start - 1].is(class::GERUND);
            forward
                .filter(|forward| *forward < start || !is_said)
                .unwrap_or(start)
        }
        start => start,
    };
    // "Lee has mocked │a reporter│, called him": the object of the verb before.
    let is_object = |at: usize| {
        // "to hush │the hall│, then came closer"
        let is_infinitive = at > floor
            && tokens[at].kind == TokenKind::Lower
            && tokens[at].is_plain()
            && tokens[at - 1].is(class::INFINITIVE);
        is_transitive(&tokens[at]) || is_infinitive
    };
    if is_cut && start > floor && is_object(start - 1) {
        return None;
    }
    let mut end = if outside > start { outside } else { last };
    let start = behind_setting(tokens, floor, start, end);
    if let Some(aside) = own_place(&tokens[start..end]) {
        end = start + aside;
    }
    while end > at && !tokens[end - 1].is_word() && !tokens[end - 1].is_sign(')') {
        end -= 1;
    }
    Some(Phrase::new(start, end.max(start + 1)))
}

/// "Lee │in her closing speech│ said": where an aside begins behind a name, counted from the start of the phrase.
fn own_place(phrase: &[Token]) -> Option<usize> {
    let names = phrase.iter().take_while(|token| is_name(token)).count();
    let (preposition, owner) = (phrase.get(names)?, phrase.get(names + 1)?);
    let fits = names > 0
        && preposition.is(class::PREPOSITION)
        && !preposition.is(class::CLOSE)
        && owner.is(class::POSSESSIVE)
        && owner.word.gender != Gender::Unknown;
    fits.then_some(names)
}

/// Whether what stands behind the word is its object.
fn is_transitive(before: &Token) -> bool {
    before.kind == TokenKind::Lower
        && before.is(class::VERB | class::CUE)
        && !before.is(class::PREPOSITION | class::ROLE | class::DOCUMENT)
}

/// Whether a phrase hangs on the word or comma before it.
fn hangs_on(before: &Token) -> bool {
    before.is_sign(',')
        || before.is_word()
            && !before.is(class::CONJUNCTION | class::SUBORDINATOR | class::COMPLEMENTIZER)
}

/// Start of the phrase that begins the clause and whose appositions reach to token `end`.
fn forward_subject(tokens: &[Token], floor: usize, end: usize) -> Option<usize> {
    let opens = |at: &usize| {
        *at == floor || {
            let before = &tokens[*at - 1];
            let opens = class::CONJUNCTION | class::SUBORDINATOR | class::COMPARISON;
            before.quote().is_some() || before.is_sign(',') || before.is(opens)
        }
    };
    let from = floor.max(end.saturating_sub(MAX_PHRASE));
    let reaches = |start: &usize| {
        behind::phrase_after(tokens, *start, end).is_some_and(|phrase| {
            phrase.end == end || phrase.end + 1 == end && tokens[phrase.end].is_sign(',')
        })
    };
    (from..end).filter(opens).find(reaches)
}

/// Whether an insertion that begins with these words tells when, where or how.
fn is_adverbial(insertion: &[Token]) -> bool {
    let Some(first) = insertion.first() else {
        return false;
    };
    // "managing director"
    let is_role = first.is(class::GERUND) && insertion.get(1).is_some_and(is_lower_role);
    !is_role
        && first.kind == TokenKind::Lower
        && first.is(ADVERBIAL)
        && !first.is(class::CLOSE | class::ROLE | class::RELATIVE)
}

/// Index of the comma that opens the insertion which the comma before `at` closes.
fn insertion_start(tokens: &[Token], floor: usize, at: usize) -> Option<usize> {
    let close = at - 1;
    let open = rposition(tokens, floor, close, ',')?;
    let chunk = &tokens[open + 1..close];
    let first = chunk.first()?;
    let fits = !chunk.iter().any(|token| token.quote().is_some())
        && (first.is_word())
        && (first.is(class::RELATIVE) || !first.is(class::SUBJECT | class::CONJUNCTION));
    fits.then(|| place_start(tokens, floor, open, chunk).unwrap_or(open))
}

/// "Lee│, at a rally in Orme, Ohio,│ said": index of the comma that opens the insertion of which `chunk`, behind the comma
/// at `comma`, is only the larger place.
fn place_start(tokens: &[Token], floor: usize, comma: usize, chunk: &[Token]) -> Option<usize> {
    let is_part = |token: &Token| is_name(token) || token.is_sign('.');
    let is_place = chunk.len() <= MAX_PLACE && chunk.iter().all(is_part);
    let open = rposition(tokens, floor, comma, ',').filter(|_| is_place)?;
    let town = tokens[open + 1..comma].last()?;
    (is_name(town) && is_adverbial(&tokens[open + 1..])).then_some(open)
}

pub(super) fn rposition(tokens: &[Token], floor: usize, end: usize, sign: char) -> Option<usize> {
    let from = floor.max(end.saturating_sub(MAX_PHRASE));
    tokens
        .get(from..end)?
        .iter()
        .rposition(|token| token.is_sign(sign))
        .map(|at| from + at)
}

/// Start of the noun phrase that ends before `end`.
pub(super) fn phrase_start(tokens: &[Token], floor: usize, end: usize) -> Option<usize> {
    let last = tokens.get(floor..end)?.last()?;
    let mut start = end - 1;
    if last.is(class::SUBJECT | class::RELATIVE) {
        return Some(start);
    }
    if last.is(class::ALONE) && stands_alone(tokens, floor, start) {
        return Some(joined_whole(tokens, floor, start).unwrap_or(start)); // "Lee and others"
    }
    let is_age =
        last.kind == TokenKind::Number && tokens[floor..start].last().is_some_and(opens_phrase);
    let is_headed = last.kind == TokenKind::Lower
        && last.is(class::GERUND)
        && tokens[floor..start].last().is_some_and(|before| {
            // "another ranking", "the court's ruling"
            before.is(class::DETERMINER) || before.kind == TokenKind::Genitive
        });
    if let Some(share) = share_before(tokens, floor, start) {
        return Some(share);
    }
    // "38% say"
    if last.is_sign('%') && start > floor && tokens[start - 1].kind == TokenKind::Number {
        return Some(start - 1);
    }
    // "those surveyed"
    let is_headed = is_headed
        || last.kind == TokenKind::Lower
            && last.is(class::VERB)
            && tokens[floor..start].last().is_some_and(|those| {
                those.is(class::DEMONSTRATIVE) && !those.is(class::COMPLEMENTIZER)
            });
    // "a source close to him"
    let is_close = last.is(class::OBJECT)
        && start >= floor + 2
        && tokens[start - 1].is(class::ATTACHING)
        && tokens[start - 2].is(class::POSTNOMINAL);
    if !(is_name(last)
        || is_noun(last)
        || is_age
        || is_headed
        || is_close
        || last.is(class::DEMONSTRATIVE | class::NUMBER))
    {
        return None;
    }
    let floor = floor.max(end.saturating_sub(MAX_PHRASE));
    while start > floor {
        let (first, before) = (tokens[start], tokens[start - 1]);
        let is_head = is_noun(&before) || is_name(&before) || before.is(class::ALONE);
        let joins = first.obeys(rule::GENITIVE) && is_head
            || start + 1 < end && is_inside_name(&before, &first, &tokens[start + 1]);
        let described = participle_before(tokens, floor, start)
            .or_else(|| document_before(tokens, floor, start));
        if let Some(joined) = joined_whole(tokens, floor, start) {
            return Some(joined);
        }
        if opens_phrase(&first) && !before.is(class::ATTACHING) && !joins && described.is_none() {
            break;
        }
        if before.is(class::ATTACHING) && before.kind == TokenKind::Lower {
            match attachment(tokens, floor, start) {
                Some(noun) => start = noun,
                // "an inside source"
                None if start > floor + 1 && opens_phrase(&tokens[start - 2]) => start -= 2,
                None => break,
            }
        } else if let Some(name) = before_particles(tokens, floor, start) {
            start = name;
        } else if let Some(noun) = described {
            start = noun;
        } else if joins_names(tokens, floor, start) || joins_roles(tokens, floor, start) {
            start -= 2;
        } else if let Some(open) = joined_bracket(tokens, floor, start) {
            start = open;
        } else if joins
            || opens_phrase(&before)
            || is_name(&before) && !is_honorific(&first)
            || before.kind == TokenKind::Number
            || before.is(class::NUMBER)
            || before.kind == TokenKind::Genitive
            || is_noun(&before) && (!is_name(&first) || describes(&before, &first))
        {
            start -= 1;
        } else if before.is_word()
            && start > floor + 1
            && (opens_phrase(&tokens[start - 2]) || counts_adjective(tokens, start - 1))
            && !before.is(class::AUXILIARY | class::PREPOSITION | class::CONJUNCTION)
            && !(before.is(class::TEMPORAL) && is_name(&first))
        // "That evening Lee said"
        {
            // "A flabbergasted Lee", "the first lady": what stands behind an article belongs to its noun.
            start -= 2;
        } else if before.is_word()
            && start > floor + 2
            && is_noun(&tokens[start - 2])
            && opens_phrase(&tokens[start - 3])
            && before.is(class::ADVERB)
        {
            start -= 3; // "the former first lady"
        } else if describes_name(tokens, floor, start) {
            start -= 3; // "the news site ORM"
        } else {
            break;
        }
    }
    Some(start)
}

/// "│the news site│ ORM Info": whether an article and two small nouns stand before the name at `start`.
fn describes_name(tokens: &[Token], floor: usize, start: usize) -> bool {
    let is_plain = |token: &Token| token.kind == TokenKind::Lower && is_noun(token);
    start >= floor + 3
        && is_name(&tokens[start])
        && is_plain(&tokens[start - 1])
        && is_plain(&tokens[start - 2])
        && tokens[start - 3].is(class::DETERMINER)
}

/// "Two │former│ Ohio officials": whether a number stands before the adjective at `at`.
fn counts_adjective(tokens: &[Token], at: usize) -> bool {
    let (number, adjective) = (&tokens[at - 1], &tokens[at]);
    number.is(class::NUMBER)
        && adjective.kind == TokenKind::Lower
        && !adjective.is(class::VERB | class::CUE | class::TEMPORAL)
}

/// "Another said", "but some say": whether the word at `at` begins its clause.
fn stands_alone(tokens: &[Token], floor: usize, at: usize) -> bool {
    let before = tokens[floor..at].last();
    before.is_none_or(|before| {
        !before.is_word()
            || before.is(class::CONJUNCTION | class::SUBORDINATOR | class::COMPLEMENTIZER)
    })
}

/// Index of the noun to which the preposition before `start` attaches what begins at `start`.
fn attachment(tokens: &[Token], floor: usize, start: usize) -> Option<usize> {
    let noun = start.checked_sub(2).filter(|noun| *noun >= floor)?;
    let token = &tokens[noun];
    if token.is(class::POSTNOMINAL) {
        // "two people briefed on the talks"
        let described = noun.checked_sub(1).filter(|at| *at >= floor)?;
        return is_noun(&tokens[described]).then_some(described);
    }
    // "some in the crowd"
    let is_headed = is_noun(token) || is_name(token) || token.is(class::ALONE);
    let fits = is_headed && !token.is(class::TEMPORAL);
    fits.then_some(noun)
}

/// "A │memo│ obtained by the Courier": index of the noun to which a participle ties what stands behind "by".
fn participle_before(tokens: &[Token], floor: usize, start: usize) -> Option<usize> {
    let noun = start.checked_sub(3).filter(|noun| *noun >= floor)?;
    let participle = &tokens[start - 2];
    let fits = tokens[start - 1].is(class::AGENT)
        && participle.kind == TokenKind::Lower
        && participle.is(class::VERB)
        && tokens[noun].kind == TokenKind::Lower
        && is_noun(&tokens[noun]);
    fits.then_some(noun)
}

/// "A │report│ by the auditor": index of the document whose author stands behind "by".
fn document_before(tokens: &[Token], floor: usize, start: usize) -> Option<usize> {
    let noun = start.checked_sub(2).filter(|noun| *noun >= floor)?;
    let fits = tokens[start - 1].is(class::AGENT)
        && tokens[noun].kind == TokenKind::Lower
        && tokens[noun].is(class::DOCUMENT)
        && is_noun(&tokens[noun]);
    fits.then_some(noun)
}

/// "│Maria│ de la Cruz", "│von│ der Hagen": index of the name before the small words that belong to the name at `start`,
/// or of the first of them.
fn before_particles(tokens: &[Token], floor: usize, start: usize) -> Option<usize> {
    let is_particle = |at: &usize| {
        let token = &tokens[*at];
        token.is(class::PARTICLE) && !token.is(class::PREPOSITION) && token.kind == TokenKind::Lower
    };
    let particles = (floor..start).rev().take(MAX_PARTICLES);
    let first = particles.take_while(is_particle).last()?;
    let name = first.checked_sub(1).filter(|name| *name >= floor);
    let name = name.filter(|name| is_name(&tokens[*name]));
    is_name(&tokens[start]).then_some(name.unwrap_or(first))
}

/// "Mr." begins a name: nothing before it belongs to the phrase.
fn is_honorific(token: &Token) -> bool {
    token.is(class::TITLE) && token.word.gender != Gender::Unknown
}

/// Whether a lower-case noun can stand before a name as its description: "campaign manager Robby Lee", "the security
/// firm Norvik".
fn describes(noun: &Token, name: &Token) -> bool {
    let is_person = name.is(class::FIRST_NAME) || is_honorific(name);
    noun.is(class::ROLE | class::TITLE) || noun.is(class::BODY) && !is_person
}
