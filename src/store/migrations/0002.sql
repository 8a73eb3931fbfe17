-- Events: which articles tell the same.

CREATE TABLE events (
    -- Never given twice, so that "e12" means the same event for ever.
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Whether somebody split or merged it: then it is never joined with another event.
    by_hand     INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),
    -- The event that it was joined to; then no article belongs to it.
    merged_into INTEGER REFERENCES events
) STRICT;

-- Every current article belongs to one event once it was grouped; a superseded one to none.
CREATE TABLE memberships (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    event   INTEGER NOT NULL REFERENCES events
) STRICT;

CREATE INDEX memberships_by_event ON memberships (event);

-- What tells an article's event, five bytes a term: its number, low byte first, and how often it stands
-- there. Derived: a row that is missing is made again.
CREATE TABLE profiles (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    terms   BLOB NOT NULL CHECK (length(terms) % 5 = 0)
) STRICT;

-- How many of the grouped articles hold a term.
CREATE TABLE term_counts (
    term     INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL CHECK (articles > 0)
) STRICT;

-- For questions with the sqlite3 shell: every event with its articles.
CREATE VIEW event_articles AS
SELECT memberships.event, articles.name AS article, outlets.name AS outlet, articles.title,
       articles.url, articles.published, articles.published_at
FROM memberships
JOIN articles ON articles.id = memberships.article
JOIN outlets ON outlets.id = articles.outlet;
