//! Quotations made from the material: left alone, or altered in one known way each.

use super::{Dice, Material, Speech};

/// A random sentence of a random speech with its words, without its full stop.
fn sentence<'m>(material: &'m Material, dice: &mut Dice) -> Option<(&'m Speech, Vec<&'m str>)> {
    let speech = dice.pick(&material.speeches);
    if speech.sentences.is_empty() {
        return None;
    }
    let sentence = dice.pick(&speech.sentences);
    Some((
        speech,
        sentence.trim_end_matches(['.', ',']).split(' ').collect(),
    ))
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

const LIMITS: [&str; 9] = [
    "but", "unless", "if", "except", "although", "though", "provided", "until", "however",
];

const NOT: [&str; 9] = [
    "not", "never", "no", "nobody", "none", "nothing", "cannot", "nor", "without",
];

/// Whether a word can go or be replaced without turning the sentence.
fn is_plain(word: &str) -> bool {
    let word_ = bare(word);
    let turns = NOT.contains(&word_.as_str()) || LIMITS.contains(&word_.as_str());
    let number =
        rashomon::lexicon::Lexicon::of(None).is_some_and(|l| l.wording().number(&word_).is_some());
    !turns
        && !number
        && !word.contains(char::is_uppercase)
        && !word.contains(|c: char| c.is_ascii_digit())
        && !word.contains(['\'', '’', '—', '-'])
        && !word_.is_empty()
}

/// One or two whole sentences, or a sentence from some word on.
pub(super) fn verbatim(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
    let speech = dice.pick(&material.speeches);
    let from = dice.below(speech.sentences.len());
    let count = 1 + dice.below(2);
    let chosen: Vec<&str> = speech
        .sentences
        .iter()
        .skip(from)
        .take(count)
        .map(String::as_str)
        .collect();
    let mut words = chosen.join(" ");
    if dice.below(3) == 0 {
        let all: Vec<&str> = words.split(' ').collect();
        let skipped = dice.below(all.len().saturating_sub(5));
        words = all[skipped..].join(" ");
    }
    let words = words.trim_end_matches(['.', ',']).to_owned();
    // Speech that is tidied is a matter of its own.
    (!words.is_empty()).then(|| (words, speech.speaker.clone()))
}

pub(super) fn interpolated(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
    let (speech, mut words) = sentence(material, dice)?;
    let remark = *dice.pick(&[
        "[the ministry]",
        "[in Skerrow]",
        "[last year]",
        "[sic]",
        "[of the county]",
    ]);
    if words.len() < 6 {
        return None;
    }
    let at = 2 + dice.below(words.len() - 3);
    let pronoun = ["it", "he", "she", "they", "them"].contains(&bare(words[at]).as_str());
    if pronoun {
        words[at] = "[the office]";
    } else {
        words.insert(at, remark);
    }
    Some((words.join(" "), speech.speaker.clone()))
}

pub(super) fn elided(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
    let (speech, words) = sentence(material, dice)?;
    let gone = 2 + dice.below(4);
    if words.len() < gone + 7 {
        return None;
    }
    let at = 3 + dice.below(words.len() - gone - 5);
    if !words[at..at + gone].iter().all(|word| is_plain(word)) || words[at - 1].ends_with('.') {
        return None;
    }
    let mark = if dice.below(2) == 0 { " … " } else { " " };
    let words = format!(
        "{}{mark}{}",
        words[..at].join(" "),
        words[at + gone..].join(" ")
    );
    Some((words, speech.speaker.clone()))
}

pub(super) fn truncated(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
    let (speech, words) = sentence(material, dice)?;
    let limit = words
        .iter()
        .position(|word| LIMITS[..8].contains(&bare(word).as_str()))?;
    if limit < 4 || words.len() < limit + 3 || !words[limit - 1].ends_with(',') {
        return None;
    }
    let from = if dice.below(2) == 0 {
        0
    } else {
        dice.below(limit - 3)
    };
    let words = words[from..limit].join(" ");
    Some((
        words.trim_end_matches(',').to_owned(),
        speech.speaker.clone(),
    ))
}

pub(super) fn spliced(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
    let speech = dice.pick(&material.speeches);
    let own: Vec<&Speech> = material
        .speeches
        .iter()
        .filter(|other| other.speaker == speech.speaker)
        .collect();
    let all: Vec<&String> = own.iter().flat_map(|speech| &speech.sentences).collect();
    if all.len() < 4 {
        return None;
    }
    let first = dice.below(all.len() - 3);
    let second = first + 2 + dice.below(all.len() - first - 2);
    let is_long = |at: usize| all[at].split(' ').count() >= 6 && !all[at].ends_with('?');
    if !is_long(first) || !is_long(second) || all[first] == all[second] {
        return None;
    }
    let between: usize = all[first + 1..second]
        .iter()
        .map(|s| s.split(' ').count())
        .sum();
    let words = format!("{} {}", all[first], all[second].trim_end_matches('.'));
    (between >= 8).then(|| (words, speech.speaker.clone()))
}

pub(super) fn reworded(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
    let (speech, mut words) = sentence(material, dice)?;
    let at = dice.below(words.len());
    if words.len() < 6 || !is_plain(words[at]) || bare(words[at]).len() < 4 {
        return None;
    }
    let other = *dice.pick(&[
        "remarkable",
        "gather",
        "timber",
        "swiftly",
        "carefully",
        "neighbour",
        "demand",
        "journey",
    ]);
    let comma = if words[at].ends_with(',') { "," } else { "" };
    let other = format!("{other}{comma}");
    words[at] = &other;
    Some((words.join(" "), speech.speaker.clone()))
}

pub(super) fn contradicted(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
    let (speech, words) = sentence(material, dice)?;
    if words.len() < 5 {
        return None;
    }
    let number = words
        .iter()
        .position(|word| bare(word).parse::<u32>().is_ok());
    let negation = words
        .iter()
        .position(|word| ["not", "never"].contains(&bare(word).as_str()));
    let verb = words
        .iter()
        .position(|w| ["was", "is", "were", "are", "will", "have"].contains(w));
    let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    if let Some(at) = number {
        let old = bare(&words[at]);
        let new = (old.parse::<u32>().ok()? + 7).to_string();
        words[at] = words[at].replace(&old, &new);
    } else if let Some(at) = negation {
        words.remove(at);
    } else {
        words.insert(verb? + 1, "not".to_owned());
    }
    Some((words.join(" "), speech.speaker.clone()))
}

pub(super) fn credited_to_another(
    material: &Material,
    dice: &mut Dice,
) -> Option<(String, String)> {
    let (speech, words) = sentence(material, dice)?;
    let other = dice.pick(&material.speeches);
    let surname = |name: &str| name.rsplit(' ').next().unwrap_or(name).to_owned();
    let is_person = |name: &str| {
        name.split(' ').count() >= 2 && name.split(' ').all(|w| w.starts_with(char::is_uppercase))
    };
    let differ = is_person(&speech.speaker)
        && is_person(&other.speaker)
        && surname(&speech.speaker) != surname(&other.speaker);
    (differ && words.len() >= 5).then(|| (words.join(" "), other.speaker.clone()))
}

pub(super) fn missing(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
    let speech = dice.pick(&material.foreign);
    let sentence = speech.sentences.get(dice.below(speech.sentences.len()))?;
    let words = sentence.trim_end_matches(['.', ',']).to_owned();
    (words.split(' ').count() >= 5).then(|| (words, speech.speaker.clone()))
}

pub(super) fn paraphrased(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
    let (words, speaker) = dice.pick(&material.told);
    // As it would have been said.
    let direct = words
        .replace(" would ", " will ")
        .replace(" had been ", " has been ");
    let first: String = direct
        .chars()
        .take(1)
        .flat_map(char::to_uppercase)
        .collect();
    Some((first + direct.get(1..)?, speaker.clone()))
}
