//! The bytes of one piece to the articles in it.

use std::borrow::Cow;
use std::path::Path;

use super::detect::{self, Format};
use super::draft::Draft;
use super::garbled::garbled;
use super::mail::SavedPage;
use super::options::{Captions, InputFormat, Options};
use super::pieces::Piece;
use super::walls::Wall;
use super::warc::Record;
use super::{
    Damage, Gate, ReadNote, beginnings, captions, docx, encoding, json, mail, plain, table, xml,
    zipped,
};
#[cfg(not(feature = "pdf"))]
use crate::error::PdfProblem;
use crate::error::{Part, ReadProblem};

/// What was found in a piece.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub drafts: Vec<Draft>,
    pub problems: Vec<ReadProblem>,
    pub notes: Vec<ReadNote>,
    /// Bytes of the piece.
    pub bytes: usize,
}

impl Found {
    /// Nothing, because of `problem`.
    pub(super) fn refused(problem: ReadProblem) -> Self {
        Self {
            problems: vec![problem],
            ..Self::default()
        }
    }
}

/// The articles in `piece` of the file at `path`.
pub(super) fn piece(piece: Piece, path: &Path, options: &Options) -> Found {
    let mut reader = Reader {
        path,
        options,
        problems: Vec::new(),
        notes: Vec::new(),
    };
    let (drafts, bytes) = match piece {
        Piece::Whole(bytes) => (reader.whole(&bytes), bytes.len()),
        Piece::Lines(bytes, first) => (reader.lines(&bytes, first), bytes.len()),
        Piece::Page(record) => {
            let bytes = record.body.len();
            (reader.page(record), bytes)
        }
        Piece::Refused(problem) => (Err(problem), 0),
    };
    let mut found = Found {
        problems: reader.problems,
        notes: reader.notes,
        bytes,
        drafts: Vec::new(),
    };
    match drafts {
        Ok(drafts) => found.drafts = drafts,
        Err(problem) => found.problems.push(problem),
    }
    found.drafts.iter_mut().for_each(without_nul);
    found
}

/// Gives an article that does not say it the address of its page, and the outlet by its host.
fn stood_at(draft: &mut Draft, url: Option<String>) {
    draft.url = draft.url.take().or(url);
    if draft.outlet.is_none() {
        draft.outlet = draft.url.as_deref().and_then(super::page::host);
    }
}

/// Puts U+FFFD for each NUL that a packed part brought in; those of a file's own bytes are gone before.
fn without_nul(draft: &mut Draft) {
    if draft.body.is_none() && draft.text.contains('\0') {
        draft.text = draft.text.replace('\0', "\u{fffd}");
    }
}

struct Reader<'p> {
    path: &'p Path,
    options: &'p Options,
    problems: Vec<ReadProblem>,
    notes: Vec<ReadNote>,
}

/// How a PDF begins.
const PDF: &[u8] = b"%PDF-";

type Drafts = Result<Vec<Draft>, ReadProblem>;

