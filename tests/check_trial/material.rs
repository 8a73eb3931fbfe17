//! What the sources hold to quote from: who says what in one go, and what is only told.

use rashomon::{Article, QuotationKind, extract};

use super::Speech;

/// What is said in a source: the turns of a transcript, or the quotations of an article.
pub(super) fn speeches(source: &Article) -> Vec<Speech> {
    let turns = turns(source);
    if turns.is_empty() {
        speeches_of_article(source)
    } else {
        turns
    }
}

fn turns(source: &Article) -> Vec<Speech> {
    let mut turns: Vec<(String, String)> = Vec::new();
    for line in source.text.lines().filter(|line| !line.contains("-->")) {
        if line.chars().all(|c| c.is_ascii_digit()) {
            continue;
        }
        let label = line
            .split_once(": ")
            .filter(|(label, _)| label.len() < 30 && !label.contains(char::is_lowercase));
        if let Some((label, words)) = label {
            turns.push((name(label), words.to_owned()));
        } else if let Some((_, words)) = turns.last_mut() {
            words.push(' ');
            words.push_str(line);
        }
    }
    let speeches = turns.into_iter().map(|(speaker, words)| Speech {
        speaker,
        sentences: sentences(&words),
    });
    speeches
        .filter(|speech| speech.speaker != "Reporter")
        .collect()
}

/// "MS. HOLM" as a draft writes it.
fn name(label: &str) -> String {
    let words = label
        .split_whitespace()
        .map(|word| word[..1].to_owned() + &word[1..].to_lowercase());
    words
        .collect::<Vec<_>>()
        .join(" ")
        .replace("The Chair", "the chair")
}

pub(super) fn speeches_of_article(source: &Article) -> Vec<Speech> {
    let extraction = extract::extract(source);
    let quotations = extraction
        .quotations
        .iter()
        .filter(|one| one.kind == QuotationKind::Direct);
    let speeches = quotations.flat_map(|quotation| {
        let speaker = quotation
            .speaker
            .as_ref()
            .map_or("one resident", |one| one.name.as_str());
        quotation.segments.iter().map(|span| Speech {
            speaker: speaker.to_owned(),
            sentences: sentences(span.slice(&source.text)),
        })
    });
    speeches
        .filter(|speech| {
            speech
                .sentences
                .iter()
                .all(|s| !s.contains(['“', '”', '"', '[', '…', '‘']))
        })
        .collect()
}

/// What an article tells as said, without quotation marks.
pub(super) fn told(source: &Article) -> Vec<(String, String)> {
    if !turns(source).is_empty() {
        return Vec::new();
    }
    let extraction = extract::extract(source);
    let quotations = extraction.quotations.iter();
    let indirect =
        quotations.filter(|one| one.kind == QuotationKind::Indirect && one.content.len() == 1);
    indirect
        .filter_map(|quotation| {
            let speaker = quotation.speaker.as_ref()?.name.clone();
            let words = quotation.content[0]
                .slice(&source.text)
                .trim_end_matches(['.', ',']);
            let words = words.strip_prefix("that ").unwrap_or(words);
            (words.split(' ').count() >= 6 && !words.contains(['“', '"']))
                .then(|| (words.to_owned(), speaker))
        })
        .collect()
}

fn sentences(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut sentences = vec![String::new()];
    for word in words {
        let last = sentences.last_mut().expect("never empty");
        if !last.is_empty() {
            last.push(' ');
        }
        last.push_str(word);
        let is_title = matches!(word, "Mr." | "Ms." | "Dr.");
        if word.ends_with(['.', '?', '!']) && !is_title {
            sentences.push(String::new());
        }
    }
    sentences.retain(|sentence| sentence.split(' ').count() >= 4);
    sentences
}
