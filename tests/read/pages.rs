//! Pages built as news sites build them: twelve layouts, each filled with ten articles. Title, time and
//! outlet must be right on 95 of 100, and the text must be all of the article and nothing else.

use std::collections::BTreeMap;
use std::fs;

use rashomon::Article;
use rashomon::read::{Input, Options, read_with};

/// An article to put into a layout.
struct Story {
    number: usize,
    headline: String,
    outlet: &'static str,
    host: String,
    author: &'static str,
    /// With the offset of the outlet's clock.
    published: String,
    day: String,
    timestamp: i64,
    paragraphs: Vec<String>,
}

const OUTLETS: [&str; 10] = [
    "Harbour Post",
    "The Callan Herald",
    "Ridge & Valley News",
    "Morgenblatt",
    "Free Coast",
    "The Daily Siren",
    "Ninefold News",
    "L’Estuaire",
    "Radio Brackmoor",
    "24 Stunden",
];
const AUTHORS: [&str; 5] = [
    "Lena Ost",
    "Per Lind",
    "Ingrid Szabó",
    "Tom Ortega",
    "Mary-Ann O’Dea",
];
const SUBJECTS: [&str; 10] = [
    "Ferry runs aground off Port Callan",
    "Dam at Halverby ‘will hold’, mayor says",
    "Council votes 7–5 to close the mill",
    "Train drivers call off strike: what we know",
    "Why the orchard town is out of water",
    "Bridge reopens after two years - and nobody came",
    "Pump recall widens | 12,000 units checked",
    "Teachers’ union rejects offer",
    "“We were not told”: families ask for answers",
    "Quarry fire is out, company admits delay",
];

fn story(number: usize) -> Story {
    let outlet = OUTLETS[number % 10];
    let day = 1 + (number * 3) % 28;
    let hour = 6 + number % 12;
    // Two hours east of Greenwich.
    let timestamp = 1_714_521_600 + (day as i64 - 1) * 86_400 + (hour as i64 - 2) * 3_600 + 5 * 60;
    let mut host: String = outlet
        .to_lowercase()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    host.push_str(".example");
    Story {
        number,
        headline: SUBJECTS[number % 10].to_owned(),
        outlet,
        host,
        author: AUTHORS[number % 5],
        published: format!("2024-05-{day:02}T{hour:02}:05:00+02:00"),
        day: format!("{day} May 2024"),
        timestamp,
        paragraphs: vec![
            format!(
                "Officials said on Monday that case number {number} would be looked into again, after months in which \
                 nobody had spoken about it in public."
            ),
            "“We heard a noise like a train and then the lights went out,” said Nora Fenn, a teacher who was there \
             with her class."
                .to_owned(),
            "Captain Ivo Marr told reporters that the steering had failed “without any warning”, and that his crew \
             had done what it could."
                .to_owned(),
            format!(
                "The operator said it would “cooperate fully” with investigators, and its shares fell {}% by noon.",
                2 + number % 5
            ),
        ],
    }
}

impl Story {
    fn url(&self) -> String {
        format!("https://www.{}/news/{}-story", self.host, self.number)
    }

    fn body(&self) -> String {
        let paragraphs = self
            .paragraphs
            .iter()
            .map(|paragraph| format!("<p>{paragraph}</p>\n"));
        paragraphs.collect()
    }

    fn json(&self, kind: &str, more: &str) -> String {
        format!(
            r#"{{"@context": "https://schema.org", "@type": "{kind}", "headline": {headline:?}, "datePublished": "{published}",
            "dateModified": "2024-06-01T10:00:00Z", "author": [{{"@type": "Person", "name": "{author}"}}],
            "publisher": {{"@type": "Organization", "name": "{outlet}", "logo": {{"@type": "ImageObject", "url": "x"}}}}{more}}}"#,
            headline = self.headline,
            published = self.published,
            author = self.author,
            outlet = self.outlet,
        )
    }
}

const NAV: &str = "<header class=site-header><div class=logo><a href=/>Home</a></div><nav><ul><li><a href=/politics>Politics</a>\
    <li><a href=/sport>Sport</a><li><a href=/weather>Weather</a></ul></nav></header>";
const RELATED: &str = "<aside class='related sidebar'><h2>Most read</h2><ul><li><a href=/a><time datetime=2019-01-02>2 January 2019</time> \
    An older story that many people read</a></li><li><a href=/b>Another story from long ago</a></li></ul></aside>";
const FOOTER: &str =
    "<footer><p>© 2026 All rights reserved. Terms of use. Privacy policy.</p></footer>";

