-- What is to be grouped and what was replaced, without reading the articles; remarks.

-- Current articles that belong to no event yet. Kept by the triggers below.
CREATE TABLE ungrouped (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE
) STRICT;

INSERT INTO ungrouped
SELECT id FROM articles WHERE is_current AND id NOT IN (SELECT article FROM memberships);

CREATE TRIGGER article_waits AFTER INSERT ON articles WHEN new.is_current BEGIN
    INSERT INTO ungrouped (article) VALUES (new.id);
END;

CREATE TRIGGER superseded_waits_no_more AFTER UPDATE OF is_current ON articles WHEN NOT new.is_current BEGIN
    DELETE FROM ungrouped WHERE article = new.id;
END;

CREATE TRIGGER member_waits_no_more AFTER INSERT ON memberships BEGIN
    DELETE FROM ungrouped WHERE article = new.article;
END;

CREATE TRIGGER revision_takes_the_place AFTER UPDATE OF article ON memberships BEGIN
    DELETE FROM ungrouped WHERE article = new.article;
END;

CREATE TRIGGER former_member_waits AFTER DELETE ON memberships BEGIN
    INSERT OR IGNORE INTO ungrouped
    SELECT id FROM articles WHERE id = old.article AND is_current;
END;

CREATE INDEX superseded_articles ON articles (id) WHERE NOT is_current;

-- Events are listed by time and outlet.
DROP INDEX articles_by_time;
CREATE INDEX articles_by_time ON articles (published_at, outlet);

-- For questions with the sqlite3 shell: every remark in an outlet's own voice.
CREATE VIEW remarks AS
SELECT articles.name AS article, outlets.name AS outlet, articles.published, articles.is_current,
       commentary.kind, substr(articles.text, span_start + 1, span_end - span_start) AS text,
       span_start, span_end
FROM commentary
JOIN articles ON articles.id = commentary.article
JOIN outlets ON outlets.id = articles.outlet;
