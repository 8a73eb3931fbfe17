//! The language of an article: what it declares, else what its common words or, where they do not tell,
//! its letters say.

use whatlang::{Detector, Lang, Script};

use crate::lexicon;

/// The Latin letters of shorter texts are too often taken for those of another language, in characters; other letters
/// have few languages to choose from.
const MIN_CHARACTERS: usize = 200;
/// Most articles tell it by the common words in so many characters, the others by those in more.
const FEW_CHARACTERS: usize = 500;
/// More than enough to tell, in characters.
const MAX_CHARACTERS: usize = 1_500;

/// The BCP 47 tag of the `declared` language, or of the one that `body` is written in.
pub(super) fn tag(declared: Option<&str>, body: &str) -> Option<String> {
    declared.and_then(normal).or_else(|| detected(body))
}

/// `en_US`, `eng` and `English` as BCP 47 has them; nothing for what is no language.
pub(super) fn normal(declared: &str) -> Option<String> {
    let declared = declared.split([',', ';']).next()?.trim().replace('_', "-");
    let mut parts = declared.split('-');
    let language = parts.next()?.to_lowercase();
    let by_name = |lang: &&Lang| lang.eng_name().eq_ignore_ascii_case(&language);
    if let Some(lang) = Lang::all().iter().find(by_name) {
        return Some(short(*lang).to_owned());
    }
    let is_code =
        matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    is_code.then_some(())?;
    let mut tag = match Lang::from_code(language.as_str()) {
        Some(lang) => short(lang).to_owned(),
        None => language,
    };
    for part in parts.filter(|part| part.chars().all(|sign| sign.is_ascii_alphanumeric())) {
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_uppercase()),
            _ => tag.push_str(part),
        }
    }
    Some(tag)
}

fn detected(body: &str) -> Option<String> {
    let by_words = |count| lexicon::language_of_common_words(first(body, count));
    if let Some(code) = by_words(FEW_CHARACTERS).or_else(|| by_words(MAX_CHARACTERS)) {
        return Some(code.to_owned());
    }
    let start = first(body, MAX_CHARACTERS);
    let is_short = start.chars().nth(MIN_CHARACTERS).is_none();
    if is_short && whatlang::detect_script(start) == Some(Script::Latin) {
        return None;
    }
    let found = Detector::new()
        .detect(start)
        .filter(whatlang::Info::is_reliable)?;
    Some(short(found.lang()).to_owned())
}

/// The first `count` characters of `text`.
fn first(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count);
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// ISO 639-3 codes with the shorter ones that BCP 47 wants in their place.
const SHORT: &str = "\
    afr:af aka:ak amh:am ara:ar aze:az bel:be ben:bn bul:bg cat:ca ces:cs cmn:zh cym:cy dan:da \
    deu:de ell:el eng:en epo:eo est:et fin:fi fra:fr guj:gu heb:he hin:hi hrv:hr hun:hu hye:hy \
    ind:id ita:it jav:jv jpn:ja kan:kn kat:ka khm:km kor:ko lat:la lav:lv lit:lt mal:ml mar:mr \
    mkd:mk mya:my nep:ne nld:nl nob:nb ori:or pan:pa pes:fa pol:pl por:pt ron:ro rus:ru sin:si \
    slk:sk slv:sl sna:sn spa:es srp:sr swe:sv tam:ta tel:te tgl:tl tha:th tuk:tk tur:tr ukr:uk \
    urd:ur uzb:uz vie:vi yid:yi zul:zu";

fn short(lang: Lang) -> &'static str {
    let of_lang = |pair: &'static str| pair.strip_prefix(lang.code())?.strip_prefix(':');
    SHORT.split(' ').find_map(of_lang).unwrap_or(lang.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The ferry ran aground off the harbour early on Tuesday with two hundred people on \
        board, the coast guard said. Nobody was hurt, though several passengers were treated for cold after \
        they had spent most of the night on deck waiting for the boats.";

    #[test]
    fn what_is_declared_counts() {
        for (declared, tag) in [
            ("en", "en"),
            ("en_US", "en-US"),
            ("EN-gb", "en-GB"),
            ("eng", "en"),
            ("English", "en"),
            ("zh-Hant-TW", "zh-Hant-TW"),
            ("de, en", "de"),
            ("fil", "fil"),
        ] {
            assert_eq!(
                super::tag(Some(declared), ENGLISH).as_deref(),
                Some(tag),
                "{declared}"
            );
        }
    }

    #[test]
    fn what_is_not_declared_is_read_from_the_letters() {
        assert_eq!(tag(None, ENGLISH).as_deref(), Some("en"));
        assert_eq!(tag(Some("{{ lang }}"), ENGLISH).as_deref(), Some("en"));
        let german = "Die Fähre lief am frühen Dienstag vor dem Hafen auf Grund, wie die Küstenwache mitteilte. \
            Niemand wurde verletzt, doch mussten mehrere Fahrgäste wegen Unterkühlung behandelt werden, nachdem \
            sie die Nacht an Deck verbracht hatten.";
        assert_eq!(tag(None, german).as_deref(), Some("de"));
        assert_eq!(tag(None, "Ferry aground."), None);
        let russian = "Губернатор выступил первым. Савельев считает, что угрозы здоровью нет и быть не может.";
        assert_eq!(tag(None, russian).as_deref(), Some("ru"));
    }
}
