//! Pages built as news sites build them: twelve layouts, each filled with ten articles. Title, time and
//! outlet must be right on 95 of 100, and the text must be all of the article and nothing else.

use std::collections::BTreeMap;
use std::fs;

use rashomon::Article;
use rashomon::read::{Input, Options, read_with};

use super::layouts::{FOOTER, LAYOUTS, NAV, RELATED, story};

fn read_page(name: &str, page: &str) -> Option<Article> {
    let folder = super::scratch(name);
    fs::write(folder.join("page.html"), page).unwrap();
    let reading = read_with(&[Input::Path(folder)], &Options::default(), &mut |_| {});
    reading.articles.into_iter().next()
}

#[test]
fn title_time_and_outlet_of_a_hundred_pages() {
    let mut right: BTreeMap<&str, usize> = BTreeMap::new();
    let mut misses = String::new();
    let folder = super::scratch("pages");
    for (layout, (_, fill)) in LAYOUTS.iter().enumerate() {
        for number in 0..10 {
            // The same article in every layout would count once.
            let story = story(number + 10 * layout);
            fs::write(
                folder.join(format!("{:03}.html", story.number)),
                fill(&story),
            )
            .unwrap();
        }
    }
    let reading = read_with(&[Input::Path(folder)], &Options::default(), &mut |_| {});
    let all = LAYOUTS.len() * 10;
    for (layout, (name, _)) in LAYOUTS.iter().enumerate() {
        for number in 0..10 {
            let story = story(number + 10 * layout);
            let id = format!("{:03}", story.number);
            let Some(article) = reading.articles.iter().find(|article| article.id == id) else {
                misses += &format!("{name}, {id}: not read\n");
                continue;
            };
            let published = article.published.as_ref().and_then(|time| time.timestamp);
            // A print version gives no more than the day.
            let day = story.timestamp - (story.timestamp % 86_400);
            let is_time = published == Some(story.timestamp)
                || *name == "print version" && published == Some(day);
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_text = story
                .paragraphs
                .iter()
                .all(|paragraph| article.text.contains(&words(paragraph)))
                && !["Most read", "rights reserved", "Nonsense", "partners"]
                    .iter()
                    .any(|noise| article.text.contains(noise));
            for (what, is_right, found) in [
                (
                    "title",
                    article.title.as_deref() == Some(&story.headline),
                    format!("{:?}", article.title),
                ),
                ("time", is_time, format!("{:?}", article.published)),
                (
                    "outlet",
                    article.outlet == story.outlet,
                    article.outlet.clone(),
                ),
                ("text", is_text, article.text.clone()),
            ] {
                if is_right {
                    *right.entry(what).or_default() += 1;
                } else {
                    misses += &format!("{name}, {id}: {what} {found}\n");
                }
            }
        }
    }
    println!("of {all} pages: {right:?}\n{misses}");
    for what in ["title", "time", "outlet", "text"] {
        let count = right.get(what).copied().unwrap_or_default();
        assert!(
            count * 100 >= all * 95,
            "{what}: {count} of {all}\n{misses}"
        );
    }
}

/// The markups in which editors set their own words off: seven, each in the middle and at the end.
#[test]
fn editors_blocks_are_kept_in_fourteen_markups() {
    let mut kept = 0;
    for (at, open_close) in [
        ("<div class=comment>", "</div>"),
        ("<div id=comments>", "</div>"),
        ("<aside>", "</aside>"),
        ("<div class=article-comment>", "</div>"),
        ("<div class=editors-note>", "</div>"),
        ("<blockquote>", "</blockquote>"),
        ("", ""),
    ]
    .into_iter()
    .enumerate()
    {
        let story = story(at);
        let (open, close) = open_close;
        let notes = [
            "Comment: Nobody asks why the same ship was allowed to sail after the fault of March.",
            "Comment: The ministry has had this report on its desk since the spring and said nothing.",
        ];
        let [middle, last] = notes.map(|note| format!("{open}<p>{note}</p>{close}"));
        let [one, two, three, four] = [0, 1, 2, 3].map(|at| &story.paragraphs[at]);
        let page = format!(
            "<html lang=en><head><title>{h}</title></head><body>{NAV}<article><h1>{h}</h1><div class=entry-content><p>{one}</p><p>{two}</p>{middle}\
             <p>{three}</p><p>{four}</p>{last}</div></article>{RELATED}{FOOTER}</body></html>",
            h = story.headline
        );
        let text = read_page(&format!("editor-{at}"), &page)
            .expect("an article")
            .text;
        for note in notes {
            if text.contains(note) {
                kept += 1;
            } else {
                println!("{open}: lost {note}");
            }
        }
        let order: Vec<Option<usize>> = [one.as_str(), notes[0], three.as_str(), notes[1]]
            .iter()
            .map(|words| text.find(words))
            .collect();
        assert!(order.is_sorted(), "{open}: {order:?}\n{text}");
    }
    assert_eq!(kept, 14);
}

