//! Who is named in one breath with a speaker: "Ann Lee and │Tom Ortega│ said".

use super::Name;
use crate::Span;
use crate::lexicon::{Lexicon, class};

/// Words of a name that is looked for beside another.
const LONGEST_NAME: usize = 4;

/// The names that a conjunction joins to `mention`, or joins inside it: "both Ann Lee and Tom Ortega", "Ann Lee
/// (Liberal) and nine members of the council".
pub(crate) fn named_beside(text: &str, mention: Span, language: Option<&str>) -> Vec<Name> {
    let Some(lexicon) = Lexicon::of(language) else {
        return Vec::new();
    };
    let joins =
        |word: &str| !word.contains(',') && lexicon.word(word).classes & class::CONJUNCTION != 0;
    let line = text[..mention.start].rfind('\n').map_or(0, |at| at + 1);
    let before: Vec<&str> = text[line..mention.start].split_whitespace().collect();
    let own: Vec<&str> = mention.slice(text).split_whitespace().collect();
    let rest = text[mention.end..].lines().next().unwrap_or("");
    let behind: Vec<&str> = rest.split_whitespace().take(LONGEST_NAME + 1).collect();
    let mut found: Vec<Vec<&str>> = Vec::new();
    if let Some((_, rest)) = before.split_last().filter(|(last, _)| joins(last)) {
        found.push(name_before(rest));
    }
    if let Some(at) = own.iter().position(|word| joins(word)) {
        found.push(name_before(&own[..at]));
        found.push(name_behind(&own[at + 1..]));
    }
    if let Some((_, rest)) = behind.split_first().filter(|(first, _)| joins(first)) {
        found.push(name_behind(rest));
    }
    found.retain(|words| !words.is_empty());
    let names = found.iter().map(|words| Name::parse(&words.join(" ")));
    names.filter(Name::is_name).collect()
}

/// Those who speak together, one by one: "Ann Lee and Tom Ortega". Whoever speaks alone is the only one, and so is a
/// body with a conjunction in its name.
pub(crate) fn speaking_together(name: &str) -> Vec<&str> {
    let lexicon = Lexicon::of(None);
    let joins =
        |lexicon: &Lexicon, word: &str| lexicon.word(word).classes & class::CONJUNCTION != 0;
    let conjunction = lexicon.and_then(|lexicon| name.split(' ').find(|word| joins(lexicon, word)));
    let Some(conjunction) = conjunction.map(|word| format!(" {word} ")) else {
        return vec![name];
    };
    let parts: Vec<&str> = name
        .split(", ")
        .flat_map(|part| part.split(conjunction.as_str()))
        .collect();
    let parsed: Vec<Name> = parts.iter().map(|part| Name::parse(part)).collect();
    let are_names = parsed.iter().all(|part| part.is_name && !part.is_body);
    match are_names && parsed.iter().any(Name::is_person) {
        true => parts,
        false => vec![name],
    }
}

/// The words with capitals at the end of `words`, a remark in brackets behind them left aside.
fn name_before<'t>(words: &[&'t str]) -> Vec<&'t str> {
    let mut name: Vec<&str> = Vec::new();
    let bare = words.iter().rev().skip_while(|word| is_remark(word));
    for word in bare.take(LONGEST_NAME).take_while(|word| is_capital(word)) {
        if !name.is_empty() && word.ends_with(',') {
            break;
        }
        name.insert(0, word.trim_end_matches(','));
    }
    name
}

/// The words with capitals at the beginning of `words`.
fn name_behind<'t>(words: &[&'t str]) -> Vec<&'t str> {
    let name = words.iter().take(LONGEST_NAME);
    name.take_while(|word| is_capital(word))
        .map(|word| word.trim_end_matches(','))
        .collect()
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a word is one in brackets: a party or an office behind a name.
fn is_remark(word: &str) -> bool {
    word.starts_with('(') && word.trim_end_matches(',').ends_with(')')
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;

    #[test]
    fn who_is_named_with_the_speaker_counts_too() {
        let text = "In their remarks both Ann Lee (Liberal) and Tom Ortega called it “a breach.”";
        let beside = |mention: &str| {
            let start = text.find(mention).unwrap();
            named_beside(text, Span::new(start, start + mention.len()), None)
        };
        assert_eq!(beside("Tom Ortega"), [Name::parse("Ann Lee")]);
        assert_eq!(beside("both Ann Lee (Liberal) and Tom Ortega").len(), 2);
        assert_eq!(beside("In"), []);
    }

    #[test]
    fn joint_speakers_are_several() {
        assert_eq!(
            speaking_together("Ann Lee and Ortega"),
            ["Ann Lee", "Ortega"]
        );
        let three = ["Ann Lee", "Tom Ortega", "Roy Orr"];
        assert_eq!(speaking_together("Ann Lee, Tom Ortega and Roy Orr"), three);
        let alone = [
            "Ann Lee",
            "Food and Drug Administration",
            "the mayor and his aides",
        ];
        for name in alone {
            assert_eq!(speaking_together(name), [name]);
        }
    }
}
