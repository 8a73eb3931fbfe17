-- Articles, what was found in them, and full text over both.
--
-- Offsets count code points from 0, start inclusive, end exclusive, as everywhere outside the program:
-- substr(text, x_start + 1, x_end - x_start) is the literal slice. Lists of places are JSON:
-- [[start, end], ...].

CREATE TABLE outlets (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- One row per text as it was read. The same page with another text is another row, a revision.
CREATE TABLE articles (
    id           INTEGER PRIMARY KEY,
    -- What reports call it: the id it was read with, made unique.
    name         TEXT NOT NULL UNIQUE,
    -- Hash of outlet, title, byline, page, time and text: the same content is kept once.
    content_key  BLOB NOT NULL UNIQUE CHECK (length(content_key) = 16),
    outlet       INTEGER NOT NULL REFERENCES outlets,
    title        TEXT,
    byline       TEXT,
    url          TEXT,
    -- The URL without what differs between links to one page; NULL without a URL.
    page         TEXT,
    -- As printed, and the moment it means in seconds since 1970 (UTC).
    published    TEXT,
    published_at INTEGER,
    language     TEXT,
    words        INTEGER NOT NULL CHECK (words >= 0),
    -- Whether no later revision of the page is here.
    is_current   INTEGER NOT NULL CHECK (is_current IN (0, 1)),
    -- When it came into the store, in seconds since 1970 (UTC).
    added_at     INTEGER NOT NULL,
    -- Which rules and tables found its quotations.
    extractor    TEXT NOT NULL,
    -- The part of the text that is the article.
    body_start   INTEGER NOT NULL CHECK (body_start >= 0),
    body_end     INTEGER NOT NULL CHECK (body_end >= body_start),
    text         TEXT NOT NULL
) STRICT;

CREATE INDEX articles_by_outlet ON articles (outlet);
CREATE INDEX articles_by_page ON articles (page) WHERE page IS NOT NULL;
CREATE INDEX articles_by_time ON articles (published_at);
CREATE INDEX articles_by_extractor ON articles (extractor);
CREATE UNIQUE INDEX current_article_of_page ON articles (page, outlet)
    WHERE is_current AND page IS NOT NULL;

-- In the order of their ids as the article tells them.
CREATE TABLE quotations (
    id            INTEGER PRIMARY KEY,
    article       INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    kind          TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect')),
    content       TEXT NOT NULL CHECK (json_array_length(content) > 0),
    segments      TEXT NOT NULL CHECK (json_valid(segments)),
    words         INTEGER NOT NULL CHECK (words >= 0),
    -- Who is credited, in the fullest name the article gives, and where it names them for this.
    speaker       TEXT,
    speaker_start INTEGER,
    speaker_end   INTEGER,
    cue_start     INTEGER,
    cue_end       INTEGER,
    cue_lemma     TEXT,
    cue_stance    TEXT,
    cue_group     TEXT CHECK (cue_group IN ('speech', 'thought')),
    CHECK ((speaker IS NULL) = (speaker_start IS NULL) AND (speaker IS NULL) = (speaker_end IS NULL)),
    CHECK ((cue_lemma IS NULL) = (cue_start IS NULL) AND (cue_lemma IS NULL) = (cue_end IS NULL))
) STRICT;

CREATE INDEX quotations_by_article ON quotations (article);

CREATE TABLE commentary (
    id           INTEGER PRIMARY KEY,
    article      INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    kind         TEXT NOT NULL CHECK (kind IN ('marked', 'bracketed', 'inserted')),
    span_start   INTEGER NOT NULL CHECK (span_start >= 0),
    span_end     INTEGER NOT NULL CHECK (span_end > span_start),
    marker_start INTEGER,
    marker_end   INTEGER
) STRICT;

CREATE INDEX commentary_by_article ON commentary (article);

-- The words of every quotation, as they stand in the article.
CREATE VIEW quotation_words AS
SELECT quotations.id,
       (SELECT group_concat(slice, ' … ')
        FROM (SELECT substr(articles.text,
                            json_extract(place.value, '$[0]') + 1,
                            json_extract(place.value, '$[1]') - json_extract(place.value, '$[0]')) AS slice
              FROM json_each(quotations.content) AS place
              ORDER BY place.key)) AS words
FROM quotations
JOIN articles ON articles.id = quotations.article;

CREATE VIRTUAL TABLE article_search USING fts5 (
    title, text,
    content = 'articles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE quotation_search USING fts5 (
    words,
    content = 'quotation_words', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
    INSERT INTO article_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

-- The quotations go first, while the text that their words are cut from still stands.
CREATE TRIGGER article_goes BEFORE DELETE ON articles BEGIN
    DELETE FROM quotations WHERE article = old.id;
    INSERT INTO article_search (article_search, rowid, title, text)
    VALUES ('delete', old.id, old.title, old.text);
END;

-- Whoever adds a quotation adds its words to quotation_search too: a trigger would have to cut them out
-- of the text again, which takes longer than all the rest.
CREATE TRIGGER quotation_goes BEFORE DELETE ON quotations BEGIN
    INSERT INTO quotation_search (quotation_search, rowid, words)
    SELECT 'delete', id, words FROM quotation_words WHERE id = old.id;
END;

-- What was read stands; only its extraction and its place among the revisions may change.
CREATE TRIGGER article_text_stands BEFORE UPDATE OF title, text, content_key ON articles BEGIN
    SELECT raise(ABORT, 'the text of an article in the store does not change');
END;

-- For questions with the sqlite3 shell: every quotation with its article.
CREATE VIEW quoted AS
SELECT quotations.id,
       articles.name AS article,
       outlets.name AS outlet,
       articles.published,
       articles.is_current,
       quotations.kind,
       quotations.speaker,
       quotations.cue_lemma,
       quotations.cue_stance,
       quotations.words AS word_count,
       quotation_words.words AS text,
       quotations.content
FROM quotations
JOIN quotation_words ON quotation_words.id = quotations.id
JOIN articles ON articles.id = quotations.article
JOIN outlets ON outlets.id = articles.outlet;
