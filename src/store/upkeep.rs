//! Whether a store is whole, and keeping it small.

use super::content::content_key;
use super::{Store, StoreError, Stored};

/// What [`Store::check`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Articles that were checked.
    pub articles: usize,
    /// What is wrong, one message each; empty when the store is whole.
    pub faults: Vec<String>,
}

/// Faults that are told; a torn file could have one in every row.
const MAX_FAULTS: usize = 100;

/// Statements that give the name of an article, or nothing, for each breach of a rule that the schema
/// cannot state, and the rule.
const RULES: &[(&str, &str)] = &[
    (
        "SELECT name FROM articles JOIN memberships ON article = id WHERE NOT is_current",
        "belongs to an event though a later revision of its page is here",
    ),
    (
        "SELECT name FROM articles WHERE id IN (SELECT article FROM ungrouped)
         = (NOT is_current OR id IN (SELECT article FROM memberships))",
        "waits for an event that it has, or has none and does not wait",
    ),
    (
        "SELECT name FROM articles a WHERE page IS NOT NULL AND NOT EXISTS
         (SELECT 1 FROM articles b WHERE b.page = a.page AND b.outlet = a.outlet AND b.is_current)",
        "no revision of its page is the current one",
    ),
    (
        "SELECT 'the store' FROM totals WHERE (articles, words) IS NOT
         (SELECT count(*), coalesce(sum(words), 0) FROM articles)",
        "its sums do not fit its articles",
    ),
];

impl Store {
    /// Checks the file, the links between tables, the full text, and each article: that its content is
    /// what its key says, and that every place lies inside it. `progress` is told how many of how many
    /// articles are done.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub fn check(&self, progress: &mut dyn FnMut(usize, usize)) -> Result<Check, StoreError> {
        let mut check = Check::default();
        match self.check_file(&mut check) {
            Err(StoreError::Damaged(what)) => check.fault(what),
            done => done?,
        }
        if !check.faults.is_empty() {
            // What a torn file says about its articles would be guesswork.
            return Ok(check);
        }
        self.check_search(&mut check)?;
        for (sql, rule) in RULES {
            let mut statement = self.connection.prepare(sql)?;
            let names = statement.query_map([], |row| row.get::<_, String>(0))?;
            for name in names {
                check.fault(format!("{}: {rule}", name?));
            }
        }
        self.check_articles(&mut check, progress)?;
        Ok(check)
    }

    /// Checks the full text; that needs write access, as SQLite puts the question as an insertion.
    fn check_search(&self, check: &mut Check) -> Result<(), StoreError> {
        // With 1 the index is compared with the texts; SQLite cannot do that for a view over JSON, so
        // for the quotations the index is checked in itself and the rows are counted.
        for (table, depth) in [("article_search", 1), ("quotation_search", 0)] {
            let sql = format!("INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', ?1)");
            if self.is_writable()
                && let Err(error) = self.connection.execute(&sql, [depth])
            {
                check.fault(format!(
                    "the full text {table} does not fit the articles: {error}"
                ));
            }
        }
        for (table, index) in [
            ("articles", "article_search_docsize"),
            ("quotations", "quotation_search_docsize"),
        ] {
            let sql = format!(
                "SELECT (SELECT count(*) FROM {table} WHERE id NOT IN (SELECT id FROM {index}))
                      + (SELECT count(*) FROM {index} WHERE id NOT IN (SELECT id FROM {table}))"
            );
            let odd: i64 = self.connection.query_row(&sql, [], |row| row.get(0))?;
            if odd > 0 {
                check.fault(format!("the full text misses or invents {odd} {table}"));
            }
        }
        Ok(())
    }

    fn check_file(&self, check: &mut Check) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check(20)")?;
        let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
        for line in lines {
            match line {
                Ok(line) if line == "ok" => {}
                // SQLite puts all of a file into one, under a headline.
                Ok(lines) => {
                    let lines = lines.lines().filter(|line| !line.starts_with("***"));
                    lines.for_each(|line| check.fault(line.to_owned()));
                }
                Err(error) => check.fault(error.to_string()),
            }
        }
        let mut statement = self.connection.prepare("PRAGMA foreign_key_check")?;
        let links = statement.query_map([], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(2)?))
        })?;
        for link in links {
            let (from, to) = link?;
            check.fault(format!("a row of {from} points to nothing in {to}"));
        }
        Ok(())
    }

    fn check_articles(
        &self,
        check: &mut Check,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<(), StoreError> {
        let ids = self.ids("SELECT id FROM articles ORDER BY id", [])?;
        let mut key = self
            .connection
            .prepare("SELECT content_key FROM articles WHERE id = ?1")?;
        for (done, id) in ids.iter().enumerate() {
            match self.load(*id) {
                Ok(Stored { article, .. }) => {
                    let known = key.query_row([id], |row| row.get::<_, [u8; 16]>(0))?;
                    if content_key(&article) != known {
                        check.fault(format!(
                            "{}: the text is not the one that was added",
                            article.id
                        ));
                    }
                }
                Err(error) => check.fault(error.of_article(*id).to_string()),
            }
            check.articles += 1;
            progress(done + 1, ids.len());
        }
        Ok(())
    }

    /// Rewrites the file without its empty pages; gives its size in bytes before and after.
    ///
    /// # Errors
    /// As [`Self::add`]; the disk needs room for a second copy meanwhile.
    pub fn vacuum(&mut self) -> Result<(u64, u64), StoreError> {
        let before = self.size()?;
        for table in ["article_search", "quotation_search"] {
            let sql = format!("INSERT INTO {table} ({table}) VALUES ('optimize')");
            self.connection.execute(&sql, [])?;
        }
        self.connection.execute_batch("VACUUM; PRAGMA optimize;")?;
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok((before, self.size()?))
    }

    /// Size of the store in bytes.
    ///
    /// # Errors
    /// Those of a damaged store.
    pub fn size(&self) -> Result<u64, StoreError> {
        let sql = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }
}

impl Check {
    fn fault(&mut self, message: String) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(message);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    #[test]
    fn the_sums_follow_the_articles_and_a_wrong_one_is_told() {
        let mut store = Store::in_memory().unwrap();
        let article = |name: &str| Article::new(name, "It rained in May, Ann Lee said.");
        store.add(vec![article("a"), article("b")]).unwrap();
        let faults = |store: &Store| store.check(&mut |_, _| ()).unwrap().faults;
        assert!(faults(&store).is_empty(), "{:?}", faults(&store));
        assert_eq!(store.count_all().unwrap().words, 2 * article("a").words());
        let wrong = "UPDATE totals SET words = words + 1";
        store.connection.execute(wrong, []).unwrap();
        assert_eq!(
            faults(&store),
            ["the store: its sums do not fit its articles"]
        );
    }
}
