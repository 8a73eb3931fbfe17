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
