//! Invented articles, and the layouts of news sites to put them into.

/// An article to put into a layout.
pub(crate) struct Story {
    pub(crate) number: usize,
    pub(crate) headline: String,
    pub(crate) outlet: &'static str,
    pub(crate) host: String,
    pub(crate) author: &'static str,
    /// With the offset of the outlet's clock.
    pub(crate) published: String,
    pub(crate) day: String,
    pub(crate) timestamp: i64,
    pub(crate) paragraphs: Vec<String>,
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

pub(crate) fn story(number: usize) -> Story {
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
    pub(crate) fn url(&self) -> String {
        format!("https://www.{}/news/{}-story", self.host, self.number)
    }

    pub(crate) fn body(&self) -> String {
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

pub(crate) const NAV: &str = "<header class=site-header><div class=logo><a href=/>Home</a></div><nav><ul><li><a href=/politics>Politics</a>\
    <li><a href=/sport>Sport</a><li><a href=/weather>Weather</a></ul></nav></header>";
pub(crate) const RELATED: &str = "<aside class='related sidebar'><h2>Most read</h2><ul><li><a href=/a><time datetime=2019-01-02>2 January 2019</time> \
    An older story that many people read</a></li><li><a href=/b>Another story from long ago</a></li></ul></aside>";
pub(crate) const FOOTER: &str =
    "<footer><p>© 2026 All rights reserved. Terms of use. Privacy policy.</p></footer>";

pub(crate) type Layout = (&'static str, fn(&Story) -> String);

pub(crate) const LAYOUTS: [Layout; 12] = [
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
