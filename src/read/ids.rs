//! Drafts to articles whose ids are unique: the file's stem, numbered when two agree.

use rustc_hash::{FxHashMap, FxHashSet};

use super::draft::Draft;
use super::{byline, dates, language};
use crate::{Article, Span};

/// The articles of `files`, each with its stem, in the order given. The article of a file takes the stem;
/// one of several in a file takes the id that it brings along, or the stem with its number.
pub(super) fn name(files: Vec<(String, Vec<Draft>)>) -> Vec<Article> {
    let mut articles = Vec::new();
    for (stem, drafts) in files {
        for mut draft in drafts {
            let own = draft.id.take();
            let id = match (own, draft.number) {
                (Some(own), Some(_)) => own,
                (None, Some(number)) => format!("{stem}-{number}"),
                (_, None) => stem.clone(),
            };
            articles.push(article(draft, id, &stem));
        }
    }
    make_unique(&mut articles);
    articles
}

fn article(draft: Draft, id: String, stem: &str) -> Article {
    let body = draft.body.unwrap_or(Span::new(0, draft.text.len()));
    let mut set_off = draft.set_off;
    set_off.retain(|part| part.end <= body.end);
    Article {
        id,
        outlet: draft.outlet.unwrap_or_else(|| stem.to_owned()),
        title: draft.title,
        byline: draft.byline.as_deref().and_then(byline::name),
        url: draft.url,
        published: draft.published.map(dates::published),
        language: language::tag(draft.language.as_deref(), body.slice(&draft.text)),
        text: draft.text,
        body,
        set_off,
    }
}

/// Numbers every id but the first of those that agree, past the numbers that are taken.
fn make_unique(articles: &mut [Article]) {
    let mut taken: FxHashSet<String> = articles.iter().map(|article| article.id.clone()).collect();
    let mut last: FxHashMap<String, usize> = FxHashMap::default();
    for article in articles {
        let number = last.entry(article.id.clone()).or_insert(0);
        *number += 1;
        if *number == 1 {
            continue;
        }
        let mut id = format!("{}-{number}", article.id);
        while !taken.insert(id.clone()) {
            *number += 1;
            id = format!("{}-{number}", article.id);
        }
        article.id = id;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(number: Option<usize>, id: Option<&str>) -> Draft {
        Draft {
            number,
            id: id.map(str::to_owned),
            text: "Nobody was hurt.".to_owned(),
            ..Draft::default()
        }
    }

    fn ids(files: &[(&str, &[Draft])]) -> Vec<String> {
        let files = files
            .iter()
            .map(|(stem, drafts)| ((*stem).to_owned(), drafts.to_vec()));
        name(files.collect())
            .into_iter()
            .map(|article| article.id)
            .collect()
    }

    #[test]
    fn the_stem_is_the_id_and_the_outlet() {
        let (anonymous, named) = ([draft(None, None)], [draft(None, Some("own"))]);
        assert_eq!(
            ids(&[("herald", &anonymous), ("post", &named)]),
            ["herald", "post"]
        );
        let articles = name(vec![("herald".to_owned(), anonymous.to_vec())]);
        assert_eq!(articles[0].outlet, "herald");
    }

    #[test]
    fn stems_that_agree_are_numbered_past_those_that_are_taken() {
        let one = [draft(None, None)];
        assert_eq!(
            ids(&[
                ("herald", &one),
                ("herald", &one),
                ("herald-2", &one),
                ("herald", &one)
            ]),
            ["herald", "herald-3", "herald-2", "herald-4"]
        );
    }

    #[test]
    fn several_in_one_file_keep_their_own_ids() {
        let lines = [
            draft(Some(1), Some("a")),
            draft(Some(2), None),
            draft(Some(4), Some("a")),
            draft(Some(5), None),
        ];
        assert_eq!(ids(&[("dump", &lines)]), ["a", "dump-2", "a-2", "dump-5"]);
    }
}
