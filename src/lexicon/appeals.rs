use super::tables;

/// How sentences open that speak to somebody and judge nothing.
#[derive(Debug, Default)]
pub struct Appeals {
    openings: Vec<(&'static str, AppealKind)>,
}

/// To whom such a sentence speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppealKind {
    /// To the person to whom a letter is written that the text reprints.
    Letter,
    /// To the readers: "Sign up for …".
    Call,
}

/// A salutation is closed by a comma or a colon within so many bytes.
const LONGEST_SALUTATION: usize = 80;

impl Appeals {
    pub(super) fn load(language: &str) -> Self {
        let kind = |name| match name {
            "letter" => AppealKind::Letter,
            _ => AppealKind::Call,
        };
        let rows = tables::rows(language, "appeals");
        Self {
            openings: rows
                .map(|row| (row.column(0), kind(row.column(1))))
                .collect(),
        }
    }

    /// What the sentence opens as, if it is an appeal.
    pub fn opened_by(&self, sentence: &str) -> Option<AppealKind> {
        let words = sentence.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let opens = |opening: &str| {
            let head = words.get(..opening.len());
            let is_whole = || !words[opening.len()..].starts_with(char::is_alphanumeric);
            head.is_some_and(|head| head.eq_ignore_ascii_case(opening)) && is_whole()
        };
        let mut openings = self.openings.iter();
        let (opening, kind) = openings.find(|(opening, _)| opens(opening))?;
        let closed = words[opening.len()..].find([',', ':', '\n', '.', ';', '?', '“', '"']);
        let is_salutation = closed.is_some_and(|length| {
            length <= LONGEST_SALUTATION
                && words[opening.len() + length..].starts_with([',', ':', '\n'])
        });
        (*kind == AppealKind::Call || is_salutation).then_some(*kind)
    }
}

#[cfg(test)]
mod tests {
    use super::AppealKind::{Call, Letter};
    use crate::lexicon::Lexicon;

    #[test]
    fn letters_and_calls_are_known_by_their_opening() {
        let appeals = Lexicon::of(None).unwrap().appeals();
        let opened = |sentence| appeals.opened_by(sentence);
        assert_eq!(opened("Dear Ann and Bo, you are a disgrace."), Some(Letter));
        assert_eq!(opened("Dear to the mayor is the awful old bridge."), None);
        assert_eq!(opened("*Sign up* for our harbour letter!"), Some(Call));
        assert_eq!(opened("Signs of your chaos are everywhere."), None);
    }
}
