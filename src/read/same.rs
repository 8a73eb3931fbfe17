//! The same article twice is one: a page and its print version, a page saved on two days under one address,
//! a line of a dump that comes again. A copy in another outlet is another article; finding those is what
//! the comparison is for.

use std::path::PathBuf;

use rustc_hash::FxHashMap;

use super::draft::Draft;
use super::{ReadNote, page};

/// Files with their stem and path.
pub(super) type Files = Vec<(String, PathBuf, Vec<Draft>)>;

/// `files` with each article once: of several the one with the longest text, and of those as long the
/// first. What is left aside is told in `notes`.
pub(super) fn once(mut files: Files, notes: &mut Vec<ReadNote>) -> Vec<(String, Vec<Draft>)> {
    let mut kept: FxHashMap<Key, (usize, usize)> = FxHashMap::default();
    let mut aside: Vec<((usize, usize), (usize, usize))> = Vec::new();
    for (file, (_, _, drafts)) in files.iter().enumerate() {
        for (place, draft) in drafts.iter().enumerate() {
            let Some(key) = Key::of(draft) else { continue };
            let here = (file, place);
            let Some(other) = kept.get(&key).copied() else {
                kept.insert(key, here);
                continue;
            };
            let longest = &files[other.0].2[other.1];
            if draft.text.len() > longest.text.len() {
                aside.push((other, here));
                kept.insert(key, here);
            } else {
                aside.push((here, other));
            }
        }
    }
    aside.sort_unstable();
    for ((file, _), (other, _)) in &aside {
        notes.push(ReadNote::Same {
            path: files[*file].1.clone(),
            kept: files[*other].1.clone(),
        });
    }
    for ((file, place), _) in aside.into_iter().rev() {
        files[file].2.remove(place);
    }
    let files = files.into_iter();
    files.map(|(stem, _, drafts)| (stem, drafts)).collect()
}

/// What two readings of one article agree in.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Page(String),
    /// Outlet and text, where both are known.
    Words(String, String),
}

impl Key {
    fn of(draft: &Draft) -> Option<Self> {
        if let Some(url) = &draft.url
            && url.contains("://")
        {
            let key = page::page_key(url);
            // The front page of a site stands in for the address of a page that does not know its own.
            return key.contains('/').then_some(Self::Page(key));
        }
        let outlet = draft.outlet.clone()?;
        let words: Vec<&str> = draft.text.split_whitespace().collect();
        Some(Self::Words(outlet, words.join(" ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(outlet: Option<&str>, url: Option<&str>, text: &str) -> Draft {
        Draft {
            outlet: outlet.map(str::to_owned),
            url: url.map(str::to_owned),
            text: text.to_owned(),
            ..Draft::default()
        }
    }

    fn kept(drafts: &[Draft]) -> (Vec<String>, usize) {
        let files = drafts.iter().enumerate().map(|(at, draft)| {
            let path = PathBuf::from(format!("{at}.html"));
            (at.to_string(), path, vec![draft.clone()])
        });
        let mut notes = Vec::new();
        let files = once(files.collect(), &mut notes);
        let texts = files.into_iter().flat_map(|(_, drafts)| drafts);
        (texts.map(|draft| draft.text).collect(), notes.len())
    }

    #[test]
    fn of_two_versions_of_a_page_the_fuller_one_is_kept() {
        let page = Some("https://ridge.example/dam?utm_source=feed");
        let print = Some("https://www.ridge.example/dam/print");
        assert_eq!(
            kept(&[
                draft(None, page, "The dam holds."),
                draft(None, print, "The dam holds. Nobody was hurt."),
                draft(None, page, "The dam holds."),
            ]),
            (vec!["The dam holds. Nobody was hurt.".to_owned()], 2)
        );
    }

    #[test]
    fn a_text_that_comes_again_counts_once_in_its_outlet_only() {
        let post = draft(Some("Post"), None, "The dam holds.");
        let again = draft(Some("Post"), None, "The  dam\nholds.");
        let wire = draft(Some("Wire"), None, "The dam holds.");
        let unnamed = draft(None, None, "The dam holds.");
        let (texts, notes) = kept(&[post, again, wire, unnamed.clone(), unnamed]);
        assert_eq!((texts.len(), notes), (4, 1));
    }

    #[test]
    fn the_front_page_is_no_article() {
        let home = Some("https://ridge.example/");
        let (texts, _) = kept(&[draft(None, home, "One."), draft(None, home, "Two.")]);
        assert_eq!(texts.len(), 2);
    }
}
