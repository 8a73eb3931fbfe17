//! Which articles hold a word, and which print a phrase.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::store::words::words;
use crate::store::{Store, StoreError};

/// Articles that hold a frequent word.
pub(super) const FREQUENT: usize = 3_000;
/// Articles that hold a word and are looked through for a phrase with it: asking the full text for the phrase
/// costs as much as all articles that hold its frequent words.
const FEW: usize = 1_500;
/// Words of a phrase, the longest, among which rare ones are looked for first.
const LONG: usize = 4;

/// Articles that hold two neighbouring words of a phrase and do not print it, after which the full text is asked
/// for the whole phrase.
const MISSES: usize = 200;

/// The articles that hold each word, each looked up once.
pub(super) struct Holders<'s> {
    store: &'s Store,
    /// About how many articles there are: their numbers have few gaps.
    pub all: usize,
    known: FxHashMap<String, Holding>,
}

/// The articles that hold a word.
enum Holding {
    /// All of them.
    Few(Vec<i64>),
    /// Many; the number of the last of the [`FREQUENT`] first tells how frequent the word is.
    Frequent(i64),
}

impl<'s> Holders<'s> {
    pub(super) fn new(store: &'s Store) -> Result<Self, StoreError> {
        let sql = "SELECT coalesce(max(id), 0) FROM articles";
        Ok(Self {
            store,
            all: store.connection.query_row(sql, [], |row| row.get(0))?,
            known: FxHashMap::default(),
        })
    }

    /// The text of an article.
    pub(super) fn text(&self, id: i64) -> Result<String, StoreError> {
        let sql = "SELECT text FROM articles WHERE id = ?1";
        let mut statement = self.store.connection.prepare_cached(sql)?;
        Ok(statement.query_row([id], |row| row.get(0))?)
    }

    /// The articles that hold `word`; nothing when it is frequent.
    pub(super) fn of(&mut self, word: &str) -> Result<Option<&[i64]>, StoreError> {
        Ok(match self.holding(word)? {
            Holding::Few(holders) => Some(holders),
            Holding::Frequent(_) => None,
        })
    }

    /// Share of the articles that hold `word`, about.
    fn share(&mut self, word: &str) -> Result<f64, StoreError> {
        let all = self.all.max(1) as f64;
        Ok(match self.holding(word)? {
            Holding::Few(holders) => holders.len() as f64 / all,
            Holding::Frequent(last) => FREQUENT as f64 / (*last).max(1) as f64,
        })
    }

    fn holding(&mut self, word: &str) -> Result<&Holding, StoreError> {
        if !self.known.contains_key(word) {
            let question = question(&[word]);
            let sql = "SELECT rowid FROM article_search WHERE article_search MATCH ?1";
            let last = format!("{sql} LIMIT 1 OFFSET ?2");
            let last = self.store.ids(&last, (&question, FREQUENT - 1))?;
            let holding = match last.first() {
                Some(last) => Holding::Frequent(*last),
                None => Holding::Few(self.store.ids(sql, [question])?),
            };
            self.known.insert(word.to_owned(), holding);
        }
        Ok(&self.known[word])
    }

    /// Articles that print the words of `phrase` as they stand.
    pub(super) fn printing(
        &mut self,
        phrase: &[&str],
        limit: usize,
    ) -> Result<Vec<i64>, StoreError> {
        if phrase.len() < 2 {
            return Ok(Vec::new());
        }
        let mut long: Vec<usize> = (0..phrase.len()).collect();
        long.sort_by_key(|at| Reverse(phrase[*at].len()));
        let mut printing = Vec::new();
        let mut rare = self.holding_all(phrase, &long[..long.len().min(LONG)])?;
        if rare.is_none() {
            rare = self.holding_all(phrase, &long)?;
        }
        match rare {
            Some((word, holders)) if holders.len() < FEW => {
                for id in holders {
                    if printing.len() < limit && self.prints(id, phrase, word)? {
                        printing.push(id);
                    }
                }
            }
            _ => self.add_printing_frequent(phrase, limit, &mut printing)?,
        }
        Ok(printing)
    }

