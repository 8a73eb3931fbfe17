//! Feeds: RSS 0.9 to 2, Atom, RDF. They differ in names, and in where an entry keeps its text:
//!
//! ```text
//!           outlet          entry  title  link         date                 text, the fullest first
//! RSS, RDF  channel/title   item   title  link, guid   pubDate, dc:date     content:encoded, description
//! Atom      feed/title      entry  title  link@href    published, updated   content, summary
//! ```

use roxmltree::Node;

use super::{all_text, attribute, child, is_called, markup, paragraphs, tree, words};
use crate::error::{Part, ReadProblem};
use crate::model::count_words;
use crate::read::draft::Draft;

/// Words that an article has at the least, unless they end as a sentence does.
const LABEL: usize = 4;

/// Elements with the text of an entry.
const TEXT: &[&str] = &["encoded", "content", "description", "summary"];
const PUBLISHED: &[&str] = &[
    "pubDate",
    "published",
    "issued",
    "date",
    "created",
    "updated",
];

/// The articles of the feed that `text` is.
pub(in crate::read) fn articles(
    text: &str,
    problems: &mut Vec<ReadProblem>,
) -> Result<Vec<Draft>, ReadProblem> {
    let tree = tree(text)?;
    let root = tree.root_element();
    let head = child(root, "channel").unwrap_or(root);
    let feed = Draft {
        outlet: child(head, "title").and_then(words),
        language: child(head, "language")
            .and_then(words)
            .or_else(|| attribute(root, "lang").map(str::to_owned)),
        ..Draft::default()
    };
    let is_entry = |node: &Node<'_, '_>| is_called(*node, "item") || is_called(*node, "entry");
    let mut drafts = Vec::new();
    for (number, entry) in (1..).zip(root.descendants().filter(is_entry)) {
        match of_entry(text, entry, &feed) {
            Some(draft) => drafts.push(Draft {
                number: Some(number),
                ..draft
            }),
            None => {
                let problem = ReadProblem::NoBody;
                problems.push(problem.in_part(Part::Entry(number)));
            }
        }
    }
    if drafts.is_empty() && problems.is_empty() {
        return Err(ReadProblem::NoText("a feed"));
    }
    Ok(drafts)
}

fn of_entry(document: &str, entry: Node<'_, '_>, feed: &Draft) -> Option<Draft> {
    let text = TEXT
        .iter()
        .filter_map(|name| content(document, child(entry, name)?))
        .max_by_key(String::len)
        .filter(|text| !is_label(text))?;
    let field = |names: &[&str]| names.iter().find_map(|name| words(child(entry, name)?));
    // An entry taken over from another outlet says so.
    let origin = child(entry, "source").and_then(|origin| {
        let title = child(origin, "title");
        title.map_or_else(|| words(origin), words)
    });
    let byline = child(entry, "author")
        .and_then(|author| words(child(author, "name").unwrap_or(author)))
        .or_else(|| field(&["creator"]));
    Some(Draft {
        outlet: origin.or_else(|| feed.outlet.clone()),
        title: child(entry, "title")
            .and_then(|title| paragraphs(&all_text(title)))
            .map(|title| title.split_whitespace().collect::<Vec<_>>().join(" ")),
        byline,
        url: link(entry),
        published: field(PUBLISHED),
        language: attribute(entry, "lang")
            .map(str::to_owned)
            .or_else(|| feed.language.clone()),
        text,
        ..Draft::default()
    })
}

/// Whether `text` is the word under a link ("Comments", "Watch now") and no article.
fn is_label(text: &str) -> bool {
    count_words(text) < LABEL
        && !text
            .trim_end()
            .ends_with(['.', '!', '?', '”', '"', '»', '。'])
}

/// The text of an element: HTML written out, HTML as elements, or plain.
fn content(document: &str, node: Node<'_, '_>) -> Option<String> {
    if node.children().any(|child| child.is_element()) {
        return markup(document, node);
    }
    paragraphs(&all_text(node))
}

