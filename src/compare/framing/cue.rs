//! With which verbs the outlets introduce the same speaker's words.
//!
//! ```text
//! Ann Lee   A  said 3, added 1      B  insisted 2, claimed 1      C  lashed out 1
//! ```
//!
//! A matter that several outlets tell, a statement or a sentence with its counterparts, is put side by side
//! in the same way: who "swiftly rejected" in A and "said no to" in B.
//!
//! The colour of a verb is its class in the table of cues; "said" and the like have none. A speaker is worth
//! showing when one outlet colours what another reports plainly, the more so for the same statement.

use rustc_hash::FxHashMap;

use super::super::coverage::Coverage;
use super::lead_in::lead_in;
use super::matters::Matter;
use super::ordered;
use super::verbs::{self, Apart};
use super::voices::{Voice, frame};
use crate::Quotation;
use crate::align::sentences::SentenceId;
use crate::lexicon::class;
use crate::model::{Framing, FramingKind, Place, Version};

/// What it adds to the weight of a speaker that one of his statements is introduced in two colours.
const RECOLORED: f64 = 1.5;
/// Colours of all outlets together from which verbs tell something.
const LEAST_COLORS: usize = 2;
/// Most passages shown of one article.
const MOST_PASSAGES: usize = 24;

/// Most findings by speaker, and most by matter, per three articles.
const MOST_SPEAKERS: usize = 3;
const MOST_MATTERS: usize = 2;

/// The speakers and the matters that the outlets introduce differently.
pub(super) fn cues(coverage: &Coverage, actors: &[Voice], matters: &[Matter]) -> Vec<Framing> {
    let by_speaker = actors
        .iter()
        .filter_map(|voice| {
            let (framing, apart) = cue(coverage, voice)?;
            Some((framing, (voice, apart)))
        })
        .collect();
    let by_speaker = heaviest(coverage, by_speaker, MOST_SPEAKERS).into_iter();
    let mut found: Vec<Framing> = by_speaker
        .map(|(framing, (voice, apart))| {
            let (note, versions) = in_words(coverage, voice, &apart);
            Framing {
                note,
                versions,
                ..framing
            }
        })
        .collect();
    // A sentence can tell several matters.
    let mut known: FxHashMap<SentenceId, Telling> = FxHashMap::default();
    for id in matters.iter().flat_map(|one| &one.sentences) {
        known.entry(*id).or_insert_with(|| telling(coverage, *id));
    }
    let told = matters
        .iter()
        .filter_map(|one| Some((matter(coverage, one, &known)?, one)));
    // Where the speaker's verbs are shown, the same passages say nothing new.
    let is_new = |(framing, _): &(Framing, &Matter)| {
        let mut known = found.iter();
        !known.any(|known| known.about == framing.about || covers(known, framing))
    };
    let by_matter = heaviest(coverage, told.filter(is_new).collect(), MOST_MATTERS);
    let by_matter = by_matter.into_iter().map(|(framing, matter)| Framing {
        note: matter_in_words(coverage, matter, &known),
        ..framing
    });
    found.extend(by_matter);
    found
}

/// Whether every passage of `framing` overlaps one of `known`.
fn covers(known: &Framing, framing: &Framing) -> bool {
    framing.places.iter().all(|place| {
        let mut same = known.places.iter();
        same.any(|known| known.article == place.article && known.span.overlap(place.span) > 0)
    })
}

/// The weightiest, each with what it is made of; they are put into words when they are chosen.
fn heaviest<T>(
    coverage: &Coverage,
    mut found: Vec<(Framing, T)>,
    most: usize,
) -> Vec<(Framing, T)> {
    found.sort_by(|(a, _), (b, _)| a.by_weight(b));
    let mut kept: Vec<(Framing, T)> = Vec::new();
    for (framing, origin) in found {
        if coverage.articles.len() > 1 && kept.len() == most * coverage.articles.len().div_ceil(3) {
            break;
        }
        let is_known = |place: &Place| kept.iter().any(|(other, _)| other.places.contains(place));
        if !framing.places.iter().any(is_known) {
            kept.push((framing, origin));
        }
    }
    kept
}

/// How one sentence of a matter tells it.
struct Telling<'a> {
    places: Vec<Place>,
    /// The one of them that is told in words: who says it and how, else what has a colour.
    shown: Option<Place>,
    /// Whether it is the one or the other.
    is_clear: bool,
    /// Classes of its coloured cues and its words of attitude.
    colors: Vec<&'a str>,
}

