//! Sentences that speak to somebody and are no judgement of the outlet's, whatever words they use.
//!
//! ```text
//! Dear Ann and Bo, I get that you are awful, …        a letter that the text reprints, to its last "you"
//! Were you there? Call our flood line.                a service
//! Sign up for our shocking stories.                   a call to the readers
//! ```

use crate::lexicon::{AppealKind, Lexicon};
use crate::model::{Place, Remark, Sentence, ToneClass};
use crate::{Comparison, Extraction, Span};

/// Whether all that is told as an outlet's remark is such a sentence.
pub(super) fn is_appeal(comparison: &Comparison, remark: &Remark) -> bool {
    let article = remark.place.article;
    let sentences = &comparison.extractions[article].narration.sentences;
    let own = sentences.iter().enumerate();
    let mut own = own.filter(|(_, sentence)| remark.place.span.contains(sentence.span));
    is_service(comparison, remark)
        || own.all(|(at, sentence)| {
            opened_by(comparison, article, sentence) == Some(AppealKind::Call)
                || is_in_letter(comparison, article, at)
        })
}

/// "Were you there? Call our flood line" is a service; a question alone is not.
fn is_service(comparison: &Comparison, remark: &Remark) -> bool {
    let article = remark.place.article;
    let is_question = |span: Span| comparison.slice(Place { article, span }) == "?";
    let mut triggers = remark.triggers.iter();
    let mut addressing = remark.triggers.iter();
    triggers.all(|(_, class)| *class == ToneClass::Address)
        && addressing.any(|(span, _)| !is_question(*span))
}

fn opened_by(comparison: &Comparison, article: usize, sentence: &Sentence) -> Option<AppealKind> {
    let language = comparison.articles[article].language.as_deref();
    let text = &comparison.articles[article].text;
    let appeals = Lexicon::of(language)?.appeals();
    appeals.opened_by(sentence.span.slice(text))
}

/// Whether the sentence belongs to a letter: it opens one, or every paragraph since the salutation speaks to somebody.
fn is_in_letter(comparison: &Comparison, article: usize, at: usize) -> bool {
    let extraction = &comparison.extractions[article];
    let sentences = &extraction.narration.sentences;
    let own = sentences[at].paragraph;
    let before = sentences[..=at].iter().rev();
    let mut reached = before.take_while(|sentence| {
        sentence.paragraph == own || speaks_to_somebody(extraction, sentence.paragraph)
    });
    speaks_to_somebody(extraction, own)
        && reached
            .any(|sentence| opened_by(comparison, article, sentence) == Some(AppealKind::Letter))
}

/// Whether a paragraph has words of address in it ("you").
fn speaks_to_somebody(extraction: &Extraction, paragraph: usize) -> bool {
    let narration = &extraction.narration;
    let mut tones = narration.tones.iter();
    tones.any(|tone| {
        tone.class == ToneClass::Address
            && narration.sentences[tone.sentence].paragraph == paragraph
    })
}

#[cfg(test)]
mod tests {
    use crate::model::FindingKind;
    use crate::{Article, compare_articles};

    const PLAIN: &str =
        "The council closed the Orme bridge to lorries on Monday after a crack was found.";

    /// What is told first as the outlet's own voice where a text ends with `words`.
    fn remarks(words: &str) -> Vec<String> {
        let comparison = compare_articles(vec![
            Article::new("A Wire", PLAIN),
            Article::new("B Post", format!("{PLAIN}\n\n{words}")),
        ]);
        let findings = comparison.summary.into_iter();
        let own = findings.filter(|finding| finding.kind == FindingKind::Remark);
        own.map(|finding| finding.text).collect()
    }

    #[test]
    fn a_letter_is_not_the_outlets_voice_to_its_end() {
        let letter = "Dear Ann and Bo, you are shameless, pathetic and absurd.\n\nYour bridge is a disgraceful farce.";
        assert!(remarks(letter).is_empty());
        let behind = remarks(&format!(
            "{letter}\n\nThe scheme is a shameless, absurd farce."
        ));
        assert_eq!(
            behind,
            ["B Post: “The scheme is a shameless, absurd farce.”"]
        );
    }

    #[test]
    fn a_call_to_the_readers_is_not_a_judgement() {
        assert!(
            remarks("Sign up for our harbour letter and never miss the shocking, absurd chaos.")
                .is_empty()
        );
        assert!(
            remarks("Call our hotline if you saw the shocking, absurd chaos at the bridge.")
                .is_empty()
        );
        assert_eq!(
            remarks("The shocking, absurd chaos at the bridge goes on.").len(),
            1
        );
    }
}
