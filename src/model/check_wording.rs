//! What a check found, in sentences: the same in every format.

use super::wording;
use super::{Article, Check, CheckStatus, Checked, DiffOp, Found, Place};

impl Check {
    /// What was found for `checked`, without its status: the changes, the places, who speaks there.
    pub fn note(&self, checked: &Checked) -> String {
        let mut parts: Vec<String> = Vec::new();
        for status in &checked.statuses {
            parts.extend(self.about(checked, *status));
        }
        let changes = self.changes(checked);
        if !changes.is_empty() {
            parts.insert(0, changes.join("; "));
        }
        if let Some(place) = self.whereabouts(checked) {
            parts.push(place);
        }
        parts.join("; ")
    }

    /// The changes and the places, for a page that shows the words of draft and source itself.
    pub fn brief(&self, checked: &Checked) -> String {
        let own = checked
            .nearest
            .as_ref()
            .map(|nearest| self.name(nearest.place));
        match own {
            Some(name) => {
                let nearest = self.texts.check_nearest(name);
                format!("{}; {nearest}", capitalised(&self.searched()))
            }
            None => capitalised(&self.note(checked)),
        }
    }

    /// One status in one line for a list of problems: what it is, and what exactly.
    pub fn message(&self, checked: &Checked) -> String {
        let also = checked.statuses.iter().skip(1).map(|status| status.name());
        let also: Vec<&str> = also.collect();
        let also = if also.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.texts.check_also(also.join(", ")))
        };
        let words = self.slice(checked.place);
        let stop = if words.ends_with(['.', '!', '?']) {
            ""
        } else {
            "."
        };
        format!(
            "{}{also}: {}{stop} {}.",
            checked.status().in_words(self.texts),
            self.quoted(words),
            capitalised(&self.note(checked))
        )
    }

    /// What a status adds to the changes of words.
    fn about(&self, checked: &Checked, status: CheckStatus) -> Option<String> {
        let texts = self.texts;
        match status {
            CheckStatus::Missing => Some(self.searched()),
            CheckStatus::Speaker => {
                let theirs = checked
                    .found
                    .first()?
                    .speaker
                    .as_deref()
                    .unwrap_or(texts.somebody_else());
                let own = checked.speaker.as_deref().unwrap_or(texts.nobody());
                Some(texts.check_credited(own, theirs))
            }
            CheckStatus::Spliced if checked.found.len() > 1 => {
                Some(texts.check_joined(checked.found.len()))
            }
            CheckStatus::Spliced => Some(texts.check_two_joined().to_owned()),
            CheckStatus::Truncated => {
                let cut = checked.cut?;
                Some(texts.check_goes_on(self.quoted(self.slice(cut))))
            }
            CheckStatus::Paraphrased => Some(texts.check_no_quotation().to_owned()),
            CheckStatus::Elided if checked.is_marked => Some(texts.check_gap_marked().to_owned()),
            CheckStatus::Elided => Some(texts.check_gap_unmarked().to_owned()),
            CheckStatus::Interpolated => Some(texts.check_brackets().to_owned()),
            _ => None,
        }
    }

    /// Every change of words, in a phrase each.
    fn changes(&self, checked: &Checked) -> Vec<String> {
        let draft = &self.articles[checked.place.article].text;
        let mut phrases = Vec::new();
        for (part, at) in checked.diff.iter().zip(&checked.diff_in) {
            let Some(found) = checked.found.get(*at) else {
                continue;
            };
            let source = &self.articles[found.place.article].text;
            let old = part.a.map(|span| self.quoted(span.slice(source)));
            let new = part.b.map(|span| self.quoted(span.slice(draft)));
            match (part.op, old, new) {
                (DiffOp::Equal | DiffOp::Editorial, ..) => {}
                (_, Some(old), Some(new)) => phrases.push(self.texts.words_for(new, old)),
                (_, Some(old), None) => phrases.push(self.texts.words_without(old)),
                (_, None, Some(new)) => phrases.push(self.texts.words_with(new)),
                (_, None, None) => {}
            }
        }
        phrases
    }

    fn quoted(&self, words: &str) -> String {
        wording::quoted(self.texts, words)
    }

    fn whereabouts(&self, checked: &Checked) -> Option<String> {
        if checked.found.is_empty() {
            let nearest = checked.nearest.as_ref()?;
            let words = self.quoted(self.slice(nearest.place));
            let nearest = self.texts.check_nearest(self.name(nearest.place));
            return Some(format!("{nearest}: {words}"));
        }
        let mut names: Vec<String> = checked
            .found
            .iter()
            .map(|found| self.cited(found))
            .collect();
        names.dedup();
        let names = names
            .into_iter()
            .reduce(|all, name| self.texts.list_and(all, name));
        Some(self.texts.check_see(names?))
    }

    /// A place as it is cited: the source, and the speaker and the time where it tells them.
    pub fn cited(&self, found: &Found) -> String {
        let mut cited = self.name(found.place).to_owned();
        if let Some(speaker) = &found.speaker {
            cited.push_str(&format!(", {speaker}"));
        }
        if let Some(time) = found.time {
            let text = &self.articles[found.place.article].text;
            let time = time.slice(text).trim_matches(['[', ']', '(', ')']);
            cited.push_str(&format!(", {}", self.texts.at_time(time)));
        }
        cited
    }

    /// The id of the article that holds `place`.
    pub fn name(&self, place: Place) -> &str {
        &self.articles[place.article].id
    }

    /// How much was searched, in words.
    pub fn searched(&self) -> String {
        let sources = self.texts.sources(self.searched.articles);
        let words = self.texts.words(self.searched.words);
        self.texts.check_not_found_in(sources, words)
    }

    /// How many results have each status as their gravest, gravest first; none that no result has.
    pub fn counts(&self) -> Vec<(CheckStatus, usize)> {
        let count = |status: CheckStatus| {
            let same = self
                .results
                .iter()
                .filter(|checked| checked.status() == status);
            (status, same.count())
        };
        let all = CheckStatus::ALL.into_iter().map(count);
        all.filter(|(_, count)| *count > 0).collect()
    }

    /// How many findings the baseline knows, if it knows any.
    pub fn known_in_words(&self) -> Option<String> {
        let known = self.results.iter().filter(|checked| checked.is_known);
        let known = known.count();
        (known > 0).then(|| self.texts.check_known_already(known))
    }

    /// The drafts.
    pub fn drafts(&self) -> &[Article] {
        &self.articles[..self.drafts]
    }

    /// Line and column of byte `at` of an article's text, both from 1, the column in code points.
    pub fn line_and_column(&self, article: usize, at: usize) -> (usize, usize) {
        let before = &self.articles[article].text[..at];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        (line, before[start..].chars().count() + 1)
    }
}

fn capitalised(text: &str) -> String {
    let mut signs = text.chars();
    let first: String = signs
        .next()
        .map(|c| c.to_uppercase().collect())
        .unwrap_or_default();
    first + signs.as_str()
}