/// A matter that the outlets tell with words of different colour, not yet put into words.
fn matter(
    coverage: &Coverage,
    matter: &Matter,
    known: &FxHashMap<SentenceId, Telling>,
) -> Option<Framing> {
    let sentences = &matter.sentences;
    let tellings: Vec<&Telling> = sentences.iter().filter_map(|id| known.get(id)).collect();
    let differing = tellings
        .iter()
        .any(|telling| telling.colors != tellings[0].colors);
    if !differing || tellings.iter().any(|telling| telling.places.is_empty()) {
        return None;
    }
    let colors: usize = tellings
        .iter()
        .map(|telling| telling.colors.len().min(2))
        .sum();
    let speaker = speaker(coverage, sentences);
    let is_theirs = |id: &SentenceId| speaker.is_some() && speaker_in(coverage, *id) == speaker;
    Some(Framing {
        kind: FramingKind::Cue,
        is_clear: sentences.iter().all(is_theirs)
            && tellings.iter().all(|telling| telling.is_clear),
        about: speaker.unwrap_or_else(|| coverage.snippet(coverage.place(sentences[0]))),
        note: String::new(),
        places: ordered(
            tellings
                .iter()
                .flat_map(|telling| telling.places.iter().copied())
                .collect(),
        ),
        missing_in: Vec::new(),
        versions: Vec::new(),
        weight: 1.5 * sentences.len() as f64
            + 0.6 * colors as f64
            + matter.likeness
            + 0.8 * (1.0 - matter.earliest(coverage)),
    })
}

