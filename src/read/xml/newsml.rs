//! What agencies send: IPTC `NewsML-G2` (one `newsItem` or a `newsMessage` of several) and the older NITF.
//!
//! ```text
//! newsItem ─┬─ itemMeta: provider, versionCreated
//!           ├─ contentMeta: headline, by, language, creditline
//!           └─ contentSet ─┬─ inlineXML: html, or nitf
//!                          └─ inlineData: plain
//! ```

use roxmltree::Node;

use super::{all_text, attribute, below, child, is_called, markup, paragraphs, tree, words};
use crate::error::{Part, ReadProblem};
use crate::read::draft::Draft;

/// The articles of the document that `text` is.
pub(in crate::read) fn articles(
    text: &str,
    problems: &mut Vec<ReadProblem>,
) -> Result<Vec<Draft>, ReadProblem> {
    let tree = tree(text)?;
    let root = tree.root_element();
    if is_called(root, "nitf") {
        let draft = of_nitf(text, root).ok_or(ReadProblem::NoText("NITF"))?;
        return Ok(vec![draft]);
    }
    let sent = below(root, "sent").and_then(words);
    let mut drafts = Vec::new();
    let all = root
        .descendants()
        .filter(|node| is_called(*node, "newsItem"));
    for (number, news) in (1..).zip(all) {
        // Pictures and packages have a description and no text.
        match of_item(text, news) {
            Some(draft) => drafts.push(Draft {
                number: Some(number),
                published: draft.published.or_else(|| sent.clone()),
                ..draft
            }),
            None => {
                let problem = ReadProblem::NoText("a news item");
                problems.push(problem.in_part(Part::Entry(number)));
            }
        }
    }
    match drafts.as_mut_slice() {
        [] if problems.is_empty() => Err(ReadProblem::NoText("NewsML")),
        [alone] if is_called(root, "newsItem") => {
            alone.number = None;
            Ok(drafts)
        }
        _ => Ok(drafts),
    }
}

fn of_item(document: &str, news: Node<'_, '_>) -> Option<Draft> {
    let meta = child(news, "itemMeta");
    let content = child(news, "contentMeta");
    let set = child(news, "contentSet")?;
    let nitf = below(set, "nitf").and_then(|nitf| of_nitf(document, nitf));
    let text = nitf
        .as_ref()
        .map(|nitf| nitf.text.clone())
        .or_else(|| of_html(document, set))
        .or_else(|| paragraphs(&all_text(child(set, "inlineData")?)))?;
    let nitf = nitf.unwrap_or_default();
    let in_content = |name: &str| words(child(content?, name)?);
    let in_meta = |name: &str| words(child(meta?, name)?);
    let named = |node: Node<'_, '_>| {
        below(node, "name")
            .and_then(words)
            .or_else(|| attribute(node, "literal").map(str::to_owned))
            .or_else(|| Some(after_colon(attribute(node, "qcode")?)))
    };
    Some(Draft {
        outlet: meta
            .and_then(|meta| child(meta, "provider"))
            .and_then(named)
            .or_else(|| in_content("creditline"))
            .or_else(|| {
                content
                    .and_then(|content| child(content, "infoSource"))
                    .and_then(named)
            }),
        title: in_content("headline")
            .or_else(|| in_meta("title"))
            .or(nitf.title),
        byline: in_content("by")
            .or_else(|| {
                content
                    .and_then(|content| child(content, "creator"))
                    .and_then(named)
            })
            .or(nitf.byline)
            .map(|by| by.strip_prefix("By ").unwrap_or(&by).to_owned()),
        published: in_meta("firstCreated")
            .or_else(|| in_content("contentCreated"))
            .or_else(|| in_meta("versionCreated"))
            .or(nitf.published),
        language: content
            .and_then(|content| attribute(child(content, "language")?, "tag"))
            .or_else(|| attribute(news, "lang"))
            .map(str::to_owned),
        text,
        ..Draft::default()
    })
}

fn of_html(document: &str, set: Node<'_, '_>) -> Option<String> {
    let html = below(set, "html")?;
    markup(document, child(html, "body").unwrap_or(html))
}

