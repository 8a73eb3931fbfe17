//! Lines above a story that say who wrote it and when, where a page or a document has them as paragraphs:
//!
//! ```text
//! By Lena Ost                    the byline, unless it was told
//! 14 May 2024, 8:30              when it was published, unless it was told
//! The ferry ran aground early …  the story begins
//! ```

use super::draft::Draft;
use super::{byline, dates};

/// Lines above a story.
const MOST: usize = 4;
/// Words of a line with a date and a time.
const DATE_WORDS: usize = 9;

/// Takes them from the beginning of `lines` into `draft`.
pub(super) fn take(lines: &mut Vec<String>, draft: &mut Draft) {
    let mut count = 0;
    for line in lines.iter().take(MOST) {
        if is_date(line) {
            draft.published.get_or_insert_with(|| line.clone());
        } else if let Some(name) = byline::of_text(line) {
            draft.byline.get_or_insert(name);
        } else if draft.byline.as_ref() != Some(line) {
            break;
        }
        count += 1;
    }
    // Nothing else is no story with lines above it.
    if count < lines.len() {
        lines.drain(..count);
    }
}

fn is_date(line: &str) -> bool {
    line.split(' ').count() <= DATE_WORDS
        && line.contains(|sign: char| sign.is_ascii_digit())
        && dates::published(line.to_owned()).timestamp.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_and_when_are_no_words_of_the_story() {
        let story = "The ferry ran aground on 14 May 2024 with 212 people on board.";
        for above in [
            &["By Lena Ost", "14 May 2024"] as &[&str],
            &["May 14, 2024", "Lena Ost"],
            &[],
        ] {
            let mut lines: Vec<String> = above.iter().map(|line| (*line).to_owned()).collect();
            lines.push(story.to_owned());
            let mut draft = Draft::default();
            if above.contains(&"Lena Ost") {
                draft.byline = Some("Lena Ost".to_owned());
            }
            take(&mut lines, &mut draft);
            assert_eq!(lines, [story], "{above:?}");
            let told = (draft.byline.is_some(), draft.published.is_some());
            assert_eq!(told, (!above.is_empty(), !above.is_empty()));
        }
    }
}