/// How each outlet tells a matter.
fn matter_in_words(
    coverage: &Coverage,
    matter: &Matter,
    known: &FxHashMap<SentenceId, Telling>,
) -> String {
    let parts = matter.sentences.iter().filter_map(|id| {
        let shown = coverage.quote(known.get(id)?.shown?);
        Some(format!("{}: {shown}", coverage.outlet(id.article)))
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// The speaker whose words a matter holds.
fn speaker(coverage: &Coverage, sentences: &[SentenceId]) -> Option<String> {
    sentences.iter().find_map(|id| speaker_in(coverage, *id))
}

/// The speaker of the first statement of which a sentence prints words.
fn speaker_in(coverage: &Coverage, id: SentenceId) -> Option<String> {
    let span = coverage.place(id).span;
    let at = *coverage.statements_at(id.article, span).first()?;
    coverage.statements[at].speaker.clone()
}

fn telling<'a>(coverage: &Coverage<'a>, id: SentenceId) -> Telling<'a> {
    let narration = coverage.narration(id.article);
    let sentence = &narration.sentences[id.index];
    let place = |span| Place {
        article: id.article,
        span,
    };
    let mut places = Vec::new();
    let mut colors: Vec<&str> = Vec::new();
    // How much a place tells: who says it in coloured words most, a bare verb least.
    let mut telling: Vec<(u8, Place)> = Vec::new();
    for index in coverage.quotations_at(id.article, sentence.span) {
        let quotation = &coverage.extractions[id.article].quotations[index];
        let inside = |place: &Place| sentence.span.contains(place.span);
        let own = frame(coverage, id.article, quotation).filter(inside);
        telling.extend(own.map(|place| (2 + 2 * u8::from(verbs::is_colored(quotation)), place)));
        places.extend(own);
        if let Some(cue) = quotation
            .cue
            .as_ref()
            .filter(|_| verbs::is_colored(quotation))
        {
            colors.push(&cue.stance);
        }
    }
    places.extend(sentence.predicates.iter().copied().map(place));
    places.extend(lead_in(coverage, id));
    if places.iter().any(|place| has_manner(coverage, *place)) {
        colors.push("manner");
    }
    let in_frame = |tone: &&crate::model::Tone| {
        tone.sentence == id.index
            && tone.strength >= 2
            && places.iter().any(|place| place.span.overlap(tone.span) > 0)
    };
    colors.extend(
        narration
            .tones
            .iter()
            .filter(in_frame)
            .map(|tone| tone.class.name()),
    );
    colors.sort_unstable();
    colors.dedup();
    let is_toned = |place: &Place| {
        let mut inside = narration.tones.iter().filter(in_frame);
        inside.any(|tone| place.span.overlap(tone.span) > 0)
    };
    telling.extend(
        places
            .iter()
            .map(|place| (u8::from(is_toned(place)), *place)),
    );
    telling.sort_by_key(|(told, place)| (std::cmp::Reverse(*told), *place));
    // A colon can stand for the verb.
    let has_letters = |place: Place| coverage.slice(place).contains(char::is_alphabetic);
    let shown = telling.into_iter().find(|(_, place)| has_letters(*place));
    Telling {
        places: ordered(places),
        colors,
        is_clear: shown.is_some_and(|(told, _)| told > 1),
        shown: shown.map(|(_, place)| place),
    }
}

/// What a speaker is introduced with, not yet put into words, and the statements that are introduced in different
/// colours.
fn cue(coverage: &Coverage, voice: &Voice) -> Option<(Framing, Vec<Apart>)> {
    if coverage.articles.len() > 1 && voice.is_in_one_article() {
        return None;
    }
    let mut places = Vec::new();
    let mut stances: Vec<Vec<&str>> = Vec::new();
    let mut is_heard = true;
    for article in 0..coverage.articles.len() {
        let mut speech = voice.speech(coverage, article);
        speech.retain(|quotation| quotation.cue.is_some());
        let deeds = deeds(coverage, voice, article);
        if speech.is_empty() && deeds.is_empty() {
            continue;
        }
        is_heard &= !speech.is_empty();
        stances.push(stances_of(coverage, article, &speech, &deeds));
        // Colour first, then what another outlet reports too, then what comes first.
        speech.sort_by_cached_key(|quotation| {
            let mut content = quotation.content.iter();
            let shared = content.any(|span| !coverage.statements_at(article, *span).is_empty());
            (!verbs::is_colored(quotation), !shared, quotation.start())
        });
        let shown = speech.iter().take(MOST_PASSAGES);
        places.extend(shown.filter_map(|quotation| frame(coverage, article, quotation)));
        places.extend(deeds);
    }
    let differing = stances.iter().any(|own| *own != stances[0]);
    let colors: usize = stances.iter().map(|own| own.len().min(4)).sum();
    // Of a single article the coloured verbs are shown by themselves.
    let is_alone = coverage.articles.len() == 1 && colors > 0;
    if stances.len() < 2 && !is_alone {
        return None;
    }
    let apart = verbs::told_apart(coverage, voice);
    let recolored = if apart.is_empty() { 0.0 } else { RECOLORED };
    let quoted = voice.quotations.len() as f64;
    let framing = Framing {
        kind: FramingKind::Cue,
        is_clear: is_heard && differing && colors >= LEAST_COLORS,
        about: voice.name.clone(),
        note: String::new(),
        missing_in: Vec::new(),
        versions: Vec::new(),
        weight: if differing { colors as f64 * 0.5 } else { 0.0 }
            + recolored
            + stances.len() as f64
            + quoted.sqrt() * 0.6,
        places: ordered(places),
    };
    Some((framing, apart))
}

/// The verbs of one statement of the speaker, or else those of each article.
fn in_words(coverage: &Coverage, voice: &Voice, apart: &[Apart]) -> (String, Vec<Version>) {
    verbs::of_first(coverage, apart).unwrap_or_else(|| {
        let mut versions = Vec::new();
        let parts = (0..coverage.articles.len()).filter_map(|article| {
            let mut speech = voice.speech(coverage, article);
            speech.retain(|quotation| quotation.cue.is_some());
            let (words, own) = match deeds(coverage, voice, article).first() {
                Some(deed) if speech.is_empty() => {
                    let own = Version {
                        place: *deed,
                        count: 1,
                    };
                    (coverage.quote(*deed), vec![own])
                }
                _ => verbs::of_article(coverage, article, &speech),
            };
            versions.extend(own);
            (!words.is_empty()).then(|| format!("{}: {words}", coverage.outlet(article)))
        });
        let parts: Vec<String> = parts.collect();
        (parts.join("; "), versions)
    })
}

/// The classes of an article's coloured cues and words of attitude for a speaker, each once.
fn stances_of<'a>(
    coverage: &Coverage<'a>,
    article: usize,
    speech: &[&'a Quotation],
    deeds: &[Place],
) -> Vec<&'a str> {
    let colored = speech
        .iter()
        .filter(|quotation| verbs::is_colored(quotation));
    let mut own: Vec<&str> = colored
        .filter_map(|quotation| quotation.cue.as_ref().map(|cue| cue.stance.as_str()))
        .collect();
    let tones = coverage.narration(article).tones.iter();
    let inside = tones.filter(|tone| {
        tone.strength >= 2 && deeds.iter().any(|deed| deed.span.overlap(tone.span) > 0)
    });
    own.extend(inside.map(|tone| tone.class.name()));
    own.sort_unstable();
    own.dedup();
    own
}

/// What the article has the speaker do, coloured words first.
fn deeds(coverage: &Coverage, voice: &Voice, article: usize) -> Vec<Place> {
    let tones = &coverage.narration(article).tones;
    let color = |place: &Place| {
        let inside = tones
            .iter()
            .filter(|tone| place.span.overlap(tone.span) > 0);
        inside.map(|tone| tone.strength).max().unwrap_or(0)
    };
    let mut deeds: Vec<Place> = voice.deeds(article).collect();
    deeds.sort_by_cached_key(|place| (std::cmp::Reverse(color(place)), place.span));
    deeds.truncate(MOST_PASSAGES);
    deeds
}

/// Whether the place holds an adverb of manner ("swiftly rejected").
fn has_manner(coverage: &Coverage, place: Place) -> bool {
    let Some(lexicon) = coverage.lexicon(place.article) else {
        return false;
    };
    let mut words = coverage.slice(place).split(' ');
    words.any(|word| lexicon.word(word).classes == 0 && lexicon.ending(word) & class::ADVERB != 0)
}
