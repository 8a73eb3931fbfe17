//! What differs beside the statements: facts, what is not found, names, verbs, and sentences that may be an
//! outlet's own. Only the weightiest of each kind is told; the rest stands in the full report.

use super::{Writer, appeals, count_words};
use crate::model::{
    Difference, Fact, FactKind, Finding, FindingKind, Framing, FramingKind, Place, QuotationId,
};

/// Facts that are told before the rest is counted.
const FACTS: usize = 3;
/// Findings of every other kind.
const OF_A_KIND: usize = 2;
/// Headlines that are told: those of many outlets fill the page.
const HEADLINES: usize = 4;
/// Sentences that may be an outlet's own: the least sure of all.
const REMARKS: usize = 1;
/// Words on either side of a value that does not say what it is about.
const AROUND: usize = 6;
/// Words of a passage and of a sentence that are printed to tell which one is meant.
const LONGEST_PASSAGE: usize = 12;
const LONGEST_REMARK: usize = 14;

impl Writer<'_> {
    /// The facts for which outlets give values that differ in this way.
    pub(super) fn facts(&self, difference: Difference) -> Vec<Finding> {
        let kind = match difference {
            Difference::Conflict => FindingKind::Fact,
            Difference::Update => FindingKind::Update,
            Difference::Rounding => FindingKind::Rounding,
        };
        let facts = self.comparison.facts.iter();
        let mut facts: Vec<&Fact> = facts.filter(|fact| fact.difference == difference).collect();
        // "about 8" beside "8" tells least.
        facts.sort_by_key(|fact| self.has_one_figure(fact));
        let told = facts.iter().take(FACTS);
        let mut findings: Vec<Finding> = told
            .map(|fact| {
                let places = fact.values.iter().map(|value| value.place);
                self.finding(kind, self.fact(fact), places)
            })
            .collect();
        if facts.len() > FACTS {
            let rest = &facts[FACTS..];
            let values = rest.iter().flat_map(|fact| &fact.values);
            let text = self.texts.more_of_kind(rest.len());
            let places = values.map(|value| value.place);
            findings.push(Finding {
                count: rest.len(),
                ..self.finding(kind, text, places)
            });
        }
        findings
    }

    /// "“300 passengers” in Meridian Wire, “250 passengers” in Capital Daily".
    fn fact(&self, fact: &Fact) -> String {
        // Outlets that print the same share a place in the sentence.
        let mut printed: Vec<(String, Vec<usize>)> = Vec::new();
        for value in &fact.values {
            let words = self.quote(value.place, value.place.span);
            match printed.iter_mut().find(|(known, _)| *known == words) {
                Some((_, articles)) => articles.push(value.place.article),
                None => printed.push((words, vec![value.place.article])),
            }
        }
        let values: Vec<String> = printed
            .iter()
            .map(|(words, articles)| self.texts.words_in(words, self.outlets(articles)))
            .collect();
        let mut text = values.join(", ");
        // A day or a word alone does not say what it is about.
        if matches!(fact.kind, FactKind::Date | FactKind::Other)
            && let Some((before, around, behind)) = self.around(fact)
        {
            let sign = |is_cut: bool| if is_cut { "… " } else { "" };
            let words = self.quote(around, around.span);
            text.push_str(&format!(": {}{words}", sign(before)));
            text.push_str(if behind { " …" } else { "" });
        }
        text
    }

    /// Whether all outlets print the same figure.
    fn has_one_figure(&self, fact: &Fact) -> bool {
        let figures = fact.values.iter();
        let figures = figures.map(|value| self.comparison.slice(value.figure));
        let figures: Vec<&str> = figures.collect();
        figures.windows(2).all(|pair| pair[0] == pair[1])
    }

    /// The words around the first value that has some, and whether words of its sentence stand on either side of them.
    fn around(&self, fact: &Fact) -> Option<(bool, Place, bool)> {
        let mut contexts = fact.values.iter().filter_map(|value| {
            let context = self.comparison.context(value.figure, AROUND);
            let tells = |place: Place| count_words(self.comparison.slice(place));
            (tells(context.1) > tells(value.place)).then_some(context)
        });
        contexts.next()
    }

    /// What others tell and an outlet does not.
    pub(super) fn missing(&self) -> Vec<Finding> {
        let of = self.weightiest(FramingKind::Omission);
        let told = of.map(|framing| {
            // A voice has a name; a passage is told by its first words.
            let about = match framing.versions.first() {
                Some(first) => self.texts.words_in(
                    self.first_words(first.place, LONGEST_PASSAGE),
                    self.outlet(first.place.article),
                ),
                None => framing.about.clone(),
            };
            let text = format!("{about}: {}", framing.note);
            self.finding(FindingKind::Missing, text, framing.places.iter().copied())
        });
        told.collect()
    }

    /// What the headlines make the news, while they are few enough to be read at once.
    pub(super) fn headlines(&self) -> Vec<Finding> {
        let titled = self.comparison.articles.iter();
        let titled = titled.filter(|article| article.title.is_some()).count();
        let of = self.weightiest(FramingKind::Headline);
        let told = of.filter(|_| titled <= HEADLINES).map(|framing| {
            let places = framing.places.iter().copied();
            self.finding(FindingKind::Headline, framing.note.clone(), places)
        });
        told.collect()
    }

    /// How the outlets name the same person, group or thing.
    pub(super) fn labels(&self) -> Vec<Finding> {
        let of = self.weightiest(FramingKind::Label);
        let told = of.map(|framing| {
            let places = framing.places.iter().copied();
            let text = format!("{}: {}", framing.about, framing.note);
            self.finding(FindingKind::Label, text, places)
        });
        told.collect()
    }

    /// With which verbs the outlets introduce the same words.
    pub(super) fn cues(&self) -> Vec<Finding> {
        let of = self.weightiest(FramingKind::Cue);
        let told = of.map(|framing| {
            let text = format!("{}: {}", framing.about, framing.note);
            self.finding(FindingKind::Cue, text, framing.places.iter().copied())
        });
        told.collect()
    }

    /// The findings of a kind that a reader is likeliest to want; of a single article there are none.
    fn weightiest(&self, kind: FramingKind) -> impl Iterator<Item = &Framing> {
        let is_alone = self.comparison.articles.len() < 2;
        let mut kept: Vec<&Framing> = Vec::new();
        for framing in &self.comparison.framing {
            let is_new = kept.iter().all(|known| is_other(known, framing));
            let is_clear = framing.is_clear && !self.is_left_out(framing);
            if framing.kind == kind && is_clear && is_new && !is_alone {
                kept.push(framing);
            }
        }
        kept.truncate(OF_A_KIND);
        kept.into_iter()
    }

    /// Whether a passage prints a statement of several outlets that those without the passage leave out: that is told of
    /// the statement.
    fn is_left_out(&self, framing: &Framing) -> bool {
        let Some(passage) = framing.versions.first().map(|version| version.place) else {
            return false;
        };
        let extraction = &self.comparison.extractions[passage.article];
        let prints = |id: &QuotationId| {
            let content = || &extraction.quotations[id.index].content;
            id.article == passage.article
                && content().iter().any(|span| span.overlap(passage.span) > 0)
        };
        framing.kind == FramingKind::Omission
            && self.comparison.statements.iter().any(|statement| {
                let lacks = |article: &usize| statement.omitted_by.contains(article);
                statement.carried_by.len() > 1
                    && framing.missing_in.iter().all(lacks)
                    && statement.variants.iter().any(prints)
            })
    }

    /// The sentences for which most speaks that an outlet says them for itself.
    pub(super) fn remarks(&self) -> Vec<Finding> {
        let mut remarks: Vec<_> = self.comparison.remarks.iter().collect();
        remarks.retain(|remark| !appeals::is_appeal(self.comparison, remark));
        remarks.sort_by(|a, b| a.by_weight(b));
        remarks.truncate(REMARKS);
        let told = remarks.into_iter().map(|remark| {
            let words = self.first_words(remark.place, LONGEST_REMARK);
            let text = format!("{}: {words}", self.outlet(remark.place.article));
            self.finding(FindingKind::Remark, text, std::iter::once(remark.place))
        });
        told.collect()
    }

    /// That nothing differs, where something was compared.
    pub(super) fn agreement(&self) -> Option<Finding> {
        let compared = self.comparison.facts_compared;
        let agrees = self.comparison.facts.is_empty() && compared > 0;
        agrees.then(|| {
            let text = self.texts.no_conflict_among(compared);
            self.finding(FindingKind::Note, text, std::iter::empty())
        })
    }

    fn finding(
        &self,
        kind: FindingKind,
        text: String,
        places: impl Iterator<Item = Place>,
    ) -> Finding {
        let places: Vec<Place> = places.collect();
        let mut articles: Vec<usize> = places.iter().map(|place| place.article).collect();
        articles.sort_unstable();
        articles.dedup();
        Finding {
            kind,
            text,
            statements: Vec::new(),
            articles,
            places,
            count: 1,
        }
    }
}

/// Whether two findings of a kind tell two things: they are not about the same, and at most one article shows both
/// in one place.
fn is_other(a: &Framing, b: &Framing) -> bool {
    let is_in_both = |place: &&Place| b.places.contains(place);
    let mut shared: Vec<usize> = a
        .places
        .iter()
        .filter(is_in_both)
        .map(|place| place.article)
        .collect();
    shared.dedup();
    let is_passage = a.kind == FramingKind::Omission;
    is_passage || a.about != b.about && shared.len() < 2
}