impl Reader<'_> {
    /// All of a file.
    fn whole(&mut self, bytes: &[u8]) -> Drafts {
        let format = self.options.format;
        if format == Some(InputFormat::Docx) || format.is_none() && zipped::is_start(bytes) {
            return docx::article(bytes, self.options).map(|draft| vec![draft]);
        }
        if format == Some(InputFormat::Mail) || format.is_none() && mail::is_start(bytes) {
            let draft = match mail::saved_page(bytes) {
                Some(page) => self.saved(page)?,
                None => mail::article(bytes, self.options)?,
            };
            return Ok(vec![draft]);
        }
        if format == Some(InputFormat::Pdf) || format.is_none() && bytes.starts_with(PDF) {
            return self.pdf(bytes).map(|draft| vec![draft]);
        }
        let text = self.text(bytes, None)?;
        let format = match format {
            Some(format) => detect::forced(format),
            None => detect::format(&text)?,
        };
        self.articles(text, format)
    }

    fn articles(&mut self, text: String, format: Format) -> Drafts {
        let one = |draft: Result<Draft, ReadProblem>| draft.map(|draft| vec![draft]);
        match format {
            Format::Json => {
                let text = self.with_characters(&text, 1);
                let drafts = json::articles(&text, &mut self.problems)?;
                self.beginnings(&drafts, json::is_feed(&text));
                Ok(self.in_front_of_walls(drafts, Part::Entry))
            }
            Format::Html => one(self.html(&text)),
            Format::Table => {
                let drafts = table::articles(&text, &mut self.problems)?;
                self.beginnings(&drafts, false);
                Ok(self.in_front_of_walls(drafts, Part::Row))
            }
            Format::Feed => {
                let drafts = xml::feed::articles(&text, &mut self.problems)?;
                self.beginnings(&drafts, true);
                Ok(self.in_front_of_walls(drafts, Part::Entry))
            }
            Format::Newsml => xml::newsml::articles(&text, &mut self.problems),
            Format::Captions if self.options.captions == Captions::Joined => {
                one(captions::article(&text))
            }
            Format::Captions | Format::Plain => one(plain::article(text)),
        }
    }

    /// Some lines of a dump, of which the first has the number `first`.
    fn lines(&mut self, bytes: &[u8], first: usize) -> Drafts {
        let text = self.text(bytes, None)?;
        for note in &mut self.notes {
            if let ReadNote::Garbled { line, .. }
            | ReadNote::Damaged {
                damage: Damage::WrongBytes { line, .. },
                ..
            } = note
            {
                *line += first - 1;
            }
        }
        let text = self.with_characters(&text, first);
        let drafts = json::lines(&text, first, &mut self.problems);
        self.beginnings(&drafts, false);
        Ok(self.in_front_of_walls(drafts, Part::Line))
    }

    /// `drafts` without those that hold what stands in front of an article; `part` names one of several.
    fn in_front_of_walls(
        &mut self,
        mut drafts: Vec<Draft>,
        part: impl Fn(usize) -> Part,
    ) -> Vec<Draft> {
        drafts.retain_mut(|draft| {
            let part = draft.number.map(&part);
            match Wall::of(&draft.text) {
                Some(Wall::Instead(kind)) => {
                    let problem = Wall::problem(kind);
                    self.problems.push(match part {
                        Some(part) => problem.in_part(part),
                        None => problem,
                    });
                    return false;
                }
                Some(Wall::Behind(end)) if draft.body.is_none() => {
                    draft.text.truncate(end);
                    self.cut(part);
                }
                _ => {}
            }
            true
        });
        drafts
    }

    /// Notes how many of `drafts` are only the beginnings of their articles.
    fn beginnings(&mut self, drafts: &[Draft], are_of_feed: bool) {
        let count = beginnings::count(drafts, are_of_feed);
        if count > 0 {
            self.notes.push(ReadNote::Beginnings {
                path: self.path.to_owned(),
                count,
                articles: drafts.len(),
            });
        }
    }

    /// Notes that subscribers alone see the rest.
    fn cut(&mut self, part: Option<Part>) {
        self.notes.push(ReadNote::Cut {
            path: self.path.to_owned(),
            part,
            gate: Gate::Paywall,
        });
    }

    /// JSON without escapes that stand for no character; its first line has the number `first`.
    fn with_characters<'t>(&mut self, text: &'t str, first: usize) -> Cow<'t, str> {
        let (text, damage) = json::with_characters(text, first);
        damage.into_iter().for_each(|damage| self.damaged(damage));
        text
    }

    fn damaged(&mut self, damage: Damage) {
        self.notes.push(ReadNote::Damaged {
            path: self.path.to_owned(),
            part: None,
            damage,
        });
    }

    /// A page that an archive or a server gave, with what these know of it.
    fn page(&mut self, record: Record) -> Drafts {
        let place = Part::Record(record.number, record.url.clone());
        let is_fetched = record.number == 0;
        if let Some(retrieved) = record.retrieved {
            self.notes.push(ReadNote::Kept {
                url: record.url.clone(),
                retrieved,
            });
        }
        let read = if record.body.starts_with(PDF) {
            self.pdf(&record.body).map(|draft| vec![draft])
        } else {
            self.text(&record.body, record.charset.as_deref()).and_then(
                |text| match detect::format(&text)? {
                    Format::Plain if record.is_html => Ok(vec![self.html(&text)?]),
                    format => self.articles(text, format),
                },
            )
        };
        let in_its_place = |problem: ReadProblem| {
            if is_fetched {
                problem
            } else {
                problem.in_part(place.clone())
            }
        };
        let problems = std::mem::take(&mut self.problems).into_iter();
        self.problems = problems.map(in_its_place).collect();
        for note in &mut self.notes {
            if let ReadNote::Damaged { part, .. } | ReadNote::Cut { part, .. } = note {
                *part = (!is_fetched).then(|| place.clone());
            }
        }
        let mut drafts = read.map_err(in_its_place)?;
        if let [draft] = drafts.as_mut_slice() {
            draft.number = (!is_fetched).then_some(record.number);
            stood_at(draft, Some(record.url));
        }
        Ok(drafts)
    }

    /// A page that a browser saved with all that belongs to it.
    fn saved(&mut self, page: SavedPage) -> Result<Draft, ReadProblem> {
        let mut draft = self.html(&page.html)?;
        stood_at(&mut draft, page.url);
        Ok(draft)
    }

    #[cfg(feature = "html")]
    fn html(&mut self, text: &str) -> Result<Draft, ReadProblem> {
        let mut page = super::html::article(text, self.options.max_depth)?;
        match Wall::of(&page.draft.text) {
            Some(Wall::Instead(kind)) => return Err(Wall::problem(kind)),
            Some(Wall::Behind(end)) => {
                page.draft.text.truncate(end);
                page.is_cut = true;
            }
            None => {}
        }
        if page.is_cut {
            self.cut(None);
        }
        Ok(page.draft)
    }

    #[cfg(not(feature = "html"))]
    fn html(&mut self, _: &str) -> Result<Draft, ReadProblem> {
        Err(ReadProblem::Unsupported("an HTML page"))
    }

    #[cfg(feature = "pdf")]
    fn pdf(&mut self, bytes: &[u8]) -> Result<Draft, ReadProblem> {
        let (draft, damaged) = super::pdf::article(bytes)?;
        if damaged > 0 {
            self.damaged(Damage::Gaps { pages: damaged });
        }
        Ok(draft)
    }

    #[cfg(not(feature = "pdf"))]
    fn pdf(&mut self, _: &[u8]) -> Result<Draft, ReadProblem> {
        Err(PdfProblem::NotBuilt.into())
    }

    /// The text in `bytes`, which is not blank; `charset` is what a server said.
    fn text(&mut self, bytes: &[u8], charset: Option<&str>) -> Result<String, ReadProblem> {
        let decoded = encoding::decode(bytes, charset)?;
        if decoded.text.trim().is_empty() {
            return Err(ReadProblem::Empty);
        }
        if let Some(wrong) = decoded.wrong {
            self.damaged(Damage::WrongBytes {
                count: wrong.count,
                line: wrong.line,
            });
        }
        if let Some((count, line)) = garbled(&decoded.text) {
            self.notes.push(ReadNote::Garbled {
                path: self.path.to_owned(),
                count,
                line,
            });
        }
        if let Some(encoding) = decoded.guessed {
            self.notes.push(ReadNote::GuessedEncoding {
                path: self.path.to_owned(),
                encoding,
            });
        }
        Ok(decoded.text)
    }
}
