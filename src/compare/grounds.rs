//! What the alignment saw in two passages, kept with the pair for whoever asks.

use crate::Span;
use crate::align::matching::Unit;
use crate::align::names::Agreement;
use crate::align::segments::units;
use crate::align::vocabulary::Rank;
use crate::align::{Alignment, Link, Paraphrase};
use crate::model::{Credit, Grounds, Likeness, Place, Run, SharedWord};

/// Shared words that are kept: nobody reads more.
const KEPT: usize = 8;

/// What two linked segments were aligned on.
pub(super) fn of_link(alignment: &Alignment, link: &Link) -> Grounds {
    let places = (
        alignment.segments[link.a].place,
        alignment.segments[link.b].place,
    );
    let span = |article: usize, unit: &Unit| {
        let words = &alignment.folded[article].words;
        words[unit.first].span.join(words[unit.last].span)
    };
    let steps = &link.matching.steps;
    let spans = |step: usize| -> (Span, Span) {
        let (a, b) = (&link.units.0[steps[step].a], &link.units.1[steps[step].b]);
        (span(places.0.article, a), span(places.1.article, b))
    };
    let mut words: Vec<SharedWord> = (0..steps.len())
        .filter(|step| link.units.0[steps[*step].a].rank > Rank::Function)
        .map(|step| {
            let (a, b) = spans(step);
            let unit = (&link.units.0[steps[step].a], &link.units.1[steps[step].b]);
            SharedWord {
                a,
                b,
                weight: f64::from(unit.0.weight.min(unit.1.weight)),
                likeness: if steps[step].same {
                    Likeness::Same
                } else {
                    Likeness::Form
                },
            }
        })
        .collect();
    keep_weightiest(&mut words);
    let run = link.matching.longest_run();
    let evidence = &link.evidence;
    Grounds {
        words,
        shared: evidence.matched,
        shorter: evidence.shorter,
        run: (run.len() > 1).then(|| {
            let (first, last) = (spans(run.start), spans(run.end - 1));
            Run {
                a: first.0.join(last.0),
                b: first.1.join(last.1),
                words: run.len(),
            }
        }),
        credit: credit(evidence.speaker),
        around: f64::from(evidence.context),
    }
}

/// What a segment and the passage that tells it, given in the order of the pair, were aligned on.
pub(super) fn of_paraphrase(
    alignment: &Alignment,
    (a, b): (Place, Place),
    paraphrase: &Paraphrase,
) -> Grounds {
    let vocabulary = &alignment.vocabulary;
    let text = |place: Place| &alignment.folded[place.article];
    let units_at = |place: Place| units(text(place), text(place).within(place.span), vocabulary);
    let (own, theirs) = (units_at(a), units_at(b));
    let likeness = |x: &Unit, y: &Unit| {
        if x.id == y.id {
            Some(Likeness::Same)
        } else if x.stem == y.stem {
            Some(Likeness::Form)
        } else if vocabulary.root(x.id) == vocabulary.root(y.id) {
            Some(Likeness::Beginning)
        } else {
            let (x, y) = (
                vocabulary.meaning_at(text(a), x),
                vocabulary.meaning_at(text(b), y),
            );
            (x == y).then_some(Likeness::Meaning)
        }
    };
    let mut words: Vec<SharedWord> = Vec::new();
    for (at, x) in own.iter().enumerate() {
        let is_again = own[..at].iter().any(|before| before.stem == x.stem);
        if x.rank == Rank::Function || is_again {
            continue;
        }
        let fits = theirs.iter().filter_map(|y| Some((likeness(x, y)?, y)));
        let best = fits.min_by_key(|(likeness, y)| (*likeness as u8, y.first));
        words.extend(best.map(|(likeness, y)| SharedWord {
            a: alignment.folded[a.article].words[x.first].span,
            b: alignment.folded[b.article].words[y.first].span,
            weight: f64::from(x.weight.min(y.weight)),
            likeness,
        }));
    }
    let shared = words.len();
    keep_weightiest(&mut words);
    Grounds {
        words,
        shared,
        shorter: own.len().min(theirs.len()),
        run: None,
        credit: credit(paraphrase.speaker),
        around: f64::from(paraphrase.around),
    }
}

fn keep_weightiest(words: &mut Vec<SharedWord>) {
    words.sort_by(|x, y| {
        y.weight
            .total_cmp(&x.weight)
            .then(x.a.start.cmp(&y.a.start))
    });
    words.truncate(KEPT);
}

fn credit(agreement: Agreement) -> Credit {
    match agreement {
        Agreement::Same => Credit::Same,
        Agreement::Different => Credit::Different,
        Agreement::Open => Credit::Open,
    }
}
