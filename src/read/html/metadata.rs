//! Who published a page, when, under which headline.
//!
//! Pages say so in up to five places. The order of trust: JSON-LD, which is written for machines and
//! complete when it is there; the tags of `OpenGraph`, Dublin Core and their kin; what the page shows; what
//! the extractor guesses.

use serde_json::Value;
use trafilatura::dom::Document;

use super::super::draft::{Draft, one_line};
use super::super::{json, page};
use super::blocks::{LINK_BEGINS, LINK_ENDS};
use super::shown;

/// Names of `<meta>` tags, best first; they stand in `property`, `name` or `itemprop`.
const OUTLET: &[&str] = &[
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
];
const TITLE: &[&str] = &[
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
];
const BYLINE: &[&str] = &[
    "author",
    "article:author",
    "byl",
    "byline",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
];
const URL: &[&str] = &["og:url", "parsely-link", "twitter:url"];
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "datepublished",
    "og:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "article.published",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "date",
];

/// What `page` says about itself.
pub(super) fn read(page: &Document) -> Draft {
    let linked = linked_data(page).unwrap_or_default();
    let tags = Tags::of(page);
    let outlet = linked
        .outlet
        .or_else(|| tags.first(OUTLET))
        .or_else(|| shown::outlet(page))
        .map(|name| plain(&name));
    let title = linked
        .title
        .or_else(|| tags.first(TITLE))
        .or_else(|| shown::heading(page))
        .or_else(|| shown::first(page, "title"))
        .map(|title| without_outlet(&plain(&title), outlet.as_deref()));
    let byline = linked
        .byline
        .or_else(|| tags.first(BYLINE).filter(|name| !name.contains("://")))
        .or_else(|| {
            shown::first(
                page,
                "[itemprop=author], [rel=author], .byline, .author-name",
            )
        })
        .map(|name| plain(&name));
    Draft {
        title,
        byline,
        url: attribute(page, "link[rel=canonical]", "href")
            .or_else(|| tags.first(URL))
            .or(linked.url)
            .and_then(|url| absolute(&url)),
        published: linked
            .published
            .or_else(|| tags.first(PUBLISHED))
            .or_else(|| shown::published(page)),
        language: attribute(page, "html", "lang")
            .or_else(|| tags.first(&["og:locale", "content-language", "dc.language"]))
            .or(linked.language),
        outlet,
        text: linked.text,
        ..Draft::default()
    }
}

/// Fills what is still missing with the guesses of the extractor, and the outlet with the name of the host.
pub(super) fn complete(draft: &mut Draft, guessed: &trafilatura::Metadata) {
    let guess = |text: &str| one_line(&text.replace([LINK_BEGINS, LINK_ENDS], ""));
    draft.title = draft.title.take().or_else(|| guess(&guessed.title));
    draft.byline = draft.byline.take().or_else(|| guess(&guessed.author));
    draft.url = draft.url.take().or_else(|| absolute(&guessed.url));
    draft.published = draft
        .published
        .take()
        // A guess of 1 January comes from a bare year, such as that of a copyright line.
        .or_else(|| Some(guessed.date?.to_string()).filter(|date| !date.ends_with("-01-01")));
    draft.outlet = draft
        .outlet
        .take()
        .or_else(|| guess(&guessed.sitename))
        .or_else(|| draft.url.as_deref().and_then(page::host));
}

/// The article in the page's JSON-LD.
fn linked_data(page: &Document) -> Option<Draft> {
    page.query_selector_all(page.root(), "script[type*='ld+json']")
        .into_iter()
        .find_map(|script| {
            // Raw line breaks inside strings are common and no JSON.
            let text = page.text_content(script).replace(['\n', '\r', '\t'], " ");
            let text = without_wrapping(&text).trim_end_matches(';');
            let (text, _) = json::with_characters(text, 1);
            let value: Value = serde_json::from_str(&text).ok()?;
            json::linked::article(&value)
        })
}

/// `text` without the comment or section that some put round it.
fn without_wrapping(text: &str) -> &str {
    let mut text = text.trim();
    for (open, close) in [
        ("<!--", "-->"),
        ("//<![CDATA[", "//]]>"),
        ("<![CDATA[", "]]>"),
    ] {
        text = text.strip_prefix(open).unwrap_or(text);
        text = text.strip_suffix(close).unwrap_or(text).trim();
    }
    text
}

/// The `<meta>` tags of a page: their names in lower case and their content.
struct Tags(Vec<(String, String)>);

impl Tags {
    fn of(page: &Document) -> Self {
        let mut tags = Vec::new();
        for tag in page.query_selector_all(page.root(), "meta[content]") {
            let content = page
                .get_attribute(tag, "content")
                .as_deref()
                .and_then(one_line);
            let Some(content) = content else { continue };
            for key in ["property", "name", "itemprop", "http-equiv"] {
                if let Some(name) = page.get_attribute(tag, key) {
                    tags.push((name.to_lowercase(), content.clone()));
                }
            }
        }
        Self(tags)
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .find_map(|name| self.0.iter().find(|(tag, _)| tag == name))
            .map(|(_, content)| content.clone())
    }
}

