//! Descriptions whose complements follow their noun: outside English.
//!
//! ```text
//! Elena Prado, alcaldesa de Arandela, … │La alcaldesa│ dijo     whom the noun has described
//! Эколог Татьяна Белова … предупредил │прокурор области│        a man, and of an office that is not hers
//! Ministerin Lea Brandt … sagte │die CDU-Politikerin│           some nouns take up whom the text is about
//! L'Agence du médicament … │L'agence│ précise                   a body whose name begins with the noun
//! ```

use super::phrases::{Phrase, is_name};
use super::references::References;
use super::tokens::{Token, TokenKind};
use crate::lexicon::{Gender, Grammar, class};

/// How far from a name, in tokens, its description is looked for.
const MAX_DESCRIPTION: usize = 8;
/// Most letters of two words that are compared: what comes behind them can be the ending of a case.
const STEM: usize = 5;

impl References<'_, '_> {
    /// The same as [`Self::described`] where complements follow their noun. `main`: the phrase without its
    /// appositions.
    pub(super) fn described_with_complement(
        &self,
        phrase: Phrase,
        main: Phrase,
        grammar: &Grammar,
    ) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let people = class::ROLE | class::TITLE;
        let is_definite = self.is_definite(main.start);
        if !is_definite && !grammar.no_articles {
            return None;
        }
        let Some(noun) = (main.start..main.end).find(|at| tokens[*at].is(people)) else {
            return is_definite.then(|| self.body_with_complement(main))?;
        };
        // "el entorno del actor" is not he.
        let body = class::ORGANISATION | class::BODY;
        let is_headed = (main.start..noun).any(|at| tokens[at].is(body));
        let is_aged = |at: usize| tokens[at].kind == TokenKind::Number;
        if is_headed || !is_definite && !(main.start..noun).all(is_aged) {
            return None;
        }
        let gender = self.told_gender(phrase, noun, grammar)?;
        let fits = |(_, entity): &(usize, usize)| self.people.entities[*entity].agrees(gender);
        let described = self.people.descriptions_by(noun, main.start).filter(fits);
        let mut described = described.filter(|(name, _)| !self.is_other_office(main, noun, *name));
        // "чиновник": of two whom it can mean, the one whom the text is about.
        let salient = self.taken_up_by_epithet(main, noun, gender);
        let last = match salient.filter(|_| described.clone().count() > 1) {
            Some(salient) => described
                .clone()
                .find(|(_, entity)| *entity == salient)
                .or_else(|| described.next()),
            None => described.next(),
        };
        let is_known = self.people.is_described(noun);
        let only = || self.people.only_person_before(main.start, gender);
        last.map(|(_, entity)| entity)
            .or_else(|| (!is_known).then(only)?)
            .or(salient)
    }

    /// The gender that the noun of a description, its article or the verb beside it tells; nothing when they
    /// contradict, as in a plural ("die Politiker").
    fn told_gender(&self, phrase: Phrase, noun: usize, grammar: &Grammar) -> Option<Gender> {
        let tokens = &self.reader.tokens;
        let article = &tokens[phrase.start];
        let of_article = match phrase.start < noun && article.is(class::DETERMINER) {
            true => article.word.gender,
            false => Gender::Unknown,
        };
        let of_noun = tokens[noun].word.gender;
        if (of_noun, of_article) == (Gender::Male, Gender::Female) {
            return None;
        }
        let of_verb = |at: usize| {
            let is_verb = tokens.get(at)?.is(class::CUE | class::VERB);
            let word = self.reader.folded(at);
            let mut endings = grammar.verb_endings.iter().filter(|_| is_verb);
            let told = endings.find(|(_, ending)| word.ends_with(ending));
            told.map(|(gender, _)| *gender)
        };
        let told = [of_noun, of_article].into_iter();
        let mut told = told.filter(|gender| *gender != Gender::Unknown);
        let beside = phrase.start.checked_sub(1).and_then(of_verb);
        let of_verb = beside.or_else(|| of_verb(phrase.end));
        Some(told.next().or(of_verb).unwrap_or_default())
    }

    /// "прокурор │области│", where a "прокурор │города│" was named at token `name`: whether the complements of the two
    /// have nothing in common. A noun that does not stand beside the name itself is another word for the office; it
    /// has no complement of its own but "│региона│", "│de la région│".
    fn is_other_office(&self, main: Phrase, noun: usize, name: usize) -> bool {
        let tokens = &self.reader.tokens;
        let near = name
            .saturating_sub(MAX_DESCRIPTION)
            .max(self.sentence_start(name))
            ..tokens.len().min(name + MAX_DESCRIPTION);
        // "le │Premier│ ministre", "der │frühere│ Minister"
        let small = class::DETERMINER | class::POSSESSIVE | class::PREPOSITION;
        let mut before = (main.start..noun).rev();
        let is_modifier = |at: &usize| tokens[*at].is_word() && !tokens[*at].is(small);
        let modifiers = before.by_ref().take_while(is_modifier);
        let is_said = |word: &usize| {
            let mut around = near.clone();
            around.any(|at| self.reader.folded(at) == self.reader.folded(*word))
        };
        if !modifiers.into_iter().all(|word| is_said(&word)) {
            return true;
        }
        let complement = self.complement(noun + 1, main.end);
        if complement.is_empty() {
            return false;
        }
        let is_shared = |words: &[usize]| {
            let mut pairs = words
                .iter()
                .flat_map(|a| complement.iter().map(move |b| (a, b)));
            pairs.any(|(a, b)| stem(self.reader.folded(*a)) == stem(self.reader.folded(*b)))
        };
        let same = |at: &usize| self.reader.folded(*at) == self.reader.folded(noun);
        match near.clone().find(same) {
            Some(known) if known < name => {
                let theirs = self.complement(known + 1, name);
                !theirs.is_empty() && !is_shared(&theirs)
            }
            Some(known) => {
                let theirs = self.complement(known + 1, near.end);
                !theirs.is_empty() && !is_shared(&theirs)
            }
            None => {
                let around: Vec<usize> = near.collect();
                !complement.iter().all(|at| tokens[*at].is(class::BODY)) && !is_shared(&around)
            }
        }
    }

    /// The words that matter in the tokens `start..end` of a phrase, up to its first sign.
    fn complement(&self, start: usize, end: usize) -> Vec<usize> {
        let tokens = &self.reader.tokens;
        let small = class::PREPOSITION | class::DETERMINER | class::POSSESSIVE | class::ADVERB;
        let inside = (start..end).take_while(|at| tokens[*at].is_word());
        inside.filter(|at| !tokens[*at].is(small)).collect()
    }

    /// "Die CDU-Politikerin": the person whom the sentences before are about, for a noun that says no more of whom.
    fn taken_up_by_epithet(&self, main: Phrase, noun: usize, gender: Gender) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let is_general = |token: &Token| token.is(class::BODY) || !is_name(token);
        let hangs = (noun + 1..main.end)
            .any(|at| tokens[at].is(class::PREPOSITION) || tokens[at].is(class::DETERMINER));
        let complement = self.complement(noun + 1, main.end);
        let is_bare = complement.iter().all(|at| {
            let token = &tokens[*at];
            if hangs {
                token.is(class::BODY)
            } else {
                is_general(token)
            }
        });
        let takes_up = tokens[noun].is(class::EPITHET)
            && !tokens[main.start].is(class::POSSESSIVE)
            && gender != Gender::Unknown
            && is_bare
            && !self.is_introduced(noun);
        takes_up.then(|| self.taken_up(main.start, gender))?
    }

    /// "L'agence": the body named last whose name begins with the noun, and holds what else the phrase says.
    fn body_with_complement(&self, main: Phrase) -> Option<usize> {
        let tokens = &self.reader.tokens;
        let is_body = |at: &usize| {
            let token = &tokens[*at];
            token.kind == TokenKind::Lower && token.is(class::ORGANISATION)
        };
        let noun = (main.start + 1..main.end).find(is_body)?;
        let complement = self.complement(noun + 1, main.end);
        let mut bodies = self.people.bodies_called(noun);
        bodies.retain(|body| {
            let name = self.people.words_of(self.people.entities[*body].name);
            let mut words = complement.iter().map(|at| self.reader.slice(*at));
            words.all(|word| name.clone().any(|other| other == word))
        });
        let last = |body: &usize| self.people.last_named(*body, main.start);
        let named = bodies.into_iter().filter(|body| last(body).is_some());
        named.max_by_key(last)
    }
}

/// The letters of a word by which it is compared.
fn stem(word: &str) -> &str {
    let end = word
        .char_indices()
        .nth(STEM)
        .map_or(word.len(), |(at, _)| at);
    &word[..end]
}
