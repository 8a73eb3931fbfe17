-- How much there is to search is told with every trace: kept as a sum, so that nothing is counted for it.
CREATE TABLE totals (
    id INTEGER PRIMARY KEY CHECK (id = 1), -- there is one row
    articles INTEGER NOT NULL,             -- all revisions
    words INTEGER NOT NULL                 -- of all of them
) STRICT;

INSERT INTO totals SELECT 1, count(*), coalesce(sum(words), 0) FROM articles;

CREATE TRIGGER article_is_counted AFTER INSERT ON articles BEGIN
    UPDATE totals SET articles = articles + 1, words = words + new.words;
END;

CREATE TRIGGER article_is_recounted AFTER UPDATE OF words ON articles BEGIN
    UPDATE totals SET words = words - old.words + new.words;
END;

CREATE TRIGGER article_is_uncounted AFTER DELETE ON articles BEGIN
    UPDATE totals SET articles = articles - 1, words = words - old.words;
END;

DROP INDEX articles_by_words;