#[test]
fn readers_comments_are_dropped_in_every_markup() {
    let words = "Editor's note: I am no editor at all, but this captain should go and never come back to us.";
    for (at, comments) in [
        format!("<div id=comments><h3>2 comments</h3><ol class=comment-list><li class=comment><div class=comment-body><p>{words}</p></div></li></ol></div>"),
        format!("<section class=comments><article class=comment itemscope itemtype='http://schema.org/Comment'><p itemprop=text>{words}</p></article></section>"),
        format!("<div id=disqus_thread><div class=post-message><p>{words}</p></div></div>"),
        format!("<div class=discussion><div class=d-comment__body><p>{words}</p><a class=reply href=#>Reply</a></div></div>"),
        format!("<ul class=comments__list><li><b>bob77</b><time>2 h</time><p>{words}</p></li><li><p>{words}</p></li></ul>"),
        format!("<div id=respond class=comment-respond><form><textarea>{words}</textarea></form></div>"),
    ]
    .into_iter()
    .enumerate()
    {
        let story = story(at);
        let page = format!(
            "<html lang=en><head><title>{h}</title></head><body>{NAV}<article><h1>{h}</h1>{b}</article>{comments}{FOOTER}</body></html>",
            h = story.headline,
            b = story.body()
        );
        let text = read_page(&format!("readers-{at}"), &page).expect("an article").text;
        assert!(!text.contains("no editor at all"), "{comments}\n{text}");
        assert!(text.contains(&story.paragraphs[3]), "{comments}\n{text}");
    }
}

#[test]
fn walls_are_said() {
    let story = story(3);
    let page = |head: &str, body: &str| {
        format!(
            "<html lang=en><head><title>{h}</title>{head}</head><body>{NAV}<article><h1>{h}</h1>{body}</article>{FOOTER}</body></html>",
            h = story.headline
        )
    };
    let closed = "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"headline\": \"x\", \"isAccessibleForFree\": \"False\"}</script>";
    let stub = format!(
        "<p>{}</p><p>{}</p>",
        story.paragraphs[0], story.paragraphs[1]
    );
    let prompt = "<div class='paywall-prompt'><p>Read on with a subscription from as little as one crown a month.</p></div>";
    let consent = "<html lang=en><head><title>Before you continue</title></head><body><div class=consent-page><form action=/consent><p>We and our 812 \
        partners store and use information on your device, such as cookies, with your consent.</p><button>Accept</button></form></div></body></html>";
    let offer = "<div class=x1><p>Subscribe now to continue reading this story.</p><p>Already a subscriber? Sign in.</p></div>";
    let cookies = "<div class=x1><p>We value your privacy. We and our partners store and access cookies on your device to \
        measure audiences and to show personalised content.</p><button>Accept all</button></div>";
    let robots = "<p>Please enable JavaScript and disable any ad blocker to access this page.</p>";
    let short = "<p>Harbour Post asks readers to subscribe now. The paper lost a third of its staff in March.</p>";
    for (name, page, note, problem) in [
        ("closed", page(closed, &stub), true, ""),
        ("boxed", page("", &format!("{stub}{prompt}")), true, ""),
        ("free", page("", &story.body()), false, ""),
        (
            "empty",
            page(closed, prompt),
            false,
            "a page for subscribers",
        ),
        ("consent", consent.to_owned(), false, "asks for consent"),
        (
            "boxed in words",
            page("", &format!("{stub}{offer}")),
            true,
            "",
        ),
        ("offer", page("", offer), false, "a page for subscribers"),
        ("cookies", page("", cookies), false, "asks for consent"),
        (
            "robots",
            page("", robots),
            false,
            "whether a person reads it",
        ),
        ("short news", page("", short), false, ""),
    ] {
        let folder = super::scratch(&format!("wall-{name}"));
        fs::write(folder.join("page.html"), page).unwrap();
        let reading = read_with(&[Input::Path(folder)], &Options::default(), &mut |_| {});
        let notes: Vec<String> = reading.notes.iter().map(ToString::to_string).collect();
        assert_eq!(
            notes.iter().any(|note| note.contains("only the beginning")),
            note,
            "{name}: {reading:?}"
        );
        let problems: Vec<String> = reading.left_out.iter().map(ToString::to_string).collect();
        if problem.is_empty() {
            assert_eq!(
                (reading.articles.len(), problems.len()),
                (1, 0),
                "{name}: {problems:?}"
            );
        } else {
            assert!(
                problems.len() == 1 && problems[0].contains(problem),
                "{name}: {reading:?}"
            );
        }
    }
}
