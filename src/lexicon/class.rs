//! The classes of words, one bit each: what a word can be, as the rows of `words.tsv` and the other tables say.
//!
//! All 64 bits are taken: a further class takes the place of one, or widens the set to 128.

/// "the", "some".
pub const DETERMINER: u64 = 1;
/// "his", "their".
pub const POSSESSIVE: u64 = 1 << 1;
/// "he", "they".
pub const SUBJECT: u64 = 1 << 2;
/// "him", "them".
pub const OBJECT: u64 = 1 << 3;
/// "who", "which".
pub const RELATIVE: u64 = 1 << 4;
/// "this", "those".
pub const DEMONSTRATIVE: u64 = 1 << 5;
/// "of", "during".
pub const PREPOSITION: u64 = 1 << 6;
/// Prepositions that attach to the noun before ("a spokesman for").
pub const ATTACHING: u64 = 1 << 7;
/// "has", "would", "didn't".
pub const AUXILIARY: u64 = 1 << 8;
/// "and", "but".
pub const CONJUNCTION: u64 = 1 << 9;
/// "while", "because".
pub const SUBORDINATOR: u64 = 1 << 10;
/// "also", "later".
pub const ADVERB: u64 = 1 << 11;
/// "Tuesday", "week".
pub const TEMPORAL: u64 = 1 << 12;
/// "reporters", "supporters".
pub const AUDIENCE: u64 = 1 << 13;
/// "two", "dozens".
pub const NUMBER: u64 = 1 << 14;
/// A form of a verb that is no cue.
pub const VERB: u64 = 1 << 15;
/// "spokesman", "critics".
pub const ROLE: u64 = 1 << 16;
/// "Sen.", "chairman".
pub const TITLE: u64 = 1 << 17;
/// "Robert", when written with a capital.
pub const FIRST_NAME: u64 = 1 << 18;
/// "Committee", "University".
pub const ORGANISATION: u64 = 1 << 19;
/// A form of a cue verb.
pub const CUE: u64 = 1 << 20;
/// A verb in -ing.
pub const GERUND: u64 = 1 << 21;
/// Prepositions that attach to a noun whatever follows ("of", "for").
pub const CLOSE: u64 = 1 << 22;
/// "that" before a clause.
pub const COMPLEMENTIZER: u64 = 1 << 23;
/// Forms of "to be".
pub const COPULA: u64 = 1 << 24;
/// "to" before a verb.
pub const INFINITIVE: u64 = 1 << 25;
/// "by" before the agent of a passive.
pub const AGENT: u64 = 1 << 26;
/// "whether", "how".
pub const INTERROGATIVE: u64 = 1 << 27;
/// Pronouns that stand with the base form of a verb.
pub const PLURAL: u64 = 1 << 28;
/// Words that keep their full stop ("Jr.").
pub const ABBREVIATION: u64 = 1 << 29;

/// "while", "whereas": they set a clause of the reporter's own against the reported words.
pub const CONTRAST: u64 = 1 << 30;
/// "book", "entitled": a title stands behind them.
pub const WORK: u64 = 1 << 31;
/// "statement", "letter": what they say their author says.
pub const DOCUMENT: u64 = 1 << 32;
/// "van", "de": lower-case words inside names.
pub const PARTICLE: u64 = 1 << 33;
/// "Jr.", "III": they end a name without being a last name.
pub const SUFFIX: u64 = 1 << 34;
/// "Street", "River": a name with them is a place's.
pub const PLACE: u64 = 1 << 35;
/// "it".
pub const NEUTER: u64 = 1 << 36;
/// "the", "those": who is meant is known.
pub const DEFINITE: u64 = 1 << 37;
/// "I", "you": whoever writes or reads.
pub const INTERLOCUTOR: u64 = 1 << 38;
/// "businessman", "nominee": behind "the" they take up somebody named before.
pub const EPITHET: u64 = 1 << 39;
/// "company", "watchdog": behind "the" they take up a body named before.
pub const BODY: u64 = 1 << 40;
/// "by", "from": the author of a document stands behind them.
pub const ORIGIN: u64 = 1 << 41;
/// "as" in "quoted him as saying", "as Lee said".
pub const COMPARISON: u64 = 1 << 42;
/// "man", "whistleblower": behind "the" they take up an unnamed speaker too.
pub const ANYBODY: u64 = 1 << 43;

