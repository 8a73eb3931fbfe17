-- Paragraphs that the page of an article sets off as a block quotation: [[start, end], ...] in code points of
-- its text. Articles that came in before have none.
ALTER TABLE articles ADD COLUMN set_off TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(set_off));
