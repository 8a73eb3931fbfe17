//! The short words that every text of a language is full of: they tell the language at a glance.
//!
//! ```text
//! The ferry was held at the quay because …     the, was, the, because ─▶ English
//! A balsa ficou no cais porque …               none of any table      ─▶ not told
//! ```
//!
//! Words of one or two letters are left out: neighbours share them ("de", "a", "la", "на"), while
//! a text in a language without tables seldom has one longer word in five in the tables of another. One
//! look-up a word.

use std::cmp::Reverse;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{class, tables};

/// Shorter words are common to too many languages, in letters.
const MIN_LETTERS: usize = 3;
/// Fewer different ones are found in a close relative or in a quoted title, in words.
const MIN_DIFFERENT: usize = 8;
/// In a text so short that it can hardly have them, one word in so many must be a different one, …
const SHORT: usize = 4;
/// … and no fewer than these.
const MIN_DIFFERENT_SHORT: usize = 3;
/// One word in so many, or more, is in the table of the language of a text.
const MAX_WORDS_PER_FOUND: usize = 5;
/// How often the words of the language stand for one of any other.
const MARGIN: usize = 3;

/// The classes of words that a text cannot do without.
const CLASSES: u64 = class::FUNCTION | class::COMPLEMENTIZER;

/// The code of the language with tables whose common words fill `text`; nothing where no language
/// clearly does, as in the languages without tables.
pub fn language_of_common_words(text: &str) -> Option<&'static str> {
    let common = common_words();
    let mut found: Vec<Found> = tables::codes().map(Found::none).collect();
    let mut seen = FxHashSet::default();
    let mut words = 0;
    let mut folded = String::new();
    for word in text.split(|sign: char| !sign.is_alphabetic()) {
        // In bytes first: a word has no fewer of them than letters.
        if word.len() < MIN_LETTERS || word.chars().nth(MIN_LETTERS - 1).is_none() {
            continue;
        }
        words += 1;
        folded.clear();
        if word.is_ascii() {
            folded.push_str(word);
            folded.make_ascii_lowercase();
        } else {
            folded.extend(word.chars().flat_map(char::to_lowercase));
        }
        let Some((word, languages)) = common.get_key_value(folded.as_str()) else {
            continue;
        };
        let is_new = seen.insert(*word);
        let theirs = |bit: &usize| languages >> bit & 1 == 1;
        for bit in (0..found.len()).filter(theirs) {
            found[bit].words += 1;
            found[bit].different += usize::from(is_new);
        }
    }
    found.sort_by_key(|found| Reverse(found.words));
    let best = found.first()?;
    let next = found.get(1).map_or(0, |found| found.words);
    let least = (words / SHORT).clamp(MIN_DIFFERENT_SHORT, MIN_DIFFERENT);
    let is_clear = best.different >= least
        && best.words * MAX_WORDS_PER_FOUND >= words
        && best.words >= next * MARGIN;
    is_clear.then_some(best.code)
}

/// What of a text is in the table of one language.
struct Found {
    code: &'static str,
    words: usize,
    /// Each word once.
    different: usize,
}

impl Found {
    fn none(code: &'static str) -> Self {
        Self {
            code,
            words: 0,
            different: 0,
        }
    }
}

