//! Drafts to articles whose ids are unique: the file's stem, numbered when two agree.

use rustc_hash::{FxHashMap, FxHashSet};

use super::draft::Draft;
use super::{dates, language};
use crate::{Article, Span};

/// The articles of `files`, each with its stem, in the order given. An article that is alone in its file
/// takes the stem; several take their own ids, or the stem with a number.
pub(super) fn name(files: Vec<(String, Vec<Draft>)>) -> Vec<Article> {
    let mut articles = Vec::new();
    for (stem, drafts) in files {
        let alone = drafts.len() == 1 && stem != "stdin";
        for (number, mut draft) in drafts.into_iter().enumerate() {
            let own = draft.id.take().filter(|_| !alone);
            let id = match own {
                Some(id) => id,
                None if number == 0 => stem.clone(),
                None => format!("{stem}-{}", number + 1),
            };
            articles.push(article(draft, id, &stem));
        }
    }
    make_unique(&mut articles);
    articles
}

fn article(draft: Draft, id: String, stem: &str) -> Article {
    let body = draft.body.unwrap_or(Span::new(0, draft.text.len()));
    Article {
        id,
        outlet: draft.outlet.unwrap_or_else(|| stem.to_owned()),
        title: draft.title,
        byline: draft.byline,
        url: draft.url,
        published: draft.published.map(dates::published),
        language: language::tag(draft.language.as_deref(), body.slice(&draft.text)),
        text: draft.text,
        body,
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

    fn draft(id: Option<&str>) -> Draft {
        Draft {
            id: id.map(str::to_owned),
            text: "Nobody was hurt.".to_owned(),
            ..Draft::default()
        }
    }

    fn ids(files: &[(&str, &[Option<&str>])]) -> Vec<String> {
        let files = files
            .iter()
            .map(|(stem, own)| {
                (
                    (*stem).to_owned(),
                    own.iter().map(|id| draft(*id)).collect(),
                )
            })
            .collect();
        name(files).into_iter().map(|article| article.id).collect()
    }

    #[test]
    fn the_stem_is_the_id_and_the_outlet() {
        assert_eq!(
            ids(&[("herald", &[None]), ("post", &[Some("own")])]),
            ["herald", "post"]
        );
        let articles = name(vec![("herald".to_owned(), vec![draft(None)])]);
        assert_eq!(articles[0].outlet, "herald");
    }

    #[test]
    fn stems_that_agree_are_numbered_past_those_that_are_taken() {
        let own: &[Option<&str>] = &[None];
        assert_eq!(
            ids(&[
                ("herald", own),
                ("herald", own),
                ("herald-2", own),
                ("herald", own)
            ]),
            ["herald", "herald-3", "herald-2", "herald-4"]
        );
    }

    #[test]
    fn several_in_one_file_keep_their_own_ids() {
        assert_eq!(
            ids(&[
                ("dump", &[Some("a"), None, Some("a"), Some("b")]),
                ("stdin", &[Some("c")])
            ]),
            ["a", "dump-2", "a-2", "b", "c"]
        );
    }
}