type Layout = (&'static str, fn(&Story) -> String);

const LAYOUTS: [Layout; 12] = [
    ("blog software", |s| {
        format!(
            "<!DOCTYPE html><html lang=en-GB><head><title>{h} – {o}</title></head><body class='single post-template'>{NAV}<div id=content>\
             <article id=post-1 class='post type-post hentry'><header class=entry-header><h1 class=entry-title>{h}</h1><div class=entry-meta>\
             <span class=posted-on><time class='entry-date published' datetime='{t}'>{d}</time><time class=updated datetime=2024-06-01>1 June 2024</time></span>\
             <span class='author vcard'><a class='url fn n' rel=author href=/author>{a}</a></span></div></header><div class=entry-content>{b}</div>\
             </article><div id=comments class=comments-area><h2>2 thoughts</h2><ol class=comment-list><li class=comment>Nonsense, all of it, as ever in \
             this paper that I have read for years.</li></ol></div></div>{RELATED}{FOOTER}</body></html>",
            h = s.headline,
            o = s.outlet,
            t = s.published,
            d = s.day,
            a = s.author,
            b = s.body()
        )
    }),
    ("linked data first", |s| {
        format!(
            "<!doctype html><html lang=en><head><title>{h} | {o}</title><meta property=og:title content=\"{h}\"><meta property=og:site_name content=\"{o}\">\
             <script type=application/ld+json>{{\"@type\": \"BreadcrumbList\", \"itemListElement\": []}}</script>\
             <script type=application/ld+json>{j}</script></head><body>{NAV}<main><h1>{h}</h1>{b}</main>{RELATED}{FOOTER}</body></html>",
            h = s.headline,
            o = s.outlet,
            b = s.body(),
            j = s.json("NewsArticle", "")
        )
    }),
    ("graph of things", |s| {
        let article = s.json("Article", "").replace(
            &format!("{{\"@type\": \"Organization\", \"name\": \"{}\", \"logo\": {{\"@type\": \"ImageObject\", \"url\": \"x\"}}}}", s.outlet),
            "{\"@id\": \"#org\"}",
        );
        format!(
            "<!doctype html><html lang=en><head><title>{h} - {o}</title><script type='application/ld+json' class=graph>{{\"@context\": \"https://schema.org\", \
             \"@graph\": [{{\"@type\": \"WebSite\", \"@id\": \"#site\", \"name\": \"{o} online\"}}, {{\"@type\": \"Organization\", \"@id\": \"#org\", \
             \"name\": \"{o}\"}}, {article}]}}</script></head><body>{NAV}<div class=wrap><article><h1>{h}</h1>{b}</article></div>{RELATED}{FOOTER}</body></html>",
            h = s.headline,
            o = s.outlet,
            b = s.body()
        )
    }),
    ("Dublin Core and tables", |s| {
        format!(
            "<html><head><title>{o}: {h}</title><meta name=DC.title content=\"{h}\"><meta name=DC.date.issued content='{t}'><meta name=DC.publisher \
             content=\"{o}\"><meta name=DC.language content=en></head><body><table width=100%><tr><td colspan=2>{NAV}</td></tr><tr><td class=left>\
             <a href=/1>One</a><br><a href=/2>Two</a></td><td class=story><h1>{h}</h1>{b}</td></tr></table>{FOOTER}</body></html>",
            h = s.headline,
            o = s.outlet,
            t = s.published,
            b = s.body()
        )
    }),
    ("microdata", |s| {
        format!(
            "<!doctype html><html lang=en><head><title>{h}</title></head><body>{NAV}<h1 class=logo>{o}</h1><div itemscope itemtype='http://schema.org/NewsArticle'>\
             <h2 itemprop=headline>{h}</h2><meta itemprop=dateModified content=2024-06-01><meta itemprop=datePublished content='{t}'>\
             <span itemprop=publisher itemscope itemtype='http://schema.org/Organization'><meta itemprop=name content=\"{o}\"></span>\
             <span itemprop=author itemscope><span itemprop=name>{a}</span></span><div itemprop=articleBody>{b}</div></div>{RELATED}{FOOTER}</body></html>",
            h = s.headline,
            o = s.outlet,
            t = s.published,
            a = s.author,
            b = s.body()
        )
    }),
    ("hashed class names", |s| {
        let blocks: String = s
            .paragraphs
            .iter()
            .map(|paragraph| format!("<div data-component=text-block class=ssrcss-1q0x1qg><p class=ssrcss-11r1m41>{paragraph}</p></div>"))
            .collect();
        format!(
            "<!doctype html><html lang=en-GB><head><title>{h} - {o}</title><meta property=og:title content=\"{h} - {o}\"><meta property=og:site_name \
             content=\"{o}\"></head><body>{RELATED}<main id=main-content><article class=ssrcss-pv1rh6><header><h1 id=main-heading>{h}</h1></header>\
             <div data-component=byline-block><time data-testid=timestamp datetime='{t}'>3 hours ago</time></div>{blocks}<section data-component=links-block>\
             <h2>Related topics</h2><ul><li><a href=/t>Topic</a></li></ul></section></article></main>{FOOTER}</body></html>",
            h = s.headline,
            o = s.outlet,
            t = s.published
        )
    }),
    ("social tags", |s| {
        format!(
            "<!doctype html><html lang=en><head><title>{h} | News | {o}</title><meta property=og:title content=\"{h}\"><meta property=og:site_name content=\"{o}\">\
             <meta property=article:published_time content='{t}'><meta property=article:modified_time content=2024-06-01T00:00:00Z>\
             <meta property=article:author content=https://{x}/profile/x><meta name=author content=\"{a}\"><link rel=canonical href={u}></head>\
             <body>{NAV}<div class=content__article-body><h1>{h}</h1><address>{a}</address>{b}<div class=submeta><a href=/t>Topics</a></div></div>{RELATED}{FOOTER}</body></html>",
            h = s.headline,
            o = s.outlet,
            t = s.published,
            x = s.host,
            a = s.author,
            u = s.url(),
            b = s.body()
        )
    }),
    ("AMP", |s| {
        format!(
            "<!doctype html><html amp lang=en><head><meta charset=utf-8><title>{h}</title><link rel=canonical href={u}><script async src=v0.js></script>\
             <script type=application/ld+json>\n<!--\n{j}\n-->\n</script><style amp-boilerplate>body{{}}</style></head><body><amp-sidebar id=s layout=nodisplay>\
             <ul><li><a href=/>Home</a></li></ul></amp-sidebar><main><article class=amp-wp-article><header><h1>{h}</h1></header><amp-img src=x width=1 height=1>\
             </amp-img><div class=amp-wp-article-content>{b}</div></article></main><amp-analytics></amp-analytics></body></html>",
            h = s.headline,
            u = s.url(),
            j = s.json("NewsArticle", ""),
            b = s.body()
        )
    }),
    ("print version", |s| {
        format!(
            "<html lang=en><head><title>{h} | {o}</title><meta name=robots content=noindex></head><body onload='window.print()'><div class=print-page>\
             <h1>{h}</h1><p class=print-date>{d}</p>{b}<p class=print-url>{u}</p></div></body></html>",
            h = s.headline,
            o = s.outlet,
            d = s.day,
            b = s.body(),
            u = s.url()
        )
    }),
    ("content system with RDFa", |s| {
        format!(
            "<!DOCTYPE html><html lang=en prefix='dc: http://purl.org/dc/terms/'><head><title>{h} | {o}</title><link rel=canonical href={u}></head>\
             <body class='node-type-article'>{NAV}<div id=main><h1 class=title id=page-title>{h}</h1><div class='node node-article'><div class=submitted>\
             <span property='dc:date dc:created' content='{t}' datatype='xsd:dateTime' rel='sioc:has_creator'>Submitted by <span class=username>{a}</span></span></div>\
             <div class='field field-name-body'><div class=field-items><div class='field-item even' property='content:encoded'>{b}</div></div></div></div></div>\
             {RELATED}{FOOTER}</body></html>",
            h = s.headline,
            o = s.outlet,
            u = s.url(),
            t = s.published,
            a = s.author,
            b = s.body()
        )
    }),
    ("live blog", |s| {
        let updates: Vec<String> = s
            .paragraphs
            .iter()
            .enumerate()
            .map(|(at, paragraph)| format!("{{\"@type\": \"BlogPosting\", \"headline\": \"Update {at}\", \"datePublished\": \"2024-05-30T0{at}:00:00Z\", \"articleBody\": {paragraph:?}}}"))
            .collect();
        let posts: String = s
            .paragraphs
            .iter()
            .enumerate()
            .map(|(at, paragraph)| format!("<article class=live-post id=p{at}><time datetime=2024-05-30T0{at}:00:00Z>0{at}:00</time><h2>Update {at}</h2><p>{paragraph}</p></article>"))
            .collect();
        let more = format!(", \"liveBlogUpdate\": [{}]", updates.join(", "));
        format!(
            "<!doctype html><html lang=en><head><title>{h} – live</title><script type=application/ld+json>{j}</script></head><body>{NAV}<main><h1>{h}</h1>\
             <div class=live-blog>{posts}</div></main>{FOOTER}</body></html>",
            h = s.headline,
            j = s.json("LiveBlogPosting", &more)
        )
    }),
    ("filled by a script", |s| {
        let body: String = s.paragraphs.join("\\n\\n");
        let more = format!(
            ", \"mainEntityOfPage\": \"{}\", \"articleBody\": \"{body}\"",
            s.url()
        );
        format!(
            "<!doctype html><html lang=en><head><title>{o}</title><script type=application/ld+json>{j}</script></head><body><div id=root></div>\
             <div id=onetrust-banner-sdk><p>We and our 812 partners store cookies on your device to make this page better for you and for them.</p></div>\
             <script src=app.js></script></body></html>",
            o = s.outlet,
            j = s.json("NewsArticle", &more)
        )
    }),
];

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