    /// Adds articles that print a phrase without a word that few hold, until there are `limit`.
    ///
    /// The full text walks through the places of all words in every article that holds them all; those of two
    /// neighbours, the rarest, are a fraction of that, and mostly tell enough. Where many articles print these two but
    /// not the phrase, it is asked for all words in the rest of the articles.
    fn add_printing_frequent(
        &mut self,
        phrase: &[&str],
        limit: usize,
        printing: &mut Vec<i64>,
    ) -> Result<(), StoreError> {
        let first = self.rarest_pair(phrase)?;
        let pair = &phrase[first..first + 2];
        let longer = first + usize::from(pair[1].len() > pair[0].len());
        // The headline may print it as well; asking for the text alone takes FTS5 half as long again.
        let sql = "SELECT rowid FROM article_search WHERE article_search MATCH ?1 AND rowid > ?2";
        let mut statement = self.store.connection.prepare_cached(sql)?;
        let mut behind = 0;
        let mut misses = 0;
        for (asked, most_misses) in [(pair, MISSES), (phrase, usize::MAX)] {
            let mut rows = statement.query((in_one_piece(asked), behind))?;
            while printing.len() < limit && misses < most_misses {
                let Some(row) = rows.next()? else {
                    return Ok(());
                };
                behind = row.get(0)?;
                match self.prints(behind, phrase, longer)? {
                    true => printing.push(behind),
                    false => misses += 1,
                }
            }
        }
        Ok(())
    }

    /// Where in `phrase`, which has two words at least, the two neighbours stand that the fewest articles may hold.
    fn rarest_pair(&mut self, phrase: &[&str]) -> Result<usize, StoreError> {
        let mut rarest = (f64::INFINITY, 0);
        for (at, pair) in phrase.windows(2).enumerate() {
            let share = self.share(pair[0])? * self.share(pair[1])?;
            if share < rarest.0 {
                rarest = (share, at);
            }
        }
        Ok(rarest.1)
    }

    /// The articles that hold all of the words at `places` that are not frequent, and the rarest of these words; nothing
    /// when all are frequent.
    fn holding_all(
        &mut self,
        phrase: &[&str],
        places: &[usize],
    ) -> Result<Option<(usize, Vec<i64>)>, StoreError> {
        let mut rare: Vec<(usize, usize)> = Vec::new();
        for at in places {
            if let Some(holders) = self.of(phrase[*at])? {
                rare.push((holders.len(), *at));
            }
        }
        rare.sort_unstable();
        let Some((_, rarest)) = rare.first().copied() else {
            return Ok(None);
        };
        let mut shared = self.of(phrase[rarest])?.unwrap_or_default().to_vec();
        for (_, at) in &rare[1..] {
            let others = self.of(phrase[*at])?.unwrap_or_default();
            shared.retain(|id| others.binary_search(id).is_ok());
        }
        Ok(Some((rarest, shared)))
    }

    /// Whether the article `id`, which holds the word `rare` of `phrase`, prints it as it stands. The full text, which
    /// knows letters without their accents, is asked only where such a letter is in the way.
    fn prints(&self, id: i64, phrase: &[&str], rare: usize) -> Result<bool, StoreError> {
        let mut text = self.text(id)?;
        text.make_ascii_lowercase();
        let mut places = text.match_indices(phrase[rare]).peekable();
        let mut is_open = places.peek().is_none();
        for (at, word) in places {
            let (before, behind) = (&text[..at], &text[at + word.len()..]);
            let mut run: Vec<&str> = words(before).rev().take(rare).collect();
            run.reverse();
            run.push(word);
            run.extend(words(behind).take(phrase.len() - rare - 1));
            let is_whole = !before.ends_with(char::is_alphanumeric)
                && !behind.starts_with(char::is_alphanumeric);
            if is_whole && run == phrase {
                return Ok(true);
            }
            let fits = |(a, b): (&&str, &&str)| a == b || !a.is_ascii() || !b.is_ascii();
            is_open |= run.len() == phrase.len() && run.iter().zip(phrase).all(fits);
        }
        if !is_open {
            return Ok(false);
        }
        let sql = "SELECT rowid FROM article_search WHERE article_search MATCH ?1 AND rowid = ?2";
        Ok(!self.store.ids(sql, (question(phrase), id))?.is_empty())
    }
}

/// The question for articles that print the words of `phrase` one behind the other in their text.
fn question(phrase: &[&str]) -> String {
    format!("text : {}", in_one_piece(phrase))
}

/// The same for those that print them in text or headline.
fn in_one_piece(phrase: &[&str]) -> String {
    format!("\"{}\"", phrase.join(" "))
}