fn attribute(page: &Document, selector: &str, name: &str) -> Option<String> {
    let found = page.query_selector_all(page.root(), selector);
    found
        .into_iter()
        .find_map(|element| one_line(&page.get_attribute(element, name)?))
}

/// The title of a window ends or begins with the outlet's name: "Bridge is safe | Northern Herald".
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let Some(outlet) = outlet else {
        return title.to_owned();
    };
    for mark in shown::MARKS {
        if let Some((headline, name)) = title.rsplit_once(mark)
            && names_outlet(name, outlet)
        {
            return headline.trim_end().to_owned();
        }
        if let Some((name, headline)) = title.split_once(mark)
            && names_outlet(name, outlet)
        {
            return headline.trim_start().to_owned();
        }
    }
    title.to_owned()
}

/// Whether `name` is the outlet's, which may be given by its host: "Ridge Post" of ridgepost.example.
fn names_outlet(name: &str, outlet: &str) -> bool {
    let host = outlet.split_once('.').map(|(host, _)| host);
    super::same_words(name, outlet) || host.is_some_and(|host| super::same_words(name, host))
}

/// `text` without markup: titles are often escaped twice.
fn plain(text: &str) -> String {
    if text.contains('&') || text.contains('<') {
        super::blocks::lines(text).join(" ")
    } else {
        text.to_owned()
    }
}

fn absolute(url: &str) -> Option<String> {
    match url.strip_prefix("//") {
        Some(rest) => Some(format!("https://{rest}")),
        None => url.contains("://").then(|| url.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(head: &str) -> [Option<String>; 6] {
        let page = format!(
            "<html><head>{head}</head><body><article><h1>Shown</h1><p>x</p></article></body></html>"
        );
        let draft = read(&Document::parse(&page));
        [
            draft.outlet,
            draft.title,
            draft.byline,
            draft.url,
            draft.published,
            draft.language,
        ]
    }

    fn some(values: [&str; 6]) -> [Option<String>; 6] {
        values.map(|value| (!value.is_empty()).then(|| value.to_owned()))
    }

    #[test]
    fn linked_data_is_believed_first() {
        let head = r##"<meta property="og:title" content="Ferry! | Post"><script type="application/ld+json">
            {"@graph": [{"@type": "Organization", "@id": "#p", "name": "Harbour Post"}, {"@type": "NewsArticle",
            "headline": "Ferry &#8216;aground&#8217;", "publisher": {"@id": "#p"}, "datePublished": "2024-05-14",
            "author": {"name": "Lena
            Ost"}, "url": "https://harbour.example/ferry", "inLanguage": "en"}]};</script>"##;
        let expected = [
            "Harbour Post",
            "Ferry ‘aground’",
            "Lena Ost",
            "https://harbour.example/ferry",
            "2024-05-14",
            "en",
        ];
        assert_eq!(of(head), some(expected));
    }

    #[test]
    fn then_the_tags_of_the_head() {
        let head = r#"<title>Ferry aground - Harbour Post</title><meta property="og:site_name" content="Harbour Post">
            <meta property="og:title" content="Ferry aground | Harbour Post"><meta name="author" content="Lena Ost">
            <meta property="article:author" content="https://social.example/ost"><meta property="og:locale" content="en_GB">
            <meta property="article:published_time" content="2024-05-14T08:30:00Z">
            <link rel="canonical" href="//harbour.example/ferry">"#;
        let expected = [
            "Harbour Post",
            "Ferry aground",
            "Lena Ost",
            "https://harbour.example/ferry",
            "2024-05-14T08:30:00Z",
            "en_GB",
        ];
        assert_eq!(of(head), some(expected));
    }

    #[test]
    fn then_what_the_page_shows() {
        assert_eq!(
            of("<title>Ferry</title>"),
            some(["", "Shown", "", "", "", ""])
        );
        let broken =
            r#"<script type="application/ld+json">{"@type": "NewsArticle", headline}</script>"#;
        assert_eq!(of(broken), some(["", "Shown", "", "", "", ""]));
    }

    #[test]
    fn the_outlet_is_no_part_of_the_title() {
        for (title, outlet) in [
            ("Ferry aground | Harbour Post", "Harbour Post"),
            ("Harbour Post - Ferry aground", "Harbour Post"),
            ("Ferry aground - Harbour", "Harbour.example"),
            ("Ferry aground", "Ferry"),
        ] {
            assert_eq!(without_outlet(title, Some(outlet)), "Ferry aground");
        }
    }

    #[test]
    fn the_host_serves_where_no_outlet_is_named() {
        let mut draft = Draft {
            url: Some("https://www.harbour.example:8080/ferry?x=1".to_owned()),
            ..Draft::default()
        };
        complete(&mut draft, &trafilatura::Metadata::default());
        assert_eq!(draft.outlet.as_deref(), Some("harbour.example"));
    }
}
