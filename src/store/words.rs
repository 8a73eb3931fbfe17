//! The words of a text, as far as the full text tells them apart.

/// `text` in lower case, as [`str::to_lowercase`] writes it: most have no other letters than those of ASCII, which
/// take a tenth of the time.
pub(super) fn in_lower_case(mut text: String) -> String {
    if text
        .chars()
        .any(|sign| !sign.is_ascii() && sign.is_alphabetic())
    {
        return text.to_lowercase();
    }
    text.make_ascii_lowercase();
    text
}

/// The words of `text`.
pub(super) fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
}