fn of_nitf(document: &str, nitf: Node<'_, '_>) -> Option<Draft> {
    let body = below(nitf, "body.content")?;
    let issued = below(nitf, "date.issue").and_then(|date| attribute(date, "norm"));
    Some(Draft {
        outlet: below(nitf, "distributor").and_then(words),
        title: below(nitf, "hl1")
            .or_else(|| below(nitf, "title"))
            .and_then(words),
        byline: below(nitf, "byline")
            .and_then(words)
            .map(|by| by.strip_prefix("By ").unwrap_or(&by).to_owned()),
        published: issued.map(spelled_out),
        language: attribute(nitf, "lang").map(str::to_owned),
        text: markup(document, body)?,
        ..Draft::default()
    })
}

fn after_colon(code: &str) -> String {
    code.rsplit(':').next().unwrap_or(code).to_owned()
}

/// "20240514T083000Z" as "2024-05-14T08:30:00Z"; anything else as it stands.
fn spelled_out(date: &str) -> String {
    let is_basic = date.len() >= 15
        && date.is_ascii()
        && date.as_bytes()[8] == b'T'
        && date[..8].bytes().all(|byte| byte.is_ascii_digit());
    if !is_basic {
        return date.to_owned();
    }
    let (day, time) = date.split_at(8);
    format!(
        "{}-{}-{}T{}:{}:{}",
        &day[..4],
        &day[4..6],
        &day[6..],
        &time[1..3],
        &time[3..5],
        &time[5..]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const META: &str = r#"<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:CallanWire"><name>Callan Wire</name></provider>
        <versionCreated>2024-05-14T08:30:00Z</versionCreated></itemMeta>
        <contentMeta><headline xml:lang="en">Ferry aground</headline><by>By Lena Ost</by><language tag="en-GB"/></contentMeta>"#;
    const HTML: &str = r#"<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
        <body><p>Nobody was <em>hurt</em>.</p><p>“A night to forget,” said Fenn.</p></body></html></inlineXML>"#;

    fn read(text: &str) -> (Vec<Draft>, usize) {
        let mut problems = Vec::new();
        (articles(text, &mut problems).unwrap(), problems.len())
    }

    #[test]
    fn a_message_of_news_items() {
        let text = format!(
            r#"<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-05-14T09:00:00Z</sent></header>
            <itemSet><newsItem xml:lang="en">{META}<contentSet>{HTML}</contentSet></newsItem>
            <newsItem><itemMeta/><contentSet><remoteContent href="x.jpg"/></contentSet></newsItem>
            <newsItem><itemMeta/><contentSet><inlineData contenttype="text/plain">The tug is safe.</inlineData></contentSet></newsItem>
            </itemSet></newsMessage>"#
        );
        let (drafts, problems) = read(&text);
        assert_eq!((drafts.len(), problems), (2, 1));
        let first = &drafts[0];
        assert_eq!(first.outlet.as_deref(), Some("Callan Wire"));
        assert_eq!(first.title.as_deref(), Some("Ferry aground"));
        assert_eq!(first.byline.as_deref(), Some("Lena Ost"));
        assert_eq!(first.published.as_deref(), Some("2024-05-14T08:30:00Z"));
        assert_eq!(first.language.as_deref(), Some("en-GB"));
        assert_eq!(
            first.text,
            "Nobody was hurt.\n\n“A night to forget,” said Fenn."
        );
        assert_eq!(drafts[1].text, "The tug is safe.");
        assert_eq!(drafts[1].published.as_deref(), Some("2024-05-14T09:00:00Z"));
    }

    #[test]
    fn one_item_and_nitf() {
        let item = format!("<newsItem>{META}<contentSet>{HTML}</contentSet></newsItem>");
        assert_eq!(read(&item).0[0].number, None);
        let nitf = r#"<nitf><head><docdata><date.issue norm="20240514T083000Z"/></docdata></head><body><body.head>
            <hedline><hl1>Ferry aground</hl1></hedline><byline>By Lena Ost</byline><distributor>Callan Wire</distributor></body.head>
            <body.content><p>Nobody was hurt.</p><p>“A night,” said Fenn.</p></body.content></body></nitf>"#;
        let draft = &read(nitf).0[0];
        assert_eq!(draft.text, "Nobody was hurt.\n\n“A night,” said Fenn.");
        assert_eq!(draft.published.as_deref(), Some("2024-05-14T08:30:00Z"));
        assert_eq!(draft.byline.as_deref(), Some("Lena Ost"));
        assert_eq!(draft.outlet.as_deref(), Some("Callan Wire"));
    }
}
