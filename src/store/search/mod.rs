//! Words in quotations, texts and headlines.
//!
//! What is asked is plain words: all of them must stand there, in any order, whatever their case and
//! accents; words between quotation marks must follow one another; a star at the end of a word stands for
//! any ending. The best fit comes first (BM25), which says how much a passage is about these words and
//! nothing about the article; where very many places hold the words, those that came in last.

mod closeness;
mod endings;
mod excerpt;
mod order;
mod passages;
mod phrases;
mod query;

use super::{Store, StoreError};
use crate::QuotationKind;
use query::Query;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// The words.
    pub words: String,
    /// Where to look.
    pub field: SearchField,
    /// Only quotations of this kind; for quotations alone.
    pub kind: Option<QuotationKind>,
    /// Only quotations of speakers with this in their name; for quotations alone.
    pub speaker: Option<String>,
    /// Only articles of this outlet.
    pub outlet: Option<String>,
    /// Only articles published at this moment or later, in seconds since 1970.
    pub since: Option<i64>,
    /// Only articles published at this moment or earlier.
    pub until: Option<i64>,
    /// Also texts that a later revision replaced.
    pub revisions: bool,
    /// How many places to give.
    pub limit: usize,
    /// Which ones; [`Order::Closest`] unless very many places hold the words, when nothing is said.
    pub order: Option<Order>,
}

/// Which places come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Those that are most about the words.
    Closest,
    /// Those that came into the store last.
    Latest,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hits {
    /// In [`Self::order`].
    pub hits: Vec<Hit>,
    /// What comes first.
    pub order: Order,
    /// That more places hold the words than this, so that they were not ranked, and only this many, the
    /// latest, were looked at. Nothing when all were, as they are wherever an order was asked for.
    pub looked_at: Option<usize>,
}

/// Where to look for words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchField {
    /// In what somebody is quoted with.
    #[default]
    Quotations,
    /// In the whole text.
    Text,
    /// In the headline.
    Headline,
}

/// A place where the words stand. Offsets count code points of the article's text, or of its headline
/// when that was searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What reports call the article.
    pub article: String,
    /// Who published it.
    pub outlet: String,
    /// Its headline.
    pub title: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When, as printed.
    pub published: Option<String>,
    /// The kind of the quotation.
    pub kind: Option<QuotationKind>,
    /// Who is credited with the quotation.
    pub speaker: Option<String>,
    /// The passages shown: those of the quotation, or one around the first of the words.
    pub content: Vec<[usize; 2]>,
    /// The words found, inside `content`.
    pub matches: Vec<[usize; 2]>,
    /// The slices at `content`.
    pub text: Vec<String>,
}

impl Order {
    /// The word for it in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Closest => "closest",
            Self::Latest => "latest",
        }
    }
}

impl SearchField {
    /// The full text to look in, and the number of its column.
    fn full_text(self) -> (&'static str, u32) {
        match self {
            Self::Quotations => ("quotation_search", 0),
            Self::Headline => ("article_search", 0),
            Self::Text => ("article_search", 1),
        }
    }

    /// What the column of the full text is called.
    fn column(self) -> &'static str {
        match self {
            Self::Quotations => "words",
            Self::Text => "text",
            Self::Headline => "title",
        }
    }

    /// The question for the words of one place.
    fn words_of_place(self) -> &'static str {
        match self {
            Self::Quotations => "SELECT words FROM quotation_words WHERE id = ?1",
            Self::Text => "SELECT text FROM articles WHERE id = ?1",
            Self::Headline => "SELECT title FROM articles WHERE id = ?1",
        }
    }

    /// So many places are ranked; it takes some 20 ms. A phrase that more hold tells them badly apart.
    fn most_ranked(self) -> usize {
        match self {
            Self::Quotations => 10_000,
            Self::Text | Self::Headline => 4_000,
        }
    }
}

