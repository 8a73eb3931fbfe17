//! A seeded trial of `check`: quotations altered in known ways and as many left alone, over the transcripts
//! and the articles of `corpora/`. Prints how many of each kind are recognised:
//!
//! ```text
//! cargo test --test check_trial -- --nocapture
//! ```

// The table of figures is what the test is run for.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use rashomon::check::{Allowances, check};
use rashomon::model::CheckStatus;
use rashomon::read::{Input, read};
use rashomon::{Article, QuotationKind, extract};

/// Altered quotations and untouched ones.
const ALTERED: usize = 500;
const UNTOUCHED: usize = 500;
/// Share of each kind that must be recognised, and of the untouched ones that may be called altered.
const RECOGNISED: f64 = 0.97;
const FALSE_ALARMS: f64 = 0.005;

/// What is searched: one article of an event, since its outlets alter one another's quotations themselves.
/// One event is held back for quotations that no source has.
const SOURCES: [&str; 4] = [
    "transcripts",
    "pump-recall/courier.json",
    "river-flood/national-register.json",
    "stadium-ruling/docket-and-quill.txt",
];
const HELD_BACK: &str = "kremlin-readout";

/// What somebody says in one go.
struct Speech {
    speaker: String,
    sentences: Vec<String>,
}

/// A quotation for a draft and what `check` must say of it.
struct Case {
    words: String,
    speaker: String,
    expected: CheckStatus,
}

/// Xorshift: the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % limit.max(1)
    }

    fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }
}

#[test]
fn every_kind_is_recognised_and_untouched_quotations_are_left_alone() {
    let sources: Vec<Article> = SOURCES.iter().flat_map(|event| articles(event)).collect();
    let speeches: Vec<Speech> = sources.iter().flat_map(speeches).collect();
    let mut dice = Dice(20_310_314);
    let mut cases = Vec::new();
    let kinds: [(CheckStatus, Maker); 9] = [
        (CheckStatus::Interpolated, interpolated),
        (CheckStatus::Elided, elided),
        (CheckStatus::Truncated, truncated),
        (CheckStatus::Spliced, spliced),
        (CheckStatus::Reworded, reworded),
        (CheckStatus::Contradicted, contradicted),
        (CheckStatus::Speaker, credited_to_another),
        (CheckStatus::Missing, missing),
        (CheckStatus::Paraphrased, paraphrased),
    ];
    let material = Material {
        told: sources.iter().flat_map(told).collect(),
        foreign: articles(HELD_BACK)
            .iter()
            .flat_map(speeches_of_article)
            .collect(),
        speeches,
    };
    for (at, (kind, make)) in kinds.iter().enumerate() {
        let wanted = ALTERED / kinds.len() + usize::from(at < ALTERED % kinds.len());
        let mut made = 0;
        for _ in 0..wanted * 400 {
            if made == wanted {
                break;
            }
            if let Some((words, speaker)) = make(&material, &mut dice) {
                made += 1;
                cases.push(Case {
                    words,
                    speaker,
                    expected: *kind,
                });
            }
        }
        assert_eq!(made, wanted, "{} cases", kind.name());
    }
    let mut untouched = 0;
    while untouched < UNTOUCHED {
        if let Some((words, speaker)) = verbatim(&material, &mut dice) {
            cases.push(Case {
                words,
                speaker,
                expected: CheckStatus::Verbatim,
            });
            untouched += 1;
        }
    }
    let outcome = run(&cases, sources);
    report(&cases, &outcome);
}

type Maker = fn(&Material, &mut Dice) -> Option<(String, String)>;

struct Material {
    speeches: Vec<Speech>,
    /// What articles tell in their own words, with the speaker.
    told: Vec<(String, String)>,
    foreign: Vec<Speech>,
}

fn articles(event: &str) -> Vec<Article> {
    let path = PathBuf::from("corpora").join(event);
    read(&[Input::Path(path)], &mut |_, _| {}).articles
}

/// Writes the cases into drafts, checks them and gives what was said of each.
fn run(cases: &[Case], sources: Vec<Article>) -> Vec<(Option<CheckStatus>, String)> {
    let mut drafts = Vec::new();
    let mut places = BTreeMap::new();
    for (number, part) in cases.chunks(25).enumerate() {
        let mut text = String::new();
        for (at, case) in part.iter().enumerate() {
            text.push('“');
            places.insert((number, text.len()), number * 25 + at);
            let mark = if case.words.ends_with(['?', '!']) {
                ""
            } else {
                ","
            };
            text.push_str(&format!("{}{mark}” {} said.\n\n", case.words, case.speaker));
        }
        let mut draft = Article::new(format!("draft-{number}"), text);
        draft.language = Some("en".to_owned());
        drafts.push(draft);
    }
    let check = check(drafts, sources, &Allowances::default());
    let mut outcome = vec![(None, String::new()); cases.len()];
    for checked in &check.results {
        if let Some(case) = places.get(&(checked.place.article, checked.place.span.start)) {
            outcome[*case] = (Some(checked.status()), check.note(checked));
        }
    }
    outcome
}

fn report(cases: &[Case], outcome: &[(Option<CheckStatus>, String)]) {
    let mut rows: BTreeMap<CheckStatus, (usize, usize)> = BTreeMap::new();
    for (case, (status, note)) in cases.iter().zip(outcome) {
        let row = rows.entry(case.expected).or_default();
        row.1 += 1;
        if *status == Some(case.expected) {
            row.0 += 1;
        } else {
            let said = status.map_or("not looked up", CheckStatus::name);
            println!(
                "{} taken for {said}: “{}” ({}): {note}",
                case.expected.name(),
                case.words,
                case.speaker
            );
        }
    }
    println!("\n{:<14} {:>5} {:>10}", "kind", "cases", "recognised");
    let mut failed = Vec::new();
    for (kind, (right, all)) in rows {
        let share = right as f64 / all as f64;
        println!("{:<14} {all:>5} {share:>10.3}", kind.name());
        let floor = if kind == CheckStatus::Verbatim {
            1.0 - FALSE_ALARMS
        } else {
            RECOGNISED
        };
        if share < floor {
            failed.push(kind.name());
        }
    }
    assert!(failed.is_empty(), "too few of {failed:?} are recognised");
}

/// What is said in a source: the turns of a transcript, or the quotations of an article.
fn speeches(source: &Article) -> Vec<Speech> {
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

fn speeches_of_article(source: &Article) -> Vec<Speech> {
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
fn told(source: &Article) -> Vec<(String, String)> {
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
fn verbatim(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
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

fn interpolated(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
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

fn elided(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
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

fn truncated(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
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

fn spliced(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
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

fn reworded(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
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

fn contradicted(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
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

fn credited_to_another(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
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

fn missing(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
    let speech = dice.pick(&material.foreign);
    let sentence = speech.sentences.get(dice.below(speech.sentences.len()))?;
    let words = sentence.trim_end_matches(['.', ',']).to_owned();
    (words.split(' ').count() >= 5).then(|| (words, speech.speaker.clone()))
}

fn paraphrased(material: &Material, dice: &mut Dice) -> Option<(String, String)> {
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