/// The address of the article: the link that is no other kind of link, or a name that is one.
fn link(entry: Node<'_, '_>) -> Option<String> {
    let links = || entry.children().filter(|node| is_called(*node, "link"));
    let is_page =
        |node: &Node<'_, '_>| attribute(*node, "rel").is_none_or(|kind| kind == "alternate");
    let of_atom = links()
        .filter(is_page)
        .find_map(|node| attribute(node, "href").map(str::to_owned));
    of_atom
        .or_else(|| links().find_map(words))
        .or_else(|| words(child(entry, "guid").or_else(|| child(entry, "id"))?))
        .filter(|url| url.starts_with("http://") || url.starts_with("https://"))
}

#[cfg(feature = "html")]
#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<[String; 7]> {
        let drafts = articles(text, &mut Vec::new()).unwrap();
        drafts.into_iter().map(Draft::into_fields).collect()
    }

    #[test]
    fn rss_with_the_text_or_a_summary() {
        let found = read(
            r#"<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>Harbour Post</title>
            <link>https://harbour.example/</link><language>en-gb</language>
            <item><title>Ferry &amp;amp; tug aground</title><link>https://harbour.example/1</link><dc:creator>Lena Ost</dc:creator>
            <pubDate>Tue, 14 May 2024 08:30:00 GMT</pubDate><description>Nobody was hurt.</description>
            <content:encoded><![CDATA[<p>Nobody was hurt.</p><p>“A night to forget,” said Fenn.</p>]]></content:encoded></item>
            <item><guid>https://harbour.example/2</guid><source url="x">The Tide</source>
            <description>The &lt;b&gt;tug&lt;/b&gt; is safe.</description></item><item><title>Nothing</title></item></channel></rss>"#,
        );
        assert_eq!(
            found,
            [
                [
                    "Harbour Post",
                    "Ferry & tug aground",
                    "Lena Ost",
                    "https://harbour.example/1",
                    "Tue, 14 May 2024 08:30:00 GMT",
                    "en-gb",
                    "Nobody was hurt.\n\n“A night to forget,” said Fenn."
                ],
                [
                    "The Tide",
                    "",
                    "",
                    "https://harbour.example/2",
                    "",
                    "en-gb",
                    "The tug is safe."
                ],
            ]
        );
    }

    #[test]
    fn atom_with_markup_inside() {
        let found = read(
            r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Post</title>
            <entry><title type="text">Ferry aground</title><link rel="self" href="https://harbour.example/feed"/>
            <link href="https://harbour.example/1"/><author><name>Lena Ost</name><uri>x</uri></author>
            <updated>2024-05-14T09:00:00Z</updated><published>2024-05-14T08:30:00Z</published>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Nobody was <i>hurt</i>.</p><p>“A night,” said Fenn.</p></div></content></entry></feed>"#,
        );
        assert_eq!(
            found,
            [[
                "Harbour Post",
                "Ferry aground",
                "Lena Ost",
                "https://harbour.example/1",
                "2024-05-14T08:30:00Z",
                "en",
                "Nobody was hurt.\n\n“A night,” said Fenn."
            ]]
        );
    }

    #[test]
    fn rdf_keeps_its_items_beside_the_channel() {
        let found = read(
            r#"<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel><title>Harbour Post</title></channel>
            <item rdf:about="x"><title>Ferry</title><link>https://harbour.example/1</link><dc:date>2024-05-14</dc:date>
            <description>Nobody was hurt.</description></item></rdf:RDF>"#,
        );
        assert_eq!(found[0][0], "Harbour Post");
        assert_eq!(found[0][4], "2024-05-14");
        assert_eq!(found[0][6], "Nobody was hurt.");
    }

    #[test]
    fn what_is_broken_or_without_articles_says_so() {
        for (text, message) in [
            ("<rss><channel><item></rss>", "begins like XML but breaks"),
            (
                "<rss><channel><title>x</title></channel></rss>",
                "is a feed without an article's text",
            ),
        ] {
            let problem = articles(text, &mut Vec::new()).unwrap_err().to_string();
            assert!(problem.contains(message), "{problem}");
        }
    }
}
