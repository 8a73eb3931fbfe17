//! Text that was saved after its UTF-8 had been read as another encoding:
//!
//! ```text
//! “We were not told”     â€œWe were not toldâ€      what scrapers leave behind
//! Café                   CafÃ©
//! ```
//!
//! Nothing of it is wrong by itself, so no decoder notices; but without its marks no quotation is found. It is
//! not repaired, since what is shown has to be a slice of what was read.

/// How the two begin, as they stand and as JSON escapes them.
const QUOTES: [&str; 2] = ["â€", "\\u00e2\\u20ac"];
/// A text that tells of such signs may print one.
const FEWEST: usize = 2;

/// How many garbled characters `text` holds, with the line of the first, from 1; nothing of a text that holds hardly
/// any.
pub(super) fn garbled(text: &str) -> Option<(usize, usize)> {
    let quotes = QUOTES.iter().flat_map(|sign| text.match_indices(sign));
    let letters = text.match_indices('Ã').filter(|(at, sign)| {
        let next = text[at + sign.len()..].chars().next();
        next.is_some_and(|next| ('\u{a1}'..='\u{bf}').contains(&next))
    });
    let places: Vec<usize> = quotes.chain(letters).map(|(at, _)| at).collect();
    let first = places.iter().min()?;
    let line = text[..*first].matches('\n').count() + 1;
    (places.len() >= FEWEST).then_some((places.len(), line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_and_letters_that_were_read_wrongly_are_counted() {
        let text = "The café.\n\nâ€œWe were not told,â€\u{9d} said Ann Lee of the CafÃ©.";
        assert_eq!(garbled(text), Some((3, 3)));
        let json = r#"{"text": "\u00e2\u20ac\u0153No,\u00e2\u20ac\u009d she said."}"#;
        assert_eq!(garbled(json), Some((2, 1)));
    }

    #[test]
    fn a_text_in_another_language_is_not_garbled() {
        assert_eq!(garbled("“Não há pressa”, disse a mãe, «pas à côté»."), None);
        assert_eq!(
            garbled("SÃO PAULO, IRMÃ DULCE: custa 5 €, â vontade."),
            None
        );
        assert_eq!(garbled("A page that shows “â€œ” was saved wrongly."), None);
    }
}
