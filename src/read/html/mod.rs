//! HTML pages as saved from a browser, and pieces of them.
//!
//! ```text
//! page ─▶ guard: size of the tree ─▶ parse ─▶ metadata ─▶ gates: consent, walls
//!                       ┌───────────────────────────────────────────┘
//!                       └─▶ notes, prose: keep what extractors throw away ─▶ trafilatura ─▶ blocks: lines
//!                                                  too little: story, or JSON-LD ─┘             │
//!                                                                 paragraphs ◀─ teasers ◀───────┘
//! ```
//!
//! The body is found by the trafilatura crate (F1 .96 on the public benchmark of 181 news pages, level with
//! the Python original). What it does not do for us: it drops what stands in a comment box even when that is
//! the editor's own comment ([`notes`]), it loses words that stand in no paragraph and spaces round links
//! ([`prose`]), its text has no paragraphs ([`blocks`]), and links to other articles stay in it ([`teasers`]).

mod blocks;
mod extraction;
mod gates;
mod guard;
mod metadata;
mod notes;
mod prose;
mod shown;
mod story;
mod teasers;

use trafilatura::dom::Document;

use super::draft::Draft;
use super::{above, language};
use crate::error::ReadProblem;
use crate::lexicon::Lexicon;
use gates::Wall;

/// What a page gave.
#[derive(Debug)]
pub(super) struct Page {
    pub draft: Draft,
    /// Whether it is only the beginning of an article for subscribers.
    pub is_cut: bool,
}

/// The article of `page`, whose elements stand at most `max_depth` inside one another.
pub(super) fn article(page: &str, max_depth: usize) -> Result<Page, ReadProblem> {
    guard::check(page, max_depth)?;
    let mut tree = Document::parse(page);
    let mut draft = metadata::read(&tree);
    let told = std::mem::take(&mut draft.text);
    let wall = gates::remove_wall(&mut tree);
    let asks_consent = gates::remove_consent(&mut tree);
    let language = draft.language.as_deref().and_then(language::normal);
    if let Some(lexicon) = Lexicon::of(language.as_deref()) {
        notes::keep(&mut tree, lexicon.markers());
    }
    blocks::mark_set_off(&mut tree);
    notes::keep_posts(&mut tree);
    gates::remove_readers(&mut tree);
    blocks::spell_out(&mut tree);
    prose::settle(&mut tree);
    teasers::mark_links(&mut tree);
    let (mut lines, guessed) = extraction::best(tree);
    if lines.len() < 2
        && let Some(whole) = story::lines(page)
        && (whole.len() > lines.len() || whole.is_empty() && (wall != Wall::None || asks_consent))
    {
        lines = whole;
    }
    // A page that a script fills, or a live blog of which the extractor took one update.
    if told.len() > 3 * lines.iter().map(String::len).sum::<usize>() / 2 {
        lines = told.split("\n\n").map(str::to_owned).collect();
    }
    if draft
        .title
        .as_deref()
        .is_some_and(|title| lines.first().is_some_and(|line| same_words(line, title)))
    {
        lines.remove(0);
    }
    above::take(&mut lines, &mut draft);
    (draft.text, draft.set_off) = blocks::put_together(&lines);
    if draft.text.is_empty() {
        return Err(match wall {
            _ if asks_consent => ReadProblem::Consent,
            Wall::None => ReadProblem::NoArticleInPage,
            Wall::Box | Wall::Declared => ReadProblem::Paywall,
        });
    }
    metadata::complete(&mut draft, &guessed);
    let words = crate::model::count_words(&draft.text);
    Ok(Page {
        draft,
        is_cut: wall.cuts(words),
    })
}

/// The text of a piece of HTML that holds an article and nothing else but links to others.
pub(super) fn text(piece: &str, max_depth: usize) -> Result<String, ReadProblem> {
    guard::check(piece, max_depth)?;
    let mut piece = Document::parse(piece);
    for caption in piece.query_selector_all(piece.root(), "figcaption") {
        piece.set_inner_html(caption, "");
    }
    blocks::spell_out(&mut piece);
    teasers::mark_links(&mut piece);
    let lines = blocks::with_links(&piece, piece.root());
    Ok(teasers::without(lines).join("\n\n"))
}

