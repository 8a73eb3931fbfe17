//! The language of an article: what it declares, else what its letters say.

/// Shorter texts are too often taken for another language, in characters.
const MIN_CHARACTERS: usize = 200;

/// The BCP 47 tag that is `declared`, or of the language that `body` is in.
pub(super) fn tag(declared: Option<&str>, body: &str) -> Option<String> {
    declared.and_then(normal).or_else(|| detected(body))
}

/// "en_US" and "en-us" as "en-US".
fn normal(declared: &str) -> Option<String> {
    let declared = declared.trim().replace('_', "-");
    let mut parts = declared.split('-');
    let language = parts.next()?.to_lowercase();
    let is_code =
        matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    is_code.then_some(())?;
    let mut tag = language;
    for part in parts {
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_uppercase()),
            _ => tag.push_str(part),
        }
    }
    Some(tag)
}

fn detected(body: &str) -> Option<String> {
    if body.chars().count() < MIN_CHARACTERS {
        return None;
    }
    let found = whatlang::detect(body).filter(whatlang::Info::is_reliable)?;
    (found.lang() == whatlang::Lang::Eng).then(|| "en".to_owned())
}
