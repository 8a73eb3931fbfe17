-- How much there is to search, without reading the texts.
CREATE INDEX articles_by_words ON articles (words);