/// Whether the letters and digits are the same.
fn same_words(a: &str, b: &str) -> bool {
    let fold = |text: &str| {
        let kept: String = text.chars().filter(|sign| sign.is_alphanumeric()).collect();
        kept.to_lowercase()
    };
    fold(a) == fold(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEWS: [&str; 4] = [
        "The ferry Aurelia ran aground off Port Callan early on Tuesday with 212 people on board, the coast \
         guard said. Nobody was hurt.",
        "“We heard a noise like a train and then the lights went out,” said Nora Fenn, a teacher who was \
         travelling with her class.",
        "Captain Ivo Marr told reporters that the steering had failed “without any warning”.",
        "The operator said it would “cooperate fully” with investigators, and its shares fell 4% by noon.",
    ];
    const NOTE: &str =
        "Comment: Nobody asks why the same ship was allowed to sail after the fault of March.";

    /// A page of which `inside` stands in the article and `behind` after it.
    fn page(inside: &str, behind: &str) -> String {
        let [one, two, three, four] = NEWS;
        format!(
            "<!DOCTYPE html><html lang=en><head><title>Ferry aground | Harbour Post</title></head><body>\
             <nav><ul><li><a href=/>Home</a></li><li><a href=/news>News</a></li></ul></nav>\
             <article class=story><h1>Ferry aground</h1><div class=entry-content><p>{one}</p><p>{two}</p>{inside}\
             <p>{three}</p><p>{four}</p></div></article>{behind}<footer><p>All rights reserved.</p></footer></body></html>"
        )
    }

    fn read(page: &str) -> Result<Draft, ReadProblem> {
        article(page, 500).map(|page| page.draft)
    }

    fn paragraphs(page: &str) -> Vec<String> {
        let text = read(page).expect("an article").text;
        text.split("\n\n").map(str::to_owned).collect()
    }

    #[test]
    fn the_paragraphs_of_a_page_and_nothing_else() {
        assert_eq!(paragraphs(&page("", "")), NEWS);
    }

    #[test]
    fn an_editors_block_is_kept_in_any_box() {
        let [one, two, three, four] = NEWS;
        for block in [
            "<div class=comment><p>{}</p></div>",
            "<div class='comment'>{}</div>",
            "<div id=comments><p>{}</p></div>",
            "<aside><p>{}</p></aside>",
            "<aside class='sidebar related'><div><p>{}</p></div></aside>",
            "<div class=article-comment><p>{}</p></div>",
            "<div class=editors-note><p>{}</p></div>",
            "<section class=comments-area>{}</section>",
            "<blockquote><p>{}</p></blockquote>",
            "<p>{}</p>",
        ] {
            let block = block.replace("{}", NOTE);
            assert_eq!(
                paragraphs(&page(&block, "")),
                [one, two, NOTE, three, four],
                "{block}"
            );
        }
        let behind = format!("<div id=comments><p>{NOTE}</p></div>");
        assert_eq!(
            paragraphs(&page("", &behind)),
            [one, two, three, four, NOTE]
        );
    }

    #[test]
    fn readers_comments_and_teasers_are_left() {
        let readers = format!(
            "<div id=comments><h3>2 comments</h3><ol><li class=comment><b>Bob</b><p>{NOTE}</p></li>\
             <li class=comment><p>Editor's note: I am no editor at all, but this captain should go.</p></li></ol></div>"
        );
        assert_eq!(paragraphs(&page("", &readers)), NEWS);
        let teaser = "<aside class=related><a href=/x>Analysis: How a storm in March became the ruin of the ferry \
             line</a></aside>";
        assert_eq!(paragraphs(&page(teaser, "")), NEWS);
    }

    #[test]
    fn embedded_posts_are_kept() {
        let post = "<div class='embed twitter'><blockquote class=twitter-tweet><p>We are safe and ashore. Thank you \
             to every volunteer.</p>— Nora Fenn (@fenn)</blockquote><script>x</script></div>";
        let found = paragraphs(&page(post, ""));
        assert!(
            found.contains(&"We are safe and ashore. Thank you to every volunteer.".to_owned()),
            "{found:?}"
        );
    }

    #[test]
    fn words_stand_as_a_browser_shows_them() {
        let inside = "<p><q>It is\n safe</q>, said <b>Mayor</b>&nbsp;<a href=x>Ann Lee</a>, who <i>vis&shy;ited</i> on\
             <span> Monday</span>.</p><p>One<br>Two</p>";
        let found = paragraphs(&page(inside, ""));
        assert_eq!(
            found[2],
            "“It is safe”, said Mayor Ann Lee, who visited on Monday."
        );
        assert_eq!(found[3..5], ["One", "Two"]);
    }

    /// Extractors lose the first paragraph when a picture stands in it, the words behind an element of the
    /// outlet's own, times, and the space between a link and a title.
    #[test]
    fn no_word_of_a_sentence_is_lost_or_glued() {
        let inside = "<p><div class=image><img src=x></div>Nobody knew on Tuesday who had steered the ferry when it \
             ran aground.</p><p>The owner, <x-firm>Aurelia Lines</x-firm>, told the <a href=/h><em>Herald</em></a> on \
             <time>Monday</time> that <b>“every crew</b> is trained (see <a href=/r>the report</a>)”.</p>";
        let found = paragraphs(&page(inside, ""));
        assert_eq!(
            found[2..4],
            [
                "Nobody knew on Tuesday who had steered the ferry when it ran aground.",
                "The owner, Aurelia Lines, told the Herald on Monday that “every crew is trained (see the report)”."
            ],
            "{found:?}"
        );
    }

    #[test]
    fn a_page_without_an_article_says_so() {
        for page in [
            "<html></html>",
            "<html><body><script>render()</script></body></html>",
        ] {
            assert!(
                matches!(read(page), Err(ReadProblem::NoArticleInPage)),
                "{page}"
            );
        }
    }
}