/// Every common word with its languages, one bit each in the order of their codes.
fn common_words() -> &'static FxHashMap<&'static str, u64> {
    static COMMON: OnceLock<FxHashMap<&'static str, u64>> = OnceLock::new();
    COMMON.get_or_init(|| {
        let mut common = FxHashMap::default();
        for (bit, code) in tables::codes().enumerate().take(64) {
            for row in tables::rows(code, "words") {
                let mut columns = row.words(0);
                if class::named(columns.next().unwrap_or_default()) & CLASSES == 0 {
                    continue;
                }
                for word in columns.filter(|word| word.chars().all(char::is_alphabetic)) {
                    *common.entry(word).or_default() |= 1_u64 << bit;
                }
            }
        }
        common
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_words_of_a_text_tell_its_language() {
        for (language, text) in [
            (
                "en",
                "The dam broke before dawn on Tuesday and the water was in the houses of the quarter before \
                 the firemen could warn those who live near the river, the mayor said. She had asked for another \
                 wall, but they would not pay for it.",
            ),
            (
                "de",
                "Der Damm brach in der Nacht zum Dienstag, und das Wasser stand in den Häusern, bevor die \
                 Feuerwehr die Leute warnen konnte, die nahe bei dem Fluss wohnen. Niemand war verletzt, aber eine \
                 Schule und ihre Halle sind voller Schlamm.",
            ),
            (
                "fr",
                "La digue a cédé dans la nuit de mardi et les eaux sont entrées dans les maisons avant que \
                 les pompiers ne puissent prévenir tous ceux qui vivent près des berges, une école, puis les \
                 deux ponts, et sans que personne soit blessé.",
            ),
            (
                "es",
                "La presa se rompió antes del alba y las aguas llegaron hasta las casas sin que los bomberos \
                 pudieran avisar a todos los que viven junto al río, según el alcalde, que está con ellos \
                 desde el martes para una visita.",
            ),
        ] {
            assert_eq!(language_of_common_words(text), Some(language), "{text}");
        }
    }

    #[test]
    fn a_language_without_tables_is_not_taken_for_its_neighbour() {
        for text in [
            "A barragem rompeu na madrugada de terça-feira e a água chegou às casas do bairro antes que os \
             bombeiros pudessem avisar os moradores, disse o prefeito da cidade. Ninguém se feriu, mas várias \
             famílias que vivem perto do rio passaram a noite na escola e não sabem quando poderão voltar \
             para as suas casas, que estão cheias de lama.",
            "La diga ha ceduto nella notte di martedì e l'acqua è arrivata nelle case del quartiere prima che \
             i vigili del fuoco potessero avvisare gli abitanti, ha detto il sindaco della città. Nessuno è \
             rimasto ferito, ma diverse famiglie che vivono vicino al fiume non sanno quando potranno tornare.",
            "De dijk brak in de nacht van dinsdag door en het water stond in de huizen van de wijk voordat de \
             brandweer de bewoners kon waarschuwen, zei de burgemeester van de stad. Niemand raakte gewond, \
             maar een aantal gezinnen die bij de rivier wonen, weet niet wanneer zij weer naar huis kunnen.",
            "La presa es va trencar la matinada de dimarts i l'aigua va arribar a les cases del barri abans \
             que els bombers poguessin avisar els veïns, va dir l'alcalde de la ciutat. Ningú no va resultar \
             ferit, però diverses famílies que viuen a prop del riu no saben quan podran tornar a casa seva.",
            "Дамба прорвала в ніч на вівторок, і вода дійшла до будинків кварталу раніше, ніж рятувальники \
             змогли попередити мешканців, повідомив міський голова. Ніхто не постраждав, але кілька родин, \
             що живуть біля річки, провели ніч у школі й не знають, коли зможуть повернутися додому.",
            "Дигата се скъса в нощта срещу вторник и водата стигна до къщите в квартала, преди пожарникарите \
             да успеят да предупредят жителите, каза кметът на града. Никой не е пострадал, но няколко \
             семейства, които живеят до реката, не знаят кога ще могат да се върнат у дома.",
        ] {
            assert_eq!(language_of_common_words(text), None, "{text}");
        }
    }

    #[test]
    fn two_sentences_tell_their_language() {
        for (language, text) in [
            (
                "de",
                "Im Landtag rief ihr ein Abgeordneter zu: „Das ist doch Panik!“ Die Ministerin blieb ruhig.",
            ),
            (
                "fr",
                "Le maire a quitté la salle. « On gère la misère, et ce depuis des mois », dit une voisine.",
            ),
            (
                "es",
                "El alcalde pidió calma. «Nadie ha corrido peligro», dijo, y añadió que todo está bajo control.",
            ),
            (
                "en",
                "The mayor left. “Nobody was in danger, and that is that,” she said.",
            ),
        ] {
            assert_eq!(language_of_common_words(text), Some(language), "{text}");
        }
        for text in [
            "O prefeito pediu calma. “Ninguém correu perigo”, disse, e acrescentou que tudo está sob controle.",
            "Il sindaco ha lasciato la sala. «Nessuno ha corso pericoli», ha detto, e ha chiesto calma.",
        ] {
            assert_eq!(language_of_common_words(text), None, "{text}");
        }
    }

    #[test]
    fn a_few_words_are_too_few() {
        assert_eq!(language_of_common_words("The ferry and the quay."), None);
        assert_eq!(language_of_common_words(""), None);
    }
}