impl Store {
    /// Looks for words.
    ///
    /// # Errors
    /// [`StoreError::Query`] when there is no word in what is asked, [`StoreError::NotFound`] where there is
    /// no such outlet; those of a damaged store.
    pub fn search(&self, search: &Search) -> Result<Hits, StoreError> {
        self.in_one_state(|store| store.search_among(search, search.field.most_ranked()))
    }

    /// As [`Self::search`], where at most `most` places are ranked unless an order is asked for.
    fn search_among(&self, search: &Search, most: usize) -> Result<Hits, StoreError> {
        let query = Query::parse(&search.words, search.field)?;
        if let Some(outlet) = &search.outlet {
            self.require_outlet(outlet)?;
        }
        let found = self.places_of(&query, search, most)?;
        let mut hits = self.hits(&found.ids, &query, search.field)?;
        if !found.is_sorted {
            closeness::sort(&mut hits);
        }
        Ok(Hits {
            hits,
            order: found.order,
            looked_at: found.looked_at,
        })
    }
}

/// Ids as a list for SQL.
fn json_list(ids: &[i64]) -> String {
    let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
    format!("[{}]", ids.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    fn store() -> Store {
        let mut store = Store::in_memory().unwrap();
        let mut article = Article::new(
            "Ridge Post",
            "The dam at Halverby is old.\n\n“The dam may hold,” Mayor Ann Corley said, “but nobody knows.”\n\nÉmile Roux said the road was closed.",
        );
        article.title = Some("Dam under watch".to_owned());
        store.add(vec![article]).unwrap();
        store
    }

    fn ask(words: &str, field: SearchField) -> Vec<Hit> {
        let search = Search {
            words: words.to_owned(),
            field,
            limit: 10,
            ..Search::default()
        };
        store().search(&search).unwrap().hits
    }

    #[test]
    fn quotations_are_found_by_their_words_with_places() {
        let store = store();
        let article = store.article("Ridge Post").unwrap().article;
        let signs: Vec<char> = article.text.chars().collect();
        let hits = ask("nobody DAM", SearchField::Quotations);
        assert_eq!(hits.len(), 1);
        let hit = &hits[0];
        assert_eq!(hit.speaker.as_deref(), Some("Ann Corley"));
        let slice = |[start, end]: [usize; 2]| signs[start..end].iter().collect::<String>();
        let found: Vec<String> = hit.matches.iter().map(|place| slice(*place)).collect();
        assert_eq!(found, ["dam", "nobody"]);
        for (place, text) in hit.content.iter().zip(&hit.text) {
            assert_eq!(&slice(*place), text);
        }
    }

    #[test]
    fn marks_make_phrases_and_a_star_any_ending() {
        assert_eq!(ask("“may hold”", SearchField::Quotations).len(), 1);
        assert_eq!(ask("“hold may”", SearchField::Quotations).len(), 0);
        assert_eq!(ask("know*", SearchField::Quotations).len(), 1);
        assert_eq!(ask("Halverby", SearchField::Quotations).len(), 0);
    }

    #[test]
    fn texts_show_the_passage_and_headlines_themselves() {
        let hits = ask("emile", SearchField::Text);
        assert_eq!(hits[0].text, ["Émile Roux said the road was closed."]);
        let hits = ask("watch", SearchField::Headline);
        assert_eq!(hits[0].text, ["Dam under watch"]);
        assert_eq!(hits[0].matches, [[10, 15]]);
    }

    #[test]
    fn signs_of_the_query_language_are_words_like_any() {
        for words in ["dam OR (", "NEAR(dam", "dam'--", "text:dam", "\"dam"] {
            ask(words, SearchField::Quotations);
        }
        let nothing = Search {
            words: "“?!”".to_owned(),
            limit: 1,
            ..Search::default()
        };
        assert!(matches!(
            store().search(&nothing),
            Err(StoreError::Query(_))
        ));
    }

    /// Nine articles, one after the other, of which the third speaks of sirens.
    fn nine() -> Store {
        let mut store = Store::in_memory().unwrap();
        let articles = (0..9).map(|number| {
            let what = if number == 2 { "siren" } else { "dam" };
            let speaker = if number < 3 {
                "Ann Corley"
            } else {
                "Émile Roux"
            };
            let text = format!("“The {what} on hill {number} may hold,” {speaker} said.");
            Article::new(format!("a{number}"), text)
        });
        store.add(articles.collect()).unwrap();
        store
    }

    fn among(search: &Search, most: usize) -> (Vec<String>, Order, Option<usize>) {
        let found = nine().search_among(search, most).unwrap();
        let articles = found.hits.into_iter().map(|hit| hit.article);
        (articles.collect(), found.order, found.looked_at)
    }

    #[test]
    fn of_words_that_very_many_hold_the_latest_are_shown() {
        let search = Search {
            words: "may hold".to_owned(),
            limit: 2,
            ..Search::default()
        };
        let latest = vec!["a8".to_owned(), "a7".to_owned()];
        assert_eq!(among(&search, 8), (latest.clone(), Order::Latest, None));
        assert_eq!(among(&search, 9).1, Order::Closest);
        let asked = |order| Search {
            order: Some(order),
            ..search.clone()
        };
        assert_eq!(among(&asked(Order::Closest), 1).1, Order::Closest);
        assert_eq!(
            among(&asked(Order::Latest), 99),
            (latest, Order::Latest, None)
        );
    }

    #[test]
    fn a_few_quotations_stand_in_the_order_that_ranking_all_gives() {
        let texts = [
            "“The dam may hold if the wind drops and nobody opens the gate before noon,” Ann Corley said.",
            "“The dam, the dam, always the dam,” Émile Roux said.",
            "“The dam may hold,” Ann Corley said.",
            "“The road is shut and the dam is next, and then the dam at Halverby,” Ann Corley said.",
        ];
        let mut store = Store::in_memory().unwrap();
        let articles = texts.iter().enumerate();
        let articles = articles.map(|(number, text)| Article::new(format!("a{number}"), *text));
        store.add(articles.collect()).unwrap();
        for (speaker, count) in [(None, 4), (Some("Corley"), 3)] {
            let search = Search {
                words: "“the dam”".to_owned(),
                speaker: speaker.map(str::to_owned),
                limit: 4,
                ..Search::default()
            };
            let ranked = Search {
                order: Some(Order::Closest),
                ..search.clone()
            };
            let found = store.search(&search).unwrap();
            assert_eq!(found, store.search(&ranked).unwrap());
            assert_eq!(found.hits.len(), count);
        }
    }

    #[test]
    fn beginnings_are_marked_in_every_place_that_is_shown() {
        let found = nine().search_among(
            &Search {
                words: "ho* ma*".to_owned(),
                limit: 3,
                ..Search::default()
            },
            5,
        );
        let found = found.unwrap();
        let articles: Vec<&str> = found.hits.iter().map(|hit| hit.article.as_str()).collect();
        assert_eq!(articles, ["a8", "a7", "a6"]);
        assert!(found.hits.iter().all(|hit| hit.matches.len() == 2));
    }

    #[test]
    fn it_is_said_when_a_filter_was_not_put_to_all_places() {
        let mut search = Search {
            words: "may hold".to_owned(),
            speaker: Some("corley".to_owned()),
            limit: 2,
            ..Search::default()
        };
        assert_eq!(
            among(&search, 7),
            (vec!["a2".to_owned()], Order::Latest, Some(7))
        );
        search.order = Some(Order::Latest);
        let both = vec!["a2".to_owned(), "a1".to_owned()];
        assert_eq!(among(&search, 7), (both, Order::Latest, None));
    }

    #[test]
    fn a_rare_word_is_found_beside_words_that_very_many_hold() {
        let search = Search {
            words: "siren may hold".to_owned(),
            limit: 9,
            ..Search::default()
        };
        for most in [1, 9] {
            let found = nine().search_among(&search, most).unwrap();
            assert_eq!(found.order, Order::Closest);
            let [hit] = found.hits.as_slice() else {
                panic!("{found:?}");
            };
            assert_eq!(hit.article, "a2");
            assert_eq!(hit.matches.len(), 3);
        }
    }
}
