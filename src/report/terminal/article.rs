//! One article by itself: as it was read, and with what was found in it.

use std::io;

use super::page::Page;
use super::screen::{FAINT, PLAIN, STRONG};
use super::text::Text;
use crate::extract::paragraphs;
use crate::model::{Quotation, count_words};
use crate::report::Extracted;
use crate::{Article, Commentary, Texts};

/// Columns of the position and the space beside it.
const MARGIN: usize = 6;

pub(super) fn write_article(article: &Article, page: &mut Page<'_>) -> io::Result<()> {
    head(article, Texts::default(), page)?;
    for paragraph in paragraphs(&article.text, article.body) {
        page.gap()?;
        page.paragraph(2, paragraph.span.slice(&article.text))?;
    }
    page.gap()
}

pub(super) fn write_extracted(extracted: &Extracted<'_>, page: &mut Page<'_>) -> io::Result<()> {
    head(extracted.article, extracted.texts, page)?;
    write_findings(extracted, page)?;
    page.gap()
}

/// The quotations and the commentary, in order of the text.
pub(super) fn write_findings(extracted: &Extracted<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let Extracted {
        article,
        extraction,
        texts,
        ..
    } = extracted;
    if extraction.lacks_language {
        page.paragraph(2, texts.no_word_lists())?;
    }
    if extraction.quotations.is_empty() && extraction.commentary.is_empty() {
        page.paragraph(2, texts.nothing_in_article())?;
    }
    let mut position = Position::new(article);
    let mut commentary = extraction.commentary.iter().peekable();
    let is_shown = |quotation: &&Quotation| extracted.shows_thoughts || !quotation.is_thought();
    for quotation in extraction.quotations.iter().filter(is_shown) {
        while let Some(remark) = commentary.next_if(|remark| remark.span.start < quotation.start())
        {
            write_commentary(extracted, remark, position.of(remark.span.start), page)?;
        }
        write_quotation(extracted, quotation, position.of(quotation.start()), page)?;
    }
    for remark in commentary {
        write_commentary(extracted, remark, position.of(remark.span.start), page)?;
    }
    let shown = extraction.quotations.iter().filter(is_shown).count();
    let left_out = extraction.quotations.len() - shown;
    if left_out > 0 {
        page.gap()?;
        page.paragraph(2, &texts.thoughts_left_out(left_out))?;
    }
    Ok(())
}

/// How far into an article places stand that come in order: its words are counted once.
struct Position<'a> {
    article: &'a Article,
    words: usize,
    /// The words before the byte `at`.
    before: usize,
    at: usize,
}

impl<'a> Position<'a> {
    fn new(article: &'a Article) -> Self {
        Self {
            article,
            words: article.words().max(1),
            before: 0,
            at: article.body.start,
        }
    }

    /// The share of the words before the byte `at`, no less far than the one asked for before.
    fn of(&mut self, at: usize) -> Text {
        let at = at.max(self.at);
        self.before += count_words(&self.article.text[self.at..at]);
        self.at = at;
        let share = 100.0 * self.before as f64 / self.words as f64;
        Text::new().and_spaced(&format!("{share:3.0}%"), FAINT)
    }
}

/// Outlet and title, then what else is known.
fn head(article: &Article, texts: Texts, page: &mut Page<'_>) -> io::Result<()> {
    page.line(Text::of(&article.outlet, STRONG))?;
    if let Some(title) = &article.title {
        page.paragraph(2, title)?;
    }
    let published = article.published.as_ref().map(|time| time.text.as_str());
    let words = texts.words(article.words());
    let known = [
        article.byline.as_deref(),
        published,
        article.language.as_deref(),
    ];
    let mut line = Text::new();
    for part in known.into_iter().flatten().chain([words.as_str()]) {
        if !line.is_empty() {
            line.push(page.screen.signs().or(" · ", " - "), FAINT);
        }
        line.push(part, PLAIN);
    }
    page.entry(Text::new(), 2, &line)?;
    if let Some(url) = &article.url {
        page.paragraph(2, url)?;
    }
    Ok(())
}

fn write_quotation(
    extracted: &Extracted<'_>,
    quotation: &Quotation,
    position: Text,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let article = extracted.article;
    let speaker = quotation.speaker.as_ref();
    let mut who = Text::of(
        speaker.map_or(extracted.texts.nobody_named(), |who| who.name.as_str()),
        STRONG,
    );
    if let Some(cue) = &quotation.cue {
        who.push(": ", STRONG);
        who.push(cue.span.slice(&article.text), PLAIN);
    }
    who.push(
        &format!(" ({})", quotation.kind.in_words(extracted.texts)),
        FAINT,
    );
    page.gap()?;
    page.entry(position, MARGIN, &who)?;
    let (before, after) = extracted.around(quotation).unwrap_or_default();
    let mut words = Text::new();
    if !before.is_empty() {
        words.push(before, FAINT);
        words.push(" ", FAINT);
    }
    for (at, span) in quotation.content.iter().enumerate() {
        if at > 0 {
            words.push(" / ", FAINT);
        }
        words.push(span.slice(&article.text), PLAIN);
    }
    if !after.is_empty() {
        words.push(" ", FAINT);
        words.push(after, FAINT);
    }
    page.entry(Text::new(), MARGIN, &words)
}

fn write_commentary(
    extracted: &Extracted<'_>,
    remark: &Commentary,
    position: Text,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let texts = extracted.texts;
    let what = Text::of(texts.outlets_own_comment(), STRONG)
        .and(&format!(" ({})", remark.kind.in_words(texts)), FAINT);
    page.gap()?;
    page.entry(position, MARGIN, &what)?;
    page.entry(
        Text::of(page.screen.signs().comment(), PLAIN),
        MARGIN,
        &Text::of(remark.span.slice(&extracted.article.text), PLAIN),
    )
}