/// "report", "study": documents that speak for themselves, whoever hands them on.
pub const FINDING: u64 = 1 << 44;
/// "in" before the document that holds what somebody says.
pub const INSIDE: u64 = 1 << 45;
/// "there" in "there is".
pub const EXPLETIVE: u64 = 1 << 46;
/// "with" in "with Lee saying that".
pub const ABSOLUTE: u64 = 1 << 47;
/// "troubled", "proud": quoted behind "was", they are what somebody says of himself.
pub const FEELING: u64 = 1 << 48;
/// "claim", "warning": nouns that report what their owner says.
pub const CUE_NOUN: u64 = 1 << 49;
/// "written", "signed": the author of a document stands behind them and "by".
pub const AUTHORED: u64 = 1 << 50;
/// "lawsuit", "complaint": documents of a case, which speak for its parties.
pub const CASE: u64 = 1 << 51;
/// "say", "believe": base forms that are no nouns.
pub const VERBAL: u64 = 1 << 52;
/// "shows", "heard": whom they let say something stands behind them.
pub const SHOWING: u64 = 1 << 53;
/// "familiar", "close": adjectives that stand behind their noun, with a preposition.
pub const POSTNOMINAL: u64 = 1 << 54;
/// Stands for people without a noun: "some said", "another said".
pub const ALONE: u64 = 1 << 55;
/// Takes up two who were named: "the two", "the pair".
pub const PAIR: u64 = 1 << 56;
/// Stands before those among whom somebody is: "among the many who".
pub const AMONG: u64 = 1 << 57;
/// Stands before a word of time: "last year".
pub const WHEN: u64 = 1 << 58;
/// "new", "federal": stands before a noun and is never one itself.
pub const ADJECTIVE: u64 = 1 << 59;
/// "more", "most": an adjective may stand behind them.
pub const COMPARATIVE: u64 = 1 << 60;
/// "after", "when": what stands behind them tells when something was said.
pub const OCCASION: u64 = 1 << 61;
/// "reference", "swipe": by them the reporter says what somebody's words are aimed at.
pub const ALLUSION: u64 = 1 << 62;
/// "chants", "cries": what was called out stands behind them.
pub const OUTCRY: u64 = 1 << 63;

/// The classes whose words tie others together, in every language.
pub const FUNCTION: u64 = DETERMINER
    | POSSESSIVE
    | SUBJECT
    | OBJECT
    | RELATIVE
    | DEMONSTRATIVE
    | PREPOSITION
    | AUXILIARY
    | CONJUNCTION
    | SUBORDINATOR
    | COPULA;

/// The class with this name in the tables; 0 when there is none.
pub(super) fn named(name: &str) -> u64 {
    NAMES
        .iter()
        .find(|(known, _)| *known == name)
        .map_or(0, |(_, bit)| *bit)
}

const NAMES: [(&str, u64); 58] = [
    ("determiner", DETERMINER),
    ("possessive", POSSESSIVE),
    ("subject", SUBJECT),
    ("object", OBJECT),
    ("relative", RELATIVE),
    ("demonstrative", DEMONSTRATIVE),
    ("preposition", PREPOSITION),
    ("attaching", ATTACHING),
    ("auxiliary", AUXILIARY),
    ("conjunction", CONJUNCTION),
    ("subordinator", SUBORDINATOR),
    ("adverb", ADVERB),
    ("temporal", TEMPORAL),
    ("audience", AUDIENCE),
    ("number", NUMBER),
    ("verb", VERB),
    ("gerund", GERUND),
    ("close", CLOSE),
    ("complementizer", COMPLEMENTIZER),
    ("copula", COPULA),
    ("infinitive", INFINITIVE),
    ("agent", AGENT),
    ("interrogative", INTERROGATIVE),
    ("plural", PLURAL),
    ("abbreviation", ABBREVIATION),
    ("contrast", CONTRAST),
    ("work", WORK),
    ("document", DOCUMENT),
    ("particle", PARTICLE),
    ("suffix", SUFFIX),
    ("place", PLACE),
    ("neuter", NEUTER),
    ("definite", DEFINITE),
    ("interlocutor", INTERLOCUTOR),
    ("epithet", EPITHET),
    ("body", BODY),
    ("origin", ORIGIN),
    ("comparison", COMPARISON),
    ("anybody", ANYBODY),
    ("finding", FINDING),
    ("inside", INSIDE),
    ("expletive", EXPLETIVE),
    ("absolute", ABSOLUTE),
    ("feeling", FEELING),
    ("authored", AUTHORED),
    ("case", CASE),
    ("verbal", VERBAL),
    ("showing", SHOWING),
    ("postnominal", POSTNOMINAL),
    ("alone", ALONE),
    ("pair", PAIR),
    ("among", AMONG),
    ("when", WHEN),
    ("adjective", ADJECTIVE),
    ("comparative", COMPARATIVE),
    ("occasion", OCCASION),
    ("allusion", ALLUSION),
    ("outcry", OUTCRY),
];
